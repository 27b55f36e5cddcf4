"""Workbooks that were made to exhaust memory or time, or to lead elsewhere, are refused by name and cost little."""

import io
import json
import os
import random
import struct
import subprocess
import sys
import zipfile
import zlib

import pytest
from workbook_files import book, changed, ods, packed

pytest.importorskip("python_calamine")

ROWS = [["unit", "done"], ["An", 1], ["Binh", 2]]
CELL = b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>unit</t></is></c></row>'
START = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + CELL
END = b"</sheetData></worksheet>"
READ = """
import json, resource, sys
import chiso
model = chiso.Model.from_dict({"chiso": 1, "id": "m", "measures": {"done": {"type": "count"}},
    "criteria": [{"id": "a", "points": 1, "rule": {"type": "per_item", "value": "done", "each": 1}}]})
try:
    told = str(chiso.read_evidence(sys.argv[1], model))
except chiso.EvidenceError as error:
    told = error.problems[0].code
used = resource.getrusage(resource.RUSAGE_SELF)
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))  # ru_maxrss counts the parent's too
print(json.dumps([told, int(peak) / 1024, used.ru_utime + used.ru_stime]))
"""


def costs(path):
    """What is told of a workbook, the MiB that the whole program took, and its seconds of a processor."""
    ran = subprocess.run([sys.executable, "-W", "ignore", "-c", READ, str(path)], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr[-2000:]
    return json.loads(ran.stdout)


def plain(tmp_path):
    return book(tmp_path / "book.xlsx", Sheet1=ROWS)


def sheet(tmp_path, text):
    return changed(plain(tmp_path), lambda _: text)


def lying(tmp_path):
    """A part that unpacks to more than it says, as far as a careful reader looks."""
    path = sheet(tmp_path, START + b" " * (300 << 20) + END)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    for at in (
        info.header_offset + 22,
        data.index(b"xl/worksheets/sheet1.xml", data.rindex(b"PK\1\2", 0, data.rindex(b"xl/worksheets/sheet1.xml"))) - 22,
    ):
        data[at : at + 4] = struct.pack("<I", 1000)
    path.write_bytes(data)
    return path


def shared_strings(tmp_path):
    parts = {}
    with zipfile.ZipFile(plain(tmp_path)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/sharedStrings.xml"] = b"<sst>" + b"<si/>" * 12_000_000 + b"</sst>"
    return packed(tmp_path / "book.xlsx", parts)


def long_directory(tmp_path):
    parts = {f"xl/media/{number}.png": b"" for number in range(60_000)}
    return packed(tmp_path / "book.xlsx", parts)


def links(tmp_path):
    relation = b'<Relationships><Relationship Id="rId1" TargetMode="External" Target="http://example.org/secret.xlsx"/></Relationships>'
    return changed(plain(tmp_path), lambda _: relation, "xl/externalLinks/_rels/externalLink1.xml.rels")


def two_of_one_name(tmp_path):
    path = plain(tmp_path)
    with pytest.warns(UserWarning), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", START + END)
    return path


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "bomb": ("book.size", lambda path: sheet(path, START + b" " * (600 << 20) + END)),
    "bomb of cells": ("book.size", lambda path: sheet(path, START + b'<row r="2"><c r="A2"/></row>' * 12_000_000 + END)),
    "lying sizes": (("book.size", "book.damaged"), lying),
    "shared strings": ("book.size", shared_strings),
    "long directory": (("book.size", "book.damaged"), long_directory),
    "a million columns": (
        "book.size",
        lambda path: sheet(
            path, START + b'<row r="2"><c r="XFD2"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>' + END
        ),
    ),
    "two far corners": ("book.size", lambda path: sheet(path, START + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' + END)),
    "a cell outside its row": ("book.size", lambda path: sheet(path, START + b'<row r="2"><c r="ZZ999999"><v>1</v></c></row>' + END)),
    "other attributes": ("book.size", lambda path: sheet(path, START + b"<row><c s='0' r='XFD1048576'><v>1</v></c></row>" + END)),
    "columns beyond columns": (
        ("book.size", "book.damaged"),
        lambda path: sheet(path, START + b'<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>' + END),
    ),
    "ods columns": (
        "book.size",
        lambda path: ods(
            path / "book.ods",
            '<table:table-row><table:table-cell table:number-columns-repeated="1000000" office:value-type="float" office:value="1"/></table:table-row>',
        ),
    ),
    "ods rows": (
        "book.size",
        lambda path: ods(
            path / "book.ods",
            '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>',
        ),
    ),
    "ods gap": (
        "book.size",
        lambda path: ods(
            path / "book.ods",
            '<table:table-row table:number-rows-repeated="900000"/><table:table-row><table:table-cell table:number-columns-repeated="900"/><table:table-cell office:value-type="float" office:value="1"/></table:table-row>',
        ),
    ),
    "definitions": ("book.damaged", lambda path: changed(plain(path), lambda text: DOCTYPE + text)),
    "definitions of the book": ("book.damaged", lambda path: changed(plain(path), lambda text: DOCTYPE + text, "xl/workbook.xml")),
    "links": ("book.links", links),
    "two of one name": ("book.damaged", two_of_one_name),
    "no book": ("book.damaged", lambda path: packed(path / "book.xlsx", {"a.txt": "text"})),
    "binary": ("book.damaged", lambda path: packed(path / "book.xlsx", {"xl/workbook.bin": "text"})),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_workbooks_are_refused_by_name_and_cost_little(tmp_path, name):
    codes, make = HOSTILE[name]
    told, memory, seconds = costs(make(tmp_path))
    assert told in ([codes] if isinstance(codes, str) else codes)
    assert memory < 256 and seconds < 5, (memory, seconds)


def test_formulas_without_values_are_refused_cell_by_cell(tmp_path):
    rows = [ROWS[0], *([f"U{at}", '=WEBSERVICE("http://example.org")'] for at in range(5000))]
    told, memory, seconds = costs(book(tmp_path / "book.xlsx", Sheet1=rows))
    assert told == "cell.formula" and memory < 256 and seconds < 5


@pytest.mark.parametrize("seed", range(5))
def test_damaged_workbooks_end_in_errors_of_their_own(tmp_path, seed):
    import chiso

    rng = random.Random(seed)
    model = chiso.Model.from_dict(
        {
            "chiso": 1,
            "id": "m",
            "measures": {"done": {"type": "count"}},
            "criteria": [{"id": "a", "points": 1, "rule": {"type": "per_item", "value": "done", "each": 1}}],
        }
    )
    good = plain(tmp_path).read_bytes()
    path = tmp_path / "damaged.xlsx"
    for _ in range(60):
        data = bytearray(good[: rng.randrange(4, len(good))] if rng.random() < 0.3 else good)
        for _ in range(rng.randrange(1, 12)):
            data[rng.randrange(4, len(data))] = rng.randrange(256)
        path.write_bytes(data)
        try:
            chiso.read_evidence(path, model)
        except chiso.EvidenceError as error:
            assert error.problems[0].code.partition(".")[0] in ("book", "cell", "column", "table", "row", "name")


def test_parts_may_be_damaged_behind_a_sound_archive(tmp_path):
    import chiso

    model = chiso.Model.from_dict(
        {
            "chiso": 1,
            "id": "m",
            "measures": {"done": {"type": "count"}},
            "criteria": [{"id": "a", "points": 1, "rule": {"type": "per_item", "value": "done", "each": 1}}],
        }
    )
    rng = random.Random(20)
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"):
        for _ in range(20):

            def spoilt(text):
                data = bytearray(text)
                for _ in range(rng.randrange(1, 6)):
                    data[rng.randrange(len(data))] = rng.randrange(256)
                return bytes(data)

            path = changed(plain(tmp_path), spoilt, part)
            try:
                chiso.read_evidence(path, model)
            except chiso.EvidenceError as error:
                assert error.problems


def test_nothing_but_the_parts_that_were_looked_at_is_handed_on(tmp_path):
    from chiso.workbook_parts import Parts

    path = packed(tmp_path / "a.zip", {"one": b"1" * 1000, "two": b"2"})
    with path.open("rb") as file:
        parts = Parts(file)
        parts.whole("one")
        with zipfile.ZipFile(io.BytesIO(parts.archive())) as archive:
            assert archive.namelist() == ["one"] and archive.read("one") == b"1" * 1000 and archive.testzip() is None
    assert zlib.crc32(b"") == 0 and os.path.exists(path)
