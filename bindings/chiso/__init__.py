"""Scores units by a model of weighted criteria, exactly.

Examples
--------
>>> import chiso
>>> model = chiso.load_model("examples/models/commune_reform_index.json")
>>> table = chiso.read_evidence("examples/data/communes.csv", model, decimal=",")
>>> scores = model.score(table)
"""

from typing import TYPE_CHECKING, Any

from chiso import rules
from chiso._core import Problem, ScoreLine, __version__, json_schema
from chiso.criterion import Criterion
from chiso.draft import Draft
from chiso.drafts import Adjustments, Band, Classes, Entry, Group, Item, Leaf, Measure, Publish, Ranking, Side, Veto
from chiso.errors import ChisoWarning, Error, EvidenceError, FileError, ModelError, Problems, ShapeError
from chiso.evidence import Evidence, read_evidence
from chiso.figures import Figure
from chiso.model import Model, check_model, load_model
from chiso.parts import Cohorts, Standings
from chiso.scorecard import Scorecard
from chiso.scores import Matrix, Scores

if TYPE_CHECKING:
    from chiso import plot


def __getattr__(name: str) -> Any:
    """Figures, with matplotlib, when they are first asked for."""
    if name == "plot":
        import importlib

        return importlib.import_module("chiso.plot")
    raise AttributeError(f"module 'chiso' has no attribute '{name}'")


__all__ = [
    "Adjustments",
    "Band",
    "ChisoWarning",
    "Classes",
    "Cohorts",
    "Criterion",
    "Draft",
    "Entry",
    "Error",
    "Evidence",
    "EvidenceError",
    "Figure",
    "FileError",
    "Group",
    "Item",
    "Leaf",
    "Matrix",
    "Measure",
    "Model",
    "ModelError",
    "Problem",
    "Problems",
    "Publish",
    "Ranking",
    "ScoreLine",
    "Scorecard",
    "Scores",
    "ShapeError",
    "Side",
    "Standings",
    "Veto",
    "__version__",
    "check_model",
    "json_schema",
    "load_model",
    "plot",
    "read_evidence",
    "rules",
]
