"""How a rule gives points, as a picture."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from chiso import rules
from chiso.errors import ShapeError
from chiso.plot.curves import Bars, Curve, bars_of, curve_of, leaf_parts, one_value
from chiso.plot.drawing import (
    DARK,
    FITS_BESIDE,
    LIGHT,
    MIDDLE,
    figure_of,
    formatter,
    label_of,
    new_axes,
    number,
    plain,
    short,
    words,
    wrapped,
    write_heads,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.criterion import Criterion, Language


class RuleDisplay:
    """The points of a leaf or entry against what is observed. Made by `rule`.

    Attributes
    ----------
    curve : Curve or None
        Of a rule over one number, or of a `best_of` or `sum_of` whose parts are all over the same number.
    bars : Bars or None
        Of a rule over options, truths or answers.
    parts : tuple of RuleDisplay
        Of `best_of` and `sum_of`: the rules within, those within rules too.
    points : Decimal
        The most it can earn.
    ax_, figure_
        Where it was last drawn.
    """

    ax_: Axes
    figure_: Figure

    def __init__(
        self,
        criterion: Criterion,
        rule: rules.Rule,
        points: Decimal,
        title: str,
        language: Language = "vi",
        example: tuple[Decimal, Decimal] | None = None,
    ) -> None:
        self.type: str = rule.type
        self.points = points
        self.title = title
        self.language: Language = language
        self.curve: Curve | None = None
        self.bars: Bars | None = None
        self.parts: tuple[RuleDisplay, ...] = ()
        said = words(language)
        if isinstance(rule, rules.BestOf | rules.SumOf):
            within = leaf_parts(rule, points)
            names = [f"{each.path}. {label_of(each.part, language)}".strip() for each in within]
            self.parts = tuple(
                RuleDisplay(criterion, each.rule, each.points, name, language) for each, name in zip(within, names, strict=True)
            )
            composed = _composition(rule, "", language)
            self.title += f"\n{composed[0].upper()}{composed[1:]}"
        if isinstance(rule, rules.Options | rules.YesNo | rules.Checklist | rules.Survey):
            self.bars = bars_of(criterion, rule, points, language)
            self.x_label = said["all_answer"]
            if isinstance(rule, rules.Checklist):
                self.x_label = said["true_items"].format(len(rule.items))
            elif not isinstance(rule, rules.Survey):
                self.x_label = short(criterion._model.describe_expression(str(rule.value), language))
        elif not self.parts or one_value(rule):
            self.curve = curve_of(criterion, rule, points, example)
            first = rule if not self.parts else leaf_parts(rule, points)[0].rule
            self.x_label = short(criterion._model.describe_expression(str(getattr(first, "value")), language))
            if self.curve.example is not None:
                self.x_label += "\n" + said["example"].format(*(number(each, language) for each in self.curve.example))
        else:
            self.x_label = ""

    def plot(self, ax: Axes | None = None, **kw: Any) -> Self:
        """Draws.

        Parameters
        ----------
        ax : matplotlib.axes.Axes, optional
            Where not given, in a figure of its own. `best_of` and `sum_of` of several values draw each part in axes beside one another, in
            the place of `ax`.
        **kw
            Of the lines or bars, as in ``color="black"``.
        """
        ax = ax or new_axes(max(6.0, 2.9 * len(self.parts) * (self.curve is None)), 3.4)
        self.ax_, self.figure_ = ax, figure_of(ax)
        if self.curve is None and self.bars is None:
            self._draw_parts(ax, kw)
        else:
            self._draw(ax, float(self.points), kw)
            if self.bars is None or self.bars.counted or self.type == "survey":
                write_heads(ax, self.title, self.x_label)
            else:
                write_heads(ax, f"{self.title}\n{self.x_label}", words(self.language)["points"])
        return self

    def _draw_parts(self, ax: Axes, kw: dict[str, Any]) -> None:
        ax.set_axis_off()
        place = ax.get_subplotspec()
        if place is None:
            count = len(self.parts)
            panels = [ax.inset_axes((each / count + 0.06, 0.18, 1 / count - 0.08, 0.6)) for each in range(count)]
            write_heads(ax, self.title, "")
        else:
            within = self.figure_.add_subfigure(place)
            width = within.bbox.width / self.figure_.dpi * 72
            within.suptitle(wrapped(self.title, width * FITS_BESIDE, 10), fontsize=10)
            panels = list(np.ravel(within.subplots(1, len(self.parts))))
        for panel, part in zip(panels, self.parts, strict=True):
            part._draw(panel, float(self.points), kw)
            part.ax_, part.figure_ = panel, self.figure_
        for panel, part in zip(panels, self.parts, strict=True):
            write_heads(panel, part.title, part.x_label, size=9)
            if panel is not panels[0]:
                panel.set_ylabel("")

    def _draw(self, ax: Axes, most: float, kw: dict[str, Any]) -> None:
        plain(ax)
        if self.curve is not None:
            self._draw_curve(ax, self.curve, kw)
        elif self.bars is not None and (self.bars.counted or most > self.points):
            self._draw_bars(ax, self.bars, kw)
        elif self.bars is not None:
            self._draw_cases(ax, self.bars, kw)
            return
        ax.set_ylim(-0.03 * most, 1.12 * most)
        ax.set_ylabel(words(self.language)["points"], fontsize=9)
        ax.yaxis.set_major_formatter(formatter(self.language))

    def _draw_curve(self, ax: Axes, curve: Curve, kw: dict[str, Any]) -> None:
        said = words(self.language)
        for part, style in zip(self.parts, _styles(), strict=False):
            assert part.curve is not None
            for place, piece in enumerate(part.curve.pieces):
                label = f"{part.title}, {said['at_most'].format(number(part.points, self.language))}" if place == 0 else None
                ax.plot(piece.x, piece.points, color=MIDDLE, linewidth=1, linestyle=style, label=label)
        line: dict[str, Any] = {"color": DARK, "linewidth": 2.2} | kw
        dot: dict[str, Any] = {"color": line["color"], "markersize": 6, "linestyle": "none", "clip_on": False, "zorder": 3}
        fill = {True: "white", False: line["color"]}
        for place, piece in enumerate(curve.pieces):
            label = said["whole"] if self.parts and place == 0 else None
            if curve.whole:
                ax.vlines(piece.x, 0, piece.points, colors=LIGHT, linewidth=1.5, zorder=1)
                ax.plot(piece.x, piece.points, marker="o" if len(piece.x) <= 40 else ".", **(dot | {"label": label}))
                continue
            ax.plot(piece.x, piece.points, label=label, solid_capstyle="butt", **line)
            before = curve.pieces[place - 1] if place else None
            if before is not None:
                ax.plot([piece.x[0]] * 2, [before.points[-1], piece.points[0]], color=LIGHT, linewidth=1, linestyle="--", zorder=1)
                ax.plot(before.x[-1], before.points[-1], marker="o", markerfacecolor=fill[before.open_right], **dot)
                ax.plot(piece.x[0], piece.points[0], marker="o", markerfacecolor=fill[piece.open_left], **dot)
        if curve.example is not None:
            for name, at in zip(("target", "leader"), curve.example, strict=True):
                ax.axvline(float(at), color=MIDDLE, linewidth=1, linestyle=":")
                ax.annotate(f"{said[name]} ", (float(at), 0), ha="right", va="bottom", fontsize=8, rotation=90)
        if self.parts:
            ax.legend(fontsize=8, frameon=False)
        _set_ticks(ax, curve, self.language)

    def _draw_bars(self, ax: Axes, bars: Bars, kw: dict[str, Any]) -> None:
        places = range(len(bars.cases))
        ax.bar(places, bars.points, width=0.6, **({"color": MIDDLE, "edgecolor": DARK} | kw))
        for place, points in zip(places, bars.points, strict=True):
            ax.text(place, points, number(points, self.language), ha="center", va="bottom", fontsize=9)
        ax.set_xticks(places, [wrapped(case, 60, 9) for case in bars.cases])

    def _draw_cases(self, ax: Axes, bars: Bars, kw: dict[str, Any]) -> None:
        places = range(len(bars.cases))
        ax.barh(places, bars.points, height=0.6, **({"color": MIDDLE, "edgecolor": DARK} | kw))
        for place, points in zip(places, bars.points, strict=True):
            ax.text(points, place, f" {number(points, self.language)}", va="center", fontsize=9)
        ax.set_yticks(places, [wrapped(case, 140, 9) for case in bars.cases])
        ax.invert_yaxis()
        ax.set_xlim(0, 1.12 * float(self.points))
        ax.xaxis.set_major_formatter(formatter(self.language))

    def __repr__(self) -> str:
        return f"<chiso.plot.RuleDisplay of {self.type}, {self.points} points>"


def _composition(rule: rules.BestOf | rules.SumOf, path: str, language: Language) -> str:
    """What becomes of the parts, in words."""
    parts = []
    for place, part in enumerate(rule.parts, 1):
        name = f"{path}.{place}" if path else str(place)
        if isinstance(part.rule, rules.BestOf | rules.SumOf):
            most = words(language)["at_most"].format(number(Decimal(str(part.points)), language))
            name = f"({_composition(part.rule, name, language)}, {most})"
        parts.append(name)
    return words(language)[rule.type].format("; ".join(parts))


def _styles() -> list[Any]:
    return ["--", ":", "-.", (0, (5, 1)), (0, (1, 1)), (0, (3, 1, 1, 1, 1, 1))]


def _set_ticks(ax: Axes, curve: Curve, language: Language) -> None:
    """Marks the values where something happens; the next one, where it is too near, one line lower."""
    low, high = min(curve.x), max(curve.x)
    from matplotlib.ticker import MaxNLocator

    if curve.whole:
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        ax.xaxis.set_major_formatter(formatter(language))
        return
    near = 0.07 * (high - low)
    kept: list[float] = []
    lower: set[float] = set()
    for tick in [*curve.ticks, *MaxNLocator(6, steps=[1, 2, 5, 10]).tick_values(low, high)]:
        close = [other for other in kept if abs(other - tick) < near and other not in lower]
        if not low <= tick <= high or len(kept) >= 14 or tick in kept:
            continue
        if close and (tick not in curve.ticks or any(abs(other - tick) < near for other in lower)):
            continue
        kept.append(tick)
        if close:
            lower.add(tick)
    kept.sort()
    ax.set_xticks(kept, ["\n" * (tick in lower) + number(tick, language) for tick in kept])


def rule(
    criterion: Criterion,
    ax: Axes | None = None,
    *,
    language: Language = "vi",
    example: tuple[float | Decimal, float | Decimal] | None = None,
    **kw: Any,
) -> RuleDisplay:
    """How many points a criterion gives for what is observed.

    The points are asked of the scorer, over a grid with every jump searched out: a filled mark belongs to the curve, a hollow one does not.

    Parameters
    ----------
    criterion : Criterion
        A leaf or an entry, as ``model["on_time"]``. What `applies_when` and policies make of it is not shown.
    ax : matplotlib.axes.Axes, optional
        Where not given, in a figure of its own.
    language : {"vi", "en"}
    example : (number, number), optional
        Of the rule `target`: the target and the best value of the block that are drawn; the label says them.
    **kw
        Of the lines or bars, as in ``color="black"``.

    Returns
    -------
    RuleDisplay

    Raises
    ------
    ShapeError
        For a group, which has no rule.
    ImportError
        Where matplotlib is not installed.

    Examples
    --------
    >>> import chiso.plot
    >>> model = chiso.load_model("examples/models/commune_reform_index.json")
    >>> display = chiso.plot.rule(model["on_time"])
    >>> [float(piece.points[0]) for piece in display.curve.pieces]
    [0.0, 1.0, 2.0, 3.0, 4.0]
    """
    if criterion.rule is None:
        raise ShapeError(f"'{criterion.id}' is a group and has no rule; it holds {', '.join(child.id for child in criterion.children)}")
    said = words(language)
    title = f"{criterion.number} {criterion.label(language)}".strip()
    title += f" ({said['at_most'].format(number(criterion.points, language))})"
    given = None if example is None else (Decimal(str(example[0])), Decimal(str(example[1])))
    return RuleDisplay(criterion, criterion.rule, criterion.points, title, language, given).plot(ax, **kw)
