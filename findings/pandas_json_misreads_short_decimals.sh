#!/usr/bin/env bash
# pandas.read_json reads 0.3 and 0.7 as other numbers than read_csv does.
#
# What is done: all numbers with two decimals from 0.00 to 100.00 are read by read_json and by read_csv, and compared
# with float; scores are classed by a bound.
#
# What a careful user expects: that the precision that read_json gives up by default (the documentation of
# precise_float: fast, but less precise) is that of the sixteenth digit, in numbers that have one; 0.3 is the nearest
# double in every reader.
#
# What happens: 48 of the 10,001 numbers are off, the largest 7.81. Written with one digit, 0.3 is off too, while 0.30
# is right: in one file, 0.3 and 0.30 are two numbers. 0.3 is read as 0.30000000000000004, differs from the 0.3 of a CSV
# file, is above "at most 0.3", and two units with one share are not tied. 0.7 is off in both forms.
#
# Seen with pandas 3.1.1. Known: https://github.com/pandas-dev/pandas/issues/49027, closed; read_csv was given an exact
# reader, read_json was not.
#
# Why it matters: services give shares between 0 and 1. A join by value drops rows, a class with an upper bound takes
# the unit out, and a rank by the value splits units whose files were of two kinds.
#
# How to avoid it: precise_float=True, always; or json.loads with parse_float=Decimal.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 numpy==2.4.6
cat >"$folder/expected" <<'SEEN'
pandas 3.1.1
read_json is off in 48 of 10001 from 0.35 to 7.81
the first of them: 0.35 0.41 0.47 0.57 0.69
0.3, 0.30, 0.7 and 0.70 are read as: 0.30000000000000004 0.3 0.7000000000000001 0.7000000000000001
precise_float is off in 0 and read_csv in 0
{'unit': 'A', 'share': 0.30000000000000004, 'rank': 1, 'at most 0.3': False}
{'unit': 'B', 'share': 0.3, 'rank': 2, 'at most 0.3': True}
{'unit': 'C', 'share': 0.3, 'rank': 2, 'at most 0.3': True}
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import io

import pandas as pd

print("pandas", pd.__version__)
texts = [f"{k // 100}.{k % 100:02}" for k in range(10001)]
exact = [float(text) for text in texts]
document = '[' + ','.join(f'{{"x": {text}}}' for text in texts) + ']'
loose = pd.read_json(io.StringIO(document))["x"].tolist()
wrong = [text for text, found, right in zip(texts, loose, exact) if found != right]
print("read_json is off in", len(wrong), "of", len(texts), "from", wrong[0], "to", wrong[-1])
print("the first of them:", *wrong[:5])
short = pd.read_json(io.StringIO("[0.3, 0.30, 0.7, 0.70]"), typ="series").tolist()
print("0.3, 0.30, 0.7 and 0.70 are read as:", *short)
precise = pd.read_json(io.StringIO(document), precise_float=True)["x"].tolist()
table = pd.read_csv(io.StringIO("x\n" + "\n".join(texts)))["x"].tolist()
print("precise_float is off in", sum(a != b for a, b in zip(precise, exact)), "and read_csv in", sum(a != b for a, b in zip(table, exact)))
a = pd.read_json(io.StringIO('[{"unit": "A", "share": 0.3}, {"unit": "B", "share": 0.30}]'))
b = pd.read_csv(io.StringIO("unit,share\nC,0.3\n"))
both = pd.concat([a, b])
both["rank"] = both["share"].rank(method="min", ascending=False).astype(int)
both["at most 0.3"] = both["share"] <= 0.3
for row in both.to_dict("records"):
    print(row)
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
