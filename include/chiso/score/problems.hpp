#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace problems {
inline constexpr ProblemEntry row_absent{
    .code = "row.absent",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A row that is not there", "Không có dòng như vậy"},
    .meaning = {"The unit or block occurs, the period and the track too, but not together.",
                "Có đơn vị hoặc khối này, có kỳ và bước chấm này, nhưng không có dòng nào gồm đủ các giá trị đó."},
    .remedy = {"Ask for a period and a track that the unit or block has.", "Chọn kỳ và bước chấm mà đơn vị hoặc khối có."}};
inline constexpr const ProblemEntry* score_problems[] = {&row_absent};
}
}
