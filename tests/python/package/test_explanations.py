"""Points lost, comparisons, changes of rank and gaps of tracks: what C++ finds, as exact numbers and frames."""

import html
import pickle
import re
from fractions import Fraction

import chiso
import numpy as np
import pytest


@pytest.fixture(scope="module")
def scores():
    model = chiso.load_model("examples/models/commune_reform_index.json")
    return model.score(chiso.read_evidence("examples/data/communes.csv", model, decimal=",", kind="dict"))


@pytest.fixture(scope="module")
def comparison(scores):
    return chiso.compare(scores.card("Xã Mẫu 19", period=2023), scores.card("Xã Mẫu 19", period=2024))


def test_lost_points_sum_to_the_index(scores):
    lost = scores.lost("Xã Mẫu 19")
    card = scores.card("Xã Mẫu 19")
    assert all(isinstance(value, Fraction) for value in (lost.total, lost.rounding, lost.limits, lost.adjustments, lost.held))
    assert 100 - lost.total + lost.adjustments + lost.held == card.index.exact
    frame = lost.frame()
    assert list(frame) == ["node", "lost", "points", "applicable", "best", "mean", "median"]
    assert sum(frame["lost"]) == pytest.approx(float(lost.total + lost.rounding + lost.limits))
    at = frame["node"].index("service")
    assert frame["points"][at] == float(card["service"].points.exact) and 0 <= frame["median"][at] <= frame["best"][at] <= 1


def test_lost_points_of_a_row_without_an_index():
    model = chiso.Draft(
        id="m", measures={"x": chiso.Measure("count")}, criteria=[chiso.Leaf("a", 5, chiso.rules.PerItem(value="x", each=1))]
    ).build()
    lost = model.score({"unit": ["A"], "x": ["not_applicable"]}).lost("A")
    assert lost.total is None and lost.frame(kind="dict")["node"] == [] and repr(lost) == "<chiso.Lost: no index>"


def test_a_comparison_sums_to_the_difference(comparison):
    a, b = comparison.cards
    assert comparison.difference == b.index - a.index
    assert comparison.difference.exact == b.index.exact - a.index.exact
    for sums in ([term.value for term in comparison.terms], comparison.by_cause().values(), comparison.by_node(depth=1).values()):
        assert sum(sums) == comparison.difference.exact
    assert (
        comparison.by_node(depth=2).keys()
        > {term.node for term in comparison.terms if term.kind == "leaf"} & comparison.by_node(depth=2).keys()
    )
    frame = comparison.frame()
    assert list(frame) == ["node", "kind", "cause", "value"] and frame["node"] == [term.node for term in comparison.terms]
    back = chiso.compare(b, a)
    assert sorted(back.terms) == sorted(term._replace(value=-term.value) for term in comparison.terms)


def small(points=5, scale=100):
    leaves = [chiso.Leaf("a", points, chiso.rules.PerItem(value="x", each=1)), chiso.Leaf("b", 5, chiso.rules.PerItem(value="y", each=1))]
    measures = {"x": chiso.Measure("count"), "y": chiso.Measure("count")}
    model = chiso.Draft(id="m", measures=measures, criteria=leaves, publish=chiso.Publish(scale=scale)).build()
    return model.score({"unit": ["A"], "x": [3], "y": [4]}).card("A")


def test_a_comparison_of_models():
    d = chiso.compare(small(), small(points=10))
    # 70 and 7 of 15; M u = 50/6, w = 100 x 7 / 150: of the leaf only what applies changed.
    assert d.terms == (chiso.Term("a", "leaf", "model", Fraction(-70, 3)),) and str(d.difference) == "-23.33"


def test_cards_that_cannot_be_compared(scores):
    with pytest.raises(chiso.ShapeError, match="different scales"):
        chiso.compare(small(), small(scale=5))
    with pytest.raises(TypeError):
        chiso.compare(scores.card("Xã Mẫu 19"), scores)


def test_a_change_of_rank_names_who_passed(scores):
    change = scores.rank_change("Xã Mẫu 19", from_period=2023)
    assert (change.before, change.after) == (10, 20)
    assert len(change.passed_by) + len(change.entered_above) - len(change.passed) - len(change.left_above) == 10
    assert repr(change) == "<chiso.RankChange of Xã Mẫu 19: 10 -> 20>"
    frame = change.against(change.passed_by[0]).frame()
    assert list(frame) == ["node", "kind", "value"] and frame["value"] == sorted(frame["value"], reverse=True)
    both = [
        chiso.compare(scores.card(unit, period=2023), scores.card(unit)).difference.exact for unit in (change.passed_by[0], change.unit)
    ]
    assert sum(frame["value"]) == pytest.approx(float(both[0] - both[1]))
    with pytest.raises(AttributeError):
        change.before = 1
    assert "before" in dir(change)


def test_a_change_of_rank_between_tracks(scores):
    change = scores.rank_change("Xã Mẫu 19", from_track="self", to_track="final")
    assert change.after == scores.card("Xã Mẫu 19").rank
    for asked in ({}, {"from_period": 2023, "to_track": "final"}):
        with pytest.raises(TypeError):
            scores.rank_change("Xã Mẫu 19", **asked)
    with pytest.raises(chiso.UnknownNameError):
        scores.rank_change("Xã Mẫu 119", from_period=2023)


def test_changes_of_all_units_are_those_of_their_cards(scores):
    frame = scores.changes(from_period=2023, to_period=2024)
    rows = [dict(zip(frame, values, strict=True)) for values in zip(*(frame[name].tolist() for name in frame), strict=True)]
    assert len(rows) > 35 and {row["block"] for row in rows} == {"communes", "offices"}
    for row in rows:
        before, now = scores.card(row["unit"], period=2023), scores.card(row["unit"], period=2024)
        assert (row["rank_before"], row["rank_now"]) == (before.rank, now.rank)
        assert (row["index_before"], row["index_now"]) == (float(before.index), float(now.index))
        assert row["change"] == float(now.index - before.index)
        moved = before.block != now.block
        assert row["moved"] == moved
        assert row["places"] == (None if moved or None in (before.rank, now.rank) else before.rank - now.rank)
    ranks = [row["rank_now"] for row in rows if row["block"] == "communes" and row["rank_now"]]
    assert ranks == sorted(ranks)
    (own,) = (row for row in rows if row["unit"] == "Xã Mẫu 19")
    assert own["places"] == -10


def by_unit(frame):
    """The rows of a frame of arrays."""
    return {row[0]: dict(zip(frame, row, strict=True)) for row in zip(*(frame[name].tolist() for name in frame), strict=True)}


@pytest.mark.parametrize("seed", range(8))
def test_changes_between_two_models_and_tables_are_those_of_both_frames(seed):
    random = np.random.default_rng(seed)
    rules = {name: chiso.rules.Proportional(value=name, full_at=100) for name in "abc"}
    measures = {name: chiso.Measure("decimal", min=0, max=100) for name in "abc"}
    model = chiso.Draft(id="m", measures=measures, criteria=[chiso.Leaf(name, 10, rules[name]) for name in "abc"]).build()
    other = model.with_weights({name: int(random.integers(1, 9)) for name in "abc"})

    def scored(by, period):
        units = [f"U{place}" for place in np.flatnonzero(random.random(12) < 0.8)]
        blocks = random.choice(["x", "y"], len(units), p=[0.8, 0.2]).tolist()
        cells = {
            name: [None if random.random() < 0.05 else float(value) for value in random.integers(0, 4, len(units)) * 25] for name in "abc"
        }
        return by.score({"unit": units, "block": blocks, "period": [period] * len(units)} | cells)

    older, newer = scored(model, 2023), scored(other, 2024)
    before, now, frame = by_unit(older.frame(kind="dict")), by_unit(newer.frame(kind="dict")), newer.changes(since=older, kind="dict")
    found = by_unit(frame)
    assert found.keys() == before.keys() & now.keys() and len(found) > 3
    for unit, row in found.items():
        assert (row["block"], row["rank_before"], row["rank_now"]) == (now[unit]["block"], before[unit]["rank"], now[unit]["rank"])
        assert row["moved"] == (before[unit]["block"] != now[unit]["block"])
        ranks = (row["rank_before"], row["rank_now"])
        assert row["places"] == (None if row["moved"] or None in ranks else ranks[0] - ranks[1])
        np.testing.assert_equal([row["index_before"], row["index_now"]], [before[unit]["index"], now[unit]["index"]])
    again = newer.changes(since=older, from_period=2023, to_period=2024, kind="dict")
    assert by_unit(again).keys() == found.keys()
    with pytest.raises(chiso.UnknownNameError):
        newer.changes(since=older, from_period=2024)
    with pytest.raises(TypeError, match="what came before is a chiso.Scores"):
        newer.changes(since=model)


@pytest.mark.parametrize("kind", ["dict", "pandas", "polars", "pyarrow"])
def test_changes_between_tracks_are_a_frame_of_each_kind(scores, kind):
    frame = scores.changes(from_track="self", to_track="final", kind=kind)
    names = list(frame.column_names if kind == "pyarrow" else frame.keys() if kind == "dict" else frame.columns)
    assert names == ["unit", "block", "rank_before", "rank_now", "places", "index_before", "index_now", "change", "moved"]
    assert "bool" in str(frame["moved"].type if kind == "pyarrow" else frame["moved"].dtype).lower()
    for asked in ({}, {"from_period": 2023, "to_track": "final"}):
        with pytest.raises(TypeError):
            scores.changes(**asked)
    with pytest.raises(chiso.UnknownNameError):
        scores.changes(from_period=1999)


def test_a_gap_of_tracks(scores):
    frame = scores.track_gap("self", "final").frame()
    assert list(frame) == ["node", "units", "mean_gap", "greatest_gap"]
    assert len(frame["node"]) == sum(node.kind == "leaf" for node in scores.model.criteria)
    assert any(units and gap for units, gap in zip(frame["units"], frame["mean_gap"], strict=True))
    with pytest.raises(chiso.UnknownNameError, match="finl"):
        scores.track_gap("self", "finl")


def test_a_bridge_tells_the_model_from_the_evidence():
    def scored(points, x):
        leaves = [
            chiso.Leaf("a", points, chiso.rules.PerItem(value="x", each=1)),
            chiso.Leaf("b", 5, chiso.rules.PerItem(value="y", each=1)),
        ]
        measures = {"x": chiso.Measure("count"), "y": chiso.Measure("count")}
        return chiso.Draft(id="m", measures=measures, criteria=leaves).build().score({"unit": ["A", "B"], "x": [x, x], "y": [4, 4]})

    old, new = scored(5, 3), scored(10, 5)
    # 70; 46 2/3 by the new model; 90 by the old one on the new table; 60.
    of = chiso.bridge(old, new, "A")
    assert of == chiso.Bridge(Fraction(-10), ((Fraction(140, 3) - 70) + (60 - 90)) / 2, -10 - ((Fraction(140, 3) - 70) + (60 - 90)) / 2)
    assert chiso.bridge(old, new, "B") == of and sum(of[1:]) == of.difference
    with pytest.raises(chiso.UnknownNameError):
        chiso.bridge(old, new, "C")


def test_a_diff_of_models_has_both_sides():
    model = chiso.load_model("examples/models/pci_2021.json")
    draft = model.draft()
    first, second = draft.criteria[0].id, draft.criteria[1].id
    draft.criteria[0].points = 6
    draft.criteria[1].id = "renamed"
    other = draft.build()
    diff = model.diff(other)
    assert [(one.change, one.before and one.before.id, one.now and one.now.id) for one in diff] == [
        ("reweighted", first, first),
        ("added", None, "renamed"),
        ("dropped", second, None),
    ]
    frame = diff.frame(kind="dict")
    assert list(frame) == ["change", "node", "other_node", "group", "other_group", "points", "other_points"]
    assert frame["other_points"][0] == 6 and frame["points"][1] is None and frame["other_points"][2] is None
    assert len(model.diff(model)) == 0 and repr(diff) == "<chiso.ModelDiff: 3 changes>"
    with pytest.raises(TypeError):
        model.diff(draft)


def test_displays_are_what_texts_and_pages_say(comparison, scores):
    lost = scores.lost("Xã Mẫu 19")
    for what, title in ((comparison, "Why the index differs"), (lost, "Where points were lost")):
        cells = re.findall(r"<td[^>]*>([^<]+)</td>", what._repr_html_())
        assert len(cells) > 20 and title in what.text() and what.html().startswith("<!DOCTYPE html>")
        assert not [cell for cell in cells if cell not in what.html()]
        flat = " ".join(what.text().split())
        assert not [cell for cell in cells if len(cell) < 40 and html.unescape(cell) not in flat]
        assert title not in what.text("vi") and "chỉ số" in what.text("vi")
    assert "The difference by cause" in comparison.text()
    shown = scores.rank_change("Xã Mẫu 19", from_period=2023)._repr_html_()
    assert "place 10, then 20" in shown and "Now above" in shown


def test_a_display_shows_a_dropped_criterion_under_the_new_name_of_its_group():
    def card(group, leaves):
        rules = {name: chiso.rules.PerItem(value=name, each=1) for name in "xy"}
        measures = {name: chiso.Measure("count") for name in leaves}
        one = chiso.Group(group, [chiso.Leaf(f"leaf-{name}", 5, rules[name]) for name in leaves], was=["old"] if group == "new" else [])
        model = chiso.Draft(id="m", measures=measures, criteria=[one]).build()
        return model.score({"unit": ["A"]} | {name: [3 if name == "x" else 5] for name in leaves}).card("A")

    d = chiso.compare(card("old", "xy"), card("new", "x"))
    assert list(d.by_node()) == ["new"] and d.text().index(" new") < d.text().index("leaf-y") and "leaf-y" in d._repr_html_()


def test_nothing_is_copied(comparison, scores):
    import copy

    assert copy.deepcopy(comparison) is comparison
    lost = scores.lost("Xã Mẫu 19")
    assert copy.copy(lost) is lost


def test_they_are_pickled_as_what_they_are_made_of(comparison, scores):
    again = pickle.loads(pickle.dumps(comparison))
    assert again.terms == comparison.terms
    assert pickle.loads(pickle.dumps(scores.lost("Xã Mẫu 19"))).total == scores.lost("Xã Mẫu 19").total
    change = pickle.loads(pickle.dumps(scores.rank_change("Xã Mẫu 19", from_period=2023)))
    assert (change.before, change.after) == (10, 20)
