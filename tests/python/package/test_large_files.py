"""Files of more than four MiB are read piece by piece, and rows that are as most are in a way of their own: the same evidence and the same problems,
with the same lines, as of a text that is read as a whole, and as of columns."""

import io
import os
import random
import threading

import chiso
import pytest
from conftest import small_model

MODEL = small_model()
HEADS = ["unit", "block", "cases", "share", "plan", "done"]
ROWS = 44_000

pytestmark = pytest.mark.filterwarnings("ignore")


def row(number):
    """A row as most are, which looks the same wherever it stands."""
    return [
        f"Xã {number:06d}{' của huyện có tên rất dài' * 3}",
        f"Khối {number % 7}",
        str(number % 100),
        f"{number % 10_000 / 100:.2f}",
        ["on_time", "late", ""][number % 3],
        "có",
    ]


def quoted(cells):
    return ['"' + cell.replace('"', '""') + '"' for cell in cells]


#: What some rows are instead: the text of a row.
ODD = {
    "quotes": lambda cells: ",".join(quoted(cells)),
    "quotes twice": lambda cells: ",".join(quoted([cells[0] + ' "x"', *cells[1:]])),
    "line breaks": lambda cells: ",".join(quoted([cells[0], "Khối\n7", *cells[2:]])),
    "delimiters": lambda cells: ",".join(quoted([cells[0] + ", x", *cells[1:]])),
    "blanks": lambda cells: ",".join([f" {cells[0]}", cells[1] + "\u00a0", *cells[2:]]),
    "blank": lambda cells: ",,,,,",
    "empty": lambda cells: "\n",
    "marks": lambda cells: ",".join([*cells[:3], "1.250", *cells[4:]]),
    "words": lambda cells: ",".join([cells[0], cells[1], "Không áp dụng", "not_applicable", *cells[4:]]),
    "decomposed": lambda cells: ",".join(["Xa\u0303 " + cells[0], *cells[1:]]),
    "many decimals": lambda cells: ",".join([*cells[:3], "12.50000000000001", *cells[4:]]),
    "missing": lambda cells: ",".join([cells[0], cells[1], "", "", "", cells[5]]),
}
#: What is wrong in one row.
WRONG = {
    "a number": lambda cells: ",".join([*cells[:2], "x", *cells[3:]]),
    "too few cells": lambda cells: ",".join(cells[:3]),
    "too many cells": lambda cells: ",".join([*cells, ""]),
    "a quote": lambda cells: ",".join([cells[0], 'a"b', *cells[2:]]),
    "an open quote": lambda cells: ",".join([cells[0], '"a', *cells[2:]]),
    "behind quotes": lambda cells: ",".join([cells[0], '"a"b', *cells[2:]]),
    "a unit twice": lambda cells: ",".join([row(1)[0], *cells[1:]]),
    "no unit": lambda cells: ",".join(["", *cells[1:]]),
    "a NUL": lambda cells: ",".join([cells[0] + "\0", *cells[1:]]),
    "bytes": lambda cells: ",".join([cells[0] + "\udcff", *cells[1:]]),
    "an option": lambda cells: ",".join([*cells[:4], "trễ", cells[5]]),
}


PLAIN = [",".join(HEADS), *(",".join(row(number)) for number in range(ROWS))]


def table(odd=None, at=(), end="\n", last="\n"):
    lines = PLAIN.copy()
    for number in at:
        lines[number + 1] = odd(row(number))
    text = (end.join(lines) + last).encode(errors="surrogateescape")
    assert len(text) > 5 * 2**20
    return text


def outcome(file, **options):
    try:
        evidence = chiso.read_evidence(file, MODEL, **options)
    except chiso.EvidenceError as error:
        return [str(one) for one in error.problems], error.total
    return evidence, [str(one) for one in evidence.notes()]


def read_alike(path, text, **options):
    path.write_bytes(text)
    by_pieces, as_a_whole = outcome(path, **options), outcome(io.BytesIO(text), **options)
    if isinstance(by_pieces[0], chiso.Evidence):  # a text that is read has no lines to name
        codes = [[one.rpartition("[")[2] for one in notes] for notes in (by_pieces[1], as_a_whole[1])]
        assert codes[0] == codes[1]
        assert by_pieces[0] == as_a_whole[0]
    else:
        assert by_pieces == as_a_whole
    return by_pieces


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("share", ["few", "all"])
def test_rows_of_every_kind(tmp_path, kind, share):
    drawn = random.Random(kind)
    at = set(range(ROWS)) if share == "all" and kind not in ("blank", "empty", "marks") else {*drawn.sample(range(ROWS), 300), 0, ROWS - 1}
    evidence, _ = read_alike(tmp_path / "table.csv", table(ODD[kind], at, drawn.choice(["\n", "\r\n", "\r"])))
    assert evidence.rows == ROWS - (len(at) if kind in ("blank", "empty") else 0)
    if share == "few":  # a column that is filled in is read cell by cell
        text = table(ODD[kind], at).replace(b"done\n", b"other\n", 1)
        options = {"ignore": ["other"], "fill": {"done": "yes"}}
        by_cells, _ = outcome(io.BytesIO(text), **options)
        assert by_cells == outcome(io.BytesIO(text.replace(b"other", b"done", 1)))[0]


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("at", [{ROWS // 2}, {0, *range(7, ROWS, 5000), ROWS - 1}], ids=["one", "several"])
def test_problems_have_their_lines(tmp_path, kind, at):
    problems, total = read_alike(tmp_path / "table.csv", table(WRONG[kind], at))
    assert total >= 1 and (kind in ("an open quote", "bytes", "a NUL", "a unit twice") or f"{min(at) + 2}:" in problems[0])


def test_files_end_in_every_way(tmp_path):
    plain = table()
    evidence, _ = read_alike(tmp_path / "table.csv", plain)
    for text in (plain.rstrip(b"\n"), b"\xef\xbb\xbf" + plain, plain + b"\r\n\n", plain.replace(b"\n", b"\r\n"), table(last="")):
        assert read_alike(tmp_path / "table.csv", text)[0] == evidence
    assert read_alike(tmp_path / "table.csv", plain + b"T\xe1\xbb\x95ng,,,,,\n", skip_last=1)[0] == evidence
    titled = b"Ti\xc3\xaau \xc4\x91\xe1\xbb\x81\n" + plain
    assert read_alike(tmp_path / "table.csv", titled)[0][0].endswith("[heads.below]")
    assert read_alike(tmp_path / "table.csv", titled, header_line=2)[0] == evidence
    assert read_alike(tmp_path / "table.csv", b"sep=,\n" + plain)[0] == evidence
    assert read_alike(tmp_path / "table.csv", plain.decode().encode("utf-16"))[0][0].endswith("[text.utf16]")


def test_a_row_may_be_longer_than_a_piece(tmp_path):
    long = [f'"{"x" * (5 * 2**20)}\n"', "Khối 1", "1", "1", "late", "yes"]
    text = table() + ",".join(long).encode() + b"\n"
    evidence, _ = read_alike(tmp_path / "table.csv", text)
    assert evidence.rows == ROWS + 1


def test_pipes_are_read_once(tmp_path):
    pipe, text = tmp_path / "pipe", table()
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(text,))
    writer.start()
    evidence = chiso.read_evidence(pipe, MODEL)
    writer.join()
    assert evidence == chiso.read_evidence(io.BytesIO(text), MODEL)
