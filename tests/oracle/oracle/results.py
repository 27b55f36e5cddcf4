"""The lines of results that a case must give (the format is in README.md)."""

from ahead import AHEAD

from .check_lines import check_lines
from .evaluate import Given, evaluate
from .explain_lines import comparison_lines, lost_lines, missing_lines, rank_change_lines, roster_lines, second_lines, track_gap_lines
from .publish import published
from .roster import listed, read_roster
from .what_if_lines import what_if_lines

__all__ = ["evaluate", "result_lines"]

#: What is printed after the averages, by the name that `ahead.py` has for it.
SECTIONS = {
    "roster": roster_lines,
    "checks": check_lines,
    "lost": lost_lines,
    "missing": missing_lines,
    "comparison": comparison_lines,
    "rank_change": rank_change_lines,
    "track_gap": track_gap_lines,
    "second": second_lines,
    "what_if": what_if_lines,
}


def result_lines(name, model, columns, table, below=None, second=None, ahead=AHEAD, roster=None):
    """The results of one case as lines. `second`: the second model with its evidence, a `Given`; `ahead`: what is left out; `roster`: its cells."""
    units = read_roster(*roster) if roster else None
    if units is not None:
        columns, table, below = listed(units, columns, table, below or {})
    scores, means = evaluate(model, columns, table, below)
    yield f"case\t{name}"
    for one in scores:
        yield row_line(model, one)
        for place, node in enumerate(one.nodes):
            yield node_line(model, node, place < len(model.nodes))
    for mean in means:
        yield "average\t" + "\t".join(mean)
    for section, lines in SECTIONS.items():
        if section not in ahead:
            yield from lines(Given(model, columns, table, below or {}, units), scores, second)
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
