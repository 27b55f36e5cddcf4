"""What rows lack and who has no row (SPEC section 3), by hand."""

import pytest
from checks.small_models import leaf, lines, model_text
from oracle.evaluate import evaluate
from oracle.explain.missing import missing
from oracle.model import read_model
from oracle.roster import listed, owner, read_roster, unreported

COUNTS = dict.fromkeys("abc", "count") | {"t": "yes_no"}


def item(name, value, **members):
    return leaf(name, 10, {"type": "per_item", "value": value, "each": 1}, **members)


def lacks(criteria, table, **members):
    """{unit: {source and name: what waits}} of the rows that lack something."""
    model = read_model(model_text(COUNTS, criteria, undefined="zero", **members))
    scores, _ = evaluate(model, *lines("unit,a,b,c,t\n" + table))
    return {score.row.unit: {" ".join(cause): words for cause, words in waits.items()} for score, waits in missing(model, scores)}


@pytest.mark.parametrize(
    "value, cells, causes",
    [
        ("a + b", "1,,,", {"measure b"}),
        ("a + b", ",,,", {"measure a", "measure b"}),
        ("a + b", "not_applicable,,,", set()),
        ("if_else(t, a, b)", ",,,yes", {"measure a"}),
        ("if_else(t, a, b)", "1,1,,", {"measure t"}),
        ("coalesce(a, b)", ",1,,", set()),
        ("coalesce(a, b)", ",,,", {"measure a", "measure b"}),
        ("if_else(is_missing(a), 0, a)", ",,,", set()),
        ("if_else(a > 0 and b > 0, 1, 0)", "0,,,", set()),
        ("if_else(a > 0 and b > 0, 1, 0)", "1,,,", {"measure b"}),
        ("previous(a) + b", "1,,,", {"previous_row -", "measure b"}),
        ("cohort_max(a)", ",,,", {"cohort cohort_max"}),
        ("a / b", "1,0,,", set()),
    ],
)
def test_causes(value, cells, causes):
    assert lacks([item("x", value)], f"U,{cells}") == ({"U": dict.fromkeys(causes, ["x"])} if causes else {})


def test_conditions():
    criteria = [item("x", "a", applies_when="t"), item("y", "b")]
    assert lacks(criteria, "U,,1,,no\nV,,1,,\nW,,,,yes") == {
        "V": {"measure a": ["x"], "measure t": ["x"]},
        "W": {"measure a": ["x"], "measure b": ["y"]},
    }


ROSTER = read_roster(["unit", "block", "was"], [["A", "n", "a; B"], ["B", "s", "x"], ["C", "n", "x"]])


def test_owners():
    assert [getattr(owner(ROSTER, name), "unit", None) for name in ("A", "a", "B", "x", "Z")] == ["A", "A", "B", None, None]


def test_units_and_blocks_of_a_roster():
    columns, table, below = listed(ROSTER, ["unit", "x"], [["a", "1"], ["", ""], ["B", "2"]], {"t": (["unit", "y"], [["a", "3"]])})
    assert (columns, table) == (["unit", "x", "block"], [["A", "1", "n"], ["B", "2", "s"]])
    assert below == {"t": (["unit", "y"], [["A", "3"]])}


def test_who_has_no_row():
    model = read_model(model_text({"x": "count"}, [item("l", "x")]))
    scores, _ = evaluate(model, *lines("unit,block,period,x\nA,n,1,1\nA,n,2,1\nB,s,1,1"))
    assert unreported(ROSTER, [score.row for score in scores]) == [("C", "n", "1"), ("B", "s", "2"), ("C", "n", "2")]
