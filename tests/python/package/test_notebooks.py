"""The notebooks run from top to bottom, and print and draw what is committed. They assert their own results.

With CHISO_WRITE_NOTEBOOKS set they are written as they ran.
"""

import base64
import io
import json
import os
import pathlib
import re
import sys

import chiso
import nbclient
import nbformat
import numpy as np
import pytest
from conftest import ROOT
from matplotlib import image

FOLDER = ROOT / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
BYTES = 400_000


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(book):
    return [cell for cell in book.cells if cell.cell_type == "code"]


def printed(cell):
    return "".join(output.text for output in cell.outputs if output.output_type == "stream")


def pictures(cell):
    """The pictures of a cell, as shares of light."""
    data = [output["data"]["image/png"] for output in cell.outputs if "image/png" in output.get("data", {})]
    return [image.imread(io.BytesIO(base64.b64decode(one)), format="png") for one in data]


def look_alike(one, other):
    """Whether at most one pixel of a thousand differs much: letters of another FreeType do not come out the same."""
    return one.shape == other.shape and np.mean(np.abs(one - other).max(axis=-1) > 0.15) <= 0.001


def test_a_picture_that_is_older_is_noticed():
    white = np.ones((100, 100, 4))
    other = white.copy()
    other[20:24, 30:33] = 0
    assert look_alike(white, white * 0.95) and not look_alike(white, other) and not look_alike(white, white[1:])


def test_there_are_six_notebooks():
    assert [path.name[:2] for path in NOTEBOOKS] == ["1_", "2_", "3_", "4_", "5_", "6_"]


@pytest.fixture
def this_interpreter(tmp_path, monkeypatch):
    """A kernel of the interpreter that runs the tests, with figures within the page."""
    folder = tmp_path / "kernels" / "python3"
    folder.mkdir(parents=True)
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (folder / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "Python 3", "language": "python"}))
    monkeypatch.setenv("CHISO_LANG", "vi")  # they set their language themselves
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
    where = {"metadata": {"path": str(FOLDER)}}
    nbclient.NotebookClient(book, timeout=600, kernel_name="python3", record_timing=False, coalesce_streams=True, resources=where).execute()
    *cells, last = code_cells(book)
    assert printed(last).splitlines() == [sys.executable, chiso.__file__]
    if "CHISO_WRITE_NOTEBOOKS" in os.environ:
        book.cells.pop()
        book.metadata = committed.metadata
        nbformat.write(book, path)
        return
    for cell, before in zip(cells, code_cells(committed), strict=True):
        assert printed(cell) == printed(before), cell.source
        assert [output.output_type for output in cell.outputs] == [output.output_type for output in before.outputs], cell.source
        assert [set(output.get("data", {})) for output in cell.outputs] == [set(output.get("data", {})) for output in before.outputs]
        drawn, committed_pictures = pictures(cell), pictures(before)
        assert all(map(look_alike, drawn, committed_pictures)), f"drawn otherwise than what is committed:\n{cell.source}"


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
