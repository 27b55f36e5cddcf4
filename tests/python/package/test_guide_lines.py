"""docs/guide/lines.md: every model loads without a warning, and the tables, words and numbers of its section are what chiso makes of it."""

import json
import re

import chiso
import jsonschema
import pytest
from conftest import ROOT

PAGE = (ROOT / "docs" / "guide" / "lines.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "docs" / "schema" / "chiso-model-1.json").read_text(encoding="utf-8"))
FENCE = re.compile(r"```json\n(.*?)```\n", re.S)


def sections():
    """The sections by their titles; the one before the first title is the introduction."""
    pieces = re.split(r"^## (.+)\n", PAGE, flags=re.M)[1:]
    return dict(zip(pieces[::2], pieces[1::2]))


SECTIONS = sections()
CELLS = ("unit", "block", "period", "track")
each_section = pytest.mark.parametrize("title", SECTIONS)


def anchor(title):
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def model_of(title):
    (text,) = FENCE.findall(SECTIONS[title])
    return chiso.Model.from_json(text)


def tables_of(title):
    """The tables of a section by name, each its heads and its rows; the one without a name has the units, and results under heads in bold."""
    named = re.findall(r"(?:^The table `(\w+)`:\n\n)?((?:^\|.*\|\n)+)", SECTIONS[title], re.M)
    tables = {}
    for name, lines in named:
        assert name not in tables, "two tables of one name"
        heads, _, *rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines.splitlines()]
        tables[name] = heads, rows
    return tables


def table_of(title):
    return tables_of(title)[""]


def columns_of(heads, rows):
    """What is given to chiso: the columns under plain heads."""
    given = {name: cells for name, cells in zip(heads, zip(*rows)) if name[0] != "*"}
    return {name: [cell.replace("not applicable", "not_applicable") or None for cell in cells] for name, cells in given.items()}


def scores_of(title):
    model = model_of(title)
    below = {name: columns_of(*table) for name, table in tables_of(title).items()}
    evidence = below.pop("")
    assert {name for name in evidence if not name.startswith("points.")} - set(CELLS) == set(model.measures)
    table = chiso.Evidence.from_frame(evidence, model, **({"tables": below} if below else {}))
    assert not table.warnings
    return model.score(table, keep="leaves"), *table_of(title)


def figure(card, name):
    """What a head in bold shows of a scorecard: a figure of the model, or the points of a criterion."""
    if name in ("points", "bonus", "penalty", "index", "coverage"):
        return str(getattr(card, name))
    if name == "of":
        return str(card.applicable)
    if name == "class":
        return card.class_ or ""
    if name in ("rank", "class_by", "class_by_item"):
        return str(getattr(card, name) or "")
    if name in ("complete", "held_back", "level_as_published"):
        return "yes" if getattr(card, name) else "no"
    return str(card[name].points)


def test_the_page_has_its_sections():
    assert len(SECTIONS) == 34 == len(FENCE.findall(PAGE))
    anchors = [anchor(title) for title in SECTIONS]
    assert re.findall(r"^\| \[.*\]\(#(.*?)\) \|", PAGE, re.M) == anchors
    assert set(re.findall(r"\]\(#(.*?)\)", PAGE)) == set(anchors)
    for file in re.findall(r"\]\(([^#)]+)", PAGE):
        assert (ROOT / "docs" / "guide" / file).exists(), file


@each_section
def test_the_model_loads_without_a_warning(title):
    assert list(model_of(title).warnings) == []
    (text,) = FENCE.findall(SECTIONS[title])
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))


@each_section
def test_the_table_is_what_chiso_computes(title):
    scores, heads, rows = scores_of(title)
    shown = {name.strip("*"): place for place, name in enumerate(heads) if name[0] == "*"}
    assert shown
    for row in rows:
        cells = dict(zip(heads, row))
        card = scores.card(cells["unit"], period=cells.get("period"), track=cells.get("track"))
        assert {name: row[place] for name, place in shown.items()} == {name: figure(card, name) for name in shown}, cells["unit"]


@each_section
def test_the_words_are_those_of_the_description(title):
    described = model_of(title).describe("vi")
    for words in re.findall(r"^\*([^*]+)\*$", SECTIONS[title], re.M):
        assert words in described


NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def numbers(text):
    return {float(number.replace(",", ".")) for number in NUMBER.findall(text)}


def apart(title):
    """The prose of a section, without what is quoted in it; and its model, table, printed lines and words."""
    shown = FENCE.findall(SECTIONS[title]) + re.findall(r"^[|>*].*$", SECTIONS[title], re.M)
    prose = re.sub(r"^[|>*].*$", "", FENCE.sub("", SECTIONS[title]), flags=re.M)
    return re.sub(r"`[^`]*`|\"[^\"]*\"|\]\([^)]*\)", "", prose), "\n".join(shown)


@each_section
def test_the_numbers_of_the_prose_are_shown(title):
    """A number that is said in passing would go wrong first; it stands in the model, the table or the printed line, here or in a linked section."""
    prose, shown = apart(title)
    for other in SECTIONS:
        if f"](#{anchor(other)})" in SECTIONS[title]:
            shown += apart(other)[1]
    assert numbers(prose) <= numbers(shown)


def test_a_unit_without_a_row_in_a_track_is_taken_over():
    """What the section says of Xã D, whose row in the second track no table can show."""
    scores, heads, rows = scores_of("Self-assessed and appraised")
    (own,) = [dict(zip(heads, row)) for row in rows if row[0] == "Xã D"]
    assert own["track"] == "self" and str(scores.card("Xã D", track="appraised").points) == own["**points**"]
