"""A criterion of a checked model."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from chiso import _core
from chiso.value import Immutable, check_version

if TYPE_CHECKING:
    from chiso import drafts
    from chiso.model_contents import ModelContents
    from chiso.rules import Rule


class Criterion(_core.Criterion, Immutable):
    """A criterion of a model, or an entry of its bonus or penalty. Made by `Model`, as ``model["id"]``.

    Immutable: to change one, see `Model.draft`.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> model["land"].label("en"), model["land"].points
    ('Access to land', Decimal('5'))
    >>> model["land"].rule
    Proportional(value='land', full_at=10)
    """

    __slots__ = ("_draft", "_model")

    def __init__(self, model: ModelContents, place: int, draft: drafts.Leaf | drafts.Group | drafts.Entry) -> None:
        super().__init__(model._core, place)
        self._model = model
        self._draft = draft

    @property
    def parent(self) -> Criterion | None:
        """The group that contains it; None at the top and for entries."""
        return None if self._parent is None else self._model._nodes[self._parent]

    @property
    def children(self) -> tuple[Criterion, ...]:
        """The criteria directly in a group."""
        within = self._model._nodes[self._place + 1 : self._end]
        return tuple(node for node in within if node._parent == self._place)

    @property
    def rule(self) -> Rule | None:
        """The rule by which a leaf or entry earns points, as a copy; None for a group."""
        return copy.deepcopy(getattr(self._draft, "rule", None))

    @property
    def applies_when(self) -> str | None:
        """Its own condition; those of the groups above it apply too."""
        return self._draft.applies_when

    @property
    def tracks(self) -> tuple[str, ...] | None:
        """The tracks that a leaf belongs to; None means all."""
        tracks = getattr(self._draft, "tracks", None)
        return None if tracks is None else tuple(tracks)

    def __repr__(self) -> str:
        return f"<chiso.Criterion {self.id}: {self.label()}, {self.points} points>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Criterion):
            return NotImplemented
        return self._place == other._place and self._model == other._model

    def __hash__(self) -> int:
        return hash((self._model, self._place))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_criterion, (1, self._model, self.id)


def _restored_criterion(version: int, model: ModelContents, id: str) -> Criterion:
    check_version("a criterion", version)
    return model[id]
