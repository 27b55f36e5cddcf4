#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry period_part{
    .code = "period.part",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A period that does not say its year, quarter or month", "Kỳ không cho biết năm, quý hoặc tháng"},
    .meaning = {"The rows of a table are to stand in the year, quarter or month of their period, which its text does not say.",
                "Các dòng của bảng chi tiết được tính vào năm, quý hoặc tháng của kỳ, nhưng cách ghi kỳ không cho biết điều đó."},
    .remedy = {"Write periods as 2024-03, 2024-Q1 or 2024-03-31.", "Ghi kỳ theo dạng 2024-03, 2024-Q1 hoặc 2024-03-31."},
    .expected = {"{1}", "{1}"}};
inline constexpr ProblemEntry row_no_unit{
    .code = "row.no_unit",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A row of a table whose unit is not in the evidence", "Dòng của bảng chi tiết có đơn vị không có trong bảng số liệu"},
    .meaning = {"Each row of a table below the units belongs to a unit and period of the evidence; this one belongs to none, so nothing "
                "would count it.",
                "Mỗi dòng của bảng chi tiết phải thuộc một đơn vị và một kỳ có trong bảng số liệu; dòng này không thuộc đơn vị, kỳ nào nên "
                "sẽ không được tính."},
    .remedy = {"Correct the unit or the period, or add a row of the unit to the evidence.",
               "Sửa tên đơn vị hoặc kỳ, hoặc thêm đơn vị vào bảng số liệu."},
    .expected = {"{1}", "{1}"}};
inline constexpr ProblemEntry table_no_rows{
    .code = "table.no_rows",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A unit without rows in a table", "Đơn vị không có dòng nào trong bảng chi tiết"},
    .meaning = {"A table was given in which some units of the evidence have no row: sums and counts are 0 for them, means, least and "
                "greatest values are missing. This is a warning.",
                "Bảng chi tiết không có dòng nào của một số đơn vị: tổng và số lượng của các đơn vị đó bằng 0, còn bình quân, giá trị nhỏ "
                "nhất, lớn nhất thì thiếu. Đây là cảnh báo."},
    .remedy = {"Check that their rows were not left out, or that the unit is not spelt otherwise there.",
               "Kiểm tra xem có sót dòng, hoặc tên đơn vị trong bảng chi tiết có ghi khác hay không."},
    .found = {"{0}", "{0}"},
    .expected = {"rows of every unit in the table {1}", "bảng {1} có dòng của mọi đơn vị"}};
inline constexpr const ProblemEntry* table_below_problems[] = {&period_part, &row_no_unit, &table_no_rows};
}

namespace phrases {
inline constexpr Words unit_of_evidence{"a unit of the evidence", "một đơn vị có trong bảng số liệu"},
    period_of_unit{"a period in which the evidence has {0}", "một kỳ mà bảng số liệu có {0}"},
    period_with_year{"a period that begins with a year, such as 2024-03", "kỳ bắt đầu bằng năm, như 2024-03"},
    period_with_quarter{"a quarter, month or day, such as 2024-Q1 or 2024-03", "một quý, tháng hoặc ngày, như 2024-Q1 hoặc 2024-03"},
    period_with_month{"a month or day, such as 2024-03 or 2024-03-31", "một tháng hoặc ngày, như 2024-03 hoặc 2024-03-31"};
}
}
