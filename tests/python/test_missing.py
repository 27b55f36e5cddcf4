"""The output of `chiso missing`: what each unit has not reported, by unit and by measure, in both languages."""

import json

import pytest
from command_line import check_golden, run, table
from pages import Page

MODEL = {
    "chiso": 1,
    "id": "towns",
    "measures": {
        "late": {"type": "count", "label": {"vi": "Hồ sơ trễ hạn", "en": "Late dossiers"}},
        "received": {"type": "count", "label": {"vi": "Hồ sơ tiếp nhận", "en": "Dossiers received"}},
        "border": {"type": "yes_no", "label": {"vi": "Xã biên giới", "en": "Border commune"}},
        "posts": {"type": "count", "label": {"vi": "Điểm chốt", "en": "Border posts"}},
        "note": {"type": "yes_no"},
    },
    "undefined": "zero",
    "criteria": [
        {
            "id": "speed",
            "number": "1",
            "label": {"vi": "Đúng hạn", "en": "On time"},
            "points": 60,
            "rule": {"type": "deduct", "value": "100 * late / received", "each": 1},
        },
        {
            "id": "posts",
            "number": "2",
            "label": {"vi": "Chốt biên giới", "en": "Border posts"},
            "points": 40,
            "applies_when": "border",
            "rule": {"type": "per_item", "value": "posts", "each": 10},
        },
        {
            "id": "growth",
            "number": "3",
            "label": {"vi": "Tăng so với kỳ trước", "en": "Growth"},
            "points": 10,
            "missing": "zero",
            "rule": {"type": "yes_no", "value": "received > previous(received)"},
        },
    ],
    "classes": {
        "bands": [{"id": "good", "from": 50}, {"id": "low"}],
        "vetoes": [{"when": "note", "at_most": "low", "label": {"vi": "Có kỷ luật", "en": "Discipline"}}],
    },
}
TABLE = """unit,period,late,received,border,posts,note
Xã An,2023,1,10,no,,no
Xã An,2024,,20,no,,no
Xã Bình,2023,2,,yes,3,no
Xã Bình,2024,2,10,yes,,no
Xã Cát,2024,1,10,no,,
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "model.json").write_text(json.dumps(MODEL, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path / "model.json", tmp_path / "table.csv"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("by", ["unit", "measure"])
def test_golden_lists(files, by, language):
    out, err = run("missing", *files, "--by", by, "--lang", language)
    check_golden(f"missing_by_{by}_{language}.txt", out)
    assert not err


def test_the_table(files, tmp_path):
    out = tmp_path / "missing.csv"
    run("missing", *files, "--period", "2024", "-o", out)
    rows = table(out.read_bytes().decode("utf-8-sig"))
    assert [(row["unit"], row["source"], row["name"], row["criteria"], row["classes"], row["points"]) for row in rows] == [
        ("Xã An", "row", "late", "speed", "", "60.00"),
        ("Xã Bình", "row", "posts", "posts", "", "40.00"),
        ("Xã Bình", "previous", "received", "growth", "", "10.00"),
        ("Xã Cát", "row", "note", "", "veto 1", "0.00"),
        ("Xã Cát", "previous_row", "", "growth", "", "10.00"),
    ]
    assert {row["track"] for row in rows} == {"final"} and {row["period"] for row in rows} == {"2024"}
    assert [row["label"] for row in rows][:2] == ["Late dossiers", "Border posts"]
    assert rows[0]["waiting"] == "1 On time"


def test_the_table_by_measure_and_as_json(files, tmp_path):
    out = tmp_path / "missing.json"
    run("missing", *files, "--by", "measure", "--lang", "vi", "-o", out)
    rows = json.loads(out.read_text(encoding="utf-8"))
    assert [row["name"] for row in rows] == ["late", "received", "posts", "note", "received", None, None, None]
    assert [(row["unit"], row["period"]) for row in rows if row["name"] is None] == [
        ("Xã An", "2023"),
        ("Xã Bình", "2023"),
        ("Xã Cát", "2024"),
    ]
    assert rows[0]["label"] == "Hồ sơ trễ hạn" and rows[0]["points"] == 60 and rows[-1]["label"] == "dòng số liệu của kỳ trước"


def test_the_page(files, tmp_path):
    out = tmp_path / "missing.html"
    run("missing", *files, "--lang", "vi", "-o", out)
    text = out.read_text(encoding="utf-8")
    Page(text)
    for words in ("Số liệu còn thiếu", "Xã Bình, 2024", "Điểm chốt", "2 Chốt biên giới", "điều kiện khống chế “Có kỷ luật”"):
        assert words in text
    check_golden("missing_vi.html", text)


def test_nothing_is_missing(files, tmp_path):
    files[1].write_text("unit,late,received,border,posts,note\nXã An,1,10,no,,no\n", encoding="utf-8")
    model = MODEL | {"criteria": MODEL["criteria"][:2]}
    files[0].write_text(json.dumps(model), encoding="utf-8")
    assert "Nothing is missing that counts." in run("missing", *files)[0]
    assert "Không thiếu số liệu nào" in run("missing", *files, language="vi")[0]
    run("missing", *files, "-o", tmp_path / "none.csv")
    assert len((tmp_path / "none.csv").read_text(encoding="utf-8-sig").splitlines()) == 1


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["--period", "2025"], "'2023', '2024'"),
        (["--track", "self"], "final"),
        (["--block", "x"], "block 'x'"),
    ],
)
def test_names_that_do_not_occur(files, arguments, said):
    assert said in run("missing", *files, *arguments, expect=1)[1]


@pytest.mark.parametrize("arguments", [["-o", "a.pdf"], ["--by", "block"], ["--by"]])
def test_arguments_that_are_no_good(files, arguments):
    run("missing", *files, *arguments, expect=2)


def test_an_output_does_not_overwrite_an_input(files):
    assert "is a file that is read" in run("missing", *files, "-o", files[1], expect=2)[1]
