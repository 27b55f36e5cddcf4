"""Decimals and dates as people type them, and rounding to quanta (SPEC sections 2 and 3)."""

import datetime
import re
from fractions import Fraction

from . import watch

DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def exact(text):
    """A decimal text as an int if it is whole, otherwise as a Fraction."""
    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value


def half_away(value):
    """The nearest integer; a half goes away from zero."""
    if value < 0:
        return -half_away(-value)
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def half_up(value):
    """The nearest integer to a value that is not negative; a half goes up (2.3)."""
    assert value >= 0
    return half_away(value)


def noise_of(value, unit):
    """How far a number may be from what it stands for, by SPEC 2.1."""
    return min(Fraction(1, 10**9) * max(1, abs(value)), Fraction(1, unit * 100))


def accept_float(text, decimals):
    """A float, given as its shortest decimal, of a measure whose excess is rounded: what is near a half counts as the half."""
    value, unit = Fraction(text), 10**decimals
    number = Fraction(half_away(value * unit), unit)
    half = number + Fraction(1 if value > number else -1, 2 * unit)
    if abs(value - number) > noise_of(value, unit) >= abs(value - half):
        return Fraction(half_away(half * unit), unit)
    return number


def accept(text, decimals, excess="refuse"):
    """A number of a measure as k / 10^decimals, by SPEC 2.1; ValueError if it is refused."""
    if not NUMBER.fullmatch(text):
        raise ValueError(f"{text!r} is not a number")
    value = Fraction(text)
    unit = 10**decimals
    k = half_away(value * unit)
    number = Fraction(k, unit)
    if number != value:
        apart = abs(value - number)
        noise = noise_of(value, unit)
        watch.met(
            "edge",
            "number",
            "noise forgiven"
            if apart < noise
            else "all the noise there may be"
            if apart == noise
            else "rounded at half"
            if apart * unit * 2 == 1
            else "rounded",
        )
        if apart > noise and excess != "round":
            raise ValueError(f"{text!r} has more than {decimals} decimals")
    if abs(k) > 2**53:
        raise ValueError(f"{text!r} is beyond 2^53 units of its last decimal")
    return number.numerator if number.denominator == 1 else number


def read_date(text):
    """The date of `2024-03-31` or of `31/3/2024`, from 1900 to 2199; ValueError if it is none."""
    parts = DATE.fullmatch(text) or DAY_FIRST.fullmatch(text)
    if not parts:
        raise ValueError(f"{text!r} is not a date")
    value = datetime.date(*(int(parts[word]) for word in ("year", "month", "day")))
    if not 1900 <= value.year <= 2199:
        raise ValueError(f"{text!r} is not from 1900 to 2199")
    watch.met("edge", "date", "day first" if "/" in text else "year first")
    if (value.month, value.day) == (2, 29):
        watch.met("edge", "date", "29 February")
    return value
