"""Random checks of SPEC 10, and tables whose figures mostly add up, with slips planted into them."""

from fractions import Fraction

from .draw import decimal_text, num
from .expressions import AND, COMPARE, Expr
from .measures import Measure

COUNTS = ["cases_in", "cases_done", "cases_on_time"]
RATES = ["rate_done", "rate_on_time"]
IDS = ["order", "K.1", "tong", "rate", "c-2", "same", "far", "_x"]


class Checks:
    """The checks of one model: of figures that belong together, which it adds to the measures, and of random expressions."""

    def __init__(self, draw, measures, expressions):
        self.draw = draw
        self.measures = measures
        self.expressions = expressions
        self.ids = draw.sample(IDS, len(IDS))
        self.decimals = draw.pick((0, 1, 2, 2))
        self.figures = [measures.add(Measure(name, "count")) for name in COUNTS]
        self.figures += [measures.add(Measure(name, "decimal", self.decimals + draw.pick((0, 0, 1)))) for name in RATES]
        self.size = 10 ** draw.between(1, 4)
        #: Where most rows are alike, the median of their distances is 0.
        self.alike = self.new_figures() if draw.chance(0.2) else None

    def source(self):
        """The `checks` of the model file."""
        draw = self.draw
        kinds = ["relation", "stated"] + [
            draw.pick(("relation", "stated", "repeated", "repeated", "unusual", "unusual")) for _ in range(draw.between(0, 3))
        ]
        return [self.check(kind) for kind in draw.sample(kinds, len(kinds))]

    def check(self, kind):
        draw = self.draw
        made = {"id": self.ids.pop(), "type": kind, **getattr(self, kind)()}
        if draw.chance(0.4):
            made["severity"] = draw.pick(("error", "warning", "warning"))
        if draw.chance(0.3):
            condition = (
                self.expressions.doubtful()
                if draw.chance(0.6 if kind == "repeated" else 0.3)
                else self.expressions.truth(draw.pick((0, 0, 1)))
            )
            made["applies_when"] = condition.text
        if draw.chance(0.1):
            made["label"] = {"vi": "Đối chiếu", "en": "Adds up"}
        return made

    def relation(self):
        draw = self.draw
        way = draw.random()
        first, second, third = (Expr(name) for name in COUNTS)
        if way < 0.3:
            return {"holds": "cases_done <= cases_in"}
        if way < 0.6:
            pair = [self.compared(third, "<=", second), self.compared(first, ">=", second)]
            if draw.chance(0.5):
                pair.append(self.expressions.comparison(0, True, True))
            return {"holds": self.join(draw.sample(pair, len(pair))).text}
        if way < 0.8:
            return {"holds": self.expressions.comparison(draw.pick((0, 1)), True, True).text}
        return {"holds": self.expressions.truth(draw.pick((0, 1, 2))).text}

    def compared(self, left, sign, right):
        return self.expressions.operator(sign, COMPARE, left, right)

    def join(self, parts):
        """An `and` of all parts; of three, the last two in parentheses now and then."""
        if len(parts) == 3 and self.draw.chance(0.3):
            return Expr(f"{parts[0].text} and ({parts[1].text} and {parts[2].text})", AND)
        return Expr(" and ".join(part.text for part in parts), AND)

    def stated(self):
        draw = self.draw
        if draw.chance(0.75):
            rate, of = draw.pick((("rate_done", "percent(cases_done, cases_in)"), ("rate_on_time", "percent(cases_on_time, cases_done)")))
            return {"stated": rate, "of": of, "decimals": num(self.decimals)}
        stated = self.expressions.number(draw.pick((0, 0, 1))).text
        return {"stated": stated, "of": self.expressions.number(draw.pick((0, 1, 2))).text, "decimals": num(draw.pick((0, 0, 1, 2, 9)))}

    def repeated(self):
        others = [name for name, one in self.measures.all.items() if one.type in ("count", "decimal") and name not in COUNTS]
        more = self.draw.some(others, 1, 2) if self.draw.chance(0.2) else []
        return {"values": self.draw.sample(COUNTS + more, len(COUNTS) + len(more))}

    def unusual(self):
        draw = self.draw
        value = draw.pick(("cases_in", "rate_done", "cases_in - previous(cases_in)", self.expressions.number(draw.pick((0, 1))).text))
        times = {"times": num(draw.pick((Fraction(1, 2), 1, Fraction(3, 2), 2, 3)))} if draw.chance(0.7) else {}
        return {"value": value} | times

    def settle(self, columns, rows):
        """Let the figures of each row that has them add up, or repeat those of the unit's row before; then plant slips."""
        draw, before = self.draw, {}
        for row in sorted(rows, key=lambda row: self.cell(columns, row, "period")):
            unit = self.cell(columns, row, "unit"), self.cell(columns, row, "track")
            figures = before.get(unit) if draw.chance(0.4) else self.alike if draw.chance(0.8) else None
            figures = before[unit] = figures or self.new_figures()
            for measure, figure in zip(self.figures, figures):
                place = columns.index(measure.name)
                if is_number(row[place]) and measure.fits(figure):
                    row[place] = decimal_text(figure)
            if unit[0] and draw.chance(0.35):
                self.plant(columns, row)

    @staticmethod
    def cell(columns, row, name):
        return row[columns.index(name)] if name in columns else ""

    def new_figures(self):
        draw = self.draw
        if draw.chance(0.1):
            return [0, 0, 0, 0, 0]
        whole = draw.between(0, self.size)
        done = draw.between(whole // 2, whole)
        if draw.chance(0.2):  # a percentage at a half
            whole, done = 200 * 10**self.decimals, 2 * draw.between(0, 100 * 10**self.decimals - 1) + 1
        on_time = draw.between(done // 2, done)
        return [whole, done, on_time, self.rate(done, whole), self.rate(on_time, done)]

    def rate(self, part, whole):
        """A percentage, rounded half up or as people round otherwise."""
        value = Fraction(100 * part, whole) if whole else Fraction(0)
        scaled = value * 10**self.decimals
        way = self.draw.weighted({"half_up": 10, "half_even": 3, "down": 1, "up": 1})
        units = {"half_up": (2 * scaled + 1) // 2, "half_even": round(scaled), "down": scaled // 1, "up": -(-scaled // 1)}[way]
        return Fraction(units, 10**self.decimals)

    def plant(self, columns, row):
        """Change the digits of one figure once, as a hand does."""
        draw = self.draw
        measure = draw.pick(self.figures)
        place = columns.index(measure.name)
        if not is_number(row[place]):
            return
        digits = str(int(Fraction(row[place]) * 10**measure.decimals)).rjust(measure.decimals + 1, "0")
        at, kind = draw.between(0, len(digits) - 1), draw.pick(("swapped", "swapped", "digit", "dropped", "added", "shifted"))
        if kind == "swapped":
            digits = digits[:at] + digits[at : at + 2][::-1] + digits[at + 2 :]
        elif kind == "digit":
            digits = digits[:at] + str(draw.between(0, 9)) + digits[at + 1 :]
        elif kind == "dropped":
            digits = digits[:at] + digits[at + 1 :] or "0"
        elif kind == "added":
            digits = digits[:at] + str(draw.between(0, 9)) + digits[at:]
        else:
            digits += "0" * draw.between(1, 3)
        value = Fraction(int(digits), 10**measure.decimals)
        if measure.fits(value):
            row[place] = decimal_text(value)


def is_number(text):
    return text.replace(".", "", 1).isdigit()
