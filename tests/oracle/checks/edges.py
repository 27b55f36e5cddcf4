"""Counts for `coverage.py` which edges of its rule a value meets, from the inputs and the result of every rule."""

from fractions import Fraction

from oracle import watch
from oracle.rules import RULES, first_band
from oracle.states import NOT_APPLICABLE, State, is_state

#: The edges of each rule that a run must meet, and the watchers that name them; without a watcher they are nothing, all, or between.
EDGES = dict.fromkeys(RULES, ("nothing", "between", "all"))
WATCHERS = {}


def meeting(*edges):
    """Makes a function the watcher of the rule of its name; these are the edges that it may name."""

    def register(function):
        EDGES[function.__name__] = edges
        WATCHERS[function.__name__] = function
        return function

    return register


def watch_rule(rule, inputs, result, row):
    """Count the edges that one application of a rule meets."""
    if result.__class__ is State and rule.type not in ("best_of", "sum_of", "deductions", "survey", "checklist", "target"):
        return
    for edge in WATCHERS.get(rule.type, plain)(rule, inputs, result, row):
        watch.counts["edge", rule.type, edge] += 1


def place(value, low, high, names=("below", "at the low end", "between", "at the high end", "above")):
    """The position of a value relative to two ends."""
    if value < low:
        return names[0]
    if value == low:
        return names[1]
    if value < high:
        return names[2]
    return names[3] if value == high else names[4]


def plain(rule, inputs, result, row):
    yield "nothing" if result == 0 else "all" if result == rule.max else "between"


@meeting("true", "false")
def yes_no(rule, inputs, result, row):
    yield "true" if inputs[0] else "false"


@meeting(
    *(
        [
            f"{mode}: {edge}"
            for mode in ("all", "any", "share", "each")
            for edge in ("none true", "some true", "all true", "an item does not apply", "a state beside a true item")
        ]
        + ["each: nothing", "each: below max", "each: max exactly", "each: over max"]
    )
)
def checklist(rule, inputs, result, row):
    mode = rule.numbers["mode"]
    true = inputs.count(True)
    n = sum(item is not NOT_APPLICABLE for item in inputs)
    if is_state(result):
        if true and n > true:
            yield f"{mode}: a state beside a true item"
        return
    yield f"{mode}: " + ("none true" if true == 0 else "all true" if true == n else "some true")
    if n < len(inputs):
        yield f"{mode}: an item does not apply"
    if mode == "each":
        yield "each: " + place(true * rule.numbers["each"], 0, rule.max, ("", "nothing", "below max", "max exactly", "over max"))


@meeting("from hit exactly", "to hit exactly", "above hit exactly", "below hit exactly", "the last takes the rest", "a tier with both ends")
def tiers(rule, inputs, result, row):
    value, all_tiers = inputs[0], rule.numbers["tiers"]
    held = first_band(all_tiers, value)
    for number, tier in enumerate(all_tiers[: held + 1]):
        for end in ("from", "to", "above", "below"):
            if tier.get(end) == value and (number == held or end in ("above", "below")):
                yield f"{end} hit exactly"
    if held == len(all_tiers) - 1:
        yield "the last takes the rest"
    if len(all_tiers[held].keys() & {"from", "to", "above", "below"}) == 2:
        yield "a tier with both ends"


@meeting(
    *(
        [
            f"{turned}: {edge}"
            for turned in ("rising", "falling")
            for edge in ("beyond zero_at", "at zero_at", "between", "at full_at", "beyond full_at")
        ]
        + ["floor hit exactly", "beyond floor", "short of floor", "floor on an end", "floor takes points"]
    )
)
def proportional(rule, inputs, result, row):
    value, zero, full = inputs[0], rule.numbers.get("zero_at", 0), rule.numbers["full_at"]
    floor = rule.numbers.get("floor")
    turned = "falling" if full < zero else "rising"
    yield f"{turned}: " + place(
        Fraction(value - zero, full - zero), 0, 1, ("beyond zero_at", "at zero_at", "between", "at full_at", "beyond full_at")
    )
    if floor is not None:
        ahead = value - floor if zero < full else floor - value
        yield "floor hit exactly" if ahead == 0 else "beyond floor" if ahead > 0 else "short of floor"
        if floor in (zero, full):
            yield "floor on an end"
        if result == 0 and ahead < 0 and (value - zero) * (full - zero) > 0:
            yield "floor takes points"


@meeting("at from", "at to", "at both", "inside", "outside", "fading", "at the end of fading", "faded")
def between(rule, inputs, result, row):
    value, low, high, fade = inputs[0], rule.numbers["from"], rule.numbers["to"], rule.numbers.get("fade")
    outside = max(low - value, value - high)
    if outside < 0:
        yield "inside"
    elif outside == 0:
        yield "at both" if low == high else "at from" if value == low else "at to"
    elif fade is None:
        yield "outside"
    else:
        yield "fading" if outside < fade else "at the end of fading" if outside == fade else "faded"


@meeting("below from", "at from", "on a step", "between steps", "cap not reached", "cap hit exactly", "cap holds")
def steps(rule, inputs, result, row):
    value, numbers = inputs[0], rule.numbers
    cap = numbers.get("cap", rule.max)
    if value <= numbers["from"]:
        yield "at from" if value == numbers["from"] else "below from"
        return
    done = Fraction(value - numbers["from"], numbers["every"])
    yield "on a step" if done.denominator == 1 else "between steps"
    yield "cap " + place(
        numbers["base"] + numbers["add"] * (done.numerator // done.denominator),
        0,
        cap,
        ("", "not reached", "not reached", "hit exactly", "holds"),
    )


@meeting("below", "at the low end", "between", "at the high end", "above")
def per_item(rule, inputs, result, row):
    yield place(inputs[0] * rule.numbers["each"], 0, rule.max)


@meeting("below", "at the low end", "between", "at the high end", "above", "held at at_least above 0")
def deduct(rule, inputs, result, row):
    yield place(rule.max - inputs[0] * rule.numbers["each"], rule.numbers.get("at_least", 0), rule.max)
    if rule.numbers.get("at_least", 0) == result > 0:
        yield "held at at_least above 0"


@meeting(
    "target 0",
    "target below 0",
    "value below 0",
    "value 0",
    "below target",
    "on target",
    "above target",
    "on target, leader",
    "above target, leader",
    "leaders tie",
    "only the target has a state",
)
def target(rule, inputs, result, row):
    value, goal, leader = inputs
    if is_state(result):
        if not is_state(value):
            yield "only the target has a state"
        return
    if goal <= 0:
        yield "target 0" if goal == 0 else "target below 0"
        return
    if value < goal:
        yield "value below 0" if value < 0 else "value 0" if value == 0 else "below target"
        return
    on = "on target" if value == goal else "above target"
    if value != leader:
        yield on
        return
    yield on + ", leader"
    if sum(rule.inputs[0](other) == leader for other in row.cohort.rows) > 1:
        yield "leaders tie"


@meeting("no answers", "nothing", "between", "all")
def survey(rule, inputs, result, row):
    if is_state(result):
        if not any(map(is_state, inputs)):
            yield "no answers"
        return
    yield "nothing" if result == 0 else "all" if result == rule.max else "between"


@meeting(
    "as it is: at the low end",
    "as it is: between",
    "as it is: at the high end",
    "clamped: below",
    "clamped: at the low end",
    "clamped: between",
    "clamped: at the high end",
    "clamped: above",
)
def given(rule, inputs, result, row):
    how = "clamped: " if rule.numbers["clamp"] else "as it is: "
    yield how + place(inputs[0], 0, rule.max)


@meeting(
    "all parts states",
    "some parts states",
    "different states",
    "parts tie",
    "one part best",
    "2 inside one another",
    "3 inside one another",
    "4 inside one another",
)
def best_of(rule, inputs, result, row):
    states = sum(map(is_state, inputs))
    if states:
        yield "all parts states" if states == len(inputs) else "some parts states"
        if len({part.word for part in inputs if is_state(part)}) > 1:
            yield "different states"
    if not is_state(result):
        yield "parts tie" if inputs.count(result) > 1 else "one part best"
    yield from nesting(rule)


@meeting(
    "all parts states",
    "some parts states",
    "nothing",
    "below max",
    "max exactly",
    "over max",
    "2 inside one another",
    "3 inside one another",
    "4 inside one another",
)
def sum_of(rule, inputs, result, row):
    if is_state(result):
        yield "some parts states" if any(not is_state(part) for part in inputs) else "all parts states"
        return
    yield place(sum(inputs), 0, rule.max, ("", "nothing", "below max", "max exactly", "over max"))
    yield from nesting(rule)


@meeting(
    "all parts states",
    "some parts states",
    "below at_least",
    "at at_least",
    "between",
    "nothing deducted",
    "held at at_least above 0",
    "2 inside one another",
    "3 inside one another",
    "4 inside one another",
)
def deductions(rule, inputs, result, row):
    if is_state(result):
        yield "some parts states" if any(not is_state(part) for part in inputs) else "all parts states"
        return
    least = rule.numbers.get("at_least", 0)
    yield place(rule.max - sum(inputs), least, rule.max, ("below at_least", "at at_least", "between", "nothing deducted", ""))
    if least == result > 0:
        yield "held at at_least above 0"
    yield from nesting(rule)


def nesting(rule):
    depth = levels(rule)
    if depth > 1:
        yield f"{depth} inside one another"


def levels(rule):
    """How many rules with parts stand inside one another, this one counted."""
    if not rule.parts:
        return 0
    return 1 + max(levels(part) for part in rule.parts)
