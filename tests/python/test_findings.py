"""`chiso check` with the checks of a model: findings with their places, exit codes, tables, pages, both languages."""

import json
import re

import pytest
from command_line import ROOT, check_golden, run, table
from pages import Page

RATIOS = "examples/models/published_ratios.json"
GIA_LAM = [RATIOS, "examples/data/gia_lam_2017.csv", "--absent-is-missing"]
TIEN_LU = [RATIOS, "examples/data/tien_lu_2022.csv", "--absent-is-missing"]
LA_PHU = [RATIOS, "examples/data/la_phu_2024.csv", "--absent-is-missing"]
LEAF = {"id": "a", "points": 1, "rule": {"type": "yes_no", "value": "true"}}


def small(tmp_path, text, *checks, **members):
    """A small model of these checks over counts a, b and c, and its table; gives their paths."""
    measures = {name: {"type": "count"} for name in "abc" if any(re.search(rf"\b{name}\b", json.dumps(check)) for check in checks)}
    model = {"chiso": 1, "id": "small", "measures": measures, "criteria": [LEAF], "checks": list(checks)} | members
    (tmp_path / "model.json").write_text(json.dumps(model, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "table.csv").write_bytes(text.encode())
    return tmp_path / "model.json", tmp_path / "table.csv"


def relation(holds, **members):
    return {"id": "order", "type": "relation", "holds": holds} | members


@pytest.mark.parametrize(
    "name, arguments, code",
    [
        ("check_gia_lam.txt", GIA_LAM, 1),
        ("check_gia_lam_vi.txt", [*GIA_LAM, "--lang", "vi"], 1),
        ("check_tien_lu.txt", TIEN_LU, 0),
        ("check_tien_lu_vi.txt", [*TIEN_LU, "--lang", "vi"], 0),
        ("check_la_phu.txt", LA_PHU, 0),
        ("check_la_phu_vi.txt", [*LA_PHU, "--lang", "vi"], 0),
    ],
)
def test_golden_findings(name, arguments, code):
    out, err = run("check", *arguments, expect=code)
    check_golden(name, out + err)


def test_scoring_says_that_the_evidence_does_not_add_up():
    out, err = run("score", *GIA_LAM)
    assert err == f"{GIA_LAM[1]}: the evidence does not add up: 4 errors, 0 warnings; chiso check says where\n"
    assert len(out.splitlines()) == 3
    assert "số liệu chưa khớp: 4 lỗi, 0 cảnh báo;" in run("score", *GIA_LAM, "--lang", "vi")[1]
    assert run("score", *LA_PHU)[1] == ""


@pytest.mark.parametrize(
    "name, arguments, code",
    [
        ("findings_gia_lam_vi.html", [*GIA_LAM, "--lang", "vi"], 1),
        ("findings_gia_lam.txt", GIA_LAM, 1),
        ("findings_gia_lam.csv", GIA_LAM, 1),
        ("findings_tien_lu_vi.csv", [*TIEN_LU, "--lang", "vi"], 0),
        ("findings_la_phu_vi.txt", [*LA_PHU, "--lang", "vi"], 0),
    ],
)
def test_golden_outputs(tmp_path, name, arguments, code):
    run("check", *arguments, "-o", tmp_path / name, expect=code)
    check_golden(name, (tmp_path / name).read_bytes().decode())


def test_places_are_those_of_the_cells_in_the_file():
    lines = (ROOT / GIA_LAM[1]).read_text(encoding="utf-8").splitlines()
    err = run("check", *GIA_LAM, expect=1)[1]
    places = re.findall(r"^examples/data/gia_lam_2017\.csv:(\d+):(\d+): error: ", err, re.M)
    cells = [lines[int(line) - 1][int(column) - 1 :].partition(",")[0] for line, column in places]
    assert cells == ["4356", "4356", "4356", "38211"]


def test_places_of_a_table_that_is_not_plain(tmp_path):
    """Cells of several lines, rows without a cell, empty lines, other orders of rows, renamed columns."""
    text = 'b;note;a;unit\r\n9;"two\r\nlines";8;A\r\n;;;\r\n\r\n1;x;"2";Đ\r\n5;y;4;C\r\n'
    paths = small(tmp_path, text, relation("a <= b"))
    out, err = run("check", *paths, "--ignore-unknown", expect=1)
    # The name has two bytes in UTF-8; places count characters, rows as a spreadsheet does.
    assert f"{paths[1]}:6:5: error: Đ: " in err and err.count("error: ") == 1 and "[order] (row 5 of the sheet)\n" in err


def test_a_finding_without_a_slip_points_to_what_is_stated(tmp_path):
    check = {"id": "mean", "type": "stated", "stated": "c", "of": "(a + b) / 2", "decimals": 0}
    paths = small(tmp_path, "unit,c,a,b\nA,123,70,92\n", check)
    assert f"{paths[1]}:2:3: error: A: " in run("check", *paths, expect=1)[1]


def test_a_value_that_falls_back_is_looked_at_where_it_was_stated(tmp_path):
    text = "unit,track,a,b\nA,self,777,4\nA,final,,4\n"
    paths = small(tmp_path, text, relation("a == b"), tracks=["self", "final"], fallback={"final": ["self"]})
    lines = run("check", *paths, expect=1)[1].splitlines()
    assert [line.rpartition(str(paths[1]))[2][:5] for line in lines[:2]] == [":2:8:", ":2:8:"]


def test_warnings_alone_exit_0(tmp_path):
    paths = small(tmp_path, "unit,a,b\nA,9,4\n", relation("a <= b", severity="warning"))
    out, err = run("check", *paths)
    assert f"{paths[1]}:2:3: warning: A: " in err and out.endswith(f"{paths[1]}: 1 check, 0 errors, 1 warning: 0 held, 0 not judged\n")
    out, err = run("check", *paths, "--lang", "vi")
    assert f"{paths[1]}:2:3: cảnh báo: A: " in err and out.endswith(
        "1 phép kiểm tra, 0 lỗi, 1 cảnh báo: khớp 0 lượt, không kiểm tra 0 lượt\n"
    )


def test_findings_that_are_too_many_are_counted(tmp_path):
    rows = "".join(f"U{number},9,4\n" for number in range(1200))
    paths = small(tmp_path, "unit,a,b\n" + rows, relation("a <= b"))
    err = run("check", *paths, "-o", tmp_path / "all.csv", expect=1)[1]
    assert err.count(": error: ") == 1000 and f"{paths[1]}: and 200 more findings of 1200\n" in err
    assert len(table((tmp_path / "all.csv").read_bytes().decode())) == 1200


def test_a_sentence_for_each_type(tmp_path):
    checks = [
        relation("a <= b and b != 7"),
        relation("a > 5 or b > 5", id="either"),
        {"id": "far", "type": "unusual", "value": "a / 3"},
        {"id": "copied", "type": "repeated", "values": ["a", "b", "c"]},
    ]
    rows = ["unit,period,a,b,c\n"] + [f"U{number},{year},{number},7,9\n" for number in range(1, 7) for year in (2023, 2024)]
    rows += ["X,2023,900,7,9\n", "X,2024,900,7,9\n"]
    paths = small(tmp_path, "".join(rows), *checks)
    found = {}
    for language in ("en", "vi"):
        err = run("check", *paths, "--lang", language, expect=1)[1]
        for line in err.splitlines()[:-1]:
            found.setdefault((language, line.rpartition("[")[2].rstrip("]")), line.partition(": ")[2].partition(": ")[2])
    assert found["en", "order"].startswith("U1, 2023: “a” ≤ “b” and “b” ≠ 7: found 7, expected not 7; “a” 1; “b” 7")
    assert found["vi", "order"].startswith("U1, 2023: “a” ≤ “b” và “b” ≠ 7: gặp 7, cần khác 7; “a” 1; “b” 7")
    assert found["en", "order"].endswith("; a slip of one number is possible in 23 ways, such as “b” 7 → 6: one digit mistyped [order]")
    assert found["vi", "order"].endswith("; có 23 khả năng gõ nhầm một con số, ví dụ “b” 7 → 6: gõ sai một chữ số [order]")
    assert "either" not in {name for _, name in found}  # b is above 5 everywhere
    assert (
        "X, 2023: Not far from the other units of the block: " in found["en", "far"] and ": found 300, expected from " in found["en", "far"]
    )
    assert ": gặp 300, cần từ " in found["vi", "far"]
    assert found["en", "copied"].endswith("all are the same as in the period before; “a” 1; “b” 7; “c” 9 [copied]")
    assert "tất cả giống hệt kỳ trước" in found["vi", "copied"]


def test_outputs_are_refused_that_cannot_be(tmp_path):
    for arguments in ([*GIA_LAM, "-o", "x.xlsx"], [RATIOS, "-o", tmp_path / "x.csv"], [*GIA_LAM, "-o", GIA_LAM[1]]):
        out, err = run("check", *arguments, expect=2)
        assert out == "" and err.startswith("chiso: ")


def test_nothing_is_written_where_the_evidence_cannot_be_read(tmp_path):
    paths = small(tmp_path, "unit,a,b\nA,x,4\n", relation("a <= b"))
    run("check", *paths, "-o", tmp_path / "x.csv", expect=1)
    assert not (tmp_path / "x.csv").exists()


def test_a_table_of_findings_is_no_formula(tmp_path):
    paths = small(tmp_path, "unit,a,b\n=1+1,9,4\n", relation("a == b"))
    run("check", *paths, "-o", tmp_path / "x.csv", expect=1)
    [row] = table((tmp_path / "x.csv").read_bytes().decode())
    assert (
        row["unit"] == "'=1+1"
        and row["sign"] == "'=="
        and (row["line"], row["column"], row["found"], row["expected"]) == ("2", "6", "9", "4")
    )


def test_a_page_has_the_same_content_as_the_text(tmp_path):
    for language in ("vi", "en"):
        run("check", *GIA_LAM, "--lang", language, "-o", tmp_path / "x.txt", expect=1)
        run("check", *GIA_LAM, "--lang", language, "-o", tmp_path / "x.html", expect=1)
        flat = re.sub(r"\s+", " ", (tmp_path / "x.txt").read_text(encoding="utf-8"))
        page = Page((tmp_path / "x.html").read_text(encoding="utf-8"))
        page.stands_alone(language)
        assert len(page.rows) > 8 and page.seen.count("mark") == 4
        for cell in page.cells:
            assert len(cell) > 40 or re.sub(r"\s+", " ", cell).strip() in flat


def test_the_commands_of_the_guide_print_what_it_shows():
    guide = (ROOT / "docs" / "guide" / "checks.md").read_text(encoding="utf-8")
    block = re.search(r"```console\n\$ chiso (.*?)\n(.*?)```", guide, re.S)
    assert run(*block[1].split(), expect=1)[1] == block[2]
