#!/usr/bin/env bash
# Two decimals of a double in DuckDB: round and cast disagree in nearly half of the halves.
#
# What is done: all 10,000 numbers from 0.005 to 99.995 in steps of 0.01 are doubles, and each gets two decimals by
# round(x, 2), by x::DECIMAL(10,2) and by format('{:.2f}', x).
#
# What a careful user expects: that a double is no exact half, as everybody knows, and that round may therefore go
# either way; but that one engine goes one way. A figure that is rounded in a view and one that is stored in a DECIMAL
# column are the same figure.
#
# What happens: round and the cast differ in 4,228 of the 10,000; the cast multiplies by 100 first, and round looks at
# the double as it is. format agrees with round except in 200, which are exact halves as doubles (0.125), where it goes
# to even. In 1.4.2 round agreed with the cast, and round(2.675, 2) was 2.68: an upgrade changes published figures.
#
# Seen with DuckDB 2.0.1; the program installs 1.4.2 beside it. About the cast:
# https://github.com/duckdb/duckdb/issues/3091, open.
#
# Why it matters: a mean of two scores ends in 5 half of the time. The list of ranks shows 70.50 and 70.51 for one unit,
# by which column a page is made of.
#
# How to avoid it: keep points in DECIMAL from the file on, where round goes half away from zero, and always to the
# digit that was asked for.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
cat >"$folder/expected" <<'SEEN'
duckdb 2.0.1 of 10000
2.675 round 2.67, cast 2.68, format 2.67, round of decimals 2.68,
1.005 round 1.00, cast 1.00, format 1.00, round of decimals 1.01,
0.125 round 0.13, cast 0.13, format 0.12, round of decimals 0.13,
round and cast differ: 4228
round and format differ: 200
cast and round of decimals differ: 572
round and round of decimals differ: 4800
duckdb 1.4.2 of 10000
2.675 round 2.68, cast 2.68, format 2.67, round of decimals 2.68,
1.005 round 1.00, cast 1.00, format 1.00, round of decimals 1.01,
0.125 round 0.13, cast 0.13, format 0.12, round of decimals 0.13,
round and cast differ: 0
round and format differ: 4428
cast and round of decimals differ: 572
round and round of decimals differ: 572
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import decimal
import subprocess
import sys

PROGRAM = '''
import duckdb
texts = [f"{k // 1000}.{k % 1000:03}" for k in range(5, 100000, 10)]
duckdb.sql("create table t as select unnest($1) as s", params=[texts])
away = "round(s::decimal(10, 3), 2)::varchar"
forms = {"round": "round(s::double, 2)::decimal(10, 2)::varchar", "cast": "s::double::decimal(10, 2)::varchar",
         "format": "format('{:.2f}', s::double)", "round of decimals": away}
print("duckdb", duckdb.__version__, "of", len(texts))
for text in ["2.675", "1.005", "0.125"]:
    found = duckdb.sql(f"select {', '.join(forms.values())} from t where s = '{text}'").fetchall()[0]
    print(text, *[f"{name} {x}," for name, x in zip(forms, found)])
for a, b in [("round", "cast"), ("round", "format"), ("cast", "round of decimals"), ("round", "round of decimals")]:
    print(a, "and", b, "differ:", duckdb.sql(f"select count(*) from t where {forms[a]} <> {forms[b]}").fetchall()[0][0])
'''
subprocess.run([sys.executable, "-c", PROGRAM], check=True)
subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "duckdb==1.4.2"], check=True)
subprocess.run([sys.executable, "-c", PROGRAM], check=True)
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
