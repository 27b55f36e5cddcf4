"""How much of a difference between two years is the new model's and how much the evidence's."""

from dataclasses import dataclass
from fractions import Fraction

from ..evaluate import evaluate
from ..evidence import cell, filled_lines, read_rows
from ..states import MISSING, is_state


class Refused(ValueError):
    """A cell that the other model does not take."""


def read_by(model, given):
    """The scores of evidence read by a model that it was not written for: {(unit, period, track): score}; or `Refused`.

    Columns that the model does not know are ignored, those that it misses are missing.
    """
    try:
        rows = read_rows(model, given.columns, given.rows)
    except (AssertionError, ValueError) as error:  # an option, a word or a number that the measure does not take
        raise Refused(str(error)) from error
    for row in rows:
        refuse_row(model, row)
    for name, measures in model.tables.items():
        for line in filled_lines(*given.below[name])[0] if name in given.below else ():
            refuse_numbers(measures.values(), below_cells(measures, line))
    scores, _ = evaluate(model, given.columns, given.rows, given.below)
    return {(score.row.unit, score.row.period, score.row.track): score for score in scores}


def below_cells(measures, line):
    try:
        return {name: cell(line, name, measure) for name, measure in measures.items()}
    except (AssertionError, ValueError) as error:
        raise Refused(str(error)) from error


def refuse_row(model, row):
    """Raise for a track or block that the model does not declare, or a number outside its bounds."""
    if row.track not in model.tracks or (row.block and model.blocks is not None and row.block not in model.blocks):
        raise Refused(f"{row.track}, {row.block}")
    refuse_numbers(model.measures.values(), row.cells)
    for leaf in model.leaves:
        stated = row.cells.get("points." + leaf.id, MISSING)
        if not is_state(stated) and not 0 <= stated <= leaf.points:
            raise Refused(f"points.{leaf.id} is {stated}")


def refuse_numbers(measures, cells):
    for measure in measures:
        value = cells[measure.name]
        if measure.type in ("count", "decimal") and not is_state(value) and not measure.holds(value):
            raise Refused(f"{measure.name} is {value}")


@dataclass
class Bridge:
    """d = model + evidence, in index points."""

    d: Fraction
    model: Fraction
    evidence: Fraction


def bridge(old_old, new_old, old_new, new_new):
    """The split of index(new, new table) - index(old, old table), or None where one of the four has no index.

    The arguments are the row's scores by (model, table): `new_old` is the new model on the old table.
    """
    indices = [None if score is None else score.index for score in (old_old, new_old, old_new, new_new)]
    if None in indices:
        return None
    old_old, new_old, old_new, new_new = indices
    model = ((new_old - old_old) + (new_new - old_new)) / 2
    d = new_new - old_old
    return Bridge(d, model, d - model)
