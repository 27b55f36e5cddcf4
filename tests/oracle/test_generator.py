"""The generator keeps SPEC's limits, and the comparison finds differences."""

import ast
import os
import stat
import sys
import unicodedata

import pytest
from checks.casefile import read_cases, read_draft
from checks.cases import case_bytes, expected_lines, json_text
from checks.compare import difference, run
from generator.draw import Num
from generator.generate import case
from oracle.numbers import exact

CASES = [case("limits", number) for number in range(150)]
POINTS = 10**6
EXPRESSIONS = ("value", "target", "items", "when", "applies_when", "requires", "holds", "stated", "of", "values")


def expressions(value, key=None):
    """Every text of a model that holds an expression."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from expressions(item, name if name != "of" or "stated" in value else None)  # `of` of a quota are classes
    elif isinstance(value, list):
        for item in value:
            yield from expressions(item, key)
    elif isinstance(value, str) and not isinstance(value, Num) and key in EXPRESSIONS:
        yield value


def numbers(value):
    """Every number of a model."""
    if isinstance(value, Num):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from numbers(item)


def points_of(criterion):
    """A criterion's points; checks groups on the way."""
    if "criteria" not in criterion:
        return exact(criterion["points"])
    children = criterion["criteria"]
    each = list(map(points_of, children))
    assert sum(each) <= POINTS
    assert len(criterion.keys() & {"scale_to", "cap", "one_of", "points"}) <= 1
    points = sum(each)
    if "one_of" in criterion:
        assert all("applies_when" in child for child in children[:-1])
        points = max(each)
    assert "points" not in criterion or exact(criterion["points"]) == points
    assert "cap" not in criterion or 0 < exact(criterion["cap"]) <= points
    points = exact(criterion.get("scale_to", criterion.get("cap", Num(points))))
    if "at_least" in criterion:
        assert not criterion.keys() & {"scale_to", "one_of"} and 0 <= exact(criterion["at_least"]) <= points
    return points


@pytest.mark.parametrize("made", CASES, ids=lambda made: made.name)
def test_generated_cases_keep_within_the_limits(made):
    for text in expressions(made.model):
        tree = ast.parse(text, mode="eval")
        operators = (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.Load, ast.Expression)
        assert sum(not isinstance(node, operators) for node in ast.walk(tree)) <= 256
        depth = deepest = 0
        for character in text:
            depth += (character == "(") - (character == ")")
            deepest = max(deepest, depth)
        assert deepest <= 32 and len(text.encode()) <= 4096
    for number in numbers(made.model):
        assert sum(map(str.isdigit, number)) <= 18 and "e" not in number.lower()
    assert 0 < sum(map(points_of, made.model["criteria"])) <= POINTS


@pytest.mark.parametrize("made", CASES, ids=lambda made: made.name)
def test_case_files_read_back(made):
    [(name, blocks)] = read_cases(case_bytes(made))
    assert name == made.name
    assert all(unicodedata.is_normalized("NFC", text) for text in blocks.values())
    words = []
    for before, given in [("", made)] + ([("second ", made.second)] if made.second else []):
        draft, model = blocks[before + "draft"], blocks[before + "model"]
        assert json_text(read_draft(draft)) == model == json_text(given.model)
        tables = {"table": (given.columns, given.rows)} | {f"below {name}": table for name, table in given.below.items()}
        tables |= {"roster": given.roster} if given is made and made.roster else {}
        words += [before + word for word in ("model", "draft", *tables)]
        for word, (columns, rows) in tables.items():
            lines = [line.split("\t") for line in blocks[before + word].split("\n")]
            assert lines == [columns, *rows, [""]]
            assert all(cell == cell.strip() and not cell.startswith('"') for line in lines for cell in line)
    assert list(blocks) == words


def test_a_seed_always_gives_the_same_case():
    assert case_bytes(case("limits", 7)) == case_bytes(CASES[7])


def program(folder, change):
    """A program that answers case files by the oracle, its output changed by a sed command."""
    path = folder / "program"
    here = os.path.dirname(os.path.abspath(__file__))
    path.write_text(f"#!/bin/sh\ncd '{here}' && '{sys.executable}' -m oracle run \"$1\" | sed '{change}'\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_comparison_accepts_equal_results(tmp_path):
    path = program(tmp_path, "s/^widths.*/widths\\t5\\t6\\t7/")
    outcome = run("limits", 12, [path], processes=1)
    assert outcome.differences == []
    assert outcome.widths == {path: [5, 6, 7]}


@pytest.mark.parametrize("change", ["s/scored/missing/", "/^average/d", "s/^end/end\\nend/", "5q"])
def test_the_comparison_finds_differences(tmp_path, change):
    assert run("limits", 12, [program(tmp_path, change)], processes=1).differences


def test_a_difference_shows_its_row():
    lines = expected_lines(CASES[0])
    place = next(number for number, line in enumerate(lines) if line.startswith("node"))
    text = difference(lines, lines[:place] + ["node\twrong"] + lines[place + 1 :])
    assert lines[place - 1] in text and lines[place] in text and "node\twrong" in text


# What is ahead of the programs (ahead.py).

WIDE = [case("limits", number, ahead=()) for number in range(120)]
SECONDS = [made for made in WIDE if made.second]


@pytest.mark.parametrize("made", WIDE, ids=lambda made: made.name)
def test_wider_cases_keep_within_the_limits(made):
    test_generated_cases_keep_within_the_limits(made)
    checks = made.model.get("checks", [])
    assert len({check["id"] for check in checks}) == len(checks)
    for check in checks:
        assert check["type"] != "repeated" or len(set(check["values"])) == len(check["values"]) >= 3


@pytest.mark.parametrize("made", SECONDS, ids=lambda made: made.name)
def test_second_models_are_valid(made):
    model = made.second.model
    test_generated_cases_keep_within_the_limits(made.second)
    nodes = list(criteria_of(model["criteria"]))
    entries = [entry for side in model.get("adjustments", {}).values() for entry in side["entries"]]
    ids = [node["id"] for node in [*nodes, *entries]]
    assert len(set(ids)) == len(ids) and not any("undefined" in entry for entry in entries)
    named = [entry for entry in model.get("ranking", {}).get("tie_break", []) if isinstance(entry, str)]
    for veto in model.get("classes", {}).get("vetoes", []):
        named += [veto["criterion"]] if isinstance(veto.get("criterion"), str) else veto.get("criterion", [])
    assert set(named) <= {node["id"] for node in nodes}
    leaves = {"points." + node["id"] for node in nodes if "criteria" not in node}
    stated = {name.removesuffix(".not_applicable") for name in made.second.columns if name.startswith("points.")}
    assert stated <= leaves and all(len(row) == len(made.second.columns) for row in made.second.rows)


@pytest.mark.parametrize("model", [one.model for made in WIDE for one in (made, made.second) if one], ids=lambda model: model["id"])
def test_leaves_that_can_be_undefined_have_a_policy_for_it(model):
    def below(criteria, policy, conditions):
        for node in criteria:
            own = node.get("undefined", policy)
            here = conditions + [node[word] for word in ("applies_when",) if word in node]
            if "criteria" in node:
                below(node["criteria"], own, here)
            elif any(map(doubtful, here)) or doubtful_rule(node["rule"]):
                assert own is not None, node["id"]

    def doubtful_rule(rule):
        if rule["type"] == "survey" or any(map(doubtful, expressions(without(rule, "parts")))):
            return True
        return any(doubtful_rule(part["rule"]) for part in rule.get("parts", ()) if "undefined" not in part)

    def doubtful(text):
        for node in ast.walk(ast.parse(text, mode="eval")):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and not safe(node.right):
                return True
            if isinstance(node, ast.Call) and node.func.id == "percent" and not safe(node.args[1]):
                return True
            if isinstance(node, ast.Call) and node.func.id == "clamp" and not ordered(*node.args[1:]):
                return True
        return False

    def safe(node):
        node = node.operand if isinstance(node, ast.UnaryOp) else node
        parameter = model.get("parameters", {}).get(getattr(node, "id", None))
        if parameter:
            values = [*parameter.get("values", {}).values(), *(parameter[word] for word in ("value", "else") if word in parameter)]
            return all(map(exact, values))
        return isinstance(node, ast.Constant) and node.value != 0

    def ordered(low, high):
        return isinstance(low, ast.Constant) and isinstance(high, ast.Constant) and low.value <= high.value

    below(model["criteria"], model.get("undefined"), [])


def criteria_of(criteria):
    for node in criteria:
        yield node
        yield from criteria_of(node.get("criteria", []))


def without(rule, word):
    return {key: value for key, value in rule.items() if key != word}
