"""The oracle's rules with parts: deductions, and what parts count in a state of their own (SPEC section 5), by hand."""

from fractions import Fraction

import pytest
from checks.small_models import leaf, model_text, one

MEASURES = {"x": {"type": "decimal", "decimals": 3}, "y": "count", "b": "yes_no"}


def part(points, value, **policies):
    return {"points": points, "rule": {"type": "given", "value": value, "clamp": True}, **policies}


def scored(rule, members=None, **cells):
    """(points, state) of a leaf of 4 points."""
    text = model_text(MEASURES, [leaf("l", 4, rule, undefined="zero", **(members or {}))], point_decimals=3)
    node = one(text, **(dict.fromkeys(MEASURES, "") | cells)).by_id["l"]
    return Fraction(node.tally.achieved, 1000), node.state


def rule(kind, *parts, **members):
    return {"type": kind, "parts": list(parts), **members}


def test_deductions():
    taken = rule("deductions", part(3, "x"), part(9, "y"))
    assert [scored(taken, x=x, y=y)[0] for x, y in ((0, 0), (1.5, 1), (1, 3), (3, 9), (-2, 0))] == [4, Fraction(3, 2), 0, 0, 4]
    assert [scored(taken | {"at_least": 1}, x=1, y=y)[0] for y in (0, 2, 3)] == [3, 1, 1]
    assert scored(taken, x=1, y="") == (0, "missing") and scored(taken, x="not_applicable", y="")[1] == "not_applicable"
    assert scored(rule("deductions", part(3, "x / y")), x=1, y=3) == (Fraction("3.667"), "scored")  # 3.6666...
    assert scored(rule("deductions", part(3, "x / y")), x=1, y=0) == (0, "undefined")


@pytest.mark.parametrize(
    "kind, zero, full",
    [("best_of", 1, 3), ("sum_of", 1, 4), ("deductions", 3, 0)],
)
def test_a_part_has_a_policy_for_its_state(kind, zero, full):
    states = {"missing": {"y": "", "b": ""}, "not_applicable": {"y": "not_applicable"}, "undefined": {"y": 0}}
    for state, cells in states.items():
        for effect, expected in (("zero", zero), ("full", full)):
            made = rule(kind, part(3, "1 / y", **{state: effect}), part(2, "x"))
            assert scored(made, x=1, **cells) == (expected, "scored")


def test_a_policy_is_for_its_state_alone():
    lost = rule("sum_of", part(3, "y", not_applicable="full"), part(2, "x"))
    assert scored(lost, x=1, y="") == (0, "missing") and scored(lost, x=1, y="not_applicable") == (4, "scored")
    assert scored(lost, x="", y="not_applicable") == (0, "missing")  # the other part's
    # The leaf's own policies and conditions are another matter.
    assert scored(lost, {"applies_when": "b"}, x=1, y=1, b="no") == (0, "not_applicable")


def test_a_leaf_of_such_parts_alone_is_scored():
    best = rule("best_of", part(3, "y", missing="zero"), part(2, "x"))
    assert scored(best, x="", y="") == (0, "scored") and scored(best, x="not_applicable", y="") == (0, "scored")
    assert scored(best, x="", y="not_applicable")[1] == "not_applicable"


def test_parts_stand_inside_one_another():
    third = {"points": 1, "rule": {"type": "proportional", "value": "y", "full_at": 3}}
    inner = rule("deductions", third, third, at_least=0.25)  # of 2: 2 - 2/3 x y
    outer = rule("best_of", {"points": 2, "rule": inner, "missing": "full"}, part(4, "x"))
    assert [scored(outer, x=x, y=y)[0] for x, y in ((0, 0), (0, 1), (0, 3), (3, 1))] == [2, Fraction("1.333"), Fraction("0.25"), 3]
    assert scored(outer, x=1, y="") == (2, "scored")
    deep = rule(
        "sum_of", {"points": 3, "rule": rule("sum_of", {"points": 2, "rule": outer}, part(3, "x")), "missing": "zero"}, part(1, "y")
    )
    assert scored(deep, x=0.5, y=1)[0] == Fraction("2.833")  # 1.333 + 0.5, then 1 more
    assert scored(deep, x="", y=1) == (1, "scored")
