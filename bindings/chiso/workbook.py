"""Opens workbooks of spreadsheets (xlsx, xls, ods) and hands their cells to the reader, which alone knows what they mean."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import IO, Any, TypeAlias

from chiso import _core
from chiso.arguments import is_workbook
from chiso.workbook_cells import MOST_MERGED, SheetCells, refuse_wide
from chiso.workbook_parts import LimitedXml, Parts, damaged, read_xml, refused

Of: TypeAlias = _core.Model | _core.TableBelow | _core.TableBeside

#: A file of an older spreadsheet is no larger than what it holds.
_MOST_OF_XLS = 128 * 2**20


def read_evidence(
    path: str | os.PathLike[str],
    model: _core.Model,
    options: _core.ReadingOptions,
    sheet: str | None,
    tables: Mapping[str, Any],
    of_tables: _core.ReadingOptions,
) -> tuple[_core.Evidence, list[_core.Problem]]:
    """The evidence of a workbook, with the tables below the units that have a worksheet of their name and are not given otherwise; and its warnings
    with their cells."""
    if not is_workbook(path):
        raise no_workbook(path)
    book = Workbook(path)
    reader = book.evidence(model, options, sheet)
    evidence = reader.build()
    for name in model.tables:
        if name not in tables and (table := book.table(_core.TableBelow(evidence, name, "unit", "whole"), of_tables)):
            evidence = table.build()
    return evidence, reader.warnings(evidence)


def no_workbook(path: str | os.PathLike[str]) -> ValueError:
    """The error of a worksheet that is asked for of another file. A file that cannot be opened raises its own."""
    with open(path, "rb"):
        return ValueError(f"sheet= is of a workbook, and {os.fspath(path)} is none")


class Workbook:
    """A workbook that was looked at, and then opened."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._calamine = _calamine()
        self._parts: Parts | None = None
        self._percent: frozenset[int] = frozenset()
        self._sheet_parts: dict[str, str] = {}
        self._tables: dict[str, _OdsTable] = {}  # by worksheet, of ods
        with open(path, "rb") as file:
            given: IO[bytes] = file
            if file.read(4) == b"PK\3\4":
                self._parts = Parts(file)
                self._cells = self._look_at()
                given = BytesIO(self._parts.archive())
            else:
                self._cells = {}
                if file.seek(0, 2) > _MOST_OF_XLS:
                    raise refused("book.size", _core.phrase("large_file"), _core.phrase("at_most_mib", _MOST_OF_XLS // 2**20))
                file.seek(0)
            self._book = self._opened(lambda: self._calamine.CalamineWorkbook.from_filelike(given))

    @property
    def sheets(self) -> list[str]:
        """The names of the worksheets that are not hidden; of all of them if the workbook shows none."""
        shown = [sheet.name for sheet in self._book.sheets_metadata if sheet.visible == self._calamine.SheetVisibleEnum.Visible]
        return shown or list(self._book.sheet_names)

    def evidence(self, of: Of, options: _core.ReadingOptions, sheet: str | None) -> _core.SheetReader:
        """Reads the worksheet that is asked for, else the only one whose heads name the units, or all that are forms; one that is called as a
        table of the model is that table's."""
        if sheet is not None:
            return self._reader(self._named(sheet), of, options)
        if isinstance(of, _core.TableBelow) and of.table in self._book.sheet_names:
            return self._reader(of.table, of, options)
        tables = of.tables if isinstance(of, _core.Model) else ()
        all_of_them = [self._reader(name, of, options) for name in self.sheets if name not in tables]
        readers = [reader for reader in all_of_them if reader.names_units]
        if isinstance(of, _core.TableBeside) and readers:  # figures of criteria and findings stand beside what was published
            most = max(reader.measures for reader in readers)
            readers = [reader for reader in readers if reader.measures == most]
        if readers and all(readers[0].may_join(reader) for reader in readers[1:]):  # one, or forms of a unit each
            for reader in readers[1:]:
                readers[0].join(reader)
            return readers[0]
        if not readers and len(self.sheets) > 1:
            meant = [reader for reader in all_of_them if reader.has_heads_below or reader.known_heads]
            if len(meant) == 1:
                return meant[0]  # its problems say where the heads are, or how they are called
        if not readers and len(self.sheets) == 1:
            return self._reader(self.sheets[0], of, options)  # its problems say what is wrong with the heads
        found = _core.phrase("sheets_of_units", len(readers)) if readers else _core.phrase("no_sheet_of_units")
        raise refused("book.sheet", found, self._listed())

    def table(self, of: _core.TableBelow, options: _core.ReadingOptions) -> _core.SheetReader | None:
        """Reads the worksheet that is called as a table below the units; None if there is none, or none with a row."""
        if of.table not in self._book.sheet_names:
            return None
        reader = self._reader(of.table, of, options)
        return reader if reader.names_units and reader.rows else None

    def _named(self, sheet: str) -> str:
        known: dict[str, str] = {_core.clean_name(name): name for name in self._book.sheet_names}
        if (name := known.get(_core.clean_name(sheet))) is not None:
            return name
        raise refused("book.sheet", sheet, self._listed(), hint=_core.nearest(sheet, list(known)))

    def _listed(self) -> str:
        return ", ".join(f"'{name}'" for name in self.sheets[:20]) + (", ..." if len(self.sheets) > 20 else "")

    def _reader(self, name: str, of: Of, options: _core.ReadingOptions) -> _core.SheetReader:
        reader = _core.SheetReader(of, options, name)
        part = self._sheet_parts.get(name)
        cells = self._cells.get(part) if part is not None else None
        sheet = self._opened(lambda: self._book.get_sheet_by_name(name))
        if cells is None and self._parts is None:
            refuse_wide(sheet.total_height, sheet.total_width, sheet.height * sheet.width)
        rows = self._opened(lambda: sheet.to_python(skip_empty_area=False))
        if cells is not None:
            cells.put_into(rows)
        beside = cells if cells is not None else self._tables.get(name)
        for first, last, column in beside.merged if beside is not None else _merged_of(self._opened, sheet):
            reader.merge(first + 1, last + 1, column)
        if beside is not None:
            for first, last in beside.hidden_rows:
                reader.hide_rows(first + 1, last + 1)
            for first, last in beside.hidden_columns:
                reader.hide_columns(first, last)
        reader.expect_rows(len(rows))
        reader.read(1, rows)
        return reader

    def _opened(self, work: Callable[[], Any]) -> Any:
        """What the other library gives; whatever it raises is an error of the file."""
        try:
            return work()
        except self._calamine.PasswordError as error:
            raise damaged("password") from error
        except (self._calamine.CalamineError, OSError, ValueError, OverflowError, MemoryError) as error:
            raise damaged("cannot_be_read", str(error)) from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # what a library in Rust raises when it meets what it never expected
                raise
            raise damaged("cannot_be_read", str(error)) from None

    def _look_at(self) -> dict[str, SheetCells]:
        """Looks at the parts that are read; of worksheets it tells what they have beside values."""
        parts = self._parts
        assert parts is not None
        names = parts.names()
        if "content.xml" in names:
            self._look_at_ods(parts)
            return {}
        if any(name.endswith("workbook.bin") for name in names):
            raise damaged("binary_workbook")
        links = [name for name in names if name.startswith("xl/externalLinks/_rels/")]
        if links:
            raise refused("book.links", _target_of(parts.whole(links[0])) or links[0])
        parts.whole("[Content_Types].xml")
        book = _targets(parts, "_rels/.rels", "officeDocument").get("", "xl/workbook.xml")
        targets = _targets(parts, _relations_of(book))
        ids: dict[str, str] = {}
        computing: set[str] = set()

        def sheet(tag: str, attributes: dict[str, str]) -> None:
            if tag == "calcPr":
                computing.add(attributes.get("fullCalcOnLoad", "0"))
            if tag == "sheet":
                key = next((value for name, value in attributes.items() if name.rpartition(":")[2] == "id"), "")
                ids[attributes.get("name", "")] = key

        text = parts.whole(book)
        if not text:
            raise damaged("no_workbook")
        read_xml(text, sheet)
        for name in names:
            if name.endswith("/sharedStrings.xml"):
                parts.look_at_strings(name)
            elif name.endswith("/styles.xml"):
                self._percent = percent_styles(parts.whole(name))
        self._sheet_parts = {name: targets[key] for name, key in ids.items() if targets.get(key) in set(names)}
        found: dict[str, SheetCells] = {}
        for part in self._sheet_parts.values():
            if "/worksheets/" in part and part not in found:
                found[part] = SheetCells.of(parts, part, self._percent, computes_on_load=bool(computing & {"1", "true"}))
        return found

    def _look_at_ods(self, parts: Parts) -> None:
        for name in ("mimetype", "META-INF/manifest.xml"):
            parts.whole(name)
        extent = _OdsExtent()
        parts.look_at("content.xml", extent.feed)
        extent.finish()
        self._tables = extent.tables


def _merged_of(opened: Callable[[Callable[[], Any]], Any], sheet: Any) -> list[tuple[int, int, int]]:
    """The ranges of merged cells of a worksheet of xls, over several rows: first row, last row, first column, from 0."""
    ranges = opened(lambda: getattr(sheet, "merged_cell_ranges", None)) or ()
    return [(top, bottom, left) for (top, left), (bottom, _) in ranges if bottom > top]


def _calamine() -> Any:
    try:
        return importlib.import_module("python_calamine")
    except ImportError as error:
        raise ImportError(
            "workbooks are read by python-calamine, which is not installed: pip install 'chiso[excel]'", name="python_calamine"
        ) from error


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _targets(parts: Parts, relations: str, of: str | None = None) -> dict[str, str]:
    """The parts to which a part refers, by id; or the one of a kind, by the empty text."""
    folder = relations.rpartition("_rels/")[0]
    found: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        whole = target[1:] if target.startswith("/") else os.path.normpath(folder + target)
        if of is None:
            found[attributes.get("Id", "")] = whole
        elif attributes.get("Type", "").endswith("/" + of):
            found[""] = whole

    read_xml(parts.whole(relations), relation)
    return found


def _target_of(relations: bytes) -> str:
    """To what the relations of a part lead outside."""
    found: list[str] = []
    read_xml(relations, lambda tag, attributes: found.append(attributes.get("Target", "")) if tag == "Relationship" else None)
    return found[0] if found else ""


def percent_styles(styles: bytes) -> frozenset[int]:
    """The styles of cells, by their number, that show a number with a percent sign."""
    formats, found, path, count = {9, 10}, set(), [""], 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        path.append(tag)
        if tag == "numFmt" and attributes.get("numFmtId", "").isdigit():
            shown = re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', "", attributes.get("formatCode", ""))
            (formats.add if "%" in shown else formats.discard)(int(attributes["numFmtId"]))
        elif tag == "xf" and path[-2] == "cellXfs":
            if attributes.get("numFmtId", "").isdigit() and int(attributes["numFmtId"]) in formats:
                found.add(count)
            count += 1

    parser = LimitedXml(start, lambda tag: path.pop() and None)
    if styles:
        parser.feed(styles)
        parser.finish()
    return frozenset(found)


class _OdsTable:
    """What a table of an ods file has beside its values; rows and columns from 0."""

    def __init__(self) -> None:
        self.merged: list[tuple[int, int, int]] = []
        self.hidden_rows: list[tuple[int, int]] = []
        self.hidden_columns: list[tuple[int, int]] = []


class _OdsExtent:
    """How far the tables of an ods file reach, of which a single element may stand for a million cells."""

    def __init__(self) -> None:
        self._xml = LimitedXml(self._start, self._end, self._text)
        self._row = self._rows = self._column = self._columns = self._cells = 0
        self._repeated = self._repeated_row = 1
        self._width = 0
        self._is_filled = False
        self.tables: dict[str, _OdsTable] = {}
        self._table = _OdsTable()
        self._columns_told = 0
        self.feed = self._xml.feed

    def finish(self) -> None:
        self._xml.finish()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self._row = self._rows = self._columns = self._cells = self._columns_told = 0
            name = next((value for key, value in attributes.items() if key.endswith(":name")), "")
            self._table = self.tables.setdefault(name, _OdsTable())
        elif tag == "table-column":
            repeated = _repeated(attributes, "number-columns-repeated")
            if _is_hidden(attributes) and len(self._table.hidden_columns) < MOST_MERGED:
                self._table.hidden_columns.append((self._columns_told, self._columns_told + repeated - 1))
            self._columns_told += repeated
        elif tag == "table-row":
            self._column, self._width, self._repeated_row = 0, 0, _repeated(attributes, "number-rows-repeated")
            if _is_hidden(attributes) and len(self._table.hidden_rows) < MOST_MERGED:
                self._table.hidden_rows.append((self._row, self._row + self._repeated_row - 1))
        elif tag in ("table-cell", "covered-table-cell"):
            self._repeated = _repeated(attributes, "number-columns-repeated")
            spanned = _repeated(attributes, "number-rows-spanned")
            if spanned > 1 and len(self._table.merged) < MOST_MERGED:
                self._table.merged.append((self._row, self._row + spanned - 1, self._column))
            self._is_filled = any(name.rpartition(":")[2] in ("value", "value-type", "date-value", "boolean-value") for name in attributes)

    def _text(self, text: str) -> None:
        self._is_filled = self._is_filled or not text.isspace()

    def _end(self, tag: str) -> None:
        if tag in ("table-cell", "covered-table-cell"):
            self._column += self._repeated
            if self._is_filled:
                self._width, self._is_filled = self._column, False
                self._cells += 1
        elif tag == "table-row":
            self._row += self._repeated_row
            if self._width:
                self._rows, self._columns = self._row, max(self._columns, self._width)
                refuse_wide(self._rows, self._columns, self._cells)


def _is_hidden(attributes: dict[str, str]) -> bool:
    return any(name.rpartition(":")[2] == "visibility" and value in ("collapse", "filter") for name, value in attributes.items())


def _repeated(attributes: dict[str, str], what: str) -> int:
    found = next((value for name, value in attributes.items() if name.rpartition(":")[2] == what), "1")
    return int(found) if found.isdigit() and len(found) < 10 else 10**9 if found.isdigit() else 1
