"""The output of `chiso steps`: which values would earn a unit more, in both languages, as a table and as a page."""

import json

import pytest
from command_line import check_golden, run, table
from pages import Page

MODEL = {
    "chiso": 1,
    "id": "towns",
    "measures": {
        "on_time": {"type": "count", "label": {"vi": "Hồ sơ đúng hạn", "en": "Dossiers on time"}},
        "resolved": {"type": "count", "label": {"vi": "Hồ sơ đã giải quyết", "en": "Dossiers resolved"}},
        "plan": {
            "type": "choice",
            "options": [
                {"id": "on_time", "label": {"vi": "Đúng hạn", "en": "In time"}},
                {"id": "late", "label": {"vi": "Chậm", "en": "Late"}},
                {"id": "none", "label": {"vi": "Không ban hành", "en": "Not issued"}},
            ],
            "label": {"vi": "Kế hoạch", "en": "Plan"},
        },
        "council": {"type": "decimal", "min": 0, "max": 5, "label": {"vi": "Hội đồng <chấm>", "en": "Council's <mark>"}},
    },
    "undefined": "zero",
    "criteria": [
        {
            "id": "speed",
            "number": "1",
            "label": {"vi": "Đúng hạn", "en": "On time"},
            "points": 60,
            "rule": {
                "type": "tiers",
                "value": "percent(on_time, resolved)",
                "tiers": [{"from": 95, "points": 60}, {"from": 70, "points": 30}, {"points": 0}],
            },
        },
        {
            "id": "plan",
            "number": "2",
            "label": {"vi": "Kế hoạch năm", "en": "Yearly plan"},
            "points": 20,
            "rule": {"type": "options", "value": "plan", "points": {"on_time": 20, "late": 10, "none": 0}},
        },
        {
            "id": "council",
            "number": "3",
            "label": {"vi": "Điểm hội đồng", "en": "Council"},
            "points": 20,
            "rule": {"type": "per_item", "value": "council", "each": 4},
        },
    ],
}
TABLE = """unit,on_time,resolved,plan,council
Xã An,4290,4534,none,
Xã Bình,95,100,late,3
Xã Cát,60,100,on_time,4.25
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "model.json").write_text(json.dumps(MODEL, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path / "model.json", tmp_path / "table.csv"


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("unit, name", [("Xã An", "an"), ("Xã Bình", "binh")])
def test_golden_lists(files, unit, name, language):
    out, err = run("steps", *files, unit, "--lang", language)
    check_golden(f"steps_{name}_{language}.txt", out)
    assert not err


def test_the_table(files, tmp_path):
    out = tmp_path / "steps.csv"
    run("steps", *files, "Xã Bình", "-o", out)
    rows = table(out.read_bytes().decode("utf-8-sig"))
    assert [(row["node"], row["measure"], row["direction"], row["step"], row["value"], row["points"], row["gain"]) for row in rows] == [
        ("plan", "plan", "other", "full", "on_time", "20.00", "10.00"),
        ("council", "council", "up", "next", "3.01", "12.04", "0.04"),
        ("council", "council", "up", "full", "5.00", "20.00", "8.00"),
    ]
    assert {row["known"] for row in rows} == {"yes"} and [row["rank"] for row in rows] == ["1", "1", "1"]
    out = tmp_path / "steps.json"
    run("steps", *files, "Xã An", "-o", out)
    rows = json.loads(out.read_text(encoding="utf-8"))
    assert [(row["step"], row["value"]) for row in rows[:2]] == [("full", "4308"), ("full", "4515")]
    assert (rows[-1]["step"], rows[-1]["value"], rows[-1]["points"]) == ("unanswered", None, None)


def test_the_page(files, tmp_path):
    out = tmp_path / "steps.html"
    run("steps", *files, "Xã Bình", "--lang", "en", "-o", out)
    text = out.read_text(encoding="utf-8")
    Page(text)
    assert "&lt;mark&gt;" in text and "<mark>" not in text
    check_golden("steps_binh_en.html", text)


def test_ranks_are_among_the_others_as_raised(files, tmp_path):
    out = tmp_path / "steps.csv"
    run("steps", *files, "Xã Cát", "-o", out)
    as_they_are = [row["rank"] for row in table(out.read_bytes().decode("utf-8-sig"))]
    run("steps", *files, "Xã Cát", "--others", "50", "-o", out)
    assert as_they_are != [row["rank"] for row in table(out.read_bytes().decode("utf-8-sig"))]
    assert "0 or more" in run("steps", *files, "Xã Cát", "--others", "-1", expect=2)[1]
