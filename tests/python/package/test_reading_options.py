"""What is told of a table as offices keep it: marks, heads, encodings, layouts; and results that such an office opens."""

import csv

import chiso
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

MODEL = chiso.Model.from_json(
    """{"chiso": 1, "id": "offices", "tracks": ["self", {"id": "final", "label": "Thẩm định"}], "stated_points": "accept", "publish": {"decimals": 3}, "measures": {
  "received": {"type": "count"}, "share": {"type": "decimal"}, "rate": {"type": "decimal", "measured_in": "%"}},
  "criteria": [{"id": "a", "label": {"vi": "Hồ sơ; tiếp nhận", "en": "Dossiers"}, "points": 3, "rule": {"type": "per_item", "value": "received + share + rate", "each": 0.0125}}],
  "classes": {"bands": [{"id": "good", "from": 50, "label": {"vi": "Tốt", "en": "Good"}}, {"id": "low", "label": {"vi": "Kém", "en": "Low"}}]}}"""
)
KINDS = {
    "dict": dict,
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
    "categories": lambda columns: pd.DataFrame(columns).astype({"received": "category"}),
    "dictionary": lambda columns: pa.table({name: pa.array(cells).dictionary_encode() for name, cells in columns.items()}),
}


def columns(received="7", share="1", rate="2"):
    return {"unit": ["A"], "received": [received], "share": [share], "rate": [rate]}


def codes(read):
    with pytest.raises(chiso.EvidenceError) as error:
        read()
    return [problem.code for problem in error.value.problems]


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_as_text_in_frames(kind):
    frame = KINDS[kind]
    assert codes(lambda: chiso.Evidence.from_frame(frame(columns("1.000")), MODEL)) == ["cell.two_ways"]
    assert chiso.Evidence.from_frame(frame(columns("1.000")), MODEL, decimal=".").frame(kind="dict")["received"][0] == 1
    assert chiso.Evidence.from_frame(frame(columns("1.000")), MODEL, decimal=",", thousands=".").frame(kind="dict")["received"][0] == 1000
    assert (
        chiso.Evidence.from_frame(frame(columns("1.000", rate="92.18%")), MODEL).frame(kind="dict")["rate"][0] == 92.18
    )  # which shows the mark
    assert chiso.Evidence.from_frame(frame(columns("1\u202f000")), MODEL, thousands=" ").frame(kind="dict")["received"][0] == 1000
    with pytest.warns(chiso.ChisoWarning, match="1.500"):
        table = chiso.Evidence.from_frame(frame(columns(share="1.500")), MODEL)
    assert [(problem.code, problem.pointer) for problem in table.warnings] == [("measure.two_ways", "/columns/share")]


def test_numbers_that_are_no_text_have_one_way():
    table = chiso.Evidence.from_frame({"unit": ["A"], "received": [1000.0], "share": [1.5], "rate": [2]}, MODEL)
    assert list(table.warnings) == []


@pytest.fixture
def file(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "table.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


ROWS = "A;7;1;2\nB;8;1;2\n"
TITLED = "BẢNG SỐ LIỆU NĂM 2024\nunit;Hồ sơ;;\n;received;share;rate\n" + ROWS


@pytest.mark.parametrize("lines", ["2-3", (2, 3), [2, 3]])
def test_heads_of_two_lines(file, lines):
    with pytest.raises(chiso.EvidenceError, match="--header-line 2-3"):
        chiso.read_evidence(file(TITLED), MODEL)
    assert chiso.read_evidence(file(TITLED), MODEL, header_line=lines).frame(kind="dict")["received"].tolist() == [7, 8]


def test_heads_totals_and_encodings(file):
    text = "Năm 2024\nunit;received;share;rate\n" + ROWS + "Tổng cộng;15;2;4\nNgười lập;;;\n"
    told = {"header_line": 2, "skip_last": 2}
    assert chiso.read_evidence(file(text), MODEL, **told).units == ("A", "B")
    assert chiso.read_evidence(file(text, "utf-16"), MODEL, encoding="utf-16", **told).units == ("A", "B")
    with pytest.raises(chiso.EvidenceError, match="utf-16"):
        chiso.read_evidence(file(text, "utf-16-le"), MODEL, **told)
    units = chiso.read_evidence(file("unit;received;share;rate\nXa\u0303 Đông;1;1;1\n", "cp1258"), MODEL, encoding="windows-1258").units
    assert units == ("Xã Đông",)


@pytest.mark.parametrize("wrong", [0, -1, "3-2", "a", "1-2-3", True, (2, 1), (), 1.5])
def test_lines_that_are_none(file, wrong):
    with pytest.raises(ValueError, match="header_line"):
        chiso.read_evidence(file(TITLED), MODEL, header_line=wrong)


def test_options_that_are_none(file):
    for wrong in ({"skip_last": -1}, {"encoding": 8}, {"encoding": "latin-99"}, {"layout": "columns"}):
        with pytest.raises(ValueError):
            chiso.read_evidence(file(TITLED), MODEL, **wrong)


def test_layouts(file):
    form = file("TT;Tiêu chí;Tự chấm;final\n1;received;7;6\n2;share;1;1\n3;rate;2;2\n")
    told = {
        "layout": "rows",
        "fill": {"unit": "Xã An", "period": 2024},
        "rename": {"Tiêu chí": "measure", "Tự chấm": "self"},
        "unknown": "ignore",
    }
    table = chiso.read_evidence(form, MODEL, **told).frame(kind="dict")
    assert [list(table[name]) for name in ("unit", "period", "track", "received")] == [
        ["Xã An"] * 2,
        ["2024"] * 2,
        ["self", "final"],
        [7, 6],
    ]
    long = file("unit;measure;value\nA;received;7\nA;share;1\nA;rate;2\n")
    assert chiso.read_evidence(long, MODEL, layout="rows").frame(kind="dict")["rate"].tolist() == [2]
    pairs = file("unit;received (self);received (final);share;rate\nA;7;x;1;2\n")
    with pytest.raises(chiso.EvidenceError, match="table.csv:2:5|2:5") as error:
        chiso.read_evidence(pairs, MODEL, layout="pairs")
    assert error.value.problems[0].place.startswith("") and error.value.problems[0].code == "cell.number"


def test_csv_for_excel(tmp_path):
    table = {"unit": ["=Xã An", "Xã Bình"], "received": [1, 2], "share": ["0.25", "0"], "rate": [0, 0]}
    scores = MODEL.score(chiso.Evidence.from_frame(table, MODEL))
    plain, office = list(csv.reader(scores.to_csv().splitlines())), scores.to_csv(for_excel=True, language="vi")
    assert plain[0][:4] == ["unit", "block", "period", "track"]
    assert office.startswith("\ufeff")
    rows = list(csv.reader(office[1:].splitlines(), delimiter=";"))
    assert rows[0][:12] == [
        *("Đơn vị", "Khối", "Kỳ đánh giá", "Bước chấm", "Điểm đạt được", "Điểm tối đa áp dụng", "Điểm thưởng", "Điểm trừ"),
        *("Chỉ số", "Độ phủ", "Thứ hạng", "Xếp loại"),
    ]
    assert [row[0] for row in rows[1:]] == ["Xã Bình", "'=Xã An"]
    assert rows[1][3] == "Thẩm định" and rows[1][11] in ("Tốt", "Kém") and rows[1][12] in ("có", "không")
    for wanted, got in zip(plain[1:], rows[1:], strict=True):
        assert [cell.replace(",", ".") for cell in got[4:11]] == wanted[4:11]
    assert scores.to_csv(tmp_path / "out.csv", for_excel=True) is None
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    ranking = scores.ranking(nodes=["a"]).to_csv(for_excel=True, language="vi")
    assert ranking.splitlines()[0] == '\ufeffThứ hạng;Đơn vị;Chỉ số;"Hồ sơ; tiếp nhận"'
    english = scores.to_csv(for_excel=True, language="en")
    assert english[1:].startswith("Unit;Block;Period;Track;Points;")
