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
        {"id": "council", "number": "3", "label": {"vi": "Điểm hội đồng", "en": "Council"}, "points": 20, "rule": {"type": "per_item", "value": "council", "each": 4}},
    ],
}
TABLE = """unit,on_time,resolved,plan,council
Xã An,4290,4534,none,
Xã Bình,95,100,late,3
Xã Cát,60,100,on_time,4.25
"""


@pytest.fixture
def files(tmp_path):
    model = tmp_path / "model.json"
    model.write_text(json.dumps(MODEL), encoding="utf-8")
    return model, table(tmp_path, TABLE)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_steps_as_text(files, language):
    for unit in ("Xã An", "Xã Bình"):
        done = run("steps", *files, unit, "--lang", language)
        assert done.returncode == 0, done.stderr
        check_golden(f"steps/{unit.split()[1]}.{language}.txt", done.stdout)


def test_steps_as_a_table(files, tmp_path):
    for extension in ("csv", "json"):
        out = tmp_path / f"out.{extension}"
        assert run("steps", *files, "Xã Bình", "-o", out).returncode == 0
        check_golden(f"steps/table.{extension}", out.read_text(encoding="utf-8"))


def test_steps_as_a_page_escape_what_the_model_says(files, tmp_path):
    out = tmp_path / "out.html"
    assert run("steps", *files, "Xã Bình", "--lang", "en", "-o", out).returncode == 0
    page = Page(out.read_text(encoding="utf-8"))
    assert "Council's <mark>" in page.text
    assert "<mark>" not in out.read_text(encoding="utf-8")


def test_ranks_are_among_the_others_as_raised(files, tmp_path):
    out = tmp_path / "out.csv"
    assert run("steps", *files, "Xã Cát", "--others", "50", "-o", out).returncode == 0
    raised = out.read_text(encoding="utf-8")
    assert run("steps", *files, "Xã Cát", "-o", out).returncode == 0
    assert raised != out.read_text(encoding="utf-8")
    assert run("steps", *files, "Xã Cát", "--others", "-1").returncode == 2
