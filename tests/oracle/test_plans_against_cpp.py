"""Plans of the C++ programs against trying every set of actions, on random cases of a fixed seed (SPEC 12)."""

import os
import subprocess
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction

import pytest
from checks.cases import case_bytes, json_text
from generator.actions import asked, block_text, give_targets
from generator.generate import case as make_case
from oracle.below import give_tables
from oracle.classify import classify
from oracle.evidence import read_rows
from oracle.model import read_model
from oracle.plans import best_plans, every_set, frontier
from oracle.rank import rank
from oracle.score import score

SEED = os.environ.get("CHISO_ORACLE_SEED", "2024")
CASES = int(os.environ.get("CHISO_ORACLE_PLANS", "400"))
CHUNK = 25
# Cases with up to 60 actions, of which some have nothing to change; most take some hundredths of a second, a few many seconds.
MANY = int(os.environ.get("CHISO_ORACLE_PLANS_MANY", "40"))


def decimal(value):
    """A cost as it is printed: without zeros at its end."""
    whole, text = value.numerator // value.denominator, ""
    rest = value - whole
    while rest:
        rest *= 10
        text += str(rest.numerator // rest.denominator)
        rest -= rest.numerator // rest.denominator
    return f"{whole}.{text}" if text else str(whole)


def number(index):
    return "-" if index is None else str(index)


def plan_line(word, one):
    rank_, class_id = one.rank or "-", one.class_id or "-"
    return "\t".join(["plan", word, decimal(one.cost), number(one.index), str(rank_), class_id, *one.ids])


def case_with_plans(seed, at):
    """(bytes of the case, expected lines, what was met) or None where there is nothing to ask."""
    case = make_case(seed, at)
    case.second = None
    if case.roster:
        case.roster = None
    case.model.pop("checks", None)
    model = read_model(json_text(case.model))
    rows = read_rows(model, case.columns, case.rows)
    give_tables(model, rows, case.below)
    scores = [score(model, row) for row in rows]
    made = asked(seed, at, case, model, scores)
    if made is None:
        return None
    rank(model, scores)
    classify(model, scores)
    made.block = scores[made.place].row.block
    first = every_set(model, scores, made.place, made.actions, made.others, [])
    give_targets(seed, at, made, model, [one.index for one in first])
    sets = every_set(model, scores, made.place, made.actions, made.others, made.targets)
    lines, met = [], Counter()
    for place, (kind, asked_for) in enumerate(made.targets):
        plans = best_plans(sets, place, made.most)
        found = "none" if not plans else "empty" if not plans[0].ids else "some"
        met[kind, found] += 1
        if kind == "class" and any(quota.class_id == asked_for for quota in model.classes.quotas):
            met["class under a quota", found] += 1
        met["plans", len(plans)] += 1
        lines += [plan_line(kind, one) for one in plans]
    lines += [plan_line("frontier", one) for one in frontier(sets)]
    text = block_text(made, scores[made.place].row).encode()
    return case_bytes(case) + f"plans\t{len(text)}\n".encode() + text + b"\n", case.name, lines, met


def case_with_many_actions(seed, at):
    """The bytes of a case with up to 60 actions, and its name; or None. Far too many sets to try each."""
    case = make_case(seed, at)
    case.second = case.roster = None
    case.model.pop("checks", None)
    model = read_model(json_text(case.model))
    rows = read_rows(model, case.columns, case.rows)
    give_tables(model, rows, case.below)
    scores = [score(model, row) for row in rows]
    made = asked(seed, at, case, model, scores, 60)
    if made is None:
        return None
    made.block, made.most = scores[made.place].row.block, 1
    index = scores[made.place].index or Fraction(0)
    made.targets = [("index", index // 1 + more) for more in (1, 5)] + [("rank", 1)]
    if model.classes:
        made.targets.append(("class", model.classes.list_of(made.block)[0]["id"]))
    text = block_text(made, scores[made.place].row).encode()
    return case_bytes(case) + f"plans\t{len(text)}\n".encode() + text + b"\n", case.name


def refused_in(job):
    """(cases asked, names of those of which something was refused) of one program."""
    seed, first, last, program = job
    made = [one for one in (case_with_many_actions(seed, at) for at in range(first, last)) if one]
    with tempfile.NamedTemporaryFile(suffix=".cases") as file:
        file.writelines(data for data, _ in made)
        file.flush()
        done = subprocess.run([program, file.name], capture_output=True, check=False, timeout=900, text=True)
    assert done.returncode == 0
    refused, name = [], ""
    for line in done.stdout.split("\n"):
        if line.startswith("case\t"):
            name = line.removeprefix("case\t")
        elif line.startswith("refused\t") and name not in refused:
            refused.append(f"{name} {line}")
    return len(made), sorted({line.split(" ")[0] for line in refused}), refused


def run_chunk(job):
    seed, first, last, programs = job
    made = [one for one in (case_with_plans(seed, at) for at in range(first, last)) if one]
    differences, met = [], Counter()
    with tempfile.NamedTemporaryFile(suffix=".cases") as file:
        file.writelines(data for data, *_ in made)
        file.flush()
        for program in programs:
            done = subprocess.run([program, file.name], capture_output=True, check=False, timeout=900, text=True)
            given, name = {}, ""
            for line in done.stdout.split("\n"):
                if line.startswith("case\t"):
                    name = line.removeprefix("case\t")
                elif line.startswith(("plan\t", "refused\t", "error\t")):
                    given.setdefault(name, []).append(line)
            for _, name, expected, _ in made:
                if given.get(name, []) != expected:
                    shown = (
                        "\n".join(f"  expected {line}" for line in expected)
                        + "\n"
                        + "\n".join(f"  given    {line}" for line in given.get(name, []))
                    )
                    differences.append(f"{program} {name} (exit {done.returncode}):\n{shown}")
    for *_, one in made:
        met += one
    return differences, met


@pytest.fixture(scope="module")
def outcome():
    programs = [path for path in os.environ.get("CHISO_ORACLE_PROGRAMS", "").split(":") if path and os.path.exists(path)]
    if not programs:
        pytest.fail("CHISO_ORACLE_PROGRAMS is not set: give the paths of the C++ oracle programs, separated by colons", pytrace=False)
    first = int(os.environ.get("CHISO_ORACLE_PLANS_FIRST", "0"))
    jobs = [(SEED, at, min(at + CHUNK, CASES), programs) for at in range(first, CASES, CHUNK)]
    differences, met = [], Counter()
    with ProcessPoolExecutor(2) as pool:
        for some, counts in pool.map(run_chunk, jobs):
            differences += some
            met += counts
    return differences, met


def test_plans_are_those_of_trying_every_set(outcome):
    differences, _ = outcome
    if differences:
        pytest.fail(f"{len(differences)} cases differ; the first:\n" + "\n".join(differences[:3]), pytrace=False)


def test_random_cases_meet_every_target(outcome):
    _, met = outcome
    print("\n".join(f"{key}: {count}" for key, count in sorted(met.items(), key=str)))
    if CASES >= 400:
        for kind in ("index", "published", "rank", "class", "class under a quota"):
            assert met[kind, "some"] >= CASES // 100, kind
        assert met["plans", 3] >= CASES // 100


def test_hardly_any_of_many_actions_are_refused():
    programs = [path for path in os.environ.get("CHISO_ORACLE_PROGRAMS", "").split(":") if path and os.path.exists(path)]
    jobs = [(SEED, at, min(at + 20, MANY), programs[0]) for at in range(0, MANY, 20)]
    asked_of, names, lines = 0, [], []
    with ProcessPoolExecutor(2) as pool:
        for count, some, told in pool.map(refused_in, jobs):
            asked_of += count
            names += some
            lines += told
    print(f"{asked_of} cases with up to 60 actions, {len(names)} refused:", *lines[:20], sep="\n")
    assert len(names) <= asked_of // 100  # below 100 cases none
