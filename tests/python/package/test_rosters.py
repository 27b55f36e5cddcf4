"""Rosters in Python: of every kind, what they say, and what they survive."""

import pickle
import warnings

import chiso
import pandas as pd
import polars as pl
import pytest
from conftest import ROOT


@pytest.fixture(scope="module")
def model():
    return chiso.Draft(
        id="m", measures={"x": chiso.Measure("count")}, criteria=[chiso.Leaf("a", 10, chiso.rules.PerItem(value="x", each=1))]
    ).build()


TABLE = {"unit": ["old", "B"], "x": [1, 2]}
ROSTER = {"unit": ["A", "B", "C"], "block": ["n", "s", "n"], "label": ["Xã An", None, "Xã Châu"], "was": ["old; older", None, None]}


def read(model, roster, table=TABLE):
    with pytest.warns(chiso.ChisoWarning, match="roster.no_row"):
        return chiso.Evidence.from_frame(table, model, roster=roster)


@pytest.mark.parametrize("kind", [dict, pd.DataFrame, pl.DataFrame], ids=["dict", "pandas", "polars"])
def test_rosters_of_every_kind(model, kind, tmp_path):
    evidence = read(model, kind(ROSTER))
    assert evidence.units == ("A", "B") and evidence.blocks == ("n", "s")
    assert evidence.roster[0] == ("A", "n", "Xã An", ("old", "older")) and len(evidence.roster) == 3
    assert evidence.unreported == (("C", "n", ""),)
    path = tmp_path / "roster.csv"
    path.write_text('unit;block;label;was\nA;n;Xã An;"old; older"\nB;s;;\nC;n;Xã Châu;\n', encoding="utf-8")
    assert read(model, path) == evidence
    assert read(model, str(path)) == evidence


def test_a_list_of_names(model):
    evidence = read(model, ["B", "old", 7])
    assert [one.unit for one in evidence.roster] == ["7", "B", "old"] and evidence.unreported == (("7", "", ""),)
    assert chiso.Evidence.from_frame(TABLE, model).roster is None and chiso.Evidence.from_frame(TABLE, model).unreported == ()


def test_files(model, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("unit,x\nold,1\nB,2\n", encoding="utf-8")
    with pytest.warns(chiso.ChisoWarning, match="1 of 3 units without a row: C"):
        assert chiso.read_evidence(path, model, roster=ROSTER).units == ("A", "B")
    with pytest.raises(chiso.FileError):
        chiso.read_evidence(path, model, roster=tmp_path / "none.csv")


def test_each_period_has_its_own_warning(model, tmp_path):
    (tmp_path / "table.csv").write_text("unit,period,x\nA,2023,1\nB,2024,1\n", encoding="utf-8")
    with pytest.warns(chiso.ChisoWarning) as told:
        evidence = chiso.read_evidence(tmp_path / "table.csv", model, roster=["A", "B"])
    found = ["1 of 2 units without a row in 2023: B", "1 of 2 units without a row in 2024: A"]
    assert [one.found for one in evidence.warnings] == [one.found for one in evidence.notes()] == found
    assert [text in str(one.message) for text, one in zip(found, told, strict=True)] == [True, True]


def test_scores_have_who_has_not_reported(model):
    scores = model.score(read(model, ROSTER))
    frame = scores.frame(kind="pandas")
    assert frame["unit"].tolist() == ["A", "B", "C"] and frame["label"].tolist()[::2] == ["Xã An", "Xã Châu"]
    assert frame["index"].isna().tolist() == [False, False, True] and frame["ranked"].tolist() == [True, True, False]
    assert frame["rank"].tolist()[:2] == [1, 1] and pd.isna(frame["rank"][2])
    assert scores.rows == 2 and scores.averages(kind="pandas")["rows"].tolist() == [1, 1]
    assert scores.frame(top=1, kind="dict")["unit"].tolist() == ["A", "B"]
    for kind in ("polars", "pyarrow", "dict"):
        assert len(scores.frame(kind=kind)["unit"]) == 3
    assert scores.missing().unreported == (("C", "n", ""),) and len(scores.missing()) == 0
    assert scores.missing().frame(kind="dict")["source"].tolist() == ["no_row"]


def test_strangers_and_blocks(model):
    with pytest.raises(chiso.EvidenceError) as caught:
        chiso.Evidence.from_frame({"unit": ["old", "Bb", "B"], "block": ["n", "s", "n"], "x": [1, 2, 3]}, model, roster=ROSTER)
    assert [(problem.code, problem.pointer) for problem in caught.value.problems] == [
        ("roster.unit", "/1/unit"),
        ("roster.block", "/2/block"),
    ]


def test_rosters_that_are_no_good(model):
    with pytest.raises(chiso.EvidenceError, match="roster.duplicate"):
        chiso.Evidence.from_frame(TABLE, model, roster=["A", "A"])
    with pytest.raises(chiso.EvidenceError, match="column.absent"):
        chiso.Evidence.from_frame(TABLE, model, roster={"name": ["A"]})
    with pytest.raises(TypeError):
        chiso.Evidence.from_frame(TABLE, model, roster=5)
    with pytest.raises(TypeError, match="a part of a table"):
        chiso.Evidence.from_frame(TABLE, model, roster=ROSTER, part=True)


def test_pickles(model):
    evidence = read(model, ROSTER)
    again = pickle.loads(pickle.dumps(evidence))
    assert again == evidence and again.roster == evidence.roster and again.unreported == evidence.unreported
    scores = model.score(evidence)
    assert pickle.loads(pickle.dumps(scores)).frame(kind="dict")["unit"].tolist() == ["A", "B", "C"]


def test_the_guide_gives_what_it_shows(monkeypatch):
    import doctest

    monkeypatch.chdir(ROOT)
    with warnings.catch_warnings():
        results = doctest.testfile(str(ROOT / "docs" / "guide" / "rosters.md"), module_relative=False, encoding="utf-8")
    assert results.failed == 0 and results.attempted > 5


def test_a_former_name_is_not_followed_to_a_unit_that_bears_it(model):
    with pytest.warns(chiso.ChisoWarning) as told:
        evidence = chiso.Evidence.from_frame(TABLE, model, roster={"unit": ["A", "B", "old"], "was": ["old", "", ""]})
    assert evidence.units == ("B", "old")
    assert ["roster.was" in str(told[0].message), "roster.no_row" in str(told[1].message)] == [True, True]
    assert [problem.code for problem in evidence.warnings] == ["roster.was", "roster.no_row"]
