"""docs/guide/expressions.md: its functions are those of the library, its examples give what it says, and what it refuses is refused."""

import json
import re
from decimal import Decimal

import chiso
import pytest
from conftest import ROOT

PAGE = (ROOT / "docs" / "guide" / "expressions.md").read_text(encoding="utf-8")
(MODEL,) = re.findall(r"```json\n(.*?)```\n", PAGE, re.S)
TABLES = [
    [[cell.strip() for cell in line[1:-1].split("|")] for line in lines.splitlines() if not line.startswith("|---")]
    for lines in re.findall(r"(?:^\|.*\|\n)+", PAGE, re.M)
]
UNITS, TASKS = TABLES[:2]
EXAMPLES = [tuple(row[-2:]) for heads, *rows in TABLES if heads[-2:] == ["example", "gives"] for row in rows]
REFUSED = [row[1:] for heads, *rows in TABLES if heads == ["wanted", "not", "message", "instead"] for row in rows]


def code(cell):
    """What a cell says between backticks."""
    assert re.fullmatch(r"`[^`]+`", cell), cell
    return cell[1:-1]


def columns_of(table):
    heads, *rows = table
    return {name: [cell.replace("not applicable", "not_applicable") or None for cell in cells] for name, cells in zip(heads, zip(*rows))}


def model_with(rule):
    return chiso.Model.from_json(json.dumps(json.loads(MODEL) | {"criteria": [{"id": "line", "points": 100000, "rule": rule}]}))


def problems_of(expression):
    """The codes of what a model refuses in an expression: as a number, and as a truth; [] if it is one of the two."""
    codes = []
    for rule in ({"type": "given", "value": expression, "clamp": True}, {"type": "yes_no", "value": expression}):
        try:
            model_with(rule)
        except chiso.ModelError as error:
            codes += [problem.code for problem in error.problems]
        else:
            return []
    return codes


def given_by(expression):
    """What an expression gives on the page's row: a number of at most two decimals, a truth, or a state."""
    try:
        model, truth = model_with({"type": "given", "value": f"({expression}) + 1000", "clamp": True}), False
    except chiso.ModelError:
        model, truth = model_with({"type": "yes_no", "value": expression}), True
    evidence = chiso.Evidence.from_frame(columns_of(UNITS), model, tables={"tasks": columns_of(TASKS)})
    (line,) = model.score(evidence, keep="leaves").card("Xã A", period="2024").lines
    if line.state != "scored":
        return line.state.replace("_", " ")
    points = Decimal(str(line.points))
    return ("true" if points else "false") if truth else f"{(points - 1000).normalize():f}"


@pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[0])
def test_an_example_gives_what_the_page_says(example):
    written, gives = example
    assert given_by(code(written)) == gives


@pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")
@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row[0])
def test_what_cannot_be_written_is_refused(row):
    refused, message, instead = row
    assert code(message) in problems_of(code(refused))
    if instead.startswith("`"):
        assert problems_of(code(instead)) == []


def test_the_page_has_the_functions_of_the_library():
    parser = (ROOT / "include" / "chiso" / "expr" / "impl" / "parser.ipp").read_text(encoding="utf-8")
    (listed,) = re.findall(r"expression_functions\{(.*?)\};", parser, re.S)
    shown = [re.match(r"`(\w+)\(", row[0])[1] for heads, *rows in TABLES if heads[0] == "function" for row in rows]
    assert set(shown) == set(re.findall(r'"(\w+)"', listed))
    assert sorted(shown) == sorted([*set(shown), "rows_count"]), "rows_count is shown with and without a condition, the others once"


def test_links_lead_somewhere():
    for file, place in re.findall(r"\]\(([^#)]*)#?([^)]*)\)", PAGE):
        text = (ROOT / "docs" / "guide" / file).read_text(encoding="utf-8")
        titles = [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^## (.+)$", text, re.M)]
        assert not place or place in titles, (file, place)
