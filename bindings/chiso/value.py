"""What models, evidence, scores and what parts hand on have in common: they are values, and their pickles have a version."""

from __future__ import annotations

from typing import Any, Generic, Self, TypeVar

Held = TypeVar("Held")


class Value(Generic[Held]):
    """An immutable value that C++ holds: compared there, never copied. Not hashed (as Python has it of what is compared), unless a class
    says how. Classes beneath have slots and properties, so that nothing of it can be set."""

    __slots__ = ("__weakref__", "_core")
    _core: Held

    def __eq__(self, other: object) -> bool:
        return bool(self._core == other._core) if isinstance(other, Value) and type(other) is type(self) else NotImplemented

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self


def check_version(what: str, version: int) -> None:
    """Refuses the pickle of a newer chiso by name."""
    if version != 1:
        raise ValueError(f"{what} pickled by a newer chiso (format {version}; this one reads 1)")
