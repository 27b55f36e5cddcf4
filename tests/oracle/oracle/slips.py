"""Slips of the hand: one typed number whose digits, changed once, let failing checks hold (SPEC section 10)."""

import dataclasses
from dataclasses import dataclass
from fractions import Fraction

from . import watch
from .states import is_state

KINDS = ("swapped", "digit", "dropped", "added", "shifted")


@dataclass
class Slip:
    """A number that may have been meant. `change` is its distance from what stands; `repairs` the ids of checks that hold with it."""

    kind: str
    measure: str
    value: Fraction
    change: Fraction
    repairs: list


def slips(judge, row, judgements):
    """{check id: slips} of the failing checks of a row: of those that repair a check, the ones that repair the most, best first."""
    failing = [check for check in judge.checks if check.type in ("relation", "stated") and judgements[check.id].failed]
    held = [check for check in judge.checks if judgements[check.id].held]
    candidates = []
    for name, measure in judge.model.measures.items():
        value = row.cells[name]
        if measure.type not in ("count", "decimal") or is_state(value) or not any(name in check.measures for check in failing):
            continue
        changed = dataclasses.replace(row, cells=dict(row.cells))
        for other, kind in changed_once(measure, value).items():
            changed.cells[name] = other
            repairs = [check.id for check in failing if name in check.measures and judge.judge(check, changed).held]
            if repairs and all(judge.judge(check, changed).held for check in held):
                candidates.append(Slip(kind, name, other, abs(other - value), repairs))
    return {check.id: best_for(judge.model, check, candidates) for check in failing}


def best_for(model, check, candidates):
    """The candidates that repair a check and no fewer checks than another that repairs it, in order."""
    able = [slip for slip in candidates if check.id in slip.repairs]
    most = max((len(slip.repairs) for slip in able), default=0)
    order = {name: place for place, name in enumerate(model.measures)}
    best = [slip for slip in able if len(slip.repairs) == most]
    best.sort(key=lambda slip: (KINDS.index(slip.kind), slip.change, order[slip.measure], slip.value))
    watch.met("slip", "of a check", "none" if not best else "one" if len(best) == 1 else "several")
    for slip in best:
        watch.met("slip", slip.kind, "repairs one" if most == 1 else "repairs several")
    return best


def changed_once(measure, value):
    """{number: kind} of all that the digits of a measure's value become when they are changed once; the first kind counts."""
    unit, sign = 10**measure.decimals, -1 if value < 0 else 1
    digits = digits_of(abs(value), measure.decimals)
    kinds = {}
    for kind, change in CHANGES.items():
        for text in change(digits):
            if not padded(text, measure.decimals):
                kinds.setdefault(sign * int(text), kind)
    for k in (-3, -2, -1, 1, 2, 3):
        shifted = value * unit * Fraction(10) ** k
        if shifted.denominator == 1:
            kinds.setdefault(shifted.numerator, "shifted")
    numbers = {units if unit == 1 else Fraction(units, unit): kind for units, kind in kinds.items()}
    return {number: kind for number, kind in numbers.items() if number != value and measure.holds(number)}


def digits_of(number, decimals):
    """The digits of a number that is not negative, with zeros in front to at least one before the decimal mark."""
    return str(int(number * 10**decimals)).rjust(decimals + 1, "0")


def padded(text, decimals):
    """Whether digits have more zeros in front than their number is written with."""
    return len(text) > len(str(int(text)).rjust(decimals + 1, "0"))


def swapped(digits):
    for place in range(len(digits) - 1):
        if digits[place] != digits[place + 1]:
            yield digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def one_digit(digits):
    for place, old in enumerate(digits):
        yield from (digits[:place] + new + digits[place + 1 :] for new in "0123456789" if new != old)


def dropped(digits):
    """The digits with one put in anywhere, as if it had been left out."""
    for place in range(len(digits) + 1):
        yield from (digits[:place] + new + digits[place:] for new in "0123456789")


def added(digits):
    """The digits with one taken out, as if it had been typed too many."""
    if len(digits) > 1:
        yield from (digits[:place] + digits[place + 1 :] for place in range(len(digits)))


CHANGES = {"swapped": swapped, "digit": one_digit, "dropped": dropped, "added": added}
