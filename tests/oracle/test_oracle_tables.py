"""The oracle's tables below the unit (SPEC sections 3 and 4), by hand."""

from fractions import Fraction

import pytest
from checks.small_models import evaluated, leaf, model_text

MEASURES = {"x": "count", "region": {"type": "choice", "options": ["upland", "delta"]}}
TASKS = {"a": "count", "b": {"type": "decimal"}, "ok": "yes_no", "due": "date", "sent": "date", "x": "count"}
TABLES = {"tasks": {"measures": {name: {"type": entry} if isinstance(entry, str) else entry for name, entry in TASKS.items()}}}
PARAMETERS = {"roads": {"by": "region", "values": {"upland": 2, "delta": 0}}, "p": {"by": "period", "values": {"2": 7}, "else": 3}}


def points(value, table, tasks=None, **members):
    """(points or state) of every row, with two decimals."""
    rule = {"type": "given", "value": f"{value}", "clamp": True}
    text = model_text(
        MEASURES, [leaf("l", 1000, rule, undefined="zero")], point_decimals=2, tables=TABLES, parameters=PARAMETERS, **members
    )
    nodes = [score.by_id["l"] for score in evaluated(text, table, **({} if tasks is None else {"tasks": tasks}))[0]]
    return [Fraction(node.tally.achieved, 100) if node.state == "scored" else node.state for node in nodes]


UNITS = "unit,x,region\nA,5,upland\nB,6,delta\nC,7,"
TABLE = """unit,row,a,b,ok,due,sent,x
    A,one,1,0.5,yes,1/2/2024,2024-02-03,1
    B,,0,,no,,,2
    A,two,4,1.5,no,1/2/2024,2024-01-31,1
    ,,,,,,,
    A,two,not_applicable,2,,,,1"""


@pytest.mark.parametrize(
    "value, expected",
    [
        ("rows_count(tasks)", [3, 1, 0]),
        ("rows_sum(tasks, a)", [5, 0, 0]),
        ("rows_mean(tasks, a)", [Fraction("2.5"), 0, "missing"]),
        ("rows_min(tasks, a)", [1, 0, "missing"]),
        ("rows_max(tasks, b)", [2, "missing", "missing"]),
        ("rows_mean(tasks, b)", [Fraction("1.33"), "missing", "missing"]),
        ("rows_count(tasks, ok)", ["missing", 0, 0]),
        ("rows_count(tasks, a >= 1)", [2, 0, 0]),
        ("rows_count(tasks, a >= 1 or b > 0)", [3, "missing", 0]),
        ("rows_count(tasks, coalesce(days(due, sent) > 0, false))", [1, 0, 0]),
        ("rows_max(tasks, 2 / a)", [2, "undefined", "missing"]),
        ("rows_sum(tasks, round(1 / a, 0))", [1, "undefined", 0]),  # 1 and 0.25
        ("rows_min(tasks, b / b)", [1, "missing", "missing"]),
        ("rows_sum(tasks, x) + x", [8, 8, 7]),  # the table's x, and the unit's
        ("coalesce(rows_mean(tasks, a), 9)", [Fraction("2.5"), 0, 9]),
        ("cohort_sum(rows_count(tasks)) - rows_count(tasks)", [1, 3, 4]),
        ("cohort_max(rows_min(tasks, a))", [1, 1, 1]),
    ],
)
def test_rows_are_read(value, expected):
    assert points(value, UNITS, TABLE) == expected


def test_the_strongest_state_of_the_rows_counts():
    table = "unit,a,b\nA,0,\nA,0,1\nB,0,1\nB,not_applicable,\nC,not_applicable,1"
    assert points("rows_max(tasks, b / a)", UNITS, table) == ["missing", "undefined", "missing"]


def test_parameters_are_those_of_the_unit():
    assert points("rows_sum(tasks, a * roads)", UNITS, TABLE) == [10, 0, "missing"]  # C has no rows, and no region
    assert points("rows_count(tasks, a > roads)", UNITS, TABLE) == [1, 0, "missing"]
    assert points("rows_count(tasks) * roads", UNITS, TABLE) == [6, 0, "missing"]
    table = "unit,x,region\nA,5,not_applicable\nB,6,"
    assert points("rows_sum(tasks, if_else(a >= 0, a, roads))", table, TABLE) == ["not_applicable", "missing"]
    assert points("rows_sum(tasks, a * roads)", table, "unit,a\nA,") == ["not_applicable", "missing"]


def test_a_table_that_is_not_given_is_missing():
    assert points("rows_count(tasks)", UNITS) == ["missing"] * 3 and points("rows_sum(tasks, a)", UNITS) == ["missing"] * 3
    assert points("rows_count(tasks)", UNITS, "unit,a") == [0, 0, 0]


def test_rows_are_of_the_period():
    evidence = "unit,period,x,region\nA,1,,\nA,2,,\nB,2,,"
    tasks = "unit,period,a\nA,1,5\nA,2,6\nA,2,7\nB,2,8"
    assert points("rows_sum(tasks, a)", evidence, tasks) == [5, 13, 8]
    assert points("previous(rows_sum(tasks, a * p))", evidence, tasks) == ["missing", 15, "missing"]
    assert points("rows_sum(tasks, a * p)", evidence, tasks) == [15, 91, 56]


TRACKS = {"tracks": ["self", "appraised", "final"], "fallback": {"final": ["appraised", "self"], "appraised": ["self"]}}


def test_rows_are_of_the_track():
    evidence = "unit,track,x,region\nA,self,1,\nA,final,2,\nB,appraised,3,\nB,final,1,"

    def of(tasks):
        return points("rows_sum(tasks, a)", evidence, tasks, **TRACKS)

    # Rows in order: A appraised (made by fallback), A final, A self; B appraised, B final.
    assert of("unit,a\nA,1\nA,2\nB,4") == [3, 3, 3, 4, 4]  # without tracks for every track
    assert of("unit,track,a\nA,self,1\nA,final,2\nB,self,4\nB,self,5") == [1, 2, 1, 9, 9]
    # Rows are taken all together or not at all, and of a track's own rows.
    assert of("unit,track,a\nA,appraised,1\nA,self,2\nA,self,3\nB,final,\nB,appraised,4") == [1, 1, 5, 4, "missing"]
    assert of("unit,track,a\nB,final,4") == [0, 0, 0, 0, 4]


def test_rows_stand_in_conditions_classes_and_tie_breaks():
    late = "rows_count(tasks, coalesce(days(due, sent) > 0, false))"
    text = model_text(
        MEASURES,
        [leaf("l", 1, {"type": "yes_no", "value": "x >= 0"}, applies_when="rows_count(tasks) < 4")],
        tables=TABLES,
        ranking={"tie_break": [{"value": late, "order": "ascending"}]},
        classes={"bands": [{"id": "good", "from": 0, "requires": f"{late} == 0"}, {"id": "low"}]},
    )
    scores, _ = evaluated(text, UNITS, tasks=TABLE)
    assert [(score.rank, score.class_id) for score in scores] == [(3, "low"), (1, "good"), (1, "good")]
