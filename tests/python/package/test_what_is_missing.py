"""What units have not reported: named tuples, frames, displays, pickles."""

import copy
import pickle
from decimal import Decimal

import chiso
import pytest
from conftest import ROOT


@pytest.fixture(scope="module")
def scores():
    model = chiso.Draft(
        id="m",
        measures={
            "late": chiso.Measure("count", label={"vi": "Hồ sơ trễ hạn", "en": "Late dossiers"}),
            "border": chiso.Measure("yes_no"),
            "posts": chiso.Measure("count"),
            "fault": chiso.Measure("yes_no"),
        },
        criteria=[
            chiso.Leaf("speed", 60, chiso.rules.Deduct(value="late", each=1), label={"vi": "Đúng hạn", "en": "On time"}),
            chiso.Leaf("posts", 40, chiso.rules.PerItem(value="posts", each=10), applies_when="border"),
            chiso.Leaf("growth", 10, chiso.rules.YesNo(value="late < previous(late)")),
        ],
        classes=chiso.Classes(
            bands=[chiso.Band("good", from_=50, requires="posts > 0"), chiso.Band("low")],
            vetoes=[chiso.Veto(at_most="low", when="fault")],
        ),
    ).build()
    table = {
        "unit": ["A", "A", "B", "B"],
        "period": [2023, 2024, 2023, 2024],
        "late": [3, None, None, 1],
        "border": ["yes", "yes", "no", None],
        "posts": [None, 1, None, None],
        "fault": ["no", "no", None, "no"],
    }
    return model.score(chiso.Evidence.from_frame(table, model))


def test_figures(scores):
    figures = scores.missing(period=2024).figures("en")
    assert [(one.unit, one.source, one.name, one.criteria, one.points) for one in figures] == [
        ("A", "row", "late", ("speed", "growth"), Decimal(70)),
        ("B", "row", "border", ("posts",), Decimal(40)),
        ("B", "row", "posts", ("posts",), Decimal(40)),
        ("B", "previous", "late", ("growth",), Decimal(10)),
    ]
    assert figures[0].label == "Late dossiers" and figures[0].period == "2024" and figures[0].track == "final"
    vetoes = [one for one in scores.missing(period=2023).figures() if one.vetoes]
    assert [(one.unit, one.name, one.vetoes, one.criteria) for one in vetoes] == [("B", "fault", (1,), ())]


def test_frames(scores):
    missing = scores.missing()
    frame = missing.frame(kind="pandas", language="vi")
    assert list(frame) == ["unit", "block", "period", "track", "source", "name", "label", "criteria", "classes", "waiting", "points"]
    assert len(frame) == len(missing)
    assert frame["label"][0] == "Hồ sơ trễ hạn" or "Hồ sơ trễ hạn" in set(frame["label"])
    by_measure = missing.frame(by="measure", kind="dict")
    assert list(by_measure["name"][:2]) == ["late", "late"] and list(by_measure["unit"][:2]) == ["A", "B"]
    for kind in ("polars", "pyarrow"):
        assert len(missing.frame(kind=kind)) == len(missing)
    with pytest.raises(ValueError, match="kind of data frame"):
        missing.frame(kind="excel")
    with pytest.raises((ValueError, TypeError)):
        missing.frame(by="block")


def test_it_is_shown(scores, vietnamese):
    missing = scores.missing(period=2024)
    assert repr(missing) == "<chiso.Missing by m: 4 figures of 2 units>"
    assert "Số liệu còn thiếu" in missing._repr_html_() and "Đúng hạn" in missing._repr_html_()
    assert "What has not been reported" in missing.text(language="en") and "Late dossiers [late]" in missing.text(
        by="measure", language="en"
    )
    assert missing.html().startswith("<!DOCTYPE html>")


def test_a_notebook_shows_the_first_units_only(scores):
    model = scores.model
    many = {"unit": [f"U{i:03}" for i in range(50)], "period": [2024] * 50, "late": [None] * 50}
    first = {name: ["Z", *values] for name, values in many.items()} | {"period": [2023, *many["period"]], "late": [1, *many["late"]]}
    table = first | {"border": ["no"] * 51, "posts": [None] * 51, "fault": ["no"] * 51}
    html = model.score(chiso.Evidence.from_frame(table, model)).missing()._repr_html_()
    assert "U019" in html and "U020" not in html and "51" in html


def test_values(scores):
    missing = scores.missing(period=2024)
    again = pickle.loads(pickle.dumps(missing))
    assert again.figures() == missing.figures() and len(again) == 4
    assert copy.deepcopy(missing) is missing


def test_names(scores):
    with pytest.raises(chiso.UnknownNameError, match="2023"):
        scores.missing(period=2025)
    with pytest.raises(chiso.UnknownNameError):
        scores.missing(track="self")
    with pytest.raises(TypeError, match="block"):
        scores.missing(block=1.5)


def test_the_guide_gives_what_it_shows(monkeypatch):
    import doctest

    monkeypatch.chdir(ROOT)
    results = doctest.testfile(str(ROOT / "docs" / "guide" / "missing.md"), module_relative=False, encoding="utf-8")
    assert results.failed == 0 and results.attempted > 3
