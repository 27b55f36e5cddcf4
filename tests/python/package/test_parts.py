"""Tables in parts: each part has the scores, ranks and classes that it has in the whole."""

import copy
import functools
import pickle

import chiso
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables_in_parts import MODELS, parts_of, rows_of, table_of, tables


def check_parts(model, table, parts):
    """Checks that the parts have the results of the whole; returns the ranking keys."""
    whole = model.score(table, part=True)
    cohorts = model.cohorts(parts[0])
    for part in parts[1:]:
        cohorts |= model.cohorts(part)
    assert cohorts == model.cohorts(table)
    scores = [model.score(part, cohorts=cohorts) for part in parts]
    ranking_keys = scores[0].ranking_keys()
    for part in scores[1:]:
        ranking_keys = ranking_keys.merge(part.ranking_keys())
    assert ranking_keys == whole.ranking_keys()
    found = [row for part in scores for row in rows_of(part.frame(exact=True, ranking_keys=ranking_keys, kind="pyarrow"))]
    assert sorted(found) == sorted(rows_of(whole.frame(exact=True, kind="pyarrow")))
    return ranking_keys


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_parts_score_as_in_the_whole(name, count):
    model = MODELS[name]
    table = table_of(model)
    assert check_parts(model, table, parts_of(table, count)).ranked > 0


@pytest.mark.parametrize("name", MODELS)
@given(data=st.data())
@settings(max_examples=30)
def test_parts_of_any_table_score_as_in_the_whole(name, data):
    model = MODELS[name]
    table = data.draw(tables(model))
    part_of_unit = {unit: data.draw(st.integers(0, 2), label=unit) for unit in sorted(set(table["unit"]))}
    places = [[row for row, unit in enumerate(table["unit"]) if part_of_unit[unit] == part] for part in range(3)]
    check_parts(model, table, [{name: [cells[row] for row in rows] for name, cells in table.items()} for rows in places])


@functools.cache
def states():
    model = MODELS["looks back"]
    table = table_of(model)
    return model, table, model.cohorts(table), model.score(table).ranking_keys()


def test_equality_copies_and_pickles():
    model, table, cohorts, ranking_keys = states()
    for state in (cohorts, ranking_keys):
        again = pickle.loads(pickle.dumps(state))
        assert again == state and again.model == model
        assert copy.copy(state) is state and copy.deepcopy(state) is state
        assert state != 1 and state != (ranking_keys if state is cohorts else cohorts)
        with pytest.raises(TypeError):
            hash(state)
        with pytest.raises(TypeError):
            state | 1
    assert repr(cohorts) == f"<chiso.Cohorts of looks-back: {len(cohorts)} of a block, period and track>"
    rows = f"{ranking_keys.ranked} ranked rows, {len(ranking_keys)} of a block, period and track"
    assert repr(ranking_keys) == f"<chiso.RankingKeys by looks-back: {rows}>"
    scores = model.score(table, cohorts=cohorts)
    assert scores.cohorts is cohorts
    assert pickle.loads(pickle.dumps(scores)) == scores != model.score(table)


def test_every_key_is_restored_exactly():
    for key in ("exact", "published"):
        ranking = chiso.Ranking(key=key, tie_break=["b", "a"])
        model = MODELS["share of ranks"].with_(ranking=ranking, publish=chiso.Publish(decimals=9, may_exceed_100=True))
        ranking_keys = model.score(table_of(model)).ranking_keys()
        assert pickle.loads(pickle.dumps(ranking_keys)) == ranking_keys


def test_parts_without_rows_are_accepted():
    model, table, cohorts, ranking_keys = states()
    none = {name: cells[:0] for name, cells in table.items()}
    empty = model.cohorts(none)
    assert len(empty) == 0 and empty | cohorts == cohorts == cohorts | empty
    scores = model.score(none, cohorts=empty)
    assert scores.rows == 0 and scores.ranking_keys() | ranking_keys == ranking_keys
    assert pickle.loads(pickle.dumps(empty)) == empty


def test_a_part_gives_no_warnings():
    model, table, cohorts, _ = states()
    rows = [row for row, period in enumerate(table["period"]) if period == "2023"]
    of_one_period = {name: [cells[row] for row in rows] for name, cells in table.items()}
    model.score(of_one_period, cohorts=model.cohorts(of_one_period) | cohorts)
    with pytest.warns(chiso.ChisoWarning, match="previous"):
        model.score(of_one_period)


def test_totals_and_keys_that_do_not_fit_are_refused():
    model, table, cohorts, ranking_keys = states()
    other = MODELS["relative"]
    with pytest.raises(chiso.ShapeError, match="another model"):
        cohorts | other.cohorts(table_of(other))
    with pytest.raises(chiso.ShapeError, match="another model"):
        model.score(table, cohorts=other.cohorts(table_of(other)))
    with pytest.raises(chiso.ShapeError, match="is in two parts"):
        ranking_keys | ranking_keys
    part = parts_of(table, 3)[0]
    with pytest.raises(chiso.ShapeError, match="no cohort totals of"):
        model.score(table, cohorts=model.cohorts({name: cells[:1] for name, cells in table.items()}))
    with pytest.raises(chiso.ShapeError, match="do not have the unit"):
        model.score(table).frame(ranking_keys=model.score(part, cohorts=cohorts).ranking_keys())
    with pytest.raises(chiso.ShapeError, match="ranks by it"):
        model.score(table).frame(ranking_keys=ranking_keys, node="a")
    with pytest.raises(TypeError, match="takes no decimal"):
        model.cohorts(chiso.Evidence.from_frame(table, model), decimal=",")


def damaged(saved, place, value):
    """Plain data with one of its parts changed; `place` leads to it."""
    if not place:
        return value
    return type(saved)(damaged(item, place[1:], value) if i == place[0] % len(saved) else item for i, item in enumerate(saved))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ((0, 2), "nowhere"),
        ((0, 3, 0, 1), "1/0"),
        ((0, 3, 0, 1), "x" * 100),
        ((0, 3, 0, 0), -1),
        ((0, 3, 0), (1, "0")),
        ((0, 1), "2024-1"),
        ((0,), ()),
    ],
)
def test_damaged_cohort_totals_are_refused(place, value):
    restore, (version, model, saved) = states()[2].__reduce__()
    with pytest.raises((ValueError, TypeError)):
        restore(version, model, damaged(saved, place, value))
    with pytest.raises(ValueError, match="newer chiso"):
        restore(2, model, saved)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ((0, 2), "nowhere"),
        ((0, 4, 0), "-1"),
        ((0, 4, 0), "1/0"),
        ((0, 4, 0), None),
        ((0, 4, 0), "9" * 60),
        ((0, 4, 0), str(2**63)),
        ((0, 3, 0), ""),
        ((0, 3), ["z", "a"]),
    ],
)
def test_damaged_ranking_keys_are_refused(place, value):
    restore, (version, model, saved) = states()[3].__reduce__()
    with pytest.raises(ValueError):
        restore(version, model, damaged(saved, place, value))
    with pytest.raises(ValueError, match="newer chiso"):
        restore(2, model, saved)


@pytest.mark.parametrize("which", ["cohorts", "ranking_keys"])
@given(data=st.data())
@settings(max_examples=300)
def test_a_damaged_pickle_never_crashes(which, data):
    _, _, cohorts, ranking_keys = states()
    restore, (version, of, saved) = (cohorts if which == "cohorts" else ranking_keys).__reduce__()
    place, at = [], saved
    while isinstance(at, (list, tuple)) and at:
        place.append(data.draw(st.integers(0, len(at) - 1)))
        at = at[place[-1]]
    value = st.sampled_from(["", "7", "-3/4", "a", "1/3", None, -5, 10**30, [], ()]) | st.text(max_size=5) | st.integers()
    try:
        restore(version, of, damaged(saved, place, data.draw(value)))
    except (ValueError, TypeError):
        pass
