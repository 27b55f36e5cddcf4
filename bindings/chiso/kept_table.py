"""A table of results, and the data that several frames of it share."""

from __future__ import annotations

from typing import Any

import numpy as np

from chiso import _core
from chiso.frames_out import array_of_column, frame_of_table, settled_kind


class KeptTable:
    """A table from which frames are made; the user may change each frame without changing the others.

    pyarrow, polars and pandas share the columns of one frame, which they copy before they change them; with arrays each frame has its own,
    and only the objects of names are shared.
    """

    def __init__(self, table: _core.Table) -> None:
        self._table = table
        self._frames: dict[str, Any] = {}
        self._objects: dict[str, np.ndarray[Any, Any]] = {}

    def frame(self, kind: str | None) -> Any:
        """A frame of this kind."""
        kind = settled_kind(kind)
        if kind == "dict":
            return {name: self._array(name) for name in self._table.columns}
        if kind not in self._frames:
            self._frames[kind] = frame_of_table(self._table, kind)
        return _shared(self._frames[kind], kind)

    def _array(self, name: str) -> Any:
        if self._table.kind(name) not in ("text", "category"):
            return array_of_column(self._table, name)
        if name not in self._objects:
            self._objects[name] = self._table.objects(name)
        return self._objects[name][self._table.codes(name)]  # a missing text has the code -1, the last object, which is None


def _shared(frame: Any, kind: str) -> Any:
    if kind == "pyarrow":
        return frame  # never changed
    if kind == "polars":
        return frame.clone()
    import pandas

    copies_on_write = int(pandas.__version__.partition(".")[0]) >= 3
    return frame.copy(deep=not copies_on_write)
