"""Scores: frames, scorecards, matrices and averages."""

import copy
import datetime
import pickle
from decimal import Decimal
from fractions import Fraction

import chiso
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import ROOT, small_model

COLUMNS = [
    "unit",
    "block",
    "period",
    "track",
    "points",
    "applicable",
    "bonus",
    "penalty",
    "index",
    "coverage",
    "rank",
    "class",
    "complete",
    "ranked",
]
COLUMNS += ["class_by", "class_by_item", "held_back", "level_as_published", "held"]
EXACT = ["points_quanta", "applicable_quanta", "bonus_quanta", "penalty_quanta", "index_numerator", "index_denominator"]
LONG = ["unit", "block", "period", "track", "node", "number", "depth", "points", "applicable", "index", "coverage", "state", "reason"]


def test_the_frame_has_a_row_for_each_unit(scores):
    frame = scores.frame(kind="pandas")
    assert list(frame) == COLUMNS and len(frame) == len(scores) == scores.rows
    assert [str(frame[name].dtype) for name in COLUMNS] == ["str"] * 4 + ["float64"] * 6 + ["Int64", "category", "bool", "bool"] + [
        *("category", "str", "bool", "bool", "category")
    ]
    assert list(scores.frame(exact=True, kind="pandas")) == COLUMNS + EXACT
    polars = scores.frame(kind="polars")
    assert polars.schema["rank"] == pl.Int64 and polars.schema["class"] == pl.Enum and polars.schema["unit"] == pl.String
    arrow = scores.frame(kind="pyarrow")
    assert pa.types.is_dictionary(arrow.schema.field("class").type) and pa.types.is_string(arrow.schema.field("unit").type)
    assert pl.DataFrame(scores).cast({"class": polars.schema["class"]}).equals(polars) and pa.table(scores).equals(arrow)
    plain = scores.frame(kind="dict")
    assert list(plain) == COLUMNS and plain["unit"].dtype == object and plain["rank"].dtype == np.int64
    for name in ("unit", "class", "class_by"):
        assert list(plain[name]) == frame[name].astype(object).where(frame[name].notna(), None).tolist() == polars[name].to_list()


def test_a_kind_that_does_not_exist_is_refused_before_a_table_is_made(model, evidence):
    scores = model.score(evidence)
    with pytest.raises(ValueError, match=r"^a kind of data frame is one of pyarrow, pandas, polars, dict, not 'panda'$"):
        scores.frame(kind="panda")
    assert scores._kept is None


def test_arrow_takes_the_table_of_the_frame(model, evidence):
    scores = model.score(evidence)
    frame = scores.frame(kind="pyarrow")
    kept = scores._kept
    assert pa.table(scores).equals(frame)
    assert scores._kept is kept


@pytest.mark.parametrize("kind", ["pandas", "polars", "dict"])
def test_a_frame_that_is_changed_changes_no_later_one(model, evidence, kind):
    scores = model.score(evidence)
    before = scores.frame(kind="pyarrow").slice(0, 1).to_pylist()[0]
    changed = {"unit": "x", "index": -1.0, "rank": 7, "complete": not before["complete"]}
    for _ in range(2):
        frame = scores.frame(kind=kind)
        assert {name: frame[name][0] for name in changed} == {name: before[name] for name in changed}
        for name, value in changed.items():
            if kind == "pandas":
                frame.loc[0, name] = value
            elif kind == "polars":
                frame[0, name] = value
            else:
                frame[name][0] = value
        assert {name: frame[name][0] for name in changed} == changed
    assert scores.frame(kind="pyarrow").slice(0, 1).to_pylist()[0] == before
    assert scores.frame(kind=kind, track="final", exact=True)["unit"][0] != "x"


def test_exact_columns_agree_with_published_ones(scores):
    frame = scores.frame(exact=True, kind="polars")
    for row in frame.iter_rows(named=True):
        points = Fraction(row["points_quanta"], 10**6)
        assert abs(points - Fraction(row["points"])) <= Fraction(6, 1000)
        if row["index"] is not None:
            held = row["points_quanta"] + row["bonus_quanta"] - row["penalty_quanta"]
            index = Fraction(100 * min(max(held, 0), row["applicable_quanta"]), row["applicable_quanta"])
            assert Fraction(row["index_numerator"], row["index_denominator"]) == index
            assert abs(index - Fraction(row["index"])) <= Fraction(6, 1000)


def test_rows_have_ranks(scores, evidence):
    by_row = scores.frame(kind="pandas")
    given = evidence.frame(kind="pandas")
    assert by_row["unit"].tolist()[: len(given)] == given["unit"].tolist()
    by_rank = scores.frame(track="final", period="2024", block="communes", sort="rank", kind="pandas")
    ranks = by_rank["rank"].dropna().tolist()
    assert ranks == sorted(ranks) and ranks[0] == 1
    assert set(by_rank["track"]) == {"final"}
    with pytest.raises(ValueError, match="'rows', 'rank' or 'unit'"):
        scores.frame(sort="index")
    with pytest.raises(chiso.UnknownNameError, match="finl.*final"):
        scores.frame(track="finl")
    with pytest.raises(chiso.UnknownNameError):
        scores.frame(node="nothing")


@pytest.mark.parametrize("keep", ["totals", "groups", "leaves"])
def test_a_long_frame_without_reasons_has_the_same_figures(model, evidence, keep):
    scores = model.score(evidence, keep=keep)
    for asked in ({}, {"node": "procedures", "period": 2024, "exact": True}):
        with_reasons, without = scores.long(**asked, kind="pandas"), scores.long(**asked, reasons=False, kind="pandas")
        pd.testing.assert_frame_equal(without, with_reasons.drop(columns="reason"))
        assert scores.long(**asked, reasons=False, kind="pandas").equals(without)  # the kept one
    assert len(scores.frame(kind="pandas")) == scores.rows


def test_a_frame_of_a_node_has_its_points_and_ranks(scores, model):
    frame = scores.frame(node="procedures", kind="pandas")
    assert list(frame) == COLUMNS and frame["class"].isna().all() and frame["bonus"].isna().all()
    assert frame["applicable"].max() <= float(model["procedures"].points)
    kept = model.score(scores.evidence, keep="leaves")
    pd.testing.assert_frame_equal(kept.frame(node="procedures", kind="pandas"), frame)
    assert kept.keep == "leaves" and scores.keep == "totals"


def test_a_long_frame_has_every_criterion(scores, model):
    frame = scores.long(kind="pandas", period="2024", track="final")
    assert list(frame) == LONG and [str(frame[name].dtype) for name in ("depth", "points", "state")] == ["Int64", "float64", "category"]
    nodes = [node.id for node in (*model.criteria, *model.entries)]
    assert frame["node"].tolist()[: len(nodes)] == nodes
    assert frame.loc[frame["node"].isin([entry.id for entry in model.entries]), "applicable"].eq(0).all()
    groups = frame["node"].isin([node.id for node in model.criteria if node.kind == "group"])
    assert frame.loc[groups, "state"].isna().all() and frame.loc[~groups, "state"].notna().all()
    assert set(scores.long(node="procedures", kind="polars")["node"]) < set(nodes)
    assert "points_quanta" in scores.long(exact=True, kind="dict")


def test_reasons_of_a_long_frame_are_in_words_of_the_language_that_is_asked_for(scores):
    asked = {"period": "2024", "track": "final", "kind": "pandas"}
    with chiso.set_language("vi"):
        plain = scores.long(**asked)
    vi, en = (scores.long(**asked, language=language) for language in ("vi", "en"))
    for words, language in ((vi, "vi"), (en, "en")):
        pd.testing.assert_frame_equal(words.drop(columns="reason"), plain.drop(columns="reason"))
        card = scores.card(plain["unit"][0], period="2024", track="final")
        first = words[words["unit"] == plain["unit"][0]]
        reasons = dict(zip(first["node"], first["reason"], strict=True))
        leaves = [line for line in card.lines if line.state is not None]
        assert len(leaves) > 30 and all(reasons[line.id] == line.reason_in(language) for line in leaves)
    assert plain["reason"].tolist() == scores.long(**asked)["reason"].tolist() != en["reason"].tolist()
    with pytest.raises(ValueError, match="a language is"):
        scores.long(language="de")


def test_averages_are_a_frame(scores):
    frame = scores.averages(kind="pandas")
    assert list(frame) == [
        "block",
        "period",
        "track",
        "rows",
        "ranked",
        "mean_index",
        "pooled_index",
        "coverage",
        "lowest",
        "highest",
        "leaders",
    ]
    whole = scores.frame(kind="pandas")
    for row in frame.itertuples():
        of = whole[(whole["block"] == row.block) & (whole["period"] == row.period) & (whole["track"] == row.track)]
        ranked = of[of["rank"].notna()]
        assert (row.rows, row.ranked) == (len(of), len(ranked))
        assert (row.lowest, row.highest) == (ranked["index"].min(), ranked["index"].max())
        assert row.leaders == "; ".join(sorted(ranked.loc[ranked["rank"] == 1, "unit"]))
        assert abs(row.mean_index - ranked["index"].mean()) <= 0.01


def test_averages_of_a_criterion(scores):
    frame = scores.averages(node="procedures", kind="pandas")
    whole = scores.frame(node="procedures", kind="pandas")
    assert list(frame) == list(scores.averages(kind="pandas")) and len(frame) > 1
    for row in frame.itertuples():
        of = whole[(whole["block"] == row.block) & (whole["period"] == row.period) & (whole["track"] == row.track)]
        ranked = of[of["rank"].notna()]
        assert (row.rows, row.ranked, row.lowest, row.highest) == (len(of), len(ranked), ranked["index"].min(), ranked["index"].max())
        assert row.leaders == "; ".join(sorted(ranked.loc[ranked["rank"] == 1, "unit"]))
    with pytest.raises(chiso.UnknownNameError, match="procedures"):
        scores.averages(node="procedure")


PARTLY = """{"chiso": 1, "id": "m", "missing": "exclude", %s "measures": {"a": {"type": "count"}, "b": {"type": "count"}, "c": {"type": "count"}},
    "criteria": [{"id": "g", "criteria": [
        {"id": "x", "points": 1, "rule": {"type": "per_item", "value": "a", "each": 1}},
        {"id": "y", "points": 2, "rule": {"type": "per_item", "value": "b", "each": 1}}]},
      {"id": "z", "points": 2, "rule": {"type": "per_item", "value": "c", "each": 1}}]}"""
CELLS = {"unit": ["A", "B", "C", "D"], "a": [1, None, None, None], "b": [1, 1, None, None], "c": [1, 1, 1, None]}


@pytest.mark.parametrize("keep", ["totals", "groups", "leaves"])
def test_coverage_stands_beside_every_index(keep):
    scores = chiso.Model.from_json(PARTLY % "").score(CELLS, keep=keep)
    frame = scores.frame(kind="dict")
    assert frame["coverage"].tolist() == [100, 80, 40, 0] and frame["complete"].all()
    assert scores.frame(node="g", kind="dict")["coverage"].tolist() == [100, 66.67, 0, 0]
    assert scores.frame(node="y", kind="dict")["coverage"].tolist() == [100, 100, 0, 0]
    assert scores.averages(kind="dict")["coverage"].tolist() == [73.33]  # 5 + 4 + 2 of 15; D has no index
    assert scores.averages(node="g", kind="dict")["coverage"].tolist() == [83.33]
    long = scores.long(kind="polars").filter(pl.col("unit") == "B")
    assert dict(zip(long["node"], long["coverage"])) == {"g": 66.67, "x": 0, "y": 100, "z": 100}
    card = scores.card("B")
    assert (str(card.coverage), card.coverage.exact) == ("80.00", 80) and str(card["g"].coverage) == "66.67"
    assert card["x"].reason == "missing: a; left out" and card["g"].reason == ""
    assert scores.card("C")["g"].reason == "nothing that applies in it has a value; left out"
    assert (
        scores.card("C")["g"].reason_in("vi")
        == "mọi tiêu chí áp dụng trong nhóm đều thiếu số liệu hoặc không tính được; không tính vào điểm"
    )
    assert "Độ phủ" in card.text("vi") and "coverage 80.00%" in card.text("en") and "overage" not in scores.card("A").text("en")
    assert "nothing that applies has a value" in scores.card("D").text("en")
    assert not any("apply" in line.reason or "applies" in line.reason.replace("that applies", "") for line in scores.card("D"))


def test_rows_of_less_than_the_least_coverage_are_incomplete():
    scores = chiso.Model.from_json(PARTLY % '"least_coverage": 60,').score(CELLS)
    frame = scores.frame(kind="dict")
    assert frame["complete"].tolist() == [True, True, False, False] and frame["rank"].tolist() == [1, 2, None, None]
    assert frame["index"][2] == 50
    card = scores.card("C")
    assert not card.complete and card["z"].complete and card["g"].complete
    assert "Incomplete: coverage 40.00%, less than 60%" in card.text("en")
    assert "Chưa đủ số liệu: độ phủ 40,00%, thấp hơn mức tối thiểu 60%" in card.html("vi")
    assert "Độ phủ" in scores.model.describe("vi") and "dưới 60% điểm" in scores.model.describe("vi")
    assert chiso.Model.from_json(scores.model.to_json()) == scores.model


def test_a_row_of_which_nothing_is_asked_has_no_coverage():
    scores = chiso.Model.from_json(PARTLY % '"least_coverage": 100,').score(
        {name: ["A"] if name == "unit" else ["not_applicable"] for name in CELLS}
    )
    assert scores.card("A").coverage is None and scores.card("A").complete
    assert np.isnan(scores.frame(kind="dict")["coverage"][0])


def test_scores_may_have_no_ranked_rows():
    model = small_model()
    scores = model.score({"unit": ["A"], "ranked": ["no"], "cases": [1], "share": [1], "plan": ["late"], "done": [1]})
    averages = scores.averages(kind="polars").to_dicts()[0]
    assert averages["ranked"] == 0 and averages["mean_index"] is None and averages["leaders"] is None
    assert scores.frame(kind="polars")["rank"].to_list() == [None]


def test_a_scorecard(scores, model):
    card = scores.card("Xã Mẫu 19")
    assert (card.period, card.track) == ("2024", "final")
    assert isinstance(card.index, Decimal) and isinstance(card.index.exact, Fraction)
    assert abs(card.index.exact - Fraction(card.index)) <= Fraction(1, 200)
    assert len(card) == len(card.lines) == len(model.criteria) + len(model.entries)
    line = card["on_time"]
    assert line.id == "on_time" and line.max == 4 and 0 <= line.points <= line.applicable <= line.max
    assert line.state in {"scored", "undefined", "missing", "not_applicable", "stated"} and card["procedures"].state is None
    assert card.points.exact == sum(
        (one.points.exact for one in card if one.id in {n.id for n in model.criteria if n.depth == 0}), Fraction()
    )
    assert "on_time" in card._ipython_key_completions_()
    with pytest.raises(chiso.UnknownNameError):
        card["nobody"]
    with pytest.raises(chiso.UnknownNameError, match="2023"):
        scores.card("Xã Mẫu 19", period="1999")
    assert card.text("en") and card.html().startswith("<!DOCTYPE html>")
    again = pickle.loads(pickle.dumps(card))
    assert again.index == card.index and again["on_time"].reason == line.reason


def test_a_line_has_its_state_points_and_reason():
    model = small_model(stated_points="accept", undefined="zero")
    scores = model.score({"unit": ["A"], "cases": [4], "share": [12.5], "plan": [None], "done": ["không áp dụng"], "points.a": [3.5]})
    card = scores.card("A")
    assert (card["a"].state, card["a"].points, card["a"].own_points, card["a"].value) == ("stated", Decimal("3.50"), 4, 4)
    assert card["b"].value == Fraction(25, 2) and card["b"].points == Decimal("1.25")
    assert (card["c"].state, card["c"].missing, card["c"].complete) == ("missing", ["plan"], False)
    assert (card["d"].state, card["d"].not_applicable, card["d"].index) == ("not_applicable", ["done"], None)
    assert not card.complete and card.rank is None and card.ranked == 0 and card.class_ is None
    assert "thiếu" in card["c"].reason_in("vi").lower() and "missing: plan" in card["c"].reason
    assert "incomplete" in repr(card)


def test_a_line_has_what_its_rule_read_as_data():
    long = "a / b + if_else(site, 1, 0) + if_else(plan == 'late', goal, 0) + if_else(is_missing(sent), 0, 1)"
    items = ["site", "a > b", "a < b"]
    model = chiso.Draft(
        id="m",
        undefined="zero",
        measures={
            "a": chiso.Measure("count", label={"en": "Done", "vi": "Việc xong"}),
            "b": chiso.Measure("count"),
            "site": chiso.Measure("yes_no"),
            "plan": chiso.Measure("choice", options=["late", "none"]),
            "sent": chiso.Measure("date"),
        },
        parameters={"goal": chiso.Parameter(value=2.5)},
        criteria=[
            chiso.Leaf("x", 10, chiso.rules.Given(value=long, clamp=True)),
            chiso.Leaf("y", 3, chiso.rules.Checklist(items=items, mode="each", each=1)),
            chiso.Leaf("z", 3, chiso.rules.PerItem(value="a", each=1)),
        ],
    ).build()
    row = {"unit": "A", "a": 3, "b": 2, "site": "không áp dụng", "plan": "late", "sent": datetime.date(2024, 3, 31)}
    card = model.score({name: [cell] for name, cell in row.items()}).card("A")
    assert card["x"].operands == [
        ("a", Fraction(3)),
        ("b", Fraction(2)),
        ("site", None),
        ("plan", "late"),
        ("goal", Fraction(5, 2)),
        ("sent", datetime.date(2024, 3, 31)),
    ]
    assert (card["y"].items_not_true, card["y"].items_not_applicable, card["y"].operands) == ([2], [0], [])
    assert card["y"].reason == "1 of 2 items hold; not met: a < b; does not apply: site"
    assert card["y"].reason_in("vi") == "đạt 1/2 nội dung; chưa đạt: “Việc xong” < “b”; không áp dụng: “site”"
    assert card["z"].operands == [] and card["z"].value == 3


def test_matrices_have_a_column_for_each_node(scores, model):
    matrix = scores.matrix()
    leaves = [leaf.id for leaf in model.leaves]
    assert matrix.nodes == tuple(leaves) and matrix.values.shape == (scores.rows, len(leaves)) and matrix.values.dtype == np.float64
    assert len(matrix.units) == scores.rows and np.asarray(matrix) is not None
    points, applicable = (scores.matrix(nodes=["on_time", "procedures"], value=value).values for value in ("points", "applicable"))
    share = scores.matrix(nodes=["on_time", "procedures"], value="share").values
    with np.errstate(invalid="ignore"):
        np.testing.assert_allclose(share, np.where(applicable > 0, points / applicable, np.nan))
    index = scores.matrix(nodes=["procedures"], value="index").values[:, 0]
    np.testing.assert_array_equal(index, scores.frame(node="procedures", kind="dict")["index"])
    assert scores.matrix(nodes="groups").values.shape[1] + len(leaves) == scores.matrix(nodes="all").values.shape[1]
    with pytest.raises(ValueError, match="'leaves', 'groups', 'all'"):
        scores.matrix(nodes="leafs")
    with pytest.raises(ValueError, match="none of"):
        scores.matrix(value="weight")


def test_scores_are_a_value(scores, model, evidence):
    assert model.score(evidence) == scores and scores != model.score(evidence, keep="groups") and scores != 1
    assert evidence == chiso.Evidence.from_frame(evidence.frame(), model)
    for thing in (scores, evidence):
        assert pickle.loads(pickle.dumps(thing)) == thing
        assert copy.copy(thing) == copy.deepcopy(thing) == thing
        with pytest.raises(TypeError):
            hash(thing)
    with pytest.raises(TypeError, match="takes no decimal"):
        model.score(evidence, decimal=",")
    with pytest.raises(ValueError, match="none of"):
        model.score(evidence, keep="all")


def test_the_first_lines_of_the_readme():
    model = chiso.load_model(ROOT / "examples/models/commune_reform_index.json")
    table = chiso.read_evidence(ROOT / "examples/data/communes.csv", model, decimal=",", kind="polars")
    scores = model.score(table)
    top = scores.frame(track="final", period="2024", block="communes", sort="rank")
    assert isinstance(top, pl.DataFrame) and top["unit"][0] and len(scores.averages()) > 0


def test_what_decided_stands_in_the_frame_and_on_the_card(vietnamese):
    draft = chiso.Draft(
        id="decided",
        measures={"x": chiso.Measure("decimal", min=0, max=10), "n": chiso.Measure("count"), "less": chiso.Measure("yes_no")},
        criteria=[chiso.Leaf("all", 10, chiso.rules.Given(value="x"))],
        adjustments=chiso.Adjustments(
            bonus=chiso.Side(cap=5, entries=[chiso.Entry("more", 5, chiso.rules.PerItem(value="n", each=1))]),
            penalty=chiso.Side(cap=5, entries=[chiso.Entry("less", 5, chiso.rules.YesNo(value="less"))]),
        ),
        ranking=chiso.Ranking(tie_break=[chiso.TieBreak(value="n", order="descending")]),
        classes=chiso.Classes(
            bands=[chiso.Band("best", from_=90, requires="not less"), chiso.Band("good", from_=50), chiso.Band("low")],
            vetoes=[chiso.Veto(when="n > 4", at_most="low", label={"vi": "Quá bốn", "en": "More than four"})],
            quotas=[chiso.Quota(class_="best", at_most=20)],
        ),
    )
    table = {"unit": [*"ABCDEF"], "x": [10, 9.5, 9.5, 9, 1, 6], "n": [1, 0, 0, 5, 0, 0], "less": [False, False, False, False, True, None]}
    scores = draft.build().score(table)
    frame = scores.frame(kind="pandas").set_index("unit")
    found = {unit: [None if pd.isna(value) else value for value in row] for unit, *row in frame[COLUMNS[-5:] + ["class"]].itertuples()}
    assert found == {
        "A": ["band", None, False, True, "most", "best"],
        "B": ["quota", "best", True, False, None, "good"],
        "C": ["quota", "best", True, False, None, "good"],
        "D": ["veto", "1", False, True, "most", "low"],
        "E": ["band", None, False, False, "least", "low"],
        "F": ["band", None, False, False, None, "good"],
    }
    for unit, expected in found.items():
        card = scores.card(unit)
        assert [card.class_by, card.class_by_item, card.held_back, card.level_as_published, card.held, card.class_] == expected
    assert "Held back: at most 20 % may be in “best”." in scores.card("B").text("en")
    assert "Xếp xuống mức liền sau do vượt tỷ lệ tối đa 20% của mức “best”." in scores.card("B").html()
    assert scores.card("D").notes("en")[0] == "The class is limited by the veto “More than four” (“n” > 4)."
    assert "Xếp loại bị khống chế bởi điều kiện “Quá bốn” (“n” > 4)." in scores.card("D").text()
    assert "The index is held at 100: with the bonus the sum is above it." in scores.card("D").text("en")
    assert "Chỉ số giữ ở mức 0: điểm trừ lớn hơn điểm đạt được." in scores.card("E").text()
    assert scores.frame(node="all", kind="pandas")[["class_by", "held_back", "held"]].isin([False]).sum().sum() == 6


@pytest.mark.parametrize("kind", ["dict", "pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("decimals", ["text", "decimal"])
def test_figures_stand_in_a_frame_as_they_are_published(kind, decimals):
    scores = small_model(not_applicable="exclude").score(
        {
            "unit": ["A", "B", "C"],
            "cases": ["4", "7", "not_applicable"],
            "share": ["12.5", "100", "not_applicable"],
            "plan": ["late", "on_time", "not_applicable"],
            "done": ["yes", "no", "not_applicable"],
        }
    )
    frame, plain = scores.frame(kind=kind, decimals=decimals), scores.frame(kind=kind)
    assert list(frame.keys() if kind == "dict" else frame.column_names if kind == "pyarrow" else frame.columns) == COLUMNS
    cells = frame["index"].to_pylist() if kind == "pyarrow" else list(frame["index"])
    published = [scores.card(unit).index for unit in "ABC"]
    assert published[2] is None and pd.isna(cells[2])
    for cell, figure in zip(cells[:2], published[:2], strict=True):
        assert type(cell) is (str if decimals == "text" else Decimal)
        assert str(cell) == str(figure)  # with its noughts
    for name in ("rank", "class", "complete"):
        assert type(frame[name]) is type(plain[name]) and str(frame[name]) == str(plain[name])


def test_figures_are_written_in_one_of_three_ways(scores):
    with pytest.raises(ValueError, match="'float', 'text' or 'decimal', not 'exact'"):
        scores.frame(decimals="exact")


@pytest.mark.parametrize("kind", ["dict", "pandas", "polars", "pyarrow"])
def test_a_matrix_is_a_frame_with_the_names_of_its_rows(scores, kind):
    matrix = scores.matrix(nodes=["on_time", "procedures"], value="points")
    frame = matrix.frame(kind=kind)
    names = list(frame.keys() if kind == "dict" else frame.column_names if kind == "pyarrow" else frame.columns)
    assert names == ["unit", "block", "period", "track", "on_time", "procedures"]
    units = frame["unit"].to_pylist() if kind == "pyarrow" else list(frame["unit"])
    assert tuple(units) == matrix.units
    values = np.array(frame["on_time"].to_pylist() if kind == "pyarrow" else list(frame["on_time"]), dtype=float)
    assert np.array_equal(values, matrix.values[:, 0], equal_nan=True)


def test_pandas_takes_a_matrix(scores):
    matrix = scores.matrix()
    assert len(matrix) == scores.rows
    assert np.array_equal(pd.DataFrame(matrix, columns=matrix.nodes).to_numpy(), matrix.values, equal_nan=True)


def test_a_criterion_named_like_a_column_of_names_is_told():
    draft = chiso.Draft(
        id="m", measures={"x": chiso.Measure("count")}, criteria=[chiso.Leaf("unit", 5, chiso.rules.PerItem(value="x", each=1))]
    )
    matrix = draft.build().score({"unit": ["A"], "x": [3]}).matrix()
    with pytest.raises(ValueError, match="two columns unit"):
        matrix.frame()
