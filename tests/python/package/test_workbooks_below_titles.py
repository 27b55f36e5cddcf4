"""Worksheets as offices keep them: titles above, heads of two lines, totals and signatures below."""

import chiso
import openpyxl
import pytest
from test_workbooks import DAY, EXPECTED, HEADS, ROWS, one, problems, read
from workbook_files import book

pytest.importorskip("python_calamine")
pytestmark = pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")

TITLE = [["COMMUNES OF THE DISTRICT 2024"], [None, "of the year"]]
TOTALS = [["Total", None, 8, None, None, None], [None, None, None, "Signed"]]


@pytest.mark.parametrize("between", [0, 2])
def test_heads_below_a_title_and_rows_at_the_end_are_told(tmp_path, between):
    rows = [*TITLE, *ROWS, *([[None]] * between), *TOTALS]
    assert read(book(tmp_path / "book.xlsx", Sheet1=rows), header_line=3, skip_last=2) == EXPECTED


def test_of_two_lines_of_heads_the_first_known_name_counts(tmp_path):
    heads = [["unit", "period", "Dossiers", "", "", "met"], ["(name)", "", "done", "share", "sent", "yes or no"]]
    rows = [*TITLE, *heads, *ROWS[1:]]
    assert read(book(tmp_path / "book.xlsx", Sheet1=rows), header_line=(3, 4)) == EXPECTED


@pytest.mark.parametrize(
    ("rows", "lines", "cell"),
    [
        ([*TITLE, *ROWS], "3", "Sheet1!A3"),
        ([["Year", 2024], *ROWS], "2", "Sheet1!A2"),
        ([*TITLE, ["unit", "period", "Dossiers", None, "sent", "met"], [None, None, "done", "share"], *ROWS[1:]], "3-4", "Sheet1!A3"),
        ([[]] * 2 + [["a", "b"]] * 7 + ROWS, "10", "Sheet1!A10"),
        ([["unit"], *ROWS], "2", "Sheet1!A2"),
    ],
)
def test_heads_further_down_are_one_problem_that_says_where(tmp_path, rows, lines, cell):
    problem = one(book(tmp_path / "book.xlsx", Sheet1=rows))
    assert (problem.code, problem.cell) == ("heads.below", cell)
    assert f" {lines}: " in problem.found
    assert f"--header-line {lines}" in problem.expected


@pytest.mark.parametrize(
    ("numbers", "lines"),
    [
        (["A", "B", 1, 2, 3, 4], "3-4"),
        (["(1)", "(2)", "(3)", "(4)=(3)/(2)", "(5)", "(6)"], "3-4"),
        ([1, 2, 3, 4, 5, 6], "3-4"),
        (["a", "b", "1", "2", None, "3"], "3-4"),
        (["Xã An", 2024, 1, 2, DAY, True], "3"),
        (["A", 2024, 1, 1, DAY, True], "3"),
    ],
)
def test_a_row_that_numbers_the_columns_is_one_of_heads(tmp_path, numbers, lines):
    problem = one(book(tmp_path / "book.xlsx", Sheet1=[*TITLE, HEADS, numbers, *ROWS[1:]]))
    assert problem.code == "heads.below" and f"--header-line {lines}" in problem.expected + " "
    if lines == "3-4":
        assert read(book(tmp_path / "book.xlsx", Sheet1=[*TITLE, HEADS, numbers, *ROWS[1:]]), header_line=(3, 4)) == EXPECTED


def test_heads_are_found_by_the_usual_word_for_the_units(tmp_path):
    for word in ("Đơn vị", "TÊN ĐƠN VỊ", "Tên xã,  phường", "Unit name"):
        heads = [["TT", word, "Số hồ sơ", "Tỷ lệ"], [None, None, "đã nhận", "(%)"]]
        path = book(tmp_path / "book.xlsx", Sheet1=[["BIỂU TỔNG HỢP"], *heads, [1, "Xã An", 3, 50]])
        problem = one(path)
        assert problem.code == "heads.below" and "--header-line 2" in problem.expected
    # A title that names a unit, and a table that has its heads, are no such rows.
    told = problems(book(tmp_path / "book.xlsx", Sheet1=[["Đơn vị: UBND huyện"], ["TT", "Xã"], [1, "Xã An"]]))
    assert "heads.below" not in dict(told)


@pytest.mark.parametrize(
    ("below", "rows", "cell"),
    [
        ([["TỔNG CỘNG", None, "many", None], [None, None, None, "Signed"]], 2, "Sheet1!A4"),
        ([[None, None, None, "Signed"]], 1, "Sheet1!A4"),
        ([["Ghi chú: số liệu đến 30/11"], [], [None, None, "KT. CHỦ TỊCH"], ["Xã Không số liệu"]], 3, "Sheet1!A4"),
        ([["Average of the communes", 2024, "x"], ["Note: until November"]], 2, "Sheet1!A4"),
    ],
)
def test_rows_below_the_units_are_one_problem_that_says_how_many(tmp_path, below, rows, cell):
    path = book(tmp_path / "book.xlsx", Sheet1=[*ROWS, *below])
    problem = one(path)
    assert (problem.code, problem.cell) == ("rows.below", cell)
    assert problem.expected.endswith(f"--skip-last {rows}")
    assert read(path, skip_last=rows) == EXPECTED
    if rows > 1:  # told too few of them, the rest is told together with these
        told = [
            one.expected for one in pytest.raises(chiso.EvidenceError, read, path, skip_last=1).value.problems if one.code == "rows.below"
        ]
        assert all(expected.endswith(f"--skip-last {rows}") for expected in told)


def test_a_last_row_of_numbers_may_be_a_unit_whose_name_was_forgotten(tmp_path):
    path = book(tmp_path / "book.xlsx", Sheet1=[*ROWS, [None, 2024, 9, "?"]])
    codes = {problem.code for problem in pytest.raises(chiso.EvidenceError, read, path).value.problems}
    assert "unit.empty" in codes and "rows.below" not in codes


def test_units_that_are_wrong_are_told_beside_rows_below(tmp_path):
    wrong = ["Xã Châu", 2024, "many", 50, DAY, False]
    assert problems(book(tmp_path / "book.xlsx", Sheet1=[*ROWS, wrong, ["Total", 2024, "x"]])) == [
        ("rows.below", "Sheet1!A5"),
        ("cell.number", "Sheet1!C4"),
    ]
    # Subtotals between units are no such rows.
    assert problems(book(tmp_path / "book.xlsx", Sheet1=[*ROWS, ["Total", 2024, "x"], wrong[:2] + [3, 50, DAY, False]])) == [
        ("cell.number", "Sheet1!C4")
    ]


def test_hidden_rows_and_columns_are_read_and_told(tmp_path):
    made = openpyxl.load_workbook(book(tmp_path / "book.xlsx", Sheet1=ROWS))
    for row in (2, 3):
        made.active.row_dimensions[row].hidden = True
    made.active.column_dimensions["C"].hidden = True
    made.save(tmp_path / "book.xlsx")
    with pytest.warns(chiso.ChisoWarning):
        table = read(tmp_path / "book.xlsx")
    assert table == EXPECTED
    told = {problem.cell: problem.found for problem in table.warnings if problem.code == "book.hidden"}
    assert list(told.values()) == ["hidden rows that are read: 2, 3", "hidden columns that are read: C"]
    assert list(told) == ["Sheet1!2:2", "Sheet1!C1"]
    assert "book.hidden" not in [problem.code for problem in read(book(tmp_path / "book.xlsx", Sheet1=ROWS)).warnings]


def test_marks_are_suggested_by_what_is_text_alone(tmp_path):
    """A number of a cell shows nothing of the decimal mark that texts of the table have."""
    rows = [HEADS, ["Xã An", 2024, "1.234", 12.5, DAY, True], ["Xã Bình", 2024, 7, "80,5", DAY, False]]
    hints = [problem.hint for problem in pytest.raises(chiso.EvidenceError, read, book(tmp_path / "book.xlsx", Sheet1=rows)).value.problems]
    assert hints == ["1234, read with decimal ',' and thousands '.'", "80.5, read with decimal ','"]


def test_tracks_below_one_head_are_pairs(tmp_path):
    heads = [["TT", "unit", "x", None, "y", None], [None, None, "Tự chấm", "final", "Tự chấm", "final"]]
    told = {"layout": "pairs", "header_line": (2, 3), "rename": {"Tự chấm": "self"}, "ignore": ["TT"]}
    model = chiso.Model.from_dict(
        {
            "chiso": 1,
            "id": "little",
            "tracks": ["self", "final"],
            "measures": {"x": {"type": "count"}, "y": {"type": "count"}},
            "criteria": [{"id": "a", "points": 9, "rule": {"type": "per_item", "value": "x + y", "each": 1}}],
        }
    )
    expected = chiso.Evidence.from_frame({"unit": ["An", "An"], "track": ["self", "final"], "x": [3, 2], "y": [5, 4]}, model)
    path = book(tmp_path / "book.xlsx", Sheet1=[["TỔNG HỢP"], *heads, [1, "An", 3, 2, 5, 4]])
    assert chiso.read_evidence(path, model, **told) == expected
    (tmp_path / "table.csv").write_text("TỔNG HỢP\nTT;unit;x;;y;\n;;Tự chấm;final;Tự chấm;final\n1;An;3;2;5;4\n", encoding="utf-8")
    assert chiso.read_evidence(tmp_path / "table.csv", model, **told) == expected


def test_warnings_name_the_cells_of_rows(tmp_path):
    with pytest.warns(chiso.ChisoWarning):
        table = read(book(tmp_path / "book.xlsx", Sheet1=[*TITLE, *ROWS, [], ["Total", 2024, 8]]), header_line=3)
    assert ("row.total", "Sheet1!A7") in [(problem.code, problem.cell) for problem in table.warnings]


def test_problems_below_a_title_name_their_own_cell(tmp_path):
    rows = [*TITLE, HEADS, ROWS[1], ["Xã Bình", 2024, "many", 50, DAY, False], *TOTALS]
    assert problems(book(tmp_path / "book.xlsx", Sheet1=rows), header_line=3, skip_last=2) == [("cell.number", "Sheet1!C5")]


def test_a_column_that_a_worksheet_lacks_is_filled(tmp_path):
    rows = [[*row[:1], *row[2:]] for row in ROWS]
    assert read(book(tmp_path / "book.xlsx", Sheet1=rows), fill={"period": 2024}) == EXPECTED


def test_more_rows_left_out_than_there_are(tmp_path):
    assert read(book(tmp_path / "book.xlsx", Sheet1=ROWS), skip_last=9).rows == 0


def test_layouts_are_of_worksheets_too_and_encodings_of_files_of_text(tmp_path):
    path = book(tmp_path / "book.xlsx", Sheet1=ROWS)
    assert read(path, layout="pairs") == EXPECTED  # no pair at all
    with pytest.raises(ValueError, match="encoding= is of a CSV file"):
        read(path, encoding="utf-8")
