"""Figures for reports and slides, drawn by matplotlib (``pip install chiso[plot]``).

Each function makes a display, which keeps the numbers that it shows, and draws it. A display draws again with ``.plot(ax=...)``;
its axes and figure are `ax_` and `figure_`. Figures are legible without colour.
"""

from chiso.plot.curves import Bars, Curve, Piece
from chiso.plot.index_display import IndexDisplay, index
from chiso.plot.profile_display import ProfileDisplay, profile
from chiso.plot.rule_display import RuleDisplay, rule

__all__ = ["Bars", "Curve", "IndexDisplay", "Piece", "ProfileDisplay", "RuleDisplay", "index", "profile", "rule"]
