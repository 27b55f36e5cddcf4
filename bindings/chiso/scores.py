"""Scores: indices, ranks, classes and averages, as tables, and what they say of one unit and of two."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from chiso import _core
from chiso.arguments import expect, name_of, number_of, optional_name, reading
from chiso.asked import asked_names, period_of, track_of
from chiso.frames_out import typed_frame_of
from chiso.languages import Language, settled_language
from chiso.later import Later
from chiso.problems import Problems
from chiso.result_tables import ResultTables
from chiso.value import check_version

if TYPE_CHECKING:
    from decimal import Decimal

    from chiso import display, explain, missing, parts, plans, scorecard, unit_report, verification, what_if, workbook_out
    from chiso.evidence import Evidence
    from chiso.explain import Lost, RankChange, TrackGap
    from chiso.missing import Missing
    from chiso.model import Model
    from chiso.parts import Cohorts, RankingKeys
    from chiso.plans import Action, Plans, Target
    from chiso.progress import Told
    from chiso.scorecard import Scorecard
    from chiso.unit_report import UnitReport
    from chiso.verification import Verification
    from chiso.what_if import Steps, WhatIf
else:
    display = Later("chiso.display")
    explain = Later("chiso.explain")
    missing = Later("chiso.missing")
    parts = Later("chiso.parts")
    plans = Later("chiso.plans")
    scorecard = Later("chiso.scorecard")
    unit_report = Later("chiso.unit_report")
    verification = Later("chiso.verification")
    what_if = Later("chiso.what_if")
    workbook_out = Later("chiso.workbook_out")

Keep: TypeAlias = Literal["totals", "groups", "leaves"]
#: The columns of `Scores.changes`.
_CHANGES: tuple[tuple[str, type], ...] = (
    ("unit", str),
    ("block", str),
    ("rank_before", int),
    ("rank_now", int),
    ("places", int),
    ("index_before", float),
    ("index_now", float),
    ("change", float),
    ("moved", bool),
)


class Scores(ResultTables):
    """The scores of evidence. Immutable; cheap to copy.

    Made by `Model.score`. Rows are those of the evidence, then those that fallback adds. Ranks and classes are computed once, when they
    are first needed, and the table of the last `frame` is kept, so that the next one like it costs little: some 50 bytes a
    row, and 70 (pyarrow, polars) to 120 more (arrays) for the columns of the frame, names of 12 letters among them.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
    >>> scores
    <chiso.Scores by pci-2021: 21 rows, 21 units>
    >>> scores.card("Hà Nội").index
    Figure('68.59')
    """

    __slots__ = ("_asked_what_if", "_bridges", "_changes", "_cohorts")

    def __init__(self, core: _core.Scores, model: Model, evidence: Evidence, cohorts: Cohorts | None = None) -> None:
        super().__init__(core, model, evidence)
        self._cohorts = cohorts
        self._changes: tuple[dict[str, Any], _core.RankChanges] | None = None  # the last two rankings that were compared
        self._asked_what_if: tuple[str, _core.WhatIfs] | None = None  # the last, which keeps what is needed of the other rows
        self._bridges: tuple[_core.Scores, _core.Bridges] | None = None  # and the last older scores that a bridge was made from

    @property
    def cohorts(self) -> Cohorts | None:
        """The cohorts that were given, if the evidence is a part of a table. Ranks and averages are then those of this part, except in `frame`."""
        return self._cohorts

    @property
    def keep(self) -> Keep:
        """What is kept of each row."""
        return self._core.keep  # type: ignore[return-value]

    @property
    def warnings(self) -> Problems:
        """What is unusual about the ranking but not wrong: units ranked together whose coverage differs by more than 20 percentage points."""
        return Problems(self._core.warnings())

    def to_excel(
        self,
        path: str | os.PathLike[str],
        *,
        block: str | int | None = None,
        period: str | int | None = None,
        track: str | None = None,
        language: Language | None = None,
    ) -> None:
        """Writes the scores as a workbook (xlsx): the ranking by block, the points of each unit by criterion, and what the checks of the model
        found, in words for people: labels in place of ids, and reasons in the language. Figures are numbers with the decimals that are
        published, texts are never formulas, and the first line of a head is the name of the column in `frame` and `long`. `verify` reads the
        ranking as it is: a block, track or class keeps its id where its label would not say which one it is. The file is written whole or not
        at all.

        Parameters
        ----------
        path : path-like
            The file, which is replaced if it is there.
        block, period, track
            As for `frame`.
        language : {"vi", "en"}, optional
            Of labels, reasons and messages.

        Raises
        ------
        UnknownNameError
            If block, period or track do not occur; the error names those that do.
        ShapeError
            If a worksheet cannot hold so many rows.
        FileError
            If the file cannot be written.
        ImportError
            If XlsxWriter is not installed (``pip install 'chiso[excel]'``).
        """
        asked = asked_names(None, block, period, track) | {"exact": False, "order": "rank"}
        language = settled_language(language)
        ranking = self._core.table(**asked, by_criterion=False)
        cards = self._core.table(**asked, by_criterion=True, reasons_in=language)
        report = self.evidence.check()
        found = report.csv(language) if report.findings else ""
        workbook_out.write_scores(path, self._model._core, ranking, cards, found, language)

    def ranking_keys(self) -> RankingKeys:
        """The ranking keys of these rows, to be merged with those of the other parts of a table."""
        return parts.RankingKeys(self._core.ranking_keys(), self.model)

    def card(self, unit: str | int, *, period: str | int | None = None, track: str | None = None) -> Scorecard:
        """The scorecard of one unit.

        Parameters
        ----------
        unit, period : str or int
            Names, read as cells are: trimmed and in NFC; a whole number is its digits. If no period is given, it is the latest of the table.
        track : str, optional
            If it is not given, the last track of the model.

        Raises
        ------
        UnknownNameError
            If there is no such row. The error names the units that may be meant, found in any case and with or without diacritics; for a
            known unit it lists the rows.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
        >>> scores.card("Hà Nội", period=2021)
        <chiso.Scorecard of Hà Nội, 2021 final: index 68.59, rank 10 of 21>
        """
        return scorecard.Scorecard(self, self._row(unit, period, track))

    def _row(self, unit: str | int, period: str | int | None, track: str | None) -> int:
        return self._core.row(name_of(unit, "unit"), *self._of(period, track))

    def _of(self, period: str | int | None, track: str | None) -> tuple[str, str]:
        """A period and a track, by default the latest and the last."""
        return period_of(self.evidence, period), track_of(self.model, track)

    def lost(self, unit: str | int, *, period: str | int | None = None, track: str | None = None) -> Lost:
        """Where a unit lost points, beside the best, the mean and the median of its block.

        Parameters
        ----------
        unit, period, track
            As for `card`, with the same errors.

        Raises
        ------
        UnknownNameError
            As for `card`.
        """
        return explain.Lost(self, self._row(unit, period, track), {"unit": unit, "period": period, "track": track})

    def what_if(
        self,
        unit: str | int,
        changes: Mapping[str, Any],
        *,
        period: str | int | None = None,
        track: str | None = None,
        others: Decimal | int | str = 0,
    ) -> WhatIf:
        """What a unit would come to if some of its cells were others: scorecard, index, rank and class.

        Nothing but that row changes: not its rows of other tracks, which may take cells of this one by fallback, nor of other periods. A
        row that the change completes is ranked.

        Parameters
        ----------
        unit, period, track
            As for `card`, with the same errors.
        changes : mapping
            From measures, or ``points.<leaf id>`` where the model takes stated points, to values as `read_evidence` takes them. None is
            missing, `chiso.NOT_APPLICABLE` not applicable.
        others : number
            What is added to the index of every other unit, 0 or more, held as the index is; their ranks, and their classes by index or
            rank, follow.

        Raises
        ------
        UnknownNameError
            As for `card`.
        EvidenceError
            For measures that do not exist, and values that they do not take.
        ShapeError
            If the scores are of a part of a table, or `others` is below 0.
        """
        return what_if.WhatIf(self, changes, {"unit": unit, "period": period, "track": track}, others)

    def what_ifs(
        self,
        changes: Any,
        *,
        period: str | int | None = None,
        track: str | None = None,
        others: Decimal | int | str = 0,
        kind: str | None = None,
    ) -> Any:
        """Many what-ifs, each by itself, in one call.

        Parameters
        ----------
        changes : list of pairs, data frame or mapping of columns
            Pairs of a unit and its changes, as for `what_if`. Or a column ``unit`` and columns of measures, which are then changed in each
            of these rows, to missing where a cell is empty: a frame or mapping as `Evidence.from_frame` takes it.
        period, track, others
            As for `what_if`, with the same errors.
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that `changes` are, else of the one that the evidence was read from.

        Returns
        -------
        data frame
            ``unit``, ``index`` (float64, nearest to the exact one), ``rank``, ``class``; null where there is none.

        Raises
        ------
        UnknownNameError, EvidenceError, ShapeError
            As for `what_if`; rows in pointers are counted from 0.
        TypeError, ValueError
            For changes of another form.
        """
        return what_if.results_of(self, changes, period, track, others, kind)

    def steps(
        self, unit: str | int, *, period: str | int | None = None, track: str | None = None, others: Decimal | int | str = 0
    ) -> Steps:
        """Which values of single measures earn the leaves of a unit more: the nearest, and the nearest with the most, with what they gain.

        Parameters
        ----------
        unit, period, track
            As for `card`, with the same errors.
        others : number
            As for `what_if`: for the ranks.

        Raises
        ------
        UnknownNameError
            As for `card`.
        ShapeError
            If the scores are of a part of a table, or `others` is below 0.
        """
        return what_if.Steps(self, {"unit": unit, "period": period, "track": track}, others)

    def _what_ifs(self, others: Any) -> _core.WhatIfs:
        amount = number_of(others, "an amount")
        if self._asked_what_if is None or self._asked_what_if[0] != amount:
            self._asked_what_if = (amount, _core.WhatIfs(self._core, amount))
        return self._asked_what_if[1]

    def plan(
        self,
        unit: str | int,
        *,
        target: Target,
        actions: Sequence[Action],
        k: int = 1,
        others: Decimal | float | str = 0,
        period: str | int | None = None,
        track: str | None = None,
        progress: bool | Told = False,
    ) -> Plans:
        """The cheapest sets of actions by which a unit reaches a target, proved to be the cheapest.

        Parameters
        ----------
        unit, period, track
            As for `card`, with the same errors.
        target : Target
            What is to be reached.
        actions : sequence of Action
            What the unit may do. Actions of one group, and those that set one measure to different values, are not taken together.
        k : int
            How many plans are returned, at most; from 1.
        others : number or str
            What is added to the index of every other unit, 0 or more.
        progress : bool or callable
            True shows a bar of tqdm. A function is called with how many steps are done, and how many there are; what it raises stops the search.

        Raises
        ------
        UnknownNameError
            As for `card`; and for a class that the block of the unit does not have.
        ValueError
            If `k` is less than 1.
        Error
            With every problem of the actions; or naming those that are linked too widely for a proof.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
        >>> actions = [chiso.Action("permits", {"entry": 9}, cost=3), chiso.Action("land", {"land": 8}, cost=2)]
        >>> scores.plan("Hà Nội", target=chiso.Target(rank=8), actions=actions)
        <chiso.Plans for Hà Nội, chiso.Target(rank=8): cost 2 by land>
        """
        return plans.Plans(
            self, self._row(unit, period, track), str(unit), target, list(actions), k, number_of(others, "an amount"), progress
        )

    def missing(self, *, block: str | int | None = None, period: str | int | None = None, track: str | None = None) -> Missing:
        """What units have not reported, as far as a criterion or a class waits for it: whom to ask for what.

        Measures that do not matter for a unit, as a criterion does not apply to it, are not asked for. What is missing elsewhere, in the
        previous period or over the whole block, is listed as what it is.

        Parameters
        ----------
        block, period, track : str or int, optional
            Only these rows; all if they are not given. The unnamed block and period are ``""``.

        Raises
        ------
        UnknownNameError
            For names that do not occur.
        """
        names = {"block": optional_name(block, "block"), "period": optional_name(period, "period"), "track": optional_name(track, "track")}
        return missing.Missing(self, names)

    def report(
        self,
        unit: str | int,
        path: str | os.PathLike[str] | None = None,
        *,
        period: str | int | None = None,
        track: str | None = None,
        since: Scorecard | None = None,
        language: Language | None = None,
    ) -> UnitReport:
        """All about one unit on one page of HTML to hand out: its scorecard, what the checks of the model find on its figures, where points were
        lost, why the index has changed since the last period, and which values of single figures earn more.

        Parameters
        ----------
        unit, period, track
            As for `card`, with the same errors.
        path : path-like, optional
            Writes the page there, to a file that ends in ``.html``, whole or not at all; one that is there is replaced.
        since : Scorecard, optional
            What it is compared with, of any scores and models. If it is not given, the unit's row in the last period before in which it has one.
        language : {"vi", "en"}, optional
            That of the file.

        Raises
        ------
        UnknownNameError
            As for `card`.
        ValueError
            If the file is called otherwise.
        FileError
            If the file cannot be written.
        ShapeError
            If the models publish on different scales; of a file that is written.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/commune_reform_index.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/communes.csv", model, decimal=",", kind="dict"))
        >>> scores.report("Xã Mẫu 19").since
        <chiso.Scorecard of Xã Mẫu 19, 2023 final: index 89.51, rank 10 of 28>
        """
        card = self.card(unit, period=period, track=track)
        if since is None and (row := _core.row_since(card)) is not None:
            since = scorecard.Scorecard(self, row)
        made = unit_report.UnitReport(card, since if since is None else expect(since, scorecard.Scorecard, "what it is compared with"))
        if path is not None:
            made.write(path, language)
        return made

    def rank_change(
        self,
        unit: str | int,
        *,
        from_period: str | int | None = None,
        to_period: str | int | None = None,
        track: str | None = None,
        period: str | int | None = None,
        from_track: str | None = None,
        to_track: str | None = None,
    ) -> RankChange:
        """How the place of a unit changed between two periods, or between two tracks of one period, and who passed whom.

        Parameters
        ----------
        unit : str or int
            Its block is that of the second ranking.
        from_period, to_period, track
            Two periods and one track; the last period and the last track if these are not given.
        period, from_track, to_track
            Or two tracks and one period.

        Raises
        ------
        UnknownNameError
            For names that do not occur; or if the unit is not ranked in that block on one side, which the error names.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/commune_reform_index.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/communes.csv", model, decimal=",", kind="dict"))
        >>> scores.rank_change("Xã Mẫu 19", from_period=2023, to_period=2024)
        <chiso.RankChange of Xã Mẫu 19: 10 -> 20>
        """
        names: dict[str, Any] = {"from_period": from_period, "to_period": to_period, "track": track}
        names |= {"period": period, "from_track": from_track, "to_track": to_track}
        sides = self._sides(self, **names)
        row = self._core.row(name_of(unit, "unit"), *sides[1])
        asked = {"block": self._core.block(row)} | {
            f"{what}_{side}": name
            for side, names in zip(("before", "after"), sides, strict=True)
            for what, name in zip(("period", "track"), names, strict=True)
        }
        if self._changes is None or self._changes[0] != asked:
            self._changes = asked, _core.RankChanges(scores=self._core, **asked)
        return explain.RankChange(self, self._changes[1], {"unit": name_of(unit, "unit")} | names)

    def changes(
        self,
        *,
        since: Scores | None = None,
        from_period: str | int | None = None,
        to_period: str | int | None = None,
        track: str | None = None,
        period: str | int | None = None,
        from_track: str | None = None,
        to_track: str | None = None,
        kind: str | None = None,
    ) -> Any:
        """How the ranks and indices of all units changed between two periods, between two tracks of one period, or between two models or tables.

        Parameters
        ----------
        since : Scores, optional
            The scores before, by another model or of another table; if they are not given, these.
        from_period, to_period, track, period, from_track, to_track
            As for `rank_change`, with the same errors for names that do not occur. With `since`, `from_period` and `from_track` are names of those
            scores, and need not be given: it is their last period, or track.
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that was read.

        Returns
        -------
        data frame
            A row for each unit with a row on both sides, by block, then by the rank that it has now, units without one last, ties by unit:
            ``unit block`` (text), ``rank_before rank_now`` (nullable integer), ``places`` (nullable integer: positive is up; null without two
            ranks, or if the unit was in another block, whose other units it was ranked among), ``index_before index_now change`` (float64, nearest
            to the published figures and to their difference; null without an index), ``moved`` (bool).

        Raises
        ------
        UnknownNameError
            For names that do not occur.
        ValueError
            If `kind` is not one of these.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/commune_reform_index.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/communes.csv", model, decimal=",", kind="dict"))
        >>> frame = scores.changes(from_period=2023, to_period=2024)
        >>> [*zip(frame["unit"].tolist(), frame["places"].tolist(), frame["change"].tolist())][:2]
        [('Xã Mẫu 01', 0, 0.93), ('Xã Mẫu 04', 17, 17.04)]

        With other weights on the same evidence:

        >>> model, evidence = chiso.examples.load("pci_2021")
        >>> equal = model.with_weights({leaf.id: 1 for leaf in model.leaves})
        >>> frame = equal.score(evidence).changes(since=model.score(evidence), kind="dict")
        >>> [*zip(frame["unit"].tolist(), frame["rank_before"].tolist(), frame["rank_now"].tolist())][:3]
        [('Quảng Ninh', 1, 1), ('Đồng Tháp', 3, 2), ('Vĩnh Phúc', 5, 3)]
        """
        names: dict[str, Any] = {"from_period": from_period, "to_period": to_period, "track": track}
        names |= {"period": period, "from_track": from_track, "to_track": to_track}
        old = self if since is None else expect(since, Scores, "what came before")
        before, now = self._sides(old, **names)
        columns: tuple[Sequence[Any], ...] = _core.changes(old._core, *before, self._core, *now)
        return typed_frame_of(
            {name: (of, values) for (name, of), values in zip(_CHANGES, columns, strict=True)}, kind or self.evidence._kind
        )

    def _sides(
        self,
        old: Scores,
        *,
        from_period: str | int | None,
        to_period: str | int | None,
        track: str | None,
        period: str | int | None,
        from_track: str | None,
        to_track: str | None,
    ) -> list[tuple[str, str]]:
        """The periods and tracks of the two sides of a change."""
        of_tracks = from_track is not None or to_track is not None
        if of_tracks and (from_period is not None or to_period is not None or track is not None):
            raise TypeError("a change is between two periods of one track, or between two tracks of one period")
        if not of_tracks and from_period is None and old is self:
            raise TypeError("a change needs from_period, or from_track and to_track, or other scores")
        if of_tracks:
            return [of._of(period, one) for of, one in ((old, from_track), (self, to_track))]
        return [of._of(one, track) for of, one in ((old, from_period), (self, to_period))]

    def track_gap(self, first: str, second: str, *, period: str | int | None = None, block: str | int | None = None) -> TrackGap:
        """How far apart two tracks mark each leaf, over the units with rows of their own in both.

        Parameters
        ----------
        first, second : str
            The tracks; gaps are points in the first less points in the second.
        period, block : str or int, optional
            Only this period, only this block; all if they are not given.

        Raises
        ------
        UnknownNameError
            For names that do not occur.
        """
        where = optional_name(period, "period"), optional_name(block, "block")
        rows = _core.track_gap(self._core, name_of(first, "track"), name_of(second, "track"), *where)
        return explain.TrackGap(rows, self.evidence._kind)

    def verify(
        self,
        published: Any,
        *,
        period: str | int | None = None,
        unit: str | None = None,
        decimal: str | None = None,
        thousands: str | None = None,
        delimiter: str | None = None,
        rename: Mapping[str, str] | None = None,
        missing_words: str | Sequence[str] = (),
        sheet: str | None = None,
    ) -> Verification:
        """Compares published indices, ranks and classes with the computed ones, and tells the likely cause of each difference.

        Parameters
        ----------
        published : path, data frame or mapping
            As for evidence: ``unit``, optional ``block period track``, and at least one of ``index rank class`` (an id or a label of a class). Other
            columns are not read, so what `frame` gives is a table of published figures too.
        period : str or int, optional
            That of its rows, if it has no column of periods; if it is not given, the latest.
        unit, decimal, thousands, delimiter, rename, missing_words
            As for `read_evidence` and `Evidence.from_frame`.
        sheet : str, optional
            The worksheet of a workbook. If it is not given, the one whose heads name ``unit`` and most of ``index rank class``: of what `to_excel`
            wrote that is the ranking.

        Raises
        ------
        EvidenceError
            Lists every row that was not scored, and every cell that cannot be read; or if there is nothing to compare.
        ShapeError
            If a column is no list of cells.
        ValueError
            If an option has a value that it cannot have.
        """
        options = reading(decimal=decimal, thousands=thousands, delimiter=delimiter, rename=rename, missing_words=missing_words)
        return verification.verified(self, published, "" if period is None else name_of(period, "period"), unit, options, sheet)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_scores, (1, self.model, self.evidence, self.keep, self.cohorts)

    def __repr__(self) -> str:
        return f"<chiso.Scores by {self.model.id}: {self.rows} rows, {len(self.evidence.units)} units>"

    def _repr_html_(self) -> str:
        return display.scores_html(self)


def _restored_scores(version: int, model: Model, evidence: Evidence, keep: Keep, cohorts: Cohorts | None = None) -> Scores:
    check_version("scores", version)
    return model.score(evidence, keep=keep, cohorts=cohorts)
