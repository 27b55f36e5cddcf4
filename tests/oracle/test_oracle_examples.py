"""The oracle on the sets of examples/models: their pages have its figures. The programs are compared with it in tests/python."""

import csv
import pathlib
import re
from fractions import Fraction

import pytest
from oracle.model import read_model
from oracle.publish import published
from oracle.results import evaluate

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
SET = ("officials_monthly", {"tasks": "officials_monthly_tasks"})


def read_csv(name):
    with open(EXAMPLES / "data" / f"{name}.csv", encoding="utf-8", newline="") as file:
        columns, *cells = csv.reader(file)
    return columns, cells


def scores_of(name, below):
    model = read_model((EXAMPLES / "models" / f"{name}.json").read_text(encoding="utf-8"))
    return model, evaluate(model, *read_csv(name), {table: read_csv(file) for table, file in below.items()})[0]


@pytest.fixture(scope="module")
def officials():
    model, scores = scores_of(*SET)
    return {(one.row.unit, one.row.track): one for one in scores}, lambda index: published(index, model.decimals, model.rounding)


def test_the_worked_example(officials):
    """(4 x 300 + 8 x 100) / (4 x 300 + 10 x 100), then 25% off for a fault of the second task and for a delay of the first."""
    scores, text = officials
    for track in ("self", "authority"):
        one = scores["Công chức mẫu 1", track]
        assert [one.by_id[node].index for node in "abc"] == [Fraction("90.909091"), 90, 85]  # a leaf is rounded to the quantum
        assert [text(one.by_id[node].index) for node in ("a", "b", "c", "tasks")] == ["90.91", "90.00", "85.00", "88.64"]
        assert one.by_id["tasks"].tally.achieved == 62_045455


def test_the_page_has_these_figures(officials):
    scores, text = officials
    page = (EXAMPLES / "data" / "README.md").read_text(encoding="utf-8").partition("## officials_monthly.csv")[2]
    shown = re.findall(r"^\| (\S+ \S+ mẫu \d+) \| (\d+\.\d+) \| (\w+) \|", page, re.M)
    made = [(unit, text(one.index), one.class_id or "none") for (unit, track), one in scores.items() if track == "authority"]
    assert sorted(shown) == sorted(made) and len(made) == 14
    assert [unit for (unit, track), one in scores.items() if one.held_back] == ["Công chức mẫu 3"] * 2


def test_every_form_is_of_30_points(officials):
    """One form counts for each official: 15 marks, 22 or 10."""
    scores, _ = officials
    for official, marks in (("Công chức mẫu 10", 15), ("Lãnh đạo mẫu 1", 22), ("Hợp đồng mẫu 1", 10)):
        one = scores[official, "self"]
        assert one.by_id["general"].tally.applicable == 30_000000 and one.tally.applicable == 100_000000
        leaves = [node for node in one.nodes if re.match(r"(staff|leader|support)\.\d\.\d", node.id)]
        assert len(leaves) == 15 + 22 + 10 and sum(node.state == "scored" for node in leaves) == marks
