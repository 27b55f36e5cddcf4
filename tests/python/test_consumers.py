"""chiso as other people link it: installed and moved, added to a project, by pkg-config; each as docs/guide/installing.md says. What takes longer is in
test_consumers_at_length.py."""

import json
import os
import re
import shutil

import pytest
from consumers import (
    BUILT,
    COMPILER,
    INSTALLING,
    OFF,
    ROOT,
    WITHOUT_UTF8PROC,
    ReadmeProject,
    built,
    configured,
    installed,
    passes,
    programs_of_eigen,
    programs_of_flags,
    project,
    refused,
    run,
    start_program,
)
from shown import blocks, matches

CONSUMER = ROOT / "tests" / "consumer"
PROGRAM, PRINTED = start_program()
OF_HEADERS = """
#include <chiso/core/decimal.hpp>
#include <iostream>
int main() { std::cout << chiso::Decimal(0.5) << '\\n'; }
"""


@pytest.fixture(scope="module")
def prefix(tmp_path_factory):
    """What is built, installed for those who build programs: without the command line."""
    return installed(BUILT, tmp_path_factory.mktemp("prefix"), "--component", "dev")


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """The shared library, from the objects of the static one where ccache has them (in a folder as deep), installed with all there is."""
    build = ROOT / "build" / "shared_library"
    built(ROOT, build, "-DCMAKE_BUILD_TYPE=Release", "-DBUILD_SHARED_LIBS=ON", "-DCHISO_WARNINGS_AS_ERRORS=ON", *OFF)
    return installed(build, tmp_path_factory.mktemp("shared"))


def test_the_project_of_the_readme(prefix, tmp_path):
    """It is configured as it stands; its program is built with the library that there is, for with its own it takes minutes."""
    readme = ReadmeProject(tmp_path / "project")
    configured(readme.folder, readme.folder / "build", "-DCMAKE_BUILD_TYPE=Release")
    found = readme.project_file.replace("add_subdirectory(chiso)", "find_package(chiso 0.1 REQUIRED)")
    assert found != readme.project_file
    (readme.folder / "CMakeLists.txt").write_text(found, encoding="utf-8")
    built(readme.folder, readme.folder / "found", f"-DCMAKE_PREFIX_PATH={prefix}")
    assert matches(readme.printed, passes(readme.folder / "found" / "your_program", cwd=readme.folder / "chiso"))


def test_find_package(prefix, tmp_path):
    folder = project(tmp_path / "project", "find_package", PROGRAM)
    built(folder, tmp_path / "build", f"-DCMAKE_PREFIX_PATH={prefix}")
    assert matches(PRINTED, passes(tmp_path / "build" / "your_program"))


@pytest.mark.parametrize(
    "way,machine", [("find_package", [WITHOUT_UTF8PROC]), ("add_subdirectory", []), ("FetchContent", [WITHOUT_UTF8PROC])]
)
def test_headers_need_nothing_compiled(prefix, tmp_path, way, machine):
    """Nor utf8proc, to configure; and nothing of chiso is built, tested or installed with the project."""
    folder = project(tmp_path / "project", way, OF_HEADERS, "headers")
    said = built(folder, tmp_path / "build", f"-DCMAKE_PREFIX_PATH={prefix}", *machine)
    assert passes(tmp_path / "build" / "your_program") == "0.5\n"
    made = {path.name for path in (tmp_path / "build").rglob("*") if path.suffix in {".o", ".a", ".so"}}
    assert made == {"your_program.cpp.o"} and "warning" not in said.lower()
    assert "Total Tests: 0" in passes("ctest", "--test-dir", tmp_path / "build", "-N")
    passes("cmake", "--install", tmp_path / "build", "--prefix", tmp_path / "prefix")
    assert not (tmp_path / "prefix").exists()


def test_nothing_leaks_into_a_project(tmp_path):
    """Beside its targets a part of a project leaves options with its name, and what CMake notes of packages and compilers."""
    text = (
        "cmake_minimum_required(VERSION 3.25)\nproject(your_program LANGUAGES CXX)\n{}\nadd_executable(your_program your_program.cpp)\n{}\n"
    )
    said = {}
    for name, *lines in [
        ("without", "", "find_package(Threads)"),
        (
            "with",
            "add_subdirectory(chiso)",
            'get_directory_property(all DIRECTORY chiso BUILDSYSTEM_TARGETS)\nmessage(STATUS "targets=${all}")\ntarget_link_libraries(your_program PRIVATE chiso::headers)',
        ),
    ]:
        folder = project(tmp_path / name, "add_subdirectory", OF_HEADERS)
        (folder / "CMakeLists.txt").write_text(text.format(*lines), encoding="utf-8")
        said[name] = configured(folder, tmp_path / f"build_{name}", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
    assert "targets=chiso_headers;chiso\n" in said["with"]
    assert "warning" not in said["with"].lower()
    cached = {
        name: set(re.findall(r"^(\w+):", (tmp_path / f"build_{name}" / "CMakeCache.txt").read_text(encoding="utf-8"), re.M))
        for name in said
    }
    assert [
        name
        for name in cached["with"] - cached["without"]
        if not name.lower().startswith(("chiso", "boost", "cmake_project_version", "find_package_message"))
    ] == []
    (command,) = (
        unit["command"]
        for unit in json.loads((tmp_path / "build_with" / "compile_commands.json").read_text())
        if unit["file"].endswith("your_program.cpp")
    )
    flags = re.sub(r"-isystem \S+", "-isystem X", command).split(" -o ")[0].split()[1:]
    assert [flag for flag in flags if flag.startswith("-")] == [
        "-DBOOST_ALL_NO_LIB",
        "-DCHISO_HEADER_ONLY",
        "-isystem",
        "-std=gnu++20",
    ]  # the first is of Boost


def test_a_library_without_utf8proc(prefix, tmp_path):
    """Whoever links it is told what is missing, by any way to it."""
    added = project(tmp_path / "added", "add_subdirectory", OF_HEADERS)
    assert "libutf8proc" in refused(added, tmp_path / "1", WITHOUT_UTF8PROC)
    found = project(tmp_path / "found", "find_package", OF_HEADERS)
    assert "the static library needs utf8proc" in refused(found, tmp_path / "2", WITHOUT_UTF8PROC, f"-DCMAKE_PREFIX_PATH={prefix}")
    assert "on Debian: libutf8proc-dev" in refused(ROOT, tmp_path / "3", WITHOUT_UTF8PROC, *OFF)


def test_an_installation_of_headers_alone(tmp_path):
    configured(ROOT, tmp_path / "build", "-DCHISO_BUILD_LIBRARY=OFF", WITHOUT_UTF8PROC)
    passes("cmake", "--build", tmp_path / "build")
    prefix = installed(tmp_path / "build", tmp_path)
    assert {path.name for path in prefix.rglob("*") if path.is_file() and "include" not in path.parts} == {
        "chiso-config.cmake", "chiso-config-version.cmake", "chiso-headers.cmake", "chiso-headers.pc"
    }  # fmt: skip
    where = f"-DCMAKE_PREFIX_PATH={prefix}"
    built(project(tmp_path / "headers", "find_package", OF_HEADERS, "headers"), tmp_path / "1", where)
    assert "this installation has only the headers" in refused(
        project(tmp_path / "both", "find_package", OF_HEADERS), tmp_path / "2", where
    )


@pytest.mark.parametrize(
    "asked,answer",
    [
        ("find_package(chiso 0.1 REQUIRED COMPONENTS eigen)", "there is no component eigen: they are compiled (chiso::chiso) and headers (chiso::headers)"),
        ("find_package(chiso 0.2 REQUIRED)", 'requested version "0.2"'),
        ("find_package(chiso 1.0 REQUIRED COMPONENTS headers)", 'requested version "1.0"'),
        ("find_package(chiso 0.1 REQUIRED OPTIONAL_COMPONENTS eigen)\nmessage(FATAL_ERROR eigen=${chiso_eigen_FOUND})", "eigen=FALSE"),
        ("find_package(chiso 0.1 REQUIRED)\nif(TARGET chiso::chiso AND TARGET chiso::headers)\nmessage(FATAL_ERROR both)\nendif()", "both"),
    ],
)  # fmt: skip
def test_what_find_package_answers(prefix, tmp_path, asked, answer):
    (tmp_path / "CMakeLists.txt").write_text(f"cmake_minimum_required(VERSION 3.25)\nproject(p LANGUAGES CXX)\n{asked}\n", encoding="utf-8")
    said = refused(tmp_path, tmp_path / "build", f"-DCMAKE_PREFIX_PATH={prefix}")
    assert answer in said


def make(tmp_path, package, program, prefix):
    (makefile,) = blocks(INSTALLING, "make")
    (tmp_path / "Makefile").write_text(re.sub(r"chiso\)", f"{package})", makefile), encoding="utf-8")
    (tmp_path / "your_program.cpp").write_text(program, encoding="utf-8")
    said = passes("make", f"CXX={COMPILER}", cwd=tmp_path, environment={"PKG_CONFIG_PATH": f"{prefix}/lib/pkgconfig"})
    return said, passes(tmp_path / "your_program", environment={"LD_LIBRARY_PATH": f"{prefix}/lib"})


def test_make_with_pkg_config(prefix, shared, tmp_path):
    for number, (package, program, where) in enumerate(
        [("chiso", PROGRAM, prefix), ("chiso", PROGRAM, shared), ("chiso-headers", OF_HEADERS, prefix)]
    ):
        (tmp_path / str(number)).mkdir()
        said, printed = make(tmp_path / str(number), package, program, where)
        assert matches(PRINTED, printed) if package == "chiso" else printed == "0.5\n"
        assert ("-lutf8proc" in said) == (package == "chiso" and where == prefix), said
    environment = {"PKG_CONFIG_PATH": f"{prefix}/lib/pkgconfig"}
    assert "-lutf8proc" in passes("pkg-config", "--static", "--libs", "chiso", environment=environment)


def test_flags_change_nothing(prefix, tmp_path):
    """Two of the programs; test_consumers_at_length.py has all, and the shared library."""
    programs_of_flags(prefix, tmp_path, ["plain", "hostile"])


def test_nothing_of_eigen_crosses_the_library(prefix, tmp_path):
    """Two of the programs; test_consumers_at_length.py has all, and the shared library."""
    programs_of_eigen(prefix, tmp_path, ["plain", "avx2"])


def test_the_shared_library(shared):
    assert {path.name for path in (shared / "lib").iterdir() if "chiso.so" in path.name} == {
        "libchiso.so",
        "libchiso.so.0.1",
        "libchiso.so.0.1.0",
    }
    assert "SONAME" in (read := passes("readelf", "-d", shared / "lib" / "libchiso.so")) and "[libchiso.so.0.1]" in read
    visible = passes("nm", "-DC", "--defined-only", shared / "lib" / "libchiso.so")
    assert "chiso::compiled::parse_model" in visible and "chiso::compiled::CsvScanner" not in visible


def test_both_in_one_program(prefix, tmp_path):
    """Refused by CMake, or by the linker, with words that name the reason; of one kind the same files are a program."""
    where = f"-DCMAKE_PREFIX_PATH={prefix}"
    for number, way in enumerate(["directly", "by a private part", "by a private part of the other kind"]):
        said = refused(CONSUMER / "mixed", tmp_path / str(number), f"-DWAY={way}", where)
        assert "chiso_compiled_or_headers_not_both" in said.lower()
        assert ("does not agree" if way == "directly" else "mismatches") in said
    built(CONSUMER / "mixed", tmp_path / "one", "-DWAY=one of them", where)
    passes(tmp_path / "one" / "program")


@pytest.mark.parametrize("build", [[], ["-DCHISO_HEADER_ONLY"]], ids=["compiled", "headers"])
@pytest.mark.parametrize(
    "flags,reason",
    [
        (["-std=c++17"], "C++20"),
        (["-fno-exceptions"], "-fno-exceptions"),
        (["-U__SIZEOF_INT128__"], "128-bit integers"),
        (["-D_LIBCPP_VERSION=190107"], "libc++ 20"),
    ],
)
def test_what_a_compiler_lacks(tmp_path, build, flags, reason):
    """One #error, after which the compiler stops."""
    (tmp_path / "program.cpp").write_text("#include <chiso/chiso.hpp>\n", encoding="utf-8")
    code, said = run(*COMPILER.split(), "-std=c++20", *flags, *build, f"-I{ROOT / 'include'}", "-c", "program.cpp", cwd=tmp_path)
    errors = re.findall(r"(?<!fatal )error: (.*)", said)
    assert code != 0 and len(errors) == 1 and reason in errors[0] and len(re.findall("fatal error", said)) == 1, said


@pytest.mark.skipif(not shutil.which("clang++-14"), reason="clang compiles for other processors as it is")
@pytest.mark.parametrize("build", [[], ["-DCHISO_HEADER_ONLY"]], ids=["compiled", "headers"])
def test_a_processor_without_128_bit_integers(tmp_path, build):
    """No header of the system is needed to say so."""
    (tmp_path / "program.cpp").write_text("#include <chiso/chiso.hpp>\n", encoding="utf-8")
    flags = ["--target=i686-linux-gnu", "-std=c++20", "-nostdinc", f"-I{ROOT / 'include'}"]
    code, said = run("clang++-14", *flags, *build, "-fsyntax-only", "program.cpp", cwd=tmp_path)
    (error,) = re.findall(r"(?<!fatal )error: (.*)", said)
    assert code != 0 and "128-bit integers" in error and len(re.findall("fatal error", said)) == 1, said


def test_hostile_macros_in_the_headers(tmp_path):
    (tmp_path / "program.cpp").write_text("#include <chiso/chiso.hpp>\n", encoding="utf-8")
    hostile = ["-include", CONSUMER / "flags" / "hostile.hpp"]
    passes(
        *COMPILER.split(), "-std=c++20", "-DCHISO_HEADER_ONLY", *hostile, f"-I{ROOT / 'include'}", "-fsyntax-only", tmp_path / "program.cpp"
    )


def test_files_are_of_the_compiled_library(tmp_path):
    (tmp_path / "program.cpp").write_text("#include <chiso/io.hpp>\n", encoding="utf-8")
    code, said = run(
        *COMPILER.split(), "-std=c++20", "-DCHISO_HEADER_ONLY", f"-I{ROOT / 'include'}", "-fsyntax-only", "program.cpp", cwd=tmp_path
    )
    assert code != 0 and re.findall("error: (.*)", said) == [
        '#error "chiso/io.hpp is a part of the compiled library: link chiso::chiso in place of chiso::headers"'
    ]


def test_what_is_said_twice():
    """The version in the port of vcpkg, and the commands in the page of the manual."""
    version = re.search(r'define CHISO_VERSION "(.*)"', (ROOT / "include" / "chiso" / "core" / "build.hpp").read_text(encoding="utf-8"))[1]
    assert json.loads((ROOT / "src" / "packages" / "vcpkg" / "chiso" / "vcpkg.json").read_text(encoding="utf-8"))["version"] == version
    page = (ROOT / "src" / "cli" / "chiso.1").read_text(encoding="utf-8")
    commands = re.findall(r"^  (\w+) {2,}(\S.*)$", passes(os.environ["CHISO_CLI"], "--help").partition("Subcommands:")[2], re.M)
    assert re.findall(r"^\.TP\n\.B (\w+)\n(.*)\.$", page, re.M) == commands
