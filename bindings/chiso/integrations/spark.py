"""Scores data frames of Spark, each partition where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from chiso.arguments import name_of
from chiso.evidence import Evidence
from chiso.integrations import column_types, merged, pickled, place_of_unit, read_part, scored_part, unpickled
from chiso.model import Model

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def score(
    frame: DataFrame, model: Model, *, unit: str = "unit", partitions: int | None = None, exact: bool = False, **options: Any
) -> DataFrame:
    """Scores a data frame of Spark.

    Parameters
    ----------
    frame, model, unit
        Evidence, as for `Evidence.from_frame` (it is read two or three times: cache it if reading it is expensive), the model, and
        the column that names the units.
    partitions : int, optional
        The number of partitions while it is scored. If it is not given, Spark chooses it.
    exact, **options
        As for `Scores.frame` and `Evidence.from_frame`; a bad cell is reported with its row in its partition.

    Returns
    -------
    pyspark.sql.DataFrame
        The columns of `Scores.frame`, classes as text. The driver gathers only the indices of ranked units, all of them at once.

    Raises
    ------
    ShapeError
        If the frame has no column of units.
    EvidenceError
        With the bad cells of a partition.
    """
    import pyarrow as pa
    from pyspark.sql import functions

    names = frame.columns  # Spark takes a dot in one for a field's
    plain = frame.toDF(*(f"column{place}" for place in range(len(names))))
    key = functions.udf(lambda name: name and name_of(name, "unit"), "string")(plain[place_of_unit(unit, names, options)].cast("string"))
    parts = plain.repartition(key) if partitions is None else plain.repartition(partitions, key)

    def run(of: Callable[[Callable[[], Evidence]], Any], schema: str) -> DataFrame:
        def part(batches: Iterator[Any]) -> Iterator[Any]:
            if tables := list(batches):
                yield from of(lambda: read_part(pa.Table.from_batches(tables).rename_columns(names), model, unit, options)).to_batches()

        return parts.mapInArrow(part, schema)

    def gathered(of: Callable[[Evidence], Any]) -> Any:
        states = run(lambda read: pa.table({"state": [pickled(lambda: of(read()))]}), "state binary").collect()
        return merged([unpickled(row.state) for row in states])

    cohorts = gathered(model.cohorts) if model.relative or model.looks_back else None
    ranking_keys = gathered(lambda evidence: model.score(evidence, cohorts=cohorts).ranking_keys())
    columns = column_types(exact, text="string", figure="double", truth="boolean", whole="bigint").items()
    return run(lambda read: scored_part(read(), cohorts, ranking_keys, exact), ", ".join(map(" ".join, columns)))
