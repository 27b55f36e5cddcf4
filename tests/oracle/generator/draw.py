"""Random choices, and numbers as the text a model writes."""

import random
from fractions import Fraction


class Num(str):
    """The text of a JSON number."""


def decimal_text(value):
    """The shortest plain decimal of an int or of a Fraction that has one."""
    value = Fraction(value)
    decimals, scaled = 0, value
    while scaled.denominator != 1:
        scaled *= 10
        decimals += 1
    digits = str(abs(scaled.numerator)).rjust(decimals + 1, "0")
    text = digits[:-decimals] + "." + digits[-decimals:] if decimals else digits
    return "-" + text if value < 0 else text


def num(value):
    return Num(decimal_text(value))


class Draw(random.Random):
    """A seeded source of choices: the same on every machine."""

    def chance(self, probability):
        return self.random() < probability

    def pick(self, items):
        return items[int(self.random() * len(items))]

    def weighted(self, weights):
        """A key of {key: weight}."""
        return self.choices(list(weights), list(weights.values()))[0]

    def between(self, low, high):
        return self.randint(low, high)

    def some(self, items, low=1, high=None):
        """A few different items, in random order."""
        items = list(items)
        return self.sample(items, self.between(min(low, len(items)), min(high or len(items), len(items))))

    def quanta(self, low, high):
        """Whole quanta within low..high, often an end, a half, a tenth."""
        way = self.random()
        if way < 0.2:
            return low
        if way < 0.4:
            return high
        if way < 0.8:
            part = self.pick((2, 4, 5, 10, 3))
            return min(max(low, high * self.between(1, part) // part), high)
        return self.between(low, high)
