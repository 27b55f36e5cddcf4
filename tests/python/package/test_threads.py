"""Several threads score with one model."""

import threading
import time
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
    """The lock of the interpreter is not held: another thread goes on counting."""
    model = small_model()
    data = frame(400_000)
    ticks, stop = [], threading.Event()

    def tick():
        while not stop.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.0005)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        began = time.perf_counter()
        evidence = chiso.Evidence.from_frame(data, model)
        scores = model.score(evidence)
        scores.averages(kind="pyarrow")
        ended = time.perf_counter()
    finally:
        stop.set()
        thread.join()
    within = [tick for tick in ticks if began < tick < ended]
    longest = max(b - a for a, b in zip([began, *within], [*within, ended], strict=True))
    assert longest < (ended - began) / 2, "one call held the interpreter for most of the time"


def test_the_module_needs_no_lock():
    import sys
    import sysconfig

    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        assert not sys._is_gil_enabled()
