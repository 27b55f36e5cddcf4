"""Rosters (SPEC section 3): whose a row is by a roster, and who has no row. Tables are valid: they name no stranger, and no other block."""

from dataclasses import dataclass

from . import watch
from .evidence import tidy


@dataclass
class Listed:
    """A unit of a roster."""

    unit: str
    block: str
    was: list


def read_roster(columns, rows):
    """The units of a roster's text cells."""
    lines = [dict(zip(columns, map(tidy, cells))) for cells in rows]
    return [
        Listed(line["unit"], line.get("block", ""), [name for name in map(tidy, line.get("was", "").split(";")) if name]) for line in lines
    ]


def owner(roster, name):
    """The unit that bears a name, otherwise the only one that bore it; None for others."""
    present = [one for one in roster if one.unit == name]
    if present:
        if any(name in one.was for one in roster if one.unit != name):
            watch.met("edge", "roster", "a present name that another unit bore")
        return present[0]
    former = [one for one in roster if name in one.was]
    if len(former) == 1:
        watch.met("edge", "roster", "a former name")
    return former[0] if len(former) == 1 else None


def listed(roster, columns, table, below):
    """(columns, cells, tables below) with the units that the roster names, and its blocks if it has some."""
    blocks = any(one.block for one in roster)
    columns = [tidy(name) for name in columns]
    unit = columns.index("unit")
    kept = [place for place, name in enumerate(columns) if not (blocks and name == "block")]
    made = []
    for cells in table:
        if not any(map(tidy, cells)):
            continue
        one = owner(roster, tidy(cells[unit]))
        own = [one.unit if place == unit else cells[place] for place in kept]
        made.append([*own, one.block] if blocks else own)
    names = [columns[place] for place in kept] + (["block"] if blocks else [])
    return names, made, {name: renamed(roster, *given) for name, given in below.items()}


def renamed(roster, columns, table):
    """A table below the units with the present names of units."""
    unit = [tidy(name) for name in columns].index("unit")
    made = []
    for cells in table:
        one = owner(roster, tidy(cells[unit]))
        made.append([one.unit if one and place == unit else cell for place, cell in enumerate(cells)])
    return columns, made


def unreported(roster, rows):
    """[(unit, block, period), ...] of the units without a row in a period, by the bytes of period and unit."""
    has = {(row.unit, row.period): row for row in rows}
    result = []
    for period in sorted({row.period for row in rows}, key=str.encode):
        for one in sorted(roster, key=lambda one: one.unit.encode()):
            if (one.unit, period) in has:
                continue
            own = sorted((row.period.encode(), row.block) for row in rows if row.unit == one.unit)
            watch.met("edge", "roster", "no row in a period" if own else "no row at all")
            block = one.block or (own[-1][1] if own and not any(other.block for other in roster) else "")
            result.append((one.unit, block, period))
    return result
