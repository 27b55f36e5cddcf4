"""Runs the benchmarks of speed and prints each target with what was measured. Called by tests/bench/run, which builds what is run here.

usage: targets.py BUILT BEFORE: the folders of the programs and packages of this commit and of an earlier one"""

import json
import statistics
import subprocess
import sys
from pathlib import Path

BUILT, BEFORE = map(Path, sys.argv[1:])
HERE = Path(__file__).parent
TURNS = 3  # of programs that are compared with one another
PROGRAMS = BUILT / "tests/bench"


def lines(*command):
    """The JSON lines that a program prints."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def medians(*commands):
    """What programs measured, by name, in turn: a median of each."""
    all_of = [[{line["what"]: line["seconds"] for line in lines(command)} for command in commands] for _ in range(TURNS)]
    return [{what: statistics.median(turn[i][what] for turn in all_of) for what in all_of[0][i]} for i in range(len(commands))]


def floors(program):
    """Seconds of what the floors measure, by what is missing and what it is."""
    return {(line["missing"], line["what"]): line["seconds"] for line in lines(program, "--json")}


def engines(threads=1, missing=0.0):
    file = BUILT / "engines.json"
    command = [sys.executable, HERE / "engines_bench.py", "--threads", threads, "--missing", missing, "--rounds", 5, "--json", file]
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL)
    return {name: of["seconds"] for name, of in json.loads(file.read_text(encoding="utf-8"))["engines"].items()}


def calls():
    """What calls take with the package of today and the earlier one, in turn."""
    pythons = [sys.executable, BEFORE / "python/bin/python"]
    turns = [[lines(python, HERE / "before/calls.py")[0] for python in pythons] for _ in range(TURNS)]
    now = [turn[0] for turn in turns]
    large = {name: statistics.median(one["large"][name] for one in now) for name in now[0]["large"]}
    return large, [statistics.median(turn[i]["small"] for turn in turns) for i in range(2)]


def prepared():
    """Seconds of one call with 63 rows that were read before."""
    text = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); import chiso, calls\n"
        "model = calls.model_of(100); evidence = chiso.Evidence.from_frame({'unit': [f'U{i}' for i in range(63)]} | calls.cells(63, 100), model)\n"
        "scorer, core = model._scorer, evidence._core\n"
        "def took(call):\n"
        "    began = time.process_time()\n"
        "    for _ in range(2000): call()\n"
        "    return (time.process_time() - began) / 2000\n"
        "of = [took(lambda: model.score(evidence)) - took(lambda: scorer.score(core, 'totals', None, 0, None)) for _ in range(9)]\n"
        "print(sorted(of)[4])"
    )
    done = subprocess.run([sys.executable, "-c", text, str(HERE / "before")], capture_output=True, text=True, check=True)
    return float(done.stdout)


def measured():
    """Each target: what, whether it is a least or a most, the target, what was measured."""
    now, then = medians(PROGRAMS / "chiso_scoring_bench", BEFORE / "scoring")
    yield "scoring 1M x 100, totals: times as quick as before", "least", 3.5, then["totals"] / now["totals"]
    yield "the same with 5 % missing", "least", 3, then["totals, 5 % missing"] / now["totals, 5 % missing"]
    stream = lines(PROGRAMS / "chiso_stream_bench", BUILT, "--json")[-1]
    yield "10M rows x 20 columns as a stream: of the rows a second of splitting them alone", "least", 0.5, stream["of_split"]
    yield "the same: memory over that of 1M rows", "most", 1.05, stream["memory"]
    one, two = engines(), engines(threads=2)
    yield "of the time in which NumPy sums the columns: totals", "most", 1.1, one["chiso"] / one["columns summed by NumPy"]
    of_leaves = now["leaves"] / now["totals"]
    yield "the same, leaves kept", "most", 1.8, one["chiso"] * of_leaves / one["columns summed by NumPy"]
    yield "two threads over one (by the wall)", "least", 1.8, one["chiso"] / two["chiso"]
    of_library, of_headers = floors(PROGRAMS / "chiso_floors_bench"), floors(PROGRAMS / "chiso_floors_headers_bench")
    for what, target, of in (("the library (AVX2)", 3, of_library), ("the headers", 2, of_headers)):
        yield f"over virtual calls: {what}", "least", target, of[0, "virtual calls"] / of[0, "chiso, totals"]
    for name, target in (("NumPy", 6), ("polars expressions", 5), ("DuckDB SQL", 20), ("OpenFisca", 20)):
        yield f"over {name}", "least", target, one[name] / one["chiso"]
    yield "of kernels of plain doubles", "most", 1.15, of_library[0, "chiso, totals"] / of_library[0, "kernels of doubles"]
    yield "63 x 100 in C++: of the time before", "most", 0.15, now["63 rows"] / then["63 rows"]
    yield "63 x 100 from Python: microseconds more than in C++", "most", 2, prepared() * 1e6
    for ranked in lines(PROGRAMS / "chiso_rank_bench", "--json"):
        yield f"{ranked['what']}, over VQSort of random keys", "most", 1.5, ranked["ranked"] / ranked["random_keys"]
    large, (small_now, small_then) = calls()
    yield "from_frame of 1M x 120 doubles over their sums: first call", "most", 5, large["first"] / large["sums"]
    yield "the fourth call", "most", 2.5, large["fourth"] / large["sums"]
    yield "model.score of a dict of 63 x 100: of the time before", "most", 0.3, small_now / small_then


def main():
    figures = []
    for what, bound, target, value in measured():
        reached = value >= target if bound == "least" else value <= target
        figures.append({"what": what, "bound": bound, "target": target, "measured": value, "reached": reached})
        print(f"{what:64} at {bound:5} {target:5}  measured {value:7.2f}  {'reached' if reached else 'NOT reached'}", flush=True)
    (BUILT / "targets.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    print(f"{sum(one['reached'] for one in figures)} of {len(figures)} targets are reached")


if __name__ == "__main__":
    main()
