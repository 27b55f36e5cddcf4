"""The texts of displays in notebooks, in two languages."""

from __future__ import annotations

from chiso.languages import Language, settled_language

WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "line": "dòng",
        "column": "cột",
        "place": "vị trí",
        "severity": "loại",
        "code": "mã",
        "found": "gặp",
        "expected": "cần",
        "hint": "gợi ý",
        "error": "lỗi",
        "warning": "cảnh báo",
        "problem": "{} lỗi, cảnh báo",
        "problems": "{} lỗi, cảnh báo",
        "more": "và còn {} lỗi, cảnh báo khác: {}",
        "rows": "số dòng",
        "units": "số đơn vị",
        "blocks": "khối",
        "periods": "kỳ",
        "measures": "số liệu",
        "evidence": "<b>Bảng số liệu</b> theo {}",
        "scores": "<b>Kết quả</b> theo {}: {} dòng",
        "rank": "thứ hạng",
        "unit": "đơn vị",
        "index": "chỉ số",
        "class": "xếp loại",
        "complete": "tình trạng",
        "incomplete": "chưa đủ số liệu",
        "and_more": "và các đơn vị khác",
        "more_blocks": "và {} khối khác",
        "all_of_it": "xem tất cả: {}",
        "moved": "<b>{}</b>: thứ hạng {} → {}",
        "passed": "Đã vượt",
        "passed_by": "Bị vượt bởi",
        "other_side": "{} (một bên không được xếp hạng)",
        "nobody": "không có",
        "others": "{} và {} đơn vị khác",
        "places": "Nếu chỉ đơn vị này thay đổi: thứ {}; nếu chỉ các đơn vị khác thay đổi: thứ {}",
    },
    "en": {
        "line": "line",
        "column": "column",
        "place": "place",
        "severity": "severity",
        "code": "code",
        "found": "found",
        "expected": "expected",
        "hint": "hint",
        "error": "error",
        "warning": "warning",
        "problem": "{} problem",
        "problems": "{} problems",
        "more": "and {} more: {}",
        "rows": "rows",
        "units": "units",
        "blocks": "blocks",
        "periods": "periods",
        "measures": "measures",
        "evidence": "<b>Evidence</b> for {}",
        "scores": "<b>Scores</b> by {}: {} rows",
        "rank": "rank",
        "unit": "unit",
        "index": "index",
        "class": "class",
        "complete": "complete",
        "incomplete": "incomplete",
        "and_more": "and more",
        "more_blocks": "and {} more blocks",
        "all_of_it": "all of it: {}",
        "moved": "<b>{}</b>: place {}, then {}",
        "passed": "No longer above",
        "passed_by": "Now above",
        "other_side": "{} (not ranked on the other side)",
        "nobody": "nobody",
        "others": "{} and {} more",
        "places": "As it is now among the others as they were: {}; as it was among the others as they are: {}",
    },
}


class Said:
    """The words of the language in force, with their holes filled."""

    def __init__(self) -> None:
        self.language: Language = settled_language(None)

    def __call__(self, name: str, *holes: object) -> str:
        return WORDS[self.language][name].format(*holes)

    def figure(self, text: object) -> str:
        """A number as people write it: with a decimal comma in Vietnamese."""
        return str(text).replace(".", ",") if self.language == "vi" else str(text)
