"""What the oracle explains (SPEC section 11), by hand: lost points, comparisons, the bridge, rank changes, track gaps."""

from fractions import Fraction

import pytest
from checks.small_models import group, leaf, lines, model_text
from oracle.evaluate import Given, evaluate
from oracle.explain.bridge import Refused, bridge, read_by
from oracle.explain.compare import compare
from oracle.explain.lost import benchmarks, lost
from oracle.explain.pair import Pair
from oracle.explain.rank_change import against, rank_change
from oracle.explain.track_gap import track_gap
from oracle.explain.tree import Figures, Tree
from oracle.model import read_model
from oracle.rank import together

COUNTS = dict.fromkeys("xyz", "count")


def item(name, measure, points=10, **members):
    return leaf(name, points, {"type": "per_item", "value": measure, "each": 1}, **members)


class Year:
    """A model with one row of x, y, z. Points are whole."""

    def __init__(self, criteria, row, bonus=None, penalty=None, measures=COUNTS, **members):
        sides = {"bonus": bonus, "penalty": penalty}
        sides = {name: {"cap": side[0], "entries": list(side[1:])} for name, side in sides.items() if side}
        members = {"point_decimals": 0, **members} | ({"adjustments": sides} if sides else {})
        self.model = read_model(model_text(measures, criteria, **members))
        columns = row[0] if isinstance(row, tuple) else "x,y,z"
        cells = row[1] if isinstance(row, tuple) else row
        self.given = Given(self.model, *lines(f"unit,{columns}\nU,{cells}"))
        [self.score] = evaluate(self.model, self.given.columns, self.given.rows)[0]
        self.tree = Tree(self.model)
        self.figures = Figures(self.tree, self.score)


# Lost points.


def lost_of(*arguments, **members):
    made = lost(Year(*arguments, **members).figures)
    return made and (made.by_leaf, made.total, made.rounding, made.limits, made.adjustments, made.held)


def test_points_lost_by_leaves():
    """20 of 30: a third of 100 is lost."""
    criteria = [item("l", "x"), group("g", item("m", "y"), item("n", "z"))]
    assert lost_of(criteria, "5,5,10") == ({"l": Fraction(50, 3), "m": Fraction(50, 3), "n": 0}, Fraction(100, 3), 0, 0, 0, 0)
    assert lost_of(criteria, "5,not_applicable,10") == ({"l": 25, "m": 0, "n": 0}, 25, 0, 0, 0, 0)
    assert lost_of(criteria, "not_applicable,not_applicable,not_applicable") is None
    assert lost_of([item("l", "x", 3)], "1,,", publish={"scale": 5})[:2] == ({"l": Fraction(10, 3)}, Fraction(10, 3))


def test_points_lost_in_a_scaled_group():
    """g is 20 points, of which half: 15 of 30; the factor of its children is 100/30 x 20/30 = 20/9."""
    criteria = [item("l", "x"), group("g", item("m", "y"), item("n", "z", 20), scale_to=20)]
    by_leaf = {"l": Fraction(50, 3), "m": Fraction(100, 9), "n": Fraction(200, 9)}
    assert lost_of(criteria, "5,5,10") == (by_leaf, 50, 0, 0, 0, 0)
    # 7 of 10 alone: 14 of 20; without any that applies there is only l, and 0 below the group.
    assert lost_of(criteria, "5,7,not_applicable")[0] == {"l": Fraction(50, 3), "m": 20, "n": 0}
    assert lost_of(criteria, "5,not_applicable,not_applicable")[:2] == ({"l": 50, "m": 0, "n": 0}, 50)
    # 4 of 30 of 20 points are 2.67, rounded to 3: a third of a point, worth 100/30 each.
    made = lost_of(criteria, "10,4,0")
    assert made[2] == Fraction(10, 9) and sum(made[0].values()) == made[1] + made[2]


def test_points_lost_beside_limits():
    """15 of 20, capped at 12 of 12: what the cap forgives is told as limits."""
    criteria = [group("g", item("l", "x"), item("m", "y"), cap=12), item("n", "z", 8)]
    assert lost_of(criteria, "5,10,8") == ({"l": 25, "m": 0, "n": 0}, 0, 0, 25, 0, 0)
    # 4 of 20, raised to 6: 2 points of 28.
    raised = [group("g", item("l", "x"), item("m", "y"), at_least=6), item("n", "z", 8)]
    assert lost_of(raised, "4,0,8")[1:4] == (50, 0, Fraction(200, 28))


def test_adjustments_and_what_is_held():
    """12 of 20, 9 of bonus and none of penalty are 105: held at 100."""
    criteria = [item("l", "x"), item("m", "y")]
    bonus, penalty = (9, item("b", "z")), (5, item("p", "z", 3))
    assert lost_of(criteria, "6,6,9", bonus=bonus)[1:] == (40, 0, 0, 45, -5)
    assert lost_of(criteria, "6,6,9", bonus=bonus, publish={"may_exceed_100": True})[4:] == (45, 0)
    assert lost_of(criteria, "0,0,3", penalty=penalty)[1:] == (100, 0, 0, -15, 15)


def test_benchmarks_are_of_ranked_rows_to_which_the_leaf_applies():
    model = read_model(model_text(COUNTS, [item("l", "x"), item("m", "y")], point_decimals=0))
    table = "unit,ranked,x,y\nA,yes,10,1\nB,yes,5,1\nC,yes,2,1\nD,yes,not_applicable,1\nE,no,9,1\nF,yes,9,\nG,yes,3,1"
    scores, _ = evaluate(model, *lines(table))
    assert benchmarks(scores, "l") == (1, Fraction(20, 40), Fraction(4, 10))
    nobody, _ = evaluate(model, *lines("unit,ranked,x,y\nA,no,10,1"))
    assert benchmarks(nobody, "l") is None


# Comparisons.


def terms(a, b):
    """(d, {(kind, id of a, id of b): (value, cause)}) of two years; on the way: the sum, and the other direction."""
    made = compare(Pair(a.tree, b.tree), a.figures, b.figures)
    back = compare(Pair(b.tree, a.tree), b.figures, a.figures)
    assert sum(term.value for term in made.terms) == made.d == -back.d
    turned = {(kind, two, one): (-value, cause) for kind, one, two, value, cause in map(flat, back.terms)}
    result = {(kind, one, two): (value, cause) for kind, one, two, value, cause in map(flat, made.terms)}
    assert result == turned and 0 not in [value for value, _ in result.values()]
    return made.d, result


def flat(term):
    return *term.key, term.value, term.cause


FLAT = [item("l", "x"), item("m", "y")]


def test_what_was_earned_differently():
    assert terms(Year(FLAT, "5,5,"), Year(FLAT, "8,4,")) == (
        10,
        {("leaf", "l", "l"): (15, "evidence"), ("leaf", "m", "m"): (-5, "evidence")},
    )
    assert terms(Year(FLAT, "5,5,"), Year(FLAT, "5,5,")) == (0, {})


def test_a_leaf_that_applies_no_more():
    """13 of 20, then 8 of 10. M u = 7.5, w = 100 x 10.5 / 200 = 5.25: -5 x 7.5 + 10 x 5.25."""
    assert terms(Year(FLAT, "8,5,"), Year(FLAT, "8,not_applicable,")) == (15, {("leaf", "m", "m"): (15, "applicability")})


def test_no_comparison_without_an_index():
    a, b = Year(FLAT, "8,5,"), Year(FLAT, "not_applicable,not_applicable,")
    assert compare(Pair(a.tree, b.tree), a.figures, b.figures) is None
    incomplete = Year(FLAT, "8,,")
    made = compare(Pair(a.tree, incomplete.tree), a.figures, incomplete.figures)
    assert made.d == -25 and made.complete_a and not made.complete_b
    with pytest.raises(ValueError, match="scale"):
        Pair(a.tree, Year(FLAT, "8,5,", publish={"scale": 5}).tree)


def test_inside_a_scaled_group():
    """g is 20 of 30. In a 5 + 5 of 20, in b 10 + 5: 20 points worth 100/30 each, in 20 of it a half of a point is 1/20 x 20."""
    criteria = [item("k", "z"), group("g", item("l", "x"), item("m", "y"), scale_to=20)]
    assert terms(Year(criteria, "5,5,0"), Year(criteria, "9,5,1")) == (
        Fraction(50, 3),
        {("leaf", "k", "k"): (Fraction(10, 3), "evidence"), ("leaf", "l", "l"): (Fraction(40, 3), "evidence")},
    )


def test_a_scaled_group_of_other_points():
    """Half of 20, then half of 40, beside a full k of 10: 20 of 30, 30 of 50. M u = 8/3, w = 100 x 25 / 1500 = 5/3."""
    a, b = ([item("k", "z"), group("g", item("l", "x"), scale_to=points)] for points in (20, 40))
    d, made = terms(Year(a, "5,,10"), Year(b, "5,,10"))
    assert d == Fraction(-20, 3) and made == {("group", "g", "g"): (20 * Fraction(8, 3) / 2 - 20 * Fraction(5, 3), "model")}


def test_a_scaled_group_of_other_points_and_what_is_in_it():
    """Half of 20, then 8 of 10 of 40: d is 32 of 40 + 10 less 10 of 20 + 10, k full."""
    a, b = ([item("k", "z"), group("g", item("l", "x"), scale_to=points)] for points in (20, 40))
    d, made = terms(Year(a, "5,,10"), Year(b, "8,,10"))
    assert d == 84 - Fraction(200, 3) and made[("leaf", "l", "l")] == (Fraction(8, 3) * 30 * Fraction(3, 10), "evidence")


def test_rounding_of_a_scaled_group():
    """Of 7 points 3/10 are 2.1 and 4/10 are 2.8: 2, then 3."""
    criteria = [group("g", item("l", "x"), scale_to=7)]
    d, made = terms(Year(criteria, "3,,"), Year(criteria, "4,,"))
    assert d == Fraction(100, 7) and made == {
        ("leaf", "l", "l"): (10, "evidence"),
        ("rounding", "g", "g"): (Fraction(30, 7), "evidence"),
    }


def test_scaled_inside_scaled():
    """Two halves of a half: the leaf is worth 100/20 x 20/20 x 10/10."""
    inner = group("h", item("l", "x"), scale_to=10)
    criteria = [group("g", inner, item("m", "y"), scale_to=20)]
    assert terms(Year(criteria, "2,4,"), Year(criteria, "6,5,")) == (
        25,
        {("leaf", "l", "l"): (20, "evidence"), ("leaf", "m", "m"): (5, "evidence")},
    )


def test_limits_have_terms_of_their_own():
    """10 + 4 of 20, capped at 12; then 10 + 1."""
    criteria = [group("g", item("l", "x"), item("m", "y"), cap=12)]
    d, made = terms(Year(criteria, "10,4,"), Year(criteria, "10,1,"))
    assert d == Fraction(-100, 12) and made == {
        ("leaf", "m", "m"): (Fraction(-300, 12), "evidence"),
        ("limit", "g", "g"): (Fraction(200, 12), "evidence"),
    }
    uncapped = [group("g", item("l", "x"), item("m", "y"))]
    _, made = terms(Year(criteria, "10,4,"), Year(uncapped, "10,4,"))
    assert made == {("limit", "g", None): (-30, "model")}  # of 12 of 12, then 14 of 20
    raised = [group("g", item("l", "x"), item("m", "y"), at_least=6)]
    _, made = terms(Year(raised, "2,1,"), Year([group("g", item("l", "x"), item("m", "y"), at_least=7)], "2,1,"))
    assert made == {("limit", "g", "g"): (5, "model")}


def test_adjustments_their_caps_and_what_is_held():
    """A bonus of 4 + 4 capped at 6, of 20: 5 + 3 at first, then 3 + 3."""
    bonus = (6, item("b", "x", 5), item("c", "y", 5))
    criteria = [item("l", "z", 20)]
    d, made = terms(Year(criteria, "5,3,10", bonus=bonus), Year(criteria, "3,3,10", bonus=bonus))
    assert d == 0 and made == {("bonus", "b", "b"): (-10, "evidence"), ("bonus_cap", None, None): (10, "evidence")}
    penalty = (6, item("p", "x", 9))
    d, made = terms(Year(criteria, "1,0,20", penalty=penalty), Year(criteria, "9,0,20", penalty=penalty))
    assert d == -25 and made == {("penalty", "p", "p"): (-40, "evidence"), ("penalty_cap", None, None): (15, "evidence")}
    d, made = terms(Year(criteria, "0,0,18", bonus=bonus), Year(criteria, "4,0,18", bonus=bonus))
    assert d == 10 and made == {("bonus", "b", "b"): (20, "evidence"), ("held", None, None): (-10, "evidence")}
    free = Year(criteria, "4,0,18", bonus=bonus, publish={"may_exceed_100": True})
    assert terms(Year(criteria, "4,0,18", bonus=bonus), free) == (10, {("held", None, None): (10, "model")})
    more = Year(criteria, "5,3,10", bonus=(7, *bonus[1:]))
    assert terms(Year(criteria, "5,3,10", bonus=bonus), more) == (5, {("bonus_cap", None, None): (5, "model")})


def test_nodes_match_by_id_then_by_a_former_id():
    renamed = [item("new", "x", was=["l"]), item("m", "y")]
    assert terms(Year(FLAT, "5,5,"), Year(renamed, "8,5,")) == (15, {("leaf", "l", "new"): (15, "evidence")})
    # Two that were l: neither is it, each is new; l is gone.
    split = [item("l.1", "x", 5, was=["l"]), item("l.2", "x", 5, was=["l"]), item("m", "y")]
    d, made = terms(Year(FLAT, "5,5,"), Year(split, "5,5,"))
    assert d == 25 and {key: cause for key, (_, cause) in made.items()} == {
        ("leaf", None, "l.1"): "model",
        ("leaf", None, "l.2"): "model",
        ("leaf", "l", None): "model",
    }
    # An id goes before a former one: m is m, whatever it was.
    named = [item("l", "x"), item("m", "y", was=["l"])]
    assert terms(Year(FLAT, "5,5,"), Year(named, "8,5,")) == (15, {("leaf", "l", "l"): (15, "evidence")})


def test_a_leaf_that_moved_stands_on_one_side_only():
    """From beside a scaled group into it: 5 of 10 and 10 of 10, then 15 of 20 of the 10."""
    a = [item("l", "x"), group("g", item("m", "y"), scale_to=10)]
    b = [group("g", item("l", "x"), item("m", "y"), scale_to=10)]
    d, made = terms(Year(a, "5,10,"), Year(b, "4,10,"))
    assert d == -5 and made[("leaf", "l", None)][1] == made[("leaf", None, "l")][1] == "model"
    # Between groups that are not scaled it stands in one place.
    a, b = [group("g", *FLAT), group("h", item("n", "z"))], [group("g", FLAT[1]), group("h", item("n", "z"), FLAT[0])]
    assert terms(Year(a, "5,5,5"), Year(b, "8,5,5")) == (10, {("leaf", "l", "l"): (10, "evidence")})


def test_what_is_one_part():
    leaf_then_group = [item("g", "x"), item("m", "y")], [group("g", item("l", "x")), item("m", "y")]
    d, made = terms(*(Year(criteria, row) for criteria, row in zip(leaf_then_group, ("5,5,", "8,5,"))))
    assert made == {("group", "g", "g"): (15, "model")}
    scaled = [group("g", item("l", "x"), scale_to=10), item("m", "y")]
    d, made = terms(Year(leaf_then_group[1], "5,5,"), Year(scaled, "8,5,"))
    assert made == {("group", "g", "g"): (15, "model")}
    # Nothing applies below on one side: 5 of 10, then 13 of 20.
    d, made = terms(Year(scaled, "not_applicable,5,"), Year(scaled, "8,5,"))
    assert d == 15 and made == {("group", "g", "g"): (15, "applicability")}


def cause_of(a, b, row_a="5,5,", row_b="6,5,", before=None, after=None):
    """The cause of the term of l."""
    _, made = terms(Year(a, row_a, **(before or {})), Year(b, row_b, **(after or {})))
    return made[("leaf", "l", "l")][1]


@pytest.mark.parametrize(
    "members",
    [
        {"points": 11},
        {"rule": {"type": "per_item", "value": "x", "each": 2}},
        {"rule": {"type": "per_item", "value": "x + 0", "each": 1}},
        {"applies_when": "x > 0"},
        {"missing": "zero"},
        {"tracks": ["final"]},
    ],
)
def test_what_makes_another_leaf_of_it(members):
    assert cause_of(FLAT, [item("l", "x") | members, FLAT[1]]) == "model"
    assert cause_of(FLAT, FLAT) == "evidence"


def test_what_makes_no_other_leaf_of_it():
    rule = {"type": "per_item", "value": "( x )", "each": 1, "label": "Phần"}
    assert cause_of(FLAT, [item("l", "x", label="Khác", number="1") | {"rule": rule}, FLAT[1]]) == "evidence"
    written = [leaf("l", 10, {"type": "proportional", "value": "x", "full_at": 10, **zero}) for zero in ({}, {"zero_at": 0})]
    assert cause_of([written[0], FLAT[1]], [written[1], FLAT[1]]) == "evidence"
    # The policy is the same, wherever it stands.
    above = [group("g", *FLAT, missing="incomplete")]
    assert cause_of(FLAT, above) == "evidence"
    assert cause_of(FLAT, FLAT, after={"missing": "zero"}) == "model"
    assert cause_of(FLAT, [group("g", *FLAT, applies_when="x > 0")]) == "model"


def test_what_a_leaf_reads_may_differ():
    low = COUNTS | {"x": {"type": "count", "max": 100}}
    assert cause_of(FLAT, FLAT, after={"measures": low}) == "model"
    assert cause_of(FLAT, FLAT, after={"measures": COUNTS | {"y": {"type": "count", "max": 100}}}) == "evidence"
    by_plan = [leaf("l", 10, {"type": "per_item", "value": "x * p", "each": 1}), FLAT[1]]
    plans = [{"parameters": {"p": {"value": value}}} for value in (1, 2)]
    assert cause_of(by_plan, by_plan, before=plans[0], after=plans[0]) == "evidence"
    assert cause_of(by_plan, by_plan, before=plans[0], after=plans[1]) == "model"
    below = [leaf("l", 10, {"type": "per_item", "value": "x + rows_count(t, done > 0)", "each": 1}, missing="zero"), FLAT[1]]
    tables = [{"tables": {"t": {"measures": {"done": {"type": kind}}}}} for kind in ("count", "decimal")]
    both = [Year(below, "1,5,", **members) for members in tables]
    assert Pair(both[0].tree, both[1].tree).differs(both[0].tree.top[0], both[1].tree.top[0])


def test_stated_points_are_a_cause():
    model = {"stated_points": "accept"}
    rows = [("x,y,z,points.l", f"5,5,,{points}") for points in ("", 6, 7, 5)]
    years = [Year(FLAT, row, **model) for row in rows]

    def cause(a, b):
        return terms(a, b)[1][("leaf", "l", "l")][1]

    assert cause(years[0], years[1]) == cause(years[1], years[2]) == cause(years[1], years[0]) == "stated"
    assert terms(years[0], years[3])[1] == {}  # the same points, stated
    inside = [[group("g", *FLAT)], ("x,y,z,points.l", "not_applicable,5,,"), ("x,y,z,points.l", "not_applicable,5,,6")]
    assert cause(*(Year(inside[0], row, **model) for row in inside[1:])) == "stated"  # though it applies anew
    other = Year([item("l", "y"), FLAT[1]], rows[1], **model)
    assert cause(years[0], other) == "model"


CHOICE = [group("g", item("l", "x", applies_when="z == 1"), item("m", "y", applies_when="z > 0"), one_of=True)]


def test_leaves_below_one_of_start_and_stop_to_count():
    d, made = terms(Year(CHOICE, "5,8,1"), Year(CHOICE, "5,8,2"))
    assert d == 30 and {key[1]: cause for key, (_, cause) in made.items()} == {"l": "applicability", "m": "applicability"}
    turned = [group("g", *reversed(CHOICE[0]["criteria"]), one_of=True)]
    _, made = terms(Year(CHOICE, "5,8,1"), Year(turned, "5,8,1"))
    assert {key[1]: cause for key, (_, cause) in made.items()} == {"l": "model", "m": "model"}


def differ(a, b):
    """Whether the first criteria of two models differ."""
    one, two = Year([a, item("z", "z")], "1,1,1").tree, Year([b, item("z", "z")], "1,1,1").tree
    return Pair(one, two).differs(one.top[0], two.top[0])


def test_groups_that_differ():
    plain = group("g", *FLAT)
    assert not differ(plain, group("g", *reversed(FLAT), label="Nhóm", number="I")) and not differ(plain, plain | {"points": 20})
    for members in ({"scale_to": 5}, {"cap": 5}, {"at_least": 5}, {"applies_when": "x > 0"}, {"missing": "zero"}):
        assert differ(plain, group("g", *FLAT, **members))
    assert differ(plain, group("g", FLAT[0])) and differ(plain, group("g", *FLAT, item("n", "x")))
    assert differ(plain, group("g", FLAT[0], item("m", "x"))) and not differ(plain, group("g", FLAT[0], item("n", "y", was=["m"])))
    chosen = [item(name, "x", applies_when="x > 0") for name in "lm"]
    assert differ(group("g", *chosen), group("g", *chosen, one_of=True))
    assert differ(group("g", *chosen, one_of=True), group("g", *reversed(chosen), one_of=True))


def test_sums_by_cause_and_by_node():
    bonus = (9, item("b", "z"))
    a = [group("g", group("h", FLAT[0]), FLAT[1]), item("n", "z")]
    b = [group("g", group("h", FLAT[0]), FLAT[1]), item("o", "z", was=["n"])]
    years = Year(a, "5,5,1", bonus=bonus), Year(b, "8,2,not_applicable", bonus=bonus)
    made = compare(Pair(years[0].tree, years[1].tree), *(year.figures for year in years))
    one, two, three = made.by_node(1), made.by_node(2), made.by_node(3)
    assert set(one) == {"g", "o", "bonus"} and set(two) == {"h", "m", "o", "bonus"} and set(three) == {"l", "m", "o", "bonus"}
    assert one["g"] == two["h"] + two["m"] == 0 and sum(one.values()) == sum(made.by_cause().values()) == made.d
    assert set(made.by_cause()) == {"evidence", "applicability"}


# Two models on two tables.


def test_the_bridge_between_two_years():
    """The weight of x doubles, and x rises from 4 to 6 of 10, beside y at 10."""
    old = Year(FLAT, "4,10,")
    new = Year([leaf("l", 20, {"type": "per_item", "value": "x", "each": 2}), FLAT[1]], "6,10,")
    new_old, old_new = read_by(new.model, old.given), read_by(old.model, new.given)
    key = ("U", "", "final")
    made = bridge(old.score, new_old[key], old_new[key], new.score)
    # 70 -> 60 on the old table, 80 -> 73.33 on the new.
    assert (made.d, made.model, made.evidence) == (Fraction(10, 3), Fraction(-25, 3), Fraction(35, 3))
    assert bridge(old.score, None, old_new[key], new.score) is None


def test_columns_that_the_other_model_does_not_know():
    measures = {"x": "count", "w": "count"}
    new = Year([FLAT[0], item("m", "w")], ("x,w", "6,10"), measures=measures)
    old = Year(FLAT, "4,10,")
    [score] = read_by(new.model, old.given).values()
    assert score.by_id["m"].state == "missing" and score.by_id["l"].tally.achieved == 4


@pytest.mark.parametrize(
    "measure, cell", [({"type": "count", "max": 5}, "6"), ({"type": "count"}, "1.5"), ({"type": "choice", "options": ["a"]}, "b")]
)
def test_a_cell_that_the_other_model_refuses(measure, cell):
    liberal = {"type": "decimal"} if measure["type"] == "count" else {"type": "choice", "options": ["a", "b"]}
    criteria = [leaf("l", 10, {"type": "yes_no", "value": "is_missing(x)"})]
    given = Year(criteria, ("x", cell), measures={"x": liberal}).given
    with pytest.raises(Refused):
        read_by(Year(criteria, ("x", ""), measures={"x": measure}).model, given)


# Ranks and tracks.

RANKS = """unit,period,block,x,y
A,1,,5,9
B,1,,9,0
C,1,,7,0
D,1,,5,0
E,1,,2,0
A,2,,6,0
B,2,,5,0
C,2,,8,0
D,2,,6,0
F,2,,9,0
F,1,other,9,0"""


def test_a_change_of_rank():
    """D: 5 points below A's 14, 9 and 7; then 6, level with A, below 9 and 8."""
    criteria = [item("l", "x"), item("m", "y")]
    model = read_model(model_text(COUNTS, criteria, point_decimals=0, ranking={"tie_break": ["m"]}))
    scores, _ = evaluate(model, *lines(RANKS))
    groups = together(scores)
    made = rank_change(model, "D", groups["", "1", "final"], groups["", "2", "final"])
    assert (made.place_a, made.place_b) == (4, 3) and made.change == 1
    assert (made.passed_by, made.entered) == (["F"], ["F"]) and (made.passed, made.left) == (["A", "B"], [])
    assert (made.b_among_a, made.a_among_b) == (4, 4)  # 6 among 14 9 7 2; 5 among 6 5 8 9
    made = rank_change(model, "C", groups["", "1", "final"], groups["", "2", "final"])
    assert (made.passed_by, made.passed) == (["F"], ["A", "B"]) and (made.place_a, made.place_b) == (3, 2)
    with pytest.raises(ValueError, match="^b: E"):
        rank_change(model, "E", groups["", "1", "final"], groups["", "2", "final"])
    with pytest.raises(ValueError, match="^a: F"):
        rank_change(model, "F", groups["", "1", "final"], groups["", "2", "final"])


def test_who_left_and_who_moved():
    model = read_model(model_text(COUNTS, [item("l", "x")], point_decimals=0, ranking={"ties": "dense"}))
    scores, _ = evaluate(model, *lines("unit,period,x\nA,1,5\nB,1,9\nC,1,9\nD,1,1\nA,2,5\nB,2,4\nD,2,7"))
    groups = together(scores)
    made = rank_change(model, "A", groups["", "1", "final"], groups["", "2", "final"])
    assert (made.passed, made.left, made.passed_by, made.entered) == (["B", "C"], ["C"], ["D"], [])
    # Dense ranks 2 and 2; places 3 and 2.
    assert (made.change, made.place_a, made.place_b, made.b_among_a, made.a_among_b) == (0, 3, 2, 3, 2)


def test_level_is_not_above():
    model = read_model(model_text(COUNTS, [item("l", "x")], point_decimals=0))
    scores, _ = evaluate(model, *lines("unit,period,x\nA,1,5\nB,1,5\nC,1,9\nA,2,5\nB,2,6\nC,2,5"))
    groups = together(scores)
    made = rank_change(model, "A", groups["", "1", "final"], groups["", "2", "final"])
    assert (made.passed_by, made.entered, made.passed, made.left) == (["B"], [], ["C"], [])
    assert (made.place_a, made.place_b, made.b_among_a, made.a_among_b) == (2, 2, 2, 2)


def test_terms_against_another_unit():
    model = read_model(model_text(COUNTS, FLAT, point_decimals=0))
    scores, _ = evaluate(model, *lines("unit,period,x,y\nA,1,5,5\nA,2,7,5\nB,1,5,5\nB,2,6,9"))
    tree = Tree(model)
    pair = Pair(tree, tree)
    figures = [Figures(tree, score) for score in scores]
    own, other = compare(pair, *figures[:2]), compare(pair, *figures[2:])
    assert against(own, other) == [(("leaf", "m", "m"), 20), (("leaf", "l", "l"), -5)]
    assert sum(value for _, value in against(own, other)) == other.d - own.d
    assert against(own, own) == [] and against(own, None) is None


def test_the_gap_between_two_tracks():
    text = model_text(
        COUNTS,
        [item("l", "x"), item("m", "y", 5, not_applicable="zero")],
        point_decimals=0,
        tracks=["self", "final"],
        fallback={"final": ["self"]},
    )
    model = read_model(text)
    table = """unit,block,track,x,y
        A,b,self,9,not_applicable
        A,b,final,7,1
        B,b,self,4,1
        B,b,final,6,1
        C,c,self,5,1
        C,c,final,,1
        D,c,self,9,1
        E,c,self,not_applicable,1
        E,c,final,3,1
        F,c,self,5,1
        F,c,final,4,1"""
    scores, _ = evaluate(model, *lines(table))
    # D has no row of its own in final; C has, though its x is filled by fallback; E's leaf does not apply in self.
    assert track_gap(model, scores, "l", "self", "final") == (4, Fraction(1, 4), 2)  # 2, -2, 0, 1
    assert track_gap(model, scores, "l", "self", "final", "b") == (2, 0, 2)
    assert track_gap(model, scores, "l", "final", "self", "c") == (2, Fraction(-1, 2), -1)
    assert track_gap(model, scores, "m", "self", "final", "b") == (2, Fraction(-1, 2), -1)
    assert track_gap(model, scores, "l", "self", "final", "none") is None
