"""The notebooks run from top to bottom, and print what is committed. They assert their own results."""

import json
import os
import pathlib
import re
import sys

import chiso
import nbclient
import nbformat
import pytest
from conftest import ROOT

FOLDER = ROOT / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
BYTES = 400_000


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(book):
    return [cell for cell in book.cells if cell.cell_type == "code"]


def printed(cell):
    return "".join(output.text for output in cell.outputs if output.output_type == "stream")


def test_there_are_five_notebooks():
    assert [path.name[:2] for path in NOTEBOOKS] == ["1_", "2_", "3_", "4_", "5_"]


@pytest.fixture
def this_interpreter(tmp_path, monkeypatch):
    """A kernel of the interpreter that runs the tests, with figures within the page."""
    folder = tmp_path / "kernels" / "python3"
    folder.mkdir(parents=True)
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (folder / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "Python 3", "language": "python"}))
    monkeypatch.setenv("CHISO_LANG", "vi")  # as they were committed
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("MPLBACKEND", raising=False)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_notebook_runs(path, this_interpreter):
    committed, book = read(path), read(path)
    for cell in code_cells(book):
        cell.outputs = []
    book.cells.append(nbformat.v4.new_code_cell("import sys\nprint(sys.executable, chiso.__file__, sep='\\n')"))
    nbclient.NotebookClient(book, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}).execute()
    *cells, last = code_cells(book)
    assert printed(last).splitlines() == [sys.executable, chiso.__file__]
    for cell, before in zip(cells, code_cells(committed), strict=True):
        assert printed(cell) == printed(before), cell.source
        assert [output.output_type for output in cell.outputs] == [output.output_type for output in before.outputs], cell.source
        assert [set(output.get("data", {})) for output in cell.outputs] == [set(output.get("data", {})) for output in before.outputs]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_notebook_is_committed_as_it_ran(path):
    text = path.read_text(encoding="utf-8")
    book = read(path)
    nbformat.validate(book)
    assert len(text.encode()) <= BYTES
    assert not re.search(r"/(home|root|tmp|Users)/|[A-Z]:\\\\", text), "a path of somebody's machine"
    assert str(pathlib.Path.home()) + os.sep not in text
    cells = code_cells(book)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert any("image/png" in output.get("data", {}) for cell in cells for output in cell.outputs)
    assert any(re.search(r"^assert ", cell.source, re.M) for cell in cells)
    assert not [output for cell in cells for output in cell.outputs if output.output_type == "error" or output.get("name") == "stderr"]
    assert book.metadata.kernelspec.name == "python3"


def test_every_named_rule_has_its_picture():
    source = "\n".join(cell.source for cell in read(FOLDER / "3_writing_a_model.ipynb").cells)
    drawn = {type for type, rule in chiso.rules.by_type.items() if f"rules.{rule.__name__}(" in source}
    assert drawn == set(re.findall(r"\*\*(\w+)\*\*", source)) & chiso.rules.by_type.keys()
    assert len(drawn) >= 13
