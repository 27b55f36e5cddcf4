"""The ranking of a block as bars."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from chiso.arguments import name_of
from chiso.asked import cohort_of
from chiso.errors import UnknownNameError
from chiso.languages import Language, settled_language
from chiso.plot.drawing import DARK, LIGHT, MIDDLE, PALE, figure_of, need_matplotlib, new_axes, plain
from chiso.plot.layout import BEHIND, LITERAL, beside, legend_below, place_of, size_of, wrapped, write_heads
from chiso.plot.words import formatter, label_of, number, place_words, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.scores import Scores

#: Fill and hatch of each class, best first: which can be distinguished in grey, too.
LOOKS = [(DARK, ""), (MIDDLE, ""), (LIGHT, "///"), (PALE, "..."), ("white", "xxx"), (LIGHT, "---"), (PALE, "\\\\\\")]
#: The fill of bars in a model without classes, and of the marked one.
PLAIN, MARKED = (MIDDLE, ""), (DARK, "")
#: How many units stand before and behind the one that is marked.
NEAR = 7
#: Of more units than this the bars are thin, and not every one has its name, so that a figure fits a page.
MANY = 60


class IndexDisplay:
    """The index of each unit of a block. Made by `index`.

    Attributes
    ----------
    units : tuple of str
        Best first; those without a rank last.
    values : numpy.ndarray
        float64, the published indices; NaN if there is none.
    unit : str or None
        The one that is marked.
    ranks : tuple of int or None
    classes : tuple of str or None
        The ids of the classes.
    complete : tuple of bool
    of : int
        The number of units in the block, shown or not.
    ax_, figure_
        The axes and figure in which it was last drawn.
    """

    ax_: Axes
    figure_: Figure

    def __init__(
        self,
        scores: Scores,
        block: str,
        period: str,
        track: str,
        top: int | None = None,
        around: str | int | None = None,
        language: Language | None = None,
    ) -> None:
        language = settled_language(language)
        if top is not None and top < 1:
            raise ValueError(f"top is how many units are shown, 1 or more, not {top}")
        frame = scores.frame(block=block, period=period, track=track, sort="rank", kind="dict")
        draft = scores.model.draft()
        self.language: Language = language
        self.of = len(frame["unit"])
        self.unit = None if around is None else name_of(around, "unit")
        kept = self._kept(list(frame["unit"]), top)
        self._far = [place for place, gap in enumerate(np.diff(kept), 1) if gap > 1]  # where units are left out before
        self.units: tuple[str, ...] = tuple(frame["unit"][kept])
        self.values = np.asarray(frame["index"][kept], dtype=np.float64)
        self.ranks = tuple(None if rank is np.ma.masked else int(rank) for rank in np.ma.MaskedArray(frame["rank"])[kept])
        self.classes: tuple[str | None, ...] = tuple(frame["class"][kept])
        self.complete = tuple(bool(complete) for complete in frame["complete"][kept])
        self._ranked = tuple(bool(ranked) for ranked in frame["ranked"][kept])
        self._decimals = draft.publish.decimals
        bands = [] if draft.classes is None else draft.classes.by_block.get(block, draft.classes.bands)
        self._class_labels = {band.id: label_of(band, language) for band in bands}
        where = place_words(scores.model, block, period, track, language)
        self.title = "\n".join(part for part in (scores.model.title(language), where) if part)
        if len(self.units) < self.of:
            said = words(language)
            shown = said["first"].format(len(self.units), self.of) if self.unit is None else said["around"].format(self.unit, self.of)
            self.title += f"\n({shown})"

    def _kept(self, units: list[str], top: int | None) -> np.ndarray[Any, Any]:
        """The places of the units that are shown."""
        if self.unit is None:
            return np.arange(len(units))[:top]
        if self.unit not in units:
            raise UnknownNameError(f"'{self.unit}' is not in the block")
        at = units.index(self.unit)
        near = range(max(0, at - NEAR), min(len(units), at + NEAR + 1))
        return np.array(sorted({*range(min(top or 0, len(units))), *near}))

    def plot(self, ax: Axes | None = None, **kw: Any) -> Self:
        """Draws the display.

        Parameters
        ----------
        ax, **kw
            As for `index`.

        Raises
        ------
        ImportError
            If matplotlib is not installed.
        ValueError
            If the language of the display is another one.
        """
        need_matplotlib()
        from matplotlib.transforms import offset_copy

        said, many = words(self.language), len(self.units) > MANY
        if many:
            ax = ax or new_axes(8, 11)
            labels = [wrapped(unit, 200, 9, 1) for unit in self.units]
        else:
            labels = beside(ax, self.units, 200)
            lines = max((label.count("\n") + 1 for label in labels), default=1)
            ax = ax or new_axes(8, 1.9 + (0.1 + 0.16 * lines) * len(self.units))
        self.ax_, self.figure_ = ax, figure_of(ax)
        plain(ax)
        look = dict(zip(self._class_labels, LOOKS * (1 + len(self._class_labels) // len(LOOKS)), strict=False))
        self._draw_bars(ax, look, kw)
        named = self._named(ax) if many else range(len(self.units))
        text: dict[str, Any] = {"va": "center", "fontsize": 9}
        for place in named:
            weight = "bold" if self.units[place] == self.unit else "normal"
            end = (np.nan_to_num(self.values[place]), place)
            ax.annotate(self._note(place), end, fontweight=weight, **text, **BEHIND, **LITERAL)
        before = offset_copy(ax.get_yaxis_transform(), self.figure_, x=-6, units="points")
        for place in named:
            rank = self.ranks[place]
            ax.text(0, place, "–" if rank is None else str(rank), transform=before, ha="right", fontweight="bold", **text)
        for place in self._far:
            ax.axhline(place - 0.5, color=DARK, linewidth=0.8, linestyle=":")
        ax.set_yticks(named, [labels[place] for place in named], **LITERAL)
        for place, label in zip(named, ax.get_yticklabels(), strict=True):
            label.set_fontweight("bold" if self.units[place] == self.unit else "normal")
        ax.set_ylim(len(self.units) - 0.4, -0.6)
        ax.set_xlim(0, max(100.0, float(np.nanmax(self.values, initial=0))))
        ax.xaxis.set_major_formatter(formatter(self.language))
        ax.tick_params(axis="y", length=0, pad=14 + 7 * max((len(str(rank)) for rank in self.ranks if rank is not None), default=1))
        self._add_legend(ax, look)
        write_heads(ax, self.title, said["index"], size=11)
        return self

    def _draw_bars(self, ax: Axes, look: dict[str, tuple[str, str]], kw: dict[str, Any]) -> None:
        """Bars that look alike are drawn together."""
        alike: dict[tuple[tuple[str, str], bool], list[int]] = {}
        for place, (class_, complete) in enumerate(zip(self.classes, self.complete, strict=True)):
            empty = PLAIN if complete and not look else ("white", "")
            looks = MARKED if self.units[place] == self.unit and not look else look.get(class_ or "", empty)
            alike.setdefault((looks, complete), []).append(place)
        values = np.nan_to_num(self.values)
        for ((color, hatch), complete), places in alike.items():
            style: dict[str, Any] = {"height": 0.72, "color": color, "hatch": hatch, "edgecolor": DARK}
            thin = 0.0 if color != "white" else 0.3  # edges of thin bars would be most of them
            style |= {"linewidth": 0.8 if len(self.units) <= MANY else thin, "linestyle": "-" if complete else "--"}
            ax.barh(places, values[places], **(style | kw))

    def _named(self, ax: Axes) -> list[int]:
        """The units whose names and figures there is room for: all, or so many apart, and the marked one."""
        height = size_of(ax, place_of(ax))[1] - 90
        apart = max(1, math.ceil(12.5 * len(self.units) / max(height, 1)))
        first = 0 if self.unit is None else self.units.index(self.unit) % apart
        return list(range(first, len(self.units), apart))

    def _note(self, place: int) -> str:
        said = words(self.language)
        value, class_ = self.values[place], self.classes[place]
        notes = [] if np.isnan(value) else [number(value, self.language, self._decimals)]
        if class_ is not None:
            notes.append(self._class_labels.get(class_, class_))
        elif self.complete[place] and self._class_labels:
            notes.append(said["no_class"])
        if not self.complete[place]:
            notes.append(said["incomplete"])
        if not self._ranked[place]:
            notes.append(said["not_ranked"])
        return " · ".join(notes)

    def _add_legend(self, ax: Axes, look: dict[str, tuple[str, str]]) -> None:
        from matplotlib.patches import Patch

        shown = [id for id in look if id in self.classes]
        entries = [(Patch(facecolor=look[id][0], hatch=look[id][1], edgecolor=DARK), self._class_labels[id]) for id in shown]
        if not all(self.complete):
            entries.append((Patch(facecolor="white", edgecolor=DARK, linestyle="--"), words(self.language)["incomplete_mark"]))
        if len(entries) > 1:
            legend_below(ax, entries, len(entries))

    def __repr__(self) -> str:
        return f"<chiso.plot.IndexDisplay of {len(self.units)} units>"


def index(
    scores: Scores,
    block: str | None = None,
    period: str | None = None,
    track: str | None = None,
    top: int | None = None,
    ax: Axes | None = None,
    *,
    around: str | int | None = None,
    language: Language | None = None,
    **kw: Any,
) -> IndexDisplay:
    """The index of each unit of a block as bars, best first, with rank, published figure and class.

    Parameters
    ----------
    scores : Scores
    block : str, optional
        It may be left out if there is only one.
    period, track : str, optional
        If they are not given, the latest of the table and the last of the model.
    top : int, optional
        Shows only the first so many units; if it is not given, all. Of more than 60 the bars are thin, and not every one has its name.
    ax : matplotlib.axes.Axes, optional
        If it is not given, a figure of its own is made, as high as the units need.
    around : str or int, optional
        A unit that is marked: shows it, seven units before and seven behind it, and the first `top` units if that is given.
    language : {"vi", "en"}, optional
    **kw
        Options of all bars, as in ``height=0.5``.

    Returns
    -------
    IndexDisplay

    Raises
    ------
    ShapeError
        If there are several blocks and none is given.
    UnknownNameError
        If a name does not occur.
    ValueError
        If `top` is below 1, or the language is another one.
    ImportError
        If matplotlib is not installed.

    Examples
    --------
    >>> import chiso.plot
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore"))
    >>> chiso.plot.index(scores, top=3).units
    ('Quảng Ninh', 'Hải Phòng', 'Đồng Tháp')
    """
    return IndexDisplay(scores, *cohort_of(scores, block, period, track), top, around, language).plot(ax, **kw)
