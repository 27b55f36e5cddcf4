"""Workbooks for tests: as openpyxl writes them, changed part by part, and of cells that are written by hand."""

import io
import zipfile

import openpyxl


def book(path, **sheets):
    """A workbook of rows of cells; a cell of two is a value and its format."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name.replace("_", " "))
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells, 1):
                value, shown_as = cell if isinstance(cell, tuple) else (cell, None)
                if value is not None:
                    place = sheet.cell(row, column, value)
                    if shown_as:
                        place.number_format = shown_as
    made.save(path)
    return path


def changed(path, change, of="xl/worksheets/sheet1.xml"):
    """The same workbook with a part of it changed: a function of its bytes."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[of] = change(parts.get(of, b""))
    return packed(path, parts)


def packed(path, parts):
    """A workbook of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    path.write_bytes(out.getvalue())
    return path


def ods(path, rows):
    """An ods file of one table, whose rows are XML."""
    names = 'xmlns:office="o" xmlns:table="t" xmlns:text="x"'
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body><office:spreadsheet>'
    content += f'<table:table table:name="Sheet1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    manifest = '<?xml version="1.0"?><manifest:manifest xmlns:manifest="m"></manifest:manifest>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed(path, {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def ods_row(*cells):
    """A row of an ods file: texts and numbers."""
    written = ""
    for cell in cells:
        if isinstance(cell, str):
            written += f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        else:
            written += f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    return f"<table:table-row>{written}</table:table-row>"
