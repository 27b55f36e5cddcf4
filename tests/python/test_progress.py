"""Long work on the command line: the line that says how far it is, and that cancelling it leaves no file behind."""

import os
import pty
import re
import select
import signal
import subprocess
import time

import pytest
from command_line import ROOT

MODEL = """{"chiso": 1, "id": "m", "measures": {"a": {"type": "count"}, "b": {"type": "decimal"}, "c": {"type": "yes_no"}},
"criteria": [{"id": "x", "points": 9, "rule": {"type": "per_item", "value": "a + b", "each": 1}},
{"id": "y", "points": 1, "rule": {"type": "yes_no", "value": "c"}}]}"""


def made(folder, years):
    """A model, and a table of so many times 200,000 rows."""
    model, table = folder / "model.json", folder / "table.csv"
    model.write_text(MODEL, encoding="utf-8")
    rows = "".join(f"U{unit},PPPP,{unit % 7},{unit % 10}.5,yes\n" for unit in range(200_000))
    table.write_text("unit,period,a,b,c\n" + "".join(rows.replace("PPPP", str(2000 + year)) for year in range(years)), encoding="utf-8")
    return model, table


@pytest.fixture(scope="module")
def long_table(tmp_path_factory):
    return made(tmp_path_factory.mktemp("long"), 20)


def program(*arguments):
    return [os.environ["CHISO_CLI"], *map(str, arguments)]


def on_a_terminal(*arguments, terminal="xterm"):
    """What the program writes on the terminal of its standard error."""
    ours, its = pty.openpty()
    environment = os.environ | {"TERM": terminal, "CHISO_LANG": "en"}
    with subprocess.Popen(program(*arguments), stdout=subprocess.DEVNULL, stderr=its, cwd=ROOT, env=environment) as running:
        os.close(its)
        told = b""
        while True:
            try:
                piece = os.read(ours, 4096) if select.select([ours], [], [], 120)[0] else b""
            except OSError:  # the other side was closed
                break
            if not piece:
                break
            told += piece
        os.close(ours)
        assert running.wait(120) == 0
    return told.decode()


def test_a_terminal_is_told_how_far_the_work_is(long_table):
    told = on_a_terminal("check", *long_table)
    shown = re.findall(rf"{re.escape(str(long_table[1]))}: reading, ([\d,]+) of ([\d,]+) rows", told)
    assert shown and all(abs(int(total.replace(",", "")) - 4_000_000) < 400_000 for _, total in shown)  # about, by the first of its pieces
    done = [int(rows.replace(",", "")) for rows, _ in shown]
    assert done == sorted(done) and done[-1] < 4_000_000
    assert told.endswith("\r\x1b[K")  # the line is taken away
    assert on_a_terminal("check", *long_table, terminal="dumb") == ""


def test_small_work_and_pipes_are_silent(long_table, tmp_path):
    small = tmp_path / "small.csv"
    small.write_text("unit,a,b,c\nA,1,2,yes\n", encoding="utf-8")
    assert on_a_terminal("score", long_table[0], small, "-o", tmp_path / "out.csv") == ""
    told = subprocess.run(program("check", *long_table), capture_output=True, check=True, cwd=ROOT)
    assert told.stderr == b""


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_cancelled_work_leaves_no_file(tmp_path, ending):
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    model, table = made(tmp_path / "in", 2)
    out = tmp_path / "out" / "out.csv"
    before = time.monotonic()
    subprocess.run(program("score", model, table, "-o", out), check=True, cwd=ROOT)
    whole, took = out.read_bytes(), time.monotonic() - before
    for part in (0.2, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0):
        out.write_bytes(b"as it was")
        with subprocess.Popen(program("score", model, table, "-o", out), stderr=subprocess.DEVNULL, cwd=ROOT) as running:
            time.sleep(took * part)
            running.send_signal(ending)
            running.wait(120)
        assert os.listdir(out.parent) == ["out.csv"]
        assert out.read_bytes() in (b"as it was", whole)
