#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry coverage_differs{
    .code = "coverage.differs",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Rows of very different coverage ranked together", "Xếp hạng chung các đơn vị có độ phủ chênh lệch lớn"},
    .meaning =
        {"Of some units that are ranked together much more evidence is known than of others: their coverage differs by more than 20 "
         "percentage points. An index of the few figures that were supplied may lead the ranking.",
         "Trong các đơn vị được xếp hạng chung, độ phủ (tỷ lệ điểm có số liệu) chênh nhau hơn 20 điểm phần trăm. Đơn vị chỉ cung cấp "
         "ít số liệu vẫn có thể đứng đầu."},
    .remedy = {"Ask for the missing evidence, or write `least_coverage` in the model: rows of less are incomplete and not ranked.",
               "Bổ sung số liệu còn thiếu, hoặc ghi `least_coverage` trong bộ tiêu chí: đơn vị dưới mức này chưa được xếp hạng."},
    .found = {"a coverage of {0} ({1}) beside one of {2} ({3})", "độ phủ {0} ({1}) bên cạnh {2} ({3})"},
    .expected = {"a difference of at most 20 percentage points, or a least_coverage in the model above the smaller of the two",
                 "chênh lệch không quá 20 điểm phần trăm, hoặc least_coverage trong bộ tiêu chí cao hơn độ phủ nhỏ hơn"}};
inline constexpr const ProblemEntry* rank_warning_problems[] = {&coverage_differs};
}
}
