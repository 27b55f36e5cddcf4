"""Figures of plans: the steps of a plan with their costs, the highest index at each cost. No text is cut off, none overlaps."""

import doctest
import importlib
from decimal import Decimal

import chiso
import chiso.plot
import numpy as np
import pytest
from conftest import ROOT
from drawn import clipped, names_in
from matplotlib import pyplot
from test_plot_explanations import overlapping

pytestmark = pytest.mark.usefixtures("close_figures", "vietnamese")
UNIT = "Xã Ví dụ 07"
ACTIONS = [
    chiso.Action("Thu phí trực tuyến", {"paid_online": "75.0"}, cost="3"),
    chiso.Action("Đẩy nhanh giải ngân vốn đầu tư công, hoàn thành thủ tục thanh toán trước ngày 31 tháng 12", {"paid": 4750}, cost="5.25"),
    chiso.Action("Ký số", {"signed": 400}, cost="1"),
    chiso.Action("Báo cáo", {"reports_late": 0}, cost="0.5"),
]


@pytest.fixture(scope="module")
def scores():
    model = chiso.load_model(ROOT / "examples/council/model.json")
    return model.score(chiso.read_evidence(ROOT / "examples/council/table.csv", model, decimal=",", kind="dict"))


def plans(scores, actions=ACTIONS, **target):
    return scores.plan(UNIT, target=chiso.Target(**target), actions=actions, k=2)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("target", [{"index": "76"}, {"published": "70"}, {"rank": 12}, {"class_": "good"}])
def test_a_plan_is_drawn(scores, target, language):
    of = plans(scores, **target)
    display = chiso.plot.plan(of, language=language)
    assert display.reached == (of.best is not None)
    shown = of.best or of.reachable
    assert set(display.actions) == set(shown.actions) and sum(display.costs) == shown.cost
    assert display.indices[0] == float(scores.card(UNIT).index.exact) and display.indices[-1] == float(shown.index.exact)
    assert len(display.indices) == len(display.actions) + 1
    for bar, before, after in zip(display.ax_.patches, display.indices[:-1], display.indices[1:], strict=True):
        assert sorted([bar.get_x(), bar.get_x() + bar.get_width()]) == pytest.approx(sorted([before, after]))
    assert clipped(display.figure_) == [] and overlapping(display.figure_) == []
    assert np.isnan(display.target) == (not {"index", "published"} & set(target))
    title = display.ax_.get_title()
    assert ("chưa đạt được" in title or "not reached" in title) == (not display.reached)


def test_each_step_is_what_its_action_adds_to_those_above(scores):
    display = chiso.plot.plan(plans(scores, index="80"))
    assert len(display.actions) > 2
    taken = {}
    for action, index in zip([one for one in ACTIONS if one.id in display.actions], display.indices[1:], strict=True):
        taken |= action.changes
        assert index == float(scores.what_if(UNIT, taken).index.exact)
    notes = [text.get_text() for text in display.ax_.texts]
    assert "65,19" in notes and "5,25" in notes and str(sum(display.costs, Decimal())).replace(".", ",") in notes


def test_other_plans_and_none(scores):
    of = plans(scores, index="70")
    assert set(chiso.plot.plan(of, 1).actions) == set(of[1].actions) != set(of[0].actions)
    with pytest.raises(IndexError):
        chiso.plot.plan(of, 2)
    met = chiso.plot.plan(plans(scores, index="60"))
    assert met.actions == () and clipped(met.figure_) == [] and "65,19" in names_in(met.figure_)
    none = chiso.plot.plan(plans(scores, actions=[], index="90"))
    assert none.actions == () and not none.reached
    with pytest.raises(ValueError, match="'vi' or 'en'"):
        chiso.plot.plan(of, language="fr")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_frontier_is_drawn(scores, language):
    of = plans(scores, index="76")
    display = chiso.plot.frontier(of, language=language)
    frame = of.frontier(kind="dict")
    assert display.costs.tolist() == list(frame["cost"]) == sorted(frame["cost"]) and display.indices.tolist() == list(frame["index"])
    assert np.all(np.diff(display.indices) > 0) and display.best == float(of.best.cost) and display.target == 76
    drawn = display.ax_.lines[0].get_xydata()
    assert set(zip(display.costs, display.indices, strict=True)) <= {tuple(map(float, point)) for point in drawn}
    assert clipped(display.figure_) == [] and overlapping(display.figure_) == []


def test_a_frontier_without_a_target_on_the_axis(scores):
    display = chiso.plot.frontier(plans(scores, rank=1))
    assert np.isnan(display.target) and np.isnan(display.best)
    alone = chiso.plot.frontier(plans(scores, actions=[], index="90"))
    assert alone.costs.tolist() == [0] and clipped(alone.figure_) == []


def test_given_axes_and_names_of_any_text(scores):
    figure, axes = pyplot.subplots(1, 2, figsize=(16, 6), layout="constrained")
    of = plans(scores, [chiso.Action("$a$ và $b$", {"reports_late": 0}, cost=1)], index="65.5")
    chiso.plot.plan(of, ax=axes[0], color="black")
    chiso.plot.frontier(of, ax=axes[1], color="black")
    assert clipped(figure) == [] and names_in(figure)["$a$ và $b$"] is False


@pytest.mark.parametrize("name", ["plan_display", "frontier_display"])
def test_examples_of_the_docs_are_drawn(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testmod(importlib.import_module(f"chiso.plot.{name}"), extraglobs={"chiso": chiso})
    assert tried and not failed
