"""The difference of two rows' indices as an exact sum of terms.

A product that changes on both sides is split evenly: D(x y) = D x M y + M x D y, with D the change and M the mean of the two.
"""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from .. import watch
from .cause import cap_cause, entry_cause, held_cause, leaf_cause, limit_cause


@dataclass
class Term:
    """A part of the difference, in index points.

    `kind`: leaf, group (as one part, or its own term where it is opened), rounding, limit, bonus, penalty, bonus_cap, penalty_cap,
    held. `a` and `b` are the nodes on the two sides, or None.
    """

    kind: str
    a: object
    b: object
    cause: str
    value: Fraction

    @property
    def key(self):
        """What it is a term of: the same in comparisons of other rows of the two models."""
        return self.kind, self.a.id if self.a else None, self.b.id if self.b else None


@dataclass
class Comparison:
    """index(b) - index(a), and its terms without those that are 0."""

    pair: object
    d: Fraction
    terms: list
    complete_a: bool
    complete_b: bool

    def by_cause(self):
        """{cause: sum}."""
        result = defaultdict(Fraction)
        for term in self.terms:
            result[term.cause] += term.value
        return dict(result)

    def by_node(self, depth):
        """{id or word: sum} of the nodes of a depth; a term of a shallower node is under that node."""
        result = defaultdict(Fraction)
        for term in self.terms:
            result[self.place(term, depth)] += term.value
        return dict(result)

    def place(self, term, depth):
        if term.kind in ("bonus", "penalty", "bonus_cap", "penalty_cap", "held"):
            return term.kind
        node = term.b or self.pair.other.get(term.a) or term.a
        while node.depth > depth:
            node = node.parent
        # A node of a's tree that b has too is told under b's name.
        return self.pair.other[node].id if node in self.pair.a.criteria and node in self.pair.other else node.id


def change(a, b):
    return b - a


def mean(a, b):
    return Fraction(a + b) / 2


def compare(pair, a, b):
    """The comparison of two rows' figures, or None where either has no index."""
    if not a or not b:
        return None
    return Comparison(pair, b.score.index - a.score.index, Terms(pair, a, b).all(), a.score.complete, b.score.complete)


class Terms:
    """Gathers the terms of one comparison."""

    def __init__(self, pair, a, b):
        self.pair, self.a, self.b = pair, a, b
        self.terms = []

    def add(self, kind, a, b, value, cause):
        """Keep a term that is not 0; `cause` is asked for only then."""
        if value:
            term = Term(kind, a, b, cause(), value)
            watch.met("term", kind, term.cause)
            if (a is None) != (b is None) and (a or b) in self.pair.other:
                watch.met("edge", "part", "moved")
            self.terms.append(term)

    def all(self):
        a, b = self.a, self.b
        worth = mean(a.scale / a.all, b.scale / b.all)
        weight = a.scale * mean(a.net, b.net) / (a.all * b.all)
        self.place(self.pair.a.top, self.pair.b.top, worth, weight)
        for side, sign in (("bonus", 1), ("penalty", -1)):
            self.entries(side, sign * worth)
            taken = change(a.taken_off(side), b.taken_off(side))
            self.add(side + "_cap", None, None, -sign * worth * taken, lambda side=side: cap_cause(self.pair, side))
        self.add("held", None, None, change(a.held, b.held), lambda: held_cause(self.pair))
        return self.terms

    def entries(self, side, worth):
        for one, two in self.both(self.pair.a.entries[side], self.pair.b.entries[side]):
            points = change(self.a.achieved(one) if one else 0, self.b.achieved(two) if two else 0)
            self.add(side, one, two, points * worth, lambda one=one, two=two: entry_cause(self.pair, one, two))

    def both(self, left, right):
        """Pairs (node of a or None, node of b or None): those of the two lists that match, and those that do not."""
        for node in left:
            match = self.pair.other.get(node)
            yield node, match if match in right else None
        for node in right:
            if self.pair.other.get(node) not in left:
                yield None, node

    def place(self, left, right, worth, weight):
        """The terms of one place: the whole model, or the inside of a scaled group.

        A change of 1 point achieved there is worth `worth` index points, one of 1 point applicable costs `weight`.
        """
        parts_a, limits_a = self.parts(left)
        parts_b, limits_b = self.parts(right)
        for one, two in self.both(limits_a, limits_b):
            value = self.term(self.a.limit(one) if one else (0, 0), self.b.limit(two) if two else (0, 0), worth, weight)
            self.add("limit", one, two, value, lambda one=one, two=two: limit_cause(one, two))
        for one, two in self.both(parts_a, parts_b):
            if self.opens(one, two):
                self.inside(one, two, worth, weight)
            else:
                self.part(one, two, worth, weight)

    @staticmethod
    def term(a, b, worth, weight):
        return change(a[0], b[0]) * worth - change(a[1], b[1]) * weight

    def parts(self, nodes):
        """(parts, groups with a limit) of a place, found through groups that are not scaled."""
        parts, limits = [], []
        for node in nodes:
            match = self.pair.other.get(node)
            if node.leaf or node.scaled or (match and (match.leaf or match.scaled)):
                parts.append(node)
                continue
            limits += [node] if node.limited else []
            more, further = self.parts(node.children)
            parts += more
            limits += further
        return parts, limits

    def opens(self, one, two):
        """Whether the inside of a part is told: scaled on both sides, with something applicable below on both."""
        return bool(one and two and one.scaled and two.scaled and self.a.below(one)[1] and self.b.below(two)[1])

    def part(self, one, two, worth, weight):
        value = self.term(self.a.of(one) if one else (0, 0), self.b.of(two) if two else (0, 0), worth, weight)
        whole = any(node is not None and not node.leaf for node in (one, two))
        self.add("group" if whole else "leaf", one, two, value, lambda: leaf_cause(self.pair, self.a, self.b, one, two))

    def inside(self, one, two, worth, weight):
        """A scaled group achieves scale_to x A* / P* + rounding: the terms of each of the three, and of what is below."""
        watch.met("edge", "part", "opened inside another" if any(group.scaled for group in one.above()) else "opened")
        scale = Fraction(one.source["scale_to"]), Fraction(two.source["scale_to"])
        (achieved_a, all_a), (achieved_b, all_b) = self.a.below(one), self.b.below(two)
        share = mean(achieved_a / all_a, achieved_b / all_b)
        self.add("group", one, two, worth * share * change(*scale) - weight * change(*scale), lambda: "model")
        rounding = change(self.a.rounding(one), self.b.rounding(two))
        self.add("rounding", one, two, worth * rounding, lambda: leaf_cause(self.pair, self.a, self.b, one, two))
        outer = worth * mean(*scale)
        inner = mean(1 / all_a, 1 / all_b)
        self.place(one.children, two.children, outer * inner, outer * mean(achieved_a, achieved_b) / (all_a * all_b))
