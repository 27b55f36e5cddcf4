"""Figures of explanations: the way from one index to another, points lost, places over periods. No text is cut off, none overlaps."""

import doctest
import importlib
import random
from fractions import Fraction

import chiso
import chiso.plot
import numpy as np
import pytest
from conftest import ROOT
from drawn import boxes_of, clipped, names_in
from matplotlib import pyplot

pytestmark = pytest.mark.usefixtures("close_figures", "vietnamese")
UNIT = "Xã Mẫu 19"


def overlapping(figure):
    """Pairs of texts that stand on one another."""
    figure.draw_without_rendering()
    boxes = [(text.get_text(), box.shrunk(0.98, 0.8)) for ax in figure.axes for text, box in boxes_of(ax).items()]
    return [(a, b) for place, (a, one) in enumerate(boxes) for b, other in boxes[place + 1 :] if one.overlaps(other)]


@pytest.fixture
def d(communes):
    return chiso.compare(communes.card(UNIT, period=2023), communes.card(UNIT))


@pytest.mark.parametrize("depth,language", [(1, "vi"), (2, "en"), (3, "vi")])
def test_the_way_from_one_index_to_another_is_drawn(d, depth, language):
    display = chiso.plot.comparison(d, depth, None, language=language)
    assert dict(zip(display.nodes, display.values, strict=True)) == {key: float(value) for key, value in d.by_node(depth=depth).items()}
    for value, parts in zip(display.values, display.causes, strict=True):
        assert sum(parts.values()) == pytest.approx(value)
    # Each bar begins where the one before it ends, the last one at the new index.
    at = float(d.cards[0].index.exact)
    for bar in display.ax_.patches:
        ends = sorted([bar.get_x(), bar.get_x() + bar.get_width()])
        assert at == pytest.approx(ends[0]) or at == pytest.approx(ends[1])
        at = sum(ends) - at if at in ends else min(ends, key=lambda end: -abs(end - at))
    assert at == pytest.approx(float(d.cards[1].index.exact)) == display.now
    assert len({bar.get_hatch() for bar in display.ax_.patches}) == len(d.by_cause()) == 2
    assert clipped(display.figure_) == [] and overlapping(display.figure_) == []
    notes = [text.get_text() for text in display.ax_.texts]
    assert notes[0] == {"vi": "89,51", "en": "89.51"}[language] and notes[-1] == {"vi": "75,72", "en": "75.72"}[language]


def test_causes_have_looks_of_their_own():
    from chiso.plot.comparison_display import LOOKS

    assert set(LOOKS) == {"model", "stated", "applicability", "evidence"} and len({hatch for _, hatch in LOOKS.values()}) == len(LOOKS)


def test_small_steps_are_one(d):
    display = chiso.plot.comparison(d, 2, 6)
    assert len(display.nodes) == 6 and display.nodes[-1] == "" and display.values.sum() == pytest.approx(float(d.difference.exact))
    sizes = np.abs(display.values[:-1])
    assert sizes.min() >= max(abs(float(value)) for key, value in d.by_node(depth=2).items() if key not in display.nodes)
    assert "20 tiêu chí khác" in names_in(display.figure_)
    for wrong in ({"top": 0}, {"depth": 0}, {"language": "fr"}):
        with pytest.raises(ValueError, match=r"1 or more|1 for the criteria|'vi' or 'en'"):
            chiso.plot.comparison(d, **wrong)


def lone(points, x, label="Tiêu chí"):
    leaf = chiso.Leaf("a", points, chiso.rules.PerItem(value="x", each=1), label=label)
    return chiso.Draft(id="m", measures={"x": chiso.Measure("count")}, criteria=[leaf]).build().score({"unit": ["A"], "x": [x]})


def test_comparisons_without_steps(communes):
    card = communes.card(UNIT)
    assert chiso.plot.comparison(chiso.compare(card, card)).nodes == ()
    display = chiso.plot.comparison(chiso.compare(lone(5, 3).card("A"), lone(5, "not_applicable").card("A")))
    assert np.isnan(display.now) and "không có chỉ số" in display.ax_.get_title() and clipped(display.figure_) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_lost_points_are_drawn(communes, language):
    lost = communes.lost(UNIT)
    display = chiso.plot.lost(lost, None, language=language)
    frame = lost.frame(kind="dict")
    of = {node: place for place, node in enumerate(frame["node"])}
    assert display.values.tolist() == sorted((value for value in frame["lost"] if value), reverse=True)
    card = lost.card
    for node, value, worth, mean, best in zip(display.nodes, display.values, display.worth, display.means, display.bests, strict=True):
        at = of[node]
        share = Fraction(card[node].points.exact) / Fraction(card[node].applicable.exact)
        assert value == frame["lost"][at] == pytest.approx(worth * (1 - float(share)))
        assert mean == pytest.approx(worth * (1 - frame["mean"][at])) and best == pytest.approx(worth * (1 - frame["best"][at]))
    assert clipped(display.figure_) == [] and overlapping(display.figure_) == []


def test_further_losses_are_one_bar(communes):
    lost = communes.lost(UNIT)
    display = chiso.plot.lost(lost, 4)
    assert display.nodes[3] == "" and len(display.nodes) == 4
    assert display.values.sum() == pytest.approx(float(lost.total + lost.rounding + lost.limits))
    assert np.isnan(display.worth[3]) and "25 tiêu chí khác" in names_in(display.figure_)
    with pytest.raises(ValueError, match="1 or more"):
        chiso.plot.lost(lost, 0)


def test_lost_points_without_any(communes):
    assert "Không mất điểm ở tiêu chí nào" in names_in(chiso.plot.lost(lone(5, 5).lost("A")).figure_)
    assert "no index" in names_in(chiso.plot.lost(lone(5, "not_applicable").lost("A"), language="en").figure_)


def ranked(units, periods, ties="competition", seed=1):
    chance = random.Random(seed)
    leaf = chiso.Leaf("a", 100, chiso.rules.PerItem(value="x", each=1))
    draft = chiso.Draft(id="m", title="$ $", measures={"x": chiso.Measure("count")}, criteria=[leaf], ranking=chiso.Ranking(ties=ties))
    rows = [(unit, period, chance.randint(0, 100)) for unit in units for period in periods if chance.random() < 0.95]
    return draft.build().score({name: [row[place] for row in rows] for place, name in enumerate(("unit", "period", "x"))})


@pytest.mark.parametrize("ties", ["competition", "dense", "ordinal"])
def test_places_are_drawn_whatever_ties_says(ties):
    scores = ranked([f"Xã {name}" for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZĂ"], [2021, 2022, 2023], ties)
    display = chiso.plot.ranks(scores, "Xã C")
    frame = scores.frame(kind="dict")
    for unit, places in zip(display.units, display.places, strict=True):
        for period, place in zip(display.periods, places, strict=True):
            of = {name: x for name, when, x in zip(frame["unit"], frame["period"], frame["index"], strict=True) if when == period}
            assert np.isnan(place) if unit not in of else place == 1 + sum(x > of[unit] for x in of.values())
    last = display.places[:, -1]
    assert np.all(np.diff(last[~np.isnan(last)]) >= 0) and not np.isnan(last[: np.count_nonzero(~np.isnan(last))]).any()
    assert clipped(display.figure_) == [] and overlapping(display.figure_) == []


@pytest.mark.parametrize("count,periods", [(1, 2), (6, 3), (45, 2), (200, 5)])
def test_places_of_many_units_fit(count, periods):
    units = [f"Phường Nguyễn Thị Minh Khai {place:03}" for place in range(count)]
    display = chiso.plot.ranks(ranked(units, range(2020, 2020 + periods)), units[count // 2])
    shown = [text for text in names_in(display.figure_) if "Minh Khai" in text or " …" in text]
    assert clipped(display.figure_) == [] and overlapping(display.figure_) == []
    assert display.figure_.get_size_inches()[0] <= 8.3 and display.figure_.get_size_inches()[1] <= 11.7
    assert len(shown) >= min(count, 40)


def test_places_need_periods_and_a_ranked_unit(communes, provinces):
    assert chiso.plot.ranks(communes, UNIT).places[19].tolist() == [10, 20]
    with pytest.raises(chiso.ShapeError, match="two periods or more; the evidence has 1"):
        chiso.plot.ranks(provinces)
    nobody = ranked(["A"], [1, 2]).model.score({"unit": ["A", "A"], "period": [1, 2], "x": [None, None]})
    assert chiso.plot.ranks(nobody).units == ()
    with pytest.raises(chiso.ShapeError, match="several blocks"):
        chiso.plot.ranks(communes)
    with pytest.raises(chiso.UnknownNameError):
        chiso.plot.ranks(communes, "Xã Mẫu 190")
    with pytest.raises(chiso.UnknownNameError, match="not ranked"):
        chiso.plot.ranks(communes, "Phòng Mẫu 05", "communes")


def test_given_axes_and_names_of_any_text(d, communes):
    figure, axes = pyplot.subplots(1, 3, figsize=(20, 9), layout="constrained")
    chiso.plot.comparison(d, ax=axes[0], linewidth=2)
    chiso.plot.lost(communes.lost(UNIT), ax=axes[1], color="black")
    chiso.plot.ranks(communes, UNIT, ax=axes[2], color="black")
    assert axes[0].patches[0].get_linewidth() == 2 and clipped(figure) == []
    display = chiso.plot.ranks(ranked(["_A $5", "$\\bad{$", "B"], [1, 2]), "B")
    assert all(not mathematics for name, mathematics in names_in(display.figure_).items() if "$" in name)
    for display in (
        chiso.plot.lost(lone(5, 3, "$a$ và $b$").lost("A")),
        chiso.plot.comparison(chiso.compare(lone(5, 3, "$a$ và $b$").card("A"), lone(5, 4, "$a$ và $b$").card("A"))),
    ):
        assert names_in(display.figure_)["$a$ và $b$"] is False


@pytest.mark.parametrize("name", ["comparison_display", "lost_display", "ranks_display"])
def test_examples_of_the_docs_are_drawn(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testmod(importlib.import_module(f"chiso.plot.{name}"), extraglobs={"chiso": chiso})
    assert tried and not failed
