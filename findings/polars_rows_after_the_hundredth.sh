#!/usr/bin/env bash
# Polars, made strict, cuts values of records that come after the hundredth.
#
# What is done: 101 records, the last of which has a fraction, become a data frame with strict=True, which is also the
# default: whole points and then 1.75, or decimals with one digit and then one with three.
#
# What a careful user expects: the documentation of strict says that an error is thrown if any value does not exactly
# match the given or inferred type. The same values in a column, {"points": [...]}, do throw it, and a text after 100
# numbers throws one too.
#
# What happens: the type is inferred from 100 records. A later 1.75 becomes 1, a later 1.255 becomes 1.3, from
# dictionaries and from tuples, without error or warning. Even schema={"points": pl.Int64} with strict=True cuts. If the
# record with the fraction is among the first 100, all is right: the result depends on the order of the records.
#
# Seen with Polars 2.1.0, and with 1.36.1. Known: https://github.com/pola-rs/polars/issues/23152, open.
#
# Why it matters: the answers of a web service are lists of records, sorted by unit; most points are whole, and the
# first half point stands in record 101 or later. A total, a tie and a rank change with the sorting of the file.
#
# How to avoid it: infer_schema_length=None, or the schema with the type that all values need.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0
cat >"$folder/expected" <<'SEEN'
polars 2.1.0
1.75 in record 101:           1
1.75 in record 100:           1.75
from_dicts:                   1
tuples:                       1
schema Int64, strict:         1
a column, strict:             TypeError
a text in record 101:         ComputeError
Decimal 1.255 in record 101:  1.3
infer_schema_length=None:     1.75
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import decimal

import polars as pl

D = decimal.Decimal


def last(make):
    try:
        return make()["points"][-1]
    except Exception as error:
        return type(error).__name__


whole = [{"points": 1}] * 100
print("polars", pl.__version__)
print("1.75 in record 101:          ", last(lambda: pl.DataFrame([*whole, {"points": 1.75}], strict=True)))
print("1.75 in record 100:          ", last(lambda: pl.DataFrame([*whole[1:], {"points": 1.75}], strict=True)))
print("from_dicts:                  ", last(lambda: pl.from_dicts([*whole, {"points": 1.75}])))
print("tuples:                      ", last(lambda: pl.DataFrame([(1,)] * 100 + [(1.75,)], schema=["points"], orient="row", strict=True)))
print("schema Int64, strict:        ", last(lambda: pl.DataFrame([{"points": 1.75}], schema={"points": pl.Int64}, strict=True)))
print("a column, strict:            ", last(lambda: pl.DataFrame({"points": [1] * 100 + [1.75]}, strict=True)))
print("a text in record 101:        ", last(lambda: pl.DataFrame([*whole, {"points": "x"}], strict=True)))
print("Decimal 1.255 in record 101: ", last(lambda: pl.DataFrame([{"points": D("1.5")}] * 100 + [{"points": D("1.255")}], strict=True)))
print("infer_schema_length=None:    ", last(lambda: pl.DataFrame([*whole, {"points": 1.75}], infer_schema_length=None)))
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
