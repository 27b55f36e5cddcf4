"""Keeps text within its axes: wraps it, and makes room for it."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from chiso.plot.drawing import figure_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.transforms import Bbox

#: The share of a width that text may take by its outlines, because on a coarse screen it comes out wider.
#: Beside other axes it is smaller, because those may still take some of it.
FITS, FITS_BESIDE = 0.92, 0.82

#: The shares of the height of axes that the title and the label below may take, and the share that must be left to the axes.
TITLE_SHARE, LABEL_SHARE, LEAST_SHARE = 0.3, 0.2, 0.2

#: For every text with names or labels: a `$` in them is a dollar, not the beginning of a formula.
LITERAL: dict[str, Any] = {"parse_math": False}

#: Of a text at the end of a bar: a little behind it. A blank before the text would do, but a picture in SVG has none.
BEHIND: dict[str, Any] = {"xytext": (3, 0), "textcoords": "offset points"}


def width_of(text: str, size: float) -> float:
    """The width of a line, in points of 1/72 inch."""
    from matplotlib.font_manager import FontProperties, findfont

    return _measured(text, size, findfont(FontProperties(size=size)))


@functools.lru_cache(maxsize=4096)  # a figure asks for the same ones at every turn of its layout
def _measured(text: str, size: float, font: str) -> float:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    return float(text_to_path.get_text_width_height_descent(text, FontProperties(fname=font, size=size), False)[0])


def wrapped(text: str, width: float, size: float, most: int | None = None) -> str:
    """The text in lines of at most this width, in points of 1/72 inch; at most the first `most` lines."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and width_of(longer, size) > width:
                lines.append(line)
                longer = word
            while (end := _fitting(longer, width, size)) < len(longer):
                lines.append(longer[:end])
                longer = longer[end:]
            line = longer
        lines.append(line)
    if most is not None and len(lines) > most:
        last = lines[most - 1]
        kept = last[: _fitting(last, width - width_of(" …", size), size)]
        lines[most - 1 :] = [(kept if kept == last or " " not in kept else kept.rpartition(" ")[0]) + " …"]
    return "\n".join(lines)


def _fitting(text: str, width: float, size: float) -> int:
    """How many characters of a line fit, at least one; a combining mark stays with its letter."""
    if width_of(text, size) <= width:
        return len(text)
    fits, over = 1, len(text)
    while over - fits > 1:
        middle = (fits + over) // 2
        fits, over = (middle, over) if width_of(text[:middle], size) <= width else (fits, middle)
    while fits > 1 and unicodedata.combining(text[fits]):
        fits -= 1
    while fits < len(text) and unicodedata.combining(text[fits]):
        fits += 1
    return fits


def place_of(ax: Axes) -> Bbox:
    """The place that axes may fill, as shares of the figure: up to the middle between them and their neighbours."""
    from matplotlib.transforms import Bbox

    def stands(other: Axes) -> Bbox:
        spec, figure = other.get_subplotspec(), cast("Figure", other.figure)
        return (
            other.get_position(original=True) if spec is None else spec.get_position(figure)
        )  # their original place, before room was made for text

    own, near = stands(ax), 1e-6
    x0, y0, x1, y1 = 0.0, 0.0, 1.0, 1.0
    for other in figure_of(ax).axes:
        if other is ax or other.figure is not ax.figure:
            continue
        at = stands(other)
        if at.y0 < own.y1 - near and own.y0 < at.y1 - near:
            x0 = max(x0, (at.x1 + own.x0) / 2) if at.x1 <= own.x0 + near else x0
            x1 = min(x1, (at.x0 + own.x1) / 2) if at.x0 >= own.x1 - near else x1
        if at.x0 < own.x1 - near and own.x0 < at.x1 - near:
            y0 = max(y0, (at.y1 + own.y0) / 2) if at.y1 <= own.y0 + near else y0
            y1 = min(y1, (at.y0 + own.y1) / 2) if at.y0 >= own.y1 - near else y1
    return Bbox.from_extents(x0, y0, x1, y1)


def size_of(ax: Axes, place: Bbox) -> tuple[float, float]:
    """Width and height of a place, in points of 1/72 inch."""
    figure = ax.figure
    scale = 72 / figure_of(ax).dpi
    return place.width * figure.bbox.width * scale, place.height * figure.bbox.height * scale


def width_of_axes(ax: Axes) -> float:
    """The width of axes in points of 1/72 inch."""
    return ax.get_window_extent().width / figure_of(ax).dpi * 72


def beside(ax: Axes | None, texts: Sequence[str], most: float) -> list[str]:
    """Wrapped labels of rows; in given axes they may take a third of the place, and as many lines as fit the height of a row."""
    if ax is None:
        return [wrapped(text, most, 9) for text in texts]
    width, height = size_of(ax, place_of(ax))
    lines = max(1, int(0.65 * height / len(texts) / (1.2 * 9))) if texts else 1
    return [wrapped(text, min(most, width / 3), 9, lines) for text in texts]


class Column:
    """The place of axes within others: their part of these from left to right, without the margins that their own text takes.

    The margins stay as wide as the text is, however large the others are when they are drawn.

    Attributes
    ----------
    margins : tuple of float
        Left, below, right and above, in points of 1/72 inch.
    """

    def __init__(self, host: Axes, number: int, count: int) -> None:
        self._host, self._number, self._count = host, number, count
        self.margins = (0.0, 0.0, 0.0, 0.0)

    @property
    def place(self) -> Bbox:
        """The whole part, as shares of the figure."""
        from matplotlib.transforms import Bbox

        at = self._host.get_position()
        return Bbox.from_bounds(at.x0 + at.width * self._number / self._count, at.y0, at.width / self._count, at.height)

    def __call__(self, ax: Any, renderer: Any) -> Bbox:
        return inner(self.place, self.margins, ax)


def inner(place: Bbox, margins: tuple[float, float, float, float], ax: Axes) -> Bbox:
    """A place without its margins, which are in points; something is left in each direction."""
    from matplotlib.transforms import Bbox

    left, below, right, above = margins
    width, height = size_of(ax, place)
    across = min(1.0, (1 - LEAST_SHARE) * width / (left + right or 1)) / width * place.width
    along = min(1.0, (1 - LEAST_SHARE) * height / (below + above or 1)) / height * place.height
    return Bbox.from_extents(place.x0 + left * across, place.y0 + below * along, place.x1 - right * across, place.y1 - above * along)


def name_steps(ax: Axes, labels: Sequence[str], top: float) -> None:
    """Names the lines of a way from one index to another, of which the first and the last are the indices."""
    ax.set_yticks(range(len(labels)), labels, **LITERAL)
    for place in (0, len(labels) - 1):
        ax.get_yticklabels()[place].set_fontweight("bold")
    ax.set_ylim(len(labels) - 0.4, top)


def show_around(ax: Axes, values: Sequence[float]) -> None:
    """Ends the axes a little before the least value and behind the greatest."""
    room = 0.06 * (max(values) - min(values)) or 1.0
    ax.set_xlim(min(values) - room, max(values) + room)


def write_heads(ax: Axes, title: str, x_label: str, *, size: float = 10) -> None:
    """The title and the label below, wrapped to the final width of the axes, which make room for them unless a layout does."""
    ax.set_title(" ", fontsize=size)
    ax.set_xlabel("")
    figure_of(ax).draw_without_rendering()
    fits = FITS if len(figure_of(ax).axes) == 1 else FITS_BESIDE
    column = ax.get_axes_locator()
    place = column.place if isinstance(column, Column) else place_of(ax)
    height = size_of(ax, place)[1] / 1.2
    title_lines, label_lines = max(1, int(height * TITLE_SHARE / size)), max(1, int(height * LABEL_SHARE / (size - 1)))
    for _ in range(4):  # narrower axes break the text into more lines, for which they make room again
        width = width_of_axes(ax) * fits
        ax.set_title(wrapped(title, width, size, title_lines), fontsize=size, **LITERAL)
        ax.set_xlabel(wrapped(x_label, width, size - 1, label_lines), fontsize=size - 1, **LITERAL)
        if not _make_room(ax, place):
            break


def _make_room(ax: Axes, place: Bbox) -> bool:
    """Shrinks axes until their text is within their place, and returns whether that was necessary.

    Axes that a layout moves, or that were placed by numbers, are left as they are.
    """
    column = ax.get_axes_locator()
    free = not isinstance(column, Column)
    if free and (ax.get_subplotspec() is None or figure_of(ax).get_layout_engine() is not None):
        return False
    figure, gap, scale = ax.figure, 3, 72 / figure_of(ax).dpi
    text = beside_legend = ax.get_tightbbox()
    if (legend := ax.get_legend()) is not None:  # it does not move with narrower axes
        legend.set_in_layout(False)
        beside_legend = ax.get_tightbbox()
        legend.set_in_layout(True)
    assert text is not None and beside_legend is not None
    at = ax.get_position().transformed(figure.transSubfigure)
    whole = place.transformed(figure.transSubfigure)
    now = [at.x0 - whole.x0, at.y0 - whole.y0, whole.x1 - at.x1, whole.y1 - at.y1]
    over = [whole.x0 - beside_legend.x0, whole.y0 - text.y0, beside_legend.x1 - whole.x1, text.y1 - whole.y1]
    margins = [side * scale + max(0.0, out * scale + gap) for side, out in zip(now, over, strict=True)]
    if max(out * scale + gap for out in over) < 0.1:
        return False
    left, below, right, above = margins
    if isinstance(column, Column):
        column.margins = left, below, right, above
    else:
        ax.set_position(inner(place, (left, below, right, above), ax))
        ax.set_in_layout(True)  # as before: a layout that comes later moves them
    figure_of(ax).draw_without_rendering()
    return True


def write_legend(ax: Axes, entries: Sequence[tuple[Any, str]], **options: Any) -> None:
    """A legend of marks and their labels, whatever these are: matplotlib leaves out those that begin with `_`."""
    legend = ax.legend([mark for mark, _ in entries], [str(place) for place in range(len(entries))], frameon=False, **options)
    for text, (_, label) in zip(legend.get_texts(), entries, strict=True):
        text.set(text=label, **LITERAL)


def legend_below(ax: Axes, entries: Sequence[tuple[Any, str]], most: int) -> None:
    """The legend under the label of the axis, in the middle of the place of the axes, in as many columns as fit."""
    from matplotlib.transforms import blended_transform_factory, offset_copy

    place = place_of(ax)
    width, mark = size_of(ax, place)[0] * FITS, 43  # the mark and the blanks around it
    labels = [wrapped(label, max(60, width / min(2, most) - mark), 9) for _, label in entries]
    widths = [max(width_of(line, 9) for line in label.split("\n")) + mark for label in labels]
    columns = most
    while columns > 1 and sum(max(part, default=0) for part in np.array_split(widths, columns)) > width:
        columns -= 1
    below = offset_copy(blended_transform_factory(ax.figure.transSubfigure, ax.transAxes), figure_of(ax), y=-34, units="points")
    marks = [each for each, _ in entries]
    where: dict[str, Any] = {"loc": "upper center", "bbox_to_anchor": ((place.x0 + place.x1) / 2, 0), "bbox_transform": below}
    write_legend(ax, list(zip(marks, labels, strict=True)), ncols=columns, fontsize=9, **where)
