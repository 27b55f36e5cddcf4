"""The C++ test programs against the oracle, on random cases of a fixed seed (README.md)."""

import os

import pytest
from checks import coverage
from checks.cases import CASES
from checks.compare import SHOWN_CASES, run

SEED = os.environ.get("CHISO_ORACLE_SEED", "2024")


@pytest.fixture(scope="module")
def outcome():
    programs = [path for path in os.environ.get("CHISO_ORACLE_PROGRAMS", "").split(":") if path]
    if not programs:
        pytest.fail("CHISO_ORACLE_PROGRAMS is not set: give the paths of the C++ oracle programs, separated by colons", pytrace=False)
    return run(SEED, CASES, programs)


def test_programs_agree_with_the_oracle(outcome):
    differences = outcome.differences
    if differences:
        first = "\n\n".join(differences[:SHOWN_CASES])
        pytest.fail(f"{len(differences)} cases differ in {CASES} of seed {SEED}; the first:\n{first}", pytrace=False)


def test_every_integer_width_is_used(outcome):
    for program, (narrow, middle, wide) in outcome.widths.items():
        leaf_rows = narrow + middle + wide
        assert middle >= 0.02 * leaf_rows > 0, f"{program}: {middle} of {leaf_rows} leaf-rows at 128 bits"
        assert wide >= 0.002 * leaf_rows, f"{program}: {wide} of {leaf_rows} leaf-rows wider"


def test_random_cases_cover_every_edge(outcome):
    print("\n".join(coverage.table(outcome.counts)))
    problems = coverage.problems(outcome.counts, CASES)
    assert not problems, "\n".join(problems)
