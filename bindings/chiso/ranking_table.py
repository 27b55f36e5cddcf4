"""The ranking of a block as it is printed: in a paper, on a notice board, in a sheet."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from chiso import _core
from chiso.frames_out import Decimals, frame_of_table, texts_of
from chiso.later import Later

if TYPE_CHECKING:
    from chiso import display
    from chiso.languages import Language
    from chiso.result_tables import ResultTables
else:
    display = Later("chiso.display")

#: The heads of columns that people read.
_HEADS: dict[str, dict[str, str]] = {
    "vi": {"rank": "Thứ hạng", "unit": "Đơn vị", "block": "Khối", "period": "Kỳ", "track": "Bước chấm", "points": "Điểm"}
    | {"index": "Chỉ số", "class": "Xếp loại"},
    "en": {"rank": "Rank", "unit": "Unit", "block": "Block", "period": "Period", "track": "Track", "points": "Points"}
    | {"index": "Index", "class": "Class"},
}
#: What TeX would take for an instruction, and how it is written.
_TEX = {ord(letter): f"\\{letter}" for letter in "&%$#_{}"}
_TEX |= {ord("\\"): r"\textbackslash{}", ord("~"): r"\textasciitilde{}", ord("^"): r"\textasciicircum{}"}


class RankingTable:
    """A ranking whose figures keep the digits that are published: 81.50 and not 81.5. Made by `Scores.ranking`; immutable.

    Attributes
    ----------
    columns : tuple of str
        The names of its columns.

    Examples
    --------
    >>> model, evidence = chiso.examples.load("pci_2021")
    >>> ranking = model.score(evidence).ranking(nodes=["entry", "land"], top=3)
    >>> print(ranking.to_csv())
    rank,unit,index,entry,land
    1,Quảng Ninh,73.04,79.80,73.90
    2,Hải Phòng,70.61,65.20,67.70
    3,Đồng Tháp,70.52,77.30,72.60
    <BLANKLINE>
    """

    __slots__ = ("_kind", "_model", "_table", "columns")

    def __init__(self, table: _core.Table, scores: ResultTables) -> None:
        self._table = table
        self._model = scores.model
        self._kind = scores.evidence._kind
        self.columns: tuple[str, ...] = tuple(table.columns)

    def frame(self, *, decimals: Decimals = "float", kind: str | None = None) -> Any:
        """The ranking as a data frame.

        Parameters
        ----------
        decimals, kind
            As for `Scores.frame`.

        Returns
        -------
        data frame
            The columns of the ranking, one row for each of its units.

        Raises
        ------
        ValueError
            If `decimals` or `kind` is not one of these.
        """
        return frame_of_table(self._table, kind or self._kind, decimals)

    def to_csv(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        decimal: Literal[".", ","] = ".",
        for_excel: bool = False,
        language: Language | None = None,
    ) -> str | None:
        """The ranking as CSV in UTF-8; a cell of text that a spreadsheet could take for a formula is guarded by an apostrophe.

        Parameters
        ----------
        path : path, optional
            Where it is written, whole or not at all; if it is not given, the text is returned.
        decimal : {".", ","}
            The decimal mark. With a comma, semicolons stand between cells.
        for_excel : bool
            Whether a spreadsheet that has a decimal comma, as in Vietnam, opens it by a double click: with a byte order mark, semicolons, a decimal
            comma, and labels in place of ids.
        language : {"vi", "en"}, optional
            That of the labels; if it is not given, the language in force.

        Raises
        ------
        FileError
            If the file cannot be written; what was there before is left as it was.
        ValueError
            If `decimal` is another mark, or the language another one.
        """
        if for_excel:
            return put(self._table.csv_for_excel(self._model._core, language), path)
        if decimal not in (".", ","):
            raise ValueError(f"a decimal mark is '.' or ',', not {decimal!r}")
        return put(self._table.csv(decimal), path)

    def to_latex(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        decimal: Literal[".", ","] = ".",
        language: Language | None = None,
        heads: Mapping[str, str] | None = None,
    ) -> str | None:
        r"""The ranking as a ``tabular`` of LaTeX with the rules of its package ``booktabs``; figures are aligned at the right.

        What LaTeX would take for an instruction is escaped, so that ``R&D`` prints as it is.

        Parameters
        ----------
        path, decimal
            As for `to_csv`.
        language : {"vi", "en"}, optional
            Heads are words of this language, and labels of criteria; if it is not given, the names of columns.
        heads : mapping, optional
            Heads of your own, by the names of columns, as in ``{"unit": "Country"}``.

        Raises
        ------
        FileError
            If the file cannot be written; what was there before is left as it was.
        ValueError
            If `decimal` is another mark, or the language another one.

        Examples
        --------
        >>> model, evidence = chiso.examples.load("pci_2021")
        >>> print(model.score(evidence).ranking(nodes=["land"], top=2).to_latex(language="en", heads={"unit": "Province"}))
        \begin{tabular}{rlrr}
        \toprule
        Rank & Province & Index & Access to land \\
        \midrule
        1 & Quảng Ninh & 73.04 & 73.90 \\
        2 & Hải Phòng & 70.61 & 67.70 \\
        \bottomrule
        \end{tabular}
        <BLANKLINE>
        """
        if decimal not in (".", ","):
            raise ValueError(f"a decimal mark is '.' or ',', not {decimal!r}")
        named = {name: self._head(name, language) for name in self.columns} | dict(heads or {})
        lines = [" & ".join(_tex(named[name]) for name in self.columns)]
        lines += [" & ".join(_tex(cell.replace(".", decimal) if is_number else cell) for cell, is_number in row) for row in self._cells()]
        shape = "".join("l" if self._table.kind(name) in ("text", "category", "truth") else "r" for name in self.columns)
        head, *rows = (f"{line} \\\\" for line in lines)
        rules = [f"\\begin{{tabular}}{{{shape}}}", "\\toprule", head, "\\midrule", *rows, "\\bottomrule", "\\end{tabular}"]
        return put("\n".join(rules) + "\n", path)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the ranking, whole or not at all, as what the ending of the path says: ``.csv`` as `to_csv` does, ``.tex`` as `to_latex`.

        Parameters
        ----------
        path : path
            With one of the two endings.

        Raises
        ------
        ValueError
            For another ending.
        FileError
            If the file cannot be written; what was there before is left as it was.
        """
        writers: dict[str, Callable[[str | os.PathLike[str]], str | None]] = {".csv": self.to_csv, ".tex": self.to_latex}
        ending = os.path.splitext(os.fspath(path))[1].lower()
        if ending not in writers:
            raise ValueError(f"a ranking is saved as .csv or .tex, not as {ending or 'a file without an ending'}")
        writers[ending](path)

    def _head(self, name: str, language: Language | None) -> str:
        if language is None:
            return name
        if language not in _HEADS:
            raise ValueError(f"a language is 'vi' or 'en', not '{language}'")
        return _HEADS[language].get(name) or (self._model[name].label(language) or name if name in self._model else name)

    def _cells(self) -> list[list[tuple[str, bool]]]:
        """The texts of each row, each with whether it is a number."""
        columns = []
        for name in self.columns:
            kind = self._table.kind(name)
            cells: Any
            if kind in ("text", "category"):
                cells = texts_of(self._table.objects(name), self._table.codes(name))
            elif kind == "figure":
                cells = self._table.figures(name)
            else:
                missing = self._table.missing(name)
                cells = [None if missing is not None and missing[row] else value for row, value in enumerate(self._table.values(name))]
                if kind == "truth":
                    cells = ["yes" if cell else "no" for cell in cells]
            columns.append([("" if cell is None else str(cell), kind == "figure") for cell in cells])
        return [list(row) for row in zip(*columns, strict=True)]

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The contents of `frame`, for any consumer of Arrow."""
        return self._table.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return self._table.rows

    def __repr__(self) -> str:
        return f"<chiso.RankingTable: {len(self)} rows of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        figures = frozenset(name for name in self.columns if self._table.kind(name) in ("figure", "whole"))
        rows = ([cell for cell, _ in row] for row in self._cells())
        return _core.html_fragment("en", display.table_html(self.columns, rows, figures))


def _tex(text: str) -> str:
    written = " ".join(text.split()).translate(_TEX)
    return f"{{{written}}}" if written.startswith("[") else written  # behind the end of a row, a bracket would open its argument


def put(text: str, path: str | os.PathLike[str] | None) -> str | None:
    """Writes a text into a file; without a path, returns it."""
    if path is None:
        return text
    _core.write_file(os.fspath(path), text)
    return None
