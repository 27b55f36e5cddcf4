"""The oracle's parameters (SPEC section 4), by hand."""

from checks.small_models import evaluated, leaf, model_text

MEASURES = {"x": "count", "region": {"type": "choice", "options": ["upland", "delta"]}}
ROADS = {"by": "region", "values": {"upland": 50, "delta": 100}}


def leaf_of(value, **members):
    return leaf("l", 1000, {"type": "given", "value": value, "clamp": True}, undefined="zero", **members)


def points(value, parameters, table, **members):
    """(points or state) of every row."""
    text = model_text(MEASURES, [leaf_of(value)], parameters=parameters, point_decimals=0, **members)
    nodes = [score.by_id["l"] for score in evaluated(text, table)[0]]
    return [node.tally.achieved if node.state == "scored" else node.state for node in nodes]


def test_a_parameter_is_a_number():
    assert points("x * plan", {"plan": {"value": 15}}, "unit,x\nA,2\nB,0") == [30, 0]
    assert points("x / p", {"p": {"value": 0}}, "unit,x\nA,2") == ["undefined"]
    assert points("x - p", {"p": {"value": -2.5}}, "unit,x\nA,2") == [5]  # 4.5, half up


def test_by_a_choice():
    table = "unit,x,region\nA,1,upland\nB,1,delta\nC,1,\nD,1,not_applicable"
    assert points("x * roads", {"roads": ROADS}, table) == [50, 100, "missing", "not_applicable"]
    assert points("x * roads", {"roads": {"by": "region", "values": {"delta": 7}, "else": 70}}, table)[:2] == [70, 7]
    assert points("coalesce(roads, 3)", {"roads": ROADS}, table) == [50, 100, 3, "not_applicable"]


def test_by_block_and_by_period():
    blocks = {"p": {"by": "block", "values": {"k": 1, "j": 2}}}
    assert points("p", blocks, "unit,block,x\nA,k,1\nB,j,1", blocks=["k", "j"]) == [1, 2]
    assert points("p", blocks, "unit,x\nA,1", blocks=["k", "j"]) == ["missing"]  # the unnamed block
    blocks["p"]["else"] = 9
    assert points("p", blocks, "unit,x\nA,1", blocks=["k", "j"]) == [9]
    periods = {"p": {"by": "period", "values": {"2024": 4}, "else": 3}}
    assert points("p", periods, "unit,period,x\nA,2023,1\nA,2024,1") == [3, 4] and points("p", periods, "unit,x\nA,1") == [3]


def test_other_rows_have_their_own():
    parameters = {"p": {"by": "period", "values": {"2024": 4}, "else": 3}, "roads": ROADS}
    table = "unit,period,x,region\nA,2023,5,upland\nA,2024,6,delta\nB,2024,7,upland"
    assert points("previous(p * x)", parameters, table) == ["missing", 15, "missing"]
    assert points("p * x - previous(p)", parameters, table) == ["missing", 21, "missing"]
    assert points("cohort_max(roads * x)", parameters, table) == [250, 600, 600]
    assert points("cohort_sum(roads) - roads", parameters, table) == [0, 50, 100]
    assert points("cohort_count(roads > 60)", parameters, table) == [0, 1, 1]


def test_a_choice_that_fell_back_counts():
    table = "unit,track,x,region\nA,self,2,delta\nA,final,3,"
    made = points("x * roads", {"roads": ROADS}, table, tracks=["self", "final"], fallback={"final": ["self"]})
    assert made == [300, 200]  # final, then self


def test_parameters_stand_wherever_expressions_do():
    classes = {
        "bands": [{"id": "good", "from": 0, "requires": "x >= plan"}, {"id": "low"}],
        "vetoes": [{"when": "x > 2 * plan", "at_most": "low"}],
    }
    ranking = {"tie_break": [{"value": "roads", "order": "ascending"}]}
    text = model_text(
        MEASURES,
        [leaf_of("1", applies_when="x != plan")],
        parameters={"plan": {"value": 5}, "roads": ROADS},
        classes=classes,
        ranking=ranking,
    )
    scores, _ = evaluated(text, "unit,x,region\nA,6,delta\nB,7,upland\nC,4,upland\nD,11,delta\nE,5,delta")
    assert [score.class_id for score in scores] == ["good", "good", "low", "low", None]
    assert [score.rank for score in scores] == [3, 1, 1, 3, None]
