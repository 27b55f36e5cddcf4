#!/usr/bin/env bash
# clip at 8.5 gives 8: Polars, and pandas with an Arrow type, cut the bound to the type of the column.
#
# What is done: whole points are bounded from 1.5 to 8.5: in Polars, in pandas with NumPy, with the nullable type Int64
# and with int64[pyarrow]. In Polars, decimals with one digit are bounded at 0.85, and 2.5 is replaced.
#
# What a careful user expects: 1.5 and 8.5, as pandas gives them with its ordinary column of whole numbers, or an error.
# Arithmetic of the same column with 8.5 gives fractions in both libraries.
#
# What happens: Polars and int64[pyarrow] return 1 and 8, whole numbers; 1 is below the lower bound that was asked for.
# Only the nullable Int64 of pandas refuses. For decimals Polars rounds the bound to the scale of the column: 0.8 for
# 0.85. replace({2.5: 9}) replaces 2, which nobody named. Nothing is said.
#
# Seen with Polars 2.1.0 and 1.36.1, and pandas 3.1.1 with Arrow 26.0.1. Known of Polars:
# https://github.com/pola-rs/polars/issues/11385, open. No issue was found of pandas, nor of replace.
#
# Why it matters: "at most 8.5 points for the group", "a bonus of no more than 2.5" are bounds of criteria sets. Whether
# a column is whole or not depends on the year's data: in a year without half points, all units at the bound lose half a
# point, and in pandas it depends on dtype_backend.
#
# How to avoid it: cast the column to a type with fractions before clip and replace.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 pandas==3.1.1 pyarrow==26.0.1 numpy==2.4.6
cat >"$folder/expected" <<'SEEN'
polars 2.1.0 pandas 3.1.1 pyarrow 26.0.1
polars Int64 clip(1.5, 8.5):           [1, 5, 8]
polars Float64 clip(1.5, 8.5):         [1.5, 5.0, 8.5]
pandas int64 clip(1.5, 8.5):           [1.5, 5.0, 8.5]
pandas Int64 clip(1.5, 8.5):           TypeError
pandas int64[pyarrow] clip(1.5, 8.5):  [1, 5, 8]
polars Decimal(3, 1) clip to 0.85:     0.2 0.8
polars Int64 replace({2.5: 9}):        [1, 9, 3]
polars Int64 plus 8.5:                 [9.5, 13.5, 17.5]
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import decimal

import pandas as pd
import polars as pl
import pyarrow as pa

D = decimal.Decimal
POINTS = [1, 5, 9]


def outcome(make):
    try:
        return make()
    except Exception as error:
        return type(error).__name__


print("polars", pl.__version__, "pandas", pd.__version__, "pyarrow", pa.__version__)
print("polars Int64 clip(1.5, 8.5):          ", pl.Series(POINTS).clip(1.5, 8.5).to_list())
print("polars Float64 clip(1.5, 8.5):        ", pl.Series(POINTS, dtype=pl.Float64).clip(1.5, 8.5).to_list())
for dtype in ["int64", "Int64", "int64[pyarrow]"]:
    print(f"pandas {dtype} clip(1.5, 8.5):".ljust(38), outcome(lambda dtype=dtype: pd.Series(POINTS, dtype=dtype).clip(1.5, 8.5).tolist()))
print("polars Decimal(3, 1) clip to 0.85:    ", *pl.Series([D("0.2"), D("0.9")], dtype=pl.Decimal(3, 1)).clip(upper_bound=D("0.85")))
print("polars Int64 replace({2.5: 9}):       ", pl.Series([1, 2, 3]).replace({2.5: 9}).to_list())
print("polars Int64 plus 8.5:                ", (pl.Series(POINTS) + 8.5).to_list())
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
