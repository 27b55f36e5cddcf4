"""The lines of what-ifs and steps (the format is in README.md)."""

from fractions import Fraction

from . import watch
from .check_lines import line
from .states import MISSING, is_state
from .what_if import Steps, what_if

ROWS, WAYS = 3, 3  # how many rows are changed, and in how many ways
STEPS_OF, FAR = 1, 12  # of how many rows there are steps, and how far values are tried
OTHERS = (Fraction(0), Fraction(0), Fraction(5, 4))


def key(row):
    return row.unit, row.period, row.track


def value_text(measure, value):
    """A value of a measure in one cell: numbers in units of the last decimal."""
    if is_state(value):
        return value.word
    if measure.type == "yes_no":
        return "yes" if value else "no"
    if measure.type in ("count", "decimal"):
        return str(int(value * 10**measure.decimals))
    return value if measure.type == "choice" else value.isoformat()


def changes_of(model, rows, place, way):
    """The cells that a row takes from another one, in one of the ways."""
    other = rows[(place + way + 1) % len(rows)]
    changes = {name: other.cells[name] for at, name in enumerate(model.measures) if (place + at * (way + 1) + way) % 3 == 0}
    if model.stated_points:
        for at, leaf in enumerate(model.leaves):
            if (place + at + way) % 5 == 0:
                changes["points." + leaf.id] = other.cells.get("points." + leaf.id, MISSING)
    return changes


def what_if_lines(given, scores, second):
    """What the first rows come to with cells of other rows, and the steps of the first ones."""
    model, rows = given.model, [one.row for one in scores]
    for place, row in enumerate(rows[:ROWS]):
        for way in range(WAYS):
            one = what_if(model, row, changes_of(model, rows, place, way), OTHERS[way])
            watch.met("what_if", "row", "ranked" if one.rank is not None else "not ranked")
            yield line(
                "what_if",
                *key(row),
                str(way),
                one.tally.achieved,
                one.tally.applicable,
                one.bonus,
                one.penalty,
                one.index,
                one.rank,
                one.class_id,
                one.complete,
                one.held_back,
            )
    for row in rows[:STEPS_OF]:
        yield from steps_lines(model, row)


def steps_lines(model, row):
    steps = Steps(model, row)
    now = steps.now.index
    for leaf, measure in steps.leaves():
        if measure.type in ("choice", "yes_no"):
            found = [("other", kind, value, reached) for value, kind, reached in steps.options(leaf, measure)]
        elif row.cells[measure.name] is MISSING:
            found = [("other", "unanswered", MISSING, None)]
        elif is_state(row.cells[measure.name]):
            found = []
        else:
            found = steps.numbers(leaf, measure, FAR)
        for way, kind, value, reached in found:
            gain = None
            if not is_state(value):
                with_value = what_if(model, row, {measure.name: value}).index
                gain = None if with_value is None or now is None else with_value - now
            yield line("step", *key(row), leaf.id, measure.name, way, kind, value_text(measure, value), reached, gain)
