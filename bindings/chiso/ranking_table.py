"""The ranking of a block as it is printed: in a paper, on a notice board, in a sheet."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from chiso import _core
from chiso.arguments import id_of, name_of
from chiso.display import table_html
from chiso.errors import ShapeError
from chiso.frames_out import Decimals, frame_of_table, texts_of

if TYPE_CHECKING:
    from chiso.criterion import Criterion
    from chiso.languages import Language
    from chiso.scores import Scores

#: What a column of a criterion shows.
NodeFigure: TypeAlias = Literal["index", "points"]
#: The order of rows, by the words of the package.
_ORDERS = {"rows": "evidence", "rank": "rank", "unit": "unit"}
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


def asked_rows(sort: str, top: int | None, nodes: Sequence[str | Criterion], value: str) -> dict[str, Any]:
    """What a table is asked for beside the names of its rows."""
    if sort not in _ORDERS:
        raise ValueError(f"rows are sorted by 'rows', 'rank' or 'unit', not '{sort}'")
    if top is not None and top < 1:
        raise ValueError(f"top is the last rank that is shown, 1 or more, not {top}")
    if isinstance(nodes, str):
        raise TypeError(f"nodes are a list of criteria or their ids, not the text '{nodes}'")
    if value not in ("index", "points"):
        raise ValueError(f"the figure of a criterion is its 'index' or its 'points', not '{value}'")
    return {"order": _ORDERS[sort], "top": top, "nodes": [id_of(node) for node in nodes], "node_figure": value}


def with_nodes(columns: Sequence[str], nodes: Sequence[str]) -> list[str]:
    """The columns, and those of nodes that they do not name behind them."""
    return [*columns, *(node for node in nodes if node not in columns)]


def cohort_of(scores: Scores, block: str | int | None, period: str | int | None, track: str | None) -> tuple[str, str, str]:
    """Block, period and track; by default the only block, the latest period and the last track."""
    blocks, periods = scores.evidence.blocks, scores.evidence.periods
    if block is None and len(blocks) > 1:
        raise ShapeError(
            f"there are several blocks, each ranked by itself; say which: block='{blocks[0]}' or one of {', '.join(blocks[1:])}"
        )
    return (
        (blocks[0] if blocks else "") if block is None else name_of(block, "block"),
        (periods[-1] if periods else "") if period is None else name_of(period, "period"),
        scores.model.tracks[-1] if track is None else name_of(track, "track"),
    )


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

    def __init__(self, table: _core.Table, scores: Scores) -> None:
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

    def to_csv(self, path: str | os.PathLike[str] | None = None, *, decimal: Literal[".", ","] = ".") -> str | None:
        """The ranking as CSV in UTF-8; a cell of text that a spreadsheet could take for a formula is guarded by an apostrophe.

        Parameters
        ----------
        path : path, optional
            Where it is written, whole or not at all; if it is not given, the text is returned.
        decimal : {".", ","}
            The decimal mark. With a comma, semicolons stand between cells.

        Raises
        ------
        FileError
            If the file cannot be written; what was there before is left as it was.
        ValueError
            If `decimal` is another mark.
        """
        if decimal not in (".", ","):
            raise ValueError(f"a decimal mark is '.' or ',', not {decimal!r}")
        return _put(self._table.csv(decimal), path)

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
        return _put("\n".join(rules) + "\n", path)

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
        writers = {".csv": self.to_csv, ".tex": self.to_latex}
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
        return _core.html_fragment("en", table_html(self.columns, rows, figures))


def _tex(text: str) -> str:
    written = " ".join(text.split()).translate(_TEX)
    return f"{{{written}}}" if written.startswith("[") else written  # behind the end of a row, a bracket would open its argument


def _put(text: str, path: str | os.PathLike[str] | None) -> str | None:
    """Writes a text into a file; without a path, returns it."""
    if path is None:
        return text
    _core.write_file(os.fspath(path), text)
    return None
