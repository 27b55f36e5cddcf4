"""The output of `chiso describe`: golden files, every field of every rule, tables that no label can break."""

import csv
import io
import json
import re

import pytest
from command_line import MODELS, ROOT, check_golden, run
from pages import Page

EVERY_RULE = ROOT / "tests" / "cases" / "models" / "every_rule.json"
FORMATS, LANGUAGES = ["md", "csv", "html"], ["vi", "en"]
RULE_EXAMPLES = ROOT / "tests" / "cases" / "models" / "rule_examples.json"
EXAMPLES = {"communes": MODELS / "commune_reform_index.json", "pci": MODELS / "pci_2021.json", "every_rule": EVERY_RULE}


def describe(model, language="vi", form="md"):
    return run("describe", model, "--lang", language, "--format", form)[0]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_golden_descriptions(name, language, form):
    check_golden(f"describe_{name}_{language}.{form}", describe(EXAMPLES[name].relative_to(ROOT), language, form))


def rows_of(model, language):
    """The rows of the CSV; lists in its cells have line breaks of their own, so only its rows end as RFC 4180 says."""
    text = describe(model, language, "csv")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert text.count("\r\n") == len(rows) + 1
    return rows


class Names:
    """The names of a model's measures and options in a language."""

    def __init__(self, model, language):
        self.language = language
        drafts = dict(model["measures"])
        for table in model.get("tables", {}).values():
            drafts |= table["measures"]
        self.measures = {name: self.text(measure, name) for name, measure in drafts.items()}
        self.options = {
            name: {entry["id"]: self.text(entry, entry["id"]) for entry in map(self.entry, measure.get("options", []))}
            for name, measure in drafts.items()
        }

    def text(self, entry, name):
        label = entry.get("label", name)
        return label[self.language] if isinstance(label, dict) else label

    @staticmethod
    def entry(option):
        return option if isinstance(option, dict) else {"id": option}

    def number(self, text):
        return str(text).replace(".", "," if self.language == "vi" else ".")

    def of_expression(self, text):
        """The labels and numbers of an expression."""
        words = [word for word in re.findall(r"[a-z_]\w*", re.sub(r"'\w+'", "", text)) if word in self.measures]
        for option in re.findall(r"'(\w+)'", text):
            yield next(self.options[word][option] for word in words if option in self.options[word])
        yield from (self.measures[word] for word in words)
        yield from map(self.number, re.findall(r"\b\d+(?:\.\d+)?\b", text))

    def of_rule(self, value):
        """All labels and numbers of a rule, or a part of one, in JSON."""
        if isinstance(value, dict):
            for key, member in value.items():
                if key == "label":
                    yield member[self.language]
                elif key in ("points", "answers") and isinstance(member, dict):
                    yield from (self.options[value["value"]][name] if key == "points" else self.measures[name] for name in member)
                    yield from map(self.number, member.values())
                elif key not in ("type", "note", "source", "mode"):
                    yield from self.of_rule(member)
        elif isinstance(value, list):
            for member in value:
                yield from self.of_rule(member)
        elif isinstance(value, str):
            yield from self.of_expression(value)
        elif not isinstance(value, bool):
            yield self.number(value)


def items_of(model):
    def leaves(criteria):
        for criterion in criteria:
            yield from leaves(criterion["criteria"]) if "criteria" in criterion else [criterion]

    yield from leaves(model["criteria"])
    for side in model.get("adjustments", {}).values():
        yield from side["entries"] if isinstance(side, dict) else []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", [*EXAMPLES.values(), RULE_EXAMPLES], ids=lambda file: file.stem)
def test_every_field_of_every_rule_is_described(file, language):
    model = json.loads(file.read_text(encoding="utf-8"))
    rows = {row["id"]: row for row in rows_of(file, language) if row["part"] in ("criteria", "bonus", "penalty")}
    names = Names(model, language)
    for item in items_of(model):
        row = rows[item["id"]]
        assert row["points"] == str(item["points"])
        for thing in names.of_rule(item["rule"]):
            assert re.search(rf"(?<![\w,.]){re.escape(thing)}(?![\w]|[,.]\d)", row["rule"]), (item["id"], thing, row["rule"])


def test_the_examples_have_every_type_and_field():
    """Otherwise the test above would check less than it says."""
    guide = (ROOT / "docs" / "guide" / "rules.md").read_text(encoding="utf-8")
    text = RULE_EXAMPLES.read_text(encoding="utf-8")
    for section in re.split(r"^## ", guide, flags=re.M)[1:]:
        rule = section.split("\n")[0]
        assert f'"type": "{rule}"' in text
        for field in re.findall(r"^\| `(\w+)` \| (?:yes|no)", section, re.M):
            assert f'"{field}":' in text, (rule, field)
    text = EVERY_RULE.read_text(encoding="utf-8")
    for name, words in {
        "not_applicable": "exclude full zero",
        "missing": "incomplete zero exclude",
        "undefined": "missing not_applicable zero full",
    }.items():
        for word in words.split():
            assert f'"{name}": "{word}"' in text, (name, word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_modes_and_options_of_rules_are_described(language):
    rows = {row["id"]: row for row in rows_of(EVERY_RULE, language)}
    rules = {rows[f"checklist_{mode}"]["rule"].split("\n")[0] for mode in ("all", "any", "share", "each")}
    assert len(rules) == 4
    given, clamped = rows["given"]["rule"].partition(": ")[2], rows["given_clamped"]["rule"].partition(": ")[2]
    assert clamped.startswith(given) and len(clamped) > len(given)
    vi = language == "vi"
    for name, words in {
        "yes_no": ["“Hồ sơ nhận” > 7" if vi else "“Dossiers received” > 7"],
        "more": ["“Kế hoạch” là “Kịp thời”" if vi else "“Plan” is “On time”"],
        "group": ["12,5" if vi else "12.5"],
        "survey": ["Chỉ chấm ở bước: Thẩm định" if vi else "Only in: Appraisal"],
        "target": ["cùng khối" if vi else "within the block"],
        "less": ["cùng khối" if vi else "within the block"],
        "checklist_all": [
            "Không áp dụng: được điểm tối đa" if vi else "Not applicable: full points",
            "Thiếu số liệu: không tính" if vi else "Evidence missing: left out",
        ],
        "checklist_share": ["chưa đủ số liệu" if vi else "incomplete"],
        "tiers": ["được điểm tối đa" if vi else "full points"],
    }.items():
        for word in words:
            assert word in rows[name]["conditions"], (name, rows[name]["conditions"])
    assert rows["options"]["conditions"] == rows["steps"]["conditions"] == ""  # they have the general policies


NASTY = {
    "chiso": 1,
    "id": "nasty",
    "title": "<script>alert(1)</script> & \"a\" 'b'",
    "note": "one | two\nthree",
    "source": '<a href="x">',
    "measures": {"x": {"type": "count", "label": "x < y & \"z\" | 'w'\n2nd"}},
    "criteria": [
        {
            "id": "g",
            "number": "|",
            "label": "</td></tr></table>",
            "criteria": [
                {
                    "id": "c",
                    "number": "=1+1",
                    "label": "@cmd | `x` *y* _z_\nline",
                    "note": "<!-- -->",
                    "source": "a\n\n| b |",
                    "points": 1,
                    "rule": {"type": "checklist", "mode": "all", "items": ["x > 1", "x < 3"]},
                }
            ],
        }
    ],
}


@pytest.fixture
def nasty(tmp_path):
    (tmp_path / "nasty.json").write_text(json.dumps(NASTY, ensure_ascii=False), encoding="utf-8")
    return tmp_path / "nasty.json"


def test_a_page_stands_alone_and_is_well_formed(nasty):
    for model in [*EXAMPLES.values(), nasty]:
        for language in LANGUAGES:
            Page(describe(model, language, "html")).stands_alone(language)


def test_labels_are_text_in_every_format(nasty):
    cells = Page(describe(nasty, "en", "html")).cells
    for text in ["</td></tr></table>", "=1+1", "@cmd | `x` *y* _z_\nline"]:
        assert text in cells
    assert any("“x < y & \"z\" | 'w'\n2nd” > 1" in cell for cell in cells)

    rows = rows_of(nasty, "en")
    row = next(row for row in rows if row["id"] == "c")
    assert (row["number"], row["name"], row["source"]) == ("'=1+1", "'@cmd | `x` *y* _z_\nline", "a\n\n| b |")
    assert next(row for row in rows if row["part"] == "model")["section"] == NASTY["title"]

    for language in LANGUAGES:
        lines = describe(nasty, language).split("\n")
        for place, line in enumerate(lines):
            if re.fullmatch(r"\|(-+:?\|)+", line):
                columns = line.count("|")
                rows = [lines[place - 1], *lines[place + 1 : lines.index("", place)]]
                assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {columns}
    assert not re.search(r"(?<!\\)<(?!br>)", describe(nasty))


def test_the_format_follows_from_the_option_or_the_output(tmp_path):
    for form in FORMATS:
        out = tmp_path / f"out.{form.upper()}"
        assert run("describe", EXAMPLES["pci"], "-o", out) == ("", "")
        assert out.read_bytes().decode() == describe(EXAMPLES["pci"], "en", form)
    run("describe", EXAMPLES["pci"], "-o", tmp_path / "out.txt", "--format", "csv", "--lang", "en")
    assert (tmp_path / "out.txt").read_bytes().decode() == describe(EXAMPLES["pci"], "en", "csv")
    assert run("describe", EXAMPLES["pci"])[0] == describe(EXAMPLES["pci"], "en")


def test_wrong_usage_and_problems_are_reported(tmp_path):
    for arguments in [
        [],
        [EXAMPLES["pci"], "--lang", "fr"],
        [EXAMPLES["pci"], "--format", "pdf"],
        [EXAMPLES["pci"], "-o", tmp_path / "a.pdf"],
    ]:
        assert run("describe", *arguments, expect=2)[1].startswith("chiso: ")
    model = tmp_path / "model.md"
    model.write_text(EXAMPLES["pci"].read_text(encoding="utf-8"), encoding="utf-8")
    assert "is a file that is read" in run("describe", model, "-o", model, expect=2)[1]
    out, err = run("describe", "tests/cases/readme/typo.json", "-o", tmp_path / "typo.md", expect=1)
    assert out == "" and "onn_time" in err and not (tmp_path / "typo.md").exists()


def test_csv_has_its_columns_in_both_languages():
    for language in LANGUAGES:
        columns = next(csv.reader(io.StringIO(describe(EXAMPLES["communes"], language, "csv"))))
        assert columns == "part section number id depth name points rule conditions note source".split()
        points = {row["id"]: row["points"] for row in rows_of(EXAMPLES["communes"], language) if row["part"] == "bonus"}
        assert points["replicated"] == "1.5"  # a point, as in all of chiso's CSV
