"""Why an index is what it is, why two differ, and why a rank changed: exact, as data."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from chiso import _core
from chiso.arguments import expect, name_of
from chiso.frames_out import frame_of
from chiso.later import Later
from chiso.scorecard import Scorecard
from chiso.value import Immutable, check_version

if TYPE_CHECKING:
    from chiso import display
    from chiso.languages import Language
    from chiso.scores import Scores
else:
    display = Later("chiso.display")

TermKind: TypeAlias = Literal["leaf", "group", "limit", "rounding", "bonus", "penalty", "bonus_cap", "penalty_cap", "held"]
Cause: TypeAlias = Literal["model", "stated", "applicability", "evidence"]


def _floats(values: Any) -> list[float | None]:
    """The doubles nearest to exact numbers."""
    return [None if value is None else float(value) for value in values]


class Lost(_core.Lost, Immutable):
    """Where a unit lost points, in index points. Made by `Scores.lost`.

    The lost points of all leaves sum to ``total + rounding + limits``, and the index is ``100 - total + adjustments + held``, exactly.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
    >>> lost = scores.lost("Hà Nội")
    >>> lost.total
    Fraction(3141, 100)
    >>> frame = lost.frame(kind="dict")
    >>> frame["node"][0], frame["lost"][0], frame["best"][0]
    ('entry', 1.715, 0.798)
    """

    __slots__ = ("_asked", "_scores")

    def __init__(self, scores: Scores, row: int, asked: dict[str, Any]) -> None:
        super().__init__(scores._core, row)
        self._scores, self._asked = scores, asked

    @property
    def card(self) -> Scorecard:
        """The scorecard of the row."""
        return self._scores.card(**self._asked)

    def frame(self, *, kind: str | None = None) -> Any:
        """One row for each leaf, in the order of the model; none without an index.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that the evidence was read from.

        Returns
        -------
        data frame
            ``node`` (text), ``lost`` (index points), ``points applicable`` (of the unit), ``best mean median`` (of the ranked rows of its block,
            period and track to which the leaf applies, as shares of its points; null if there are none): float64, nearest to the exact number.

        Raises
        ------
        ValueError
            If `kind` is not one of these.
        """
        node, lost, points, applicable, best, mean, median, *_ = zip(*rows, strict=True) if (rows := self._leaves()) else ((),) * 8
        figures = {"lost": lost, "points": points, "applicable": applicable, "best": best, "mean": mean, "median": median}
        return frame_of(
            {"node": list(node)} | {name: _floats(values) for name, values in figures.items()}, kind or self._scores.evidence._kind
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (1, "lost", self._scores, self._asked)

    def text(self, language: Language | None = None) -> str:
        """Where points were lost as text, for people: the criteria that lost any, most first, and how they come to the index.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        return _core.lost_text(self.card, language)

    def html(self, language: Language | None = None) -> str:
        """The same as a page of HTML for A4, a phone, light and dark.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        return _core.lost_html(self.card, language)

    def _repr_html_(self) -> str:
        return _core.lost_fragment(self.card, None)

    def __repr__(self) -> str:
        return "<chiso.Lost: no index>" if self.total is None else f"<chiso.Lost: {float(self.total):.2f} index points>"


class Term(NamedTuple):
    """A part of the difference of two indices, in index points."""

    node: str | None
    """The id of the criterion or entry; None for the caps of sides and for ``held``."""
    kind: TermKind
    """What it is of: a ``leaf``, a ``group``, the ``limit`` or ``rounding`` of one, an entry, the cap of a side, or the index being ``held``."""
    cause: Cause
    """Why the two differ in it: the ``model``, ``stated`` points, ``applicability`` or the ``evidence``."""
    value: Fraction
    """In index points, exactly; positive if it is in favour of the second."""


class Comparison(_core.Comparison, Immutable):
    """The difference of two indices as a sum of terms. Made by `compare`.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
    >>> d = chiso.compare(scores.card("Hà Nội"), scores.card("Quảng Ninh"))
    >>> d.difference, d.difference.exact
    (Figure('4.45'), Fraction(89, 20))
    >>> d.terms[0]
    Term(node='entry', kind='leaf', cause='evidence', value=Fraction(141, 200))
    >>> sum(term.value for term in d.terms) == d.difference.exact
    True
    """

    __slots__ = ("_cards",)

    def __init__(self, a: Scorecard, b: Scorecard) -> None:
        super().__init__(a, b)
        self._cards = a, b

    @property
    def cards(self) -> tuple[Scorecard, Scorecard]:
        """The two cards."""
        return self._cards

    @property
    def terms(self) -> tuple[Term, ...]:
        """In the order of the second model, those of the first alone behind the others of their group. Terms of 0 are left out."""
        return tuple(Term(*row) for row in self._terms())  # type: ignore[arg-type]

    def by_cause(self) -> dict[Cause, Fraction]:
        """The sum of the terms of each cause that occurs."""
        return dict(self._by_cause())  # type: ignore[return-value]

    def by_node(self, *, depth: int = 1) -> dict[str, Fraction]:
        """The sum of the terms in each criterion of a depth; beside these ``bonus``, ``penalty``, ``bonus_cap``, ``penalty_cap`` and ``held``.

        Parameters
        ----------
        depth : int
            1 for the criteria at the top, 2 for those below them. A term of a criterion above stands at that one.
        """
        return dict(self._by_node(depth))

    def _title(self, key: str, language: Language) -> str:
        """The number and label of a criterion or entry, as the second model has it, or else the first; what else terms are summed by, in words."""
        for card in reversed(self._cards):
            if key in card._scores.model:
                node = card._scores.model[key]
                return f"{node.number} {node.label(language) or key}".strip()
        return _core.term_words(key, language)

    def frame(self, *, kind: str | None = None) -> Any:
        """One row for each term.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that the evidence was read from.

        Returns
        -------
        data frame
            ``node kind cause`` (text; `node` is null for the caps of sides and for ``held``), ``value`` (float64, nearest to the exact number).

        Raises
        ------
        ValueError
            If `kind` is not one of these.
        """
        terms = self.terms
        columns = {name: [getattr(term, name) for term in terms] for name in ("node", "kind", "cause")}
        return frame_of(columns | {"value": _floats(term.value for term in terms)}, kind or self._cards[1]._scores.evidence._kind)

    def text(self, language: Language | None = None) -> str:
        """The difference as text, for people: its terms by criterion with the points of both cards, and the sums by cause.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        return _core.comparison_text(*self._cards, language)

    def html(self, language: Language | None = None) -> str:
        """The same as a page of HTML for A4, a phone, light and dark.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        return _core.comparison_html(*self._cards, language)

    def __reduce__(self) -> tuple[Any, ...]:
        return compare, self._cards

    def __repr__(self) -> str:
        a, b = (" ".join(part for part in (card.unit, card.period, card.track) if part) for card in self._cards)
        return f"<chiso.Comparison of {a} and {b}: {self.difference}, {len(self._terms())} terms>"

    def _repr_html_(self) -> str:
        return _core.comparison_fragment(*self._cards, None)


def _restored(version: int, what: str, scores: Scores, asked: dict[str, Any]) -> Any:
    check_version("an explanation", version)
    return getattr(scores, what)(**asked)


def compare(a: Scorecard, b: Scorecard) -> Comparison:
    """Explains the index of one card less that of another: of two periods, units, tracks, tables or models.

    Nodes of two models are matched by id, then by ``was``. The split does not depend on an order of criteria, and is the same with the sign turned
    for ``compare(b, a)``.

    Parameters
    ----------
    a, b : Scorecard
        The cards; the difference is the index of `b` less that of `a`.

    Raises
    ------
    ShapeError
        If the models publish on different scales.
    """
    return Comparison(expect(a, Scorecard, "what is compared"), expect(b, Scorecard, "what it is compared with"))


class Bridge(NamedTuple):
    """The difference of two indices by two models on two tables: what the new model makes of it, and what the new evidence, in index points."""

    difference: Fraction
    """The newer index less the older one; the sum of the other two."""
    model: Fraction
    """What the new model makes of it."""
    evidence: Fraction
    """What the new evidence makes of it."""


def bridge(
    scores_a: Scores,
    scores_b: Scores,
    unit: str | int,
    *,
    period_a: str | int | None = None,
    period_b: str | int | None = None,
    track: str | None = None,
) -> Bridge | None:
    """Tells how much of the difference of a unit's index comes of another model, and how much of other evidence.

    Each model reads the other's table too: columns that it does not know are left out, those that it lacks are missing. The model's effect is the
    mean of what the new model changes on the old table and on the new one; the rest is the evidence's.

    Parameters
    ----------
    scores_a, scores_b : Scores
        The old ones and the new ones.
    unit, period_a, period_b, track
        The row of each, as for `Scores.card`.

    Returns
    -------
    Bridge or None
        Exact; None if one of the four has no index.

    Raises
    ------
    EvidenceError
        With every cell that the other model does not take.
    ShapeError
        If the models publish on different scales.
    UnknownNameError
        If there is no such row.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/commune_reform_index.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/communes.csv", model, decimal=",", kind="dict"))
    >>> bridge = chiso.bridge(scores, scores, "Xã Mẫu 19", period_a=2023, period_b=2024)
    >>> bridge.model, bridge.evidence == bridge.difference
    (Fraction(0, 1), True)
    """
    rows = scores_a._row(unit, period_a, track), scores_b._row(unit, period_b, track)
    kept = scores_b._bridges
    if kept is None or kept[0] is not scores_a._core:
        kept = scores_b._bridges = scores_a._core, _core.Bridges(scores_a._core, scores_b._core)
    of = kept[1].of(*rows)
    return None if of is None else Bridge(*of)


class TermAgainst(NamedTuple):
    """A part of what brought one unit nearer to another, in index points."""

    node: str | None
    """The id of the criterion or entry; None for the caps of sides and for ``held``."""
    kind: TermKind
    """What it is of, as of `Term`."""
    value: Fraction
    """In index points, exactly; positive if it is in favour of the other unit."""


class Against:
    """What brought another unit nearer, or put it farther off. Made by `RankChange.against`."""

    __slots__ = ("_kind", "terms")

    def __init__(self, terms: list[Any], kind: str | None) -> None:
        self.terms = tuple(TermAgainst(*term) for term in terms)
        self._kind = kind

    def frame(self, *, kind: str | None = None) -> Any:
        """One row for each term, the most in favour of the other unit first: ``node kind`` (text), ``value`` (float64)."""
        columns = {name: [getattr(term, name) for term in self.terms] for name in ("node", "kind")}
        return frame_of(columns | {"value": _floats(term.value for term in self.terms)}, kind or self._kind)

    def __repr__(self) -> str:
        return f"<chiso.Against: {len(self.terms)} terms>"


class RankChange(_core.RankChange, Immutable):
    """How the place of a unit changed between two rankings of its block. Made by `Scores.rank_change`.

    A place is 1 + the number of ranked units strictly above, whatever the model says of ties.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/commune_reform_index.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/communes.csv", model, decimal=",", kind="dict"))
    >>> change = scores.rank_change("Xã Mẫu 19", from_period=2023, to_period=2024)
    >>> change.before, change.after, change.passed, change.passed_by[:2]
    (10, 20, [], ['Phường Mẫu 23', 'Phường Mẫu 30'])
    """

    __slots__ = ("_asked", "_changes", "_scores")

    def __init__(self, scores: Scores, changes: _core.RankChanges, asked: dict[str, Any]) -> None:
        super().__init__(changes, asked["unit"])
        self._scores, self._changes, self._asked = scores, changes, asked

    @property
    def unit(self) -> str:
        """The unit."""
        return str(self._asked["unit"])

    def against(self, other: str | int) -> Against:
        """All terms of the comparison of another unit, after with before, less those of this unit; the most in favour of the other first.

        Parameters
        ----------
        other : str or int
            The other unit, of the same block.

        Raises
        ------
        UnknownNameError
            If the other unit is not ranked in the block on both sides.
        """
        terms = self._changes.against(self._scores.model._core, self.unit, name_of(other, "unit"))
        return Against(terms, self._scores.evidence._kind)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (1, "rank_change", self._scores, self._asked)

    def __repr__(self) -> str:
        return f"<chiso.RankChange of {self.unit}: {self.before} -> {self.after}>"

    def _repr_html_(self) -> str:
        return display.rank_change_html(self)


class TrackGap:
    """How far apart two tracks mark each leaf. Made by `Scores.track_gap`."""

    __slots__ = ("_kind", "_rows")

    def __init__(self, rows: list[tuple[str, int, Fraction | None, Fraction | None]], kind: str | None) -> None:
        self._rows = rows
        self._kind = kind

    def frame(self, *, kind: str | None = None) -> Any:
        """One row for each leaf.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that the evidence was read from.

        Returns
        -------
        data frame
            ``node`` (text), ``units`` (whole: those with rows of their own in both tracks, to which it applies in both), ``mean_gap greatest_gap``
            (float64: points in the first track less those in the second; the greatest in size; null if there are no units).

        Raises
        ------
        ValueError
            If `kind` is not one of these.
        """
        columns: dict[str, list[Any]] = {"node": [row[0] for row in self._rows], "units": [row[1] for row in self._rows]}
        return frame_of(
            columns | {"mean_gap": _floats(row[2] for row in self._rows), "greatest_gap": _floats(row[3] for row in self._rows)},
            kind or self._kind,
        )

    def __repr__(self) -> str:
        return f"<chiso.TrackGap of {len(self._rows)} leaves>"
