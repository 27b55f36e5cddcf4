"""Tables for people: rank, unit, index and criteria, with the digits that are published."""

import csv
import io
from decimal import Decimal

import chiso
import chiso.examples
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

PILLARS = ["entry", "land"]


def test_a_frame_of_criteria_has_what_one_reads_first(provinces):
    frame = provinces.frame(nodes=PILLARS, sort="rank", kind="dict")
    assert list(frame) == ["rank", "unit", "index", "entry", "land"]
    assert [frame[name][0] for name in frame] == [1, "Quảng Ninh", 73.04, 79.8, 73.9]
    matrix = provinces.matrix(nodes=PILLARS, value="index")
    assert np.array_equal(np.array([*provinces.frame(nodes=PILLARS, kind="pandas")[PILLARS].to_numpy()]), matrix.values)
    points = provinces.frame(nodes=[provinces.model["land"]], value="points", sort="rank", kind="dict")
    assert points["land"][0] == float(provinces.card("Quảng Ninh")["land"].points) == 3.7 and points["index"][0] == 73.04


def test_a_frame_of_criteria_names_blocks_periods_and_tracks_where_there_are_several(communes):
    node = communes.model.criteria[0]
    assert list(communes.frame(nodes=[node], kind="dict")) == ["rank", "unit", "block", "period", "track", "index", node.id]
    frame = communes.frame(nodes=[node], block="communes", period=2024, track="final", sort="rank", kind="dict")
    assert list(frame) == ["rank", "unit", "index", node.id]
    of_node = communes.frame(node=node, block="communes", period=2024, track="final", kind="pandas")
    same = communes.frame(nodes=[node], block="communes", period=2024, track="final", kind="pandas")
    pd.testing.assert_series_equal(same[node.id], of_node["index"], check_names=False)


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow", "dict"])
@pytest.mark.parametrize("decimals", ["float", "text", "decimal"])
def test_columns_are_chosen_in_their_order(provinces, kind, decimals):
    frame = provinces.frame(columns=["land", "unit", "rank"], nodes=["land"], kind=kind, decimals=decimals, sort="rank")
    names = {"pyarrow": "column_names", "polars": "columns"}.get(kind)
    assert list(getattr(frame, names) if names else frame) == ["land", "unit", "rank"]
    first = frame["land"][0].as_py() if kind == "pyarrow" else frame["land"][0]
    assert first == {"float": 73.9, "text": "73.90", "decimal": Decimal("73.90")}[decimals]


def test_frames_that_are_asked_for_one_after_the_other_do_not_mix(provinces):
    whole = provinces.frame(kind="pandas")
    some = provinces.frame(columns=["unit"], kind="pandas")
    assert list(some) == ["unit"] and provinces.frame(kind="pandas").equals(whole)
    assert list(provinces.frame(nodes=["land"], columns=["unit"], kind="dict")) == ["unit", "land"]
    assert list(provinces.ranking(nodes=["land", "entry"], columns=["entry", "unit"]).columns) == ["entry", "unit", "land"]
    assert provinces.frame(nodes=["land"], columns=["land"], kind="dict")["land"].tolist() != (
        provinces.frame(nodes=["land"], value="points", columns=["land"], kind="dict")["land"].tolist()
    )


def test_the_top_are_those_of_each_ranking(communes):
    whole = communes.frame(kind="pandas", sort="rank")
    top = communes.frame(kind="pandas", sort="rank", top=3)
    assert (top["rank"] <= 3).all() and len(top) == (whole["rank"] <= 3).sum() > 3
    # 11 and 12 are equal at the twelfth place, and both stay.
    names = communes.frame(block="communes", period=2024, track="final", top=12, kind="dict", sort="rank")["unit"].tolist()
    assert len(names) == 13 and names[-2:] == ["Xã Mẫu 11", "Xã Mẫu 12"]


def test_units_are_sorted_by_their_names_without_marks(provinces):
    units = provinces.frame(sort="unit", kind="dict")["unit"].tolist()
    assert units[:4] == ["An Giang", "Bắc Ninh", "Bến Tre", "Bình Định"]
    assert units.index("Cần Thơ") < units.index("Đà Nẵng") < units.index("Đồng Tháp") < units.index("Hà Nội")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"sort": "index"}, "sorted by 'rows', 'rank' or 'unit', not 'index'"),
        ({"top": 0}, "1 or more, not 0"),
        ({"nodes": ["land"], "value": "share"}, "its 'index' or its 'points', not 'share'"),
        ({"nodes": ["lan"]}, "land"),
        ({"columns": ["units"]}, "unit"),
        ({"columns": ["unit", "unit"]}, "two columns are named unit"),
    ],
)
def test_what_no_table_can_have_is_refused(provinces, asked, message):
    with pytest.raises(ValueError, match=message):
        provinces.frame(**asked)


def test_nodes_are_no_text(provinces):
    with pytest.raises(TypeError, match="a list of criteria or their ids, not the text 'land'"):
        provinces.frame(nodes="land")


def test_a_ranking_is_that_of_the_last_track_of_the_latest_period(communes):
    ranking = communes.ranking(block="communes", nodes=["steering"], columns=["rank", "unit", "class"])
    frame = communes.frame(block="communes", period="2024", track="final", sort="rank", kind="dict")
    assert ranking.columns == ("rank", "unit", "class", "steering") and len(ranking) == len(frame["unit"])
    assert ranking.frame(kind="dict")["unit"].tolist() == frame["unit"].tolist()
    polars = ranking.frame(kind="polars")
    assert pl.DataFrame(ranking).cast({"class": polars.schema["class"]}).equals(polars) and pa.table(ranking).equals(
        ranking.frame(kind="pyarrow")
    )
    with pytest.raises(chiso.ShapeError, match="several blocks.*communes.*offices"):
        communes.ranking()
    with pytest.raises(chiso.UnknownNameError, match="districts"):
        communes.ranking(block="districts")


def test_a_ranking_is_written_with_its_published_digits(communes, tmp_path):
    ranking = communes.ranking(block="communes", nodes=["steering"])
    frame = ranking.frame(decimals="text", kind="dict")
    rows = list(csv.reader(io.StringIO(ranking.to_csv(), newline="")))
    assert rows[0] == ["rank", "unit", "index", "steering"] and [row[2] for row in rows[1:]] == frame["index"].tolist()
    assert {len(row[2].partition(".")[2]) for row in rows[1:]} == {2}  # 81.50 keeps its nought
    comma = ranking.to_csv(decimal=",")
    assert [row[2].replace(",", ".") for row in csv.reader(io.StringIO(comma, newline=""), delimiter=";")][1:] == frame["index"].tolist()
    assert ranking.to_csv(tmp_path / "a.csv") is None and (tmp_path / "a.csv").read_bytes().decode() == ranking.to_csv()
    ranking.save(tmp_path / "b.tex")
    assert (tmp_path / "b.tex").read_text(encoding="utf-8") == ranking.to_latex()
    # A saved ranking is a table of published figures too.
    assert communes.verify(tmp_path / "a.csv", period=2024).differences == ()


def test_latex_prints_names_as_they_are(provinces):
    units = ["R&D 50%", "a_b#{c}", "x\\y~^$"]
    model = provinces.model
    scores = model.score({"unit": units} | {name: [9, 8, None] for name in model.measures})
    text = scores.ranking(nodes=["entry"]).to_latex(decimal=",", heads={"unit": "R&D"})
    assert text.splitlines() == [
        r"\begin{tabular}{rlrr}",
        r"\toprule",
        r"rank & R\&D & index & entry \\",
        r"\midrule",
        r"1 & R\&D 50\% & 90,00 & 90,00 \\",
        r"2 & a\_b\#\{c\} & 80,00 & 80,00 \\",
        r" & x\textbackslash{}y\textasciitilde{}\textasciicircum{}\$ & 0,00 & 0,00 \\",
        r"\bottomrule",
        r"\end{tabular}",
    ]
    vi = scores.ranking(nodes=["entry"], columns=["unit", "class", "complete"]).to_latex(language="vi").splitlines()
    assert vi[0] == r"\begin{tabular}{lllr}" and vi[2] == rf"Đơn vị & Xếp loại & complete & {model['entry'].label('vi')} \\"
    assert vi[-3].split(" & ")[2] == "no"


def test_a_file_that_cannot_be_written_leaves_nothing(provinces, tmp_path):
    ranking = provinces.ranking()
    with pytest.raises(chiso.FileError):
        ranking.save(tmp_path / "none" / "a.csv")
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(chiso.FileError):
        ranking.to_csv(tmp_path / "a.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"] and not [*(tmp_path / "a.csv").iterdir()]
    with pytest.raises(ValueError, match="saved as .csv or .tex, not as .xlsx"):
        ranking.save("a.xlsx")
    with pytest.raises(ValueError, match="'.' or ',', not ';'"):
        ranking.to_csv(decimal=";")
    with pytest.raises(ValueError, match="'.' or ',', not ';'"):
        ranking.to_latex(decimal=";")
    with pytest.raises(ValueError, match="'vi' or 'en', not 'fr'"):
        ranking.to_latex(language="fr")


def test_a_ranking_in_a_notebook(provinces):
    ranking = provinces.ranking(top=2)
    assert repr(ranking) == "<chiso.RankingTable: 2 rows of rank, unit, index>"
    assert "70.61" in ranking._repr_html_() and "73.04" in ranking._repr_html_()
