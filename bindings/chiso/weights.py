"""The weights of criteria: read from a model, and given to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from chiso import _core
from chiso.arguments import id_of
from chiso.frames_in import library_of
from chiso.frames_out import typed_frame_of
from chiso.json_text import exact, of_numpy, shown

if TYPE_CHECKING:
    from chiso.model_contents import ModelContents

#: What a weight is a part of: the points of the group that a criterion stands in, or those of the whole model.
WeightOf: TypeAlias = Literal["local", "global"]


def frame_of_weights(model: ModelContents, kind: str | None) -> Any:
    """The frame of `Model.weights`."""
    rows = [(*row, model[row[0]].kind) for row in _core.weights(model._core)]
    node, parent, points, local, whole, kinds = zip(*rows, strict=True)

    def floats(numbers: Sequence[Decimal | Fraction | None]) -> tuple[type, list[float | None]]:
        return float, [None if number is None else float(number) for number in numbers]

    texts = {"node": (str, list(node)), "parent": (str, list(parent)), "kind": (str, list(kinds))}
    return typed_frame_of(texts | {"points": floats(points), "local": floats(local), "global": floats(whole)}, kind)


def weights_of(weights: Any, of: str) -> list[tuple[str, str | None, str]]:
    """For each weight the id, the number as a fraction (None if it is none, which C++ reports beside other problems) and what was given, as messages
    show it. Those of a frame that are missing are left out."""
    if of not in get_args(WeightOf):
        raise ValueError(f"weights are 'local' or 'global', not {shown(of)}")
    return [(id_of(node), _fraction(weight), shown(weight)) for node, weight in _given(weights, of)]


def _given(weights: Any, of: str) -> Iterable[tuple[Any, Any]]:
    if isinstance(weights, Mapping) and not _is_table(weights, of):
        return weights.items()
    if library_of(weights) == "pandas" and not hasattr(weights, "columns"):
        return [*weights.items()]  # a series, whose index has the nodes
    nodes, values = _column(weights, "node"), _column(weights, of)
    return [(node, weight) for node, weight in zip(nodes, values, strict=True) if not _is_missing(weight)]


def _is_table(weights: Mapping[Any, Any], of: str) -> bool:
    """Whether a mapping has columns, and not a weight for each node."""
    return {"node", of} <= weights.keys() and not isinstance(weights["node"], int | float | Decimal | Fraction)


def _column(frame: Any, name: str) -> list[Any]:
    if not isinstance(frame, Mapping):
        import narwhals.stable.v2 as narwhals

        try:
            frame = narwhals.from_native(frame, eager_only=True)
        except TypeError as error:
            raise TypeError(f"weights come as a mapping of nodes or as a data frame, not as {type(frame).__qualname__}") from error
        if missing := {"node", name}.difference(frame.columns):
            raise ValueError(f"a frame of weights has the columns 'node' and '{name}'; this one lacks {', '.join(sorted(missing))}")
    column = frame[name]
    return column.tolist() if hasattr(column, "tolist") else column.to_list() if hasattr(column, "to_list") else list(column)


def _is_missing(weight: Any) -> bool:
    """None, NaN, and what pandas has for them."""
    return weight is None or type(weight).__name__ == "NAType" or bool(weight != weight)


def _fraction(weight: Any) -> str | None:
    """The number that a weight stands for, a float for its shortest decimal; None if it is no finite number, or too long to be written."""
    number = weight if isinstance(weight, Fraction) else exact(of_numpy(weight))
    try:
        return None if number is None else str(Fraction(number))
    except ValueError:  # of more digits than Python writes
        return None
