"""How objects look in a notebook: self-contained HTML, everything escaped, legible in light and dark."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from chiso import _core
from chiso._core import Problem
from chiso.display_words import Said

if TYPE_CHECKING:
    from chiso.evidence import Evidence
    from chiso.explain import RankChange
    from chiso.model import Model
    from chiso.scores import Scores

FIRST_ROWS = 10
FIRST_BLOCKS = 8
FIRST_PROBLEMS = 20


def escape(text: str) -> str:
    """A text as HTML shows it. The module that does so is imported when something is shown: it has a table of every named character."""
    import html

    return html.escape(text)


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
    said = Said()
    with_lines = any(problem.line for problem in problems)
    lines = ["line", "column"] if with_lines else []
    heads = [said(name) for name in (*lines, "place", "severity", "code", "found", "expected", "hint")]
    rows: list[list[object]] = []
    for problem in problems[:FIRST_PROBLEMS]:
        places: list[object] = [problem.line or None, problem.column or None] if with_lines else []
        rows.append([*places, problem.place, said(problem.severity), problem.code, problem.found, problem.expected, problem.hint])
    body = f"<p><b>{said('problem' if total == 1 else 'problems', total)}</b></p>"
    if rows:
        body += table_html(heads, rows, frozenset(said(name) for name in ("line", "column")))
    if total > len(rows):
        body += f'<p class="quiet">{said("more", total - len(rows), "<code>.problems.frame()</code>")}</p>'
    return _core.html_fragment(said.language, body)


def _title(model: Model, said: Said) -> str:
    return escape(model.title(said.language) or model.id)


def evidence_html(evidence: Evidence) -> str:
    """How much evidence there is."""
    said = Said()
    rows: list[list[object]] = [
        [said("rows"), evidence.rows],
        [said("units"), len(evidence.units)],
        [said("blocks"), ", ".join(evidence.blocks)],
        [said("periods"), ", ".join(evidence.periods)],
        [said("measures"), len(evidence.model.measures)],
    ]
    body = f"<p>{said('evidence', _title(evidence.model, said))}</p>" + table_html(["", ""], rows)
    return _core.html_fragment(said.language, body + f'<p class="quiet">{said("all_of_it", "<code>.frame()</code>")}</p>')


def scores_html(scores: Scores) -> str:
    """The first rows of the latest ranking of each block."""
    said = Said()
    track, period = scores.model.tracks[-1], scores.evidence.periods[-1] if scores.evidence.periods else ""
    body = f"<p>{said('scores', _title(scores.model, said), scores.rows)}</p>"
    names = ["rank", "unit", "index", "class", "complete"]
    heads, figures = [said(name) for name in names], frozenset({said("rank"), said("index")})
    blocks = scores.evidence.blocks
    for block in blocks[:FIRST_BLOCKS]:
        table = scores._core.table(
            node=None, block=block, period=period, track=track, exact=False, by_criterion=False, order="rank", first=FIRST_ROWS + 1
        )
        rows = json.loads(table.json(), parse_float=str)  # figures as they are published
        if not rows:
            continue
        for row in rows:
            row["complete"] = "" if row["complete"] else said("incomplete")
            row["index"] = None if row["index"] is None else said.figure(row["index"])
        title = ", ".join(part for part in (block, period, track) if part)
        body += f"<p><b>{escape(title)}</b></p>"
        body += table_html(heads, ([row[name] for name in names] for row in rows[:FIRST_ROWS]), figures)
        if len(rows) > FIRST_ROWS:
            body += f'<p class="quiet">{said("and_more")}</p>'
    if len(blocks) > FIRST_BLOCKS:
        body += f'<p class="quiet">{said("more_blocks", len(blocks) - FIRST_BLOCKS)}</p>'
    more = ", ".join(f"<code>.{way}</code>" for way in ("frame()", "long()", "card(unit)", "averages()"))
    return _core.html_fragment(said.language, body + f'<p class="quiet">{said("all_of_it", more)}</p>')


def rank_change_html(change: RankChange) -> str:
    """Two short lists: who was passed, and who passed."""
    said = Said()
    body = f"<p>{said('moved', escape(change.unit), change.before, change.after)}</p>"
    for title, moved, came in (("passed", change.passed, change.left_above), ("passed_by", change.passed_by, change.entered_above)):
        names = [*moved, *(said("other_side", name) for name in came)]
        shown = ", ".join(names[:FIRST_ROWS])
        if len(names) > FIRST_ROWS:
            shown = said("others", shown, len(names) - FIRST_ROWS)
        body += f"<p>{said(title)}: {escape(shown) or said('nobody')}</p>"
    body += f'<p class="quiet">{said("places", change.own_now_others_then, change.own_then_others_now)}</p>'
    return _core.html_fragment(said.language, body)
