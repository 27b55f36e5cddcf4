"""How far two tracks are apart on a leaf: what the units say of themselves, and what others find."""

from fractions import Fraction


def track_gap(model, scores, leaf, first, second, block=None):
    """(number, mean, greatest) of points in the first track - points in the second, of one block or of all; None where nobody counts.

    Rows count that are their own, not by fallback alone, in both tracks of a period, and to which the leaf applies in both.
    """
    own = {}
    for score in scores:
        row = score.row
        if row.fallback != "made by fallback" and block in (None, row.block) and score.by_id[leaf].tally.applicable:
            own[row.unit, row.period, row.track] = Fraction(score.by_id[leaf].tally.achieved, 10**model.point_decimals)
    gaps = [
        points - own[unit, period, second]
        for (unit, period, track), points in own.items()
        if track == first and (unit, period, second) in own
    ]
    if not gaps:
        return None
    return len(gaps), Fraction(sum(gaps), len(gaps)), max(gaps, key=lambda gap: (abs(gap), gap))
