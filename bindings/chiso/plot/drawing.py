"""The axes and colours of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

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
