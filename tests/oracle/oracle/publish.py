"""Published figures: an exact rational rounded once (SPEC 2.4)."""

from . import watch
from .numbers import half_away


def rounded(value, decimals, rounding):
    """`value` as a whole number of 10^-decimals."""
    scaled = value * 10**decimals
    watch.counts[
        "published", rounding, "as it is" if scaled.denominator == 1 else "exactly half" if scaled.denominator == 2 else "rounded"
    ] += 1
    if rounding == "half_up":
        return half_away(scaled)
    if rounding == "down":
        whole = abs(scaled.numerator) // scaled.denominator
        return whole if scaled >= 0 else -whole
    assert rounding == "half_even"
    return round(scaled)


def published(value, decimals, rounding):
    """The text of a published figure, with exactly `decimals` decimals; `-` if there is none."""
    if value is None:
        return "-"
    units = rounded(value, decimals, rounding)
    digits = str(abs(units)).rjust(decimals + 1, "0")
    sign = "-" if units < 0 else ""
    return sign + (digits[:-decimals] + "." + digits[-decimals:] if decimals else digits)
