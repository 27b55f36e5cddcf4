"""Numbers as text: the readers of chiso against what SPEC section 3 says of marks, in random tables as CSV and as columns."""

import random
import warnings

import chiso
import pytest
from checks.cases import CASES
from oracle import marks

TABLES = max(CASES, 2000)
TEXT = """{"chiso": 1, "id": "marks", "measures": {
  "n": {"type": "count"}, "m": {"type": "count"}, "d": {"type": "decimal", "decimals": 3}, "e": {"type": "decimal", "decimals": 9}},
  "criteria": [{"id": "a", "points": 1, "rule": {"type": "per_item", "value": "n + m + d + e", "each": 1}}]}"""
COUNTS = {"n": True, "m": True, "d": False, "e": False}


def digits(draw, least, most):
    return "".join(draw.choice("0123456789") for _ in range(draw.randint(least, most)))


def number(draw, count):
    """A number by a decimal point: often of the form that can be read in two ways, seldom one that shows the mark."""
    way = draw.random()
    if way < 0.35:
        return digits(draw, 1, 5)
    if way < 0.9:
        return digits(draw, 1, 3) + "." + ("000" if count else digits(draw, 3, 3))
    behind = draw.choice([1, 2, 4, 5]) if way < 0.95 else 3
    before = digits(draw, 4, 5) if behind == 3 and draw.random() < 0.5 else "0" if behind == 3 else digits(draw, 1, 4)
    return before + "." + ("0" * behind if count else digits(draw, behind, behind)[:3])


def table(draw):
    """Few rows, so that in many tables no number shows the mark."""
    rows = draw.randint(1, 3)
    return {name: (count, ["" if draw.random() < 0.4 else number(draw, count) for _ in range(rows)]) for name, count in COUNTS.items()}


def read(columns, model, tmp_path, as_file, **options):
    """The errors as (row, column), the warnings as {column: cells}, the values by column."""
    rows = len(columns["n"][1])
    named = {"unit": [f"u{row}" for row in range(rows)]} | {name: texts for name, (_, texts) in columns.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            if as_file:
                path = tmp_path / "table.csv"
                path.write_text("\n".join(";".join(cells) for cells in [list(named), *zip(*named.values())]), encoding="utf-8")
                table = chiso.read_evidence(path, model, **options)
            else:
                table = chiso.Evidence.from_frame(named, model, **options)
        except chiso.EvidenceError as error:
            assert {problem.code for problem in error.problems} == {"cell.two_ways"}, [str(problem) for problem in error.problems]
            return {(int(problem.pointer.split("/")[1]), problem.pointer.split("/")[2]) for problem in error.problems}, {}, None
    warned = {}
    for problem in table.warnings:
        if problem.code == "measure.two_ways":
            more = problem.found.split(" and ")
            warned[problem.pointer.rpartition("/")[2]] = 1 + (int(more[1].split()[0]) if len(more) > 1 else 0)
    return set(), warned, table.frame(kind="dict")


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    """The messages are read, so they are of one language."""
    monkeypatch.setenv("CHISO_LANG", "en")


@pytest.mark.parametrize("part", range(10))
def test_random_tables(part, tmp_path):
    model = chiso.Model.from_json(TEXT)
    told = {"decimal": "."}
    kinds = set()
    for number in range(part, TABLES, 10):
        draw = random.Random(f"marks {number}")
        columns = table(draw)
        options = told if draw.random() < 0.2 else {}
        errors, warned, values = read(columns, model, tmp_path, draw.random() < 0.5, **options)
        expected, expected_warned = marks.judged(columns, **options)
        assert errors == expected, columns
        kinds.add("errors" if errors else "warned" if expected_warned else "neither")
        if values is None:
            continue
        assert warned == expected_warned, columns
        for name, (_, texts) in columns.items():
            for text, cell in zip(texts, values[name].tolist() if hasattr(values[name], "tolist") else values[name]):
                if text:
                    assert abs(float(marks.value(text)) - float(cell)) < 1e-9, (text, cell)
    assert kinds == {"errors", "warned", "neither"}


def test_marks_that_are_told():
    """Groups of three by every mark, and every blank."""
    model = chiso.Model.from_json(TEXT)
    for number in range(400):
        draw = random.Random(f"told {number}")
        decimal = draw.choice(".,")
        thousands = draw.choice([None, " ", "'", "," if decimal == "." else "."])
        mark = (
            draw.choice(marks.BLANKS.replace("\n", "").replace("\r", ""))
            if thousands == " "
            else draw.choice([thousands or " ", thousands or "", " "])
        )
        text = mark.join(
            [digits(draw, 1, 4), *(digits(draw, 3, 3) if draw.random() < 0.9 else digits(draw, 2, 4) for _ in range(draw.randint(0, 3)))]
        )
        text = draw.choice(["", "-"]) + text + draw.choice(["", decimal + digits(draw, 1, 3)])
        expected = marks.value(text, decimal, thousands)
        columns = {"unit": ["A"], "d": [text], "n": [0], "m": [0], "e": [0]}
        try:
            got = chiso.Evidence.from_frame(columns, model, decimal=decimal, thousands=thousands).frame(kind="dict")["d"][0]
            assert expected is not None and abs(float(expected) - float(got)) <= 1e-9 * max(1, abs(float(got))), (text, decimal, thousands)
        except chiso.EvidenceError:
            assert expected is None, (text, decimal, thousands)
