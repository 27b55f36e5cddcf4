"""What `pip install .` says first: what is compiled, and all that the machine lacks, in one line with the packages of Debian."""

import shlex
import sys

import pytest
from consumers import COMPILER, OFF, ROOT, run

BEGINS = "compiles the library and its Python module"
HEADERS = "-DCMAKE_IGNORE_PATH=/usr/include;/usr/local/include"  # a machine without them is one where these folders are not looked at


def lines(build, *options, compiler=COMPILER):
    """What CMake prints when pip runs it."""
    command = ["cmake", "-S", ROOT, "-B", build, "-G", "Ninja", "-DSKBUILD=2", "-DCHISO_BUILD_PYTHON=ON", "-DCHISO_INSTALL=OFF", *OFF]
    code, said = run(*command, f"-DPython_EXECUTABLE={sys.executable}", *options, environment={"CXX": str(compiler)})
    return code, said.splitlines()


def test_nothing_is_lacking(tmp_path):
    code, said = lines(tmp_path)
    assert code == 0 and BEGINS in said[0] and not any("lacks" in line for line in said), said


def test_all_that_is_lacking_is_said_at_once(tmp_path):
    """Before any text of CMake's own, and without a compiler too."""
    code, said = lines(tmp_path, HEADERS, "-DPython_INCLUDE_DIR=/nowhere", compiler="/nowhere/c++")
    assert code != 0 and BEGINS in said[0]
    assert said[1] == (
        "chiso cannot be built here, it lacks: a compiler of C++20, g++ 12 or clang 14 or newer, Boost's headers, utf8proc, CLI11, "
        "the headers of Python. On Debian: apt install g++ libboost-dev libutf8proc-dev libcli11-dev python3-dev"
    )
    assert said[2].startswith("CMake Error at ")


@pytest.mark.parametrize(
    "macros,named",
    [("-U__GNUC__ -D__GNUC__=11", "is GNU 11"), ("-U__clang_major__ -D__clang_major__=13", "is Clang 13")],
    ids=["g++", "clang++"],
)
def test_a_compiler_that_is_too_old(tmp_path, macros, named):
    clang = "clang" in run(*shlex.split(COMPILER), "--version")[1]
    if clang != ("Clang" in named):
        pytest.skip("of another compiler")
    (old := tmp_path / "old").write_text(f'#!/bin/sh\nexec {COMPILER} {macros} "$@"\n', encoding="utf-8")
    old.chmod(0o755)
    code, said = lines(tmp_path / "build", compiler=old)
    assert code != 0 and BEGINS in said[0]
    assert said[1].startswith("chiso cannot be built here, it lacks: a compiler of C++20") and named in said[1], said
    assert said[1].endswith("On Debian: apt install g++")


def test_what_pip_prints(tmp_path):
    """pip is silent unless it fails: then our lines come before those of CMake."""
    options = [f"--config-settings=build-dir={tmp_path / 'build'}", f"--config-settings=cmake.define.{HEADERS.removeprefix('-D')}"]
    code, said = run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-build-isolation",
        "--no-deps",
        "-w",
        tmp_path,
        *options,
        ROOT,
        environment={"CXX": COMPILER},
    )
    places = [said.find(text) for text in (BEGINS, "it lacks: Boost's headers, utf8proc, CLI11.", "CMake Error")]
    assert code != 0 and -1 not in places and places == sorted(places), said
