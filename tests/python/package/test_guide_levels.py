"""docs/guide/levels.md: its programs run as they stand there, and make its tables. The oracle judges the same tables (tests/oracle)."""

import re

import chiso
import jsonschema
import pytest
from conftest import ROOT
from test_guide_lines import SCHEMA

PAGE = (ROOT / "docs" / "guide" / "levels.md").read_text(encoding="utf-8")
MODELS = sorted((ROOT / "examples" / "levels").glob("*.json"))


def shown():
    """{title: {(unit, period): its index and class, or what it lacks}} of the tables with a title in bold."""
    tables = {}
    for title, lines in re.findall(r"^\*\*(.+)\*\*\n\n((?:^\|.*\|\n)+)", PAGE, re.M):
        heads, _, *rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines.splitlines()]
        tables[title] = {(unit, period): cell for unit, *cells in rows for period, cell in zip(heads[1:], cells) if cell}
    return tables


def text_of(row):
    if not row.complete:
        return "incomplete"
    return "none" if row.index_ != row.index_ else f"{row.index_:.2f} {row.class_}"


def figures(frame):
    rows = frame.rename(columns={"index": "index_", "class": "class_"}).itertuples()
    return {(row.unit, row.period): text_of(row) for row in rows}


def test_the_programs_of_the_page_make_its_tables(monkeypatch):
    monkeypatch.chdir(ROOT)
    names = {}
    for block in re.findall(r"```python\n(.*?)```", PAGE, re.S):
        exec(compile(block, "levels.md", "exec"), names)
    made = {title: figures(names[title.lower().replace(" ", "_")]) for title in shown()}
    assert made == shown() and len(made) == 5


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_the_models_load_without_a_warning(path):
    assert list(chiso.load_model(path).warnings) == []
    jsonschema.Draft202012Validator(SCHEMA).validate(chiso.load_model(path).to_dict())


def test_what_the_page_links_to_exists():
    for file in re.findall(r"\]\(([^)#]+)", PAGE):
        assert (ROOT / "docs" / "guide" / file).exists(), file
