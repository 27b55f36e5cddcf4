"""The cheapest sets of actions that reach a target, proved to be so."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from chiso import _core
from chiso.arguments import expect, number_of
from chiso.frames_out import kind_or_none, typed_frame_of
from chiso.progress import Told, telling
from chiso.scorecard import Scorecard
from chiso.value import Immutable, check_version

if TYPE_CHECKING:
    from chiso.figures import Figure
    from chiso.scores import Scores


def _value(value: Any) -> bool | int | float | str:
    """A cell as C++ reads it; a blank is refused there, with all other problems."""
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (bool, int, float, str)):
        return value
    item = getattr(value, "item", None)  # of NumPy
    if callable(item):
        return _value(item())
    raise TypeError(f"{type(value).__name__} is no value of a measure")


class Target(Immutable):
    """What a plan is to reach; one of these.

    Parameters
    ----------
    index : number or str
        The exact index is at least this. A row whose evidence is incomplete can reach it.
    published : number or str
        The published index is at least this, likewise.
    rank : int
        The place is at most this: 1 + the units above. If the model breaks ties, a unit with the same index counts as above.
    class_ : str
        The class is at least as good as this one, by its id.

    Raises
    ------
    TypeError
        If there is not one of these, or it is of another kind.
    ValueError
        If the rank is not a whole number from 1.

    Examples
    --------
    >>> chiso.Target(index="80")
    chiso.Target(index='80')
    """

    __slots__ = ("_kind", "_value")

    def __init__(
        self,
        *,
        index: Decimal | float | str | None = None,
        published: Decimal | float | str | None = None,
        rank: int | None = None,
        class_: str | None = None,
    ) -> None:
        given = {"index": index, "published": published, "rank": rank, "class_": class_}
        named = [name for name, value in given.items() if value is not None]
        if len(named) != 1:
            raise TypeError("a target is one of index, published, rank and class_")
        self._kind, value = named[0], given[named[0]]
        if self._kind == "rank":
            if isinstance(value, bool) or not isinstance(value, int) or value < 1:
                raise ValueError(f"a rank is a whole number from 1, not {value!r}")
            self._value = str(value)
        elif self._kind == "class_":
            if not isinstance(value, str):
                raise TypeError("a class is given by its id")
            self._value = value
        else:
            self._value = number_of(value, "an index")

    def __eq__(self, other: object) -> bool:
        return (self._kind, self._value) == (other._kind, other._value) if isinstance(other, Target) else NotImplemented

    def __hash__(self) -> int:
        return hash((self._kind, self._value))

    def __repr__(self) -> str:
        value = self._value if self._kind == "rank" else repr(self._value)
        return f"chiso.Target({self._kind}={value})"


class Action(Immutable):
    """What a unit may do, and what that costs.

    Parameters
    ----------
    id : str
        Its name in plans; no other action has it.
    changes : mapping
        Of each measure that it sets the value, as evidence would have it; `chiso.NOT_APPLICABLE` where the unit would have no such task.
    cost : number or str
        0 or more, in whatever unit all costs are.
    group : str, optional
        Of the actions of a group at most one is taken.

    Examples
    --------
    >>> chiso.Action("portal", {"on_time": 95}, cost="2.5")
    chiso.Action('portal', {'on_time': 95}, cost='2.5')
    """

    __slots__ = ("_changes", "_cost", "_group", "_id")

    def __init__(self, id: str, changes: Mapping[str, Any], *, cost: Decimal | float | str = 0, group: str | None = None) -> None:
        self._id, self._changes, self._group = str(id), dict(changes), group
        self._cost = number_of(cost, "a cost")

    @property
    def id(self) -> str:
        """Its name in plans."""
        return self._id

    @property
    def changes(self) -> dict[str, Any]:
        """The value of each measure that it sets."""
        return dict(self._changes)

    @property
    def cost(self) -> Decimal:
        """What it costs."""
        return Decimal(self._cost)

    @property
    def group(self) -> str | None:
        """The group of which at most one action is taken; None if it has none."""
        return self._group

    @property
    def _parts(self) -> tuple[str, list[tuple[str, bool | int | float | str]], str, str | None]:
        return self._id, [(name, _value(value)) for name, value in self._changes.items()], self._cost, self._group

    def __repr__(self) -> str:
        group = "" if self._group is None else f", group={self._group!r}"
        return f"chiso.Action({self._id!r}, {self._changes!r}, cost={self._cost!r}{group})"


class Plan(NamedTuple):
    """A set of actions and what the unit comes to by it, the others as raised."""

    actions: tuple[str, ...]
    """The ids, sorted; empty where nothing has to be done."""
    cost: Decimal
    """What they cost together."""
    index: Figure | None  # type: ignore[assignment]  # a tuple has a method of that name, which a plan has no use for
    """The index; ``.exact`` is the exact one."""
    rank: int | None
    """The rank; None for a row without one."""
    class_: str | None
    """The id of the class; None without one."""
    complete: bool
    """Whether no evidence is missing: an index can be reached without, a rank and a class cannot."""


def _plans(core: list[Any]) -> list[Plan]:
    return [Plan(tuple(actions), cost, index, rank, class_id, complete) for actions, cost, index, rank, class_id, complete in core]


class Plans(Immutable, Sequence[Plan]):
    """The best plans for a unit, best first: least cost, fewest actions, highest index, then the ids. Made by `Scores.plan`.

    Each reaches the target, and no part of it does. That there is no better one is proved.
    """

    __slots__ = ("_actions", "_asked", "_core", "_frontier", "_highest", "_kind", "_list", "_row", "_scores", "_target", "_unit")

    def __init__(
        self,
        scores: Scores,
        row: int,
        unit: str,
        target: Target,
        actions: Sequence[Action],
        k: int,
        others: str,
        progress: bool | Told,
    ) -> None:
        if operator.index(k) < 1:
            raise ValueError(f"k says how many plans are returned at most, from 1, not {k}")
        self._actions = tuple(expect(action, Action, "an action") for action in actions)
        self._unit, self._target, self._kind = unit, expect(target, Target, "a target"), scores.evidence._kind
        self._scores, self._row, self._asked = scores, row, (k, others)
        with nullcontext() if progress is False else telling(progress, "searched", "steps") as told:
            self._core = _core.Planner(scores._core, row, [action._parts for action in self._actions], others, told)
            self._list = _plans(self._core.plans(target._kind.rstrip("_"), target._value, k))
        self._frontier: list[Plan] | None = None
        self._highest: list[Plan] | None = None  # as many as there are, if it was asked for

    @property
    def card(self) -> Scorecard:
        """The scorecard of the row as it is."""
        return Scorecard(self._scores, self._row)

    @property
    def actions(self) -> tuple[Action, ...]:
        """What the unit may do, as it was given."""
        return self._actions

    @property
    def target(self) -> Target:
        """What is to be reached."""
        return self._target

    @property
    def best(self) -> Plan | None:
        """The best plan; None if no set of actions reaches the target."""
        return self._list[0] if self._list else None

    def _sets(self) -> list[Plan]:
        if self._frontier is None:
            self._frontier = _plans(self._core.frontier())
        return self._frontier

    @property
    def reachable(self) -> Plan | None:
        """The highest index that any set of actions reaches, with the best set for it; None if none has an index."""
        if self._highest is None:
            if self._frontier is not None:
                self._highest = self._frontier[-1:]
            else:
                highest = self._core.highest()
                self._highest = _plans([] if highest is None else [highest])
        return self._highest[0] if self._highest else None

    def frontier(self, *, kind: str | None = None) -> Any:
        """What can be reached at which cost, whatever the target: each cost at which a higher index is reached, with the best set for it.

        Parameters
        ----------
        kind : str, optional
            The kind of data frame, as for `Scores.frame`.

        Returns
        -------
        data frame
            Columns ``cost`` and ``index`` (the doubles nearest to the exact numbers) and ``actions`` (ids with commas between).

        Raises
        ------
        ValueError
            If `kind` is not one of these.
        Error
            If more than 2^22 sets of actions would have to be kept at once.
        """
        sets = self._sets()
        columns = {
            "cost": (float, [float(one.cost) for one in sets]),
            "index": (float, [None if one.index is None else float(one.index.exact) for one in sets]),
            "actions": (str, [", ".join(one.actions) for one in sets]),
        }
        return typed_frame_of(columns, kind_or_none(kind) or self._kind)

    @overload
    def __getitem__(self, at: int) -> Plan: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Plan]: ...
    def __getitem__(self, at: int | slice) -> Plan | Sequence[Plan]:
        return self._list[at]

    def __len__(self) -> int:
        return len(self._list)

    def __iter__(self) -> Iterator[Plan]:
        return iter(self._list)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_plans, (1, self._scores, self._row, self._unit, self._target, self._actions, *self._asked)

    def __repr__(self) -> str:
        best = self.best
        told = "none" if best is None else f"cost {best.cost} by {', '.join(best.actions) or 'nothing'}"
        return f"<chiso.Plans for {self._unit}, {self._target!r}: {told}>"


def _restored_plans(
    version: int, scores: Scores, row: int, unit: str, target: Target, actions: tuple[Action, ...], k: int, others: str
) -> Plans:
    check_version("Plans", version)
    return Plans(scores, row, unit, target, actions, k, others, progress=False)
