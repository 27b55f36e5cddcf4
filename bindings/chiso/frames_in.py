"""Reads data frames of any library; none of the libraries is required."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterable, Mapping, Sequence, Set, Sized
from typing import Any

import numpy as np

from chiso import _core
from chiso.errors import ShapeError
from chiso.frames_out import KINDS


def kind_of(data: Any) -> str | None:
    """The kind of frame that is read, so that results have the same kind; None if chiso cannot make that kind."""
    library = library_of(data)
    if library in KINDS:
        return library
    return "dict" if isinstance(data, Mapping) else None


def library_of(data: Any) -> str:
    """The library of data frames whose class it has or derives from; empty if there is none."""
    of: Any = type(data)
    return _library_of_class(of)


@functools.lru_cache(maxsize=128)  # every column of a table is asked, and a table of a few rows has no time for it
def _library_of_class(of: Any) -> str:
    roots = (base.__module__.partition(".")[0] for base in of.__mro__)
    return next((root for root in roots if root in KINDS), "")


def index_levels(data: Any, unit: str) -> dict[str, Any]:
    """The levels of an index of pandas that ``unit=`` asks for, by the names that they are read under; empty if it asks for a column."""
    if library_of(data) != "pandas" or not hasattr(data, "columns") or unit in data.columns:
        return {}
    index = data.index
    if unit in index.names:
        return {"unit": index.get_level_values(unit)}
    if unit != "index":
        return {}
    if index.nlevels == 1:
        return {"unit": index}
    return {str(name): index.get_level_values(place) for place, name in enumerate(index.names)}


def units_named_by(data: Any, unit: str | None) -> tuple[dict[str, Any], dict[str, str]]:
    """What names the units by ``unit=``: levels of an index of pandas, or a column, which is then renamed."""
    index = {} if unit is None else index_levels(data, unit)
    return index, {} if unit is None or unit == "unit" or index else {unit: "unit"}


def read_frame(data: Any, reader: _core.EvidenceReader, index: Mapping[str, Any]) -> None:
    """Feeds every column of a frame to a reader, levels of its index before them.

    An object with ``__arrow_c_stream__`` is read through it, without a copy; of pandas and NumPy, float64 and int64 columns are read
    in place, other columns are converted, and texts go one by one.
    """
    data = plain(data)
    if isinstance(data, Mapping):
        _check_labels(data)
        _read_columns(reader, list(data.items()))
    elif library_of(data) == "pandas" and hasattr(data, "columns"):
        columns = [(name, data.iloc[:, place]) for place, name in enumerate(data.columns)]
        _read_columns(reader, [*(_known_levels(data, reader) | dict(index)).items(), *columns])
    elif hasattr(data, "__arrow_c_stream__") and type(data).__name__ not in _COLUMNS:
        reader.arrow_table(data.__arrow_c_stream__())
    else:
        reader.arrow_table(_known_by_narwhals(data).__arrow_c_stream__())


def plain(data: Any) -> Any:
    """The data themselves: of narwhals what it holds, records and structured arrays as columns, a table of Arrow without the index of pandas."""
    if type(data).__module__.partition(".")[0] == "narwhals" and hasattr(data, "to_native"):
        return plain(data.to_native())
    if isinstance(data, np.ndarray) and data.dtype.names is not None:
        return {name: data[name] for name in data.dtype.names}
    if isinstance(data, list | tuple) and all(isinstance(record, Mapping) for record in data):
        names = dict.fromkeys(name for record in data for name in record)
        return {name: [record.get(name) for record in data] for name in names}
    unnamed = _unnamed_index(data)
    return data.drop_columns(unnamed) if unnamed and hasattr(data, "drop_columns") else data


def is_frame(data: Any) -> bool:
    """Whether data are a data frame, which is no mapping of columns and no list."""
    if isinstance(data, np.ndarray):
        return data.dtype.names is not None
    if isinstance(data, Mapping | list | tuple | str | bytes) or type(data).__name__ in _COLUMNS:
        return False
    is_of_narwhals = type(data).__module__.partition(".")[0] == "narwhals" and hasattr(data, "to_native")
    return is_of_narwhals or hasattr(data, "__arrow_c_stream__") or (library_of(data) != "" and hasattr(data, "columns"))


def columns_of(data: Any, levels: Set[str]) -> list[tuple[str, Any]]:
    """The columns of a data frame by their names, as `read_frame` reads them; before them those of these levels that an index of pandas has."""
    data = plain(data)
    if isinstance(data, Mapping):
        return [(str(name), values) for name, values in data.items()]
    if library_of(data) == "pandas":
        named = [name for name in data.index.names if name in levels and name not in data.columns]
        columns = [(str(name), data.iloc[:, place]) for place, name in enumerate(data.columns)]
        return [(name, data.index.get_level_values(name).to_series(index=data.index)) for name in named] + columns
    if library_of(data) == "" and hasattr(data, "__arrow_c_stream__"):
        import pyarrow

        data = pyarrow.table(data)
    frame = _known_by_narwhals(data)
    return [(name, frame[name].to_native()) for name in frame.columns]


def heads_of(data: Any) -> list[str]:
    """The names of the columns of a frame, as far as they are known before it is read."""
    if hasattr(data, "collect"):  # a lazy frame, whose heads may take long to know
        return []
    names = data if isinstance(data, Mapping) else getattr(data, "column_names", None) or getattr(data, "columns", None)
    if names is None or callable(names):
        names = getattr(getattr(data, "schema", None), "names", [])
    return [_text_of(name) for name in names]


def _text_of(name: Any) -> str:
    """The name of a column as text that UTF-8 can have."""
    return name if isinstance(name, str) and name.isascii() else str(name).encode(errors="replace").decode()


def _unnamed_index(data: Any) -> list[str]:
    """The columns of a table of Arrow in which pandas keeps an index without a name; pandas itself has none such."""
    if library_of(data) != "pyarrow":
        return []
    metadata = getattr(getattr(data, "schema", None), "metadata", None)
    if not isinstance(metadata, Mapping) or b"pandas" not in metadata:
        return []
    import json

    names = getattr(data, "column_names", ())
    try:
        columns = json.loads(metadata[b"pandas"]).get("columns", [])
    except (ValueError, AttributeError):
        return []
    return [
        column["field_name"]
        for column in columns
        if column.get("name") is None and column.get("field_name") in names and str(column["field_name"]).startswith("__index_level_")
    ]


def _check_labels(data: Mapping[Any, Any]) -> None:
    """Refuses series of pandas whose labels differ: by their places other rows would stand beside each other than by their labels."""
    if "pandas" not in sys.modules:
        return
    series = [
        (name, values)
        for name, values in data.items()
        if library_of(values) == "pandas" and hasattr(values, "index") and hasattr(values, "iloc")
    ]
    for name, values in series[1:]:
        first, other = series[0][1].index, values.index
        if len(first) == len(other) and not first.equals(other):
            raise ShapeError(
                f"the series '{series[0][0]}' and '{name}' have other labels, or the same in another order: make a pandas.DataFrame of them first, "
                "which puts equal labels into one row, or give their values (.to_numpy())"
            )


def _known_levels(data: Any, reader: _core.EvidenceReader) -> dict[str, Any]:
    """The levels of a named index that the model knows, and no column has."""
    index = data.index
    known = [(place, str(name)) for place, name in enumerate(index.names) if name is not None and name not in data.columns]
    return {name: index.get_level_values(place) for place, name in known if reader.knows(_text_of(name))}


#: Classes that give a stream of Arrow too, but of a single column.
_COLUMNS = frozenset({"Series", "ChunkedArray"})


def _known_by_narwhals(data: Any) -> Any:
    import narwhals.stable.v2 as narwhals

    try:
        return narwhals.from_native(data, eager_only=True)
    except TypeError as error:
        raise TypeError(
            f"evidence comes as a data frame or a mapping of columns, not as {type(data).__qualname__}"
            + ("; collect it first, or score it with chiso.integrations" if hasattr(data, "collect") else "")
        ) from error


def _read_columns(reader: _core.EvidenceReader, columns: Sequence[tuple[Any, Any]]) -> None:
    """Reads columns one after the other. All are added before the first is read, so that memory is reserved for all."""
    places = [reader.add_column(_text_of(name)) for name, _ in columns]
    sized = (values for _, values in columns if isinstance(values, Sized) and not (isinstance(values, np.ndarray) and values.ndim == 0))
    lengths = {len(values) for values in sized}
    if len(lengths) == 1:
        reader.expect_rows(lengths.pop())
    for column, (name, values) in zip(places, columns, strict=True):
        if reader.reads(column):
            _read_column(reader, column, name, values)


def _read_column(reader: _core.EvidenceReader, column: int, name: Any, values: Any) -> None:
    """Reads one column: an array, a series of any library, or a list of cells."""
    if isinstance(values, np.ndarray):
        _read_array(reader, column, str(name), values)
    elif hasattr(values, "columns"):
        raise ShapeError(f"the column '{name}' is a {type(values).__qualname__}, a table of its own")
    elif library_of(values) == "pandas":
        _read_series(reader, column, str(name), values)
    elif hasattr(values, "__arrow_c_stream__"):
        reader.arrow_column(column, values.__arrow_c_stream__())
    elif hasattr(values, "__arrow_c_array__"):
        reader.arrow_array(column, *values.__arrow_c_array__())
    elif isinstance(values, Iterable) and not isinstance(values, str | bytes | Mapping | Set):
        reader.cells(column, values if isinstance(values, list) else list(values))
    else:
        raise ShapeError(f"the column '{name}' is a {type(values).__qualname__}, not an array or a list of cells")


def _read_array(reader: _core.EvidenceReader, column: int, name: str, values: np.ndarray[Any, Any]) -> None:
    if values.ndim != 1:
        raise ShapeError(f"the column '{name}' has {values.ndim} dimensions, not 1")
    missing = None
    if isinstance(values, np.ma.MaskedArray):
        missing = np.ma.getmaskarray(values)
        values = values.filled(np.nan) if values.dtype.kind == "f" else values.data
    kind = values.dtype.kind
    if kind == "f" and values.dtype.itemsize in (4, 8):
        reader.numbers(column, values.astype(values.dtype.newbyteorder("="), copy=False))
    elif kind in "iu" and (kind == "i" or values.dtype.itemsize < 8 or not values.size or int(values.max()) < 2**63):
        reader.integers(column, values.astype(np.int64, copy=False), missing)
    elif kind == "b":
        reader.booleans(column, values, missing)
    elif kind == "f" and values.dtype.itemsize == 2:
        reader.cells(column, list(values))  # scalars of NumPy, which know their own width
    elif kind == "M" and reader.takes_dates(column) and np.datetime_data(values.dtype) in _PER_DAY:
        reader.times(
            column,
            values.astype(values.dtype.newbyteorder("="), copy=False).view(np.int64),
            _PER_DAY[np.datetime_data(values.dtype)],
            missing,
        )
    elif kind in "uOUT":
        cells = values.tolist()
        reader.cells(column, cells if missing is None else [None if gone else cell for cell, gone in zip(cells, missing, strict=True)])
    else:
        reader.refuse_type(column, str(values.dtype))


#: How many of NumPy's units of time a day has.
_PER_DAY = {
    (unit, 1): count
    for unit, count in {"D": 1, "h": 24, "m": 1440, "s": 86400, "ms": 86400 * 10**3, "us": 86400 * 10**6, "ns": 86400 * 10**9}.items()
}


def _read_series(reader: _core.EvidenceReader, column: int, name: str, series: Any) -> None:
    """Reads a series, index or array of pandas."""
    pandas = sys.modules["pandas"]
    series = pandas.Series(series)
    dtype = series.dtype
    if isinstance(dtype, pandas.CategoricalDtype):
        categories = series.cat.categories
        # Floats stay scalars of NumPy, which know their own width.
        names = np.array([*(categories.to_numpy() if categories.dtype.kind == "f" else categories), None], dtype=object)
        reader.cells(column, names[series.cat.codes.to_numpy()].tolist())
    elif isinstance(dtype, np.dtype):
        _read_array(reader, column, name, series.to_numpy())
    elif isinstance(dtype, pandas.PeriodDtype) and reader.takes_periods(column):
        _read_array(reader, column, name, series.dt.start_time.to_numpy())
    elif isinstance(dtype, pandas.SparseDtype):
        _read_series(reader, column, name, series.sparse.to_dense())
    elif isinstance(dtype, pandas.ArrowDtype) or getattr(dtype, "storage", None) == "pyarrow":
        read_column_of_arrow(reader, column, series)
    elif isinstance(dtype, pandas.StringDtype):
        reader.cells(column, series.to_numpy(dtype=object).tolist())
    elif dtype.kind in "iuf" or dtype.kind == "b":
        missing = series.isna().to_numpy()
        if dtype.kind == "f":
            reader.numbers(column, series.to_numpy(dtype=dtype.numpy_dtype, na_value=np.nan))
        else:
            values = series.to_numpy(dtype=dtype.numpy_dtype, na_value=False if dtype.kind == "b" else 0)
            _read_array(reader, column, name, np.ma.MaskedArray(values, mask=missing))
    else:
        reader.refuse_type(column, str(dtype))


def read_column_of_arrow(reader: _core.EvidenceReader, column: int, series: Any) -> None:
    """Reads a series of pandas that is stored as Arrow."""
    array = series.array.__arrow_array__()
    if hasattr(array, "__arrow_c_stream__"):
        reader.arrow_column(column, array.__arrow_c_stream__())
    else:
        reader.arrow_array(column, *array.__arrow_c_array__())
