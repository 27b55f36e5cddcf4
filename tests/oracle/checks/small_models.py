"""Small models and tables for tests by hand."""

import json

from oracle.model import read_model
from oracle.results import evaluate


def model_text(measures, criteria, **members):
    """A model file. Measures are {name: type or object}."""
    measures = {name: {"type": entry} if isinstance(entry, str) else entry for name, entry in measures.items()}
    return json.dumps({"chiso": 1, "id": "small", "measures": measures, "criteria": criteria, **members}, ensure_ascii=False)


def leaf(name, points, rule, **members):
    return {"id": name, "points": points, "rule": rule, **members}


def group(name, *criteria, **members):
    return {"id": name, "criteria": list(criteria), **members}


def lines(table):
    """Column names and rows of lines of cells between `,`; a cell is trimmed."""
    columns, *rows = [[cell.strip() for cell in line.split(",")] for line in table.strip().split("\n")]
    return columns, rows


def evaluated(text, table, **below):
    """(scores, averages) of a model's text, a table, and the tables below its units."""
    return evaluate(read_model(text), *lines(table), {name: lines(given) for name, given in below.items()})


def one(text, **cells):
    """The score of one unit with these cells."""
    columns = ["unit", *(name.replace("__", ".") for name in cells)]
    scores, _ = evaluate(read_model(text), columns, [["U", *map(str, cells.values())]])
    return scores[0]
