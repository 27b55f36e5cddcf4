"""Runs chunks of random cases through the oracle and through C++ test programs, and compares them line by line."""

import os
import subprocess
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from ahead import AHEAD
from generator.generate import case as make_case
from oracle import watch

from .cases import case_bytes, expected_lines, json_text
from .edges import watch_rule

CHUNK = 100
PATIENCE = 300  # seconds for a chunk
SHOWN_LINES, SHOWN_CASES = 5, 3
#: The line under which lines of a word stand.
UNDER = {
    "node": "row",
    "lost_leaf": "lost",
    **dict.fromkeys(("measure", "slips", "slip"), "finding"),
    **dict.fromkeys(("term", "cause", "at"), "comparison"),
    **dict.fromkeys(("passed_by", "passed", "against"), "rank_change"),
}


@dataclass
class Outcome:
    """What a run gave: pairs met, leaf-rows by integer width of every program, and differences as text."""

    counts: Counter = field(default_factory=Counter)
    widths: dict = field(default_factory=dict)
    differences: list = field(default_factory=list)

    def add(self, other):
        self.counts += other.counts
        for program, widths in other.widths.items():
            before = self.widths.get(program, [0, 0, 0])
            self.widths[program] = [a + b for a, b in zip(before, widths)]
        self.differences += other.differences


def run(seed, cases, programs, processes=2, ahead=AHEAD):
    """The outcome of the first `cases` cases of a seed, without what is ahead of the programs."""
    outcome = Outcome()
    chunks = [(seed, first, min(first + CHUNK, cases), programs, ahead) for first in range(0, cases, CHUNK)]
    with ProcessPoolExecutor(processes) as pool:
        for part in pool.map(run_chunk, chunks):
            outcome.add(part)
    return outcome


def run_chunk(chunk):
    """The outcome of cases first..last of a seed."""
    seed, first, last, programs, ahead = chunk
    watch.take()
    outcome = Outcome()
    made = [make_case(seed, number, ahead) for number in range(first, last)]
    expected = [expected_lines(case, watch_rule, ahead) for case in made]
    outcome.counts = watch.take()
    handle, path = tempfile.mkstemp(suffix=".cases")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(map(case_bytes, made))
        for program in programs:
            compare_program(program, path, seed, made, expected, outcome)
    finally:
        os.unlink(path)
    return outcome


def compare_program(program, path, seed, made, expected, outcome):
    """Compare one program's results of a case file."""
    try:
        done = subprocess.run([program, path], capture_output=True, check=False, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired) as error:
        outcome.differences.append(f"{program}: {error}")
        return
    actual, outcome.widths[program] = by_case(split(done.stdout))
    if done.returncode != 0:
        error = done.stderr.decode("utf-8", "replace")[-2000:]
        outcome.differences.append(f"{program}: exit code {done.returncode} after {len(actual)} of {len(made)} cases\n{error}")
    for case, wanted in zip(made, expected):
        text = difference(wanted, actual.get(case.name, []))
        if text:
            again = f"python -m oracle cases {seed} {case.name.rpartition('-')[2]} 1"
            outcome.differences.append(f"{program}: case {case.name} of seed {seed} ({again})\n{text}\n  model   {json_text(case.model)}")


def split(data):
    """Lines of UTF-8 text, ended by line feeds only."""
    lines = data.decode("utf-8", "replace").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def by_case(lines):
    """({case name: its lines}, [leaf-rows at 64 bits, at 128, wide]) of a program's results."""
    cases, current, widths = {}, None, [0, 0, 0]
    for line in lines:
        word, _, rest = line.partition("\t")
        if word == "case":
            current = cases[rest] = []
        if word == "widths":
            widths = [int(number) for number in rest.split("\t")]
        elif current is not None:
            current.append(line)
    return cases, widths


def difference(expected, actual):
    """The first differing lines of one case as text, or nothing. A line that belongs to one before is shown under it."""
    if expected == actual:
        return ""
    shown, heads = [], {}
    for place in range(max(len(expected), len(actual))):
        wanted = expected[place] if place < len(expected) else "(nothing)"
        got = actual[place] if place < len(actual) else "(nothing)"
        word = wanted.partition("\t")[0]
        heads[word] = wanted
        if wanted != got:
            head = heads.get(UNDER.get(word))
            under = f"  in      {head}\n" if head else ""
            shown.append(f"{under}  oracle  {wanted}\n  program {got}")
        if len(shown) == SHOWN_LINES:
            break
    return "\n".join(shown)
