"""Drafts: what they refuse, which data cannot be read or written, and at which place; they are compared by value."""

import copy
import dataclasses
import pickle
from decimal import Decimal

import chiso
import numpy as np
import pytest
from chiso import drafts, rules
from conftest import ROOT, small_model

DATA = {
    "chiso": 1,
    "id": "m",
    "measures": {"x": {"type": "count"}},
    "criteria": [{"id": "a", "points": 1, "rule": {"type": "yes_no", "value": "x > 0"}}],
}
LEAF = {"id": "a", "points": 3, "rule": {"type": "yes_no", "value": "x"}}


def problems(call):
    with pytest.raises(chiso.ModelError) as raised:
        call()
    return {(problem.code, problem.pointer) for problem in raised.value.problems}


def nested(levels, make=lambda inner: {"a": inner}, inner=1):
    for _ in range(levels):
        inner = make(inner)
    return inner


@pytest.mark.parametrize(
    ("part", "name", "said"),
    [
        (chiso.Leaf("a", 1, rules.YesNo(value="x")), "poinst", "Leaf has no 'poinst' to be set; did you mean 'points'?"),
        (chiso.Draft(id="m", measures={}, criteria=[]), "critera", "Draft has no 'critera' to be set; did you mean 'criteria'?"),
        (rules.YesNo(value="x"), "type", "YesNo has no 'type' to be set"),
        (rules.Tier(points=1), "from", "did you mean 'from_'?"),
        (chiso.Band("a"), "zzz", "Band has no 'zzz' to be set; it has id, "),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isidentifier() else "",
)
def test_misspelt_attributes_are_refused(part, name, said):
    with pytest.raises(AttributeError) as raised:
        setattr(part, name, 1)
    assert said in str(raised.value)
    for again in (copy.copy(part), copy.deepcopy(part), pickle.loads(pickle.dumps(part)), dataclasses.replace(part)):
        assert again == part and again is not part
        with pytest.raises(AttributeError):
            setattr(again, name, 1)


def test_every_attribute_can_be_set():
    for module in (drafts, rules):
        for name in module.__all__:
            cls = getattr(module, name)
            if isinstance(cls, type):
                part = cls(**{field.name: 0 for field in dataclasses.fields(cls)})
                for field in dataclasses.fields(cls):
                    setattr(part, field.name, 1)
                assert part == cls(**{field.name: 1 for field in dataclasses.fields(cls)}), name


def test_from_dict_keeps_everything():
    with pytest.raises(chiso.ModelError) as raised:
        chiso.Leaf.from_dict(LEAF | {"pionts": 3})
    (problem,) = raised.value.problems
    assert (problem.code, problem.pointer, problem.hint) == ("key.unknown", "/pionts", "points") and "did you mean points?" in str(
        raised.value
    )
    assert problems(lambda: rules.YesNo.from_dict({"type": "tiers", "value": "x"})) == {("value.unknown", "/type")}
    assert rules.YesNo.from_dict({"type": "yes_no", "value": "x"}) == rules.YesNo.from_dict({"value": "x"}) == rules.YesNo(value="x")
    draft = DATA | {
        "criteria": [{"id": "g", "criteria": [LEAF | {"rule": {"type": "tiers", "value": "x", "tiers": [{"points": 1, "form/~": 2}]}}]}]
    }
    assert problems(lambda: chiso.Draft.from_dict(draft)) == {("key.unknown", "/criteria/0/criteria/0/rule/tiers/0/form~1~0")}
    assert problems(lambda: chiso.Draft.from_dict({"pubish": {}, 1: 2})) >= {
        ("key.unknown", "/pubish"),
        ("value.python", "/1"),
        ("key.absent", "/id"),
    }
    for name in ("commune_reform_index", "pci_2021"):
        model = chiso.load_model(ROOT / f"examples/models/{name}.json")
        assert chiso.Draft.from_dict(model.to_dict()).build() == model


def test_from_dict_refuses_what_is_not_a_draft():
    assert problems(lambda: chiso.Leaf.from_dict({"id": "a", "points": 1, "rule": {"type": "yesno", "value": "x"}})) == {
        ("rule.unknown", "/rule/type")
    }
    assert problems(lambda: chiso.Leaf.from_dict({"id": "a", "points": 1, "rule": {"value": "x"}})) == {("key.absent", "/rule/type")}
    assert problems(lambda: chiso.Leaf.from_dict({"id": "a", "points": 1, "rule": {"type": ["x"]}})) == {("json.type", "/rule/type")}
    assert problems(lambda: chiso.Leaf.from_dict({"id": "a", "points": 1, "rule": None})) == {("json.type", "/rule")}
    assert problems(lambda: chiso.Leaf.from_dict({"points": 1, "rule": {"type": "yes_no"}})) == {
        ("key.absent", "/id"),
        ("key.absent", "/rule/value"),
    }
    assert problems(lambda: chiso.Group.from_dict({"id": "g", "criteria": "abc"})) == {("json.type", "/criteria")}
    assert problems(lambda: chiso.Group.from_dict({"id": "g", "criteria": [3]})) == {("json.type", "/criteria/0")}
    assert problems(lambda: chiso.Draft.from_dict(DATA | {"measures": []})) == {("json.type", "/measures")}
    assert problems(lambda: chiso.Classes.from_dict({"bands": [], "by_block": {"b/": 1}})) == {("json.type", "/by_block/b~1")}
    assert problems(lambda: chiso.Leaf.from_dict([1])) == {("json.type", "")}
    assert problems(lambda: chiso.Group.from_dict({"id": "g", "criteria": [], "rule": LEAF["rule"]})) == {("key.unknown", "/rule")}
    assert problems(lambda: chiso.Group.from_dict({"id": "g", "criteria": [{"id": "a"}]})) == {
        ("key.absent", "/criteria/0/points"),
        ("key.absent", "/criteria/0/rule"),
    }
    assert problems(lambda: chiso.Leaf.from_dict(LEAF | {"points": "3"})) == {("json.type", "/points")}
    leaf = chiso.Leaf.from_dict(LEAF)
    assert chiso.Group.from_dict({"id": "g", "criteria": (leaf, LEAF)}).criteria == [leaf, leaf], "what is made stays"
    assert chiso.Measure.from_dict({"type": "choice", "options": ["a", {"id": "b"}]}).options == ["a", chiso.Item("b")]


def test_cyclic_and_too_deep_drafts_are_refused():
    around = {}
    around["a"] = [around]
    assert problems(lambda: chiso.Model.from_dict(DATA | {"meta": around})) >= {("json.depth", "/meta/a/0")}
    group = chiso.Group("g", [])
    group.criteria += [group, group]
    draft = chiso.Draft(id="m", measures={}, criteria=[group])
    for call in (draft.build, lambda: list(draft.nodes())):
        assert ("json.depth", "/criteria/0/criteria/0") in problems(call)
    assert "..." in repr(draft)
    for deep in (draft, chiso.Item("a", meta=around), chiso.Item("a", meta=nested(500))):
        assert problems(deep.to_dict) == {("json.depth", "")}
    data = DATA | {"criteria": [nested(500, lambda inner: {"id": "g", "criteria": [inner]}, LEAF)]}
    assert problems(lambda: chiso.Draft.from_dict(data)) == {("json.depth", 128 * "/criteria/0")}
    assert problems(lambda: chiso.Model.from_dict(data)) >= {("criteria.limit", 65 * "/criteria/0"), ("json.depth", 128 * "/criteria/0")}
    assert [code for code, _ in problems(lambda: chiso.Model.from_dict(DATA | {"meta": nested(500)}))].count("json.depth") == 1
    assert problems(lambda: chiso.Model.from_dict(DATA | {"meta": nested(500, lambda inner: [inner])})) >= {
        ("json.depth", "/meta" + 255 * "/0")
    }


def test_the_deepest_model_is_read_and_written():
    data = DATA | {
        "criteria": [
            nested(63, lambda inner: {"id": f"g{id(inner)}", "criteria": [inner]}, LEAF | {"rule": {"type": "yes_no", "value": "x > 0"}})
        ]
    }
    model = chiso.Model.from_dict(data)
    draft = model.draft()
    assert draft == chiso.Draft.from_dict(data) == copy.deepcopy(draft) and draft.build() == model
    assert draft["a"].rule == model["a"].rule and len(list(draft.nodes())) == 64
    assert chiso.Model.from_dict(DATA | {"meta": nested(63)}).to_dict()["meta"] == nested(63)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (10**5000, "number.form"),
        (-(10**400), "number.form"),
        (Decimal("1E+999999999"), "number.form"),
        (Decimal("1E-999999999"), "number.form"),
        (np.array(["a", "b"]), "value.python"),
        (np.array([5]), "value.python"),
        (np.datetime64("2024"), "value.python"),
        (np.complex64(1), "value.python"),
        (np.float32("nan"), "value.python"),
        ("\ud800", "value.python"),
        (np.array("\ud800"), "value.python"),
        ({"\ud800": 1}, "value.python"),
        ({10**5000: 1}, "value.python"),
        (type("Odd", (), {"__repr__": lambda self: "\ud800"})(), "value.python"),
        (type("Worse", (), {"__repr__": lambda self: 1 / 0})(), "value.python"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_that_no_model_has_are_reported_at_their_place(value, code):
    found = problems(lambda: chiso.Model.from_dict(DATA | {"meta": {"a": value}, "pubish": 1}))
    assert ("key.unknown", "/pubish") in found, "other problems are reported too"
    ((_, pointer),) = {(each, pointer) for each, pointer in found if each == code}
    assert pointer.startswith("/meta/a")


def test_scalars_of_numpy_are_their_shortest_decimals():
    def points(value):
        return chiso.Model.from_dict(DATA | {"criteria": [LEAF | {"points": value, "rule": {"type": "yes_no", "value": "x > 0"}}]})[
            "a"
        ].points

    assert (
        points(np.float32(0.1)) == points(np.float16(0.1)) == points(np.array(0.1, np.float32)) == points(np.float64(0.1)) == Decimal("0.1")
    )
    assert points(np.uint8(7)) == points(np.array(7)) == points(np.float32(7)) == 7
    assert points(np.float32(1e5)) == 100_000
    tensor = type("Tensor", (), {"shape": (), "dtype": "float32", "item": lambda self: 0.5, "__str__": lambda self: "tensor(0.5)"})
    assert points(tensor()) == 0.5
    truths = {"a": np.True_, "b": np.array(False), "c": np.str_("c"), "d": np.array("d")}
    assert chiso.Model.from_dict(DATA | {"meta": truths}).to_dict()["meta"] == {"a": True, "b": False, "c": "c", "d": "d"}


def test_numbers_are_compared_as_decimals():
    def leaf(each, **more):
        return chiso.Leaf("a", 1, rules.PerItem(value="x", each=each), **more)

    draft = chiso.Draft(id="m", measures={"x": chiso.Measure("count", max=1e3)}, criteria=[leaf(0.1)])
    assert draft.build().draft() == draft and draft.criteria[0].rule.each == 0.1 and type(draft.criteria[0].rule.each) is float
    assert leaf(0.1) == leaf(Decimal("0.1")) == leaf(Decimal("0.10")) == leaf(np.float32(0.1)) == leaf(np.float64(0.1))
    assert leaf(1) == leaf(1.0) == leaf(Decimal(1)) != leaf(True)
    assert leaf(0.1) != leaf(Decimal(0.1)) and leaf(0.1) != leaf(0.2) != leaf("0.2")
    assert leaf(1, meta={"a": [0.5, (1,)]}) == leaf(1, meta={"a": (Decimal("0.5"), [1.0])}) != leaf(1, meta={"a": [0.5]})
    assert leaf(1, meta={"a": 1}) != leaf(1, meta={"b": 1}) != leaf(1, meta=[1]) != leaf(1)
    assert rules.Options(value="x", points={"a": 0.1}) == rules.Options(value="x", points={"a": Decimal("0.1")})
    assert leaf(Decimal("nan")) != leaf(0) and chiso.Item("a") != chiso.Band("a") and chiso.Item("a") != "a"
    with pytest.raises(TypeError):
        hash(leaf(1))


def test_nodes_refuse_what_is_not_a_part():
    draft = small_model().draft()
    draft.adjustments = None
    assert [node.id for node in draft.nodes()] == ["a", "b", "c", "d"]
    draft.criteria.append({"id": "e"})
    with pytest.raises(chiso.ModelError, match="from_dict makes it of plain data") as raised:
        draft["e"]
    assert [problem.pointer for problem in raised.value.problems] == ["/criteria/4"] and draft["d"].points == 10
    draft.criteria[4] = chiso.Group("g", "abc")
    assert problems(lambda: draft["e"]) == {("json.type", "/criteria/4/criteria")}
    del draft.criteria[4]
    for value, pointer in (
        ({"bonus": {}}, "/adjustments"),
        (chiso.Adjustments(penalty={}), "/adjustments/penalty"),
        (chiso.Adjustments(bonus=chiso.Side(cap=1, entries=[3])), "/adjustments/bonus/entries/0"),
    ):
        draft.adjustments = value
        assert problems(lambda: draft["e"]) == {("value.python", pointer)}
    draft.adjustments = chiso.Adjustments(penalty=chiso.Side(cap=1, entries=(chiso.Entry("p", 1, rules.YesNo(value="done")),)))
    assert draft["p"].points == 1


def test_an_unknown_node_is_refused(model):
    with pytest.raises(chiso.UnknownNameError) as of_draft:
        model.draft()["on_tme"]
    with pytest.raises(chiso.UnknownNameError) as of_model:
        model["on_tme"]
    assert str(of_draft.value) == str(of_model.value) and "did you mean on_time?" in str(of_draft.value)
    assert of_draft.value.problems[0].code == of_model.value.problems[0].code == "name.unknown"
    with pytest.raises(chiso.UnknownNameError, match="expected one of 'a'"):
        small_model().draft()["zzzzzz"]


def test_parameters_are_parts_of_a_draft():
    data = {
        **DATA,
        "parameters": {"least": {"value": 2}, "more": {"by": "period", "values": {"2024": 3}, "else": 4.5}},
        "criteria": [{"id": "a", "points": 1, "rule": {"type": "yes_no", "value": "x >= least and x >= more"}}],
    }
    model = chiso.Model.from_dict(data)
    assert list(model.measures) == ["x"]
    draft = model.draft()
    assert draft.parameters["more"] == chiso.Parameter(by="period", values={"2024": 3}, else_=4.5)
    assert draft.build().to_dict()["parameters"] == data["parameters"]
    draft.parameters["least"].value = 3
    table = {"unit": ["A"], "period": ["2024"], "x": [3]}
    assert str(draft.build().score(table).card("A").points) == "1.00"
    draft.parameters["least"].value = 4
    assert str(draft.build().score(table).card("A").points) == "0.00"


def test_a_parameter_is_read_by_itself():
    assert problems(lambda: chiso.Parameter.from_dict({"by": "period", "otherwise": 1})) == {("key.unknown", "/otherwise")}
