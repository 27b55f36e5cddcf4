"""The oracle's checks, slips and implied counts (SPEC section 10), by hand."""

from fractions import Fraction

import pytest
from checks.small_models import leaf, lines, model_text
from oracle.check_lines import check_lines
from oracle.checks import check_table
from oracle.checks import named as named_in
from oracle.evaluate import Given, evaluate
from oracle.evidence import read_rows
from oracle.implied import denominators, numerators
from oracle.model import Measure, read_model
from oracle.slips import changed_once
from oracle.states import MISSING

LEAF = [leaf("l", 1, {"type": "yes_no", "value": "true"})]
MEASURES = {name: "count" for name in "abc"} | {"r": "decimal", "s": {"type": "decimal", "decimals": 1}, "t": "yes_no", "day": "date"}


def check(kind, name="k", **members):
    return {"id": name, "type": kind, **members}


def checked(checks, table, measures=MEASURES, **members):
    text = model_text(measures, LEAF, checks=checks, **members)
    model = read_model(text)
    return check_table(model, read_rows(model, *lines(table)))


def judged(checks, table, **members):
    """(held, failed, warned, {state: number} without zeros) of the first check."""
    tally = checked(checks, table, **members).tallies["k"]
    return tally.held, tally.failed, tally.warned, {state: count for state, count in tally.not_judged.items() if count}


def findings(checks, table, **members):
    return checked(checks, table, **members).findings


# What holds.


def test_a_relation_holds_where_it_is_true():
    table = "unit,a,b\nA,1,2\nB,2,2\nC,3,2\nD,,2\nE,1,not_applicable\nF,not_applicable,"
    assert judged([check("relation", holds="a <= b")], table) == (2, 1, 0, {"missing": 1, "not_applicable": 2})
    assert judged([check("relation", holds="a / b > 1")], "unit,a,b\nA,1,0\nB,3,2") == (1, 0, 0, {"undefined": 1})
    assert judged([check("relation", holds="a <= b", severity="warning")], table)[:3] == (2, 0, 1)


def test_where_it_does_not_apply_it_is_not_judged():
    table = "unit,a,b,t\nA,3,2,yes\nB,3,2,no\nC,3,2,\nD,3,,no\nE,,2,yes"
    checks = [check("relation", holds="a <= b", applies_when="t")]
    assert judged(checks, table) == (0, 1, 0, {"not_applicable": 2, "missing": 2})


def test_the_first_comparison_that_fails_is_told():
    def told(holds, row):
        [finding] = findings([check("relation", holds=holds)], "unit,a,b,c,day\nA," + row)
        return finding.judgement.found, finding.judgement.sign, finding.judgement.expected

    assert told("a <= b", "3,2,,") == (3, "<=", 2)
    assert told("a <= b and b <= c", "1,2,1,") == (2, "<=", 1)
    assert told("a <= b and (b <= c and c == 7)", "1,1,1,") == (1, "==", 7)
    assert told("a <= b and b <= c", ",2,1,") == (2, "<=", 1)  # false beside a missing part
    assert told("a <= b and (b <= c or c == 7)", "3,2,1,") == (None, None, None)
    assert told("not a <= b", "1,2,,") == (None, None, None)
    found = told("day >= date('2024-01-01')", ",,,31/12/2023")
    assert [str(value) for value in found] == ["2023-12-31", ">=", "2024-01-01"]


def test_a_stated_value_is_rounded_half_up_and_otherwise_is_a_warning():
    def stated(value, of, decimals, **members):
        [finding] = findings([check("stated", stated=value, of=of, decimals=decimals, **members)], "unit,a,b,r\nA,600,1138,0")
        return finding.judgement.found, finding.judgement.expected, finding.judgement.otherwise, finding.severity

    assert stated("52", "percent(a, b)", 0) == (52, 53, "down", "warning")  # 52.72...
    assert stated("52", "percent(a, b)", 1) == (52, Fraction("52.7"), None, "error")
    assert stated("12", "12.5", 0) == (12, 13, "half_even", "warning")
    assert stated("13", "12.3", 0) == (13, 12, "up", "warning")
    assert stated("12.3", "12.31", 0, severity="warning") == (Fraction("12.3"), 12, None, "warning")
    assert stated("-2", "-2.5", 0) == (-2, -3, "half_even", "warning")  # half up goes away from zero
    assert judged([check("stated", stated="-3", of="-2.5", decimals=0)], "unit,a\nA,1") == (1, 0, 0, {})
    assert judged([check("stated", stated="52", of="percent(a, b)", decimals=0)], "unit,a,b\nA,600,1138")[:3] == (0, 0, 1)


def test_figures_that_stay_as_they_were():
    table = """unit,period,a,b,c
        A,2023,1,2,3
        A,2024,1,2,3
        A,2025,1,2,4
        B,2023,0,0,0
        B,2024,0,0,0
        C,2024,1,2,3
        D,2023,1,2,
        D,2024,1,2,3
        E,2023,1,2,3
        E,2024,1,not_applicable,3"""
    assert judged([check("repeated", values=["a", "b", "c"])], table) == (2, 1, 0, {"missing": 7})
    [finding] = findings([check("repeated", values=["a", "b", "c"])], table)
    assert (finding.row.unit, finding.row.period, finding.judgement.found) == ("A", "2024", None)


def test_what_is_unusual_in_a_block():
    def told(values, **members):
        table = "unit,a\n" + "\n".join(f"U{number},{value}" for number, value in enumerate(values))
        checks = [check("unusual", value="a", **members)]
        return judged(checks, table), [(one.judgement.found, one.judgement.least, one.judgement.most) for one in findings(checks, table)]

    # median 3, distances 2 1 0 1 97: spread 1
    assert told([1, 2, 3, 4, 100]) == ((4, 1, 0, {}), [(100, -2, 8)])
    assert told([1, 2, 3, 4, 100], times=97) == ((5, 0, 0, {}), [])
    assert told([1, 2, 3, 4]) == ((0, 0, 0, {"too_few": 4}), [])
    assert told([1, 2, 3, 4, ""]) == ((0, 0, 0, {"missing": 1, "too_few": 4}), [])
    # the median of the distances is 0: their mean, 5 / 5
    assert told([5, 5, 5, 5, 10]) == ((5, 0, 0, {}), [])
    assert told([5, 5, 5, 5, 10], times=4) == ((4, 1, 0, {}), [(10, 1, 9)])
    assert told([5, 5, 5, 5, 5]) == ((5, 0, 0, {}), [])
    # 2 4 6 8 10 30: median 7, distances 5 3 1 1 3 23: 3
    assert told([2, 4, 6, 8, 10, 30], times=2) == ((5, 1, 0, {}), [(30, 1, 13)])


def test_the_spread_is_of_rows_to_which_the_check_applies():
    table = "unit,a,t\n" + "\n".join(f"U{number},{value},yes" for number, value in enumerate([1, 2, 3, 4, 100]))
    table += "\n" + "\n".join(f"V{number},1000,no" for number in range(9)) + "\nW,1000,"
    checks = [check("unusual", value="a", applies_when="t")]
    assert judged(checks, table) == (4, 1, 0, {"missing": 1, "not_applicable": 9})
    [finding] = findings(checks, table)
    assert (finding.judgement.least, finding.judgement.most) == (-2, 8)


def test_rows_by_fallback_alone_are_not_judged_but_count_in_a_spread():
    model = {"tracks": ["self", "final"], "fallback": {"final": ["self"]}}
    table = "unit,track,a\n" + "\n".join(f"U{number},self,{value}" for number, value in enumerate([1, 2, 3, 4])) + "\nV,final,100"
    checks = [check("unusual", value="a")]
    assert judged(checks, table, **model) == (0, 1, 0, {"too_few": 4})
    assert judged([check("relation", holds="a > 100")], table, **model) == (0, 5, 0, {})
    assert judged([check("relation", holds="a > 3")], "unit,track,a,b\nA,self,2,1\nA,final,,1", **model) == (0, 2, 0, {})


def test_a_finding_names_what_is_read_on_the_row_itself():
    def named(holds, **members):
        [finding] = findings([check("relation", holds=holds, **members)], "unit,a,b,c,t\nA,1,2,,yes")
        return finding.measures

    assert named("b <= a") == {"a": 1, "b": 2}
    assert named("if_else(a == 1, b < a, c > 0)") == {"a": 1, "b": 2, "c": MISSING}
    assert named("b < cohort_max(a) and (previous(c) > 0 or a > 5)") == {"a": 1, "b": 2}
    assert named("b <= a", applies_when="t") == {"a": 1, "b": 2}
    assert named("b < cohort_max(a)") == named("b < coalesce(previous(a), 1)") == {"b": 2}
    tables = {"tasks": {"measures": {"a": {"type": "count"}}}}
    model = read_model(model_text(MEASURES, LEAF, tables=tables))
    assert named_in(model, ["rows_sum(tasks, a) + c", "b"]) == ["b", "c"]


def test_findings_stand_in_the_order_of_checks_then_of_rows():
    checks = [check("relation", "k", holds="a > 9"), check("relation", "j", holds="b > 9")]
    made = [(one.check.id, one.row.unit) for one in findings(checks, "unit,a,b\nB,1,1\nA,1,1")]
    assert made == [("k", "A"), ("k", "B"), ("j", "A"), ("j", "B")]


# Slips.


def changed(value, decimals=0, low=None, high=None):
    """{kind: numbers, ascending} of a value's digits changed once."""
    measure = Measure("a", "decimal" if decimals else "count", decimals, [], "refuse", low, high)
    made = {}
    for number, kind in sorted(changed_once(measure, Fraction(value)).items()):
        made.setdefault(kind, []).append(number if isinstance(number, int) else float(number))
    return made


def test_the_digits_of_a_number_are_changed_once():
    made = changed(12)
    assert made["swapped"] == [21]
    assert made["digit"] == [10, 11, *range(13, 20), *(number for number in range(22, 100, 10))]
    assert made["dropped"] == sorted({*range(112, 1000, 100), *range(102, 200, 10), *range(120, 130)})
    assert made["added"] == [1, 2]
    assert made["shifted"] == [1200, 12000]  # 120 is a digit dropped


def test_zeros_in_front_are_no_slip():
    assert "swapped" not in changed(10) and changed(10)["added"] == [0, 1]  # 01
    assert changed(7)["digit"] == [number for number in range(10) if number != 7]
    assert "added" not in changed(7) and "swapped" not in changed(77)
    assert 7 not in changed(7)["dropped"]


def test_a_decimal_has_at_least_one_digit_before_its_mark():
    made = changed("0.05", 2)  # 005
    assert made["swapped"] == [0.5]
    assert "added" not in made and made["digit"][0] == 0  # 00 is 0, as 000 is; 05 is the same number
    assert changed("5.12", 2)["added"] == [0.51, 0.52]  # 51, 52; 12 is 0.12, a digit replaced
    assert changed("5", 2)["swapped"] == [0.5] and changed("5", 2)["shifted"] == [0.05, 500, 5000]  # 50 is a digit dropped


def test_bounds_hold_for_a_slip():
    assert max(map(max, changed(12, high=91).values())) == 82
    assert all(number >= 5 for numbers in changed(12, low=5).values() for number in numbers)
    assert max(map(max, changed(2**53).values())) <= 2**53
    made = changed_once(Measure("a", "decimal", 0, [], "refuse"), -12)
    assert made[-21] == "swapped" and made[-1] == "added" and all(number <= 0 for number in made)


REAL = {"received": "count", "resolved": "count", "on_time": "count", "done_rate": "decimal", "on_time_rate": "decimal"}
REAL_CHECKS = [
    check("relation", "order", holds="resolved <= received"),
    check("relation", "in_time", holds="on_time <= resolved"),
    check("stated", "done", stated="done_rate", of="percent(resolved, received)", decimals=2),
    check("stated", "timely", stated="on_time_rate", of="percent(on_time, resolved)", decimals=2),
]


def slips_of(row, checks=REAL_CHECKS):
    """{check: [(kind, measure, value, checks repaired), ...]} of one row of the real measures."""
    table = "unit," + ",".join(REAL) + "\nA," + row
    return {
        one.check.id: [(slip.kind, slip.measure, slip.value, len(slip.repairs)) for slip in one.slips]
        for one in findings(checks, table, measures=REAL)
    }


def test_real_figures_with_two_digits_swapped():
    only = [("swapped", "resolved", 4536, 3)]
    assert slips_of("4921,4356,4534,92.18,99.96") == {"in_time": only, "done": only, "timely": only}


def test_real_figures_with_a_wrong_digit():
    assert slips_of("41972,38390,38211,91.47,99.79") == {"timely": [("digit", "on_time", 38311, 1)]}


def test_a_slip_breaks_nothing_that_held():
    """a may not become 10 or less, for a > 11 held; nor b 12, for then the third check would not be judged any more."""
    checks = [check("relation", "k", holds="a <= b"), check("relation", "j", holds="a > 11")]
    [finding] = findings(checks, "unit,a,b\nA,12,10")
    assert {slip.measure for slip in finding.slips} == {"b"}
    [finding] = findings([*checks, check("relation", "i", holds="10 / (b - 12) < 0")], "unit,a,b\nA,12,10")
    assert finding.slips == []
    # Rounded otherwise is no failure, and none to repair.
    checks = [check("stated", "k", stated="s", of="percent(a, b)", decimals=0)]
    [finding] = findings(checks, "unit,a,b,s\nA,600,1138,52")
    assert finding.severity == "warning" and finding.slips == []


def test_slips_that_repair_most_come_alone_and_in_order():
    checks = [check("relation", "k", holds="a == 21"), check("relation", "j", holds="b <= a")]
    made = {one.check.id: [(slip.kind, slip.value) for slip in one.slips] for one in findings(checks, "unit,a,b\nA,12,20")}
    assert made == {"k": [("swapped", 21)], "j": [("swapped", 21)]}
    [finding] = findings([check("relation", holds="a <= b")], "unit,a,b\nA,12,11")
    told = [(slip.kind, slip.measure, slip.value) for slip in finding.slips]
    assert told[:4] == [("digit", "a", 11), ("digit", "b", 12), ("digit", "a", 10), ("digit", "b", 13)]
    assert ("added", "a", 1) in told and ("dropped", "b", 110) in told and told.index(("dropped", "b", 110)) < told.index(("added", "a", 2))


def test_a_spread_stays_when_a_cell_is_changed():
    """All of a are 12: nothing is unusual, another number in its place neither."""
    checks = [check("relation", "k", holds="a <= b"), check("unusual", "j", value="a")]
    [finding] = findings(checks, "unit,a,b\nA,12,11\n" + "\n".join(f"{unit},12,12" for unit in "BCDE"))
    assert ("digit", "a", 11) in [(slip.kind, slip.measure, slip.value) for slip in finding.slips]
    # 12 among 10 11 12 13 14 is not unusual by 2 x 1; 21 would be.
    checks = [check("relation", "k", holds="a == 21 or b == 0"), check("unusual", "j", value="a", times=2)]
    [finding] = findings(checks, "unit,a,b\nA,12,1\n" + "\n".join(f"U{a},{a},0" for a in (10, 11, 13, 14)))
    assert {slip.measure for slip in finding.slips} == {"b"}


def test_a_cohort_stays_when_a_cell_is_changed():
    """a is the largest of its block; another digit would make another largest, but the figure of the block stays 12."""
    [finding] = findings([check("relation", holds="a * 2 <= cohort_max(a)")], "unit,a\nA,12\nB,0")
    assert ("digit", 2) not in [(slip.kind, slip.value) for slip in finding.slips]
    assert sorted(slip.value for slip in finding.slips) == [1, 2] and {slip.kind for slip in finding.slips} == {"added"}


# Implied counts.


def test_a_percentage_and_one_count_imply_the_other():
    assert denominators(2354, Fraction("48.5"), 1) == (4849, 4858)
    for numerator, stated, decimals in ((2354, "48.5", 1), (1, "33.3", 1), (2, "12", 0), (7, "100", 0), (3, "0.4", 1)):
        stated = Fraction(stated)
        least, most = denominators(numerator, stated, decimals)
        rounds = [b for b in range(1, 2 * most + 5) if (Fraction(200 * numerator, b) * 10**decimals + 1) // 2 == stated * 10**decimals]
        assert rounds == list(range(least, most + 1))
    assert numerators(8, Fraction("12.5"), 1) == (1, 1) and numerators(8, Fraction("12.4"), 1) is None
    assert numerators(1000, Fraction(0), 0) == (0, 4) and numerators(200, Fraction(1), 0) == (1, 2)
    assert denominators(0, Fraction(5), 0) is None and denominators(5, Fraction(0), 0) is None and numerators(0, Fraction(5), 0) is None
    assert denominators(5, Fraction("12.25"), 1) is None and numerators(100, Fraction(-1), 0) is None


@pytest.mark.parametrize(
    "row, told",
    [
        ("2354,,48.5,yes", [("b", 4849, 4858)]),
        (",4849,48.5,yes", [("a", 2350, 2354)]),
        (",,48.5,yes", []),
        ("1,2,48.5,yes", []),
        ("2354,not_applicable,48.5,yes", []),
        ("2354,,,yes", []),
        ("2354,,48.5,no", []),
        ("2354,,48.5,", []),
    ],
)
def test_an_implied_count_is_told_where_one_is_missing(row, told):
    checks = [check("stated", stated="s", of="percent(a, b)", decimals=1, applies_when="t")]
    made = checked(checks, "unit,a,b,s,t\nA," + row).implied
    assert [(one.measure, one.least, one.most) for one in made] == told


def test_only_plain_counts_are_implied():
    for of in ("percent(a + 1, b)", "percent(r, b)", "100 * a / b", "percent(a, a)"):
        assert checked([check("stated", stated="s", of=of, decimals=1)], "unit,a,b,r,s\nA,2354,,1,48.5").implied == []


def test_lines_of_checks():
    """As README.md describes them."""
    model = read_model(model_text(REAL, LEAF, checks=REAL_CHECKS))
    columns, rows = lines("unit," + ",".join(REAL) + "\nA,4921,4356,4534,92.18,99.96\nB,,38390,38311,91.47,99.79")
    scores, _ = evaluate(model, columns, rows)
    made = list(check_lines(Given(model, columns, rows), scores, None))
    assert made[:4] == [
        "check\torder\t1\t0\t0\t1\t0\t0\t0",
        "check\tin_time\t1\t1\t0\t0\t0\t0\t0",
        "check\tdone\t0\t1\t0\t1\t0\t0\t0",
        "check\ttimely\t1\t1\t0\t0\t0\t0\t0",
    ]
    assert made[4:9] == [
        "finding\tin_time\tA\t\tfinal\terror\t-\t4534\t<=\t4356\t-\t-",
        "measure\tresolved\t4356",
        "measure\ton_time\t4534",
        "slips\t1",
        "slip\tswapped\tresolved\t4536\t3",
    ]
    assert "finding\tdone\tA\t\tfinal\terror\t-\t4609/50\t-\t2213/25\t-\t-" in made
    assert made[-1] == "implied\tdone\tB\t\tfinal\treceived\t41968\t41972"
