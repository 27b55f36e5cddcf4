"""The oracle's evidence, ranks, classes and averages against SPEC sections 3 and 6, by hand."""

from checks.small_models import evaluated, group, leaf, lines, model_text, one
from oracle.evidence import read_rows
from oracle.model import read_model
from oracle.states import MISSING, NOT_APPLICABLE

COUNT = {"x": "count"}
ITEM = leaf("l", 100, {"type": "per_item", "value": "x", "each": 1})
TRACKS = {"tracks": ["self", "appraised", "final"], "fallback": {"final": ["appraised", "self"]}}


def rows(table, measures=None, **members):
    made = read_rows(read_model(model_text(measures or COUNT, [ITEM], **members)), *lines(table))
    return {(row.unit, row.period, row.track): row for row in made}


def test_cells_are_read():
    made = rows("unit,x,b,x.not_applicable\nA,,,yes\nB,Không Áp Dụng,CÓ,\nC,,0,no\nD,0,NOT_APPLICABLE,\n,,,\n", COUNT | {"b": "yes_no"})
    assert [made[unit, "", "final"].cells["x"] for unit in "ABCD"] == [NOT_APPLICABLE, NOT_APPLICABLE, MISSING, 0]
    assert [made[unit, "", "final"].cells["b"] for unit in "ABCD"] == [MISSING, True, False, NOT_APPLICABLE]
    assert len(made) == 4 and all(row.ranked and row.block == "" for row in made.values())


def test_fallback_fills_missing_cells():
    table = """unit,block,track,ranked,x
        A,K,self,no,1
        A,K,appraised,no,
        B,K,appraised,yes,not_applicable
        B,K,self,yes,2
        C,K,final,yes,
        C,K,self,yes,3
        D,K,final,yes,4
        D,K,self,yes,5"""
    made = rows(table, **TRACKS)
    assert [made[unit, "", "final"].cells["x"] for unit in "ABCD"] == [1, NOT_APPLICABLE, 3, 4]
    assert made["A", "", "final"].block == "K" and not made["A", "", "final"].ranked
    assert made["A", "", "appraised"].cells["x"] is MISSING


def test_fallback_is_not_transitive():
    made = rows(
        "unit,track,x\nA,self,1\nA,final,", tracks=["self", "appraised", "final"], fallback={"final": ["appraised"], "appraised": ["self"]}
    )
    assert made["A", "", "appraised"].cells["x"] == 1 and made["A", "", "final"].cells["x"] is MISSING


def test_previous_reads_the_earlier_period():
    table = "unit,period,track,x\nA,2019,self,1\nA,2023,final,\nB,2021,final,7\nA,2021,final,5\nA,2023,self,9"
    made = rows(table, **TRACKS)
    assert made["A", "2023", "final"].previous is made["A", "2021", "final"]
    assert made["A", "2021", "final"].previous.cells["x"] == 1  # made by fallback
    assert made["A", "2023", "self"].previous is None and made["B", "2021", "final"].previous is None


def test_stated_points_replace_those_of_the_rule():
    text = model_text(
        COUNT | {"y": "count"},
        [leaf("l", 4, {"type": "per_item", "value": "x / y", "each": 1}, undefined="full", missing="zero", applies_when="y < 9")],
        point_decimals=2,
        stated_points="accept",
    )

    def node(**cells):
        return one(text, **cells).by_id["l"]

    made = node(x=1, y=1, points__l="2.5")
    assert (made.state, made.tally.achieved, made.own) == ("stated", 250, (100, "scored"))
    assert node(x=1, y=0, points__l="0").own == (0, "undefined") and node(x="", y=1, points__l="0").own == (0, "missing")
    assert node(x=1, y=9, points__l="4").own == (0, "not_applicable") and node(x=1, y=9, points__l="4").tally.achieved == 400
    made = node(x=1, y=1, points__l="not_applicable")
    assert (made.state, made.tally.applicable, made.own) == ("not_applicable", 0, None)
    assert (
        node(x=1, y=1, points__l="").state == "scored"
        and node(x=1, y=1, points__l="", points__l__not_applicable="yes").state == "not_applicable"
    )


def test_a_leaf_counts_only_in_its_tracks():
    text = model_text(
        COUNT,
        [
            leaf("l", 5, {"type": "per_item", "value": "x", "each": 1}, tracks=["final"], not_applicable="full"),
            leaf("m", 5, {"type": "per_item", "value": "x", "each": 1}),
        ],
        tracks=["self", "final"],
        stated_points="accept",
    )
    scores, _ = evaluated(text, "unit,track,x,points.l\nA,self,1,3\nA,final,1,3")
    assert [(one.by_id["l"].state, one.by_id["l"].tally.applicable) for one in scores] == [("stated", 5000000), ("not_applicable", 0)]


def ranks(values, ranked=(), **members):
    table = "unit,ranked,x\n" + "\n".join(f"U{place},{'no' if place in ranked else 'yes'},{value}" for place, value in enumerate(values))
    return evaluated(model_text(COUNT, [ITEM], **members), table)


def test_ties_are_counted_in_three_ways():
    for ties, expected in (("competition", [2, 1, 2, 4]), ("dense", [2, 1, 2, 3]), ("ordinal", [2, 1, 3, 4])):
        scores, _ = ranks([5, 9, 5, 1], ranking={"ties": ties})
        assert [score.rank for score in scores] == expected
        assert [score.by_id["l"].rank for score in scores] == expected
    scores, means = ranks([5, "", 7, "not_applicable", 9], ranked=[4])
    assert [score.rank for score in scores] == [2, None, 1, None, None]
    assert means == [("", "", "final", "6.00", "6.00")]


def test_ranks_use_the_key_and_the_tie_breaks():
    criteria = [leaf("l1", 2, {"type": "proportional", "value": "x", "full_at": 300}), leaf("l2", 1, {"type": "yes_no", "value": "b"})]
    measures = COUNT | {"b": "yes_no"}

    def order(table, **ranking):
        scores, _ = evaluated(model_text(measures, criteria, ranking=ranking, publish={"decimals": 0}), "unit,x,b\n" + table)
        return [score.rank for score in scores]

    table = "A,1,yes\nB,151,no\nC,152,no"  # 1.006667, 1.006667 and 1.013333 of 3
    assert order(table) == [2, 2, 1]
    assert order(table, tie_break=["l2"]) == [2, 3, 1]
    assert order(table, key="published") == [1, 1, 1]
    assert order(table, key="published", tie_break=["l2"]) == [1, 2, 2]
    assert order(table, key="published", tie_break=["l2", "l1"]) == [1, 3, 2]
    table = "A,300,not_applicable\nB,300,yes"  # both 100, of 2 and of 3
    assert order(table) == [1, 1] and order(table, tie_break=["l2"]) == [2, 1]


def test_nodes_are_ranked_by_their_own_completeness():
    criteria = [leaf("l1", 1, {"type": "per_item", "value": "x", "each": 1}), leaf("l2", 1, {"type": "yes_no", "value": "b"})]
    scores, means = evaluated(model_text(COUNT | {"b": "yes_no"}, criteria), "unit,x,b\nA,1,\nB,0,yes")
    assert [(one.rank, one.by_id["l1"].rank, one.by_id["l2"].rank) for one in scores] == [(None, 1, None), (1, 2, 1)]
    assert means == [("", "", "final", "50.00", "50.00")]


BANDS = [{"id": "good", "from": 80}, {"id": "fair", "from": 70}, {"id": "low"}]


def classes(values, measures=None, table=None, **members):
    text = model_text(measures or {"x": {"type": "decimal", "decimals": 3}}, [ITEM], classes={"bands": BANDS, **members})
    table = table or "unit,x\n" + "\n".join(f"U{place},{value}" for place, value in enumerate(values))
    return [score.class_id for score in evaluated(text, table)[0]]


def test_classes_are_those_of_the_bands():
    assert classes(["79.995", "79.994", "70", "69.994", ""]) == ["good", "fair", "fair", "low", None]
    assert classes(["79.995", "80"], on="exact") == ["fair", "good"]
    assert classes(["79.95", "79.94"], decimals=1) == ["good", "fair"]
    top = [{"id": "first", "to": 1}, {"id": "next", "to": 3}, {"id": "rest"}]
    assert classes([5, 5, 4, 3], on="rank", bands=top) == ["first", "first", "next", "rest"]
    share = [{"id": "half", "to": 0.5}, {"id": "rest"}]
    assert classes([5, 4, 3, 2], on="rank_share", bands=share) == ["half", "half", "rest", "rest"]


def test_a_block_may_have_its_own_bands():
    text = model_text(COUNT, [ITEM], blocks=["k"], classes={"bands": BANDS, "by_block": {"k": [{"id": "good", "from": 90}, {"id": "low"}]}})
    scores, _ = evaluated(text, "unit,block,x\nA,k,85\nB,k,90")
    assert [score.class_id for score in scores] == ["low", "good"]


def vetoed(veto, *cells):
    text = model_text(
        COUNT | {"y": "count", "z": "count"},
        [
            leaf("l", 9, {"type": "per_item", "value": "x", "each": 1}),
            group("g", leaf("m", 1, {"type": "per_item", "value": "y", "each": 1}, applies_when="y < 5")),
        ],
        classes={"bands": BANDS, "vetoes": [veto]},
    )
    score = one(text, **dict(zip("xyz", cells)))
    return score.class_id, score.rank


def test_vetoes_cap_the_class():
    when = {"when": "1 / z > 0.5", "at_most": "fair"}
    assert vetoed(when, 9, 1, 1) == ("fair", 1) and vetoed(when, 9, 1, 2) == ("good", 1)
    assert vetoed(when, 9, 1, 0) == ("good", 1) and vetoed(when, 9, 1, "not_applicable") == ("good", 1)
    assert vetoed(when, 9, 1, "") == (None, 1) and vetoed(when, 6, 0, 1) == ("low", 1)
    below = {"criterion": ["l", "g"], "below": 100, "at_most": "low"}
    assert vetoed(below, 9, 1, 0) == ("good", 1) and vetoed(below, 9, 0, 0) == ("low", 1) and vetoed(below, 9, 9, 0) == ("good", 1)
    both = when | {"criterion": "g", "below": 50}
    assert vetoed(both, 9, 0, 1) == ("fair", 1) and vetoed(both, 9, 1, 1) == ("good", 1)
    assert vetoed(both, 9, 0, 2) == ("good", 1) and vetoed(both, 9, 0, "") == (None, 1) and vetoed(both, 9, 1, "") == ("good", 1)


def test_averages_cover_the_ranked_rows():
    criteria = [leaf("l", 1, {"type": "per_item", "value": "x", "each": 0.1}), leaf("m", 3, {"type": "per_item", "value": "y", "each": 1})]
    text = model_text(
        COUNT | {"y": "count"},
        criteria,
        publish={"decimals": 1},
        adjustments={"bonus": {"cap": 9, "entries": [leaf("b", 9, {"type": "per_item", "value": "x", "each": 1})]}},
    )
    _, means = evaluated(text, "unit,block,x,y\nA,k,0,2\nB,k,1,not_applicable\nC,j,,1")
    assert means == [("j", "", "final", "-", "-"), ("k", "", "final", "75.0", "60.0")]  # B: 1.1 of 1, limited to 1
