"""Scoring beside what people write by hand: the same model in NumPy, polars expressions, DuckDB SQL and OpenFisca, in one process.

The model has 100 mixed leaves over 120 columns, those of floors_bench; each engine has the columns as it likes them best, and gives the index of every row, which is
compared with chiso's. Times are processor seconds, the median of rounds in which everybody has a turn.

usage: engines_bench.py [--rows 1000000] [--missing 0.05] [--threads 1] [--rounds 7] [--json FILE]
needs: pip install openfisca-core polars duckdb pyarrow. Nothing else should run on the machine."""

import argparse
import json
import os
import statistics
import time

PARSER = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
PARSER.add_argument("--rows", type=int, default=1_000_000)
PARSER.add_argument("--missing", type=float, default=0, help="the share of cells that are missing")
PARSER.add_argument("--threads", type=int, default=1, help="of every engine that has threads")
PARSER.add_argument("--rounds", type=int, default=7)
PARSER.add_argument("--json", help="a file for the figures")
ASKED = PARSER.parse_args()
os.environ["POLARS_MAX_THREADS"] = str(ASKED.threads)  # read when polars is imported
os.environ.pop("OPENBLAS_CORETYPE", None)

import chiso  # noqa: E402
import duckdb  # noqa: E402
import numpy as np  # noqa: E402
import polars as pl  # noqa: E402
import pyarrow as pa  # noqa: E402
from chiso import rules  # noqa: E402

# What the ten leaves of a group are; each is worth a point, of which the quantum is a millionth.
KINDS = ["share", "share_tiers", "part", "tiers", "options", "options", "yes", "yes", "each", "deduct"]
LEAVES = [(kind, f"a{group}_{i}", f"b{group}_{i}") for group in range(10) for i, kind in enumerate(KINDS)]
OF_TWO = ("share", "share_tiers")
OPTIONS = ["on_time", "late", "none"]
QUANTA = 1_000_000  # in a point


def model():
    measures, criteria = {}, []
    of_kind = {
        "options": chiso.Measure("choice", options=OPTIONS),
        "yes": chiso.Measure("yes_no"),
        "part": chiso.Measure("decimal", decimals=2),
        "tiers": chiso.Measure("decimal", decimals=2),
    }
    tiers = [rules.Tier(above=90, points=1), rules.Tier(from_=70, points=0.5), rules.Tier(points=0)]
    for kind, a, b in LEAVES:
        measures[a] = of_kind.get(kind, chiso.Measure("count"))
        if kind in OF_TWO:
            measures[b] = chiso.Measure("count")
        rule = {
            "share": lambda a, b: rules.Proportional(value=f"{a} / {b}", full_at=1, floor=0.5),
            "share_tiers": lambda a, b: rules.Tiers(value=f"percent({a}, {b})", tiers=tiers),
            "part": lambda a, _: rules.Proportional(value=a, full_at=100),
            "tiers": lambda a, _: rules.Tiers(value=a, tiers=tiers),
            "options": lambda a, _: rules.Options(value=a, points={"on_time": 1, "late": 0.5, "none": 0}),
            "yes": lambda a, _: rules.YesNo(value=a),
            "each": lambda a, _: rules.PerItem(value=a, each=0.05),
            "deduct": lambda a, _: rules.Deduct(value=a, each=0.1),
        }[kind](a, b)
        criteria.append(chiso.Leaf(f"leaf_{a}", 1, rule))
    return chiso.Draft(id="mixed", missing="zero", undefined="not_applicable", measures=measures, criteria=criteria).build()


def drawn(rows, missing):
    """The columns by name: numbers as doubles with NaN, codes as int8 with -1, truths as int8 with -1."""
    random = np.random.default_rng(2024)
    out = {}
    for kind, a, b in LEAVES:
        for name in (a, b) if kind in OF_TWO else (a,):
            if kind in ("options", "yes"):
                column = random.integers(0, 3 if kind == "options" else 2, rows).astype(np.int8)
                gap = -1
            else:
                most = {"part": 10_000, "tiers": 10_000, "each": 40, "deduct": 40}.get(kind, 5000)
                column = random.integers(0, most, rows) / (100 if kind in ("part", "tiers") else 1)
                gap = np.nan
            if missing:
                column[random.random(rows) < missing] = gap
            out[name] = column
    return out


class Chiso:
    def __init__(self, columns):
        table = {"unit": pa.array(np.char.mod("%d", np.arange(ASKED.rows)))}
        for kind, a, b in LEAVES:
            for name in (a, b) if kind in OF_TWO else (a,):
                column = columns[name]
                if kind == "options":
                    codes = pa.array(column.astype(np.int32), mask=column < 0)
                    table[name] = pa.DictionaryArray.from_arrays(codes, pa.array(OPTIONS))
                elif kind == "yes":
                    table[name] = pa.array(column == 1, mask=column < 0)
                else:
                    table[name] = pa.array(column, from_pandas=True)
        self.model = model()
        self.evidence = chiso.Evidence.from_frame(pa.table(table), self.model)

    def run(self):
        return self.model.score(self.evidence, threads=ASKED.threads)

    def index(self, made):
        return np.asarray(made.frame(columns=["index"], kind="dict")["index"], dtype=float)


class Sum:
    """No scoring: the time in which the columns are read and added up as doubles, which is as much as memory allows."""

    def __init__(self, columns):
        self.columns = [np.nan_to_num(column.astype(float)) for column in columns.values()]

    def run(self):
        return [column.sum() for column in self.columns]


class NumPy:
    """Column by column in pieces that stay in the cache, with the room for results made once."""

    rows = 8192

    def __init__(self, columns):
        self.columns = columns
        self.room = [np.empty(self.rows) for _ in range(3)]

    def points(self, kind, a, b, out):
        """The quanta of a leaf into `out`, and the rows to which it does not apply; None if these are none."""
        if kind == "options":
            np.take(np.array([QUANTA, QUANTA / 2, 0, 0]), a, out=out, mode="wrap")  # -1 is the last
            return None
        if kind == "yes":
            np.multiply(a == 1, QUANTA, out=out)
            return None
        if kind == "tiers":
            np.multiply(a > 90, QUANTA / 2, out=out)
            np.add(out, (a >= 70) * (QUANTA / 2), out=out)
            return None
        if kind in OF_TWO:
            with np.errstate(all="ignore"):
                np.divide(a, b, out=out)
            without = (b == 0) & ~np.isnan(a)
            if kind == "share_tiers":
                full, half = out > 0.9, out >= 0.7
                np.multiply(full, QUANTA / 2, out=out)
                np.add(out, half * (QUANTA / 2), out=out)
            else:
                under = ~(out >= 0.5)
                np.minimum(out, 1, out=out)
                self.round(out)
                np.copyto(out, 0, where=under)
            np.copyto(out, 0, where=without)
            return without
        if kind == "deduct":
            np.multiply(a, -0.1, out=out)
            np.add(out, 1, out=out)
            np.maximum(out, 0, out=out)
        else:
            np.multiply(a, 0.05 if kind == "each" else 0.01, out=out)
            np.minimum(out, 1, out=out)
        self.round(out)
        np.copyto(out, 0, where=np.isnan(out))
        return None

    @staticmethod
    def round(out):
        np.multiply(out, QUANTA, out=out)
        np.add(out, 0.5, out=out)
        np.floor(out, out=out)

    def run(self):
        index = np.empty(ASKED.rows)
        for first in range(0, ASKED.rows, self.rows):
            part = slice(first, min(first + self.rows, ASKED.rows))
            achieved, applicable, out = (room[: part.stop - first] for room in self.room)
            achieved.fill(0)
            applicable.fill(QUANTA * len(LEAVES))
            for kind, a, b in LEAVES:
                without = self.points(kind, self.columns[a][part], self.columns[b][part] if kind in OF_TWO else None, out)
                achieved += out
                if without is not None:
                    applicable -= without * QUANTA
            np.divide(achieved, applicable, out=index[part])
        index *= 100
        return index

    def index(self, made):
        return made


class Polars:
    def __init__(self, columns):
        frame = {}
        for kind, a, b in LEAVES:
            for name in (a, b) if kind in OF_TWO else (a,):
                column = columns[name]
                gaps = column < 0 if kind in ("options", "yes") else np.isnan(column)
                frame[name] = pl.Series(pa.array(column, mask=gaps))
        self.frame = pl.DataFrame(frame)

    @staticmethod
    def leaf(kind, a, b):
        """Its quanta, and whether it does not apply."""
        x, y, no = pl.col(a), pl.col(b), pl.lit(False)
        rounded = lambda points: (points * QUANTA + 0.5).floor().fill_null(0)
        if kind == "options":
            return pl.when(x == 0).then(QUANTA).when(x == 1).then(QUANTA // 2).otherwise(0), no
        if kind == "yes":
            return pl.when(x == 1).then(QUANTA).otherwise(0), no
        if kind == "tiers":
            return pl.when(x > 90).then(QUANTA).when(x >= 70).then(QUANTA // 2).otherwise(0), no
        if kind in ("each", "part"):  # min_horizontal would pass over what is missing, and give a full point
            points = x * (0.05 if kind == "each" else 0.01)
            return rounded(pl.when(points > 1).then(1.0).otherwise(points)), no
        if kind == "deduct":
            points = 1 - x * 0.1
            return rounded(pl.when(points < 0).then(0.0).otherwise(points)), no
        without, ratio = (y == 0) & x.is_not_null(), x / y
        if kind == "share":
            points = pl.when(without | ~(ratio >= 0.5)).then(0.0).otherwise(rounded(pl.when(ratio > 1).then(1.0).otherwise(ratio)))
        else:
            points = pl.when(without).then(0).when(ratio > 0.9).then(QUANTA).when(ratio >= 0.7).then(QUANTA // 2).otherwise(0)
        return points, without.fill_null(False)

    def run(self):
        leaves = [self.leaf(*leaf) for leaf in LEAVES]
        achieved = pl.sum_horizontal(points for points, _ in leaves)
        without = pl.sum_horizontal(out.cast(pl.Int32) for (_, out), (kind, *_) in zip(leaves, LEAVES) if kind in OF_TWO)
        return self.frame.lazy().select(index=100 * achieved / (QUANTA * (len(LEAVES) - without))).collect()

    def index(self, made):
        return made["index"].to_numpy()


class DuckDB:
    def __init__(self, columns):
        self.connection = duckdb.connect()
        self.connection.execute(f"SET threads={ASKED.threads}")
        frame = Polars(columns).frame.to_arrow()
        self.connection.register("given", frame)
        self.connection.execute("CREATE TABLE evidence AS SELECT * FROM given")

    @staticmethod
    def leaf(kind, a, b):
        rounded = lambda points: f"coalesce(floor(({points}) * {QUANTA} + 0.5::DOUBLE), 0)"
        return {
            "options": f"CASE {a} WHEN 0 THEN {QUANTA} WHEN 1 THEN {QUANTA // 2} ELSE 0 END",
            "yes": f"CASE {a} WHEN 1 THEN {QUANTA} ELSE 0 END",
            # least() and greatest() would pass over what is missing, and give a full point.
            "each": rounded(f"CASE WHEN {a} > 20 THEN 1 ELSE {a} * 0.05::DOUBLE END"),
            "part": rounded(f"CASE WHEN {a} > 100 THEN 1 ELSE {a} * 0.01::DOUBLE END"),
            "deduct": rounded(f"CASE WHEN {a} > 10 THEN 0 ELSE 1 - {a} * 0.1::DOUBLE END"),
            "tiers": f"CASE WHEN {a} > 90 THEN {QUANTA} WHEN {a} >= 70 THEN {QUANTA // 2} ELSE 0 END",
            "share": f"CASE WHEN {a} / {b} > 1 THEN {QUANTA} WHEN {a} / {b} >= 0.5::DOUBLE THEN {rounded(f'{a} / {b}')} ELSE 0 END",
            "share_tiers": f"CASE WHEN {a} / {b} > 0.9::DOUBLE THEN {QUANTA} WHEN {a} / {b} >= 0.7::DOUBLE THEN {QUANTA // 2} ELSE 0 END",
        }[kind]

    def run(self):
        achieved = " + ".join(
            f"CASE WHEN {b} = 0 THEN 0 ELSE {self.leaf(kind, a, b)} END" if kind in OF_TWO else self.leaf(kind, a, b)
            for kind, a, b in LEAVES
        )
        without = " + ".join(f"CASE WHEN {b} = 0 AND {a} IS NOT NULL THEN 1 ELSE 0 END" for kind, a, b in LEAVES if kind in OF_TWO)
        query = f"SELECT 100 * ({achieved})::DOUBLE / ({QUANTA} * ({len(LEAVES)} - ({without}))) AS index FROM evidence"
        return self.connection.execute(query).fetchnumpy()

    def index(self, made):
        return np.asarray(made["index"])


class OpenFisca:
    """A variable for each column and for each leaf, as a tax law is written there. It has no null: what is missing is given as a code or NaN."""

    def __init__(self, columns):
        from openfisca_core import entities, periods, taxbenefitsystems, variables

        self.person = entities.build_entity("person", "persons", "A unit", is_person=True)
        self.system = taxbenefitsystems.TaxBenefitSystem([self.person])
        self.period = periods.period("2024")
        self.columns = columns
        numpy = NumPy(columns)

        def add(name, formula=None):
            fields = {"value_type": float, "entity": self.person, "definition_period": periods.DateUnit.YEAR, "label": name}
            if formula:
                fields["formula"] = formula
            self.system.add_variable(type(name, (variables.Variable,), fields))

        for name in columns:
            add(name)

        def points_of(kind, a, b):
            def points(person, period):
                first = person(a, period)
                if kind in ("options", "yes"):
                    first = first.astype(np.int8)
                out = np.empty(len(first))
                without = numpy.points(kind, first, person(b, period) if kind in OF_TWO else None, out)
                return out if without is None else np.where(without, np.nan, out)  # NaN: it does not apply

            return points

        for kind, a, b in LEAVES:
            add(f"points_{a}", points_of(kind, a, b))

        def index(person, period):
            achieved, applicable = np.zeros(person.count), np.zeros(person.count)
            for _, a, _ in LEAVES:
                points = person(f"points_{a}", period)
                applies = ~np.isnan(points)
                achieved += np.where(applies, points, 0)
                applicable += applies * QUANTA
            return 100 * achieved / applicable

        add("score", index)

    def run(self):
        from openfisca_core import simulations

        simulation = simulations.SimulationBuilder().build_default_simulation(self.system, count=ASKED.rows)
        for name, column in self.columns.items():
            simulation.set_input(name, self.period, column)
        return simulation.calculate("score", self.period)

    def index(self, made):
        return np.asarray(made, dtype=float)


ENGINES = {
    "chiso": Chiso,
    "columns summed by NumPy": Sum,
    "NumPy": NumPy,
    "polars expressions": Polars,
    "DuckDB SQL": DuckDB,
    "OpenFisca": OpenFisca,
}
CLOCK = time.process_time if ASKED.threads == 1 else time.perf_counter


def main():
    columns = drawn(ASKED.rows, ASKED.missing)
    made = {name: engine(columns) for name, engine in ENGINES.items()}
    exact = made["chiso"].index(made["chiso"].run())
    for name, engine in made.items():
        if hasattr(engine, "index"):
            away = np.abs(engine.index(engine.run()) - exact)  # published with two decimals
            print(f"{name}: {np.mean(away > 0.0051):.4%} of the rows have another index, at most {np.max(away):.2f} away")
    took = {name: [] for name in made}
    for _ in range(ASKED.rounds):
        for name, engine in made.items():
            began = CLOCK()
            engine.run()
            took[name].append(CLOCK() - began)
    figures = {
        name: {
            "seconds": statistics.median(seconds),
            "over chiso": statistics.median(one / of for one, of in zip(seconds, took["chiso"])),
        }
        for name, seconds in took.items()
    }
    print(f"{ASKED.rows} rows x {len(LEAVES)} leaves, {len(columns)} columns, {ASKED.missing:.0%} missing, {ASKED.threads} thread(s)")
    for name, of in figures.items():
        print(f"  {name:24} {of['seconds']:8.3f} s  {of['over chiso']:7.2f} x chiso")
    if ASKED.json:
        with open(ASKED.json, "w", encoding="utf-8") as file:
            json.dump({"rows": ASKED.rows, "missing": ASKED.missing, "threads": ASKED.threads, "engines": figures}, file, indent=1)


if __name__ == "__main__":
    main()
