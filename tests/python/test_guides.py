"""The guides show what the program prints and writes, and say no figure that it does not; their files are those that are shown.

What they show of Python runs in package/test_guide_pages.py, the lines of docs/guide/installing.md in test_consumers.py.
"""

import csv
import io
import json
import re

import pytest
from shown import ROOT, blocks, commands, is_an_example, matches, printed, text_of

#: The pages, and the figures that they say of nothing that is computed or shown: a slip of the pen, a number that is not to be written.
FIGURES = {
    "docs/guide/first_index.md": {"100"},
    "docs/guide/writing.md": {"4", "0.8", "97.99", "97.995", "900"},
    "docs/guide/tables.md": {"0.1"},
    "docs/guide/missing.md": {"8"},
    "docs/guide/rosters.md": set(),
    "docs/guide/parts.md": set(),
    "docs/vi/writing.md": {"4", "7", "97.99", "97.995", "900"},
    "docs/vi/sheet.md": set(),
    "docs/vi/checks.md": {"5", "7"},
    "docs/vi/card.md": set(),
}
WITH_COMMANDS = [*FIGURES, "docs/guide/ranks.md"]


def without_blocks(page):
    return re.sub(r"```.*?```", "", text_of(page), flags=re.S)


def folders(page):
    """The folders with files of a page: its own, and those that its commands name."""
    named = re.findall(r"(docs/\S+)/[\w.]+\.(?:json|csv)", text_of(page))
    return {(ROOT / page).with_suffix(""), *(ROOT / name for name in named)}


def score_tables(page):
    """Each command in the text that writes the table behind it, with the rows of that table."""
    for command, lines in re.findall(r"`(chiso score [^`]*)`[^|`]*\n\n((?:^\|.*\n)+)", without_blocks(page), re.M):
        heads, _, *rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines.splitlines()]
        yield command, [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.mark.parametrize("page", WITH_COMMANDS)
def test_commands_print_what_is_shown(page):
    shown = [*commands(page), *score_tables(page)]
    assert shown or page == "docs/guide/parts.md"
    for command, output in commands(page):
        assert matches(output, printed(command)), command


@pytest.mark.parametrize("page", ["docs/guide/first_index.md", "docs/guide/writing.md", "docs/guide/ranks.md", "docs/vi/writing.md"])
def test_tables_of_scores_are_what_the_command_writes(page):
    ((command, shown),) = score_tables(page)
    written = list(csv.DictReader(io.StringIO(printed(command), newline="")))
    assert len(shown) > 4 and len(shown[0]) > 5
    assert shown == [{name: row[name] for name in shown[0]} for row in written]


@pytest.mark.parametrize("page", WITH_COMMANDS)
def test_tables_that_are_shown_are_files(page):
    files = {path.read_text(encoding="utf-8") for folder in folders(page) if folder.is_dir() for path in folder.glob("*.csv")}
    assert set(blocks(page, "csv")) <= files


def pieces_of(value, model):
    """The pieces of a model that a block shows, each with what the model has under the same name or id."""
    criteria = {}

    def collect(nodes):
        for node in nodes:
            criteria[node["id"]] = node
            collect(node.get("criteria", []))

    collect(model["criteria"])
    if isinstance(value, list):
        return [(node, criteria[node["id"]]) for node in value]
    pieces = [(measure, model["measures"][name]) for name, measure in value.get("measures", {}).items()]
    return pieces + [(part, model[key]) for key, part in value.items() if key != "measures"]


@pytest.mark.parametrize("page", ["docs/guide/writing.md", "docs/vi/writing.md", "docs/vi/checks.md"])
def test_pieces_of_the_model_are_those_of_its_file(page):
    model = json.loads(text_of(page.replace(".md", "/model.json")))
    whole = {path.read_text(encoding="utf-8") for path in (ROOT / page).with_suffix("").glob("*.json")}
    pieces = [piece for block in blocks(page, "json") if block not in whole for piece in pieces_of(json.loads(block), model)]
    assert len(pieces) == 1 if page == "docs/vi/checks.md" else len(pieces) > 8
    for shown, written in pieces:
        assert shown == written


def test_the_first_index_is_its_files():
    page = "docs/guide/first_index.md"
    assert blocks(page, "json") == [text_of("docs/guide/first_index/model.json")] and len(blocks(page, "json")[0].splitlines()) == 10
    assert blocks(page, "cpp") and all(is_an_example(block) for block in blocks(page, "cpp"))


def test_both_languages_write_the_same_model():
    """The model of the Vietnamese page is that of the English one with other names; so are the scores of the rows that are tried."""
    (left,), (right,) = (score_tables(page) for page in ("docs/guide/writing.md", "docs/vi/writing.md"))
    same = ("points", "applicable", "bonus", "index", "rank", "class_by")
    assert [[row[name] for name in same] for row in left[1]] == [[row[name] for name in same] for row in right[1]]


FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def figures(text):
    """The figures of a text; those between the commas of a table too."""
    return {figure.replace(",", ".") for figure in FIGURE.findall(text) + re.findall(r"\d+\.\d+", text)}


@pytest.mark.parametrize("page", FIGURES)
def test_every_figure_is_shown_or_printed(page):
    shown = re.findall(r"```.*?```", text_of(page), re.S)
    shown += re.findall(r"`[^`\n]*`|^>.*$", without_blocks(page), re.M)
    shown += [path.read_text(encoding="utf-8") for folder in folders(page) if folder.is_dir() for path in folder.iterdir()]
    shown += [printed(command) for command, _ in [*commands(page), *score_tables(page)]]
    prose = re.sub(r"\]\([^)]*\)|`[^`\n]*`|^[>#].*$|UTF-\d+", "", without_blocks(page), flags=re.M)
    said = figures(prose) - figures(" ".join(shown))
    assert said == FIGURES[page]


def test_limits_are_those_that_their_problems_tell():
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \| \[`[\w.]+`\]\(\.\./(problems/[\w.]+\.md)\) \|$", text_of("docs/guide/computing.md"), re.M)
    assert len(rows) == 12
    for told, page in rows:
        known = re.sub(r"(?<=\d),(?=\d{3})", "", text_of(f"docs/{page}"))
        for figure in FIGURE.findall(told):
            assert re.search(rf"\b{figure.replace(',', '')}\b", known), (told, page)


def test_what_may_go_wrong_is_what_the_sources_say():
    """The messages in the table at the end of docs/guide/installing.md, but those of CMake and of the system."""
    table = text_of("docs/guide/installing.md").partition("## What may go wrong")[2]
    messages = re.findall(r"^\| \*(.*?)(?: \.\.\.)?\* \|", table, re.M)
    sources = [*(ROOT / "include" / "chiso").rglob("*.hpp"), *(ROOT / "src" / "cmake").iterdir(), ROOT / "CMakeLists.txt"]
    said = " ".join(path.read_text(encoding="utf-8") for path in sources if path.is_file()).lower()
    assert len(messages) > 6
    for message in messages:
        assert message.lower() in said or message.startswith(("requested version", "error while loading")), message


def test_the_vietnamese_page_of_installing_says_what_the_english_one_does():
    """Its commands and the messages at its end are those of the page whose lines are run (test_consumers.py)."""
    english, vietnamese = (text_of(f"docs/{page}/installing.md") for page in ("guide", "vi"))
    lines = {line for block in blocks("docs/vi/installing.md", "sh") for line in block.splitlines()}
    assert len(lines) > 5 and all(line in english for line in lines)
    messages = re.findall(r"^\| (\*.*?\*) \|", vietnamese, re.M)
    assert len(messages) > 2 and all(message in english for message in messages)


def test_times_are_those_that_were_measured():
    """The small table of docs/guide/installing.md says what the design note says."""
    rows = re.findall(r"^\| a [^|]+ \| ([\d.]+) s, [\d.]+ GB \| ([\d.]+) s, [\d.]+ GB \|$", text_of("docs/guide/installing.md"), re.M)
    assert len(rows) == 2 and figures(" ".join(map(" ".join, rows))) <= figures(text_of("docs/design/builds.md"))


#: Of each row of the table of cells in docs/vi/sheet.md the measure in which they are tried.
CELLS = {"số nguyên": "ho_so", "số thập phân": "hai_long", "một trong các mã": "ke_hoach", "có hoặc không": "ky_luat"}


@pytest.mark.parametrize("kind", CELLS)
def test_cells_of_the_sheet_are_taken_or_refused(tmp_path, kind):
    taken, refused = re.search(rf"^\| {kind}[^|]*\|([^|]*)\|([^|]*)\|$", text_of("docs/vi/sheet.md"), re.M).groups()
    rows = list(csv.reader(io.StringIO(text_of("docs/vi/sheet/second.csv").lstrip("\ufeff"), newline=""), delimiter=";"))
    place = [head.split("\n")[0] for head in rows[0]].index(CELLS[kind])

    def answer(cell):
        with (tmp_path / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([rows[0], [*rows[1][:place], cell, *rows[1][place + 1 :]]])
        return printed(f"chiso check docs/vi/writing/model.json {tmp_path}/sheet.csv")

    for cell in re.findall(r"`([^`]*)`", taken):
        assert "[cell." not in answer(cell), cell
    for cell in re.findall(r"`([^`]*)`", refused):
        assert "[cell." in answer(cell), cell
