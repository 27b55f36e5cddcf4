"""Counts for `coverage.py` what a run met: pairs of words, such as ("tiers", "missing").

The oracle calls `met(kind, first, second)` at the places that coverage asks about; nothing it computes depends on it.
"""

from collections import Counter

counts = Counter()


def met(kind, first, second):
    """Count one more meeting of the pair (first, second) of this kind."""
    counts[kind, first, second] += 1


def take():
    """The counts so far, which start again at nothing."""
    taken = Counter(counts)
    counts.clear()
    return taken
