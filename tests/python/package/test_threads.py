"""Several threads use one model, one table and its scores. tests/free_threading runs them without the lock of the interpreter."""

import pickle
import sys
import sysconfig
import threading
from concurrent.futures import ThreadPoolExecutor

import chiso
import numpy as np
import pyarrow as pa
import pytest
from conftest import small_model


def frame(rows, seed=1):
    random = np.random.default_rng(seed)
    return pa.table(
        {
            "unit": [f"U{i}" for i in range(rows)],
            "cases": random.integers(0, 12, rows),
            "share": random.integers(0, 10000, rows) / 100,
            "plan": random.choice(["on_time", "late", "2"], rows),
            "done": random.integers(0, 2, rows).astype(bool),
        }
    )


def test_threads_give_the_results_of_one():
    model = small_model()
    frames = [frame(2000, seed) for seed in range(8)]
    alone = [model.score(one).frame(kind="pyarrow") for one in frames]
    shared = model.score(frames[0])
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda one: model.score(one).frame(kind="pyarrow"), frames * 4))
        cards = list(pool.map(lambda _: shared.card("U7").rank, range(64)))
    assert all(table.equals(alone[place % 8]) for place, table in enumerate(together))
    assert len(set(cards)) == 1


def test_other_threads_run_while_it_scores():
    """The lock of the interpreter is not held: another thread goes on counting within each call."""
    model = small_model()
    data = frame(400_000)
    ticks, stop = [], threading.Event()

    def tick():
        while not stop.wait(0.0005):
            ticks.append(None)

    def ticks_within(call):
        before = len(ticks)
        made = call()
        return made, len(ticks) - before

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        evidence, reading = ticks_within(lambda: chiso.Evidence.from_frame(data, model))
        scores, scoring = ticks_within(lambda: model.score(evidence, keep="leaves"))
        _, averaging = ticks_within(lambda: scores._core.averages(None))
    finally:
        stop.set()
        thread.join()
    assert min(reading, scoring, averaging) > 5, "a call held the interpreter"


def message(call):
    with pytest.raises(ValueError) as caught:
        call()
    return str(caught.value)


def draft_of(model):
    draft = model.draft()
    draft.criteria[0].points = 20
    return draft.build().to_json()


#: Questions to a model, evidence and scores whose answers can be compared.
QUESTIONS = {
    "score": lambda model, evidence, scores: model.score(evidence, keep="leaves").frame(),
    "ranks": lambda model, evidence, scores: scores.frame(sort="rank"),
    "node": lambda model, evidence, scores: scores.frame(node="a", exact=True),
    "long": lambda model, evidence, scores: scores.long(),
    "averages": lambda model, evidence, scores: scores.averages(),
    "matrix": lambda model, evidence, scores: scores.matrix(nodes="leaves", value="share").values.tobytes(),
    "card": lambda model, evidence, scores: str(scores.card("U7")),
    "page": lambda model, evidence, scores: scores.card("U11")._repr_html_(),
    "evidence": lambda model, evidence, scores: evidence.frame(),
    "pickles": lambda model, evidence, scores: pickle.loads(pickle.dumps(scores)) == scores,
    "copies": lambda model, evidence, scores: (hash(model), model.hash, chiso.Model.from_json(model.to_json()) == model),
    "criteria": lambda model, evidence, scores: [(one.id, one.points) for one in model.criteria] + [str(model.describe("vi"))],
    "draft": lambda model, evidence, scores: draft_of(model),
    "typo": lambda model, evidence, scores: message(lambda: scores.frame(node="aa")),
    "problems": lambda model, evidence, scores: message(lambda: chiso.Evidence.from_frame({"unit": ["A"], "cases": ["x"]}, model)),
}


def at_once(call, inputs):
    """The result of each thread; all start together."""
    start = threading.Barrier(len(inputs))

    def begin(one):
        start.wait()
        return call(one)

    with ThreadPoolExecutor(len(inputs)) as pool:
        return list(pool.map(begin, inputs))


def test_ranks_are_found_by_whichever_thread_asks_first():
    model = small_model()
    evidence = chiso.Evidence.from_frame(frame(20_000), model)
    wanted = model.score(evidence).frame(sort="rank")
    for _ in range(20):
        scores = model.score(evidence)
        assert all(table == wanted for table in at_once(lambda _, scores=scores: scores.frame(sort="rank"), range(8)))


def test_concurrent_calls_give_the_same_answers():
    """The answers equal those of a single thread."""
    model = small_model()
    data = frame(500)
    alone = model.score(data)
    wanted = {name: ask(model, alone.evidence, alone) for name, ask in QUESTIONS.items()}
    names = list(QUESTIONS)
    for _ in range(4):
        evidence = chiso.Evidence.from_frame(data, model)
        scores = model.score(evidence)

        def answers(first, evidence=evidence, scores=scores):
            return {name: QUESTIONS[name](model, evidence, scores) for name in names[first:] + names[:first]}

        assert all(found == wanted for found in at_once(answers, [0, 1, 1, 2, 5, 8, 11, 13]))


def test_the_module_needs_no_lock():
    """An interpreter that can do without its lock does so once chiso is imported."""
    free_threading = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    assert not (free_threading and sys._is_gil_enabled())


def test_the_number_of_threads_changes_nothing():
    model = small_model()
    data = frame(50_000)
    alone = model.score(data, keep="leaves", threads=1)
    assert all(model.score(data, keep="leaves", threads=threads) == alone for threads in (None, 2, 7, 64))
    for threads in (0, -1, True, 1025):
        with pytest.raises(ValueError, match="threads is a whole number from 1 to 1024"):
            model.score(data, threads=threads)
    with pytest.raises(TypeError):
        model.score(data, threads=2.0)


def test_progress_is_told_and_cancels():
    model = small_model()
    evidence = chiso.Evidence.from_frame(frame(400_000), model)
    told = []
    model.score(evidence, threads=1, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (400_000, 400_000)
    assert told == sorted(set(told))
    whole = model.score(evidence)

    class Enough(Exception):
        pass

    def cancel(done, total):
        raise Enough(f"{done} of {total}")

    with pytest.raises(Enough, match="of 400000"):
        model.score(evidence, progress=cancel)
    assert model.score(evidence) == whole
    with pytest.raises(TypeError, match="progress is True, False or a function"):
        model.score(evidence, progress=1)


def test_progress_is_shown_as_a_bar(capsys):
    model = small_model()
    model.score(frame(10), progress=True)
    assert "scored" in capsys.readouterr().err


def test_a_bar_needs_tqdm(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(ImportError, match="pip install tqdm"):
        small_model().score(frame(10), progress=True)
