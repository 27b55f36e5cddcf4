#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry measure_two_ways{
    .code = "measure.two_ways",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Numbers that can be read in two ways", "Số có thể hiểu theo hai cách"},
    .meaning = {"A single mark before exactly three digits may part thousands or decimals, and no other number of the table shows which. "
                "Here it was read as the decimal mark: `1.500` is one and a half.",
                "Một dấu đứng trước đúng ba chữ số có thể là dấu ngăn hàng nghìn hoặc dấu thập phân, và không có số nào khác trong bảng "
                "cho thấy là dấu nào. Ở đây hiểu là dấu thập phân: `1.500` là một phẩy năm."},
    .remedy = {"If it is meant so, say it: `--decimal .`; if the mark parts thousands, read with `--decimal , --thousands .`.",
               "Nếu đúng như vậy thì khai báo `--decimal .`; nếu dấu đó ngăn hàng nghìn thì khi đọc thêm `--decimal , --thousands .`."},
    .expected = {"to be told that it is {2}, as it was read, and not {1}", "khai báo rõ đó là {2}, như đã đọc, chứ không phải {1}"}};
inline constexpr ProblemEntry period_order{
    .code = "period.order",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Periods that text orders otherwise than time", "Thứ tự các kỳ khác với thứ tự thời gian"},
    .meaning =
        {"Periods are ordered as text, and here the year does not come first: 01/2024 comes before 12/2023, Q1.24 before Q4.23. The "
         "previous period, the last one and changes of rank are then not those of time.",
         "Các kỳ được xếp thứ tự theo chữ viết, mà ở đây năm không đứng đầu: 01/2024 xếp trước 12/2023, Q1.24 xếp trước Q4.23. Khi đó kỳ "
         "trước, kỳ cuối và mức tăng, giảm thứ hạng không theo đúng thời gian."},
    .remedy = {"Write the year first: 2023-12, 2024-Q1. A spreadsheet makes a date of 2023-12 that is typed: give the column the format of "
               "text first.",
               "Ghi năm đứng trước: 2023-12, 2024-Q1. Phần mềm bảng tính đổi 2023-12 thành ngày khi gõ vào: cần định dạng cột là văn bản "
               "trước."},
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
inline constexpr const ProblemEntry* evidence_warning_problems[] = {&measure_two_ways, &period_order, &previous_one_period};
}
}
