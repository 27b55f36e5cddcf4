#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry period_order{
    .code = "period.order",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Periods that text orders otherwise than time", "Thứ tự các kỳ khác với thứ tự thời gian"},
    .meaning =
        {"Periods are ordered as text, and these end in the year: 01/2024 comes before 12/2023. The previous period, the last one and "
         "changes of "
         "rank are then not those of time.",
         "Các kỳ được xếp thứ tự theo chữ viết, mà ở đây năm đứng cuối: 01/2024 xếp trước 12/2023. Khi đó kỳ trước, kỳ cuối và mức tăng, "
         "giảm thứ hạng không theo đúng thời gian."},
    .remedy = {"Write the year first: 2023-12, 2024-Q1.", "Ghi năm đứng trước: 2023-12, 2024-Q1."},
    .found = {"the period {0} before {1}", "kỳ {0} xếp trước {1}"},
    .expected = {"the year first, as in 2024-01, for periods are ordered as text",
                 "năm đứng trước, như 2024-01, vì các kỳ được xếp thứ tự theo chữ viết"}};
inline constexpr ProblemEntry previous_one_period{
    .code = "previous.one_period",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Only one period", "Chỉ có một kỳ"},
    .meaning = {"The model reads the previous period, and the table has only one, so what is read there is missing.",
                "Bộ tiêu chí dùng số liệu kỳ trước (`previous`), nhưng bảng chỉ có một kỳ, nên thiếu số liệu kỳ trước."},
    .remedy = {"Add the rows of the previous period to the table.", "Thêm số liệu của kỳ trước vào bảng."},
    .expected = {"an earlier period too, for previous(...) in {1}", "cả kỳ trước, vì {1} dùng previous(...)"}};
inline constexpr const ProblemEntry* evidence_warning_problems[] = {&period_order, &previous_one_period};
}
}
