"""Types: generated files are up to date, mypy finds nothing, stubs match the module."""

import os
import pathlib
import subprocess
import sys

import pytest
from conftest import ROOT

PACKAGE = ROOT / "bindings" / "chiso"


@pytest.mark.parametrize("name", ["_core.pyi", "drafts.py", "rules.py"])
def test_generated_files_are_up_to_date(generated, name):
    assert (generated / name).read_text(encoding="utf-8") == (PACKAGE / name).read_text(encoding="utf-8"), "run bindings/generate"


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("generated")
    subprocess.run([sys.executable, ROOT / "bindings" / "generate", folder], check=True)
    return folder


def mypy(*arguments):
    done = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_finds_nothing_in_the_package():
    mypy("mypy", "--config-file", "pyproject.toml")


def test_mypy_finds_nothing_in_public_uses():
    uses = sorted(str(path) for path in [*ROOT.glob("examples/python/*.py"), ROOT / "tests/python/package/public_uses.py"])
    mypy("mypy", "--config-file", "pyproject.toml", *uses)


def test_stubs_match_the_module():
    allowed = ROOT / "tests" / "python" / "package" / "stubtest_allowlist.txt"
    mypy("mypy.stubtest", "chiso", "--mypy-config-file", "pyproject.toml", "--allowlist", str(allowed))


def test_the_package_says_that_it_is_typed():
    import chiso

    assert (pathlib.Path(chiso.__file__).parent / "py.typed").exists()
    assert os.access(PACKAGE / "py.typed", os.R_OK)
