"""Workbooks that are written: templates that are filled in and read, and scores that are read back as they are."""

import datetime
import os
import subprocess
import sys
import warnings

import chiso
import numpy as np
import openpyxl
import pytest
from chiso import _core
from workbook_files import book

pytest.importorskip("python_calamine")
pytest.importorskip("xlsxwriter")
pytestmark = pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")

ALL = {"node": None, "block": None, "period": None, "track": None, "exact": True, "by_criterion": False, "order": "rank"}
MODELS = ["commune_reform_index", "pci_2021", "student_conduct", "hospital_quality", "officials_monthly", "published_ratios"]


def filled(path, evidence, sheet, tables=()):
    """A template filled in with evidence, as people type it."""
    made = openpyxl.load_workbook(path)
    for name, frame in [(sheet, evidence.frame(kind="dict")), *((table, evidence.frame(table=table, kind="dict")) for table in tables)]:
        worksheet = made[name]
        columns = {worksheet.cell(1, at).value.partition("\n")[0]: at for at in range(1, worksheet.max_column + 1)}
        for column, values in frame.items():
            for row, value in enumerate(np.ma.asarray(values).tolist() if isinstance(values, np.ma.MaskedArray) else list(values), 2):
                if value is None or (isinstance(value, float) and np.isnan(value)) or value is np.ma.masked:
                    continue
                if isinstance(value, np.datetime64):
                    value = None if np.isnat(value) else value.astype(object)
                worksheet.cell(row, columns[column]).value = value.item() if isinstance(value, np.generic) else value
    made.save(path)


def evidence_of(root, name):
    model = chiso.load_model(root / f"examples/models/{name}.json")
    options = {
        "commune_reform_index": ("communes", {"decimal": ","}),
        "pci_2021": ("pci_2021", {"unknown": "ignore"}),
        "published_ratios": ("la_phu_2024", {"absent": "missing"}),
    }
    if name not in options:
        pytest.skip("its data have other options")
    file, told = options[name]
    return model, chiso.read_evidence(root / f"examples/data/{file}.csv", model, **told)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", MODELS)
def test_a_template_that_is_filled_in_is_the_evidence(root, tmp_path, name, language):
    model, evidence = evidence_of(root, name)
    path = tmp_path / "sheet.xlsx"
    model.template(path, language=language)
    filled(path, evidence, {"vi": "Số liệu", "en": "Evidence"}[language])
    read = chiso.read_evidence(path, model)  # with columns of stated points, which are blank
    assert model.score(read)._core.table(**ALL).csv(".") == model.score(evidence)._core.table(**ALL).csv(".")
    before, after = evidence.frame(kind="dict"), read.frame(kind="dict")
    assert {name: list(map(str, values)) for name, values in before.items()} == {name: list(map(str, after[name])) for name in before}


def model_with_everything():
    return chiso.Model.from_dict(
        {
            "chiso": 1,
            "id": "all",
            "title": {"vi": "Mọi loại", "en": "Everything"},
            "blocks": ["I", {"id": "II", "label": {"vi": "Khối hai", "en": "Second"}}],
            "tracks": ["self", "final"],
            "stated_points": "accept",
            "measures": {
                "count": {"type": "count", "max": 20, "label": {"vi": "Số hồ sơ", "en": "Dossiers"}},
                "free": {"type": "decimal", "excess": "round"},
                "rate": {"type": "decimal", "decimals": 1, "min": 0, "max": 100, "measured_in": "%"},
                "plan": {"type": "choice", "options": ["in_time", {"id": "late", "label": {"vi": "Chậm", "en": "Late"}}]},
                "many": {"type": "choice", "options": [f"a rather long option {at}" for at in range(40)]},
                "met": {"type": "yes_no"},
                "sent": {"type": "date"},
            },
            "tables": {"tasks": {"measures": {"done": {"type": "count"}}}},
            "criteria": [{"id": "met", "points": 1, "missing": "exclude", "rule": {"type": "yes_no", "value": "met"}}],
        }
    )


def test_cells_of_a_template_are_checked_as_people_type(tmp_path):
    path = tmp_path / "sheet.xlsx"
    model_with_everything().template(path, language="vi")
    made = openpyxl.load_workbook(path)
    assert made.sheetnames == ["Số liệu", "tasks", "Giải thích"]
    sheet = made["Số liệu"]
    heads = {sheet.cell(1, at).value.partition("\n")[0]: sheet.cell(1, at) for at in range(1, sheet.max_column + 1)}
    assert heads["count"].value == "count\nSố hồ sơ" and heads["unit"].value.endswith("Dấu thập phân: ,")
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    of = {name: next(check for at, check in checks.items() if at.startswith(f"{cell.column_letter}2:")) for name, cell in heads.items()}
    assert of["plan"].formula1 == '"in_time,late,không áp dụng"' and of["met"].formula1 == '"có,không,không áp dụng"'
    assert of["block"].formula1 == '"I,II"' and of["track"].formula1 == '"self,final"' and of["ranked"].formula1 == '"có,không"'
    cell = f"{heads['count'].column_letter}2"
    assert of["count"].formula1 == f'OR({cell}="không áp dụng",AND(ISNUMBER({cell}),{cell}>=0,{cell}<=20,ROUND({cell},0)={cell}))'
    assert "ROUND" not in of["free"].formula1 and ",1)=" in of["rate"].formula1 and "DATE(1900" in of["sent"].formula1
    assert of["many"].formula1.startswith("'Giải thích'!$")
    listed = made["Giải thích"][of["many"].formula1.partition("!")[2].replace("$", "")]
    assert [row[0].value for row in listed] == [*(f"a rather long option {at}" for at in range(40)), "không áp dụng"]
    assert sheet.protection.sheet and heads["count"].protection.locked
    assert sheet.column_dimensions[heads["count"].column_letter].protection.locked is False or True
    assert sheet.freeze_panes == "B2"


def test_a_template_has_a_sheet_for_each_table(tmp_path):
    model, path = model_with_everything(), tmp_path / "sheet.xlsx"
    model.template(path, language="en")
    made = openpyxl.load_workbook(path)
    sheet, tasks = made["Evidence"], made["tasks"]
    heads = {sheet.cell(1, at).value.partition("\n")[0]: at for at in range(1, sheet.max_column + 1)}
    for name, value in {
        "unit": "An",
        "block": "II",
        "period": "2024-01",
        "track": "final",
        "count": 3,
        "free": 1 / 3,
        "rate": 92.5,
        "plan": "late",
        "many": "a rather long option 3",
        "met": "yes",
        "sent": datetime.date(2024, 3, 31),
    }.items():
        sheet.cell(2, heads[name]).value = value
    assert [tasks.cell(1, at).value.partition("\n")[0] for at in range(1, 6)] == ["unit", "period", "track", "row", "done"]
    for at, value in enumerate(["An", "2024-01", None, "a task", 4], 1):
        tasks.cell(2, at).value = value
    made.save(path)
    read = chiso.read_evidence(path, model)
    assert read.tables == {"tasks": 1} and read.periods == ("2024-01",)
    assert read.frame(kind="dict")["rate"].tolist() == [92.5] and str(read.frame(kind="dict")["sent"][0]) == "2024-03-31"
    model.template(path, table="tasks")
    assert openpyxl.load_workbook(path).sheetnames[0] == "tasks"
    with pytest.raises(chiso.UnknownNameError):
        model.template(path, table="task")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_scores_are_read_back_as_they_are(tmp_path, communes, language):
    path = tmp_path / "result.xlsx"
    communes.to_excel(path, language=language)
    made = openpyxl.load_workbook(path)
    asked = {"node": None, "block": None, "period": None, "track": None, "exact": False, "order": "rank"}
    for sheet, plain in (
        (made.worksheets[0], communes._core.table(**asked, by_criterion=False)),
        (made.worksheets[1], communes._core.table(**asked, by_criterion=True, reasons_in=language)),
    ):
        table = plain.in_words(communes.model._core, language)
        heads = [cell.value.split("\n") for cell in sheet[1]]
        assert [head[0] for head in heads] == table.columns == plain.columns
        assert [head[-1] for head in heads] == plain.heads(communes.model._core, language)
        assert sheet.max_row == table.rows + 1
        for at, name in enumerate(table.columns, 1):
            cells = [sheet.cell(row, at) for row in range(2, table.rows + 2)]
            kind = table.kind(name)
            if kind in ("text", "category"):
                names, codes = table.names(name), table.codes(name).tolist()
                assert [cell.value or "" for cell in cells] == [names[code] if code >= 0 else "" for code in codes]
                assert all(cell.data_type in "sn" for cell in cells)
            elif kind == "figure":
                for cell, figure in zip(cells, table.figures(name), strict=True):
                    assert (cell.value is None) == (figure is None)
                    if figure is not None:
                        assert cell.value == float(figure) and cell.number_format == "0." + "0" * len(figure.partition(".")[2])
            else:
                gone, values = table.missing(name), table.values(name).tolist()
                assert kind == "whole" and [cell.value for cell in cells] == [
                    None if gone is not None and gone[row] else value for row, value in enumerate(values)
                ]


def cells_of(sheet):
    """The cells of a worksheet by the first lines of their heads."""
    heads, *rows = sheet.iter_rows(values_only=True)
    return {head.partition("\n")[0]: [row[at] for row in rows] for at, head in enumerate(heads)}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_result_has_the_words_of_its_language(tmp_path, communes, language):
    path = tmp_path / "result.xlsx"
    communes.to_excel(path, language=language)
    made = openpyxl.load_workbook(path)
    ranking, cards = (cells_of(sheet) for sheet in made.worksheets[:2])
    vi = language == "vi"
    assert set(ranking["block"]) <= ({"Khối xã, phường", "Khối phòng chuyên môn"} if vi else {"Communes and wards", "Specialised offices"})
    assert set(ranking["track"]) <= (
        {"Tự chấm", "Thẩm định", "Sau giải trình"} if vi else {"Self-assessment", "Appraisal", "After explanation"}
    )
    assert {*ranking["class"]} - {None} <= ({"Tốt", "Khá", "Trung bình", "Thấp"} if vi else {"Good", "Fair", "Average", "Low"})
    assert {*ranking["class_by"]} - {None} <= ({"chỉ số", "tỷ lệ tối đa"} if vi else {"the index", "a quota"}) | {
        "điều kiện khống chế",
        "a veto",
    }
    assert set(ranking["complete"]) <= ({"có", "không"} if vi else {"yes", "no"})
    assert set(cards["node"]) <= {node.label(language) for node in (*communes.model.criteria, *communes.model.entries)}
    assert not {node.id for node in communes.model.criteria} & set(cards["node"])
    reasons = " ".join(filter(None, cards["reason"]))
    assert ("tier " in reasons) != vi and ("bậc " in reasons) == vi or "mức" in reasons
    assert not communes.verify(path).differences and communes.verify(path).figures > 0
    assert communes.long(kind="dict")["node"][0] in {node.id for node in communes.model.criteria}


def test_a_published_workbook_is_verified(tmp_path, provinces):
    path = tmp_path / "result.xlsx"
    provinces.to_excel(path)
    made = openpyxl.load_workbook(path)
    made.remove(made.worksheets[1])  # which names units too
    made.save(path)
    assert provinces.verify(path) and provinces.verify(path).figures == 63


def test_texts_are_never_formulas(tmp_path):
    model = chiso.Model.from_dict(
        {
            "chiso": 1,
            "id": "m",
            "measures": {"met": {"type": "yes_no"}},
            "criteria": [{"id": "a", "points": 1, "rule": {"type": "yes_no", "value": "met"}}],
        }
    )
    units = ["=1+1", "@SUM(1)", "+A1", "http://example.org", "{=1}", "00123"]
    path = tmp_path / "result.xlsx"
    model.score({"unit": units, "met": [True] * 6}).to_excel(path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = {sheet.cell(row, 1) for row in range(2, 8)}
    assert {cell.value for cell in cells} == set(units) and {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_findings_are_written(root, tmp_path):
    model = chiso.load_model(root / "examples/models/published_ratios.json")
    scores = model.score(chiso.read_evidence(root / "examples/data/gia_lam_2017.csv", model, absent="missing"))
    path = tmp_path / "result.xlsx"
    scores.to_excel(path, language="vi")
    made = openpyxl.load_workbook(path)
    assert made.sheetnames == ["Xếp hạng", "Phiếu điểm", "Kiểm tra số liệu"]
    sheet = made["Kiểm tra số liệu"]
    heads = {sheet.cell(1, at).value.partition("\n")[0]: at for at in range(1, sheet.max_column + 1)}
    assert sheet.max_row == len(scores.evidence.check().findings) + 1
    assert sheet.cell(2, heads["message"]).value == scores.evidence.check().words("vi")[0].partition(": ")[2]
    assert isinstance(sheet.cell(3, heads["value"]).value, float | int)


def test_the_same_scores_make_the_same_file_and_a_failure_leaves_none(tmp_path, provinces, monkeypatch):
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    provinces.to_excel(one)
    provinces.to_excel(two)
    assert one.read_bytes() == two.read_bytes()
    with pytest.raises(chiso.FileError):
        provinces.to_excel(tmp_path / "none" / "result.xlsx")
    monkeypatch.setattr("chiso.workbook_out._MOST_ROWS", 3)
    with pytest.raises(chiso.ShapeError, match="at most 3 rows"):
        provinces.to_excel(one)
    assert one.read_bytes() == two.read_bytes() and sorted(os.listdir(tmp_path)) == ["one.xlsx", "two.xlsx"]


# ---- the command of the package
def chiso_of_package(*arguments):
    return subprocess.run([sys.executable, "-m", "chiso", *map(str, arguments)], capture_output=True, text=True, timeout=120)


def test_the_command_reads_and_writes_workbooks(root, tmp_path):
    model = root / "examples/models/published_ratios.json"
    sheet, result = tmp_path / "sheet.xlsx", tmp_path / "result.xlsx"
    assert chiso_of_package("template", model, "-o", sheet, "--lang", "en").returncode == 0
    evidence = chiso.read_evidence(root / "examples/data/gia_lam_2017.csv", chiso.load_model(model), absent="missing")
    filled(sheet, evidence, "Evidence")
    scored = chiso_of_package("score", model, sheet, "-o", result, "--lang", "en")
    assert scored.returncode == 0, scored.stderr
    assert openpyxl.load_workbook(result).sheetnames == ["Ranking", "Scorecards", "Findings"]
    text = chiso_of_package("score", model, sheet).stdout
    assert text == chiso_of_package("score", model, root / "examples/data/gia_lam_2017.csv", "--absent-is-missing").stdout
    checked = chiso_of_package("check", model, sheet, "--lang", "en")
    assert checked.returncode == 1 and f"{sheet}:Evidence!" in checked.stderr
    shown = chiso_of_package("show", model, sheet, "Huyện Gia Lâm", "--sheet", "Evidence", "--lang", "en")
    assert shown.returncode == 0 and "Gia Lâm" in shown.stdout


def test_the_command_names_bad_cells(tmp_path, root):
    rows = [["unit", "received", "resolved"], ["An", 10, -1], ["Binh", "n/a", 3]]
    path = book(tmp_path / "book.xlsx", Sheet1=rows)
    told = chiso_of_package("check", root / "examples/models/published_ratios.json", path, "--absent-is-missing", "--lang", "en")
    assert told.returncode == 1
    assert f"{path}:Sheet1!C2: error: resolved: found -1" in told.stderr and f"{path}:Sheet1!B3: error: received: found n/a" in told.stderr
    told = chiso_of_package("check", root / "examples/models/published_ratios.json", path, "--sheet", "Sheet", "--lang", "vi")
    assert told.returncode == 1 and "Sheet1" in told.stderr and "[book.sheet]" in told.stderr
    told = chiso_of_package(
        "check", root / "examples/models/published_ratios.json", root / "examples/data/la_phu_2024.csv", "--sheet", "Sheet"
    )
    assert told.returncode == 2 and "--sheet" in told.stderr


def test_the_program_without_python_says_where_to_get_one_that_reads_workbooks(tmp_path, root):
    program, model = os.environ["CHISO_CLI"], root / "examples/models/published_ratios.json"
    path = book(tmp_path / "book.xlsx", Sheet1=[["unit"], ["An"]])
    for language, words in (("en", "pip install 'chiso[excel]'"), ("vi", "pip install 'chiso[excel]'")):
        told = subprocess.run([program, "check", model, path, "--lang", language], capture_output=True, text=True)
        assert told.returncode == 1 and told.stderr.count("[text.spreadsheet]") == 1 and words in told.stderr
    told = subprocess.run([program, "score", model, path, "-o", tmp_path / "result.xlsx"], capture_output=True, text=True)
    assert told.returncode == 2 and "pip install 'chiso[excel]'" in told.stderr


def test_warnings_of_workbooks_are_those_of_tables(tmp_path):
    model = chiso.Model.from_dict(
        {
            "chiso": 1,
            "id": "m",
            "measures": {"met": {"type": "yes_no"}},
            "criteria": [{"id": "a", "points": 1, "rule": {"type": "yes_no", "value": "met"}}],
        }
    )
    path = book(tmp_path / "book.xlsx", Sheet1=[["unit", "period", "met"], ["An", "12/2023", True], ["An", "01/2024", True]])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told = chiso.read_evidence(path, model).warnings
    frame = chiso.Evidence.from_frame({"unit": ["An", "An"], "period": ["12/2023", "01/2024"], "met": [True, True]}, model)
    assert [problem.code for problem in told] == [problem.code for problem in frame.warnings] and _core.Problem


@pytest.mark.parametrize(("language", "no"), [("vi", "không"), ("en", "no")])
def test_a_ranking_is_printed_with_its_title_and_without_what_says_nothing(tmp_path, root, communes, language, no):
    one_track = root / "docs/vi/writing/model.json"
    evidence = {
        "unit": ["Xã An", "Xã Bình"],
        "ke_hoach": ["dung_han", "muon"],
        "hai_long": [91.5, 80.5],
        "ky_luat": [False, False],
    } | dict.fromkeys(("sang_kien", "bao_cao_cham", "ho_so", "dung_han", "truc_tuyen", "giai_thuong"), [1, 1])
    path = tmp_path / "result.xlsx"
    scores = chiso.load_model(one_track).score(evidence)
    scores.to_excel(path, language=language)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells, hidden = cells_of(sheet), [name for at, name in enumerate(cells_of(sheet), 1) if is_hidden(sheet, at)]
    assert hidden == ["block", "period", "track", "level_as_published", "held"]
    assert set(cells["held_back"]) == {no, {"vi": "có", "en": "yes"}[language]}
    assert sheet.oddHeader.center.text == scores.model.title(language) and set(cells["level_as_published"]) == {no}
    communes.to_excel(path, language=language)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert "track" not in [name for at, name in enumerate(cells_of(sheet), 1) if is_hidden(sheet, at)]


def is_hidden(sheet, column):
    return any(one.hidden and one.min <= column <= one.max for one in sheet.column_dimensions.values())


def test_a_result_of_the_command_names_its_model_at_the_foot_of_each_page(tmp_path, root):
    path = tmp_path / "result.xlsx"
    told = chiso_of_package("score", root / "docs/concepts/model.json", root / "docs/concepts/table.csv", "-o", path, "--lang", "en")
    assert told.returncode == 0, told.stderr
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = cells_of(sheet)
    assert sheet.oddFooter.left.text == cells["model"][0] and len(set(cells["model"])) == 1
    last = openpyxl.utils.get_column_letter(len(cells) - 1)
    assert sheet.print_area == f"'Ranking'!$A$1:${last}${sheet.max_row}"


def test_a_title_is_no_code_of_a_page(tmp_path):
    model = chiso.Model.from_dict(
        {
            "chiso": 1,
            "id": "m",
            "title": "R&D &P " + "x" * 300,
            "measures": {"met": {"type": "yes_no"}},
            "criteria": [{"id": "a", "points": 1, "rule": {"type": "yes_no", "value": "met"}}],
        }
    )
    path = tmp_path / "result.xlsx"
    model.score({"unit": ["An"], "met": [True]}).to_excel(path)
    head = openpyxl.load_workbook(path).worksheets[0].HeaderFooter.oddHeader
    assert head.center.text.startswith("R&&D &&P xx") and len(head.center.text) < 110


@pytest.mark.parametrize(("language", "shown"), [("vi", "dd/mm/yyyy"), ("en", "yyyy-mm-dd")])
def test_the_columns_of_a_template_show_names_and_dates_as_people_read_them(tmp_path, language, shown):
    path = tmp_path / "sheet.xlsx"
    model_with_everything().template(path, language=language)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    for at in range(1, sheet.max_column + 1):
        name = sheet.cell(1, at).value.partition("\n")[0]
        of = next(one for one in sheet.column_dimensions.values() if one.min <= at <= one.max)
        assert of.width >= len(name) * 1.2
        if name == "sent":
            assert of.number_format == shown
