"""Makes data frames of any library that is installed; none is required."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, get_args

import numpy as np

from chiso import _core

#: The kinds of data frames that are made.
KINDS = ("pyarrow", "pandas", "polars", "dict")
#: How published figures stand in a frame.
Decimals: TypeAlias = Literal["float", "text", "decimal"]


def kind_or_none(kind: str | None) -> str | None:
    """A kind of data frame, or None."""
    if kind is not None and kind not in KINDS:
        raise ValueError(f"a kind of data frame is one of {', '.join(KINDS)}, not {kind!r}")
    return kind


def settled_kind(kind: str | None) -> str:
    """The kind that was asked for, otherwise the first library that is installed."""
    return kind_or_none(kind) or next((name for name in KINDS if _is_installed(name)), "dict")


def _is_installed(library: str) -> bool:
    from importlib.util import find_spec

    return find_spec(library) is not None


def frame_of(columns: Mapping[str, Sequence[Any]], kind: str | None) -> Any:
    """A small frame made from lists."""
    kind = settled_kind(kind)
    if kind == "dict":
        return dict(columns)
    library = importlib.import_module(kind)
    return library.table(dict(columns)) if kind == "pyarrow" else library.DataFrame(dict(columns))


def typed_frame_of(columns: Mapping[str, tuple[type, Any]], kind: str | None) -> Any:
    """A frame whose columns have a type whatever they hold: lists of texts, floats, whole numbers or truths, and None where there is none (never
    among truths), or arrays of floats with NaN there."""
    kind = settled_kind(kind)
    if kind == "dict":
        return {name: _array_of(of, values) for name, (of, values) in columns.items()}
    library = importlib.import_module(kind)
    if kind == "pandas":
        types = {str: "str", float: "float64", int: "Int64", bool: "bool"}
        return library.DataFrame({name: library.array(values, dtype=types[of]) for name, (of, values) in columns.items()})
    if kind == "pyarrow":
        types = {str: library.string(), float: library.float64(), int: library.int64(), bool: library.bool_()}
        return library.table({name: library.array(values, types[of], from_pandas=True) for name, (of, values) in columns.items()})
    types = {str: library.String, float: library.Float64, int: library.Int64, bool: library.Boolean}
    return library.DataFrame({name: library.Series(values, dtype=types[of], nan_to_null=True) for name, (of, values) in columns.items()})


def _array_of(of: type, values: Sequence[Any]) -> Any:
    """As `array_of_column` makes them."""
    if of is not int:
        return np.array(values, dtype={str: object, bool: np.bool_}.get(of, np.float64))
    missing = [value is None for value in values]
    array = np.array([value or 0 for value in values], dtype=np.int64)
    return np.ma.MaskedArray(array, mask=missing) if any(missing) else array


def frame_of_table(table: _core.Table, kind: str | None, decimals: Decimals = "float") -> Any:
    """A table of results as a frame of this kind."""
    kind = settled_kind(kind)
    if decimals not in get_args(Decimals):
        raise ValueError(f"figures are written as 'float', 'text' or 'decimal', not '{decimals}'")
    if decimals == "decimal" and kind in ("pyarrow", "polars"):
        return _with_ordered_classes(_of_stream(table.with_decimals(), kind), table, kind)
    frame = _frame_of_doubles(table, kind)
    if decimals == "float":
        return frame
    for name in table.columns:
        if table.kind(name) == "figure":
            frame = _with_figures(frame, kind, name, table.figures(name), decimals)
    return frame


def _with_figures(frame: Any, kind: str, name: str, texts: list[str | None], decimals: Decimals) -> Any:
    """The frame with a column of figures as they are published."""
    from decimal import Decimal

    values: list[Any] = texts if decimals == "text" else [None if text is None else Decimal(text) for text in texts]
    if kind == "dict":
        return frame | {name: np.array(values, dtype=object)}
    library = importlib.import_module(kind)
    if kind == "pandas":
        return frame.assign(**{name: library.array(values, dtype="str" if decimals == "text" else object)})
    if kind == "pyarrow":
        return frame.set_column(frame.column_names.index(name), name, library.array(values, library.string()))
    return frame.with_columns(library.Series(name, values, dtype=library.String))


def _of_stream(table: Any, kind: str) -> Any:
    """A frame of pyarrow or polars from what gives a stream of Arrow."""
    library = importlib.import_module(kind)
    return library.table(table) if kind == "pyarrow" else library.DataFrame(table)


def _frame_of_doubles(table: _core.Table, kind: str) -> Any:
    if kind == "dict":
        return {name: array_of_column(table, name) for name in table.columns}
    if kind != "pandas":
        return _with_ordered_classes(_of_stream(table, kind), table, kind)
    pandas = importlib.import_module(kind)
    return pandas.DataFrame({name: _pandas_array(pandas, table, name) for name in table.columns}, copy=False)


def _with_ordered_classes(frame: Any, table: _core.Table, kind: str) -> Any:
    """The frame; of polars with classes that are a scale, the worst first."""
    if kind != "polars" or "class" not in table.columns:
        return frame
    polars = importlib.import_module("polars")
    return frame.with_columns(polars.col("class").cast(polars.Enum(table.names("class")[::-1])))


def array_of_column(table: _core.Table, name: str) -> Any:
    """Texts as objects, with None for missing ones; figures as float64 with NaN; whole numbers as int64, masked if some are missing; dates with NaT."""
    if table.kind(name) in ("text", "category"):
        return texts_of(table.objects(name), table.codes(name))
    if table.kind(name) == "date":
        return _days(table, name)
    values, missing = table.values(name), table.missing(name)
    if missing is None or values.dtype.kind == "f":
        return values
    return np.ma.MaskedArray(values, mask=missing)


def _days(table: _core.Table, name: str) -> np.ndarray[Any, Any]:
    """Dates as days of NumPy, NaT where there is none."""
    days = table.values(name).astype(np.int64).view("datetime64[D]")
    if (missing := table.missing(name)) is not None:
        days[missing] = np.datetime64("NaT")
    return days


def texts_of(objects: np.ndarray[Any, Any], codes: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """The text of each row. A missing text has the code -1, the last object, which is None."""
    out = np.empty(len(codes), dtype=object)
    if codes.any():
        np.take(objects, codes, out=out, mode="wrap")
    else:
        out.fill(objects[0])  # one text for all rows
    return out


def _pandas_array(pandas: Any, table: _core.Table, name: str) -> Any:
    kind = table.kind(name)
    if kind == "category":
        values = pandas.Categorical.from_codes(table.codes(name), categories=table.names(name))
        return values.reorder_categories(table.names(name)[::-1], ordered=True) if name == "class" else values
    if kind == "text" and _is_installed("pyarrow"):
        texts = importlib.import_module("pyarrow").table(table.select([name]))
        return pandas.array(texts.column(0), dtype="str")  # which pyarrow holds, so that none is made twice
    if kind == "text":
        return pandas.array(table.names(name), dtype="str").take(table.codes(name), allow_fill=True)
    if kind == "date":
        return _days(table, name).astype("datetime64[s]")
    values, missing = table.values(name), table.missing(name)
    if kind == "whole":
        return pandas.arrays.IntegerArray(values, np.zeros(len(values), dtype=bool) if missing is None else missing)
    if kind == "truth" and missing is not None:
        return pandas.arrays.BooleanArray(values, missing)
    return values
