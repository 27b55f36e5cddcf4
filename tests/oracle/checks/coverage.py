"""Checks that a run met every pair that it must meet, at least 40 times in 2,000 cases."""

from ahead import AHEAD

from .pairs import impossible, possible

LEAST, OF_CASES = 40, 2000


def problems(counts, cases, ahead=AHEAD):
    """The pairs that a run of this many cases lacks, as lines; runs shorter than 2,000 cases are only shown."""
    listed, never = possible(ahead), impossible()
    result = [f"impossible, but met: {pair}: {never[pair]}" for pair in counts if pair in never]
    result += [f"met, but not listed: {pair}" for pair in counts.keys() - never.keys() - set(listed)]
    if cases >= OF_CASES:
        result += [f"met {counts[pair]} times, fewer than {LEAST}: {pair}" for pair in listed if counts[pair] < LEAST]
    return result


def table(counts, ahead=AHEAD):
    """The coverage as lines, one for every (kind, first word)."""
    rows = {}
    for kind, first, second in possible(ahead):
        rows.setdefault((kind, first), []).append(f"{second} {counts[kind, first, second]}")
    yield from (f"{kind:17} {first:27} {', '.join(cells)}" for (kind, first), cells in rows.items())
    yield "impossible:"
    yield from (f"  {' / '.join(pair)}: {why}" for pair, why in impossible().items())


def weakest(counts, number=15):
    """The pairs met least, as (count, pair)."""
    return sorted((counts[pair], pair) for pair in possible())[:number]
