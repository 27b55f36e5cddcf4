"""The axes and colours of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from chiso.errors import ShapeError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.scores import Scores

DARK, MIDDLE, LIGHT, PALE = "#1f3a5f", "#6c8ebf", "#b9cbe3", "#e8eef6"

GREY = "#444444"


def need_matplotlib() -> None:
    """Raises an error that says what to install if matplotlib is absent."""
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
    """The whole figure that contains the axes."""
    figure: Any = ax.figure
    return cast("Figure", figure.figure)


def plain(ax: Axes) -> None:
    """Axes without a box around them."""
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    ax.tick_params(labelsize=9)


def settled(scores: Scores, block: str | None, period: str | None, track: str | None) -> tuple[str, str, str]:
    """Block, period and track; by default the only block, the latest period and the last track."""
    blocks, periods = scores.evidence.blocks, scores.evidence.periods
    if block is None and len(blocks) > 1:
        raise ShapeError(
            f"there are several blocks, each ranked by itself; say which: block='{blocks[0]}' or one of {', '.join(blocks[1:])}"
        )
    block = (blocks[0] if blocks else "") if block is None else block
    period = (periods[-1] if periods else "") if period is None else period
    return block, period, scores.model.tracks[-1] if track is None else track
