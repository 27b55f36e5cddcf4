"""The package beside references in the same process; prints target and measured. Nothing else should run on the machine."""

import statistics
import subprocess
import sys
import time

import chiso
import numpy as np
import polars as pl
from chiso import rules

ROWS, COLUMNS = 1_000_000, 100


def best(call, times=5):
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def said(what, measured, target, unit):
    print(f"{what:72} {measured:8.2f}   target {target} {unit}")


def model_of(columns):
    measures = {f"m{i}": chiso.Measure("count") if i % 2 else chiso.Measure("decimal") for i in range(columns)}
    leaves = [chiso.Leaf(f"l{i}", 1, rules.Proportional(value=f"m{i}", full_at=100)) for i in range(columns)]
    bands = [chiso.Band("good", from_=60), chiso.Band("low")]
    return chiso.Draft(id="bench", measures=measures, criteria=leaves, classes=chiso.Classes(bands=bands)).build()


def cells(rows, columns):
    random = np.random.default_rng(1)
    return {
        f"m{i}": random.integers(0, 100, rows).astype(float) if i % 2 else random.integers(0, 10_000, rows) / 100 for i in range(columns)
    }


def calls():
    """One call of `score` on prepared evidence, divided by the same call of the bound C++."""
    model = model_of(100)
    evidence = chiso.Evidence.from_frame({"unit": [f"U{i}" for i in range(63)]} | cells(63, 100), model)
    scorer, core = model._scorer, evidence._core

    def many(call):
        for _ in range(2000):
            call()

    above = [
        best(lambda: many(lambda: model.score(evidence)), 3) - best(lambda: many(lambda: scorer.score(core, "totals", None, 0, None)), 3)
        for _ in range(5)
    ]
    said("63 x 100, evidence prepared: above the C++ call", statistics.median(above) / 2000 * 1e6, "1.5", "us")


def frames():
    model, columns = model_of(COLUMNS), cells(ROWS, COLUMNS)
    units = pl.Series([f"U{i:07d}" for i in range(ROWS)])
    for kind, frame in (("polars", pl.DataFrame({"unit": units} | columns)), ("NumPy", {"unit": units} | columns)):
        # The system's memory is at times twice as slow for a gigabyte: the best of a dozen is what the code takes.
        total = best(lambda: [column.sum() for column in columns.values()], 12)
        read = best(lambda frame=frame: chiso.Evidence.from_frame(frame, model), 12)
        said(f"Evidence.from_frame, 1,000,000 x 100 of {kind}, beside summing the columns", read / total, "6", "times")
    scores = model.score(chiso.Evidence.from_frame({"unit": units} | columns, model))
    for kind in ("pyarrow", "polars", "pandas", "dict"):
        said(f"frame() of 1,000,000 rows, {kind}", best(lambda kind=kind: scores.frame(kind=kind), 3), "0.5", "s")


def ranks():
    """Frames of a million rows beside scoring them: the first finds ranks and classes, with vetoes on leaves that were not kept."""
    count = 20
    measures = {f"m{i}": chiso.Measure("count") if i % 2 else chiso.Measure("decimal") for i in range(count)}
    leaves = [chiso.Leaf(f"l{i}", 1, rules.Proportional(value=f"m{i}", full_at=100)) for i in range(count)]
    bands = [chiso.Band("good", from_=60), chiso.Band("fair", from_=40), chiso.Band("low")]
    vetoes = [chiso.Veto(criterion=leaf, below=5, at_most=band) for leaf, band in (("l3", "fair"), ("l8", "low"))]
    model = chiso.Draft(id="ranks", measures=measures, criteria=leaves, classes=chiso.Classes(bands=bands, vetoes=vetoes)).build()
    evidence = chiso.Evidence.from_frame({"unit": [f"U{i:07d}" for i in range(ROWS)]} | cells(ROWS, count), model)
    scoring = best(lambda: model.score(evidence), 10)
    for kind in ("pyarrow", "polars", "pandas", "dict"):
        firsts, later = [], []
        for _ in range(3):
            scores = model.score(evidence)
            firsts.append(best(lambda kind=kind, scores=scores: scores.frame(kind=kind), 1))
            later.append(best(lambda kind=kind, scores=scores: scores.frame(kind=kind), 3))
        said(f"first frame() of 1,000,000 rows x 20, two vetoes, {kind}, beside scoring", min(firsts) / scoring, "1.2", "times")
        said(f"later frame(), {kind}", min(later) / scoring, "0.3", "times")


FIGURES = ["points", "applicable", "index", "coverage"]


def copies():
    """Later frames of a million rows beside copies of their columns by NumPy, in turn, because the memory of the system is at times twice as slow."""
    model = model_of(20)
    scores = model.score(chiso.Evidence.from_frame({"unit": [f"U{i:07d}" for i in range(ROWS)]} | cells(ROWS, 20), model))
    short = scores.model.score({"unit": [f"U{i:07d}" for i in range(ROWS // 20)]} | cells(ROWS // 20, 20))
    cases = {
        "frame() of 1,000,000 rows, four figures": (lambda kind: scores.frame(columns=FIGURES, kind=kind), 2),
        "frame() of 1,000,000 rows, figures and texts": (lambda kind: scores.frame(kind=kind), 4),
        "long(reasons=False) of 1,000,000 rows": (lambda kind: short.long(reasons=False, kind=kind), 2),
    }
    for what, (make, target) in cases.items():
        columns = [*make("dict").values()]
        for kind in ("pyarrow", "polars", "pandas", "dict"):
            make(kind)
            turns = [(best(lambda: make(kind), 1), best(lambda: [column.copy() for column in columns], 1)) for _ in range(12)]  # noqa: B023
            said(
                f"later {what}, {kind}, beside copying", min(one for one, _ in turns) / min(copy for _, copy in turns), str(target), "times"
            )


def what_ifs():
    """A thousand what-ifs in one call, in a block of 10,598 units: of one leaf of 100, of one unit or of another one each."""
    rows = 10_598
    scores = model_of(100).score({"unit": [f"U{i}" for i in range(rows)]} | cells(rows, 100))
    random = np.random.default_rng(2)
    values = random.integers(0, 10_000, 1000) / 100
    for what, units in (("one unit", ["U5"] * 1000), ("1,000 units", [f"U{i}" for i in random.integers(0, rows, 1000)])):
        pairs = [(unit, {"m4": value}) for unit, value in zip(units, values.tolist(), strict=True)]
        columns = {"unit": units, "m4": values}
        said(f"1,000 what-ifs of {what}, as dicts", best(lambda pairs=pairs: scores.what_ifs(pairs, kind="dict"), 30) * 1000, "3", "ms")
        said(
            f"1,000 what-ifs of {what}, as columns",
            best(lambda columns=columns: scores.what_ifs(columns, kind="dict"), 30) * 1000,
            "1",
            "ms",
        )


def imports():
    def seconds(text):
        return min(
            float(
                subprocess.run(
                    [sys.executable, "-c", f"import time; b = time.perf_counter(); {text}; print(time.perf_counter() - b)"],
                    capture_output=True,
                    text=True,
                    check=True,
                ).stdout
            )
            for _ in range(10)
        )

    said("import chiso, above NumPy", (seconds("import numpy, chiso") - seconds("import numpy")) * 1000, "40", "ms")


if __name__ == "__main__":
    calls()
    imports()
    what_ifs()
    copies()
    ranks()
    frames()
