"""Rows of text cells as rows of values and states, and what reads other rows (SPEC section 3). Tables are valid."""

import re
import unicodedata
from dataclasses import dataclass, field

from . import watch
from .numbers import accept, read_date
from .states import MISSING, NOT_APPLICABLE, is_state

COMPANION = ".not_applicable"
NOT_APPLICABLE_WORDS = ("not_applicable", "không áp dụng")
WHITE_SPACE = re.compile("[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+")
UNSEEN = re.compile("[\\xad\\u200b\\u200e\\u200f\\u2060\\ufeff]")
YES, NO = ("yes", "true", "có", "1"), ("no", "false", "không", "0")


@dataclass
class Cohort:
    """All rows of one block, period and track; `results` keeps what cohort functions gave."""

    rows: list = field(default_factory=list)
    results: dict = field(default_factory=dict)


@dataclass
class Row:
    """One (unit, period, track). `tables`: see below.py. `cells`: measure, parameter, or `points.<leaf id>`, -> a value or a state.

    `fallback` says what fallback did to it, `parameters` where each parameter comes from; only coverage asks.
    """

    unit: str
    block: str
    period: str
    track: str
    ranked: bool
    cells: dict
    previous: "Row | None" = None
    fallback: str | None = None
    cohort: Cohort | None = None
    parameters: dict = field(default_factory=dict)
    tables: dict = field(default_factory=dict)


def read_rows(model, columns, table):
    """The resolved rows of a table of text cells, sorted by the bytes of (unit, period, track, block)."""
    rows = own_rows(model, *filled_lines(columns, table))
    rows = fall_back(model, rows)
    give_parameters(model, rows)
    find_previous(rows)
    gather_cohorts(rows)
    return sorted(rows, key=lambda row: (row.unit.encode(), row.period.encode(), row.track.encode(), row.block.encode()))


def filled_lines(columns, table):
    """(lines as {column: text}, names of columns); lines of blanks are skipped."""
    columns = [tidy(name) for name in columns]
    filled = [cells for cells in ([tidy(cell) for cell in line] for line in table) if any(cells)]
    return [dict(zip(columns, cells)) for cells in filled], columns


def tidy(text):
    """As people see it, in NFC: runs of White_Space are one blank, what nobody sees is left out. Of numbers only blanks around them are valid."""
    return unicodedata.normalize("NFC", WHITE_SPACE.sub(" ", UNSEEN.sub("", text)).strip(" "))


def yes(text):
    """A yes/no cell; a blank is None."""
    word = text.lower()
    if not word:
        return None
    assert word in YES or word in NO, text
    return word in YES


def own_rows(model, lines, columns):
    """Rows as written, before fallback. A column blank in every row counts as absent."""
    for column in ("block", "period", "track", "ranked"):
        if not any(line.get(column) for line in lines):
            absent = {"block": "", "period": "", "track": model.tracks[-1], "ranked": "yes"}[column]
            watch.met("edge", column, "column absent" if column not in columns else "column blank")
            for line in lines:
                line[column] = absent
    return [Row(line["unit"], line["block"], line["period"], line["track"], yes(line["ranked"]), cells(model, line)) for line in lines]


def cells(model, line):
    """Values and states of a row's measures and stated points."""
    values = {measure.name: cell(line, measure.name, measure) for measure in model.measures.values()}
    if model.stated_points:
        for leaf in model.leaves:
            column = "points." + leaf.id
            if column in line or column + COMPANION in line:
                values[column] = number_cell(line, column, model.point_decimals, "refuse")
    return values


def without_value(line, column):
    """The state of a cell that holds no value, or None: the text form first, then the companion column."""
    text = line.get(column, "")
    if text.lower() in NOT_APPLICABLE_WORDS:
        watch.met("edge", "not applicable", "text")
        return NOT_APPLICABLE
    if text:
        return None
    if yes(line.get(column + COMPANION, "")):
        watch.met("edge", "not applicable", "companion")
        return NOT_APPLICABLE
    return MISSING


def number_cell(line, column, decimals, excess):
    state = without_value(line, column)
    return accept(line[column], decimals, excess) if state is None else state


def cell(line, column, measure):
    """The value or state of a measure's cell."""
    if measure.type in ("count", "decimal"):
        return number_cell(line, column, measure.decimals, measure.excess)
    state = without_value(line, column)
    if state is not None:
        return state
    if measure.type == "yes_no":
        return yes(line[column])
    if measure.type == "date":
        return read_date(line[column])
    assert line[column] in measure.options, line[column]
    return line[column]


def fall_back(model, rows):
    """Fallback from the rows as written, not transitive; rows of listed tracks make rows of the track."""
    own = {(row.unit, row.period, row.track): row for row in rows}
    result = {key: Row(row.unit, row.block, row.period, row.track, row.ranked, dict(row.cells)) for key, row in own.items()}
    for track, listed in model.fallback.items():
        for unit, period in dict.fromkeys((row.unit, row.period) for row in rows):
            sources = [own[unit, period, other] for other in listed if (unit, period, other) in own]
            if not sources:
                continue
            row = result.get((unit, period, track))
            if row is None:
                watch.met("edge", "fallback", "row created")
                row = Row(
                    unit,
                    sources[0].block,
                    period,
                    track,
                    sources[0].ranked,
                    dict.fromkeys(sources[0].cells, MISSING),
                    fallback="made by fallback",
                )
                result[unit, period, track] = row
            for column, value in row.cells.items():
                if value is MISSING:
                    row.cells[column] = first_given([source.cells[column] for source in sources])
                    if row.cells[column] is not MISSING:
                        row.fallback = row.fallback or "filled by fallback"
                        watch.met("edge", "fallback", "of stated points" if "." in column else "of a measure")
    return list(result.values())


def first_given(values):
    """The first of a cell's values in the listed tracks that is not missing."""
    for place, value in enumerate(values):
        if value is not MISSING:
            watch.met("edge", "fallback", f"from listed track {place + 1}")
            if is_state(value):
                watch.met("edge", "fallback", "not applicable counts as having")
            return value
    return MISSING


def give_parameters(model, rows):
    """Put every parameter's number among the cells of each row: so `previous` and cohort functions take those of the row they read."""
    for row in rows:
        for name, parameter in model.parameters.items():
            if parameter.by is None:
                form, key = "value", None
            elif parameter.by in ("block", "period"):
                form, key = parameter.by, getattr(row, parameter.by)
            else:
                form, key = "measure", row.cells[parameter.by]
            if is_state(key):
                row.cells[name], how = key, key.word
            elif key in parameter.values:
                row.cells[name], how = parameter.values[key], "its own"
            elif parameter.otherwise is not None:
                row.cells[name], how = parameter.otherwise, "else"
            else:
                assert (form, key) == ("block", ""), (name, key)
                row.cells[name], how = MISSING, "missing"
            row.parameters[name] = (form, how)


def find_previous(rows):
    """Tie every row to the unit's row of the next lower period of the table, same track."""
    periods = sorted({row.period.encode() for row in rows})
    before = dict(zip(periods[1:], periods))
    by_key = {(row.unit, row.period.encode(), row.track): row for row in rows}
    for row in rows:
        earlier = before.get(row.period.encode())
        row.previous = by_key.get((row.unit, earlier, row.track)) if earlier is not None else None


def gather_cohorts(rows):
    """Give every row the cohort of its block, period and track."""
    cohorts = {}
    for row in rows:
        row.cohort = cohorts.setdefault((row.block, row.period, row.track), Cohort())
        row.cohort.rows.append(row)
