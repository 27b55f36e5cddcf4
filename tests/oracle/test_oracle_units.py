"""The oracle against SPEC section 8 and cases computed by hand: numbers, rules, states, policies, points."""

from fractions import Fraction

import pytest
from checks.small_models import evaluated, group, leaf, model_text, one
from oracle.numbers import accept, half_up
from oracle.publish import published

X = {
    "x": {"type": "decimal", "decimals": 3},
    "y": "count",
    "b": "yes_no",
    "c": "yes_no",
    "d": "yes_no",
    "plan": {"type": "choice", "options": ["a", "b", "none"]},
}


def scored(rule, points=4, members=None, model=None, **cells):
    """(quanta, state) of one leaf under one rule; a quantum is a hundredth by default."""
    text = model_text(X, [leaf("l", points, rule, **(members or {}))], **{"point_decimals": 2, "undefined": "zero", **(model or {})})
    cells = {name: "" for name in X} | cells
    node = one(text, **cells).by_id["l"]
    return node.tally.achieved, node.state


def points(rule, **cells):
    """Points of a value, by a leaf of 4 points."""
    quanta, state = scored(rule, **cells)
    assert state == "scored"
    return Fraction(quanta, 100)


def state(rule, **cells):
    quanta, word = scored(rule, **cells)
    assert quanta == 0
    return word


def test_published_examples():
    mean = sum(map(Fraction, ("74.85", "76.72", "84.31", "91.14"))) / 4
    assert published(mean, 2, "half_up") == "81.76"
    share = 100 * Fraction("40.62") / 80
    assert published(share, 2, "half_up") == "50.78" and published(share, 2, "down") == "50.77"
    assert published(share, 2, "half_even") == "50.78" and published(Fraction("50.765"), 2, "half_even") == "50.76"
    assert published(100 * Fraction("68.32") / 84, 2, "half_up") == "81.33"
    assert published(100 * Fraction("61.46") / 70, 2, "half_up") == "87.80"
    assert published(Fraction(-5, 1000), 2, "half_up") == "-0.01" and published(Fraction(-15, 1000), 2, "down") == "-0.01"
    assert published(Fraction(7), 0, "half_up") == "7" and published(None, 2, "down") == "-"


def test_halves_are_rounded_up():
    assert [half_up(Fraction(n, 4)) for n in range(7)] == [0, 0, 1, 1, 1, 1, 2]


@pytest.mark.parametrize(
    "text, decimals, value",
    [
        ("3", 0, 3),
        ("3.0", 0, 3),
        ("3.000000001", 0, 3),
        ("0.30000000000000004", 2, Fraction(3, 10)),
        ("-1.25", 2, Fraction(-5, 4)),
        ("9007199254740992", 0, 2**53),
        ("9007199254740992.01", 0, 2**53),
        ("100.0000001", 2, 100),
        ("-0.000000000000001", 0, 0),
    ],
)
def test_numbers_are_read(text, decimals, value):
    assert accept(text, decimals) == value


@pytest.mark.parametrize(
    "text, decimals",
    [("3.0000000031", 0), ("0.0000000011", 0), ("1.255", 2), ("9007199254740993", 0), ("1e3", 0), ("", 0), (".5", 1), ("+1", 0)],
)
def test_other_texts_are_refused(text, decimals):
    with pytest.raises(ValueError):
        accept(text, decimals)


def test_excess_is_rounded_away_from_zero():
    assert accept("1.255", 2, "round") == Fraction("1.26") and accept("-1.255", 2, "round") == Fraction("-1.26")
    assert accept("2.4999", 0, "round") == 2


def test_options():
    rule = {"type": "options", "value": "plan", "points": {"a": 4, "b": 1.5, "none": 0}}
    assert [points(rule, plan=option) for option in ("a", "b", "none")] == [4, Fraction(3, 2), 0]


def test_yes_no():
    rule = {"type": "yes_no", "value": "b and plan != 'none'"}
    assert points(rule, b="có", plan="a") == 4 and points(rule, b="yes", plan="none") == 0 and points(rule, b="KHÔNG") == 0


@pytest.mark.parametrize(
    "mode, cells, expected",
    [
        ("all", "yes yes yes", 4),
        ("all", "yes no yes", 0),
        ("all", "yes not_applicable yes", 4),
        ("any", "no no yes", 4),
        ("any", "no no no", 0),
        ("share", "yes no no", Fraction("1.33")),
        ("share", "yes no not_applicable", 2),
        ("each", "yes no no", Fraction("1.5")),
        ("each", "yes yes yes", 4),
        ("each", "no no no", 0),
    ],
)
def test_checklist(mode, cells, expected):
    rule = {"type": "checklist", "items": ["b", "c", "d"], "mode": mode} | ({"each": 1.5} if mode == "each" else {})
    assert points(rule, **dict(zip("bcd", cells.split()))) == expected


def test_checklist_states():
    rule = {"type": "checklist", "items": ["b", "c", "y / y > 0"], "mode": "any"}
    none = "not_applicable"
    assert state(rule, b="yes", c="", y=1) == "missing"
    assert state(rule, b="yes", c="", y=0) == "missing"
    assert state(rule, b="yes", c=none, y=0) == "undefined"
    assert scored(rule, b=none, c=none, y=none, model={"not_applicable": "zero"}) == (0, none)


def test_tiers():
    rule = {
        "type": "tiers",
        "value": "x",
        "tiers": [{"above": 90, "points": 4}, {"from": 70, "to": 80, "points": 2}, {"below": 10, "points": 3}, {"points": 1}],
    }
    answers = {"90.001": 4, "90": 1, "80": 2, "80.001": 1, "70": 2, "69.999": 1, "10": 1, "9.999": 3, "-5": 3}
    assert {value: points(rule, x=value) for value in answers} == answers


def test_proportional():
    rule = {"type": "proportional", "value": "x", "full_at": 100, "floor": 70}
    assert [points(rule, x=value) for value in (-1, 0, 69.999, 70, 85, 100, 101)] == [0, 0, 0, Fraction("2.8"), Fraction("3.4"), 4, 4]
    rule = {"type": "proportional", "value": "x", "zero_at": 30, "full_at": 10, "floor": 20}
    assert [points(rule, x=value) for value in (30, 20.001, 20, 15, 10, 0)] == [0, 0, 2, 3, 4, 4]
    rule = {"type": "proportional", "value": "x", "zero_at": 5, "full_at": 10, "floor": 5}
    assert [points(rule, x=value) for value in (4, 5, 6)] == [0, 0, Fraction("0.8")]


def test_steps():
    rule = {"type": "steps", "value": "x", "base": 1, "from": 10, "every": 2.5, "add": 0.5, "cap": 3}
    assert [points(rule, x=value) for value in (-9, 10, 12.499, 12.5, 15, 20, 22.5, 99)] == [1, 1, 1, Fraction(3, 2), 2, 3, 3, 3]
    del rule["cap"]
    assert points(rule, x=99) == 4


def test_per_item_and_deduct():
    rule = {"type": "per_item", "value": "x", "each": 0.5}
    assert [points(rule, x=value) for value in (-1, 0, 3, 8, 9)] == [0, 0, Fraction(3, 2), 4, 4]
    rule = {"type": "deduct", "value": "x", "each": 0.5, "at_least": 1}
    assert [points(rule, x=value) for value in (-1, 0, 3, 6, 7)] == [4, 4, Fraction(5, 2), 1, 1]


def target_points(values, goal):
    text = model_text({"x": {"type": "decimal"}}, [leaf("l", 4, {"type": "target", "value": "x", "target": goal})], point_decimals=2)
    scores, _ = evaluated(text, "unit,x\n" + "\n".join(f"U{place},{value}" for place, value in enumerate(values)))
    return [Fraction(score.by_id["l"].tally.achieved, 100) for score in scores]


def test_target():
    assert target_points([-5, 0, 5, 10, 15, 20, 20], 10) == [0, 0, 1, 2, 3, 4, 4]
    assert target_points([10, 10, 5], 10) == [4, 4, 1]
    assert target_points([1, 2], 0) == [0, 0] and target_points([-2, -1], "-1 * 3") == [0, 0]


def test_survey():
    rule = {"type": "survey", "answers": {"y": 100, "x_count": 37.5}}
    text = model_text({"y": "count", "x_count": "count"}, [leaf("l", 4, rule, undefined="full")], point_decimals=2)
    assert one(text, y=3, x_count=1).by_id["l"].tally.achieved == 338  # 4 x 337.5 / 400 = 3.375
    node = one(text, y=0, x_count=0).by_id["l"]
    assert (node.state, node.tally.achieved) == ("undefined", 400)
    assert one(text, y=0, x_count="").by_id["l"].state == "missing"


def test_given():
    text = model_text(
        {"x": {"type": "decimal", "decimals": 3, "min": 0, "max": 4}}, [leaf("l", 4, {"type": "given", "value": "x"})], point_decimals=2
    )
    assert [one(text, x=value).tally.achieved for value in ("0", "1.234", "1.235", "4")] == [0, 123, 124, 400]
    rule = {"type": "given", "value": "x", "clamp": True}
    assert [points(rule, x=value) for value in (-1, 2, 5)] == [0, 2, 4]


PARTS = [{"points": 3, "rule": {"type": "given", "value": "x", "clamp": True}}, {"points": 2, "rule": {"type": "yes_no", "value": "b"}}]


def test_best_of_and_sum_of():
    best, total = {"type": "best_of", "parts": PARTS}, {"type": "sum_of", "parts": PARTS}
    assert [points(best, x=1, b=b) for b in ("yes", "no", "", "not_applicable")] == [2, 1, 1, 1]
    assert state(best, x="", b="") == "missing" and scored(best, x="", b="not_applicable")[1] == "not_applicable"
    assert [points(total, x=value, b="yes") for value in (0, 1, 2, 3)] == [2, 3, 4, 4]
    assert state(total, x=1, b="") == "missing"


def test_parts_are_not_rounded():
    third = {"points": 1, "rule": {"type": "proportional", "value": "y", "full_at": 3}}
    assert points({"type": "sum_of", "parts": [third] * 3}, y=1) == 1


def test_strongest_state_wins():
    rule = {"type": "per_item", "value": "x / y", "each": 1}
    assert state(rule, x=1, y=0) == "undefined" and state(rule, x="", y=0) == "missing"
    assert state(rule, x="", y="not_applicable", model={"not_applicable": "zero"}) == "not_applicable"
    for condition, word in (("no", "not_applicable"), ("", "missing"), ("not_applicable", "not_applicable")):
        assert state(rule, x=1, y=0, b=condition, members={"applies_when": "b"}) == word


def tally(policies, rule=None, **cells):
    """(achieved, applicable, complete) of a leaf of 4 points, no quantum smaller than a point."""
    text = model_text(X, [leaf("l", 4, rule or {"type": "per_item", "value": "x / y", "each": 1}, **policies)], point_decimals=0)
    made = one(text, **({name: "" for name in X} | cells)).by_id["l"].tally
    return made.achieved, made.applicable, made.complete


def test_policies():
    out, zero, full, lacking = (0, 0, True), (0, 4, True), (4, 4, True), (0, 4, False)
    none, missing, undefined = {"x": "not_applicable", "y": 1}, {"x": "", "y": 1}, {"x": 1, "y": 0}
    some = {"undefined": "zero"}
    assert tally(some, **none) == out and tally(some, **missing) == lacking and tally(some, **undefined) == zero
    for word, result in (("exclude", out), ("full", full), ("zero", zero)):
        assert tally(some | {"not_applicable": word}, **none) == result
        assert tally({"undefined": "not_applicable", "not_applicable": word}, **undefined) == result
    for word, result in (("incomplete", lacking), ("zero", zero), ("exclude", out)):
        assert tally(some | {"missing": word}, **missing) == result
        assert tally({"undefined": "missing", "missing": word}, **undefined) == result
    assert tally({"undefined": "full"}, **undefined) == full


def test_nearest_policy_counts():
    rule = {"type": "yes_no", "value": "b"}
    text = model_text(
        X,
        [group("g", leaf("l1", 1, rule), leaf("l2", 1, rule, missing="exclude"), missing="zero"), leaf("l3", 1, rule)],
        missing="incomplete",
    )
    score = one(text, **{name: "" for name in X})
    assert [score.by_id[name].tally.applicable for name in ("l1", "l2", "l3", "g")] == [10**6, 0, 10**6, 10**6]
    assert [score.by_id[name].tally.complete for name in ("l1", "l2", "l3", "g")] == [True, True, False, True]
    assert not score.complete


def test_scaled_group():
    rule = {"type": "yes_no", "value": "b"}
    text = model_text(
        X,
        [group("g", leaf("l1", 1, rule), leaf("l2", 2, {"type": "yes_no", "value": "c"}), scale_to=0.5)],
        point_decimals=1,
        missing="exclude",
    )
    score = one(text, x="", y="", b="yes", c="no", d="", plan="")
    assert (score.tally.achieved, score.tally.applicable) == (2, 5)  # 5 quanta x 10 / 30 = 1.67
    score = one(text, x="", y="", b="", c="", d="", plan="")
    assert (score.tally.achieved, score.tally.applicable, score.index) == (0, 0, None)


def adjusted(x, y, **publish):
    sides = {
        "bonus": {
            "cap": 1.5,
            "entries": [
                leaf("b1", 1, {"type": "per_item", "value": "x", "each": 1}),
                leaf("b2", 1, {"type": "per_item", "value": "x / y", "each": 1}),
            ],
        },
        "penalty": {"cap": 3, "entries": [leaf("p1", 5, {"type": "per_item", "value": "y", "each": 1})]},
    }
    text = model_text(X, [leaf("l", 2, {"type": "yes_no", "value": "b"})], adjustments=sides, publish=publish, point_decimals=1)
    return one(text, x=x, y=y, b="yes", c="", d="", plan="")


def test_adjustments():
    score = adjusted(1, 1)
    assert (score.bonus, score.penalty, score.index) == (15, 10, 100)
    assert adjusted(1, 1, may_exceed_100=True).index == 125
    score = adjusted(1, 0)
    assert (score.bonus, score.by_id["b2"].state, score.complete) == (10, "undefined", True)
    score = adjusted("", 9)
    assert (score.bonus, score.penalty, score.index, score.complete) == (0, 30, 0, True)
