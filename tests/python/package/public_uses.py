"""Uses of the package as its users write them, for the type checker; not run."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, assert_type

import chiso
import numpy as np
import numpy.typing as npt

model = chiso.load_model("model.json")
assert_type(model, chiso.Model)
table = chiso.read_evidence("table.csv", model, decimal=",", unknown="ignore", absent="missing", rename={"Đơn vị": "unit"})
scores = model.score(table, keep="leaves")
assert_type(scores.matrix(nodes="leaves", value="share").values, npt.NDArray[np.float64])
assert_type(scores.frame(track="final", sort="rank"), Any)
card = scores.card(table.units[0], period="2024")
if card.index is not None:
    assert_type(card.index.exact, Fraction)
assert_type(card["on_time"].max, Decimal)
assert_type(card["on_time"].state, str | None)
assert_type(card.rank, int | None)

cohorts = model.cohorts(table) | model.cohorts({"unit": ["A"]}, absent="missing")
assert_type(cohorts, chiso.Cohorts)
part = model.score(table, cohorts=cohorts)
assert_type(part.ranking_keys() | scores.ranking_keys(), chiso.RankingKeys)
assert_type(part.frame(ranking_keys=part.ranking_keys()), Any)

draft = model.draft()
draft.criteria.append(
    chiso.Group(
        "group", [chiso.Leaf("leaf", Decimal("1.5"), chiso.rules.Proportional(value="a / b", full_at=1, floor=0.7), applies_when="b > 0")]
    )
)
draft.measures["a"] = chiso.Measure("decimal", decimals=1)
assert_type(draft.build(), chiso.Model)
try:
    chiso.Evidence.from_frame({"unit": ["A"]}, model)
except chiso.EvidenceError as error:
    assert_type(error.problems, chiso.Problems)
    assert_type(error.problems[0].code, str)

report = table.check()
assert_type(report, chiso.CheckReport)
assert_type(model.check({"unit": ["A"]}, absent="missing"), chiso.CheckReport)
finding = report.findings[0]
assert_type(finding.slips, tuple[chiso.Slip, ...])
assert_type(finding.slips[0].value, Decimal)
if isinstance(finding.expected, tuple):
    assert_type(finding.expected[0], Fraction)
assert_type(report.implied[0].least, int)
assert_type(report.words("vi"), list[str])
assert_type(report.frame(language="en", kind="polars"), Any)
assert_type(chiso.implied_counts("48.5", numerator=2354), tuple[int, int] | None)

w = scores.what_if("A", {"x": 1, "y": None, "z": chiso.NOT_APPLICABLE}, period="2024", others="0.5")
assert_type(w, chiso.WhatIf)
assert_type(w.index, chiso.Figure | None)
assert_type(w.rank, int | None)
assert_type(w.class_, str | None)
assert_type(w.card, chiso.Scorecard)
assert_type(scores.what_ifs([("A", {"x": 1})], kind="dict"), Any)
assert_type(scores.steps("A", track="final"), chiso.Steps)
assert_type(scores.steps("A").frame(kind="polars"), Any)
