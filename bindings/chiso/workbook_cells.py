"""The cells of a worksheet of xlsx, as far as python-calamine does not tell them: what is in percent, errors, formulas without a value."""

from __future__ import annotations

import functools
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

    def __init__(self, percent_styles: frozenset[int]) -> None:
        self.percent: set[tuple[int, int]] = set()
        self.errors: dict[tuple[int, int], str] = {}
        self.formulas: set[tuple[int, int]] = set()
        self.merged: list[tuple[int, int, int]] = []
        self.rows = self.columns = self.cells = 0
        self._styles = percent_styles

    @classmethod
    def of(cls, parts: Parts, name: str, percent_styles: frozenset[int]) -> SheetCells:
        """Looks at a worksheet, in the way that most programs write it, else as XML."""
        quick = _Quick(percent_styles)
        parts.look_at(name, quick.feed)
        quick.finish()
        found: SheetCells = quick
        if quick.is_other or quick.is_wide:
            found = _Slow(percent_styles)
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


_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9]{1,12}):([A-Z0-9]{1,12})"')
_ROW = re.compile(rb'<row(?: r="([0-9]{1,7})")?')
_CELL_WITH_PREFIX, _ROW_WITH_PREFIX = re.compile(rb":c[\s/>]"), re.compile(rb":row[\s/>]")
_ERROR = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^<>]* t="e"[^<>]*>(.*?)</c>', re.DOTALL)
_VALUE = re.compile(rb"<v>\s*([^<]*?)\s*</v>")
_FORMULA = re.compile(rb'<c r="([A-Z]+)([0-9]+)"([^<>]*)>\s*(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)\s*(?:<v>\s*</v>|<v\s*/>)?\s*</c>')
_STYLE_ELSEWHERE = re.compile(rb'<c r="[A-Z]+[0-9]+" (?!s=")[^<>]*\bs=')


class _Quick(SheetCells):
    """Reads the text of a worksheet as Excel, LibreOffice, XlsxWriter and openpyxl write it; of any other it says so."""

    def __init__(self, percent_styles: frozenset[int]) -> None:
        super().__init__(percent_styles)
        self.is_other = False
        self._rest = b""
        self._row = 0
        ids = b"|".join(str(style).encode() for style in sorted(percent_styles))
        self._in_percent = re.compile(rb'<c r="([A-Z]+)([0-9]+)" s="(?:' + ids + rb')"') if ids else None

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
        self._read(text[:cut])

    def finish(self) -> None:
        text, self._rest = self._rest, b""
        if not self.is_other:
            self._read(text)

    def _read(self, text: bytes) -> None:
        numbers = _ROW.findall(text)
        if b"" in numbers or b"<!" in text or _CELL_WITH_PREFIX.search(text) or _ROW_WITH_PREFIX.search(text):
            self.is_other = True
            return
        self._row = max(self._row, max(map(int, numbers), default=0))
        if _other_cell(len(str(self._row))).search(text) or (self._in_percent and _STYLE_ELSEWHERE.search(text)):
            self.is_other = True
            return
        self.rows = 10 ** len(str(self._row)) - 1  # within a row of so many digits no cell was looked at
        while later := _column_behind(self.columns).search(text):
            self.columns = _column(later[1])
        self.cells += text.count(b"<c ")
        if b't="e"' in text:
            for letters, digits, body in _ERROR.findall(text):
                value = _VALUE.search(body)
                self.errors[_place(letters, digits)] = value[1].decode(errors="replace") if value else "#N/A"
        if b"<mergeCell " in text:
            for first, last in _MERGED.findall(text):
                self.merge(first.decode(), last.decode())
        if b"<f" in text:
            for letters, digits, attributes in _FORMULA.findall(text):
                if b't="str"' not in attributes and b't="e"' not in attributes:
                    self.formulas.add(_place(letters, digits))
        if self._in_percent is not None:
            self.percent.update(_place(letters, digits) for letters, digits in self._in_percent.findall(text))


def _place(letters: bytes, digits: bytes) -> tuple[int, int]:
    return int(digits) - 1, _column(letters) - 1


@functools.cache
def _other_cell(digits: int) -> re.Pattern[bytes]:
    """Finds a cell that begins in another way than most programs write it, or whose row has more digits."""
    return re.compile(rb'<c(?![A-Za-z]| r="[A-Z]{1,3}[0-9]{1,%d}")' % digits)


@functools.cache
def _column_behind(column: int) -> re.Pattern[bytes]:
    """Finds a cell of a column behind this one."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    behind = [
        letters[:at] + f"[{chr(ord(letter) + 1)}-Z]" + "[A-Z]" * (len(letters) - at - 1)
        for at, letter in enumerate(letters)
        if letter < "Z"
    ]
    return re.compile(
        (
            '<c r="(' + "|".join([*behind, f"[A-Z]{{{len(letters) + 1},3}}"][: None if len(letters) < 3 else -1] or ["[^A-Z]"]) + ")[0-9]"
        ).encode()
    )


class _Slow(SheetCells):
    """Reads a worksheet as XML, however it is written."""

    def __init__(self, percent_styles: frozenset[int]) -> None:
        super().__init__(percent_styles)
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
        elif self._has_formula and not self._value.strip() and self._kind != "str":
            self.formulas.add(place)
