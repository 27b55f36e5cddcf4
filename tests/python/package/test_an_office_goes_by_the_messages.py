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
