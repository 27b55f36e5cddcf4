"""Weights of criteria: read as a frame, given as a mapping or a frame, exactly; C++ tests have the division itself."""

from decimal import Decimal
from fractions import Fraction

import chiso
import hypothesis
import hypothesis.strategies as st
import numpy as np
import pytest


def model_of(*points, **more):
    names = "abcdefgh"[: len(points)]
    measures = {name: chiso.Measure("decimal", min=0, max=100) for name in names}
    leaves = [chiso.Leaf(name, each, chiso.rules.Proportional(value=name, full_at=100)) for name, each in zip(names, points, strict=True)]
    return chiso.Draft(id="m", measures=measures, criteria=leaves, **more).build()


def points_of(model):
    return {node.id: str(node.points) for node in model}


@pytest.mark.parametrize("kind", ["dict", "pandas", "polars", "pyarrow"])
def test_the_frame_has_a_row_for_each_criterion(model, kind):
    frame = model.weights(kind=kind)
    rows = list(zip(*(list(np.array(frame[name])) for name in ("node", "points")), strict=True))
    assert [node for node, _ in rows] == [node.id for node in model]
    assert [points for _, points in rows] == [float(node.points) for node in model]
    names = list(frame if kind == "dict" else frame.column_names if kind == "pyarrow" else frame.columns)
    assert names[:3] == ["node", "parent", "kind"] and names[3:] == ["points", "local", "global"]


def test_local_weights_sum_to_one_in_each_group_and_global_ones_over_the_leaves(model):
    frame = model.weights(kind="pandas")
    assert frame.groupby("parent", dropna=False)["local"].sum().to_numpy() == pytest.approx(1)
    assert frame.loc[frame["kind"] == "leaf", "global"].sum() == pytest.approx(1)


@pytest.mark.parametrize("kind", ["dict", "pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("of", ["local", "global"])
def test_what_is_read_gives_the_same_model(model, kind, of):
    frame = model.weights(kind=kind)
    if of == "global":  # of leaves, for a group has those of its contents
        pandas = model.weights(kind="pandas")
        frame = pandas[pandas["kind"] == "leaf"]
    assert model.with_weights(frame, of=of) == model


def test_a_series_and_a_criterion_name_nodes(model):
    made = model_of(50, 30, 20)
    series = made.weights(kind="pandas").set_index("node")["local"]
    assert made.with_weights(series) == made
    assert made.with_weights({made["a"]: 1, made["b"]: 1, made["c"]: 2}) == made.with_weights({"a": 1, "b": 1, "c": 2})


def test_equal_thirds():
    made = model_of(50, 30, 20).with_weights({"a": 1, "b": 1, "c": 1})
    assert points_of(made) == {"a": "33.333334", "b": "33.333333", "c": "33.333333"} and made.points == 100


@pytest.mark.parametrize(
    "third", [Fraction(1, 3), 1 / 3, Decimal(1) / 3, np.float64(1 / 3), np.float32(1 / 3), np.int64(7), Decimal("0.1"), 0.1, 10**30]
)
def test_weights_are_numbers_of_any_kind(third):
    made = model_of(50, 30, 20).with_weights(dict.fromkeys("abc", third))
    assert points_of(made) == {"a": "33.333334", "b": "33.333333", "c": "33.333333"}


def test_a_float_stands_for_its_shortest_decimal():
    assert points_of(model_of(1, 1, point_decimals=9).with_weights({"a": 0.1, "b": 0.2}))["a"] == "0.666666667"


@hypothesis.given(st.lists(st.fractions(min_value=Fraction(1, 1000), max_value=1000), min_size=2, max_size=8))
@hypothesis.settings(max_examples=60)
def test_the_sum_is_kept_and_each_is_within_a_quantum(weights):
    model = model_of(*[100] * len(weights))
    made = model.with_weights(dict(zip("abcdefgh", weights, strict=False)))
    assert made.points == model.points
    for leaf, weight in zip(made.leaves, weights, strict=True):
        assert abs(Fraction(leaf.points) - Fraction(model.points) * weight / sum(weights)) < Fraction(1, 10**6)


def test_rules_keep_their_shares():
    measures = {
        "plan": chiso.Measure("choice", options=["full", "half", "none"]),
        "forms": chiso.Measure("count"),
        "panel": chiso.Measure("decimal", min=0, max=4),
    }
    options = chiso.rules.Options(value="plan", points={"full": 2, "half": 1, "none": 0})
    draft = chiso.Draft(
        id="m",
        measures=measures,
        criteria=[
            chiso.Leaf("a", 2, options),
            chiso.Leaf("b", 4, chiso.rules.PerItem(value="forms", each=1)),
            chiso.Leaf("c", 4, chiso.rules.Given(value="panel")),
        ],
    )
    model = draft.build()
    made = model.with_weights({"a": 4, "b": 2, "c": 4})
    row = {"unit": ["A"], "plan": ["half"], "forms": [3], "panel": [3.5]}
    before, now = model.score(row).card("A"), made.score(row).card("A")
    assert [line.index for line in before] == [line.index for line in now]
    assert made["a"].rule.points["half"] == 2 and made["b"].rule.each == Decimal("0.5") and made["c"].rule.value == "panel"


@pytest.mark.parametrize(
    "weights, of, found",
    [
        ({"a": 1, "b": 1, "x": 1}, "local", ["criterion.unknown /x", "weight.absent "]),
        ({"a": 1, "b": 1}, "local", ["weight.absent "]),
        ({"a": 0, "b": 0, "c": 0}, "local", ["weight.value /a", "weight.value /b", "weight.value /c"]),
        ({"a": -1, "b": 1, "c": 1}, "local", ["weight.value /a"]),
        ({"a": float("nan"), "b": float("inf"), "c": 1}, "local", ["weight.value /a", "weight.value /b"]),
        ({"a": "1", "b": True, "c": None}, "local", ["weight.value /a", "weight.value /b", "weight.value /c"]),
        ({"a": 1, "b": 1, "c": 10**9}, "local", ["weight.small /a", "weight.small /b"]),
        ({"a": 10**70000, "b": 1, "c": 1}, "local", ["weight.value /a"]),
        ({"a": "much", "x": 1, "b": -1}, "local", ["weight.value /a", "criterion.unknown /x", "weight.value /b", "weight.absent "]),
        ({"a": None, "b": 1, "c": 1}, "global", ["weight.value /a"]),
        ({}, "global", ["weight.absent "]),
        ({"node": ["a", "a", "b", "c"], "local": [1, 1, 1, 1]}, "local", ["weight.twice /a"]),
    ],
)
def test_what_is_wrong_is_told_in_place(weights, of, found):
    with pytest.raises(chiso.ModelError) as error:
        model_of(50, 30, 20).with_weights(weights, of=of)
    assert [f"{problem.code} {problem.pointer}" for problem in error.value.problems] == found


def test_what_is_no_weights_is_refused():
    model = model_of(50, 30, 20)
    with pytest.raises(ValueError, match="weights are 'local' or 'global', not 'both'"):
        model.with_weights({"a": 1}, of="both")
    with pytest.raises(TypeError, match="weights come as a mapping of nodes or as a data frame, not as int"):
        model.with_weights(1)
    with pytest.raises(ValueError, match="this one lacks global"):
        model.with_weights(model.weights(kind="pandas").drop(columns="global"), of="global")
    with pytest.raises(TypeError, match="a criterion is named by its id"):
        model.with_weights({1: 1})


def test_exact_figures_are_fractions_of_python(scores):
    exact, frame = scores.exact(), scores.frame(exact=True, kind="dict")
    assert [name for name in exact] == ["unit", "block", "period", "track", "points", "applicable", "bonus", "penalty", "index", "rank"]
    assert exact["unit"] == frame["unit"].tolist() and exact["rank"] == frame["rank"].tolist()
    indices = [index for index in exact["index"] if index is not None]
    assert indices and all(type(index) is Fraction and type(index.numerator) is int for index in indices)
    card = scores.card("Xã Mẫu 19")
    row = scores.exact(period="2024", track="final", sort="rank")
    at = row["unit"].index("Xã Mẫu 19")
    assert row["index"][at] == card.index.exact and row["points"][at] == card.points.exact and row["rank"][at] == card.rank
    assert sum(indices).denominator > 2**64  # a sum of NumPy's integers would have overflowed
    with pytest.raises(ValueError, match="rows are sorted by"):
        scores.exact(sort="index")


def test_exact_figures_of_a_node_have_no_bonus(scores):
    exact = scores.exact(node="on_time")
    assert set(exact["bonus"]) == {None} and any(isinstance(points, Fraction) for points in exact["points"])


def test_a_row_without_an_index_has_none():
    model = model_of(1, 1, not_applicable="exclude")
    scores = model.score({"unit": ["A"], "a": ["not_applicable"], "b": ["not_applicable"]})
    assert scores.exact()["index"] == [None] and scores.exact()["rank"] == [None]
