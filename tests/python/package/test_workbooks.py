"""Evidence from workbooks: what cells mean, which worksheet is read, and problems that name the cell."""

import datetime
import re
import zipfile

import chiso
import pytest
from workbook_files import book, changed, ods, ods_row

pytest.importorskip("python_calamine")
pytestmark = pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")

MODEL = chiso.Model.from_dict(
    {
        "chiso": 1,
        "id": "little",
        "measures": {
            "done": {"type": "count"},
            "share": {"type": "decimal", "decimals": 2, "measured_in": "%"},
            "sent": {"type": "date"},
            "met": {"type": "yes_no"},
        },
        "criteria": [{"id": "met", "points": 1, "missing": "exclude", "rule": {"type": "yes_no", "value": "met"}}],
    }
)
HEADS = ["unit", "period", "done", "share", "sent", "met"]
DAY = datetime.date(2024, 3, 31)
ROWS = [HEADS, ["Xã An", 2024, 3, 92.18, DAY, True], ["Xã Bình", 2024, 5, 50, datetime.date(2024, 4, 1), False]]
FRAME = {
    "unit": ["Xã An", "Xã Bình"],
    "period": ["2024", "2024"],
    "done": [3, 5],
    "share": ["92.18", "50"],
    "sent": ["2024-03-31", "2024-04-01"],
    "met": ["yes", "no"],
}
EXPECTED = chiso.Evidence.from_frame(FRAME, MODEL)


def read(path, **options):
    return chiso.read_evidence(path, MODEL, **options)


def problems(path, model=MODEL, **options):
    with pytest.raises(chiso.EvidenceError) as error:
        chiso.read_evidence(path, model, **options)
    return [(problem.code, problem.cell) for problem in error.value.problems]


def one(path, **options):
    with pytest.raises(chiso.EvidenceError) as error:
        read(path, **options)
    (problem,) = error.value.problems
    return problem


def with_cell(tmp_path, cell, column=2):
    """The workbook with another cell in its second row."""
    rows = [list(row) for row in ROWS]
    rows[1][column] = cell
    return book(tmp_path / "book.xlsx", Sheet1=rows)


def test_a_workbook_means_what_a_frame_means(tmp_path):
    assert read(book(tmp_path / "book.xlsx", Sheet1=ROWS)) == EXPECTED


def test_the_name_of_the_file_does_not_matter(tmp_path):
    book(tmp_path / "book.xlsx", Sheet1=ROWS).rename(tmp_path / "book.csv")
    assert read(tmp_path / "book.csv") == EXPECTED


@pytest.mark.parametrize("shift", [(0, 2), (3, 0), (4, 5), (1, 1), (30, 0)])
def test_a_table_may_begin_anywhere(tmp_path, shift):
    down, right = shift
    rows = [[]] * down + [[None] * right + row for row in ROWS]
    assert read(book(tmp_path / "book.xlsx", Sheet1=rows)) == EXPECTED
    rows[down + 1] = [None] * right + ["Xã An", 2024, -1, 92.18, DAY, True]
    problem = one(book(tmp_path / "book.xlsx", Sheet1=rows))
    assert (problem.row, problem.column) == (down + 2, right + 3)


def test_older_and_open_formats_are_read(root, tmp_path):
    problem = one(root / "tests/cases/workbooks/little.xls")  # of xls nobody knows that the cell shows 92.18 %
    assert (problem.code, problem.cell, problem.found) == ("cell.decimals", "'Số liệu'!D2", "0.9218")
    rows = ods_row("unit", "done", "met") + ods_row("An", 3, "yes") + ods_row("Bình", 5, "no")
    table = read(ods(tmp_path / "book.ods", rows), absent="missing")
    assert table == chiso.Evidence.from_frame({"unit": ["An", "Bình"], "done": [3, 5], "met": ["yes", "no"]}, MODEL, absent="missing")


# ---- what cells hold
@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (-1, "cell.min"),
        (2.5, "cell.decimals"),
        ("n/a", "cell.number"),
        (True, "cell.type"),
        (DAY, "cell.type"),
        (datetime.time(12, 30), "cell.type"),
        ("=1+1", "cell.formula"),
        ("#DIV/0!", "cell.number"),
    ],
)
def test_a_bad_cell_is_named_by_sheet_and_cell(tmp_path, cell, code):
    problem = one(with_cell(tmp_path, cell))
    assert (problem.code, problem.cell, problem.sheet, problem.row, problem.column) == (code, "Sheet1!C2", "Sheet1", 2, 3)
    assert str(problem).startswith("Sheet1!C2: error: done: found ")
    assert problem.text("vi").startswith("Sheet1!C2: lỗi: done: ")


@pytest.mark.parametrize("name", ["Bảng 1", "it's", "2024", "A-B", "Số liệu"])
def test_a_sheet_with_other_characters_is_quoted(tmp_path, name):
    rows = [list(row) for row in ROWS]
    rows[1][2] = -1
    path = book(tmp_path / "book.xlsx", **{name: rows})
    assert one(path).cell == f"'{name.replace(chr(39), chr(39) * 2)}'!C2"


def test_every_bad_cell_is_told_with_rows_of_the_sheet(tmp_path):
    rows = [HEADS, ROWS[1], ROWS[1], [], ["", 2024, 1, 2, DAY, "maybe"], ["Xã Bình", 2024, 1, 2, DAY, True, "stray"]]
    path = book(tmp_path / "book.xlsx", Sheet1=rows)
    with pytest.raises(chiso.EvidenceError) as error:
        read(path)
    told = [(problem.code, problem.cell) for problem in error.value.problems]
    assert ("unit.empty", "Sheet1!A5") in told and ("cell.yes_no", "Sheet1!F5") in told and ("column.unnamed", "Sheet1!G6") in told
    duplicate = next(problem for problem in error.value.problems if problem.code == "row.duplicate")
    assert duplicate.cell == "Sheet1!A3" and "the same is in row 2" in str(duplicate)
    assert "dòng 2 của bảng" in duplicate.text("vi")


def test_missing_columns_are_told_at_the_heads(tmp_path):
    path = book(tmp_path / "book.xlsx", Sheet1=[[], ["unit", "done", "other"], ["An", 1, 2]])
    assert ("column.absent", "Sheet1!2:2") in problems(path) and ("column.unknown", "Sheet1!C2") in problems(path)


def test_an_empty_worksheet_is_an_empty_table(tmp_path):
    assert problems(book(tmp_path / "book.xlsx", Sheet1=[])) == [("table.empty", "Sheet1")]


def test_numbers_are_as_stored(tmp_path):
    model = chiso.Model.from_dict(
        MODEL.to_dict() | {"measures": {"share": {"type": "decimal", "decimals": 1, "excess": "round"}, "met": {"type": "yes_no"}}}
    )
    cells = [1323 / 2000 * 100, 0.1 + 0.2, 66.25, 1e-12, "7.5", 12]
    rows = [["unit", "share", "met"], *([f"U{at}", cell, True] for at, cell in enumerate(cells))]
    table = chiso.read_evidence(book(tmp_path / "book.xlsx", Sheet1=rows), model)
    frame = chiso.Evidence.from_frame({"unit": [f"U{at}" for at in range(6)], "share": cells, "met": [True] * 6}, model)
    assert table == frame


@pytest.mark.parametrize("cell", [datetime.datetime(2024, 3, 31), "2024-03-31", "31/3/2024", (45382, "yyyy-mm-dd"), (45382, "d/m/yy")])
def test_dates(tmp_path, cell):
    assert read(with_cell(tmp_path, cell, 4)) == EXPECTED


def test_a_time_is_no_date(tmp_path):
    problem = one(with_cell(tmp_path, datetime.datetime(2024, 3, 31, 7, 30), 4))
    assert problem.code == "cell.date" and problem.found == "2024-03-31 07:30:00"


def test_a_date_as_period_is_refused(tmp_path):
    assert one(with_cell(tmp_path, DAY, 1)).cell == "Sheet1!B2"


# ---- percent
@pytest.mark.parametrize("shown_as", ["0%", "0.00%", "0.0 %", "0.00%;[Red]-0.00%", "[>1]0.0%;0.0%"])
def test_a_percent_cell_is_what_it_shows(tmp_path, shown_as):
    assert read(with_cell(tmp_path, (0.9218, shown_as), 3)) == EXPECTED


@pytest.mark.parametrize("shown_as", ["0.00", 'General" %"', '0.00"%"', "0.00\\%", "#,##0.00", "[$%]0.00"])
def test_other_formats_leave_numbers_as_they_are(tmp_path, shown_as):
    assert read(with_cell(tmp_path, (92.18, shown_as), 3)) == EXPECTED


def shares(**measure):
    return chiso.Model.from_dict(
        MODEL.to_dict() | {"measures": {"share": {"type": "decimal", "decimals": 4} | measure, "met": {"type": "yes_no"}}}
    )


@pytest.mark.parametrize(
    ("measure", "meant"),
    [({"max": 100}, 92.18), ({"measured_in": {"vi": "%", "en": "percent"}}, 92.18), ({"max": 1}, 0.9218), ({"max": 0.95}, 0.9218)],
)
def test_the_measure_says_what_a_percent_cell_means(tmp_path, measure, meant):
    path = book(tmp_path / "book.xlsx", Sheet1=[["unit", "share", "met"], ["An", (0.9218, "0.00%"), True]])
    assert chiso.read_evidence(path, shares(**measure)).frame(kind="dict")["share"].tolist() == [meant]


def test_a_percent_cell_of_any_other_measure_is_refused_with_both_readings(tmp_path):
    path = book(tmp_path / "book.xlsx", Sheet1=[["unit", "share", "met"], ["An", (0.9218, "0.00%"), True]])
    with pytest.raises(chiso.EvidenceError) as error:
        chiso.read_evidence(path, shares(max=120))
    (problem,) = error.value.problems
    assert problem.code == "cell.percent" and "92.18%" in problem.found and problem.expected.endswith("92.18 or 0.9218")
    assert "92.18 hoặc 0.9218" in problem.text("vi")


# ---- formulas and errors
def with_xml(tmp_path, cell):
    """The workbook whose cell C2 is written by hand."""
    path = book(tmp_path / "book.xlsx", Sheet1=ROWS)
    return changed(path, lambda text: re.sub(rb'<c r="C2".*?</c>', cell.encode(), text))


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="C2"><f>1+2</f><v>3</v></c>',
        '<c r="C2" t="str"><f>"3"</f><v>3</v></c>',
        '<c r="C2"><f t="shared" ref="C2:C3" si="0">1+2</f><v>3</v></c>',
        '<c r="C2" s="0" t="n"><v>3</v></c>',
        '<c  s="0" r="C2"><v>3</v></c>',
    ],
)
def test_a_formula_is_the_value_that_is_stored(tmp_path, cell):
    assert read(with_xml(tmp_path, cell)) == EXPECTED


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('<c r="C2"><f>1+2</f></c>', "cell.formula"),
        ('<c r="C2"><f>1+2</f><v/></c>', "cell.formula"),
        ('<c r="C2"><f t="shared" si="0"/><v></v></c>', "cell.formula"),
        ("<c r='C2'><f>1+2</f><v></v></c>", "cell.formula"),
        ('<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "cell.number"),
        ('<c r="C2" t="e"><v>#N/A</v></c>', "cell.number"),
        ('<c t="e" r="C2"><v>#REF!</v></c>', "cell.number"),
    ],
)
def test_a_formula_without_a_value_and_an_error_are_told(tmp_path, cell, code):
    problem = one(with_xml(tmp_path, cell))
    assert (problem.code, problem.cell) == (code, "Sheet1!C2")


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="C2"><f>1+2</f><v>0</v></c>',
        '<c r="C2" s="0"><f t="shared" si="0"/><v>0.0</v></c>',
        "<c r='C2'><f>1+2</f><v>0</v></c>",
    ],
)
def test_zero_is_no_value_of_a_formula_that_the_workbook_wants_computed(tmp_path, cell):
    path = with_xml(tmp_path, cell)
    with zipfile.ZipFile(path) as parts:
        assert b'fullCalcOnLoad="1"' in parts.read("xl/workbook.xml")
    assert (one(path).code, one(path).cell) == ("cell.formula", "Sheet1!C2")
    computed = changed(path, lambda text: text.replace(b' fullCalcOnLoad="1"', b""), of="xl/workbook.xml")
    assert read(computed).frame(kind="dict")["done"].tolist()[0] == 0


def test_formulas_that_xlsxwriter_writes_are_told(tmp_path):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as made:
        sheet = made.add_worksheet("Sheet1")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        sheet.write_formula("C2", "=1+2")
    assert (one(path).code, one(path).cell) == ("cell.formula", "Sheet1!C2")


def test_a_formula_that_gives_an_empty_text_is_blank(tmp_path):
    table = read(with_xml(tmp_path, '<c r="C2" t="str"><f>IF(1,"","")</f><v></v></c>'))
    assert table.frame(kind="dict")["done"].tolist()[0] is None or table._core.missing("done") == 1


def test_a_formula_in_a_column_that_is_not_read_is_no_problem(tmp_path):
    rows = [[*row, None] for row in ROWS]
    rows[0][6], rows[1][6] = "note", "=1+1"
    assert read(book(tmp_path / "book.xlsx", Sheet1=rows), unknown="ignore") == EXPECTED


@pytest.mark.parametrize(
    "change",
    [
        lambda text: (
            text.replace(b"<c ", b"<x:c ")
            .replace(b"</c>", b"</x:c>")
            .replace(b"<worksheet ", b'<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ')
        ),
        lambda text: text.replace(b'<c r="', b'<c\n r="'),
        lambda text: re.sub(rb'<c r="([A-Z0-9]+)"((?: [a-z]+="[^"]*")+)', rb'<c\2 r="\1"', text),
        lambda text: text.replace(b'<row r="1"', b'<!-- a comment --><row r="1"'),
        lambda text: re.sub(rb'r="([A-Z]+[0-9]+)"', rb"r='\1'", text),
    ],
)
def test_a_workbook_may_be_written_in_other_ways(tmp_path, change):
    rows = [list(row) for row in ROWS]
    rows[1][3] = (0.9218, "0.00%")
    assert read(changed(book(tmp_path / "book.xlsx", Sheet1=rows), change)) == EXPECTED


# ---- worksheets
def test_the_only_sheet_whose_heads_name_units_is_read(tmp_path):
    path = book(tmp_path / "book.xlsx", Notes=[["Explanations"], ["of the table"]], Data=ROWS, Chart=[["x", "y"], [1, 2]])
    assert read(path) == EXPECTED


def test_of_several_sheets_one_must_be_named(tmp_path):
    path = book(tmp_path / "book.xlsx", First=ROWS, Second=ROWS, Notes=[["text"]])
    problem = one(path)
    assert problem.code == "book.sheet" and "2 worksheets" in problem.found
    assert problem.expected == "to be told which worksheet: 'First', 'Second', 'Notes' (--sheet, in Python sheet=)"
    assert "2 trang tính" in problem.text("vi")
    assert read(path, sheet="First") == EXPECTED


def test_a_sheet_that_is_not_there_is_told_with_the_nearest(tmp_path):
    problem = one(book(tmp_path / "book.xlsx", Figures=ROWS), sheet="Figure")
    assert (problem.code, problem.hint) == ("book.sheet", "Figures")


def test_hidden_sheets_are_read_only_when_named(tmp_path):
    import openpyxl

    path = book(tmp_path / "book.xlsx", Now=ROWS, Old=ROWS)
    made = openpyxl.load_workbook(path)
    made["Old"].sheet_state = "hidden"
    made.save(path)
    assert read(path) == EXPECTED and read(path, sheet="Old") == EXPECTED


def test_renamed_heads_name_units_too(tmp_path):
    rows = [["Đơn vị", *HEADS[1:]], *ROWS[1:]]
    assert read(book(tmp_path / "book.xlsx", Data=rows, Notes=[["x"]]), rename={"Đơn vị": "unit"}) == EXPECTED


def test_a_single_sheet_without_units_tells_its_own_problems(tmp_path):
    rows = [["Unit", *HEADS[1:]], *ROWS[1:]]
    told = problems(book(tmp_path / "book.xlsx", Data=rows))
    assert ("column.absent", "Data!1:1") in told and ("column.unknown", "Data!A1") in told


def test_sheet_is_of_workbooks(tmp_path):
    (tmp_path / "table.csv").write_text("unit\n")
    with pytest.raises(ValueError, match="sheet= is of a workbook"):
        read(tmp_path / "table.csv", sheet="Sheet1")
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none.xlsx", sheet="Sheet1")


def test_without_its_library_it_says_what_to_install(tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(ImportError, match=r"pip install 'chiso\[excel\]'"):
        read(book(tmp_path / "book.xlsx", Sheet1=ROWS))


# ---- tables below the units
BELOW = chiso.Model.from_dict(
    {
        "chiso": 1,
        "id": "below",
        "measures": {"met": {"type": "yes_no"}},
        "tables": {"tasks": {"measures": {"done": {"type": "count"}}}},
        "criteria": [{"id": "done", "points": 10, "rule": {"type": "given", "clamp": True, "value": "rows_sum(tasks, done)"}}],
    }
)
UNITS, TASKS = [["unit", "met"], ["An", True], ["Binh", False]], [["unit", "done"], ["An", 3], ["An", 4], ["Binh", 1]]


def points(evidence):
    return BELOW.score(evidence).frame(kind="dict")["points"].tolist()


def test_sheets_called_as_tables_are_those_tables(tmp_path):
    path = book(tmp_path / "book.xlsx", Units=UNITS, tasks=TASKS)
    assert points(chiso.read_evidence(path, BELOW)) == [7, 1]
    assert points(chiso.read_evidence(path, BELOW, tables={"tasks": {"unit": ["An"], "done": [2]}})) == [2, 0]
    assert points(chiso.read_evidence(path, BELOW, tables={"tasks": path})) == [7, 1]


def test_a_sheet_of_a_table_without_rows_is_not_given(tmp_path):
    path = book(tmp_path / "book.xlsx", Units=UNITS, tasks=TASKS[:1])
    assert chiso.read_evidence(path, BELOW).tables == {}


def test_a_table_from_a_sheet_of_any_name(tmp_path):
    path = book(tmp_path / "book.xlsx", Units=UNITS, Work=TASKS)
    table = chiso.TableBelow(path, sheet="Work")
    assert points(chiso.read_evidence(path, BELOW, sheet="Units", tables={"tasks": table})) == [7, 1]


def test_problems_of_a_table_name_its_sheet(tmp_path):
    path = book(tmp_path / "book.xlsx", Units=UNITS, tasks=[*TASKS, ["Chau", 1], ["An", -1]])
    assert problems(path, BELOW) == [("row.no_unit", "tasks!A5"), ("cell.min", "tasks!B6")]
