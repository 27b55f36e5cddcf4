"""The package in Python against the oracle: random cases go in as frames of every kind and come out of frames and scorecards."""

import dataclasses
import decimal
import re
import warnings
from fractions import Fraction

import chiso
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from checks.cases import CASES, expected_lines, json_text
from generator.generate import case as make_case
from oracle.numbers import accept_float
from oracle.publish import published as exact_published
from oracle.results import SECTIONS

FRAMES = CASES // 5
SEED = "package"
NUMBER = re.compile(r"-?(0|[1-9]\d{0,13})(\.\d{1,9})?")
NAMES = ("unit", "block", "period", "track", "ranked")


def typed(cells, number):
    """The same cells as another type, if that is possible: whole numbers, floats, decimals in turn, or text."""
    given = [cell.strip() for cell in cells if cell.strip()]
    if not given or not all(NUMBER.fullmatch(cell) and len(cell.strip("-").replace(".", "").lstrip("0")) <= 15 for cell in given):
        return [cell if cell.strip() else None for cell in cells]
    way = number % 3
    if way == 0 and all("." not in cell for cell in given):
        return [int(cell) if cell.strip() else None for cell in cells]
    convert = decimal.Decimal if way == 1 else float
    return [convert(cell.strip()) if cell.strip() else None for cell in cells]


def numpy_column(cells):
    if all(cell is None or isinstance(cell, float) for cell in cells):
        return np.array([np.nan if cell is None else cell for cell in cells])
    return np.array(cells, dtype=object)


KINDS = {
    "pandas": lambda columns: pd.DataFrame({name: pd.Series(cells, dtype=object).infer_objects() for name, cells in columns.items()}),
    "polars": lambda columns: pl.DataFrame({name: pl.Series(cells, strict=False) for name, cells in columns.items()}),
    "pyarrow": lambda columns: pa.table({name: pa.array(cells) for name, cells in columns.items()}),
    "dict": lambda columns: {name: numpy_column(cells) for name, cells in columns.items()},
}


def frame_of(case, number):
    columns = {}
    for place, name in enumerate(case.columns):
        cells = [row[place] for row in case.rows]
        columns[name] = cells if name in NAMES else typed(cells, number + place)
    kind = list(KINDS)[number % len(KINDS)]
    return KINDS[kind](columns)


def rows(frame):
    return pl.from_pandas(frame).to_dicts() if isinstance(frame, pd.DataFrame) else (pl.DataFrame(frame)).to_dicts()


def word(value):
    return "-" if value is None else str(value)


def yes_no(truth):
    return "yes" if truth else "no"


def fraction(row):
    return [word(row["index_numerator"]), word(row["index_denominator"])]


def published(figure):
    """A published figure as the nearest double, as frames have it."""
    return "-" if figure is None else repr(float(figure))


def lines_of(model, scores):
    """The results of the package as the oracle's lines; a rule's own result, which frames lack, comes from scorecards."""
    nodes = {node.id: rows(scores.frame(node=node.id, kind="polars")) for node in (*model.criteria, *model.entries)}
    quantum = decimal.Decimal(10) ** model.draft().point_decimals
    long = iter(rows(scores.long(exact=True, kind="polars")))
    out = []
    for place, row in enumerate(rows(scores.frame(exact=True, kind="polars"))):
        key = (row["unit"], row["period"], row["track"], row["block"])
        own = [row[name] for name in ("unit", "block", "period", "track")]
        quanta = [str(row[f"{name}_quanta"]) for name in ("points", "applicable", "bonus", "penalty")]
        of_row = ["row", *own, *quanta, *fraction(row), published(row["index"]), word(row["rank"]), word(row["class"])]
        told_of_row = [yes_no(row["complete"]), yes_no(row["ranked"]), published(row["coverage"]), yes_no(row["held_back"])]
        lines = ["\t".join([*of_row, *told_of_row])]
        card = scores.card(row["unit"], period=row["period"], track=row["track"])
        for node in nodes:
            line, told, ranked = next(long), card[node], nodes[node][place]
            assert line["coverage"] == ranked["coverage"] and published(told.coverage) == published(line["coverage"])
            assert line["node"] == node and line["state"] == told.state and float(told.points) == line["points"]
            stated = told.state == "stated" and told.own_points is not None
            own_quanta = str(int(told.own_points.exact * int(quantum))) if stated else "?"
            lines.append(
                "\t".join(
                    [
                        "node",
                        node,
                        str(line["points_quanta"]),
                        str(line["applicable_quanta"]),
                        *fraction(line),
                        word(ranked["rank"]),
                        yes_no(told.complete),
                        word(line["state"]),
                        own_quanta,
                        published(line["coverage"]),
                    ]
                )
            )
        out.append(([part.encode() for part in key], lines))
    means = []
    for row in rows(scores.averages(kind="polars")):
        names = [row[name] for name in ("block", "period", "track")]
        means.append(
            (
                [name.encode() for name in names],
                ["\t".join(["average", *names, published(row["mean_index"]), published(row["pooled_index"])])],
            )
        )
    return [line for _, lines in [*sorted(out), *sorted(means)] for line in lines]


def expected_of(case):
    """The oracle's lines without tables below the units, their published figures as doubles, and own results only if the rule of a stated leaf gives points."""
    for line in expected_lines(dataclasses.replace(case, below={}, roster=None), ahead=SECTIONS):
        parts = line.split("\t")
        if parts[0] == "row":
            for place in (11, 16):
                parts[place] = published(None if parts[place] == "-" else parts[place])
        elif parts[0] == "average":
            parts[4:] = [published(None if part == "-" else part) for part in parts[4:]]
        elif parts[0] == "node":
            quanta, state, coverage = parts[-3:]
            own = quanta if parts[8] == "stated" and state == "scored" else "?"
            parts[-3:] = [own, published(None if coverage == "-" else coverage)]
        else:
            continue
        yield "\t".join(parts)


def node_averages(lines, node, publish, scale):
    """The averages of a criterion by block, period and track, from the oracle's lines: of those that have a rank in it."""
    of = {}
    for line in lines:
        parts = line.split("\t")
        if parts[0] == "row":
            entrants = of.setdefault(tuple(parts[2:5]), [])
        elif parts[0] == "node" and parts[1] == node and parts[6] != "-":
            entrants.append((Fraction(int(parts[4]), int(parts[5])), int(parts[2]), int(parts[3])))
    for cohort, entrants in of.items():
        indices, achieved, applicable = zip(*entrants, strict=True) if entrants else ((), (), ())
        mean = sum(indices) / Fraction(len(indices)) if entrants else None
        pooled = Fraction(scale * sum(achieved), sum(applicable)) if entrants else None
        figures = (exact_published(value, publish.decimals, publish.rounding) for value in (mean, pooled))
        yield cohort, len(entrants), *(published(None if figure == "-" else figure) for figure in figures)


def node_averages_of(scores, node):
    for row in rows(scores.averages(node=node, kind="polars")):
        yield (row["block"], row["period"], row["track"]), row["ranked"], published(row["mean_index"]), published(row["pooled_index"])


@pytest.mark.parametrize("decimals", range(5))
def test_floats_near_a_half_are_rounded_as_the_half(decimals):
    """Shares and means as frames have them, and floats that are some steps beside a half, down to and beyond the tolerance."""
    random = np.random.default_rng(decimals)
    unit = 10**decimals
    shares = random.integers(0, 20 * unit, 2000) / (20 * unit) * 100
    means = (random.integers(0, 200 * unit, 2000) / unit + random.integers(0, 200 * unit, 2000) / unit) / 2
    halves = (random.integers(0, 1000, 2000) + 0.5) / unit
    sizes = 10.0 ** random.integers(0, 9, 2000)
    beside = halves * sizes + random.choice([-1, 1], 2000) * 10.0 ** random.integers(-16, 0, 2000) * sizes
    floats = np.concatenate([shares, 100 - shares, means, -means, beside])
    floats = floats[np.abs(floats) * unit < 2**50]
    model = chiso.Model.from_dict(
        {
            "chiso": 1,
            "id": "halves",
            "measures": {"x": {"type": "decimal", "decimals": decimals, "excess": "round"}},
            "criteria": [{"id": "a", "points": 1, "rule": {"type": "yes_no", "value": "x > 0"}}],
        }
    )
    for kind in (np.float64, np.float32):
        cells = floats[np.abs(floats) < (2**50 if kind is np.float64 else 2**23)].astype(kind)
        read = chiso.Evidence.from_frame({"unit": np.arange(len(cells)), "x": cells}, model).frame(kind="dict")["x"]
        wanted = [accept_float(np.format_float_positional(cell, unique=True, trim="0"), decimals) for cell in cells]
        assert [Fraction(str(one)) for one in read] == wanted


@pytest.mark.parametrize("first", range(0, FRAMES, 100))
def test_frames_agree_with_the_oracle(first):
    for number in range(first, min(first + 100, FRAMES)):
        case = make_case(SEED, number)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = chiso.Model.from_json(json_text(case.model))
            keep = ("totals", "groups", "leaves")[number % 3]
            scores = model.score(frame_of(case, number), keep=keep)
        expected = list(expected_of(case))
        assert lines_of(model, scores) == expected, f"case {SEED}-{number}"
        node = model.criteria[number % len(model)].id
        scale = Fraction(case.model.get("publish", {}).get("scale", "100"))
        averages = node_averages(expected, node, model.draft().publish, scale)
        assert sorted(node_averages_of(scores, node)) == sorted(averages), f"case {SEED}-{number}"
