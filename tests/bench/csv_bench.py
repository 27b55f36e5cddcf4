"""Reading a CSV file of 1,000,000 rows and 20 columns, beside what polars takes to read it with the same types on one thread: processor time, in
turn, in one process. CHISO_BENCH_ROWS is another number of rows. tests/bench/read_bench.cpp has the rows a second and the memory."""

import os
import random
import statistics
import tempfile
import time

os.environ["POLARS_MAX_THREADS"] = "1"  # polars reads it when it is imported

import chiso
import polars as pl
from chiso import rules

ROWS, MEASURES, TIMES = int(os.environ.get("CHISO_BENCH_ROWS", "1000000")), 18, 7
IS_COUNT = [i % 2 != 0 for i in range(MEASURES)]


def model():
    measures = {f"m{i}": chiso.Measure("count" if IS_COUNT[i] else "decimal") for i in range(MEASURES)}
    leaves = [chiso.Leaf(f"l{i}", 1, rules.Proportional(value=f"m{i}", full_at=100)) for i in range(MEASURES)]
    return chiso.Draft(id="bench", measures=measures, criteria=leaves).build()


def write(path):
    drawn = random.Random(1)
    with open(path, "w", encoding="utf-8") as out:
        out.write(",".join(["unit", "block", *(f"m{i}" for i in range(MEASURES))]) + "\n")
        for row in range(ROWS):
            numbers = [str(drawn.randrange(100)) if is_count else f"{drawn.randrange(10_000) / 100:.2f}" for is_count in IS_COUNT]
            out.write(",".join([f"U{row:07d}", f"Khối {drawn.randrange(63)}", *numbers]) + "\n")


def seconds(call):
    began = time.process_time()
    call()
    return time.process_time() - began


def main():
    read_by = model()
    schema = {"unit": pl.String, "block": pl.String} | {f"m{i}": pl.Int64 if IS_COUNT[i] else pl.Float64 for i in range(MEASURES)}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "table.csv")
        write(path)
        core, options = read_by._core, chiso.evidence.reading()
        calls = {
            "polars": lambda: pl.read_csv(path, schema=schema),
            "chiso": lambda: chiso._core.Evidence.read_with_warnings(path, core, options, None),
        }
        turns = [{name: seconds(call) for name, call in calls.items()} for _ in range(TIMES)]
        polars, read = (statistics.median(turn[name] for turn in turns) for name in calls)
        ratio = statistics.median(turn["chiso"] / turn["polars"] for turn in turns)
        print(
            f"CSV of {ROWS:,} rows x {MEASURES + 2}: polars {polars:.3f} s, chiso {read:.3f} s, warnings included, ratio {ratio:.2f}   target 2.0"
        )


if __name__ == "__main__":
    main()
