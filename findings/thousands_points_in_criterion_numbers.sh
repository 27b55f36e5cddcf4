#!/usr/bin/env bash
# A point as the separator of thousands makes the criteria 1.1, 1.10 and 1.1.1 the numbers 11, 110 and 111.
#
# What is done: a file of the continental kind (semicolons; decimal comma; point between thousands) has the number of
# the criterion, its budget and its points, one of them typed with a point. pandas and DuckDB read it with decimal ","
# and thousands "."; Polars with decimal_comma.
#
# What a careful user expects: that a point is a separator of thousands where three digits follow it, and that 1.1.1 is
# no number, but a text. "70.5" is a slip, and is refused, or leaves the column a text.
#
# What happens: pandas and DuckDB drop the points wherever they are. The criteria 1.1 and 11 become one, 1.10 becomes
# 110, and 70.5 points become 705. The column is of integers or doubles, without warning. In pandas a day 01.02.2024 is
# 1022024 unless the column is named as dates; DuckDB finds that it is a date. Polars keeps the criteria as texts, and
# the points as well, because of 70.5.
#
# Seen with pandas 3.1.1, DuckDB 2.0.1, Polars 2.1.0. About dates: https://github.com/pandas-dev/pandas/issues/14066;
# about criteria no issue was found.
#
# Why it matters: Vietnamese, German and French tables are written so. Criteria are joined with their weights by number,
# and 11 has the weight of 1.1; 705 is capped at the maximum by a later step, and looks like full points.
#
# How to avoid it: read such columns as texts, by naming their types, and read numbers only with a check of the groups
# of three.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 numpy==2.4.6 duckdb==2.0.1 polars==2.1.0
cat >"$folder/expected" <<'SEEN'
pandas 3.1.1 duckdb 2.0.1 polars 2.1.0
pandas criterion [11, 11, 110, 111]
pandas budget [1234567.5, 2000.0, 1000.0, 8.0]
pandas points [70.5, 705.0, 69.5, 68.0]
pandas day [1022024, 3022024, 4022024, 5022024]
pandas warnings: 0
duckdb criterion ['11', '11', '110', '111']
duckdb budget ['1234567.5', '2000.0', '1000.0', '8.0']
duckdb points ['70.5', '705.0', '69.5', '68.0']
duckdb day ['2024-02-01', '2024-02-03', '2024-02-04', '2024-02-05']
polars criterion ['1.1', '11', '1.10', '1.1.1']
polars budget ['1.234.567,5', '2.000,0', '1.000,0', '8,0']
polars points ['70,5', '70.5', '69,5', '68,0']
polars day ['01.02.2024', '03.02.2024', '04.02.2024', '05.02.2024']
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import warnings

import duckdb
import pandas as pd
import polars as pl

print("pandas", pd.__version__, "duckdb", duckdb.__version__, "polars", pl.__version__)
with open("points.csv", "w", encoding="utf-8") as file:
    file.write("criterion;budget;points;day\n1.1;1.234.567,5;70,5;01.02.2024\n11;2.000,0;70.5;03.02.2024\n")
    file.write("1.10;1.000,0;69,5;04.02.2024\n1.1.1;8,0;68,0;05.02.2024\n")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    frame = pd.read_csv("points.csv", sep=";", decimal=",", thousands=".")
for name in frame:
    print("pandas", name, frame[name].tolist())
print("pandas warnings:", len(caught))
relation = duckdb.sql("from read_csv('points.csv', delim = ';', decimal_separator = ',', thousands = '.')")
for name, values in zip(relation.columns, zip(*relation.fetchall())):
    print("duckdb", name, [str(value) for value in values])
frame = pl.read_csv("points.csv", separator=";", decimal_comma=True)
for name in frame.columns:
    print("polars", name, frame[name].to_list())
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
