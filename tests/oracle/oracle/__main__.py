"""The oracle by hand, from tests/oracle:

python -m oracle score MODEL.json TABLE.csv      results of one table; [NAME=TABLE.csv ...] are the tables below its units
python -m oracle cases SEED FIRST COUNT          a case file of random cases
python -m oracle expected SEED FIRST COUNT       the results that these cases must have
python -m oracle run CASEFILE                    results of a case file, as a program gives them
python -m oracle coverage SEED COUNT [all]       what these cases cover; all: with what is ahead of the programs (ahead.py)
python -m oracle explain SEED NUMBER             all that the oracle says of one case, with what is ahead
"""

import csv
import sys

from .model import read_model
from .results import result_lines


def score(model_path, table_path, *below):
    """Results of a CSV file (commas), named by the model's id."""
    with open(model_path, encoding="utf-8") as file:
        model = read_model(file.read())
    tables = {name: read_csv(path) for name, _, path in (entry.partition("=") for entry in below)}
    print("\n".join(result_lines(model.id, model, *read_csv(table_path), tables)))


def read_csv(path):
    """(column names, rows) of a CSV file."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        columns, *table = csv.reader(file)
    return columns, table


def cases(seed, first, count):
    """A case file to standard output."""
    from checks.cases import case_bytes
    from generator.generate import case

    for number in range(int(first), int(first) + int(count)):
        sys.stdout.buffer.write(case_bytes(case(seed, number)))


def expected(seed, first, count):
    """Expected results to standard output."""
    from checks.cases import expected_lines
    from generator.generate import case

    for number in range(int(first), int(first) + int(count)):
        print("\n".join(expected_lines(case(seed, number))))


def run(path):
    """What a program would print for a case file."""
    from checks.casefile import answers

    with open(path, "rb") as file:
        sys.stdout.writelines(line + "\n" for line in answers(file.read()))


def coverage(seed, count, which=None):
    """The coverage table of a run without programs, and what it lacks."""
    from ahead import AHEAD
    from checks import compare
    from checks.coverage import problems, table

    ahead = () if which == "all" else AHEAD
    counts = compare.run(seed, int(count), [], ahead=ahead).counts
    print("\n".join([*table(counts, ahead), "", *problems(counts, int(count), ahead)]))


def explain(seed, number):
    """Every line of one case, and its models."""
    from checks.cases import expected_lines, json_text
    from generator.generate import case

    made = case(seed, int(number), ahead=())
    print("\n".join([json_text(made.model), *([json_text(made.second.model)] if made.second else []), *expected_lines(made, ahead=())]))


COMMANDS = {command.__name__: command for command in (score, cases, expected, run, coverage, explain)}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    COMMANDS[sys.argv[1]](*sys.argv[2:])
