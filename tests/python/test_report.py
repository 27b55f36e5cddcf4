"""The output of `chiso report`: what the other commands say of a unit, on one page."""

import json
import re
import shlex

import pytest
from command_line import COMMUNES, ROOT, check_golden, run
from pages import Page
from shown import commands, text_of

FOLDER = ROOT / "examples" / "council"
COUNCIL = [FOLDER / "model.json", FOLDER / "table.csv", "--decimal", ","]
UNIT = "Xã Ví dụ 07"
SECTIONS = ["Scorecard", "Does the evidence add up", "Where points were lost", "Why the index differs", "Which steps earn more"]


def report(*arguments, language="en"):
    text, said = run("report", *arguments, language=language)
    assert not said
    return text


def headings(text, level=2):
    return re.findall(rf"<h{level}>(.*?)</h{level}>", text)


def rows_of(text):
    return [row for row in Page(text).rows if row]


def section(text, title):
    """The rows of a section."""
    (part,) = [part for part in re.findall(r"(?s)<section>\n(.*?)</section>", text) if f"<h2>{title}</h2>" in part]
    return rows_of(part)


@pytest.fixture
def council(tmp_path):
    """The commune that fell, before two digits of its sheet were put right."""
    table = (FOLDER / "table.csv").read_text(encoding="utf-8")
    sent = re.sub(rf"({UNIT};2025;(?:\d+;){{4}})(\d)(\d)(\d+)", r"\1\2\4\3", table)
    assert sent != table
    (tmp_path / "table.csv").write_text(sent, encoding="utf-8")
    return FOLDER / "model.json", tmp_path / "table.csv", *COUNCIL[2:]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_golden_reports(council, language):
    text = report(*council, UNIT, "--lang", language)
    check_golden(f"report_{language}.html", text)
    Page(text).stands_alone(language)
    assert len(headings(text)) == len(SECTIONS)


@pytest.mark.parametrize("arguments", [COMMUNES, COUNCIL])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_section_is_what_its_command_writes(arguments, language, tmp_path):
    unit, earlier = ("Xã Mẫu 19", "2023") if arguments is COMMUNES else (UNIT, "2024")
    text = report(*arguments, unit, "--lang", language)

    def page(*command):
        return rows_of(run(*command, "--format", "html", "--lang", language)[0])

    shown = page("show", *arguments, unit)
    lost = page("explain", *arguments, unit)
    changed = page("explain", *arguments, unit, "--from-period", earlier)
    output = tmp_path / "steps.html"
    run("steps", *arguments, unit, "--lang", language, "-o", output)
    steps = rows_of(output.read_text(encoding="utf-8"))
    titles = headings(text)
    assert [section(text, title) for title in (titles[0], *titles[-3:])] == [shown, lost, changed, steps]
    assert min(map(len, (shown, lost, changed, steps))) > 8


def test_the_findings_are_those_of_the_unit(council, tmp_path):
    rows = section(report(*council, UNIT), SECTIONS[1])
    run("check", *council, "-o", tmp_path / "findings.html", expect=1)
    written = rows_of((tmp_path / "findings.html").read_text(encoding="utf-8"))
    found = [row for row in written if row[1].startswith(f"{UNIT}, 2025")]
    assert [[cell for cell in row[3:] if cell] for row in rows] == [[cell for cell in row[2:] if cell] for row in found]
    assert [row[2] for row in rows] == ["error", "warning"]
    other = report(*council, "Xã Ví dụ 08")
    assert section(other, SECTIONS[1]) == [] and "The checks of the model find nothing here." in other


HOSTILE = '<script>alert("1")</script>&\'<!--'


def hostile_model(text):
    measure = {"type": "count", "label": text}
    leaf = {"id": "a", "number": text, "label": text, "points": 50, "rule": {"type": "proportional", "value": "x", "full_at": 10}}
    entry = {"id": "extra", "label": text, "points": 2, "rule": {"type": "per_item", "value": "y", "each": 1}}
    return {
        "chiso": 1,
        "id": "hostile",
        "title": text,
        "version": text,
        "tracks": [{"id": "final", "label": text}],
        "blocks": [{"id": "towns", "label": text}],
        "measures": {"x": measure, "y": measure},
        "criteria": [{"id": "g", "label": text, "criteria": [leaf, leaf | {"id": "b", "rule": leaf["rule"] | {"value": "y"}}]}],
        "adjustments": {"bonus": {"cap": 2, "entries": [entry]}},
        "classes": {"bands": [{"id": "good", "label": text, "from": 90}, {"id": "low", "label": text}]},
        "checks": [{"id": "order", "type": "relation", "holds": "y <= x", "label": text}],
    }


def test_everything_is_escaped(tmp_path):
    (tmp_path / "model.json").write_text(json.dumps(hostile_model(HOSTILE)), encoding="utf-8")
    unit = HOSTILE.replace('"', '""')
    rows = [
        f'"{unit}","{unit}-1",towns,8,9',
        f'"{unit}","{unit}-2",towns,6,7',
        f'"{unit} 2","{unit}-1",towns,1,1',
        f'"{unit} 2","{unit}-2",towns,9,9',
    ]
    (tmp_path / "table.csv").write_text("\n".join(["unit,period,block,x,y", *rows]) + "\n", encoding="utf-8")
    for language in ("vi", "en"):
        text = report(tmp_path / "model.json", tmp_path / "table.csv", HOSTILE, "--lang", language)
        page = Page(text)
        page.stands_alone(language)
        assert "<script" not in text and "<!--" not in text and "alert(&quot;1&quot;)" in text
        assert sum(HOSTILE in cell for cell in page.cells) > 10 and len(headings(text)) == 5
        assert f"{HOSTILE} 2" not in page.cells  # it is named in a sentence: it has passed the unit
        assert not re.search(r"(?i)https?:|//[a-z]|url\(|@import|\ssrc=|\shref=", text)


RELATIVE = {
    "chiso": 1,
    "id": "towns",
    "measures": {"x": {"type": "count"}, "stated": {"type": "decimal", "decimals": 1}},
    "tracks": ["self", "final"],
    "fallback": {"final": ["self"]},
    "undefined": "zero",
    "criteria": [{"id": "a", "points": 10, "rule": {"type": "proportional", "value": "x / cohort_max(x)", "full_at": 1}}],
    "checks": [{"id": "rate", "type": "stated", "stated": "stated", "of": "x * 2", "decimals": 1}],
}


@pytest.fixture
def relative(tmp_path):
    def files(table, **more):
        (tmp_path / "model.json").write_text(json.dumps(RELATIVE | more), encoding="utf-8")
        (tmp_path / "table.csv").write_text(table, encoding="utf-8")
        return tmp_path / "model.json", tmp_path / "table.csv"

    return files


def standing(text):
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", text))


def test_a_relative_model(relative):
    """The unit has what it had, but the highest of the block has doubled."""
    table = "unit,period,track,x,stated\nA,1,final,8,16.0\nB,1,final,10,20.0\nA,2,final,8,16.0\nB,2,final,20,40.0\n"
    text = report(*relative(table), "A")
    assert standing(text) == {"Index": "40.00", "Rank": "2 of 2 (as in 1)"}
    assert section(text, SECTIONS[3])[0][-2:] == ["-40.00", "evidence"]
    assert section(text, SECTIONS[2])[0][1:] == ["a", "60.00", "4.00", "10.00", "70.0%", "100.0%"]


def test_findings_of_a_row_that_is_there_by_fallback_alone(relative):
    """Only the self-assessment has a row, so that the figures are its own; of two rows each finding says which it is of."""
    own = relative("unit,track,x,stated\nA,self,8,15.0\nB,final,10,1.0\n")
    (found,) = section(report(*own, "A"), SECTIONS[1])
    assert found[1:3] == ["stated = “x” × 2", "error"] and "15" in found[3]
    both = relative("unit,track,x,stated\nA,self,8,15.0\nA,final,8,17.0\n")
    (found,) = section(report(*both, "A"), SECTIONS[1])
    assert "17" in found[3]


@pytest.mark.parametrize(
    "row, standing_words",
    [
        ("A,2,final,8,16.0,no", "not ranked"),
        ("A,2,final,,16.0,yes", "no rank while incomplete"),
        ("A,2,final,not_applicable,,yes", "no rank"),
    ],
)
def test_a_unit_that_is_not_ranked(relative, row, standing_words):
    table = f"unit,period,track,x,stated,ranked\nA,1,final,8,16.0,yes\nB,1,final,10,20.0,yes\n{row}\nB,2,final,16,32.0,yes\n"
    text = report(*relative(table, missing="incomplete"), "A")
    assert standing(text)["Rank"] == standing_words and "Who passed whom" not in text
    Page(text).stands_alone("en")
    assert headings(text) == SECTIONS
    if "not_applicable" in row:
        assert "Nothing is applicable." in text and "One of the two has no index." in text


def test_there_is_nothing_to_compare_with(relative):
    for table in ("unit,x,stated\nA,8,16.0\n", "unit,period,x,stated\nB,1,1,2.0\nA,2,8,16.0\nA,3,8,16.0\n"):
        files = relative(table.replace("x,", "track,x,").replace(",8", ",final,8").replace(",1,1", ",1,final,1"))
        assert headings(report(*files, "A", *(["--period", "2"] if "period" in table else []))) == [*SECTIONS[:3], SECTIONS[4]]
    assert headings(report(*relative("unit,track,x,stated\nA,final,8,16.0\n", checks=[]), "A")) == [SECTIONS[0], SECTIONS[2], SECTIONS[4]]


def test_the_last_period_in_which_the_unit_has_a_row(relative):
    table = "unit,period,track,x,stated\nA,1,final,8,16.0\nB,1,final,10,20.0\nB,2,final,10,20.0\nA,3,final,5,10.0\nB,3,final,10,20.0\n"
    text = report(*relative(table), "A")
    assert "<p>A, 1, final: index 80.00, rank 2/2</p>" in text and "-30.00" in text


def test_another_model_and_another_table(tmp_path):
    """Last year's model gave the tasks half the points; the effects are those that the package tells."""
    model = json.loads((FOLDER / "model.json").read_text(encoding="utf-8"))
    model["criteria"][0]["criteria"][0]["points"] = 5
    (tmp_path / "old.json").write_text(json.dumps(model), encoding="utf-8")
    text = report(*COUNCIL, UNIT, "--from-model", tmp_path / "old.json", "--from-period", "2024")
    assert "The model and the evidence" in headings(text, 3) and "Who passed whom" not in text
    by_model, by_evidence, both = section(text, SECTIONS[3])[-3:]
    assert [by_model[0], by_evidence[0], both[0]] == ["criteria set", "evidence", "Difference"]
    assert abs(float(by_model[1]) + float(by_evidence[1]) - float(both[1])) < 0.011 and float(by_model[1]) != 0
    assert both[1] == next(row[4] for row in section(text, SECTIONS[3]) if row[1] == "Difference")


def test_a_model_that_refuses_the_other_table(relative, tmp_path):
    old = RELATIVE | {"measures": RELATIVE["measures"] | {"x": {"type": "count", "max": 5}}}
    (tmp_path / "old.json").write_text(json.dumps(old), encoding="utf-8")
    (tmp_path / "old.csv").write_text("unit,track,x,stated\nA,final,2,4.0\nB,final,4,8.0\n", encoding="utf-8")
    files = relative("unit,track,x,stated\nA,final,8,16.0\nB,final,10,20.0\n")
    text = report(*files, "A", "--from-model", tmp_path / "old.json", "--from-evidence", tmp_path / "old.csv")
    assert "It cannot be told how much of the difference comes of the model" in text and "+30.00" in text


def test_what_cannot_be_reported(tmp_path):
    assert "Xã Mẫu 119" in run("report", *COMMUNES, "Xã Mẫu 119", expect=1)[1]
    assert "2022" in run("report", *COMMUNES, "Xã Mẫu 19", "--period", "2022", expect=1)[1]
    assert "must end in .html" in run("report", *COMMUNES, "Xã Mẫu 19", "-o", tmp_path / "a.txt", expect=2)[1]
    model = json.loads((ROOT / COMMUNES[0]).read_text(encoding="utf-8"))
    (tmp_path / "old.json").write_text(json.dumps(model | {"publish": {"scale": 10}}), encoding="utf-8")
    assert "different scales" in run("report", *COMMUNES, "Xã Mẫu 19", "--from-model", tmp_path / "old.json", expect=1)[1]
    (tmp_path / "table.html").write_bytes((ROOT / COMMUNES[1]).read_bytes())
    wrong = run("report", COMMUNES[0], tmp_path / "table.html", *COMMUNES[2:], "Xã Mẫu 19", "-o", tmp_path / "table.html", expect=2)
    assert "is a file that is read" in wrong[1]


def test_the_page_is_written_as_it_is_printed(tmp_path):
    assert run("report", *COMMUNES, "Xã Mẫu 19", "-o", tmp_path / "page.html") == ("", "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == report(*COMMUNES, "Xã Mẫu 19")


@pytest.mark.parametrize("page", ["docs/guide/report.md", "docs/vi/report.md"])
def test_the_guide_shows_what_works(page, tmp_path):
    """Its command writes the page; its table has the sections in their order."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    ((command, shown),) = commands(page)
    words = shlex.split(command)
    assert run(*words[1:], cwd=tmp_path)[0] == shown == ""
    text = (tmp_path / words[-1]).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.*?) \|", text_of(page), re.M)[1:]
    assert len(rows) == 1 + len(headings(text)) == 6
