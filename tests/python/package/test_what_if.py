"""What-ifs and steps in Python: the same as scoring the changed table, values as read_evidence takes them, frames, errors."""

import pickle
from decimal import Decimal
from fractions import Fraction

import chiso
import numpy as np
import pytest

MODEL = {
    "chiso": 1,
    "id": "m",
    "stated_points": "accept",
    "measures": {
        "x": {"type": "count", "max": 100},
        "y": {"type": "decimal", "decimals": 1},
        "kind": {"type": "choice", "options": ["a", "b"]},
        "ok": {"type": "yes_no"},
        "day": {"type": "date"},
    },
    "criteria": [
        {"id": "one", "points": 50, "rule": {"type": "per_item", "value": "x", "each": 0.5}},
        {"id": "two", "points": 20, "rule": {"type": "options", "value": "kind", "points": {"a": 5, "b": 20}}},
        {"id": "three", "points": 20, "rule": {"type": "yes_no", "value": "ok and y > 0.5"}},
        {"id": "four", "points": 10, "rule": {"type": "yes_no", "value": "day <= date('2024-03-31')"}},
    ],
    "classes": {"bands": [{"id": "good", "from": 60}, {"id": "low"}]},
}
TABLE = {
    "unit": ["A", "B", "C"],
    "x": [10, 40, 90],
    "y": [1.5, 0, 2],
    "kind": ["a", "a", "b"],
    "ok": [True, True, None],
    "day": ["2024-04-02", "2024-03-01", "2024-03-01"],
}


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    import json

    path = tmp_path_factory.mktemp("model") / "model.json"
    path.write_text(json.dumps(MODEL), encoding="utf-8")
    return chiso.load_model(path)


@pytest.fixture(scope="module")
def scores(model):
    return model.score(chiso.Evidence.from_frame(TABLE, model, kind="dict"))


def changed(unit, **cells):
    """The table with other cells of a unit."""
    place = TABLE["unit"].index(unit)
    return {
        name: [cells[name] if name in cells and i == place else value for i, value in enumerate(column)] for name, column in TABLE.items()
    }


@pytest.mark.parametrize(
    "unit, cells",
    [
        ("A", {"x": 100}),
        ("A", {"x": "55", "kind": "b"}),
        ("B", {"y": 0.6}),
        ("B", {"ok": False, "x": None}),
        ("C", {"ok": True}),
        ("C", {"ok": "có", "day": "1/4/2024"}),
    ],
)
def test_a_what_if_is_scoring_the_changed_table(model, scores, unit, cells):
    of_table = model.score(chiso.Evidence.from_frame(changed(unit, **cells), model, kind="dict")).card(unit)
    found = scores.what_if(unit, cells)
    assert (found.index, found.rank, found.class_) == (of_table.index, of_table.rank, of_table.class_)
    assert found.index.exact == of_table.index.exact
    assert [(line.id, line.points, line.state) for line in found.card.lines] == [
        (line.id, line.points, line.state) for line in of_table.lines
    ]
    assert found.card.rank == of_table.rank


def test_not_applicable_is_not_missing(scores):
    missing, not_applicable = scores.what_if("A", {"x": None}), scores.what_if("A", {"x": chiso.NOT_APPLICABLE})
    assert missing.rank is None and not_applicable.rank is not None
    assert not_applicable.card["one"].state == "not_applicable"


def test_stated_points(scores):
    assert scores.what_if("A", {"points.two": 12}).card["two"].points == chiso.Figure("12.00")
    with pytest.raises(chiso.EvidenceError, match="points.two"):
        scores.what_if("A", {"points.two": 21})


def test_the_others_are_raised(scores):
    assert scores.what_if("C", {"ok": True}).rank == 1
    assert scores.what_if("C", {"ok": True}, others=100).rank == 3  # they are held at 100
    assert scores.what_if("B", {}, others=0).rank == scores.card("B").rank
    with pytest.raises(chiso.ShapeError):
        scores.what_if("C", {}, others=-1)


@pytest.mark.parametrize("others", [1e-7, "1e-7", np.float32(1e-7), Decimal("1E-7")])
def test_an_amount_is_any_number_in_what_ifs_and_in_plans(scores, others):
    assert scores.what_if("C", {}, others=others).rank == scores.what_if("C", {}, others="0.0000001").rank
    actions = [chiso.Action("more", {"x": 100}, cost=others)]
    assert scores.plan("C", target=chiso.Target(index=0), actions=actions, others=others)[0].cost == 0


@pytest.mark.parametrize(
    ("others", "kind"), [("much", ValueError), (float("nan"), ValueError), ("1e999999999", ValueError), (True, TypeError)]
)
def test_an_amount_that_is_none_is_refused_in_what_ifs_and_in_plans(scores, others, kind):
    with pytest.raises(kind, match="an amount is a number or its text"):
        scores.steps("C", others=others)
    with pytest.raises(kind, match="an amount is a number or its text"):
        scores.plan("C", target=chiso.Target(index=0), actions=[], others=others)


def test_many_in_one_call(scores):
    pairs = [("A", {"x": 100}), ("B", {}), ("C", {"ok": True, "x": None}), ("A", {"kind": "b"})]
    frame = scores.what_ifs(pairs, kind="dict")
    one_by_one = [scores.what_if(unit, cells) for unit, cells in pairs]
    assert frame["unit"].tolist() == ["A", "B", "C", "A"]
    assert frame["index"].tolist() == [float(one.index.exact) for one in one_by_one]
    assert [None if one is None else int(one) for one in frame["rank"].tolist()] == [one.rank for one in one_by_one]
    assert frame["class"].tolist() == [one.class_ for one in one_by_one]
    columns = scores.what_ifs({"unit": ["A", "B"], "x": [100, 3]}, kind="dict")
    assert columns["index"].tolist() == [float(scores.what_if(unit, {"x": x}).index.exact) for unit, x in (("A", 100), ("B", 3))]
    assert len(scores.what_ifs([], kind="dict")["unit"]) == 0


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow"])
def test_a_data_frame_of_changes(scores, kind):
    library = pytest.importorskip(kind)
    columns = {"unit": ["A", "B", "A"], "x": [100.0, 3.0, None]}
    frame = library.table(columns) if kind == "pyarrow" else library.DataFrame(columns)
    given = scores.what_ifs(frame)
    assert type(given).__module__.startswith(kind)
    expected = [scores.what_if(unit, {"x": x}) for unit, x in zip(columns["unit"], columns["x"], strict=True)]
    index = given["index"].to_pylist() if kind == "pyarrow" else given["index"].to_list()
    assert index == [float(one.index.exact) for one in expected]
    with pytest.raises(ValueError, match="unit"):
        scores.what_ifs(
            frame.drop("unit") if kind == "polars" else frame.drop(columns="unit") if kind == "pandas" else frame.drop(["unit"])
        )
    wrong = {"unit": ["A"], "z": [1]}
    with pytest.raises(chiso.EvidenceError, match="z"):
        scores.what_ifs(library.table(wrong) if kind == "pyarrow" else library.DataFrame(wrong))


def test_a_frame_of_pandas_may_have_the_units_in_its_index(scores):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"unit": ["A", "B"], "other": [1, 2], "x": [100, 3]}).set_index(["unit", "other"])
    assert scores.what_ifs(frame, kind="dict")["unit"].tolist() == ["A", "B"]
    twice = pandas.DataFrame([["A", 1, 2]], columns=["unit", "x", "x"])
    with pytest.raises(chiso.EvidenceError, match="x"):
        scores.what_ifs(twice)


@pytest.mark.parametrize(
    "cells, error, words",
    [
        ({"z": 1}, chiso.EvidenceError, "z"),
        ({"x": 101}, chiso.EvidenceError, "100"),
        ({"x": "ten"}, chiso.EvidenceError, "ten"),
        ({"kind": "c"}, chiso.EvidenceError, "c"),
        ({"unit": "B"}, ValueError, "unit"),
        ([("x", 1)], TypeError, "mapping"),
    ],
)
def test_what_no_cell_takes_is_refused(scores, cells, error, words):
    with pytest.raises(error, match=words):
        scores.what_if("A", cells)


def test_a_unit_that_is_not_there(scores):
    with pytest.raises(chiso.UnknownNameError):
        scores.what_if("D", {})
    with pytest.raises(chiso.UnknownNameError):
        scores.steps("D")
    with pytest.raises(TypeError):
        scores.what_ifs("A")
    with pytest.raises(TypeError):
        scores.what_ifs(["A"])
    with pytest.raises(ValueError, match="unit"):
        scores.what_ifs({"x": [1]})


def test_steps(scores):
    frame = scores.steps("A").frame(kind="dict")
    rows = list(zip(*(frame[name].tolist() for name in ("node", "measure", "direction", "step", "value", "points", "gain")), strict=True))
    assert rows == [
        ("one", "x", "up", "next", "11", 5.5, 0.5),
        ("one", "x", "up", "full", "100", 50.0, 45.0),
        ("two", "kind", "other", "full", "b", 20.0, 15.0),
        ("four", "day", "down", "full", "2024-03-31", 10.0, 10.0),
    ]
    assert frame["known"].all() and frame["rank"].tolist()[1] == 1
    open_ = scores.steps("C").frame(kind="dict")
    assert [(m, s, v) for m, s, v in zip(open_["measure"], open_["step"], open_["value"], strict=True) if s == "unanswered"] == [
        ("ok", "unanswered", "no"),
        ("ok", "unanswered", "yes"),
    ]


def test_they_are_restored(scores):
    found = scores.what_if("A", {"x": 100}, others="0.5")
    again = pickle.loads(pickle.dumps(found))
    assert (again.index, again.rank, again.changes) == (found.index, found.rank, {"x": 100}) and repr(again) == repr(found)
    steps = scores.steps("A")
    assert len(pickle.loads(pickle.dumps(steps))) == len(steps) == 4 and "A" in repr(steps)
    with pytest.raises(TypeError, match="what-if"):
        pickle.dumps(found.card)
    assert isinstance(found.index.exact, Fraction)
