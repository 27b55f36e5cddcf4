"""Models, their drafts, and their texts."""

import copy
import gc
import pickle
from decimal import Decimal

import chiso
import numpy as np
import pytest
from chiso import rules
from conftest import small_model


def codes(error):
    return [(problem.code, problem.pointer) for problem in error.value.problems]


def test_a_model_is_a_value(model):
    again = chiso.Model.from_json(model.to_json())
    assert again == model and hash(again) == hash(model) and again.hash == model.hash and len(model.hash) == 64
    assert model != small_model() and model != 3
    assert copy.copy(model) is model and copy.deepcopy(model) is model
    assert pickle.loads(pickle.dumps(model)) == model
    assert {model: 1}[again] == 1


def test_a_model_lists_its_nodes(model):
    node = model["on_time"]
    assert (node.id, node.kind, node.points, node.depth) == ("on_time", "leaf", Decimal(4), 2)
    assert node.label("vi") != node.label("en")
    assert isinstance(node.rule, rules.Tiers) and node.rule.tiers[0].from_ == 98
    assert node.parent.kind == "group" and node in node.parent.children
    assert sum(child.points for child in node.parent.children) == node.parent.points
    assert model.points == sum(node.points for node in model.criteria if node.depth == 0) == 100
    assert len(model) == len(list(model)) == len(model.criteria) and "on_time" in model and "nobody" not in model
    assert {entry.kind for entry in model.entries} <= {"bonus", "penalty"}
    assert all(leaf.kind == "leaf" for leaf in model.leaves)
    assert "on_time" in model._ipython_key_completions_()
    assert node == model["on_time"] and hash(node) == hash(model["on_time"]) and node != model["procedures"]
    assert set(node.policies) == {"not_applicable", "missing", "undefined"}
    with pytest.raises(chiso.UnknownNameError, match="on_time"):
        model["on_tme"]


def test_nodes_outlive_their_model():
    node = small_model()["a"]
    gc.collect()
    assert node.label() == "a" and node.rule == rules.Proportional(value="cases", full_at=10)


def test_measures_are_looked_up_and_not_changed(model):
    measures = model.measures
    assert measures is model.measures and model.criteria is model.criteria, "made once"
    assert list(measures) == list(model.to_dict()["measures"]) and len(measures) == len(list(measures))
    assert measures == model.draft().measures and measures != {} and "resolved" in measures and "nobody" not in measures
    measures["resolved"].max = 7
    assert measures["resolved"] == model.draft().measures["resolved"] and measures["resolved"].max != 7
    with pytest.raises(TypeError):
        measures["resolved"] = chiso.Measure("count")
    with pytest.raises(KeyError):
        measures["nobody"]
    assert repr(measures) == repr(model.draft().measures)
    assert copy.deepcopy(measures) == pickle.loads(pickle.dumps(measures)) == measures


def test_a_draft_is_edited(model):
    draft = model.draft()
    draft["on_time"].points = 3
    draft["on_time"].rule = rules.Proportional(value="min(100, percent(on_time, resolved))", zero_at=80, full_at=Decimal("99.5"))
    group = draft[model["on_time"].parent.id]
    group.criteria.append(chiso.Leaf("new", 1, rules.YesNo(value="extra > 0"), label={"vi": "Mới"}, undefined="zero"))
    draft.measures["extra"] = chiso.Measure("decimal", decimals=1, min=0)
    changed = draft.build()
    assert changed["on_time"].points == 3 and changed["on_time"].rule.full_at == Decimal("99.5")
    assert changed["new"].label() == "Mới" and changed["new"].parent.id == group.id
    assert changed.measures["extra"].decimals == 1
    assert model["on_time"].points == 4 and model != changed
    with pytest.raises(chiso.UnknownNameError, match="did you mean on_time"):
        draft["on_tme"]


def test_with_changes_keys_of_a_model(model):
    one = model.with_(publish=chiso.Publish(decimals=1), version="x")
    assert one.version == "x" and one.draft().publish.decimals == 1
    with pytest.raises(TypeError, match="no key 'publsh'"):
        model.with_(publsh=1)
    with pytest.raises(chiso.ModelError):
        model.with_(publish={"decimals": 11})


def test_every_problem_of_a_draft_is_reported():
    draft = chiso.Draft(
        id="a b",
        measures={"x": chiso.Measure("count"), "y": chiso.Measure("coutn")},
        criteria=[
            chiso.Leaf("one", -1, rules.Proportional(value="x /", full_at=1)),
            chiso.Leaf("one", 2, rules.Tiers(value="x", tiers=[rules.Tier(from_=1, points=3), rules.Tier(points=0)])),
            chiso.Group("empty", []),
        ],
    )
    with pytest.raises(chiso.ModelError) as raised:
        draft.build()
    pointers = {pointer for _, pointer in codes(raised)}
    assert {"/id", "/measures/y/type", "/criteria/0/points", "/criteria/0/rule/value", "/criteria/1/rule/tiers/0/points"} <= pointers
    assert all(problem.line == 0 for problem in raised.value.problems)
    assert str(raised.value).count("\n") >= 5 and "/measures/y/type" in str(raised.value)


def test_numbers_are_exact():
    def points(value):
        return chiso.Draft(id="m", measures={}, criteria=[chiso.Leaf("a", value, rules.YesNo(value="true"))]).build()["a"].points

    assert points(0.1) == Decimal("0.1")
    assert points(np.float64(0.3)) == points(Decimal("0.30")) == Decimal("0.3")
    assert points(np.int32(7)) == points(7) == points(7.0) == 7
    assert points(1e2) == 100 and points(1e-5) == Decimal("0.00001")


@pytest.mark.parametrize(
    "value", [0.1 + 0.2, float("nan"), float("inf"), Decimal("NaN"), {1}, b"1", 1j, object()], ids=lambda value: str(value)[:8]
)
def test_values_that_are_not_numbers_are_refused(value):
    draft = chiso.Draft(
        id="m", measures={"x": chiso.Measure("count", max="a")}, criteria=[chiso.Leaf("a", 1, rules.Proportional(value="x", full_at=value))]
    )
    with pytest.raises(chiso.ModelError) as raised:
        draft.build()
    assert ("value.python", "/criteria/0/rule/full_at") in codes(raised)
    assert "/measures/x/max" in [pointer for _, pointer in codes(raised)], "other problems are reported too"


def test_plain_data_needs_text_keys():
    with pytest.raises(chiso.ModelError) as raised:
        chiso.Model.from_dict({"chiso": 1, "id": "m", "measures": {1: {"type": "count"}}, "criteria": []})
    assert ("value.python", "/measures/1") in codes(raised)


def test_described_values_print_and_compare():
    tier = rules.Tier(from_=98, points=4)
    assert repr(tier) == "Tier(from_=98, points=4)"
    assert tier == rules.Tier(from_=98, points=4) != rules.Tier(from_=98, points=5)
    assert rules.Tier.from_dict({"from": 98, "points": 4}) == tier
    assert tier.to_dict() == {"from": 98, "points": 4}
    assert rules.Tiers(value="x", tiers=[tier]).to_dict() == {"type": "tiers", "value": "x", "tiers": [{"from": 98, "points": 4}]}
    with pytest.raises(TypeError):
        rules.Tier(4)
    assert copy.deepcopy(tier) == tier and pickle.loads(pickle.dumps(tier)) == tier


def test_texts_are_in_both_languages(model):
    assert "Các tiêu chí" in model.describe("vi", format="html") or '<html lang="vi">' in model.describe("vi", format="html")
    assert model.describe("en").startswith("#")
    assert model.empty_sheet("en", delimiter=",").startswith("\ufeff")
    assert model.title("vi") and model.title("en")
    with pytest.raises(ValueError, match="'vi' or 'en'"):
        model.describe("fr")


def test_warnings_become_python_warnings():
    draft = small_model().draft()
    draft.measures["never_read"] = chiso.Measure("count")
    with pytest.warns(chiso.ChisoWarning) as caught:
        built = draft.build()
    assert len(caught) == len(built.warnings) == 1 and caught[0].filename == __file__
    assert built.warnings[0].severity == "warning"


def test_models_are_read_and_written(tmp_path):
    with pytest.raises(chiso.FileError, match="nowhere.json") as raised:
        chiso.load_model(tmp_path / "nowhere.json")
    assert isinstance(raised.value, OSError) and raised.value.problems[0].code == "file.read"
    with pytest.raises(OSError):
        chiso.load_model(str(tmp_path))


def test_the_schema_is_json_of_its_dialect():
    import json

    assert json.loads(chiso.json_schema())["$schema"].endswith("2020-12/schema")


def test_a_description_says_what_bands_ask_for_quotas_and_values_that_break_ties():
    draft = chiso.Draft(
        id="described",
        measures={"x": chiso.Measure("count"), "late": chiso.Measure("count", label={"en": "Late files", "vi": "Hồ sơ quá hạn"})},
        criteria=[chiso.Leaf("a", 10, chiso.rules.PerItem(value="x", each=1))],
        ranking=chiso.Ranking(
            tie_break=[
                chiso.TieBreak(value="x / (1 + late)", order="descending", label={"en": "Share on time", "vi": "Tỷ lệ đúng hạn"}),
                chiso.TieBreak(value="late", order="ascending"),
            ]
        ),
        classes=chiso.Classes(
            bands=[chiso.Band("top", from_=90, requires="late == 0"), chiso.Band("good", from_=80), chiso.Band("low")],
            quotas=[chiso.Quota(class_="top", at_most=12.5), chiso.Quota(class_="good", at_most=50, of=["top", "good"])],
        ),
    )
    english, vietnamese = draft.build().describe("en"), draft.build().describe("vi")
    for words in (
        "These decide, in turn: Share on time, the higher first; “Late files”, the lower first",
        "| top | 90 or more, where “Late files” = 0 |",
        "| good | 80 or more |",
        "| top | 12.5 % of the ranked units of the block |",
        "| good | 50 % of the units in “top” or “good”, before such limits |",
    ):
        assert words in english
    for words in (
        "Xét lần lượt: Tỷ lệ đúng hạn, cao hơn xếp trước; “Hồ sơ quá hạn”, thấp hơn xếp trước",
        "| top | từ 90 trở lên, với điều kiện “Hồ sơ quá hạn” = 0 |",
        "| top | 12,5% số đơn vị được xếp hạng trong khối |",
        "| good | 50% số đơn vị đạt mức “top” hoặc “good” (trước khi áp dụng tỷ lệ tối đa) |",
    ):
        assert words in vietnamese
