"""Writes workbooks (xlsx) that spreadsheet programs open: tables of scores, and what checks found."""

from __future__ import annotations

import csv
import datetime
import importlib
import io
import math
import os
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from chiso import _core
from chiso.errors import ShapeError
from chiso.languages import Language, settled_language

#: The words of a workbook: its sheets, and the columns of findings below their names.
WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "ranking": "Xếp hạng",
        "scorecards": "Phiếu điểm",
        "findings": "Kiểm tra số liệu",
        "unit": "Đơn vị",
        "block": "Khối",
        "period": "Kỳ đánh giá",
        "track": "Bước chấm",
        "rounded": "Làm tròn kiểu",
        "sign": "Phép so sánh",
        "least": "Ít nhất",
        "most": "Nhiều nhất",
        "slip": "Kiểu gõ nhầm",
        "repairs": "Số chỗ sửa được",
        "slips": "Số khả năng gõ nhầm",
        "node": "Mã tiêu chí",
        "check": "Phép kiểm tra",
        "severity": "Mức độ",
        "measure": "Số liệu",
        "value": "Giá trị",
        "found": "Gặp",
        "expected": "Cần",
        "meant": "Có phải là",
        "message": "Nội dung",
    },
    "en": {
        "ranking": "Ranking",
        "scorecards": "Scorecards",
        "findings": "Findings",
        "unit": "Unit",
        "block": "Block",
        "period": "Period",
        "track": "Track",
        "rounded": "Rounded otherwise",
        "sign": "Comparison",
        "least": "At least",
        "most": "At most",
        "slip": "Kind of slip",
        "repairs": "Repairs so many",
        "slips": "Possible slips",
        "node": "Id of the criterion",
        "check": "Check",
        "severity": "Severity",
        "measure": "Measure",
        "value": "Value",
        "found": "Found",
        "expected": "Expected",
        "meant": "Likely meant",
        "message": "Message",
    },
}
#: What a worksheet holds, without its heads, and what one of its cells holds.
_MOST_ROWS, _MOST_LETTERS = 2**20 - 1, 32767
#: How many columns can be read when they are printed on one page.
_MOST_ON_A_PAGE = 20
#: The widest column of texts that are not wrapped.
_WIDEST = 50
#: The height of a line of text, in points.
_HEIGHT_OF_LINE = 15
#: The highest row, in points.
_HIGHEST = 400
#: The longest title of a page: spreadsheets take 255 characters of all that stands above it.
_MOST_OF_TITLE = 100
#: How much wider a letter of a head is than one of a cell.
_BOLD = 1.2


class BookWriter:
    """A workbook in memory, which becomes a file when it is complete."""

    def __init__(self, language: Language | None) -> None:
        self.language: Language = settled_language(language)
        self._out = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = _xlsxwriter().Workbook(self._out, options)
        self.book.set_properties({"created": datetime.datetime(2000, 1, 1)})  # the same scores make the same file
        self.wrapped = self.format(text_wrap=True, valign="top")
        self.plain = self.format(align="left", valign="top", indent=1)  # a text beside figures, which end where it begins
        self.plain_wrapped = self.format(text_wrap=True, align="left", valign="top", indent=1)
        self.centred = self.format(valign="top", align="center")
        self.head = self.format(bold=True, text_wrap=True, valign="top", border=1, bg_color="#E8EEF4")

    def format(self, **properties: Any) -> Any:
        """A format of cells, by the names that XlsxWriter has for its properties."""
        return self.book.add_format(properties)

    def word(self, name: str) -> str:
        """A word in the language of the workbook; empty if there is none."""
        return WORDS[self.language].get(name, "")

    def sheet(self, name: str, heads: Sequence[str], widths: Sequence[float], hidden: Collection[int] = ()) -> Any:
        """A new worksheet with heads that stay in sight, and columns that are there and not shown. The first line of a head is the name of
        the column."""
        sheet = self.book.add_worksheet(name)
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            self.text(sheet, 0, column, head, self.head)
            sheet.set_column(column, column, width, None, {"hidden": True} if column in hidden else None)
        shown = [column for column in range(len(heads)) if column not in hidden]
        self.fit_row(sheet, 0, ((heads[column], widths[column]) for column in shown))
        sheet.freeze_panes(1, 1)
        self.lay_out(sheet, 0, None, len(shown) - 1)
        return sheet

    def fit_row(self, sheet: Any, row: int, cells: Iterable[tuple[str, float]]) -> None:
        """Makes a row high enough for wrapped texts, each in a column of its width: not every program does so by itself."""
        lines = max((_lines(text, width) for text, width in cells), default=1)
        if lines > 1:
            sheet.set_row(row, min(_HEIGHT_OF_LINE * lines, _HIGHEST))

    def lay_out(self, sheet: Any, head: int, last_row: int | None, last_column: int) -> None:
        """How a worksheet is printed: on A4 across, as wide as the page if it can be read so, with its heads on each page and their number."""
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        sheet.repeat_rows(head)
        if last_column < _MOST_ON_A_PAGE:
            sheet.fit_to_pages(1, 0)
        if last_row is not None:
            sheet.print_area(0, 0, last_row, last_column)
        sheet.set_footer("&C&P / &N")

    def text(self, sheet: Any, row: int, column: int, text: str, format: Any = None) -> None:
        """A text, which is never a formula or a link."""
        if len(text) > _MOST_LETTERS:
            raise ShapeError(f"a cell of a workbook holds at most {_MOST_LETTERS} characters, not {len(text)}")
        if text:
            sheet.write_string(row, column, text, format)

    def table(self, name: str, table: _core.Table, model: _core.Model) -> None:
        """A worksheet with a table of scores by a model, in words: figures are numbers with the decimals that are published."""
        if table.rows > _MOST_ROWS:
            raise ShapeError(f"a worksheet holds at most {_MOST_ROWS} rows, not {table.rows}: write one block or period, or CSV")
        table, labels = table.in_words(model, self.language), table.heads(model, self.language)
        names = table.columns
        hidden = [
            at for at, of in enumerate(names) if _says_nothing(table, of, self.language) or (of == "track" and len(model.tracks) == 1)
        ]
        heads = [f"{column}\n{label}" if label != column else column for column, label in zip(names, labels, strict=True)]
        widths = [self._width(table, column, label) for column, label in zip(names, labels, strict=True)]
        sheet = self.sheet(name, heads, widths, hidden)
        self._fit_rows(sheet, table, widths)
        for column, of in enumerate(names):
            self._column(sheet, column, table, of)
        if table.rows:
            sheet.autofilter(0, 0, table.rows, len(names) - 1)
        self._head_and_foot(sheet, table, model)

    def _head_and_foot(self, sheet: Any, table: _core.Table, model: _core.Model) -> None:
        """What is printed of each page above and below a table: its title, and by which model it was scored, in place of that column."""
        title = (model.title(self.language) or model.id)[:_MOST_OF_TITLE].replace("&", "&&")
        sheet.set_header(f'&C&"Calibri,Bold"&12{title}', {"margin": 0.3})
        stamps = table.names("model") if table.columns[-1] == "model" else []
        if table.rows and len(stamps) == 1:
            sheet.print_area(0, 0, table.rows, len(table.columns) - 2)
            sheet.set_footer(f"&L{stamps[0][:_MOST_OF_TITLE].replace('&', '&&')}&R&P / &N")

    def _width(self, table: _core.Table, column: str, label: str) -> float:
        """A width in which a column can be read: that of its longest text, up to a limit beyond which texts are wrapped."""
        name = width_of_name(column)
        if table.kind(column) not in ("text", "category"):
            return max(10, name, min(14, len(label)))
        longest = max((len(name) for name in table.names(column)), default=0)
        return max(10, name, min(_WIDEST, longest + 3))

    def _fit_rows(self, sheet: Any, table: _core.Table, widths: Sequence[float]) -> None:
        """Makes the rows high enough whose texts are wrapped."""
        heights: dict[int, int] = {}
        for column, width in zip(table.columns, widths, strict=True):
            if table.kind(column) not in ("text", "category"):
                continue
            lines = [_lines(name, width) for name in table.names(column)]
            if max(lines, default=1) > 1:
                for row, code in enumerate(table.codes(column).tolist(), 1):
                    if code >= 0 and lines[code] > heights.get(row, 1):
                        heights[row] = lines[code]
        for row, height in heights.items():
            sheet.set_row(row, min(_HEIGHT_OF_LINE * height, _HIGHEST))

    def _column(self, sheet: Any, column: int, table: _core.Table, name: str) -> None:
        kind = table.kind(name)
        if kind in ("text", "category"):
            names = table.names(name)
            for row, code in enumerate(table.codes(name).tolist(), 1):
                if code >= 0:
                    self.text(sheet, row, column, names[code], self.plain_wrapped if len(names[code]) > _WIDEST else self.plain)
        elif kind == "figure":
            formats: dict[int, Any] = {}
            for row, figure in enumerate(table.figures(name), 1):
                if figure is not None:
                    decimals = len(figure.partition(".")[2])
                    if decimals not in formats:
                        formats[decimals] = self.format(valign="top", num_format="0." + "0" * decimals if decimals else "0")
                    sheet.write_number(row, column, float(figure), formats[decimals])
        else:
            gone = table.missing(name)
            for row, value in enumerate(table.values(name).tolist(), 1):
                if gone is None or not gone[row - 1]:
                    sheet.write_number(row, column, value, self.centred)

    def findings(self, name: str, found: str) -> None:
        """A worksheet with the findings of checks, of which CSV is given."""
        rows = list(csv.reader(io.StringIO(found, newline="")))
        shown = [at for at, column in enumerate(rows[0]) if column not in ("line", "column")]
        heads = [f"{rows[0][at]}\n{label}" if (label := self.word(rows[0][at])) else rows[0][at] for at in shown]
        widths = [80 if rows[0][at] == "message" else max(10, min(24, 2 + max(len(row[at]) for row in rows[1:]))) for at in shown]
        sheet = self.sheet(name, heads, widths)
        for column, at in enumerate(shown):
            if not any(row[at] for row in rows[1:]):
                sheet.set_column(column, column, widths[column], None, {"hidden": True})
        for row, cells in enumerate(rows[1:], 1):
            self.fit_row(sheet, row, [(cells[at], width) for at, width in zip(shown, widths, strict=True)])
            for column, at in enumerate(shown):
                number = _number(cells[at]) if rows[0][at] in _NUMBERS else None
                if number is None:
                    self.text(sheet, row, column, cells[at], self.wrapped)
                else:
                    sheet.write_number(row, column, number, self.wrapped)

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes the file, whole or not at all."""
        self.book.close()
        _core.write_bytes(os.fspath(path), self._out.getvalue())


#: What is told of few rows, by which a row differs from what one expects.
_TOLD_OF_SOME = frozenset({"held_back", "level_as_published"})
_NO: dict[Language, str] = {"vi": "không", "en": "no"}
_NUMBERS = frozenset({"value", "found", "expected", "least", "most", "meant", "repairs", "slips"})


def width_of_name(column: str) -> int:
    """The width in which the name of a column is in one line of a head: it has no blank to be wrapped at."""
    return math.ceil(len(column) * _BOLD)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes that is wrapped at its blanks in a column of a width, about."""
    return sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))


def _says_nothing(table: _core.Table, column: str, language: Language) -> bool:
    """Whether no row names anything in a column of names, as of blocks in a table without any, or nothing that is told of some rows is told
    of any: the column is there, and not shown."""
    if table.kind(column) not in ("text", "category"):
        return False
    names = set(map(table.names(column).__getitem__, {code for code in table.codes(column).tolist() if code >= 0}))
    return names <= {"", _NO[language]} if column in _TOLD_OF_SOME else not any(names)


def _number(text: str) -> float | None:
    try:
        return float(text) if text and text.lstrip("-")[:1].isdigit() else None
    except ValueError:
        return None


def _xlsxwriter() -> Any:
    try:
        return importlib.import_module("xlsxwriter")
    except ImportError as error:
        raise ImportError(
            "workbooks are written by XlsxWriter, which is not installed: pip install 'chiso[excel]'", name="xlsxwriter"
        ) from error


def write_scores(
    path: str | os.PathLike[str],
    model: _core.Model,
    ranking: _core.Table,
    scorecards: _core.Table,
    findings: str,
    language: Language | None,
) -> None:
    """Writes a workbook of scores by a model: the ranking by block, the points of each unit by criterion, and the findings, if there are any."""
    out = BookWriter(language)
    out.table(out.word("ranking"), ranking, model)
    out.table(out.word("scorecards"), scorecards, model)
    if findings:
        out.findings(out.word("findings"), findings)
    out.write(path)
