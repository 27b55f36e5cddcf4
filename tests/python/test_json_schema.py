"""docs/schema: no file that the loader accepts fails the schema, and the schema reports the problems that a schema can see."""

import copy
import json
import os
import random
import re
import subprocess
import sys

import pytest
from command_line import ROOT, run
from jsonschema import Draft202012Validator

sys.path.append(str(ROOT / "tests" / "oracle"))

from checks.cases import json_text
from generator.draw import Num
from generator.generate import case

SCHEMA_FILE = ROOT / "docs" / "schema" / "chiso-model-1.json"
SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
PROBLEMS = sorted((ROOT / "tests" / "cases" / "problems").glob("*.json"))
TAKEN = sorted([*(ROOT / "examples" / "models").glob("*.json"), *(ROOT / "tests" / "cases" / "models").glob("*.json")])
CASES = int(os.environ.get("CHISO_SCHEMA_CASES", "150"))


def visible_codes():
    """The codes that a schema can see, from the list in docs/schema."""
    text = (SCHEMA_FILE.parent / "README.md").read_text(encoding="utf-8")
    listed = [line for line in text.splitlines() if line.startswith("* ")]
    return set(re.findall(r"`([a-z_.0-9]+)`", "\n".join(listed)))


VISIBLE = visible_codes()


def codes_of(text, folder):
    """The codes of the errors for which the loader refuses a text; none if it accepts it."""
    path = folder / "model.json"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run([os.environ["CHISO_CLI"], "check", str(path), "--lang", "en"], capture_output=True, check=False, timeout=60)
    codes = set(re.findall(r": error: .* \[([a-z_.0-9]+)\]$", done.stderr.decode("utf-8"), re.M))
    assert done.returncode == (1 if codes else 0)
    return codes


def failures(text):
    return [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(json.loads(text))]


def read(path):
    """A model as objects, its numbers as they are written."""
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Num, parse_int=Num)


def test_the_schema_is_a_valid_schema():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_program_prints_it():
    assert run("schema")[0].encode() == SCHEMA_FILE.read_bytes()


@pytest.mark.parametrize("path", TAKEN, ids=lambda path: path.stem)
def test_models_name_a_schema_that_accepts_them(path):
    run("check", path)
    assert failures(path.read_text(encoding="utf-8")) == []
    if "examples" in path.parts:
        assert (path.parent / read(path)["$schema"]).resolve() == SCHEMA_FILE


def test_generated_models_pass_the_schema(tmp_path):
    for number in range(CASES):
        text = json_text(case("schema", number).model)
        assert codes_of(text, tmp_path) == set(), number
        assert failures(text) == [], number


# ---- files that are nearly models

STRAY = [None, True, *map(Num, ("0", "1", "2.5", "-1")), "", "x", "none", [], {}, ["x"], {"vi": "x"}, {"id": "x"}]


def holders(value):
    """Every object and list of a model."""
    if isinstance(value, (dict, list)):
        yield value
        for member in value.values() if isinstance(value, dict) else value:
            yield from holders(member)


def mutate(model, source):
    """Changes any one thing in a model."""
    holder = source.choice([each for each in holders(model) if each])
    at = source.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
    way = source.randrange(9)
    if way == 0:
        del holder[at]
    elif way == 1:
        holder[at] = copy.deepcopy(source.choice(STRAY))
    elif way == 2 and isinstance(holder, dict):
        holder[source.choice(["x", at + "s", at[:-1], "label", "note", "points", "meta"])] = holder.pop(at)
    elif way == 3 and isinstance(holder, list):
        holder.insert(source.randrange(len(holder) + 1), copy.deepcopy(holder[at]))
    elif way == 4 and isinstance(holder[at], str):
        holder[at] = source.choice([" {}", "{}\u00a0", "{}s", "\u0085{}", "\t{}\n", "{} {}"]).replace("{}", holder[at])
    elif way == 5:
        holder[at] = [holder[at]]
    elif way == 6 and isinstance(holder[at], list):
        holder[at] = holder[at][0] if holder[at] else None
    elif way == 7:
        other = source.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        holder[at], holder[other] = holder[other], holder[at]
    elif isinstance(holder, dict):
        holder[source.choice(["label", "note", "source", "meta", "checks", " vi", "was", "tracks"])] = copy.deepcopy(source.choice(STRAY))


def test_models_that_fail_the_schema_fail_the_loader(tmp_path):
    source = random.Random("nearly models")
    bases = [read(path) for path in TAKEN if "commune" not in path.stem]
    bases += [case("nearly", number).model for number in range(40)]
    taken = refused = seen = 0
    for _ in range(4 * CASES):
        model = copy.deepcopy(source.choice(bases))
        mutate(model, source)
        text = json_text(model)
        codes = codes_of(text, tmp_path)
        if not codes:
            taken += 1
            assert failures(text) == [], text
            continue
        refused += 1
        if refused % 4 == 0 and "key.duplicate" not in codes:  # schemas are slow, and they see only one of two equal keys
            assert VALIDATOR.is_valid(json.loads(text)) == (not codes & VISIBLE), (codes, text)
            seen += bool(codes & VISIBLE)
    assert taken > CASES // 3 and refused > CASES
    assert seen > CASES // 8


# ---- which problems it sees


def problems_of(path):
    """(code, path) of every error that is expected of a case."""
    found = re.findall(
        r"^\d+:\d+: error: (?:(/\S*): )?found .* \[([a-z_.0-9]+)\]$", path.with_suffix(".expected").read_text(encoding="utf-8"), re.M
    )
    return [(code, tuple(part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])) for pointer, code in found]


def as_path(error):
    return tuple(map(str, error.absolute_path))


def sees(errors, path):
    """Whether an error stands at a place, in the object around it, or is about the rule that holds it."""
    at = {as_path(error) for error in errors}
    rules = {as_path(error) for error in errors if error.validator == "oneOf"}
    return path in at or path[:-1] in at or any(path[:size] in rules for size in range(len(path)))


@pytest.mark.parametrize("path", PROBLEMS, ids=lambda path: path.stem)
def test_visible_problems_are_seen_and_no_others(path):
    problems = problems_of(path)
    if any(code.startswith("json.") and code != "json.type" for code, _ in problems):
        return  # a schema is not asked about such a text
    model = json.loads(path.read_bytes())
    errors = list(VALIDATOR.iter_errors(model))
    visible = [(code, place) for code, place in problems if code in VISIBLE]
    unseen = [problem for problem in visible if not sees(errors, problem[1])]
    assert not unseen
    if not visible:
        assert not errors, [error.message[:200] for error in errors]


def test_every_visible_code_has_a_case():
    seen = set()
    for path in PROBLEMS:
        seen |= {code for code, _ in problems_of(path)}
    assert len(VISIBLE) >= 9 and VISIBLE <= seen
