"""Case files for the C++ test program, and the results they must give (formats: README.md)."""

import json
import os

from ahead import AHEAD
from generator.draw import Num
from oracle.evaluate import Given
from oracle.model import read_model
from oracle.results import result_lines

CASES = int(os.environ.get("CHISO_ORACLE_CASES", "2000"))  # how many random cases are tried; CONTRIBUTING.md has longer runs
ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})
WORDS = {True: "t", False: "f", None: "n"}
JSON_WORDS = {True: "true", False: "false", None: "null"}


def json_text(value):
    """JSON text of a model; its numbers as they are written."""
    if isinstance(value, Num):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json_text(key)}: {json_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(json_text, value)) + "]"
    return JSON_WORDS[value]


def draft_lines(value):
    """The same model as token lines, for a build that reads no JSON."""
    if isinstance(value, Num):
        yield "#" + value
    elif isinstance(value, str):
        yield '"' + value.translate(ESCAPES)
    elif isinstance(value, dict):
        yield "{"
        for key, item in value.items():
            yield "." + key.translate(ESCAPES)
            yield from draft_lines(item)
        yield "}"
    elif isinstance(value, list):
        yield "["
        for item in value:
            yield from draft_lines(item)
        yield "]"
    else:
        yield WORDS[value]


def lines_text(lines):
    return "".join(line + "\n" for line in lines)


def table_text(columns, rows):
    return lines_text("\t".join(row) for row in [columns, *rows])


def case_bytes(case):
    """One case of a case file."""
    blocks = {"model": json_text(case.model), "draft": lines_text(draft_lines(case.model)), "table": table_text(case.columns, case.rows)}
    blocks |= {f"below {name}": table_text(*table) for name, table in case.below.items()}
    if case.roster:
        blocks["roster"] = table_text(*case.roster)
    if case.second:
        one = case.second
        blocks |= {
            "second model": json_text(one.model),
            "second draft": lines_text(draft_lines(one.model)),
            "second table": table_text(one.columns, one.rows),
        }
        blocks |= {f"second below {name}": table_text(*table) for name, table in one.below.items()}
    result = [f"case\t{case.name}\n".encode()]
    for word, text in blocks.items():
        data = text.encode()
        result.append(f"{word}\t{len(data)}\n".encode() + data + b"\n")
    return b"".join(result)


def expected_lines(case, watch=None, ahead=AHEAD):
    """The lines that the results of a case must have, without what is ahead of the programs."""
    model, one = read_model(json_text(case.model), watch), case.second
    second = one and Given(read_model(json_text(one.model), watch), one.columns, one.rows, one.below)
    return list(result_lines(case.name, model, case.columns, case.rows, case.below, second, ahead, case.roster))
