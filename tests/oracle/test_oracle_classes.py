"""The oracle's tie-breaks by value, bands that ask for more, and quotas (SPEC 6.1 and 6.2), by hand."""

import pytest
from checks.small_models import evaluated, leaf, model_text

MEASURES = {"x": "count", "y": {"type": "decimal", "decimals": 3}, "b": "yes_no"}
ITEM = leaf("l", 100, {"type": "per_item", "value": "x", "each": 1})


def scores(table, **members):
    return evaluated(model_text(MEASURES, [ITEM], **members), "unit,x,y,b\n" + table)[0]


def ranks(table, *tie_break, **ranking):
    return [score.rank for score in scores(table, ranking={"tie_break": list(tie_break), **ranking}, publish={"decimals": 0})]


TABLE = "A,5,1,\nB,5,2,\nC,5,,\nD,5,1.001,\nE,6,0,\nF,5,not_applicable,"


def test_a_tie_break_may_be_a_value():
    assert ranks(TABLE, {"value": "y", "order": "descending"}) == [4, 2, 5, 3, 1, 5]
    assert ranks(TABLE, {"value": "y", "order": "ascending"}) == [2, 4, 5, 3, 1, 5]  # without a value last in both orders
    assert ranks(TABLE, {"value": "y", "order": "ascending"}, ties="ordinal") == [2, 4, 5, 3, 1, 6]
    # Compared exactly, whatever the key.
    assert ranks(TABLE, {"value": "y", "order": "descending"}, key="published") == [4, 2, 5, 3, 1, 5]
    assert ranks("A,5,0,\nB,5,2,\nC,5,-4,", {"value": "1 / y", "order": "ascending"}) == [3, 2, 1]  # -1/4, 1/2, undefined
    assert ranks(TABLE, {"value": 7, "order": "ascending"}) == [2, 2, 2, 2, 1, 2]


def test_tie_breaks_stand_in_turn():
    by_y, by_b = {"value": "floor(y)", "order": "descending"}, {"value": "if_else(b, 1, 0)", "order": "descending"}
    table = "A,5,1,no\nB,5,1.5,yes\nC,5,2,no\nD,5,2,"
    assert ranks(table, by_y, by_b) == [4, 3, 1, 2] and ranks(table, by_b, by_y) == [3, 1, 2, 4]
    assert ranks(table, "l", by_y) == [3, 3, 1, 1]


BANDS = [
    {"id": "top", "from": 90, "requires": "b"},
    {"id": "good", "from": 90},
    {"id": "fair", "from": 70, "requires": "1 / y > 0"},
    {"id": "low"},
]


def test_a_band_may_ask_for_more():
    def class_of(x, y="", b=""):
        return scores(f"U,{x},{y},{b}", classes={"bands": BANDS})[0].class_id

    assert [class_of(95, b=b) for b in ("yes", "no", "", "not_applicable")] == ["top", "good", None, "good"]
    assert [class_of(75, y=y) for y in (1, -1, 0, "", "not_applicable")] == ["fair", "low", "low", None, "low"]
    assert class_of(60) == "low"  # nothing on the way is asked


def test_vetoes_come_after_what_a_band_asks():
    veto = {"when": "y > 5", "at_most": "good"}
    made = scores("A,95,6,yes\nB,95,1,yes\nC,60,6,yes\nD,95,,yes", classes={"bands": BANDS, "vetoes": [veto]})
    assert [score.class_id for score in made] == ["good", "top", "low", None]


LIST = [{"id": "a", "from": 80}, {"id": "b", "from": 60}, {"id": "c", "from": 40}, {"id": "d"}]


def held(values, *quotas, ranked=(), **members):
    """Classes in order of the values; `+` marks the rows that a quota held back."""
    table = "unit,x,ranked,y\n" + "\n".join(
        f"U{place},{value},{'no' if place in ranked else 'yes'},{place}" for place, value in enumerate(values)
    )
    text = model_text(MEASURES, [ITEM], classes={"bands": LIST, "quotas": list(quotas)}, **members)
    return " ".join((score.class_id or "-") + "+" * score.held_back for score in evaluated(text, table)[0])


def quota(name, most, of=None):
    return {"class": name, "at_most": most} | ({"of": of} if of else {})


@pytest.mark.parametrize(
    "quotas, classes",
    [
        ([], "a a a a b"),
        ([quota("a", 100)], "a a a a b"),
        ([quota("a", 80)], "a a a a b"),
        ([quota("a", 79)], "a a a b+ b"),  # 3.95 of 5
        ([quota("a", 40, "ranked")], "a a b+ b+ b"),
        ([quota("a", 0)], "b+ b+ b+ b+ b"),
        ([quota("a", 40), quota("b", 20)], "a a b+ c+ c+"),  # those held back count for the next one
        ([quota("b", 20), quota("a", 40)], "a a b+ b+ b"),
        ([quota("a", 50, ["a"])], "a a b+ b+ b"),
        ([quota("a", 50, ["b"])], "b+ b+ b+ b+ b"),  # half of one
        ([quota("a", 40), quota("b", 50, ["a", "b"])], "a a b+ b+ c+"),  # half of the five before any quota
    ],
)
def test_quotas(quotas, classes):
    assert held([95, 90, 85, 80, 70], *quotas) == classes


def test_those_level_across_the_edge_are_held_back_together():
    assert held([95, 90, 90, 80, 70], quota("a", 40)) == "a b+ b+ b+ b"
    assert held([95, 90, 90, 80, 70], quota("a", 60)) == "a a a b+ b"
    assert held([90, 90, 90, 80, 70], quota("a", 40)) == "b+ b+ b+ b+ b"
    # Level is what has the same competition rank, whatever `ties` says; tie-breaks count.
    assert held([95, 90, 90, 80, 70], quota("a", 40), ranking={"ties": "ordinal"}) == "a b+ b+ b+ b"
    by_y = {"value": "y", "order": "descending"}
    assert held([95, 90, 90, 80, 70], quota("a", 40), ranking={"tie_break": [by_y]}) == "a b+ a b+ b"


def test_only_ranked_rows_count_for_quotas():
    assert held([95, 90, 85, 80, 70], quota("a", 50), ranked=[0]) == "a a a b+ b"  # two of the four
    assert held([95, "", 85, 80, 70], quota("a", 50)) == "a - a b+ b"


def test_a_block_takes_the_next_class_of_its_list():
    classes = {
        "bands": LIST,
        "by_block": {"k": [{"id": "a", "from": 50}, {"id": "c", "requires": "b", "from": 20}, {"id": "d"}]},
        "quotas": [quota("a", 50)],
    }
    text = model_text(MEASURES, [ITEM], classes=classes, blocks=["k", "j"])
    made, _ = evaluated(text, "unit,block,x,b\nA,k,90,no\nB,k,80,no\nC,j,90,no\nD,j,80,no\nE,j,80,no")
    assert [score.class_id for score in made] == ["a", "c", "a", "b", "b"]  # what a band asks for is not asked again
