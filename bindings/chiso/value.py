"""The bases of everything that is immutable: models, evidence, scores, their parts and what parts of a table pass on. Pickles have a version."""

from __future__ import annotations

from typing import Any, Generic, Self, TypeVar

Held = TypeVar("Held")


class Immutable:
    """Something that is never copied. Derived classes have slots and properties, so that nothing can be set."""

    __slots__ = ()

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self


class Value(Immutable, Generic[Held]):
    """An immutable value that holds one of C++, which compares it. It has no hash (as usual in Python if there is ``__eq__``) unless a class
    defines one."""

    __slots__ = ("__weakref__", "_core")
    _core: Held

    def __eq__(self, other: object) -> bool:
        return bool(self._core == other._core) if isinstance(other, Value) and type(other) is type(self) else NotImplemented


def check_version(what: str, version: int) -> None:
    """Refuses the pickle of a newer chiso, naming its version."""
    if version != 1:
        raise ValueError(f"{what} pickled by a newer chiso (format {version}; this one reads 1)")
