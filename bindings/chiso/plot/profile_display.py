"""One unit, field by field, beside its block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import numpy as np

from chiso.languages import Language, settled_language
from chiso.plot.drawing import DARK, GREY, LIGHT, figure_of, need_matplotlib, new_axes, plain
from chiso.plot.layout import LITERAL, beside, legend_below, write_heads
from chiso.plot.words import formatter, number, place_words, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.scorecard import Scorecard, ScoreLine
    from chiso.scores import Scores


class ProfileDisplay:
    """The index of a unit in the whole and in each field, with those of its block. Made by `profile`.

    Attributes
    ----------
    fields : tuple of str
        The ids of the top-level criteria, after ``""`` for the whole.
    values : numpy.ndarray
        float64, the unit's published indices; NaN if the field does not apply.
    complete : tuple of bool
        Whether the unit has all evidence of the field.
    means, lowest, highest : numpy.ndarray
        float64, of the units of its block that are ranked in the field, as `Scores.averages` publishes them. NaN if none is.
    ax_, figure_
        The axes and figure in which it was last drawn.
    """

    ax_: Axes
    figure_: Figure

    def __init__(
        self, scores: Scores, unit: str, period: str | None = None, track: str | None = None, language: Language | None = None
    ) -> None:
        language = settled_language(language)
        card = scores.card(unit, period=period, track=track)
        said = words(language)
        top = [criterion for criterion in scores.model.criteria if criterion.depth == 0]
        self.unit = card.unit
        self.language: Language = language
        self.fields = ("", *(criterion.id for criterion in top))
        self.labels = (said["total"], *(f"{criterion.number} {criterion.label(language)}".strip() for criterion in top))
        self._decimals = scores.model.draft().publish.decimals
        own: list[Scorecard | ScoreLine] = [card, *(card[criterion.id] for criterion in top)]
        self.values = np.array([np.nan if line.index is None else float(line.index) for line in own])
        self.complete = tuple(line.complete for line in own)
        cohort = (card.block, card.period, card.track)
        self.means, self.lowest, self.highest = np.array([_of_block(scores, field or None, cohort) for field in self.fields]).T
        where = place_words(scores.model, card.block, card.period, card.track, language)
        place = said["ranked"].format(card.rank, card.ranked) if card.rank else ""
        self.title = "\n".join(", ".join(part for part in line if part) for line in ((unit, place), (where,)) if any(line))

    def plot(self, ax: Axes | None = None, **kw: Any) -> Self:
        """Draws the display.

        Parameters
        ----------
        ax, **kw
            As for `profile`.

        Raises
        ------
        ImportError
            If matplotlib is not installed.
        ValueError
            If the language of the display is another one.
        """
        need_matplotlib()
        said = words(self.language)
        labels = beside(ax, self.labels, 190)
        ax = ax or new_axes(8, 1.9 + 0.46 * len(self.fields))
        self.ax_, self.figure_ = ax, figure_of(ax)
        plain(ax)
        places = np.arange(len(self.fields))
        width = np.nan_to_num(self.highest - self.lowest)
        dot: dict[str, Any] = {"linestyle": "none", "marker": "D", "markersize": 7, "color": DARK, "clip_on": False, "zorder": 3} | kw
        whole = np.array(self.complete)
        # The legend lists only what is drawn: a field without an index has no mark, nor has a block without ranked units.
        entries: list[tuple[Any, str]] = []
        for fields, label, fill in ((whole, self.unit, {}), (~whole, f"{self.unit}, {said['incomplete']}", {"markerfacecolor": "white"})):
            if not np.isnan(self.values[fields]).all():
                entries += [(marks, label) for marks in ax.plot(self.values[fields], places[fields], **(dot | fill))]
        bars = ax.barh(places, width, left=np.nan_to_num(self.lowest), height=0.34, color=LIGHT)
        (means,) = ax.plot(self.means, places, linestyle="none", marker="|", markersize=15, markeredgewidth=2, color=GREY)
        if not np.isnan(self.means).all():
            entries += [(means, said["mean"]), (bars, said["range"])]
        edge = ax.get_yaxis_transform()
        for place, value in enumerate(self.values):
            text = said["not_applicable"] if np.isnan(value) else number(value, self.language, self._decimals)
            text += "" if self.complete[place] else f"\n{said['incomplete']}"
            ax.text(1.03, place, text, transform=edge, va="center", fontsize=9, fontweight="bold" if place == 0 else "normal")
        ax.axhline(0.5, color=LIGHT, linewidth=0.8)
        ax.set_yticks(places, labels, **LITERAL)
        ax.set_ylim(len(self.fields) - 0.5, -0.5)
        ax.set_xlim(0, max(100.0, float(np.nanmax([self.values, self.highest], initial=0))))
        ax.xaxis.set_major_formatter(formatter(self.language))
        ax.tick_params(axis="y", length=0)
        if entries:
            legend_below(ax, entries, 2)
        write_heads(ax, self.title, said["index"], size=11)
        return self

    def __repr__(self) -> str:
        return f"<chiso.plot.ProfileDisplay of {self.unit}: {len(self.fields) - 1} fields>"


def _of_block(scores: Scores, node: str | None, cohort: tuple[str, str, str]) -> tuple[float, float, float]:
    """Mean, lowest and highest of the units that have a rank; NaN if none has."""
    frame = scores.averages(node=node, kind="dict")
    at = list(zip(frame["block"], frame["period"], frame["track"], strict=True)).index(cohort)
    mean, lowest, highest = (float(np.ma.filled(frame[name], np.nan)[at]) for name in ("mean_index", "lowest", "highest"))
    return mean, lowest, highest


def profile(
    scores: Scores,
    unit: str,
    period: str | None = None,
    track: str | None = None,
    ax: Axes | None = None,
    *,
    language: Language | None = None,
    **kw: Any,
) -> ProfileDisplay:
    """The index of a unit in each field, against the range and the mean of its block.

    Parameters
    ----------
    scores : Scores
    unit : str
    period, track : str, optional
        If they are not given, the latest of the table and the last of the model.
    ax : matplotlib.axes.Axes, optional
        If it is not given, a figure of its own is made.
    language : {"vi", "en"}, optional
    **kw
        Options of the marks of the unit, as in ``color="black"``.

    Returns
    -------
    ProfileDisplay

    Raises
    ------
    ShapeError
        If there is no such row.
    ImportError
        If matplotlib is not installed.

    Examples
    --------
    >>> import chiso.plot
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore"))
    >>> chiso.plot.profile(scores, "Quảng Ninh").values[:2]
    array([73.04, 79.8 ])
    """
    return ProfileDisplay(scores, unit, period, track, language).plot(ax, **kw)
