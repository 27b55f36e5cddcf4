"""The highest index that can be reached at each cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import numpy as np

from chiso.languages import Language, settled_language
from chiso.plot.drawing import DARK, GREY, figure_of, need_matplotlib, new_axes, plain
from chiso.plot.layout import legend_below, write_heads
from chiso.plot.plan_display import _index_of
from chiso.plot.words import card_words, formatter, number, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.plans import Plans


class FrontierDisplay:
    """What can be reached at which cost. Made by `frontier`.

    Attributes
    ----------
    costs : numpy.ndarray
        float64, each cost at which a higher index is reached.
    indices : numpy.ndarray
        float64, the highest index at that cost, exact; NaN where there is none.
    actions : tuple of str
        The ids of the best set for it, with commas between.
    target : float
        The index that was asked for; NaN if it was a rank or a class.
    best : float
        The cost of the best plan; NaN if none reaches the target.
    ax_, figure_
        The axes and figure in which it was last drawn.
    """

    ax_: Axes
    figure_: Figure

    def __init__(self, plans: Plans, language: Language | None = None) -> None:
        language = settled_language(language)
        self.language: Language = language
        frame = plans.frontier(kind="dict")
        self.costs = np.array(frame["cost"], dtype=np.float64)
        self.indices = np.array([np.nan if value is None else value for value in frame["index"]], dtype=np.float64)
        self.actions = tuple(frame["actions"])
        self.target = _index_of(plans.target)
        best = plans.best
        self.best = np.nan if best is None else float(best.cost)
        self._best_index = np.nan if best is None or best.index is None else float(best.index.exact)
        reachable = plans.reachable
        self._highest = None if reachable is None else reachable.index  # as it would be published
        self._decimals = plans._scores.model.draft().publish.decimals
        self.title = f"{words(language)['frontier']}: {card_words(plans.card, language)}"

    def plot(self, ax: Axes | None = None, **kw: Any) -> Self:
        """Draws the display.

        Parameters
        ----------
        ax, **kw
            As for `frontier`.

        Raises
        ------
        ImportError
            If matplotlib is not installed.
        ValueError
            If the language of the display is another one.
        """
        need_matplotlib()
        said = words(self.language)
        ax = ax or new_axes(8, 4.6)
        self.ax_, self.figure_ = ax, figure_of(ax)
        plain(ax)
        most = float(max(self.costs, default=0.0))
        room = 0.06 * most or 1.0
        line: dict[str, Any] = {"color": DARK, "linewidth": 1.8}
        entries: list[tuple[Any, str]] = []
        if len(self.costs):
            (steps,) = ax.step([*self.costs, most + room], [*self.indices, self.indices[-1]], where="post", **(line | kw))
            ax.plot(self.costs, self.indices, linestyle="none", marker="o", markersize=5, color=DARK, clip_on=False)
            entries.append((steps, said["highest_index"]))
            end = "" if self._highest is None else number(self._highest, self.language, self._decimals)
            ax.annotate(end, (most, self.indices[-1]), xytext=(0, 6), textcoords="offset points", ha="center", fontsize=9)
        if not np.isnan(self.target):
            entries.append(
                (
                    ax.axhline(self.target, color=GREY, linewidth=1.2, linestyle="--", zorder=1),
                    said["target_index"].format(number(self.target, self.language)),
                )
            )
        if not np.isnan(self.best) and not np.isnan(self._best_index):
            hollow: dict[str, Any] = {"markerfacecolor": "white", "markeredgecolor": "black", "markeredgewidth": 1.5, "clip_on": False}
            (mark,) = ax.plot([self.best], [self._best_index], linestyle="none", marker="D", markersize=10, zorder=3, **hollow)
            entries.append((mark, said["best_plan"].format(number(self.best, self.language))))
        ax.set_xlim(-room, most + room)
        ax.margins(y=0.12)
        ax.xaxis.set_major_formatter(formatter(self.language))
        ax.yaxis.set_major_formatter(formatter(self.language))
        ax.set_ylabel(said["index"], fontsize=10)
        if entries:
            legend_below(ax, entries, 3)
        write_heads(ax, self.title, said["cost"], size=11)
        return self

    def __repr__(self) -> str:
        return f"<chiso.plot.FrontierDisplay of {len(self.costs)} costs>"


def frontier(plans: Plans, ax: Axes | None = None, *, language: Language | None = None, **kw: Any) -> FrontierDisplay:
    """The highest index that can be reached at each cost, with the target and the best plan.

    Parameters
    ----------
    plans : Plans
        As `Scores.plan` makes them.
    ax : matplotlib.axes.Axes, optional
        If it is not given, a figure of its own is made.
    language : {"vi", "en"}, optional
    **kw
        Options of the line, as in ``color="black"``.

    Returns
    -------
    FrontierDisplay

    Raises
    ------
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
    >>> display = chiso.plot.frontier(scores.plan("Xã Ví dụ 07", target=chiso.Target(index=70), actions=actions))
    >>> display.costs, display.indices.round(2)
    (array([0., 3., 8.]), array([65.19, 71.19, 75.5 ]))
    """
    return FrontierDisplay(plans, language).plot(ax, **kw)
