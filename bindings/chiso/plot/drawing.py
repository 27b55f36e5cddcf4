"""What the figures have in common: axes, words in two languages, numbers, and text that stays within its axes."""

from __future__ import annotations

import textwrap
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from chiso.errors import ShapeError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.ticker import Formatter

    from chiso.criterion import Language
    from chiso.model import Model
    from chiso.scores import Scores

#: How much of a width text takes by its outlines: on a coarse screen it comes out wider.
#: Beside other axes less, for these may yet take of it.
FITS, FITS_BESIDE = 0.92, 0.82

DARK, MIDDLE, LIGHT, PALE = "#1f3a5f", "#6c8ebf", "#b9cbe3", "#e8eef6"
GREY = "#444444"

WORDS: dict[str, dict[str, str]] = {
    "vi": {
        "points": "Điểm",
        "at_most": "tối đa {} điểm",
        "true_items": "Số nội dung đạt, trong {} nội dung",
        "yes": "Có",
        "no": "Không",
        "all_answer": "Điểm nếu mọi phiếu trả lời như vậy",
        "example": "ví dụ: chỉ tiêu {}, đơn vị cao nhất khối {}",
        "target": "chỉ tiêu",
        "leader": "cao nhất khối",
        "whole": "cả tiêu chí",
        "best_of": "phần cao nhất trong {}",
        "sum_of": "tổng các phần {}",
        "index": "Chỉ số (%)",
        "total": "Chỉ số chung",
        "incomplete": "chưa đủ số liệu",
        "incomplete_mark": "Chưa đủ số liệu",
        "not_ranked": "không xếp hạng",
        "not_applicable": "không áp dụng",
        "no_class": "chưa xếp loại",
        "classes": "Xếp loại",
        "range": "Thấp nhất đến cao nhất trong khối",
        "mean": "Bình quân của khối",
        "ranked": "hạng {} trên {}",
        "first": "{} đơn vị đầu, trong {}",
    },
    "en": {
        "points": "Points",
        "at_most": "at most {} points",
        "true_items": "Items that hold, of {}",
        "yes": "Yes",
        "no": "No",
        "all_answer": "Points if every form says so",
        "example": "example: target {}, best of the block {}",
        "target": "target",
        "leader": "best of the block",
        "whole": "the criterion",
        "best_of": "the highest of {}",
        "sum_of": "the sum of {}",
        "index": "Index (%)",
        "total": "Index",
        "incomplete": "incomplete",
        "incomplete_mark": "Incomplete",
        "not_ranked": "not ranked",
        "not_applicable": "not applicable",
        "no_class": "no class",
        "classes": "Class",
        "range": "Lowest to highest of the block",
        "mean": "Mean of the block",
        "ranked": "rank {} of {}",
        "first": "the first {} of {} units",
    },
}


def words(language: str) -> dict[str, str]:
    """The words of a language."""
    if language not in WORDS:
        raise ValueError(f"a language is 'vi' or 'en', not '{language}'")
    return WORDS[language]


def need_matplotlib() -> None:
    """Says what to install where it is not."""
    try:
        import matplotlib.pyplot  # noqa: F401
    except ImportError as error:
        raise ImportError("figures need matplotlib: pip install chiso[plot]") from error


def new_axes(width: float, height: float) -> Axes:
    """Axes in a figure of their own, in inches, laid out so that nothing is cut off."""
    need_matplotlib()
    from matplotlib import pyplot

    return pyplot.subplots(figsize=(width, height), layout="constrained")[1]


def figure_of(ax: Axes) -> Figure:
    """The whole figure that axes stand in."""
    figure: Any = ax.figure
    return cast("Figure", figure.figure)


def number(value: float | Decimal, language: str, decimals: int | None = None) -> str:
    """A number as people write it."""
    text = f"{value:.{decimals}f}" if decimals is not None else f"{float(value):.10g}"
    text = text.replace("-", "\N{MINUS SIGN}")
    return text.replace(".", ",") if language == "vi" else text


def formatter(language: str) -> Formatter:
    """Of the ticks of an axis."""
    from matplotlib.ticker import FuncFormatter

    return FuncFormatter(lambda value, _: number(value, language))


def label_of(item: Any, language: Language) -> str:
    """The name of an item of a draft: its label in a language, else in the other, else its id."""
    if isinstance(item, str):
        return item
    label = item.label
    if isinstance(label, dict):
        label = label.get(language) or next(iter(label.values()), None)
    return str(label or getattr(item, "id", ""))


def width_of(text: str, size: float) -> float:
    """The width of a line, in points of 1/72 inch."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    return float(text_to_path.get_text_width_height_descent(text, FontProperties(size=size), False)[0])


def wrapped(text: str, width: float, size: float) -> str:
    """The text in lines of at most this width, in points of 1/72 inch."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and width_of(longer, size) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return "\n".join(lines)


def short(text: str, characters: int = 120) -> str:
    """Of a long text, the beginning."""
    return textwrap.shorten(text, characters, placeholder=" …")


def write_heads(ax: Axes, title: str, x_label: str, *, size: float = 10) -> None:
    """The title and the label below, wrapped to the axes as they come to stand."""
    ax.set_title(" ", fontsize=size)
    figure_of(ax).draw_without_rendering()
    fits = FITS if len(figure_of(ax).axes) == 1 else FITS_BESIDE
    width = ax.get_window_extent().width / figure_of(ax).dpi * 72 * fits
    ax.set_title(wrapped(title, width, size), fontsize=size)
    ax.set_xlabel(wrapped(x_label, width, size - 1), fontsize=size - 1)


def legend_below(ax: Axes, columns: int, handles: list[Any] | None = None) -> None:
    """The legend under the label of the axis."""
    from matplotlib.transforms import offset_copy

    below = offset_copy(ax.transAxes, figure_of(ax), y=-34, units="points")
    options: dict[str, Any] = {} if handles is None else {"handles": handles}
    ax.legend(loc="upper center", bbox_to_anchor=(0.5, 0), bbox_transform=below, ncols=columns, fontsize=9, frameon=False, **options)


def plain(ax: Axes) -> None:
    """Axes without a box around them."""
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    ax.tick_params(labelsize=9)


def settled(scores: Scores, block: str | None, period: str | None, track: str | None) -> tuple[str, str, str]:
    """Block, period and track, where not given the only block, the latest period and the last track."""
    blocks, periods = scores.evidence.blocks, scores.evidence.periods
    if block is None and len(blocks) > 1:
        raise ShapeError(
            f"there are several blocks, each ranked by itself; say which: block='{blocks[0]}' or one of {', '.join(blocks[1:])}"
        )
    block = (blocks[0] if blocks else "") if block is None else block
    period = (periods[-1] if periods else "") if period is None else period
    return block, period, scores.model.tracks[-1] if track is None else track


def place_words(model: Model, block: str, period: str, track: str, language: Language) -> str:
    """Block, period and track by their labels."""
    draft = model.draft()
    names = [(block, draft.blocks), (period, None), (track, draft.tracks if len(model.tracks) > 1 else [])]
    out = []
    for name, items in names:
        if items is not None:
            name = next(
                (label_of(item, language) for item in items if not isinstance(item, str) and item.id == name), name if items else ""
            )
        out.append(name)
    return ", ".join(part for part in out if part)
