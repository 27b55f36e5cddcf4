"""Expressions (SPEC section 4): Python's `ast` parses, closures over a row evaluate.

A compiled expression is a function of a row that gives a value (int, Fraction, bool, date, or the text of an option) or a
state. A row has `cells` (measure or parameter -> value or state), `previous` (a row or None) and `cohort` (see evidence.Cohort).
"""

import ast
import datetime
import functools
import math
import operator
from fractions import Fraction

from . import watch
from .below import rows_function
from .numbers import exact, half_away
from .states import MISSING, NOT_APPLICABLE, UNDEFINED, State, strongest

COMPARE = {
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
}
SIGNS = ("==", "!=", "<", "<=", ">", ">=")
ARITHMETIC = {ast.Add: ("+", operator.add), ast.Sub: ("-", operator.sub), ast.Mult: ("*", operator.mul)}


@functools.lru_cache(maxsize=4096)
def parse(text):
    """The syntax tree of an expression's text, and the text's bytes (ast counts columns in them)."""
    return ast.parse(text, mode="eval").body, text.encode()


def compile_expression(source):
    """A function of a row. `source` is an expression's text, or a number that stands for one."""
    if not isinstance(source, str):
        return lambda row: source
    tree, data = parse(source)
    return build(tree, data)


def build(node, data):
    """The function of one node of the tree."""
    if isinstance(node, ast.Constant):
        value = node.value if isinstance(node.value, str) else exact(data[node.col_offset : node.end_col_offset].decode())
        return lambda row: value
    if isinstance(node, ast.Name):
        return name(node.id)
    if isinstance(node, ast.UnaryOp):
        word, function = {ast.Not: ("not", operator.not_), ast.USub: ("unary -", operator.neg)}[type(node.op)]
        return strict(word, function, [build(node.operand, data)])
    if isinstance(node, ast.BinOp):
        parts = [build(node.left, data), build(node.right, data)]
        if isinstance(node.op, ast.Div):
            return strict("/", divide, parts)
        return strict(*ARITHMETIC[type(node.op)], parts)
    if isinstance(node, ast.Compare):
        [comparison], [right] = node.ops, node.comparators
        return strict(*COMPARE[type(comparison)], [build(node.left, data), build(right, data)])
    if isinstance(node, ast.BoolOp):
        word, decides = ("and", False) if isinstance(node.op, ast.And) else ("or", True)
        return either(word, decides, [build(part, data) for part in node.values])
    if node.func.id == "date":
        day = datetime.date.fromisoformat(node.args[0].value)
        return lambda row: day
    if node.func.id.startswith("rows_"):
        parts = node.args[1:]
        read = build(parts[0], data) if parts else None
        return rows_function(node.func.id, node.args[0].id, read, names_in(*parts))
    if node.func.id in ("cohort_sum", "cohort_mean") and divides(node):
        watch.met("edge", "round", f"lets {node.func.id} divide")
    made = call(node.func.id, [build(part, data) for part in node.args])
    return elsewhere(made, node) if node.func.id == "previous" or node.func.id.startswith("cohort_") else made


def divides(node):
    """Whether anything divides in a part of the tree; in `cohort_sum` and `cohort_mean` that is inside `round`."""
    return any(isinstance(part, ast.Div) or (isinstance(part, ast.Call) and part.func.id == "percent") for part in ast.walk(node))


def name(word):
    """A measure or a parameter, or `true` or `false`."""
    if word in ("true", "false"):
        value = word == "true"
        return lambda row: value

    def run(row):
        if word in row.parameters:
            watch.met("parameter", *row.parameters[word])
        return row.cells[word]

    return run


def names_in(*nodes):
    """The names that stand anywhere in parts of the tree."""
    return {part.id for node in nodes for part in ast.walk(node) if isinstance(part, ast.Name)}


def elsewhere(made, node):
    """The function of a call that reads other rows; counts where a parameter is another number there than on the row."""
    names = names_in(node)

    def run(row):
        if node.func.id != "previous" or row.previous:
            if any(word.startswith("rows_") for word in names):
                watch.met("edge", "rows", f"inside {node.func.id.partition('_')[0]}")
        others = [row.previous] if node.func.id == "previous" and row.previous else row.cohort.rows
        if any(other.cells[word] != row.cells[word] for word in names & row.parameters.keys() for other in others):
            watch.met("parameter", node.func.id.partition("_")[0], "of another row")
        return made(row)

    return run


def divide(a, b):
    """a / b; undefined if b is 0."""
    return Fraction(a, b) if b != 0 else UNDEFINED


def percent(a, b):
    """100 x a / b."""
    return divide(100 * a, b)


def clamp(value, low, high):
    """`value` at least low and at most high; undefined if low is above high."""
    if low > high:
        watch.met("edge", "clamp", "lo > hi")
        return UNDEFINED
    watch.met(
        "edge",
        "clamp",
        "lo = hi"
        if low == high
        else "below lo"
        if value < low
        else "at lo"
        if value == low
        else "inside"
        if value < high
        else "at hi"
        if value == high
        else "above hi",
    )
    return min(max(value, low), high)


def minimum(*values):
    return min(values)


def maximum(*values):
    return max(values)


def floor(value):
    """The largest whole number that is not above the value."""
    watch.met("edge", "floor", "whole" if value.denominator == 1 else "below 0" if value < 0 else "above 0")
    return math.floor(value)


def ceil(value):
    """The smallest whole number that is not below the value."""
    watch.met("edge", "ceil", "whole" if value.denominator == 1 else "below 0" if value < 0 else "above 0")
    return math.ceil(value)


def total(*values):
    return sum(values)


def days(first, second):
    """Whole days from the first date to the second."""
    count = (second - first).days
    watch.met("edge", "days", "below 0" if count < 0 else "0" if count == 0 else "above 0")
    return count


def rounded(value, decimals):
    """The nearest number of this many decimals; a half goes away from zero."""
    scaled = Fraction(value) * 10**decimals
    side = " below 0" if value < 0 else ""
    watch.met("edge", "round", "as it is" if scaled.denominator == 1 else ("half" if scaled.denominator == 2 else "rounded") + side)
    return Fraction(half_away(scaled), 10**decimals)


STRICT = {
    "min": minimum,
    "max": maximum,
    "abs": abs,
    "floor": floor,
    "ceil": ceil,
    "clamp": clamp,
    "sum": total,
    "percent": percent,
    "round": rounded,
    "days": days,
}


def met(word, result):
    watch.met("expression", word, result.word if result.__class__ is State else "value")
    if result.__class__ is datetime.date:
        watch.met("edge", "date", "of " + word)
    return result


def asked(word, value):
    """A value whose state is asked for, counted if it is a date."""
    if value.__class__ is datetime.date:
        watch.met("edge", "date", "in " + word)
    return value


def strict(word, function, parts):
    """An operation on values; the strongest state of its parts wins."""

    def run(row):
        values = [part(row) for part in parts]
        for value in values:
            if value.__class__ is State:
                return met(word, strongest(values))
        if word in SIGNS:
            asked(word, values[0])
        return met(word, function(*values))

    return run


def either(word, decides, parts):
    """`and` (decided by a false side) and `or` (decided by a true side), whatever the state of the other."""

    def run(row):
        values = [part(row) for part in parts]
        if any(value is decides for value in values):
            if strongest(values):
                watch.met("edge", word, f"decided beside {strongest(values).word}")
            return met(word, decides)
        return met(word, strongest(values) or not decides)

    return run


def call(word, parts):
    """The functions that are not strict, and those that read other rows."""
    if word in STRICT:
        return strict(word, STRICT[word], parts)
    if word.startswith("cohort_"):
        return cohort(word, *parts)
    return {"if_else": if_else, "coalesce": coalesce, "is_missing": is_missing, "is_applicable": is_applicable, "previous": previous}[word](
        *parts
    )


def if_else(condition, yes, no):
    """Reads its condition and the chosen branch only."""

    def run(row):
        chosen = condition(row)
        if chosen.__class__ is State:
            return met("if_else", chosen)
        return met("if_else", (yes if chosen else no)(row))

    return run


def coalesce(first, second):
    """The second if the first is missing, otherwise the first."""

    def run(row):
        value = first(row)
        return met("coalesce", second(row) if value is MISSING else value)

    return run


def is_missing(part):
    return lambda row: met("is_missing", asked("is_missing", part(row)) is MISSING)


def is_applicable(part):
    return lambda row: met("is_applicable", asked("is_applicable", part(row)) is not NOT_APPLICABLE)


def previous(part):
    """The part on the unit's row of the previous period, same track; missing if there is no such row."""

    def run(row):
        if row.previous is None:
            watch.met("edge", "previous", "no row")
            return met("previous", MISSING)
        if row.previous.fallback:
            watch.met("edge", "previous", "row " + row.previous.fallback)
        return met("previous", part(row.previous))

    return run


def cohort(word, part):
    """A function over all rows of the same block, period and track on which the part is a value."""
    if word == "cohort_count":

        def reduce(values):
            return sum(asked(word, value) is not False for value in values)
    else:
        reductions = {
            "cohort_max": max,
            "cohort_min": min,
            "cohort_sum": sum,
            "cohort_mean": lambda values: Fraction(sum(values), len(values)),
        }

        def reduce(values):
            return reductions[word](values) if values else MISSING

    def run(row):
        results = row.cohort.results
        if run not in results:
            values = [part(other) for other in row.cohort.rows]
            results[run] = reduce([value for value in values if value.__class__ is not State])
        return met(word, results[run])

    return run
