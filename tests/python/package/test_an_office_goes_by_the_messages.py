"""A district's workbook as offices keep it, and the way of its clerk to a published ranking, by the messages alone."""

import datetime
import json
import subprocess
import sys

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font

pytest.importorskip("python_calamine")
pytest.importorskip("xlsxwriter")

HEADS = [
    "TT",
    "Đơn vị",
    "Khối",
    "Ban hành kế hoạch CCHC năm",
    "Sáng kiến được công nhận",
    "Báo cáo gửi chậm",
    "Hồ sơ",
    None,
    None,
    "Tỷ lệ người dân hài lòng (%)",
    "Giải thưởng về CCHC",
    "Có công chức bị kỷ luật trong năm",
]
BELOW = [None] * 6 + ["Hồ sơ đã giải quyết", "Đúng hạn", "Hồ sơ nộp trực tuyến"] + [None] * 3
UNITS = [
    [1, "Xã Mẫu Hòa", "Xã", "Trước ngày 31/01", 2, 0, 1200, 1188, 720, 91.5, 0, "không"],
    [2, "Xã Mẫu Bình", None, "Từ ngày 31/01 trở đi", 1, 1, 500, 460, 150, 80.5, 1, "không"],
    [3, "Xã Mẫu Châu", None, "Không ban hành", 0, 5, "không áp dụng", "không áp dụng", "không áp dụng", None, 0, "không"],
    [4, "Phường Mẫu Dung", "Phường", "Trước ngày 31/01", 3, 0, 800, 780, 600, 90, 4, "có"],
    [5, "Phường Mẫu Giang", None, "Trước ngày 31/01", 2, 0, 120, 119, 90, 95, 0, "không"],
    [6, "Xã Mẫu Hoà", "Xã", "Trước ngày 31/01", 2, 0, 1200, 1188, 720, 91.5, 0, "không"],
]
TOTALS = [None, "Tổng cộng", None, None, 10, 6, 3820, 3735, 2280, None, 5, None]


def district(path):
    """The workbook: a title over all columns, heads of two lines, merged blocks, a commune under two spellings, a row of totals, notes."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Tổng hợp"
    sheet.append(["BẢNG TỔNG HỢP SỐ LIỆU CẢI CÁCH HÀNH CHÍNH CẤP XÃ NĂM 2025"])
    sheet.append(["(Kèm theo Báo cáo của Phòng Nội vụ)"])
    sheet.append([])
    for row in (HEADS, BELOW, *UNITS, TOTALS):
        sheet.append(row)
    sheet.append([])
    sheet.append([None, "Ghi chú: số liệu tính đến ngày 31/12/2025"])
    for one in ("A1:L1", "A2:L2", "G4:I4", "C6:C8", "C9:C10", *(f"{letter}4:{letter}5" for letter in "ABCDEFJKL")):
        sheet.merge_cells(one)
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=14), Alignment(horizontal="center")
    notes = made.create_sheet("Ghi chú")
    notes.append(["Đơn vị gửi số liệu trước ngày 15/01"])
    made.save(path)
    return sheet


def chiso_says(*arguments, expect):
    done = subprocess.run(
        [sys.executable, "-m", "chiso", *map(str, arguments), "--lang", "vi"], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == expect, done.stderr + done.stdout
    return done.stdout + done.stderr


RENAMED = [
    *("Đơn vị=unit", "Khối=block", "Ban hành kế hoạch CCHC năm=ke_hoach", "Sáng kiến được công nhận=sang_kien"),
    *(
        "Báo cáo gửi chậm=bao_cao_cham",
        "Hồ sơ Hồ sơ đã giải quyết=ho_so",
        "Hồ sơ nộp trực tuyến=truc_tuyen",
        "Tỷ lệ người dân hài lòng (%)=hai_long",
    ),
    *("Giải thưởng về CCHC=giai_thuong", "Có công chức bị kỷ luật trong năm=ky_luat"),
]


def test_a_workbook_of_a_district_becomes_a_ranking_by_the_messages_alone(root, tmp_path):
    model, book, result = root / "docs/vi/writing/model.json", tmp_path / "bang.xlsx", tmp_path / "ketqua.xlsx"
    district(book)
    # Where the heads are: in two lines, as the merged cells say, of the one worksheet of two that has any.
    said = chiso_says("check", model, book, expect=1)
    assert said.count("[") == 1 and "'Tổng hợp'!A4: lỗi: gặp tên cột ở dòng 4-5" in said and "--header-line 4-5" in said
    # How the columns are called: by the labels of the model, which the message turns into options to copy.
    said = chiso_says("check", model, book, "--header-line", "4-5", expect=1)
    assert said.rstrip().endswith("thì thêm:" + "".join(f' --rename "{one}"' for one in RENAMED))
    options = ["--header-line", "4-5", *(word for one in RENAMED for word in ("--rename", one))]
    # What is left: a column of numbers, and one that nobody called so.
    said = chiso_says("check", model, book, *options, expect=1)
    assert "!A4: lỗi: /columns/TT: gặp TT" in said and "!H4: lỗi: /columns/Đúng hạn: gặp Đúng hạn" in said and "thiếu cột dung_han" in said
    options += ["--rename", "Đúng hạn=dung_han"]
    # Only now that nothing is lacking it is said how to leave out the rest.
    said = chiso_says("check", model, book, *options, expect=1)
    assert 'cột không dùng thì bỏ qua bằng cách thêm: --ignore "TT"\n' in said
    options += ["--ignore", "TT"]
    # Cells: labels in place of codes, and rows below the table that are no units.
    said = chiso_says("check", model, book, *options, expect=1)
    assert "'Tổng hợp'!D6: lỗi: ke_hoach: gặp Trước ngày 31/01" in said and "(có phải là dung_han?)" in said
    assert "'Tổng hợp'!A12: lỗi: gặp 2 dòng ở cuối bảng, từ dòng này: Tổng cộng" in said and "khai báo: --skip-last 2 [rows.below]" in said
    options += ["--skip-last", "2"]
    made = openpyxl.load_workbook(book)
    for row in range(6, 12):
        cell = made["Tổng hợp"].cell(row, 4)
        cell.value = {"Trước ngày 31/01": "dung_han", "Từ ngày 31/01 trở đi": "muon", "Không ban hành": "khong"}[cell.value]
    made.save(book)
    # One commune under two spellings: a warning, and nothing is published of it twice.
    said = chiso_says("check", model, book, *options, expect=0)
    assert "[names.alike]" in said and "Xã Mẫu Hòa" in said and "Xã Mẫu Hoà" in said and "'Tổng hợp'!" in said
    made["Tổng hợp"].delete_rows(11)
    made.save(book)
    said = chiso_says("check", model, book, *options, expect=0)
    assert "5 dòng, 5 đơn vị, 2 khối (Phường, Xã)" in said and "0 cảnh báo" in said
    said = chiso_says("score", model, book, *options, "-o", result, expect=0)
    assert "bang.xlsx: 1 cột bị bỏ qua: TT" in said
    assert not chiso_says("verify", model, book, result, *options, expect=0).count("[")
    ranking = openpyxl.load_workbook(result)["Xếp hạng"]
    columns = {ranking.cell(1, at).value.partition("\n")[0]: at for at in range(1, ranking.max_column + 1)}
    rows = [[ranking.cell(row, columns[name]).value for name in ("block", "rank", "unit", "index", "class")] for row in range(2, 7)]
    assert rows == [  # by hand; of two ranked units a quarter is none, so that nobody keeps the best class, and a veto lowers one
        ["Phường", 1, "Phường Mẫu Giang", 30 + 30 + 20 + 19, "Tốt"],
        ["Phường", 2, "Phường Mẫu Dung", 30 + 20 + 20 + 18 + 3, "Khá"],
        ["Xã", 1, "Xã Mẫu Hòa", 98.3, "Tốt"],
        ["Xã", 2, "Xã Mẫu Bình", 65.1, "Khá"],
        ["Xã", None, "Xã Mẫu Châu", 0, None],
    ]


WRAPPED = {
    "tracks": [{"id": "self", "label": "Tự chấm"}, {"id": "final", "label": "Thẩm định"}],
    "fallback": {"final": ["self"]},
    "measures": {
        "nhan": {"type": "count", "label": "Hồ sơ tiếp nhận"},
        "dung": {"type": "count", "label": "Hồ sơ đúng hạn"},
        "hl": {"type": "decimal", "min": 0, "max": 100, "label": "Tỷ lệ hài lòng"},
        "gui": {"type": "date", "label": "Ngày gửi báo cáo"},
        "tap": {"type": "yes_no", "label": "Có tập huấn"},
    },
    "criteria": [
        {
            "id": "a",
            "points": 60,
            "undefined": "not_applicable",
            "rule": {"type": "proportional", "value": "percent(dung, nhan)", "full_at": 100},
        },
        {"id": "b", "points": 20, "rule": {"type": "proportional", "value": "hl", "full_at": 100}},
        {"id": "c", "points": 10, "rule": {"type": "yes_no", "value": "gui <= date('2025-12-15')"}},
        {"id": "d", "points": 10, "rule": {"type": "yes_no", "value": "tap"}},
    ],
}


def wrapped(path):
    """Heads that are wrapped in their cells and begin alike, a row that numbers them, rows of groups, sums of groups, and who signs."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "2025"
    rows = [
        ["SỐ LIỆU CẢI CÁCH HÀNH CHÍNH\nNĂM 2025"],
        [],
        ["TT", "Tên xã, phường", "Hồ sơ\ntiếp nhận", "Hồ sơ\nđúng hạn", "Tỷ lệ\nhài lòng", "Ngày gửi\nbáo cáo", "Có\ntập huấn", "Ghi chú"],
        [f"({at})" for at in range(1, 9)],
        ["A. KHỐI XÃ"],
        [1, "Xã Mẫu An", 1250, 1240, 0.9155, datetime.datetime(2025, 12, 10), "Có"],
        [2, "Xã Mẫu Bình", "1\u00a0050", 1046, 0.805, "15/12/2025", "Có"],
        [None, "Cộng khối xã", 2300, 2286],
        ["B. KHỐI PHƯỜNG"],
        [1, "Phường Mẫu Dung", 80, 79, 0.9, "12/20/2025", "Không"],
        [2, "Phường Mẫu Giang", 120, 119, 0.95, datetime.datetime(2025, 12, 20), "Không", "gửi muộn"],
        ["TỔNG CỘNG", None, 2500, 2484],
        [],
        ["* Số liệu tính đến ngày 15/12/2025"],
        [None, "Người lập biểu", None, None, None, "TM. ỦY BAN NHÂN DÂN"],
        [None, "Trần Mẫu B", None, None, None, "Nguyễn Mẫu A"],
    ]
    for row in rows:
        sheet.append(row)
    for at in (6, 7, 10, 11):
        sheet.cell(at, 5).number_format = "0.00%"
    for one in ("A1:H1", "A5:H5", "A9:H9", "A12:B12", "A14:H14"):
        sheet.merge_cells(one)
    made.save(path)
    return made


def test_heads_that_are_wrapped_and_numbered_are_renamed_by_what_the_messages_say(tmp_path):
    model, book, result = tmp_path / "model.json", tmp_path / "bang.xlsx", tmp_path / "ketqua.xlsx"
    model.write_text(json.dumps({"chiso": 1, "id": "cap-xa", "version": "2025", "title": "CCHC cấp xã"} | WRAPPED), encoding="utf-8")
    made = wrapped(book)
    said = chiso_says("check", model, book, expect=1)
    assert "tên cột ở dòng 3-4: Tên xã, phường, Hồ sơ tiếp nhận, Hồ sơ đúng hạn" in said and "--header-line 3-4 [heads.below]" in said
    said = chiso_says("check", model, book, "--header-line", "3-4", expect=1)
    renamed = [
        "Tên xã, phường=unit",
        "Hồ sơ tiếp nhận=nhan",
        "Hồ sơ đúng hạn=dung",
        "Tỷ lệ hài lòng=hl",
        "Ngày gửi báo cáo=gui",
        "Có tập huấn=tap",
    ]
    assert "'2025'!C3: lỗi: /columns/Hồ sơ tiếp nhận: gặp Hồ sơ tiếp nhận" in said
    assert "thì thêm:" + "".join(f' --rename "{one}"' for one in renamed) + "\n" in said
    assert said.rstrip().endswith('bỏ qua bằng cách thêm: --ignore "TT" --ignore "Ghi chú"')
    options = ["--header-line", "3-4", *(word for one in renamed for word in ("--rename", one)), "--ignore", "TT", "--ignore", "Ghi chú"]
    # Who signs stands in the columns of figures, and is no unit.
    said = chiso_says("check", model, book, *options, expect=1)
    assert "'2025'!A12: lỗi: gặp 4 dòng ở cuối bảng, từ dòng này: TỔNG CỘNG" in said and "--skip-last 4 [rows.below]" in said
    assert "'2025'!F10: lỗi: gui: gặp 12/20/2025" in said and "'2025'!F15" not in said and "'2025'!F16" not in said
    assert 'nếu đọc với --thousands " " thì còn 2 lỗi' in said
    options += ["--skip-last", "4", "--thousands", " "]
    made["2025"]["F10"] = "20/12/2025"
    made.save(book)
    said = chiso_says("check", model, book, *options, expect=0)
    assert "gặp 'Cộng khối xã', cần chỉ các dòng của đơn vị: xóa dòng cộng" in said and "2 cảnh báo" in said
    made["2025"].delete_rows(8)
    made.save(book)
    assert "4 dòng, 4 đơn vị" in (said := chiso_says("check", model, book, *options, expect=0)) and "0 cảnh báo" in said
    chiso_says("score", model, book, *options, "-o", result, expect=0)
    ranking = openpyxl.load_workbook(result)["Xếp hạng"]
    columns = {ranking.cell(1, at).value.partition("\n")[0]: at for at in range(1, ranking.max_column + 1)}
    rows = [[ranking.cell(row, columns[name]).value for name in ("rank", "unit", "index")] for row in range(2, 6)]
    assert rows == [  # by hand: 60 x on time / received + 20 x satisfied + 10 + 10
        [1, "Xã Mẫu An", 97.83],
        [2, "Xã Mẫu Bình", 95.87],
        [3, "Phường Mẫu Giang", 78.5],
        [4, "Phường Mẫu Dung", 77.25],
    ]


def test_rows_of_groups_that_stand_where_units_do_are_told_with_what_to_do(tmp_path):
    model, book = tmp_path / "model.json", tmp_path / "bang.xlsx"
    model.write_text(json.dumps({"chiso": 1, "id": "cap-xa"} | WRAPPED), encoding="utf-8")
    made = openpyxl.Workbook()
    for row in (
        ["unit", "nhan", "dung", "hl", "gui", "tap"],
        ["KHỐI XÃ"],
        ["Xã An", 9, 8, 50, "15/12/2025", "có"],
        ["Xã Bình", 7, 7, 60, "15/12/2025", "có"],
    ):
        made.active.append(row)
    made.save(book)
    said = chiso_says("check", model, book, expect=0)
    assert "gặp 'KHỐI XÃ', cần mỗi dòng có ít nhất một số liệu: xóa dòng tiêu đề, chữ ký; giữ lại nếu là đơn vị chưa báo cáo" in said
    made.active.delete_rows(2)
    made.save(book)
    assert "2 đơn vị" in (said := chiso_says("check", model, book, expect=0)) and "0 cảnh báo" in said


def test_thousands_marks_layouts_and_tracks_in_brackets_are_told_as_options(tmp_path):
    model, table = tmp_path / "model.json", tmp_path / "bang.csv"
    model.write_text(json.dumps({"chiso": 1, "id": "cap-xa"} | WRAPPED), encoding="utf-8")
    table.write_text("unit;nhan;dung;hl;gui;tap\nXã An;1.250;1.240;91,5;15/12/2025;có\n", encoding="utf-8")
    assert "nếu đọc với --decimal , --thousands . thì còn 0 lỗi" in chiso_says("check", model, table, expect=1)
    table.write_text("unit;nhan;dung (Tự chấm);dung (Thẩm định);hl;gui;tap\nXã An;9;8;7;91;15/12/2025;có\n", encoding="utf-8")
    said = chiso_says("check", model, table, expect=1)
    assert 'cạnh nhau thì thêm: --layout pairs --rename "Tự chấm=self" --rename "Thẩm định=final"\n' in said
    told = ["--layout", "pairs", "--rename", "Tự chấm=self", "--rename", "Thẩm định=final"]
    assert "2 bước chấm (self, final)" in chiso_says("check", model, table, *told, expect=0)
    table.write_text("unit;measure;value\nXã An;nhan;9\nXã An;dung;8\n", encoding="utf-8")
    said = chiso_says("check", model, table, expect=1)
    assert said.rstrip().endswith("nếu mỗi dòng là một số liệu thì thêm: --layout rows")
    chiso_says("check", model, table, "--layout", "rows", "--absent-is-missing", expect=0)
