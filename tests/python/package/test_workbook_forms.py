"""Forms of one unit: what stands in them, and that a filled one has the scores of its row in a table."""

import datetime
import pickle
import subprocess
import sys

import chiso
import numpy as np
import openpyxl
import pytest
from test_workbooks_written import MODELS, evidence_of, model_with_everything
from workbook_files import book

pytest.importorskip("python_calamine")
pytest.importorskip("xlsxwriter")
pytestmark = pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")

HEADS = ["number", "criterion", "points", "measure", "measured_in", "value", "takes", "note"]
NAMES = {"vi": "Phiếu", "en": "Form"}


def lines_of(sheet):
    """The row of each name in the column of measures."""
    at = next(row for row in range(1, 20) if str(sheet.cell(row, 4).value).startswith("measure\n"))
    assert [sheet.cell(at, column).value.partition("\n")[0] for column in range(1, 9)] == HEADS
    return {sheet.cell(row, 4).value: row for row in range(at + 1, sheet.max_row + 1) if sheet.cell(row, 4).value}


def fill(path, sheet, values):
    """Fills a form in, as people type; a blank or absent value stays blank."""
    made = openpyxl.load_workbook(path)
    lines = lines_of(made[sheet])
    for name, value in values.items():
        if value is not None:
            made[sheet].cell(lines[name], 6).value = value
    made.save(path)


def row_of(evidence, row):
    """What a row of evidence has in each column, as cells of a workbook."""
    out = {}
    frame = evidence.frame(kind="dict")
    for name, values in frame.items():
        value = values[row]
        if value is np.ma.masked or value is None or (isinstance(value, float | np.floating) and np.isnan(value)):
            continue
        if isinstance(value, np.datetime64):
            if np.isnat(value):
                continue
            value = value.astype(object)
        out[name] = value.item() if isinstance(value, np.generic) else value
    for name in [name for name in out if name.endswith(".not_applicable")]:
        if out.pop(name):
            out[name.removesuffix(".not_applicable")] = "not_applicable"
    return {name: "yes" if value is True else "no" if value is False else value for name, value in out.items()}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", MODELS)
def test_a_form_that_is_filled_in_has_the_scores_of_its_row(root, tmp_path, name, language):
    model, evidence = evidence_of(root, name)
    path = tmp_path / "form.xlsx"
    for row in {0, evidence.rows // 2, evidence.rows - 1}:
        model.template(path, language=language, layout="form")
        values = row_of(evidence, row)
        fill(path, NAMES[language], values)
        read = chiso.read_evidence(path, model)
        frame = {column: [value] for column, value in values.items()}
        assert read == chiso.Evidence.from_frame(frame, model, absent="missing") or model.draft().to_dict().get("stated_points")
        one, other = (model.score(each).frame(kind="dict") for each in (read, chiso.Evidence.from_frame(frame, model, absent="missing")))
        assert {key: list(map(str, cells)) for key, cells in one.items()} == {key: list(map(str, other[key])) for key in one}


def test_a_form_has_each_figure_once_and_says_what_it_takes(tmp_path):
    path = tmp_path / "form.xlsx"
    model_with_everything().template(path, language="vi", layout="form")
    made = openpyxl.load_workbook(path)
    assert made.sheetnames == ["Phiếu", "tasks", "Giải thích"]
    sheet = made["Phiếu"]
    lines = lines_of(sheet)
    assert list(lines) == [
        *("unit", "block", "period", "track", "ranked", "met", "points.met", "count", "free", "rate", "plan", "many", "sent"),
    ]
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    of = {name: checks[f"F{row}"] for name, row in lines.items()}
    assert of["plan"].formula1 == '"in_time,late,không áp dụng"' and of["block"].formula1 == '"I,II"'
    cell = f"F{lines['count']}"
    assert of["count"].formula1 == f'OR({cell}="không áp dụng",AND(ISNUMBER({cell}),{cell}>=0,{cell}<=20,ROUND({cell},0)={cell}))'
    assert of["many"].formula1.startswith("'Giải thích'!$")
    assert sheet.protection.sheet and sheet.freeze_panes == "C4" and sheet["A1"].value == "Mọi loại"
    for name, row in lines.items():
        assert not sheet.cell(row, 6).protection.locked and not sheet.cell(row, 8).protection.locked, name
        assert sheet.cell(row, 4).protection.locked
    assert sheet.cell(lines["rate"], 5).value == "%" and sheet.cell(lines["count"], 2).value == "Số hồ sơ"
    assert sheet.page_setup.orientation == "landscape" and sheet.print_title_rows == "$3:$3"
    texts = [sheet.cell(row, 2).value for row in range(4, sheet.max_row + 1)]
    assert "Số liệu khác" in texts


def test_a_form_and_its_tables_are_read_together(tmp_path):
    model, path = model_with_everything(), tmp_path / "form.xlsx"
    model.template(path, language="en", layout="form")
    fill(path, "Form", {"unit": "An", "block": "II", "period": "2024", "met": "yes", "count": 3, "sent": datetime.date(2024, 3, 31)})
    made = openpyxl.load_workbook(path)
    for at, value in enumerate(["An", "2024", None, "a task", 4], 1):
        made["tasks"].cell(2, at).value = value
    made.save(path)
    read = chiso.read_evidence(path, model)
    assert read.tables == {"tasks": 1} and read.units == ("An",) and read.blocks == ("II",)
    assert str(read.frame(kind="dict")["sent"][0]) == "2024-03-31"


def test_problems_of_a_form_name_its_cells(tmp_path):
    model, path = model_with_everything(), tmp_path / "form.xlsx"
    model.template(path, language="en", layout="form")
    rows = lines_of(openpyxl.load_workbook(path)["Form"])
    fill(path, "Form", {"unit": "An", "block": "II", "count": 21, "plan": "Late"})
    with pytest.raises(chiso.EvidenceError) as error:
        chiso.read_evidence(path, model)
    assert {(problem.code, problem.cell) for problem in error.value.problems} == {
        ("cell.max", f"Form!F{rows['count']}"),
        ("cell.option", f"Form!F{rows['plan']}"),
    }
    model.template(path, language="en", layout="form")
    fill(path, "Form", {"block": "II", "count": 2})
    with pytest.raises(chiso.EvidenceError) as error:
        chiso.read_evidence(path, model)
    assert (error.value.problems[0].code, error.value.problems[0].cell) == ("unit.empty", f"Form!F{rows['unit']}")


def test_a_form_as_csv_is_the_same(tmp_path):
    model = model_with_everything()
    text = model.empty_sheet("vi", layout="form")
    lines = text.replace(";met;;;", ";met;;có;").replace(";unit;;;", ";unit;;An;").replace(";block;;;", ";block;;I;")
    (tmp_path / "form.csv").write_text(lines, encoding="utf-8")
    read = chiso.read_evidence(tmp_path / "form.csv", model)
    assert read.units == ("An",) and read.frame(kind="dict")["met"].tolist() == [True]
    for wrong in ({"layout": "rows"}, {"layout": "form", "table": "tasks"}):
        with pytest.raises(ValueError, match="form"):
            model.empty_sheet(**wrong)
        with pytest.raises(ValueError, match="form"):
            model.template(tmp_path / "none.xlsx", **wrong)
    assert not (tmp_path / "none.xlsx").exists()


def test_the_command_makes_and_reads_forms(root, tmp_path):
    model, form, sheet = root / "examples/models/pci_2021.json", tmp_path / "form.xlsx", tmp_path / "sheet.csv"
    run = [sys.executable, "-m", "chiso"]
    subprocess.run([*run, "template", model, "-o", form, "--form", "--lang", "vi"], check=True)
    names = list(chiso.load_model(model).measures)
    fill(form, "Phiếu", {"unit": "Hà Nội"} | dict.fromkeys(names, 6.5))
    sheet.write_text("unit," + ",".join(names) + "\nHà Nội," + ",".join(["6.5"] * len(names)) + "\n", encoding="utf-8")
    by_form, by_table = (subprocess.run([*run, "score", model, path], capture_output=True, check=True).stdout for path in (form, sheet))
    assert by_form == by_table
    told = subprocess.run([*run, "template", model, "--form", "--table", "x"], capture_output=True, text=True)
    assert told.returncode == 2 and "--form" in told.stderr


# ---- forms of several units in one workbook
def forms(path, model, language, of_units):
    """A workbook in which the form was copied for each unit, as people do, beside the blank one."""
    model.template(path, language=language, layout="form")
    made = openpyxl.load_workbook(path)
    blank = made[NAMES[language]]
    lines = lines_of(blank)
    for title, values in of_units.items():
        copied = made.copy_worksheet(blank)
        copied.title = title
        for name, value in values.items():
            copied.cell(lines[name], 6).value = value
    made.save(path)
    return lines


@pytest.mark.parametrize("language", ["vi", "en"])
def test_forms_of_one_workbook_are_read_together(tmp_path, language):
    path = tmp_path / "forms.xlsx"
    of_units = {
        "Xã An": {"unit": "Xã An", "track": "self", "x": 3, "y": 1.5},
        "Xã Bình": {"unit": "Xã Bình", "track": "self", "x": 4, "y": 2},
        "Xã Châu": {"unit": "Xã Châu", "track": "final", "x": 5},
    }
    forms(path, LITTLE, language, of_units)
    read = chiso.read_evidence(path, LITTLE)
    expected = {"unit": [*of_units], "track": ["self", "self", "final"], "x": [3, 4, 5], "y": [1.5, 2, None]}
    assert read == chiso.Evidence.from_frame(expected, LITTLE)
    assert chiso.read_evidence(path, LITTLE, sheet="Xã Bình").units == ("Xã Bình",)


def test_problems_of_several_forms_name_worksheet_and_cell(tmp_path):
    path, model = tmp_path / "forms.xlsx", tmp_path / "model.json"
    of_units = {
        "Xã An": {"unit": "Xã An", "track": "final", "x": -3},
        "Xã Bình": {"unit": "Xã  An", "track": "final", "x": 4, "y": "nhiều"},
        "Xã Châu": {"track": "final", "x": 5},
    }
    lines = forms(path, LITTLE, "vi", of_units)
    with pytest.raises(chiso.EvidenceError) as error:
        chiso.read_evidence(path, LITTLE)
    assert {(problem.code, problem.cell) for problem in error.value.problems} == {
        ("cell.min", f"'Xã An'!F{lines['x']}"),
        ("cell.number", f"'Xã Bình'!F{lines['y']}"),
        ("row.duplicate", f"'Xã Bình'!F{lines['unit']}"),
        ("unit.empty", f"'Xã Châu'!F{lines['unit']}"),
    }
    model.write_text(LITTLE.to_json(), encoding="utf-8")
    for language, row in (("vi", "dòng {} của trang tính 'Xã An'"), ("en", "row {} of the worksheet 'Xã An'")):
        told = subprocess.run(
            [sys.executable, "-m", "chiso", "check", model, path, "--lang", language], capture_output=True, text=True, encoding="utf-8"
        )
        assert told.returncode == 1 and row.format(lines["unit"]) in told.stderr, told.stderr
        assert f"forms.xlsx:'Xã An'!F{lines['x']}: " in told.stderr


def test_what_does_not_add_up_in_one_of_several_forms_is_found_in_it(root, tmp_path):
    model, path, result = root / "docs/vi/writing/model.json", tmp_path / "phieu.xlsx", tmp_path / "ketqua.xlsx"
    good = {"ke_hoach": "dung_han", "sang_kien": 2, "bao_cao_cham": 0, "ho_so": 1200, "dung_han": 1188, "truc_tuyen": 720, "hai_long": 91.5}
    good |= {"giai_thuong": 0, "ky_luat": "không"}
    of_units = {name: {"unit": name} | good for name in ("Xã An", "Xã Bình", "Xã Châu")}
    of_units["Xã Bình"]["dung_han"] = 1288
    lines = forms(path, chiso.load_model(model), "vi", of_units)
    run = [sys.executable, "-m", "chiso"]
    told = subprocess.run([*run, "check", model, path, "--lang", "vi"], capture_output=True, text=True, encoding="utf-8")
    assert told.returncode == 1 and f"phieu.xlsx:'Xã Bình'!F{lines['ho_so']}: lỗi: Xã Bình" in told.stderr, told.stderr
    assert "3 dòng, 3 đơn vị" in told.stdout
    subprocess.run([*run, "score", model, path, "-o", result, "--lang", "vi"], capture_output=True, check=True)
    ranking = openpyxl.load_workbook(result)["Xếp hạng"]
    assert {ranking.cell(row, 1).value for row in range(2, 5)} == {*of_units}


# ---- other layouts, and merged cells, of worksheets
LITTLE = chiso.Model.from_dict(
    {
        "chiso": 1,
        "id": "little",
        "tracks": ["self", "final"],
        "measures": {"x": {"type": "count"}, "y": {"type": "decimal", "measured_in": "%"}},
        "criteria": [{"id": "a", "points": 9, "rule": {"type": "per_item", "value": "x + y", "each": 1}}],
    }
)


def test_layouts_of_worksheets_are_those_of_files(tmp_path):
    long = [["Đơn vị", "Số liệu", "self", "final"], ["An", "x", 3, 2], ["An", "y", (0.015, "0.0%"), (0.02, "0%")], ["Bình", "x", 1, None]]
    told = {"layout": "rows", "rename": {"Đơn vị": "unit", "Số liệu": "measure"}}
    expected = {"unit": ["An", "An", "Bình"], "track": ["self", "final", "self"], "x": [3, 2, 1], "y": [1.5, 2, None]}
    read = chiso.read_evidence(book(tmp_path / "long.xlsx", Sheet1=long), LITTLE, **told)
    assert read == chiso.Evidence.from_frame(expected, LITTLE)
    pairs = [["unit", "x (self)", "x (final)", "y (self)", "y (final)"], ["An", 3, 2, "1,5", 2], ["Bình", 1, None, None, None]]
    read = chiso.read_evidence(book(tmp_path / "pairs.xlsx", Sheet1=pairs), LITTLE, layout="pairs", decimal=",")
    assert read == chiso.Evidence.from_frame(expected, LITTLE)
    long[1][2] = "x"
    with pytest.raises(chiso.EvidenceError) as error:
        chiso.read_evidence(book(tmp_path / "long.xlsx", Sheet1=long), LITTLE, **told)
    assert [problem.cell for problem in error.value.problems] == ["Sheet1!C2"]
    with pytest.raises(ValueError, match="encoding= is of a CSV file"):
        chiso.read_evidence(tmp_path / "long.xlsx", LITTLE, encoding="utf-16", **told)


def merged(path, rows, *ranges):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for one in ranges:
        made.active.merge_cells(one)
    made.save(path)
    return path


def test_names_that_are_merged_over_rows_stand_in_each(tmp_path):
    rows = [["block", "unit", "track", "x", "y"], ["I", "An", "self", 1, 5], [None, None, "final", 2, None], [None, "Bình", "final", 3, 1]]
    expected = {"block": ["I"] * 3, "unit": ["An", "An", "Bình"], "track": ["self", "final", "final"], "x": [1, 2, 3], "y": [5, None, 1]}
    read = chiso.read_evidence(merged(tmp_path / "book.xlsx", rows, "A2:A4", "B2:B3", "E2:E3"), LITTLE)
    assert read == chiso.Evidence.from_frame(expected, LITTLE)  # the figure stands in its first row alone
    with pytest.raises(chiso.EvidenceError) as error:
        chiso.read_evidence(merged(tmp_path / "book.xlsx", rows, "A2:A4"), LITTLE)
    assert [(problem.code, problem.cell) for problem in error.value.problems][:1] == [("unit.empty", "Sheet!B3")]


def test_a_sheet_of_several_with_a_title_says_where_its_heads_are(tmp_path):
    rows = [["COMMUNES"], [], ["unit", "x", "y"], ["An", 1, 2]]
    path = book(tmp_path / "book.xlsx", Notes=[["Ghi chú"], ["Người lập"]], Figures=rows)
    with pytest.raises(chiso.EvidenceError) as error:
        chiso.read_evidence(path, LITTLE)
    (problem,) = error.value.problems
    assert (problem.code, problem.cell) == ("heads.below", "Figures!A3")
    assert chiso.read_evidence(path, LITTLE, header_line=3).units == ("An",)
    path = book(tmp_path / "book.xlsx", One=rows, Two=rows)
    with pytest.raises(chiso.EvidenceError) as error:
        chiso.read_evidence(path, LITTLE)
    assert error.value.problems[0].code == "book.sheet"


def test_an_unchanged_result_is_verified_as_it_is(root, tmp_path):
    model, evidence = evidence_of(root, "commune_reform_index")
    scores = model.score(evidence)
    path = tmp_path / "result.xlsx"
    scores.to_excel(path, language="vi")
    assert openpyxl.load_workbook(path).sheetnames[:2] == ["Xếp hạng", "Phiếu điểm"]
    assert not scores.verify(path).differences
    assert not scores.verify(path, sheet="Xếp hạng").differences
    made = openpyxl.load_workbook(path)
    sheet = made["Xếp hạng"]
    column = next(at for at in range(1, 30) if str(sheet.cell(1, at).value).startswith("index\n"))
    sheet.cell(2, column).value = 1
    made.save(path)
    assert len(scores.verify(path).differences) == 1
    run = [sys.executable, "-m", "chiso", "verify", root / "examples/models/commune_reform_index.json"]
    run += [root / "examples/data/communes.csv", path, "--decimal", ",", "--lang", "en"]
    for more in ((), ("--published-sheet", "Xếp hạng")):
        told = subprocess.run([*run, *more], capture_output=True, text=True)
        assert told.returncode == 1, told.stderr
    told = subprocess.run([*run, "--published-sheet", "Xep hang"], capture_output=True, text=True)
    assert told.returncode == 1 and "[book.sheet]" in told.stderr
    with pytest.raises(ValueError, match="sheet= is of a workbook"):
        scores.verify(root / "examples/data/communes.csv", sheet="A")


# ---- what reading tells
def test_warnings_of_numbers_in_two_ways_survive_a_pickle(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("unit,track,x,y\nAn,self,1,1.230\nTotal,self,9,1\n", encoding="utf-8")
    table = chiso.read_evidence(path, LITTLE)
    again = pickle.loads(pickle.dumps(table))
    assert [problem.code for problem in table.warnings] == ["measure.two_ways", "row.total"]
    assert [(one.code, one.line, one.column, one.found) for one in again.warnings] == [
        (one.code, one.line, one.column, one.found) for one in table.warnings
    ]
    assert again == table and pickle.loads(pickle.dumps(again)).warnings == table.warnings
    frame = chiso.Evidence.from_frame({"unit": ["An"], "x": [1], "y": ["1.230"]}, LITTLE)
    assert [one.code for one in pickle.loads(pickle.dumps(frame)).warnings] == ["measure.two_ways"]


def test_warnings_of_layouts_have_their_lines(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("unit,measure,self\nAn,x,1\nAn,y,1\nTotal,x,9\nTotal,y,1\n", encoding="utf-8")
    (warning,) = chiso.read_evidence(path, LITTLE, layout="rows").warnings
    assert (warning.code, warning.line, warning.column) == ("row.total", 4, 1)


def test_dates_are_periods_where_that_is_told(tmp_path):
    rows = [["unit", "period", "x", "y"], ["An", datetime.date(2024, 12, 31), 1, 2], ["Bình", "31/12/2024", 1, 2]]
    path = book(tmp_path / "book.xlsx", Sheet1=rows)
    assert chiso.read_evidence(path, LITTLE, period="year").periods == ("2024",)
    told = [sys.executable, "-m", "chiso", "check", tmp_path / "model.json", path, "--period-of-dates", "quarter", "--lang", "en"]
    (tmp_path / "model.json").write_text(LITTLE.to_json(), encoding="utf-8")
    done = subprocess.run(told, capture_output=True, text=True)
    assert done.returncode == 0 and "1 period (2024-Q4)" in done.stdout, done.stderr


def test_reading_tells_how_far_it_is_and_can_be_cancelled(tmp_path, capsys):
    path, rows = tmp_path / "table.csv", 400_000
    path.write_text("unit,x,y\n" + "".join(f"U{row},1,2\n" for row in range(rows)), encoding="utf-8")
    told = []
    table = chiso.read_evidence(path, LITTLE, progress=lambda done, total: told.append((done, total)))
    assert table.rows == rows and told[-1] == (rows, rows) and [done for done, _ in told] == sorted(done for done, _ in told)

    def cancel(done, total):
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        chiso.read_evidence(path, LITTLE, progress=cancel)
    assert chiso.read_evidence(path, LITTLE, progress=True) == table
    assert "read" in capsys.readouterr().err
    with pytest.raises(TypeError, match="progress is True, False or a function"):
        chiso.read_evidence(path, LITTLE, progress=1)
