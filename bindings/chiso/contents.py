"""The contents of a model, as objects that are made once."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from chiso.criterion import Criterion

if TYPE_CHECKING:
    from chiso.draft import Draft
    from chiso.drafts import Measure
    from chiso.model_contents import ModelContents


class Measures(Mapping[str, "Measure"]):
    """The measures of a model by name, in its order. Immutable: looking one up makes a copy of it, in O(1)."""

    __slots__ = ("_held",)

    def __init__(self, held: Mapping[str, Measure]) -> None:
        self._held = held

    def __getitem__(self, name: str) -> Measure:
        return copy.deepcopy(self._held[name])

    def __contains__(self, name: object) -> bool:
        return name in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __eq__(self, other: object) -> bool:
        return self._held == (other._held if isinstance(other, Measures) else other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(self._held)


class Contents(NamedTuple):
    """The criteria, entries and measures of a model."""

    criteria: tuple[Criterion, ...]
    leaves: tuple[Criterion, ...]
    entries: tuple[Criterion, ...]
    nodes: tuple[Criterion, ...]
    ids: frozenset[str]
    measures: Measures


def contents_of(model: ModelContents, draft: Draft) -> Contents:
    """Makes the contents from a draft that nothing else refers to."""
    nodes = tuple(Criterion(model, place, part) for place, part in enumerate(draft.nodes()))
    criteria = nodes[: len(model)]
    return Contents(
        criteria=criteria,
        leaves=tuple(node for node in criteria if node.kind == "leaf"),
        entries=nodes[len(model) :],
        nodes=nodes,
        ids=frozenset(node.id for node in nodes),
        measures=Measures(draft.measures),
    )
