"""Scores units by a model of weighted criteria, exactly.

Examples
--------
>>> import chiso
>>> model = chiso.load_model("examples/models/commune_reform_index.json")
>>> table = chiso.read_evidence("examples/data/communes.csv", model, decimal=",")
>>> scores = model.score(table)

A JSON Schema says what a model file may contain, for editors and other programs:

>>> chiso.json_schema().splitlines()[1]
'  "$schema": "https://json-schema.org/draft/2020-12/schema",'
"""

import importlib
from typing import TYPE_CHECKING, Any

from chiso._core import Problem, __version__, json_schema
from chiso.errors import ChisoWarning, Error, EvidenceError, FileError, ModelError, ShapeError, UnknownNameError
from chiso.evidence import Evidence, read_evidence
from chiso.languages import get_language, set_language
from chiso.model import Model, check_model, load_model
from chiso.problems import Problems
from chiso.scores import Scores

if TYPE_CHECKING:
    from chiso import examples, integrations, plot, rules
    from chiso.checks import NOT_APPLICABLE, CheckReport, Finding, Implied, Slip, State, implied_counts
    from chiso.criterion import Criterion
    from chiso.draft import Draft
    from chiso.drafts import (
        Adjustments,
        Band,
        Classes,
        Entry,
        Group,
        Item,
        Leaf,
        Measure,
        Parameter,
        Publish,
        Quota,
        Ranking,
        Side,
        Table,
        TieBreak,
        Veto,
    )
    from chiso.explain import Bridge, Comparison, Lost, RankChange, Term, TrackGap, bridge, compare
    from chiso.figures import Figure
    from chiso.matrix import Matrix
    from chiso.missing import Missing, MissingFigure
    from chiso.model_diff import ModelDiff
    from chiso.parts import Cohorts, RankingKeys
    from chiso.plans import Action, Plan, Plans, Target
    from chiso.ranking_table import RankingTable
    from chiso.roster import RosterUnit, UnreportedUnit
    from chiso.scorecard import Scorecard, ScoreLine
    from chiso.streams import StreamedScores
    from chiso.table_below import TableBelow
    from chiso.unit_report import UnitReport
    from chiso.verification import PublishedDifference, Verification
    from chiso.what_if import Steps, WhatIf

#: Modules that not every program needs, which are imported when they are first used, and the public names that each has.
_LATER = {
    "checks": "NOT_APPLICABLE CheckReport Finding Implied Slip State implied_counts",
    "criterion": "Criterion",
    "draft": "Draft",
    "drafts": "Adjustments Band Classes Entry Group Item Leaf Measure Parameter Publish Quota Ranking Side Table TieBreak Veto",
    "examples": "",
    "explain": "Bridge Comparison Lost RankChange Term TrackGap bridge compare",
    "figures": "Figure",
    "integrations": "",
    "matrix": "Matrix",
    "missing": "Missing MissingFigure",
    "model_diff": "ModelDiff",
    "parts": "Cohorts RankingKeys",
    "plans": "Action Plan Plans Target",
    "plot": "",
    "ranking_table": "RankingTable",
    "roster": "RosterUnit UnreportedUnit",
    "rules": "",
    "scorecard": "Scorecard ScoreLine",
    "streams": "StreamedScores",
    "table_below": "TableBelow",
    "unit_report": "UnitReport",
    "verification": "PublishedDifference Verification",
    "what_if": "Steps WhatIf",
}


def __getattr__(name: str) -> Any:
    """Imports what is needed later."""
    for module, names in _LATER.items():
        if name == module:
            return importlib.import_module(f"chiso.{name}")
        if name in names.split():
            found = globals()[name] = getattr(importlib.import_module(f"chiso.{module}"), name)
            return found
    raise AttributeError(f"module 'chiso' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *_LATER, *__all__})


__all__ = [
    "NOT_APPLICABLE",
    "Action",
    "Adjustments",
    "Band",
    "Bridge",
    "CheckReport",
    "ChisoWarning",
    "Classes",
    "Cohorts",
    "Comparison",
    "Criterion",
    "Draft",
    "Entry",
    "Error",
    "Evidence",
    "EvidenceError",
    "Figure",
    "FileError",
    "Finding",
    "Group",
    "Implied",
    "Item",
    "Leaf",
    "Lost",
    "Matrix",
    "Measure",
    "Missing",
    "MissingFigure",
    "Model",
    "ModelDiff",
    "ModelError",
    "Parameter",
    "Plan",
    "Plans",
    "Problem",
    "Problems",
    "Publish",
    "PublishedDifference",
    "Quota",
    "RankChange",
    "Ranking",
    "ScoreLine",
    "Scorecard",
    "Scores",
    "ShapeError",
    "UnknownNameError",
    "Side",
    "Slip",
    "State",
    "Steps",
    "StreamedScores",
    "Table",
    "TableBelow",
    "Target",
    "RankingKeys",
    "RankingTable",
    "RosterUnit",
    "Term",
    "TrackGap",
    "TieBreak",
    "UnitReport",
    "UnreportedUnit",
    "Verification",
    "Veto",
    "WhatIf",
    "__version__",
    "bridge",
    "check_model",
    "compare",
    "examples",
    "get_language",
    "implied_counts",
    "integrations",
    "json_schema",
    "load_model",
    "plot",
    "read_evidence",
    "rules",
    "set_language",
]
