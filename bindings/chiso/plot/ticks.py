"""Places the ticks of a curve. Imported when a curve is drawn, because it needs matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.ticker import FuncFormatter, Locator, MaxNLocator

from chiso.plot.layout import width_of, width_of_axes
from chiso.plot.words import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from chiso.languages import Language
    from chiso.plot.curves import Curve


def set_ticks(ax: Axes, curve: Curve, language: Language) -> None:
    """Marks the values where points change, and round values between them if there is room."""
    places = Places(curve, language)
    ax.xaxis.set_major_locator(places)
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: "\n" * (value in places.lower) + number(value, language)))


class Places(Locator):
    """Places ticks whenever axes are drawn, for their width at that time, so that labels do not touch: where points change, the next
    label is one line lower; other ticks are left out."""

    def __init__(self, curve: Curve, language: Language) -> None:
        self._curve, self._language = curve, language
        self.lower: set[float] = set()

    def __call__(self) -> list[float]:
        axis: Any = self.axis
        return self.tick_values(*axis.get_view_interval())

    def _room(self, tick: float) -> float:
        """Half the width of its label, in points."""
        return width_of(number(tick, self._language), 9) / 2 + 3

    def tick_values(self, vmin: float, vmax: float) -> list[float]:
        axis: Any = self.axis
        curve, width = self._curve, width_of_axes(axis.axes)
        scale = width / (vmax - vmin)
        low, high = (vmin, vmax) if curve.whole else (min(curve.x), max(curve.x))
        count = max(1, min(6, int(width / (2 * max(self._room(low), self._room(high)) + 4))))
        between = MaxNLocator(count, steps=[1, 2, 5, 10], integer=curve.whole).tick_values(low, high)
        rows: tuple[list[float], list[float]] = ([], [])
        first = () if curve.whole else curve.ticks
        for tick in [*first, *map(float, between)]:
            if not low <= tick <= high or tick in rows[0]:
                continue
            for row in rows if tick in first else rows[:1]:
                if all(abs(other - tick) * scale >= self._room(other) + self._room(tick) for other in row):
                    row.append(tick)
                    break
        self.lower = set(rows[1])
        return sorted(rows[0] + rows[1])
