"""Several threads score with one model."""

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import polars as pl

import chiso
from conftest import small_model


def frame(rows, seed=1):
    random = np.random.default_rng(seed)
    return pl.DataFrame(
        {
            "unit": [f"U{i}" for i in range(rows)],
            "cases": random.integers(0, 12, rows),
            "share": random.integers(0, 10000, rows) / 100,
            "plan": random.choice(["on_time", "late", "2"], rows),
            "done": random.integers(0, 2, rows).astype(bool),
        }
    )


def test_threads_give_what_one_gives():
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


def test_the_module_needs_no_lock():
    import sys
    import sysconfig

    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        assert not sys._is_gil_enabled()
