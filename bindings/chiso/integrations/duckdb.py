"""Scoring of relations of DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chiso.integrations import merged, read_part, scored_part
from chiso.model import Model

if TYPE_CHECKING:
    import duckdb


def score(
    relation: duckdb.DuckDBPyRelation, model: Model, *, unit: str = "unit", parts: int = 1, exact: bool = False, **options: Any
) -> duckdb.DuckDBPyRelation:
    """Scores a relation.

    Parameters
    ----------
    relation : duckdb.DuckDBPyRelation
        Evidence, as of `Evidence.from_frame`: a table, a query, a file that DuckDB reads.
    model : Model
    unit : str
        The column that names the units.
    parts : int
        In how many parts it is read, by unit, so that the evidence of one part only is in memory. The scores are the same.
    exact : bool
        Whether quanta and the fraction of the index stand beside the published figures.
    **options
        As of `Evidence.from_frame`.

    Returns
    -------
    duckdb.DuckDBPyRelation
        Of the same connection, with the columns of `Scores.frame`, classes as text.

    Notes
    -----
    In more than one part the relation is read two or three times; a bad cell is told by its row in its part.
    """
    import pyarrow as pa

    name = '"' + unit.replace('"', '""') + '"'
    places = [f"coalesce(hash(nfc_normalize(trim({name}::varchar))), 0) % {parts} = {i}" for i in range(parts)] if parts > 1 else ["true"]

    def read(place: str) -> Any:
        return read_part(relation.filter(place).to_arrow_table(), model, unit, {"part": parts > 1} | options)

    apart = parts > 1
    cohorts = merged([model.cohorts(read(place)) for place in places]) if apart and (model.relative or model.looks_back) else None
    standings = merged([model.score(read(place), cohorts=cohorts).standings() for place in places]) if apart else None
    chiso_scores = pa.concat_tables([scored_part(read(place), cohorts, standings, exact) for place in places])
    scored = relation.query("chiso_evidence", "select * from chiso_scores")  # which DuckDB finds among the names here
    assert scored is not None
    return scored
