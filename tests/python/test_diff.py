"""The output of `chiso diff`: what of a model is new, dropped, moved, of other points or marked otherwise."""

import json
import re

import pytest
from command_line import COMMUNES, MODELS, check_golden, run
from pages import Page


def nodes(criteria):
    for one in criteria:
        yield one["id"], one
        yield from nodes(one.get("criteria", []))


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """The example, and what it may be a year later."""
    before = MODELS / "commune_reform_index.json"
    model = json.loads(before.read_text(encoding="utf-8"))
    model["version"] = "2025.1"
    of = dict(nodes(model["criteria"]))
    of["plan_done"]["rule"]["tiers"][0]["from" if "from" in of["plan_done"]["rule"]["tiers"][0] else "above"] = 99
    of["reports"]["points"] = 2
    of["steering"]["criteria"].remove(of["communication"])
    of["service"]["applies_when"] = "one_stop"
    moved = of["initiatives"]
    of["steering"]["criteria"].remove(moved)
    of["modernisation"]["criteria"].append(moved)
    of["modernisation"]["criteria"].append(
        {
            "id": "ai",
            "number": "7.6",
            "points": 3,
            "label": {"vi": "Trợ lý ảo", "en": "Assistant"},
            "rule": {"type": "yes_no", "value": "one_stop"},
        }
    )
    for group in ("steering", "modernisation"):
        of[group].pop("points", None)
    after = tmp_path_factory.mktemp("models") / "after.json"
    after.write_text(json.dumps(model, ensure_ascii=False), encoding="utf-8")
    return before, after


@pytest.mark.parametrize("name", ["diff.txt", "diff_en.html", "diff.html", "diff_en.txt"])
def test_golden_diffs(models, name):
    language, form = "en" if "_en" in name else "vi", "html" if name.endswith("html") else "text"
    check_golden(name, run("diff", *models, "--lang", language, "--format", form)[0])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_has_the_same_content_as_the_text(models, language, tmp_path):
    flat = re.sub(r"\s+", " ", run("diff", *models, "--lang", language)[0])
    run("diff", *models, "--lang", language, "-o", tmp_path / "page.html")
    page = Page((tmp_path / "page.html").read_text(encoding="utf-8"))
    page.stands_alone(language)
    assert len(page.rows) > 5
    for cells in page.rows:
        for cell in cells:
            assert len(cell) > 40 or re.sub(r"\s+", " ", cell).strip() in flat


def test_the_other_way_round_what_is_new_is_dropped(models):
    before, after = models
    there, back = run("diff", before, after, "--lang", "en")[0], run("diff", after, before, "--lang", "en")[0]
    assert re.search(r"New\n(.*\n)+?.*Assistant", there) and re.search(r"Dropped\n(.*\n)+?.*Assistant", back)


def test_a_model_is_no_other_than_itself():
    assert "Criteria, entries and all other settings are the same." in run("diff", COMMUNES[0], COMMUNES[0], "--lang", "en")[0]


def test_what_is_of_no_criterion_is_compared_too(models, tmp_path):
    before = models[0]
    model = json.loads(before.read_text(encoding="utf-8"))
    model["publish"]["decimals"] = 1
    model["ranking"]["ties"] = "dense"
    model["classes"]["bands"][0]["from"] = 91
    model["checks"] = [{"id": "order", "type": "relation", "holds": "docs_signed >= 0", "label": {"vi": "Không âm", "en": "Not below 0"}}]
    after = tmp_path / "after.json"
    after.write_text(json.dumps(model, ensure_ascii=False), encoding="utf-8")
    shown = run("diff", before, after, "--lang", "en")[0]
    titles = ["General provisions", "Ranking", "Classes", "Checks of the evidence"]
    assert [line for line in shown.splitlines() if line in (*titles, "Marked otherwise", "New")] == titles
    assert "Not below 0" in shown and "No changes" not in shown
    assert "Other in the model file: publish, checks, ranking, classes." in shown


def test_a_label_of_a_class_is_a_change_too(models, tmp_path):
    """Though no line of the description is another."""
    model = json.loads(models[0].read_text(encoding="utf-8"))
    model["ranking"]["note"] = "x"
    after = tmp_path / "after.json"
    after.write_text(json.dumps(model, ensure_ascii=False), encoding="utf-8")
    assert "Other in the model file: ranking." in run("diff", models[0], after, "--lang", "en")[0]


def test_what_cannot_be_compared(models, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text('{"chiso": 1}', encoding="utf-8")
    assert "error" in run("diff", models[0], bad, "--lang", "en", expect=1)[1]
    assert "must end in .txt or .html" in run("diff", *models, "-o", "a.csv", expect=2)[1]
    assert run("diff", *models, "-o", models[1], "--format", "text", expect=2)[1]
