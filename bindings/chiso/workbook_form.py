"""Forms that people fill in: of one unit, with criteria and their figures in rows."""

from __future__ import annotations

import os
from typing import Any

from chiso import _core
from chiso.languages import Language
from chiso.workbook_template import TemplateWriter, shown_as

_NAMES: dict[Language, str] = {"vi": "Phiếu", "en": "Form"}
#: The widths of the columns: number, criterion, points, measure, measured_in, value, takes, note.
_WIDTHS = [8, 47, 9, 18, 14, 16, 40, 27]
#: The rows of the heads, of the columns of points and figures; from 0.
_HEADS, _POINTS, _VALUE = 2, 2, 5


def write_form(path: str | os.PathLike[str], model: _core.Model, language: Language | None, companions: bool = True) -> None:
    """Writes an empty form of one unit, with a worksheet for each table below the units and one that explains what is filled in."""
    out = _Form(language)
    out.fill_form(_NAMES[out.language], model.form(out.language, companions))
    for name in model.tables:
        out.fill(name, model.sheet_columns(out.language, companions, name))
    out.explain()
    out.write(path)


class _Form(TemplateWriter):
    def fill_form(self, name: str, form: _core.EvidenceForm) -> None:
        """The worksheet of the form: all of it is locked but the cells of figures and notes."""
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        last = len(_WIDTHS) - 1
        sheet.merge_range(0, 0, 0, last, "", self.format(bold=True, font_size=14, align="center", valign="vcenter", text_wrap=True))
        self.text(sheet, 0, 0, form.title, self.format(bold=True, font_size=14, align="center", valign="vcenter", text_wrap=True))
        sheet.merge_range(1, 0, 1, last, "", self.format(italic=True, valign="vcenter", text_wrap=True))
        self.text(sheet, 1, 0, form.hint, self.format(italic=True, valign="vcenter", text_wrap=True))
        sheet.set_row(0, 36)
        sheet.set_row(1, 32)
        self.fit_row(sheet, _HEADS, zip(form.heads, _WIDTHS, strict=True))
        for column, head in enumerate(form.heads):
            self.text(sheet, _HEADS, column, head, self.head)
        for row, line in enumerate(form.lines, _HEADS + 1):
            self._line(sheet, row, line)
            if line.to_fill is not None:
                self.explained.append((name, line.to_fill))
        sheet.freeze_panes(_HEADS + 1, 2)
        self.lay_out(sheet, _HEADS, len(form.lines) + _HEADS, last)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def _line(self, sheet: Any, row: int, line: _core.FormLine) -> None:
        bold = line.kind in ("heading", "criterion")
        look: dict[str, Any] = {"align": "left", "valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF", "bold": bold}
        if line.kind == "heading":
            look["bg_color"] = "#F2F2F2"
        plain = self.format(**look)
        for at in range(len(_WIDTHS)):
            sheet.write_blank(row, at, None, plain)
        self.text(sheet, row, 0, line.number, plain)
        self.text(sheet, row, 1, line.text, self.format(**look, indent=min(line.depth, 8)))
        if line.points is not None:
            sheet.write_number(row, _POINTS, float(line.points), self.format(**{**look, "align": "center", "num_format": "General"}))
        self.text(sheet, row, 4, line.measured_in, plain)
        column = line.to_fill
        takes = "" if column is None else column.takes
        self.fit_row(sheet, row, [(line.text, _WIDTHS[1] - 2 * line.depth), (line.measured_in, _WIDTHS[4]), (takes, _WIDTHS[6])])
        if column is None:
            return
        self.text(sheet, row, 3, column.name, self.format(**look, font_color="#7F7F7F"))
        self.text(sheet, row, 6, column.takes, plain)
        sheet.write_blank(
            row, _VALUE, None, self.format(**look, locked=False, bg_color="#FFF9DB", num_format=shown_as(column, self.language))
        )
        sheet.write_blank(row, 7, None, self.format(**look, locked=False))
        self.check(sheet, row, row, _VALUE, column)
