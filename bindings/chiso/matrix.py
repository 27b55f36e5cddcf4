"""One number for each row of scores and each criterion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np

from chiso import _core
from chiso.frames_out import typed_frame_of

if TYPE_CHECKING:
    import numpy.typing as npt

MatrixValue: TypeAlias = Literal["share", "points", "applicable", "index"]


def _texts(table: _core.Table, name: str) -> tuple[str, ...]:
    names = table.names(name)
    return tuple(names[code] for code in table.codes(name))


class Matrix:
    """One number for each row and criterion. Made by `Scores.matrix`.

    Attributes
    ----------
    values : numpy.ndarray
        float64, rows x nodes; NaN if a criterion has no number.
    units, blocks, periods, tracks : tuple of str
        The names of each row.
    nodes : tuple of str
        The ids of the columns.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
    >>> matrix = scores.matrix()
    >>> matrix.values.shape, matrix.units[0], matrix.nodes[:2]
    ((21, 10), 'Quảng Ninh', ('entry', 'land'))
    """

    __slots__ = ("_kind", "blocks", "nodes", "periods", "tracks", "units", "values")

    def __init__(self, values: npt.NDArray[np.float64], rows: _core.Table, nodes: tuple[str, ...], kind: str | None) -> None:
        self.values = values
        self.nodes = nodes
        self._kind = kind
        self.units, self.blocks, self.periods, self.tracks = (_texts(rows, name) for name in ("unit", "block", "period", "track"))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Matrix):
            return NotImplemented
        rows = ("nodes", "units", "blocks", "periods", "tracks")
        return all(getattr(self, name) == getattr(other, name) for name in rows) and np.array_equal(
            self.values, other.values, equal_nan=True
        )

    __hash__ = None  # type: ignore[assignment]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        return np.array(self.values, dtype=dtype, copy=copy)

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[npt.NDArray[np.float64]]:
        """The rows, so that what takes a list of rows takes a matrix: `pandas.DataFrame(matrix, index=matrix.units, columns=matrix.nodes)`."""
        return iter(self.values)

    def frame(self, *, kind: str | None = None) -> Any:
        """One row for each unit, period and track.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that was read.

        Returns
        -------
        data frame
            ``unit block period track`` (text) and a column for each node (float64; null or NaN if it has no number).

        Raises
        ------
        ValueError
            If a node is named like one of the first four columns.
        """
        names = {"unit": self.units, "block": self.blocks, "period": self.periods, "track": self.tracks}
        if taken := names.keys() & set(self.nodes):
            raise ValueError(f"a frame would have two columns {', '.join(sorted(taken))}: the names of rows, and a criterion")
        columns: dict[str, tuple[type, Any]] = {name: (str, list(texts)) for name, texts in names.items()}
        columns |= {node: (float, self.values[:, at]) for at, node in enumerate(self.nodes)}
        return typed_frame_of(columns, kind or self._kind)

    def __repr__(self) -> str:
        return f"<chiso.Matrix: {self.values.shape[0]} rows x {self.values.shape[1]} nodes>"
