"""What a stated percentage and one count say of the other count (SPEC section 10, implied counts)."""

import ast
import math
from fractions import Fraction

from .expression import parse


def around(stated, decimals):
    """(least, first beyond) of the percentages that round half up to the stated one; None where it has more decimals or is below 0."""
    unit = Fraction(1, 10**decimals)
    if stated < 0 or stated % unit:
        return None
    return stated - unit / 2, stated + unit / 2


def numerators(denominator, stated, decimals):
    """(least, most) whole number of which the percentage of the denominator rounds to the stated one, or None."""
    ends = around(stated, decimals)
    if ends is None or denominator < 1:
        return None
    least, beyond = (end * denominator / 100 for end in ends)
    return in_order(max(0, math.ceil(least)), math.ceil(beyond) - 1)


def denominators(numerator, stated, decimals):
    """(least, most) whole number of which the numerator is the stated percentage, rounded, or None."""
    ends = around(stated, decimals)
    if ends is None or numerator < 1 or stated <= 0:
        return None
    least, beyond = ends
    return in_order(math.floor(100 * numerator / beyond) + 1, math.floor(100 * numerator / least))


def in_order(least, most):
    return (least, most) if least <= most else None


def counts_of(model, of):
    """(x, y) where an expression is `percent(x, y)` of two plain counts, else None."""
    if not isinstance(of, str):
        return None
    tree, _ = parse(of)
    if not (isinstance(tree, ast.Call) and tree.func.id == "percent" and all(isinstance(part, ast.Name) for part in tree.args)):
        return None
    names = [part.id for part in tree.args]
    measures = [model.measures.get(name) for name in names]
    if any(measure is None or measure.type != "count" for measure in measures) or names[0] == names[1]:
        return None
    return names
