"""A district's workbook as offices keep it, and the way of its clerk to a published ranking, by the messages alone."""

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
