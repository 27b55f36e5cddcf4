"""Tiers and bands: read in order, the last takes the rest, none wholly held by earlier ones (SPEC section 5)."""

from fractions import Fraction

from .draw import num


def holds(band, value):
    """Whether a band of exact numbers holds a value."""
    tests = {"above": value.__gt__, "from": value.__ge__, "below": value.__lt__, "to": value.__le__}
    return all(tests[end](Fraction(number)) for end, number in band.items())


def useless(band, earlier):
    """Whether the earlier bands hold every number that the band holds; exact, by trying ends and gaps between them."""
    ends = sorted({Fraction(number) for one in [band, *earlier] for number in one.values()}) or [Fraction(0)]
    tries = ends + [(a + b) / 2 for a, b in zip(ends, ends[1:])] + [ends[0] - 1, ends[-1] + 1]
    return not any(holds(band, value) and not any(holds(one, value) for one in earlier) for value in tries)


def random_band(draw, numbers):
    """A band with one end or two."""
    way = draw.random()
    if way < 0.7:
        return {draw.pick(("above", "from", "below", "to")): draw.pick(numbers)}
    low, high = sorted((draw.pick(numbers), draw.pick(numbers)))
    if low == high:
        return {"from": low, "to": high}
    return {draw.pick(("above", "from")): low, draw.pick(("below", "to")): high}


def chain(draw, numbers, count):
    """Bands from the best down, or from the lowest up."""
    numbers = sorted(draw.some(sorted(set(numbers)), 1, count))
    if draw.chance(0.75):
        return [{draw.pick(("above", "from")): number} for number in reversed(numbers)]
    return [{draw.pick(("below", "to")): number} for number in numbers]


def bands(draw, numbers, count):
    """Up to `count` bands over the given numbers, and one that takes the rest; ends are exact numbers."""
    if draw.chance(0.7):
        candidates = chain(draw, numbers, count)
    else:
        candidates = [random_band(draw, numbers) for _ in range(draw.between(1, count + 1))]
    result = []
    for band in candidates:
        if not useless(band, result) and not useless({}, [*result, band]):
            result.append(band)
    return [*result, {}]


def as_source(draw, band):
    """A band's ends as a model writes them, in either order."""
    ends = list(band.items())
    if draw.chance(0.1):
        ends.reverse()
    return {end: num(number) for end, number in ends}
