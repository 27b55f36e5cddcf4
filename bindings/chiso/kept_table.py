"""A table of results, and the data that several frames of it share."""

from __future__ import annotations

from typing import Any

import numpy as np

from chiso import _core
from chiso.frames_out import array_of_column, frame_of_table, texts_of


class KeptTable:
    """A table from which frames are made; the user may change each frame without changing the others.

    pyarrow, polars and pandas share the columns of one frame, which they copy before they change them. Each frame of arrays has its
    own, copied from those that are kept; only the objects of names are shared.
    """

    def __init__(self, table: _core.Table) -> None:
        self.table = table
        self._frames: dict[str, Any] = {}
        self._arrays: dict[str, np.ndarray[Any, Any]] = {}

    def frame(self, kind: str) -> Any:
        """A frame of this kind."""
        if kind == "dict":
            return {name: self._array(name) for name in self.table.columns}
        if kind not in self._frames:
            self._frames[kind] = frame_of_table(self.table, kind)
        return _shared(self._frames[kind], kind)

    def _array(self, name: str) -> Any:
        is_text = self.table.kind(name) in ("text", "category")
        if name not in self._arrays:
            self._arrays[name] = self.table.objects(name) if is_text else array_of_column(self.table, name)
        kept = self._arrays[name]
        return texts_of(kept, self.table.codes(name)) if is_text else kept.copy()


def _shared(frame: Any, kind: str) -> Any:
    if kind == "pyarrow":
        return frame  # never changed
    if kind == "polars":
        return frame.clone()
    import pandas

    copies_on_write = int(pandas.__version__.partition(".")[0]) >= 3
    return frame.copy(deep=not copies_on_write)
