"""The models and tables of the repository's examples, to try things with.

Snippets of the pages read them by their paths, as in ``chiso.load_model("examples/models/pci_2021.json")``. `write` puts them into a folder, and
there such a snippet runs as it stands; `load` needs no folder.

What each is, and where its figures come from, is in ``path("data/README.md")``. Figures that are not invented are quoted with their sources.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

from chiso.evidence import Evidence, read_evidence
from chiso.model import Model, load_model

__all__ = ["Example", "load", "names", "path", "write"]

_FOLDER = Path(__file__).parent


class Example(NamedTuple):
    """A model and its evidence. Made by `load`."""

    model: Model
    evidence: Evidence


@dataclass(frozen=True)
class _Files:
    """Which files an example is made of, and how they are read."""

    about: str
    model: str
    table: str
    options: Mapping[str, Any] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)


_NAMED = {
    "communes": _Files(
        "invented: 30 communes and 12 offices in two years and three tracks; nearly every rule",
        "models/commune_reform_index.json",
        "data/communes.csv",
        {"decimal": ","},
    ),
    "pci_2021": _Files(
        "published: the Provincial Competitiveness Index 2021, the first 21 of 63 provinces",
        "models/pci_2021.json",
        "data/pci_2021.csv",
        {"unknown": "ignore"},
    ),
    "council": _Files("invented: 20 communes, one of which fell ten places", "council/model.json", "council/table.csv", {"decimal": ","}),
    "student_conduct": _Files(
        "a real criteria set with caps on groups; the six students are invented", "models/student_conduct.json", "data/student_conduct.csv"
    ),
    "hospital_quality": _Files(
        "a real set of 83 criteria; two published years of a hospital, and an invented one",
        "models/hospital_quality.json",
        "data/hospital_quality.csv",
    ),
    "officials_monthly": _Files(
        "a real set of officials' months; the officials and their tasks, a table below them, are invented",
        "models/officials_monthly.json",
        "data/officials_monthly.csv",
        tables={"tasks": "data/officials_monthly_tasks.csv"},
    ),
    "published_ratios": _Files(
        "published: counts and percentages of an article, which do not add up",
        "models/published_ratios.json",
        "data/gia_lam_2017.csv",
        {"absent": "missing"},
    ),
}


def names() -> dict[str, str]:
    """The examples that `load` makes, each with what it is.

    Examples
    --------
    >>> chiso.examples.names()["pci_2021"]
    'published: the Provincial Competitiveness Index 2021, the first 21 of 63 provinces'
    """
    return {name: files.about for name, files in _NAMED.items()}


def load(name: str, *, kind: str | None = None) -> Example:
    """A model with its evidence.

    Parameters
    ----------
    name : str
        One of `names`.
    kind : {"pandas", "polars", "pyarrow", "dict"}, optional
        The kind of the frames that are made of its scores; if it is not given, the first of these libraries that is installed.

    Raises
    ------
    ValueError
        If there is no such example; the error names those that there are.

    Examples
    --------
    >>> model, evidence = chiso.examples.load("pci_2021")
    >>> model.score(evidence).card("Hà Nội").index
    Figure('68.59')
    """
    if name not in _NAMED:
        raise ValueError(f"an example is one of {', '.join(_NAMED)}, not {name!r}")
    files = _NAMED[name]
    model = load_model(path(files.model))
    tables = {table: path(file) for table, file in files.tables.items()}
    return Example(model, read_evidence(path(files.table), model, tables=tables, kind=kind, **files.options))


def path(name: str) -> Path:
    """Where a file of the examples is, which is not to be written to.

    Parameters
    ----------
    name : str
        Its path within the examples, as in ``"models/pci_2021.json"``; or its name alone, if only one has that.

    Raises
    ------
    ValueError
        If there is no such file, or several have that name; the error names those that are there.

    Examples
    --------
    >>> chiso.load_model(chiso.examples.path("student_conduct.json")).id
    'student-conduct'
    """
    known = {file.relative_to(_FOLDER).as_posix(): file for file in _files()}
    found = [inner for inner, file in known.items() if name in (inner, file.name)]
    if len(found) != 1:
        raise ValueError(f"a file of the examples is one of {', '.join(found or known)}, not {name!r}")
    return known[found[0]]


def write(folder: str | PathLike[str] = ".") -> Path:
    """Writes the folder ``examples``, with every model and table, into a folder, where snippets of the pages that read ``examples`` then run as they stand.

    Parameters
    ----------
    folder : path
        If it is not given, the folder in which the program runs.

    Returns
    -------
    pathlib.Path
        The folder ``examples``.

    Raises
    ------
    FileExistsError
        If there is one already. It is left as it is.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = chiso.examples.write(folder)
    ...     sorted(path.name for path in written.iterdir())
    ['council', 'data', 'levels', 'models']
    """
    to = Path(folder) / "examples"
    to.mkdir()
    for file in _files():
        copy = to / file.relative_to(_FOLDER)
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, copy)
    return to


def _files() -> list[Path]:
    return sorted(file for file in _FOLDER.glob("*/*") if file.suffix in (".json", ".jsonl", ".csv", ".md"))
