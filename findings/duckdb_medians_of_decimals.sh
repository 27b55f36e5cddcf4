#!/usr/bin/env bash
# The median of decimals in DuckDB is cut to the scale of the column; its mean is not.
#
# What is done: two districts have two communes each, with scores of two decimals in a column DECIMAL(5,2). The
# district's figure is the median, and the districts are ranked by it.
#
# What a careful user expects: the median of 70.50 and 70.51 is 70.505, as avg gives it in the same query, as median
# gives it when the column is DOUBLE, and as median of whole numbers is a DOUBLE with its half. Whoever rounds to two
# decimals would get 70.51 or (ties to even) 70.50.
#
# What happens: median and quantile_cont of a DECIMAL keep the scale of the column and drop the rest, towards zero:
# 70.51 and 70.52 give 70.51, where rounding to even and rounding away from zero both give 70.52. A district that is
# ahead is tied. Whole numbers that are kept as DECIMAL(3,0) lose their half: the median of 1 and 2 is 1.
#
# Seen with DuckDB 2.0.1, and with 1.4.2. Related: https://github.com/duckdb/duckdb/issues/13655, closed as expected
# behaviour; no issue about the direction of the cut was found.
#
# Why it matters: medians of sub-units and of judges' scores decide ranks; a column becomes DECIMAL by itself when
# numbers are literals in SQL or Decimal objects in a data frame.
#
# How to avoid it: cast the column to DOUBLE, or to a DECIMAL with one more decimal, inside median.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
cat >"$folder/expected" <<'SEEN'
duckdb 2.0.1
district, median, quantile_cont, avg, median of double, median of decimal(6,3)
North 70.50 70.50 70.505 70.505 70.505
South 70.50 70.50 70.5 70.5 70.500
West 70.51 70.51 70.515 70.515 70.515
ranks by median of the column: [('West', 1), ('North', 2), ('South', 2)]
ranks by median of doubles:    [('West', 1), ('North', 2), ('South', 3)]
of 1 and 2 as decimal(3,0):    1
of 1 and 2 as integer:         1.5
of -0.01 and -0.02:            -0.01
SEEN
cd "$folder"
venv/bin/python - <<'PROGRAM' | tee seen
import duckdb

print("duckdb", duckdb.__version__)
duckdb.sql('''
    create table score as select * from (values
    ('North', 70.50::decimal(5, 2)), ('North', 70.51), ('South', 70.50), ('South', 70.50), ('West', 70.51), ('West', 70.52)) t(district, x)
''')
print("district, median, quantile_cont, avg, median of double, median of decimal(6,3)")
for row in duckdb.sql('''
    select district, median(x), quantile_cont(x, 0.5), avg(x), median(x::double), median(x::decimal(6, 3))
    from score group by district order by district
''').fetchall():
    print(*row)
ranked = "select district, rank() over (order by m desc) r from (select district, median({}) m from score group by district) order by r, district"
print("ranks by median of the column:", duckdb.sql(ranked.format("x")).fetchall())
print("ranks by median of doubles:   ", duckdb.sql(ranked.format("x::double")).fetchall())
print("of 1 and 2 as decimal(3,0):   ", duckdb.sql("select median(x) from (values (1::decimal(3, 0)), (2)) t(x)").fetchall()[0][0])
print("of 1 and 2 as integer:        ", duckdb.sql("select median(x) from (values (1::integer), (2)) t(x)").fetchall()[0][0])
print("of -0.01 and -0.02:           ", duckdb.sql("select median(x) from (values (-0.01::decimal(5, 2)), (-0.02)) t(x)").fetchall()[0][0])
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
