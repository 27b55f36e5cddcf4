"""Tables that need not fit into memory: they are scored piece by piece, and the scores are written to a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chiso import _core
from chiso.arguments import expect_model, is_workbook, reading, threads_of
from chiso.errors import warn_of
from chiso.progress import Told, telling

if TYPE_CHECKING:
    from chiso.model import Model

#: How many rows are read at once, and how many are scored at once, about: memory grows with the latter.
ROWS_AT_ONCE, ROWS_OF_A_PART = 1 << 15, 1 << 16


@dataclass(frozen=True)
class StreamedScores:
    """What is told of a table that was scored piece by piece; its scores are in a file.

    Attributes
    ----------
    rows : int
        How many rows have scores.
    warnings : list of Problem
        As `Evidence.warnings` of the table, with lines and columns of a CSV file.
    left_out : list of Problem
        Columns and blank rows that were not read, as among `Evidence.notes`.
    rank_warnings : list of Problem
        As `Scores.warnings`.
    """

    rows: int
    warnings: list[_core.Problem]
    left_out: list[_core.Problem]
    rank_warnings: list[_core.Problem]


def score_stream(
    model: Model,
    table: Any,
    output: str | os.PathLike[str],
    *,
    only_block: str | None = None,
    only_period: str | None = None,
    only_track: str | None = None,
    nodes: Iterable[str] = (),
    exact: bool = False,
    threads: int | None = None,
    temporary: str | os.PathLike[str] | None = None,
    progress: bool | Told = False,
    rows_at_once: int = ROWS_AT_ONCE,
    rows_of_a_part: int = ROWS_OF_A_PART,
    **options: Any,
) -> StreamedScores:
    """Scores a table of any size into a file; `Model.score_stream` says how."""
    core = expect_model(model, "the model of a stream")
    unexpected = [name for name in options if not hasattr(_core.ReadingOptions, name)]
    if unexpected:
        raise TypeError(f"a stream is read without {', '.join(map(repr, unexpected))}")
    how = _core.ScoreStreamOptions(
        reading(**options),
        block=only_block,
        period=only_period,
        track=only_track,
        nodes=list(nodes),
        node_figure="index",
        exact=exact,
        threads=threads_of(threads),
        temporary="" if temporary is None else os.fspath(temporary),
        rows_at_once=rows_at_once,
        rows_of_a_part=rows_of_a_part,
    )
    source = _source(table)

    def run(told: Told | None) -> StreamedScores:
        if source is None:
            return StreamedScores(*_core.stream_scores(os.fspath(table), core, os.fspath(output), how, told))
        return StreamedScores(*_core.stream_scores(*source, core, os.fspath(output), how, told))

    if progress is False:
        scored = run(None)
    else:
        with telling(progress, "read") as told:
            scored = run(told)
    warn_of(scored.warnings)
    return scored


def _source(table: Any) -> tuple[Callable[[], Any], int] | None:
    """What opens a table of Arrow as a stream, and how many rows it has (0: not known); None for a CSV file."""
    if callable(table) and not hasattr(table, "__arrow_c_stream__"):
        return lambda: table().__arrow_c_stream__(), 0
    if not isinstance(table, str | os.PathLike):
        raise TypeError(
            f"a stream is a path, or a function that opens a pyarrow.RecordBatchReader each time it is called, not a {type(table).__qualname__}"
        )
    path = os.fspath(table)
    ending = os.path.splitext(path)[1].lower()
    if ending == ".parquet":
        return _parquet(path)
    if ending in {".arrow", ".ipc", ".feather", ".arrows"}:
        return _ipc(path)
    if is_workbook(path):
        raise ValueError(f"a workbook is no stream: {path} is read by read_evidence")
    return None


def _parquet(path: str) -> tuple[Callable[[], Any], int]:
    from pyarrow import RecordBatchReader
    from pyarrow.parquet import ParquetFile

    def opened() -> Any:
        file = ParquetFile(path)
        return RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches(batch_size=ROWS_AT_ONCE)).__arrow_c_stream__()

    with ParquetFile(path) as file:
        return opened, file.metadata.num_rows


def _ipc(path: str) -> tuple[Callable[[], Any], int]:
    import pyarrow

    def opened() -> Any:
        source = pyarrow.memory_map(path)
        try:
            file = pyarrow.ipc.open_file(source)
        except pyarrow.ArrowInvalid:
            source.seek(0)
            return pyarrow.ipc.open_stream(source).__arrow_c_stream__()
        batches = (file.get_batch(place) for place in range(file.num_record_batches))
        return pyarrow.RecordBatchReader.from_batches(file.schema, batches).__arrow_c_stream__()

    return opened, 0
