"""The rules by which a leaf earns points, as `rules.md` of the guide describes them."""

# Written by bindings/generate from the fields of C++; change them there.

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, TypeAlias

from chiso.described import Described, Expression, Number, Text


@dataclass(init=False, repr=False, eq=False)
class About(Described):
    """What people are told of a part of a model.

    Parameters
    ----------
    label : Text, optional
        Its name, for people.
    note : Text, optional
        A remark, for people.
    source : Text, optional
        Where it comes from, for people.
    meta : Any, optional
        Any JSON, kept and never read.
    """

    label: Text | None = field(default=None, kw_only=True)
    note: Text | None = field(default=None, kw_only=True)
    source: Text | None = field(default=None, kw_only=True)
    meta: Any | None = field(default=None, kw_only=True)

    def __init__(
        self,
        *,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Part(About):
    """A rule within a rule.

    Parameters
    ----------
    points : Number
        The most this part can give.
    rule : Rule
        How it gives them.
    not_applicable : Literal["zero", "full"], optional
        Zero or full, if it does not apply; otherwise the leaf does not apply.
    missing : Literal["zero", "full"], optional
        Zero or full, if its evidence is missing; otherwise the leaf is missing.
    undefined : Literal["zero", "full"], optional
        Zero or full, if it has no value; otherwise the leaf is undefined.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _made: ClassVar[dict[str, tuple[str, str]]] = {"rule": ("one", "Rule")}
    _roles: ClassVar[dict[str, str]] = {"points": "points"}

    points: Number = field(kw_only=True)
    rule: Rule = field(kw_only=True)
    not_applicable: Literal["zero", "full"] | None = field(default=None, kw_only=True)
    missing: Literal["zero", "full"] | None = field(default=None, kw_only=True)
    undefined: Literal["zero", "full"] | None = field(default=None, kw_only=True)

    def __init__(
        self,
        *,
        points: Number,
        rule: Rule,
        not_applicable: Literal["zero", "full"] | None = None,
        missing: Literal["zero", "full"] | None = None,
        undefined: Literal["zero", "full"] | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.points = points
        self.rule = rule
        self.not_applicable = not_applicable
        self.missing = missing
        self.undefined = undefined
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Tier(About):
    """Points of one range of values.

    Parameters
    ----------
    above : Number, optional
        Lower end, itself outside.
    from_ : Number, optional
        Lower end, itself inside.
    below : Number, optional
        Upper end, itself outside.
    to : Number, optional
        Upper end, itself inside.
    points : Number
        Points of the tier.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _keys: ClassVar[dict[str, str]] = {"from_": "from"}
    _roles: ClassVar[dict[str, str]] = {"above": "end", "from_": "end", "below": "end", "to": "end", "points": "points"}

    above: Number | None = field(default=None, kw_only=True)
    from_: Number | None = field(default=None, kw_only=True)
    below: Number | None = field(default=None, kw_only=True)
    to: Number | None = field(default=None, kw_only=True)
    points: Number = field(kw_only=True)

    def __init__(
        self,
        *,
        above: Number | None = None,
        from_: Number | None = None,
        below: Number | None = None,
        to: Number | None = None,
        points: Number,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.above = above
        self.from_ = from_
        self.below = below
        self.to = to
        self.points = points
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Options(About):
    """{value}: {points}

    Parameters
    ----------
    value : str
        A choice.
    points : dict[str, Number]
        The points of each of its options.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "options"
    _roles: ClassVar[dict[str, str]] = {"value": "choice", "points": "points"}

    value: str = field(kw_only=True)
    points: dict[str, Number] = field(kw_only=True)

    def __init__(
        self,
        *,
        value: str,
        points: dict[str, Number],
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.points = points
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class YesNo(About):
    """{value}: max points; otherwise none

    Parameters
    ----------
    value : str
        True earns all points, false none.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "yes_no"
    _roles: ClassVar[dict[str, str]] = {"value": "truth"}

    value: str = field(kw_only=True)

    def __init__(
        self,
        *,
        value: str,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Checklist(About):
    """{mode}[, {each} points each, at most max points]: {items}

    Parameters
    ----------
    items : list[str]
        Truths; those that do not apply are left out.
    mode : Literal["all", "any", "share", "each"]
        All: all points if all are true; any: if one is; share: the share that is true; each: points for
        each.
    each : Number, optional
        Points for each true item, in mode each.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "checklist"
    _roles: ClassVar[dict[str, str]] = {"items": "items", "each": "points"}

    items: list[str] = field(kw_only=True)
    mode: Literal["all", "any", "share", "each"] = field(kw_only=True)
    each: Number | None = field(default=None, kw_only=True)

    def __init__(
        self,
        *,
        items: list[str],
        mode: Literal["all", "any", "share", "each"],
        each: Number | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.items = items
        self.mode = mode
        self.each = each
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Tiers(About):
    """{value}: {tiers}

    Parameters
    ----------
    value : Expression
        What is measured.
    tiers : list[Tier]
        Read in order, the first that contains the value counts; the last has no ends and takes the rest.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "tiers"
    _made: ClassVar[dict[str, tuple[str, str]]] = {"tiers": ("many", "Tier")}
    _roles: ClassVar[dict[str, str]] = {"value": "value", "tiers": "ranges"}

    value: Expression = field(kw_only=True)
    tiers: list[Tier] = field(kw_only=True)

    def __init__(
        self,
        *,
        value: Expression,
        tiers: list[Tier],
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.tiers = tiers
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Proportional(About):
    """{value}: in proportion, none at {zero_at}, max points at {full_at}[; nothing short of {floor}]

    Parameters
    ----------
    value : Expression
        What is measured.
    zero_at : Number, optional
        The value that earns nothing.
    full_at : Number
        The value that earns all points.
    floor : Number, optional
        Short of this value nothing is earned.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "proportional"
    _roles: ClassVar[dict[str, str]] = {"value": "value", "zero_at": "end", "full_at": "end", "floor": "end"}

    value: Expression = field(kw_only=True)
    zero_at: Number = field(default=0, kw_only=True)
    full_at: Number = field(kw_only=True)
    floor: Number | None = field(default=None, kw_only=True)

    def __init__(
        self,
        *,
        value: Expression,
        zero_at: Number = 0,
        full_at: Number,
        floor: Number | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.zero_at = zero_at
        self.full_at = full_at
        self.floor = floor
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Between(About):
    """{value}: max points from {from} to {to}; outside[ in proportion less, none at {fade} away or more|: none]

    Parameters
    ----------
    value : Expression
        What is measured.
    from_ : Number
        The least value that earns all points.
    to : Number
        The greatest value that earns all points.
    fade : Number, optional
        How far outside nothing is earned any more; without it nothing is earned outside.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "between"
    _keys: ClassVar[dict[str, str]] = {"from_": "from"}
    _roles: ClassVar[dict[str, str]] = {"value": "value", "from_": "end", "to": "end", "fade": "distance"}

    value: Expression = field(kw_only=True)
    from_: Number = field(kw_only=True)
    to: Number = field(kw_only=True)
    fade: Number | None = field(default=None, kw_only=True)

    def __init__(
        self,
        *,
        value: Expression,
        from_: Number,
        to: Number,
        fade: Number | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.from_ = from_
        self.to = to
        self.fade = fade
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Steps(About):
    """{value}: {base} points up to {from}, then {add} points more for every full {every}[, at most {cap} points|, at most max points]

    Parameters
    ----------
    value : Expression
        What is measured.
    base : Number
        Points up to the start.
    from_ : Number
        The start.
    every : Number
        The width of a step.
    add : Number
        Points for every full step.
    cap : Number, optional
        The most points; all of them if absent.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "steps"
    _keys: ClassVar[dict[str, str]] = {"from_": "from"}
    _roles: ClassVar[dict[str, str]] = {"value": "value", "base": "base", "from_": "end", "every": "distance", "add": "rate", "cap": "cap"}

    value: Expression = field(kw_only=True)
    base: Number = field(kw_only=True)
    from_: Number = field(kw_only=True)
    every: Number = field(kw_only=True)
    add: Number = field(kw_only=True)
    cap: Number | None = field(default=None, kw_only=True)

    def __init__(
        self,
        *,
        value: Expression,
        base: Number,
        from_: Number,
        every: Number,
        add: Number,
        cap: Number | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.base = base
        self.from_ = from_
        self.every = every
        self.add = add
        self.cap = cap
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class PerItem(About):
    """{value}: {each} points for each {one}, at most max points

    Parameters
    ----------
    value : Expression
        How many.
    each : Number
        Points for each.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "per_item"
    _roles: ClassVar[dict[str, str]] = {"value": "value", "each": "rate"}

    value: Expression = field(kw_only=True)
    each: Number = field(kw_only=True)

    def __init__(
        self,
        *,
        value: Expression,
        each: Number,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.each = each
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Deduct(About):
    """{value}: max points, less {each} points for each {one}, at least {at_least} points

    Parameters
    ----------
    value : Expression
        How many.
    each : Number
        Points lost for each.
    at_least : Number, optional
        The least points.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "deduct"
    _roles: ClassVar[dict[str, str]] = {"value": "value", "each": "rate", "at_least": "points"}

    value: Expression = field(kw_only=True)
    each: Number = field(kw_only=True)
    at_least: Number = field(default=0, kw_only=True)

    def __init__(
        self,
        *,
        value: Expression,
        each: Number,
        at_least: Number = 0,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.each = each
        self.at_least = at_least
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Target(About):
    """{value}, against the target ({target}): half of max points at the target, in proportion below it; above it more, in proportion, up to max points for the best of the block; none where the target is not above 0

    Parameters
    ----------
    value : Expression
        What is measured.
    target : Expression
        The value that earns half.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "target"
    _roles: ClassVar[dict[str, str]] = {"value": "value", "target": "target"}

    value: Expression = field(kw_only=True)
    target: Expression = field(kw_only=True)

    def __init__(
        self,
        *,
        value: Expression,
        target: Expression,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.target = target
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Survey(About):
    """Mean of the answers, each worth a share of max points: {answers}

    Parameters
    ----------
    answers : dict[str, Number]
        The percentage of each answer, by the measure that counts it.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "survey"
    _roles: ClassVar[dict[str, str]] = {"answers": "answers"}

    answers: dict[str, Number] = field(kw_only=True)

    def __init__(
        self,
        *,
        answers: dict[str, Number],
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.answers = answers
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Given(About):
    """{value}: the points are its value[{clamp}, at least 0 and at most max]

    Parameters
    ----------
    value : Expression
        Points.
    clamp : bool, optional
        Limit the value to 0 and the points; without it the measure's own min and max must do so.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "given"
    _roles: ClassVar[dict[str, str]] = {"value": "points"}

    value: Expression = field(kw_only=True)
    clamp: bool = field(default=False, kw_only=True)

    def __init__(
        self,
        *,
        value: Expression,
        clamp: bool = False,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.clamp = clamp
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class BestOf(About):
    """The best of these that have a value: {parts}

    Parameters
    ----------
    parts : list[Part]
        The ways to earn the points.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "best_of"
    _made: ClassVar[dict[str, tuple[str, str]]] = {"parts": ("many", "Part")}
    _roles: ClassVar[dict[str, str]] = {"parts": "parts"}

    parts: list[Part] = field(kw_only=True)

    def __init__(
        self,
        *,
        parts: list[Part],
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.parts = parts
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class SumOf(About):
    """The sum of these, at most max points: {parts}

    Parameters
    ----------
    parts : list[Part]
        What adds up.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "sum_of"
    _made: ClassVar[dict[str, tuple[str, str]]] = {"parts": ("many", "Part")}
    _roles: ClassVar[dict[str, str]] = {"parts": "parts"}

    parts: list[Part] = field(kw_only=True)

    def __init__(
        self,
        *,
        parts: list[Part],
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.parts = parts
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Deductions(About):
    """max points, less these, at least {at_least} points: {parts}

    Parameters
    ----------
    parts : list[Part]
        What is deducted.
    at_least : Number, optional
        The least points.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "deductions"
    _made: ClassVar[dict[str, tuple[str, str]]] = {"parts": ("many", "Part")}
    _roles: ClassVar[dict[str, str]] = {"parts": "parts", "at_least": "points"}

    parts: list[Part] = field(kw_only=True)
    at_least: Number = field(default=0, kw_only=True)

    def __init__(
        self,
        *,
        parts: list[Part],
        at_least: Number = 0,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.parts = parts
        self.at_least = at_least
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


Rule: TypeAlias = Options | YesNo | Checklist | Tiers | Proportional | Between | Steps | PerItem | Deduct | Target | Survey | Given | BestOf | SumOf | Deductions
by_type: dict[str, type[Rule]] = {
    "options": Options,
    "yes_no": YesNo,
    "checklist": Checklist,
    "tiers": Tiers,
    "proportional": Proportional,
    "between": Between,
    "steps": Steps,
    "per_item": PerItem,
    "deduct": Deduct,
    "target": Target,
    "survey": Survey,
    "given": Given,
    "best_of": BestOf,
    "sum_of": SumOf,
    "deductions": Deductions,
}

__all__ = ["About", "BestOf", "Between", "Checklist", "Deduct", "Deductions", "Given", "Options", "Part", "PerItem", "Proportional", "Rule", "Steps", "SumOf", "Survey", "Target", "Tier", "Tiers", "YesNo", "by_type"]
