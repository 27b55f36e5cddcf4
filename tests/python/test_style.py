"""Every file is formatted as the formatters of C++ and Python would, and the Python linter finds nothing."""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["include", "src", "bindings", "tests", "examples"]


def says(name, *arguments):
    program = pathlib.Path(sys.executable).parent / name  # from the environment that runs the tests, whose versions are pinned
    run = subprocess.run([program, *arguments], cwd=ROOT, text=True, capture_output=True, check=False)
    return (run.stdout + run.stderr)[-4000:] if run.returncode else ""


def test_cpp_is_formatted():
    files = [str(path) for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in {".hpp", ".ipp", ".cpp"}]
    assert len(files) > 400
    assert not says("clang-format", "--dry-run", "-Werror", *files), "clang-format -i mends it"


def test_python_is_formatted():
    assert not says("ruff", "format", "--check", "-q", "."), "ruff format mends it"


def test_ruff_finds_nothing():
    assert not says("ruff", "check", "-q", "."), "ruff check --fix may mend it"
