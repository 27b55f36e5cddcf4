"""Plans in Python: the best sets of actions, tried against every set by what the evidence so changed scores."""

import itertools
import pickle
import random
from decimal import Decimal

import chiso
import pytest


def model_of():
    measures = {name: chiso.Measure("decimal", decimals=1, min=0, max=10) for name in "abcd"}
    measures["plan"] = chiso.Measure("yes_no")
    given = {name: chiso.Leaf(name, 10, chiso.rules.Given(value=name)) for name in "abcd"}
    return chiso.Draft(
        id="m",
        measures=measures,
        criteria=[
            chiso.Group("capped", [given["a"], given["b"]], cap=15),
            chiso.Group("scaled", [given["c"], given["d"]], scale_to=7),
        ],
        classes=chiso.Classes(
            bands=[chiso.Band("good", from_=70), chiso.Band("fair", from_=50), chiso.Band("low")],
            vetoes=[chiso.Veto(when="not plan", at_most="fair")],
        ),
    ).build()


def table_of(rows):
    return {"unit": [f"u{at}" for at in range(len(rows))]} | {name: [str(row[name]) for row in rows] for name in (*"abcd", "plan")}


def rows_of(draw):
    return [{name: draw.randrange(0, 101) / 10 for name in "abcd"} | {"plan": draw.choice(["yes", "no"])} for _ in range(4)]


def actions_of(draw):
    actions = []
    for at in range(draw.randrange(2, 6)):
        name = draw.choice(["a", "b", "c", "d", "plan"])
        value = draw.choice(["yes", "no"]) if name == "plan" else draw.choice([draw.randrange(0, 101) / 10, chiso.NOT_APPLICABLE])
        actions.append(chiso.Action(f"x{at}", {name: value}, cost=draw.choice(["0", "1", "2.5"]), group=draw.choice([None, "g"])))
    return actions


def together(chosen):
    groups = [action.group for action in chosen if action.group]
    values = {}
    for action in chosen:
        for name, value in action.changes.items():
            if values.setdefault(name, value) != value:
                return False
    return len(groups) == len(set(groups))


def tried(model, rows, actions, reaches):
    """Every set that reaches the target and of which no part does, best first."""
    reaching = []
    for count in range(len(actions) + 1):
        for chosen in filter(together, itertools.combinations(actions, count)):
            changed = [dict(row) for row in rows]
            for action in chosen:
                changed[0] |= action.changes
            card = model.score(chiso.Evidence.from_frame(table_of(changed), model)).card("u0")
            if reaches(card):
                reaching.append((sum((action.cost for action in chosen), Decimal(0)), count, card, tuple(sorted(a.id for a in chosen))))
    minimal = [one for one in reaching if not any(set(other[3]) < set(one[3]) for other in reaching)]
    return [one[3] for one in sorted(minimal, key=lambda one: (one[0], one[1], -one[2].index.exact, one[3]))]


TARGETS = [
    (chiso.Target(published=60), lambda card: card.index is not None and card.index >= 60),
    (chiso.Target(rank=2), lambda card: card.rank is not None and card.rank <= 2),
    (chiso.Target(class_="fair"), lambda card: card.class_ in ("good", "fair")),
    (chiso.Target(class_="good"), lambda card: card.class_ == "good"),
]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("target, reaches", TARGETS, ids=lambda one: repr(one) if isinstance(one, chiso.Target) else "")
def test_plans_are_those_of_trying_every_set(seed, target, reaches):
    draw, model = random.Random(seed), model_of()
    rows, actions = rows_of(draw), actions_of(draw)
    scores = model.score(chiso.Evidence.from_frame(table_of(rows), model))
    plans = scores.plan("u0", target=target, actions=actions, k=4)
    assert [plan.actions for plan in plans] == tried(model, rows, actions, reaches)[:4]
    assert plans.best == (plans[0] if len(plans) else None)
    costs = plans.frontier(kind="dict")["cost"]
    assert sorted(costs) == list(costs)
    assert plans.reachable.index.exact == max(one.index.exact for one in plans._sets())


def test_all_problems_of_actions_are_told_at_once():
    model = model_of()
    scores = model.score(chiso.Evidence.from_frame(table_of(rows_of(random.Random(1))), model))
    actions = [
        chiso.Action("x", {"e": 1, "a": 11}, cost="-1"),
        chiso.Action("x", {"b": None}),
        chiso.Action("", {}),
    ]
    with pytest.raises(chiso.Error) as error:
        scores.plan("u0", target=chiso.Target(index=1), actions=actions)
    codes = sorted(problem.code for problem in error.value.problems)
    assert codes == ["action.cost", "action.id", "action.id", "action.measure", "action.measure", "action.value", "action.value"]


def test_a_class_that_the_block_does_not_have_is_refused():
    model = model_of()
    scores = model.score(chiso.Evidence.from_frame(table_of(rows_of(random.Random(1))), model))
    with pytest.raises(chiso.UnknownNameError):
        scores.plan("u0", target=chiso.Target(class_="best"), actions=[])


def test_what_progress_raises_stops_the_search():
    model = model_of()
    scores = model.score(chiso.Evidence.from_frame(table_of(rows_of(random.Random(2))), model))

    def stop(done, total):
        raise KeyboardInterrupt(f"{done} of {total}")

    with pytest.raises(KeyboardInterrupt):
        scores.plan("u0", target=chiso.Target(index=0), actions=actions_of(random.Random(3)), progress=stop)


def test_progress_is_a_bar_or_a_function(capsys):
    model = model_of()
    scores = model.score(chiso.Evidence.from_frame(table_of(rows_of(random.Random(2))), model))
    plans = scores.plan("u0", target=chiso.Target(index=0), actions=actions_of(random.Random(3)), progress=True)
    assert "searched" in capsys.readouterr().err
    plans.frontier()  # the bar is closed by then
    assert capsys.readouterr().err == ""
    with pytest.raises(TypeError, match="a function of the steps done and all steps, not a str"):
        scores.plan("u0", target=chiso.Target(index=0), actions=[], progress="yes")


@pytest.mark.parametrize("wrong", [{}, {"index": 1, "rank": 2}, {"rank": True}, {"rank": 0}, {"class_": 3}, {"index": [1]}])
def test_a_target_is_one_thing(wrong):
    with pytest.raises((TypeError, ValueError)):
        chiso.Target(**wrong)


def test_targets_and_actions_show_what_they_are():
    assert repr(chiso.Target(published=80.5)) == "chiso.Target(published='80.5')"
    assert chiso.Target(rank=9) == chiso.Target(rank=9)
    assert chiso.Target(rank=9) != chiso.Target(index=9)
    assert len({chiso.Target(rank=9), chiso.Target(rank=9)}) == 1
    action = chiso.Action("a", {"x": 1}, cost=0.1, group="g")
    assert (action.id, action.changes, action.cost, action.group) == ("a", {"x": 1}, Decimal("0.1"), "g")
    assert repr(action) == "chiso.Action('a', {'x': 1}, cost='0.1', group='g')"


def test_plans_come_back_from_a_pickle():
    model = model_of()
    scores = model.score(table_of(rows_of(random.Random(3))))
    actions = [chiso.Action("x", {"a": 10}, cost="1.5"), chiso.Action("y", {"c": 10, "d": 10}, cost=2, group="one")]
    plans = scores.plan("u1", target=chiso.Target(index=20), actions=actions, k=3, others="0.5")
    again = pickle.loads(pickle.dumps(plans))
    assert list(again) == list(plans) and again.target == plans.target and repr(again) == repr(plans)
    assert again.reachable == plans.reachable and again.card.unit == plans.card.unit == "u1"


def test_other_arguments_are_refused_in_words():
    scores = model_of().score(table_of(rows_of(random.Random(3))))
    with pytest.raises(TypeError, match=r"a target is a chiso\.Target, not 8, a int"):
        scores.plan("u1", target=8, actions=[])
    with pytest.raises(TypeError, match=r"an action is a chiso\.Action, not a tuple"):
        scores.plan("u1", target=chiso.Target(rank=1), actions=[("x", {"a": 10})])
    with pytest.raises(ValueError, match="k says how many plans are returned at most, from 1, not 0"):
        scores.plan("u1", target=chiso.Target(rank=1), actions=[], k=0)
    with pytest.raises(ValueError, match="a cost is a number or its text, such as 2.5, not '2,5'"):
        chiso.Action("x", {"a": 10}, cost="2,5")
