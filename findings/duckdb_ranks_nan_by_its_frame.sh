#!/usr/bin/env bash
# One table, one query of DuckDB: from pandas the unit without an index is last, from Polars it is first.
#
# What is done: three units have the indices 71.0, none and 70.5; the second is the result of 0.0/0.0, because none of
# its criteria was applicable. DuckDB ranks them by the index, highest first: from a pandas frame, from a Polars frame,
# from an Arrow table, and from the pandas frame with the division left to DuckDB.
#
# What a careful user expects: one table, one answer, whichever library holds it; a unit without an index has no rank,
# or the last.
#
# What happens: DuckDB reads NaN of a pandas frame as NULL, which it sorts last; of the others it keeps NaN, which it
# takes as greater than all numbers, so that the unit is ranked first and all others drop by one. avg is 70.75 from
# pandas and NaN from Polars. DuckDB's own 0.0/0.0 is NaN too, so that computing the index within the query also ranks
# the unit first. Nothing is said.
#
# Seen with DuckDB 2.0.1, pandas 3.1.1, Polars 2.1.0, Arrow 26.0.1. Known: https://github.com/duckdb/duckdb/issues/15379
# and https://github.com/duckdb/duckdb/issues/10196, as expected behaviour.
#
# Why it matters: communes without a single case at the one-stop shop have an undefined share. Moving a script from
# pandas to Polars, with the query left as it is, puts such a commune at the top of the list.
#
# How to avoid it: turn NaN into null where it arises: fill_nan(None) in Polars, nullif(x, 'nan') in DuckDB, and filter
# before the rank.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1 pandas==3.1.1 polars==2.1.0 pyarrow==26.0.1 numpy==2.4.6
cat >"$folder/expected" <<'SEEN'
duckdb 2.0.1 pandas 3.1.1 polars 2.1.0 pyarrow 26.0.1
pandas:               A:1 B:3 C:2, mean 70.75
polars:               A:2 B:1 C:3, mean nan
arrow:                A:2 B:1 C:3, mean nan
pandas, x in DuckDB:  A:2 B:1 C:3, mean nan
polars, fill_nan:     A:1 B:3 C:2, mean 70.75
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

print("duckdb", duckdb.__version__, "pandas", pd.__version__, "polars", pl.__version__, "pyarrow", pa.__version__)
values = {"unit": ["A", "B", "C"], "score": [71.0, 0.0, 70.5], "most": [1.0, 0.0, 1.0]}
pandas_frame = pd.DataFrame(values)
pandas_frame["x"] = pandas_frame["score"] / pandas_frame["most"]
polars_frame = pl.DataFrame(values).with_columns(x=pl.col("score") / pl.col("most"))
arrow_table = polars_frame.to_arrow()
filled = polars_frame.with_columns(pl.col("x").fill_nan(None))
QUERY = "select unit, rank() over (order by {} desc), avg({}) over () from {} order by unit"


def ask(name, column="x"):
    rows = duckdb.sql(QUERY.format(column, column, name)).fetchall()
    return " ".join(f"{unit}:{rank}" for unit, rank, _ in rows) + f", mean {rows[0][2]}"


print("pandas:              ", ask("pandas_frame"))
print("polars:              ", ask("polars_frame"))
print("arrow:               ", ask("arrow_table"))
print("pandas, x in DuckDB: ", ask("pandas_frame", "score / most"))
print("polars, fill_nan:    ", ask("filled"))
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
