"""Which rows and columns of results are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from chiso.arguments import id_of, name_of, optional_id, optional_name
from chiso.errors import ShapeError

if TYPE_CHECKING:
    from chiso.criterion import Criterion
    from chiso.evidence import Evidence
    from chiso.model_contents import ModelContents
    from chiso.result_tables import ResultTables

#: What a column of a criterion shows.
NodeFigure: TypeAlias = Literal["index", "points"]
#: The order of rows, by the words of the package.
_ORDERS = {"rows": "evidence", "rank": "rank", "unit": "unit"}


def asked_names(node: Any, block: Any, period: Any, track: Any) -> dict[str, Any]:
    """Which rows and criteria a table has."""
    names = {"block": block, "period": period, "track": track}
    return {"node": optional_id(node)} | {what: optional_name(name, what) for what, name in names.items()}


def asked_rows(sort: str, top: int | None, nodes: Sequence[str | Criterion], value: str) -> dict[str, Any]:
    """What a table is asked for beside the names of its rows."""
    if sort not in _ORDERS:
        raise ValueError(f"rows are sorted by 'rows', 'rank' or 'unit', not '{sort}'")
    if top is not None and top < 1:
        raise ValueError(f"top is the last rank that is shown, 1 or more, not {top}")
    if isinstance(nodes, str):
        raise TypeError(f"nodes are a list of criteria or their ids, not the text '{nodes}'")
    if value not in ("index", "points"):
        raise ValueError(f"the figure of a criterion is its 'index' or its 'points', not '{value}'")
    return {"order": _ORDERS[sort], "top": top, "nodes": [id_of(node) for node in nodes], "node_figure": value}


def with_nodes(columns: Sequence[str], nodes: Sequence[str]) -> list[str]:
    """The columns, and those of nodes that they do not name behind them."""
    return [*columns, *(node for node in nodes if node not in columns)]


def period_of(evidence: Evidence, period: str | int | None) -> str:
    """The name of a period, by default the latest of the table."""
    return (evidence.periods[-1] if evidence.periods else "") if period is None else name_of(period, "period")


def track_of(model: ModelContents, track: str | None) -> str:
    """The name of a track, by default the last of the model."""
    return model.tracks[-1] if track is None else name_of(track, "track")


def cohort_of(scores: ResultTables, block: str | int | None, period: str | int | None, track: str | None) -> tuple[str, str, str]:
    """Block, period and track; by default the only block, the latest period and the last track."""
    blocks = scores.evidence.blocks
    if block is None and len(blocks) > 1:
        raise ShapeError(
            f"there are several blocks, each ranked by itself; say which: block='{blocks[0]}' or one of {', '.join(blocks[1:])}"
        )
    return (
        (blocks[0] if blocks else "") if block is None else name_of(block, "block"),
        period_of(scores.evidence, period),
        track_of(scores.model, track),
    )
