"""Wrong code does not compile, for the right reason: see tests/compile_fail. The first line of each file says what the compiler must say."""

import os
import pathlib
import re
import shlex
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "compile_fail"
COMPILER = shlex.split(os.environ.get("CXX", "g++"))


def directive(text, name):
    """The rest of a line `// name: rest` among the comments at the top."""
    match = re.search(rf"^// {name}: (.*)$", text, re.M)
    return match[1].strip() if match else ""


def compiler(arguments, cwd=None):
    run = subprocess.run(
        [*COMPILER, "-std=c++20", f"-I{ROOT / 'include'}", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C"},
    )
    return run.returncode, run.stderr


def compiler_name():
    return subprocess.run([*COMPILER, "--version"], capture_output=True, text=True, check=False).stdout.lower()


def wrong_with(path, scratch):
    """Why a file is not a good example of wrong code; empty if it is one."""
    text = path.read_text(encoding="utf-8")
    expected = directive(text, "expects")
    if not text.startswith("// expects: ") or not expected:
        return "its first line does not say what the compiler must say"
    flags = shlex.split(directive(text, "flags"))
    linked = [part.strip() for part in directive(text, "links").split(",") if part.strip()]
    if not linked:
        code, said = compiler(["-fsyntax-only", *flags, str(path)])
    else:
        objects = []
        for source, definitions in [
            (path, [f"-D{name}" for name in directive(text, "defines").split()]),
            *((ROOT / name if "/" in name else FOLDER / name, []) for name in linked),
        ]:
            objects.append(str(scratch / f"{source.stem}.o"))
            code, said = compiler(["-c", *definitions, str(source), "-o", objects[-1]])
            if code:
                return f"{source.name} does not compile by itself:\n{said}"
        code, said = compiler([*objects, "-o", str(scratch / "program")])
    if code == 0:
        return "it compiles"
    if not re.search(expected, said):
        return f"it fails for another reason:\n{said}"
    return ""


EXAMPLES = sorted(path for path in FOLDER.glob("*.cpp") if not path.read_text(encoding="utf-8").startswith("// part of "))


def test_the_check_finds_faults(tmp_path):
    """A file that compiles, one that fails for another reason, and one that expects nothing are reported."""
    good, other, silent = (tmp_path / name for name in ("good.cpp", "other.cpp", "silent.cpp"))
    good.write_text("// expects: anything\n#include <chiso/core/decimal.hpp>\nconst chiso::Decimal half = 0.5;\n", encoding="utf-8")
    other.write_text("// expects: private\nint x = nothing;\n", encoding="utf-8")
    silent.write_text("int x = nothing;\n", encoding="utf-8")
    assert wrong_with(good, tmp_path) == "it compiles"
    assert wrong_with(other, tmp_path).startswith("it fails for another reason")
    assert wrong_with(silent, tmp_path).startswith("its first line")


def test_files_of_one_build_link(tmp_path):
    """Within one build the two files of mixed_builds link: only the mixture is refused."""
    sources = [FOLDER / "mixed_builds.cpp", FOLDER / "mixed_builds_other.cpp"]
    for definitions, more in [(["-DCHISO_HEADER_ONLY"], []), ([], [ROOT / "src" / "core.cpp"])]:
        program = tmp_path / "program"
        code, said = compiler([*definitions, *map(str, [*sources, *more]), "-o", str(program)])
        assert code == 0, said
        assert subprocess.run([program], check=False).returncode == 0


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_wrong_uses_do_not_compile(path, tmp_path):
    if directive(path.read_text(encoding="utf-8"), "only").startswith("g++") and "clang" in compiler_name():
        pytest.skip("g++ only")
    assert not wrong_with(path, tmp_path)
