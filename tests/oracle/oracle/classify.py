"""Classes and vetoes (SPEC 6.2)."""

from fractions import Fraction

from . import watch
from .publish import rounded
from .rank import together
from .rules import first_band
from .states import MISSING, is_state


def classify(model, scores):
    """Set the class of every score that has one."""
    if model.classes is None:
        return
    for group in together(scores).values():
        ranked = sum(score.rank is not None for score in group)
        for score in group:
            score.class_id = class_of(model, score, ranked)


def figure(model, index):
    """An index as `published` classes it: rounded once, to the decimals of the classes if given."""
    decimals = model.decimals if model.classes.decimals is None else model.classes.decimals
    return Fraction(rounded(index, decimals, model.rounding), 10**decimals)


def classed(model, score, ranked):
    """What is classed, or None."""
    on = model.classes.on
    if on == "rank":
        return score.competition_rank
    if on == "rank_share":
        return None if score.competition_rank is None else Fraction(score.competition_rank, ranked)
    if score.index is None or on == "exact":
        return score.index
    return points_figure(model, score) if on == "points" else figure(model, score.index)


def points_figure(model, score):
    """achieved + bonus - penalty in points, not held, rounded as published points are or to the decimals of the classes."""
    points = Fraction(score.tally.achieved + score.bonus - score.penalty, 10**model.point_decimals)
    if points < 0:
        watch.met("class", "points", "below 0")
    decimals = model.points_decimals if model.classes.decimals is None else model.classes.decimals
    return Fraction(rounded(points, decimals, model.rounding), 10**decimals)


def class_of(model, score, ranked):
    """The class of one score: its band, then the vetoes that cap it."""
    if not score.complete:
        return None
    value = classed(model, score, ranked)
    if value is None:
        watch.met("class", model.classes.on, "nothing to class")
        return None
    bands = model.classes.by_block.get(score.row.block, model.classes.bands)
    ids = [band["id"] for band in bands]
    best = first_band(bands, value)
    watch.met("class", model.classes.on, "of the block" if score.row.block in model.classes.by_block else "classed")
    if value in (bands[best].get("from"), bands[best].get("to")):
        watch.met("class", model.classes.on, "on an end")
    if model.classes.on == "published" and first_band(bands, score.index) != best:
        watch.met("class", model.classes.on, "rounding decides")
    for veto in model.classes.vetoes:
        holds = veto_holds(model, veto, score)
        if holds is MISSING:
            return None
        if holds:
            cap = ids.index(veto.at_most)
            watch.met("veto", "holds", "and lowers" if cap > best else "without effect")
            best = max(best, cap)
    return ids[best]


def veto_holds(model, veto, score):
    """True, False, or MISSING; if one veto has both conditions, both must hold."""
    form = (
        ("when" if veto.when else "")
        + (" and " if veto.when and veto.criteria else "")
        + ("" if not veto.criteria else "criterion" if len(veto.criteria) == 1 else "criteria")
    )
    low = sum(is_below(model, veto, score.by_id[criterion].index) for criterion in veto.criteria)
    below = not veto.criteria or low >= veto.at_least
    if veto.at_least > 1:
        watch.met(
            "veto",
            "at_least",
            "reached" if low == veto.at_least else "exceeded" if below else "one short" if low == veto.at_least - 1 else "not reached",
        )
    when = True if veto.when is None else veto.when(score.row)
    word = when.word if is_state(when) else str(when).lower()
    watch.met("veto", form, f"when {word}, {'below' if below else 'not below'}")
    if not below:
        return False
    if when is MISSING:
        return MISSING
    return when is True


def is_below(model, veto, index):
    """Whether one criterion's index is below the veto's number; without an index it is not."""
    if index is None:
        watch.met("veto", "criterion", "without an index")
        return False
    compared = figure(model, index) if model.classes.on == "published" else index
    if compared == veto.below:
        watch.met("veto", "criterion", "on the number")
    return compared < veto.below
