"""The ranking of a block as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import numpy as np

from chiso.languages import Language, settled_language
from chiso.plot.drawing import DARK, LIGHT, MIDDLE, PALE, figure_of, need_matplotlib, new_axes, plain, settled
from chiso.plot.layout import LITERAL, beside, legend_below, write_heads
from chiso.plot.words import formatter, label_of, number, place_words, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.scores import Scores

#: Fill and hatch of each class, best first: which can be distinguished in grey, too.
LOOKS = [(DARK, ""), (MIDDLE, ""), (LIGHT, "///"), (PALE, "..."), ("white", "xxx"), (LIGHT, "---"), (PALE, "\\\\\\")]


class IndexDisplay:
    """The index of each unit of a block. Made by `index`.

    Attributes
    ----------
    units : tuple of str
        Best first; those without a rank last.
    values : numpy.ndarray
        float64, the published indices; NaN if there is none.
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
        self, scores: Scores, block: str, period: str, track: str, top: int | None = None, language: Language | None = None
    ) -> None:
        language = settled_language(language)
        if top is not None and top < 1:
            raise ValueError(f"top is how many units are shown, 1 or more, not {top}")
        frame = scores.frame(block=block, period=period, track=track, sort="rank", kind="dict")
        draft = scores.model.draft()
        self.language: Language = language
        self.of = len(frame["unit"])
        kept = slice(top)
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
            self.title += " (" + words(language)["first"].format(len(self.units), self.of) + ")"

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

        said = words(self.language)
        labels = beside(ax, self.units, 200)
        lines = max((label.count("\n") + 1 for label in labels), default=1)
        ax = ax or new_axes(8, 1.9 + (0.1 + 0.16 * lines) * len(self.units))
        self.ax_, self.figure_ = ax, figure_of(ax)
        plain(ax)
        look = dict(zip(self._class_labels, LOOKS * (1 + len(self._class_labels) // len(LOOKS)), strict=False))
        for place, (value, class_, complete) in enumerate(zip(self.values, self.classes, self.complete, strict=True)):
            color, hatch = look.get(class_ or "", ("white", ""))
            style: dict[str, Any] = {"height": 0.72, "color": color, "hatch": hatch, "edgecolor": DARK, "linewidth": 0.8}
            ax.barh(place, np.nan_to_num(value), **(style | {"linestyle": "-" if complete else "--"} | kw))
            ax.text(np.nan_to_num(value), place, f" {self._note(place)}", va="center", fontsize=9, **LITERAL)
        before = offset_copy(ax.get_yaxis_transform(), self.figure_, x=-6, units="points")
        for place, rank in enumerate(self.ranks):
            ax.text(0, place, "–" if rank is None else str(rank), transform=before, ha="right", va="center", fontsize=9, fontweight="bold")
        ax.set_yticks(range(len(self.units)), labels, **LITERAL)
        ax.set_ylim(len(self.units) - 0.4, -0.6)
        ax.set_xlim(0, max(100.0, float(np.nanmax(self.values, initial=0))))
        ax.xaxis.set_major_formatter(formatter(self.language))
        ax.tick_params(axis="y", length=0, pad=14 + 7 * len(str(len(self.units))))
        self._add_legend(ax, look)
        write_heads(ax, self.title, said["index"], size=11)
        return self

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
        Shows only so many units; if it is not given, all.
    ax : matplotlib.axes.Axes, optional
        If it is not given, a figure of its own is made, as high as the units need.
    language : {"vi", "en"}, optional
    **kw
        Options of all bars, as in ``height=0.5``.

    Returns
    -------
    IndexDisplay

    Raises
    ------
    ShapeError
        If there are several blocks and none is given, or a name does not occur.
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
    return IndexDisplay(scores, *settled(scores, block, period, track), top, language).plot(ax, **kw)
