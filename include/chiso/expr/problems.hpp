#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry expr_chained{
    .code = "expr.chained",
    .domain = ProblemEntry::Domain::expression,
    .title = {"Chained comparisons", "So sánh nối liền"},
    .meaning = {"A comparison has two sides; `a < b < c` has no defined meaning.",
                "Mỗi phép so sánh chỉ có hai vế; `a < b < c` không có nghĩa rõ ràng."},
    .remedy = {"Write two comparisons joined by `and`.", "Tách thành hai phép so sánh, nối bằng `and`."},
    .wrong = "a < b < 1",
    .right = "a < b and b < 1",
    .found = {"a second comparison", "phép so sánh thứ hai"},
    .expected = {"one comparison; join two by 'and'", "một phép so sánh; nối hai phép bằng 'and'"}};
inline constexpr ProblemEntry expr_date{
    .code = "expr.date",
    .domain = ProblemEntry::Domain::expression,
    .title = {"Not a day of the calendar", "Không phải là một ngày có thật"},
    .meaning = {"Between the quotes of `date('...')` stands a day from 1900 to 2199: the year, the month and the day in digits.",
                "Trong dấu nháy của `date('...')` là một ngày từ năm 1900 đến 2199, viết năm, tháng, ngày bằng chữ số."},
    .remedy = {"Write it as `date('2024-03-31')`, also where cells of evidence have the day first.",
               "Viết theo dạng `date('2024-03-31')`, kể cả khi bảng số liệu ghi ngày trước, năm sau."},
    .wrong = "date('2024-02-30')",
    .right = "date('2024-02-29')",
    .expected = {"a day from 1900 to 2199, written as 2024-03-31", "một ngày từ năm 1900 đến 2199, viết theo dạng 2024-03-31"}};
inline constexpr ProblemEntry expr_depth{
    .code = "expr.depth",
    .domain = ProblemEntry::Domain::expression,
    .title = {"Parentheses nested too deeply", "Biểu thức lồng nhau quá sâu"},
    .meaning = {"An expression has more than 32 levels of parentheses and calls.", "Biểu thức có hơn 32 tầng ngoặc và hàm lồng nhau."},
    .remedy = {"Remove unnecessary parentheses, or split the expression among several criteria.",
               "Bỏ các ngoặc thừa, hoặc tách thành nhiều tiêu chí."},
    .wrong = "(((((((((((((((((((((((((((((((((a)))))))))))))))))))))))))))))))))",
    .right = "a",
    .found = {"a 33rd level of parentheses and calls", "tầng ngoặc và hàm thứ 33"},
    .expected = {"at most 32 levels", "tối đa 32 tầng"}};
inline constexpr ProblemEntry expr_function{
    .code = "expr.function",
    .domain = ProblemEntry::Domain::expression,
    .title = {"No such function", "Không có hàm này"},
    .meaning = {"The name before the parenthesis is not a function of expressions.",
                "Tên đứng trước dấu ngoặc không phải là một hàm dùng được trong biểu thức."},
    .remedy =
        {"Correct the name as suggested; the [page on expressions](../guide/expressions.md) has all functions. They are in lower case.",
         "Sửa tên hàm theo gợi ý; danh sách hàm ở [tài liệu về biểu thức](../guide/expressions.md). Tên hàm viết thường."},
    .wrong = "percnt(a, b)",
    .right = "max(a, b)"};
inline constexpr ProblemEntry expr_length{
    .code = "expr.length",
    .domain = ProblemEntry::Domain::expression,
    .title = {"An expression that is too long", "Biểu thức quá dài"},
    .meaning = {"An expression has at most 4096 bytes.", "Một biểu thức có tối đa 4.096 byte."},
    .remedy = {"Shorten the expression, or split it among several criteria.", "Rút gọn, hoặc tách thành nhiều tiêu chí."},
    .found = {"an expression of {0} bytes", "biểu thức dài {0} byte"},
    .expected = {"at most 4096 bytes", "tối đa 4.096 byte"}};
inline constexpr ProblemEntry expr_measure{
    .code = "expr.measure",
    .domain = ProblemEntry::Domain::expression,
    .title = {"No such measure", "Không có số liệu này"},
    .meaning = {"An expression uses a name that is not declared in the model's `measures`.",
                "Biểu thức dùng một tên không có trong `measures` của bộ tiêu chí."},
    .remedy = {"Correct the name as suggested, or declare the measure in `measures`. Names are case-sensitive. Options must be in quotes.",
               "Sửa tên theo gợi ý, hoặc khai báo số liệu trong `measures`. Chữ hoa khác chữ thường. Phương án phải đặt trong dấu nháy."},
    .wrong = "\"applies_when\": \"nope\"",
    .right = "\"applies_when\": \"done\"",
    .expected = {"the name of a measure", "tên một số liệu"}};
inline constexpr ProblemEntry expr_nesting{
    .code = "expr.nesting",
    .domain = ProblemEntry::Domain::expression,
    .title = {"Functions of other rows inside each other", "Hàm lấy số liệu của dòng khác lồng trong nhau"},
    .meaning = {"`previous` and the `cohort_...` functions read other rows; they may not be nested.",
                "`previous` và các hàm `cohort_...` lấy số liệu của dòng khác (kỳ trước, cả khối), nên không được lồng trong nhau."},
    .remedy = {"Put them side by side, for example `previous(a) / cohort_max(a)`.",
               "Viết các hàm riêng rẽ, ví dụ `previous(a) / cohort_max(a)`."},
    .wrong = "previous(previous(a))",
    .right = "previous(a)",
    .found = {"a function of other rows inside another", "hàm lấy số liệu của dòng khác lồng trong nhau"},
    .expected = {"previous and cohort functions side by side", "previous và các hàm cohort viết riêng rẽ"}};
inline constexpr ProblemEntry expr_nodes{.code = "expr.nodes",
                                         .domain = ProblemEntry::Domain::expression,
                                         .title = {"An expression with too many parts", "Biểu thức có quá nhiều thành phần"},
                                         .meaning = {"An expression has at most 256 operators, calls, names and literals.",
                                                     "Một biểu thức có tối đa 256 phép toán, hàm, tên và giá trị."},
                                         .remedy = {"Split it among several criteria, or add up the numbers in the evidence.",
                                                    "Tách thành nhiều tiêu chí, hoặc cộng sẵn khi lập bảng số liệu."},
                                         .found = {"a 257th operator, call, name or literal", "phép toán, hàm, tên hoặc giá trị thứ 257"},
                                         .expected = {"at most 256 in one expression", "tối đa 256 thành phần trong một biểu thức"}};
inline constexpr ProblemEntry expr_number{
    .code = "expr.number",
    .domain = ProblemEntry::Domain::expression,
    .title = {"A number in the wrong form", "Số viết không đúng dạng"},
    .meaning =
        {"A number in an expression is a plain decimal of at most 18 digits with a decimal point, without an exponent or leading zeros.",
         "Số trong biểu thức là số thập phân thường, tối đa 18 chữ số, dấu thập phân là dấu chấm; không có số mũ, không có số 0 thừa ở "
         "đầu."},
    .remedy = {"Write all digits: `1000` for `1e3`, `0.5` for `.5`.",
               "Viết đầy đủ các chữ số: `1000` thay cho `1e3`, `0.5` thay cho `.5`."},
    .wrong = "1e3",
    .right = "1000",
    .expected = {"a plain decimal of at most 18 digits", "số thập phân thường, tối đa 18 chữ số"}};
inline constexpr ProblemEntry expr_option{
    .code = "expr.option",
    .domain = ProblemEntry::Domain::expression,
    .title = {"An option in the wrong place", "Phương án dùng không đúng chỗ"},
    .meaning = {"A quoted option does not belong to the measure that it is compared with, or is not compared with a measure at all.",
                "Phương án trong dấu nháy không thuộc số liệu mà nó được so sánh, hoặc không so sánh với số liệu nào."},
    .remedy = {"Compare by `==` or `!=` with an option that the measure itself lists in `options`.",
               "So sánh bằng `==` hoặc `!=` với một phương án đã khai báo trong `options` của chính số liệu đó."},
    .wrong = "plan == 'on-time'",
    .right = "plan == 'on_time'"};
inline constexpr ProblemEntry expr_sum_division{
    .code = "expr.sum_division",
    .domain = ProblemEntry::Domain::expression,
    .title = {"A division inside a sum or mean of many rows", "Phép chia bên trong hàm cộng nhiều dòng"},
    .meaning =
        {"`cohort_sum`, `cohort_mean`, `rows_sum` and `rows_mean` add up many rows exactly, so their argument may not contain a division "
         "outside `round`; nor may that of the first two contain `rows_mean`.",
         "`cohort_sum`, `cohort_mean`, `rows_sum` và `rows_mean` cộng chính xác số liệu của nhiều dòng, nên bên trong không được có phép "
         "chia, trừ khi đặt trong `round`; hai hàm đầu cũng không được chứa `rows_mean`."},
    .remedy = {"Divide the sums: `cohort_sum(a) / cohort_sum(b)`.", "Chia tổng cho tổng: `cohort_sum(a) / cohort_sum(b)`."},
    .wrong = "cohort_sum(a / b)",
    .right = "cohort_sum(a) / cohort_sum(b)",
    .found = {"a division", "một phép chia"},
    .expected = {"a number without division, as in cohort_sum(a) / cohort_sum(b)",
                 "một số không có phép chia, như cohort_sum(a) / cohort_sum(b)"}};
inline constexpr ProblemEntry expr_syntax{
    .code = "expr.syntax",
    .domain = ProblemEntry::Domain::expression,
    .title = {"An expression with a syntax error", "Biểu thức sai cú pháp"},
    .meaning = {"At the given place something is missing or superfluous, so the expression cannot be understood.",
                "Tại vị trí được chỉ ra, biểu thức thiếu hoặc thừa một thành phần, nên không đọc được."},
    .remedy = {"Correct it at the given column: a parenthesis, a value, a comma. There are no operators for powers and whole division.",
               "Sửa tại vị trí được chỉ ra: dấu ngoặc, giá trị hay dấu phẩy. Không có phép lũy thừa và phép chia lấy phần nguyên."},
    .wrong = "clamp(a, 1)",
    .right = "clamp(a, 1, 2)"};
inline constexpr ProblemEntry expr_table{
    .code = "expr.table",
    .domain = ProblemEntry::Domain::expression,
    .title = {"No such table", "Không có bảng này"},
    .meaning = {"The first argument of `rows_sum` and its kin is the name of a table in the model's `tables`.",
                "Vế đầu tiên của `rows_sum` và các hàm `rows_...` khác phải là tên một bảng trong `tables` của bộ tiêu chí."},
    .remedy = {"Correct the name as suggested, or declare the table in `tables`.",
               "Sửa tên theo gợi ý, hoặc khai báo bảng trong `tables`."},
    .wrong = "rows_count(task)",
    .right = "rows_count(tasks)",
    .expected = {"the name of a table", "tên một bảng"}};
inline constexpr ProblemEntry expr_type{
    .code = "expr.type",
    .domain = ProblemEntry::Domain::expression,
    .title = {"A value of the wrong type", "Sai kiểu giá trị"},
    .meaning = {"A number, a truth, a choice or a date is needed here, and the expression gives a different type.",
                "Ở đây cần một số, một điều kiện đúng/sai, một phương án hoặc một ngày, nhưng biểu thức cho kết quả kiểu khác."},
    .remedy = {"To get a truth, compare, as in `a > 0`; to get a number from a truth, write `if_else(x, 1, 0)`, from two dates "
               "`days(a, b)`.",
               "Muốn có điều kiện thì so sánh, ví dụ `a > 0`; muốn có số từ điều kiện thì dùng `if_else(x, 1, 0)`, từ hai ngày thì dùng "
               "`days(a, b)`."},
    .wrong = "\"applies_when\": \"a\"",
    .right = "\"applies_when\": \"a > 0\""};
inline constexpr const ProblemEntry* expr_problems[] = {&expr_chained,      &expr_date,    &expr_depth, &expr_function, &expr_length,
                                                        &expr_measure,      &expr_nesting, &expr_nodes, &expr_number,   &expr_option,
                                                        &expr_sum_division, &expr_syntax,  &expr_table, &expr_type};
}

/// What an expression has and needs, for entries whose messages vary.
namespace phrases {
inline constexpr Words end_of_expression{"the end", "hết biểu thức"}, a_number{"a number", "một số"},
    a_truth{"a truth", "một điều kiện đúng/sai"}, a_choice{"a choice", "một số liệu kiểu choice"}, an_option{"an option", "một phương án"},
    a_date{"a date", "một ngày"}, a_function{"the name of a function", "tên một hàm"},
    one_of_the_functions{"one of the functions {0}", "một trong các hàm {0}"},
    needed_date{"a date: a measure of type date, or a day as date('2024-03-31')",
                "một ngày: số liệu kiểu date, hoặc ngày viết dạng date('2024-03-31')"},
    quoted_day{"a day in quotes, as '2024-03-31'", "một ngày trong dấu nháy, như '2024-03-31'"},
    needed_truth{"a truth: a comparison, or a measure of type yes_no", "điều kiện đúng/sai: một phép so sánh, hoặc số liệu kiểu yes_no"},
    backslash{"a backslash", "dấu gạch chéo ngược"},
    unescaped_option{"an option, nothing escaped", "một phương án, không có dấu gạch chéo ngược"},
    by_block{"a parameter by block, or by_block of classes", "một tham số theo block, hoặc by_block của xếp loại"},
    rows_of_table{"rows_count({0}), rows_sum({0}, ...)", "rows_count({0}), rows_sum({0}, ...)"},
    measure_of_table{"rows_sum({0}, {1}), rows_count({0}, ...), for it is of the table {0}",
                     "rows_sum({0}, {1}), rows_count({0}, ...), vì đây là số liệu của bảng {0}"},
    by_period{"a parameter by period", "một tham số theo period"},
    decimals_of_round{"a number of decimals, 0 to 9", "số chữ số thập phân, từ 0 đến 9"},
    decimals_after_comma{"',' and a number of decimals, 0 to 9", "',' và số chữ số thập phân, từ 0 đến 9"},
    operator_or_end{"an operator or the end", "phép toán hoặc hết biểu thức"}, an_operator{"an operator", "một phép toán"},
    a_value{"a value", "một giá trị"}, closing_quote{"a closing quote", "dấu nháy đóng"}, symbol{"'{0}'", "'{0}'"},
    option_by_itself{"the option '{0}' by itself", "phương án '{0}' đứng một mình"},
    compared_option{"an option compared with a choice", "một phương án so sánh với một số liệu kiểu choice"},
    quoted_option{"an option, quoted", "một phương án, đặt trong dấu nháy"}, option_of{"an option of {0}", "một phương án của {0}"},
    option_of_other_side{"one of the options of the other side, quoted", "một phương án của số liệu ở vế kia, đặt trong dấu nháy"},
    number_in_order{"a number; choices compare by == and != only", "một số; số liệu kiểu choice chỉ so sánh bằng == và !="},
    choice_of_other_options{"a choice of other options", "một số liệu kiểu choice có các phương án khác"},
    choice_of_same_options{"a choice of the same options", "một số liệu kiểu choice có cùng các phương án"};
}
}
