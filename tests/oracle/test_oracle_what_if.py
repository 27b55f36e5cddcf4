"""What-ifs and steps against figures computed by hand (SPEC 12)."""

import json
from fractions import Fraction

from oracle.evaluate import evaluate
from oracle.model import read_model
from oracle.states import MISSING
from oracle.what_if import Steps, what_if

MODEL = {
    "chiso": 1,
    "id": "m",
    "measures": {"on_time": {"type": "count"}, "resolved": {"type": "count"}, "plan": {"type": "choice", "options": ["yes", "late", "no"]}},
    "undefined": "zero",
    "criteria": [
        {
            "id": "speed",
            "points": 60,
            "rule": {
                "type": "tiers",
                "value": "percent(on_time, resolved)",
                "tiers": [{"from": 95, "points": 60}, {"from": 70, "points": 30}, {"points": 0}],
            },
        },
        {"id": "plan", "points": 40, "rule": {"type": "options", "value": "plan", "points": {"yes": 40, "late": 10, "no": 0}}},
    ],
}
COLUMNS = ["unit", "on_time", "resolved", "plan"]
TABLE = [["A", "94", "100", "no"], ["B", "80", "100", "yes"], ["C", "", "100", "late"]]


def scores():
    model = read_model(json.dumps(MODEL))
    return model, evaluate(model, COLUMNS, TABLE)[0]


def test_a_row_that_the_change_completes_is_ranked():
    model, (a, b, c) = scores()
    assert (a.index, a.rank, b.rank, c.rank) == (30, 2, 1, None)
    one = what_if(model, c.row, {"on_time": Fraction(96)})
    assert (one.index, one.rank, one.complete) == (70, 1, True)
    assert c.row.cells["on_time"] is MISSING  # the table is as before


def test_the_others_are_raised_and_held():
    model, (a, b, _) = scores()
    assert what_if(model, b.row, {}, Fraction(40)).rank == 1  # A at 70 is level with B
    assert what_if(model, b.row, {}, Fraction(41)).rank == 2
    assert what_if(model, b.row, {"on_time": Fraction(95)}, Fraction(1000)).rank == 1  # A is held at 100


def test_steps_of_numbers_and_options():
    model, (a, b, c) = scores()
    steps = Steps(model, a.row)
    found = {(leaf.id, measure.name) for leaf, measure in steps.leaves()}
    assert found == {("speed", "on_time"), ("speed", "resolved"), ("plan", "plan")}
    by_name = {measure.name: (leaf, measure) for leaf, measure in steps.leaves()}
    million = 1_000_000
    assert list(steps.numbers(*by_name["on_time"], 5)) == [("up", "next", Fraction(95), 60 * million)]
    assert list(steps.numbers(*by_name["resolved"], 5)) == [("down", "next", Fraction(98), 60 * million)]
    assert list(steps.options(*by_name["plan"])) == [("yes", "full", 40 * million), ("late", "next", 10 * million)]
