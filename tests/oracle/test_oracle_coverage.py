"""The oracle's coverage and least_coverage (SPEC 6.1), by hand."""

from fractions import Fraction

from checks.small_models import evaluated, group, leaf, lines, model_text
from oracle.model import read_model
from oracle.results import result_lines

COUNTS = {"x": "count", "y": "count", "z": "count"}


def item(name, measure, points, **members):
    return leaf(name, points, {"type": "per_item", "value": measure, "each": 1}, **members)


CRITERIA = [group("g", item("l", "x", 2), item("m", "1 / y", 3, undefined="missing"), scale_to=50), item("n", "z", 5)]


def coverage(line, **members):
    """{node or "": its coverage}, and whether the row is complete."""
    text = model_text(COUNTS, CRITERIA, **members)
    [score] = evaluated(text, f"unit,x,y,z,points.l\nU,{line}")[0]
    return {"": score.tally.coverage} | {node.id: node.tally.coverage for node in score.nodes}, score.complete


def test_coverage_is_of_the_points_of_leaves():
    assert coverage("1,1,1,") == ({"": 100, "g": 100, "l": 100, "m": 100, "n": 100}, True)
    assert coverage(",1,1,") == ({"": 80, "g": 60, "l": 0, "m": 100, "n": 100}, False)
    assert coverage("not_applicable,1,,") == ({"": Fraction(300, 8), "g": 100, "l": None, "m": 100, "n": 0}, False)
    assert coverage("1,0,,")[0] == {"": 50, "g": 100, "l": 100, "m": 100, "n": 0}  # undefined, whatever its policy
    assert coverage(",1,1,2", stated_points="accept")[0]["l"] == 100
    none = "not_applicable"
    assert coverage(f"{none},{none},{none},", not_applicable="full") == (dict.fromkeys(["", "g", "l", "m", "n"]), True)


def test_policies_do_not_change_coverage():
    for policy in ("zero", "exclude", "incomplete"):
        figures, complete = coverage(",1,1,", missing=policy)
        assert figures[""] == 80 and figures["l"] == 0 and complete == (policy != "incomplete")


def test_a_row_of_less_than_the_least_is_incomplete():
    text = model_text(COUNTS, CRITERIA, missing="zero", least_coverage=80, classes={"bands": [{"id": "all"}]})
    none = "not_applicable"
    table = f"unit,x,y,z\nA,,1,1\nB,1,,1\nC,1,1,\nD,{none},{none},{none}\nE,1,1,1"
    scores, means = evaluated(text, table)
    assert [score.complete for score in scores] == [True, False, False, True, True]
    assert [score.rank for score in scores] == [2, None, None, None, 1]
    assert [score.class_id for score in scores] == ["all", None, None, None, "all"]
    assert [score.index is None for score in scores] == [False, False, False, True, False]  # an incomplete row keeps its index
    # Nodes are ranked by their own completeness: `l` of B is 1 of 2, as that of C and E; that of A 0 of 2.
    assert [score.by_id["l"].rank for score in scores] == [4, 1, 1, None, 1]


def test_coverage_is_compared_exactly():
    for least, complete in (("37.5", True), ("37.6", False), ("37.500000001", False)):
        text = model_text(COUNTS, CRITERIA, missing="zero").replace('"chiso"', f'"least_coverage": {least}, "chiso"')
        [score] = evaluated(text, "unit,x,y,z\nU,not_applicable,1,")[0]
        assert score.complete is complete


def test_coverage_is_published_of_100():
    model = read_model(model_text(COUNTS, CRITERIA, missing="zero", publish={"scale": 5, "decimals": 1}, stated_points="accept"))
    printed = [line.split("\t") for line in result_lines("c", model, *lines("unit,x,y,z\nU,not_applicable,1,"))]
    assert printed[1][16] == "37.5" and [line[-1] for line in printed[2:6]] == ["100.0", "-", "100.0", "0.0"]
