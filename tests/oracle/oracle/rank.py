"""Ranks of rows and nodes within a block, period and track (SPEC 6.1)."""

from . import watch
from .publish import rounded
from .states import is_state


def together(scores):
    """The scores ranked together: {(block, period, track): [score, ...]}."""
    groups = {}
    for score in scores:
        groups.setdefault((score.row.block, score.row.period, score.row.track), []).append(score)
    return groups


def rank(model, scores):
    """Set the ranks of the model and of every node on every score."""
    for group in together(scores).values():
        rank_model(model, group)
        for place in range(len(model.nodes)):
            rank_node(model, group, place)


def key_of(model, index):
    """The part of an index that is compared; none comes last."""
    if index is None:
        return (0, 0)
    return (1, index if model.key == "exact" else rounded(index, model.decimals, model.rounding))


def tie_key(model, tie, score):
    """What a tie-break compares; a value is compared exactly, and a row without one comes last in both orders."""
    if tie.criterion is not None:
        return key_of(model, score.by_id[tie.criterion].index)
    value = tie.value(score.row)
    watch.met("tie_break", tie.order, value.word if is_state(value) else "value")
    if is_state(value):
        return (0, 0)
    return (1, value if tie.order == "descending" else -value)


def rank_model(model, group):
    """Rank whole rows: by the index, then by each tie_break in turn."""
    keys = {}
    for score in group:
        if score.row.ranked and score.complete and score.index is not None:
            keys[id(score)] = [key_of(model, score.index)] + [tie_key(model, tie, score) for tie in model.tie_break]
        else:
            reason = "not ranked" if not score.row.ranked else "incomplete" if not score.complete else "no index"
            watch.met("edge", "no rank", reason)
    entrants = [score for score in group if id(score) in keys]
    watch_ties(model, entrants, keys)
    for score, place in places(entrants, keys, model.ties):
        score.rank = place
    for score, place in places(entrants, keys, "competition"):
        score.competition_rank = place


def rank_node(model, group, place):
    """Rank one node by its own index and its own completeness, without tie-breaks."""
    keys = {}
    for score in group:
        node = score.nodes[place]
        if score.row.ranked and node.tally.complete and node.index is not None:
            keys[id(score)] = [key_of(model, node.index)]
    for score, position in places([score for score in group if id(score) in keys], keys, model.ties):
        score.nodes[place].rank = position


def places(entrants, keys, ties):
    """Pairs (score, rank), best first. What is equal in `keys` is tied."""
    in_order = sorted(entrants, key=lambda score: score.row.unit.encode())
    in_order.sort(key=lambda score: keys[id(score)], reverse=True)
    place, before = 0, None
    for position, score in enumerate(in_order, start=1):
        key = keys[id(score)]
        if ties == "ordinal" or (ties == "competition" and key != before):
            place = position
        elif ties == "dense" and key != before:
            place += 1
        before = key
        yield score, place


def watch_ties(model, entrants, keys):
    """Count the ties that coverage asks about."""
    seen = {}
    for score in entrants:
        other = seen.setdefault(score.index, score)
        if other is score:
            continue
        if other.tally.applicable != score.tally.applicable:
            watch.met("edge", "tie", "exact, of different applicable")
        else:
            watch.met("edge", "tie", "exact, of the same applicable")
        for tie, first, second in zip(model.tie_break, keys[id(other)][1:], keys[id(score)][1:]):
            if first != second:
                how = (
                    "by tie_break"
                    if tie.criterion is not None
                    else f"by a value, {tie.order}"
                    if first[0] and second[0]
                    else "by having a value"
                )
                watch.met("edge", "tie", "broken " + how)
                break
    exact = {}
    for score in entrants:
        other = exact.setdefault(rounded(score.index, model.decimals, model.rounding), score)
        if other.index != score.index:
            watch.met("edge", "tie", f"published only, key {model.key}")
    if len({tuple(key) for key in keys.values()}) < len(entrants):
        watch.met("edge", "ties left", model.ties)
