"""How objects look in a notebook: self-contained HTML, everything escaped, legible in light and dark."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from chiso import _core
from chiso._core import Problem

if TYPE_CHECKING:
    from chiso.evidence import Evidence
    from chiso.explain import Comparison, RankChange
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


def _signed(value: object) -> str:
    return f"{float(value):+.2f}"  # type: ignore[arg-type]


def _title_of(node: str | None, kind: str, model: Model) -> str:
    """The number and label of a criterion or entry; what else a term is of."""
    if node is None:
        return {"bonus_cap": "cap of the bonus", "penalty_cap": "cap of the penalty", "held": "held at an end"}[kind]
    one = model[node]
    title = " ".join(part for part in (one.number, one.label("en") or node) if part)
    return {"limit": f"{title}: cap or least", "rounding": f"{title}: rounding", "group": f"{title}: the group itself"}.get(kind, title)


def comparison_html(comparison: Comparison) -> str:
    """The sums of the criteria at the top, each of which unfolds into its terms."""
    a, b = comparison.cards
    names = [escape(" ".join(part for part in (card.unit, card.period, card.track) if part)) for card in (a, b)]
    if comparison.difference is None:
        return _core.html_fragment("en", f"<p><b>{names[0]}</b> and <b>{names[1]}</b>: no comparison, for one of them has no index</p>")
    body = f"<p><b>{names[1]}</b> {b.index} less <b>{names[0]}</b> {a.index}: <b>{comparison.difference:+}</b> index points</p>"
    models = b._scores.model, a._scores.model
    tops: dict[str, list[list[object]]] = {}
    for term, top in zip(comparison.terms, comparison._keys(1), strict=True):
        model = next((one for one in models if term.node is None or term.node in one), models[0])
        tops.setdefault(top, []).append([_title_of(term.node, term.kind, model), term.cause, _signed(term.value)])
    for top, value in comparison.by_node(depth=1).items():
        of_top = next((one for one in models if top in one), None)
        title = _title_of(top, "leaf", of_top) if of_top else top.replace("_", " ")
        table = table_html(["term", "cause", "index points"], tops[top], frozenset({"index points"}))
        body += f"<details><summary>{escape(title)}: {_signed(value)}</summary>{table}</details>"
    causes = ", ".join(f"{cause} {_signed(value)}" for cause, value in comparison.by_cause().items())
    return _core.html_fragment("en", body + f'<p class="quiet">by cause: {escape(causes)}</p>')


def rank_change_html(change: RankChange) -> str:
    """Two short lists: who was passed, and who passed."""
    body = f"<p><b>{escape(change.unit)}</b>: place {change.before}, then {change.after}</p>"
    for title, moved, came in (
        ("No longer above", change.passed, change.left_above),
        ("Now above", change.passed_by, change.entered_above),
    ):
        names = [*moved, *(f"{name} (not ranked on the other side)" for name in came)]
        shown = ", ".join(names[:FIRST_ROWS]) + (f" and {len(names) - FIRST_ROWS} more" if len(names) > FIRST_ROWS else "")
        body += f"<p>{title}: {escape(shown) or 'nobody'}</p>"
    body += (
        f'<p class="quiet">As it is now among the others as they were: {change.own_now_others_then}; '
        f"as it was among the others as they are: {change.own_then_others_now}</p>"
    )
    return _core.html_fragment("en", body)
