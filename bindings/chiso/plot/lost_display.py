"""The index points that a unit lost, criterion by criterion, beside its block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import numpy as np
import numpy.typing as npt

from chiso.languages import Language, settled_language
from chiso.plot.drawing import DARK, GREY, MIDDLE, PALE, figure_of, need_matplotlib, new_axes, plain
from chiso.plot.layout import LITERAL, beside, legend_below, write_heads
from chiso.plot.words import card_words, formatter, number, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.explain import Lost


class LostDisplay:
    """What a unit lost by each criterion, with what it would have lost with the mean and the best share of its block. Made by `lost`.

    Attributes
    ----------
    nodes : tuple of str
        The ids of the criteria that lost any, most first; then ``""`` for all that are not shown by themselves, if there are any.
    values : numpy.ndarray
        float64, in index points.
    worth : numpy.ndarray
        float64, the most that each can lose.
    means, bests : numpy.ndarray
        float64, what the unit would have lost with the mean share of the ranked units of its block, and with the best. NaN if none is ranked.
    ax_, figure_
        The axes and figure in which it was last drawn.
    """

    ax_: Axes
    figure_: Figure

    def __init__(self, lost: Lost, top: int | None = 20, language: Language | None = None) -> None:
        language = settled_language(language)
        if top is not None and top < 1:
            raise ValueError(f"top is how many criteria are shown, 1 or more, not {top}")
        said = words(language)
        model, card = lost._scores.model, lost.card
        self.language: Language = language
        rows = sorted((row for row in lost._leaves() if row[1] != 0), key=lambda row: -row[1])
        shown, further = (rows, []) if top is None or len(rows) <= top else (rows[: top - 1], rows[top - 1 :])
        self.nodes: tuple[str, ...] = (*(row[0] for row in shown), *([""] if further else []))
        self.labels = tuple(f"{model[node].number} {model[node].label(language) or node}".strip() for node in self.nodes if node)
        if further:
            self.labels += (said["further"].format(len(further)),)
        self.values = _floats([row[1] for row in shown] + ([sum(row[1] for row in further)] if further else []))
        none = [None] * bool(further)
        self.worth = _floats([row[7] for row in shown] + none)
        self.means = _floats([row[8] for row in shown] + none)
        self.bests = _floats([row[9] for row in shown] + none)
        self._decimals = model.draft().publish.decimals
        self._has_index = card.index is not None
        self.title = f"{said['lost']}: {card_words(card, language)}"

    def plot(self, ax: Axes | None = None, **kw: Any) -> Self:
        """Draws the display.

        Parameters
        ----------
        ax, **kw
            As for `lost`.

        Raises
        ------
        ImportError
            If matplotlib is not installed.
        ValueError
            If the language of the display is another one.
        """
        need_matplotlib()
        said = words(self.language)
        labels = beside(ax, self.labels, 230)
        lines = [label.count("\n") + 1 for label in labels]
        ax = ax or new_axes(8, 2.1 + sum(max(0.34, 0.1 + 0.16 * count) for count in lines))
        self.ax_, self.figure_ = ax, figure_of(ax)
        plain(ax)
        places = np.arange(len(self.nodes))
        around: dict[str, Any] = {"height": 0.62, "color": PALE, "edgecolor": GREY, "linewidth": 0.6}
        most = ax.barh(places, np.nan_to_num(self.worth), **around)
        bar: dict[str, Any] = {"height": 0.62, "color": MIDDLE, "edgecolor": DARK, "linewidth": 0.8}
        single = [place for place, node in enumerate(self.nodes) if node]
        bars = ax.barh(single, self.values[single], **(bar | kw))
        summed = [place for place, node in enumerate(self.nodes) if not node]
        ax.barh(summed, self.values[summed], **(bar | {"color": "white", "hatch": "///"}))
        (means,) = ax.plot(self.means, places, linestyle="none", marker="|", markersize=15, markeredgewidth=2, color="black")
        hollow: dict[str, Any] = {"markerfacecolor": "white", "markeredgecolor": "black", "clip_on": False}
        (bests,) = ax.plot(self.bests, places, linestyle="none", marker="D", markersize=6, **hollow)
        edge = ax.get_yaxis_transform()
        for place, value in enumerate(self.values):
            ax.text(1.02, place, number(value, self.language, self._decimals), transform=edge, va="center", fontsize=9)
        if not self.nodes:
            empty = said["nothing_lost"] if self._has_index else said["no_index"]
            ax.text(0.5, 0.5, empty, transform=ax.transAxes, ha="center", va="center", fontsize=10)
        ax.set_yticks(places, labels, **LITERAL)
        ax.set_ylim(max(1, len(self.nodes)) - 0.5, -0.5)
        ax.set_xlim(0, 1.04 * float(np.nanmax([0.0, *self.values, *self.worth, *self.means])) or 1)
        ax.xaxis.set_major_formatter(formatter(self.language))
        ax.tick_params(axis="y", length=0, pad=9)  # marks stand on the edge
        entries: list[tuple[Any, str]] = [(bars, said["lost_by_unit"]), (most, said["worth"])] if single else []
        entries += [(means, said["lost_by_mean"])] if not np.isnan(self.means).all() else []
        entries += [(bests, said["lost_by_best"])] if not np.isnan(self.bests).all() else []
        if entries:
            legend_below(ax, entries, 2)
        write_heads(ax, self.title, said["lost_points"], size=11)
        return self

    def __repr__(self) -> str:
        return f"<chiso.plot.LostDisplay of {len(self.nodes)} bars>"


def _floats(values: list[Any]) -> npt.NDArray[np.float64]:
    return np.array([np.nan if value is None else float(value) for value in values], dtype=np.float64)


def lost(lost: Lost, top: int | None = 20, ax: Axes | None = None, *, language: Language | None = None, **kw: Any) -> LostDisplay:
    """The index points that a unit lost by each criterion, most first, beside the mean and the best of its block.

    Parameters
    ----------
    lost : Lost
        As `Scores.lost` tells.
    top : int, optional
        At most so many bars, of which the last one is all further criteria; None for all of them.
    ax : matplotlib.axes.Axes, optional
        If it is not given, a figure of its own is made, as high as the bars need.
    language : {"vi", "en"}, optional
    **kw
        Options of the bars, as in ``color="black"``.

    Returns
    -------
    LostDisplay

    Raises
    ------
    ValueError
        If `top` is below 1, or the language is another one.
    ImportError
        If matplotlib is not installed.

    Examples
    --------
    >>> import chiso.plot
    >>> model = chiso.load_model("examples/models/commune_reform_index.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/communes.csv", model, decimal=",", kind="dict"))
    >>> display = chiso.plot.lost(scores.lost("Xã Mẫu 19"), top=5)
    >>> display.nodes[:2], display.values[:2].round(2)
    (('villages', 'citizens'), array([2.02, 1.95]))
    """
    return LostDisplay(lost, top, language).plot(ax, **kw)
