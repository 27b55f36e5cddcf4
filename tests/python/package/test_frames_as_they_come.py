"""Frames, series, records and open files as people have them: nothing of them is lost, mistaken or read in another order in silence."""

import datetime
import fractions
import io
import numbers

import chiso
import narwhals
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

pytestmark = pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")
MODEL = chiso.Model.from_dict(
    {
        "chiso": 1,
        "id": "m",
        "measures": {"x": {"type": "decimal"}},
        "criteria": [{"id": "a", "points": 100, "rule": {"type": "given", "clamp": True, "value": "x"}}],
        "missing": "zero",
    }
)


def read(data, **options):
    return chiso.Evidence.from_frame(data, MODEL, **options)


def columns(data, **options):
    frame = read(data, **options).frame(kind="dict")
    return {name: list(frame[name]) for name in ("unit", "block", "period", "x")}


def told(data, **options):
    with pytest.raises(chiso.EvidenceError) as error:
        read(data, **options)
    return [(problem.code, problem.found) for problem in error.value.problems]


# ---- labels of pandas
UNITS = pd.Series(["A", "B", "C"])


@pytest.mark.parametrize(
    "values",
    [
        pd.Series([10, 20, 30]).sort_values(ascending=False),
        pd.Series([10, 20, 30], index=["A", "B", "C"]),
        pd.Series([10, 20, 30], index=[1, 2, 3]),
        pd.Series([10, 20, 30, 40])[lambda each: each > 10],
        pd.DataFrame({"k": ["A", "B", "C"], "v": [1, 2, 3]}).groupby("k")["v"].sum(),
    ],
)
def test_series_with_other_labels_are_refused(values):
    with pytest.raises(chiso.ShapeError, match="the series 'unit' and 'x' have other labels"):
        read({"unit": UNITS, "x": values})


def test_series_with_equal_labels_are_read_by_place():
    labels = pd.Index([5, 3, 4])
    data = {"unit": UNITS.set_axis(labels), "x": pd.Series([1.0, 2.0, 3.0], index=labels), "period": ["2024"] * 3}
    assert columns(data)["x"] == [1, 2, 3]
    assert columns({"unit": UNITS, "x": np.array([1.0, 2.0, 3.0])})["x"] == [1, 2, 3]
    with pytest.raises(chiso.ShapeError, match="rows"):
        read({"unit": UNITS, "x": pd.Series([1.0])})


FRAME = pd.DataFrame({"unit": ["A", "B", "C"], "block": ["I", "I", "II"], "period": ["2024"] * 3, "x": [1.0, 2.0, 3.0]})


@pytest.mark.parametrize(
    ("levels", "unit"),
    [
        (["unit", "block"], "unit"),
        (["block"], None),
        (["unit"], None),
        (["block", "period"], None),
        (["x", "unit"], "unit"),
        (["unit", "period", "block"], "index"),
    ],
)
def test_levels_of_an_index_that_the_model_knows_are_read(levels, unit):
    assert columns(FRAME.set_index(levels), unit=unit) == columns(FRAME)


def test_other_levels_are_as_they_were():
    assert columns(FRAME.set_index(pd.Index([7, 8, 9], name="office")))["unit"] == ["A", "B", "C"]
    assert columns(FRAME.set_index("unit", drop=False))["unit"] == ["A", "B", "C"]  # the column counts
    assert columns(FRAME.set_index("unit").rename_axis("Đơn vị"), unit="Đơn vị")["unit"] == ["A", "B", "C"]


def test_a_ranked_level_is_read():
    frame = pd.DataFrame({"unit": ["A", "B"], "ranked": [True, False], "x": [1.0, 2.0]}).set_index("ranked")
    assert read(frame).frame(kind="dict")["ranked"].tolist() == [True, False]


# ---- Arrow
def extension(kind, storage):
    return pa.ExtensionArray.from_storage(kind, storage)


@pytest.mark.parametrize(
    ("column", "name"),
    [
        (extension(pa.bool8(), pa.array([1, 0], pa.int8())), "arrow.bool8"),
        (extension(pa.json_(), pa.array(["1", "2"])), "arrow.json"),
        (extension(pa.opaque(pa.int64(), "interval", "db"), pa.array([1, 2])), "arrow.opaque"),
        (pa.table(pa.Table.from_pandas(pd.DataFrame({"x": pd.PeriodIndex(["2023", "2024"], freq="Y")}))).column(0), "pandas.period"),
        (pa.Table.from_pandas(pd.DataFrame({"x": pd.arrays.IntervalArray.from_breaks([0, 1, 2])})).column(0), "pandas.interval"),
    ],
)
def test_extension_types_are_refused_by_their_name(column, name):
    assert told(pa.table({"unit": ["A", "B"], "x": column})) == [("column.type", name)]
    assert read(pa.table({"unit": ["A", "B"], "x": [1.0, 2.0], "more": column}), unknown="ignore").rows == 2


def test_periods_of_pandas_in_arrow_are_no_whole_numbers():
    frame = pd.DataFrame({"unit": ["A", "B"], "period": pd.PeriodIndex(["2023", "2024"], freq="Y"), "x": [1.0, 2.0]})
    assert told(pa.Table.from_pandas(frame)) == [("column.type", "pandas.period")]


def test_the_index_that_pandas_writes_into_arrow_is_as_in_pandas():
    shuffled = FRAME.iloc[[2, 0, 1]]
    table = pa.Table.from_pandas(shuffled)
    assert "__index_level_0__" in table.column_names
    assert columns(table) == columns(shuffled)
    assert columns(pa.Table.from_pandas(FRAME.set_index(["unit", "block"])), unit="unit") == columns(FRAME)
    assert told(table.replace_schema_metadata(None))[0] == ("column.unknown", "__index_level_0__")  # nothing says that it is an index


def test_runs_of_equal_cells_are_told_in_words():
    runs = pa.RunEndEncodedArray.from_arrays(pa.array([2], pa.int32()), pa.array([1.5]))
    ((code, found),) = told(pa.table({"unit": ["A", "B"], "x": runs}))
    assert code == "column.type" and found == "runs of equal cells (run-end-encoded)"


# ---- cells
class Third:
    """A number as other libraries have them, of which only the protocol is known."""

    numerator, denominator = 1, 3


numbers.Rational.register(Third)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        (fractions.Fraction(1, 2), 0.5),
        (fractions.Fraction(-7, 4), -1.75),
        (np.longdouble(3.25), 3.25),
        (np.int8(3), 3),
        (np.float16(0.1), 0.1),
        (np.float32(0.1), 0.1),
        (np.uint64(7), 7),
        (np.bool_(False), None),
        (fractions.Fraction(1, 3), None),
        (Third(), None),
        (fractions.Fraction(10**2000, 1), None),
        (3 + 0j, None),
    ],
)
def test_cells_are_the_numbers_that_they_are(cell, meant):
    data = {"unit": ["A", "B"], "x": [cell, 1.0]}
    if meant is None:
        assert told(data)[0][0].startswith("cell.")
    else:
        assert columns(data)["x"] == [meant, 1]


def test_fractions_are_rounded_as_fractions():
    model = chiso.Model.from_dict(MODEL.to_dict() | {"measures": {"x": {"type": "decimal", "decimals": 1, "excess": "round"}}})
    cells = [fractions.Fraction(1323, 20), fractions.Fraction(1, 3), fractions.Fraction(-1, 20), fractions.Fraction(2, 3)]
    frame = chiso.Evidence.from_frame({"unit": list("ABCD"), "x": cells}, model).frame(kind="dict")
    assert list(frame["x"]) == [66.2, 0.3, -0.1, 0.7]


# ---- other shapes
@pytest.mark.parametrize(
    "data",
    [
        [{"unit": "A", "x": 1}, {"x": 2, "unit": "B"}],
        ({"unit": "A", "x": 1.0}, {"unit": "B", "x": 2.0}),
        np.array([("A", 1.0), ("B", 2.0)], dtype=[("unit", "U5"), ("x", "f8")]),
        np.rec.array([("A", 1.0), ("B", 2.0)], dtype=[("unit", "U5"), ("x", "f8")]),
        narwhals.from_native(pl.DataFrame({"unit": ["A", "B"], "x": [1, 2]})),
        narwhals.from_native(pd.DataFrame({"unit": ["A", "B"], "x": pd.Series([1, "2"], dtype=object)})),
    ],
)
def test_records_arrays_and_wrapped_frames(data):
    assert read(data) == read({"unit": ["A", "B"], "x": [1, 2]})


def test_records_that_lack_a_key_miss_it():
    assert read([{"unit": "A", "x": 1}, {"unit": "B"}]) == read({"unit": ["A", "B"], "x": [1, None]})
    assert told([{"unit": "A"}])[0][0] == "column.absent"


@pytest.mark.parametrize("lazy", [pl.LazyFrame({"unit": ["A"], "x": [1]}), narwhals.from_native(pl.LazyFrame({"unit": ["A"], "x": [1]}))])
def test_lazy_frames_say_what_to_do(lazy):
    with pytest.raises(TypeError, match="collect it first"):
        read(lazy)


def test_the_decimal_mark_in_a_head_counts():
    for head in ("unit\nĐơn vị\nDấu thập phân: ,", "unit\nDecimal mark: ,"):
        for kind in (dict, pd.DataFrame, pl.DataFrame, pa.table):
            assert columns(kind({head: ["A"], "x": ["1,5"]}))["x"] == [1.5]
    assert told({"unit\nDecimal mark: ,": ["A"], "x": ["1,5"]}, decimal=".")[0][0] == "cell.number"


# ---- files
@pytest.mark.parametrize("text", ["unit,x\nA,1.5\n", "\ufeffunit;x\r\nA;1.5\r\n"])
def test_open_files_and_texts_are_read(tmp_path, text):
    (tmp_path / "table.csv").write_bytes(text.encode())
    expected = chiso.read_evidence(tmp_path / "table.csv", MODEL)
    assert chiso.read_evidence(io.StringIO(text), MODEL) == expected
    assert chiso.read_evidence(io.BytesIO(text.encode()), MODEL) == expected
    with (tmp_path / "table.csv").open("rb") as file:
        assert chiso.read_evidence(file, MODEL) == expected
    with (tmp_path / "table.csv").open(encoding="utf-8", newline="") as file:
        assert chiso.read_evidence(file, MODEL) == expected


def test_what_is_no_file_is_told():
    with pytest.raises(TypeError, match="from a path or an open file"):
        chiso.read_evidence(pd.DataFrame({"unit": ["A"], "x": [1]}), MODEL)


# ---- dates as periods
DAYS = [datetime.date(2023, 12, 31), datetime.date(2024, 5, 1)]
KINDS = {
    "objects": lambda: {"unit": ["A", "A"], "period": DAYS, "x": [1, 2]},
    "pandas": lambda: pd.DataFrame({"unit": ["A", "A"], "period": pd.to_datetime(DAYS), "x": [1, 2]}),
    "pandas periods": lambda: pd.DataFrame(
        {"unit": ["A", "A"], "period": pd.PeriodIndex(["2023-12-31", "2024-05-01"], freq="D"), "x": [1, 2]}
    ),
    "polars": lambda: pl.DataFrame({"unit": ["A", "A"], "period": DAYS, "x": [1, 2]}),
    "arrow": lambda: pa.table({"unit": ["A", "A"], "period": DAYS, "x": [1, 2]}),
    "numpy": lambda: {"unit": ["A", "A"], "period": np.array(DAYS, dtype="datetime64[D]"), "x": [1, 2]},
}


@pytest.mark.parametrize(
    ("period", "meant"),
    [
        ("year", ["2023", "2024"]),
        ("quarter", ["2023-Q4", "2024-Q2"]),
        ("month", ["2023-12", "2024-05"]),
        ("whole", ["2023-12-31", "2024-05-01"]),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_dates_are_periods_by_a_told_pattern(kind, period, meant):
    assert list(read(KINDS[kind](), period=period).periods) == meant


@pytest.mark.parametrize("kind", KINDS)
def test_untold_dates_are_no_periods(kind):
    assert told(KINDS[kind]())[0][0] in ("column.type", "cell.type")


def test_a_pattern_must_be_one():
    with pytest.raises(ValueError, match="whole, 'month'|'whole', 'month', 'quarter', 'year'"):
        read(KINDS["objects"](), period="week")


# ---- classes
def test_classes_are_an_ordered_scale(communes):
    names = [one["id"] if isinstance(one, dict) else one for one in communes.model.to_dict()["classes"]["bands"]]
    frame = communes.frame(kind="pandas")
    assert frame["class"].cat.ordered and set(names) <= set(frame["class"].cat.categories)
    best = names[0]
    assert frame["class"].max() == best and (frame["class"] >= best).sum() == (frame["class"] == best).sum()
    table = communes.frame(kind="polars")
    assert table.schema["class"] == pl.Enum(list(frame["class"].cat.categories))
    assert table["class"].to_list() == [None if isinstance(each, float) else each for each in frame["class"].astype(object)]
