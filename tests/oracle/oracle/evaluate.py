"""Scores of a whole table: rows resolved, scored, ranked, classed, averaged."""

from dataclasses import dataclass, field

from .average import averages
from .below import give_tables
from .classify import classify
from .evidence import read_rows
from .rank import rank
from .score import score


@dataclass
class Given:
    """A model with its evidence: column names and text cells, the tables below the units by name, and the roster that named its units."""

    model: object
    columns: list
    rows: list
    below: dict = field(default_factory=dict)
    roster: list | None = None


def evaluate(model, columns, table, below=None):
    """(scores in order of rows, averages) of a table of text cells; `below`: {name: (columns, cells)} of the tables below units."""
    rows = read_rows(model, columns, table)
    give_tables(model, rows, below or {})
    scores = [score(model, row) for row in rows]
    rank(model, scores)
    classify(model, scores)
    return scores, averages(model, scores)
