"""The package's reports of checks against the oracle: findings with figures and slips, judged and implied counts of random cases."""

import dataclasses
import warnings

import chiso
import pytest
from checks.cases import CASES, expected_lines, json_text
from generator.generate import case as make_case
from oracle.check_lines import line
from oracle.results import SECTIONS
from oracle.states import MISSING, NOT_APPLICABLE, UNDEFINED
from test_package import frame_of

REPORTS = CASES // 10
SEED = "package-checks"
STATES = {"missing": MISSING, "not_applicable": NOT_APPLICABLE, "undefined": UNDEFINED}


def cell(value):
    return STATES[value.value] if isinstance(value, chiso.State) else value


def finding_lines(finding):
    """A finding as the oracle's lines."""
    least, most = finding.expected if isinstance(finding.expected, tuple) else (None, None)
    expected = None if isinstance(finding.expected, tuple) else finding.expected
    row = (finding.check, finding.unit, finding.period, finding.track, finding.severity, finding.rounded)
    yield line("finding", *row, cell(finding.found), finding.sign, cell(expected), least, most)
    yield from (line("measure", name, cell(value)) for name, value in finding.figures.items())
    if finding.slips:
        yield line("slips", finding.slip_count)
    yield from (line("slip", slip.kind, slip.measure, slip.value, len(slip.repairs)) for slip in finding.slips)


def blocks(lines):
    """The lines of checks: each finding with its own lines, sorted, for the oracle sorts rows and a report keeps those of the table."""
    out = []
    for text in lines:
        if text.startswith(("measure\t", "slips\t", "slip\t")):
            out[-1] += "\n" + text
        else:
            out.append(text)
    return sorted(out)


def lines_of(report):
    for check, counts in report._judged():
        yield line("check", check, *counts)
    for finding in report.findings:
        yield from finding_lines(finding)
    for one in report.implied:
        yield line("implied", one.check, one.unit, one.period, one.track, one.measure, one.least, one.most)


def is_of_checks(text):
    return text.startswith(("check\t", "finding\t", "measure\t", "slips\t", "slip\t", "implied\t"))


@pytest.mark.parametrize("first", range(0, REPORTS, 100))
def test_reports_agree_with_the_oracle(first):
    found = 0
    for number in range(first, min(first + 100, REPORTS)):
        case = make_case(SEED, number)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = chiso.Model.from_json(json_text(case.model))
            report = model.check(frame_of(case, number))
        everything = expected_lines(dataclasses.replace(case, below={}, roster=None), ahead=set(SECTIONS) - {"checks"})
        expected = [text for text in everything if is_of_checks(text)]
        assert blocks(lines_of(report)) == blocks(expected), f"case {SEED}-{number}"
        assert len(report.words("vi")) == len(report.words("en")) == len(report.findings)
        found += len(report.findings)
    assert found > 20
