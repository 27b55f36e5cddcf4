"""Classes, vetoes and quotas (SPEC 6.2)."""

import math
from collections import Counter
from fractions import Fraction

from . import watch
from .publish import rounded
from .rank import together
from .rules import first_band, holds
from .states import MISSING, is_state


def classify(model, scores):
    """Set the class of every score that has one."""
    if model.classes is None:
        return
    for group in together(scores).values():
        ranked = sum(score.rank is not None for score in group)
        for score in group:
            score.class_id = class_of(model, score, ranked)
        hold_back(model, group)


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
    bands = model.classes.list_of(score.row.block)
    ids = [band["id"] for band in bands]
    best = band_of(bands, value, score.row)
    if best is MISSING:
        return None
    watch.met("class", model.classes.on, "of the block" if score.row.block in model.classes.by_block else "classed")
    if value in (bands[best].get("from"), bands[best].get("to")):
        watch.met("class", model.classes.on, "on an end")
    if model.classes.on == "published" and first_band(bands, score.index) != first_band(bands, value):
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


def band_of(bands, value, row):
    """The place of the first band that holds the value and whose `requires` is true; MISSING where one on the way is missing."""
    for place, band in enumerate(bands):
        if not holds(band, value):
            continue
        if "requires" not in band:
            return place
        met = band["requires"](row)
        watch.met("class", "requires", met.word if is_state(met) else str(met).lower())
        if met is True or met is MISSING:
            return place if met is True else MISSING
    raise AssertionError("the last band takes the rest")


def hold_back(model, group):
    """Apply the quotas, in their order, to the ranked rows of one block, period and track."""
    ranked = sorted((score for score in group if score.rank is not None), key=lambda score: score.competition_rank)
    first = Counter(score.class_id for score in ranked)
    for quota in model.classes.quotas:
        of = len(ranked) if quota.of is None else sum(first[name] for name in set(quota.of))
        most = math.floor(Fraction(quota.at_most * of, 100))
        among = [score for score in ranked if score.class_id == quota.class_id]
        watch_quota(quota, among, most)
        if len(among) <= most:
            continue
        # Rows that are level with the first one beyond the quota are held back too.
        edge = among[most].competition_rank
        ids = [band["id"] for band in model.classes.list_of(ranked[0].row.block)]
        for score in among:
            if score.competition_rank >= edge:
                score.class_id = ids[ids.index(quota.class_id) + 1]
                score.held_back = True


def watch_quota(quota, among, most):
    """Count how a quota meets the rows of its class."""
    of = "of ranked rows" if quota.of is None else "of classes"
    if not among:
        watch.met("quota", of, "nobody in the class")
    elif len(among) <= most:
        watch.met("quota", of, "reached" if len(among) == most else "not reached")
    else:
        watch.met("quota", of, "nobody may keep the class" if most == 0 else "some may keep the class")
        if most and among[most - 1].competition_rank == among[most].competition_rank:
            watch.met("quota", of, "level across the edge")
        if any(score.held_back for score in among):
            watch.met("quota", of, "beyond it with rows that an earlier one held back")


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
