"""The oracle against published figures: tests/cases/par, which cpp/io/par_cases_test.cpp reads too.

Tables below the units of a case are in a folder of its name.
"""

import csv
import pathlib
from decimal import Decimal
from fractions import Fraction

import pytest
from oracle.model import read_model
from oracle.publish import published
from oracle.results import evaluate

PAR = pathlib.Path(__file__).resolve().parents[1] / "cases" / "par"
CASES = sorted(path.stem for path in PAR.glob("*.csv"))


class Published:
    """What the oracle publishes of a table, as text; numbers as decimals, so that 85 and 85.00 are one figure."""

    def __init__(self, model, columns, table, below):
        self.model = model
        self.scores, means = evaluate(model, columns, table, below)
        self.means = {(block, period, track): mean for block, period, track, mean, _ in means}

    def row(self, cells):
        """The score of a row of the table."""
        key = cells["unit"], cells.get("block", ""), cells.get("period", ""), cells.get("track", self.model.tracks[-1])
        [one] = [score for score in self.scores if (score.row.unit, score.row.block, score.row.period, score.row.track) == key]
        return one

    def before(self, one):
        """The same unit in the previous period."""
        [old] = [score for score in self.scores if score.row is one.row.previous]
        return old

    def text(self, value):
        return published(value, self.model.decimals, self.model.rounding)

    def figure(self, name, one, criterion):
        """A figure of a row, or of one criterion of it."""
        node = one.by_id[criterion] if criterion else one
        if name == "points":
            return self.text(Fraction(node.tally.achieved, 10**self.model.point_decimals))
        if name == "index":
            return self.text(node.index)
        if name == "rank":
            return str(node.rank)
        assert not criterion, f"{name} is a figure of the whole row"
        if name == "class":
            return one.class_id
        if name == "mean":
            return self.means[one.row.block, one.row.period, one.row.track]
        old = self.before(one)
        if name == "change":
            return str(Decimal(self.text(one.index)) - Decimal(self.text(old.index)))
        assert name == "places"
        return str(old.rank - one.rank)


def read_csv(path):
    """(column names, rows) of a CSV file."""
    with open(path, encoding="utf-8", newline="") as file:
        columns, *table = csv.reader(file)
    return columns, table


def same(figure, printed, name):
    return figure == printed if name == "class" else Decimal(figure) == Decimal(printed)


@pytest.mark.parametrize("case", CASES)
def test_published_figures(case):
    model = read_model((PAR / f"{case}.json").read_text(encoding="utf-8"))
    columns, table = read_csv(PAR / f"{case}.csv")
    below = {name: read_csv(PAR / case / f"{name}.csv") for name in model.tables}
    own = [place for place, column in enumerate(columns) if not column.startswith("published_")]
    made = Published(model, [columns[place] for place in own], [[line[place] for place in own] for line in table], below)
    compared = 0
    for line in table:
        cells = dict(zip(columns, line))
        one = made.row(cells)
        for column, printed in cells.items():
            if column.startswith("published_") and printed:
                name, _, criterion = column.removeprefix("published_").partition(".")
                figure = made.figure(name, one, criterion)
                assert same(figure, printed, name), f"{cells['unit']}: {column} is {figure}, published {printed}"
                compared += 1
    assert compared
