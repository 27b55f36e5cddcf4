"""Every problem that the sources report is in the catalogue, with its page in both languages; and the other way round. A C++ test, which
knows the examples of the rules too, checks that each has a case."""

import re

import pytest
from command_line import ROOT, run

SOURCES = [ROOT / "include" / "chiso", ROOT / "src", ROOT / "bindings"]
PAGES = ROOT / "docs" / "problems"
ENTRY = re.compile(r'\bProblemEntry (\w+)\{\s*\.code = "([^"]*)"')


def without_comments(text):
    return re.sub(r"^\s*#.*$|(?<![:\"])//.*$", "", text, flags=re.M)


TEXTS = [
    without_comments(path.read_text(encoding="utf-8"))
    for folder in SOURCES
    for path in sorted(folder.rglob("*"))
    if path.suffix in {".hpp", ".ipp", ".cpp"}
]
PACKAGE = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "bindings" / "chiso").rglob("*.py")))
ENTRIES = [entry for text in TEXTS for entry in ENTRY.findall(text)]
CATALOGUE = {code for _, code in ENTRIES}


def test_the_entries_are_found():
    assert len(ENTRIES) > 120 and {"key.unknown", "cell.number", "track.unknown", "expr.type", "measure.unread"} <= CATALOGUE
    assert len(CATALOGUE) == len(ENTRIES), "a code of two entries"
    assert all(re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)+", code) for code in CATALOGUE)


def test_every_entry_is_reported():
    """The lists in the headers, which are within the namespace, do not count: code that reports an entry names it with its namespace."""
    reported = {name for text in TEXTS for name in re.findall(r"\bproblems::(\w+)", text)}
    in_python = set(re.findall(r'"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"', PACKAGE))
    assert sorted(code for name, code in ENTRIES if name not in reported and code not in in_python) == []


def test_only_entries_write_codes():
    """A code written elsewhere would be reported or compared as text."""
    written = [code for text in TEXTS for code in re.findall(r'(?<!\.code = )"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"', text)]
    assert sorted(CATALOGUE.intersection(written)) == []


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_each_problem_has_a_page_in_both_languages(code):
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {code}\n")
    assert "**Cách sửa.** " in text and "**Remedy.** " in text
    messages = re.search(r"## Thông báo / Messages\n\n```text\n(.*?)```", text, re.S)[1].splitlines()
    assert messages and len(messages) % 2 == 0
    for vietnamese, english in zip(messages[::2], messages[1::2]):
        assert re.match(r"(lỗi|cảnh báo): (gặp|thiếu) .*, cần ", vietnamese) and vietnamese.endswith(f"[{code}]")
        assert re.match(r"(error|warning): found .*, expected ", english) and english.endswith(f"[{code}]")
    assert f"[{code}]({code}.md)" in (PAGES / "README.md").read_text(encoding="utf-8")


def test_no_page_is_left_over():
    assert {path.stem for path in PAGES.glob("*.md")} == CATALOGUE | {"README"}


def model_with(count, path):
    """A model with so many problems: unknown keys that are near to known ones."""
    leaf = '{{"id": "x{0}", "pionts": 1, "points": 1, "rule": {{"type": "yes_no", "value": "dnoe"}}}}'
    leaves = ",\n".join(leaf.format(i) for i in range(count // 2))
    path.write_text(
        f'{{"chiso": 1, "id": "m", "measures": {{"done": {{"type": "yes_no"}}}},\n"criteria": [\n{leaves}\n]}}', encoding="utf-8"
    )


@pytest.mark.parametrize(
    "language, more, total",
    [
        ("en", "and 49000 more of 50000", "50000 errors, 0 warnings"),
        ("vi", "và còn 49000 lỗi, cảnh báo khác, tổng cộng 50000", "50000 lỗi, 0 cảnh báo"),
    ],
)
def test_many_problems_of_a_model_are_capped_with_their_total(tmp_path, language, more, total):
    model_with(50_000, tmp_path / "model.json")
    lines = run("check", "model.json", "--lang", language, expect=1, cwd=tmp_path)[1].splitlines()
    assert len(lines) == 1002
    assert lines[1000] == f"model.json: {more}" and lines[1001] == f"model.json: {total}"
    meant = "có phải là" if language == "vi" else "did you mean"
    assert 50 < sum(meant in line for line in lines) < 150  # names are looked up for the first problems only


@pytest.mark.parametrize(
    "language, total",
    [
        ("en", "50000 errors, 49000 of them not listed; nothing of it is scored"),
        ("vi", "50000 lỗi, trong đó 49000 lỗi không liệt kê; bảng này không được chấm điểm"),
    ],
)
def test_many_problems_of_a_table_are_capped_with_their_total(tmp_path, language, total):
    model = ROOT / "tests" / "cases" / "evidence_problems" / "plain.json"
    rows = "".join(f"Xã {i},x{i},1\n" for i in range(50_000))
    (tmp_path / "table.csv").write_text("unit,x,y\n" + rows, encoding="utf-8")
    for command in (["check", model, "table.csv"], ["score", model, "table.csv"], ["show", model, "table.csv", "Xã 1"]):
        lines = run(*command, "--lang", language, expect=1, cwd=tmp_path)[1].splitlines()
        assert len(lines) == 1001 and lines[-1] == f"table.csv: {total}"
        assert all((": lỗi: " if language == "vi" else ": error: ") in line for line in lines[:-1])


def test_a_list_that_ends_early_says_so(tmp_path):
    (tmp_path / "model.json").write_text("[" + "True,\n" * 500 + "1]", encoding="utf-8")
    lines = run("check", "model.json", expect=1, cwd=tmp_path)[1].splitlines()
    assert len(lines) == 101 and "[problems.limit]" in lines[99]


def test_problems_are_in_the_language_of_what_is_printed():
    model = "tests/cases/readme/typo.json"
    assert "error: /criteria/0/rule/value: found onn_time" in run("check", model, expect=1)[1]
    for command in (["check", model], ["describe", model], ["template", model], ["show", model, "none.csv", "A"]):
        assert "lỗi: " in run(*command, expect=1, language="vi")[1] and ": error: " in run(*command, expect=1, language="en")[1]
        assert ": error: " in run(*command, "--lang", "en", expect=1, language="vi")[1]
    for command in (["check", model], ["score", model, "none.csv"], ["show", model, "none.csv", "A"]):
        assert (
            "lỗi: /criteria/0/rule/value: gặp onn_time, cần tên một số liệu (có phải là on_time?) [expr.measure]"
            in run(*command, "--lang", "vi", expect=1)[1]
        )
    good = run("check", "examples/models/pci_2021.json", "examples/data/pci_2021.csv", "--ignore-unknown", "--lang", "vi")[0]
    assert "tiêu chí thành phần" in good and "đơn vị" in good and "0 cảnh báo" in good
