"""Averages over the ranked rows of a block, period and track (SPEC 6.3)."""

from fractions import Fraction

from . import watch
from .publish import published
from .rank import together
from .score import index_of


def averages(model, scores):
    """[(block, period, track, mean_index, pooled_index), ...] as published, by the bytes of the key."""
    result = []
    for key, group in together(scores).items():
        ranked = [score for score in group if score.rank is not None]
        mean = pooled = None
        if ranked:
            mean = sum(score.index for score in ranked) / Fraction(len(ranked))
            pooled = index_of(model, sum(score.net for score in ranked), sum(score.tally.applicable for score in ranked))
        watch.met("edge", "averages", "of some" if ranked else "of nobody")
        result.append((*key, *(published(value, model.decimals, model.rounding) for value in (mean, pooled))))
    return sorted(result, key=lambda line: [text.encode() for text in line[:3]])
