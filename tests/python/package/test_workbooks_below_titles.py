"""Worksheets as offices keep them: titles above, heads of two lines, totals and signatures below."""

import chiso
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
