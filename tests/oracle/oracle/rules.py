"""The rules (SPEC section 5): unrounded points within 0..max, or a state. Each is one function, a twin of the rule in C++.

A rule reads its inputs first; `state_of` says whether they give a state; where they do not, RULES[type] gives the
points of the values. `rule.max` is the leaf's (or part's) points, `rule.numbers` the numbers of the model.
"""

import math
from fractions import Fraction

from . import watch
from .states import NOT_APPLICABLE, UNDEFINED, State, is_state, strongest

RULES = {}


def twin(function):
    """Makes a function the rule of its name."""
    RULES[function.__name__] = function
    return function


def points(rule, row):
    """The points a rule gives on a row, before rounding, or the state of what it reads."""
    if rule.parts:
        inputs = [part_points(rule, part, row) for part in rule.parts]
    else:
        inputs = [read(row) for read in rule.inputs]
    result = state_of(rule.type, inputs)
    if result is None:
        result = RULES[rule.type](rule, inputs)
        assert is_state(result) or 0 <= result <= rule.max, (rule.type, result)
    watch.counts["rule", rule.type, result.word if result.__class__ is State else "value"] += 1
    if rule.watch:
        rule.watch(rule, inputs, result, row)
    return result


def part_points(rule, part, row):
    """What a part of a rule counts: nothing or its max where it has a policy for its state, which then goes no further."""
    result = points(part, row)
    effect = part.policies.get(result.word) if is_state(result) else None
    if effect is None:
        return result
    watch.met("part", rule.type, f"{result.word} {effect}")
    return part.max if effect == "full" else 0


def state_of(rule_type, inputs):
    """The state that a rule's inputs give it, or None."""
    state = strongest(inputs)
    if state is None:
        return None
    if rule_type == "best_of":
        return state if all(is_state(part) for part in inputs) else None
    if rule_type == "checklist":
        applying = [item for item in inputs if item is not NOT_APPLICABLE]
        return strongest(applying) if applying else NOT_APPLICABLE
    return state


def holds(band, value):
    """Whether a tier or band holds a value; a missing end holds everything on its side."""
    return (
        ("above" not in band or value > band["above"])
        and ("from" not in band or value >= band["from"])
        and ("below" not in band or value < band["below"])
        and ("to" not in band or value <= band["to"])
    )


def first_band(bands, value):
    """The index of the first band that holds the value."""
    return next(i for i, band in enumerate(bands) if holds(band, value))


def limited(value, low, high):
    return min(max(value, low), high)


@twin
def options(rule, inputs):
    return rule.numbers["points"][inputs[0]]


@twin
def yes_no(rule, inputs):
    return rule.max if inputs[0] else 0


@twin
def checklist(rule, inputs):
    items = [item for item in inputs if item is not NOT_APPLICABLE]
    true, n = items.count(True), len(items)
    mode = rule.numbers["mode"]
    if mode == "all":
        return rule.max if true == n else 0
    if mode == "any":
        return rule.max if true > 0 else 0
    if mode == "share":
        return Fraction(rule.max * true, n)
    return min(rule.max, true * rule.numbers["each"])


@twin
def tiers(rule, inputs):
    all_tiers = rule.numbers["tiers"]
    return all_tiers[first_band(all_tiers, inputs[0])]["points"]


@twin
def proportional(rule, inputs):
    value, zero_at, full_at = inputs[0], rule.numbers.get("zero_at", 0), rule.numbers["full_at"]
    floor = rule.numbers.get("floor")
    if floor is not None and (value < floor if zero_at < full_at else value > floor):
        return 0
    return rule.max * limited(Fraction(value - zero_at, full_at - zero_at), 0, 1)


@twin
def between(rule, inputs):
    value, low, high, fade = inputs[0], rule.numbers["from"], rule.numbers["to"], rule.numbers.get("fade")
    outside = max(low - value, value - high, 0)
    if fade is None:
        return 0 if outside else rule.max
    return rule.max * limited(1 - Fraction(outside, fade), 0, 1)


@twin
def steps(rule, inputs):
    value, numbers = inputs[0], rule.numbers
    if value <= numbers["from"]:
        return numbers["base"]
    done = math.floor(Fraction(value - numbers["from"], numbers["every"]))
    return min(numbers.get("cap", rule.max), numbers["base"] + numbers["add"] * done)


@twin
def per_item(rule, inputs):
    return limited(inputs[0] * rule.numbers["each"], 0, rule.max)


@twin
def deduct(rule, inputs):
    return limited(rule.max - inputs[0] * rule.numbers["each"], rule.numbers.get("at_least", 0), rule.max)


@twin
def target(rule, inputs):
    value, goal, leader = inputs
    half = Fraction(rule.max, 2)
    if goal <= 0:
        return 0
    if value < goal:
        return half * Fraction(max(value, 0), goal)
    if value == leader:
        return rule.max
    return half + half * Fraction(value - goal, leader - goal)


@twin
def survey(rule, inputs):
    if sum(inputs) == 0:
        return UNDEFINED
    percents = rule.numbers["percents"]
    return Fraction(rule.max * sum(count * share for count, share in zip(inputs, percents)), 100 * sum(inputs))


@twin
def given(rule, inputs):
    return limited(inputs[0], 0, rule.max) if rule.numbers["clamp"] else inputs[0]


@twin
def best_of(rule, inputs):
    return max(part for part in inputs if not is_state(part))


@twin
def sum_of(rule, inputs):
    return min(rule.max, sum(inputs))


@twin
def deductions(rule, inputs):
    return limited(rule.max - sum(inputs), rule.numbers.get("at_least", 0), rule.max)
