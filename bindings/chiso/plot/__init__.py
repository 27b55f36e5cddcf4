"""Figures for reports and slides, drawn by matplotlib (``pip install chiso[plot]``).

Each function makes a display, which keeps the numbers that it shows, and draws it. A display draws again with ``.plot(ax=...)``;
its axes and figure are `ax_` and `figure_`. Figures are legible without colour.
"""

from chiso.plot.comparison_display import ComparisonDisplay, comparison
from chiso.plot.curves import Bars, Curve, Piece
from chiso.plot.frontier_display import FrontierDisplay, frontier
from chiso.plot.index_display import IndexDisplay, index
from chiso.plot.lost_display import LostDisplay, lost
from chiso.plot.plan_display import PlanDisplay, plan
from chiso.plot.profile_display import ProfileDisplay, profile
from chiso.plot.ranks_display import RanksDisplay, ranks
from chiso.plot.rule_display import RuleDisplay, rule

__all__ = [
    "Bars",
    "ComparisonDisplay",
    "Curve",
    "FrontierDisplay",
    "IndexDisplay",
    "LostDisplay",
    "Piece",
    "PlanDisplay",
    "ProfileDisplay",
    "RanksDisplay",
    "RuleDisplay",
    "comparison",
    "frontier",
    "index",
    "lost",
    "plan",
    "profile",
    "ranks",
    "rule",
]
