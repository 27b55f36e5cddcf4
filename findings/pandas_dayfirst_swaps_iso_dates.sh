#!/usr/bin/env bash
# dayfirst=True makes pandas read 2024-02-01, a date of ISO 8601, as the second of January.
#
# What is done: dates of ISO 8601 are read with dayfirst=True, which somebody set because other files of the same series
# have 01/02/2024.
#
# What a careful user expects: that dayfirst decides about 01/02/2024, where day and month are in doubt, and leaves the
# order year, month, day alone: ISO 8601 has no other. The documentation says that dayfirst parses 10/11/12 as 10
# November 2012, and that it is not strict.
#
# What happens: day and month are swapped in 2024-02-01, 2024/02/01, even in 20240201 and in 2024-02-01T08:00. If the
# column has a day above 12, all depends on which comes first: after 2024-02-13 the column is read right, and 2024-02-13
# after 2024-02-01 is an error. In a mixed column with format="mixed", each date is decided alone. A file with the days
# 1 to 12 only, such as a deadline on the fifth of each month, is swapped in silence.
#
# Seen with pandas 3.1.1. Known since pandas 2.0: https://github.com/equinor/tagreader-python/pull/177;
# https://github.com/pandas-dev/pandas/issues/58859, where 20240201 was still read right, is closed.
#
# Why it matters: points "on time, else minus 0.5 for each ten days" are made of such dates: a report of 5 February, due
# on 1 March, becomes one of 2 May.
#
# How to avoid it: name the format, "%Y-%m-%d" or "ISO8601", and use dayfirst never for a column whose form is known.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 numpy==2.4.6
cat >"$folder/expected" <<'SEEN'
pandas 3.1.1
2024-02-01        02 Jan (0 warnings)
2024/02/01        02 Jan (0 warnings)
20240201          02 Jan (0 warnings)
2024-02-01T08:00  02 Jan (0 warnings)
01/02/2024        01 Feb (0 warnings)
02-01, 03-05      02 Jan 03 May (0 warnings)
02-13, 02-01      13 Feb 01 Feb (1 warnings)
02-01, 02-13      ValueError (0 warnings)
mixed             02 Jan 13 Feb 01 Feb (0 warnings)
ISO8601           01 Feb 05 Mar (0 warnings)
days late after 1 March, of reports sent on 5 and 9 February: [62, 185]
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import io
import warnings

import pandas as pd

print("pandas", pd.__version__)


def read(dates, **options):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            found = " ".join(date.strftime("%d %b") for date in pd.to_datetime(dates, **options))
        except ValueError:
            found = "ValueError"
    return f"{found} ({len(caught)} warnings)"


for text in ["2024-02-01", "2024/02/01", "20240201", "2024-02-01T08:00", "01/02/2024"]:
    print(f"{text:17}", read([text], dayfirst=True))
print("02-01, 03-05     ", read(["2024-02-01", "2024-03-05"], dayfirst=True))
print("02-13, 02-01     ", read(["2024-02-13", "2024-02-01"], dayfirst=True))
print("02-01, 02-13     ", read(["2024-02-01", "2024-02-13"], dayfirst=True))
print("mixed            ", read(["2024-02-01", "2024-02-13", "01/02/2024"], dayfirst=True, format="mixed"))
print("ISO8601          ", read(["2024-02-01", "2024-03-05"], dayfirst=True, format="ISO8601"))
table = pd.read_csv(io.StringIO("unit,sent\nA,2024-02-05\nB,2024-02-09\n"), parse_dates=["sent"], dayfirst=True)
late = (table["sent"] - pd.Timestamp("2024-03-01")).dt.days.clip(lower=0)
print("days late after 1 March, of reports sent on 5 and 9 February:", late.tolist())
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
