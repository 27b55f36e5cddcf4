"""Every header, and every file of definitions, compiles when it is the only one included, in both builds."""

import concurrent.futures
import os
import pathlib
import shlex
import shutil
import subprocess

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


def compile_alone(name, definitions):
    """The messages of the compiler for a file that includes one header twice."""
    text = f"#include <{name}>\n#include <{name}>\n"
    run = subprocess.run(
        [*COMPILER, *FLAGS, *EIGEN, *definitions, "-x", "c++", "-"], input=text, text=True, capture_output=True, check=False
    )
    return run.stderr if run.returncode else ""


def check(names, definitions):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        said = dict(zip(names, pool.map(lambda name: compile_alone(name, definitions), names)))
    wrong = {name: text for name, text in said.items() if text}
    assert not wrong, "\n\n".join(f"{name}:\n{text[:1500]}" for name, text in wrong.items())


# A part has a rule, and rules have parts: users include rule.hpp, which has both.
NOT_ALONE = {"chiso/rule/part.hpp"}


def files(suffix):
    """Those of a build; the header for Eigen needs it, which the tests install and the library does not."""
    without = NOT_ALONE if EIGEN else NOT_ALONE | {OF_EIGEN}
    return sorted({str(path.relative_to(INCLUDE)) for path in INCLUDE.rglob(f"*{suffix}")} - without)


def test_the_check_finds_faults():
    assert compile_alone("chiso/no_such_header.hpp", [])
    assert not compile_alone("chiso/core/decimal.hpp", [])


def test_headers_of_the_compiled_library_stand_alone():
    check(files(".hpp"), [])


def test_definitions_stand_alone():
    """In the build without the library each file comes with its header, which is checked below; those of the upper layers are in
    src/<layer>.cpp, which the build compiles."""
    check([name for name in files(".ipp") if EVERY or name.startswith("chiso/core/")], [])


def test_headers_without_the_library_stand_alone():
    """Files and formats belong to the compiled library. Most headers include nearly everything here and take seconds each: without
    CHISO_EVERY_HEADER they are checked through the header that has all of them."""
    names = [name for name in files(".hpp") if not name.startswith("chiso/io")]
    light = ("chiso/core/", "chiso/chiso.hpp", OF_EIGEN)
    check([name for name in names if EVERY or name.startswith(light)], ["-DCHISO_HEADER_ONLY"])
