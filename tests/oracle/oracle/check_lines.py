"""The lines of what checks say (the format is in README.md)."""

import datetime
from fractions import Fraction

from .checks import NOT_JUDGED, check_table
from .states import is_state

TOLD_SLIPS = 5


def text(value):
    """A value or a state as one cell; a number exactly, as `7` or `-7/2`; `-` if there is none."""
    if value is None:
        return "-"
    if is_state(value):
        return value.word
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(Fraction(value)) if not isinstance(value, str) else value


def line(*cells):
    return "\t".join(cell if isinstance(cell, str) else text(cell) for cell in cells)


def check_lines(given, scores, second):
    """All lines of the checks of a table."""
    checked = check_table(given.model, [score.row for score in scores])
    for name, tally in checked.tallies.items():
        yield line("check", name, tally.held, tally.failed, tally.warned, *(tally.not_judged[state] for state in NOT_JUDGED))
    for finding in checked.findings:
        judgement, row = finding.judgement, finding.row
        yield line(
            "finding",
            finding.check.id,
            row.unit,
            row.period,
            row.track,
            finding.severity,
            judgement.otherwise,
            judgement.found,
            judgement.sign,
            judgement.expected,
            judgement.least,
            judgement.most,
        )
        for name, value in finding.measures.items():
            yield line("measure", name, value)
        if finding.slips:
            yield line("slips", len(finding.slips))
        for slip in finding.slips[:TOLD_SLIPS]:
            yield line("slip", slip.kind, slip.measure, slip.value, len(slip.repairs))
    for implied in checked.implied:
        row = implied.row
        yield line("implied", implied.check.id, row.unit, row.period, row.track, implied.measure, implied.least, implied.most)
