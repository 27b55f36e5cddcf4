"""The places of a block over its periods."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from chiso.arguments import name_of
from chiso.asked import cohort_of
from chiso.errors import ShapeError, UnknownNameError
from chiso.languages import Language, settled_language
from chiso.plot.drawing import DARK, GREY, figure_of, need_matplotlib, new_axes, plain
from chiso.plot.layout import LITERAL, place_of, size_of, width_of, wrapped, write_heads
from chiso.plot.words import place_words, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.scores import Scores

#: The size of names, in points.
SIZE = 8.5
#: Of more units than this the lines are thinner.
MANY = 60
#: The colour of the lines of units that are not marked.
QUIET = "#b0b0b0"


class RanksDisplay:
    """The place of each unit of a block in each period. Made by `ranks`.

    A place is 1 + the number of ranked units strictly above, whatever the model says of ties.

    Attributes
    ----------
    periods : tuple of str
    units : tuple of str
        Those that are ranked in one of the periods: by their last places, then by name.
    places : numpy.ndarray
        float64, units x periods; NaN if a unit is not ranked.
    unit : str or None
        The one that is marked.
    ax_, figure_
        The axes and figure in which it was last drawn.
    """

    ax_: Axes
    figure_: Figure

    def __init__(
        self,
        scores: Scores,
        unit: str | int | None = None,
        block: str | int | None = None,
        track: str | None = None,
        language: Language | None = None,
    ) -> None:
        language = settled_language(language)
        said = words(language)
        self.unit = None if unit is None else name_of(unit, "unit")
        if self.unit is not None and block is None:
            block = _block_of(scores, self.unit, track)
        of_block, _, track = cohort_of(scores, block, None, track)
        self.language: Language = language
        self.periods = tuple(scores.evidence.periods)
        if len(self.periods) < 2:
            raise ShapeError(f"places over periods need two periods or more; the evidence has {len(self.periods)}")
        found: dict[str, dict[str, int]] = {}
        for period in self.periods:
            frame = scores.frame(block=of_block, period=period, track=track, kind="dict")
            for name in frame["unit"]:
                if (place := scores._core.place(scores._row(name, period, track))) is not None:
                    found.setdefault(name, {})[period] = place
        if self.unit is not None and self.unit not in found:
            raise UnknownNameError(f"'{self.unit}' is not ranked in the block in any period")
        last: dict[str, tuple[float, ...]] = {
            name: tuple(places.get(period, np.inf) for period in reversed(self.periods)) for name, places in found.items()
        }
        self.units = tuple(sorted(found, key=lambda name: (last[name], name)))
        self.places = np.array([[found[name].get(period, np.nan) for period in self.periods] for name in self.units], dtype=np.float64)
        self.places = self.places.reshape(len(self.units), len(self.periods))
        where = place_words(scores.model, of_block, "", track, language)
        self.title = "\n".join(
            part for part in (scores.model.title(language), ", ".join(part for part in (said["ranks"], where) if part)) if part
        )

    def plot(self, ax: Axes | None = None, **kw: Any) -> Self:
        """Draws the display.

        Parameters
        ----------
        ax, **kw
            As for `ranks`.

        Raises
        ------
        ImportError
            If matplotlib is not installed.
        """
        need_matplotlib()
        most = int(np.nanmax([1.0, *self.places.flat]))
        if ax is None:
            ax = new_axes(min(8.0, 4.6 + 1.2 * len(self.periods)), 1.6 + max(1.4, min(9.4, 0.2 * most)))
        self.ax_, self.figure_ = ax, figure_of(ax)
        plain(ax)
        ax.spines["left"].set_visible(False)
        ax.spines["bottom"].set_visible(False)
        across = range(len(self.periods))
        quiet: dict[str, Any] = {
            "color": GREY if self.unit is None else QUIET,
            "linewidth": 1.0,
            "marker": "o",
            "markersize": 3,
            "zorder": 2,
        }
        if len(self.units) > MANY:
            quiet |= {"linewidth": 0.4, "markersize": 1.5}
        for name, places in zip(self.units, self.places, strict=True):
            if name != self.unit:
                ax.plot(across, places, **quiet)
        if self.unit is not None:
            own = self.places[self.units.index(self.unit)]
            strong: dict[str, Any] = {"color": DARK, "linewidth": 3, "marker": "o", "markersize": 8, "clip_on": False, "zorder": 4}
            ax.plot(across, own, **(strong | kw))
            for period, place in enumerate(own[1:-1], 1):
                if not np.isnan(place):
                    ax.annotate(
                        f"{place:.0f}",
                        (period, place),
                        xytext=(0, 7),
                        textcoords="offset points",
                        ha="center",
                        fontsize=9,
                        fontweight="bold",
                        zorder=5,
                        bbox={"boxstyle": "round,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.8},
                    )
        self._write_names(ax, most)
        ax.set_xticks(across, self.periods, **LITERAL)
        ax.tick_params(axis="x", length=0, labelsize=10, labeltop=True, labelbottom=False, top=False)
        ax.set_yticks([])
        ax.set_ylim(most + 0.6, 0.4)
        ax.set_xlim(-0.04, len(self.periods) - 0.96)
        write_heads(ax, self.title, "", size=11)
        return self

    def _names(self, period: int, apart: int) -> list[tuple[int, int, str]]:
        """The names beside a period, with the height at which each stands and its place: units of one place stand below one another.

        If there is no room for all of them, those that are so many places apart, and the marked one.
        """
        column = self.places[:, period]
        ranked = sorted((int(place), name) for name, place in zip(self.units, column, strict=True) if not np.isnan(place))
        all_of_them = [(at, place, name) for at, (place, name) in enumerate(ranked, 1)]
        own = next((at for at, _, name in all_of_them if name == self.unit), None)
        if own is None:
            return all_of_them[::apart]
        return [one for one in all_of_them if (one[0] - own) % apart == 0]

    def _write_names(self, ax: Axes, most: int) -> None:
        width, height = size_of(ax, place_of(ax))
        room = min(170.0, 0.34 * width) - width_of("000  ", SIZE)
        apart = max(1, math.ceil(1.25 * SIZE * most / (height - 90)))
        for period, side, away in ((0, "right", -8), (len(self.periods) - 1, "left", 8)):
            for at, place, name in self._names(period, apart):
                own = name == self.unit
                label = wrapped(name, 0.86 * room if own else room, SIZE, 1)  # bold letters are wider
                ax.annotate(
                    f"{label}  {place}" if side == "right" else f"{place}  {label}",
                    (period, at),
                    xytext=(away, 0),
                    textcoords="offset points",
                    ha=side,
                    va="center",
                    fontsize=SIZE,
                    fontweight="bold" if own else "normal",
                    color="black" if own or self.unit is None else GREY,
                    annotation_clip=False,
                    **LITERAL,
                )

    def __repr__(self) -> str:
        return f"<chiso.plot.RanksDisplay of {len(self.units)} units in {len(self.periods)} periods>"


def _block_of(scores: Scores, unit: str, track: str | None) -> str:
    """The block in which a unit stands in the latest period in which it has a row."""
    for period in reversed(scores.evidence.periods):
        try:
            return str(scores._core.block(scores._row(unit, period, track)))
        except UnknownNameError:
            continue
    return str(scores._core.block(scores._row(unit, None, track)))  # refuses the name, with those that are near


def ranks(
    scores: Scores,
    unit: str | int | None = None,
    block: str | int | None = None,
    track: str | None = None,
    ax: Axes | None = None,
    *,
    language: Language | None = None,
    **kw: Any,
) -> RanksDisplay:
    """The places of the units of a block over its periods, as lines, with one unit marked.

    Parameters
    ----------
    scores : Scores
    unit : str or int, optional
        The unit that is marked.
    block : str or int, optional
        It may be left out if there is only one, or a unit is marked: then it is the latest block of that one.
    track : str, optional
        If it is not given, the last one of the model.
    ax : matplotlib.axes.Axes, optional
        If it is not given, a figure of its own is made, as high as the places need. If there is no room for all names, some of them are written.
    language : {"vi", "en"}, optional
    **kw
        Options of the line of the marked unit, as in ``color="black"``.

    Returns
    -------
    RanksDisplay

    Raises
    ------
    ShapeError
        If there are several blocks and none is given, or fewer than two periods.
    UnknownNameError
        For a name that does not occur, or a unit that is not ranked in any period.
    ValueError
        If the language is another one.
    ImportError
        If matplotlib is not installed.

    Examples
    --------
    >>> import chiso.plot
    >>> model = chiso.load_model("examples/models/commune_reform_index.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/communes.csv", model, decimal=",", kind="dict"))
    >>> display = chiso.plot.ranks(scores, "Xã Mẫu 19")
    >>> display.periods, display.places[display.units.index("Xã Mẫu 19")]
    (('2023', '2024'), array([10., 20.]))
    """
    return RanksDisplay(scores, unit, block, track, language).plot(ax, **kw)
