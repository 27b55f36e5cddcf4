#!/usr/bin/env bash
# A column of formulas is 0 in every row, or missing in every row, by the library that wrote the workbook; no reader says so.
#
# What is done: a table of three communes gets a column "index" of formulas, =100*B2/C2, and is written as xlsx by Polars
# and by pandas with each of its two engines. What was written is read again by Polars, pandas (both engines) and
# python-calamine.
#
# What a careful user expects: the index, or nothing, with a word that nobody has computed it yet. The three workbooks hold
# the same formulas, and look the same once a spreadsheet has opened them.
#
# What happens: where XlsxWriter wrote the file (Polars, and pandas with engine="xlsxwriter"), the value stored beside
# each formula is 0, and all four readers give 0 in silence: three communes with an index of 0, all of them first. Where
# openpyxl wrote it, no value is stored, and the readers give nothing. A change of the engine turns "missing" into "zero";
# write_excel and read_excel of one library, Polars, do not give back what a spreadsheet shows. Both files ask for it to be
# computed when they are opened (fullCalcOnLoad), which no reader looks at.
#
# Seen with Polars 2.1.0, pandas 3.1.1, XlsxWriter 3.3.1, openpyxl 3.1.5, python-calamine 0.9.1, fastexcel 0.21.0. XlsxWriter
# documents that it stores 0, for programs that only display (https://xlsxwriter.readthedocs.io/working_with_formulas.html);
# the documentation of write_excel and read_excel says nothing of it.
#
# Why it matters: a form that was generated with formulas for totals and shares, and comes back without having been saved by
# a spreadsheet, scores zero where it should be refused.
#
# How to avoid it: open and save such a workbook in a spreadsheet before it is read, or write values; refuse a formula whose
# value is 0 where the workbook asks to be computed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 pandas==3.1.1 pyarrow==26.0.1 XlsxWriter==3.3.1 \
  openpyxl==3.1.5 python-calamine==0.9.1 fastexcel==0.21.0
cat >"$folder/expected" <<'SEEN'
polars 2.1.0, pandas 3.1.1, xlsxwriter 3.3.1, openpyxl 3.1.5
written by                   read by            index of A, B, C        first
Polars write_excel           Polars             0, 0, 0                 A, B, C
Polars write_excel           pandas, openpyxl   0, 0, 0                 A, B, C
Polars write_excel           pandas, calamine   0, 0, 0                 A, B, C
Polars write_excel           python-calamine    0, 0, 0                 A, B, C
pandas, engine xlsxwriter    Polars             0, 0, 0                 A, B, C
pandas, engine xlsxwriter    pandas, openpyxl   0, 0, 0                 A, B, C
pandas, engine xlsxwriter    pandas, calamine   0, 0, 0                 A, B, C
pandas, engine xlsxwriter    python-calamine    0, 0, 0                 A, B, C
pandas, engine openpyxl      Polars             none, none, none        nobody
pandas, engine openpyxl      pandas, openpyxl   none, none, none        nobody
pandas, engine openpyxl      pandas, calamine   none, none, none        nobody
pandas, engine openpyxl      python-calamine    none, none, none        nobody
a spreadsheet would show                        80, 75, 90              C
SEEN
cd "$folder"
venv/bin/python - 2>/dev/null <<'PROGRAM' | tee seen
import openpyxl
import pandas as pd
import polars as pl
import python_calamine
import xlsxwriter

print(f"polars {pl.__version__}, pandas {pd.__version__}, xlsxwriter {xlsxwriter.__version__}, openpyxl {openpyxl.__version__}")
table = {"unit": ["A", "B", "C"], "done": [40, 30, 45], "all": [50, 40, 50]}


def by_polars(path):
    pl.DataFrame(table).write_excel(path, formulas={"index": "=100*[@done]/[@all]"})


def by_pandas(engine):
    frame = pd.DataFrame(table | {"index": [f"=100*B{row}/C{row}" for row in (2, 3, 4)]})
    return lambda path: frame.to_excel(path, engine=engine, index=False)


def values(column):
    return [None if value is None or value == "" or value != value else float(value) for value in column]


WRITERS = {
    "Polars write_excel": by_polars,
    "pandas, engine xlsxwriter": by_pandas("xlsxwriter"),
    "pandas, engine openpyxl": by_pandas("openpyxl"),
}
READERS = {
    "Polars": lambda path: pl.read_excel(path)["index"].to_list(),
    "pandas, openpyxl": lambda path: pd.read_excel(path, engine="openpyxl")["index"].to_list(),
    "pandas, calamine": lambda path: pd.read_excel(path, engine="calamine")["index"].to_list(),
    "python-calamine": lambda path: [
        row[3] for row in python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]
    ],
}


def line(written, read, index):
    best = max((value for value in index if value is not None), default=None)
    first = [unit for unit, value in zip(table["unit"], index) if value is not None and value == best]
    texts = ", ".join("none" if value is None else f"{value:g}" for value in index)
    print(f"{written:28} {read:18} {texts:23} {', '.join(first) or 'nobody'}")


print(f"{'written by':28} {'read by':18} {'index of A, B, C':23} first")
for place, (written, write) in enumerate(WRITERS.items()):
    write(f"{place}.xlsx")
    for read, reader in READERS.items():
        line(written, read, values(reader(f"{place}.xlsx")))
line("a spreadsheet would show", "", [100 * done / most for done, most in zip(table["done"], table["all"])])
PROGRAM
diff expected seen || { echo "This is no longer what was seen when the script was written." >&2; exit 1; }
