"""Evidence: what was observed, checked against a model."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self, TypeAlias

from chiso import _core
from chiso.arguments import expect, kind_or_none, reading
from chiso.errors import EvidenceError, Problems, warn_of
from chiso.frames import frame_of_table, index_levels, kind_of, read_frame
from chiso.value import Value, check_version

if TYPE_CHECKING:
    from chiso.model import Model

Unknown: TypeAlias = Literal["refuse", "ignore"]
Absent: TypeAlias = Literal["refuse", "missing"]


def read_evidence(
    path: str | os.PathLike[str],
    model: Model,
    *,
    decimal: str | None = None,
    thousands: str | None = None,
    delimiter: str | None = None,
    rename: Mapping[str, str] | None = None,
    missing_words: str | Sequence[str] = (),
    unknown: Unknown = "refuse",
    absent: Absent = "refuse",
    most_problems: int = 1000,
    kind: str | None = None,
) -> Evidence:
    """Reads a CSV file into evidence.

    Parameters
    ----------
    path : path-like
        CSV in UTF-8, the names of the columns first.
    model : Model
    decimal : {".", ","}, optional
        Of numbers; where not given, the one that a head of the table says, else a point.
    thousands : {".", ",", " ", "'"}, optional
        Of numbers, in groups of three; none where not given.
    delimiter : str, optional
        Between cells; found out where not given.
    rename : mapping, optional
        From a column of the file to a name of the model, as in ``{"Đơn vị": "unit"}``.
    missing_words : str or sequence of str
        Words in the cells of measures that mean missing, beside a blank.
    unknown : {"refuse", "ignore"}
        What becomes of columns that the model does not know.
    absent : {"refuse", "missing"}
        What a measure without a column is.
    most_problems : int
        How many problems an error lists; its total counts all.
    kind : {"pandas", "polars", "pyarrow", "dict"}, optional
        Of the frames that come of it; where not given, the first of pyarrow, pandas, polars that is installed, else dict.

    Raises
    ------
    EvidenceError
        With every bad cell, each with its line and column.
    FileError
        Where the file cannot be read; an `OSError` too.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/commune_reform_index.json")
    >>> read_evidence("examples/data/communes.csv", model, decimal=",")
    <chiso.Evidence of commune-reform-index: 191 rows, 42 units>
    """
    core = expect(model, _model_class(), "the model of evidence")._core
    options = reading(
        decimal=decimal,
        thousands=thousands,
        delimiter=delimiter,
        rename=rename,
        missing_words=missing_words,
        most_problems=most_problems,
        unknown=unknown,
        absent=absent,
    )
    kind = kind_or_none(kind)
    evidence = Evidence(_core.Evidence.read(os.fspath(path), core, options), model, kind)
    warn_of(evidence.warnings)
    return evidence


class Evidence(Value[_core.Evidence]):
    """Validated evidence: one row for each unit, period and track, one column for each measure. Immutable; cheap to copy.

    Made by `read_evidence` or `Evidence.from_frame`.
    """

    __slots__ = ("_kind", "_model")

    def __init__(self, core: _core.Evidence, model: Model, kind: str | None) -> None:
        self._core = core
        self._kind = kind
        self._model = model

    @classmethod
    def from_frame(
        cls,
        data: Any,
        model: Model,
        *,
        unit: str | None = None,
        decimal: str = ".",
        thousands: str | None = None,
        rename: Mapping[str, str] | None = None,
        missing_words: str | Sequence[str] = (),
        unknown: Unknown = "refuse",
        absent: Absent = "refuse",
        most_problems: int = 1000,
        part: bool = False,
        kind: str | None = None,
    ) -> Self:
        """Reads a data frame, or a mapping of columns, into evidence.

        Parameters
        ----------
        data : data frame or mapping
            Of pandas, polars, pyarrow, DuckDB, anything with ``__arrow_c_stream__`` or that narwhals knows; or a mapping from names to
            arrays, series or lists. Columns are named as in a file: ``unit``, optional ``block period track ranked``, then measures.
        model : Model
        unit : str, optional
            The column that names the units, where it is not called ``unit``. Of pandas also a named level of the index; or ``"index"``, where
            no column is called so: the index, or all levels of one that has several, each read as the column that it is named for.
        decimal, thousands : str
            Of numbers that stand as text.
        rename, missing_words, unknown, absent, most_problems
            As of `read_evidence`.
        part : bool
            Whether it is a part of a table (see `Cohorts`): what is odd about it may be right of the whole, so that nobody is warned.
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            Of the frames that come of it; where not given, that of `data`.

        Raises
        ------
        EvidenceError
            With every bad cell; rows are counted from 0, as in pointers ``/row/column``.
        ShapeError
            Where columns have different lengths.

        Notes
        -----
        A float stands for its shortest decimal: 0.1 is one tenth. NaN, None and null are missing. Integer, float, boolean, decimal,
        text, categorical and dictionary columns of any library mean the same. float64 and int64 columns of NumPy, pandas, polars and
        Arrow are read where they are, without a copy; narrower numbers, texts and nullable columns of pandas are converted first.

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
        index = {} if unit is None else index_levels(data, unit)
        if unit not in (None, "unit") and not index:
            rename = dict(rename or {}) | {unit: "unit"}
        core_model = expect(model, _model_class(), "the model of evidence")._core
        options = reading(
            decimal=decimal,
            thousands=thousands,
            rename=rename,
            missing_words=missing_words,
            most_problems=most_problems,
            unknown=unknown,
            absent=absent,
        )
        reader = _core.EvidenceReader(core_model, options)
        kind = kind_or_none(kind) or kind_of(data)
        read_frame(data, reader, index)
        try:
            core = reader.build()
        except EvidenceError as error:
            raise _explained(error, data) from None
        evidence = cls(core, model, kind)
        _warn_of_lost_words(evidence, data)
        if not part:
            warn_of(evidence.warnings)
        return evidence

    @property
    def model(self) -> Model:
        """The model that it was read for."""
        return self._model

    @property
    def rows(self) -> int:
        """How many there are."""
        return self._core.rows

    @property
    def units(self) -> tuple[str, ...]:
        """Who is scored, each once, in the order of their bytes."""
        return tuple(self._core.units)

    @property
    def blocks(self) -> tuple[str, ...]:
        """Who is ranked together; the unnamed block is empty."""
        return tuple(self._core.blocks)

    @property
    def periods(self) -> tuple[str, ...]:
        """In their order; the unnamed period is empty."""
        return tuple(self._core.periods)

    @property
    def warnings(self) -> Problems:
        """What is odd about the table but not wrong."""
        return Problems(self._core.warnings())

    def frame(self, *, kind: str | None = None) -> Any:
        """The evidence as a data frame, which `from_frame` reads back to equal evidence.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            Where not given, the kind that it was made of.

        Returns
        -------
        data frame
            ``unit block period track`` (text), ``ranked`` (bool), then the measures; ``<measure>.not_applicable`` (bool) beside one that has
            such cells, stated points likewise. Missing and not applicable cells are null.
        """
        return frame_of_table(self._core.table(), kind_or_none(kind) or self._kind)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self._core.table().__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return self._core.rows

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_evidence, (1, self.model, self._core.saved(), self._kind)

    def __repr__(self) -> str:
        return f"<chiso.Evidence of {self.model.id}: {self.rows} rows, {len(self.units)} units>"

    def _repr_html_(self) -> str:
        from chiso.display import evidence_html

        return evidence_html(self)


def _model_class() -> type[Model]:
    from chiso.model import Model

    return Model


def _restored_evidence(version: int, model: Model, saved: Any, kind: str | None) -> Evidence:
    check_version("evidence", version)
    return Evidence(_core.Evidence.restored(model._core, saved), model, kind)


#: What pandas.read_csv takes for NaN where it is not told otherwise.
LOST_BY_PANDAS = frozenset("#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null".split("|"))


def _warn_of_lost_words(evidence: Evidence, data: Any) -> None:
    """An option that pandas.read_csv cannot tell from a blank: where cells of its measure are missing, it may have been it."""
    if kind_of(data) != "pandas":
        return
    for name, options in evidence.model._core.options():
        lost = [option for option in options if option in LOST_BY_PANDAS]
        missing = evidence._core.missing(name) if lost else 0
        if missing:
            problem = _core.Problem(
                code="frame.lost_words",
                severity="warning",
                pointer=f"/columns/{name}",
                found=f"{missing} missing cell{'s' * (missing > 1)}, and pandas.read_csv reads its option '{lost[0]}' as missing",
                expected="a frame that was read with keep_default_na=False, na_values=['']",
            )
            warn_of([problem])


def _explained(error: EvidenceError, data: Any) -> EvidenceError:
    """The same error, with what to do where the frame is of pandas and its units are not where they are looked for."""
    if kind_of(data) != "pandas":
        return error
    problems = []
    for problem in error.problems:
        hint = problem.hint
        if problem.code == "column.absent" and problem.pointer == "/columns/unit":
            hint = "unit='index', which takes the index of the frame" if not hint else hint
        if problem.code == "cell.blank" and not hint and problem.pointer.rpartition("/")[2] in ("unit", "block", "period", "track"):
            hint = "pandas.read_csv(..., keep_default_na=False, na_values=['']), which leaves names such as NA as they are"
        problems.append(_core.with_hint(problem, hint))
    return _core.evidence_error(problems, error.total)
