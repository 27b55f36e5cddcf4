"""The output of `chiso explain`: where points were lost, why two rows differ, who passed whom."""

import json
import re

import pytest
from command_line import COMMUNES, PCI, ROOT, check_golden, run
from pages import Page

UNIT = [*COMMUNES, "Xã Mẫu 19"]
CHANGED = [*UNIT, "--from-period", "2023"]


def explain(*arguments):
    return run("explain", *arguments, language="vi")[0]


@pytest.mark.parametrize(
    "name, arguments",
    [
        ("explain_lost.txt", UNIT),
        ("explain_lost_en.html", [*UNIT, "--lang", "en"]),
        ("explain_changed.html", CHANGED),
        ("explain_changed_en.txt", [*CHANGED, "--lang", "en"]),
    ],
)
def test_golden_explanations(name, arguments):
    check_golden(name, explain(*arguments, "--format", "html" if name.endswith("html") else "text"))


@pytest.mark.parametrize("arguments", [UNIT, CHANGED, [*UNIT, "--from-track", "self"]])
def test_a_page_has_the_same_content_as_the_text(arguments):
    for language in ("vi", "en"):
        flat = re.sub(r"\s+", " ", explain(*arguments, "--lang", language))
        page = Page(explain(*arguments, "--lang", language, "--format", "html"))
        page.stands_alone(language)
        assert len(page.rows) > 3
        for cells in page.rows:
            for cell in cells:
                assert len(cell) > 50 or re.sub(r"\s+", " ", cell).strip() in flat


def test_rounded_terms_are_near_the_difference():
    text = explain(*CHANGED, "--lang", "en")
    total = float(re.search(r"Difference +([+-][\d.]+)", text)[1])
    groups = [float(value) for value in re.findall(r"^(?:[IVX]+ +\S.*?|   +[A-Z].*?)  +([+-]\d+\.\d\d)$", text, re.M)]
    assert total == -13.79 and abs(sum(groups) - 2 * total) < 0.1  # the groups, and the difference itself


@pytest.mark.parametrize(
    "arguments, names",
    [
        (CHANGED, "2023 +2024"),
        ([*UNIT, "--from-track", "self"], "Self-assessment +After explanation"),
    ],
)
def test_points_stand_under_what_tells_the_rows_apart(arguments, names):
    assert re.search(rf"^No\. +Criterion +{names} +Index points", explain(*arguments, "--lang", "en"), re.M)


def test_only_rows_of_one_unit_and_block_are_told_who_passed():
    assert "Who passed whom" in explain(*CHANGED, "--lang", "en")
    assert "Who passed whom" not in run("compare", *PCI, "Hà Nội", "Đà Nẵng", "--lang", "en")[0]


def test_another_model_and_other_evidence(tmp_path):
    model, table = COMMUNES[:2]
    other = tmp_path / "other.json"
    other.write_text((ROOT / model).read_text(encoding="utf-8").replace('"version": "2024.1"', '"version": "2025"'), encoding="utf-8")
    out = explain(*UNIT, "--from-model", other, "--lang", "en")
    assert "Nothing differs." in out
    copied = tmp_path / "table.csv"
    copied.write_bytes((ROOT / table).read_bytes())
    assert "-13.79" in explain(*UNIT, "--from-evidence", copied, "--from-period", "2023", "--lang", "en")


def test_what_cannot_be_explained(tmp_path):
    assert "Xã Mẫu 119" in run("explain", *COMMUNES, "Xã Mẫu 119", expect=1)[1]
    assert "2022" in run("explain", *UNIT, "--from-period", "2022", expect=1)[1]
    assert "must end in .txt or .html" in run("explain", *UNIT, "-o", tmp_path / "a.csv", expect=2)[1]
    assert run("explain", *UNIT, "-o", COMMUNES[1], "--format", "text", expect=2)[1]


def test_two_units_are_compared(tmp_path):
    text = run("compare", *PCI, "Hà Nội", "Đà Nẵng", "--lang", "en")[0]
    first, second = (float(value) for value in re.findall(r"^(?:Hà Nội|Đà Nẵng).*: index ([\d.]+)", text, re.M))
    assert re.search(r"^No\. +Criterion +Hà Nội +Đà Nẵng +Index points", text, re.M)
    assert abs(float(re.search(r"Difference +([+-][\d.]+)", text)[1]) - (second - first)) < 0.011
    turned = run("compare", *PCI, "Đà Nẵng", "Hà Nội", "--lang", "en")[0]
    assert re.search(r"Difference +([+-])", turned)[1] != re.search(r"Difference +([+-])", text)[1]
    assert "Vì sao chỉ số khác nhau" in run("compare", *PCI, "Hà Nội", "Đà Nẵng", language="vi")[0]
    page = tmp_path / "page.html"
    run("compare", *PCI, "Hà Nội", "Đà Nẵng", "-o", page, language="vi")
    Page(page.read_text(encoding="utf-8")).stands_alone("vi")


def test_a_unit_that_is_not_there_is_not_compared():
    _, err = run("compare", *PCI, "Hà Nội", "Da Nang", expect=1)
    assert "Đà Nẵng" in err


def test_the_difference_is_that_of_the_published_indices(tmp_path):
    """10.004 and 20.006 differ by 10.002, and are published as 10.00 and 20.01."""
    rule = {"type": "proportional", "value": "x", "full_at": 100}
    measures = {"x": {"type": "decimal", "decimals": 3}}
    model = {"chiso": 1, "id": "m", "measures": measures, "criteria": [{"id": "a", "points": 100, "rule": rule}]}
    (tmp_path / "model.json").write_text(json.dumps(model), encoding="utf-8")
    (tmp_path / "table.csv").write_text("unit,x\nA,10.004\nB,20.006\n", encoding="utf-8")
    out, _ = run("compare", tmp_path / "model.json", tmp_path / "table.csv", "A", "B")
    assert re.search(r"^ +Difference +\+10\.01 *$", out, re.M) and "Each figure is rounded by itself" in out
