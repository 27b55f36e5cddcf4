"""What models, evidence, scores and what parts hand on have in common: they are values, and their pickles have a version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

Held = TypeVar("Held")


class _Sealed(type):
    """The class of what can be set while it is made, and not afterwards. It is made as one of a class beneath, where setting is
    Python's own and as quick: scoring a small table takes a few microseconds."""

    _unsealed: type

    def __call__(cls, *args: Any, **kwds: Any) -> Any:
        made = type.__call__(cls._unsealed, *args, **kwds)
        made.__class__ = cls
        return made


class Value(Generic[Held], metaclass=_Sealed):
    """An immutable value that C++ holds: compared there, never copied. Not hashed (as Python has it of
    what is compared), unless a class says how."""

    __slots__ = ("__weakref__", "_core")
    _core: Held

    def __init_subclass__(cls, sealed: bool = True, **more: Any) -> None:
        super().__init_subclass__(**more)
        if sealed:
            own = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
            cls._unsealed = _Sealed(cls.__name__, (cls,), own, sealed=False)

    if not TYPE_CHECKING:  # a checker would take any name

        def __setattr__(self, name: str, value: object) -> None:
            if not name.startswith("_"):  # what is kept for later is set later
                raise AttributeError(f"'{name}' cannot be set: {type(self).__name__} is immutable")
            object.__setattr__(self, name, value)

        def __delattr__(self, name: str) -> None:
            raise AttributeError(f"'{name}' cannot be deleted: {type(self).__name__} is immutable")

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
