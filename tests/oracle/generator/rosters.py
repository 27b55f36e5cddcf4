"""Rosters of the units of a table: some were called otherwise, some have not reported, some names are of another unit now."""

from oracle.evidence import tidy


def roster(draw, columns, rows):
    """(column names, cells) of a roster for a table; None for a table without rows."""
    names = [tidy(name) for name in columns]
    filled = [[tidy(cell) for cell in cells] for cells in rows if any(map(tidy, cells))]
    unit, block = names.index("unit"), names.index("block") if "block" in names else None
    if not filled:
        return None
    blocks = {}
    for cells in filled:
        blocks.setdefault(cells[unit], set()).add("" if block is None else cells[block])
    units = sorted(blocks)
    steady = all(len(own) == 1 for own in blocks.values()) and all("" not in own for own in blocks.values())
    with_blocks = bool(units) and steady and draw.chance(0.6)
    renamed = {name for name in units if draw.chance(0.3)}
    kept = [name for name in units if name not in renamed]
    made = []
    for place, name in enumerate(units):
        former = [name] if name in renamed else []
        if draw.chance(0.2):
            former.append(f"O{place}")
        if kept and draw.chance(0.2):
            former.append(draw.pick(kept))  # mostly of another unit, which bears it now
        present = f"N{place} {name}" if name in renamed else name
        made.append([present, min(blocks[name]) if with_blocks else "", f"Label {place}" if draw.chance(0.5) else "", "; ".join(former)])
    own_blocks = sorted({own for _, own, *_ in made})
    for place in range(draw.between(0, 3)):
        made.append([f"Z{place}", draw.pick(own_blocks) if with_blocks else "", "", ""])
    draw.shuffle(made)
    return ["unit", "block", "label", "was"], made
