"""The pages of docs: what they show is what the program prints, each stands in a table of contents, and their links lead to something.

`docs/build` makes the site of them; what can be asked of the pages as they stand is asked here, in a second.
"""

import csv
import io
import os
import re
import unicodedata
from pathlib import Path

import pytest
from shown import ROOT, blocks, commands, is_an_example, language_of, matches, printed, text_of

DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "generated" not in path.parts)
START = ["docs/index.md", "docs/vi/index.md"]
CONCEPTS = ["docs/concepts.md", "docs/vi/concepts.md"]


@pytest.mark.parametrize(
    "page",
    [
        *START,
        *CONCEPTS,
        "docs/guide/language.md",
        "docs/guide/examples.md",
        "docs/guide/weights.md",
        "docs/guide/what_if.md",
        "docs/vi/what_if.md",
        "docs/vi/installing.md",
    ],
)
def test_console_blocks_print_what_they_show(page):
    shown = list(commands(page))
    assert shown
    for command, output in shown:
        assert matches(output, printed(command, language_of(page))), command


@pytest.mark.parametrize("page", START)
def test_cpp_blocks_are_examples(page):
    assert blocks(page, "cpp") and all(is_an_example(block) for block in blocks(page, "cpp"))


@pytest.mark.parametrize("page", CONCEPTS)
def test_the_files_of_the_concepts_are_those_that_are_shown(page):
    folder = (ROOT / page).with_suffix("")
    assert blocks(page, "json") == [(folder / "model.json").read_text(encoding="utf-8")]
    assert blocks(page, "csv") == [(folder / "table.csv").read_text(encoding="utf-8")]


def results(page):
    """The command of the page's results, and the rows that it writes."""
    command = re.search(r"`(chiso score .*?)`", text_of(page))[1]
    return list(csv.DictReader(io.StringIO(printed(command), newline="")))


def table_of(page):
    """The table of results of the page: of each row the cells by the names of their columns."""
    lines = re.search(r"^\| `?unit`? \|.*\n(?:\|.*\n)+", text_of(page), re.M)[0].splitlines()
    heads, _, *rows = [[cell.strip().strip("`") for cell in line[1:-1].split("|")] for line in lines]
    return [dict(zip(heads, row)) for row in rows]


@pytest.mark.parametrize("page", CONCEPTS)
def test_the_table_of_the_concepts_is_what_score_writes(page):
    shown = table_of(page)
    assert len(shown[0]) > 5
    assert shown == [{name: row[name] for name in shown[0]} for row in results(page)]


@pytest.mark.parametrize("page", CONCEPTS)
def test_every_figure_of_the_concepts_is_in_a_file_or_printed(page):
    text = text_of(page)
    known = " ".join([*blocks(page, "json"), *blocks(page, "csv"), *(printed(command, language_of(page)) for command, _ in commands(page))])
    known += " " + " ".join(cell for row in results(page) for cell in row.values())
    prose = re.sub(r"```.*?```|`chiso score .*?`|\]\(.*?\)", "", text, flags=re.S)
    figure = r"\d+(?:[.,]\d+)?"
    said = set(re.findall(figure, prose))
    mark = "," if "/vi/" in page else "."
    known = set(re.findall(figure, known))
    known |= {number.replace(".", mark) for number in known}
    rules = len(re.findall(r"^## ", text_of("docs/guide/rules.md"), re.M))
    # 100 is of the definition of an index.
    assert said <= known | {str(rules), "100"}, said - known
    assert len(said) > 15


def test_both_languages_have_the_same_results():
    english, vietnamese = (results(page) for page in CONCEPTS)
    for left, right in zip(english, vietnamese, strict=True):
        assert {**left, "model": ""} == {**right, "model": ""}


GLOSSARIES = ["docs/glossary.md", "docs/vi/glossary.md"]


def terms(page):
    """The terms of a glossary, each with that of the other language."""
    return re.findall(r"^\* \*\*(.+?)\*\* \(\*(.+?)\*\): ", text_of(page), re.M)


def test_both_glossaries_have_the_same_terms_in_the_same_order():
    english, vietnamese = (terms(page) for page in GLOSSARIES)
    assert len(english) > 70 and len(set(english)) == len(english)
    assert [(left.lower(), right.lower()) for left, right in english] == [(right.lower(), left.lower()) for left, right in vietnamese]


@pytest.mark.parametrize("page", GLOSSARIES)
def test_every_term_leads_to_the_page_that_tells_it(page):
    entries = re.findall(r"^\* (?:.*\n)(?:  .*\n)*", text_of(page), re.M)
    assert len(entries) == len(terms(page))
    for entry in entries:
        assert re.search(r" \[[^]]+\]\([^)]+\)\n$", entry), entry


def test_the_vietnamese_terms_are_those_of_the_list():
    listed = " ".join(re.findall(r"^\| [^|]+ \| ([^|]+) \|", text_of("docs/design/vietnamese.md"), re.M)).lower()
    assert [term for term, _ in terms("docs/vi/glossary.md") if term.lower() not in listed] == []


def contents(page):
    """The pages that the tables of contents of a page name, from docs, without their ending."""
    for block in re.findall(r"^```\{toctree\}\n(.*?)^```", page.read_text(encoding="utf-8"), re.S | re.M):
        for line in block.splitlines():
            name = re.sub(r".*<(.*)>$", r"\1", line.strip())
            if name and not name.startswith(":"):
                yield os.path.normpath(page.parent.relative_to(DOCS) / name)


def test_every_page_is_in_a_table_of_contents():
    named = {name for page in PAGES for name in contents(page)}
    pages = {str(page.relative_to(DOCS).with_suffix("")) for page in PAGES}
    # The pages of problems follow from their index (docs/extensions/problem_pages.py).
    below = {name for name in pages if name.startswith("problems/") and name != "problems/README"}
    assert pages - below - named == {"index"}
    assert {name for name in named if not name.startswith("generated/")} <= pages
    notebooks = {f"generated/notebooks/{path.stem}" for path in (ROOT / "examples" / "notebooks").glob("*.ipynb")}
    assert notebooks and notebooks <= named


def anchors(path):
    """The anchors of a page's headings, as a repository makes them."""
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.S)
    for heading in re.findall(r"^#+ (.*)$", text, re.M):
        kept = "".join(c for c in heading.lower() if c in " -_" or unicodedata.category(c)[0] in "LNM")
        yield kept.strip().replace(" ", "-")


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_a_file_and_to_a_heading(page):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?://", link):
            continue
        name, _, anchor = link.partition("#")
        target = Path(os.path.normpath(page.parent / name)) if name else page
        if target.is_relative_to(DOCS / "generated"):
            continue  # what docs/build makes
        assert target.exists(), link
        if anchor and target.suffix == ".md":
            assert anchor in set(anchors(target)), link
