"""Errors: every problem as data, the first in the message, all in a frame."""

import copy
import errno
import pickle
from fractions import Fraction

import chiso
import pandas as pd
import polars as pl
import pytest
from conftest import small_model

MODEL = small_model()


def bad(rows=40):
    return {
        "unit": [f"U{i}" for i in range(rows)],
        "cases": [-1] * rows,
        "share": ["x"] * rows,
        "plan": [None] * rows,
        "done": [None] * rows,
    }


@pytest.fixture
def error():
    with pytest.raises(chiso.EvidenceError) as raised:
        chiso.Evidence.from_frame(bad(), MODEL, most_problems=50)
    return raised.value


def test_each_kind_of_error_has_its_class():
    assert issubclass(chiso.Error, ValueError)
    for kind in (chiso.ModelError, chiso.EvidenceError, chiso.ShapeError, chiso.FileError):
        assert issubclass(kind, chiso.Error)


def test_the_message_shows_the_first_problems(error):
    assert error.total == 80 and len(error.problems) == 50
    text = str(error)
    assert "80 problems" in text and "row 0 (counted from 0), cases: " in text and text.count("\n") < 20 and "more" in text


def test_problems_are_data(error):
    problem = error.problems[0]
    assert (problem.code, problem.severity, problem.pointer) == ("cell.min", "error", "/0/cases")
    assert problem.found == "-1" and problem.expected
    assert "lỗi" in problem.text("vi").lower()
    assert problem == error.problems[0] != error.problems[1] and hash(problem) == hash(error.problems[0])
    assert str(problem) in repr(error.problems)
    assert isinstance(error.problems[2:5], chiso.Problems) and len(error.problems[2:5]) == 3
    assert list(error.problems) == [*error.problems]


@pytest.mark.parametrize(("kind", "type_"), [("pandas", pd.DataFrame), ("polars", pl.DataFrame), ("dict", dict)])
def test_problems_are_a_frame(error, kind, type_):
    frame = error.problems.frame(kind)
    assert isinstance(frame, type_) and list(frame["code"])[:2] == ["cell.min", "cell.number"]
    assert len(frame["code"]) == 50


def test_errors_are_copied_and_pickled(error):
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error) and str(again) == str(error)
        assert again.problems == error.problems and again.total == error.total
    with pytest.raises(chiso.FileError) as raised:
        chiso.load_model("nowhere.json")
    again = pickle.loads(pickle.dumps(raised.value))
    assert isinstance(again, chiso.FileError) and str(again) == str(raised.value)


def test_problems_display_as_html(error):
    page = error._repr_html_()
    assert "80 problem" in page and "row 0 (counted from 0), cases" in page and "<script" not in page
    assert "and 60 more" in page
    hostile = chiso.Problems([chiso.Problem("json.type", ["<script>alert(1)</script>", "&"], pointer="<b>")])
    assert "<script>" not in hostile._repr_html_() and "&lt;script&gt;" in hostile._repr_html_()


# ---- pitfalls of pandas


def frame():
    return pd.DataFrame({"cases": [1, 2], "share": [1.5, 2.5], "plan": ["late", None], "done": [True, False]}, index=["A", "B"])


def test_a_forgotten_unit_is_explained():
    with pytest.raises(chiso.EvidenceError, match="unit='index'"):
        chiso.Evidence.from_frame(frame(), MODEL)
    assert chiso.Evidence.from_frame(frame(), MODEL, unit="index").units == ("A", "B")
    assert chiso.Evidence.from_frame(frame().reset_index(names="Đơn vị"), MODEL, unit="Đơn vị").units == ("A", "B")
    assert chiso.Evidence.from_frame(frame().reset_index(names="Đơn vị"), MODEL, rename={"Đơn vị": "unit"}).units == ("A", "B")
    with pytest.raises(chiso.EvidenceError) as raised:
        chiso.Evidence.from_frame(pl.DataFrame(frame()), MODEL)
    assert "index" not in str(raised.value)


def test_names_that_pandas_loses_are_explained():
    data = frame().reset_index(names="unit").assign(block=["NA", None])
    with pytest.raises(chiso.EvidenceError, match="keep_default_na=False"):
        chiso.Evidence.from_frame(data, MODEL)


def test_options_that_pandas_loses_are_warned_of(tmp_path):
    draft = MODEL.draft()
    draft.measures["plan"].options = ["on_time", "late", "None"]
    draft["c"].rule.points = {"on_time": 10, "late": 5, "None": 0}
    model = draft.build()
    path = tmp_path / "table.csv"
    path.write_text("unit,cases,share,plan,done\nA,1,1,None,yes\nB,1,1,late,yes\n", encoding="utf-8")
    with pytest.warns(chiso.ChisoWarning, match="reads its option 'None' as missing"):
        lost = model.score(pd.read_csv(path))
    kept = model.score(pd.read_csv(path, keep_default_na=False, na_values=[""]))
    assert not lost.card("A").complete and kept.card("A").complete
    with pytest.raises(chiso.EvidenceError, match="not_applicable"):
        table = pd.read_csv(path, keep_default_na=False).assign(cases="n/a")
        model.score(table)


def test_an_absent_file_is_reported(tmp_path):
    with pytest.raises(FileNotFoundError) as raised:
        chiso.load_model("nowhere.json")
    assert isinstance(raised.value, chiso.FileError)
    assert (raised.value.errno, raised.value.filename) == (errno.ENOENT, "nowhere.json")
    again = pickle.loads(pickle.dumps(raised.value))
    assert isinstance(again, FileNotFoundError) and again.errno == errno.ENOENT
    with pytest.raises(chiso.FileError) as raised:
        chiso.load_model(tmp_path)
    assert not isinstance(raised.value, FileNotFoundError) and raised.value.filename == str(tmp_path)


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow"])
def test_an_empty_frame_of_problems_has_the_usual_types(error, kind):
    none, some = chiso.Problems([]).frame(kind), error.problems.frame(kind)
    types = (lambda frame: frame.schema) if kind != "pandas" else (lambda frame: frame.dtypes.to_dict())
    assert len(none) == 0 and types(none) == types(some)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("xa mau 03", "Xã Mẫu 03"),
        ("phuong mau 2", "Phường Mẫu 23, Phường Mẫu 24, Phường Mẫu 25, Phường Mẫu 26, Phường Mẫu 27"),
        ("Phòng Mẩu12", "Phòng Mẫu 12"),
    ],
)
def test_a_misspelt_unit_is_reported_with_suggestions(scores, typed, meant):
    with pytest.raises(chiso.UnknownNameError) as raised:
        scores.card(typed)
    assert str(raised.value) == f"found unit '{typed}', expected one of the units, 42 in all (did you mean {meant}?) [name.unknown]"
    assert (raised.value.problems[0].code, raised.value.problems[0].hint) == ("name.unknown", meant)


def test_an_absent_row_is_reported(scores):
    with pytest.raises(KeyError, match=r"found period '2031', expected one of '2023', '2024'"):
        scores.card("Xã Mẫu 01", period=2031)
    with pytest.raises(chiso.UnknownNameError, match=r"one of its rows: 2023 self.*row\.absent"):
        scores.card("Phường Mẫu 27", track="appraised")


# ---- problems from their arguments

ROW = (3, 5, 4)
PHRASE = ("at least {0}", "ít nhất {0}", ("2",))


def test_a_problem_is_made_of_arguments():
    problem = chiso.Problem("json.type", ["5", PHRASE], pointer="/a", line=2, column=7, hint=("as of {0}", "như ở {0}", (ROW,)))
    assert (problem.found, problem.expected, problem.hint) == ("5", "at least 2", "as of line 5 (row 4 of the sheet)")
    assert str(problem) == ("2:7: error: /a: found 5, expected at least 2 (did you mean as of line 5 (row 4 of the sheet)?) [json.type]")
    assert problem.text("vi").startswith("2:7: lỗi: /a: gặp 5, cần ít nhất 2 (có phải là như ở dòng 5 ")
    assert problem.arguments == ("5", PHRASE) and chiso.Problem("file.read", [7]).arguments == (7,)
    assert problem == chiso.Problem("json.type", problem.arguments, pointer="/a", line=2, column=7, hint=("as of {0}", "như ở {0}", (ROW,)))
    for again in (pickle.loads(pickle.dumps(problem)), copy.copy(problem), copy.deepcopy(problem)):
        assert again == problem and again.arguments == problem.arguments and again.text("vi") == problem.text("vi")
        assert hash(again) == hash(problem)


def test_a_problem_refuses_other_arguments():
    with pytest.raises(ValueError, match="no problem has the code 'a'"):
        chiso.Problem("a")
    with pytest.raises(ValueError, match="'bad' is none of 'error', 'warning'"):
        chiso.Problem("json.type", severity="bad")
    for argument in (1.5, True, None, ("en", "vi"), ("en", "vi", "holes"), (1, 2), b"bytes"):
        with pytest.raises(TypeError):
            chiso.Problem("json.type", [argument])


def test_a_problem_of_an_older_pickle_shows_its_texts():
    old = chiso.errors.restored_problem("json.depth", "error", "/a", 0, 0, 0, 0, "a dict within itself", "fewer brackets", "")
    assert str(old) == "error: /a: found a dict within itself, expected fewer brackets [json.depth]"
    again = pickle.loads(pickle.dumps(old))
    assert again == old and hash(again) == hash(old) and str(again) == str(old)
    new = chiso.Problem("json.depth", ["a dict within itself", 256], pointer="/a")
    assert new != old and new.expected == "at most 256 brackets inside one another"


def test_a_column_that_seems_computed_is_told_of_excess(small):
    cells = {"unit": ["A", "B"], "cases": [1, 2], "share": [100 / 3, 12.345], "plan": ["late", "late"], "done": [True, False]}
    with pytest.raises(chiso.EvidenceError) as error:
        small.score(cells)
    computed, typed = error.value.problems
    assert computed.code == typed.code == "cell.decimals" and typed.hint == ""
    assert computed.hint == '"excess": "round" in the measure, since it seems computed'
    draft = small.draft()
    draft.measures["share"].excess = "round"
    assert draft.build().score(cells).card("A")["b"].value == Fraction(3333, 100)


def test_a_lazy_frame_is_told_of_the_other_engines(small):
    polars = pytest.importorskip("polars")
    with pytest.raises(TypeError, match="collect it first, or score it with chiso.integrations"):
        small.score(polars.LazyFrame({"unit": ["A"]}))
