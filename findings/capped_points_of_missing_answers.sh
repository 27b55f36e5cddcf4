#!/usr/bin/env bash
# "At most one point" turns an answer that was not given into a full point, in four engines of six.
#
# What is done: a commune earns a twentieth of a point for each case, at most one point: least(cases * 0.05, 1). One
# commune has not reported its cases. The same formula is written in the words of each engine, over the same cells.
#
# What a careful user expects: what is not known stays not known. NULL times 0.05 is NULL in every one of these
# engines, and so is the sum NULL + 1; the smaller of NULL and 1 might be either. The SQL standard has least() since
# 2023, and its result is NULL if an argument is; NumPy's minimum keeps NaN.
#
# What happens: least() of DuckDB, min_horizontal of Polars, min_element_wise of Arrow (by default) and the minimum of
# a row in pandas (by default) pass over what is missing: the commune that reported nothing gets the cap, 1.00 of 1.00
# points, and is first. min() of SQLite with two arguments gives NULL, and minimum of NumPy gives NaN: the same query
# moved from one engine to the next changes the first place. greatest(1 - late * 0.1, 0) errs to the other side: the
# missing answer counts 0, where NumPy and SQLite leave it open.
#
# Seen with DuckDB 2.0.1, Polars 2.1.0, Arrow 26.0.1, pandas 3.1.1, NumPy 2.4.6 and the SQLite of Python. DuckDB and
# Polars follow PostgreSQL on purpose (https://github.com/duckdb/duckdb/issues/14239, closed); of a cap that fills gaps
# no page of theirs was found.
#
# Why it matters: caps and floors are in nearly every criterion of an index, and cells that are not filled in nearly
# every table; whoever did not report is ahead of all who did.
#
# How to avoid it: write the cap by CASE or when/then on the value itself, or skip_nulls=False, skipna=False.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1 polars==2.1.0 pyarrow==26.0.1 pandas==3.1.1 numpy==2.4.6
cat >"$folder/expected" <<'SEEN'
duckdb 2.0.1, polars 2.1.0, pyarrow 26.0.1, pandas 3.1.1, numpy 2.4.6
cases of A, B, C: 18, 12, not reported
                           least(cases * 0.05, 1)    first    greatest(1 - late * 0.1, 0)
DuckDB least               0.9, 0.6, 1.0             C        0.8, 0.5, 0.0
Polars min_horizontal      0.9, 0.6, 1.0             C        0.8, 0.5, 0.0
Arrow min_element_wise     0.9, 0.6, 1.0             C        0.8, 0.5, 0.0
pandas min of a row        0.9, 0.6, 1.0             C        0.8, 0.5, 0.0
SQLite min                 0.9, 0.6, None            A        0.8, 0.5, None
NumPy minimum              0.9, 0.6, None            A        0.8, 0.5, None
DuckDB, by CASE            0.9, 0.6, None            A        0.8, 0.5, None
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import math
import sqlite3

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

print(f"duckdb {duckdb.__version__}, polars {pl.__version__}, pyarrow {pa.__version__}, pandas {pd.__version__}, numpy {np.__version__}")
print("cases of A, B, C: 18, 12, not reported")
units, cases, late = ["A", "B", "C"], [18.0, 12.0, None], [2.0, 5.0, None]


def told(what, most, least):
    plain = [[None if x is None or math.isnan(x) else round(float(x), 9) for x in column] for column in (most, least)]
    first = max((x, unit) for x, unit in zip(plain[0], units) if x is not None)[1]
    texts = [", ".join(map(str, column)) for column in plain]
    print(f"{what:26} {texts[0]:25} {first:8} {texts[1]}")


def sql(connection, most, least):
    connection.execute("create table t (unit text, cases double, late double)")
    connection.executemany("insert into t values (?, ?, ?)", list(zip(units, cases, late)))
    rows = connection.execute(f"select {most}, {least} from t order by unit").fetchall()
    return [row[0] for row in rows], [row[1] for row in rows]


print(f"{'':26} {'least(cases * 0.05, 1)':25} {'first':8} greatest(1 - late * 0.1, 0)")
told("DuckDB least", *sql(duckdb.connect(), "least(cases * 0.05, 1)", "greatest(1 - late * 0.1, 0)"))
frame = pl.DataFrame({"cases": cases, "late": late}).select(
    most=pl.min_horizontal(pl.col("cases") * 0.05, 1.0), least=pl.max_horizontal(1 - pl.col("late") * 0.1, 0.0)
)
told("Polars min_horizontal", frame["most"].to_list(), frame["least"].to_list())
points, rest = pc.multiply(pa.array(cases), 0.05), pc.subtract(1.0, pc.multiply(pa.array(late), 0.1))
told("Arrow min_element_wise", pc.min_element_wise(points, 1.0).to_pylist(), pc.max_element_wise(rest, 0.0).to_pylist())
table = pd.DataFrame({"points": pd.Series(cases) * 0.05, "cap": 1.0, "rest": 1 - pd.Series(late) * 0.1, "floor": 0.0})
told("pandas min of a row", table[["points", "cap"]].min(axis=1), table[["rest", "floor"]].max(axis=1))
told("SQLite min", *sql(sqlite3.connect(":memory:"), "min(cases * 0.05, 1)", "max(1 - late * 0.1, 0)"))
number = [np.array([np.nan if x is None else x for x in column]) for column in (cases, late)]
told("NumPy minimum", np.minimum(number[0] * 0.05, 1), np.maximum(1 - number[1] * 0.1, 0))
told(
    "DuckDB, by CASE",
    *sql(duckdb.connect(), "case when cases > 20 then 1 else cases * 0.05 end", "case when late > 10 then 0 else 1 - late * 0.1 end"),
)
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
