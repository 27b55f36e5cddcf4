"""Models, evidence, scores, criteria and cards are values: immutable, compared by value, copied at no cost, pickled."""

import copy
import pickle
import statistics
from decimal import Decimal
from fractions import Fraction

import chiso
import chiso.figures
import pytest
from chiso import rules
from conftest import small_model

TABLE = {"unit": ["A", "B"], "cases": [4, 7], "share": [12.5, 1.0], "plan": ["late", None], "done": [True, False]}


@pytest.fixture
def values(small):
    evidence = chiso.Evidence.from_frame(TABLE, small)
    scores = small.score(evidence, cohorts=small.cohorts(evidence))
    return {
        "model": small,
        "evidence": evidence,
        "scores": scores,
        "cohorts": scores.cohorts,
        "ranking_keys": scores.ranking_keys(),
        "criterion": small["a"],
        "card": scores.card("A"),
        "line": scores.card("A")["a"],
    }


def test_values_are_immutable(values):
    for thing in values.values():
        names = [name for name in dir(thing) if not name.startswith("_") and not callable(getattr(thing, name))]
        assert names
        for name in [*names, "another"]:
            before = repr(getattr(thing, name, None))
            with pytest.raises(AttributeError):
                setattr(thing, name, "q")
            with pytest.raises(AttributeError):
                delattr(thing, name)
            assert repr(getattr(thing, name, None)) == before
    with pytest.raises(AttributeError, match="'evidence' of 'Scores' object has no setter"):
        values["scores"].evidence = None


def test_values_are_copied_and_pickled(values):
    for name, thing in values.items():
        assert copy.copy(thing) is thing and copy.deepcopy(thing) is thing
        again = pickle.loads(pickle.dumps(thing))
        assert type(again) is type(thing) and again == thing and again is not thing, name
        assert thing != 3
    assert copy.deepcopy([values["criterion"]])[0].label() == "a"


def test_derived_classes_are_kept(small):
    class Own(chiso.Model):
        pass

    own = Own.from_json(small.to_json())
    assert type(own) is Own and repr(own) == repr(small) and isinstance(own, chiso.Model) and own["a"] in own


def test_rules_are_copies(model):
    model["on_time"].rule.tiers[0].points = 0
    assert model["on_time"].rule.tiers[0].points == 4 == model.draft()["on_time"].rule.tiers[0].points
    assert model["on_time"].rule == model["on_time"].rule and model["procedures"].rule is None
    small = small_model()
    small["c"].rule.points["late"] = 0
    assert small["c"].rule == rules.Options(value="plan", points={"on_time": 10, "late": 5, "2": 2})


def test_in_finds_nodes_of_a_model(model, small):
    assert all(criterion in model for criterion in model) and all(entry in model for entry in model.entries)
    assert all(criterion.id in model for criterion in model)
    assert model["on_time"] in chiso.Model.from_json(model.to_json())
    assert model["on_time"] not in small and small["a"] not in model and 3 not in model


def test_in_finds_lines_of_a_card(scores):
    card = scores.card(scores.evidence.units[0])
    assert all(line.id in card for line in card) and "on_time" in card and "on_tme" not in card and 3 not in card
    assert all(line in card for line in card) and card["on_time"] not in scores.card(scores.evidence.units[1])


def test_cards_are_compared(small):
    scores = small.score(TABLE)
    assert scores.card("A") == scores.card("A") == small.score(TABLE).card("A") and hash(scores.card("A")) == hash(
        small.score(TABLE).card("A")
    )
    assert scores.card("A") != scores.card("B") and scores.card("A") != small.score(TABLE | {"cases": [5, 7]}).card("A")
    line = scores.card("A")["a"]
    assert line == scores.card("A")["a"] and hash(line) == hash(scores.card("A")["a"]) and isinstance(line, chiso.ScoreLine)
    assert line != scores.card("A")["b"] and line != scores.card("B")["a"] and line != "a"
    assert len({scores.card("A"), scores.card("A"), scores.card("B")}) == 2


@pytest.mark.parametrize("of", ["mean", "median", "variance", "stdev", "pvariance", "harmonic_mean", "fmean", "mode"])
def test_figures_are_taken_by_statistics_as_decimals_are(of):
    published = ["81.33", "80.00", "80.00", "70.50"]
    figures = [chiso.figures.Figure("81.33", 61000, 750), *map(chiso.figures.Figure, published[1:])]
    compute = getattr(statistics, of)
    assert compute(figures) == compute([Decimal(text) for text in published])


def test_a_figure_without_an_exact_value_is_its_own():
    assert chiso.figures.Figure("70.50").exact == Fraction(141, 2)
    assert repr(chiso.figures.Figure("70.50")) == "Figure('70.50')"
