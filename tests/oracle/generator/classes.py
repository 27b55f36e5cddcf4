"""Random ranking and classes with vetoes (SPEC sections 6.1 and 6.2)."""

from dataclasses import dataclass
from fractions import Fraction

from .bands import as_source, bands
from .draw import num
from .expressions import as_source as as_expression

CLASS_IDS = ["good", "fair", "average", "low", "A", "B.1", "c-2"]
NUMBERS = {
    "index": [
        0,
        10,
        25,
        50,
        50,
        60,
        62,
        70,
        75,
        80,
        90,
        95,
        100,
        Fraction("62.5"),
        Fraction("79.995"),
        Fraction("66.67"),
        Fraction("33.3"),
        67,
        Fraction("16.67"),
        Fraction("66.7"),
        Fraction("83.33"),
        33,
        17,
        29,
        43,
        57,
        71,
        83,
        86,
    ],
    "exact": [0, 10, 20, 25, 40, 50, 50, 50, 60, 75, 80, 90, 100, 100],
    "rank": [1, 1, 2, 3, 4, 5, 8, 10, 15],
    "rank_share": [Fraction("0.05"), Fraction("0.1"), Fraction("0.2"), Fraction("0.25"), Fraction("0.5"), Fraction("0.75"), 1],
}


@dataclass
class Numbers:
    """The numbers that classes turn on: of an index, of a `publish.scale`; of points, of all that there are."""

    scale: Fraction
    total: Fraction
    point_decimals: int

    def of(self, on):
        """Numbers for bands of what is classed."""
        if on == "points":
            parts = [Fraction(number, 100) for number in (0, 0, 10, 20, 25, 40, 50, 50, 60, 75, 80, 90, 100, 110, -5)]
            unit = 10 ** min(2, self.point_decimals)
            return [Fraction(round(self.total * part * unit), unit) for part in parts]
        if on in ("rank", "rank_share"):
            return NUMBERS[on]
        return self.indices(NUMBERS.get(on, NUMBERS["index"]))

    def indices(self, numbers):
        return [number * self.scale / 100 for number in numbers]


def ranking(draw, ids, expressions):
    """The `ranking` of a model, or nothing."""
    if draw.chance(0.2):
        return {}
    made = {}
    if draw.chance(0.8):
        made["key"] = draw.pick(("exact", "published"))
    if draw.chance(0.8):
        made["ties"] = draw.pick(("competition", "dense", "ordinal"))
    if draw.chance(0.5):
        made["tie_break"] = [tie_break(draw, expressions) if draw.chance(0.4) else name for name in draw.some(ids, 0, 3)]
    return {"ranking": made}


def tie_break(draw, expressions):
    """A tie-break by a value."""
    value = expressions.ratio() if draw.chance(0.15) else expressions.number(draw.pick((0, 0, 1, 2)))
    return {"value": as_expression(draw, value), "order": draw.pick(("ascending", "descending"))}


def band_list(draw, on, about, expressions):
    """Bands with ids, best first."""
    numbers = about.of(on)
    if on in ("rank", "rank_share") and draw.chance(0.6):
        ends = sorted(draw.some(sorted(set(numbers)), 1, 3))
        made = [{draw.pick(("to", "to", "below")): end} for end in ends] + [{}]
        if any(end in (0, Fraction(1, 20)) for end in made[0].values()) and draw.chance(0.5):
            made = made[1:]
    else:
        made = bands(draw, numbers, 5)
    asking = set(draw.some(range(len(made) - 1), 0, 2)) if draw.chance(0.3) else set()
    if len(made) > 1 and len(made) < len(CLASS_IDS) and draw.chance(0.15):
        # A band that asks for more stands before one of the same numbers.
        place = draw.between(0, len(made) - 2)
        made.insert(place, made[place])
        asking.add(place)
    ids = CLASS_IDS[:] if draw.chance(0.7) else draw.sample(CLASS_IDS, len(CLASS_IDS))
    result = [{"id": name} | as_source(draw, band) for name, band in zip(ids, made)]
    for place in sorted(asking):
        result[place]["requires"] = truth(draw, expressions).text
    return result


def truth(draw, expressions):
    return expressions.doubtful() if draw.chance(0.3) else expressions.truth(draw.pick((0, 1, 1, 2)))


def veto(draw, shared, ids, expressions, about):
    """One veto, in one of its forms."""
    made, form = {}, draw.pick(("when", "criterion", "criteria", "when criterion", "when criteria"))
    if "when" in form:
        made["when"] = truth(draw, expressions).text
    if "criteri" in form:
        made["criterion"] = draw.pick(ids) if "criterion" in form else draw.some(ids, 1, 4)
        made["below"] = num(draw.pick(about.indices([*NUMBERS["index"], Fraction("99.5")])))
        if draw.chance(0.05 if "criterion" in form else 0.5):
            made["at_least"] = num(1 if "criterion" in form else draw.between(1, len(made["criterion"])))
    return made | {"at_most": draw.pick(shared)}


def quotas(draw, lists, shared):
    """Quotas on one class or more that no list has as its last."""
    able = [name for name in shared if all(name != one[-1]["id"] for one in lists)]
    made = []
    for name in draw.some(able, 1, 3) if able else ():
        quota = {"class": name, "at_most": num(draw.pick((0, 10, 20, 25, 25, 30, Fraction("33.4"), 50, 50, 75, 100)))}
        if draw.chance(0.7):
            quota["of"] = "ranked" if draw.chance(0.2) else draw.some(shared, 1, 3)
        made.append(quota)
    # Best first, as people write them, so that those held back meet the next one.
    if draw.chance(0.7):
        order = [band["id"] for band in lists[0]]
        made.sort(key=lambda quota: order.index(quota["class"]))
    return {"quotas": made} if made else {}


def classes(draw, ids, blocks, expressions, about):
    """The `classes` of a model, or nothing. `blocks`: the declared blocks; `about`: its numbers."""
    if draw.chance(0.2):
        return {}
    on = draw.weighted({"published": 4, "exact": 2, "points": 2, "rank": 1, "rank_share": 1})
    made = {} if on == "published" and draw.chance(0.5) else {"on": on}
    if on == "published" and draw.chance(0.7):
        made["decimals"] = num(draw.weighted({0: 9, 1: 2, 2: 1, 3: 1, 4: 1}))
    if on == "points" and draw.chance(0.5):
        made["decimals"] = num(draw.pick((0, 1, 2)))
    made["bands"] = band_list(draw, on, about, expressions)
    lists = [made["bands"]]
    if blocks and draw.chance(0.5):
        made["by_block"] = {block: band_list(draw, on, about, expressions) for block in draw.some(blocks)}
        lists += made["by_block"].values()
    shared = set.intersection(*({band["id"] for band in one} for one in lists))
    if shared and draw.chance(0.7):
        made["vetoes"] = [veto(draw, sorted(shared), ids, expressions, about) for _ in range(draw.between(1, 3))]
    if draw.chance(0.55):
        made |= quotas(draw, lists, sorted(shared))
    return {"classes": made}
