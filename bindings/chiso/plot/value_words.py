"""Expressions in words."""

from __future__ import annotations

import csv
import io
import warnings
from typing import Any

from chiso import rules
from chiso.drafts import Leaf
from chiso.errors import ChisoWarning, Error
from chiso.criterion import Criterion, Language
from chiso.draft import Draft
from chiso.plot.drawing import label_of


def value_words(criterion: Criterion, value: Any, language: Language) -> str:
    """An expression as the description of models puts it."""
    draft = criterion._model.draft()
    if value in draft.measures:
        return label_of(draft.measures[value], language) or str(value)
    probe = rules.Tiers(value=value, tiers=[rules.Tier(above=1, points=1), rules.Tier(points=0)])
    text = _rule_words(draft, probe, language)
    if text is None:
        text = _rule_words(draft, rules.YesNo(value=value), language)  # a truth
        return str(value) if text is None else text.rpartition("; ")[0].rpartition(": ")[0]
    return text.partition(":\n- ")[0]


def _rule_words(draft: Draft, rule: rules.Rule, language: Language) -> str | None:
    small = Draft(chiso=1, id="plot", tracks=draft.tracks, measures=draft.measures, criteria=[Leaf("leaf", 1, rule, undefined="zero")])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ChisoWarning)
        try:
            model = small.build()
        except Error:
            return None
        rows = list(csv.DictReader(io.StringIO(model.describe(language, format="csv"))))
    return next((row["rule"] for row in rows if row["part"] == "criteria" and row["id"] == "leaf"), None)
