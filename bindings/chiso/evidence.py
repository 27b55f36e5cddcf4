"""Evidence: what was observed, checked against a model."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any, Literal, Self, TypeAlias

from chiso import _core
from chiso.arguments import expect_model, is_workbook, reading
from chiso.errors import EvidenceError, warn_of
from chiso.frames_in import heads_of, kind_of, plain, read_frame, units_named_by
from chiso.frames_out import frame_of_table, kind_or_none
from chiso.later import Later
from chiso.problems import Problems
from chiso.progress import Told, telling
from chiso.value import Value, check_version

if TYPE_CHECKING:
    from chiso import checks, display, table_below, workbook
    from chiso import roster as rosters
    from chiso.checks import CheckReport
    from chiso.model import Model
    from chiso.roster import RosterUnit, UnreportedUnit
    from chiso.table_below import PeriodPart
else:
    checks = Later("chiso.checks")
    display = Later("chiso.display")
    rosters = Later("chiso.roster")
    table_below = Later("chiso.table_below")
    workbook = Later("chiso.workbook")

Unknown: TypeAlias = Literal["refuse", "ignore"]
Absent: TypeAlias = Literal["refuse", "missing"]
Layout: TypeAlias = Literal["units", "rows", "pairs"]


def read_evidence(
    path: str | os.PathLike[str] | IO[str] | IO[bytes],
    model: Model,
    *,
    decimal: str | None = None,
    thousands: str | None = None,
    period: PeriodPart | None = None,
    delimiter: str | None = None,
    header_line: int | str | Sequence[int] | None = None,
    skip_last: int = 0,
    encoding: str | None = None,
    layout: Layout = "units",
    fill: Mapping[str, Any] | None = None,
    sheet: str | None = None,
    rename: Mapping[str, str] | None = None,
    missing_words: str | Sequence[str] = (),
    unknown: Unknown = "refuse",
    ignore: str | Sequence[str] = (),
    absent: Absent = "refuse",
    most_problems: int = 1000,
    tables: Mapping[str, Any] | None = None,
    roster: Any = None,
    progress: bool | Told = False,
    kind: str | None = None,
) -> Evidence:
    """Reads a CSV file, or a worksheet of a workbook, into evidence.

    Parameters
    ----------
    path : path-like
        CSV in UTF-8, the names of the columns first; also an open file, or ``io.StringIO``. Or a workbook (xlsx, xls, ods), which needs python-calamine (``pip install 'chiso[excel]'``).
    model : Model
    decimal : {".", ","}, optional
        The decimal mark of numbers. If it is not given, the one that the header of the table names, otherwise a point.
    thousands : {".", ",", " ", "'"}, optional
        The mark between groups of three digits. If it is not given, numbers have none.
    period : {"year", "quarter", "month", "whole"}, optional
        What dates stand for in the column of periods, as in `Evidence.from_frame`: those of a workbook, and texts such as 31/12/2024.
    delimiter : str, optional
        The character between cells. If it is not given, it is detected.
    header_line : int, str or sequence of int, optional
        The line of the file with the names of the columns, from 1, or the first and last of several: ``3``, ``"3-4"``, ``(3, 4)``. What stands above
        is not read. If it is not given, the first line; heads that are seen further down are an error that says where.
    skip_last : int
        How many rows at the end of the file are not read, such as totals and signatures. Blank rows do not count.
    encoding : str, optional
        The encoding of the file, such as ``"windows-1258"`` or ``"utf-16"``. If it is not given, UTF-8.
    layout : {"units", "rows", "pairs"}
        What stands in the rows: units; a measure or criterion in each, named in the column ``measure``, with its figure in the column ``value`` or in
        one for each track (a form of one unit, or a long table); or units, with heads that say in brackets of which track their figures are,
        ``x (self)`` beside ``x (final)``. A form that `Model.template` made is known as such.
    fill : mapping, optional
        Columns that the file does not have, each with what stands in every row of it, as in ``{"unit": "Hội An"}`` for a form.
    sheet : str, optional
        The worksheet of a workbook. If it is not given, the only one whose head names the units; worksheets that are called as tables of
        the model are these tables, if they have a row.
    rename : mapping, optional
        From a column of the file to a name of the model, as in ``{"Đơn vị": "unit"}``.
    missing_words : str or sequence of str
        Words that mean missing in the cells of measures, besides an empty cell.
    unknown : {"refuse", "ignore"}
        Whether a column that the model does not know is an error or is ignored. One that is named like a column of the model which the table
        lacks, or like any in another case, is an error all the same.
    ignore : str or sequence of str
        Columns of the table that are not read, whether or not the model knows their names.
    absent : {"refuse", "missing"}
        Whether a measure without a column is an error or is missing in every row.
    most_problems : int
        The number of problems that an error lists; its total counts all.
    tables : mapping, optional
        The tables below the units by their names in the model, each a path, a data frame, a mapping of columns or a `TableBelow`. They are
        read with the marks, words and choices given here, except `rename` and `delimiter`.
    roster : path, data frame, mapping or sequence of str, optional
        Who is scored: a table with ``unit``, perhaps ``block``, ``label`` and ``was`` (former names, parted by ``;``), or the names alone. Other
        units are errors; rows with a former name are rows of the unit that had it; blocks come from it; units without a row are reported, and stand in
        the tables of scores.
    progress : bool or callable
        True shows a bar of tqdm while the rows of a CSV file are read; a function is called some times a second with how many are read, of about how many.
        As for `Model.score`. Ctrl+C stops the reading in any case.
    kind : {"pandas", "polars", "pyarrow", "dict"}, optional
        The kind of frames that are made later. If it is not given, the first of pyarrow, pandas and polars that is installed, otherwise dict.

    Raises
    ------
    EvidenceError
        Lists every bad cell with its line and column, or with its worksheet and cell. A workbook that cannot be opened, or is too large, is one problem.
    FileError
        If the file cannot be read.
    ImportError
        If the file is a workbook, and python-calamine is not installed; or `progress` is True, and tqdm is not.
    ValueError
        If `kind` is not one of these, a worksheet is asked for of a file that is no workbook, an encoding of one that is, or an option has a value that it cannot have, such as a mark of two characters.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/commune_reform_index.json")
    >>> read_evidence("examples/data/communes.csv", model, decimal=",")
    <chiso.Evidence of commune-reform-index: 191 rows, 42 units>
    """
    core = expect_model(model, "the model of evidence")
    told = {  # of tables below too
        "decimal": decimal,
        "thousands": thousands,
        "period": period,
        "missing_words": missing_words,
        "most_problems": most_problems,
        "unknown": unknown,
        "ignore": ignore,
        "absent": absent,
    }
    options = reading(
        delimiter=delimiter,
        header_line=header_line,
        skip_last=skip_last,
        encoding=encoding,
        layout=layout,
        fill=fill,
        rename=rename,
        roster=rosters.roster_of(roster),
        **told,
    )
    kind = kind_or_none(kind)
    placed: Sequence[_core.Problem] | None = None  # none are known yet
    if not isinstance(path, str | os.PathLike):
        text: Any = _text_of(path)  # C++ takes the bytes, and says which are no text
        read = _core.Evidence.parse(text, core, options)
    elif sheet is not None or is_workbook(path):
        if encoding is not None:
            raise ValueError("encoding= is of a CSV file: a workbook says itself how its text is written")
        read, placed = workbook.read_evidence(path, core, options, sheet, tables or {}, reading(**told))
    elif progress is False:
        read, placed = _core.Evidence.read_with_warnings(os.fspath(path), core, options, None)
    else:
        with telling(progress, "read") as told_of:
            read, placed = _core.Evidence.read_with_warnings(os.fspath(path), core, options, told_of)
    evidence = Evidence(read, model, kind, placed or ())
    if placed is not None:
        evidence._warnings = evidence._placed
    evidence = evidence._with(tables, told)
    warn_of(evidence.warnings)
    return evidence


def _text_of(file: IO[str] | IO[bytes]) -> bytes:
    """What is left to read of an open file."""
    if not hasattr(file, "read"):
        raise TypeError(
            f"a table is read from a path or an open file, not from a {type(file).__qualname__}; of a frame Evidence.from_frame makes it"
        )
    text = file.read()
    return text.encode(errors="surrogateescape") if isinstance(text, str) else bytes(text)


class Evidence(Value[_core.Evidence]):
    """Validated evidence: one row for each unit, period and track, one column for each measure. Immutable; cheap to copy.

    Made by `read_evidence` or `Evidence.from_frame`.
    """

    __slots__ = ("_kind", "_model", "_placed", "_warnings")

    def __init__(self, core: _core.Evidence, model: Model, kind: str | None, placed: Sequence[_core.Problem] = ()) -> None:
        self._core = core
        self._kind = kind
        self._model = model
        self._placed = tuple(placed)  # warnings with their lines in the file that was read
        self._warnings: tuple[_core.Problem, ...] | None = None  # once they were looked for

    @classmethod
    def from_frame(
        cls,
        data: Any,
        model: Model,
        *,
        unit: str | None = None,
        decimal: str | None = None,
        thousands: str | None = None,
        period: PeriodPart | None = None,
        rename: Mapping[str, str] | None = None,
        missing_words: str | Sequence[str] = (),
        unknown: Unknown = "refuse",
        ignore: str | Sequence[str] = (),
        absent: Absent = "refuse",
        most_problems: int = 1000,
        tables: Mapping[str, Any] | None = None,
        roster: Any = None,
        part: bool = False,
        kind: str | None = None,
    ) -> Self:
        """Reads a data frame, or a mapping of columns, into evidence.

        Parameters
        ----------
        data : data frame or mapping
            A frame of pandas, polars, pyarrow or DuckDB, or anything that has ``__arrow_c_stream__`` or that narwhals knows; or a mapping from names to
            arrays, series or lists. Columns are named as in a file: ``unit``, optional ``block period track ranked``, then measures.
        model : Model
        unit : str, optional
            The column that names the units, if it is not called ``unit``. For pandas it may be a named level of the index; or ``"index"``, if
            no column has that name: the index, or all of its levels, each read as the column of its name.
        decimal, thousands : str, optional
            The marks of numbers that are given as text. If no decimal mark is given, it is the one that a head states, otherwise a point.
        period : {"year", "quarter", "month", "whole"}, optional
            What dates in the column of periods stand for, and texts that are dates: 2024, 2024-Q1, 2024-03 or the day itself. If it is not given,
            dates are no periods, and texts are periods as they are.
        rename, missing_words, unknown, ignore, absent, most_problems, tables, roster
            As in `read_evidence`; a part of a table takes no roster.
        part : bool
            Whether the data are a part of a table (see `Cohorts`). No warnings are issued: what is unusual in a part may be right in the whole.
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            The kind of frames that are made later. If it is not given, that of `data`.

        Raises
        ------
        EvidenceError
            Lists every bad cell; rows are counted from 0, as in pointers ``/row/column``.
        ShapeError
            If columns have different lengths.
        FileError
            If the file of a roster cannot be read.
        ValueError
            If `kind` is not one of these, or an option has a value that it cannot have, such as a mark of two characters.

        Notes
        -----
        A float stands for its shortest decimal: 0.1 is one tenth. NaN, NaT, None and null are missing. A measure that is a date takes dates of
        any library, times at midnight without a zone, and texts (2024-03-31 or 31/3/2024). Integer, float, boolean, decimal,
        text, categorical and dictionary columns of any library mean the same. float64 and int64 columns of NumPy, pandas, polars and
        Arrow are read in place, without a copy; narrower numbers, texts and nullable columns of pandas are converted first.

        ``pandas.read_csv`` makes NaN of the words ``NA``, ``N/A``, ``n/a``, ``None``, ``null``, ``nan`` and some others, which is then
        missing; ``keep_default_na=False, na_values=[""]`` keeps them, so that chiso can ask which of missing and not applicable they mean.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> names = list(model.measures)
        >>> table = chiso.Evidence.from_frame({"unit": ["A", "B"]} | {name: [6.5, 7.25] for name in names}, model)
        >>> model.score(table).frame()["index"].tolist()
        [65.0, 72.5]
        """
        if part and roster is not None:
            raise TypeError("a part of a table takes no roster: it cannot say who has not reported")
        data = plain(data)
        index, renamed = units_named_by(data, unit)
        if renamed:
            rename = dict(rename or {}) | renamed
        core_model = expect_model(model, "the model of evidence")
        told = {  # of tables below too
            "decimal": decimal or next(filter(None, map(_core.decimal_mark_of, heads_of(data))), None),
            "thousands": thousands,
            "period": period,
            "missing_words": missing_words,
            "most_problems": most_problems,
            "unknown": unknown,
            "ignore": ignore,
            "absent": absent,
        }
        options = reading(rename=rename, roster=rosters.roster_of(roster), **told)
        reader = _core.EvidenceReader(core_model, options)
        kind = kind_or_none(kind) or kind_of(data)
        read_frame(data, reader, index)
        try:
            core = reader.build()
        except EvidenceError as error:
            raise _explained(error, data) from None
        evidence = cls(core, model, kind)
        _warn_of_lost_words(evidence, data)
        evidence = evidence._with(tables, told)
        if not part:
            warn_of(evidence.warnings)
        return evidence

    def _with(self, tables: Mapping[str, Any] | None, options: Mapping[str, Any]) -> Self:
        """The evidence with tables below its units, read with these options and their own."""
        evidence = self
        for name, given in (tables or {}).items():
            table = table_below.TableBelow.of(given)
            core = table.added_to(evidence, name, reading(**{**options, **(table.options or {})}))
            evidence = type(self)(core, self._model, self._kind, self._placed)
        return evidence

    @property
    def model(self) -> Model:
        """The model that the evidence was read for."""
        return self._model

    @property
    def rows(self) -> int:
        """The number of rows."""
        return self._core.rows

    @property
    def units(self) -> tuple[str, ...]:
        """The distinct units, in the order of their bytes."""
        return tuple(self._core.units)

    @property
    def blocks(self) -> tuple[str, ...]:
        """The distinct blocks; units of a block are ranked together. The unnamed block is empty."""
        return tuple(self._core.blocks)

    @property
    def periods(self) -> tuple[str, ...]:
        """The distinct periods, in their order; the unnamed period is empty."""
        return tuple(self._core.periods)

    @property
    def tables(self) -> dict[str, int]:
        """The tables below the units that were given, each with its number of rows."""
        return dict(self._core.tables)

    @property
    def roster(self) -> tuple[RosterUnit, ...] | None:
        """The units of the roster by which the evidence was read, in the order of their bytes; None without one."""
        made = self._core.roster
        return (
            None if made is None else tuple(rosters.RosterUnit(unit, block, label, tuple(was)) for unit, block, label, was in made.units())
        )

    @property
    def unreported(self) -> tuple[UnreportedUnit, ...]:
        """The units of the roster without a row in a period, by period; empty without a roster."""
        return tuple(rosters.UnreportedUnit(*one) for one in self._core.unreported())

    @property
    def warnings(self) -> Problems:
        """Warnings: what is unusual about the table, but not wrong (`docs/guide/warnings.md`). Those of rows have the lines of the file that was
        read, if there was one. Looked for once: O(rows x counts) and O(letters of the names)."""
        return Problems(self._found())

    def _found(self) -> tuple[_core.Problem, ...]:
        """The warnings, of which those that a file had have their lines."""
        if self._warnings is None:
            placed: dict[tuple[str, str], list[_core.Problem]] = {}
            for each in reversed(self._placed):
                placed.setdefault((each.code, each.pointer), []).append(each)
            found = self._core.warnings()
            self._warnings = tuple(places.pop() if (places := placed.get((each.code, each.pointer))) else each for each in found)
        return self._warnings

    def notes(self) -> Problems:
        """What was ignored, skipped or is odd, in one place: the columns that were not read, the blank rows that were skipped, then the warnings.

        Evidence that was restored from a pickle has the warnings alone.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> for note in chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore").notes():
        ...     print(note.found)
        2 columns ignored: published_total, published_rank
        """
        return Problems([*self._core.left_out(), *self._found()])

    def check(self) -> CheckReport:
        """Judges the checks of the model on every row, after fallback; rows that are there by fallback alone are not judged. `Model.check` judges
        those of another model.

        Exact. O(rows x checks), and for each row on which a ``relation`` or ``stated`` fails some hundred candidates for each number that it
        reads.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/published_ratios.json")
        >>> report = chiso.read_evidence("examples/data/la_phu_2024.csv", model, absent="missing").check()
        >>> report.findings, [(one.measure, one.least, one.most) for one in report.implied]
        ((), [('received', 4849, 4858)])
        """
        return checks.CheckReport(self, self._model)

    def frame(self, *, table: str | None = None, kind: str | None = None) -> Any:
        """The evidence as a data frame, which `from_frame` reads back to equal evidence.

        Parameters
        ----------
        table : str, optional
            A table below the units, instead of the evidence itself.
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of frame that the evidence was read from.

        Returns
        -------
        data frame
            ``unit block period track`` (text), ``ranked`` (bool), then the measures; ``<measure>.not_applicable`` (bool) beside one that has
            such cells, stated points likewise. Missing and not applicable cells are null. A table below the units has ``unit period``, ``track`` if
            its rows do not stand for every track, then its measures; its rows are in this order.

        Raises
        ------
        UnknownNameError
            If the model has no such table.
        ShapeError
            If the evidence was read without it.
        ValueError
            If `kind` is not one of these.
        """
        return frame_of_table(self._core.table() if table is None else self._core.table_below(table), kind_or_none(kind) or self._kind)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self._core.table().__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return self._core.rows

    def __reduce__(self) -> tuple[Any, ...]:
        tables = {name: self._core.saved_table(name) for name in self.tables}
        roster = self._core.roster and self._core.roster.units()
        made: tuple[Any, ...] = (1, self.model, self._core.saved(), self._kind, tables)
        noticed = self._core.noticed
        if noticed or self._placed:
            made = (*made, roster, noticed, list(self._placed))
        elif roster is not None:
            made = (*made, roster)
        return _restored_evidence, made

    def __repr__(self) -> str:
        return f"<chiso.Evidence of {self.model.id}: {self.rows} rows, {len(self.units)} units>"

    def _repr_html_(self) -> str:
        return display.evidence_html(self)


def _restored_evidence(
    version: int,
    model: Model,
    saved: Any,
    kind: str | None,
    tables: Mapping[str, Any] | None = None,
    roster: Any = None,
    noticed: Sequence[_core.Problem] = (),
    placed: Sequence[_core.Problem] = (),
) -> Evidence:
    check_version("evidence", version)
    core = _core.Evidence.restored(model._core, saved, None if roster is None else _core.Roster(roster))
    for name, columns in (tables or {}).items():
        core = core.restored_table(name, columns)
    return Evidence(core.with_noticed(list(noticed)) if noticed else core, model, kind, placed)


#: The words that pandas.read_csv reads as NaN by default.
LOST_BY_PANDAS = frozenset("#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null".split("|"))


def _warn_of_lost_words(evidence: Evidence, data: Any) -> None:
    """Warns if cells of a measure are missing that may have been an option, which pandas.read_csv reads as an empty cell."""
    if kind_of(data) != "pandas":
        return
    for name, options in evidence.model._core.options():
        lost = [option for option in options if option in LOST_BY_PANDAS]
        missing = evidence._core.missing(name) if lost else 0
        if missing:
            found = _core.phrase("missing_cell" if missing == 1 else "missing_cells", missing, lost[0])
            problem = _core.Problem("frame.lost_words", [found], severity="warning", pointer=f"/columns/{name}")
            warn_of([problem])


def _explained(error: EvidenceError, data: Any) -> EvidenceError:
    """The error, with a hint added if a pandas frame was read and its units were not found."""
    if kind_of(data) != "pandas":
        return error
    problems = []
    for problem in error.problems:
        hint = None
        if not problem.hint:
            if problem.code == "column.absent" and problem.pointer == "/columns/unit":
                hint = _core.phrase("index_of_frame")
            if problem.code == "cell.blank" and problem.pointer.rpartition("/")[2] in ("unit", "block", "period", "track"):
                hint = _core.phrase("names_kept")
        problems.append(_core.with_hint(problem, hint) if hint else problem)
    return _core.evidence_error(problems, error.total)
