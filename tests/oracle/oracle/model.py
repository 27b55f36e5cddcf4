"""A model file as plain objects (SPEC sections 5 and 7). The file is taken to be valid.

Policies, `applies_when` and `tracks` are resolved down to the leaves here; expressions are compiled.
"""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from .expression import cohort, compile_expression
from .numbers import exact

POLICIES = ("not_applicable", "missing", "undefined")
DEFAULTS = {"not_applicable": "exclude", "missing": "incomplete", "undefined": None}


@dataclass
class Measure:
    name: str
    type: str
    decimals: int
    options: list
    excess: str
    low: Fraction | None = None
    high: Fraction | None = None

    def holds(self, value):
        """Whether a number may stand in a cell (SPEC 2.1): whole in the last decimal, within `min`, `max` and 2^53."""
        units = Fraction(value) * 10**self.decimals
        return (
            units.denominator == 1
            and abs(units) <= 2**53
            and (self.type != "count" or value >= 0)
            and (self.low is None or value >= self.low)
            and (self.high is None or value <= self.high)
        )


@dataclass
class Parameter:
    """A number by name. `by`: a choice measure, `block` or `period`, or None where `otherwise` is all there is."""

    by: str | None
    values: dict
    otherwise: Fraction | None


@dataclass
class Rule:
    """`inputs` are compiled expressions; `numbers` what the model writes; `parts` rules of their own.

    `policies` of a part: {state word: `zero` or `full`}.
    """

    type: str
    max: Fraction
    inputs: list
    numbers: dict
    parts: list
    watch: Callable | None = None
    policies: dict = field(default_factory=dict)


@dataclass
class Leaf:
    """A scored criterion, or an entry of an adjustment (which has no policies and no tracks).

    `applies_when` are the conditions on it and on the groups above; `own_condition` is the one on it alone, or None.
    """

    id: str
    points: Fraction
    quanta: int
    rule: Rule
    applies_when: list
    policies: dict
    standing: dict
    tracks: list | None
    own_condition: Callable | None = None


@dataclass
class Group:
    """At most one of `scale_to`, `cap` and `one_of` is there; `at_least` stands beside `cap` or without it."""

    id: str
    children: list
    scale_to: int | None = None
    cap: int | None = None
    at_least: int | None = None
    one_of: bool = False
    own_condition: Callable | None = None


@dataclass
class Side:
    """The bonus or the penalty: entries and the cap in quanta."""

    cap: int
    entries: list


@dataclass
class Veto:
    when: Callable | None
    criteria: list
    below: Fraction | None
    at_least: int
    at_most: str


@dataclass
class TieBreak:
    """The index of a criterion, or a value with its order."""

    criterion: str | None = None
    value: Callable | None = None
    order: str | None = None


@dataclass
class Quota:
    """`of` are classes, or None for all ranked rows."""

    class_id: str
    at_most: Fraction
    of: list | None


@dataclass
class Classes:
    on: str
    decimals: int | None
    bands: list
    by_block: dict
    vetoes: list
    quotas: list

    def list_of(self, block):
        """The bands of a block."""
        return self.by_block.get(block, self.bands)


@dataclass
class Model:
    """`source` is the decoded file, which checks and comparisons read."""

    id: str
    source: dict
    point_decimals: int
    decimals: int
    rounding: str
    points_decimals: int
    scale: Fraction
    may_exceed_100: bool
    stated_points: bool
    tracks: list
    fallback: dict
    blocks: list | None
    measures: dict
    parameters: dict
    tables: dict
    criteria: list
    bonus: Side
    penalty: Side
    key: str
    ties: str
    tie_break: list
    least_coverage: Fraction | None
    classes: Classes | None
    leaves: list = field(default_factory=list)
    nodes: list = field(default_factory=list)
    watch: Callable | None = None

    def side(self, name):
        return {"bonus": self.bonus, "penalty": self.penalty}[name]


def read_model(text, watch=None):
    """The model of a JSON text. `watch` gets every rule's inputs and result (for coverage)."""
    return Reader(normal(json.loads(text, parse_int=exact, parse_float=exact)), watch).model()


def normal(value):
    """Text in NFC, everywhere."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [normal(item) for item in value]
    if isinstance(value, dict):
        return {normal(key): normal(item) for key, item in value.items()}
    return value


def item_id(item):
    """The id of an item of `options`, `tracks`, `blocks`: itself, or its `id`."""
    return item["id"] if isinstance(item, dict) else item


class Reader:
    """Reads one decoded model."""

    def __init__(self, source, watch):
        self.source = source
        self.watch = watch
        self.point_decimals = source.get("point_decimals", 6)
        self.leaves = []
        self.nodes = []

    def model(self):
        source = self.source
        publish, ranking = source.get("publish", {}), source.get("ranking", {})
        adjustments, blocks = source.get("adjustments", {}), source.get("blocks")
        policies = {name: source.get(name, DEFAULTS[name]) for name in POLICIES}
        standing = {name: "model" if name in source else "default" for name in POLICIES}
        return Model(
            id=source["id"],
            source=source,
            point_decimals=self.point_decimals,
            decimals=publish.get("decimals", 2),
            points_decimals=publish.get("points", publish.get("decimals", 2)),
            scale=publish.get("scale", 100),
            rounding=publish.get("rounding", "half_up"),
            may_exceed_100=publish.get("may_exceed_100", False),
            stated_points=source.get("stated_points", "refuse") == "accept",
            tracks=[item_id(track) for track in source.get("tracks", ["final"])],
            fallback=source.get("fallback", {}),
            blocks=None if blocks is None else [item_id(b) for b in blocks],
            measures=self.measures(source),
            parameters={name: self.parameter(entry) for name, entry in source.get("parameters", {}).items()},
            tables={name: self.measures(entry) for name, entry in source.get("tables", {}).items()},
            criteria=[self.criterion(entry, [], policies, standing) for entry in source["criteria"]],
            bonus=self.side(adjustments.get("bonus")),
            penalty=self.side(adjustments.get("penalty")),
            key=ranking.get("key", "exact"),
            ties=ranking.get("ties", "competition"),
            tie_break=[self.tie_break(entry) for entry in ranking.get("tie_break", [])],
            least_coverage=source.get("least_coverage"),
            classes=self.classes(source.get("classes")),
            leaves=self.leaves,
            nodes=self.nodes,
            watch=self.watch,
        )

    def quanta(self, points):
        quanta = points * 10**self.point_decimals
        assert quanta == int(quanta), points
        return int(quanta)

    def measures(self, source):
        return {name: self.measure(name, entry) for name, entry in source["measures"].items()}

    @staticmethod
    def measure(name, source):
        decimals = source.get("decimals", 2) if source["type"] == "decimal" else 0
        return Measure(
            name,
            source["type"],
            decimals,
            [item_id(option) for option in source.get("options", [])],
            source.get("excess", "refuse"),
            source.get("min"),
            source.get("max"),
        )

    @staticmethod
    def parameter(source):
        if "value" in source:
            return Parameter(None, {}, source["value"])
        return Parameter(source["by"], source["values"], source.get("else"))

    def criterion(self, source, conditions, policies, standing):
        """A group or a leaf, below the conditions and policies of the groups above; the nearest policy counts."""
        own_condition = compile_expression(source["applies_when"]) if "applies_when" in source else None
        if own_condition:
            conditions = conditions + [own_condition]
        own = {name: source[name] for name in POLICIES if name in source}
        policies = policies | own
        standing = standing | dict.fromkeys(own, "group" if "criteria" in source else "leaf")
        place = len(self.nodes)
        self.nodes.append(None)
        if "criteria" in source:
            children = [self.criterion(child, conditions, policies, standing) for child in source["criteria"]]
            points = {word: self.quanta(source[word]) for word in ("scale_to", "cap", "at_least") if word in source}
            node = Group(source["id"], children, one_of=source.get("one_of", False), **points)
        else:
            node = self.leaf(source, conditions, policies, standing, source.get("tracks"))
            self.leaves.append(node)
        node.own_condition = own_condition
        self.nodes[place] = node
        return node

    def leaf(self, source, conditions, policies, standing, tracks):
        points = source["points"]
        return Leaf(source["id"], points, self.quanta(points), self.rule(source["rule"], points), conditions, policies, standing, tracks)

    def side(self, source):
        if source is None:
            return Side(0, [])
        entries = []
        for entry in source["entries"]:
            conditions = [compile_expression(entry["applies_when"])] if "applies_when" in entry else []
            entries.append(self.leaf(entry, conditions, {}, {}, None))
        return Side(self.quanta(source["cap"]), entries)

    def rule(self, source, points):
        """A rule whose max is `points`; everything but expressions and parts goes to `numbers`."""
        kind, numbers = source["type"], dict(source)
        inputs, parts = [], []
        if kind in ("best_of", "sum_of", "deductions"):
            parts = [self.part(part) for part in source["parts"]]
        elif kind == "checklist":
            inputs = [compile_expression(item) for item in source["items"]]
        elif kind == "survey":
            inputs = [compile_expression(name) for name in source["answers"]]
            numbers["percents"] = list(source["answers"].values())
        else:
            inputs = [compile_expression(source["value"])]
        if kind == "target":
            inputs += [compile_expression(source["target"]), cohort("cohort_max", inputs[0])]
        if kind == "given":
            numbers.setdefault("clamp", False)
        return Rule(kind, points, inputs, numbers, parts, self.watch)

    def part(self, source):
        rule = self.rule(source["rule"], source["points"])
        rule.policies = {name: source[name] for name in POLICIES if name in source}
        return rule

    def classes(self, source):
        if source is None:
            return None
        vetoes = []
        for veto in source.get("vetoes", []):
            criteria = veto.get("criterion", [])
            vetoes.append(
                Veto(
                    compile_expression(veto["when"]) if "when" in veto else None,
                    [criteria] if isinstance(criteria, str) else criteria,
                    veto.get("below"),
                    veto.get("at_least", 1),
                    veto["at_most"],
                )
            )
        by_block = {block: self.bands(entry) for block, entry in source.get("by_block", {}).items()}
        quotas = [self.quota(entry) for entry in source.get("quotas", [])]
        return Classes(source.get("on", "published"), source.get("decimals"), self.bands(source["bands"]), by_block, vetoes, quotas)

    @staticmethod
    def tie_break(source):
        if isinstance(source, str):
            return TieBreak(source)
        return TieBreak(None, compile_expression(source["value"]), source["order"])

    @staticmethod
    def bands(source):
        return [band | ({"requires": compile_expression(band["requires"])} if "requires" in band else {}) for band in source]

    @staticmethod
    def quota(source):
        of = source.get("of", "ranked")
        return Quota(source["class"], source["at_most"], None if of == "ranked" else of)
