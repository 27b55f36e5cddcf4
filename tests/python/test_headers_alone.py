"""Every header, and every file of definitions, compiles when it is the only one included, in both builds."""

import concurrent.futures
import os
import pathlib
import re
import shlex
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include"
COMPILER = shlex.split(os.environ.get("CXX", "g++"))
FLAGS = [
    "-std=c++20",
    "-fsyntax-only",
    "-Wall",
    "-Wextra",
    "-Wpedantic",
    "-Wconversion",
    "-Wshadow",
    "-Wno-unknown-pragmas",
    "-Werror",
    f"-I{INCLUDE}",
]


def eigen():
    """The flag for the headers of Eigen; none where it is not installed."""
    if not shutil.which("pkg-config"):
        return []
    run = subprocess.run(["pkg-config", "--cflags", "eigen3"], text=True, capture_output=True, check=False)
    return [word.replace("-I", "-isystem", 1) for word in shlex.split(run.stdout)]


EIGEN = eigen()
OF_EIGEN = "chiso/eigen.hpp"
EVERY = "CHISO_EVERY_HEADER" in os.environ  # this takes minutes


def compile_alone(name, flags):
    """The messages of the compiler for a file that includes one header twice."""
    text = f"#include <{name}>\n#include <{name}>\n"
    run = subprocess.run([*COMPILER, *FLAGS, *EIGEN, *flags, "-x", "c++", "-"], input=text, text=True, capture_output=True, check=False)
    return run.stderr if run.returncode else ""


def check(names, flags):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        said = dict(zip(names, pool.map(lambda name: compile_alone(name, flags), names)))
    wrong = {name: text for name, text in said.items() if text}
    assert not wrong, "\n\n".join(f"{name}:\n{text[:1500]}" for name, text in wrong.items())


# A part has a rule, and rules have parts: users include rule.hpp, which has both.
NOT_ALONE = {"chiso/rule/part.hpp"}


def files(suffix):
    """Those of a build; the header for Eigen needs it, which the tests install and the library does not."""
    without = NOT_ALONE if EIGEN else NOT_ALONE | {OF_EIGEN}
    return sorted({str(path.relative_to(INCLUDE)) for path in INCLUDE.rglob(f"*{suffix}")} - without)


@pytest.fixture(scope="module")
def others(tmp_path_factory):
    """The headers of others, compiled once: so a header of ours takes a fraction of its time, and one of ours that it lacks is found. What it
    lacks of others is found with CHISO_EVERY_HEADER, or where it is compiled first."""
    if EVERY:
        return []
    texts = [path.read_text(encoding="utf-8") for path in INCLUDE.rglob("*.hpp") if path.name != "eigen.hpp"]
    names = {name for text in texts for name in re.findall(r"^#include <((?!chiso)[^>]+)>", text, re.M)}
    header = tmp_path_factory.mktemp("others") / "others.hpp"
    header.write_text("".join(f"#include <{name}>\n" for name in sorted(names)), encoding="utf-8")
    flags = [flag for flag in FLAGS if flag != "-fsyntax-only"]
    subprocess.run([*COMPILER, *flags, "-x", "c++-header", str(header), "-o", f"{header}.gch"], check=True)
    return ["-Winvalid-pch", "-include", str(header)]


def test_the_check_finds_faults(others):
    for flags in ([], others):
        assert "no_such_header" in compile_alone("chiso/no_such_header.hpp", flags)
        assert not compile_alone("chiso/core/decimal.hpp", flags)


def test_headers_of_the_compiled_library_stand_alone(others):
    check(files(".hpp"), others)


def test_definitions_stand_alone():
    """In the build without the library each file comes with its header, which is checked below; those of the upper layers are in
    src/<layer>.cpp, which the build compiles."""
    check([name for name in files(".ipp") if EVERY or name.startswith("chiso/core/")], [])


def test_headers_without_the_library_stand_alone():
    """Files and formats belong to the compiled library. Most headers include nearly everything here and take seconds each: without
    CHISO_EVERY_HEADER they are checked through the headers that have all of them."""
    names = [name for name in files(".hpp") if not name.startswith("chiso/io")]
    light = ("chiso/core/", "chiso/chiso.hpp", "chiso/check.hpp", "chiso/explain.hpp", "chiso/plan.hpp", OF_EIGEN)
    check([name for name in names if EVERY or name.startswith(light)], ["-DCHISO_HEADER_ONLY"])
