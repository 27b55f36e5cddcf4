"""Reports of checks in Python: the real figures, values of every type, frames, displays, pickles; implied counts."""

import datetime
import pickle
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from fractions import Fraction

import chiso
import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from conftest import ROOT

KINDS = ["pandas", "polars", "pyarrow", "dict"]


@pytest.fixture(scope="module")
def ratios():
    return chiso.load_model(ROOT / "examples/models/published_ratios.json")


def read(model, name, **options):
    return chiso.read_evidence(ROOT / "examples/data" / f"{name}.csv", model, absent="missing", **options)


@pytest.fixture(scope="module")
def gia_lam(ratios):
    return read(ratios, "gia_lam_2017").check()


def model_of(measures, *checks, **members):
    """A small model of these checks; a measure is its type, or its keys."""
    leaf = {"id": "a", "points": 1, "rule": {"type": "yes_no", "value": "true"}}
    measures = {name: {"type": of} if isinstance(of, str) else of for name, of in measures.items()}
    return chiso.Model.from_dict({"chiso": 1, "id": "m", "measures": measures, "criteria": [leaf], "checks": list(checks)} | members)


# The real figures.


def test_the_swapped_digits_of_gia_lam(gia_lam):
    district = [finding for finding in gia_lam.findings if finding.unit == "Huyện Gia Lâm"]
    assert [finding.check for finding in district] == ["on_time_of_resolved", "resolved_rate", "on_time_rate"]
    only = chiso.Slip("resolved", Decimal(4536), "swapped", ("on_time_of_resolved", "resolved_rate", "on_time_rate"))
    for finding in district:
        assert finding.slips == (only,) and finding.slip_count == 1 and finding.severity == "error" and finding.rounded is None
    order, resolved, on_time = district
    assert (order.found, order.sign, order.expected) == (4534, "<=", 4356)
    assert (resolved.found, resolved.sign, resolved.expected) == (Fraction("92.18"), None, Fraction("88.52"))
    assert on_time.expected == Fraction("104.09")
    assert resolved.figures == {"received": 4921, "resolved": 4356, "resolved_rate": Decimal("92.18")}
    assert (resolved.block, resolved.period, resolved.track) == ("", "", "final")


def test_the_mistyped_digit_of_its_communes(gia_lam):
    [finding] = [finding for finding in gia_lam.findings if finding.unit != "Huyện Gia Lâm"]
    assert (finding.check, finding.found, finding.expected) == ("on_time_rate", Fraction("99.79"), Fraction("99.53"))
    assert finding.slips == (chiso.Slip("on_time", Decimal(38311), "digit", ("on_time_rate",)),) and finding.slip_count == 1


def test_of_several_slips_none_is_likely(gia_lam):
    assert [finding.likely for finding in gia_lam.findings] == [finding.slips[0] for finding in gia_lam.findings]
    measures = {"received": {"type": "count"}, "resolved": {"type": "count"}}
    leaf = {"id": "a", "points": 1, "rule": {"type": "yes_no", "value": "true"}}
    order = {"id": "order", "type": "relation", "holds": "resolved <= received"}
    model = chiso.Model.from_dict({"chiso": 1, "id": "m", "measures": measures, "criteria": [leaf], "checks": [order]})
    report = model.check({"unit": ["A"], "received": [10], "resolved": [21]}, kind="dict")
    (finding,) = report.findings
    assert finding.slip_count > 1 and finding.likely is None
    frame = report.frame()
    assert frame["slips"].tolist() == [finding.slip_count] and frame["slip"].tolist() == [None] and frame["measure"].tolist() == [None]


def test_a_repaired_slip_holds_when_it_is_typed_in(ratios, gia_lam):
    frame = read(ratios, "gia_lam_2017", kind="dict").frame()
    for finding in gia_lam.findings:
        row = list(frame["unit"]).index(finding.unit)
        frame[finding.slips[0].measure][row] = int(finding.slips[0].value)
    repaired = ratios.check(frame)
    assert repaired.findings == () and repaired.judged(kind="dict")["held"].tolist() == [2, 2, 2, 2, 0, 0]


def test_the_cut_off_share_of_tien_lu(ratios):
    [finding] = read(ratios, "tien_lu_2022").check().findings
    assert (finding.severity, finding.rounded, finding.found, finding.expected) == ("warning", "down", 52, 53)
    assert finding.slips == () and finding.slip_count == 0


def test_the_implied_dossiers_of_la_phu(ratios):
    report = read(ratios, "la_phu_2024").check()
    assert report.findings == ()
    assert report.implied == (chiso.Implied("forms_rate", "Xã La Phù", "", "", "final", "received", 4849, 4858),)
    assert chiso.implied_counts("48.5", numerator=2354) == (4849, 4858)
    for total in (4849, 4858):
        assert ratios.check({"unit": ["A"], "forms": [2354], "forms_rate": ["48.5"], "received": [total]}, absent="missing").findings == ()
    for total in (4848, 4859):
        assert ratios.check({"unit": ["A"], "forms": [2354], "forms_rate": ["48.5"], "received": [total]}, absent="missing").findings


# Values and states.


def test_values_have_the_type_of_their_measure():
    measures = {"sent": "date", "due": "date", "plan": {"type": "choice", "options": ["late", "missing"]}, "done": "yes_no", "n": "count"}
    model = model_of(
        measures,
        {"id": "days", "type": "relation", "holds": "sent <= due"},
        {"id": "plan", "type": "relation", "holds": "plan == 'late'"},
        {"id": "truths", "type": "relation", "holds": "done == (n > 5)"},
        {"id": "any", "type": "relation", "holds": "done or coalesce(n, 1) > 5"},
    )
    columns = {"unit": ["A"], "sent": ["2024-03-31"], "due": ["2024-03-30"], "plan": ["missing"], "done": [False], "n": [7]}
    days, plan, truths = model.check(columns).findings
    assert (days.found, days.expected) == (datetime.date(2024, 3, 31), datetime.date(2024, 3, 30))
    assert days.figures == {"sent": datetime.date(2024, 3, 31), "due": datetime.date(2024, 3, 30)}
    assert (plan.found, plan.sign, plan.expected) == ("missing", "==", "late") and not isinstance(plan.found, chiso.State)
    assert (truths.found, truths.expected) == (False, True) and truths.figures == {"done": False, "n": 7}
    *_, undecided = model.check(columns | {"n": [None]}).findings
    assert undecided.check == "any" and (undecided.found, undecided.expected, undecided.sign) == (None, None, None)
    assert undecided.figures == {"done": False, "n": chiso.State.MISSING} and undecided.figures["n"] == "missing"
    frame = model.check(columns).frame(kind="polars")
    assert frame["found"].null_count() == 3 and frame["expected"].null_count() == 3  # none of these is a number


def test_the_others_of_a_block_are_compared_with():
    check = {"id": "far", "type": "unusual", "value": "n / 3", "times": 4, "severity": "warning", "applies_when": "n > 0"}
    report = model_of({"n": "count"}, check).check({"unit": list("ABCDEFG"), "n": [9, 12, 12, 15, 15, 100, 0]})
    [finding] = report.findings
    # 3, 4, 4, 5, 5, 100/3: median 9/2, distances 3/2 1/2 1/2 1/2 1/2 173/6, spread 1/2.
    assert (finding.unit, finding.found, finding.expected) == ("F", Fraction(100, 3), (Fraction(5, 2), Fraction(13, 2)))
    judged = report.judged(kind="dict")
    assert judged["not_applicable"].tolist() == [1] and judged["warned"].tolist() == [len(report.findings)]


def test_few_rows_and_copied_figures():
    far = {"id": "far", "type": "unusual", "value": "a"}
    copied = {"id": "copied", "type": "repeated", "values": ["a", "b", "c"], "severity": "warning"}
    columns = {"unit": ["A", "A"], "period": [2023, 2024], "a": [1, 1], "b": [2, 2], "c": [3, 3]}
    report = model_of(dict.fromkeys("abc", "count"), far, copied).check(columns)
    [finding] = report.findings
    assert (finding.check, finding.period, finding.severity, finding.found) == ("copied", "2024", "warning", None)
    assert finding.figures == {"a": 1, "b": 2, "c": 3}
    judged = report.judged(kind="dict")
    assert judged["too_few"].tolist() == [2, 0] and judged["missing"].tolist() == [0, 1]


def test_a_value_that_falls_back_is_judged_on_the_row_that_takes_it():
    model = model_of(
        {"a": "count", "b": "count"},
        {"id": "order", "type": "relation", "holds": "a <= b"},
        tracks=["self", "final"],
        fallback={"final": ["self"]},
    )
    columns = {"unit": ["A", "A", "B"], "track": ["self", "final", "self"], "a": [5, None, 1], "b": [9, 4, 2]}
    report = model.check(columns)
    [finding] = report.findings
    assert (finding.unit, finding.track, finding.figures) == ("A", "final", {"a": 5, "b": 4})
    assert sum(report.judged(kind="dict")[name][0] for name in ("held", "failed", "warned", "missing", "not_applicable")) == 3


def test_another_model_judges_the_same_evidence(ratios):
    table = read(ratios, "gia_lam_2017", kind="dict")
    lenient = ratios.to_dict()
    lenient["checks"] = [check | {"severity": "warning"} for check in lenient["checks"]]
    report = chiso.Model.from_dict(lenient).check(table)
    assert {finding.severity for finding in report.findings} == {"warning"} and len(report.findings) == 4
    assert report.evidence == table and report.model != ratios
    with pytest.raises(chiso.ShapeError):
        model_of({"a": "count"}, {"id": "x", "type": "relation", "holds": "a > 0"}).check(table)
    with pytest.raises(TypeError, match="takes no absent"):
        ratios.check(table, absent="missing")


def test_a_model_without_checks_has_an_empty_report(scores):
    report = scores.evidence.check()
    assert (report.findings, report.implied) == ((), ()) and repr(
        report
    ) == "<chiso.CheckReport of commune-reform-index: 0 errors, 0 warnings>"
    assert report.frame(kind="polars").shape == (0, 18) and "no checks" in report.text("en")


# Frames.


@pytest.mark.parametrize("kind", KINDS)
def test_frames_have_typed_columns(ratios, gia_lam, kind, vietnamese):
    made = [report.frame(kind=kind) for report in (gia_lam, read(ratios, "la_phu_2024").check())]
    full, empty = ({name: frame[name] for name in frame} if kind == "dict" else pl.DataFrame(frame).to_dict() for frame in made)
    assert list(full) == list(empty)
    assert list(full)[:7] == ["check", "unit", "block", "period", "track", "severity", "rounded"]
    assert list(full["unit"]) == [finding.unit for finding in gia_lam.findings]
    assert list(full["found"]) == [4534.0, 92.18, 99.96, 99.79] and list(full["meant"]) == [4536.0, 4536.0, 4536.0, 38311.0]
    assert list(full["sign"]) == ["<=", None, None, None] and list(full["repairs"]) == [3, 3, 3, 1] and list(full["slips"]) == [1] * 4
    assert len(full["message"]) == 4 and full["message"][0].startswith("Huyện Gia Lâm: Số đúng hạn")
    assert gia_lam.frame(language="en", kind="dict")["message"][0].startswith("Huyện Gia Lâm: No more on time")
    if kind == "pyarrow":
        assert made[0].schema == made[1].schema and made[0].schema.field("least").type == pa.float64()
    if kind == "pandas":
        assert dict(made[0].dtypes) == dict(made[1].dtypes) and made[0]["repairs"].dtype == "Int64" and made[0]["least"].isna().all()
    judged = gia_lam.judged(kind=kind)
    rows = judged if kind == "dict" else pl.DataFrame(judged).to_dict(as_series=False)
    assert list(rows["failed"]) == [0, 1, 1, 2, 0, 0]
    assert [sum(rows[name][at] for name in list(rows)[1:]) for at in range(6)] == [2] * 6


def test_a_frame_is_of_the_kind_of_the_evidence(ratios):
    report = read(ratios, "gia_lam_2017", kind="polars").check()
    assert isinstance(report.frame(), pl.DataFrame) and isinstance(report.judged(), pl.DataFrame)
    assert isinstance(report.frame(kind="dict")["found"], np.ndarray)
    with pytest.raises(ValueError, match="a kind of data frame"):
        report.frame(kind="spark")


# What people see.


def test_words_in_both_languages(gia_lam, vietnamese):
    assert gia_lam.words("vi")[1].endswith("có thể do gõ nhầm: “Hồ sơ đã giải quyết” 4.356 → 4.536: hai chữ số đứng cạnh nhau bị đổi chỗ")
    assert gia_lam.words("en")[1] == (
        "Huyện Gia Lâm: The rate resolved fits the counts: found 92.18, expected 88.52; “Dossiers received” 4,921; “Dossiers resolved” 4,356; "
        "“Rate resolved (%)” 92.18; likely meant: “Dossiers resolved” 4,356 → 4,536: two neighbouring digits exchanged"
    )
    assert "6 phép kiểm tra, 2 dòng số liệu: 4 lỗi, 0 cảnh báo." in gia_lam.text()
    assert gia_lam.html().startswith("<!DOCTYPE html>") and gia_lam.csv("en").startswith("line,column,unit,")


def test_the_display_marks_the_likely_slip(gia_lam):
    text = gia_lam._repr_html_()
    assert text.count("<mark>") == 4 and "<mark>“Dossiers resolved” 4,356 → 4,536</mark>: two neighbouring digits exchanged" in text
    assert 'class="chiso"' in text and "<script" not in text


def test_the_display_is_escaped_and_short():
    model = model_of({"a": "count"}, {"id": "x", "type": "relation", "holds": "a < 1", "label": "<b>&"})
    text = model.check({"unit": [f"<i>{place}" for place in range(50)], "a": [5] * 50})._repr_html_()
    body = text.partition("</style>")[2]
    assert "<b>&" not in body and "&lt;b&gt;&amp;" in body and "<i>" not in body and text.count("&lt;i&gt;") == 20 and "and 30 more" in text


def test_reports_are_values(ratios, gia_lam):
    again = pickle.loads(pickle.dumps(gia_lam))
    assert again == gia_lam and again.findings == gia_lam.findings and again.evidence == gia_lam.evidence
    assert gia_lam != read(ratios, "la_phu_2024").check() and gia_lam != 1
    assert gia_lam.findings is gia_lam.findings
    with pytest.raises(TypeError, match="unhashable"):
        hash(gia_lam)
    with pytest.raises(AttributeError):
        gia_lam.findings = ()


def test_threads_judge_together(ratios):
    table = read(ratios, "gia_lam_2017")
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(lambda _: table.check().findings, range(32)))
    assert all(findings == reports[0] for findings in reports) and len(reports[0]) == 4


def test_other_threads_run_while_it_judges(ratios):
    """The lock of the interpreter is not held: another thread goes on counting within the call."""
    rows = 10_000
    columns = {"unit": np.char.add("U", np.arange(rows).astype(str)), "received": np.arange(rows), "resolved": np.arange(rows) + 1}
    table = chiso.Evidence.from_frame(columns, ratios, absent="missing")
    ticks, stop = [], threading.Event()

    def tick():
        while not stop.wait(0.0005):
            ticks.append(None)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        while not ticks:
            pass
        before = len(ticks)
        report = chiso.checks.CheckReport(table, ratios)
        during = len(ticks) - before
    finally:
        stop.set()
        thread.join()
    assert during > 3 and report.judged(kind="dict")["failed"][0] == rows


# Implied counts.


@pytest.mark.parametrize(
    "percent, known, range_",
    [
        ("48.5", {"numerator": 2354}, (4849, 4858)),
        ("99.79", {"denominator": 38390}, (38308, 38311)),
        (Decimal("48.50"), {"numerator": 2354}, (4854, 4854)),
        (48.5, {"numerator": 2354}, (4849, 4858)),
        (50, {"numerator": np.int64(1)}, (2, 2)),
        ("0", {"denominator": 10}, (0, 0)),
        ("0", {"numerator": 10}, None),
        ("-1", {"denominator": 10}, None),
        ("33", {"numerator": 0}, None),
        ("33", {"denominator": 2}, None),
        ("33.333333333", {"denominator": 2**53}, None),
    ],
)
def test_implied_counts(percent, known, range_):
    found = chiso.implied_counts(percent, **known)
    if range_ is None and known == {"denominator": 2**53}:
        least, most = found
        assert 0 < most - least < 10**6 and all(isinstance(end, int) for end in found)
        return
    assert found == range_


def rounds_to(percent, numerator, denominator):
    decimals = len(percent.partition(".")[2])
    scaled = Fraction(100 * numerator, denominator) * 10**decimals
    return (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator) == int(percent.replace(".", ""))


@pytest.mark.parametrize("percent", ["0", "7", "49.9", "50.0", "66.67", "100", "104.09"])
def test_implied_counts_are_all_that_round_to_it(percent):
    for known in (1, 3, 97, 1138):
        fits = [other for other in range(1, 20000) if rounds_to(percent, known, other)]
        if percent != "0":
            assert chiso.implied_counts(percent, numerator=known) == ((fits[0], fits[-1]) if fits else None)
        fits = [other for other in range(20000) if rounds_to(percent, other, known)]
        assert chiso.implied_counts(percent, denominator=known) == ((fits[0], fits[-1]) if fits else None)


@pytest.mark.parametrize("percent", ["48,5", "", "-", "4.", ".5", "1e3", 1e300, float("nan"), True, None, "1.0123456789", "9" * 19, "٤"])
def test_a_percentage_is_a_decimal(percent):
    with pytest.raises(ValueError, match=re.escape("a percentage is a decimal such as '48.5'")):
        chiso.implied_counts(percent, numerator=1)


def test_exactly_one_count_is_given():
    for known in ({}, {"numerator": 1, "denominator": 2}):
        with pytest.raises(chiso.ShapeError):
            chiso.implied_counts("50", **known)
    for wrong in (True, 1.5, "7"):
        with pytest.raises(TypeError):
            chiso.implied_counts("50", numerator=wrong)
    with pytest.raises(ValueError, match="at most 2\\^53"):
        chiso.implied_counts("50", numerator=2**60)
