"""What including chiso costs a compiler, told without a clock, so that it does not grow unseen (seconds: tests/bench/include_time)."""

import os
import pathlib
import re
import shlex
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include"
COMPILER = shlex.split(os.environ.get("CXX", "g++"))

# Lines of chiso, without comments, that a compiler reads of a header: where the library is compiled, and in the headers' build, where the
# definitions come along. A change that adds to one of them raises it here, and says in its message what programs get for it.
CEILINGS = {
    "chiso/check.hpp": (3600, 16600),
    "chiso/chiso.hpp": (5250, 24700),
    "chiso/core/decimal.hpp": (150, 220),
    "chiso/core/problem.hpp": (265, 680),
    "chiso/evidence/builder.hpp": (3850, 15900),
    "chiso/explain.hpp": (4900, 24900),
    "chiso/io.hpp": (6150, None),
    "chiso/model/draft.hpp": (3000, 6600),
    "chiso/model/model.hpp": (3200, 10200),
    "chiso/plan.hpp": (4900, 24500),
    "chiso/rank/ranking.hpp": (4450, 19700),
    "chiso/rule/rule.hpp": (2200, 5750),
    "chiso/score/scorer.hpp": (3900, 17700),
}
# The standard headers that chiso.hpp names where the library is compiled: none of them has hash tables, maps, sorts or streams, but for what
# <functional> and <memory> bring.
STANDARD = {
    "array", "compare", "concepts", "cstddef", "cstdint", "functional", "initializer_list", "iosfwd", "memory", "new", "optional", "span",
    "stdexcept", "string", "string_view", "sys/mman.h", "tuple", "type_traits", "utility", "variant", "vector", "version",
}  # fmt: skip


def reached(header, definitions):
    """The files of chiso that a header includes, itself among them, and the names of all others."""
    ours, others, left = set(), set(), [header]
    while left:
        name = left.pop()
        if name in ours or (name.endswith(".ipp") and not definitions):
            continue
        if not (INCLUDE / name).exists():
            others.add(name)
            continue
        ours.add(name)
        left += re.findall(r"^\s*#\s*include\s*<([^>]+)>", (INCLUDE / name).read_text(encoding="utf-8"), re.M)
    return ours, others - {"chiso_cannot_be_compiled_here"}


def lines(names):
    texts = ((INCLUDE / name).read_text(encoding="utf-8") for name in names)
    return sum(bool(re.sub("//.*", "", line).strip()) for text in texts for line in text.splitlines())


@pytest.mark.parametrize("definitions", [False, True], ids=["compiled", "headers"])
@pytest.mark.parametrize("header", CEILINGS)
def test_no_header_brings_more_than_it_did(header, definitions):
    ceiling = CEILINGS[header][definitions]
    if ceiling is None:
        pytest.skip("a part of the compiled library")
    count = lines(reached(header, definitions)[0])
    assert count <= ceiling
    assert count > 0.9 * ceiling, "the ceiling is far above what it is for: lower it"


def test_the_umbrella_reaches_no_other_standard_headers():
    assert reached("chiso/chiso.hpp", False)[1] == STANDARD


# What classes that are no templates take to be made with their default members, or to be destroyed: none of it is more than a few lines.
COMPILED_ANYWAY = {
    "BadCells::BadCells", "Decimal::parse", "Decimal::shortest_at_run_time", "Model::draft", "Model::publish", "NameList::names",
    "Rational::Rational", "Rational::from", "Rational::sign", "Rational::widened", "Report::Step::Step", "Report::back_to",
    "ResolvedEvidence::batch", "Scorer::model", "Scores::model", "Scores::resolved", "add_pointer_part", "compare", "gcd", "reduced",
    "wide::fits", "wide::narrowed",
}  # fmt: skip


def instantiated(headers):
    """The functions that .ipp files define and that the headers' build compiles for a unit that only includes headers; there they are
    templates of no arguments."""
    out = subprocess.run(
        [*COMPILER, "-std=c++20", "-O0", "-S", "-o", os.devnull, "-fdump-tree-original=/dev/stdout", "-DCHISO_HEADER_ONLY", f"-I{INCLUDE}"]
        + ["-x", "c++", "-"],
        input="".join(f"#include <{header}>\n" for header in headers),
        text=True,
        capture_output=True,
        check=True,
    ).stdout
    functions = re.findall(r"^;; Function (.*)", out, re.M)
    assert len(functions) > 500
    found = (re.search(r"([\w:]+)\(.*\[with int \.\.\.<anonymous> = {}", one) for one in functions)
    return {one[1].removeprefix("chiso::headers::") for one in found if one}


@pytest.mark.skipif("clang" in "".join(COMPILER), reason="it is g++ that writes what it compiles")
def test_an_include_compiles_no_definition():
    """One function without CHISO_INLINE is enough: it is compiled by every unit that includes its header, with all that it calls. The same
    holds of a default member that is made by a function; let a constructor make it."""
    umbrellas = ["chiso/chiso.hpp", "chiso/check.hpp", "chiso/explain.hpp", "chiso/plan.hpp"]
    assert instantiated(umbrellas) - COMPILED_ANYWAY == set()
