"""Scores relations of DuckDB."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from chiso.integrations import merged, place_of_unit, read_part, scored_part
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
        Evidence, as for `Evidence.from_frame`: a table, a query, a file that DuckDB reads.
    model, unit
        The model, and the column that names the units.
    parts : int
        The number of parts in which it is read, by unit, so that only one part is in memory. The scores are the same.
    exact : bool
        Whether quanta and the fraction of the index stand beside the published figures.
    **options
        As for `Evidence.from_frame`.

    Returns
    -------
    duckdb.DuckDBPyRelation
        A relation of the same connection with the columns of `Scores.frame`, classes as text.

    Raises
    ------
    EvidenceError
        With every bad cell. In several parts the relation is read two or three times; a bad cell is reported with its row in its part.
    ShapeError
        If the relation has no column of units.
    ValueError
        If there is to be less than 1 part.
    """
    import pyarrow as pa

    if parts < 1:
        raise ValueError(f"a relation is read in at least 1 part, not {parts}")
    # Units are divided by their letters and digits alone, so that all rows of a unit are in one part, whatever is trimmed.
    name = relation.columns[place_of_unit(unit, relation.columns, options)].replace('"', '""')
    letters = f"""regexp_replace(nfc_normalize("{name}"::varchar), '[^\\pL\\pN]', '', 'g')"""
    places = [f"coalesce(hash({letters}), 0) % {parts} = {i}" for i in range(parts)] if parts > 1 else ["true"]

    def read(place: str) -> Any:
        return read_part(relation.filter(place).to_arrow_table(), model, unit, {"part": parts > 1} | options)

    reads_others = parts > 1 and (model.relative or model.looks_back)
    cohorts = merged([model.cohorts(read(place)) for place in places]) if reads_others else None
    ranking_keys = merged([model.score(read(place), cohorts=cohorts).ranking_keys() for place in places]) if parts > 1 else None
    table = pa.concat_tables([scored_part(read(place), cohorts, ranking_keys, exact) for place in places])
    # DuckDB finds the table among the local names, after those of the user's own tables, so it needs a unique name.
    own = f"chiso_scores_{uuid.uuid4().hex}"
    query = f"relation.query('{own}_evidence', 'select * from {own}')"
    scored: duckdb.DuckDBPyRelation = eval(query, {}, {"relation": relation, own: table})
    return scored
