"""`--roster`: who is scored, on the command line: strangers, former names, blocks, labels, and who has not reported."""

import csv
import io
import json

import pytest
from command_line import run, table

MODEL = {
    "chiso": 1,
    "id": "towns",
    "tracks": ["self", "final"],
    "fallback": {"final": ["self"]},
    "measures": {"x": {"type": "count"}},
    "criteria": [{"id": "a", "points": 10, "rule": {"type": "per_item", "value": "x", "each": 1}}],
}
ROSTER = 'unit;block;label;was\nX01;towns;Xã An;"X1; X001"\nX02;towns;Xã Bình;\nX03;offices;Văn phòng;\nX04;towns;Xã Châu;X02\n'
TABLE = "unit,period,track,x\nX1,2023,self,5\nX02,2023,self,7\nX03,2023,self,2\nX04,2023,self,1\nX01,2024,self,6\nX03,2024,self,3\n"


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / name for name in ("model.json", "table.csv", "roster.csv")]
    for path, text in zip(paths, (json.dumps(MODEL), TABLE, ROSTER), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def scored(files, *arguments):
    return table(run("score", *files[:2], "--roster", files[2], *arguments)[0])


def test_units_without_a_row_stand_in_the_scores(files):
    rows = scored(files, "--track", "final")
    assert [
        (row["unit"], row["label"], row["block"], row["period"], row["index"], row["rank"], row["complete"], row["ranked"]) for row in rows
    ] == [
        ("X03", "Văn phòng", "offices", "2023", "20.00", "1", "yes", "yes"),
        ("X03", "Văn phòng", "offices", "2024", "30.00", "1", "yes", "yes"),
        ("X02", "Xã Bình", "towns", "2023", "70.00", "1", "yes", "yes"),
        ("X01", "Xã An", "towns", "2023", "50.00", "2", "yes", "yes"),
        ("X04", "Xã Châu", "towns", "2023", "10.00", "3", "yes", "yes"),
        ("X01", "Xã An", "towns", "2024", "60.00", "1", "yes", "yes"),
        ("X02", "Xã Bình", "towns", "2024", "", "", "no", "no"),
        ("X04", "Xã Châu", "towns", "2024", "", "", "no", "no"),
    ]
    assert {row["model"] for row in rows} == {rows[0]["model"]}
    assert not [row for row in scored(files, "--track", "self") if not row["index"]]
    assert len(scored(files, "--block", "offices")) == 4
    assert [row["unit"] for row in scored(files, "--period", "2024", "--track", "final", "--block", "towns")] == ["X01", "X02", "X04"]


def test_who_has_not_reported_is_told(files):
    out, err = run("check", *files[:2], "--roster", files[2])
    assert "6 rows, 4 units" in out
    assert "2 of 4 units without a row in 2024: X02, X04" in err and "roster.no_row" in err
    err = run("check", *files[:2], "--roster", files[2], "--lang", "vi")[1]
    assert "thiếu dòng số liệu của 2 trong 4 đơn vị ở kỳ 2024: X02, X04" in err


def test_a_former_name_that_another_unit_bears_is_not_followed_and_told(files):
    err = run("check", *files[:2], "--roster", files[2])[1]
    assert "'X02' as a former name of 'X04'" in err and "roster.was" in err
    err = run("check", *files[:2], "--roster", files[2], "--lang", "vi")[1]
    assert "'X02' ghi là tên cũ của 'X04'" in err


@pytest.mark.parametrize(
    "line, said, said_vi",
    [
        ("X05,2024,self,1\n", "found X05, expected a unit of the roster", "gặp X05, cần một đơn vị trong danh sách"),
        ("X0l,2024,self,1\n", "(did you mean X01?)", "X01"),
        ("Tổng cộng,2024,self,1\n", "found Tổng cộng, expected a unit of the roster", "Tổng cộng"),
        ("x01,2024,final,1\n", "(did you mean X01?)", "X01"),
        ("X001,2024,self,1\n", "row.duplicate", "row.duplicate"),
    ],
)
def test_strangers(files, line, said, said_vi):
    files[1].write_text(TABLE + line, encoding="utf-8")
    err = run("score", *files[:2], "--roster", files[2], expect=1)[1]
    assert said in err and "table.csv:8:1: error: unit" in err, err
    assert said_vi in run("score", *files[:2], "--roster", files[2], "--lang", "vi", expect=1)[1]


def test_all_problems_at_once(files):
    files[1].write_text(
        "unit,block,period,track,x\nX05,towns,2024,self,1\nX06,towns,2024,self,a\nX01,offices,2024,self,2\n", encoding="utf-8"
    )
    err = run("check", *files[:2], "--roster", files[2], expect=1)[1]
    assert [line.rpartition("[")[2] for line in err.splitlines() if ": error" in line] == [
        "roster.unit]",
        "roster.unit]",
        "cell.number]",
        "roster.block]",
    ]
    assert "found offices, expected 'towns', the block of 'X01' in the roster" in err
    err = run("check", *files[:2], "--roster", files[2], "--lang", "vi", expect=1)[1]
    assert "cần 'towns', là khối của 'X01' trong danh sách" in err


@pytest.mark.parametrize(
    "text, said",
    [
        ("name\nX01\n", "column.absent"),
        (
            "unit\nX01\nX02\nX01\n",
            "roster.csv:4:1: error: unit: found X01, expected each unit once; the same is in line 2 [roster.duplicate]",
        ),
        ("unit,block\nX01,towns\nX02,\n", "roster.csv:3:5: error"),
        ("unit,label\n,a\n", "unit.empty"),
        ("", "table.empty"),
    ],
)
def test_rosters_that_are_no_good(files, text, said):
    files[2].write_text(text, encoding="utf-8")
    assert said in run("check", *files[:2], "--roster", files[2], expect=1)[1]


def test_other_columns_of_a_roster_are_left_aside(files):
    files[2].write_text("TT,unit,population\n1,X01,5000\n2,X02,1\n3,X03,2\n4,X04,3\n5,X1,9\n", encoding="utf-8")
    assert "without a row" in run("check", *files[:2], "--roster", files[2])[1]


def test_it_is_an_input(files):
    assert "is a file that is read" in run("score", *files[:2], "--roster", files[2], "-o", files[2], expect=2)[1]
    assert "none.csv" in run("score", *files[:2], "--roster", "none.csv", expect=1)[1]


def test_other_commands_read_by_it(files, tmp_path):
    assert "X01" in run("show", *files[:2], "X01", "--roster", files[2], "--period", "2023")[0]
    assert run("explain", *files[:2], "X01", "--roster", files[2])[0]
    out = run("missing", *files[:2], "--roster", files[2], "--track", "final")[0]
    assert "2 units have reported nothing." in out and "Units that have reported nothing" in out and "X02, 2024" in out
    run("missing", *files[:2], "--roster", files[2], "-o", tmp_path / "m.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "m.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert [(row["unit"], row["period"], row["source"], row["label"]) for row in rows] == [
        ("X02", "2024", "no_row", "everything: no row at all"),
        ("X04", "2024", "no_row", "everything: no row at all"),
    ]


def test_what_is_written_verifies(files, tmp_path):
    out = tmp_path / "published.csv"
    run("score", *files[:2], "--roster", files[2], "-o", out)
    assert "none differs" in run("verify", *files[:2], out, "--roster", files[2], "--lang", "en")[0]
    text = out.read_text(encoding="utf-8-sig").splitlines()
    heads = text[0].split(",")
    cells = [line.split(",") for line in text]
    for row in cells[1:]:
        if row[heads.index("unit")] == "X02" and row[heads.index("period")] == "2024":
            row[heads.index("index")] = "50"
    out.write_text("\n".join(",".join(row) for row in cells) + "\n", encoding="utf-8")
    assert "row.not_scored" in run("verify", *files[:2], out, "--roster", files[2], expect=1)[1]
