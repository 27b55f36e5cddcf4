"""Mutation testing of the layers core, expr, rule, score and rank: small changes chosen by a seed, compiled once, each tried against the tests
and then random cases of the oracle. Fails below 90 % killed, or where a survivor is not argued in argued.txt, or is argued and was killed.

usage: mutate.py FOLDER [--a-layer 130] [--seed 15] [--cases 1000] [--jobs N] [--again]"""

import argparse
import hashlib
import json
import pickle
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from os import cpu_count
from pathlib import Path

from candidates import candidates, parse
from mutants import LAYERS, OPERATORS
from programs import Oracle, Tests, build, record
from schemata import copy, possible

ROOT = Path(__file__).parents[2]
KILLED, LEAST, LEAST_OF_A_LAYER = 0.90, 600, 40


def argued(text):
    """The names of mutants that may survive; the reason is below each, indented."""
    return {line for line in text.splitlines() if line and not line.startswith(("#", " "))}


def kept(path, key, make):
    """What was made before for the same key, or makes it."""
    if path.is_file():
        before, value = pickle.loads(path.read_bytes())
        if before == key:
            return value
    value = make()
    path.write_bytes(pickle.dumps((key, value)))
    return value


def chosen(folder, a_layer, seed):
    """The mutants, the texts with them, and how many there were to choose from; not anew where the sources are the same."""

    def choose():
        found = list(candidates(ROOT))
        return *possible(ROOT, found, a_layer, seed, parse), len(found)

    sources = [
        *(ROOT / "include").rglob("*.[hi]pp"),
        *(ROOT / "src").glob("*.cpp"),
        *(Path(__file__).with_name(name) for name in ("candidates.py", "mutants.py", "schemata.py")),
    ]
    key = hashlib.sha256(f"{a_layer} {seed}".encode() + b"".join(path.read_bytes() for path in sorted(sources))).hexdigest()
    return kept(folder / "chosen.pickle", key, choose)


def tried(mutants, tests, oracle, pool, before, results):
    """What killed each mutant: a test, the oracle, or nothing, which is "survived", or "not reached" where no test came by. They are kept in a
    file, so that a run that was stopped goes on with --again."""
    began, reached = time.monotonic(), set(oracle.reached.times).union(*(one.times for one in tests.all))

    def fate(number):
        name = mutants[number].name
        if number not in reached:
            return "not reached"
        if name in before:
            return before[name]
        for place, batch in enumerate(tests.batches(number)):
            if place == 2 and oracle.kills(number):  # it is quicker than what is left
                return "the oracle"
            if found := tests.failing(number, batch):
                return found
        return "the oracle" if oracle.kills(number) else "survived"

    fates = dict(before)
    by_layer = [[number for number, one in enumerate(mutants) if one.layer == layer] for layer in LAYERS]
    in_turn = [number for numbers in zip_longest(*by_layer) for number in numbers if number is not None]
    for done, (number, result) in enumerate(zip(in_turn, pool.map(fate, in_turn)), 1):
        fates[mutants[number].name] = result
        if result in ("survived", "not reached"):
            print(f"{result}: {mutants[number].name}", flush=True)
        if done % 10 == 0 or done == len(mutants):
            results.write_text(json.dumps(fates, indent=1, ensure_ascii=False), encoding="utf-8")
        if done % 50 == 0:
            print(f"{done} of {len(mutants)} mutants, {time.monotonic() - began:.0f} s", flush=True)
    return {one.name: fates[one.name] for one in mutants}


def report(mutants, fates, known):
    """Prints what there is to say; the exit code."""
    alive = {one.name for one in mutants if fates[one.name] in ("survived", "not reached")}
    for name in sorted(alive - known):
        print(f"{fates[name]}, and not argued: {name}")
    for name in sorted(known & fates.keys() - alive):
        print(f"argued, but killed: {name}")
    for what, groups in (("layer", LAYERS), ("operator", OPERATORS)):
        for group in groups:
            names = [one.name for one in mutants if group in (one.operator, one.layer)]
            print(f"{what} {group}: {sum(name not in alive for name in names)} of {len(names)} killed")
    by = Counter("a test" if fate not in ("survived", "not reached", "the oracle") else fate for fate in fates.values())
    print(f"{len(mutants)} mutants: " + ", ".join(f"{count} {fate}" for fate, count in by.most_common()))
    print(f"killed {1 - len(alive) / len(mutants):.1%}")
    few = len(mutants) < LEAST or min(Counter(one.layer for one in mutants).values()) < LEAST_OF_A_LAYER
    if few:
        print(f"these are few: at least {LEAST} are wanted, {LEAST_OF_A_LAYER} of each layer")
    return int(few or len(alive) > (1 - KILLED) * len(mutants) or alive != known & fates.keys())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--a-layer", type=int, default=130, help="mutants of each layer")
    parser.add_argument("--seed", type=int, default=15)
    parser.add_argument("--cases", type=int, default=1000, help="of the oracle")
    parser.add_argument("--jobs", type=int, default=cpu_count())
    parser.add_argument(
        "--again", action="store_true", help="only those that were not killed the last time, or not tried: the others keep their fate"
    )
    options = parser.parse_args()
    folder = options.folder.resolve()
    results = folder / "fates.json"
    before = json.loads(results.read_text(encoding="utf-8")) if options.again and results.is_file() else {}
    before = {name: fate for name, fate in before.items() if fate not in ("survived", "not reached")}

    mutants, texts, found = chosen(folder, options.a_layer, options.seed)
    print(f"{len(mutants)} of {found} mutants, by seed {options.seed}", flush=True)
    copy(ROOT, folder / "tree", texts)
    tests_program, oracle_program = build(folder / "tree", folder / "built")
    with ThreadPoolExecutor(options.jobs) as pool:
        recorded = kept(
            folder / "reached.pickle", hashlib.sha256(tests_program.read_bytes()).hexdigest(), lambda: record(tests_program, folder, pool)
        )
        tests = Tests(tests_program, recorded)
        oracle = Oracle(oracle_program, ROOT, folder, options.seed, options.cases)
        print(f"{len(tests.all)} tests, {sum(one.seconds for one in tests.all):.0f} s without a mutant", flush=True)
        fates = tried(mutants, tests, oracle, pool, before, results)
    return report(mutants, fates, argued(Path(__file__).with_name("argued.txt").read_text(encoding="utf-8")))


if __name__ == "__main__":
    sys.exit(main())
