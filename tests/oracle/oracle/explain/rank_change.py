"""Why a unit's place changed between two periods or tracks: who passed it, whom it passed, and what moved them apart."""

from dataclasses import dataclass

from ..rank import key_of, tie_key


@dataclass
class RankChange:
    """Units by name, in the order of their bytes; `change` is the difference of the published ranks, positive upwards.

    `passed_by` was not above before and is now; of these `entered` were not there before. `passed` was above and is not now; of
    these `left` are not there now. The four places: own a among a, own b among b, own b among a's others, own a among b's others.
    """

    change: int
    passed_by: list
    entered: list
    passed: list
    left: list
    place_a: int
    place_b: int
    b_among_a: int
    a_among_b: int


def compared(model, score):
    """What ranks a row: the model's key, then the tie-breaks."""
    return [key_of(model, score.index), *(tie_key(model, tie, score) for tie in model.tie_break)]


def ranked(scores):
    return {score.row.unit: score for score in scores if score.rank is not None}


def rank_change(model, unit, cohort_a, cohort_b):
    """The change of a unit between the scores of its block in one period and track, and in another; ValueError names the side it lacks."""
    a, b = ranked(cohort_a), ranked(cohort_b)
    for side, scores in (("a", a), ("b", b)):
        if unit not in scores:
            raise ValueError(f"{side}: {unit} is not ranked in the block")
    own_a, own_b = a.pop(unit), b.pop(unit)
    key_a, key_b = compared(model, own_a), compared(model, own_b)
    others_a, others_b = ({name: compared(model, score) for name, score in side.items()} for side in (a, b))
    above_a = {name for name, key in others_a.items() if key > key_a}
    above_b = {name for name, key in others_b.items() if key > key_b}
    return RankChange(
        own_a.rank - own_b.rank,
        in_order(above_b - above_a),
        in_order((above_b - above_a) - others_a.keys()),
        in_order(above_a - above_b),
        in_order((above_a - above_b) - others_b.keys()),
        1 + len(above_a),
        1 + len(above_b),
        1 + sum(key > key_b for key in others_a.values()),
        1 + sum(key > key_a for key in others_b.values()),
    )


def in_order(names):
    return sorted(names, key=str.encode)


def against(own, other):
    """[(term key, other's term less the own one), ...] without zeros, the most in the other's favour first; None where one has no d."""
    if own is None or other is None:
        return None
    values = {term.key: -term.value for term in own.terms}
    for term in other.terms:
        values[term.key] = values.get(term.key, 0) + term.value
    return sorted(((key, value) for key, value in values.items() if value), key=lambda one: (-one[1], [word or "" for word in one[0]]))
