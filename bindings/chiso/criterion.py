"""A criterion of a checked model."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from chiso import _core
from chiso.value import Value, check_version

if TYPE_CHECKING:
    from chiso import drafts
    from chiso.model import Model
    from chiso.rules import Rule

Language: TypeAlias = Literal["vi", "en"]


class Criterion(Value[_core.Node]):
    """A criterion of a model, or an entry of its bonus or penalty. Immutable: to change one, see `Model.draft`.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> model["land"].label("en"), model["land"].points
    ('Access to land', Decimal('5'))
    >>> model["land"].rule
    Proportional(value='land', full_at=10)
    """

    __slots__ = ("_draft", "_model")

    def __init__(self, model: Model, node: _core.Node, draft: drafts.Leaf | drafts.Group | drafts.Entry) -> None:
        self._model = model
        self._core = node
        self._draft = draft

    @property
    def id(self) -> str:
        """Unique among criteria and entries."""
        return self._core.id

    @property
    def number(self) -> str:
        """The number as printed; it may be empty."""
        return self._core.number

    @property
    def kind(self) -> str:
        """``group``, ``leaf``, ``bonus`` or ``penalty``."""
        return self._core.kind

    @property
    def depth(self) -> int:
        """How many groups contain it; 0 at the top."""
        return self._core.depth

    @property
    def points(self) -> Decimal:
        """The weight: the most points that it can earn."""
        return self._core.points

    @property
    def parent(self) -> Criterion | None:
        """The group that contains it; None at the top and for entries."""
        return None if self._core.parent is None else self._model._nodes[self._core.parent]

    @property
    def children(self) -> tuple[Criterion, ...]:
        """The criteria directly in a group."""
        within = self._model._nodes[self._core.place + 1 : self._core.end]
        return tuple(node for node in within if node._core.parent == self._core.place)

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

    @property
    def policies(self) -> dict[str, str | None]:
        """What a leaf counts if it is not_applicable, missing or undefined: its own policies, or the nearest above it."""
        node = self._core
        return {"not_applicable": node.not_applicable, "missing": node.missing, "undefined": node.undefined}

    def label(self, language: Language = "vi") -> str:
        """Its name in a language, otherwise in the other one, otherwise its id."""
        return self._core.label(language)

    def __repr__(self) -> str:
        return f"<chiso.Criterion {self.id}: {self.label()}, {self.points} points>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Criterion):
            return NotImplemented
        return self._core.place == other._core.place and self._model == other._model

    def __hash__(self) -> int:
        return hash((self._model, self._core.place))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_criterion, (1, self._model, self.id)


def _restored_criterion(version: int, model: Model, id: str) -> Criterion:
    check_version("a criterion", version)
    return model[id]
