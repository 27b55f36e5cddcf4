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
        # Who signs, in the columns of figures: below a note, words are no figures.
        ([["Total", None, 8], ["Prepared by", None, None, None, "Head of office"], ["Mr An", None, None, None, "Ms Binh"]], 3, "Sheet1!A4"),
        ([["NGƯỜI LẬP BIỂU", None, "TM. ỦY BAN NHÂN DÂN"], ["Trần A", None, "Nguyễn Văn B"]], 2, "Sheet1!A4"),
        ([["* until November", None, "(signed by)"], ["Mr An", None, "Ms Binh"]], 2, "Sheet1!A4"),
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


def test_a_unit_whose_figures_are_words_is_one_below_a_subtotal(tmp_path):
    rows = [*ROWS, ["Total", 2024, 8, 50, DAY, True], ["Xã Dung", 2024, "chưa có", "không rõ số", DAY, False]]
    assert problems(book(tmp_path / "book.xlsx", Sheet1=rows)) == [("cell.number", "Sheet1!C5"), ("cell.number", "Sheet1!D5")]
    rows = [*ROWS, ["Total", 2024, 8, 50, DAY, True], ["Xã Dung", 2024, "không áp dụng", "không rõ số"]]
    assert problems(book(tmp_path / "book.xlsx", Sheet1=rows)) == [("cell.number", "Sheet1!D5")]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Số hồ sơ\nđã xong", "Số hồ sơ đã xong"),  # wrapped
        ("Giải quyết\nSố hồ sơ\nđã xong", "Giải quyết Số hồ sơ đã xong"),  # below a title
        ("Số hồ sơ đã xong\n(người)", "Số hồ sơ đã xong"),  # with what it is measured in
        ("SỐ HỒ SƠ\r\nĐÃ XONG\n(3)", "SỐ HỒ SƠ ĐÃ XONG (3)"),
        ("don\nViệc khác", "don"),  # an id with a slip in it
        ("Số\nhồ\nsơ\nđã\nxong", "Số hồ sơ đã xong"),
    ],
)
def test_a_head_of_several_lines_is_shown_by_what_renames_it(head, name):
    model = chiso.Model.from_dict(
        {
            "chiso": 1,
            "id": "m",
            "measures": {
                "other": {"type": "count", "label": "Số hồ sơ"},
                "done": {"type": "count", "label": "Số hồ sơ đã xong"},
            },
            "criteria": [{"id": "a", "points": 1, "rule": {"type": "proportional", "value": "done + other", "full_at": 9}}],
        }
    )
    table = {"unit": ["A"], head: [1], "other": [2]}
    told = pytest.raises(chiso.EvidenceError, chiso.Evidence.from_frame, table, model).value.problems
    unknown = next(problem for problem in told if problem.code == "column.unknown")
    assert (unknown.found, unknown.hint) == (name, "done")
    assert chiso.Evidence.from_frame(table, model, rename={name: "done"}).units == ("A",)


def test_a_row_that_numbers_the_columns_is_no_part_of_their_names(tmp_path):
    rows = [["No.", "unit", "Dossiers\ndone"], ["(1)", "(2)", "(3)"], [1, "Xã An", 3]]
    told = problems(book(tmp_path / "book.xlsx", Sheet1=rows), header_line=(1, 2))
    assert ("column.unknown", "Sheet1!C1") in told
    error = pytest.raises(chiso.EvidenceError, read, book(tmp_path / "book.xlsx", Sheet1=rows), header_line=(1, 2)).value
    assert [problem.found for problem in error.problems if problem.code == "column.unknown"] == ["No.", "Dossiers done"]
    table = tmp_path / "table.csv"
    table.write_text('No.;unit;"Dossiers\ndone"\n(1);(2);(3)\n1;Xã An;3\n', encoding="utf-8")
    error = pytest.raises(chiso.EvidenceError, read, table, header_line=(1, 2)).value
    assert [problem.found for problem in error.problems if problem.code == "column.unknown"] == ["No.", "Dossiers done"]


@pytest.mark.parametrize(
    ("cell", "meant"), [(0.915, "91.5"), (0.05123, "5.123"), ("0.805", "80.5"), ("0.9155", "91.55"), (1.5432, ""), ("0.00001", "")]
)
def test_what_a_cell_of_percent_holds_is_told_as_the_percentage(cell, meant):
    rate = {"type": "decimal", "decimals": 2 if meant != "5.123" else 3, "max": 100}
    if isinstance(cell, float) and meant == "91.5" or cell == "0.805":
        rate |= {"decimals": 1}
    model = chiso.Model.from_dict(
        {
            "chiso": 1,
            "id": "m",
            "measures": {"rate": rate},
            "criteria": [{"id": "a", "points": 1, "rule": {"type": "proportional", "value": "rate", "full_at": 9}}],
        }
    )
    error = pytest.raises(chiso.EvidenceError, chiso.Evidence.from_frame, {"unit": ["A"], "rate": [cell]}, model).value
    hint = error.problems[0].hint or ""
    assert hint == (f"{meant}, which a cell of percent stores divided by 100: look at the whole column" if meant else "")


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
