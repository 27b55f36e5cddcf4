"""A model that is being written or changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chiso import drafts

if TYPE_CHECKING:
    from chiso.model import Model


class Draft(drafts.DraftFields):
    """A model that is being written or changed: its keys as attributes, any of which may be set. `build` checks all of it."""

    def build(self) -> Model:
        """The model of this draft.

        Raises
        ------
        ModelError
            With every problem, each with its JSON pointer.
        """
        from chiso.model import Model

        return Model.from_dict(self.to_dict())

    def __getitem__(self, id: str) -> drafts.Leaf | drafts.Group | drafts.Entry:
        """The criterion or entry with this id, to be changed in place. O(nodes)."""
        for node in self.nodes():
            if node.id == id:
                return node
        raise KeyError(id)

    def nodes(self) -> Iterator[drafts.Leaf | drafts.Group | drafts.Entry]:
        """Every criterion, a group before what it holds, then the entries of bonus and of penalty."""

        def below(criteria: list[drafts.Leaf | drafts.Group]) -> Iterator[drafts.Leaf | drafts.Group]:
            for criterion in criteria:
                yield criterion
                if isinstance(criterion, drafts.Group):
                    yield from below(criterion.criteria)

        yield from below(self.criteria)
        for side in (self.adjustments.bonus, self.adjustments.penalty):
            if side is not None:
                yield from side.entries
