"""The oracle's dates (SPEC sections 3 and 4), by hand."""

import pytest
from checks.small_models import evaluated, leaf, model_text
from oracle.numbers import read_date

MEASURES = {"due": "date", "sent": "date", "b": "yes_no"}


@pytest.mark.parametrize("text", ["2024-02-29", "29/2/2024", "29/02/2024"])
def test_dates_are_read(text):
    assert read_date(text).isoformat() == "2024-02-29"


def test_dates_have_limits():
    assert read_date("1/1/1900") < read_date("2199-12-31")
    for text in ("1899-12-31", "1/1/2200", "2023-02-29", "2/29/2024", "2024-3-31", "2024-03-31 00:00", "31-3-2024", "31/3/24", "45382"):
        with pytest.raises(ValueError):
            read_date(text)


def value(expression, due="2024-03-31", sent="2/4/2024", b="yes", truth=False):
    """Points of an expression, 1000 more than it so that none are below 0; or its state."""
    text = f"if_else({expression}, 1, 0)" if truth else expression
    rule = {"type": "given", "value": f"{text} + 1000", "clamp": True}
    model = model_text(MEASURES, [leaf("l", 400000, rule, undefined="zero")], point_decimals=0)
    node = evaluated(model, f"unit,due,sent,b\nU,{due},{sent},{b}")[0][0].by_id["l"]
    points = node.tally.achieved - 1000
    return node.state if node.state != "scored" else bool(points) if truth else points


@pytest.mark.parametrize(
    "text, expected",
    [
        ("days(due, sent)", 2),
        ("days(sent, due)", -2),
        ("days(due, due)", 0),
        ("days(date('2024-02-28'), due)", 32),  # over 29 February
        ("days(date('2023-02-28'), date('2023-03-01'))", 1),
        (
            "days(date('1900-01-01'), date('2199-12-31'))",
            109572,
        ),  # 300 x 365 and 73 leap days (2000 is one, 1900 and 2100 are not), less the first day
        ("days(if_else(b, due, sent), sent)", 2),
        ("days(coalesce(due, sent), date('2024-04-01'))", 1),
        ("days(previous(due), sent)", "missing"),
        ("days(coalesce(previous(due), due), sent)", 2),
        ("days(if_else(1 / 0 > 0, due, sent), sent)", "undefined"),
        ("max(0, days(due, sent)) * 10", 20),
        ("cohort_count(due)", 1),
        ("cohort_sum(days(due, sent))", 2),
    ],
)
def test_days_are_counted(text, expected):
    assert value(text) == expected


def test_dates_are_compared():
    answers = {
        "due < sent": True,
        "due <= sent": True,
        "due > sent": False,
        "due >= sent": False,
        "due == sent": False,
        "due != sent": True,
    }
    assert {text: value(text, truth=True) for text in answers} == answers
    assert value("due == date('2024-03-31')", truth=True) and value('date("2024-03-31") >= due', truth=True)
    assert value("sent <= date('2024-04-01')", truth=True) is False


def test_dates_have_states():
    assert value("days(due, sent)", sent="") == "missing" and value("days(due, sent)", due="not_applicable", sent="") == "not_applicable"
    assert value("is_missing(sent)", sent="", truth=True) and not value("is_missing(sent)", truth=True)
    assert not value("is_applicable(sent)", sent="not_applicable", truth=True) and value("is_applicable(sent)", sent="", truth=True)
    assert value("days(due, coalesce(sent, date('2024-04-30')))", sent="") == 30
    assert value("due < sent", due="", truth=True) == "missing"


def test_dates_fall_back_and_are_read_of_other_periods():
    rule = {"type": "given", "value": "days(coalesce(previous(due), date('2024-01-01')), due)", "clamp": True}
    text = model_text(MEASURES, [leaf("l", 999, rule)], point_decimals=0, tracks=["self", "final"], fallback={"final": ["self"]})
    scores, _ = evaluated(text, "unit,period,track,due\nU,1,final,\nU,1,self,3/1/2024\nU,2,final,2024-01-13")
    made = {(score.row.period, score.row.track): score.by_id["l"].tally.achieved for score in scores}
    assert made == {("1", "final"): 2, ("1", "self"): 2, ("2", "final"): 10}
