"""The oracle's groups with a cap, a least, or one child that counts (SPEC section 5), by hand. Points are whole."""

from checks.small_models import group, leaf, model_text, one

MEASURES = {name: "count" for name in "xyz"} | {"a": "yes_no", "b": "yes_no", "c": "yes_no"}


def item(name, measure, points=10, **members):
    return leaf(name, points, {"type": "per_item", "value": measure, "each": 1}, **members)


def score(criteria, **cells):
    text = model_text(MEASURES, criteria, point_decimals=0, **cells.pop("model", {}))
    return one(text, **(dict.fromkeys(MEASURES, "") | cells))


def tally(criteria, name="g", **cells):
    """(achieved, applicable, complete) of a node."""
    made = score(criteria, **cells).by_id[name].tally
    return made.achieved, made.applicable, made.complete


def test_a_cap_holds_what_is_achieved_and_what_applies():
    capped = [group("g", item("l", "x"), item("m", "y"), cap=12)]
    assert tally(capped, x=5, y=6) == (11, 12, True) and tally(capped, x=5, y=7) == (12, 12, True)
    assert tally(capped, x=9, y=9) == (12, 12, True)
    none = {"y": "not_applicable"}
    assert tally(capped, x=9, **none) == (9, 10, True)
    assert tally(capped, x="not_applicable", **none) == (0, 0, True)
    assert tally(capped, x=9, y="") == (9, 12, False)


def test_a_least_raises_what_is_achieved():
    raised = [group("g", item("l", "x"), item("m", "y"), at_least=13)]
    assert tally(raised, x=5, y=6) == (13, 20, True) and tally(raised, x=9, y=5) == (14, 20, True)
    assert tally(raised, x=1, y="not_applicable") == (10, 10, True)  # at most what applies
    assert tally(raised, x=1, y="") == (13, 20, False)
    assert tally(raised, x="not_applicable", y="not_applicable") == (0, 0, True)
    both = [group("g", item("l", "x"), item("m", "y"), cap=12, at_least=3)]
    assert [tally(both, x=x, y=0)[0] for x in (0, 3, 4, 10)] == [3, 3, 4, 10] and tally(both, x=9, y=9)[0] == 12


def test_limits_stand_inside_one_another():
    inner = group("h", item("l", "x"), item("m", "y"), cap=12)
    assert tally([group("g", inner, item("n", "z"), at_least=8)], x=2, y=2, z=1) == (8, 22, True)
    assert tally([group("g", inner, item("n", "z"), scale_to=11)], x=9, y=9, z=1) == (7, 11, True)  # 13 of 22: 6.5


ONE = [group("g", item("l", "x", 4, applies_when="a"), item("m", "y", 6, applies_when="b"), item("n", "z", 5), one_of=True)]


def nodes(criteria, *names, **cells):
    made = score(criteria, **cells)
    return [(made.by_id[name].state, made.by_id[name].tally.achieved, made.by_id[name].tally.applicable) for name in names]


def test_the_first_child_that_applies_counts():
    cells = {"x": 3, "y": 3, "z": 3}
    out = ("not_applicable", 0, 0)
    assert nodes(ONE, *"lmng", a="yes", b="yes", **cells) == [("scored", 3, 4), out, out, (None, 3, 4)]
    assert nodes(ONE, *"lmng", a="no", b="yes", **cells) == [out, ("scored", 3, 6), out, (None, 3, 6)]
    assert nodes(ONE, *"lmng", a="not_applicable", b="no", **cells) == [out, out, ("scored", 3, 5), (None, 3, 5)]
    assert nodes(ONE, *"lmng", a="no", b="no", x=3, y=3, z="not_applicable") == [out, out, out, (None, 0, 0)]
    assert nodes(ONE, *"lm", a="", b="yes", **cells) == [("missing", 0, 4), out]
    assert score(ONE, a="no", b="yes", x="", y=1, z="").complete and not score(ONE, a="", b="yes", **cells).complete


def test_a_child_out_by_its_condition_has_no_policy():
    policies = {"not_applicable": "full"}
    assert nodes(ONE, *"lm", a="no", b="yes", y=3, model=policies) == [("not_applicable", 0, 0), ("scored", 3, 6)]
    # Its own measure is another matter: there the policy decides, and the child counts.
    assert nodes(ONE, *"lm", a="yes", b="yes", x="not_applicable", y=3, model=policies) == [
        ("not_applicable", 4, 4),
        ("not_applicable", 0, 0),
    ]
    # So is a condition on the group.
    outer = [ONE[0] | {"applies_when": "c"}]
    assert nodes(outer, *"lmg", a="yes", x=3, c="no", model=policies) == [("not_applicable", 4, 4), ("not_applicable", 0, 0), (None, 4, 4)]
    # A missing child that is left out by its policy lets the next one count, and then does not apply.
    assert nodes(ONE, *"lm", a="yes", b="yes", y=3, model={"missing": "exclude"}) == [("not_applicable", 0, 0), ("scored", 3, 6)]


def test_stated_points_keep_a_child_in():
    text = model_text(MEASURES, ONE, point_decimals=0, stated_points="accept")

    def states(**cells):
        made = one(text, **(dict.fromkeys(MEASURES, "") | {"x": 1, "y": 1, "z": 1} | cells))
        return [(made.by_id[name].state, made.by_id[name].tally.achieved, made.by_id[name].own) for name in "lmn"]

    out = ("not_applicable", 0, None)
    assert states(a="no", points__l=2) == [("stated", 2, (0, "not_applicable")), out, out]
    assert states(a="yes", points__l="", points__m=6) == [("scored", 1, None), out, out]  # the second is not read
    assert states(a="yes", points__l="not_applicable", b="no", points__n=3) == [out, out, ("stated", 3, (1, "scored"))]


def test_a_group_may_be_the_child_that_counts():
    inner = group("h", item("l", "x", 4), item("m", "y", 6, applies_when="b"), applies_when="a", cap=7)
    criteria = [group("g", inner, item("n", "z", 5), one_of=True)]
    none, out = (None, 0, 0), ("not_applicable", 0, 0)
    cells = {"x": 3, "y": 6, "z": 3}
    assert nodes(criteria, *"hlmng", a="yes", b="yes", **cells) == [(None, 7, 7), ("scored", 3, 4), ("scored", 6, 6), out, (None, 7, 7)]
    assert nodes(criteria, *"hlmng", a="no", b="yes", **cells) == [none, out, out, ("scored", 3, 5), (None, 3, 5)]
    assert nodes(criteria, "h", "g", a="yes", b="yes", x="not_applicable", y="not_applicable", z=3) == [none, (None, 3, 5)]
    text = model_text(MEASURES, criteria, point_decimals=0, stated_points="accept")
    made = one(text, **(dict.fromkeys(MEASURES, "") | {"a": "no", "z": 1, "points__l": 4}))
    assert [made.by_id[name].state for name in "lmn"] == ["not_applicable", "not_applicable", "scored"]
