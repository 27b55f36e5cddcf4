"""Scores lazy frames of polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chiso.integrations import column_types, read_part, scored_part
from chiso.model import Model

if TYPE_CHECKING:
    import polars as pl


def score(frame: pl.LazyFrame | pl.DataFrame, model: Model, *, unit: str = "unit", exact: bool = False, **options: Any) -> pl.LazyFrame:
    """Scores a lazy frame when it is collected.

    Parameters
    ----------
    frame : polars.LazyFrame or polars.DataFrame
        Evidence, as for `Evidence.from_frame`.
    model : Model
    unit : str
        The column that names the units.
    exact : bool
        Whether quanta and the fraction of the index stand beside the published figures.
    **options
        As for `Evidence.from_frame`.

    Returns
    -------
    polars.LazyFrame
        The columns of `Scores.frame`, classes as text. Its rows depend on one another, so all of them are scored, whatever is
        selected, filtered or sliced afterwards.

    Examples
    --------
    >>> import polars
    >>> from chiso.integrations.polars import score
    >>> model = chiso.load_model("examples/models/commune_reform_index.json")
    >>> table = polars.scan_csv("examples/data/communes.csv", separator=";", infer_schema=False)
    >>> score(table, model, decimal=",").select("unit", "rank").first().collect().rows()
    [('Xã Mẫu 01', 1)]
    """
    import polars as pl

    def whole(data: pl.DataFrame) -> pl.DataFrame:
        return pl.DataFrame(scored_part(read_part(data, model, unit, {"part": False} | options), None, None, exact))

    schema = column_types(exact, text=pl.String(), figure=pl.Float64(), truth=pl.Boolean(), whole=pl.Int64())
    return frame.lazy().map_batches(whole, schema=schema, predicate_pushdown=False, projection_pushdown=False, slice_pushdown=False)
