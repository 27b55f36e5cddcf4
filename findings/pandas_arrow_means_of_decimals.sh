#!/usr/bin/env bash
# In pandas the mean of Arrow decimals is rounded to the decimals of the column; the median, and the mean of Decimal
# objects, are not.
#
# What is done: three units have three scores each, with two decimals, once as decimal128(5, 2)[pyarrow], once as
# Decimal objects. Units are ranked by the mean.
#
# What a careful user expects: a mean with more digits than the scores, as from Decimal objects, as median gives it, and
# as division does: a column of decimals over 3 has more than twenty decimals.
#
# What happens: mean, mean of a group and mean of a row keep two decimals. The means 70.5033 and 70.4967 are both 70.50,
# and the units are tied. The result looks like a figure that somebody rounded for print, and a mean of such means is
# rounded twice.
#
# Seen with pandas 3.1.1 and Arrow 26.0.1. Arrow decided in https://github.com/apache/arrow/pull/11754 to keep the type
# and to round; no issue was found about the ranks or about median.
#
# Why it matters: decimals in Arrow come from Parquet files and databases by themselves. The index of a province as a
# mean of its districts then ties units that differ in the third decimal, where the rules say that the index is rounded
# after the ranks are given.
#
# How to avoid it: cast the column to more decimals before mean.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 pyarrow==26.0.1 numpy==2.4.6
cat >"$folder/expected" <<'SEEN'
pandas 3.1.1 pyarrow 26.0.1
means of Arrow decimals:   {'A': '70.50', 'B': '70.50', 'C': '70.51'} {'A': 2, 'B': 2, 'C': 1}
means of Decimal objects:  {'A': '70.5033', 'B': '70.4967', 'C': '70.5067'} {'A': 2, 'B': 3, 'C': 1}
means, cast to six first:  {'A': '70.503333', 'B': '70.496667', 'C': '70.506667'} {'A': 2, 'B': 3, 'C': 1}
of 70.50 and 70.51:        mean 70.51 median 70.505
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import decimal

import pandas as pd
import pyarrow as pa

D = decimal.Decimal
print("pandas", pd.__version__, "pyarrow", pa.__version__)
frame = pd.DataFrame({"unit": list("AAABBBCCC"), "x": [D(x) for x in "70.50 70.50 70.51 70.50 70.50 70.49 70.51 70.50 70.51".split()]})
arrow = frame.assign(x=frame["x"].astype(pd.ArrowDtype(pa.decimal128(5, 2))))


def ranks(means):
    return means.astype(float).rank(method="min", ascending=False).astype(int).to_dict()


def shown(means):
    return {unit: str(value) for unit, value in means.items()}


groups = arrow.groupby("unit")["x"]
print("means of Arrow decimals:  ", shown(groups.mean()), ranks(groups.mean()))
objects = frame.groupby("unit")["x"].mean()
print("means of Decimal objects: ", {unit: f"{value:.4f}" for unit, value in objects.items()}, ranks(objects))
wide = arrow.astype({"x": pd.ArrowDtype(pa.decimal128(9, 6))}).groupby("unit")["x"].mean()
print("means, cast to six first: ", shown(wide), ranks(wide))
two = pd.Series([D("70.50"), D("70.51")], dtype=pd.ArrowDtype(pa.decimal128(5, 2)))
print("of 70.50 and 70.51:        mean", two.mean(), "median", two.median())
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
