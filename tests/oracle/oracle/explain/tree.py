"""The nodes of a model as comparisons need them: where each stands, what is above it, what it was called, and its figures on a row."""

from dataclasses import dataclass, field
from fractions import Fraction

from ..model import DEFAULTS, POLICIES
from .meaning import parsed


@dataclass(eq=False)
class Node:
    """A criterion or an entry. `conditions` and `policies` are those on it and above it; `depth` is 1 at the top."""

    source: dict
    parent: "Node | None"
    depth: int
    conditions: list
    policies: dict
    children: list = field(default_factory=list)

    @property
    def id(self):
        return self.source["id"]

    @property
    def leaf(self):
        return "criteria" not in self.source

    @property
    def scaled(self):
        return "scale_to" in self.source

    @property
    def limited(self):
        return "cap" in self.source or "at_least" in self.source

    @property
    def one_of(self):
        return self.source.get("one_of", False)

    def above(self):
        """The groups that it stands in, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def whole(self):
        """Itself and all nodes below, in pre-order."""
        yield self
        for child in self.children:
            yield from child.whole()


class Tree:
    """The criteria and entries of one model."""

    def __init__(self, model):
        self.model = model
        policies = {name: model.source.get(name, DEFAULTS[name]) for name in POLICIES}
        self.top = [self.criterion(source, None, [], policies) for source in model.source["criteria"]]
        self.criteria = [node for top in self.top for node in top.whole()]
        self.entries = {}
        for side in ("bonus", "penalty"):
            sources = model.source.get("adjustments", {}).get(side, {}).get("entries", [])
            self.entries[side] = [Node(source, None, 1, own_condition(source), {}) for source in sources]

    def criterion(self, source, parent, conditions, policies):
        conditions = conditions + own_condition(source)
        policies = policies | {name: source[name] for name in POLICIES if name in source}
        node = Node(source, parent, parent.depth + 1 if parent else 1, conditions, policies)
        node.children = [self.criterion(child, node, conditions, policies) for child in source.get("criteria", [])]
        return node

    def points(self, quanta):
        return Fraction(quanta, 10**self.model.point_decimals)


def own_condition(source):
    """The condition on a node itself, as parsed: a list of one or none."""
    return [parsed(source["applies_when"])] if "applies_when" in source else []


class Figures:
    """The points of one scored row, by node of a tree."""

    def __init__(self, tree, score):
        self.tree = tree
        self.score = score

    def __bool__(self):
        return self.score.index is not None

    def achieved(self, node):
        return self.tree.points(self.score.by_id[node.id].tally.achieved)

    def applicable(self, node):
        return self.tree.points(self.score.by_id[node.id].tally.applicable)

    def of(self, node):
        """(achieved, applicable) of a node."""
        return self.achieved(node), self.applicable(node)

    def below(self, node):
        """(achieved, applicable) of the children of a group, before it limits or scales them."""
        return sum(map(self.achieved, node.children)), sum(map(self.applicable, node.children))

    def limit(self, node):
        """What `cap` and `at_least` of a group add to (achieved, applicable) of its children."""
        return tuple(own - below for own, below in zip(self.of(node), self.below(node)))

    def rounding(self, node):
        """What a scaled group achieves beyond scale_to x A* / P*; 0 where nothing below it applies."""
        achieved, applicable = self.below(node)
        return self.achieved(node) - Fraction(node.source["scale_to"]) * achieved / applicable if applicable else Fraction(0)

    def state(self, node):
        return self.score.by_id[node.id].state

    def counts(self, node):
        """Whether every `one_of` above counts the child that it stands in: the one that has applicable points."""
        below = node
        for group in node.above():
            if group.one_of and not self.applicable(below):
                return False
            below = group
        return True

    @property
    def scale(self):
        return Fraction(self.tree.model.scale)

    @property
    def net(self):
        """A: achieved + bonus - penalty, before it is held."""
        return self.tree.points(self.score.tally.achieved + self.score.bonus - self.score.penalty)

    @property
    def all(self):
        """P: what the model is applicable with."""
        return self.tree.points(self.score.tally.applicable)

    @property
    def held(self):
        """What holding the index within its ends adds to it."""
        return self.score.index - self.scale * self.net / self.all

    def taken_off(self, side):
        """What the cap of a side takes off its entries."""
        entries = sum(self.achieved(entry) for entry in self.tree.entries[side])
        return entries - self.tree.points(getattr(self.score, side))
