"""Random tables below the unit, and the functions that read them (SPEC sections 3 and 4)."""

from .draw import decimal_text
from .expressions import Expr, Expressions
from .measures import Measures
from .table import Table

NAMES = ["tasks", "products", "months", "below_unit"]


class Below:
    """One table: its measures, and expressions over them and the parameters."""

    def __init__(self, draw, name, parameters):
        self.name = name
        self.measures = Measures(draw, big=False)
        self.measures.wanted = draw.between(2, 4)
        self.measures.number()
        self.expressions = Expressions(draw, self.measures, parameters)


class Tables:
    """The tables of one model."""

    def __init__(self, draw, parameters):
        self.draw = draw
        self.all = []
        if draw.chance(0.35):
            self.all = [Below(draw, name, parameters) for name in draw.some(NAMES, 1, 2)]

    def rows(self, divide=True):
        """A number read of a unit's rows. `divide` false: it may stand in cohort_sum and cohort_mean."""
        draw, below = self.draw, self.draw.pick(self.all)
        word = draw.weighted({"sum": 3, "mean": 3 if divide else 0, "min": 2, "max": 2, "count": 4})
        if word == "count" and draw.chance(0.3):
            return Expr(f"rows_count({below.name})")
        if word == "count":
            if divide and draw.chance(0.25):
                part = below.expressions.doubtful()
            elif draw.chance(0.2):
                part = below.expressions.date_comparison(0, False, divide)
            else:
                part = below.expressions.truth(draw.pick((0, 0, 1, 2)), False, divide)
        else:
            part = self.read(below, divide and word in ("min", "max"))
        return Expr(f"rows_{word}({below.name}, {part.text})", undefinable=part.undefinable)

    def read(self, below, divide):
        """A number of one row, which may divide inside round alone unless `divide` says so."""
        draw, expressions = self.draw, below.expressions
        way = draw.random()
        if way < 0.1:
            return expressions.rounded(1, False)
        if way < 0.25 and not divide:
            return expressions.join(f"round({{}}, {draw.pick((0, 1, 2))})", expressions.ratio())
        if way < 0.2 and divide:
            return expressions.ratio()
        if way < 0.75 and expressions.parameters.all:
            return Expr(f"{below.measures.number().name} * {expressions.parameter().text}")
        part = expressions.number(draw.pick((0, 0, 1, 1, 2)), False, divide)
        return Expr(below.measures.number().name) if part.literal else part

    def source(self):
        """The `tables` of the model file."""
        result = {}
        for below in self.all:
            result[below.name] = {"measures": below.measures.source()}
            if self.draw.chance(0.1):
                result[below.name]["label"] = {"vi": "Nhiệm vụ", "en": "Tasks"}
        return result

    def evidence(self, tracks, columns, rows):
        """{name: (column names, rows)} of those that are given, for the units and periods of the evidence."""
        keys = []
        for row in rows:
            cells = dict(zip(columns, row))
            if cells["unit"]:
                keys.append((cells["unit"], cells.get("period", "")))
        return {below.name: self.given(below, tracks, list(dict.fromkeys(keys))) for below in self.all if self.draw.chance(0.88)}

    def given(self, below, tracks, keys):
        draw = self.draw
        table = Table(draw, below.measures, tracks, [], 0)
        with_track = draw.chance(0.6 if len(tracks) > 1 else 0.2)
        names = ["unit"] + ["period"] * (any(period for _, period in keys) or draw.chance(0.1))
        names += ["track"] * (with_track or draw.chance(0.1)) + ["row"] * draw.chance(0.3)
        lines = []
        for unit, period in keys:
            for track in tracks if with_track else [""]:
                for _ in range(draw.pick((0, 0, 1, 1, 2, 3, 4)) if draw.chance(0.8) else 0):
                    texts = {"unit": unit, "period": period, "track": track, "row": f"số {decimal_text(len(lines) + 1)}"}
                    lines.append([texts[name] for name in names] + [cell for column in table.columns for cell in table.cells(column)])
        if draw.chance(0.3):
            draw.shuffle(lines)
        for column in table.columns:
            names += [column.name] + [column.name + ".not_applicable"] * column.companion
        return names, lines
