"""Every kind of frame, every type of column and every kind of null mean the same evidence."""

import datetime
import decimal
import itertools
import pickle

import chiso
import narwhals.stable.v2 as narwhals
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import small_model

UNITS = ["Xã A", "Xã B", "Xã C", "Xã D"]
PLAN = ["on_time", None, "late", "on_time"]
MODEL = small_model()


def evidence_of(columns, **options):
    return chiso.Evidence.from_frame(columns, MODEL, **options)


def cells(**changed):
    """The columns as lists, of which one is changed."""
    whole = {"unit": UNITS, "cases": [1, 2, 3, 4], "share": [0.1, 99.99, 50.0, 7.25], "plan": PLAN, "done": [True, False, None, True]}
    return whole | changed


@pytest.fixture(scope="module")
def expected():
    """The evidence read from text, with which everything else is compared."""
    shares = ["0.1", "99.99", "50", "7.25"]
    return {
        "full": evidence_of(cells(cases=["1", "2", "3", "4"], share=shares, done=["yes", "no", "", "có"])),
        "gap": evidence_of(cells(cases=["1", "", "3", "4"], share=shares, done=["yes", "no", "", "có"])),
        "share_gap": evidence_of(cells(cases=["1", "2", "3", "4"], share=["0.1", "", "50", "7.25"], done=["yes", "no", "", "có"])),
    }


# ---- count: whole numbers of every type, without and with a gap

WHOLES = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64"]
FULL, GAP = [1, 2, 3, 4], [1, None, 3, 4]


def with_gap_as_nan(dtype):
    return np.array([1, np.nan, 3, 4], dtype=dtype)


def count_columns():
    for dtype in WHOLES:
        yield f"numpy-{dtype}", "full", np.array(FULL, dtype=dtype)
        yield f"numpy-masked-{dtype}", "gap", np.ma.MaskedArray(np.array([1, 77, 3, 4], dtype=dtype), mask=[0, 1, 0, 0])
        yield f"numpy-big-endian-{dtype}", "full", np.array(FULL, dtype=np.dtype(dtype).newbyteorder(">"))
        yield f"numpy-strided-{dtype}", "full", np.array([1, 9, 2, 9, 3, 9, 4, 9], dtype=dtype)[::2]
        yield f"numpy-backwards-{dtype}", "full", np.array(FULL[::-1], dtype=dtype)[::-1]
        yield f"pandas-{dtype}", "full", pd.Series(FULL, dtype=dtype)
        nullable = dtype.capitalize().replace("Uint", "UInt")
        yield f"pandas-{nullable}", "gap", pd.Series(GAP, dtype=nullable)
        yield f"pandas-{nullable}-full", "full", pd.Series(FULL, dtype=nullable)
        arrow = {"float32": pa.float32(), "float64": pa.float64()}.get(dtype) or getattr(pa, dtype)()
        yield f"pandas-arrow-{dtype}", "gap", pd.Series(GAP, dtype=pd.ArrowDtype(arrow))
        yield f"arrow-{dtype}", "full", pa.array(FULL, type=arrow)
        yield f"arrow-{dtype}-null", "gap", pa.array(GAP, type=arrow)
        yield f"arrow-{dtype}-sliced", "gap", pa.array([7, *GAP, 8], type=arrow).slice(1, 4)
        yield f"arrow-{dtype}-chunks", "gap", pa.chunked_array([pa.array(GAP[:1], type=arrow), pa.array(GAP[1:], type=arrow)])
        polars = getattr(pl, dtype.capitalize().replace("Uint", "UInt"))
        yield f"polars-{dtype}", "full", pl.Series(FULL, dtype=polars)
        yield f"polars-{dtype}-null", "gap", pl.Series(GAP, dtype=polars)
        if dtype.startswith("float"):
            yield f"numpy-{dtype}-nan", "gap", with_gap_as_nan(dtype)
            yield f"pandas-{dtype}-nan", "gap", pd.Series([1, np.nan, 3, 4], dtype=dtype)
            yield f"polars-{dtype}-nan", "gap", pl.Series([1, np.nan, 3, 4], dtype=polars)
            yield f"arrow-{dtype}-nan", "gap", pa.array([1, np.nan, 3, 4], type=arrow)
    yield "numpy-half", "gap", with_gap_as_nan("float16")
    yield "numpy-object", "gap", np.array(GAP, dtype=object)
    yield "numpy-text", "full", np.array(["1", "2", "3", "4"])
    yield "numpy-string-dtype", "full", np.array(["1", "2", "3", "4"], dtype=np.dtypes.StringDType())
    yield "list", "gap", GAP
    yield "tuple", "gap", tuple(GAP)
    yield "generator", "gap", (cell for cell in GAP)
    yield "list-nan", "gap", [1, float("nan"), 3.0, 4]
    yield "list-NA", "gap", [1, pd.NA, np.int8(3), np.float32(4)]
    yield "list-NaT", "gap", [1, pd.NaT, np.uint64(3), np.float64(4)]
    yield "list-decimal", "gap", [decimal.Decimal(1), decimal.Decimal("NaN"), decimal.Decimal("3.000"), decimal.Decimal("4E0")]
    yield "list-text", "gap", ["1", " ", " 3 ", "4.0"]
    yield "pandas-object", "gap", pd.Series(GAP, dtype=object)
    yield "pandas-category", "gap", pd.Series(GAP).astype("category")
    yield "pandas-category-text", "gap", pd.Series(["1", None, "3", "4"]).astype("category")
    yield "pandas-sparse", "gap", pd.Series(pd.arrays.SparseArray([1, np.nan, 3, 4]))
    yield "pandas-index", "full", pd.Index(FULL)
    yield "arrow-dictionary", "gap", pa.array(GAP).dictionary_encode()
    yield "arrow-decimal128", "gap", pa.array([None if cell is None else decimal.Decimal(cell) for cell in GAP], type=pa.decimal128(9, 3))
    yield "arrow-decimal256", "gap", pa.array([None if cell is None else decimal.Decimal(cell) for cell in GAP], type=pa.decimal256(40, 3))
    yield "polars-decimal", "gap", pl.Series([None if cell is None else decimal.Decimal(cell) for cell in GAP], dtype=pl.Decimal(9, 2))
    yield "narwhals", "gap", narwhals.from_native(pl.Series(GAP), series_only=True)


@pytest.mark.parametrize(("meant", "column"), [pytest.param(m, c, id=name) for name, m, c in count_columns()])
def test_counts_are_read_from_every_type(expected, meant, column):
    assert evidence_of(cells(cases=column)) == expected[meant]


# ---- decimals

SHARES, SHARES_GAP = [0.1, 99.99, 50.0, 7.25], [0.1, None, 50.0, 7.25]


def exactly(values):
    return [None if value is None else decimal.Decimal(str(value)) for value in values]


def decimal_columns():
    for dtype in ("float32", "float64"):
        yield f"numpy-{dtype}", "full", np.array(SHARES, dtype=dtype)
        yield f"numpy-{dtype}-nan", "share_gap", np.array([0.1, np.nan, 50, 7.25], dtype=dtype)
        yield f"numpy-{dtype}-strided", "full", np.repeat(np.array(SHARES, dtype=dtype), 3)[::3]
        yield f"pandas-{dtype}", "full", pd.Series(SHARES, dtype=dtype)
        yield f"pandas-{dtype.capitalize()}", "share_gap", pd.Series(SHARES_GAP, dtype=dtype.capitalize())
        yield f"polars-{dtype}", "share_gap", pl.Series(SHARES_GAP, dtype=getattr(pl, dtype.capitalize()))
        yield f"arrow-{dtype}", "share_gap", pa.array(SHARES_GAP, type=getattr(pa, dtype)())
    yield "decimals", "share_gap", exactly(SHARES_GAP)
    yield "arrow-decimal", "share_gap", pa.array(exactly(SHARES_GAP), type=pa.decimal128(10, 4))
    yield "polars-decimal", "share_gap", pl.Series(exactly(SHARES_GAP), dtype=pl.Decimal(10, 2))
    yield "pandas-decimal", "share_gap", pd.Series(exactly(SHARES_GAP), dtype=object)
    yield "pandas-arrow-decimal", "share_gap", pd.Series(exactly(SHARES_GAP), dtype=pd.ArrowDtype(pa.decimal128(10, 2)))
    yield "category", "full", pd.Series(SHARES).astype("category")


@pytest.mark.parametrize(("meant", "column"), [pytest.param(m, c, id=name) for name, m, c in decimal_columns()])
def test_decimals_are_read_from_every_type(expected, meant, column):
    assert evidence_of(cells(share=column)) == expected[meant]


@pytest.mark.parametrize("column", [exactly(SHARES), pa.array(exactly(SHARES)), np.array(SHARES)], ids=["decimals", "arrow", "numpy"])
def test_the_decimal_mark_applies_to_text_only(expected, column):
    assert evidence_of(cells(share=column), decimal=",") == expected["full"]


# ---- choices and names: text of every type


def text_columns(values):
    yield "list", values
    yield "numpy-object", np.array(values, dtype=object)
    yield "pandas-str", pd.Series(values, dtype="str")
    yield "pandas-object", pd.Series(values, dtype=object)
    yield "pandas-string-python", pd.Series(values, dtype=pd.StringDtype("python"))
    yield "pandas-string-pyarrow", pd.Series(values, dtype=pd.StringDtype("pyarrow"))
    yield "pandas-arrow", pd.Series(values, dtype=pd.ArrowDtype(pa.string()))
    yield "pandas-category", pd.Series(values, dtype="category")
    for name in ("string", "large_string", "string_view"):
        yield f"arrow-{name}", pa.array(values, type=getattr(pa, name)())
        yield f"arrow-{name}-sliced", pa.array(["x", *values, "y"], type=getattr(pa, name)()).slice(1, len(values))
    for index in (pa.int8(), pa.uint8(), pa.int16(), pa.int32(), pa.int64()):
        yield f"arrow-dictionary-{index}", pa.array(values).cast(pa.dictionary(index, pa.string()))
    yield "polars", pl.Series(values)
    yield "polars-categorical", pl.Series(values, dtype=pl.Categorical)
    yield "polars-enum", pl.Series(values, dtype=pl.Enum(sorted({value for value in values if value})))


@pytest.mark.parametrize("column", [pytest.param(c, id=name) for name, c in text_columns(PLAN)])
def test_choices_are_read_from_every_type(expected, column):
    assert evidence_of(cells(plan=column)) == expected["full"]


@pytest.mark.parametrize("column", [pytest.param(c, id=name) for name, c in text_columns(UNITS)])
def test_units_are_read_from_every_type(expected, column):
    assert evidence_of(cells(unit=column)) == expected["full"]


NUMBERED = evidence_of(cells(unit=["1", "2", "3", "4"], plan=["2", None, "2", "late"]))


@pytest.mark.parametrize(
    "units", [[1, 2, 3, 4], np.array([1.0, 2.0, 3.0, 4.0]), np.array([1, 2, 3, 4], dtype="uint8"), pl.Series([1, 2, 3, 4])]
)
def test_whole_numbers_are_read_as_names(units):
    assert evidence_of(cells(unit=units, plan=[2, None, 2.0, "late"])) == NUMBERED


# ---- truths

TRUTHS = [True, False, None, True]


def truth_columns():
    yield "list", TRUTHS
    yield "numbers", [1, 0, None, 1.0]
    yield "words", ["có", "không", "", "YES"]
    yield "numpy-masked", np.ma.MaskedArray([True, False, True, True], mask=[0, 0, 1, 0])
    yield "numpy-float", np.array([1, 0, np.nan, 1])
    yield "numpy-bool-objects", np.array([np.True_, np.False_, None, np.True_], dtype=object)
    yield "pandas-boolean", pd.Series(TRUTHS, dtype="boolean")
    yield "pandas-object", pd.Series(TRUTHS, dtype=object)
    yield "pandas-category", pd.Series(TRUTHS, dtype=object).astype("category")
    yield "pandas-arrow", pd.Series(TRUTHS, dtype=pd.ArrowDtype(pa.bool_()))
    yield "arrow", pa.array(TRUTHS)
    yield "arrow-sliced", pa.array([False, *TRUTHS, False]).slice(1, 4)
    yield "arrow-dictionary", pa.array(["yes", "no", None, "yes"]).dictionary_encode()
    yield "polars", pl.Series(TRUTHS)


@pytest.mark.parametrize("column", [pytest.param(c, id=name) for name, c in truth_columns()])
def test_truths_are_read_from_every_type(expected, column):
    assert evidence_of(cells(done=column)) == expected["full"]


def test_truths_of_numpy_are_read(expected):
    full = evidence_of(cells(done=["yes", "no", "no", "yes"]))
    for column in (
        np.array([True, False, False, True]),
        np.array([True, False, False, True, False])[:4],
        np.array([1, 0, 0, 1], dtype="int8"),
    ):
        assert evidence_of(cells(done=column)) == full


# ---- whole frames


def frames():
    columns = cells(cases=[1, None, 3, 4])
    yield "dict", columns
    yield "pandas", pd.DataFrame(columns)
    yield "pandas-nullable", pd.DataFrame(columns).convert_dtypes()
    yield "pandas-arrow", pd.DataFrame(columns).convert_dtypes(dtype_backend="pyarrow")
    yield "pandas-rows-picked", pd.DataFrame(columns).iloc[[0, 1, 2, 3, 0]].iloc[:4]
    yield "polars", pl.DataFrame(columns)
    yield "polars-chunks", pl.concat([pl.DataFrame(columns)[:2], pl.DataFrame(columns)[2:]], rechunk=False)
    yield "arrow", pa.table(columns)
    yield "arrow-batch", pa.record_batch(columns)
    yield "arrow-reader", pa.table(columns).to_reader(max_chunksize=3)
    yield "narwhals", narwhals.from_native(pl.DataFrame(columns))


@pytest.mark.parametrize("frame", [pytest.param(frame, id=name) for name, frame in frames()])
def test_every_kind_of_frame_is_read(expected, frame):
    assert evidence_of(frame) == expected["gap"]


def test_relations_of_duckdb_are_read(expected):
    import duckdb

    frame = pl.DataFrame(cells(cases=[1, None, 3, 4]))  # noqa: F841 - the query reads it
    assert evidence_of(duckdb.sql("select * from frame")) == expected["gap"]


def test_read_only_arrays_are_read(expected):
    columns = cells(cases=np.array(FULL, dtype=float), share=np.array(SHARES))
    for name in ("cases", "share"):
        columns[name].flags.writeable = False
    assert evidence_of(columns) == expected["full"]


@pytest.mark.parametrize("kind", ["list", "numpy", "pandas", "polars", "arrow"])
def test_frames_without_rows_are_read(kind):
    empty = {name: [] for name in cells()}
    frame = {
        "list": empty,
        "numpy": {name: np.array([]) for name in empty},
        "pandas": pd.DataFrame(empty),
        "polars": pl.DataFrame(empty),
        "arrow": pa.table({name: pa.array([], type=pa.float64()) for name in empty}),
    }[kind]
    table = evidence_of(frame)
    assert table.rows == 0 and table.units == ()
    assert MODEL.score(table).frame(kind="dict")["index"].tolist() == []


# ---- results

BACK = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "pyarrow": pa.Table, "dict": dict}


@pytest.mark.parametrize(("into", "out"), list(itertools.product(BACK, BACK)))
def test_frames_of_results_have_the_kind_asked_for(expected, into, out):
    table = evidence_of(expected["gap"].frame(kind=into))
    assert table == expected["gap"]
    assert isinstance(table.frame(), BACK[into])
    scores = MODEL.score(table)
    for frame in (scores.frame(), scores.long(), scores.averages()):
        assert isinstance(frame, BACK[into])
    assert isinstance(scores.frame(kind=out), BACK[out])
    assert evidence_of(table.frame(kind=out)) == table


# ---- dates

DATES = chiso.Model.from_json(
    """{"chiso": 1, "id": "d", "measures": {"due": {"type": "date"}},
        "criteria": [{"id": "a", "points": 9, "rule": {"type": "per_item", "value": "days(date('2024-02-28'), due)", "each": 1}}]}"""
)


def dates_of(column, **options):
    return chiso.Evidence.from_frame({"unit": UNITS, "due": column}, DATES, **options)


DAYS = [datetime.date(2024, 2, 29), None, datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)]
TIMES = [day and datetime.datetime(day.year, day.month, day.day) for day in DAYS]
ISO = ["2024-02-29", "NaT", "1900-01-01", "2199-12-31"]


def date_columns():
    yield "texts", ["29/2/2024", "", "1/1/1900", "2199-12-31"]
    yield "dates", DAYS
    yield "times", TIMES
    yield "objects", np.array(DAYS, dtype=object)
    yield "scalars", [np.datetime64(ISO[0]), np.datetime64("NaT"), np.datetime64(ISO[2], "ns"), pd.Timestamp(ISO[3])]
    yield "NaT", [DAYS[0], pd.NaT, *DAYS[2:]]
    for unit in ("D", "h", "m", "s", "ms", "us", "ns"):
        numbers = np.array(ISO, dtype=f"datetime64[{unit}]")
        yield f"numpy-{unit}", numbers
        yield f"numpy-big-endian-{unit}", numbers.astype(numbers.dtype.newbyteorder(">"))
        yield f"numpy-masked-{unit}", np.ma.MaskedArray(np.array([ISO[0], "2024-01-01", *ISO[2:]], numbers.dtype), mask=[0, 1, 0, 0])
        if unit not in "Dhm":
            yield f"pandas-{unit}", pd.Series(numbers)
            yield f"arrow-timestamp-{unit}", pa.array(TIMES, pa.timestamp(unit))
            yield f"pandas-arrow-{unit}", pd.Series(pd.array(TIMES, dtype=pd.ArrowDtype(pa.timestamp(unit))))
    yield "pandas-category", pd.Series(np.array(ISO, dtype="datetime64[s]")).astype("category")
    yield "pandas-objects", pd.Series(DAYS, dtype=object)
    yield "pandas-arrow", pd.Series(DAYS, dtype=pd.ArrowDtype(pa.date32()))
    yield "polars-date", pl.Series(DAYS)
    yield "polars-datetime", pl.Series(TIMES)
    yield "arrow-date32", pa.array(DAYS, pa.date32())
    yield "arrow-date64", pa.array(DAYS, pa.date64())
    yield "arrow-dictionary", pa.array(DAYS, pa.date32()).dictionary_encode()


@pytest.mark.parametrize("column", [pytest.param(column, id=name) for name, column in date_columns()])
def test_dates_of_every_type_mean_the_same(column):
    assert dates_of(column) == dates_of(["2024-02-29", "", "1900-01-01", "2199-12-31"])


@pytest.mark.parametrize("kind", ["dict", "pandas", "polars", "pyarrow"])
def test_dates_come_back_as_dates(kind):
    evidence = dates_of(DAYS)
    frame = evidence.frame(kind=kind)
    column = frame["due"]
    types = {"dict": "datetime64[D]", "pandas": "datetime64[s]", "polars": "Date", "pyarrow": "date32[day]"}
    assert str(column.type if kind == "pyarrow" else column.dtype) == types[kind]
    assert chiso.Evidence.from_frame(frame, DATES) == evidence
    assert pickle.loads(pickle.dumps(evidence)) == evidence


@pytest.mark.parametrize(
    "column, found",
    [
        ([datetime.datetime(2024, 3, 31, 14, 30), *DAYS[1:]], "2024-03-31 14:30:00"),
        ([datetime.datetime(2024, 3, 31, tzinfo=datetime.UTC), *DAYS[1:]], "2024-03-31 00:00:00+00:00"),
        ([datetime.date(1899, 12, 31), *DAYS[1:]], "1899-12-31"),
        ([pd.Timestamp("2024-03-31 00:00:00.000000001"), *DAYS[1:]], "2024-03-31 00:00:00.000000001"),
        ([np.datetime64("2024-03-31T01"), *DAYS[1:]], "2024-03-31T01"),
        ([45382, *DAYS[1:]], "45382"),
        (np.array(["2024-03-31T14:30:00.5", *ISO[1:]], "datetime64[ms]"), "2024-03-31 14:30:00.5"),
        (np.array(["2024-03-31T14", *ISO[1:]], "datetime64[h]"), "2024-03-31 14:00:00"),
        (np.array(["2200-01-01", *ISO[1:]], "datetime64[D]"), "2200-01-01"),
        (np.array(["-0001-12-31", *ISO[1:]], "datetime64[D]"), "-1-12-31"),
        (np.array([2**63 - 1, 0, 0, 0]).view("datetime64[D]"), "9223372036854775807"),
        (np.array([45382.0, np.nan, np.nan, np.nan]), "45382"),
        (pa.array([datetime.datetime(2024, 3, 31, 0, 0, 1), *TIMES[1:]], pa.timestamp("us")), "2024-03-31 00:00:01"),
    ],
    ids=str,
)
def test_what_is_no_date_is_a_bad_cell(column, found):
    with pytest.raises(chiso.EvidenceError) as raised:
        dates_of(column)
    (problem,) = raised.value.problems
    assert (problem.code, problem.pointer, problem.found) == ("cell.date", "/0/due", found)
    assert problem.expected.startswith("a date as 2024-03-31 or 31/3/2024")


@pytest.mark.parametrize(
    "column",
    [
        pd.Series(pd.to_datetime(["2024-03-31"] * 4)).dt.tz_localize("UTC"),
        pd.Series(pd.period_range("2024-01", periods=4, freq="D")),
        np.array(["2024-03"] * 4, "datetime64[M]"),
        np.array(["2024-03-31"] * 4, "datetime64[7D]"),
        np.array([1] * 4, "timedelta64[D]"),
        pa.array(TIMES, pa.timestamp("us", "Asia/Ho_Chi_Minh")),
        pa.array([1] * 4, pa.time32("s")),
    ],
    ids=lambda column: str(column.dtype if hasattr(column, "dtype") else column.type),
)
def test_times_that_are_no_dates_are_refused(column):
    with pytest.raises(chiso.EvidenceError) as raised:
        dates_of(column)
    assert [(problem.code, problem.pointer) for problem in raised.value.problems] == [("column.type", "/columns/due")]


@pytest.mark.parametrize("column", ["block", "period", "due.not_applicable"])
def test_dates_are_no_names_and_no_truths(column):
    with pytest.raises(chiso.EvidenceError) as raised:
        chiso.Evidence.from_frame({"unit": UNITS, "due": DAYS, column: np.array(ISO, "datetime64[D]")}, DATES)
    assert [(problem.code, problem.pointer) for problem in raised.value.problems] == [("column.type", f"/columns/{column}")]


# ---- what cannot be read


@pytest.mark.parametrize(
    "column",
    [
        pd.Series(pd.to_datetime(["2024-01-01"] * 4)),
        np.array(["2024-01-01"] * 4, dtype="datetime64[D]"),
        np.array([1j] * 4),
        pa.array([[1]] * 4),
        pl.Series([[1]] * 4),
        pl.Series([1, 2, 3, 4]).cast(pl.Date),
        pd.Series(pd.period_range("2024-01", periods=4, freq="M")),
        np.array([b"1"] * 4),
    ],
    ids=lambda column: str(column.dtype if hasattr(column, "dtype") else column.type),
)
def test_other_types_are_refused(column):
    with pytest.raises(chiso.EvidenceError) as raised:
        evidence_of(cells(cases=column))
    problem = raised.value.problems[0]
    assert (problem.code, problem.pointer) == ("column.type", "/columns/cases")
    assert evidence_of(cells() | {"more": column}, unknown="ignore").rows == 4


@pytest.mark.parametrize(
    "cell", [[1], {1}, b"1", 1j, object(), decimal.Decimal("Infinity"), "\ud800", 10**2000], ids=lambda cell: type(cell).__name__
)
def test_other_cells_are_refused(cell):
    with pytest.raises(chiso.EvidenceError) as raised:
        evidence_of(cells(cases=[1, cell, 3, 4], unit=["A", "B", cell, "D"]))
    assert {"/1/cases", "/2/unit"} <= {problem.pointer for problem in raised.value.problems}


def test_columns_of_different_lengths_are_refused():
    with pytest.raises(chiso.ShapeError, match="cases.*3.*4|4.*3"):
        evidence_of(cells(cases=[1, 2, 3]))


def test_other_objects_are_not_frames():
    with pytest.raises(TypeError, match="not as int"):
        evidence_of(3)
    with pytest.raises(TypeError, match="collect it first, or score it with chiso.integrations"):
        evidence_of(pl.LazyFrame(cells()))
    with pytest.raises(chiso.ShapeError, match="2 dimensions"):
        evidence_of(cells(cases=np.zeros((4, 1))))
    with pytest.raises(chiso.ShapeError, match="not an array or a list"):
        evidence_of(cells(cases=3))
