"""Tables as offices keep them on the command line: names in several spellings, rows that are no units, columns that are nearly known, and what is
said of them, in both languages."""

import json

import pytest
from command_line import run, table

MODEL = {
    "chiso": 1,
    "id": "odd",
    "undefined": "missing",
    "measures": {
        "n": {"type": "count", "label": "Số hồ sơ"},
        "k": {"type": "count"},
        "plan": {"type": "choice", "options": ["đúng  hạn", "trễ"]},
        "share": {"type": "decimal", "min": 0, "max": 100},
    },
    "criteria": [
        {"id": "a", "points": 10, "rule": {"type": "proportional", "value": "percent(k, n)", "zero_at": 0, "full_at": 100}},
        {"id": "b", "points": 1, "rule": {"type": "yes_no", "value": "plan == 'đúng\u00a0hạn'"}},
        {"id": "c", "points": 1, "rule": {"type": "yes_no", "value": "share > 50"}},
    ],
}


@pytest.fixture
def files(tmp_path):
    (tmp_path / "model.json").write_text(json.dumps(MODEL), encoding="utf-8")

    def write(text):
        (tmp_path / "table.csv").write_text(text, encoding="utf-8", newline="")
        return ["model.json", "table.csv"]

    write.here = {"cwd": tmp_path}
    return write


WRAPPED = (
    'unit,block,"Số hồ sơ\nđã nhận","Số hồ sơ\nđã giải quyết",plan,share\n'
    "Xã\u00a0Hòa  An,Khối\u200b xã,100,90,đúng   hạn,90\nXã B,Khối  xã,100,80,trễ,80\n"
)
RENAMES = ["--rename", "Số hồ sơ  đã nhận=n", "--rename", "Số hồ sơ đã giải\u200b quyết=k"]


def test_names_are_asked_for_as_they_are_seen(files):
    told = [*files(WRAPPED), *RENAMES]
    rows = table(run("score", *told, "--block", "Khối\u00a0 xã", **files.here)[0])
    assert [(row["unit"], row["block"], row["rank"]) for row in rows] == [("Xã Hòa An", "Khối xã", "1"), ("Xã B", "Khối xã", "2")]
    for unit in ("Xã Hòa An", "Xã  Hòa An ", "Xã\u00a0Hòa\nAn", "\u200bXã Hòa An"):
        assert "Xã Hòa An" in run("show", *told, unit, **files.here)[0]
    out, err = run(
        "check", *files(WRAPPED), "--rename", "Số hồ sơ đã nhận=n", "--rename", "Số hồ sơ đã giải quyêt=k", expect=1, **files.here
    )
    assert "(did you mean Số hồ sơ đã giải quyết?) [rename.absent]" in err


HEADS = "TT,unit,Ranked,n,k,plan,share\n1,A,no,1,1,trễ,7\n"


def test_a_near_miss_is_not_ignored(files):
    told = [*files(HEADS), "--ignore-unknown"]
    out, err = run("score", *told, expect=1, **files.here)
    assert err.splitlines()[0] == (
        "table.csv:1:9: error: /columns/Ranked: found Ranked, expected a column that the model knows, or this one named among those to ignore "
        "(--ignore, in Python ignore=) (did you mean ranked?) [column.unknown]"
    )
    err = run("score", *told, expect=1, language="vi", **files.here)[1]
    assert "gặp Ranked, cần một cột của bộ tiêu chí; nếu đúng là cột cần bỏ qua thì nêu tên cột đó (--ignore" in err
    out, err = run("score", *told, "--ignore", "Ranked", **files.here)
    assert table(out)[0]["rank"] == "1" and err == "table.csv: 2 columns ignored: TT, Ranked\n"
    assert (
        run("score", *files(HEADS), "--ignore", "TT", "--rename", "Ranked=ranked", **files.here)[1] == "table.csv: 1 column ignored: TT\n"
    )
    table_of_tt = files(HEADS.replace("Ranked", "ranked,rank").replace(",no,", ",no,3,"))
    assert run("score", *table_of_tt, "--ignore-unknown", **files.here)[1] == "table.csv: 2 columns ignored: TT, rank\n"


ODD = """TT,unit,n,k,plan,share,Ghi chú
A,B,1,2,,,
1,Xã Hòa An,100,90,trễ,0.9,
,,,,,,chưa gửi
2,"Xã
B",120,85,trễ,0.8,
3,Xã Hoà An,30,31,trễ,0.5,
,Tổng cộng,250,206,,,
,Người lập biểu,,,,,
"""


def test_odd_rows_are_told_with_their_lines(files):
    told = [*files(ODD), "--ignore-unknown"]
    out, err = run("check", *told, **files.here)
    assert out.endswith("table.csv: 6 rows, 6 units, 1 block, 1 period, 1 track (final), 6 warnings\n")
    lines = err.splitlines()
    starts = [line.split(": expected")[0] for line in lines]
    assert [line.partition(": warning: ")[0] for line in lines[:-1]] == [
        "table.csv:7:3",
        "table.csv:2:3",
        "table.csv:8:2",
        "table.csv:8:2",
        "table.csv:9:2",
        "table.csv:1:18",
    ]
    assert [line.rpartition("[")[2].partition("]")[0] for line in lines[:-1]] == [
        "names.alike",
        "row.numbers",
        "row.total",
        "row.sum",
        "row.no_measure",
        "column.fractions",
    ], starts
    assert "'Xã Hòa An', line 3, and 'Xã Hoà An', line 7 (row 6 of the sheet)" in lines[0]
    assert lines[-1] == "table.csv: 2 columns ignored: TT, Ghi chú; 1 blank row skipped; 6 warnings"
    vietnamese = run("score", *told, language="vi", **files.here)[1].splitlines()
    assert "gặp 'Xã Hòa An', dòng 3, và 'Xã Hoà An', dòng 7 của tệp (dòng 6 của bảng), cần" in vietnamese[0]
    assert vietnamese[-1] == "table.csv: 2 cột bị bỏ qua: TT, Ghi chú; 1 dòng trống bị bỏ qua; 6 cảnh báo"


def test_a_table_without_rows_is_told(files):
    err = run("check", *files("unit,n,k,plan,share\n"), **files.here)[1]
    assert err == "table.csv: warning: found no row, expected a row for each unit [table.without_rows]\n"
    assert "cảnh báo: thiếu dòng của các đơn vị" in run("score", *files("unit,n,k,plan,share\n"), language="vi", **files.here)[1]


def test_a_plain_table_is_told_nothing(files):
    told = files("unit,n,k,plan,share\nXã A,100,90,trễ,90\nXã B,100,80,trễ,80\n")
    assert run("score", *told, **files.here)[1] == "" and run("check", *told, **files.here)[1] == ""
