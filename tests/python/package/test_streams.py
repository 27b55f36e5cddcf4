"""Tables that are scored piece by piece: what is written, and all that is told, equals that of the table read whole; and memory does not grow with its rows."""

import pathlib
import random
import subprocess
import sys

import chiso
import numpy as np
import pyarrow as pa
import pytest
import test_same_sheet as sheets
from pyarrow import parquet

pytestmark = pytest.mark.filterwarnings("ignore")


def told(problems):
    return [(problem.pointer, problem.text("en"), problem.text("vi")) for problem in problems]


def as_a_whole(path, model, **options):
    try:
        evidence = chiso.read_evidence(path, model, **options)
    except chiso.EvidenceError as error:
        return told(error.problems), error.total
    scores = model.score(evidence)
    notes = evidence.notes()
    left_out = notes[: len(notes) - len(evidence.warnings)]
    return told(evidence.warnings), told(left_out), told(scores.warnings), scores.to_csv()


def as_a_stream(table, model, output, **options):
    try:
        scored = model.score_stream(table, output, **options)
    except chiso.EvidenceError as error:
        return told(error.problems), error.total
    text = pathlib.Path(output).read_bytes().decode()
    return told(scored.warnings), told(scored.left_out), told(scored.rank_warnings), text


@pytest.mark.parametrize("seed", range(0, 150))
def test_a_random_sheet_is_the_same_in_pieces(seed, tmp_path):
    sheet = sheets.Sheet(seed)
    draw = random.Random(seed)
    path = tmp_path / "table.csv"
    rows = zip(*sheet.columns.values(), strict=True)
    path.write_text(sheets_text(sheet, rows), encoding="utf-8", newline="")
    options = {name: value for name, value in sheet.options.items()}
    sizes = {"rows_at_once": draw.choice([1, 2, 5, 100]), "rows_of_a_part": draw.choice([1, 3, 100])}
    whole = as_a_whole(path, sheets.MODEL, **options)
    assert as_a_stream(path, sheets.MODEL, tmp_path / "out.csv", **options, **sizes) == whole
    assert sorted(one.name for one in tmp_path.iterdir()) == (["table.csv"] if len(whole) == 2 else ["out.csv", "table.csv"])


def sheets_text(sheet, rows):
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([list(sheet.columns), *(map(sheets.written, row) for row in rows)])
    return out.getvalue()


def frame(rows):
    draw = np.random.default_rng(rows)
    columns = {"unit": [f"U{i:06}" for i in range(rows)]}
    return pa.table(columns | {name: draw.uniform(1, 10, rows).round(2) for name in sheets_model().measures})


def sheets_model():
    draft = chiso.Draft(
        id="streamed",
        measures={f"m{i}": chiso.Measure("decimal", decimals=2, min=0, max=100) for i in range(4)},
        criteria=[chiso.Leaf(f"l{i}", 10, chiso.rules.Proportional(value=f"m{i}", full_at=10)) for i in range(4)],
    )
    return draft.build()


def test_arrow_and_parquet_are_read_in_batches(tmp_path):
    model, table = sheets_model(), frame(5000)
    whole = model.score(chiso.Evidence.from_frame(table, model)).to_csv()
    parquet.write_table(table, tmp_path / "table.parquet", row_group_size=700)
    with pa.ipc.new_file(tmp_path / "table.arrow", table.schema) as file:
        file.write_table(table, max_chunksize=900)
    with pa.ipc.new_stream(tmp_path / "table.arrows", table.schema) as stream:
        stream.write_table(table, max_chunksize=900)
    for source in [*(tmp_path / f"table.{ending}" for ending in ("parquet", "arrow", "arrows")), lambda: table.to_reader(300)]:
        scored = model.score_stream(source, tmp_path / "out.csv", rows_at_once=400, rows_of_a_part=1000)
        assert scored.rows == 5000
        assert (tmp_path / "out.csv").read_bytes().decode() == whole


def test_what_is_cancelled_leaves_nothing(tmp_path):
    model, table = sheets_model(), frame(200_000)
    from pyarrow import csv

    csv.write_csv(table, tmp_path / "table.csv")

    def cancel(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        model.score_stream(tmp_path / "table.csv", tmp_path / "out.csv", progress=cancel)
    assert [one.name for one in tmp_path.iterdir()] == ["table.csv"]


def test_what_is_refused_is_named(tmp_path):
    model = sheets_model()
    (tmp_path / "table.csv").write_text("unit,m0\n")
    with pytest.raises(TypeError, match="without 'tables'"):
        model.score_stream(tmp_path / "table.csv", tmp_path / "out.csv", tables={})
    with pytest.raises(TypeError, match="a function that opens"):
        model.score_stream(frame(1), tmp_path / "out.csv")
    with pytest.raises(chiso.Error) as refused:
        model.score_stream(tmp_path / "table.csv", tmp_path / "out.csv", skip_last=1)
    assert refused.value.problems[0].code == "stream.unsupported"


PEAK = """
import pathlib, sys, chiso
chiso.load_model(sys.argv[1]).score_stream(sys.argv[2], sys.argv[3], rows_at_once=4096, rows_of_a_part=8192, threads=1)
print(next(line.split()[1] for line in pathlib.Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))  # since exec
"""


def test_memory_does_not_grow_with_the_rows(tmp_path):
    from pyarrow import csv

    (tmp_path / "model.json").write_text(sheets_model().to_json(), encoding="utf-8")
    peaks = []
    for rows in (120_000, 480_000):
        csv.write_csv(frame(rows), tmp_path / "table.csv")
        run = subprocess.run(
            [sys.executable, "-c", PEAK, tmp_path / "model.json", tmp_path / "table.csv", tmp_path / "out.csv"],
            capture_output=True,
            text=True,
            check=True,
        )
        peaks.append(int(run.stdout))
    assert peaks[1] < 1.05 * peaks[0], peaks
