"""Scores units by a model of weighted criteria, exactly.

Examples
--------
>>> import chiso
>>> model = chiso.load_model("examples/models/commune_reform_index.json")
>>> table = chiso.read_evidence("examples/data/communes.csv", model, decimal=",")
>>> scores = model.score(table)
"""

from chiso import rules
from chiso._core import Problem, ScoreLine, __version__, json_schema
from chiso.drafts import Adjustments, Band, Classes, Entry, Group, Item, Leaf, Measure, Publish, Ranking, Side, Veto
from chiso.errors import ChisoWarning, Error, EvidenceError, FileError, ModelError, Problems, ShapeError
from chiso.evidence import Evidence, read_evidence
from chiso.figures import Figure
from chiso.model import Criterion, Draft, Model, check_model, load_model
from chiso.scorecard import Scorecard
from chiso.scores import Matrix, Scores

__all__ = [
    "Adjustments",
    "Band",
    "ChisoWarning",
    "Classes",
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
    "Veto",
    "__version__",
    "check_model",
    "json_schema",
    "load_model",
    "read_evidence",
    "rules",
]
