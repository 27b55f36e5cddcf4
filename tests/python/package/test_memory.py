"""Nothing is freed too early or too late: lifetimes, reference counts, memory over thousands of calls."""

import gc
import resource
import sys
import weakref

import chiso
import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from conftest import small_model

MODEL = small_model()
COLUMNS = {"unit": ["A", "B", "C"], "cases": [1.0, 2.0, 3.0], "share": [1.5, 2.5, 3.5], "plan": ["late"] * 3, "done": [True] * 3}


def scores_without_owner():
    """Scores whose model, evidence and frame nothing else refers to."""
    model = small_model()
    return model.score(pl.DataFrame(COLUMNS))


def test_results_outlive_their_scores():
    scores = scores_without_owner()
    frame, card, matrix, table, evidence = scores.frame(), scores.card("B"), scores.matrix(), pa.table(scores), scores.evidence
    exact = scores.frame(kind="pyarrow", exact=True)  # its whole numbers are borrowed
    del scores
    gc.collect()
    assert frame["unit"].to_list() == ["A", "B", "C"] and card.unit == "B" and card["a"].points == 2
    assert matrix.values.shape == (3, 4) and table.num_rows == 3 and len(evidence) == 3
    assert exact["points_quanta"].to_pylist() == [16_150_000, 17_250_000, 18_350_000]


def test_evidence_does_not_borrow():
    """Changing the frame afterwards does not change the evidence."""
    cases = np.array([1.0, 2.0, 3.0])
    evidence = chiso.Evidence.from_frame(COLUMNS | {"cases": cases}, MODEL)
    before = MODEL.score(evidence).frame(kind="dict")["points"].tolist()
    cases[:] = 9
    assert MODEL.score(evidence).frame(kind="dict")["points"].tolist() == before


def test_an_arrow_stream_is_consumed_once():
    table = MODEL.score(COLUMNS)
    capsule = table.__arrow_c_stream__()
    assert pa.RecordBatchReader._import_from_c_capsule(capsule).read_all().num_rows == 3
    with pytest.raises((ValueError, pa.ArrowInvalid)):
        pa.RecordBatchReader._import_from_c_capsule(capsule)
    unused = table.__arrow_c_stream__()
    del unused, table
    gc.collect()
    reader = chiso._core.EvidenceReader(MODEL._core, chiso._core.ReadingOptions())
    with pytest.raises(TypeError, match="no capsule"):
        reader.arrow_table(3)
    with pytest.raises(ValueError, match="arrow_array_stream|incorrect name"):
        reader.arrow_table(pa.array([1]).__arrow_c_array__()[0])


def test_unreferenced_objects_are_freed():
    model = small_model()
    evidence = chiso.Evidence.from_frame(COLUMNS, model)
    scores = model.score(evidence)
    gone = [weakref.ref(thing) for thing in (model, evidence, scores)]
    _ = model["a"], scores.card("A")
    del model, evidence, scores, _
    gc.collect()
    assert [reference() for reference in gone] == [None] * 3


def calls():
    evidence = chiso.Evidence.from_frame(COLUMNS, MODEL)
    scores = MODEL.score(evidence)
    bad = COLUMNS | {"cases": ["x", None, object()]}

    def refused():
        with pytest.raises(chiso.EvidenceError):
            chiso.Evidence.from_frame(bad, MODEL)

    return {
        "score": lambda: MODEL.score(evidence),
        "from dict": lambda: chiso.Evidence.from_frame(COLUMNS, MODEL),
        "from arrow": lambda: chiso.Evidence.from_frame(pa.table(COLUMNS), MODEL),
        "refused": refused,
        "frame": lambda: scores.frame(kind="dict"),
        "arrow": lambda: pa.table(scores),
        "card": lambda: (scores.card("A").index, scores.card("A")["a"].reason),
        "matrix": lambda: scores.matrix().values,
        "saved": lambda: chiso._core.Evidence.restored(MODEL._core, evidence._core.saved()),
        "model": lambda: chiso.Model.from_dict(MODEL.to_dict()),
    }


@pytest.mark.parametrize("name", calls())
def test_nothing_leaks_over_10_000_calls(name):
    call = calls()[name]
    counted = [MODEL, MODEL._core, COLUMNS["unit"], chiso.EvidenceError, None]
    for _ in range(200):
        call()
    gc.collect()
    references = [sys.getrefcount(thing) for thing in counted[:-1]]
    blocks = sys.getallocatedblocks()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(10_000 if name not in ("refused", "card", "model") else 1_000):
        call()
    gc.collect()
    assert [sys.getrefcount(thing) for thing in counted[:-1]] == references
    assert sys.getallocatedblocks() - blocks < 500
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 8 * 1024  # KiB
