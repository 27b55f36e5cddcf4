"""One random case of a seed: a valid model and a valid table, biased to edges. The same on every machine."""

from dataclasses import dataclass
from fractions import Fraction

from ahead import AHEAD

from .checks import Checks
from .classes import Numbers, classes, ranking
from .criteria import POLICY_WORDS, Criteria
from .draw import Draw, num
from .expressions import Expressions
from .measures import Measure, Measures
from .parameters import Parameters
from .rosters import roster
from .rules import Rules
from .second import Second, second
from .table import PERIODS, UNITS, Table
from .tables import Tables

TRACKS = [["self", "appraised", "final"], ["tự chấm", "thẩm định", "sau giải trình"]]
BLOCKS = [["communes", "offices", "khối phòng"], ["Khối A", "Khối B", "1"]]


@dataclass
class Case:
    """`model` is JSON as Python objects, its numbers `draw.Num`; `columns` and `rows` are text.

    `below`: {name: (columns, rows)} of the tables below the units that are given. `second`: a later model with its evidence. `roster`:
    (columns, rows), or None.
    """

    name: str
    model: dict
    columns: list
    rows: list
    below: dict
    second: Second | None = None
    roster: tuple | None = None


@dataclass
class Frame:
    """What a case is made of besides criteria."""

    tracks: list
    fallback: dict
    periods: list
    blocks: list
    declared: list
    units: list


def frame(draw):
    """Tracks, fallback, periods, blocks and units; few pairs of period and track, about 20 units."""
    names = draw.pick(TRACKS)
    count = draw.weighted({1: 12, 2: 5, 3: 2})
    tracks = ["final"] if count == 1 and draw.chance(0.8) else names[3 - count :]
    fallback = {}
    if count > 1 and draw.chance(0.6):
        for track in draw.some(tracks, 1, 2):
            fallback[track] = draw.some([other for other in tracks if other != track])
    periods = [""] if draw.chance(0.5) else draw.pick(PERIODS)[: draw.weighted({1: 3, 2: 6, 3: 2})]
    blocks = draw.pick(BLOCKS)[: draw.weighted({0: 3, 1: 1, 2: 3, 3: 1})]
    pairs = len(tracks) * len(periods)
    many = draw.between(14, 22) if pairs <= 2 else max(3, 40 // pairs)
    units = [f"{draw.pick(UNITS)} {number}" if draw.chance(0.9) else str(number) for number in range(1, many + 1)]
    declared = blocks if blocks and draw.chance(0.7) else []
    if declared and draw.chance(0.15):
        # The evidence names no block, which need not be declared.
        blocks = []
    return Frame(tracks, fallback, periods, blocks or [""], declared, units)


def settings(draw, around, point_decimals):
    """The model's own members, before measures and criteria."""
    made = {}
    if point_decimals != 6 or draw.chance(0.3):
        made["point_decimals"] = num(point_decimals)
    if draw.chance(0.8):
        made["publish"] = {
            "decimals": num(draw.weighted({0: 3, 1: 2, 2: 4, 3: 1, 5: 1, 9: 1})),
            "rounding": draw.pick(("half_up", "half_even", "down")),
            "may_exceed_100": draw.chance(0.5),
        }
        if draw.chance(0.2):
            made["publish"]["scale"] = num(
                draw.weighted({5: 4, 10: 3, 1000: 2, 1: 1, Fraction(5, 2): 3, 100: 1, 10**6: 1, Fraction(1, 1000): 1})
            )
        if draw.chance(0.3):
            made["publish"]["points"] = num(draw.pick((0, 1, 2, 4, 9)))
    if around.tracks != ["final"] or draw.chance(0.1):
        made["tracks"] = [track if draw.chance(0.8) else {"id": track, "label": {"vi": "Vòng " + track}} for track in around.tracks]
    if around.fallback:
        made["fallback"] = around.fallback
    if around.declared:
        made["blocks"] = [block if draw.chance(0.8) else {"id": block, "label": block} for block in around.declared]
    return made | {name: draw.pick(words) for name, words in POLICY_WORDS.items() if draw.chance(0.35)}


def model_of(draw, name, around, checked):
    """(model, its measures, the stated columns as measures, its tables below the unit, its checks if it is to be checked)."""
    point_decimals = draw.weighted({6: 6, 0: 3, 1: 2, 2: 3, 3: 1, 4: 1, 9: 2})
    measures = Measures(draw, big=draw.chance(0.4))
    parameters = Parameters(draw, measures, around)
    tables = Tables(draw, parameters)
    expressions = Expressions(draw, measures, parameters)
    expressions.tables = tables
    rules = Rules(draw, measures, expressions, point_decimals)
    criteria = Criteria(draw, rules, point_decimals, around.tracks)
    made = settings(draw, around, point_decimals)
    tree = criteria.tree(draw.pick((3, 4, 5, 5, 6, 7, 8, 9, 11, 14)), "undefined" in made)
    nodes = criteria.ids[:]
    adjustments = criteria.adjustments()
    total = Fraction(criteria.points, 10**point_decimals)
    most = total + Fraction(adjustments.get("bonus", {}).get("cap", 0))
    if Fraction(made.get("publish", {}).get("scale", 100)) * most * 10**point_decimals > 2**62:
        del made["publish"]["scale"]  # an index is a fraction of whole numbers of 62 bits
    scale = Fraction(made.get("publish", {}).get("scale", 100))
    made |= ranking(draw, nodes, expressions) | classes(draw, nodes, around.declared, expressions, Numbers(scale, total, point_decimals))
    stated = []
    if draw.chance(0.35):
        made["stated_points"] = "accept"
        for leaf, quanta in draw.some(criteria.leaves, 0):
            most = Fraction(quanta, 10**point_decimals)
            stated.append(
                Measure(
                    leaf,
                    "decimal",
                    point_decimals,
                    low=Fraction(0),
                    high=most,
                    interesting=[Fraction(0), most, Fraction(quanta // 2, 10**point_decimals)],
                )
            )
    checks = Checks(draw, measures, expressions) if checked else None
    listed = {"checks": checks.source()} if checked else {}
    model = {"chiso": num(1), "id": name, **made, **listed, "measures": measures.source(), "criteria": tree}
    if parameters.all:
        model["parameters"] = parameters.source()
    if tables.all:
        model["tables"] = tables.source()
    if draw.chance(0.2):
        model["least_coverage"] = num(draw.weighted({0: 1, 50: 3, 60: 2, 75: 2, 80: 2, 90: 1, 100: 3, Fraction("66.7"): 1}))
    if adjustments:
        model["adjustments"] = adjustments
    return model, measures, stated, tables, checks


def case(seed, number, ahead=AHEAD):
    """Case `number` of a seed, without what is listed as ahead of the programs."""
    draw = Draw(f"{seed}/{number}")
    name = f"{seed}-{number}"
    around = frame(draw)
    model, measures, stated, tables, checks = model_of(draw, name, around, "checks" not in ahead and draw.chance(0.5))
    table = Table(draw, measures, around.tracks, stated, draw.pick((0, 0.2, 0.2, 0.6)))
    columns, rows = table.lines(around.units, around.periods, around.blocks, around.fallback)
    if checks:
        checks.settle(columns, rows)
    made = Case(name, model, columns, rows, tables.evidence(around.tracks, columns, rows))
    if "second" not in ahead and draw.chance(0.3):
        made.second = second(Draw(f"{seed}/{number}/second"), made)
    listing = Draw(f"{seed}/{number}/roster")
    if listing.chance(0.25):
        made.roster = roster(listing, made.columns, made.rows)
    return made
