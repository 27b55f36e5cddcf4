"""What if cells of a row were others, and the steps of a leaf, by scoring and by trying values (SPEC 12)."""

import datetime
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction

from . import watch
from .below import Below
from .checks import named
from .classify import classify
from .evidence import give_parameters
from .model import Group
from .rank import rank
from .score import leaf as scored_leaf
from .score import score
from .states import MISSING, NOT_APPLICABLE, is_state


@contextmanager
def changed(model, row, changes):
    """The row with other cells, and what is made of them on it and in its cohort; as before afterwards."""
    cells, parameters, tables, results = row.cells, row.parameters, row.tables, row.cohort.results
    row.cells, row.parameters, row.cohort.results = cells | changes, {}, {}
    give_parameters(model, [row])
    own = {name: row.cells[name] for name in row.parameters}  # which the rows below read too
    row.tables = {
        name: None if below is None else [Below(one.cells | own, row.parameters) for one in below] for name, below in tables.items()
    }
    try:
        yield row
    finally:
        row.cells, row.parameters, row.tables, row.cohort.results = cells, parameters, tables, results


def raised(model, index, others):
    """An index with an amount added, held as the index is, never lowered."""
    if index is None:
        return None
    return index + others if model.may_exceed_100 else max(index, min(index + others, Fraction(model.scale)))


def what_if(model, row, changes, others=Fraction(0)):
    """The score of a row with other cells, ranked and classed beside the others of its cohort, whose indices are raised."""
    with changed(model, row, changes):
        scores = [score(model, other) for other in row.cohort.rows]
        for place, one in enumerate(scores):
            if one.row is not row:
                scores[place] = replace(one, index=raised(model, one.index, others))
        rank(model, scores)
        classify(model, scores)
        return next(one for one in scores if one.row is row)


def named_by(model):
    """{id of a leaf: the measures that its rule, or a condition on it or above, names on the row itself}, in the order of the leaves."""
    result = {}

    def rule(source):
        for word in ("value", "target"):
            if word in source:
                yield source[word]
        yield from source.get("items", ())
        yield from source.get("answers", ())
        for part in source.get("parts", ()):
            yield from rule(part["rule"])

    def walk(nodes, conditions):
        for node in nodes:
            own = conditions + [node["applies_when"]] if "applies_when" in node else conditions
            if "criteria" in node:
                walk(node["criteria"], own)
            else:
                result[node["id"]] = named(model, [*rule(node["rule"]), *own])

    walk(model.source["criteria"], [])
    return result


def below_one_of(model):
    """The ids of the leaves below a group with `one_of`."""
    result = set()

    def walk(nodes, within):
        for node in nodes:
            if isinstance(node, Group):
                walk(node.children, within or node.one_of)
            elif within:
                result.add(node.id)

    walk(model.criteria, False)
    return result


class Steps:
    """The steps of the leaves of one row."""

    def __init__(self, model, row):
        self.model, self.row = model, row
        self.one_of = below_one_of(model)
        self.now = score(model, row)

    def leaves(self):
        """(leaf, measure) of those that can have steps."""
        names = named_by(self.model)
        for leaf in self.model.leaves:
            if leaf.tracks is not None and self.row.track not in leaf.tracks:
                continue
            if self.row.cells.get("points." + leaf.id, MISSING) is not MISSING:
                continue
            for measure in names[leaf.id]:
                yield leaf, self.model.measures[measure]

    def achieved(self, leaf, measure, value):
        """What the leaf achieves with a value of the measure, after its policies."""
        with changed(self.model, self.row, {measure.name: value}) as row:
            node = score(self.model, row).by_id[leaf.id] if leaf.id in self.one_of else scored_leaf(self.model, leaf, row)
            return node.tally.achieved

    def index(self, measure, value):
        """The index of the row with a value of the measure."""
        with changed(self.model, self.row, {measure.name: value}) as row:
            return score(self.model, row).index

    def values(self, measure, up, most):
        """The values on a side of the row's, the nearest first, at most so many."""
        now = self.row.cells[measure.name]
        for steps in range(1, most + 1):
            try:
                if measure.type == "date":
                    value = now + datetime.timedelta(days=steps if up else -steps)
                    if not 1900 <= value.year <= 2199:
                        return
                else:
                    value = now + Fraction(steps if up else -steps, 10**measure.decimals)
                    if not measure.holds(value):
                        return
            except OverflowError:
                return
            yield value

    def options(self, leaf, measure):
        """(option, kind, achieved) of a choice or yes/no; the kind is `full`, `next` or `unanswered`."""
        now = self.row.cells[measure.name]
        if now is NOT_APPLICABLE:
            return
        options = measure.options if measure.type == "choice" else [False, True]
        reached = {option: self.achieved(leaf, measure, option) for option in options}
        own = self.now.by_id[leaf.id].tally.achieved
        for option in options:
            if is_state(now):
                yield option, "unanswered", reached[option]
            elif option != now and reached[option] > own:
                yield option, "full" if reached[option] == max(reached.values()) else "next", reached[option]

    def numbers(self, leaf, measure, most):
        """(direction, `next` or `full`, value, achieved) of a number or date, of values at most so far away; `full` if there are no others."""
        own = self.now.by_id[leaf.id].tally.achieved
        sides = {
            way: [(value, self.achieved(leaf, measure, value)) for value in self.values(measure, way == "up", most)]
            for way in ("up", "down")
        }
        whole = all(len(side) < most for side in sides.values())
        best = max([own, *(reached for side in sides.values() for _, reached in side)])
        for way, side in sides.items():
            nearest = next(((value, reached) for value, reached in side if reached > own), None)
            if nearest is None:
                continue
            watch.met("step", "number", way)
            yield way, "next", *nearest
            full = next(((value, reached) for value, reached in side if reached == best), None)
            if whole and full is not None:
                yield way, "full", *full
