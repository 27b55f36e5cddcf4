#!/usr/bin/env bash
# A column of a CSV file, read as decimal(20, 2): four readers, three answers, and only one of them an error.
#
# What is done: a column has 0.125, 0.135, 0.285, -0.125 and 12345678901234567.25, and is read with the type decimal(20,
# 2) by Polars, DuckDB, Arrow, and pandas with engine="pyarrow", which is Arrow again.
#
# What a careful user expects: that a decimal type is asked for in order to have the digits of the file; that a value
# with more decimals is refused, or that all round it alike.
#
# What happens: Arrow refuses. Polars rounds ties to even, 0.12; DuckDB away from zero, 0.13. pandas, with the same type
# and the same engine that refuses, reads doubles first: 12345678901234567.25, which fits the type, comes out as
# 12345678901234568.00. Nothing is said.
#
# Seen with Polars 2.1.0, DuckDB 2.0.1, Arrow 26.0.1, pandas 3.1.1. Known of pandas for texts, whose type is applied
# after the file was read: https://github.com/pandas-dev/pandas/issues/57666, open; of decimals no issue was found.
# About Polars' rule: https://github.com/pola-rs/polars/pull/24542.
#
# Why it matters: the surveys of satisfaction give means with three decimals, the scores are published with two: 0.005
# is the difference between two ranks, and the rank would depend on who read the file. Amounts in dong have 15 digits
# and more.
#
# How to avoid it: read the column as text or with enough decimals, and round in a step of its own with a rule that is
# written down.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 duckdb==2.0.1 pyarrow==26.0.1 pandas==3.1.1 numpy==2.4.6
cat >"$folder/expected" <<'SEEN'
polars 2.1.0 duckdb 2.0.1 pyarrow 26.0.1 pandas 3.1.1
the file: 0.125 0.135 0.285 -0.125
polars:   0.12 0.14 0.28 -0.12
duckdb:   0.13 0.14 0.29 -0.13
arrow:    ArrowInvalid: In CSV column #0: Rescaling Decimal value would cause data loss
pandas:   0.12 0.14 0.28 -0.12
the file: 12345678901234567.25
polars:   12345678901234567.25
duckdb:   12345678901234567.25
arrow:    12345678901234567.25
pandas:   12345678901234568.00
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import io

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv

print("polars", pl.__version__, "duckdb", duckdb.__version__, "pyarrow", pa.__version__, "pandas", pd.__version__)
TIES = ["0.125", "0.135", "0.285", "-0.125"]
LONG = ["12345678901234567.25"]
TYPE = pa.decimal128(20, 2)


def show(make):
    try:
        return " ".join(str(value) for value in make())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for values in [TIES, LONG]:
    text = "x\n" + "\n".join(values) + "\n"
    with open("x.csv", "w", encoding="utf-8") as file:
        file.write(text)
    print("the file:", *values)
    print("polars:  ", show(lambda: pl.read_csv("x.csv", schema={"x": pl.Decimal(20, 2)})["x"]))
    print("duckdb:  ", show(lambda: [x for (x,) in duckdb.sql("from read_csv('x.csv', columns = {'x': 'decimal(20, 2)'}, header = true)").fetchall()]))
    options = pa.csv.ConvertOptions(column_types={"x": TYPE})
    print("arrow:   ", show(lambda: pa.csv.read_csv("x.csv", convert_options=options)["x"]))
    print("pandas:  ", show(lambda: pd.read_csv(io.StringIO(text), engine="pyarrow", dtype={"x": pd.ArrowDtype(TYPE)})["x"]))
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
