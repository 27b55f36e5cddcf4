"""Two models side by side: which node of one is which of the other, and whether it means the same in both."""

from fractions import Fraction

from .. import watch
from . import meaning


class Pair:
    """`other` maps a node of either tree to its match; what is not in it stands on one side only."""

    def __init__(self, a, b):
        if a.model.scale != b.model.scale:
            raise ValueError("models of different publish.scale are not compared")
        self.a, self.b = a, b
        self.other = {}
        self.match(a.criteria, b.criteria)
        for side in ("bonus", "penalty"):
            self.match(a.entries[side], b.entries[side])
        self.known = {}

    def match(self, left, right):
        """By id; then, of those left, by a former id, where that ties exactly one of each side together."""
        by_id = {node.id: node for node in right}
        for node in left:
            if node.id in by_id:
                self.tie(node, by_id[node.id])
        left = [node for node in left if node not in self.other]
        right = [node for node in right if node not in self.other]
        ties = [(one, two) for one in left for two in right if named_before(one, two)]
        for one, two in ties:
            alone = sum(one is tie[0] for tie in ties) == sum(two is tie[1] for tie in ties) == 1
            watch.met("edge", "former id", "of one" if alone else "of several")
            if alone:
                self.tie(one, two)

    def tie(self, one, two):
        self.other[one], self.other[two] = two, one

    def differs(self, a, b):
        """Whether a node is another in the two models: in anything that decides what it, or a leaf in it, earns."""
        if a is None or b is None:
            return True
        if (a, b) not in self.known:
            self.known[a, b] = self.differ(a, b)
        return self.known[a, b]

    def differ(self, a, b):
        if a.leaf != b.leaf:
            return True
        if a.leaf:
            return meaning.leaf(self.a.model, a) != meaning.leaf(self.b.model, b)
        if a.one_of != b.one_of or a.conditions != b.conditions or limits(a, "scale_to") != limits(b, "scale_to"):
            return True
        if limits(a, "cap", "at_least") != limits(b, "cap", "at_least") or not self.same_children(a, b):
            return True
        return any(self.differs(child, self.other[child]) for child in a.children)

    def same_children(self, a, b):
        """Whether two groups have the same children: in the same order, where the order counts."""
        matches = [self.other.get(child) for child in a.children]
        if a.one_of:
            return matches == b.children
        return None not in matches and set(matches) == set(b.children)

    def same_choice(self, a, b):
        """Whether every `one_of` above a leaf chooses among the same children, on the same conditions of theirs."""
        left, right = ([group for group in node.above() if group.one_of] for node in (a, b))
        return len(left) == len(right) and all(
            self.other.get(one) is two and self.same_children(one, two) and conditions(one) == conditions(two)
            for one, two in zip(left, right)
        )


def named_before(one, two):
    """Whether one node names the other's id among its former ones."""
    return two.id in one.source.get("was", []) or one.id in two.source.get("was", [])


def limits(node, *words):
    """Numbers of a group in points, None for those that it has not."""
    return [Fraction(node.source[word]) if word in node.source else None for word in words]


def conditions(group):
    """The condition on each child itself; the conditions above are the same for all."""
    return [child.conditions[len(group.conditions) :] for child in group.children]
