"""Consumers that take minutes, by tests/consumer/run: chiso built from nothing within another project, programs of the headers with the flags
that people have, the packages of Debian."""

import os
import re
import shutil
import subprocess

import pytest
from consumers import (
    BUILT,
    OFF,
    ROOT,
    ReadmeProject,
    built,
    installed,
    passes,
    programs_of_eigen,
    programs_of_flags,
    project,
    start_program,
)
from shown import matches

pytestmark = pytest.mark.skipif("CHISO_EVERY_CONSUMER" not in os.environ, reason="tests/consumer/run has these")
PROGRAM, PRINTED = start_program()


def test_the_readme_is_enough(tmp_path):
    """Its two files in an empty folder with a clone of chiso, and its commands."""
    readme = ReadmeProject(tmp_path / "project")
    passes("bash", "-c", readme.builds, cwd=readme.folder)
    assert matches(readme.printed, passes("bash", "-c", readme.runs, cwd=readme.folder))


@pytest.mark.parametrize("way", ["add_subdirectory", "FetchContent"])
@pytest.mark.parametrize("kind", ["OFF", "ON"], ids=["static", "shared"])
def test_the_library_in_another_project(way, kind, tmp_path):
    """With the strictest warnings of that project, and those of ours not printed."""
    folder = project(tmp_path / "project", way, PROGRAM)
    flags = "-Wall -Wextra -Wconversion -Wshadow -Wold-style-cast -Werror"
    said = built(folder, tmp_path / "build", f"-DBUILD_SHARED_LIBS={kind}", "-DCMAKE_BUILD_TYPE=Release", f"-DCMAKE_CXX_FLAGS={flags}")
    assert "warning" not in said.lower()
    assert matches(PRINTED, passes(tmp_path / "build" / "your_program"))


@pytest.mark.parametrize("kind", ["OFF", "ON"], ids=["static", "shared"])
def test_flags_one_by_one(kind, tmp_path):
    library = ROOT / "build" / f"library_{kind}"  # as deep as the folder of the tests, whose objects ccache has
    options = ["-DCMAKE_BUILD_TYPE=Release", "-DCHISO_WARNINGS_AS_ERRORS=ON", *OFF]
    built(ROOT, library, f"-DBUILD_SHARED_LIBS={kind}", *options)
    names = ["plain", "debug", "optimized", "most", "avx2", "fast", "no_rtti", "hidden", "newer", "odd", "hostile"]
    prefix = installed(library, tmp_path)
    programs_of_flags(prefix, tmp_path / "flags", names)
    programs_of_eigen(prefix, tmp_path / "eigen", ["plain", "unaligned", "aligned", "avx2", "fast"])


def test_flags_of_programs_of_the_headers(tmp_path):
    """Random models and tables, scored by each program: one hash, which is that of tests/compilers."""
    prefix = installed(BUILT, tmp_path, "--component", "dev")
    flags = {"plain": "-O0", "avx2": "-O2 -mavx2 -fno-rtti", "fast": "-O2 -march=native -ffast-math", "newer": "-O1 -std=c++23"}
    lines = "".join(
        f"add_executable({name} {ROOT}/tests/compilers/results.cpp)\n"
        f"target_compile_options({name} PRIVATE {words} -Wall -Wextra -Wconversion -Wshadow -Werror)\n"
        f"target_include_directories({name} PRIVATE {ROOT}/tests/cpp)\n"
        f"target_link_libraries({name} PRIVATE chiso::headers)\n"
        for name, words in flags.items()
    )
    found = "find_package(chiso 0.1 REQUIRED COMPONENTS headers)\n"
    text = f"cmake_minimum_required(VERSION 3.25)\nproject(flags LANGUAGES CXX)\n{found}{lines}"
    (tmp_path / "CMakeLists.txt").write_text(text, encoding="utf-8")
    built(tmp_path, tmp_path / "build", f"-DCMAKE_PREFIX_PATH={prefix}")
    printed = {passes(tmp_path / "build" / name) for name in flags}
    assert len(printed) == 1 and "hash" in printed.pop()


# What lintian says of the packages, and why it is so.
ARGUED = {
    "initial-upload-closes-no-bugs": "they are no upload to Debian",
    "maintscript-calls-ldconfig": "CPack adds the script to a package that has a shared library; it does no harm beside the trigger",
}


@pytest.fixture(scope="module")
def packages():
    passes("cmake", "--preset", "deb", "-DCHISO_WARNINGS_AS_ERRORS=ON")
    passes("cmake", "--build", "--preset", "deb")
    passes("cpack", "--preset", "deb")
    return sorted((ROOT / "build" / "deb").glob("*.deb"))


def test_packages_of_debian(packages, tmp_path):
    """The library, what programs are built with, the command; a program is built and run from what they hold."""
    assert [path.name.partition("_")[0] for path in packages] == ["chiso", "libchiso-dev", "libchiso0.1"]
    for path in packages:
        passes("dpkg-deb", "-x", path, tmp_path / "unpacked")
    folder = project(tmp_path / "project", "find_package", PROGRAM)
    built(folder, tmp_path / "build", f"-DCMAKE_PREFIX_PATH={tmp_path}/unpacked/usr", f"-DCMAKE_LIBRARY_ARCHITECTURE={architecture()}")
    libraries = {"LD_LIBRARY_PATH": f"{tmp_path}/unpacked/usr/lib/{architecture()}"}
    assert matches(PRINTED, passes(tmp_path / "build" / "your_program", environment=libraries))
    assert passes(tmp_path / "unpacked" / "usr" / "bin" / "chiso", "--version", environment=libraries).startswith("chiso ")
    depends = {path.name.partition("_")[0]: passes("dpkg-deb", "-f", path, "Depends") for path in packages}
    assert (
        "libutf8proc2" in depends["libchiso0.1"] and "libchiso0.1 (= " in depends["libchiso-dev"] and "libchiso0.1 (= " in depends["chiso"]
    )


def architecture():
    return passes("dpkg-architecture", "-qDEB_HOST_MULTIARCH").strip() if shutil.which("dpkg-architecture") else "x86_64-linux-gnu"


@pytest.mark.skipif(not shutil.which("lintian"), reason="lintian is not installed")
def test_lintian(packages):
    said = subprocess.run(["lintian", "--allow-root", *packages], capture_output=True, text=True, check=False).stdout
    tags = re.findall(r"^[EW]: [^:]*: (\S+)", said, re.M)
    assert [tag for tag in tags if tag not in ARGUED] == [], said
