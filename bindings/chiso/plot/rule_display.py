"""How a rule gives points, as a picture."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from chiso import rules
from chiso.errors import ShapeError
from chiso.languages import Language, settled_language
from chiso.plot.curves import Bars, Curve, bars_of, curve_of, is_over_cases, leaf_parts, one_value
from chiso.plot.drawing import DARK, LIGHT, MIDDLE, figure_of, new_axes, plain
from chiso.plot.layout import BEHIND, LITERAL, Column, beside, place_of, width_of_axes, wrapped, write_heads, write_legend
from chiso.plot.roles import field_of, parts_of, value_of
from chiso.plot.words import formatter, label_of, number, short, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.criterion import Criterion


class RuleDisplay:
    """The points of a leaf or entry against what is observed. Made by `rule`.

    Attributes
    ----------
    curve : Curve or None
        The curve of a rule over one number, or of a `best_of` or `sum_of` whose parts all read the same number.
    bars : Bars or None
        The bars of a rule over options, truths or answers.
    parts : tuple of RuleDisplay
        For `best_of` and `sum_of`: the rules within, on every level.
    points : Decimal
        The most points that it can earn.
    ax_, figure_
        The axes and figure in which it was last drawn.
    """

    ax_: Axes
    figure_: Figure

    def __init__(
        self,
        criterion: Criterion,
        rule: rules.Rule,
        points: Decimal,
        title: str,
        language: Language | None = None,
        example: tuple[Decimal, Decimal] | None = None,
    ) -> None:
        language = settled_language(language)
        self.type: str = rule.type
        self.points = points
        self.title = title
        self.language: Language = language
        self.curve: Curve | None = None
        self.bars: Bars | None = None
        self.parts: tuple[RuleDisplay, ...] = ()
        said = words(language)
        within = leaf_parts(rule, points)
        if parts_of(rule) is not None:
            labels = [label_of(each.part, language) for each in within]
            names = [
                f"{each.path}. {label}" if label else said["part"].format(each.path) for each, label in zip(within, labels, strict=True)
            ]
            self.parts = tuple(
                RuleDisplay(criterion, each.rule, each.points, name, language) for each, name in zip(within, names, strict=True)
            )
            composed = _composition(rule, "", language)
            self.title += f"\n{composed[0].upper()}{composed[1:]}"
        if is_over_cases(rule):
            self.bars = bars_of(criterion, rule, points, language)
            self.x_label = said["all_answer"]
            if self.bars.counted:
                self.x_label = said["true_items"].format(len(self.bars.cases) - 1)
            elif not self.bars.answers:
                value = getattr(rule, field_of(rule, "choice") or field_of(rule, "truth") or "")
                self.x_label = short(criterion._model.describe_expression(str(value), language))
        elif not self.parts or one_value(rule):
            self.curve = curve_of(criterion, rule, points, example)
            first: Any = rule
            if self.parts:
                first = within[0].rule
                for part, each in zip(self.parts, within, strict=True):
                    part.curve = curve_of(criterion, each.rule, each.points, beside=self.curve)
            self.x_label = short(criterion._model.describe_expression(str(value_of(first)), language))
            if self.curve.example is not None:
                self.x_label += "\n" + said["example"].format(*(number(each, language) for each in self.curve.example))
        else:
            self.x_label = ""

    def plot(self, ax: Axes | None = None, **kw: Any) -> Self:
        """Draws the display.

        Parameters
        ----------
        ax, **kw
            As for `rule`.

        Raises
        ------
        ImportError
            If matplotlib is not installed.
        ValueError
            If the language of the display is another one.
        """
        ax = ax or new_axes(max(6.0, 2.9 * len(self.parts) * (self.curve is None)), 3.4)
        self.ax_, self.figure_ = ax, figure_of(ax)
        if self.curve is None and self.bars is None:
            self._draw_parts(ax, kw)
        else:
            self._draw(ax, float(self.points), kw)
            if self.bars is None or self.bars.counted or self.bars.answers:
                write_heads(ax, self.title, self.x_label)
            else:
                write_heads(ax, f"{self.title}\n{self.x_label}", words(self.language)["points"])
        return self

    def _draw_parts(self, ax: Axes, kw: dict[str, Any]) -> None:
        ax.set_axis_off()
        if ax.get_subplotspec() is not None and self.figure_.get_layout_engine() is None:
            ax.set_position(place_of(ax))  # axes without labels need no room beside them
            ax.set_in_layout(True)
        write_heads(ax, self.title, "")
        columns = [Column(ax, place, len(self.parts)) for place in range(len(self.parts))]
        for column, part in zip(columns, self.parts, strict=True):
            part.ax_, part.figure_ = ax.inset_axes((0, 0, 1, 1)), self.figure_
            part.ax_.set_axes_locator(column)
            part.ax_.set_in_layout(False)  # they and their text are within these axes, so the layout need not make room
            part._draw(part.ax_, float(self.points), kw)
            if column is not columns[0]:
                part.ax_.set_ylabel("")
        for part in self.parts:
            write_heads(part.ax_, part.title, part.x_label, size=9)
        below, above = (max(column.margins[side] for column in columns) for side in (1, 3))
        for column in columns:
            column.margins = (column.margins[0], below, column.margins[2], above)  # so that equal points are at equal heights

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
        entries: list[tuple[Any, str]] = []
        for part, style in zip(self.parts, _styles(), strict=False):
            assert part.curve is not None
            for place, piece in enumerate(part.curve.pieces):
                (mark,) = ax.plot(piece.x, piece.points, color=MIDDLE, linewidth=1, linestyle=style)
                if place == 0:
                    entries.append((mark, f"{part.title}, {said['at_most'].format(number(part.points, self.language))}"))
        line: dict[str, Any] = {"color": DARK, "linewidth": 2.2} | kw
        dot: dict[str, Any] = {"color": line["color"], "markersize": 6, "linestyle": "none", "clip_on": False, "zorder": 3}
        fill = {True: "white", False: line["color"]}
        for place, piece in enumerate(curve.pieces):
            if curve.whole:
                ax.vlines(piece.x, 0, piece.points, colors=LIGHT, linewidth=1.5, zorder=1)
                marks = ax.plot(piece.x, piece.points, marker="o" if len(piece.x) <= 40 else ".", **dot)
            else:
                marks = ax.plot(piece.x, piece.points, solid_capstyle="butt", **line)
            if place == 0:
                entries.append((marks[0], said["whole"]))
            else:
                before = curve.pieces[place - 1]
                ax.plot([piece.x[0]] * 2, [before.points[-1], piece.points[0]], color=LIGHT, linewidth=1, linestyle="--", zorder=1)
                ax.plot(before.x[-1], before.points[-1], marker="o", markerfacecolor=fill[before.open_right], **dot)
                ax.plot(piece.x[0], piece.points[0], marker="o", markerfacecolor=fill[piece.open_left], **dot)
        if curve.example is not None:
            for name, at in zip(("target", "leader"), curve.example, strict=True):
                ax.axvline(float(at), color=MIDDLE, linewidth=1, linestyle=":")
                beside_line: dict[str, Any] = {"xytext": (-2, 2), "textcoords": "offset points", "ha": "right", "va": "bottom"}
                ax.annotate(said[name], (float(at), 0), fontsize=8, rotation=90, **beside_line)
        if self.parts:
            half = width_of_axes(ax) / 2
            write_legend(ax, [(mark, wrapped(label, half, 8)) for mark, label in entries], fontsize=8)
        from chiso.plot.ticks import set_ticks

        set_ticks(ax, curve, self.language)

    def _draw_bars(self, ax: Axes, bars: Bars, kw: dict[str, Any]) -> None:
        places = range(len(bars.cases))
        ax.bar(places, bars.points, width=0.6, **({"color": MIDDLE, "edgecolor": DARK} | kw))
        for place, points in zip(places, bars.points, strict=True):
            ax.text(place, points, number(points, self.language), ha="center", va="bottom", fontsize=9)
        width = max(30, min(60, width_of_axes(ax) / len(bars.cases) - 4))
        ax.set_xticks(places, [wrapped(case, width, 9) for case in bars.cases], **LITERAL)

    def _draw_cases(self, ax: Axes, bars: Bars, kw: dict[str, Any]) -> None:
        places = range(len(bars.cases))
        ax.barh(places, bars.points, height=0.6, **({"color": MIDDLE, "edgecolor": DARK} | kw))
        for place, points in zip(places, bars.points, strict=True):
            ax.annotate(number(points, self.language), (points, place), va="center", fontsize=9, **BEHIND)
        ax.set_yticks(places, beside(ax, bars.cases, 140), **LITERAL)
        ax.invert_yaxis()
        ax.set_xlim(0, 1.12 * float(self.points))
        ax.xaxis.set_major_formatter(formatter(self.language))

    def __repr__(self) -> str:
        return f"<chiso.plot.RuleDisplay of {self.type}, {self.points} points>"


def _composition(rule: rules.Rule, path: str, language: Language) -> str:
    """How the parts are combined, in words."""
    parts = []
    for place, part in enumerate(parts_of(rule) or [], 1):
        name = f"{path}.{place}" if path else str(place)
        if parts_of(part.rule) is not None:
            most = words(language)["at_most"].format(number(Decimal(str(part.points)), language))
            name = f"({_composition(part.rule, name, language)}, {most})"
        parts.append(name)
    return words(language).get(rule.type, f"{rule.type}: {{}}").format("; ".join(parts))


def _styles() -> list[Any]:
    return ["--", ":", "-.", (0, (5, 1)), (0, (1, 1)), (0, (3, 1, 1, 1, 1, 1))]


def rule(
    criterion: Criterion,
    ax: Axes | None = None,
    *,
    language: Language | None = None,
    example: tuple[float | Decimal, float | Decimal] | None = None,
    **kw: Any,
) -> RuleDisplay:
    """How many points a criterion gives for what is observed.

    The scorer computes the points over a grid, and every jump is located: a filled mark belongs to the curve, a hollow one does not.

    Parameters
    ----------
    criterion : Criterion
        A leaf or an entry, such as ``model["on_time"]``. The effects of `applies_when` and policies are not shown.
    ax : matplotlib.axes.Axes, optional
        If it is not given, a figure of its own is made. `best_of` and `sum_of` of several values draw each part in axes beside one another,
        within `ax`.
    language : {"vi", "en"}, optional
    example : (number, number), optional
        For the rule `target`: the target and the best value of the block, not below it, that are drawn; the label names them.
    **kw
        Options of the lines or bars, as in ``color="black"``.

    Returns
    -------
    RuleDisplay

    Raises
    ------
    ShapeError
        For a group, which has no rule.
    ValueError
        If there is an `example` for another rule than `target`, its best value is below its target, or the language is another one.
    ImportError
        If matplotlib is not installed.

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
    language = settled_language(language)
    said = words(language)
    title = f"{criterion.number} {criterion.label(language)}".strip()
    title += f" ({said['at_most'].format(number(criterion.points, language))})"
    given = None if example is None else _example(criterion, example)
    return RuleDisplay(criterion, criterion.rule, criterion.points, title, language, given).plot(ax, **kw)


def _example(criterion: Criterion, example: tuple[float | Decimal, float | Decimal]) -> tuple[Decimal, Decimal]:
    """Checks and returns the target and the best of the block that were asked for."""
    assert criterion.rule is not None
    if field_of(criterion.rule, "target") is None:
        raise ValueError(f"example is of the rule target alone; '{criterion.id}' has the rule {criterion.rule.type}")
    target, best = (Decimal(str(number)) for number in example)
    if not (target.is_finite() and best.is_finite()):
        raise ValueError(f"example is a target and the best value of the block, two numbers, not {target} and {best}")
    if best < target:
        raise ValueError(f"example is a target and the best value of the block, which cannot be below it: {best} is below {target}")
    return target, best
