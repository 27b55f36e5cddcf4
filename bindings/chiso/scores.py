"""Scores: indices, ranks, classes and averages, as frames and scorecards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from chiso import _core
from chiso.arguments import expect, id_of, name_of, optional_id, optional_name, reading
from chiso.display import scores_html
from chiso.evidence import Evidence
from chiso.explain import Lost, RankChange, TrackGap
from chiso.frames_out import Decimals, array_of_column, frame_of_table, settled_kind, typed_frame_of
from chiso.kept_table import KeptTable
from chiso.matrix import Matrix, MatrixValue
from chiso.parts import Cohorts, RankingKeys
from chiso.problems import Problems
from chiso.ranking_table import NodeFigure, RankingTable, asked_rows, cohort_of, with_nodes
from chiso.scorecard import Scorecard
from chiso.value import Value, check_version
from chiso.verification import Verification, verified

if TYPE_CHECKING:
    from chiso.criterion import Criterion
    from chiso.model import Model

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


def _where(node: Any, block: Any, period: Any, track: Any) -> dict[str, Any]:
    """Which rows and criteria a table has."""
    names = {"block": block, "period": period, "track": track}
    return {"node": optional_id(node)} | {what: optional_name(name, what) for what, name in names.items()}


class Scores(Value[_core.Scores]):
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

    __slots__ = ("_bridges", "_changes", "_cohorts", "_evidence", "_kept", "_model")

    def __init__(self, core: _core.Scores, model: Model, evidence: Evidence, cohorts: Cohorts | None = None) -> None:
        self._core = core
        self._model = model
        self._evidence = evidence
        self._cohorts = cohorts
        self._kept: tuple[dict[str, Any], KeptTable] | None = None  # the last table that a frame was made of, and what was asked for
        self._changes: tuple[dict[str, Any], _core.RankChanges] | None = None  # likewise the last two rankings that were compared
        self._bridges: tuple[_core.Scores, _core.Bridges] | None = None  # and the last older scores that a bridge was made from

    @property
    def model(self) -> Model:
        """The model by which the evidence was scored."""
        return self._model

    @property
    def evidence(self) -> Evidence:
        """The evidence that was scored, as it was given."""
        return self._evidence

    @property
    def cohorts(self) -> Cohorts | None:
        """The cohorts that were given, if the evidence is a part of a table. Ranks and averages are then those of this part, except in `frame`."""
        return self._cohorts

    @property
    def keep(self) -> Keep:
        """What is kept of each row."""
        return self._core.keep  # type: ignore[return-value]

    @property
    def rows(self) -> int:
        """The number of rows."""
        return self._core.rows

    @property
    def warnings(self) -> Problems:
        """What is unusual about the ranking but not wrong: units ranked together whose coverage differs by more than 20 percentage points."""
        return Problems(self._core.warnings())

    def frame(
        self,
        *,
        node: str | Criterion | None = None,
        nodes: Sequence[str | Criterion] = (),
        value: NodeFigure = "index",
        columns: Sequence[str] | None = None,
        block: str | int | None = None,
        period: str | int | None = None,
        track: str | None = None,
        sort: Literal["rows", "rank", "unit"] = "rows",
        top: int | None = None,
        exact: bool = False,
        decimals: Decimals = "float",
        kind: str | None = None,
        ranking_keys: RankingKeys | None = None,
    ) -> Any:
        """One row for each unit, period and track.

        Parameters
        ----------
        node : str or Criterion, optional
            A criterion or entry, or its id: shows its points, index and rank instead of the model's; bonus, penalty and class are null then.
        nodes : sequence of criteria or their ids, optional
            Each has a column of its published figures, named by its id. The frame is then ``rank unit index`` and these columns, and behind
            the unit those of ``block period track`` that are not given here and of which the evidence has several, unless `columns` says
            otherwise.
        value : {"index", "points"}
            What the columns of `nodes` show.
        columns : sequence of str, optional
            Only these columns, in this order; those of `nodes` behind them, unless it names them.
        block, period, track : str, optional
            Only these rows; the unnamed block and period are ``""``.
        sort : {"rows", "rank", "unit"}
            The order of the evidence; or by block, period and track, then by rank (rows without one last, ties by unit) or by unit, in any
            case and without tone marks.
        top : int, optional
            Only rows of this rank or a better one, in each block, period and track: those tied at it all stay.
        exact : bool
            Whether quanta and the fraction of the index stand beside the published figures.
        decimals : {"float", "text", "decimal"}
            Published figures as doubles; or as they are published, 81.50 and not 81.5: as texts or as decimals (`decimal.Decimal`), None where
            there is none.
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that was read.
        ranking_keys : RankingKeys, optional
            If this is a part of a table, the merged ranking keys of all parts, among which rows are ranked and classed. Not with `node`.

        Returns
        -------
        data frame
            ``unit block period track`` (text), ``points applicable bonus penalty index coverage`` (float64, nearest to the published decimal, unless
            `decimals` says otherwise), ``rank`` (nullable integer), ``class`` (categorical), ``complete ranked`` (bool); ``class_by`` (categorical: what decided the
            class, ``band``, ``requires``, ``veto`` or ``quota``), ``class_by_item`` (text: the class whose requirement was not true, or whose quota
            held the row back, or the place of the veto, from 1), ``held_back level_as_published`` (bool: by a quota; another row has the same
            published index and another rank), ``held`` (categorical: an index held at the ``most`` that it can be, or at the ``least``, 0); with
            `exact` also ``points_quanta applicable_quanta bonus_quanta penalty_quanta index_numerator index_denominator`` (integers of 64 bits: a
            `fractions.Fraction` of two of them keeps integers of NumPy, whose sums and products overflow; `exact` has fractions of Python).

        Raises
        ------
        UnknownNameError
            If node, block, period, track or a column do not occur; the error names those that do.
        ShapeError
            If ranking keys are of another model or lack a row, or two columns have one name.
        ValueError
            If `sort`, `value`, `kind` or `decimals` is not one of these, or `top` is below 1.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
        >>> frame = scores.frame(sort="rank")
        >>> [*zip(frame["unit"].tolist(), frame["index"].tolist())][:2]
        [('Quảng Ninh', 73.04), ('Hải Phòng', 70.61)]
        >>> scores.frame(sort="rank", decimals="text")["points"].tolist()[:2]
        ['73.04', '70.61']
        >>> list(scores.frame(nodes=["entry", "land"], top=10))
        ['rank', 'unit', 'index', 'entry', 'land']
        """
        kind = settled_kind(kind or self.evidence._kind)  # a name that is none is refused before a table is made
        others = None if ranking_keys is None else expect(ranking_keys, RankingKeys, "what rows are ranked among")._core
        where = _where(node, block, period, track)
        asked = where | {"exact": exact, "by_criterion": False} | asked_rows(sort, top, nodes, value)
        if columns is None and asked["nodes"]:
            columns = ["rank", "unit", *self._named_by(where), "index"]
        if columns is not None:
            columns = with_nodes(columns, asked["nodes"])
        if others is not None:
            return frame_of_table(_selected(self._core.table(**asked, ranking_keys=others), columns), kind, decimals)
        kept = self._table(asked, columns)
        return kept.frame(kind) if decimals == "float" else frame_of_table(kept.table, kind, decimals)

    def exact(
        self,
        *,
        node: str | Criterion | None = None,
        block: str | int | None = None,
        period: str | int | None = None,
        track: str | None = None,
        sort: Literal["rows", "rank"] = "rows",
    ) -> dict[str, list[Any]]:
        """The exact figures of each unit, period and track, as fractions of Python, whose arithmetic is exact and never overflows.

        Parameters
        ----------
        node, block, period, track, sort
            As for `frame`.

        Raises
        ------
        UnknownNameError
            If a name does not occur; the error names those that do.
        ValueError
            If `sort` is not one of these.

        Returns
        -------
        dict of lists
            ``unit block period track`` (text), ``points applicable bonus penalty index`` (`fractions.Fraction` of Python's integers; None where there is
            none), ``rank`` (int or None). ``pandas.DataFrame(scores.exact())`` is a frame of them. A fraction costs about 200 bytes.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
        >>> exact = scores.exact(sort="rank")
        >>> exact["unit"][0], exact["index"][0]
        ('Quảng Ninh', Fraction(1826, 25))
        >>> sum(exact["index"]) / len(exact["index"])
        Fraction(287323, 4200)
        """
        asked = _where(node, block, period, track) | {"exact": True, "by_criterion": False} | asked_rows(sort, None, (), "index")
        table = self._core.table(**asked)
        columns = {name: array_of_column(table, name).tolist() for name in table.columns}  # a masked array gives None
        out: dict[str, list[Any]] = {name: columns[name] for name in ("unit", "block", "period", "track")}
        quantum = 10**self._model._core.point_decimals
        for name in ("points", "applicable", "bonus", "penalty"):
            out[name] = [None if quanta is None else Fraction(quanta, quantum) for quanta in columns[f"{name}_quanta"]]
        parts = zip(columns["index_numerator"], columns["index_denominator"], strict=True)
        return out | {"index": [None if num is None else Fraction(num, den) for num, den in parts], "rank": columns["rank"]}

    def _table(self, asked: dict[str, Any], columns: Sequence[str] | None = None) -> KeptTable:
        kept, wanted = self._kept, asked | {"columns": columns and [*columns]}
        if kept is None or kept[0] != wanted:
            kept = self._kept = wanted, KeptTable(_selected(self._core.table(**asked), columns))
        return kept[1]

    def _named_by(self, where: dict[str, Any]) -> list[str]:
        """The columns without which rows of a table would have the same names."""
        of = {"block": self.evidence.blocks, "period": self.evidence.periods, "track": self.model.tracks}
        return [what for what, names in of.items() if where[what] is None and len(names) > 1]

    def ranking(
        self,
        *,
        block: str | int | None = None,
        period: str | int | None = None,
        track: str | None = None,
        nodes: Sequence[str | Criterion] = (),
        value: NodeFigure = "index",
        columns: Sequence[str] = ("rank", "unit", "index"),
        sort: Literal["rank", "unit"] = "rank",
        top: int | None = None,
    ) -> RankingTable:
        """The ranking of a block, to be printed: with the digits that are published, as CSV or LaTeX.

        Parameters
        ----------
        block, period, track : str, optional
            If they are not given, the only block, the latest period of the table and the last track of the model.
        nodes, value
            As for `frame`: columns behind the others.
        columns : sequence of str
            The columns of `frame` that it has, in this order.
        sort, top
            As for `frame`.

        Raises
        ------
        ShapeError
            If there are several blocks and none is given.
        UnknownNameError
            If a name does not occur; the error names those that do.
        ValueError
            If `sort` or `value` is not one of these, or `top` is below 1.
        """
        where = _where(None, *cohort_of(self, block, period, track))
        asked = where | {"exact": False, "by_criterion": False} | asked_rows(sort, top, nodes, value)
        return RankingTable(self._core.table(**asked).select(with_nodes(columns, asked["nodes"])), self)

    def ranking_keys(self) -> RankingKeys:
        """The ranking keys of these rows, to be merged with those of the other parts of a table."""
        return RankingKeys(self._core.ranking_keys(), self.model)

    def long(
        self,
        *,
        node: str | Criterion | None = None,
        block: str | int | None = None,
        period: str | int | None = None,
        track: str | None = None,
        exact: bool = False,
        reasons: bool = True,
        kind: str | None = None,
    ) -> Any:
        """One row for each unit, period, track and criterion or entry.

        Parameters
        ----------
        node : str or Criterion, optional
            Only this criterion and what is below it.
        block, period, track, exact, kind
            As for `frame`.
        reasons : bool
            Without reasons the frame is made several times as fast, and the next one like it costs little, as of `frame`.

        Returns
        -------
        data frame
            ``unit block period track node number`` (text), ``depth`` (integer), ``points applicable index coverage`` (float64; of
            entries `applicable` is 0), ``state`` (categorical, null for groups), ``reason`` (text, if asked for); with `exact` also ``points_quanta
            applicable_quanta index_numerator index_denominator`` (integers).

        Raises
        ------
        UnknownNameError
            If node, block, period or track do not occur; the error names those that do.
        ValueError
            If `kind` is not one of these.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
        >>> long = scores.long(node="land")
        >>> [long[name][0].item() for name in ("points", "applicable", "index")], long["reason"][0]
        ([3.7, 5.0, 73.9], 'value 7.39')
        """
        asked = _where(node, block, period, track) | {"exact": exact, "by_criterion": True, "order": "evidence"}
        kind = settled_kind(kind or self.evidence._kind)
        if reasons:
            return frame_of_table(self._core.table(**asked), kind)
        return self._table(asked | {"reasons": False}).frame(kind)

    def averages(self, *, node: str | Criterion | None = None, kind: str | None = None) -> Any:
        """One row for each block, period and track.

        Parameters
        ----------
        node : str or Criterion, optional
            A criterion or entry, or its id: uses its indices and ranks instead of the model's. Entries rank nobody.
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            As for `frame`.

        Returns
        -------
        data frame
            ``block period track`` (text), ``rows ranked`` (integers: how many there are, and how many of them have a rank), ``mean_index
            pooled_index coverage lowest highest`` (float64, as published, of the ranked rows), ``leaders`` (text: all units of rank 1, joined
            by ``"; "``); null if nobody is ranked.

        Raises
        ------
        UnknownNameError
            If there is no such node; the error names the nearest.
        ValueError
            If `kind` is not one of these.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
        >>> averages = scores.averages()
        >>> [averages[name][0].item() for name in ("ranked", "mean_index", "lowest", "highest")], averages["leaders"][0]
        ([21, 68.41, 65.96, 73.04], 'Quảng Ninh')
        """
        return frame_of_table(self._core.averages(node=optional_id(node)), kind or self.evidence._kind)

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
        return Scorecard(self, self._row(unit, period, track))

    def _row(self, unit: str | int, period: str | int | None, track: str | None) -> int:
        return self._core.row(name_of(unit, "unit"), self._period(period), self._track(track))

    def _period(self, period: str | int | None) -> str:
        """A period, or the latest of the table."""
        if period is not None:
            return name_of(period, "period")
        return self.evidence.periods[-1] if self.evidence.periods else ""

    def _track(self, track: str | None) -> str:
        """A track, or the last of the model."""
        return self.model.tracks[-1] if track is None else name_of(track, "track")

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
        return Lost(self, self._row(unit, period, track), {"unit": unit, "period": period, "track": track})

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
        sides = self._sides(**names)
        row = self._core.row(name_of(unit, "unit"), *sides[1])
        asked = {"block": self._core.block(row)} | {
            f"{what}_{side}": name
            for side, names in zip(("before", "after"), sides, strict=True)
            for what, name in zip(("period", "track"), names, strict=True)
        }
        if self._changes is None or self._changes[0] != asked:
            self._changes = asked, _core.RankChanges(scores=self._core, **asked)
        return RankChange(self, self._changes[1], {"unit": name_of(unit, "unit")} | names)

    def changes(
        self,
        *,
        from_period: str | int | None = None,
        to_period: str | int | None = None,
        track: str | None = None,
        period: str | int | None = None,
        from_track: str | None = None,
        to_track: str | None = None,
        kind: str | None = None,
    ) -> Any:
        """How the ranks and indices of all units changed between two periods, or between two tracks of one period.

        Parameters
        ----------
        from_period, to_period, track, period, from_track, to_track
            As for `rank_change`, with the same errors for names that do not occur.
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
        """
        names: dict[str, Any] = {"from_period": from_period, "to_period": to_period, "track": track}
        names |= {"period": period, "from_track": from_track, "to_track": to_track}
        before, now = self._sides(**names)
        columns: tuple[Sequence[Any], ...] = _core.changes(self._core, *before, self._core, *now)
        return typed_frame_of(
            {name: (of, values) for (name, of), values in zip(_CHANGES, columns, strict=True)}, kind or self.evidence._kind
        )

    def _sides(
        self,
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
        if not of_tracks and from_period is None:
            raise TypeError("a change needs from_period, or from_track and to_track")
        if of_tracks:
            return [(self._period(period), self._track(one)) for one in (from_track, to_track)]
        return [(self._period(one), self._track(track)) for one in (from_period, to_period)]

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
        return TrackGap(rows, self.evidence._kind)

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
        return verified(self, published, "" if period is None else name_of(period, "period"), unit, options)

    def matrix(
        self, *, nodes: Literal["leaves", "groups", "all"] | Sequence[str | Criterion] = "leaves", value: MatrixValue = "share"
    ) -> Matrix:
        """One number for each row and criterion.

        Parameters
        ----------
        nodes : {"leaves", "groups", "all"} or sequence of criteria or their ids
            The columns; an entry may be one of them, too.
        value : {"share", "points", "applicable", "index"}
            ``share`` is points / applicable, from 0 to 1.

        Returns
        -------
        Matrix
            Its `values` are float64, rows x nodes, with NaN if nothing is applicable; its `frame()` has the names of rows beside them.

        Raises
        ------
        UnknownNameError
            If the model has no criterion or entry with an id; the error names the nearest.
        ValueError
            If `nodes` is another word, or `value` is not one of these.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
        >>> scores.matrix(nodes=["land", "entry"], value="index").values[:2]
        array([[73.9, 79.8],
               [67.7, 65.2]])
        """
        if isinstance(nodes, str):
            kinds = {"leaves": ("leaf",), "groups": ("group",), "all": ("leaf", "group")}.get(nodes)
            if kinds is None:
                raise ValueError(f"nodes are 'leaves', 'groups', 'all' or a list of ids, not '{nodes}'")
            nodes = [node for node in self.model.criteria if node.kind in kinds]
        ids = [id_of(node) for node in nodes]
        return Matrix(self._core.matrix(ids, value), self._core.row_names(), tuple(ids), self.evidence._kind)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The contents of `frame`, for any consumer of Arrow."""
        asked = _where(None, None, None, None) | {"exact": False, "by_criterion": False} | asked_rows("rows", None, (), "index")
        return self._table(asked).table.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return self._core.rows

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_scores, (1, self.model, self.evidence, self.keep, self.cohorts)

    def __repr__(self) -> str:
        return f"<chiso.Scores by {self.model.id}: {self.rows} rows, {len(self.evidence.units)} units>"

    def _repr_html_(self) -> str:
        return scores_html(self)


def _selected(table: _core.Table, columns: Sequence[str] | None) -> _core.Table:
    return table if columns is None else table.select([*columns])


def _restored_scores(version: int, model: Model, evidence: Evidence, keep: Keep, cohorts: Cohorts | None = None) -> Scores:
    check_version("scores", version)
    return model.score(evidence, keep=keep, cohorts=cohorts)
