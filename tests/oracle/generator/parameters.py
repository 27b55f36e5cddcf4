"""Random parameters: numbers by name, alone or by an option, a block or a period (SPEC section 4)."""

from dataclasses import dataclass
from fractions import Fraction

from .draw import num

NAMES = ["plan_target", "P", "threshold", "so_xa", "rate_2024", "km_per_road"]
NUMBERS = [1, 1, 2, 2, 3, 5, 10, 15, 50, 70, 100, -1, -10, Fraction(1, 2), Fraction(5, 2), Fraction(1, 10), Fraction(9999, 100)]
RARE = [Fraction(1, 10**9), Fraction("123456789.012345678"), 10**15]


@dataclass
class Parameter:
    """`nonzero`: it is never 0, so that what it divides is never undefined."""

    name: str
    source: dict
    nonzero: bool


class Parameters:
    """The parameters of one model, which its expressions may name."""

    def __init__(self, draw, measures, around):
        self.draw = draw
        self.all = []
        if draw.chance(0.4):
            for name in draw.some(NAMES, 1, 3):
                self.all.append(self.make(name, measures, around))

    def make(self, name, measures, around):
        draw = self.draw
        by = draw.pick(("", "measure", "measure", "block" if around.declared else "", "period"))
        numbers = NUMBERS + (RARE if draw.chance(0.2) else []) + ([0, 0, 0] if draw.chance(0.4) else [])
        if not by:
            values = {"value": draw.pick(numbers)}
            return Parameter(name, {"value": num(values["value"])} | self.label(), values["value"] != 0)
        if by == "measure":
            measure = measures.pick("choice")
            by, keys = measure.name, measure.options
        elif by == "block":
            keys = around.declared
        else:
            keys = [period for period in around.periods if period] or ["2024"]
        otherwise = by == "period" or draw.chance(0.5)
        values = {key: draw.pick(numbers) for key in (draw.some(keys) if otherwise else keys)}
        source = {"by": by, "values": {key: num(value) for key, value in values.items()}} | self.label()
        if otherwise:
            values = values | {None: draw.pick(numbers)}
            source["else"] = num(values[None])
        return Parameter(name, source, 0 not in values.values())

    def label(self):
        return {"label": {"vi": "Chỉ tiêu", "en": "Target"}} if self.draw.chance(0.1) else {}

    def source(self):
        """The `parameters` of the model file."""
        return {parameter.name: parameter.source for parameter in self.all}
