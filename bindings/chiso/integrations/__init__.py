"""Scores tables of another engine: `polars`, `duckdb` and `spark` are modules with one function, `score`.

Importing them imports none of the engines; pyarrow carries tables to and from them. Their results have the columns of `Scores.frame`, with
what is categorical there as text.
"""

from __future__ import annotations

import importlib
import pickle
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from chiso.errors import EvidenceError, ShapeError
from chiso.evidence import Evidence
from chiso.model import Model
from chiso.parts import Cohorts, RankingKeys


def __getattr__(name: str) -> Any:
    """Imports a module when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module 'chiso.integrations' has no attribute '{name}'")
    return importlib.import_module(f"chiso.integrations.{name}")


__all__ = ["duckdb", "polars", "spark"]

if TYPE_CHECKING:
    from chiso.integrations import duckdb, polars, spark

_State = TypeVar("_State", Cohorts, RankingKeys)
_TEXT = ("unit", "block", "period", "track", "class", "class_by", "class_by_item", "held")
_FIGURE = ("points", "applicable", "bonus", "penalty", "index", "coverage")
_TRUTH = ("complete", "ranked", "held_back", "level_as_published")
_COLUMNS = (
    "unit block period track points applicable bonus penalty index coverage rank class complete ranked "
    "class_by class_by_item held_back level_as_published held"
).split()
_EXACT = "points_quanta applicable_quanta bonus_quanta penalty_quanta index_numerator index_denominator".split()


def column_types(exact: bool, *, text: Any, figure: Any, truth: Any, whole: Any) -> dict[str, Any]:
    """The columns of a table of scores, each with one of the types that an engine has."""
    types = dict.fromkeys(_COLUMNS + (_EXACT if exact else []), whole)
    return types | dict.fromkeys(_TEXT, text) | dict.fromkeys(_FIGURE, figure) | dict.fromkeys(_TRUTH, truth)


def read_part(data: Any, model: Model, unit: str, options: dict[str, Any]) -> Evidence:
    """Reads a part as evidence."""
    return Evidence.from_frame(data, model, unit=unit, kind="pyarrow", **({"part": True} | options))


def scored_part(evidence: Evidence, cohorts: Cohorts | None, ranking_keys: RankingKeys | None, exact: bool) -> Any:
    """The scores of a part, ranked among all parts, as a table of Arrow."""
    import pyarrow as pa

    schema = column_types(exact, text=pa.string(), figure=pa.float64(), truth=pa.bool_(), whole=pa.int64())
    return evidence.model.score(evidence, cohorts=cohorts).frame(exact=exact, ranking_keys=ranking_keys).cast(pa.schema(schema))


def merged(states: Sequence[_State]) -> _State | None:
    """Merges the keys or totals of all parts, in pairs, so that few long ones are merged. None if there is no part."""
    while len(states) > 1:
        states = [a | b for a, b in zip(states[::2], states[1::2], strict=False)] + list(states[len(states) & ~1 :])
    return states[0] if states else None


def pickled(make: Callable[[], Any]) -> bytes:
    """What is found of a part, or the error by which it cannot be read, for whoever gathers the parts."""
    try:
        return pickle.dumps(make())
    except EvidenceError as error:
        return pickle.dumps(error)


def unpickled(state: bytes) -> Any:
    """What was found of a part. Raises the error by which it cannot be read, without the traceback of where that was found."""
    found = pickle.loads(state)
    if isinstance(found, EvidenceError):
        raise found
    return found


def place_of_unit(unit: str, names: Sequence[str], options: Mapping[str, Any]) -> int:
    """The place of the column of units, under the name that it has before it is renamed."""
    renamed = [old for old, new in (options.get("rename") or {}).items() if new == "unit"]
    for name in (unit, *renamed):
        if name in names:
            return list(names).index(name)
    raise ShapeError(f"no column '{unit}' of units among {', '.join(names)}")
