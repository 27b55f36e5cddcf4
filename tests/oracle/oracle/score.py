"""Scores of rows: states, policies, tallies, adjustments, index (SPEC 2.3, 2.4 and section 5)."""

from dataclasses import dataclass, field
from fractions import Fraction

from . import watch
from .model import Group, Leaf
from .numbers import half_up
from .rules import points
from .states import MISSING, NOT_APPLICABLE, is_state, strongest

SCORED, STATED = "scored", "stated"


@dataclass
class Tally:
    """What a node earned, could have earned, and whether nothing needed was missing.

    `known` and `asked` are the points of its leaves that are not missing, and that are not not-applicable; whatever the policies.
    """

    achieved: int = 0
    applicable: int = 0
    complete: bool = True
    known: int = 0
    asked: int = 0

    def add(self, other):
        self.achieved += other.achieved
        self.applicable += other.applicable
        self.complete = self.complete and other.complete
        self.known += other.known
        self.asked += other.asked

    @property
    def coverage(self):
        """100 x the points of the leaves that are scored, stated or undefined / of those that are not not-applicable, or None."""
        return None if self.asked == 0 else Fraction(100 * self.known, self.asked)


@dataclass
class Node:
    """One node (or entry) on one row. `own` is the rule's result beside a stated one: (quanta, state word)."""

    id: str
    tally: Tally
    state: str | None = None
    own: tuple | None = None
    index: Fraction | None = None
    rank: int | None = None


@dataclass
class Score:
    """One row scored. `net` is achieved + bonus - penalty, limited as the index is."""

    row: object
    tally: Tally
    bonus: int
    penalty: int
    net: int
    index: Fraction | None
    nodes: list = field(default_factory=list)
    by_id: dict = field(default_factory=dict)
    covered: bool = True
    rank: int | None = None
    competition_rank: int | None = None
    class_id: str | None = None
    held_back: bool = False

    @property
    def complete(self):
        return self.tally.complete and self.covered


def score(model, row):
    """The score of one resolved row."""
    nodes = []
    tally = Tally()
    for criterion in model.criteria:
        tally.add(criterion_tally(model, criterion, row, nodes))
    for node in nodes:
        node.index = index_of(model, node.tally.achieved, node.tally.applicable)
    bonus = side(model, model.bonus, row, nodes, "bonus")
    penalty = side(model, model.penalty, row, nodes, "penalty")
    net, index = limited_index(model, tally, bonus, penalty)
    return Score(row, tally, bonus, penalty, net, index, nodes, {node.id: node for node in nodes}, covered(model, tally))


def covered(model, tally):
    """Whether a row has the coverage that the model asks for; a row without leaves that apply has none that could be less."""
    least, coverage = model.least_coverage, tally.coverage
    if least is None:
        return True
    if coverage is None:
        watch.met("edge", "coverage", "none")
        return True
    how = "at the least" if coverage == least else "above the least" if coverage > least else "below the least"
    if coverage < least and tally.complete:
        how += ", else complete"
    watch.met("edge", "coverage", how)
    return coverage >= least


def index_of(model, achieved, applicable):
    """100 x achieved / applicable, or of another `publish.scale` than 100; None where nothing applies."""
    return None if applicable == 0 else Fraction(model.scale * achieved, applicable)


def limited_index(model, tally, bonus, penalty):
    """(net, index): the index at least 0 and at most 100 (or `publish.scale`), above that only if the model allows it."""
    net = tally.achieved + bonus - penalty
    if net < 0:
        watch.met("edge", "index", "held at 0")
    elif net > tally.applicable > 0:
        watch.met("edge", "index", "above 100" if model.may_exceed_100 else "held at 100")
    net = max(net, 0)
    if not model.may_exceed_100:
        net = min(net, tally.applicable)
    if tally.applicable == 0:
        watch.met("edge", "index", "none, beside adjustments" if bonus or penalty else "none")
    elif model.scale != 100:
        watch.met("edge", "scale", "whole" if model.scale == int(model.scale) else "with decimals")
    return net, index_of(model, net, tally.applicable)


def criterion_tally(model, criterion, row, nodes):
    """The tally of a criterion; its nodes are added in pre-order."""
    if not isinstance(criterion, Group):
        node = leaf(model, criterion, row)
        nodes.append(node)
        return node.tally
    node = Node(criterion.id, Tally())
    nodes.append(node)
    if criterion.one_of:
        one_of(model, criterion, row, node.tally, nodes)
        return node.tally
    for child in criterion.children:
        node.tally.add(criterion_tally(model, child, row, nodes))
    if node.tally.applicable == 0:
        watch.met("edge", "group", group_kind(criterion) + "nothing applies")
    elif criterion.scale_to is not None:
        scaled = Fraction(criterion.scale_to * node.tally.achieved, node.tally.applicable)
        watch.met("edge", "scaled group", rounding_edge(scaled))
        node.tally.achieved = half_up(scaled)
        node.tally.applicable = criterion.scale_to
    else:
        limit(criterion, node.tally)
    return node.tally


def group_kind(group):
    """How coverage calls a group to which nothing applies."""
    if group.scale_to is not None:
        return "scaled, "
    if group.cap is not None:
        return "capped, "
    return "raised, " if group.at_least is not None else ""


def limit(group, tally):
    """Hold the sums of a group's children to its `cap`; then raise what it achieves to its `at_least`, at most to its applicable."""
    if group.cap is not None:
        for word, value in (("achieved", tally.achieved), ("applicable", tally.applicable)):
            watch.met("edge", "capped group", word + cap_edge(value, group.cap))
        tally.achieved = min(tally.achieved, group.cap)
        tally.applicable = min(tally.applicable, group.cap)
    if group.at_least is not None:
        least = min(group.at_least, tally.applicable)
        if tally.achieved < least:
            watch.met("edge", "raised group", "raised to at_least" if least == group.at_least else "raised to its applicable")
        else:
            watch.met("edge", "raised group", "at at_least" if tally.achieved == group.at_least else "not raised")
        tally.achieved = max(tally.achieved, least)


def cap_edge(value, cap):
    return " at the cap" if value == cap else " capped" if value > cap else " below the cap"


def one_of(model, group, row, tally, nodes):
    """Add the first child that is not out and whose applicable is above 0, as it stands; the others do not apply."""
    counts = None
    for place, child in enumerate(group.children):
        made = []
        if counts is None and not out(child, row):
            own = criterion_tally(model, child, row, made)
            if own.applicable > 0:
                counts = "first child" if place == 0 else "later child"
                counts += "" if own.complete else ", incomplete"
                tally.add(own)
                nodes += made
                continue
            watch.met("edge", "one_of", "a child without applicable")
        elif counts and isinstance(child, Leaf) and has_stated(child, row):
            watch.met("edge", "one_of", "stated points are not read")
        nodes += without_effect(child)
    watch.met("edge", "one_of", counts or "no child")


def out(child, row):
    """Whether a child of `one_of` is out by its own condition, whatever policies say; a leaf with stated points never is."""
    if child.own_condition is None:
        return False
    value = child.own_condition(row)
    if value is not False and value is not NOT_APPLICABLE:
        return False
    if isinstance(child, Leaf) and has_stated(child, row):
        watch.met("edge", "one_of", "stated points keep a child in")
        return False
    watch.met("edge", "one_of", "out, false" if value is False else "out, not applicable")
    return True


def has_stated(leaf, row):
    """Whether a value is stated as the points of a leaf; a state is none, and another track reads none."""
    if leaf.tracks is not None and row.track not in leaf.tracks:
        return False
    return not is_state(row.cells.get("points." + leaf.id, MISSING))


def without_effect(criterion):
    """The nodes of a criterion that does not count in its `one_of`, and of all below it: not applicable, complete."""
    if not isinstance(criterion, Group):
        return [Node(criterion.id, Tally(), NOT_APPLICABLE.word)]
    nodes = [Node(criterion.id, Tally())]
    for child in criterion.children:
        nodes += without_effect(child)
    return nodes


def rounding_edge(value):
    """How a value meets its quantum."""
    if value.denominator == 1:
        return "whole quanta"
    return "half a quantum" if value.denominator == 2 else "rounded"


def own_result(model, leaf, row):
    """(quanta or None, state word) of a rule and of every `applies_when` on it, whatever is stated."""
    reads = []
    for condition in leaf.applies_when:
        value = condition(row)
        reads.append(NOT_APPLICABLE if value is False else value)
    result = points(leaf.rule, row)
    state = strongest([result] + reads)
    if state is not None:
        if not is_state(result):
            watch.met("edge", "applies_when", f"makes {state.word}")
        elif state is not result:
            watch.met("edge", "applies_when", f"{state.word} over {result.word}")
        return None, state.word
    quanta = Fraction(result) * 10**model.point_decimals
    watch.met("edge", "leaf", rounding_edge(quanta))
    return half_up(quanta), SCORED


def leaf(model, leaf, row):
    """One leaf on one row: its track, its stated points, its rule, its policies."""
    if leaf.tracks is not None and row.track not in leaf.tracks:
        watch.met("policy", "not_applicable", "other track")
        return Node(leaf.id, Tally(0, 0, True), NOT_APPLICABLE.word)
    stated = row.cells.get("points." + leaf.id, MISSING)
    quanta, state = own_result(model, leaf, row)
    own = None
    if stated is NOT_APPLICABLE:
        watch.met("edge", "stated points", f"not applicable over {state}")
        quanta, state = None, NOT_APPLICABLE.word
    elif stated is not MISSING:
        watch.met("edge", "stated points", f"beside {state}")
        own = (quanta or 0, state)
        quanta, state = int(stated * 10**model.point_decimals), STATED
    watch.met("leaf", leaf.rule.type, state)
    tally = under_policy(leaf, state) if quanta is None else Tally(quanta, leaf.quanta, True)
    tally.known = 0 if state in (MISSING.word, NOT_APPLICABLE.word) else leaf.quanta
    tally.asked = 0 if state == NOT_APPLICABLE.word else leaf.quanta
    return Node(leaf.id, tally, state, own)


def under_policy(leaf, state):
    """The tally of a leaf without points, by the policy for its state (SPEC section 5, the table of states)."""
    reported, effect = state, leaf.policies[state]
    if state == "undefined" and effect in ("missing", "not_applicable"):
        state, effect = effect, leaf.policies[effect]
        reported = f"undefined as {state}"
    watch.met("policy", reported, effect)
    watch.met("policy stands on", leaf.standing[state], f"{state} {effect}")
    return {
        "exclude": Tally(0, 0, True),
        "full": Tally(leaf.quanta, leaf.quanta, True),
        "zero": Tally(0, leaf.quanta, True),
        "incomplete": Tally(0, leaf.quanta, False),
    }[effect]


def side(model, side, row, nodes, name):
    """The capped sum of a side's entries; an entry without points counts 0 and leaves the row complete."""
    total = 0
    for entry in side.entries:
        quanta, state = own_result(model, entry, row)
        watch.met("entry", name, state)
        nodes.append(Node(entry.id, Tally(quanta or 0, 0, True), state))
        total += quanta or 0
    if side.entries:
        watch.met("edge", name, "at the cap" if total == side.cap else "capped" if total > side.cap else "below the cap")
    return min(side.cap, total)
