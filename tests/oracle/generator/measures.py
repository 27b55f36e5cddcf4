"""Measures: what a model declares, and the numbers that its rules make interesting."""

import datetime
from dataclasses import dataclass, field
from fractions import Fraction

from .draw import num

LIMIT = 2**53
NAMES = [
    "received",
    "resolved",
    "on_time",
    "overdue",
    "staff",
    "trained",
    "online",
    "paper",
    "budget",
    "spent",
    "plan",
    "report",
    "survey_1",
    "survey_2",
    "survey_3",
    "_hidden",
    "Total9",
    "so_ho_so",
    "ty_le",
    "x",
    "y1",
    "meetings",
    "visits",
    "complaints",
    "answers_a",
    "answers_b",
    "index_of",
    "minimum",
    "points_",
    "notes",
    "due",
    "sent",
    "opened",
    "closed",
]
OPTIONS = [
    ["on_time", "late", "none"],
    ["đúng hạn", "trễ hạn", "không"],
    ["1", "2", "3", "10"],
    ["A", "B"],
    ["tốt", "khá", "trung bình", "yếu", "kém"],
    ["d'Or", "l'été", "other"],
    ['5" pipe', 'x "y" z', "no"],
    ["mức 1: đạt", "mức 2 (chưa đạt)"],
    ["true", "false"],
    ["một"],
]
DAYS = [datetime.date(2024, 3, 31), datetime.date(2024, 2, 29), datetime.date(2024, 12, 31), datetime.date(2025, 1, 1)]
FIRST_DAY, LAST_DAY = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)
SMALL = [0, 0, 1, 1, 2, 3, 4, 5, 5, 7, 8, 9, 10, 10, 12, 20, 25, 40, 50, 50, 60, 70, 80, 90, 100, 100, 1000]


@dataclass
class Measure:
    name: str
    type: str
    decimals: int = 0
    options: list = field(default_factory=list)
    low: Fraction | None = None
    high: Fraction | None = None
    excess: str = "refuse"
    big: bool = False
    interesting: list = field(default_factory=list)

    def fits(self, value):
        """Whether a number may stand in a cell of this measure."""
        units = Fraction(value) * 10**self.decimals
        return (
            units.denominator == 1
            and abs(units) <= LIMIT
            and (self.type != "count" or value >= 0)
            and (self.low is None or value >= self.low)
            and (self.high is None or value <= self.high)
        )

    def remember(self, values):
        """Numbers that a rule turns on; the table will often hold them."""
        self.interesting += [value for value in values if self.fits(value)]


class Measures:
    """The measures of one model, made as they are asked for."""

    def __init__(self, draw, big):
        self.draw = draw
        self.names = draw.sample(NAMES, len(NAMES))
        self.all = {}
        self.wanted = draw.between(2, 5)
        self.bigs = [self.big() for _ in range(draw.between(3, 5))] if big else []

    def add(self, measure):
        self.all[measure.name] = measure
        return measure

    def new(self, kind):
        """A new measure of a type."""
        draw, measure = self.draw, Measure(self.names.pop(), kind)
        if kind == "choice":
            measure.options = list(draw.pick(OPTIONS))
        if kind == "decimal":
            measure.decimals = draw.weighted({0: 1, 1: 3, 2: 5, 3: 1, 4: 1, 6: 1, 9: 1})
        if kind in ("count", "decimal"):
            measure.excess = "round" if draw.chance(0.1) else "refuse"
            if draw.chance(0.15):
                measure.low = Fraction(0 if kind == "count" else draw.pick((-100, -10, 0)))
            if draw.chance(0.15):
                measure.high = Fraction(draw.pick((100, 1000, 10**6)))
        return self.add(measure)

    def big(self):
        """A measure whose products need more than 64 bits."""
        decimals = self.draw.pick((0, 0, 3, 6, 9))
        kind = "decimal" if decimals else self.draw.pick(("count", "decimal"))
        return self.add(Measure(self.names.pop(), kind, decimals, big=True))

    def pick(self, kind):
        """A measure of a type: one that is there, or a new one while there are few."""
        there = [measure for measure in self.all.values() if measure.type == kind and not measure.big]
        if there and (len(there) >= self.wanted or self.draw.chance(0.6) or len(self.names) < 8):
            return self.draw.pick(there)
        return self.new(kind)

    def day(self):
        """A day, mostly of a few that many cells hold."""
        draw, way = self.draw, self.draw.random()
        if way < 0.6:
            return draw.pick(DAYS)
        if way < 0.95:
            return datetime.date(2023, 6, 1) + datetime.timedelta(draw.between(0, 800))
        if way < 0.97:
            return draw.pick((FIRST_DAY, LAST_DAY))
        return FIRST_DAY + datetime.timedelta(draw.between(0, (LAST_DAY - FIRST_DAY).days))

    def number(self):
        return self.pick("count" if self.draw.chance(0.6) else "decimal")

    def bounded(self, high):
        """A number measure with `min` and `max` inside 0..high, or None if none has room."""
        there = [
            measure
            for measure in self.all.values()
            if measure.low is not None and measure.low >= 0 and measure.high is not None and measure.high <= high
        ]
        if there and (self.draw.chance(0.3) or len(self.names) < 8):
            return self.draw.pick(there)
        if len(self.names) < 3:
            return None
        decimals = self.draw.pick((0, 1, 2, 2, 4, 9))
        top = int(high * 10**decimals)
        if top == 0 or top > LIMIT:
            return None
        top = self.draw.quanta(max(1, top // 2), top)
        low = self.draw.quanta(0, top) if self.draw.chance(0.2) else 0
        measure = Measure(
            self.names.pop(),
            "decimal" if decimals else "count",
            decimals,
            low=Fraction(low, 10**decimals),
            high=Fraction(top, 10**decimals),
            excess="round" if self.draw.chance(0.1) else "refuse",
        )
        middle = Fraction((low + top) // 2, 10**decimals)
        measure.remember([measure.low, measure.high, measure.high, middle])
        return self.add(measure)

    def source(self):
        """The `measures` of the model file."""
        result = {}
        for measure in self.all.values():
            entry = result[measure.name] = {"type": measure.type}
            if measure.type == "choice":
                entry["options"] = [
                    option if self.draw.chance(0.7) else {"id": option, "label": "Mức " + option} for option in measure.options
                ]
            if measure.type == "decimal" and (measure.decimals != 2 or self.draw.chance(0.5)):
                entry["decimals"] = num(measure.decimals)
            if measure.low is not None:
                entry["min"] = num(measure.low)
            if measure.high is not None:
                entry["max"] = num(measure.high)
            if measure.excess == "round":
                entry["excess"] = "round"
            if self.draw.chance(0.05):
                entry["label"] = {"vi": "Số liệu", "en": "Measure"}
        return result
