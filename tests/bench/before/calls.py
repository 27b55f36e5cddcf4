"""What calls of the package take, as JSON; run with the package of today and with that of the commit that tests/bench/run names. Processor seconds, medians."""

import json
import statistics
import time

import chiso
import numpy as np
from chiso import rules


def seconds(call, turns):
    took = []
    for _ in range(turns):
        began = time.process_time()
        call()
        took.append(time.process_time() - began)
    return took


def model_of(columns):
    measures = {f"m{i}": chiso.Measure("count") if i % 2 else chiso.Measure("decimal") for i in range(columns)}
    leaves = [chiso.Leaf(f"l{i}", 1, rules.Proportional(value=f"m{i}", full_at=100)) for i in range(columns)]
    return chiso.Draft(id="calls", measures=measures, criteria=leaves).build()


def cells(rows, columns):
    random = np.random.default_rng(1)
    return {
        f"m{i}": random.integers(0, 100, rows).astype(float) if i % 2 else random.integers(0, 10_000, rows) / 100 for i in range(columns)
    }


def small():
    """63 rows of 100 columns as lists, read and scored."""
    model = model_of(100)
    table = {"unit": [f"Tỉnh {i}" for i in range(63)]} | {name: column.tolist() for name, column in cells(63, 100).items()}
    return statistics.median(seconds(lambda: model.score(table), 200))


def large():
    """The first reading of a million rows of 120 doubles in a process, and the fourth, beside their sums."""
    model, columns = model_of(120), cells(1_000_000, 120)
    frame = {"unit": np.arange(1_000_000).astype(str)} | columns
    sums = statistics.median(seconds(lambda: [column.sum() for column in columns.values()], 5))
    read = seconds(lambda: chiso.Evidence.from_frame(frame, model), 4)
    return {"sums": sums, "first": read[0], "fourth": read[3]}


if __name__ == "__main__":
    print(json.dumps({"large": large(), "small": small()}))
