"""The oracle's scale of an index, published points, classes of points and vetoes of several criteria, by hand (SPEC 2.4, 6.2)."""

from fractions import Fraction

from checks.small_models import evaluated, group, leaf, model_text, one

COUNTS = {"x": "count", "y": "count", "z": "count"}


def item(name, measure, points, **members):
    return leaf(name, points, {"type": "per_item", "value": measure, "each": 1}, **members)


def sides(bonus, penalty):
    return {
        "bonus": {"cap": 9, "entries": [item("b", "y", bonus)]},
        "penalty": {"cap": 9, "entries": [item("p", "z", penalty)]},
    }


def test_a_scale_stands_for_100():
    text = model_text(
        COUNTS, [group("g", item("l", "x", 3)), item("m", "y", 5)], publish={"scale": 5, "decimals": 1}, adjustments=sides(9, 9)
    )
    score = one(text, x=1, y=0, z=0)
    assert score.index == Fraction(5, 8) and score.by_id["g"].index == Fraction(5, 3) and score.by_id["b"].index is None
    assert one(text, x=3, y=5, z=0).index == 5 and one(text, x=0, y=0, z=9).index == 0  # held within 0 and 5
    assert one(text, x=3, y="not_applicable", z=1).index == Fraction(10, 3)
    text = model_text(COUNTS, [item("l", "x", 2)], publish={"scale": 2.5, "may_exceed_100": True}, adjustments=sides(9, 9))
    assert one(text, x=2, y=2, z=0).index == 5


def test_averages_ranks_and_classes_are_of_the_scale():
    bands = [{"id": "good", "from": 4}, {"id": "fair", "from": 2.5}, {"id": "low"}]
    veto = {"criterion": "m", "below": 1.7, "at_most": "low"}
    text = model_text(
        COUNTS,
        [item("l", "x", 3), item("m", "y", 3)],
        publish={"scale": 5, "decimals": 1},
        classes={"bands": bands, "vetoes": [veto]},
        ranking={"key": "published"},
    )
    scores, means = evaluated(text, "unit,x,y,z\nA,3,2,\nB,3,1,\nC,3,0,\nD,not_applicable,1,")
    # 25/6, 20/6, 15/6 of l and m; m alone 10/3, 5/3, 0, of which 5/3 is published as 1.7
    assert [score.class_id for score in scores] == ["good", "fair", "low", "low"]
    assert [score.rank for score in scores] == [1, 2, 3, 4]
    assert means == [("", "", "final", "2.9", "3.1")]  # (25 + 20 + 15 + 10) / 24 = 2.9167; 5 x 13 / 21 = 3.0952


BANDS = [{"id": "good", "from": 8}, {"id": "fair", "from": 2.5}, {"id": "low"}]


def of_points(x, y=0, z=0, classes=None, **publish):
    text = model_text(
        COUNTS,
        [leaf("l", 9, {"type": "proportional", "value": "x", "full_at": 72})],
        publish=publish,
        classes={"on": "points", "bands": BANDS, **(classes or {})},
        adjustments=sides(9, 9),
        point_decimals=3,
    )
    return one(text, x=x, y=y, z=z).class_id


def test_points_are_classed_as_they_are_published():
    assert [of_points(x) for x in (64, 63, 20, 19, 0)] == ["good", "fair", "fair", "low", "low"]  # an eighth for each
    assert of_points(63, decimals=0) == "good" and of_points(63, decimals=0, points=1) == "fair"  # 7.875
    assert of_points(63, decimals=0, rounding="down") == "fair"
    assert of_points(63, points=0, classes={"decimals": 1}) == "fair" and of_points(63, classes={"decimals": 0}) == "good"
    assert of_points(0, y=8) == "good" and of_points(72, z=7) == "low"  # 9 - 7
    assert of_points(72, y=9, z=9) == "good" and of_points(0, z=9) == "low"  # -9, which is not held at 0
    assert of_points("not_applicable", y=9) is None and of_points("", y=9) is None


def test_vetoes_of_criteria_beside_points_are_exact():
    veto = {"criterion": "l", "below": 87.5, "at_most": "low"}
    assert of_points(63, y=9, classes={"vetoes": [veto]}) == "good"  # 87.5 is not below itself
    assert of_points(62, y=9, decimals=0, classes={"vetoes": [veto]}) == "low"  # 86.1
    assert of_points(63, y=9, decimals=0, rounding="down", classes={"vetoes": [veto]}) == "good"


def test_a_veto_may_ask_for_several_criteria():
    def class_of(least, x, y, z, **more):
        veto = {"criterion": ["l", "m", "n"], "below": 50, "at_most": "low"} | ({"at_least": least} if least else {}) | more
        text = model_text(
            COUNTS | {"w": "count"},
            [item("l", "x", 4), item("m", "y", 4), item("n", "z", 4), item("o", "x + 20", 20)],
            classes={"bands": [{"id": "good", "from": 0}, {"id": "low"}], "vetoes": [veto]},
        )
        return one(text, x=x, y=y, z=z, w="").class_id

    assert [class_of(least, 1, 2, 2) for least in (None, 1, 2, 3)] == ["low", "low", "good", "good"]
    assert [class_of(least, 1, 1, 2) for least in (None, 1, 2, 3)] == ["low", "low", "low", "good"]
    assert [class_of(least, 1, 1, "not_applicable") for least in (2, 3)] == ["low", "good"]  # one without an index is not below
    assert class_of(2, 1, 1, 2, when="w > 0") is None and class_of(2, 1, 2, 2, when="w > 0") == "good"
