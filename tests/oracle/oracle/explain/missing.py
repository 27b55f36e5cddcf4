"""What a row has not reported, as far as something waits for it: the causes of every result that is missing."""

import ast

from .. import watch
from ..classify import classed, veto_holds
from ..expression import build, parse
from ..rank import together
from ..rules import holds, points
from ..states import MISSING, NOT_APPLICABLE, State, is_state

PREVIOUS_ROW = ("previous_row", "-")


class Reader:
    """The causes of what is missing on one row."""

    def __init__(self, model, row):
        self.model, self.row = model, row

    def expression(self, source, before=False):
        """The causes of an expression of the model, if it is missing."""
        if not isinstance(source, str):
            return set()
        tree, data = parse(source)
        return self.node(tree, data, before)

    def value(self, node, data, before):
        """What a part of an expression gives on the row, or on the previous one."""
        return build(node, data)(self.row.previous if before else self.row)

    def node(self, node, data, before):
        """The causes of a part of an expression. `before`: it is read on the previous row."""
        if isinstance(node, ast.Constant) or self.value(node, data, before) is not MISSING:
            return set()
        if isinstance(node, ast.Name):
            return self.name(node.id, before)
        if isinstance(node, ast.UnaryOp):
            parts = [node.operand]
        elif isinstance(node, ast.BinOp):
            parts = [node.left, node.right]
        elif isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.BoolOp):
            parts = node.values
        else:
            return self.call(node, data, before)
        return self.union(parts, data, before)

    def union(self, parts, data, before):
        return {cause for part in parts for cause in self.node(part, data, before)}

    def name(self, word, before):
        if word in self.row.parameters:
            by = self.model.parameters[word].by
            if before:
                return {("previous_parameter", word)}
            return {("parameter", word)} if by in (None, "block", "period") else {("measure", by)}
        return {("previous" if before else "measure", word)}

    def call(self, node, data, before):
        word = node.func.id
        if word.startswith("cohort_"):
            return {("cohort", word)}
        if word.startswith("rows_"):
            return self.rows(node, before)
        if word == "previous":
            return self.union(node.args, data, True) if self.row.previous else {PREVIOUS_ROW}
        if word == "if_else":
            condition, yes, no = node.args
            chosen = self.value(condition, data, before)
            return self.node(condition if is_state(chosen) else yes if chosen else no, data, before)
        return self.union(node.args, data, before)

    def rows(self, node, before):
        """A table below: the parameters that are missing, which make all of it so; otherwise what stands in it."""
        table = node.args[0].id
        if before:
            return {("previous_table", table)}
        names = {part.id for argument in node.args[1:] for part in ast.walk(argument) if isinstance(part, ast.Name)}
        missing = [name for name in names if name in self.row.parameters and self.row.cells[name] is MISSING]
        return {cause for name in missing for cause in self.name(name, before)} or {("table", table)}

    def rule(self, source, rule):
        """The causes of a rule that is missing, and of every part that counts a policy of its own for that."""
        result = points(rule, self.row)
        if result is NOT_APPLICABLE:
            return set()
        if not rule.parts:
            return self.inputs(source) if result is MISSING else set()
        causes = set()
        for part_source, part in zip(source["parts"], rule.parts):
            own = points(part, self.row)
            if not is_state(own) or own.word in part.policies or own is result:
                causes |= self.rule(part_source["rule"], part)
        return causes

    def inputs(self, source):
        kind = source["type"]
        if kind == "checklist":
            return self.expressions(source["items"])
        if kind == "survey":
            return self.expressions(source["answers"])
        causes = self.expressions([source["value"]])
        if kind == "target":
            causes |= self.expressions([source["target"]])
            values = [value for value in map(self.of_row(source["value"]), self.row.cohort.rows) if value.__class__ is not State]
            causes |= set() if values else {("cohort", "cohort_max")}
        return causes

    @staticmethod
    def of_row(source):
        return build(*parse(source)) if isinstance(source, str) else lambda row: source

    def expressions(self, sources):
        return {cause for source in sources for cause in self.expression(source)}


def items_of(model):
    """(source, rule, conditions on it and above) of every leaf, then of every entry."""

    def walk(source, conditions):
        conditions = conditions + ([source["applies_when"]] if "applies_when" in source else [])
        if "criteria" in source:
            for child in source["criteria"]:
                yield from walk(child, conditions)
        else:
            yield source, conditions

    sources = [one for top in model.source["criteria"] for one in walk(top, [])]
    for side in ("bonus", "penalty"):
        sources += [one for entry in model.source.get("adjustments", {}).get(side, {}).get("entries", []) for one in walk(entry, [])]
    made = [*model.leaves, *model.bonus.entries, *model.penalty.entries]
    return [(source, leaf, conditions) for (source, conditions), leaf in zip(sources, made, strict=True)]


def missing(model, scores):
    """[(score, {cause: [what waits for it, ...]}), ...] of the rows that lack something: ids, `veto n`, `class id`, in the order of the model."""
    met = watch.counts.copy()
    items, ranked = items_of(model), {}
    for group in together(scores).values():
        for score in group:
            ranked[id(score)] = sum(one.rank is not None for one in group)
    found = [(score, of_row(model, items, score, ranked[id(score)])) for score in scores]
    watch.counts.clear()
    watch.counts.update(met)  # what is read again here was met before
    return [(score, waits) for score, waits in found if waits]


def of_row(model, items, score, ranked):
    reader, waits = Reader(model, score.row), {}

    def wait(word, causes):
        for cause in causes:
            waits.setdefault(cause, []).append(word)

    for source, leaf, conditions in items:
        state = score.by_id[leaf.id].state
        if state in ("missing", "scored", "undefined"):
            causes = reader.rule(source["rule"], leaf.rule)
            wait(leaf.id, causes | reader.expressions(conditions) if state == "missing" else causes)
    if model.classes is not None:
        vetoes = model.source["classes"].get("vetoes", [])
        for place, (source, veto) in enumerate(zip(vetoes, model.classes.vetoes)):
            if veto_holds(model, veto, score) is MISSING:
                wait(f"veto {place + 1}", reader.expression(source["when"]))
        band = open_band(model, score, ranked)
        if band is not None:
            wait(f"class {band['id']}", reader.expression(band["requires"]))
    return waits


def open_band(model, score, ranked):
    """The band, as written, at which the class of a row is open, or None."""
    value = classed(model, score, ranked) if score.complete else None
    if value is None:
        return None
    source = model.source["classes"]
    written = source.get("by_block", {}).get(score.row.block, source["bands"])
    for band, made in zip(written, model.classes.list_of(score.row.block)):
        if not holds(made, value):
            continue
        asked = made["requires"](score.row) if "requires" in made else True
        if asked is MISSING or asked is True:
            return band if asked is MISSING else None
    return None
