"""The lines of results that a case must give (the format is in README.md)."""

from .average import averages
from .below import give_tables
from .classify import classify
from .evidence import read_rows
from .publish import published
from .rank import rank
from .score import score


def evaluate(model, columns, table, below=None):
    """(scores in order of rows, averages) of a table of text cells; `below`: {name: (columns, cells)} of the tables below units."""
    rows = read_rows(model, columns, table)
    give_tables(model, rows, below or {})
    scores = [score(model, row) for row in rows]
    rank(model, scores)
    classify(model, scores)
    return scores, averages(model, scores)


def result_lines(name, model, columns, table, below=None):
    """The results of one case as lines."""
    scores, means = evaluate(model, columns, table, below)
    yield f"case\t{name}"
    for one in scores:
        yield row_line(model, one)
        for place, node in enumerate(one.nodes):
            yield node_line(model, node, place < len(model.nodes))
    for mean in means:
        yield "average\t" + "\t".join(mean)
    yield "end"


def word(value):
    return "-" if value is None else str(value)


def yes_no(truth):
    return "yes" if truth else "no"


def fraction(index):
    return "-\t-" if index is None else f"{index.numerator}\t{index.denominator}"


def row_line(model, one):
    row = one.row
    return "\t".join(
        [
            "row",
            row.unit,
            row.block,
            row.period,
            row.track,
            str(one.tally.achieved),
            str(one.tally.applicable),
            str(one.bonus),
            str(one.penalty),
            fraction(one.index),
            published(one.index, model.decimals, model.rounding),
            word(one.rank),
            word(one.class_id),
            yes_no(one.complete),
            yes_no(row.ranked),
            published(one.tally.coverage, model.decimals, model.rounding),
            yes_no(one.held_back),
        ]
    )


def node_line(model, node, criterion):
    index = node.index if criterion else None
    quanta, state = node.own or (None, None)
    return "\t".join(
        [
            "node",
            node.id,
            str(node.tally.achieved),
            str(node.tally.applicable),
            fraction(index),
            word(node.rank),
            yes_no(node.tally.complete),
            word(node.state),
            word(quanta),
            word(state),
            published(node.tally.coverage if criterion else None, model.decimals, model.rounding),
        ]
    )
