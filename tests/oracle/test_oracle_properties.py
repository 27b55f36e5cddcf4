"""What must hold of checks and explanations in every model: random cases with all that is ahead of the programs (SPEC sections 10 and 11)."""

import copy
import random
from fractions import Fraction

import pytest
from ahead import AHEAD
from checks import compare as runs
from checks import coverage
from checks.casefile import answers
from checks.cases import case_bytes, expected_lines, json_text
from generator.draw import decimal_text
from generator.generate import case
from oracle.checks import Judge, check_table, condition_state, read_checks
from oracle.evaluate import evaluate
from oracle.evidence import COMPANION
from oracle.explain.compare import compare
from oracle.explain.lost import lost
from oracle.explain.pair import Pair
from oracle.explain.tree import Figures, Tree
from oracle.explain_lines import key, ways
from oracle.model import read_model
from oracle.results import SECTIONS
from oracle.states import is_state

SEED, COUNT = "properties", 30
CASES = [case(SEED, number, ahead=()) for number in range(COUNT)]
CHECKED = [made for made in CASES if "checks" in made.model]
DOUBLE = [made for made in CASES if made.second]
named = {"ids": lambda made: made.name}


def scored(made):
    """(tree, scores) of a case, or of its second model with its evidence."""
    model = read_model(json_text(made.model))
    return Tree(model), evaluate(model, made.columns, made.rows, made.below)[0]


def pairs(made):
    """(pair of models, score, score) of all rows that a case compares."""
    tree, scores = scored(made)
    same = Pair(tree, tree)
    for both in ways(tree.model, scores).values():
        yield from ((same, a, b) for a, b in both[:8])
    if made.second:
        other, theirs = scored(made.second)
        there, between = {key(score): score for score in theirs}, Pair(tree, other)
        yield from [(between, score, there[key(score)]) for score in scores if key(score) in there][:20]


# The switch.


def test_what_is_ahead_exists():
    assert set(AHEAD) <= SECTIONS.keys() and len(set(AHEAD)) == len(AHEAD)


def test_what_is_ahead_stays_out_of_cases_and_results():
    made = case(SEED, 1)
    words = {line.partition("\t")[0] for line in expected_lines(made)}
    if set(AHEAD) == SECTIONS.keys():
        assert words <= {"case", "row", "node", "average", "end"} and made.second is None and "checks" not in made.model
    every = {line.partition("\t")[0] for one in CASES for line in expected_lines(one, ahead=())}
    assert {"check", "finding", "slip", "implied", "lost", "lost_leaf", "benchmark", "comparison", "term", "cause", "at"} <= every
    assert {"rank_change", "passed_by", "passed", "against", "track_gap", "bridge"} <= every


def test_case_files_hold_all_of_it():
    some = CASES[:12]
    lines = [line for made in some for line in expected_lines(made, ahead=())]
    assert list(answers(b"".join(map(case_bytes, some)), ahead=())) == [*lines, "widths\t0\t0\t0"]


def test_coverage_lists_all_that_is_met():
    counts = runs.run(SEED, 60, [], ahead=()).counts
    assert coverage.problems(counts, 60, ahead=()) == []


# Lost points.


@pytest.mark.parametrize("made", CASES, **named)
def test_what_leaves_lost_is_what_is_lost(made):
    tree, scores = scored(made)
    for score in scores:
        result = lost(Figures(tree, score))
        assert (result is None) == (score.index is None)
        if result:
            assert sum(result.by_leaf.values()) == result.total + result.rounding + result.limits
            assert score.index == tree.model.scale - result.total + result.adjustments + result.held
            assert all(value >= 0 for value in result.by_leaf.values())


# Comparisons.


@pytest.mark.parametrize("made", CASES, **named)
def test_terms_sum_to_the_difference_and_turn_with_it(made):
    for pair, a, b in pairs(made):
        figures = Figures(pair.a, a), Figures(pair.b, b)
        result = compare(pair, *figures)
        assert (result is None) == (a.index is None or b.index is None)
        if result is None:
            continue
        assert sum(term.value for term in result.terms) == result.d == b.index - a.index
        assert len({term.key for term in result.terms}) == len(result.terms)
        for sums in (result.by_cause(), result.by_node(1), result.by_node(2), result.by_node(9)):
            assert sum(sums.values()) == result.d
        back = compare(Pair(pair.b, pair.a), *reversed(figures))
        turned = {((kind, two, one), cause, -value) for (kind, one, two), cause, value in map(flat, back.terms)}
        assert turned == set(map(flat, result.terms)) and back.d == -result.d


def flat(term):
    return term.key, term.cause, term.value


@pytest.mark.parametrize("made", CASES, **named)
def test_equal_rows_give_no_terms(made):
    tree, scores = scored(made)
    again = Tree(read_model(json_text(made.model)))
    pair = Pair(tree, again)
    for score in scores:
        if score.index is not None:
            result = compare(pair, Figures(tree, score), Figures(again, score))
            assert result.terms == [] and result.d == 0


@pytest.mark.parametrize("made", CASES, **named)
def test_a_model_differs_from_itself_in_nothing(made):
    pair = Pair(*(Tree(read_model(json_text(made.model))) for _ in range(2)))
    assert not any(pair.differs(node, pair.other[node]) for node in [*pair.a.criteria, *sum(pair.a.entries.values(), [])])


@pytest.mark.parametrize("made", DOUBLE, **named)
def test_only_models_of_a_case_give_the_cause_model(made):
    tree, scores = scored(made)
    pair = Pair(tree, tree)
    for a, b in zip(scores, scores[1:]):
        result = compare(pair, Figures(tree, a), Figures(tree, b))
        assert "model" not in (result.by_cause() if result else ())


# Order.


def shuffled(made, draw):
    """The case with its rows, criteria and entries in another order; the order of the children of `one_of` means something."""
    other = copy.deepcopy(made)
    draw.shuffle(other.rows)
    for one in (other, other.second) if other.second else (other,):
        shuffle_criteria(one.model["criteria"], draw)
        for side in one.model.get("adjustments", {}).values():
            draw.shuffle(side["entries"])
    return other


def shuffle_criteria(criteria, draw, one_of=False):
    for node in criteria:
        if "criteria" in node:
            shuffle_criteria(node["criteria"], draw, node.get("one_of", False))
    if not one_of:
        draw.shuffle(criteria)


@pytest.mark.parametrize("made", CASES[:30], **named)
def test_order_of_rows_and_criteria_changes_nothing(made):
    other = shuffled(made, random.Random(made.name))
    without = ("what_if",)  # which cells are changed, and in which row, goes by their order
    left, right = (sorted(map(in_any_order, expected_lines(one, ahead=without))) for one in (other, made))
    assert left == right


def in_any_order(line):
    """A line of what is missing lists what waits for it in the order of the criteria."""
    kind, *rest = line.split("\t")
    if kind == "missing":
        rest[5] = ",".join(sorted(rest[5].split(",")))
    return "\t".join([kind, *rest])


# Checks.


@pytest.mark.parametrize("made", CHECKED, **named)
def test_what_is_not_judged_is_counted(made):
    model = read_model(json_text(made.model))
    scores, _ = evaluate(model, made.columns, made.rows, made.below)
    rows = [score.row for score in scores]
    own = [row for row in rows if row.fallback != "made by fallback"]
    checked = check_table(model, rows)
    for check in read_checks(model):
        tally = checked.tallies[check.id]
        assert tally.held + tally.failed + tally.warned + sum(tally.not_judged.values()) == len(own)
        found = [finding for finding in checked.findings if finding.check.id == check.id]
        assert len(found) == tally.failed + tally.warned
        if check.type in ("relation", "stated"):
            states = [[condition_state(check, row), *(read(row) for read in check.reads)] for row in own]
            assert sum(tally.not_judged.values()) == sum(any(map(is_state, values)) for values in states)


@pytest.mark.parametrize("made", CHECKED, **named)
def test_checks_change_no_score(made):
    plain = copy.deepcopy(made)
    del plain.model["checks"]
    ahead = ("checks",)
    assert expected_lines(made, ahead=ahead) == expected_lines(plain, ahead=ahead)


def of_the_table(text):
    """Whether an expression reads the cohort, which a number typed in changes too."""
    return isinstance(text, str) and "cohort_" in text


@pytest.mark.parametrize("made", CHECKED, **named)
def test_a_repaired_slip_holds_when_it_is_typed_in(made):
    model = read_model(json_text(made.model))
    relative = {
        entry["id"] for entry in made.model["checks"] if any(of_the_table(value) for value in entry.values()) or entry["type"] == "unusual"
    }
    scores, _ = evaluate(model, made.columns, made.rows, made.below)
    resolved = [score.row for score in scores]
    before, judge = check_table(model, resolved), Judge(model, resolved)
    failed = {(finding.check.id, row_key(finding.row)) for finding in before.findings}
    typed = 0
    for finding in before.findings:
        for slip in finding.slips[:2]:
            table = typed_in(model, made, finding.row, slip)
            if table is None or typed == 12:
                continue
            typed += 1
            again, _ = evaluate(model, made.columns, table, made.below)
            rows = {row_key(score.row): score.row for score in again}
            row = rows[row_key(finding.row)]
            assert row.cells[slip.measure] == slip.value
            after = check_table(model, list(rows.values()))
            fails = {(one.check.id, row_key(one.row)) for one in after.findings}
            for name in slip.repairs:
                assert (name, row_key(row)) in failed
                assert name in relative or (name, row_key(row)) not in fails
            # What held on the row still does; what was not judged may fail now.
            for check in judge.checks:
                if check.id not in relative and judge.judge(check, finding.row).held:
                    assert Judge(model, list(rows.values())).judge(check, row).held


def row_key(row):
    return row.unit, row.period, row.track


def typed_in(model, made, row, slip):
    """The table with the slip's number in the cell of the row; None where the number came by fallback."""
    columns = made.columns
    absent = {"period": "", "track": model.tracks[-1]}
    filled = {name: any(line[columns.index(name)] for line in made.rows) for name in absent if name in columns}
    for place, line in enumerate(made.rows):
        cells = dict(zip(columns, line))
        where = [cells["unit"], *(cells[name] if filled.get(name) else absent[name] for name in absent)]
        if tuple(where) == row_key(row) and cells[slip.measure]:
            assert not cells.get(slip.measure + COMPANION) or is_no(cells[slip.measure + COMPANION])
            changed = dict(cells) | {slip.measure: decimal_text(Fraction(slip.value))}
            return [*made.rows[:place], [changed[name] for name in columns], *made.rows[place + 1 :]]
    return None


def is_no(text):
    return text.lower() in ("no", "false", "không", "0")
