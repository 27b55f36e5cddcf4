"""The way from one index to another, criterion by criterion."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from chiso import _core
from chiso.languages import Language, settled_language
from chiso.plot.drawing import DARK, GREY, LIGHT, MIDDLE, figure_of, need_matplotlib, new_axes, plain
from chiso.plot.layout import beside, legend_below, name_steps, show_around, write_heads
from chiso.plot.words import capital, card_words, formatter, number, signed, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from chiso.explain import Cause, Comparison

#: Fill and hatch of each cause: which can be distinguished in grey, too.
LOOKS: dict[str, tuple[str, str]] = {
    "evidence": (MIDDLE, ""),
    "applicability": ("white", "////"),
    "stated": (LIGHT, "..."),
    "model": ("white", "xxxx"),
}


class ComparisonDisplay:
    """The difference of two indices as steps from one to the other. Made by `comparison`.

    Attributes
    ----------
    nodes : tuple of str
        The keys of the steps, as `Comparison.by_node` has them; then ``""`` for all that are not shown by themselves, if there are any.
    values : numpy.ndarray
        float64, how far each step goes, in index points.
    causes : tuple of dict
        Of each step, the part of each cause in it (float); the parts sum to the step.
    before, now : float
        The two indices, exact; NaN if there is none, and then there are no steps.
    ax_, figure_
        The axes and figure in which it was last drawn.
    """

    ax_: Axes
    figure_: Figure

    def __init__(self, comparison: Comparison, depth: int = 1, top: int | None = 20, language: Language | None = None) -> None:
        language = settled_language(language)
        if top is not None and top < 1:
            raise ValueError(f"top is how many steps are shown, 1 or more, not {top}")
        if depth < 1:
            raise ValueError(f"depth is 1 for the criteria at the top, 2 for those below them; it is not {depth}")
        said = words(language)
        a, b = comparison.cards
        self.language: Language = language
        sums: dict[str, dict[Cause, Fraction]] = {}
        for key, term in zip(comparison._keys(depth), comparison.terms, strict=True):
            of = sums.setdefault(key, {})
            of[term.cause] = of.get(term.cause, Fraction()) + term.value
        further: list[str] = []
        if top is not None and len(sums) > top:
            by_size = sorted(sums, key=lambda key: -abs(sum(sums[key].values(), Fraction())))
            further = by_size[top - 1 :]
        shown = [(key, of) for key, of in sums.items() if key not in further]
        if further:
            rest: dict[Cause, Fraction] = {}
            for key in further:
                for cause, value in sums[key].items():
                    rest[cause] = rest.get(cause, Fraction()) + value
            shown.append(("", rest))
        self.nodes = tuple(key for key, _ in shown)
        self.values = np.array([float(sum(of.values())) for _, of in shown], dtype=np.float64)
        self.causes = tuple({cause: float(value) for cause, value in of.items() if value} for _, of in shown)
        titles = [said["further"].format(len(further)) if not key else comparison._title(key, language) for key in self.nodes]
        self.labels = (card_words(a, language), *titles, card_words(b, language))
        self.before, self.now = (np.nan if card.index is None else float(card.index.exact) for card in (a, b))
        self._published = tuple(card.index for card in (a, b))
        self._decimals = b._scores.model.draft().publish.decimals
        difference = "" if comparison.difference is None else signed(float(comparison.difference), language, self._decimals)
        self.title = f"{said['comparison']}: {difference or said['no_index']}"

    def plot(self, ax: Axes | None = None, **kw: Any) -> Self:
        """Draws the display.

        Parameters
        ----------
        ax, **kw
            As for `comparison`.

        Raises
        ------
        ImportError
            If matplotlib is not installed.
        ValueError
            If the language of the display is another one.
        """
        need_matplotlib()
        said = words(self.language)
        labels = beside(ax, self.labels, 230)
        lines = [label.count("\n") + 1 for label in labels]
        ax = ax or new_axes(8, 1.8 + sum(max(0.36, 0.1 + 0.16 * count) for count in lines))
        self.ax_, self.figure_ = ax, figure_of(ax)
        plain(ax)
        last, at = len(labels) - 1, np.nan_to_num(self.before)
        ends = [at]
        for place, parts in enumerate(self.causes, 1):
            ax.plot([at, at], [place - 1, place], color=GREY, linewidth=0.8, linestyle=":", zorder=1)
            height = 0.66 / len(parts or [0])
            # Parts of several causes stand below one another, each where the one before ends.
            for lane, (cause, value) in enumerate(parts.items()):
                fill, hatch = LOOKS[cause]
                style: dict[str, Any] = {"color": fill, "hatch": hatch, "edgecolor": DARK, "linewidth": 0.8}
                ax.barh(place - 0.33 + height * (lane + 0.5), value, left=at, height=height, **(style | kw))
                at += value
                ends.append(at)
        if self.nodes:
            ax.plot([at, at], [last - 1, last], color=GREY, linewidth=0.8, linestyle=":", zorder=1)
        mark: dict[str, Any] = {"linestyle": "none", "marker": "D", "markersize": 8, "color": DARK, "clip_on": False, "zorder": 3}
        ax.plot([self.before, self.now], [0, last], **mark)
        edge = ax.get_yaxis_transform()
        for place, text in enumerate(self._notes()):
            strong = "bold" if place in (0, last) else "normal"
            ax.text(1.02, place, text, transform=edge, va="center", fontsize=9, fontweight=strong)
        name_steps(ax, labels, -0.6)
        show_around(ax, ends)
        ax.xaxis.set_major_formatter(formatter(self.language))
        ax.tick_params(axis="y", length=0)
        self._add_legend(ax)
        write_heads(ax, self.title, said["index_points"], size=11)
        return self

    def _notes(self) -> list[str]:
        ends = ["–" if index is None else number(index, self.language, self._decimals) for index in self._published]
        return [ends[0], *(signed(value, self.language, self._decimals) for value in self.values), ends[1]]

    def _add_legend(self, ax: Axes) -> None:
        from matplotlib.patches import Patch

        shown = [cause for cause in LOOKS if any(cause in parts for parts in self.causes)]
        patches = [Patch(facecolor=LOOKS[cause][0], hatch=LOOKS[cause][1], edgecolor=DARK) for cause in shown]
        if shown:
            legend_below(
                ax, list(zip(patches, (capital(_core.cause_words(cause, self.language)) for cause in shown), strict=True)), len(shown)
            )

    def __repr__(self) -> str:
        return f"<chiso.plot.ComparisonDisplay of {len(self.nodes)} steps>"


def comparison(
    comparison: Comparison, depth: int = 1, top: int | None = 20, ax: Axes | None = None, *, language: Language | None = None, **kw: Any
) -> ComparisonDisplay:
    """The way from one index to another: a step for each criterion of a depth, its causes told apart by their hatching.

    Parameters
    ----------
    comparison : Comparison
        As `chiso.compare` makes it.
    depth : int
        1 for the criteria at the top, 2 for those below them, and so on.
    top : int, optional
        At most so many steps, of which the last one is all smaller ones; None for all of them.
    ax : matplotlib.axes.Axes, optional
        If it is not given, a figure of its own is made, as high as the steps need.
    language : {"vi", "en"}, optional
    **kw
        Options of all bars, as in ``linewidth=0.5``. The axis does not begin at 0, so the two indices are marks, not bars.

    Returns
    -------
    ComparisonDisplay

    Raises
    ------
    ValueError
        If `top` or `depth` is below 1, or the language is another one.
    ImportError
        If matplotlib is not installed.

    Examples
    --------
    >>> import chiso.plot
    >>> model = chiso.load_model("examples/models/commune_reform_index.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/communes.csv", model, decimal=",", kind="dict"))
    >>> before, now = (scores.card("Xã Mẫu 19", period=period) for period in (2023, 2024))
    >>> display = chiso.plot.comparison(chiso.compare(before, now))
    >>> display.nodes[:2], display.values[:2].round(2)
    (('steering', 'legal'), array([-1.76, -0.62]))
    """
    return ComparisonDisplay(comparison, depth, top, language).plot(ax, **kw)
