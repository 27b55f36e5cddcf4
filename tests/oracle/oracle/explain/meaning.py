"""What a node means as parsed: two texts that differ in blanks, labels or a default written out mean the same (SPEC section 11, causes)."""

import ast
from fractions import Fraction

from ..expression import parse
from ..model import item_id
from ..numbers import exact

#: Keys that nothing computes with.
NOTES = ("label", "note", "source", "meta", "number", "measured_in", "$schema")
#: What a field of a rule is where it is left out.
WITHOUT = {
    "proportional": {"zero_at": 0},
    "deduct": {"at_least": 0},
    "deductions": {"at_least": 0},
    "given": {"clamp": False},
}
EXPRESSIONS = ("value", "target")


def parsed(source):
    """An expression as nested tuples, its numbers exact."""
    if not isinstance(source, str):
        return ("number", source)
    tree, data = parse(source)
    return shape(tree, data)


def shape(node, data):
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            return ("text", node.value)
        return ("number", exact(data[node.col_offset : node.end_col_offset].decode()))
    if isinstance(node, ast.Name):
        return ("name", node.id)
    if isinstance(node, ast.UnaryOp):
        return (type(node.op).__name__, shape(node.operand, data))
    if isinstance(node, ast.BinOp):
        return (type(node.op).__name__, shape(node.left, data), shape(node.right, data))
    if isinstance(node, ast.Compare):
        return (type(node.ops[0]).__name__, shape(node.left, data), shape(node.comparators[0], data))
    if isinstance(node, ast.BoolOp):
        first, *others = [shape(part, data) for part in node.values]
        for other in others:  # a and b and c is (a and b) and c
            first = (type(node.op).__name__, first, other)
        return first
    return ("call", node.func.id, *(shape(part, data) for part in node.args))


def without_notes(source):
    return {key: value for key, value in source.items() if key not in NOTES}


def rule(source, points):
    """A rule of this many points, its expressions parsed and its defaults written out."""
    kind = source["type"]
    made = WITHOUT.get(kind, {}) | ({"cap": points} if kind == "steps" else {}) | without_notes(source)
    for key in EXPRESSIONS:
        if key in made:
            made[key] = parsed(made[key])
    if "items" in made:
        made["items"] = [parsed(item) for item in made["items"]]
    if "tiers" in made:
        made["tiers"] = [without_notes(tier) for tier in made["tiers"]]
    if "parts" in made:
        made["parts"] = [without_notes(part) | {"rule": rule(part["rule"], part["points"])} for part in made["parts"]]
    return made


def shapes_in(value):
    """Every expression, as parsed, of a rule or of a list of conditions."""
    if isinstance(value, tuple):
        yield value
    elif isinstance(value, dict):
        if value.get("type") == "survey":
            yield from (("name", name) for name in value["answers"])
        for item in value.values():
            yield from shapes_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from shapes_in(item)


def read(source, expression):
    """{(kind, name): definition} of the measures, parameters and tables that an expression reads, wherever it reads them."""
    kind, *parts = expression
    if kind == "name":
        return definition(source, parts[0])
    result = {}
    if kind == "call":
        word, *parts = parts
        if word.startswith("rows_"):
            (_, table), *parts = parts
            result["table", table] = {name: plain(entry) for name, entry in source["tables"][table]["measures"].items()}
            return result | {key: value for part in parts for key, value in parameters(source, part).items()}
    for part in parts:
        if isinstance(part, tuple):
            result |= read(source, part)
    return result


def parameters(source, expression):
    """The parameters that stand in an expression over a table below; its other names are of the table."""
    kind, *parts = expression
    if kind == "name":
        return definition(source, parts[0]) if parts[0] in source.get("parameters", {}) else {}
    return {key: value for part in parts if isinstance(part, tuple) for key, value in parameters(source, part).items()}


def definition(source, name):
    """{(kind, name): definition} of a name: a measure, or a parameter with the measure that it is by."""
    if name in source["measures"]:
        return {("measure", name): plain(source["measures"][name])}
    parameter = source.get("parameters", {}).get(name)
    if parameter is None:
        return {}  # true, false
    by = source["measures"].get(parameter.get("by"))
    made = {("parameter", name): plain(parameter)}
    return made | ({("measure", parameter["by"]): plain(by)} if by else {})


def plain(entry):
    """A measure or a parameter without what is for people."""
    made = without_notes(entry)
    if "options" in made:
        made["options"] = [item_id(option) for option in made["options"]]
    if made.get("type") == "decimal":
        made.setdefault("decimals", 2)
    if made.get("type") in ("count", "decimal"):
        made.setdefault("excess", "refuse")
    return made


def leaf(model, node):
    """All that decides what a leaf or an entry earns from evidence."""
    source = node.source
    points = Fraction(source["points"])
    own_rule = rule(source["rule"], points)
    expressions = [*shapes_in(own_rule), *node.conditions]
    reads = {key: value for expression in expressions for key, value in read(model.source, expression).items()}
    tracks = set(source["tracks"]) if "tracks" in source else None
    return points, own_rule, node.conditions, node.policies, tracks, reads
