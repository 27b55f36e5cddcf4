"""Random expressions of SPEC section 4, typed, within its limits, with as many parentheses as they need."""

from dataclasses import dataclass

from .draw import Num, decimal_text

# How tightly the outermost operator binds, as in Python.
OR, AND, NOT, COMPARE, SUM, PRODUCT, UNARY, ATOM = range(8)
LITERALS = ["0", "1", "2", "3", "5", "10", "100", "0.5", "0.25", "1.5", "0.1", "50", "99.99", "0.000000001", "123456789.012345678", "7"]

HUGE = [
    # (template over big measures, its binding, whether it may be undefined, numbers that it may turn on)
    ("percent({} * {}, {} * {})", ATOM, True, [0, 50, 90, 100]),
    ("{} * {} / ({} * {})", PRODUCT, True, [0, 1, 2]),
    ("{} * {} * {} / ({} * {} * {})", PRODUCT, True, [0, 1, 2]),
    ("{} / {} - {} / {}", SUM, True, [-1, 0, 1]),
    ("percent({0} * {1} * {2}, {0} * {1} * {3} + {4})", ATOM, True, [0, 50, 100]),
    ("{0} / {1} * ({2} / {3}) * ({4} / {5})", PRODUCT, True, [0, 1, 2]),
    ("{} * {} - {} * {}", SUM, False, [0, 10**12, 10**15]),
    ("{} / {}", PRODUCT, True, [0, 1, 2]),
    ("percent({}, {})", ATOM, True, [0, 50, 90, 100]),
    ("{} * 3 + {}", SUM, False, [0, 10**12, 10**15]),
    ("percent({0} - {1}, {0} + {1})", ATOM, True, [-50, 0, 50, 100]),
]


@dataclass
class Expr:
    """An expression's text. `undefinable`: it may be undefined as SPEC section 5 defines that.

    `nonzero`: a literal or parameter, or its negative, that is never 0, so that dividing by it is safe.
    """

    text: str
    binds: int = ATOM
    undefinable: bool = False
    literal: bool = False
    nonzero: bool = False

    def within(self, least):
        """The text, in parentheses if the outermost operator binds less than `least`."""
        return self.text if self.binds >= least else f"({self.text})"


class Expressions:
    """Makes expressions over a model's measures. `relative`: whether previous and cohort functions may stand."""

    def __init__(self, draw, measures, parameters):
        self.draw = draw
        self.measures = measures
        self.parameters = parameters
        self.tables = None

    def literal(self):
        text = self.draw.pick(LITERALS)
        return Expr(text, literal=True, nonzero=float(text) != 0)

    def parameter(self):
        parameter = self.draw.pick(self.parameters.all)
        return Expr(parameter.name, nonzero=parameter.nonzero)

    def join(self, template, *parts, binds=ATOM, undefinable=False):
        return Expr(template.format(*(part.text for part in parts)), binds, undefinable or any(part.undefinable for part in parts))

    def operator(self, word, binds, left, right, undefinable=False):
        """left word right; the right side of - and / needs parentheses if it binds as tightly."""
        same = binds + 1 if word in ("-", "/", "*", "+") or binds == COMPARE else binds
        text = f"{left.within(binds if binds != COMPARE else SUM)} {word} {right.within(same)}"
        if self.draw.chance(0.05):
            return Expr(f"({text})", ATOM, undefinable or left.undefinable or right.undefinable)
        return Expr(text, binds, undefinable or left.undefinable or right.undefinable)

    def number(self, depth, relative=True, divide=True):
        """A number. `divide` false: without division, for cohort_sum and cohort_mean."""
        draw = self.draw
        if depth <= 0:
            if divide and draw.chance(0.06):
                return self.ratio()
            if self.parameters.all and draw.chance(0.25):
                return self.parameter()
            return self.literal() if draw.chance(0.2) else Expr(self.measures.number().name)
        ways = {
            "+": 3,
            "-": 3,
            "*": 3,
            "unary": 1,
            "if_else": 2,
            "min": 1,
            "max": 1,
            "abs": 1,
            "floor": 1,
            "ceil": 1,
            "round": 2 if divide else 4,
            "clamp": 2,
            "sum": 1,
            "coalesce": 2,
            "leaf": 3,
        }
        ways["days"] = 1
        if self.tables and self.tables.all:
            ways["rows"] = 6
        if divide:
            ways |= {"/": 3, "percent": 3}
        if relative:
            ways |= {"previous": 2, "cohort": 4}
        way = draw.weighted(ways)

        def inner():
            return self.number(depth - 1 - draw.between(0, 1), relative, divide)

        if way == "leaf":
            return self.number(0, relative, divide)
        if way in "+-*/":
            right = inner()
            if way == "/" and right.nonzero and right.binds == ATOM and draw.chance(0.1):
                right = Expr("-" + right.text, UNARY, nonzero=True)
            return self.operator(way, SUM if way in "+-" else PRODUCT, inner(), right, way == "/" and not right.nonzero)
        if way == "unary":
            part = inner()
            return Expr("-" + part.within(UNARY), UNARY, part.undefinable, nonzero=part.nonzero and part.binds == ATOM)
        if way == "percent":
            first, second = inner(), inner()
            return self.join("percent({}, {})", first, second, undefinable=not second.nonzero)
        if way == "if_else":
            return self.join("if_else({}, {}, {})", self.truth(depth - 1, relative, divide), inner(), inner())
        if way in ("min", "max", "sum"):
            parts = [inner() for _ in range(draw.between(1, 3))]
            return self.join(way + "(" + ", ".join(["{}"] * len(parts)) + ")", *parts)
        if way == "clamp":
            return self.clamp(inner)
        if way == "rows":
            return self.tables.rows(divide)
        if way == "days":
            return self.days(depth - 1, relative, divide)
        if way == "round":
            return self.rounded(depth, relative)
        if way == "coalesce":
            return self.join("coalesce({}, {})", inner(), inner())
        if way == "previous":
            lower = self.tables and self.tables.all and draw.chance(0.4)
            return self.join("previous({})", self.tables.rows(divide) if lower else self.number(depth - 1, False, divide))
        if way == "cohort":
            return self.cohort(depth)
        if way in ("floor", "ceil") and divide and draw.chance(0.15):
            return self.join(way + "({})", self.ratio())
        if way in ("floor", "ceil") and draw.chance(0.5):
            return Expr(
                f"{way}({draw.pick(('', '-'))}{self.measures.number().name} / {draw.pick((2, 4, 10))})"
                if divide
                else f"{way}({draw.pick(('', '-'))}{self.measures.number().name} * 0.3)"
            )
        return self.join(way + "({})", inner())

    def ratio(self):
        """A quotient of measures, undefined if the second is 0."""
        first, second = self.measures.number(), self.measures.number()
        second.remember([0])
        return Expr(f"{first.name} / {second.name}", PRODUCT, True)

    def doubtful(self):
        """A truth that is undefined if a measure is 0."""
        return self.operator(self.draw.pick(("<", "<=", ">", ">=", "==", "!=")), COMPARE, self.ratio(), self.literal(), True)

    def guard(self):
        """A division beside the test that keeps it from mattering."""
        first, second = self.measures.number(), self.measures.number()
        second.remember([0])
        form, binds = self.draw.pick(
            (
                ("{1} > 0 and {0} / {1} > 1", AND),
                ("{1} == 0 or {0} / {1} <= 1", OR),
                ("{0} / {1} < 2 or {1} <= 0", OR),
                ("percent({0}, {1}) >= 50 and {1} != 0", AND),
            )
        )
        return Expr(form.format(first.name, second.name), binds, True)

    def clamp(self, inner):
        """clamp, mostly with ordered literals (which cannot be undefined)."""
        way = self.draw.random()
        if way < 0.5:
            low, high = sorted((self.literal(), self.literal()), key=lambda part: float(part.text))
            return self.join("clamp({}, {}, {})", inner(), low, high)
        if way < 0.6:
            return self.join("clamp({}, {}, {})", inner(), Expr("5"), Expr("1"), undefinable=True)
        return self.join("clamp({}, {}, {})", inner(), inner(), inner(), undefinable=True)

    def date(self, depth, relative=True, divide=True):
        """An expression of a date that is not a lone literal."""
        draw, plain = self.draw, Expr(self.measures.pick("date").name)
        if depth <= 0 or draw.chance(0.3):
            return plain
        way = draw.pick(("coalesce", "if_else", "previous"))
        if way == "previous" and relative:
            return self.join("previous({})", self.date(depth - 1, False, divide))
        pair = [self.date(depth - 1, relative, divide), self.day() if draw.chance(0.5) else self.date(depth - 1, relative, divide)]
        if way == "coalesce":
            return self.join("coalesce({}, {})", *pair)
        if draw.chance(0.5):
            pair.reverse()
        condition = self.doubtful() if divide and draw.chance(0.4) else self.truth(depth - 1, relative, divide)
        return self.join("if_else({}, {}, {})", condition, *pair)

    def day(self, measure=None):
        """A literal of a date, which a plain measure remembers."""
        day = self.measures.day()
        if measure:
            measure.interesting += [day]
        mark = self.draw.pick("''\"")
        return Expr(f"date({mark}{day.isoformat()}{mark})")

    def days(self, depth, relative=True, divide=True):
        """days between two dates, of which one may be a literal."""
        pair = [self.date(depth, relative, divide), self.day() if self.draw.chance(0.3) else self.date(depth - 1, relative, divide)]
        if self.draw.chance(0.5):
            pair.reverse()
        return self.join("days({}, {})", *pair)

    def date_comparison(self, depth, relative, divide):
        left = self.date(depth, relative, divide)
        right = self.day(self.measures.all.get(left.text)) if self.draw.chance(0.6) else self.date(depth - 1, relative, divide)
        pair = [left, right]
        if self.draw.chance(0.3):
            pair.reverse()
        return self.operator(self.draw.pick(("==", "!=", "<", "<=", ">", ">=")), COMPARE, *pair)

    def rounded(self, depth, relative):
        """round, inside which may be division wherever it stands; often of a half."""
        draw = self.draw
        decimals = draw.weighted({0: 4, 1: 3, 2: 2, 5: 1, 9: 1})
        way = draw.random()
        if way < 0.3:
            part = Expr(f"{draw.pick(('', '-'))}{self.measures.number().name} / {draw.pick((2, 4, 8, 3))}", PRODUCT)
        elif way < 0.4:
            part = self.ratio()
        else:
            part = self.number(depth - 1, relative)
        return self.join(f"round({{}}, {decimals})", part)

    def cohort(self, depth):
        word = self.draw.pick(("max", "min", "sum", "sum", "mean", "mean", "count"))
        if word == "count":
            part = self.anything(depth - 1, relative=False)
        else:
            sums = word in ("sum", "mean")
            part = self.rounded(depth, False) if sums and self.draw.chance(0.6) else self.number(depth - 1, False, divide=not sums)
        return self.join(f"cohort_{word}({{}})", part)

    def anything(self, depth, relative=True, divide=True):
        """An expression of any type that is not a lone literal."""
        way = self.draw.random()
        if way < 0.2:
            return self.choice(depth, self.measures.pick("choice"), relative, divide)
        if way < 0.4:
            return self.truth(depth, relative, divide)
        if way < 0.5:
            return self.date(depth, relative, divide)
        part = self.number(depth, relative, divide)
        return Expr(self.measures.number().name) if part.literal else part

    def truth(self, depth, relative=True, divide=True):
        draw = self.draw
        if depth <= 0:
            if draw.chance(0.03):
                return Expr(draw.pick(("true", "false")))
            if draw.chance(0.5):
                return Expr(self.measures.pick("yes_no").name)
            return self.comparison(0, relative, divide)
        way = draw.weighted(
            {
                "compare": 6,
                "choice": 3,
                "dates": 2,
                "and": 3,
                "or": 3,
                "not": 2,
                "is_missing": 2,
                "is_applicable": 2,
                "if_else": 1,
                "coalesce": 1,
                "truths": 1,
                "leaf": 3,
                "guard": 2 if divide else 0,
                "previous": 1 if relative else 0,
            }
        )

        def inner():
            return self.truth(depth - 1 - draw.between(0, 1), relative, divide)

        if way == "leaf":
            return self.truth(0, relative, divide)
        if way == "guard":
            return self.guard()
        if way == "compare":
            return self.comparison(depth - 1, relative, divide)
        if way == "choice":
            return self.choice_comparison(depth - 1, relative, divide)
        if way == "dates":
            return self.date_comparison(depth - 1, relative, divide)
        if way in ("and", "or"):
            return self.operator(way, AND if way == "and" else OR, inner(), inner())
        if way == "not":
            part = inner()
            return Expr("not " + part.within(NOT), NOT, part.undefinable)
        if way in ("is_missing", "is_applicable"):
            return self.join(way + "({})", self.anything(depth - 1, relative, divide))
        if way == "if_else":
            return self.join("if_else({}, {}, {})", inner(), inner(), inner())
        if way == "coalesce":
            return self.join("coalesce({}, {})", inner(), inner())
        if way == "truths":
            return self.operator(draw.pick(("==", "!=")), COMPARE, inner(), inner())
        return self.join("previous({})", self.truth(depth - 1, False, divide))

    def comparison(self, depth, relative, divide):
        word = self.draw.pick(("==", "!=", "<", "<=", ">", ">="))
        left = self.number(depth, relative, divide)
        if left.literal:
            left = Expr(self.measures.number().name)
        if self.parameters.all and self.draw.chance(0.15):
            return self.operator(word, COMPARE, left, self.parameter())
        right = self.literal() if self.draw.chance(0.5) else self.number(depth - 1, relative, divide)
        measure = self.measures.all.get(left.text)
        if measure and right.literal:
            value = self.draw.pick((0, 1, 2, 5, 10))
            measure.remember([value, value, value + 1])
            right = Expr(decimal_text(value), literal=True)
        return self.operator(word, COMPARE, left, right)

    def quoted(self, option):
        """An option in quotes that it does not hold."""
        marks = [mark for mark in "'\"" if mark not in option]
        mark = self.draw.pick(marks)
        return Expr(mark + option + mark)

    def choice(self, depth, measure, relative=True, divide=True):
        """An expression of a measure's choice type."""
        draw, plain = self.draw, Expr(measure.name)
        if depth <= 0 or draw.chance(0.4):
            return plain
        way = draw.pick(("coalesce", "if_else", "previous", "coalesce"))
        pair = [self.choice(depth - 1, measure, relative, divide), self.quoted(draw.pick(measure.options))]
        if way == "coalesce":
            return self.join("coalesce({}, {})", *(pair if draw.chance(0.9) else reversed(pair)))
        if way == "previous" and relative:
            return self.join("previous({})", plain)
        if draw.chance(0.5):
            pair.reverse()
        condition = self.doubtful() if divide and draw.chance(0.4) else self.truth(depth - 1, relative, divide)
        return self.join("if_else({}, {}, {})", condition, *pair)

    def choice_comparison(self, depth, relative, divide):
        measure = self.measures.pick("choice")
        sides = [self.choice(depth, measure, relative, divide), self.quoted(self.draw.pick(measure.options))]
        if self.draw.chance(0.3):
            sides.reverse()
        return self.operator(self.draw.pick(("==", "!=")), COMPARE, *sides)

    def deep(self):
        """A number under many parentheses."""
        text = self.measures.number().name
        for level in range(self.draw.between(8, 24)):
            text = f"({text} {self.draw.pick('+-')} {level % 3})"
        return Expr(text)

    def huge(self):
        """(expression, numbers it may turn on): products of big measures, often wider than 64 or 128 bits."""
        draw = self.draw
        names = [draw.pick(self.measures.bigs).name for _ in range(8)]
        template, binds, undefinable, numbers = draw.pick(HUGE)
        return Expr(template.format(*names), binds, undefinable), numbers


def as_source(draw, expression):
    """What the model file holds: the text, or a JSON number for a literal now and then."""
    if expression.literal and draw.chance(0.7):
        return Num(expression.text)
    return expression.text
