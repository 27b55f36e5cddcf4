"""Figures of rules: displays have the numbers of the scorer, given axes are used, and no text is cut off."""

import dataclasses
from decimal import Decimal

import chiso
import chiso.plot
import numpy as np
import pytest
from chiso import rules
from chiso.plot.words import label_of
from conftest import ROOT
from drawn import boxes_of, clipped, hidden_texts, leaf, names_in, touching
from matplotlib import pyplot

pytestmark = pytest.mark.usefixtures("close_figures", "vietnamese")

BESIDE = 1e-6


def piece_at(curve, x):
    """The points that the curve gives at x."""
    for piece in curve.pieces:
        if piece.x[0] <= x <= piece.x[-1]:
            return np.interp(x, piece.x, piece.points)
    raise AssertionError(x)


#: The rules that are tested more closely.
RULES = {
    "options": leaf(rules.Options(value="c", points={"a": 4, "b": 1}), c=chiso.Measure("choice", options=["a", "b"])),
    "yes_no": leaf(rules.YesNo(value="x > 3")),
    "checklist": leaf(rules.Checklist(items=["x > 1", "x > 2", "x > 3"], mode="share")),
    "tiers": leaf(rules.Tiers(value="x", tiers=[rules.Tier(above=90, points=4), rules.Tier(from_=70, points=1.5), rules.Tier(points=0)])),
    "proportional": leaf(rules.Proportional(value="x", zero_at=20, full_at=100, floor=60)),
    "steps": leaf(rules.Steps(value="x", base=1, from_=10, every=5, add=0.5, cap=3)),
    "per_item": leaf(rules.PerItem(value="n", each=0.3), n=chiso.Measure("count")),
    "deduct": leaf(rules.Deduct(value="x", each=0.7, at_least=1)),
    "target": leaf(rules.Target(value="x", target="t"), t=chiso.Measure("decimal", min=0, max=50)),
    "survey": leaf(
        rules.Survey(answers={"good": 100, "fair": 62.5, "poor": 0}), **{name: chiso.Measure("count") for name in ("good", "fair", "poor")}
    ),
    "given": leaf(rules.Given(value="g"), g=chiso.Measure("decimal", decimals=1, min=0, max=4)),
    "best_of": leaf(
        rules.BestOf(
            parts=[
                rules.Part(points=4, rule=rules.Proportional(value="x", full_at=100)),
                rules.Part(points=2, rule=rules.Tiers(value="x", tiers=[rules.Tier(from_=30, points=2), rules.Tier(points=0)])),
            ]
        )
    ),
    "sum_of": leaf(
        rules.SumOf(
            parts=[
                rules.Part(points=1, label="Có kế hoạch", rule=rules.YesNo(value="x > 3")),
                rules.Part(points=3, rule=rules.BestOf(parts=[rules.Part(points=2, rule=rules.PerItem(value="x", each=0.5))])),
            ]
        )
    ),
}


EXAMPLES = chiso.load_model(ROOT / "tests/cases/models/rule_examples.json")


@pytest.mark.parametrize("type", rules.by_type)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_example_of_every_rule_is_drawn(type, language):
    """The roles of its fields suffice, so a rule that this file does not know is drawn too."""
    display = chiso.plot.rule(EXAMPLES[type], language=language)
    assert display.type == type and display.points == 4
    drawn = [display] if not display.parts else [*display.parts]
    assert all((part.curve is not None) != (part.bars is not None) for part in drawn)
    for part in drawn:
        points = part.curve.points if part.curve else part.bars.points
        assert points.max() == pytest.approx(float(part.points)) or type in ("checklist", "survey")
        assert points.min() < points.max()
    assert clipped(display.figure_) == []


@pytest.mark.parametrize("type", RULES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_rule_is_drawn(type, language):
    display = chiso.plot.rule(RULES[type], language=language)
    assert display.type == type and display.points == 4
    assert display.figure_ is display.ax_.figure
    assert (display.curve is not None) + (display.bars is not None) == (type != "sum_of")
    assert clipped(display.figure_) == []


@pytest.mark.parametrize("type", RULES)
def test_given_axes_are_used(type):
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(11, 4), layout="constrained")
    display = chiso.plot.rule(RULES[type], ax=right)
    assert display.ax_ is right and display.figure_ is figure
    assert not left.has_data() and not left.get_title()
    assert pyplot.get_fignums() == [figure.number]
    assert clipped(figure) == []


def test_several_rules_share_one_figure(communes):
    figure, axes = pyplot.subplots(2, 2, figsize=(13, 8), layout="constrained")
    for ax, id in zip(axes.flat, ["publication", "on_time", "iso", "initiatives"], strict=True):
        chiso.plot.rule(communes.model[id], ax=ax, language="en")
    assert clipped(figure) == []


UNNAMED = leaf(
    rules.SumOf(
        parts=[
            rules.Part(points=1, rule=rules.YesNo(value="x > 3")),
            rules.Part(points=3, rule=rules.BestOf(parts=[rules.Part(points=2, rule=rules.PerItem(value="x", each=0.5))])),
        ]
    )
)


@pytest.mark.parametrize("layout", [None, "constrained", "tight"])
def test_neighbouring_plots_do_not_overlap(communes, layout):
    """Four rules with long titles, two of them with parts, in figures as small as matplotlib makes them."""
    figure, axes = pyplot.subplots(2, 2, layout=layout)
    drawn = ["publication", UNNAMED, RULES["best_of"], "on_time"]
    criteria = [communes.model[what] if isinstance(what, str) else what for what in drawn]
    displays = [chiso.plot.rule(criterion, ax) for criterion, ax in zip(criteria, axes.flat, strict=True)]
    assert clipped(figure) == []
    boxes = [boxes_of(ax) for ax in axes.flat]
    assert [touching(one, other) for place, one in enumerate(boxes) for other in boxes[:place]] == [[]] * 6
    panels = [[boxes_of(part.ax_) for part in display.parts] for display in displays[:2]]
    assert all(touching(one, other) == [] for row in panels for one, other in zip(row, row[1:], strict=False))
    heights = {round(part.ax_.get_window_extent().y0) for part in displays[0].parts}
    assert len(heights) == 1  # the points of parts can be compared
    drawn_on = [*axes.flat, *(part.ax_ for display in displays[:2] for part in display.parts)]
    assert all(ax.get_window_extent().height > 20 for ax in drawn_on)


def test_a_title_that_is_far_too_long_is_cut():
    figure, axes = pyplot.subplots(2, 2)
    display = chiso.plot.rule(leaf(RULES["steps"].rule, label="Tỷ lệ hồ sơ thủ tục hành chính " * 12), axes[1, 1])
    title = display.ax_.get_title()
    assert title.endswith(" …") and title.removesuffix(" …").split()[-1] in "Tỷ lệ hồ sơ thủ tục hành chính".split()
    assert clipped(figure) == [] and axes[1, 1].get_window_extent().height > 40


def test_the_place_of_axes_is_kept_for_layouts_that_come_later():
    figure, ax = pyplot.subplots()
    before = ax.get_position()
    chiso.plot.rule(leaf(RULES["options"].rule, c=chiso.Measure("choice", options=[chiso.Item("a", label="Nhãn dài " * 9), "b"])), ax)
    assert ax.get_position().x0 > before.x0 and ax.get_in_layout()


@pytest.mark.parametrize("language,first,nested", [("vi", "Phần 1", "Phần 2.1"), ("en", "Part 1", "Part 2.1")])
def test_parts_without_labels(language, first, nested):
    display = chiso.plot.rule(UNNAMED, language=language)
    assert [part.ax_.get_title() for part in display.parts] == [first, nested]
    one = chiso.plot.rule(RULES["best_of"], language=language)
    most = {"vi": "tối đa 4 điểm", "en": "at most 4 points"}[language]
    assert one.ax_.get_legend().get_texts()[0].get_text() == f"{first}, {most}"


def test_an_empty_label_is_none_as_in_descriptions():
    labels = {"a": "", "b": {"vi": "", "en": "B"}, "c": {"vi": "", "en": ""}, "d": {"en": "D"}}
    model = leaf(
        rules.PerItem(value="a + b + c + d", each=1), **{name: chiso.Measure("count", label=label) for name, label in labels.items()}
    )._model
    for name, measure in model.measures.items():
        for language in ("vi", "en"):
            assert (label_of(measure, language) or name) == model.describe_expression(name, language)


def test_axes_without_a_place_in_a_grid():
    figure = pyplot.figure(figsize=(9, 4))
    display = chiso.plot.rule(RULES["sum_of"], ax=figure.add_axes((0.1, 0.1, 0.8, 0.7)))
    assert len(display.parts) == 2 and all(part.ax_.figure is figure for part in display.parts)


def test_tiers_at_their_ends_and_beside_them():
    curve = chiso.plot.rule(RULES["tiers"]).curve
    low, middle, high = curve.pieces
    assert (low.open_left, low.open_right) == (False, True)  # below 70
    assert (middle.open_left, middle.open_right) == (False, False)  # from 70, to 90
    assert (high.open_left, high.open_right) == (True, False)  # above 90
    assert (middle.x[0], middle.x[-1]) == (70, 90)
    assert 70 - BESIDE < low.x[-1] < 70 and 90 < high.x[0] < 90 + BESIDE
    assert [set(piece.points) for piece in curve.pieces] == [{0.0}, {1.5}, {4.0}]
    assert {70.0, 90.0} <= set(curve.ticks)


def test_the_floor_of_a_proportional_rule_is_a_jump():
    below, above = chiso.plot.rule(RULES["proportional"]).curve.pieces
    assert below.open_right and set(below.points) == {0.0}
    assert (above.x[0], above.points[0]) == (60, 2.0) and above.points[-1] == 4


def test_steps_are_drawn_as_jumps():
    pieces = chiso.plot.rule(RULES["steps"]).curve.pieces
    assert [set(piece.points) for piece in pieces] == [{1.0}, {1.5}, {2.0}, {2.5}, {3.0}]
    assert [piece.x[0] for piece in pieces[1:]] == [15, 20, 25, 30]
    assert all(piece.open_right for piece in pieces[:-1]) and not any(piece.open_left for piece in pieces)


def test_a_tier_of_one_value_is_a_point():
    tiers = [rules.Tier(from_=50, to=50, points=4), rules.Tier(points=1)]
    left, alone, right = chiso.plot.rule(leaf(rules.Tiers(value="x", tiers=tiers))).curve.pieces
    assert alone.x.tolist() == [50] and alone.points.tolist() == [4]
    assert left.open_right and right.open_left and not (alone.open_left or alone.open_right)


def test_coarse_points_are_jumps_too():
    curve = chiso.plot.rule(leaf(rules.Proportional(value="x", full_at=100), points=4, point_decimals=0)).curve
    assert [set(piece.points) for piece in curve.pieces] == [{0.0}, {1.0}, {2.0}, {3.0}, {4.0}]
    assert [piece.x[0] for piece in curve.pieces[1:]] == [12.5, 37.5, 62.5, 87.5]


def test_whole_numbers_are_drawn_as_marks():
    curve = chiso.plot.rule(RULES["per_item"]).curve
    assert curve.whole and curve.x.tolist() == list(range(len(curve.x)))
    assert curve.points.tolist() == pytest.approx([min(4, 0.3 * n) for n in range(len(curve.x))])


def test_deduct_reaches_its_least():
    curve = chiso.plot.rule(RULES["deduct"]).curve
    assert curve.points[0] == 4 and curve.points[-1] == 1 and len(curve.pieces) == 1


def test_the_range_is_that_of_the_measure():
    curve = chiso.plot.rule(RULES["given"]).curve
    assert (curve.x[0], curve.x[-1]) == (0, 4) and np.array_equal(curve.x, curve.points)


def test_the_range_is_where_points_change():
    """A measure that may go far does not flatten the curve, and numbers below 0 are shown if the rule names them."""
    far = leaf(rules.Tiers(value="f", tiers=[rules.Tier(from_=5, points=4), rules.Tier(points=0)]), f=chiso.Measure("decimal", max=10**6))
    assert chiso.plot.rule(far).curve.x[-1] < 10
    below = chiso.plot.rule(leaf(rules.Tiers(value="x", tiers=[rules.Tier(to=-5, points=4), rules.Tier(points=0)]))).curve
    assert below.x[0] < -5 < below.x[-1] and [piece.points[0] for piece in below.pieces] == [4, 0]
    large = leaf(rules.Tiers(value="x", tiers=[rules.Tier(above=2_000_000, points=4), rules.Tier(points=0)]))
    assert chiso.plot.rule(large).curve.pieces[0].x[-1] == 2_000_000
    small = leaf(rules.Proportional(value="x", full_at=0.002, floor=0.001))
    assert chiso.plot.rule(small).curve.pieces[1].x[0] == 0.001


def test_the_mark_of_a_jump_is_where_the_rule_says():
    """Even if the next distinguishable number is as round."""
    tiers = [rules.Tier(above=123_456_789_012, points=4), rules.Tier(points=0)]
    low, high = chiso.plot.rule(leaf(rules.Tiers(value="x", tiers=tiers))).curve.pieces
    assert (low.x[-1], low.open_right, high.open_left) == (123_456_789_012, False, True)


@pytest.mark.parametrize("type", ["tiers", "count"])
@pytest.mark.parametrize("width", [3, 6, 12])
def test_labels_of_large_numbers_stand_apart(type, width):
    ends = (10**11, 123_456_789_012)
    large = {
        "tiers": leaf(
            rules.Tiers(value="x", tiers=[rules.Tier(above=ends[1], points=4), rules.Tier(above=ends[0], points=1), rules.Tier(points=0)])
        ),
        "count": leaf(rules.Proportional(value="n", full_at=ends[1]), n=chiso.Measure("count")),
    }
    figure, ax = pyplot.subplots(figsize=(width, 4), layout="constrained")
    chiso.plot.rule(large[type], ax)
    figure.draw_without_rendering()
    shown = [label for label in ax.get_xticklabels() if label not in hidden_texts(figure)]
    rows = [[label.get_window_extent() for label in shown if label.get_text().startswith("\n") == lower] for lower in (False, True)]
    assert rows[0] and not any(left.x1 >= right.x0 for row in rows for left, right in zip(row, row[1:], strict=False))
    assert all(set(label.get_text().strip()) <= set("0123456789.") for label in shown)
    assert type == "count" or any(label.get_text().strip() == "100.000.000.000" for label in shown)


def test_wrong_examples_of_a_target_are_refused():
    with pytest.raises(ValueError, match="cannot be below it: 3 is below 5"):
        chiso.plot.rule(RULES["target"], example=(5, 3))
    with pytest.raises(ValueError, match="two numbers, not NaN and 3"):
        chiso.plot.rule(RULES["target"], example=(float("nan"), 3))
    for type in RULES.keys() - {"target"}:
        with pytest.raises(ValueError, match=f"of the rule target alone; 'leaf' has the rule {type}"):
            chiso.plot.rule(RULES[type], example=(3, 5))


def test_a_target_is_drawn_with_its_example():
    display = chiso.plot.rule(RULES["target"])
    assert display.curve.example == (25, 40)
    assert piece_at(display.curve, 25) == 2 and display.curve.points[-1] == 4
    assert "25" in display.ax_.get_xlabel() and "40" in display.ax_.get_xlabel()
    other = chiso.plot.rule(RULES["target"], example=(10, 12.5))
    assert other.curve.example == (10, Decimal("12.5")) and piece_at(other.curve, 10) == 2 and other.curve.x[-1] == 12.5
    below, best = chiso.plot.rule(RULES["target"], example=(40, 40)).curve.pieces  # the best of the block just reaches the target
    assert below.open_right and below.points[-1] == pytest.approx(2)
    coarse = leaf(RULES["target"].rule, point_decimals=0, t=chiso.Measure("decimal", min=0, max=50))
    assert [piece.x[0] for piece in chiso.plot.rule(coarse).curve.pieces[1:]] == [6.25, 18.75, 28.75, 36.25]
    assert (best.x.tolist(), best.points.tolist()) == ([40], [4])


def test_options_are_drawn_as_bars():
    assert chiso.plot.rule(RULES["options"]).bars.points.tolist() == [4, 1]
    assert chiso.plot.rule(RULES["yes_no"]).bars.points.tolist() == [4, 0]
    assert chiso.plot.rule(RULES["survey"]).bars.points.tolist() == [4, 2.5, 0]
    assert chiso.plot.rule(RULES["checklist"]).bars.points.tolist() == [0, 1.333333, 2.666667, 4]


@pytest.mark.parametrize("mode,each,points", [("all", None, [0, 0, 0, 4]), ("any", None, [0, 4, 4, 4]), ("each", 1.5, [0, 1.5, 3, 4])])
def test_checklists_are_drawn_by_item(mode, each, points):
    rule = dataclasses.replace(RULES["checklist"].rule, mode=mode, each=each)
    assert chiso.plot.rule(leaf(rule)).bars.points.tolist() == points


def test_parts_over_one_value_make_one_curve():
    display = chiso.plot.rule(RULES["best_of"])
    assert [part.points for part in display.parts] == [4, 2]
    assert piece_at(display.curve, 29) == pytest.approx(1.16)
    assert (piece_at(display.curve, 30), piece_at(display.curve, 45), piece_at(display.curve, 75)) == (2, 2, 3)
    ends = [(curve.x[0], curve.x[-1]) for curve in (display.curve, *(part.curve for part in display.parts))]
    assert ends[1:] == ends[:1] * 2 and piece_at(display.parts[1].curve, 100) == 2  # each part goes as far as the whole


def test_parts_over_several_values_stand_side_by_side():
    display = chiso.plot.rule(RULES["sum_of"])
    assert display.curve is None and [part.type for part in display.parts] == ["yes_no", "per_item"]
    assert [part.points for part in display.parts] == [1, 2]
    assert "(phần cao nhất trong 2.1, tối đa 3 điểm)" in display.title


def test_groups_have_no_rule(communes):
    with pytest.raises(chiso.ShapeError, match="'procedures' is a group"):
        chiso.plot.rule(communes.model["procedures"])


def test_curves_show_what_rows_earn(communes):
    """For each leaf over one plain measure, the curve at the observed value gives the points earned."""
    model = communes.model
    evidence, long = communes.evidence.frame(kind="dict"), communes.long(kind="dict")
    seen = 0
    for name, measure in {"lawful": "unlawful_docs", "initiatives": "initiatives", "discipline": "disciplined", "panel": "panel"}.items():
        curve = chiso.plot.rule(model[name]).curve
        observed = {
            key: value
            for *key_, value in zip(*(evidence[column] for column in ("unit", "period", "track")), evidence[measure], strict=True)
            for key in [tuple(key_)]
        }
        rows = zip(*(long[column] for column in ("unit", "period", "track", "node", "state", "points")), strict=True)
        for unit, period, track, node, state, points in rows:
            value = observed.get((unit, period, track))
            if node == name and state == "scored" and value is not None and value is not np.ma.masked and value <= curve.x[-1]:
                assert points == pytest.approx(np.interp(value, curve.x, curve.points), abs=0.005)
                seen += 1
    assert seen > 100


@pytest.mark.parametrize("which", ["communes", "provinces"])
def test_the_rules_of_the_examples_are_drawn(which, request):
    model = request.getfixturevalue(which).model
    for criterion in [*model.leaves, *model.entries]:
        display = chiso.plot.rule(criterion)
        assert clipped(display.figure_, dpi=72) == [], criterion
        pyplot.close(display.figure_)


def test_dollars_in_rules_are_text():
    parts = [rules.Part(points=points, label="Phần $a$", rule=rules.PerItem(value="x", each=0.5)) for points in (3, 2)]
    options = [chiso.Item("a", label="Chi phí $US trên $VN"), chiso.Item("b", label="$\\bad{$")]
    drawn = [
        leaf(rules.Options(value="c", points={"a": 4, "b": 1}), c=chiso.Measure("choice", label="$c$ và $d$", options=options)),
        leaf(rules.BestOf(parts=parts)),
        leaf(
            rules.SumOf(parts=[*parts[:1], rules.Part(points=1, label="$b$", rule=rules.YesNo(value="z"))]),
            z=chiso.Measure("yes_no", label="$z$"),
        ),
    ]
    for criterion, shown in zip(drawn, ["$\\bad{$", "1. Phần $a$, tối đa 3 điểm", "$z$"], strict=True):
        display = chiso.plot.rule(criterion)
        names = names_in(display.figure_)
        assert any(shown in name for name in names) and not any(mathematics for name, mathematics in names.items() if "$" in name)
        assert clipped(display.figure_) == []
