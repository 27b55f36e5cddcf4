"""Results as tables: frames, rankings, averages and matrices of one sort of rows or another."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from chiso import _core
from chiso.arguments import expect, id_of, optional_id
from chiso.asked import NodeFigure, asked_names, asked_rows, cohort_of, with_nodes
from chiso.frames_out import Decimals, array_of_column, frame_of_table, settled_kind
from chiso.kept_table import KeptTable
from chiso.later import Later
from chiso.value import Value

if TYPE_CHECKING:
    from chiso import matrix, parts, ranking_table
    from chiso.criterion import Criterion
    from chiso.evidence import Evidence
    from chiso.languages import Language
    from chiso.matrix import Matrix, MatrixValue
    from chiso.model import Model
    from chiso.parts import RankingKeys
    from chiso.ranking_table import RankingTable
else:
    matrix = Later("chiso.matrix")
    parts = Later("chiso.parts")
    ranking_table = Later("chiso.ranking_table")


class ResultTables(Value[_core.Scores]):
    """What scores have of all units, as tables. `Scores` derives from it, and adds what they say of one unit, and of two.

    The table of the last `frame` is kept, with what was asked for.
    """

    __slots__ = ("_evidence", "_kept", "_model")

    def __init__(self, core: _core.Scores, model: Model, evidence: Evidence) -> None:
        self._core = core
        self._model = model
        self._evidence = evidence
        self._kept: tuple[dict[str, Any], KeptTable] | None = None

    @property
    def model(self) -> Model:
        """The model by which the evidence was scored."""
        return self._model

    @property
    def evidence(self) -> Evidence:
        """The evidence that was scored, as it was given."""
        return self._evidence

    @property
    def rows(self) -> int:
        """The number of rows."""
        return self._core.rows

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
        others = None if ranking_keys is None else expect(ranking_keys, parts.RankingKeys, "what rows are ranked among")._core
        where = asked_names(node, block, period, track)
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
        from fractions import Fraction

        asked = asked_names(node, block, period, track) | {"exact": True, "by_criterion": False} | asked_rows(sort, None, (), "index")
        table = self._core.table(**asked)
        columns = {name: array_of_column(table, name).tolist() for name in table.columns}  # a masked array gives None
        out: dict[str, list[Any]] = {name: columns[name] for name in ("unit", "block", "period", "track")}
        quantum = 10**self._model._core.point_decimals
        for name in ("points", "applicable", "bonus", "penalty"):
            out[name] = [None if quanta is None else Fraction(quanta, quantum) for quanta in columns[f"{name}_quanta"]]
        parts = zip(columns["index_numerator"], columns["index_denominator"], strict=True)
        return out | {"index": [None if num is None else Fraction(num, den) for num, den in parts], "rank": columns["rank"]}

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
        where = asked_names(None, *cohort_of(self, block, period, track))
        asked = where | {"exact": False, "by_criterion": False} | asked_rows(sort, top, nodes, value)
        return ranking_table.RankingTable(self._core.table(**asked).select(with_nodes(columns, asked["nodes"])), self)

    def to_csv(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        node: str | Criterion | None = None,
        block: str | int | None = None,
        period: str | int | None = None,
        track: str | None = None,
        exact: bool = False,
        for_excel: bool = False,
        language: Language | None = None,
    ) -> str | None:
        """The scores of all units as CSV in UTF-8, as ``chiso score`` writes them: by block, period and track, then by rank.

        Parameters
        ----------
        path : path, optional
            Where it is written, whole or not at all; if it is not given, the text is returned.
        node, block, period, track, exact
            As for `frame`.
        for_excel : bool
            Whether a spreadsheet that has a decimal comma, as in Vietnam, opens it by a double click: with a byte order mark, semicolons, a decimal
            comma, and labels in place of ids.
        language : {"vi", "en"}, optional
            That of the labels; if it is not given, the language in force.

        Raises
        ------
        FileError
            If the file cannot be written; what was there before is left as it was.
        UnknownNameError
            If a name does not occur; the error names those that do.
        ValueError
            If the language is another one.

        Examples
        --------
        >>> model, evidence = chiso.examples.load("pci_2021")
        >>> print(model.score(evidence).to_csv(for_excel=True, language="vi").splitlines()[1][:37])
        Quảng Ninh;;2021;Kết quả;73,04;100,00
        """
        asked = asked_names(node, block, period, track) | {"exact": exact, "by_criterion": False} | asked_rows("rank", None, (), "index")
        table = self._core.table(**asked)
        return ranking_table.put(table.csv_for_excel(self._model._core, language) if for_excel else table.csv("."), path)

    def long(
        self,
        *,
        node: str | Criterion | None = None,
        block: str | int | None = None,
        period: str | int | None = None,
        track: str | None = None,
        exact: bool = False,
        reasons: bool = True,
        language: Language | None = None,
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
        language : {"vi", "en"}, optional
            Of the reasons, which are then for people, as on scorecards: labels in place of the names of the model. By default they are for
            programs, and the same whatever language is in force.

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
        asked = asked_names(node, block, period, track) | {"exact": exact, "by_criterion": True, "order": "evidence"}
        kind = settled_kind(kind or self.evidence._kind)
        if reasons:
            return frame_of_table(self._core.table(**asked, reasons_in=language), kind)
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
        return matrix.Matrix(self._core.matrix(ids, value), self._core.row_names(), tuple(ids), self.evidence._kind)

    def _table(self, asked: dict[str, Any], columns: Sequence[str] | None = None) -> KeptTable:
        kept, wanted = self._kept, asked | {"columns": columns and [*columns]}
        if kept is None or kept[0] != wanted:
            kept = self._kept = wanted, KeptTable(_selected(self._core.table(**asked), columns))
        return kept[1]

    def _named_by(self, where: dict[str, Any]) -> list[str]:
        """The columns without which rows of a table would have the same names."""
        of = {"block": self.evidence.blocks, "period": self.evidence.periods, "track": self.model.tracks}
        return [what for what, names in of.items() if where[what] is None and len(names) > 1]

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The contents of `frame`, for any consumer of Arrow."""
        asked = asked_names(None, None, None, None) | {"exact": False, "by_criterion": False} | asked_rows("rows", None, (), "index")
        return self._table(asked).table.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return self._core.rows


def _selected(table: _core.Table, columns: Sequence[str] | None) -> _core.Table:
    return table if columns is None else table.select([*columns])
