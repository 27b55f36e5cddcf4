"""Names that people write in more than one way, rows that are no units, columns that are nearly known: read alike from every kind of table."""

import pickle
import warnings

import chiso
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import small_model

MODEL = small_model()
HEADS = ("unit", "block", "period", "cases", "share", "plan", "done")
PLAIN = ("Xã Hòa An", "Khối xã", "2024 Q1", "7", "50", "on_time", "không")
SEEN_ALIKE = [
    ("Xã  Hòa An", "Khối  xã", "2024  Q1", " 7", "50", "on_time ", "không"),
    ("Xã\u00a0Hòa\u202fAn", "Khối\u3000xã", "2024\u2009Q1", "7", "50\u00a0", "\u00a0on_time", "KHÔNG"),
    ("Xã\u200b Hòa An", "\ufeffKhối xã", "2024\u2060 Q1", "7", "50", "on\u00ad_time", "kh\u200bông"),
    ("Xã Hòa\r\nAn", "Khối\nxã", "2024\tQ1", "7", "50", "on_time", "không\u200e"),
    ("Xa\u0303 Ho\u200b\u0300a An", "Khô\u0301i xa\u0303", "2024 Q1", "7", "50", "on_time", "Không\u200f"),
]


def columns(*rows):
    return {name: list(cells) for name, cells in zip(HEADS, zip(*rows, strict=True), strict=True)}


KINDS = {
    "dict": dict,
    "pandas": pd.DataFrame,
    "categories": lambda table: pd.DataFrame(table).astype("category"),
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
    "dictionaries": lambda table: pa.table({name: pa.array(cells).dictionary_encode() for name, cells in table.items()}),
    "views": lambda table: pa.table({name: pa.array(cells, pa.string_view()) for name, cells in table.items()}),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("row", SEEN_ALIKE)
def test_names_are_read_as_they_are_seen(kind, row):
    expected = chiso.Evidence.from_frame(columns(PLAIN), MODEL)
    assert expected.units == ("Xã Hòa An",) and expected.blocks == ("Khối xã",) and expected.periods == ("2024 Q1",)
    assert chiso.Evidence.from_frame(KINDS[kind](columns(row)), MODEL) == expected


@pytest.mark.parametrize("name", [*(row[0] for row in SEEN_ALIKE), " Xã Hòa An\n"])
def test_names_are_asked_for_as_they_are_seen(name):
    scores = MODEL.score(columns(PLAIN, ("Xã B", *PLAIN[1:])))
    assert scores.card(name).unit == "Xã Hòa An"
    assert scores.card(name, period="2024\u00a0\u00a0Q1").unit == "Xã Hòa An"
    assert scores.frame(block="Khối\u200b  xã", kind="dict")["unit"].tolist() == ["Xã Hòa An", "Xã B"]


def test_heads_are_renamed_as_they_are_seen():
    table = columns(PLAIN)
    table["Số hồ sơ\nđã  nhận"] = table.pop("cases")
    for told in ("Số hồ sơ đã nhận", "Số hồ sơ\r\nđã nhận", "Số\u00a0hồ sơ đã\u200b nhận"):
        assert chiso.Evidence.from_frame(table, MODEL, rename={told: "cases"}) == chiso.Evidence.from_frame(columns(PLAIN), MODEL)
    table["\ufeffunit \u200b"] = table.pop("unit")
    assert chiso.Evidence.from_frame(table, MODEL, rename={"Số hồ sơ đã nhận": "cases"}).rows == 1


@pytest.mark.parametrize(
    "head, meant",
    [("Block", "block"), ("RANKED", "ranked"), ("Cases", "cases"), ("trak", "track"), ("Done.not_applicable", "done.not_applicable")],
)
def test_near_misses_are_not_ignored(head, meant):
    table = columns(PLAIN) | {head: ["x"], "TT": [1], "Ghi chú": ["y"]}
    with pytest.raises(chiso.EvidenceError) as raised:
        chiso.Evidence.from_frame(table, MODEL, unknown="ignore")
    assert [(one.code, one.pointer, one.hint) for one in raised.value.problems] == [("column.unknown", f"/columns/{head}", meant)]
    evidence = chiso.Evidence.from_frame(table, MODEL, unknown="ignore", ignore=head)
    assert evidence == chiso.Evidence.from_frame(table, MODEL, ignore=[head, "TT", "Ghi\u00a0chú"])
    (note,) = evidence.notes()
    assert (note.code, note.found) == ("columns.ignored", f"3 columns ignored: {head}, TT, Ghi chú")


def test_a_list_of_columns_to_ignore_is_texts():
    with pytest.raises(TypeError, match="ignore are texts, not 1, a int"):
        chiso.Evidence.from_frame(columns(PLAIN), MODEL, ignore=[1])


ODD = columns(
    ("Xã Hòa An", "Khối Xã", "2024", 100, 50.0, "on_time", True),
    (None, None, None, None, None, None, None),
    ("Xã Hoà An", "Khối xã", "2024", 120, 60.0, "late", True),
    ("Cộng", "Khối xã", "2024", 220, None, None, None),
    ("Người ký", "Khối xã", "2024", None, None, None, None),
)


def test_odd_rows_are_warned_of():
    with pytest.warns(chiso.ChisoWarning) as warned:
        evidence = chiso.Evidence.from_frame(ODD, MODEL)
    codes = ["names.alike", "names.alike", "row.total", "row.sum", "row.no_measure"]
    assert [str(one.message).rpartition("[")[2].rstrip("]") for one in warned] == codes
    assert [one.code for one in evidence.warnings] == codes
    assert [one.pointer for one in evidence.warnings] == ["/2/unit", "/2/block", "/3/unit", "/3/unit", "/4/unit"]
    assert evidence.warnings[2].found == "'Cộng'"
    assert [one.code for one in evidence.notes()] == ["rows.blank", *codes]
    assert (
        evidence.notes()[0].text("vi")
        == "cảnh báo: gặp 1 dòng trống bị bỏ qua, cần các dòng có ô được điền; dòng trống không được đọc [rows.blank]"
    )
    assert evidence.notes().frame(kind="dict")["code"] == ["rows.blank", *codes]


def test_a_pickle_has_the_warnings_alone():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        evidence = chiso.Evidence.from_frame(ODD, MODEL)
    restored = pickle.loads(pickle.dumps(evidence))
    assert restored == evidence
    assert [one.code for one in restored.notes()] == [one.code for one in evidence.warnings]


def test_warnings_of_a_file_have_its_lines(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(
        "TT,unit,cases,share,plan,done\n1,A,100,50,late,yes\n\n,,,,,\n2,B,120,50,late,yes\n,Tổng cộng,220,,,\n", encoding="utf-8"
    )
    with pytest.warns(chiso.ChisoWarning, match=r"^6:2: warning: unit: found 'Tổng cộng', expected"):
        evidence = chiso.read_evidence(path, MODEL, unknown="ignore")
    assert [(one.code, one.line, one.column) for one in evidence.warnings] == [("row.total", 6, 2), ("row.sum", 6, 2)]
    assert [one.code for one in evidence.notes()] == ["columns.ignored", "rows.blank", "row.total", "row.sum"]


def test_a_table_that_was_read_already_is_told():
    table = pa.table(columns(PLAIN))
    reader = table.to_reader()
    assert chiso.Evidence.from_frame(reader, MODEL).rows == 1
    with pytest.warns(chiso.ChisoWarning, match="table.without_rows"):
        chiso.Evidence.from_frame(pa.table(columns(PLAIN)).slice(0, 0), MODEL)


def test_parts_are_not_warned_of():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chiso.Evidence.from_frame(ODD, MODEL, part=True)
