"""A model that is being written or changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from chiso import _core, drafts
from chiso.described import Described
from chiso.errors import ModelError, UnknownNameError
from chiso.json_text import TOO_DEEP, readable, shown

if TYPE_CHECKING:
    from chiso.model import Model

NAMED = 10  # of the ids that an error lists
Part = TypeVar("Part", bound=Described)
OF_CRITERIA: tuple[type[drafts.Leaf | drafts.Group], ...] = (drafts.Leaf, drafts.Group)


class Draft(drafts.DraftFields):
    """A model that is being written or changed: its keys as attributes, any of which may be set. `build` checks all of it.

    Examples
    --------
    >>> rule = chiso.rules.Proportional(value="on_time", full_at=100)
    >>> measures = {"on_time": chiso.Measure("decimal", min=0, max=100)}
    >>> draft = chiso.Draft(chiso=1, id="first", measures=measures, criteria=[chiso.Leaf("speed", 10, rule)])
    >>> draft["speed"].points = 20
    >>> draft.build()
    <chiso.Model first: 1 fields, 1 criteria, 20 points>
    """

    def build(self) -> Model:
        """The model of this draft.

        Raises
        ------
        ModelError
            With every problem, each with its JSON pointer.

        Examples
        --------
        >>> draft = chiso.load_model("examples/models/pci_2021.json").draft()
        >>> draft["land"].points = 10
        >>> draft["entry"].points = 0.5
        >>> draft.build().points
        Decimal('100.5')
        """
        from chiso.model import Model

        return Model.from_dict(self)

    def __getitem__(self, id: str) -> drafts.Leaf | drafts.Group | drafts.Entry:
        """The criterion or entry with this id, to be changed in place. O(nodes).

        Raises
        ------
        UnknownNameError
            Where there is none, naming the nearest.
        ModelError
            As of `nodes`.
        """
        ids = []
        for node in self.nodes():
            if node.id == id:
                return node
            ids.append(node.id)
        more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
        problem = _core.Problem(
            code="name.unknown",
            found=f"criterion or entry {shown(id)}",
            expected="one of " + ", ".join(map(shown, ids[:NAMED])) + more,
            hint=_core.nearest(readable(str(id)), [readable(str(each)) for each in ids]),
        )
        raise UnknownNameError(str(problem).removeprefix("error: "), [problem])

    def nodes(self) -> Iterator[drafts.Leaf | drafts.Group | drafts.Entry]:
        """Every criterion, a group before what it holds, then the entries of bonus and of penalty.

        Raises
        ------
        ModelError
            Where something else stands in their place, such as the plain data of one, or a group within itself.
        """
        around = [_each(self.criteria, OF_CRITERIA, "/criteria")]
        groups: list[drafts.Group] = []
        while around:
            pointer, criterion = next(around[-1], ("", None))
            if criterion is None:
                around.pop()
                del groups[len(around[1:]) :]
                continue
            if any(criterion is group for group in groups):
                raise _error("json.depth", pointer, f"{shown(criterion.id)} within itself", TOO_DEEP)
            yield criterion
            if isinstance(criterion, drafts.Group):
                groups.append(criterion)
                around.append(_each(criterion.criteria, OF_CRITERIA, f"{pointer}/criteria"))
        for _, adjustments in _each([self.adjustments], (drafts.Adjustments,), "/adjustments", absent=True):
            for name, side in (("bonus", adjustments.bonus), ("penalty", adjustments.penalty)):
                for _, one in _each([side], (drafts.Side,), f"/adjustments/{name}", absent=True):
                    for _, entry in _each(one.entries, (drafts.Entry,), f"/adjustments/{name}/entries"):
                        yield entry


def _each(parts: Any, classes: tuple[type[Part], ...], pointer: str, *, absent: bool = False) -> Iterator[tuple[str, Part]]:
    """Each of a list with its pointer; of one in a list of its own, that is nothing where it is absent, the pointer of the list."""
    if not isinstance(parts, list | tuple):
        raise _error("json.type", pointer, shown(parts), "a list")
    for place, part in enumerate(parts):
        if absent and part is None:
            continue
        at = pointer if absent else f"{pointer}/{place}"
        if not isinstance(part, classes):
            names = " or ".join(f"chiso.{each.__name__}" for each in classes)
            raise _error("value.python", at, shown(part), f"{names}; from_dict makes it of plain data")
        yield at, part


def _error(code: str, pointer: str, found: str, expected: str) -> ModelError:
    return _core.model_error([_core.Problem(code=code, pointer=pointer, found=found, expected=expected)])
