"""Random rules of all types, within a leaf's points (SPEC section 5): a method of `Rules` for each."""

from fractions import Fraction

from .bands import as_source as band_source
from .bands import bands
from .draw import num
from .expressions import PRODUCT, Expr, as_source
from .measures import SMALL

WEIGHTS = {}
STATES = ("not_applicable", "missing", "undefined")
WITH_PARTS = ("best_of", "sum_of", "deductions")


def weighing(weight):
    """Makes a method of `Rules` the maker of rules of its name, drawn as often as its weight says."""

    def register(method):
        WEIGHTS[method.__name__] = weight
        return method

    return register


class Rules:
    """Makes rules. `undefinable` after a call of `rule`: whether the rule may be undefined."""

    def __init__(self, draw, measures, expressions, point_decimals):
        self.draw = draw
        self.measures = measures
        self.expressions = expressions
        self.unit = 10**point_decimals
        self.undefinable = False

    def points(self, low, high):
        """Points within low..high quanta, and as the model writes them."""
        return num(Fraction(self.draw.quanta(low, high), self.unit))

    def rule(self, top, nested=0):
        """A rule whose points are within `top` quanta, inside `nested` rules with parts."""
        if nested == 0:
            self.undefinable = False
        weights = dict(WEIGHTS)
        if nested >= 4:
            weights |= dict.fromkeys(WITH_PARTS, 0)
        elif nested >= 2:
            # Else four inside one another would be rare.
            weights |= {word: 2 * WEIGHTS[word] for word in WITH_PARTS}
        kind = self.draw.weighted(weights)
        made = getattr(self, kind)(top, nested) if kind in WITH_PARTS else getattr(self, kind)(top)
        return {"type": kind, **made}

    def source(self, expression):
        self.undefinable = self.undefinable or expression.undefinable
        return as_source(self.draw, expression)

    def value(self, absolute=False):
        """(value of a rule, numbers it may turn on). `absolute`: without previous and cohort functions."""
        draw = self.draw
        if self.measures.bigs and draw.chance(0.5):
            return self.expressions.huge()
        way = draw.random()
        if self.expressions.tables.all and draw.chance(0.15):
            return self.expressions.tables.rows(), [0, 0, 1, 2, 3, 5, 10, 50, 100]
        if way < 0.4:
            measure = self.measures.number()
            numbers = [value for value in SMALL if measure.fits(value)] or [1]
            step = Fraction(1, 10**measure.decimals)
            return Expr(measure.name), numbers + [value + step for value in numbers[:4]]
        if way < 0.6:
            first, second = self.measures.pick("count"), self.measures.pick("count")
            if draw.chance(0.5):
                return Expr(f"percent({first.name}, {second.name})", undefinable=True), [0, 20, 50, 70, 80, 90, 100]
            return Expr(f"{first.name} / {second.name}", PRODUCT, True), [0, Fraction(1, 2), 1, Fraction(1, 4), 2]
        if way < 0.65:
            return Expr(f"{self.measures.number().name} / 4", PRODUCT), [0, 1, Fraction(5, 4), Fraction(5, 2), 25]
        if way < 0.68:
            return self.expressions.deep(), [0, 1, 10]
        if way < 0.72:
            return self.expressions.days(draw.between(0, 1), relative=not absolute), [0, 0, 1, -1, 5, 10, 15, 30, 60, 100, 365]
        return self.expressions.number(draw.between(1, 3), relative=not absolute), list(range(-5, 12)) + [50, 100]

    def turn(self, value, numbers):
        """Let a plain measure remember the numbers at which its rule changes."""
        measure = self.measures.all.get(value.text)
        if measure:
            measure.remember(numbers)

    @weighing(4)
    def options(self, top):
        measure = self.measures.pick("choice")
        value = self.expressions.choice(self.draw.between(0, 2), measure)
        return {"value": self.source(value), "points": {option: self.points(0, top) for option in measure.options}}

    @weighing(4)
    def yes_no(self, top):
        return {"value": self.source(self.expressions.truth(self.draw.between(0, 3)))}

    @weighing(5)
    def checklist(self, top):
        mode = self.draw.pick(("all", "any", "share", "each"))
        items = [self.source(self.expressions.truth(self.draw.pick((0, 0, 1, 2)))) for _ in range(self.draw.between(1, 5))]
        return {"items": items, "mode": mode} | ({"each": self.points(1, top)} if mode == "each" else {})

    @weighing(6)
    def tiers(self, top):
        value, numbers = self.value()
        made = bands(self.draw, numbers, 4)
        self.turn(value, [number for band in made for number in band.values()])
        return {"value": self.source(value), "tiers": [band_source(self.draw, band) | {"points": self.points(0, top)} for band in made]}

    @weighing(7)
    def proportional(self, top):
        value, numbers = self.value()
        draw, made = self.draw, {"value": None}
        zero, full = draw.sample(sorted(set(numbers) | {0, 3}), 2)
        if draw.chance(0.4):
            zero, full = (0, full) if full != 0 else (0, zero)
        if zero != 0 or draw.chance(0.3):
            made["zero_at"] = num(zero)
        made["full_at"] = num(full)
        turns = [zero, full, Fraction(zero + full) / 2]
        if draw.chance(0.4):
            floor = draw.pick((zero, full, turns[2], *(number for number in numbers if (number - zero) * (number - full) <= 0)))
            made["floor"] = num(floor)
            turns += [floor, floor]
        self.turn(value, turns)
        made["value"] = self.source(value)
        return made

    @weighing(5)
    def between(self, top):
        value, numbers = self.value()
        draw = self.draw
        low, high = sorted(draw.sample(sorted(set(numbers) | {0, 3}), 2))
        if draw.chance(0.2):
            high = low
        made = {"value": self.source(value), "from": num(low), "to": num(high)}
        turns = [low, high, low, high, Fraction(low + high) / 2]
        if draw.chance(0.6):
            fade = draw.pick((1, 2, 5, 10, Fraction(1, 2), Fraction(5, 2), Fraction(1, 10)))
            made["fade"] = num(fade)
            turns += [low - fade, high + fade, low - Fraction(fade) / 2, high + Fraction(fade) / 2]
        self.turn(value, turns)
        return made

    @weighing(5)
    def steps(self, top):
        value, numbers = self.value()
        draw = self.draw
        start = draw.pick(numbers) if draw.chance(0.7) else 0
        every = draw.pick((1, 1, 2, 5, 10, Fraction(1, 2), Fraction(1, 10), Fraction(5, 2)))
        cap = draw.quanta(max(1, top // 2), top) if draw.chance(0.6) else None
        limit = top if cap is None else cap
        base = draw.quanta(0, limit) if draw.chance(0.5) else 0
        add = max(1, (limit - base) // draw.between(1, 6))
        self.turn(value, [start, start + every, start + 2 * every, start + Fraction(every) / 2, start + 6 * every])
        made = {
            "value": self.source(value),
            "base": num(Fraction(base, self.unit)),
            "from": num(start),
            "every": num(every),
            "add": num(Fraction(add, self.unit)),
        }
        return made | ({"cap": num(Fraction(cap, self.unit))} if cap is not None else {})

    def each(self, top, value):
        """Points for one item: often such that some number of items hits an end exactly."""
        count = self.draw.pick((1, 2, 3, 4, 5, 10, 20, 100))
        self.turn(value, [count, count - 1, count + 1, 0])
        return num(Fraction(max(1, top // count), self.unit))

    @weighing(5)
    def per_item(self, top):
        value, _ = self.value()
        return {"value": self.source(value), "each": self.each(top, value)}

    @weighing(5)
    def deduct(self, top):
        value, _ = self.value()
        made = {"value": self.source(value), "each": self.each(top, value)}
        return made | ({"at_least": self.points(0, top)} if self.draw.chance(0.5) else {})

    @weighing(5)
    def target(self, top):
        draw = self.draw
        value, numbers = self.value(absolute=True)
        way = draw.random()
        if self.expressions.parameters.all and draw.chance(0.3):
            goal = self.expressions.parameter()
        elif way < 0.5:
            goal = Expr(self.measures.number().name)
        elif way < 0.8:
            goal = Expr(num(draw.pick([number for number in numbers if number >= 0])), literal=True)
            self.turn(value, [Fraction(goal.text)] * 2)
        elif way < 0.9:
            goal = self.expressions.number(draw.between(1, 2), relative=False)
        else:
            goal = Expr(f"{self.measures.number().name} - 2")
        return {"value": self.source(value), "target": self.source(goal)}

    @weighing(4)
    def survey(self, top):
        self.undefinable = True
        counts = {self.measures.pick("count").name for _ in range(self.draw.between(1, 4))}
        percents = (0, 100, 50, 75, 25, Fraction(125, 10), Fraction(1, 1000), Fraction(9999, 100))
        return {"answers": {name: num(self.draw.pick(percents)) for name in sorted(counts)}}

    @weighing(5)
    def given(self, top):
        draw = self.draw
        measure = self.measures.bounded(Fraction(top, self.unit)) if draw.chance(0.6) else None
        if measure is not None:
            return {"value": measure.name} | ({"clamp": draw.chance(0.5)} if draw.chance(0.3) else {})
        if draw.chance(0.5):
            value = Expr(self.measures.pick("decimal").name)
            self.turn(value, [0, Fraction(top, self.unit), Fraction(top, self.unit) + 1, -1, Fraction(top, 2 * self.unit)])
        else:
            value, _ = self.value()
        return {"value": self.source(value), "clamp": True}

    def parts(self, top, nested):
        return {"parts": [self.part(top, nested) for _ in range(self.draw.between(1, 3 if nested < 2 else 2))]}

    def part(self, top, nested):
        """A part of at most `top` quanta; with a policy for undefined of its own it does not make the leaf undefinable."""
        draw, before = self.draw, self.undefinable
        high = draw.quanta(max(1, top // 3), top)
        made = {"points": num(Fraction(high, self.unit)), "rule": self.rule(high, nested + 1)}
        many = draw.chance(0.5)
        made |= {state: draw.pick(("zero", "full")) for state in STATES if many and draw.chance(0.6)}
        if "undefined" in made:
            self.undefinable = before
        if draw.chance(0.1):
            made["label"] = {"vi": "Phần", "en": "Part"}
        return made

    @weighing(4)
    def best_of(self, top, nested):
        return self.parts(top, nested)

    @weighing(4)
    def sum_of(self, top, nested):
        return self.parts(top, nested)

    @weighing(4)
    def deductions(self, top, nested):
        """Parts may be more than what they are taken from."""
        made = self.parts(2 * top if self.draw.chance(0.3) else top, nested)
        return made | ({"at_least": self.points(0, top)} if self.draw.chance(0.5) else {})
