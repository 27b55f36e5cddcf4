"""Workbooks that people fill in: a sheet of evidence, one for each table below the units, and a page of explanations."""

from __future__ import annotations

import os
from typing import Any

from chiso import _core
from chiso.languages import Language
from chiso.workbook_out import BookWriter, width_of_name

_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "evidence": "Số liệu",
        "explanations": "Giải thích",
        "sheet": "Trang tính",
        "name": "Tên cột",
        "label": "Ý nghĩa",
        "takes": "Cách ghi",
        "no": "Ô này không nhận giá trị đó",
    },
    "en": {
        "evidence": "Evidence",
        "explanations": "Explanations",
        "sheet": "Worksheet",
        "name": "Column",
        "label": "What it is",
        "takes": "What its cells take",
        "no": "This cell does not take that value",
    },
}
#: The rows whose cells are checked as people type.
_LAST_ROW = 20_000
#: What spreadsheets take of a list in words, and of a message.
_MOST_OF_LIST, _MOST_OF_MESSAGE = 255, 255


def write_template(
    path: str | os.PathLike[str], model: _core.Model, language: Language | None, companions: bool = True, table: str = ""
) -> None:
    """Writes an empty workbook of evidence; of a table below the units alone, if one is named."""
    out = TemplateWriter(language)
    if table:
        out.fill(table, model.sheet_columns(out.language, companions, table))
    else:
        out.fill(out.words["evidence"], model.sheet_columns(out.language, companions, ""))
        for name in model.tables:
            out.fill(name, model.sheet_columns(out.language, companions, name))
    out.explain()
    out.write(path)


class TemplateWriter(BookWriter):
    """A workbook with worksheets to be filled in."""

    def __init__(self, language: Language | None) -> None:
        super().__init__(language)
        self.words = _WORDS[self.language]
        self.explained: list[tuple[str, _core.SheetColumn]] = []
        self._lists: list[list[str]] = []  # lists that are too long for the cell itself

    def fill(self, name: str, columns: list[_core.SheetColumn]) -> None:
        """A worksheet to be filled in: heads are locked, the cells below them are not."""
        heads = ["\n".join(line for line in (column.name, column.label, column.mark) if line) for column in columns]
        widths = [max(26 if column.name == "unit" else 16, width_of_name(column.name)) for column in columns]
        sheet = self.sheet(name, heads, widths)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, widths[at], self.format(locked=False, num_format=shown_as(column, self.language)))
            self.check(sheet, 1, _LAST_ROW, at, column)
            self.explained.append((name, column))
        sheet.protect(
            "", {"format_columns": True, "format_rows": True, "insert_rows": True, "delete_rows": True, "sort": True, "autofilter": True}
        )

    def check(self, sheet: Any, first: int, last: int, at: int, column: _core.SheetColumn) -> None:
        """Checks the cells from one row to another of a column as people type."""
        message = column.takes.replace("\n", " ")
        options: dict[str, Any] = {
            "input_title": (column.label or column.name)[:32],
            "input_message": message if len(message) <= _MOST_OF_MESSAGE else message[: _MOST_OF_MESSAGE - 1] + "…",
            "error_title": self.words["no"][:32],
            "error_message": message[:_MOST_OF_MESSAGE],
        }
        if column.cells == "word":
            words = [*column.words, *filter(None, [column.not_applicable])]
            if len(",".join(words)) <= _MOST_OF_LIST and not any("," in word for word in words):
                options |= {"validate": "list", "source": words}
            else:
                self._lists.append(words)
                letter = _letters(len(self._lists) + 4)
                options |= {"validate": "list", "source": f"='{self.words['explanations']}'!${letter}$2:${letter}${len(words) + 1}"}
        elif column.cells in ("number", "date"):
            options |= {"validate": "custom", "value": _formula(column, f"{_letters(at)}{first + 1}")}
        else:
            options |= {"validate": "any"}
        sheet.data_validation(first, at, last, at, options)

    def explain(self) -> None:
        """The page that says of each column what it is and what its cells take."""
        words = self.words
        widths = [18, 28, 44, 70]
        sheet = self.sheet(words["explanations"], [words[name] for name in ("sheet", "name", "label", "takes")], widths)
        wrapped = self.format(text_wrap=True, valign="top")
        for row, (name, column) in enumerate(self.explained, 1):
            texts = (name, column.name, column.label, column.takes)
            for at, text in enumerate(texts):
                self.text(sheet, row, at, text, wrapped)
            self.fit_row(sheet, row, zip(texts, widths, strict=True))
        for at, listed in enumerate(self._lists, 5):
            sheet.set_column(at, at, None, None, {"hidden": True})
            for row, word in enumerate(listed, 1):
                self.text(sheet, row, at, word)
        sheet.protect("", {"format_columns": True, "format_rows": True})


def shown_as(column: _core.SheetColumn, language: Language) -> str:
    """The format of its cells: text stays as it is typed, so that no spreadsheet makes a date of 2024-01. Dates are as people write them."""
    if column.cells == "number":
        return "General" if column.decimals is None else "0." + "0" * column.decimals if column.decimals else "0"
    return {"text": "@", "word": "@", "date": "dd/mm/yyyy" if language == "vi" else "yyyy-mm-dd"}[column.cells]


def _formula(column: _core.SheetColumn, cell: str) -> str:
    """What is true of the cells that a column takes."""
    truths = [f"ISNUMBER({cell})"]
    if column.cells == "date":
        truths += [f"{cell}>=DATE(1900,1,1)", f"{cell}<=DATE(2199,12,31)"]
    if column.least is not None:
        truths.append(f"{cell}>={column.least}")
    if column.most is not None:
        truths.append(f"{cell}<={column.most}")
    if column.decimals is not None:
        truths.append(f"ROUND({cell},{column.decimals})={cell}")
    return f'=OR({cell}="{column.not_applicable}",AND({",".join(truths)}))'


def _letters(column: int) -> str:
    """The letters of a column, from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
