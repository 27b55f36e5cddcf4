"""Why a term of a comparison is there: `model`, `stated`, `applicability` or `evidence`."""

from ..score import STATED
from .pair import limits


def leaf_cause(pair, a, b, one, two):
    """Of a leaf, of a group as one part, and of the rounding of a scaled group; a group is never stated."""
    if pair.differs(one, two):
        return "model"
    if a.counts(one) != b.counts(two):
        return "applicability" if pair.same_choice(one, two) else "model"
    states = a.state(one), b.state(two)
    if STATED in states and (states[0] != states[1] or a.achieved(one) != b.achieved(two)):
        return "stated"
    return "applicability" if a.applicable(one) != b.applicable(two) else "evidence"


def entry_cause(pair, one, two):
    return "model" if pair.differs(one, two) else "evidence"


def limit_cause(one, two):
    """Of a group's `cap` and `at_least`."""
    if one is None or two is None or limits(one, "cap", "at_least") != limits(two, "cap", "at_least"):
        return "model"
    return "evidence"


def cap_cause(pair, side):
    caps = [tree.points(tree.model.side(side).cap) for tree in (pair.a, pair.b)]
    return "model" if caps[0] != caps[1] else "evidence"


def held_cause(pair):
    return "model" if pair.a.model.may_exceed_100 != pair.b.model.may_exceed_100 else "evidence"
