"""Writes workbooks (xlsx) that spreadsheet programs open: tables of scores, and what checks found."""

from __future__ import annotations

import csv
import datetime
import importlib
import io
import os
from collections.abc import Sequence
from typing import Any

from chiso import _core
from chiso.errors import ShapeError
from chiso.languages import Language, settled_language

#: The words of a workbook: its sheets, and the columns of its tables below their names.
WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "ranking": "Xếp hạng",
        "scorecards": "Phiếu điểm",
        "findings": "Kiểm tra số liệu",
        "unit": "Đơn vị",
        "block": "Khối",
        "period": "Kỳ đánh giá",
        "track": "Bước chấm",
        "points": "Điểm",
        "applicable": "Điểm tối đa áp dụng",
        "bonus": "Điểm thưởng",
        "penalty": "Điểm trừ",
        "index": "Chỉ số",
        "coverage": "Tỷ lệ số liệu đã có",
        "rank": "Thứ hạng",
        "class": "Xếp loại",
        "complete": "Đủ số liệu",
        "ranked": "Được xếp hạng",
        "class_by": "Xếp loại theo",
        "node": "Mã tiêu chí",
        "number": "Số thứ tự",
        "depth": "Cấp",
        "state": "Tình trạng",
        "reason": "Lý do",
        "model": "Bộ tiêu chí",
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
        "points": "Points",
        "applicable": "Points that apply",
        "bonus": "Bonus",
        "penalty": "Penalty",
        "index": "Index",
        "coverage": "Share of figures supplied",
        "rank": "Rank",
        "class": "Class",
        "complete": "Complete",
        "ranked": "Takes part in the ranking",
        "class_by": "What decided the class",
        "node": "Id of the criterion",
        "number": "Number",
        "depth": "Level",
        "state": "State",
        "reason": "Reason",
        "model": "Model",
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


class BookWriter:
    """A workbook in memory, which becomes a file when it is complete."""

    def __init__(self, language: Language | None) -> None:
        self.language: Language = settled_language(language)
        self._out = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = _xlsxwriter().Workbook(self._out, options)
        self.book.set_properties({"created": datetime.datetime(2000, 1, 1)})  # the same scores make the same file
        self.head = self.format(bold=True, text_wrap=True, valign="top", border=1, bg_color="#E8EEF4")

    def format(self, **properties: Any) -> Any:
        """A format of cells, by the names that XlsxWriter has for its properties."""
        return self.book.add_format(properties)

    def word(self, name: str) -> str:
        """A word in the language of the workbook; empty if there is none."""
        return WORDS[self.language].get(name, "")

    def sheet(self, name: str, heads: Sequence[str], widths: Sequence[float]) -> Any:
        """A new worksheet with heads that stay in sight. The first line of a head is the name of the column."""
        sheet = self.book.add_worksheet(name)
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            self.text(sheet, 0, column, head, self.head)
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 1)
        self.lay_out(sheet, 0, None, len(heads) - 1)
        return sheet

    def lay_out(self, sheet: Any, head: int, last_row: int | None, last_column: int) -> None:
        """How a worksheet is printed: on A4 across, as wide as the page if it can be read so, with its heads on each page and their number."""
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
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

    def table(self, name: str, table: _core.Table) -> None:
        """A worksheet with a table of scores: figures are numbers with the decimals that are published."""
        if table.rows > _MOST_ROWS:
            raise ShapeError(f"a worksheet holds at most {_MOST_ROWS} rows, not {table.rows}: write one block or period, or CSV")
        names = table.columns
        labels = [self.word(column) for column in names]
        heads = [f"{column}\n{label}" if label else column for column, label in zip(names, labels, strict=True)]
        widths = [max(10, min(14, len(label))) if table.kind(column) != "text" else 24 for column, label in zip(names, labels, strict=True)]
        sheet = self.sheet(name, heads, widths)
        for column, of in enumerate(names):
            self._column(sheet, column, table, of)
        if table.rows:
            sheet.autofilter(0, 0, table.rows, len(names) - 1)

    def _column(self, sheet: Any, column: int, table: _core.Table, name: str) -> None:
        kind = table.kind(name)
        if kind in ("text", "category"):
            names = table.names(name)
            for row, code in enumerate(table.codes(name).tolist(), 1):
                if code >= 0:
                    self.text(sheet, row, column, names[code])
        elif kind == "figure":
            formats: dict[int, Any] = {}
            for row, figure in enumerate(table.figures(name), 1):
                if figure is not None:
                    decimals = len(figure.partition(".")[2])
                    if decimals not in formats:
                        formats[decimals] = self.format(num_format="0." + "0" * decimals if decimals else "0")
                    sheet.write_number(row, column, float(figure), formats[decimals])
        else:
            write = sheet.write_boolean if kind == "truth" else sheet.write_number
            gone = table.missing(name)
            for row, value in enumerate(table.values(name).tolist(), 1):
                if gone is None or not gone[row - 1]:
                    write(row, column, value)

    def findings(self, name: str, found: str) -> None:
        """A worksheet with the findings of checks, of which CSV is given."""
        rows = list(csv.reader(io.StringIO(found, newline="")))
        shown = [at for at, column in enumerate(rows[0]) if column not in ("line", "column")]
        heads = [f"{rows[0][at]}\n{label}" if (label := self.word(rows[0][at])) else rows[0][at] for at in shown]
        sheet = self.sheet(name, heads, [60 if rows[0][at] == "message" else 16 for at in shown])
        for row, cells in enumerate(rows[1:], 1):
            for column, at in enumerate(shown):
                number = _number(cells[at]) if rows[0][at] in _NUMBERS else None
                if number is None:
                    self.text(sheet, row, column, cells[at])
                else:
                    sheet.write_number(row, column, number)

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes the file, whole or not at all."""
        self.book.close()
        _core.write_bytes(os.fspath(path), self._out.getvalue())


_NUMBERS = frozenset({"value", "found", "expected", "least", "most", "meant", "repairs", "slips"})


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
    path: str | os.PathLike[str], ranking: _core.Table, scorecards: _core.Table, findings: str, language: Language | None
) -> None:
    """Writes a workbook of scores: the ranking by block, the points of each unit by criterion, and the findings, if there are any."""
    out = BookWriter(language)
    out.table(out.word("ranking"), ranking)
    out.table(out.word("scorecards"), scorecards)
    if findings:
        out.findings(out.word("findings"), findings)
    out.write(path)
