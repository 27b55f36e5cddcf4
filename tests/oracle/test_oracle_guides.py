"""The oracle on the tables of docs/guide: lines.md has a model and its tables in each section, levels.md shows what examples/levels make."""

import csv
import json
import pathlib
import re
from fractions import Fraction

import pytest
from oracle.model import read_model
from oracle.publish import published
from oracle.results import evaluate

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINES = (ROOT / "docs" / "guide" / "lines.md").read_text(encoding="utf-8")
LEVELS = (ROOT / "docs" / "guide" / "levels.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", LINES, re.M))
TABLE = re.compile(r"(?:^The table `(\w+)`:\n\n)?((?:^\|.*\|\n)+)", re.M)


def cells_of(line):
    return [cell.strip() for cell in line[1:-1].split("|")]


def read_page_table(lines):
    heads, _, *rows = map(cells_of, lines.splitlines())
    return heads, rows


def tables_of(section):
    """The tables of a section by name; the one without a name has the units, and results under heads in bold."""
    return {name: read_page_table(lines) for name, lines in TABLE.findall(section)}


def given(heads, rows):
    """The columns under plain heads, as text of a table."""
    own = [place for place, head in enumerate(heads) if head[0] != "*"]
    return [heads[place] for place in own], [[row[place].replace("not applicable", "not_applicable") for place in own] for row in rows]


#: What tables say of how a figure came about, which the oracle does not.
OF_TABLES = {"class_by", "class_by_item", "level_as_published"}


class Figures:
    """What a head in bold shows of a row: a figure of the model, or the points of a criterion."""

    def __init__(self, model, one):
        self.model = model
        self.one = one

    def points(self, quanta):
        return published(Fraction(quanta, 10**self.model.point_decimals), self.model.points_decimals, self.model.rounding)

    def index(self):
        return published(self.one.index, self.model.decimals, self.model.rounding)

    def shown(self, name):
        one = self.one
        known = {"points": one.tally.achieved, "of": one.tally.applicable, "bonus": one.bonus, "penalty": one.penalty}
        if name in known:
            return self.points(known[name])
        texts = {
            "index": self.index,
            "coverage": lambda: published(one.tally.coverage, self.model.decimals, self.model.rounding),
            "rank": lambda: str(one.rank or ""),
            "class": lambda: one.class_id or "",
            "complete": lambda: "yes" if one.complete else "no",
            "held_back": lambda: "yes" if one.held_back else "no",
        }
        return texts[name]() if name in texts else self.points(one.by_id[name].tally.achieved)


@pytest.mark.parametrize("title", SECTIONS)
def test_the_tables_of_lines_are_what_the_oracle_computes(title):
    model = read_model(re.search(r"```json\n(.*?)```\n", SECTIONS[title], re.S)[1])
    below = tables_of(SECTIONS[title])
    heads, rows = below.pop("")
    scores, _ = evaluate(model, *given(heads, rows), {name: given(*table) for name, table in below.items()})
    by_row = {(one.row.unit, one.row.period, one.row.track): one for one in scores}
    shown = [(place, head.strip("*")) for place, head in enumerate(heads) if head[0] == "*" and head.strip("*") not in OF_TABLES]
    assert shown
    for row in rows:
        cells = dict(zip(heads, row))
        figures = Figures(model, by_row[cells["unit"], cells.get("period", ""), cells.get("track", model.tracks[-1])])
        assert [row[place] for place, _ in shown] == [figures.shown(name) for _, name in shown], cells["unit"]


# Levels: the scores of one model are a table below the units of another.

PERIODS = {"quarter": lambda month: f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}", "year": lambda period: period[:4]}


def file_of(name):
    with open(ROOT / "examples" / "levels" / f"{name}.csv", encoding="utf-8", newline="") as file:
        columns, *rows = csv.reader(file)
    return columns, rows


def placed(table, period=None, leader_of=None):
    """A table with its periods mapped, and its units, where it has another level's."""
    columns, rows = table
    unit, when = columns.index("unit"), columns.index("period")
    result = []
    for row in rows:
        row = list(row)
        row[unit] = leader_of[row[unit]] if leader_of else row[unit]
        row[when] = PERIODS[period](row[when]) if period else row[when]
        result.append(row)
    return columns, result


def scored(name, table, **below):
    """(rows of results as `chiso score` has them, {(unit, period): its figures})."""
    model = read_model((ROOT / "examples" / "levels" / f"{name}.json").read_text(encoding="utf-8"))
    scores = {(one.row.unit, one.row.period): Figures(model, one) for one in evaluate(model, *table, below)[0]}
    rows = [
        [*key, "" if figures.one.index is None else figures.index(), figures.one.class_id or "", figures.shown("complete")]
        for key, figures in scores.items()
    ]
    return (["unit", "period", "index", "grade", "complete"], rows), scores


@pytest.fixture(scope="module")
def levels():
    months, of_months = scored("month", file_of("officials"), tasks=file_of("tasks"))
    quarters, of_quarters = scored("mean", file_of("quarters"), periods=placed(months, "quarter"))
    _, of_years = scored("mean", file_of("years"), periods=placed(quarters, "year"))
    _, of_all_months = scored("mean", file_of("years_of_months"), periods=placed(months, "year"))
    leader_of = dict(file_of("staff")[1])
    tasks = placed(file_of("leader_tasks"), "quarter")
    _, of_leaders = scored("leader", file_of("leaders"), tasks=tasks, staff=placed(months, "quarter", leader_of))
    return {"Months": of_months, "Quarters": of_quarters, "Years": of_years, "Years of months": of_all_months, "Leaders": of_leaders}


def text_of(figures):
    """The index and the class of a row, or what it lacks."""
    if not figures.one.complete:
        return "incomplete"
    return f"{figures.index()} {figures.one.class_id}" if figures.one.index is not None else "none"


def test_the_tables_of_levels_are_what_the_oracle_computes(levels):
    shown = {}
    for title, lines in re.findall(r"^\*\*(.+)\*\*\n\n((?:^\|.*\|\n)+)", LEVELS, re.M):
        (_, *periods), rows = read_page_table(lines)
        shown[title] = {(unit, period): cell for unit, *cells in rows for period, cell in zip(periods, cells) if cell}
    assert shown == {title: {key: text_of(figures) for key, figures in rows.items()} for title, rows in levels.items()}


def bare(value):
    """A model without what is for people."""
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items() if key not in ("$schema", "title", "label")}
    return [bare(item) for item in value] if isinstance(value, list) else value


def test_the_models_of_levels_are_those_of_the_files():
    mean, line_d = (json.loads(text) for text in re.findall(r"```json\n(.*?)```\n", LEVELS, re.S))
    models = {name: json.loads((ROOT / "examples" / "levels" / f"{name}.json").read_text(encoding="utf-8")) for name in ("mean", "leader")}
    assert bare(mean) == bare(models["mean"])
    assert line_d == next(leaf["rule"] for leaf in models["leader"]["criteria"][1]["criteria"] if leaf["id"] == "d")


def test_a_leader_has_half_where_one_of_the_staff_did_not_do_their_tasks(levels):
    third, fourth = (levels["Leaders"]["Lãnh đạo mẫu 1", f"2026-Q{quarter}"].one for quarter in (3, 4))
    assert third.by_id["d"].tally.achieved == 50_000000 and levels["Months"]["Công chức mẫu 2", "2026-08"].one.class_id == "D"
    assert fourth.by_id["d"].state == "missing" and not levels["Months"]["Công chức mẫu 3", "2026-12"].one.complete


# Expressions: each example on the row of Xã A in 2024.

EXPRESSIONS = (ROOT / "docs" / "guide" / "expressions.md").read_text(encoding="utf-8")
EXPRESSION_TABLES = [read_page_table(lines) for lines in re.findall(r"(?:^\|.*\|\n)+", EXPRESSIONS, re.M)]
EXAMPLES = [tuple(row[-2:]) for heads, rows in EXPRESSION_TABLES if heads[-2:] == ["example", "gives"] for row in rows]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[0])
def test_the_examples_of_expressions_give_what_the_oracle_computes(example):
    written, gives = example[0].strip("`"), example[1]
    source = json.loads(re.search(r"```json\n(.*?)```\n", EXPRESSIONS, re.S)[1])
    truth = gives in ("true", "false")
    rule = {"type": "yes_no", "value": written} if truth else {"type": "given", "value": f"({written}) + 1000", "clamp": True}
    model = read_model(json.dumps(source | {"criteria": [{"id": "line", "points": 100000, "rule": rule}]}))
    units, tasks = EXPRESSION_TABLES[:2]
    scores, _ = evaluate(model, *given(*units), {"tasks": given(*tasks)})
    line = next(one for one in scores if (one.row.unit, one.row.period) == ("Xã A", "2024")).by_id["line"]
    points = Fraction(line.tally.achieved, 10**model.point_decimals)
    if line.state != "scored":
        shown = line.state.replace("_", " ")
    elif truth:
        shown = "true" if points else "false"
    else:
        shown = published(points - 1000, 2, model.rounding)
        shown = shown.rstrip("0").rstrip(".")
    assert shown == gives
