"""What a model is built of: the keys of its file, as objects that can be changed."""

# Written by bindings/generate from the fields of C++; change them there.

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, TypeAlias

from chiso.described import ABSENT, Described, Expression, Number, Text
from chiso.rules import About, Rule


@dataclass(init=False, repr=False, eq=False)
class Item(About):
    """An item of options, tracks or blocks that carries more than its id.

    Parameters
    ----------
    id : str
        Its name.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    id: str

    def __init__(
        self,
        id: str,
        *,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.id = id
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Parameter(About):
    """A number with a name, which may depend on a choice, the block or the period.

    Parameters
    ----------
    value : Number, optional
        The number, if it depends on nothing.
    by : str, optional
        What it depends on: a choice measure, block or period.
    values : dict[str, Number], optional
        The number for each option, block or period.
    else_ : Number, optional
        The number for all others.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _keys: ClassVar[dict[str, str]] = {"else_": "else"}

    value: Number | None = field(default=None, kw_only=True)
    by: str | None = field(default=None, kw_only=True)
    values: dict[str, Number] = field(default_factory=dict, kw_only=True)
    else_: Number | None = field(default=None, kw_only=True)

    def __init__(
        self,
        *,
        value: Number | None = None,
        by: str | None = None,
        values: dict[str, Number] = ABSENT,
        else_: Number | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.by = by
        self.values = dict() if values is ABSENT else values
        self.else_ = else_
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Table(About):
    """A table below the units, with measures of its own.

    Parameters
    ----------
    measures : dict[str, Measure]
        What is observed of each row.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _made: ClassVar[dict[str, tuple[str, str]]] = {"measures": ("named", "Measure")}

    measures: dict[str, Measure]

    def __init__(
        self,
        measures: dict[str, Measure],
        *,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.measures = measures
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Measure(About):
    """What is observed: a column of evidence.

    Parameters
    ----------
    type : Literal["count", "decimal", "choice", "yes_no", "date"]
        Count, decimal, choice, yes_no or date.
    decimals : int, optional
        Of a decimal, 0 to 9; 2 if absent.
    options : list[str | Item], optional
        Of a choice.
    min : Number, optional
        The least number accepted.
    max : Number, optional
        The greatest number accepted.
    excess : Literal["refuse", "round"], optional
        What happens to more decimals: refuse (if absent) or round.
    measured_in : Text, optional
        Its unit, for people.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _made: ClassVar[dict[str, tuple[str, str]]] = {"options": ("many", "Item")}

    type: Literal["count", "decimal", "choice", "yes_no", "date"]
    decimals: int | None = field(default=None, kw_only=True)
    options: list[str | Item] = field(default_factory=list, kw_only=True)
    min: Number | None = field(default=None, kw_only=True)
    max: Number | None = field(default=None, kw_only=True)
    excess: Literal["refuse", "round"] | None = field(default=None, kw_only=True)
    measured_in: Text | None = field(default=None, kw_only=True)

    def __init__(
        self,
        type: Literal["count", "decimal", "choice", "yes_no", "date"],
        *,
        decimals: int | None = None,
        options: list[str | Item] = ABSENT,
        min: Number | None = None,
        max: Number | None = None,
        excess: Literal["refuse", "round"] | None = None,
        measured_in: Text | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.type = type
        self.decimals = decimals
        self.options = list() if options is ABSENT else options
        self.min = min
        self.max = max
        self.excess = excess
        self.measured_in = measured_in
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Leaf(About):
    """A criterion that earns points by a rule.

    Parameters
    ----------
    id : str
        Unique among criteria and entries.
    points : Number
        The most it can earn.
    rule : Rule
        How it earns points.
    number : str, optional
        As printed.
    was : list[str], optional
        Former ids.
    applies_when : str, optional
        If false, it does not apply.
    tracks : list[str], optional
        The tracks it belongs to; all if absent.
    not_applicable : Literal["exclude", "full", "zero"], optional
        What a leaf that does not apply counts.
    missing : Literal["incomplete", "zero", "exclude"], optional
        What a leaf without evidence counts.
    undefined : Literal["missing", "not_applicable", "zero", "full"], optional
        What a leaf whose rule has no value counts.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _made: ClassVar[dict[str, tuple[str, str]]] = {"rule": ("one", "Rule")}

    id: str
    points: Number
    rule: Rule
    number: str | None = field(default=None, kw_only=True)
    was: list[str] = field(default_factory=list, kw_only=True)
    applies_when: str | None = field(default=None, kw_only=True)
    tracks: list[str] | None = field(default=None, kw_only=True)
    not_applicable: Literal["exclude", "full", "zero"] | None = field(default=None, kw_only=True)
    missing: Literal["incomplete", "zero", "exclude"] | None = field(default=None, kw_only=True)
    undefined: Literal["missing", "not_applicable", "zero", "full"] | None = field(default=None, kw_only=True)

    def __init__(
        self,
        id: str,
        points: Number,
        rule: Rule,
        *,
        number: str | None = None,
        was: list[str] = ABSENT,
        applies_when: str | None = None,
        tracks: list[str] | None = None,
        not_applicable: Literal["exclude", "full", "zero"] | None = None,
        missing: Literal["incomplete", "zero", "exclude"] | None = None,
        undefined: Literal["missing", "not_applicable", "zero", "full"] | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.id = id
        self.points = points
        self.rule = rule
        self.number = number
        self.was = list() if was is ABSENT else was
        self.applies_when = applies_when
        self.tracks = tracks
        self.not_applicable = not_applicable
        self.missing = missing
        self.undefined = undefined
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Group(About):
    """A criterion that holds others.

    Parameters
    ----------
    id : str
        Unique among criteria and entries.
    criteria : list[Leaf | Group]
        Its children.
    number : str, optional
        As printed.
    was : list[str], optional
        Former ids.
    points : Number, optional
        Only if equal to its children's sum.
    scale_to : Number, optional
        The points that its children's result is scaled to.
    cap : Number, optional
        The most that its children count together.
    at_least : Number, optional
        The least that its children count together.
    one_of : bool, optional
        Only the first of its children that applies counts.
    applies_when : str, optional
        If false, it does not apply.
    not_applicable : Literal["exclude", "full", "zero"], optional
        What a leaf that does not apply counts.
    missing : Literal["incomplete", "zero", "exclude"], optional
        What a leaf without evidence counts.
    undefined : Literal["missing", "not_applicable", "zero", "full"], optional
        What a leaf whose rule has no value counts.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _made: ClassVar[dict[str, tuple[str, str]]] = {"criteria": ("many", "Criterion")}

    id: str
    criteria: list[Leaf | Group]
    number: str | None = field(default=None, kw_only=True)
    was: list[str] = field(default_factory=list, kw_only=True)
    points: Number | None = field(default=None, kw_only=True)
    scale_to: Number | None = field(default=None, kw_only=True)
    cap: Number | None = field(default=None, kw_only=True)
    at_least: Number | None = field(default=None, kw_only=True)
    one_of: bool = field(default=False, kw_only=True)
    applies_when: str | None = field(default=None, kw_only=True)
    not_applicable: Literal["exclude", "full", "zero"] | None = field(default=None, kw_only=True)
    missing: Literal["incomplete", "zero", "exclude"] | None = field(default=None, kw_only=True)
    undefined: Literal["missing", "not_applicable", "zero", "full"] | None = field(default=None, kw_only=True)

    def __init__(
        self,
        id: str,
        criteria: list[Leaf | Group],
        *,
        number: str | None = None,
        was: list[str] = ABSENT,
        points: Number | None = None,
        scale_to: Number | None = None,
        cap: Number | None = None,
        at_least: Number | None = None,
        one_of: bool = False,
        applies_when: str | None = None,
        not_applicable: Literal["exclude", "full", "zero"] | None = None,
        missing: Literal["incomplete", "zero", "exclude"] | None = None,
        undefined: Literal["missing", "not_applicable", "zero", "full"] | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.id = id
        self.criteria = criteria
        self.number = number
        self.was = list() if was is ABSENT else was
        self.points = points
        self.scale_to = scale_to
        self.cap = cap
        self.at_least = at_least
        self.one_of = one_of
        self.applies_when = applies_when
        self.not_applicable = not_applicable
        self.missing = missing
        self.undefined = undefined
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Entry(About):
    """An entry of a bonus or penalty.

    Parameters
    ----------
    id : str
        Unique among criteria and entries.
    points : Number
        The most it can count.
    rule : Rule
        How it counts.
    number : str, optional
        As printed.
    was : list[str], optional
        Former ids.
    applies_when : str, optional
        If false, it counts 0.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _made: ClassVar[dict[str, tuple[str, str]]] = {"rule": ("one", "Rule")}

    id: str
    points: Number
    rule: Rule
    number: str | None = field(default=None, kw_only=True)
    was: list[str] = field(default_factory=list, kw_only=True)
    applies_when: str | None = field(default=None, kw_only=True)

    def __init__(
        self,
        id: str,
        points: Number,
        rule: Rule,
        *,
        number: str | None = None,
        was: list[str] = ABSENT,
        applies_when: str | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.id = id
        self.points = points
        self.rule = rule
        self.number = number
        self.was = list() if was is ABSENT else was
        self.applies_when = applies_when
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Side(About):
    """A bonus or penalty.

    Parameters
    ----------
    cap : Number
        The most the side can count.
    entries : list[Entry]
        What it counts.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _made: ClassVar[dict[str, tuple[str, str]]] = {"entries": ("many", "Entry")}

    cap: Number = field(kw_only=True)
    entries: list[Entry] = field(kw_only=True)

    def __init__(
        self,
        *,
        cap: Number,
        entries: list[Entry],
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.cap = cap
        self.entries = entries
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Adjustments(About):
    """Bonus and penalty.

    Parameters
    ----------
    bonus : Side, optional
        Added outside the 100.
    penalty : Side, optional
        Taken off outside the 100.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _made: ClassVar[dict[str, tuple[str, str]]] = {"bonus": ("one", "Side"), "penalty": ("one", "Side")}

    bonus: Side | None = field(default=None, kw_only=True)
    penalty: Side | None = field(default=None, kw_only=True)

    def __init__(
        self,
        *,
        bonus: Side | None = None,
        penalty: Side | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.bonus = bonus
        self.penalty = penalty
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Publish(About):
    """How figures are published.

    Parameters
    ----------
    decimals : int, optional
        Of published figures, 0 to 9.
    points : int, optional
        Decimals of published points; those of figures if absent.
    scale : Number, optional
        What the index is where all that applies is achieved: 100 if absent, 5 for marks out of five.
    rounding : Literal["half_up", "half_even", "down"], optional
        Half_up, half_even or down.
    may_exceed_100 : bool, optional
        Whether a bonus may lift the index above 100.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    decimals: int = field(default=2, kw_only=True)
    points: int | None = field(default=None, kw_only=True)
    scale: Number = field(default=100, kw_only=True)
    rounding: Literal["half_up", "half_even", "down"] = field(default="half_up", kw_only=True)
    may_exceed_100: bool = field(default=False, kw_only=True)

    def __init__(
        self,
        *,
        decimals: int = 2,
        points: int | None = None,
        scale: Number = 100,
        rounding: Literal["half_up", "half_even", "down"] = "half_up",
        may_exceed_100: bool = False,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.decimals = decimals
        self.points = points
        self.scale = scale
        self.rounding = rounding
        self.may_exceed_100 = may_exceed_100
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class TieBreak(About):
    """A value that decides between equals.

    Parameters
    ----------
    value : Expression
        The number that decides, compared exactly.
    order : Literal["ascending", "descending"]
        Which value comes first: ascending or descending; a row without one comes last.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    value: Expression = field(kw_only=True)
    order: Literal["ascending", "descending"] = field(kw_only=True)

    def __init__(
        self,
        *,
        value: Expression,
        order: Literal["ascending", "descending"],
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.value = value
        self.order = order
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Ranking(About):
    """How rows are ranked.

    Parameters
    ----------
    key : Literal["exact", "published"], optional
        Exact or published.
    ties : Literal["competition", "dense", "ordinal"], optional
        Competition 1,1,3; dense 1,1,2; ordinal 1,2,3 by unit.
    tie_break : list[str | TieBreak], optional
        Criteria whose indices, or values that, decide between equals, in turn.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _made: ClassVar[dict[str, tuple[str, str]]] = {"tie_break": ("many", "TieBreak")}

    key: Literal["exact", "published"] = field(default="exact", kw_only=True)
    ties: Literal["competition", "dense", "ordinal"] = field(default="competition", kw_only=True)
    tie_break: list[str | TieBreak] = field(default_factory=list, kw_only=True)

    def __init__(
        self,
        *,
        key: Literal["exact", "published"] = "exact",
        ties: Literal["competition", "dense", "ordinal"] = "competition",
        tie_break: list[str | TieBreak] = ABSENT,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.key = key
        self.ties = ties
        self.tie_break = list() if tie_break is ABSENT else tie_break
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Band(About):
    """A class, and the figures that it takes.

    Parameters
    ----------
    id : str
        Of the class.
    above : Number, optional
        Lower end, itself outside.
    from_ : Number, optional
        Lower end, itself inside.
    below : Number, optional
        Upper end, itself outside.
    to : Number, optional
        Upper end, itself inside.
    requires : str, optional
        What the class asks for besides; where it is not true the bands behind it are read.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _keys: ClassVar[dict[str, str]] = {"from_": "from"}

    id: str
    above: Number | None = field(default=None, kw_only=True)
    from_: Number | None = field(default=None, kw_only=True)
    below: Number | None = field(default=None, kw_only=True)
    to: Number | None = field(default=None, kw_only=True)
    requires: str | None = field(default=None, kw_only=True)

    def __init__(
        self,
        id: str,
        *,
        above: Number | None = None,
        from_: Number | None = None,
        below: Number | None = None,
        to: Number | None = None,
        requires: str | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.id = id
        self.above = above
        self.from_ = from_
        self.below = below
        self.to = to
        self.requires = requires
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Veto(About):
    """What caps the class.

    Parameters
    ----------
    when : str, optional
        The veto applies if true.
    criterion : str | list[str], optional
        It applies if the index of any of these is below.
    below : Number, optional
        The least index that escapes it.
    at_least : int, optional
        How many of the criteria must be below; 1 if absent.
    at_most : str
        The best class that it leaves.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    when: str | None = field(default=None, kw_only=True)
    criterion: str | list[str] | None = field(default=None, kw_only=True)
    below: Number | None = field(default=None, kw_only=True)
    at_least: int | None = field(default=None, kw_only=True)
    at_most: str = field(kw_only=True)

    def __init__(
        self,
        *,
        when: str | None = None,
        criterion: str | list[str] | None = None,
        below: Number | None = None,
        at_least: int | None = None,
        at_most: str,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.when = when
        self.criterion = criterion
        self.below = below
        self.at_least = at_least
        self.at_most = at_most
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Quota(About):
    """How many may be in a class.

    Parameters
    ----------
    class_ : str
        The class that only so many may keep.
    at_most : Number
        The most that may keep it, in percent.
    of : Literal["ranked"] | list[str], optional
        Of whom: ranked, all ranked units (if absent); or those in these classes before any quota.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _keys: ClassVar[dict[str, str]] = {"class_": "class"}

    class_: str = field(kw_only=True)
    at_most: Number = field(kw_only=True)
    of: Literal["ranked"] | list[str] = field(default="ranked", kw_only=True)

    def __init__(
        self,
        *,
        class_: str,
        at_most: Number,
        of: Literal["ranked"] | list[str] = "ranked",
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.class_ = class_
        self.at_most = at_most
        self.of = of
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Classes(About):
    """Bands of the index.

    Parameters
    ----------
    on : Literal["published", "exact", "points", "rank", "rank_share"], optional
        Published, exact, points, rank or rank_share.
    decimals : int, optional
        Of what is classed as published, if not publish.decimals or publish.points.
    bands : list[Band]
        Best first; the last takes the rest.
    by_block : dict[str, list[Band]], optional
        Other bands for a block.
    vetoes : list[Veto], optional
        What caps the class.
    quotas : list[Quota], optional
        How many may be in a class, in turn; the others take the next class.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _made: ClassVar[dict[str, tuple[str, str]]] = {"bands": ("many", "Band"), "by_block": ("named many", "Band"), "vetoes": ("many", "Veto"), "quotas": ("many", "Quota")}

    on: Literal["published", "exact", "points", "rank", "rank_share"] = field(default="published", kw_only=True)
    decimals: int | None = field(default=None, kw_only=True)
    bands: list[Band] = field(kw_only=True)
    by_block: dict[str, list[Band]] = field(default_factory=dict, kw_only=True)
    vetoes: list[Veto] = field(default_factory=list, kw_only=True)
    quotas: list[Quota] = field(default_factory=list, kw_only=True)

    def __init__(
        self,
        *,
        on: Literal["published", "exact", "points", "rank", "rank_share"] = "published",
        decimals: int | None = None,
        bands: list[Band],
        by_block: dict[str, list[Band]] = ABSENT,
        vetoes: list[Veto] = ABSENT,
        quotas: list[Quota] = ABSENT,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.on = on
        self.decimals = decimals
        self.bands = bands
        self.by_block = dict() if by_block is ABSENT else by_block
        self.vetoes = list() if vetoes is ABSENT else vetoes
        self.quotas = list() if quotas is ABSENT else quotas
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Relation(About):
    """A truth that must hold between figures.

    Parameters
    ----------
    id : str
        Unique among checks.
    holds : str
        What must be true.
    severity : Literal["error", "warning"], optional
        Error (if absent) or warning.
    applies_when : str, optional
        Where false, the row is not judged.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "relation"
    _roles: ClassVar[dict[str, str]] = {"holds": "truth"}

    id: str
    holds: str
    severity: Literal["error", "warning"] = field(default="error", kw_only=True)
    applies_when: str | None = field(default=None, kw_only=True)

    def __init__(
        self,
        id: str,
        holds: str,
        *,
        severity: Literal["error", "warning"] = "error",
        applies_when: str | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.id = id
        self.holds = holds
        self.severity = severity
        self.applies_when = applies_when
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Stated(About):
    """A figure that is stated, and must be what it is made of, rounded half up.

    Parameters
    ----------
    id : str
        Unique among checks.
    stated : Expression
        The figure that is stated.
    of : Expression
        What it is rounded from.
    decimals : int
        To which it is rounded, 0 to 9.
    severity : Literal["error", "warning"], optional
        Error (if absent) or warning.
    applies_when : str, optional
        Where false, the row is not judged.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "stated"
    _roles: ClassVar[dict[str, str]] = {"stated": "value", "of": "target"}

    id: str
    stated: Expression
    of: Expression
    decimals: int
    severity: Literal["error", "warning"] = field(default="error", kw_only=True)
    applies_when: str | None = field(default=None, kw_only=True)

    def __init__(
        self,
        id: str,
        stated: Expression,
        of: Expression,
        decimals: int,
        *,
        severity: Literal["error", "warning"] = "error",
        applies_when: str | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.id = id
        self.stated = stated
        self.of = of
        self.decimals = decimals
        self.severity = severity
        self.applies_when = applies_when
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Repeated(About):
    """Figures that must not be copied from the period before.

    Parameters
    ----------
    id : str
        Unique among checks.
    values : list[str]
        3 or more measures, one of which must differ from the previous period.
    severity : Literal["error", "warning"], optional
        Error (if absent) or warning.
    applies_when : str, optional
        Where false, the row is not judged.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "repeated"
    _roles: ClassVar[dict[str, str]] = {"values": "items"}

    id: str
    values: list[str]
    severity: Literal["error", "warning"] = field(default="error", kw_only=True)
    applies_when: str | None = field(default=None, kw_only=True)

    def __init__(
        self,
        id: str,
        values: list[str],
        *,
        severity: Literal["error", "warning"] = "error",
        applies_when: str | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.id = id
        self.values = values
        self.severity = severity
        self.applies_when = applies_when
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class Unusual(About):
    """A figure that must not be far from those of the other units.

    Parameters
    ----------
    id : str
        Unique among checks.
    value : Expression
        What is compared with that of the other units.
    times : Number, optional
        How many times the spread it may be away from the median; 5 if absent.
    severity : Literal["error", "warning"], optional
        Error (if absent) or warning.
    applies_when : str, optional
        Where false, the row is not judged.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    type: ClassVar[str] = "unusual"
    _roles: ClassVar[dict[str, str]] = {"value": "value"}

    id: str
    value: Expression
    times: Number = field(default=5, kw_only=True)
    severity: Literal["error", "warning"] = field(default="error", kw_only=True)
    applies_when: str | None = field(default=None, kw_only=True)

    def __init__(
        self,
        id: str,
        value: Expression,
        *,
        times: Number = 5,
        severity: Literal["error", "warning"] = "error",
        applies_when: str | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.id = id
        self.value = value
        self.times = times
        self.severity = severity
        self.applies_when = applies_when
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


@dataclass(init=False, repr=False, eq=False)
class DraftFields(About):
    """The keys of a model.

    Parameters
    ----------
    chiso : int
        The number of the format, 1.
    schema : str, optional
        For editors; not read.
    id : str
        Of the model.
    version : str, optional
        Of the model, as its owners count.
    title : Text, optional
        Its name, for people.
    point_decimals : int, optional
        Decimals of a quantum of points, 0 to 9.
    publish : Publish, optional
        How figures are published.
    stated_points : Literal["refuse", "accept"], optional
        Refuse or accept columns points.<leaf id>.
    not_applicable : Literal["exclude", "full", "zero"], optional
        For leaves without a nearer policy; exclude if absent.
    missing : Literal["incomplete", "zero", "exclude"], optional
        For leaves without a nearer policy; incomplete if absent.
    undefined : Literal["missing", "not_applicable", "zero", "full"], optional
        For leaves without a nearer policy.
    tracks : list[str | Item], optional
        Who states evidence; one track, final, if absent.
    fallback : dict[str, list[str]], optional
        From which tracks a missing measure of a track is taken, in turn.
    blocks : list[str | Item], optional
        Who is ranked together; any if absent.
    parameters : dict[str, Parameter], optional
        Numbers that expressions read by name.
    measures : dict[str, Measure]
        What is observed.
    tables : dict[str, Table], optional
        Tables below the units, such as their tasks.
    criteria : list[Leaf | Group]
        The tree.
    adjustments : Adjustments, optional
        Bonus and penalty.
    checks : list[Check], optional
        What must hold of the evidence; no check changes a score.
    ranking : Ranking, optional
        How rows are ranked.
    least_coverage : Number, optional
        A row of which less is known, in percent of the points that are asked, is incomplete.
    classes : Classes, optional
        Bands of the index, the points or the rank.
    label, note, source, meta : optional
        What people are told of it, as in `About`.
    """

    _keys: ClassVar[dict[str, str]] = {"schema": "$schema"}
    _made: ClassVar[dict[str, tuple[str, str]]] = {"publish": ("one", "Publish"), "tracks": ("many", "Item"), "blocks": ("many", "Item"), "parameters": ("named", "Parameter"), "measures": ("named", "Measure"), "tables": ("named", "Table"), "criteria": ("many", "Criterion"), "adjustments": ("one", "Adjustments"), "checks": ("many", "Check"), "ranking": ("one", "Ranking"), "classes": ("one", "Classes")}

    chiso: int = field(default=1, kw_only=True)
    schema: str | None = field(default=None, kw_only=True)
    id: str = field(kw_only=True)
    version: str | None = field(default=None, kw_only=True)
    title: Text | None = field(default=None, kw_only=True)
    point_decimals: int = field(default=6, kw_only=True)
    publish: Publish = field(default_factory=Publish, kw_only=True)
    stated_points: Literal["refuse", "accept"] = field(default="refuse", kw_only=True)
    not_applicable: Literal["exclude", "full", "zero"] | None = field(default=None, kw_only=True)
    missing: Literal["incomplete", "zero", "exclude"] | None = field(default=None, kw_only=True)
    undefined: Literal["missing", "not_applicable", "zero", "full"] | None = field(default=None, kw_only=True)
    tracks: list[str | Item] | None = field(default=None, kw_only=True)
    fallback: dict[str, list[str]] = field(default_factory=dict, kw_only=True)
    blocks: list[str | Item] | None = field(default=None, kw_only=True)
    parameters: dict[str, Parameter] = field(default_factory=dict, kw_only=True)
    measures: dict[str, Measure] = field(kw_only=True)
    tables: dict[str, Table] = field(default_factory=dict, kw_only=True)
    criteria: list[Leaf | Group] = field(kw_only=True)
    adjustments: Adjustments = field(default_factory=Adjustments, kw_only=True)
    checks: list[Check] = field(default_factory=list, kw_only=True)
    ranking: Ranking = field(default_factory=Ranking, kw_only=True)
    least_coverage: Number | None = field(default=None, kw_only=True)
    classes: Classes | None = field(default=None, kw_only=True)

    def __init__(
        self,
        *,
        chiso: int = 1,
        schema: str | None = None,
        id: str,
        version: str | None = None,
        title: Text | None = None,
        point_decimals: int = 6,
        publish: Publish = ABSENT,
        stated_points: Literal["refuse", "accept"] = "refuse",
        not_applicable: Literal["exclude", "full", "zero"] | None = None,
        missing: Literal["incomplete", "zero", "exclude"] | None = None,
        undefined: Literal["missing", "not_applicable", "zero", "full"] | None = None,
        tracks: list[str | Item] | None = None,
        fallback: dict[str, list[str]] = ABSENT,
        blocks: list[str | Item] | None = None,
        parameters: dict[str, Parameter] = ABSENT,
        measures: dict[str, Measure],
        tables: dict[str, Table] = ABSENT,
        criteria: list[Leaf | Group],
        adjustments: Adjustments = ABSENT,
        checks: list[Check] = ABSENT,
        ranking: Ranking = ABSENT,
        least_coverage: Number | None = None,
        classes: Classes | None = None,
        label: Text | None = None,
        note: Text | None = None,
        source: Text | None = None,
        meta: Any | None = None,
    ) -> None:
        self.chiso = chiso
        self.schema = schema
        self.id = id
        self.version = version
        self.title = title
        self.point_decimals = point_decimals
        self.publish = Publish() if publish is ABSENT else publish
        self.stated_points = stated_points
        self.not_applicable = not_applicable
        self.missing = missing
        self.undefined = undefined
        self.tracks = tracks
        self.fallback = dict() if fallback is ABSENT else fallback
        self.blocks = blocks
        self.parameters = dict() if parameters is ABSENT else parameters
        self.measures = measures
        self.tables = dict() if tables is ABSENT else tables
        self.criteria = criteria
        self.adjustments = Adjustments() if adjustments is ABSENT else adjustments
        self.checks = list() if checks is ABSENT else checks
        self.ranking = Ranking() if ranking is ABSENT else ranking
        self.least_coverage = least_coverage
        self.classes = classes
        self.label = label
        self.note = note
        self.source = source
        self.meta = meta


Check: TypeAlias = Relation | Stated | Repeated | Unusual

__all__ = ["Adjustments", "Band", "Check", "Classes", "DraftFields", "Entry", "Group", "Item", "Leaf", "Measure", "Parameter", "Publish", "Quota", "Ranking", "Relation", "Repeated", "Side", "Stated", "Table", "TieBreak", "Unusual", "Veto"]
