"""Reading a workbook of 100,000 rows and 20 columns, beside what python-calamine itself takes to give its cells: processor time, in turn, in one
process. CHISO_BENCH_ROWS is another number of rows."""

import os
import random
import statistics
import tempfile
import time

import chiso
import python_calamine
import xlsxwriter
from chiso import rules

ROWS, MEASURES, TIMES = int(os.environ.get("CHISO_BENCH_ROWS", "100000")), 18, 5


def model():
    measures = {f"m{i}": chiso.Measure("count") if i % 2 else chiso.Measure("decimal") for i in range(MEASURES)}
    leaves = [chiso.Leaf(f"l{i}", 1, rules.Proportional(value=f"m{i}", full_at=100)) for i in range(MEASURES)]
    return chiso.Draft(id="bench", measures=measures, criteria=leaves).build()


def write(path):
    drawn = random.Random(1)
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["unit", "block", *(f"m{i}" for i in range(MEASURES))])
        for row in range(1, ROWS + 1):
            numbers = [drawn.randrange(100) if i % 2 else drawn.randrange(10_000) / 100 for i in range(MEASURES)]
            sheet.write_row(row, 0, [f"U{row:07d}", f"Khối {drawn.randrange(63)}", *numbers])


def seconds(call):
    began = time.process_time()
    call()
    return time.process_time() - began


def main():
    read_by = model()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "book.xlsx")
        write(path)
        calls = {
            "calamine": lambda: python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False),
            "chiso": lambda: chiso.read_evidence(path, read_by),
        }
        turns = [{name: seconds(call) for name, call in calls.items()} for _ in range(TIMES)]
        calamine, read = (statistics.median(turn[name] for turn in turns) for name in calls)
        ratio = statistics.median(turn["chiso"] / turn["calamine"] for turn in turns)
        print(f"workbook of {ROWS:,} rows x {MEASURES + 2}: calamine {calamine:.3f} s, chiso {read:.3f} s, ratio {ratio:.2f}   target 1.5")


if __name__ == "__main__":
    main()
