"""The cells of a worksheet of xlsx, as far as python-calamine does not tell them: what is in percent, errors, formulas without a value."""

from __future__ import annotations

import re
from typing import Any

from chiso import _core
from chiso.workbook_parts import MIB, LimitedXml, Parts, refused

#: How far the cells of a table may lie apart: a rectangle has some room, and so many times the cells that are filled.
_ROOM, _TIMES = 500_000, 16
#: How many ranges of merged cells a worksheet has at most.
MOST_MERGED = 200_000


def refuse_wide(rows: int, columns: int, cells: int) -> None:
    """Refuses cells so far apart that the rectangle of all of them would exhaust memory."""
    if rows * columns > _ROOM + _TIMES * cells:
        raise refused("book.size", _core.phrase("apart", rows, columns, cells), _core.phrase("no_cells_apart"))


class SheetCells:
    """What a worksheet has beside its values; places are rows and columns from 0."""

    def __init__(self, percent_styles: frozenset[int], *, computes_on_load: bool) -> None:
        self.percent: set[tuple[int, int]] = set()
        self.errors: dict[tuple[int, int], str] = {}
        self.formulas: set[tuple[int, int]] = set()
        self.merged: list[tuple[int, int, int]] = []
        self.hidden_rows: list[tuple[int, int]] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.rows = self.columns = self.cells = 0
        self._styles = percent_styles
        self._computes_on_load = computes_on_load

    @classmethod
    def of(cls, parts: Parts, name: str, percent_styles: frozenset[int], *, computes_on_load: bool) -> SheetCells:
        """Looks at a worksheet, in the way that most programs write it, else as XML.

        Where the workbook asks for its formulas to be computed when it is opened, 0 is no value of a formula: XlsxWriter and others store it
        beside those that nobody has computed yet.
        """
        quick = _Quick(percent_styles, computes_on_load=computes_on_load)
        parts.look_at(name, quick.feed)
        quick.finish()
        found: SheetCells = quick
        if quick.is_other or quick.is_wide:
            found = _Slow(percent_styles, computes_on_load=computes_on_load)
            parts.look_at(name, found.feed)
            found.finish()
            refuse_wide(found.rows, found.columns, found.cells)
        return found

    @property
    def is_wide(self) -> bool:
        """Whether the cells are too far apart."""
        return self.rows * self.columns > _ROOM + _TIMES * self.cells

    def put_into(self, rows: list[list[Any]]) -> None:
        """Replaces the values of the cells that have something beside it."""
        for place, shown in self.errors.items():
            _put(rows, place, shown)
        for place in self.formulas:
            _put(rows, place, ())
        for row, column in self.percent:
            if row < len(rows) and column < len(rows[row]) and isinstance(rows[row][column], int | float):
                rows[row][column] = (float(rows[row][column]),)

    def merge(self, first: str, last: str) -> None:
        """Notes a merged range between two cells that reaches over several rows: its first row and its last, from 0, and its first column."""
        top, bottom = _CELL.fullmatch(first), _CELL.fullmatch(last)
        if top is None or bottom is None or int(top[2]) >= int(bottom[2]):
            return
        self.merged.append((int(top[2]) - 1, int(bottom[2]) - 1, _column(top[1]) - 1))
        if len(self.merged) > MOST_MERGED:
            raise refused("book.size", _core.phrase("merged", MOST_MERGED), _core.phrase("fewer_merged"))


def _put(rows: list[list[Any]], place: tuple[int, int], value: Any) -> None:
    row, column = place
    rows.extend([] for _ in range(row + 1 - len(rows)))
    rows[row].extend("" for _ in range(column + 1 - len(rows[row])))
    rows[row][column] = value


def _column(letters: bytes | str) -> int:
    """The number of a column, A being 1."""
    number = 0
    for letter in letters if isinstance(letters, bytes) else letters.encode():
        number = number * 26 + letter - 64
    return number


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("hidden", "0") in ("1", "true")


_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


class _Quick(SheetCells):
    """Reads the text of a worksheet as Excel, LibreOffice, XlsxWriter and openpyxl write it; of any other it says so."""

    def __init__(self, percent_styles: frozenset[int], *, computes_on_load: bool) -> None:
        super().__init__(percent_styles, computes_on_load=computes_on_load)
        self.is_other = False
        self._rest = b""
        self._scan = _core.SheetScan(sorted(percent_styles), computes_on_load=computes_on_load)

    def feed(self, piece: bytes) -> None:
        if self.is_other:
            return
        text = self._rest + piece
        cut = text.rfind(b"<c ")
        if cut < 0 or len(text) - cut > MIB:
            cut = text.rfind(b"<")
        if cut < 0 or len(text) - cut > MIB:
            cut = len(text)
        self._rest = text[cut:]
        self.is_other = not self._scan.read(text[:cut])

    def finish(self) -> None:
        text, self._rest = self._rest, b""
        if self.is_other or not self._scan.read(text):
            self.is_other = True
            return
        scan = self._scan
        self.rows, self.columns, self.cells = scan.rows, scan.columns, scan.cells
        self.percent, self.formulas, self.errors = set(scan.percent), set(scan.formulas), dict(scan.errors)
        self.hidden_rows, self.hidden_columns = scan.hidden_rows, scan.hidden_columns
        for first, last in scan.merged(MOST_MERGED + 1):
            self.merge(first, last)


class _Slow(SheetCells):
    """Reads a worksheet as XML, however it is written."""

    def __init__(self, percent_styles: frozenset[int], *, computes_on_load: bool) -> None:
        super().__init__(percent_styles, computes_on_load=computes_on_load)
        self._xml = LimitedXml(self._start, self._end, self._text)
        self._row = self._column = 0
        self._kind, self._value, self._tag = "", "", ""
        self._has_formula = False
        self.feed = self._xml.feed

    def finish(self) -> None:
        self._xml.finish()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
            if _is_hidden(attributes):
                self.hidden_rows.append((self._row - 1, self._row - 1))
        elif tag == "col":
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if _is_hidden(attributes) and first.isdigit() and last.isdigit():
                self.hidden_columns.append((int(first) - 1, int(last) - 1))
        elif tag == "c":
            self._column += 1
            if "r" in attributes:
                found = re.fullmatch(r"\$?([A-Z]{1,8})\$?([0-9]{1,9})", attributes["r"].upper())
                if found:
                    self._column, self._row = _column(found[1]), int(found[2])
            self._kind, self._value, self._has_formula = attributes.get("t", "n"), "", False
            self.rows, self.columns, self.cells = max(self.rows, self._row), max(self.columns, self._column), self.cells + 1
            if self._styles and attributes.get("s", "").isdigit() and int(attributes["s"]) in self._styles:
                self.percent.add((self._row - 1, self._column - 1))
        elif tag == "f":
            self._has_formula = True
        elif tag == "mergeCell":
            first, _, last = attributes.get("ref", "").upper().partition(":")
            self.merge(first, last)
        self._tag = tag

    def _text(self, text: str) -> None:
        if self._tag in ("v", "t"):
            self._value += text

    def _end(self, tag: str) -> None:
        self._tag = ""
        if tag != "c":
            return
        place = self._row - 1, self._column - 1
        if self._kind == "e":
            self.errors[place] = self._value.strip() or "#N/A"
        elif self._has_formula and self._kind != "str" and not self._has_value():
            self.formulas.add(place)

    def _has_value(self) -> bool:
        value = self._value.strip()
        return bool(value) and not (self._computes_on_load and re.fullmatch(r"0(\.0*)?", value))
