#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry row_absent{
    .code = "row.absent",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A row that is not there", "Không có dòng như vậy"},
    .meaning = {"The unit or block occurs, the period and the track too, but not together.",
                "Bảng có đơn vị hoặc khối này, có kỳ và bước chấm này, nhưng không dòng nào có đủ các giá trị đó."},
    .remedy = {"Ask for a period and a track that the unit or block has.", "Chọn kỳ và bước chấm mà đơn vị hoặc khối đó có số liệu."}};
inline constexpr const ProblemEntry* score_problems[] = {&row_absent};
}

/// The names that were asked for and do not occur, and those that occur instead.
namespace absent_rows {
inline constexpr Words of_any_unit{"no row of any unit", "thiếu dòng số liệu", Words::absence},
    of_unit{"no row of unit '{0}', period '{1}', track '{2}'", "thiếu dòng của đơn vị '{0}', kỳ '{1}', bước chấm '{2}'", Words::absence},
    of_block{"no row of block '{0}', period '{1}', track '{2}'", "thiếu dòng của khối '{0}', kỳ '{1}', bước chấm '{2}'", Words::absence},
    of_the_evidence{"a row of the evidence", "một dòng có trong bảng số liệu"},
    of_the_unit{"one of its rows: {0}", "một trong các dòng của đơn vị: {0}"},
    of_the_units{"one of the units, {0} in all", "tên một trong {0} đơn vị"};
}
}
