"""Checks: what is judged, what does not hold, and how many of each (SPEC section 10)."""

import ast
from dataclasses import dataclass, field
from fractions import Fraction

from . import watch
from .evidence import Row
from .expression import COMPARE, build, compile_expression, parse
from .implied import counts_of, denominators, numerators
from .numbers import half_away
from .states import MISSING, NOT_APPLICABLE, is_state, strongest

TOO_FEW = "too_few"
NOT_JUDGED = ("missing", "not_applicable", "undefined", TOO_FEW)
LEAST_ROWS = 5


@dataclass
class Check:
    """One check of a model.

    `reads` are its expressions; `comparisons` those of a relation that is one or an `and` of them, as (left, sign, right);
    `measures` the names that it reads on the row itself, as in the model; `counts` the two of a stated percentage.
    """

    id: str
    type: str
    severity: str
    applies_when: object
    reads: list
    comparisons: list
    measures: list
    counts: list | None
    decimals: int = 0
    times: Fraction = 5


@dataclass
class Judgement:
    """How a check stands on a row. `state`: the word of why it is not judged, or None.

    `otherwise` is the rounding by which a stated value would hold. The others are told with a finding.
    """

    state: str | None = None
    holds: bool = False
    otherwise: str | None = None
    found: object = None
    sign: str | None = None
    expected: object = None
    least: Fraction | None = None
    most: Fraction | None = None

    @property
    def held(self):
        return self.state is None and self.holds

    @property
    def failed(self):
        """Whether it is judged and fails; rounded otherwise is no failure where slips are looked for."""
        return self.state is None and not self.holds and self.otherwise is None


@dataclass
class Finding:
    """A check that does not hold on a row. `measures`: name -> value or state. `slips` are all that it carries, best first."""

    check: Check
    row: Row
    severity: str
    judgement: Judgement
    measures: dict
    slips: list = field(default_factory=list)


@dataclass
class Tally:
    """Of one check: rows on which it held, findings by severity, and rows not judged by state."""

    held: int = 0
    failed: int = 0
    warned: int = 0
    not_judged: dict = field(default_factory=lambda: dict.fromkeys(NOT_JUDGED, 0))


@dataclass
class Implied:
    """The range of a missing count beside a stated percentage."""

    check: Check
    row: Row
    measure: str
    least: int
    most: int


@dataclass
class Checked:
    """What a table gives: {check id: Tally}, findings in the order of checks and rows, implied counts likewise."""

    tallies: dict
    findings: list
    implied: list


def read_checks(model):
    """The checks of a model."""
    return [read_check(model, source) for source in model.source.get("checks", [])]


def read_check(model, source):
    """One check; its expressions are compiled."""
    words = {"relation": ["holds"], "stated": ["stated", "of"], "unusual": ["value"]}.get(source["type"])
    expressions = source["values"] if words is None else [source[word] for word in words]
    return Check(
        source["id"],
        source["type"],
        source.get("severity", "error"),
        compile_expression(source["applies_when"]) if "applies_when" in source else None,
        [compile_expression(expression) for expression in expressions],
        comparisons(source["holds"]) if source["type"] == "relation" else [],
        named(model, expressions),
        counts_of(model, source["of"]) if source["type"] == "stated" else None,
        source.get("decimals", 0),
        source.get("times", 5),
    )


def comparisons(text):
    """(left, sign, right) of every comparison, if the expression is one or an `and` of comparisons alone; else none."""
    tree, data = parse(text)
    parts = list(sides_of_and(tree))
    if not all(isinstance(part, ast.Compare) for part in parts):
        return []
    return [(build(part.left, data), COMPARE[type(part.ops[0])][0], build(part.comparators[0], data)) for part in parts]


def sides_of_and(tree):
    """What the outermost `and`s join, in the order of the text."""
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        for part in tree.values:
            yield from sides_of_and(part)
    else:
        yield tree


def named(model, expressions):
    """The measures that expressions name on the row itself, as in the model: not in `previous`, cohort functions and rows below."""
    names = set()
    for expression in expressions:
        if isinstance(expression, str):
            names |= set(own_names(parse(expression)[0]))
    return [name for name in model.measures if name in names]


def own_names(tree):
    """The names of a tree outside the functions that read other rows."""
    if isinstance(tree, ast.Name):
        yield tree.id
    if isinstance(tree, ast.Call) and (tree.func.id == "previous" or tree.func.id.startswith(("cohort_", "rows_"))):
        return
    for part in ast.iter_child_nodes(tree):
        yield from own_names(part)


class Judge:
    """Judges rows of one table: it keeps the checks, and the spread of each `unusual` in each cohort."""

    def __init__(self, model, rows):
        self.model = model
        self.rows = rows
        self.checks = read_checks(model)
        self.spreads = {}

    def judge(self, check, row):
        """The judgement of a check on a row, which may be a changed copy of one of the table."""
        values = [read(row) for read in check.reads]
        state = strongest([*values, condition_state(check, row)])
        if check.type == "repeated":
            state = strongest([MISSING if nothing_to_repeat(check, row, values) else None, condition_state(check, row)])
        if state is not None:
            return Judgement(state.word)
        return {"relation": self.relation, "stated": self.stated, "repeated": self.repeated, "unusual": self.unusual}[check.type](
            check, row, values
        )

    def relation(self, check, row, values):
        if values[0]:
            return Judgement(holds=True)
        for left, sign, right in check.comparisons:
            sides = [left(row), right(row)]
            if not strongest(sides) and not signs(sign, *sides):
                return Judgement(found=sides[0], sign=sign, expected=sides[1])
        return Judgement()

    def stated(self, check, row, values):
        stated, of = values
        if stated == in_way("half_up", of, check.decimals):
            return Judgement(holds=True)
        otherwise = [way for way in ("half_even", "down", "up") if stated == in_way(way, of, check.decimals)]
        return Judgement(found=stated, expected=in_way("half_up", of, check.decimals), otherwise=otherwise[0] if otherwise else None)

    def repeated(self, check, row, values):
        before = [read(row.previous) for read in check.reads]
        return Judgement(holds=values != before or not any(values))

    def unusual(self, check, row, values):
        count, median, spread = self.spread(check, row.cohort)
        if count < LEAST_ROWS:
            return Judgement(TOO_FEW)
        away = check.times * spread
        if spread == 0 or abs(values[0] - median) <= away:
            return Judgement(holds=True)
        return Judgement(found=values[0], least=median - away, most=median + away)

    def spread(self, check, cohort):
        """(rows with a value, median, spread) of an `unusual` in a cohort: made of its rows as they are."""
        key = check.id, id(cohort)
        if key not in self.spreads:
            values = [check.reads[0](row) for row in cohort.rows if condition_state(check, row) is None]
            values = [value for value in values if not is_state(value)]
            middle = median(values) if values else None
            distances = [abs(value - middle) for value in values]
            spread = median(distances) or Fraction(sum(distances), len(distances)) if values else None
            if len(values) >= LEAST_ROWS:
                watch.met("check", "spread", "the median" if median(distances) else "the mean" if spread else "0")
            self.spreads[key] = len(values), middle, spread
        return self.spreads[key]


def condition_state(check, row):
    """The state that `applies_when` gives a check on a row, or None where it is true or there is none."""
    value = True if check.applies_when is None else check.applies_when(row)
    if value is True:
        return None
    return NOT_APPLICABLE if value is False else value


def nothing_to_repeat(check, row, values):
    """Whether there is no previous row, or one of the measures is no value on either."""
    return row.previous is None or any(is_state(value) for value in [*values, *(read(row.previous) for read in check.reads)])


def signs(sign, left, right):
    """Whether a comparison of two values holds."""
    return next(function for word, function in COMPARE.values() if word == sign)(left, right)


def median(values):
    """The median, exact; of an even count the mean of the middle two."""
    in_order = sorted(values)
    middle = len(in_order) // 2
    return in_order[middle] if len(in_order) % 2 else Fraction(in_order[middle - 1] + in_order[middle], 2)


def in_way(way, value, decimals):
    """A value rounded to decimals in one of the four ways that people round."""
    scaled = Fraction(value) * 10**decimals
    if way == "half_up":
        units = half_away(scaled)
    elif way == "half_even":
        units = round(scaled)
    else:
        units = abs(scaled.numerator) // scaled.denominator + (way == "up" and scaled.denominator != 1)
        units = units if scaled >= 0 else -units
    return Fraction(units, 10**decimals)


def check_table(model, rows):
    """What the checks of a model say of resolved rows in their order."""
    from .slips import slips

    judge = Judge(model, rows)
    judged_rows = [row for row in rows if row.fallback != "made by fallback"]
    judgements = {id(row): {check.id: judge.judge(check, row) for check in judge.checks} for row in judged_rows}
    carried = {id(row): slips(judge, row, judgements[id(row)]) for row in judged_rows}
    result = Checked({check.id: Tally() for check in judge.checks}, [], [])
    for check in judge.checks:
        for row in judged_rows:
            judgement = judgements[id(row)][check.id]
            count(result.tallies[check.id], check, judgement)
            if judgement.state is None and not judgement.holds:
                measures = {name: row.cells[name] for name in check.measures}
                found = Finding(check, row, severity(check, judgement), judgement, measures, carried[id(row)].get(check.id, []))
                result.findings.append(found)
            result.implied += implied(check, row)
    return result


def severity(check, judgement):
    return "warning" if judgement.otherwise else check.severity


def count(tally, check, judgement):
    """Count one row's judgement."""
    if judgement.state is not None:
        how = judgement.state
        tally.not_judged[how] += 1
    elif judgement.holds:
        how = "held"
        tally.held += 1
    elif severity(check, judgement) == "error":
        how = "failed"
        tally.failed += 1
    else:
        how = "warned"
        tally.warned += 1
    watch.met("check", check.type, how)
    if judgement.otherwise:
        watch.met("check", "rounded otherwise", judgement.otherwise)
    if check.type == "relation" and judgement.failed:
        watch.met("check", "sides", "told" if judgement.sign else "not told")


def implied(check, row):
    """The range of the one missing count of a stated percentage, where all else is a value: a list of one or none."""
    if check.counts is None or condition_state(check, row) is not None:
        return []
    stated, (top, bottom) = check.reads[0](row), [row.cells[name] for name in check.counts]
    if is_state(stated) or (top is MISSING) == (bottom is MISSING) or NOT_APPLICABLE in (top, bottom):
        return []
    watch.met("check", "implied", "numerators" if top is MISSING else "denominators")
    if top is MISSING:
        ends, measure = numerators(bottom, stated, check.decimals), check.counts[0]
    else:
        ends, measure = denominators(top, stated, check.decimals), check.counts[1]
    watch.met("check", "implied", "a range" if ends else "none")
    return [Implied(check, row, measure, *ends)] if ends else []
