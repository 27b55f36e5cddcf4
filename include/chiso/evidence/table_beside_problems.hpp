#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry row_not_scored{
    .code = "row.not_scored",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A published row that was not scored", "Dòng đã công bố không có trong kết quả chấm"},
    .meaning = {"Each row of a table of published figures is compared with what was computed for its unit, period and track; for this one "
                "nothing was computed.",
                "Mỗi dòng của bảng kết quả đã công bố được so với kết quả tính cho đúng đơn vị, kỳ và bước chấm đó; dòng này không có kết "
                "quả tính để so."},
    .remedy = {"Correct the name, the period or the track, or add a row of the unit to the evidence.",
               "Sửa tên đơn vị, kỳ hoặc bước chấm, hoặc thêm dòng của đơn vị vào bảng số liệu."},
    .expected = {"{1}", "{1}"}};
inline constexpr ProblemEntry row_other_block{
    .code = "row.other_block",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A published row in another block", "Dòng đã công bố ghi khối khác"},
    .meaning = {"Ranks are counted within a block. The table of published figures has the unit in another block than the evidence.",
                "Thứ hạng tính trong từng khối. Bảng kết quả đã công bố ghi đơn vị vào khối khác với bảng số liệu."},
    .remedy = {"Correct the block in one of the two tables, or leave out the column `block`.",
               "Sửa khối ở một trong hai bảng, hoặc bỏ cột `block`."},
    .expected = {"{1} as the block of {2}", "{1} là khối của {2}"}};
inline constexpr const ProblemEntry* table_beside_problems[] = {&row_not_scored, &row_other_block};
}

namespace phrases {
inline constexpr Words unit_of_scores{"a unit that was scored", "một đơn vị có kết quả chấm"},
    row_of_unit{"a period and track in which {0} was scored", "kỳ và bước chấm mà {0} có kết quả"};
}
}
