"""One random sheet, read as CSV, as a workbook, as columns, and as frames of pandas, polars and Arrow: the same problems, or the same evidence with
the same warnings and notes. A sheet has what offices write: heads as people type them, blanks of every kind, marks, words, and bad cells.

CHISO_SHEETS=5000 python -m pytest tests/python/package/test_same_sheet.py   # that many; CHISO_SHEETS_FROM is the first seed
"""

import csv
import datetime
import decimal
import io
import itertools
import os
import random
import warnings

import chiso
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

pytestmark = pytest.mark.filterwarnings("ignore")

FIRST, SHEETS = int(os.environ.get("CHISO_SHEETS_FROM", "0")), int(os.environ.get("CHISO_SHEETS", "250"))

NUMBERS = {"cases": (0, 0, None), "share": (2, 0, 100), "delta": (3, None, None)}
RULES = chiso.rules
MODEL = chiso.Draft(
    id="sheets",
    tracks=["self", "final"],
    stated_points="accept",
    measures={
        "cases": chiso.Measure("count"),
        "share": chiso.Measure("decimal", decimals=2, min=0, max=100),
        "delta": chiso.Measure("decimal", decimals=3, excess="round"),
        "plan": chiso.Measure("choice", options=["on_time", "Trễ hạn", "2"]),
        "done": chiso.Measure("yes_no"),
        "since": chiso.Measure("date"),
    },
    criteria=[
        chiso.Leaf("a", 10, RULES.Proportional(value="cases", full_at=10)),
        chiso.Leaf("b", 10, RULES.Proportional(value="share", full_at=100)),
        chiso.Leaf("c", 10, RULES.Proportional(value="delta", full_at=100)),
        chiso.Leaf("d", 10, RULES.Options(value="plan", points={"on_time": 10, "Trễ hạn": 5, "2": 2})),
        chiso.Leaf("e", 10, RULES.YesNo(value="done")),
        chiso.Leaf("f", 10, RULES.YesNo(value="days(date('2024-01-01'), since) > 0")),
    ],
).build()

NAMES = [
    "Xã Hòa An",
    "Xã Hoà An",
    "xã hòa an",
    "Phường 1",
    "Phường 01",
    "Đắk Lắk",
    "Ðắk Lắk",
    "A-B",
    "A – B",
    "Tổng cộng",
    "Cộng",
    "#REF!",
    "1",
    "007",
]
BLOCKS = ["Khối xã", "Khối Xã", "Khối phường", "#N/A"]
PERIODS = ["2023", "2024", "12/2023", "Q4.23", "2024-Q1"]
WORDS = ["n/a", "-", "không áp dụng", "not_applicable", "Không  áp\u00a0dụng", "x", "12a", "#DIV/0!", "nan", "None"]
BLANKS = ["", " ", "\u00a0", "\t", "\u200b"]


class Sheet:
    """Columns of cells, each of one type with None for a blank, that are meant alike whatever holds them."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.rows = self.random.choice([0, 1, 2, 3, 5, 8, 13])
        self.is_good = self.random.random() < 0.6  # then little is wrong with it
        self.in_text = self.random.random() < 0.5  # numbers with decimals are text: in CSV a float would show which mark text has
        self.options = self._options()
        kinds = {
            "unit": self._units,
            "block": lambda: self._drawn(BLOCKS),
            "period": self._periods,
            "track": lambda: self._drawn(["self", "final", "Final", "thẩm định"]),
            "ranked": lambda: [True] * self.rows if self.is_good else self._truths(),
            "cases": lambda: self._numbers("cases"),
            "share": lambda: self._numbers("share"),
            "delta": lambda: self._numbers("delta"),
            "plan": lambda: self._drawn(["on_time", "Trễ hạn", "2", "2.0", "trễ  hạn", "Trễ\u00a0hạn", "late"]),
            "done": self._truths,
            "since": self._dates,
            "cases.not_applicable": self._truths,
            "points.a": lambda: self._numbers("delta"),
            "Ghi chú": lambda: self._drawn(["xong", "đã nộp"]),
            "Shares": lambda: self._drawn(["5"]),
            "": lambda: self._drawn(["?"], blank=0.9),
        }
        likely = {
            "unit": 0.97,
            "cases": 0.97,
            "share": 0.95,
            "delta": 0.95,
            "plan": 0.95,
            "done": 0.95,
            "since": 0.95,
            "": 0.1,
            "Shares": 0.1,
        }
        if self.is_good:
            likely |= dict.fromkeys(MODEL.measures, 1) | {"unit": 1, "": 0, "Shares": 0, "cases.not_applicable": 0}
            likely["Ghi chú"] = 0.3 if self.options.get("unknown") else 0
        taken = [name for name in kinds if self.random.random() < likely.get(name, 0.3)]
        self.random.shuffle(taken)
        while len(taken) < 2:  # a blank row of a single column is an empty line of CSV, which is no row
            taken.append(next(name for name in kinds if name not in taken))
        self.columns = {}
        for name in taken:
            cells = kinds[name]()
            self.columns.setdefault(self._head(name), cells)
        self._blank_rows()

    def _options(self):
        options = {}
        draw = self.random.random
        if draw() < 0.5:
            options["unknown"] = "ignore"
        if draw() < 0.3:
            options["absent"] = "missing"
        if draw() < 0.3:
            options["missing_words"] = ["n/a", "-"]
        if draw() < 0.3:
            options["ignore"] = ["Shares"]
        if draw() < 0.2:
            options["decimal"] = ","
        elif draw() < 0.2:
            options["thousands"] = self.random.choice(", ")
        if draw() < 0.1:
            options["most_problems"] = 3
        if draw() < 0.2:
            options["rename"] = {"Số hồ sơ": "cases"}
        if self.is_good and not self.in_text:
            options.pop("decimal", None)
        return options

    def _head(self, name):
        if name == "cases" and (self.random.random() < 0.3 if not self.is_good else "rename" in self.options):
            name = "Số hồ sơ"
        draw = self.random.random()
        if draw < 0.1:
            return f" {name}\u00a0"
        if draw < 0.2 and name:
            return f"{name}\nsố liệu của đơn vị"
        if draw < 0.23 and not self.is_good:
            return name.upper()
        return name

    def _drawn(self, texts, blank=0.1):
        fitting = texts[:2] if self.is_good else self.random.choice([texts[:2], texts, texts])
        odd = 0 if self.is_good else self.random.choice([0, 0, 0.2])
        blank = blank if not self.is_good or texts[0] in ("on_time", "không", "2024-03-31") else self.random.choice([0, 1])
        out = []
        for _ in range(self.rows):
            draw = self.random.random()
            if draw < blank:
                out.append(self.random.choice([None, *BLANKS]) if odd else None)
            elif draw < blank + odd:
                text = self.random.choice(fitting)
                out.append(
                    self.random.choice([f" {text}", f"{text}\u00a0", text.replace(" ", "  "), f"{text}\u200b", text.upper(), *WORDS])
                )
            else:
                out.append(self.random.choice(fitting))
        return out

    def _units(self):
        draw = self.random.random() * (0.75 if self.is_good else 1)
        if draw < 0.6:  # each once
            return [f"{self.random.choice(NAMES[:7])} {i}" for i in range(self.rows)]
        if draw < 0.75:
            return [100 + i for i in range(self.rows)]
        return self._drawn(NAMES, blank=0.05)

    def _periods(self):
        draw = self.random.random() * (0.6 if self.is_good else 1)
        if draw < 0.3:
            return [self.random.choice([2023, 2024]) for _ in range(self.rows)]
        return ["2024"] * self.rows if draw < 0.6 else self._drawn(PERIODS, blank=0.05)

    def _truths(self):
        draw = self.random.random()
        if draw < 0.3:
            return [self.random.choice([True, False, False, None]) for _ in range(self.rows)]
        if draw < 0.5:
            return [self.random.choice([0, 1, 1, None, *([2] if draw < 0.35 and not self.is_good else [])]) for _ in range(self.rows)]
        return self._drawn(["không", "có", "yes", "No", "TRUE", "1", "0", "1.0", "2"])

    def _dates(self):
        draw = self.random.random()
        if draw < 0.5:
            return [self.random.choice([datetime.date(2024, 3, 31), datetime.date(1900, 1, 1), None]) for _ in range(self.rows)]
        return self._drawn(["2024-03-31", "31/3/2024", "1/12/2023", "31/4/2024", "1899-12-31"])

    def _numbers(self, name):
        decimals, least, most = NUMBERS[name]
        kind = self.random.choice(["whole", "text", "text"] if self.in_text else ["whole", "float", "float"])
        bad = 0 if self.is_good else self.random.choice([0, 0, 0.15])

        def number():
            draw = self.random.random()
            if draw < 0.1:
                return None
            if draw < 0.1 + bad:
                odd = (
                    [-5, 101, 10**15, 2**53]
                    if kind == "whole"
                    else [-0.5, 101.25, 12.3456, 0.300000000000004, 1e14 + 0.5, 66.1499999999999]
                )
                return self.random.choice(odd)
            value = self.random.choice([self.random.randint(0, 3), self.random.randint(0, 100)])
            if kind == "whole" or decimals == 0:
                return value
            return min(value + self.random.randint(0, 10**decimals - 1) / 10**decimals, 100.0)

        numbers = [number() for _ in range(self.rows)]
        if kind == "float":
            return [None if one is None else float(one) for one in numbers]
        return numbers if kind == "whole" else [self._as_text(one, bad) for one in numbers]

    def _as_text(self, number, bad):
        if number is None:
            return self.random.choice([None, *BLANKS]) if bad else None
        text = written(number)
        draw = self.random.random()
        if draw < bad:
            return self.random.choice(
                [f"{text}%", text.replace(".", ","), "1.000", "1,000", "1.234.567", "1\u00a0234", "+5", "1e3", ".5", "5.", "٣", *WORDS]
            )
        if draw < 2 * bad:
            return self.random.choice([f" {text}", f"{text}\u00a0", f"{text}\u200b", "0" + text])
        mark = self.options.get("decimal", ".")
        return text.replace(".", mark)

    def _blank_rows(self):
        likely = self.random.choice([0, 0, 0, 0.2])
        for row in range(self.rows):
            if self.random.random() < likely:
                for cells in self.columns.values():
                    cells[row] = None

    @property
    def has_blank_rows(self):
        return any(all(map(blank, row)) for row in zip(*self.columns.values(), strict=True))

    def __str__(self):
        return f"options {self.options}\n" + "\n".join(f"{head!r}: {cells}" for head, cells in self.columns.items())


def blank(cell):
    return cell is None or (isinstance(cell, str) and not cell.strip(" \u00a0\t\u200b"))


def written(cell):
    """A cell as CSV has it: the shortest decimal of a float, without an exponent."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(decimal.Decimal(repr(cell)), "f")
    return str(cell)


def as_csv(sheet, _, seed):
    out = io.StringIO()
    csv.writer(out, lineterminator=random.Random(seed).choice(["\n", "\r\n"])).writerows(
        [list(sheet.columns), *(map(written, row) for row in zip(*sheet.columns.values(), strict=True))]
    )
    text = out.getvalue()
    mark = sheet.options.get("decimal")
    if mark and any(isinstance(cell, float) and not cell.is_integer() for cells in sheet.columns.values() for cell in cells):
        return None  # a number of a frame has no mark, one of this text would have the other
    told = {} if sheet.in_text else {"decimal": "."}  # that a float has three decimals is no question
    return chiso.read_evidence(io.StringIO(text, newline=""), MODEL, **told | sheet.options)


def as_workbook(sheet, folder, _):
    if sheet.has_blank_rows:
        return None  # a row without cells is none there, as an empty line of CSV is none
    book = openpyxl.Workbook()
    for row in [list(sheet.columns), *zip(*sheet.columns.values(), strict=True)]:
        book.active.append([cell if cell != "" else None for cell in row])
    for row in book.active.iter_rows():
        for cell in row:
            if cell.data_type in "fe":
                cell.data_type = "s"  # text that looks like an error is text in all others
    book.save(folder / "sheet.xlsx")
    return chiso.read_evidence(folder / "sheet.xlsx", MODEL, **sheet.options)


def as_frame(make):
    return lambda sheet, folder, seed: chiso.Evidence.from_frame(make(sheet.columns), MODEL, **sheet.options)


KINDS = {
    "CSV": as_csv,
    "workbook": as_workbook,
    "pandas": as_frame(pd.DataFrame),
    "pandas, nullable": as_frame(lambda columns: pd.DataFrame(columns).convert_dtypes()),
    "polars": as_frame(lambda columns: pl.DataFrame(columns, strict=False)),
    "Arrow": as_frame(lambda columns: pa.table({name: pa.array(cells) for name, cells in columns.items()})),
    "dictionaries": as_frame(lambda columns: pa.table({name: encoded(pa.array(cells)) for name, cells in columns.items()})),
}


def encoded(array):
    return array.dictionary_encode() if array.type == pa.string() else array


def without_places(argument):
    """An argument of a message; a row of the table without its lines."""
    if isinstance(argument, tuple):
        if all(isinstance(one, int) for one in argument):
            return argument[:1]
        return tuple(map(without_places, argument))
    return {"a column of the file": "a column of the table", "một cột của tệp": "một cột của bảng"}.get(argument, argument)


def of_problems(problems):
    """What problems say, without what pandas is told of its index."""
    of_pandas = {"cell.blank", "column.absent"}
    return [
        (one.severity, one.code, one.pointer, without_places(one.arguments), "" if one.code in of_pandas else one.hint) for one in problems
    ]


def outcome(read, sheet, folder, seed):
    """The evidence with its notes, or all problems, without the places that a file has."""
    try:
        evidence = read(sheet, folder, seed)
    except chiso.EvidenceError as error:
        return None, of_problems(error.problems), error.total
    return evidence, None if evidence is None else of_problems(evidence.notes()), 0


def compared(seed, folder):
    sheet = Sheet(seed)
    evidence, told, total = outcome(as_frame(dict), sheet, folder, seed)
    below = None  # what a file with rows below its units says; a frame has none, only units that are wrong
    for kind, read in KINDS.items():
        other = outcome(read, sheet, folder, seed)
        if other[0] is None and any(one[1] == "rows.below" for one in other[1] or ()):
            assert told, f"seed {seed}: rows below units where nothing is wrong"
            assert below in (None, other), f"seed {seed}, {kind} beside CSV:\n{sheet}\n"
            below = other
            continue
        if other[0] is None and other[1] is None:
            continue
        about = f"seed {seed}, {kind} beside columns:\n{sheet}\n"
        differ = [pair for pair in itertools.zip_longest(other[1], told) if pair[0] != pair[1]]
        assert not differ, f"{about}{differ[0][0]}\ninstead of\n{differ[0][1]}"
        assert other[2] == total, about
        assert other[0] == evidence, about
    return evidence is not None, {one[1] for one in told}


def test_a_sheet_is_read_alike_from_everything_that_holds_it(tmp_path):
    read, codes = 0, set()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for seed in range(FIRST, FIRST + SHEETS):
            is_read, told = compared(seed, tmp_path)
            read += is_read
            codes |= told
    if SHEETS >= 200:  # otherwise nothing was compared
        assert SHEETS // 5 < read < SHEETS * 4 // 5
        assert len(codes) >= 25, sorted(codes)
