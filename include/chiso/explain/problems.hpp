#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry rank_absent{
    .code = "rank.absent",
    .domain = ProblemEntry::Domain::requests,
    .title = {"No rank to compare", "Không có thứ hạng để so sánh"},
    .meaning =
        {"A change of rank is asked of a unit that is not ranked in the block on one of the two sides: it has no row there, or stands in "
         "another block, or is incomplete, or is left out of the ranking.",
         "Đơn vị được hỏi về thay đổi thứ hạng không được xếp hạng trong khối ở một trong hai lần so sánh: không có dòng số liệu, thuộc "
         "khối khác, chưa đủ số liệu hoặc không tham gia xếp hạng."},
    .remedy = {
        "Choose two periods or tracks in both of which the unit is ranked in the block; its scorecard says why it is not.",
        "Chọn hai kỳ hoặc hai bước chấm mà đơn vị đều được xếp hạng trong khối; phiếu điểm cho biết vì sao đơn vị không được xếp hạng."}};
inline constexpr ProblemEntry published_nothing{
    .code = "published.nothing",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"Nothing published to compare", "Không có kết quả đã công bố để đối chiếu"},
    .meaning = {"A table of published figures has none in its columns `index`, `rank` and `class`, or none of these columns.",
                "Bảng kết quả đã công bố không có số nào ở các cột `index`, `rank`, `class`, hoặc không có cả ba cột này."},
    .remedy = {"Name the columns `index`, `rank` and `class`, or say which columns they are by renaming.",
               "Đặt tên cột là `index`, `rank`, `class`, hoặc chỉ ra cột tương ứng bằng tùy chọn đổi tên."},
    .found = {"no index, rank or class", "không có chỉ số, thứ hạng hoặc xếp loại"},
    .expected = {"at least one of the columns index, rank, class", "ít nhất một trong các cột index, rank, class"}};
inline constexpr const ProblemEntry* explain_problems[] = {&rank_absent, &published_nothing};
}

/// Who was asked for and has no rank, and where.
namespace absent_ranks {
inline constexpr Words of_unit{"unit '{0}' without a rank in block '{1}', period '{2}', track '{3}'",
                               "đơn vị '{0}' không được xếp hạng ở khối '{1}', kỳ '{2}', bước chấm '{3}'"},
    on_both_sides{"a unit that is ranked on both sides", "đơn vị được xếp hạng ở cả hai lần so sánh"};
}
}
