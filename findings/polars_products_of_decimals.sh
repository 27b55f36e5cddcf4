#!/usr/bin/env bash
# A weighted total of decimals in Polars rounds every product before it is added.
#
# What is done: two units have scores with two decimals in three criteria, and the weights 0.15, 0.35 and 0.50 are
# decimals too. The total is the sum of weight times score, in Polars, in DuckDB, in Arrow and in Python's decimal.
#
# What a careful user expects: that decimals were chosen so that nothing is lost. SQL, Arrow and Python give the product
# of two numbers with two decimals four decimals, and the total is exact; it is rounded once, when it is published.
#
# What happens: Polars gives the product the larger of the two scales, here two, and rounds it, ties to even. Three
# rounded products are added, and the unit that leads by 0.0155 comes second. No warning says so. 0.05 times 0.10 is
# 0.00.
#
# Seen with Polars 2.1.0, and with 1.36.1. Polars fixed the scale so in https://github.com/pola-rs/polars/pull/24542 on
# purpose.
#
# Why it matters: an index of points is a weighted sum of dozens of criteria, published with two decimals; units often
# differ by 0.01. With weights in a column of decimals, the more criteria, the more roundings, and a rank may be decided
# by them.
#
# How to avoid it: cast both columns to a scale that holds the product (here four decimals) before they are multiplied,
# and round once at the end.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 duckdb==2.0.1 pyarrow==26.0.1
cat >"$folder/expected" <<'SEEN'
polars 2.1.0 duckdb 2.0.1 pyarrow 26.0.1
A Python decimal 84.6930
A Arrow          84.6930
A DuckDB         84.6930
A Polars         84.68
A Polars, cast   84.6930
B Python decimal 84.6775
B Arrow          84.6775
B DuckDB         84.6775
B Polars         84.69
B Polars, cast   84.6775
0.05 times 0.10 in Polars: 0.00
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import decimal

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

D = decimal.Decimal
WEIGHTS = [D("0.15"), D("0.35"), D("0.50")]
UNITS = {"A": [D("81.43"), D("87.01"), D("84.05")], "B": [D("81.44"), D("86.99"), D("84.03")]}

print("polars", pl.__version__, "duckdb", duckdb.__version__, "pyarrow", pa.__version__)
for unit, scores in UNITS.items():
    print(unit, "Python decimal", sum(w * s for w, s in zip(WEIGHTS, scores)))
    columns = pa.table({"w": pa.array(WEIGHTS, pa.decimal128(5, 2)), "s": pa.array(scores, pa.decimal128(5, 2))})
    print(unit, "Arrow         ", pc.sum(pc.multiply(columns["w"], columns["s"])))
    print(unit, "DuckDB        ", duckdb.sql("select sum(w * s) from columns").fetchall()[0][0])
    frame = pl.DataFrame({"w": WEIGHTS, "s": scores}, schema={"w": pl.Decimal(5, 2), "s": pl.Decimal(5, 2)})
    print(unit, "Polars        ", frame.select((pl.col("w") * pl.col("s")).sum()).item())
    wide = frame.cast(pl.Decimal(9, 4))
    print(unit, "Polars, cast  ", wide.select((pl.col("w") * pl.col("s")).sum()).item())
small = pl.DataFrame({"w": [D("0.05")], "s": [D("0.10")]})
print("0.05 times 0.10 in Polars:", small.select(pl.col("w") * pl.col("s")).item())
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
