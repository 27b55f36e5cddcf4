"""How objects look in a notebook: self-contained HTML, everything escaped, legible in light and dark."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from chiso import _core
from chiso._core import Problem

if TYPE_CHECKING:
    from chiso.evidence import Evidence
    from chiso.scores import Scores

FIRST_ROWS = 10
FIRST_BLOCKS = 8
FIRST_PROBLEMS = 20


def table_html(heads: Sequence[str], rows: Iterable[Iterable[object]], figures: frozenset[str] = frozenset()) -> str:
    """A table. None is an empty cell; columns in `figures` are aligned to the right."""
    kinds = ['class="figure"' if head in figures else "" for head in heads]
    out = ["<table><thead><tr>", *(f'<th scope="col" {kind}>{escape(head)}</th>' for head, kind in zip(heads, kinds, strict=True))]
    out.append("</tr></thead><tbody>")
    for row in rows:
        out.append("<tr>")
        out += (f"<td {kind}>{'' if cell is None else escape(str(cell))}</td>" for cell, kind in zip(row, kinds, strict=True))
        out.append("</tr>")
    out.append("</tbody></table>")
    return "".join(out)


def problems_html(problems: Sequence[Problem], total: int) -> str:
    """A table of the first problems, and how many there are."""
    with_lines = any(problem.line for problem in problems)
    heads = [*(["line", "column"] if with_lines else []), "place", "severity", "code", "found", "expected", "hint"]
    rows: list[list[object]] = []
    for problem in problems[:FIRST_PROBLEMS]:
        lines: list[object] = [problem.line or None, problem.column or None] if with_lines else []
        rows.append([*lines, problem.place, problem.severity, problem.code, problem.found, problem.expected, problem.hint])
    body = f"<p><b>{total} problem{'' if total == 1 else 's'}</b></p>"
    if rows:
        body += table_html(heads, rows, frozenset({"line", "column"}))
    if total > len(rows):
        body += f'<p class="quiet">and {total - len(rows)} more: <code>.problems.frame()</code></p>'
    return _core.html_fragment("en", body)


def evidence_html(evidence: Evidence) -> str:
    """How much evidence there is."""
    rows: list[list[object]] = [
        ["rows", evidence.rows],
        ["units", len(evidence.units)],
        ["blocks", ", ".join(evidence.blocks)],
        ["periods", ", ".join(evidence.periods)],
        ["measures", len(evidence.model.measures)],
    ]
    body = f"<p><b>Evidence</b> for {escape(evidence.model.title('vi') or evidence.model.id)}</p>" + table_html(["", ""], rows)
    return _core.html_fragment("en", body + '<p class="quiet">all of it: <code>.frame()</code></p>')


def scores_html(scores: Scores) -> str:
    """The first rows of the latest ranking of each block."""
    track, period = scores.model.tracks[-1], scores.evidence.periods[-1] if scores.evidence.periods else ""
    body = f"<p><b>Scores</b> by {escape(scores.model.title('vi') or scores.model.id)}: {scores.rows} rows</p>"
    heads = ["rank", "unit", "index", "class", "complete"]
    blocks = scores.evidence.blocks
    for block in blocks[:FIRST_BLOCKS]:
        table = scores._core.table(
            node=None, block=block, period=period, track=track, exact=False, by_criterion=False, order="rank", first=FIRST_ROWS + 1
        )
        rows = json.loads(table.json(), parse_float=str)  # figures as they are published
        if not rows:
            continue
        for row in rows:
            row["complete"] = "" if row["complete"] else "incomplete"
        title = ", ".join(part for part in (block, period, track) if part)
        body += f"<p><b>{escape(title)}</b></p>"
        body += table_html(heads, ([row[head] for head in heads] for row in rows[:FIRST_ROWS]), frozenset({"rank", "index"}))
        if len(rows) > FIRST_ROWS:
            body += '<p class="quiet">and more</p>'
    if len(blocks) > FIRST_BLOCKS:
        body += f'<p class="quiet">and {len(blocks) - FIRST_BLOCKS} more blocks</p>'
    more = ", ".join(f"<code>.{way}</code>" for way in ("frame()", "long()", "card(unit)", "averages()"))
    return _core.html_fragment("en", body + f'<p class="quiet">all of it: {more}</p>')
