"""Random valid tables: text cells, biased to the numbers that rules turn on (SPEC section 3)."""

import datetime
from dataclasses import dataclass
from fractions import Fraction

from .draw import decimal_text
from .measures import FIRST_DAY, LAST_DAY, LIMIT, SMALL

UNITS = ["Xã Tân Hòa", "Phường Bến Thủy", "Sở Nội vụ", "Đơn vị", "Ủy ban", "Thị trấn Ý Yên", "unit", "A", "a", "Huyện Đắk R'Lấp"]
PERIODS = [
    ["2023", "2024", "2025"],
    ["2019", "2021", "2024"],
    ["2024-01", "2024-02", "2024-11"],
    ["2023-Q4", "2024-Q1", "2024-Q2"],
    ["Kỳ 1", "Kỳ 2", "Kỳ 3"],
]
NOT_APPLICABLE = ["not_applicable", "Not_Applicable", "không áp dụng", "KHÔNG ÁP DỤNG", "Không áp dụng"]
YES = ["yes", "Yes", "YES", "true", "TRUE", "có", "CÓ", "1"]
NO = ["no", "No", "NO", "false", "False", "không", "KHÔNG", "Không", "0"]


@dataclass
class Column:
    """A column of evidence: a measure, or the stated points of a leaf."""

    name: str
    measure: object
    companion: bool
    missing: float
    not_applicable: float


class Table:
    """Draws the rows of one case."""

    def __init__(self, draw, made, tracks, stated, spread):
        self.draw = draw
        self.measures = made
        measures = list(made.all.values())
        self.tracks = tracks
        rates = [0, 0, 0.03, 0.1, 0.3]
        missing, not_applicable = draw.pick(rates), draw.pick(rates)
        self.columns = [
            Column(measure.name, measure, draw.chance(0.2), 1 if draw.chance(0.03) else missing, not_applicable)
            for measure in draw.sample(measures, len(measures))
        ]
        self.columns += [
            Column("points." + measure.name, measure, draw.chance(0.3), draw.pick((0.3, 0.6, 0.9)), draw.pick((0, 0.1)))
            for measure in stated
        ]
        self.spread = spread
        self.zeros = draw.pick((0, 0, 0.3))

    def number(self, measure):
        """A number that the measure may hold."""
        draw = self.draw
        if draw.chance(self.zeros) and measure.fits(0):
            return Fraction(0)
        if measure.interesting and draw.chance(0.55):
            return draw.pick(measure.interesting)
        if measure.big:
            return self.huge(measure)
        scale = 10**measure.decimals
        for _ in range(4):
            value = Fraction(draw.pick(SMALL))
            if measure.decimals and draw.chance(0.5):
                value = Fraction(draw.between(-20 if draw.chance(0.2) else 0, 100 * scale), scale)
            if measure.fits(value):
                return value
        low = 0 if measure.low is None else measure.low
        high = low + 10 if measure.high is None else measure.high
        return Fraction(draw.between(int(low * scale), int(high * scale)), scale)

    def huge(self, measure):
        """A number near the limit of 2^53 units, or well below it."""
        draw = self.draw
        way = draw.random()
        if way < 0.1:
            units = draw.pick((0, 1, 2))
        elif way < 0.3:
            units = LIMIT - draw.pick((0, 0, 1, 2))
        elif way < 0.5:
            units = 3 * 10**15
        else:
            units = draw.between(1, LIMIT)
        if measure.type == "decimal" and draw.chance(0.1):
            units = -units
        return Fraction(units, 10**measure.decimals)

    def number_text(self, measure):
        """A cell: plain, with zeros at its end, with float noise, or to be rounded."""
        draw, value = self.draw, self.number(measure)
        text = decimal_text(value)
        way = draw.random()
        if way < 0.9:
            return text
        if way < 0.93:
            return text + ("0" if "." in text else ".0")
        if way < 0.97:
            return decimal_text(value + self.noise(measure, value))
        if measure.excess == "round":
            unit = Fraction(-1 if value < 0 else 1, 10**measure.decimals)
            if measure.fits(value + unit):
                return decimal_text(value + unit * Fraction(draw.pick(("0.5", "0.5", "0.4", "0.49999", "0.50001", "0.25"))))
        return text

    def date_text(self, measure):
        """A date, often one that an expression names or one beside it."""
        draw = self.draw
        day = draw.pick(measure.interesting) if measure.interesting and draw.chance(0.5) else self.measures.day()
        if draw.chance(0.2) and FIRST_DAY < day < LAST_DAY:
            day += datetime.timedelta(draw.pick((-1, 1)))
        form = draw.pick(("{0}", "{0}", "{1}/{2}/{3}", "{1:02}/{2:02}/{3}"))
        return form.format(day.isoformat(), day.day, day.month, day.year)

    def noise(self, measure, value):
        """Float noise that SPEC 2.1 forgives: the most it does, away from zero, or hardly any."""
        if self.draw.chance(0.5):
            return self.draw.pick((1, -1)) * Fraction(1, 10**15)
        most = min(Fraction(1, 10**9) * max(1, abs(value)), Fraction(1, 10**measure.decimals * 100))
        return -most if value < 0 else most

    def cells(self, column, not_applicable=None):
        """The texts of a column on one row: its own and, if it has one, its companion's."""
        if not_applicable is None:
            not_applicable = column.not_applicable
        draw, measure = self.draw, column.measure
        own, companion = "", draw.pick(("", "", draw.pick(NO)))
        way = draw.random()
        if way < not_applicable:
            if column.companion and draw.chance(0.6):
                companion = draw.pick(YES)
            else:
                own, companion = draw.pick(NOT_APPLICABLE), ""
        elif way >= not_applicable + column.missing:
            if measure.type == "choice":
                own = draw.pick(measure.options)
            elif measure.type == "yes_no":
                own = draw.pick(YES if draw.chance(0.6) else NO)
            elif measure.type == "date":
                own = self.date_text(measure)
            else:
                own = self.number_text(measure)
        return [own, companion] if column.companion else [own]

    def lines(self, units, periods, blocks, fallback):
        """(column names, rows of texts)."""
        draw = self.draw
        with_track = len(self.tracks) > 1 and draw.chance(0.85)
        tracks = self.tracks if with_track else [None]
        fixed = ["unit"] + ["block"] * (blocks != [""] or draw.chance(0.1)) + ["period"] * (periods != [""] or draw.chance(0.1))
        fixed += ["track"] * (with_track or draw.chance(0.2))
        ranked_column = draw.chance(0.5)
        fixed += ["ranked"] * ranked_column
        marks = ranked_column and draw.chance(0.8)
        lone = draw.pick(("", self.tracks[-1]))
        home = {unit: draw.pick(blocks) for unit in units}
        rows = []
        for period in periods:
            earlier = {}
            for unit in units:
                if periods != [""] and draw.chance(0.1):
                    continue
                block = home[unit] if draw.chance(0.9) else draw.pick(blocks)
                ranked = draw.pick(YES) if draw.chance(0.85) else draw.pick(NO)
                present = [track for track in tracks if draw.chance(0.6 if fallback else 0.9)] or tracks[:1]
                for track in present:
                    written = lone if track is None else track
                    texts = {"unit": unit, "block": block, "period": period, "track": written, "ranked": ranked if marks else ""}
                    rows.append([texts[name] for name in fixed] + self.evidence(earlier, track))
        if draw.chance(0.1):
            rows.insert(draw.between(0, len(rows)), [""] * len(rows[0]))
        names = fixed[:]
        for column in self.columns:
            names += [column.name] + [column.name + ".not_applicable"] * column.companion
        return names, self.shuffled(names, rows)

    def evidence(self, earlier, track):
        """The measures of one row; now and then those of an earlier row, whole or but for one column."""
        draw, before = self.draw, earlier.setdefault(track, [])
        hardly = 0.9 if draw.chance(0.02) else None
        groups = [self.cells(column, hardly) for column in self.columns]
        if before and draw.chance(self.spread):
            kept = draw.pick(before)
            if draw.chance(0.5):
                groups = kept
            else:
                changed = draw.between(0, len(groups) - 1)
                groups = [group if place == changed else old for place, (group, old) in enumerate(zip(groups, kept))]
        before.append(groups)
        return [text for group in groups for text in group]

    def shuffled(self, names, rows):
        """The rows with columns and rows in random order now and then; `names` is reordered in place."""
        if self.draw.chance(0.3):
            order = self.draw.sample(range(len(names)), len(names))
            names[:] = [names[place] for place in order]
            rows = [[row[place] for place in order] for row in rows]
        if self.draw.chance(0.5):
            self.draw.shuffle(rows)
        return rows
