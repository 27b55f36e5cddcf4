"""Figures for reports and slides, drawn by matplotlib (``pip install chiso[plot]``).

Each function makes a display, which keeps the numbers that it shows, and draws it. A display draws again with ``.plot(ax=...)``;
its axes and figure are `ax_` and `figure_`. Figures are legible without colour.
"""

from chiso.plot.comparison_display import ComparisonDisplay, comparison
from chiso.plot.curves import Bars, Curve, Piece
from chiso.plot.index_display import IndexDisplay, index
from chiso.plot.lost_display import LostDisplay, lost
from chiso.plot.profile_display import ProfileDisplay, profile
from chiso.plot.ranks_display import RanksDisplay, ranks
from chiso.plot.rule_display import RuleDisplay, rule

__all__ = [
    "Bars",
    "ComparisonDisplay",
    "Curve",
    "IndexDisplay",
    "LostDisplay",
    "Piece",
    "ProfileDisplay",
    "RanksDisplay",
    "RuleDisplay",
    "comparison",
    "index",
    "lost",
    "profile",
    "ranks",
    "rule",
]
