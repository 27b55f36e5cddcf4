"""Pickles of every version stay readable (tests/saved/<version>). CHISO_WRITE_GOLDEN=1 writes those of this version."""

import os
import pickle

import chiso
import pytest
from conftest import ROOT, small_model

SAVED = ROOT / "tests" / "saved"
#: The new names of objects that were saved under former names.
FORMER = {"standings": "ranking_keys"}
COLUMNS = {
    "unit": ["Xã A", "Xã B", "Xã C"],
    "block": ["communes"] * 3,
    "cases": [4, None, 7],
    "share": [12.5, 99.99, 0.1],
    "plan": ["late", "on_time", None],
    "done": [True, None, False],
    "done.not_applicable": [False, True, False],
    "points.a": [None, 3.5, None],
}


def things():
    """New objects like those that were pickled."""
    model = small_model(stated_points="accept", undefined="zero")
    evidence = chiso.Evidence.from_frame(COLUMNS, model)
    scores = model.score(evidence, keep="leaves")
    with pytest.raises(chiso.EvidenceError) as raised:
        chiso.Evidence.from_frame(COLUMNS | {"cases": [-1, "x", 1]}, model)
    return {
        "model": model,
        "draft": model.draft(),
        "evidence": evidence,
        "scores": scores,
        "scorecard": scores.card("Xã A"),
        "figure": scores.card("Xã A").index,
        "cohorts": model.cohorts(evidence),
        "ranking_keys": scores.ranking_keys(),
        "error": raised.value,
    }


def files():
    return sorted(path for path in SAVED.glob("*/*.pickle"))


def test_this_version_is_saved():
    folder = SAVED / chiso.__version__
    made = things()
    if os.environ.get("CHISO_WRITE_GOLDEN"):
        folder.mkdir(parents=True, exist_ok=True)
        for name, thing in made.items():
            (folder / f"{name}.pickle").write_bytes(pickle.dumps(thing, protocol=4))
    assert {path.stem for path in folder.glob("*.pickle")} - set(FORMER) == set(made)


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_pickles_of_every_version_are_read(path):
    name = FORMER.get(path.stem, path.stem)
    made = things()[name]
    check(name, made, pickle.loads(path.read_bytes()))
    check(name, made, pickle.loads(pickle.dumps(made)))


def check(name, made, saved):
    assert type(saved) is type(made)
    if name == "scorecard":
        assert (saved.unit, saved.index, [line.points for line in saved]) == (made.unit, made.index, [line.points for line in made])
    elif name == "error":
        assert str(saved) == str(made) and saved.problems == made.problems and saved.total == made.total
    else:
        assert saved == made
    if name == "figure":
        assert saved.exact == made.exact


@pytest.mark.parametrize("name", ["model", "evidence", "scores"])
def test_a_newer_pickle_is_refused_by_name(name):
    restore, (version, *rest) = things()[name].__reduce__()
    assert version == 1
    with pytest.raises(ValueError, match="newer chiso"):
        restore(2, *rest)


def test_damaged_pickles_are_refused():
    evidence = things()["evidence"]
    restore, (version, model, columns, kind, tables) = evidence.__reduce__()
    assert restore(version, model, columns, kind, tables) == evidence == restore(version, model, columns, kind)
    name, format, rows, buffers, dictionary = columns[0]
    for damaged in (
        [(name, "tdD", rows, buffers, dictionary)],
        [(name, format, rows + 9, buffers, dictionary)],
        [(name, format, rows, buffers[:1], dictionary)],
        [(name, format, rows, [None, *buffers[1:-1], b""], dictionary)],
        [(name, format, rows)],
        [(name, format, 2**60, buffers, dictionary)],
        columns[1:],
        [*columns, columns[0]],
    ):
        with pytest.raises(ValueError):
            restore(version, model, damaged, kind)
