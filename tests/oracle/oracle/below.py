"""Tables below the unit (SPEC section 3): the rows of each unit, and the functions that read them (section 4)."""

from dataclasses import dataclass
from fractions import Fraction

from . import watch
from .evidence import cell, filled_lines
from .states import MISSING, NOT_APPLICABLE, is_state, strongest


@dataclass
class Below:
    """One row of a table below a unit, on which an expression is read: its own cells and the parameters of the unit's row."""

    cells: dict
    parameters: dict


def give_tables(model, rows, given):
    """Give every row what it reads of each table: a list of rows, or None where the table was not given.

    `given`: {name of a table: (column names, lines of text cells)}.
    """
    for name, measures in model.tables.items():
        written = by_key(measures, *given[name]) if name in given else None
        for row in rows:
            row.tables[name] = None if written is None else rows_of(model, row, written)


def by_key(measures, columns, table):
    """{(unit, period, track): [cells, ...]} as written; the track is None where the table stands for every track."""
    lines, columns = filled_lines(columns, table)
    tracks = any(line.get("track") for line in lines)
    if lines and not tracks:
        watch.met("edge", "rows", "track blank" if "track" in columns else "of every track")
    result = {}
    for line in lines:
        key = line["unit"], line.get("period", ""), line["track"] if tracks else None
        result.setdefault(key, []).append({measure.name: cell(line, measure.name, measure) for measure in measures.values()})
    return result


def rows_of(model, row, written):
    """What one row reads: the rows of its own track or, if there are none, of the first fallback track that has some."""
    parameters = {name: row.cells[name] for name in row.parameters}
    for track in (None, row.track, *model.fallback.get(row.track, [])):
        cells = written.get((row.unit, row.period, track))
        if cells:
            if track not in (None, row.track):
                watch.met("edge", "rows", "of a fallback track")
            return [Below(one | parameters, row.parameters) for one in cells]
    return []


def mean(values):
    return Fraction(sum(values), len(values))


#: What each function makes of the values of the rows that count, and what it is where there are none.
FUNCTIONS = {
    "rows_sum": (sum, 0),
    "rows_mean": (mean, MISSING),
    "rows_min": (min, MISSING),
    "rows_max": (max, MISSING),
    "rows_count": (sum, 0),
}


def rows_function(word, table, part, names):
    """A function over a unit's rows of a table. `part`: what is read on each, or None; `names`: those that stand in it."""
    reduce, nothing = FUNCTIONS[word]

    def run(row):
        below = row.tables[table]
        if below is None:
            watch.met("edge", "rows", "of a table that was not given")
        elif not below:
            watch.met("edge", "rows", "none")
        values = [True if part is None else part(one) for one in below or ()]
        counted = [value for value in values if value is not NOT_APPLICABLE]
        if len(counted) < len(values):
            watch.met("edge", "rows", "some left out" if counted else "all left out")
        # A parameter's state is that of the whole, even where no row reads it.
        of_parameters = strongest([row.cells[name] for name in names if name in row.parameters])
        if of_parameters:
            watch.met("edge", "rows", f"{of_parameters.word} by a parameter" + ("" if below else ", without rows"))
        state = strongest([*counted, of_parameters, MISSING if below is None else None])
        result = state or (reduce(counted) if counted else nothing)
        if result is not NOT_APPLICABLE:
            watch.met("expression", word, result.word if is_state(result) else "value")
        return result

    return run
