"""The way from an index to a target, action by action, with what each costs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from chiso.languages import Language, settled_language
from chiso.plot.drawing import DARK, GREY, MIDDLE, figure_of, need_matplotlib, new_axes, plain
from chiso.plot.layout import LITERAL, beside, legend_below, name_steps, show_around, width_of, write_heads
from chiso.plot.words import card_words, formatter, label_of, number, signed, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.plans import Plans, Target


class PlanDisplay:
    """A plan as steps from today's index to the one that it reaches. Made by `plan`.

    Attributes
    ----------
    actions : tuple of str
        The ids, in the order in which the actions were given; this is the order of the steps.
    indices : numpy.ndarray
        float64, the exact index today, then after each action together with those before it; NaN where there is none.
    costs : tuple of Decimal
        What each action costs.
    target : float
        The index that was asked for; NaN if it was a rank or a class.
    reached : bool
        Whether the plan reaches the target; if none does, the set of actions that reaches the highest index is shown.
    ax_, figure_
        The axes and figure in which it was last drawn.
    """

    ax_: Axes
    figure_: Figure

    def __init__(self, plans: Plans, at: int = 0, language: Language | None = None) -> None:
        language = settled_language(language)
        said = words(language)
        self.language: Language = language
        self.reached = len(plans) > 0
        shown = plans[at] if self.reached else plans.reachable
        taken = () if shown is None else shown.actions
        actions = [action for action in plans.actions if action.id in taken]
        card, scores = plans.card, plans._scores
        self.actions = tuple(action.id for action in actions)
        self.costs: tuple[Decimal, ...] = tuple(action.cost for action in actions)
        indices = [card.index]
        changes: dict[str, Any] = {}
        for action in actions:
            changes |= action.changes
            indices.append(scores.what_if(card.unit, changes, period=card.period, track=card.track).index)
        self.indices = np.array([np.nan if index is None else float(index.exact) for index in indices], dtype=np.float64)
        self._published = [indices[0], indices[-1]]
        self._decimals = scores.model.draft().publish.decimals
        self.target = _index_of(plans.target)
        self._cost = Decimal() if shown is None else shown.cost
        placed = said["ranked"].format(shown.rank, card.ranked) if shown is not None and shown.rank is not None else ""
        self._last = ", ".join(part for part in (said["with_plan"], placed) if part)
        outcome = _target_words(plans, language) if self.reached else f"{_target_words(plans, language)}, {said['not_reached']}"
        self.title = f"{card_words(card, language)}\n{outcome}"

    def plot(self, ax: Axes | None = None, **kw: Any) -> Self:
        """Draws the display.

        Parameters
        ----------
        ax, **kw
            As for `plan`.

        Raises
        ------
        ImportError
            If matplotlib is not installed.
        ValueError
            If the language of the display is another one.
        """
        need_matplotlib()
        said = words(self.language)
        labels = beside(ax, [said["today"], *self.actions, self._last], 200)
        lines = [label.count("\n") + 1 for label in labels]
        ax = ax or new_axes(8, 2.1 + sum(max(0.36, 0.1 + 0.16 * count) for count in lines))
        self.ax_, self.figure_ = ax, figure_of(ax)
        plain(ax)
        ends, last = np.nan_to_num(self.indices), len(labels) - 1
        bar: dict[str, Any] = {"height": 0.62, "color": MIDDLE, "edgecolor": DARK, "linewidth": 0.8}
        for place in range(len(self.actions)):
            ax.barh(place + 1, ends[place + 1] - ends[place], left=ends[place], **(bar | kw))
        for place, end in enumerate(ends):
            ax.plot([end, end], [place, place + 1], color=GREY, linewidth=0.8, linestyle=":", zorder=1)
        mark: dict[str, Any] = {"linestyle": "none", "marker": "D", "markersize": 8, "color": DARK, "clip_on": False, "zorder": 3}
        ax.plot([self.indices[0], self.indices[-1]], [0, last], **mark)
        around = [*ends] if np.isnan(self.target) else [*ends, self.target]
        show_around(ax, around)
        name_steps(ax, labels, -0.6 - 0.8)  # the heads of the columns stand in the first line
        self._write_columns(ax, last)
        ax.xaxis.set_major_formatter(formatter(self.language))
        ax.tick_params(axis="y", length=0)
        if not np.isnan(self.target):
            line = ax.axvline(self.target, color="black", linewidth=1.2, linestyle="--", zorder=2)
            legend_below(ax, [(line, said["target_index"].format(number(self.target, self.language)))], 1)
        write_heads(ax, self.title, said["index"], size=11)
        return self

    def _write_columns(self, ax: Axes, last: int) -> None:
        """Two columns beside the axes: the index or what is added to it, and the cost."""
        said = words(self.language)
        ends = ["–" if index is None else number(index, self.language, self._decimals) for index in self._published]
        steps = [signed(step, self.language, self._decimals) for step in np.diff(self.indices)]
        costs = [
            f"{cost:f}".translate(str.maketrans(".", ",")) if self.language == "vi" else f"{cost:f}" for cost in (*self.costs, self._cost)
        ]
        columns = [said["index_points"], ends[0], *steps, ends[1]], [said["cost"], "", *costs]
        at = 8.0
        for column in columns:
            at += max(width_of(text, 9) for text in column) * 1.08  # bold is wider
            for place, text in enumerate(column):
                ax.annotate(
                    text,
                    (1, place - 1),
                    xycoords=ax.get_yaxis_transform(),
                    xytext=(at, 0),
                    textcoords="offset points",
                    ha="right",
                    va="center",
                    fontsize=9,
                    fontweight="bold" if place - 1 in (0, last) else "normal",
                    color=GREY if place == 0 else "black",
                    annotation_clip=False,
                    **LITERAL,
                )
            at += 14

    def __repr__(self) -> str:
        return f"<chiso.plot.PlanDisplay of {len(self.actions)} actions>"


def _index_of(target: Target) -> float:
    """The index that a target names; NaN if it is a rank or a class."""
    return float(target._value) if target._kind in ("index", "published") else np.nan


def _target_words(plans: Plans, language: Language) -> str:
    """What was asked for."""
    said, target = words(language), plans.target
    if target._kind == "rank":
        return said["target_rank"].format(target._value)
    if target._kind == "class_":
        draft = plans._scores.model.draft()
        bands = [] if draft.classes is None else draft.classes.by_block.get(plans.card.block, draft.classes.bands)
        labels = {band.id: label_of(band, language) for band in bands}
        return said["target_class"].format(labels.get(target._value, target._value))
    return said["target_index"].format(number(Decimal(target._value), language))


def plan(plans: Plans, at: int = 0, ax: Axes | None = None, *, language: Language | None = None, **kw: Any) -> PlanDisplay:
    """The steps of a plan from today's index to the one that it reaches, with what each action costs.

    A step is what its action adds to those above it: in another order they may add other parts of the same sum.

    Parameters
    ----------
    plans : Plans
        As `Scores.plan` makes them.
    at : int
        Which of them, from 0, the best one. If no plan reaches the target, what comes nearest is drawn, and the title says so.
    ax : matplotlib.axes.Axes, optional
        If it is not given, a figure of its own is made, as high as the steps need.
    language : {"vi", "en"}, optional
    **kw
        Options of the bars, as in ``color="black"``. The axis does not begin at 0, so the two indices are marks, not bars.

    Returns
    -------
    PlanDisplay

    Raises
    ------
    IndexError
        If there are not so many plans.
    ValueError
        If the language is another one.
    ImportError
        If matplotlib is not installed.

    Examples
    --------
    >>> import chiso.plot
    >>> model = chiso.load_model("examples/council/model.json")
    >>> scores = model.score(chiso.read_evidence("examples/council/table.csv", model, decimal=",", kind="dict"))
    >>> actions = [chiso.Action("pay online", {"paid_online": "75.0"}, cost=3), chiso.Action("pay out", {"paid": 4750}, cost=5)]
    >>> plans = scores.plan("Xã Ví dụ 07", target=chiso.Target(index=70), actions=actions)
    >>> display = chiso.plot.plan(plans)
    >>> display.actions, display.indices.round(2)
    (('pay online',), array([65.19, 71.19]))
    """
    return PlanDisplay(plans, at, language).plot(ax, **kw)
