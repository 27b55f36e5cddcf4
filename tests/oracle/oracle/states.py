"""The three states that stand in for a value (SPEC section 4: the strongest wins)."""


class State:
    """Why there is no value. Compared by identity; there are exactly three."""

    __slots__ = ("word", "strength")

    def __init__(self, word, strength):
        self.word = word
        self.strength = strength

    def __repr__(self):
        return self.word


UNDEFINED = State("undefined", 1)
MISSING = State("missing", 2)
NOT_APPLICABLE = State("not_applicable", 3)


def is_state(value):
    """True if `value` is a state, not a value."""
    return value.__class__ is State


def strongest(values):
    """The strongest state among `values`, or None if all are values."""
    best = None
    for value in values:
        if value.__class__ is State and (best is None or value.strength > best.strength):
            best = value
    return best
