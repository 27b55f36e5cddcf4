"""Mistakes of users are reported in their own terms."""

import unicodedata
from decimal import Decimal

import chiso
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest


def decimals(**more):
    return chiso.Draft(
        id="d",
        measures={"d": chiso.Measure("decimal", decimals=4)},
        criteria=[chiso.Leaf("a", 10, chiso.rules.Proportional(value="d", full_at=100))],
        **more,
    ).build()


def read(cells):
    return (
        chiso.Evidence.from_frame({"unit": [f"U{place}" for place in range(len(cells))], "d": cells}, decimals())
        .frame(kind="polars")["d"]
        .to_list()
    )


SLIPS = {
    "a unit": (lambda m, e, s: s.card(5.5), TypeError, "a unit is named by text or a whole number, not 5.5, a float"),
    "a truth": (lambda m, e, s: s.card("Xã Mẫu 01", period=True), TypeError, "a period is named by text or a whole number, not True"),
    "a period": (lambda m, e, s: s.frame(period=[]), TypeError, "a period is named by text or a whole number, not a list"),
    "a node": (lambda m, e, s: s.frame(node=5), TypeError, "a criterion is named by its id, or given itself, not 5, a int"),
    "nodes": (lambda m, e, s: s.matrix(nodes=[1]), TypeError, "a criterion is named by its id"),
    "an item": (lambda m, e, s: m[5], TypeError, "a criterion is named by its id"),
    "half a character": (lambda m, e, s: s.card("\ud800"), ValueError, "a unit is text in UTF-8"),
    "a renamed column": (lambda m, e, s: chiso.Evidence.from_frame({}, m, rename={"d": None}), TypeError, "'d' gets None"),
    "half of a column": (
        lambda m, e, s: chiso.Evidence.from_frame({}, m, rename={"\ud800": "unit"}),
        ValueError,
        "a column is text in UTF-8",
    ),
    "thousands": (lambda m, e, s: chiso.Evidence.from_frame({}, m, thousands="\xa0"), ValueError, "thousands is one ASCII character"),
    "two marks": (lambda m, e, s: chiso.Evidence.from_frame({}, m, thousands="."), chiso.Error, "another mark than that of decimals"),
    "an unknown mark": (lambda m, e, s: chiso.Evidence.from_frame({}, m, decimal=";"), chiso.Error, "found ';', expected '.' or ','"),
    "a decimal mark": (lambda m, e, s: chiso.Evidence.from_frame({}, m, decimal="ab"), ValueError, "one ASCII character, not 'ab'"),
    "no decimal mark": (lambda m, e, s: chiso.read_evidence("x.csv", m, decimal=""), ValueError, "decimal is one ASCII character"),
    "a delimiter": (lambda m, e, s: chiso.read_evidence("x.csv", m, delimiter="\xa0"), ValueError, "delimiter is one ASCII character"),
    "most problems": (lambda m, e, s: chiso.Evidence.from_frame({}, m, most_problems=-1), ValueError, "at least 0, not -1"),
    "a missing word": (lambda m, e, s: chiso.Evidence.from_frame({}, m, missing_words=[1]), TypeError, "missing_words are texts, not 1"),
    "a kind": (lambda m, e, s: chiso.Evidence.from_frame({}, m, kind="zzz"), ValueError, "one of pyarrow, pandas, polars, dict, not 'zzz'"),
    "a kind of a file": (lambda m, e, s: chiso.read_evidence("x.csv", m, kind="zzz"), ValueError, "not 'zzz'"),
    "a model": (lambda m, e, s: chiso.Evidence.from_frame({}, None), TypeError, "the model of evidence is a chiso.Model, not None"),
    "a model of a file": (lambda m, e, s: chiso.read_evidence("x.csv", "x"), TypeError, "the model of evidence is a chiso.Model, not 'x'"),
    "cohorts": (lambda m, e, s: m.score(e, cohorts=1), TypeError, "is a chiso.Cohorts, not 1, a int"),
    "merged cohorts": (lambda m, e, s: m.cohorts(e).merge(1), TypeError, "is a chiso.Cohorts"),
    "ranking keys": (lambda m, e, s: s.frame(ranking_keys=1), TypeError, "is a chiso.RankingKeys"),
    "merged ranking keys": (lambda m, e, s: s.ranking_keys().merge(s), TypeError, "is a chiso.RankingKeys, not a Scores"),
    "a series of pandas": (lambda m, e, s: m.score(pd.Series([1])), TypeError, "not as Series"),
    "a series of polars": (lambda m, e, s: m.score(pl.Series([1])), TypeError, "not as Series"),
    "an array of Arrow": (lambda m, e, s: m.score(pa.chunked_array([[1]])), TypeError, "not as ChunkedArray"),
    "a frame as a column": (
        lambda m, e, s: m.score({"unit": pd.DataFrame({"a": [1]})}),
        chiso.ShapeError,
        "the column 'unit' is a DataFrame",
    ),
    "an array without dimensions": (lambda m, e, s: m.score({"unit": np.array("a")}), chiso.ShapeError, "0 dimensions"),
    "a set": (lambda m, e, s: m.score({"unit": {"a", "b"}}), chiso.ShapeError, "the column 'unit' is a set"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_mistyped_arguments_are_refused(slip, model, evidence, scores):
    call, error, words = SLIPS[slip]
    with pytest.raises(error) as raised:
        call(model, evidence, scores)
    assert words in str(raised.value) and "incompatible function arguments" not in str(raised.value)


def test_names_are_trimmed_and_composed_as_cells_are(scores, model):
    card = scores.card("Xã Mẫu 01", period="2024")
    for unit in ("  Xã Mẫu 01\t", unicodedata.normalize("NFD", "Xã Mẫu 01")):
        assert scores.card(unit, period=2024).index == card.index
    assert scores.frame(period=np.int64(2023), track=" final ", kind="polars").equals(
        scores.frame(period="2023", track="final", kind="polars")
    )
    one = decimals().score({"unit": [5, 6], "period": [2024, 2024], "d": [10, 20]})
    assert one.card(5).index == 10 and one.card("6", period=2024).index == 20


def test_criteria_are_accepted_for_their_ids(scores, model):
    node = model["procedures"]
    assert scores.frame(node=node, kind="polars").equals(scores.frame(node="procedures", kind="polars"))
    assert scores.averages(node=node, kind="polars").equals(scores.averages(node="procedures", kind="polars"))
    assert scores.long(node=node, kind="polars").equals(scores.long(node="procedures", kind="polars"))
    assert scores.matrix(nodes=model.leaves) == scores.matrix() and scores.matrix(nodes=[node]) != scores.matrix()
    assert model[node].id == "procedures"


def test_a_single_missing_word_may_be_a_text():
    evidence = chiso.Evidence.from_frame({"unit": ["A"], "d": ["n/a"]}, decimals(), missing_words="n/a", kind="polars")
    assert evidence.frame()["d"].to_list() == [None]


def test_masked_cells_are_missing():
    assert read([np.ma.masked, 1]) == [None, 1.0]
    assert read(list(np.ma.MaskedArray([1.0, 2.0], mask=[False, True]))) == [1.0, None]


def test_half_and_single_floats_are_their_shortest_decimals():
    cells = [np.float32(0.1), np.float16(0.1), np.float16("nan"), np.array(0.25), np.array(Decimal("1.5"))]
    assert read(cells) == [0.1, 0.1, None, 0.25, 1.5]
    assert read(pd.Series(pd.Categorical(pd.Series([0.1, 1.1, None], dtype="f4")))) == [0.1, 1.1, None]


def test_a_cell_that_returns_itself_for_ever_is_refused():
    class Cell:
        dtype, shape = "?", ()

        def item(self):
            return Cell()

    with pytest.raises(chiso.EvidenceError, match=r"row 0 \(counted from 0\), d:"):
        read([Cell()])


def test_classes_derived_from_pandas_are_frames():
    class Frame(pd.DataFrame):
        pass

    Frame.__module__ = "elsewhere"
    frame = Frame({"d": [10, 20]}, index=["A", "B"])
    scores = decimals().score(frame, unit="index")
    assert type(scores.frame()) is pd.DataFrame and scores.evidence.units == ("A", "B")


def test_levels_of_an_index_are_columns():
    frame = pd.DataFrame({"d": [1, 2]}, index=pd.MultiIndex.from_tuples([("A", 2023), ("A", 2024)], names=["unit", "period"]))
    model = decimals()
    both = chiso.Evidence.from_frame(frame, model, unit="index")
    assert both.units == ("A",) and both.periods == ("2023", "2024")
    named = pd.DataFrame({"d": [1, 2]}, index=pd.Index(["A", "B"], name="ward"))
    assert chiso.Evidence.from_frame(named, model, unit="ward").units == ("A", "B")
    assert chiso.Evidence.from_frame(named.reset_index(names="index"), model, unit="index").units == ("A", "B")


def test_evidence_and_scores_have_the_same_keys():
    model = decimals()
    scores = model.score(pd.DataFrame({"unit": ["A", "B"], "d": [1, 2]}))
    keys = ["unit", "block", "period", "track"]
    assert len(scores.frame().merge(scores.evidence.frame(), on=keys)) == 2
    assert scores.frame(kind="polars").join(scores.evidence.frame(kind="polars"), on=keys).height == 2
