"""A model that is being written or changed."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from chiso import _core, drafts
from chiso.arguments import id_of
from chiso.described import Described
from chiso.errors import ModelError
from chiso.json_text import MOST_BRACKETS, readable, shown
from chiso.later import Later

if TYPE_CHECKING:
    from chiso import model
    from chiso.criterion import Criterion
    from chiso.model import Model
else:
    model = Later("chiso.model")  # models make drafts, and drafts models

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
        return model.Model.from_dict(self)

    def __getitem__(self, id: str | Criterion) -> drafts.Leaf | drafts.Group | drafts.Entry:
        """The criterion or entry with this id, to be changed in place. O(nodes).

        Raises
        ------
        UnknownNameError
            If there is none; the error names the nearest.
        ModelError
            As in `nodes`.
        """
        id = id_of(id)
        ids = []
        for node in self.nodes():
            if node.id == id:
                return node
            ids.append(readable(str(node.id)))
        raise _core.unknown_node(id, ids)

    def nodes(self) -> Iterator[drafts.Leaf | drafts.Group | drafts.Entry]:
        """Every criterion, a group before its contents, then the entries of bonus and of penalty.

        Raises
        ------
        ModelError
            If there is something else in their place, such as plain data, or a group contains itself.
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
                raise _error("json.depth", pointer, _core.phrase("within_itself", shown(criterion.id)), MOST_BRACKETS)
            yield criterion
            if isinstance(criterion, drafts.Group):
                groups.append(criterion)
                around.append(_each(criterion.criteria, OF_CRITERIA, f"{pointer}/criteria"))
        for _, adjustments in _each([self.adjustments], (drafts.Adjustments,), "/adjustments", absent=True):
            for name, side in (("bonus", adjustments.bonus), ("penalty", adjustments.penalty)):
                for _, one in _each([side], (drafts.Side,), f"/adjustments/{name}", absent=True):
                    for _, entry in _each(one.entries, (drafts.Entry,), f"/adjustments/{name}/entries"):
                        yield entry


def _with_keys(doc: str, of: str) -> str:
    """A docstring with what another one tells of parameters, before the examples."""
    told, examples = inspect.cleandoc(doc).split("Examples\n", 1)
    keys = inspect.cleandoc(of).split("Parameters\n", 1)[1]
    return f"{told}Parameters\n{keys}\n\nExamples\n{examples}"


# What each key means is told once, where bindings/generate writes it.
if Draft.__doc__ and drafts.DraftFields.__doc__:
    Draft.__doc__ = _with_keys(Draft.__doc__, drafts.DraftFields.__doc__)


def _each(parts: Any, classes: tuple[type[Part], ...], pointer: str, *, absent: bool = False) -> Iterator[tuple[str, Part]]:
    """Each part of a list with its pointer. A single part that may be absent has the pointer of the list itself."""
    if not isinstance(parts, list | tuple):
        raise _error("json.type", pointer, shown(parts), _core.phrase("list"))
    for place, part in enumerate(parts):
        if absent and part is None:
            continue
        at = pointer if absent else f"{pointer}/{place}"
        if not isinstance(part, classes):
            first, *second = (f"chiso.{each.__name__}" for each in classes)
            names = _core.phrase("or", first, *second) if second else first
            raise _error("value.python", at, shown(part), _core.phrase("made_by_from_dict", names))
        yield at, part


def _error(code: str, pointer: str, *arguments: Any) -> ModelError:
    return _core.model_error([_core.Problem(code, arguments, pointer=pointer)])
