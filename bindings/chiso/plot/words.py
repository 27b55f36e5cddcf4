"""The texts of figures: words in two languages, numbers as people write them, names."""

from __future__ import annotations

import textwrap
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.ticker import Formatter

    from chiso.languages import Language
    from chiso.model import Model
    from chiso.scorecard import Scorecard

WORDS: dict[str, dict[str, str]] = {
    "vi": {
        "points": "Điểm",
        "at_most": "tối đa {} điểm",
        "part": "Phần {}",
        "true_items": "Số nội dung đạt, trong {} nội dung",
        "yes": "Có",
        "no": "Không",
        "all_answer": "Điểm nếu mọi phiếu trả lời như vậy",
        "example": "ví dụ: chỉ tiêu {}, đơn vị cao nhất khối {}",
        "target": "chỉ tiêu",
        "leader": "cao nhất khối",
        "whole": "cả tiêu chí",
        "best_of": "phần cao nhất trong {}",
        "sum_of": "tổng các phần {}",
        "deductions": "điểm tối đa, trừ các phần {}",
        "index": "Chỉ số (%)",
        "total": "Chỉ số chung",
        "incomplete": "chưa đủ số liệu",
        "incomplete_mark": "Chưa đủ số liệu",
        "not_ranked": "không xếp hạng",
        "not_applicable": "không áp dụng",
        "no_class": "chưa xếp loại",
        "classes": "Xếp loại",
        "range": "Thấp nhất đến cao nhất trong khối",
        "mean": "Bình quân của khối",
        "ranked": "hạng {}/{}",
        "first": "{} đơn vị đứng đầu, trong {} đơn vị",
        "around": "{} và các đơn vị lân cận, trong {} đơn vị",
        "lost": "Mất điểm ở đâu",
        "lost_points": "Điểm chỉ số bị mất",
        "lost_by_unit": "Đơn vị mất",
        "worth": "Mất nhiều nhất có thể",
        "lost_by_mean": "Bình quân của khối mất",
        "lost_by_best": "Đơn vị cao nhất khối mất",
        "nothing_lost": "Không mất điểm ở tiêu chí nào",
        "further": "{} tiêu chí khác",
        "no_index": "không có chỉ số",
        "comparison": "Vì sao chỉ số thay đổi",
        "index_points": "Điểm chỉ số",
        "ranks": "Thứ hạng qua các kỳ",
        "place": "Thứ hạng",
        "other_units": "Các đơn vị khác",
        "today": "Hiện nay",
        "with_plan": "Theo phương án",
        "target_index": "Mục tiêu: chỉ số {}",
        "target_rank": "Mục tiêu: từ hạng {} trở lên",
        "target_class": "Mục tiêu: xếp loại {} trở lên",
        "not_reached": "chưa đạt được",
        "cost": "Chi phí",
        "frontier": "Chỉ số cao nhất theo chi phí",
        "highest_index": "Chỉ số cao nhất với chi phí đó",
        "best_plan": "Phương án tốt nhất: chi phí {}",
    },
    "en": {
        "points": "Points",
        "at_most": "at most {} points",
        "part": "Part {}",
        "true_items": "Items that hold, of {}",
        "yes": "Yes",
        "no": "No",
        "all_answer": "Points if every form says so",
        "example": "example: target {}, best of the block {}",
        "target": "target",
        "leader": "best of the block",
        "whole": "the criterion",
        "best_of": "the highest of {}",
        "sum_of": "the sum of {}",
        "deductions": "all points, less {}",
        "index": "Index (%)",
        "total": "Index",
        "incomplete": "incomplete",
        "incomplete_mark": "Incomplete",
        "not_ranked": "not ranked",
        "not_applicable": "not applicable",
        "no_class": "no class",
        "classes": "Class",
        "range": "Lowest to highest of the block",
        "mean": "Mean of the block",
        "ranked": "rank {} of {}",
        "first": "the first {} of {} units",
        "around": "{} and those near it, of {} units",
        "lost": "Where points were lost",
        "lost_points": "Index points lost",
        "lost_by_unit": "Lost by the unit",
        "worth": "Most that can be lost",
        "lost_by_mean": "Lost in the mean of the block",
        "lost_by_best": "Lost by the best of the block",
        "nothing_lost": "No criterion lost points",
        "further": "{} other criteria",
        "no_index": "no index",
        "comparison": "Why the index differs",
        "index_points": "Index points",
        "ranks": "Places over the periods",
        "place": "Place",
        "other_units": "Other units",
        "today": "Today",
        "with_plan": "With the plan",
        "target_index": "Target: index {}",
        "target_rank": "Target: place {} or better",
        "target_class": "Target: class {} or better",
        "not_reached": "not reached",
        "cost": "Cost",
        "frontier": "The highest index at each cost",
        "highest_index": "Highest index at that cost",
        "best_plan": "Best plan: cost {}",
    },
}


def capital(text: str) -> str:
    """A text as it begins a line."""
    return text[:1].upper() + text[1:]


def words(language: str) -> dict[str, str]:
    """The words of a language."""
    if language not in WORDS:
        raise ValueError(f"a language is 'vi' or 'en', not '{language}'")
    return WORDS[language]


RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

COMMAS = str.maketrans(",.", ".,")


def number(value: float | Decimal, language: str, decimals: int | None = None) -> str:
    """A number as people write it: in groups of three from 10,000 on, with a power of ten only if it would be a long row of digits."""
    size = abs(float(value))
    if decimals is not None:
        text = f"{value:.{decimals}f}"
    elif size >= 1e15 or 0 < size < 1e-9:
        digits, power = f"{float(value):.5e}".split("e")
        text = f"{Decimal(digits).normalize():f}·10{str(int(power)).translate(RAISED)}"
    else:  # ten digits, because further ones of a float are noise; but all digits of a whole number
        rounded = Decimal(f"{float(value):.10g}" if size < 1e10 else f"{value:.0f}") + 0
        text = f"{rounded:,f}" if size >= 10_000 else f"{rounded:f}"
    text = text.replace("-", "\N{MINUS SIGN}")
    return text.translate(COMMAS) if language == "vi" else text


def signed(value: float, language: str, decimals: int) -> str:
    """A difference: with its sign, or a dash if there is none."""
    if value != value:
        return "–"
    text = number(value, language, decimals)
    return f"+{text}" if value > 0 else text


def formatter(language: str) -> Formatter:
    """The formatter for the ticks of an axis."""
    from matplotlib.ticker import FuncFormatter

    return FuncFormatter(lambda value, _: number(value, language))


def label_of(item: Any, language: Language) -> str:
    """The name of an item of a draft: its label in a language, otherwise in the other one, otherwise its id."""
    if isinstance(item, str):
        return item
    label = item.label
    if isinstance(label, dict):
        label = label.get(language) or next(filter(None, label.values()), None)
    return str(label or getattr(item, "id", ""))


def place_words(model: Model, block: str, period: str, track: str, language: Language) -> str:
    """Block, period and track by their labels."""
    draft = model.draft()
    names = [(block, draft.blocks), (period, None), (track, draft.tracks if len(model.tracks) > 1 else [])]
    out = []
    for name, items in names:
        if items is not None:
            name = next(
                (label_of(item, language) for item in items if not isinstance(item, str) and item.id == name), name if items else ""
            )
        out.append(name)
    return ", ".join(part for part in out if part)


def card_words(card: Scorecard, language: Language) -> str:
    """The unit of a scorecard, with its period, and its track if there are several."""
    model = card._scores.model
    where = place_words(model, "", card.period, card.track, language)
    return ", ".join(part for part in (card.unit, where) if part)


def short(text: str, characters: int = 120) -> str:
    """A text, shortened if it is long."""
    return textwrap.shorten(text, characters, placeholder=" …")
