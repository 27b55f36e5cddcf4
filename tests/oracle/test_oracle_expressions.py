"""The oracle's expressions against SPEC section 4, by hand."""

from fractions import Fraction

import pytest
from oracle.evidence import Cohort, Row
from oracle.expression import compile_expression
from oracle.states import MISSING, NOT_APPLICABLE, UNDEFINED

CELLS = {
    "two": 2,
    "three": 3,
    "half": Fraction(1, 2),
    "zero": 0,
    "lost": MISSING,
    "none": NOT_APPLICABLE,
    "yes": True,
    "no": False,
    "plan": "đúng hạn",
}


def row(**cells):
    made = Row("U", "", "", "final", True, CELLS | cells)
    made.cohort = Cohort([made])
    return made


def value(text):
    return compile_expression(text)(row())


@pytest.mark.parametrize(
    "text, expected",
    [
        ("0.1 + 0.2", Fraction(3, 10)),
        ("two + three * 2", 8),
        ("(two + three) * 2", 10),
        ("-two * three", -6),
        ("two - three - 1", -2),
        ("two / three / 2", Fraction(1, 3)),
        ("two - -three", 5),
        ("percent(two, three)", Fraction(200, 3)),
        ("100 * (1 / 3) * 3", 100),
        ("min(two, three, 0.5)", Fraction(1, 2)),
        ("max(two)", 2),
        ("sum(two, three, half)", Fraction(11, 2)),
        ("abs(-half)", Fraction(1, 2)),
        ("floor(-half)", -1),
        ("ceil(-half)", 0),
        ("floor(7 / 2)", 3),
        ("round(two / three, 0)", 1),
        ("round(two / three, 2)", Fraction(67, 100)),
        ("round(half, 0)", 1),
        ("round(-half, 0)", -1),
        ("round(-1.5, 0)", -2),
        ("round(2.45, 1)", Fraction(5, 2)),
        ("round(-0.04, 1)", 0),
        ("round(0.123456789 / 10, 9)", Fraction(12345679, 10**9)),
        ("clamp(5, zero, 3)", 3),
        ("clamp(-5, zero, 3)", 0),
        ("clamp(2, 2, 2)", 2),
        ("two < three", True),
        ("two >= 2.0", True),
        ("two != 2", False),
        ("plan == 'đúng hạn'", True),
        ('"trễ" != plan', True),
        ("not yes or yes", True),
        ("not (yes or yes)", False),
        ("yes or no and no", True),
        ("yes == (two > 3)", False),
        ("true", True),
        ("if_else(yes, two, three)", 2),
        ("if_else(two > three, two, three)", 3),
        ("coalesce(plan, 'trễ') == 'trễ'", False),
        ("123456789.012345678", Fraction(123456789012345678, 10**9)),
    ],
)
def test_expressions_have_their_values(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("two / zero", UNDEFINED),
        ("percent(two, zero)", UNDEFINED),
        ("two / 0", UNDEFINED),
        ("clamp(two, 3, 1)", UNDEFINED),
        ("lost / zero", MISSING),
        ("lost + two / zero", MISSING),
        ("none + lost", NOT_APPLICABLE),
        ("none + two / zero", NOT_APPLICABLE),
        ("lost * zero", MISSING),
        ("clamp(lost, 3, 1)", MISSING),
        ("min(two, none, lost)", NOT_APPLICABLE),
        ("-lost", MISSING),
        ("not none", NOT_APPLICABLE),
        ("lost < two", MISSING),
        ("floor(two / zero)", UNDEFINED),
        ("round(two / zero, 1)", UNDEFINED),
        ("round(lost / zero, 1)", MISSING),
        ("no and lost == 1", False),
        ("lost == 1 and no", False),
        ("yes and lost == 1", MISSING),
        ("yes or none == 1", True),
        ("none == 1 or yes", True),
        ("no or none == 1", NOT_APPLICABLE),
        ("lost == 1 and none == 1", NOT_APPLICABLE),
        ("no and none == 1", False),
        ("zero > 0 and two / zero > 1", False),
        ("zero == 0 or two / zero > 1", True),
        ("yes and two / zero > 1", UNDEFINED),
        ("if_else(yes, two, lost)", 2),
        ("if_else(no, two, lost)", MISSING),
        ("if_else(none == 1, two, three)", NOT_APPLICABLE),
        ("if_else(lost == 1, none, none)", MISSING),
        ("if_else(zero > 0, two / zero, three)", 3),
        ("coalesce(lost, two)", 2),
        ("coalesce(none, two)", NOT_APPLICABLE),
        ("coalesce(two / zero, two)", UNDEFINED),
        ("coalesce(three, none)", 3),
        ("coalesce(lost, none)", NOT_APPLICABLE),
        ("coalesce(lost, lost)", MISSING),
        ("is_missing(lost)", True),
        ("is_missing(none)", False),
        ("is_missing(two / zero)", False),
        ("is_missing(lost + none)", False),
        ("is_applicable(none)", False),
        ("is_applicable(lost)", True),
        ("is_applicable(two / zero)", True),
        ("is_applicable(zero)", True),
        ("previous(two)", MISSING),
        ("is_missing(previous(two))", True),
    ],
)
def test_expressions_have_their_states(text, expected):
    result = value(text)
    assert result is expected or result == expected


def test_numbers_stand_for_expressions():
    assert compile_expression(Fraction(7, 2))(row()) == Fraction(7, 2)


def cohort(*cells):
    """Rows of one cohort, each with an x and a truth."""
    rows = [row(x=x, truth=truth) for x, truth in cells]
    for made in rows:
        made.cohort = rows[0].cohort
    rows[0].cohort.rows = rows
    return rows[0]


def test_cohort_functions():
    first = cohort((1, True), (4, False), (MISSING, True), (NOT_APPLICABLE, MISSING), (0, False))
    answers = {
        "cohort_max(x)": 4,
        "cohort_min(x)": 0,
        "cohort_sum(x)": 5,
        "cohort_mean(x)": Fraction(5, 3),
        "cohort_sum(round(x / 8, 0))": 1,  # 0.125, 0.5, 0
        "cohort_mean(round(2 / x, 1))": Fraction(5, 4),  # 2 and 0.5; of 0 it is undefined
        "cohort_count(x)": 3,
        "cohort_count(truth)": 2,
        "cohort_count(x > 0)": 2,
        "cohort_count(4 / x)": 2,
        "cohort_max(4 / x)": 4,
        "cohort_count(plan)": 5,
    }
    assert {text: compile_expression(text)(first) for text in answers} == answers


def test_cohort_without_values():
    first = cohort((MISSING, MISSING), (NOT_APPLICABLE, NOT_APPLICABLE))
    assert all(compile_expression(f"cohort_{word}(x)")(first) is MISSING for word in ("max", "min", "sum", "mean"))
    assert compile_expression("cohort_count(x)")(first) == 0 and compile_expression("cohort_count(truth)")(first) == 0
    assert compile_expression("cohort_max(1 / zero)")(first) is MISSING
