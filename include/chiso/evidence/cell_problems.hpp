#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry cell_date{
    .code = "cell.date",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"Not a date", "Không phải là ngày"},
    .meaning = {"The cell should hold a day of the calendar, from 1900 to 2199, in one of two forms: `2024-03-31` or `31/3/2024`, the day "
                "first. In a data frame it may be a date, or a date and time at midnight without a time zone.",
                "Ô này phải ghi một ngày có thật, từ năm 1900 đến 2199, theo một trong hai dạng: `31/3/2024` (ngày trước) hoặc "
                "`2024-03-31`. Trong bảng dữ liệu có thể là kiểu ngày, hoặc ngày giờ lúc 0 giờ và không có múi giờ."},
    .remedy =
        {"Correct the cell: four digits of the year; with `/` the day comes first, with `-` the year; of a number of a spreadsheet, give "
         "the cell the format of a date. Leave it blank if it was not supplied, write `not_applicable` if the unit has no such task.",
         "Sửa lại ô: năm ghi đủ bốn chữ số; ngăn bằng `/` thì ngày trước, ngăn bằng `-` thì năm trước; nếu bảng tính hiện ra một số thì "
         "định dạng ô thành ngày. Để trống nếu chưa có số liệu, ghi `không áp dụng` nếu đơn vị không có nhiệm vụ đó."},
    .wrong = "30/2/2024",
    .right = "29/2/2024"};
inline constexpr ProblemEntry cell_max{
    .code = "cell.max",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A number above the range", "Số lớn hơn giới hạn"},
    .meaning = {"The value is above the `max` of the measure.", "Giá trị lớn hơn giới hạn `max` của số liệu trong bộ tiêu chí."},
    .remedy = {"Check the figure; if it is right, raise `max`. Stated points are at most those of their leaf.",
               "Kiểm tra số liệu; nếu đúng thì tăng `max`. Điểm ghi trực tiếp không được vượt điểm tối đa của tiêu chí."},
    .wrong = "100.5",
    .right = "99.5"};
inline constexpr ProblemEntry cell_min{
    .code = "cell.min",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A number below the range", "Số nhỏ hơn giới hạn"},
    .meaning = {"The value is below the `min` of the measure; a count is never below 0.",
                "Giá trị nhỏ hơn giới hạn `min` của số liệu; số đếm không được âm."},
    .remedy = {"Check the figure; if it is right, lower `min`.", "Kiểm tra số liệu; nếu đúng thì giảm `min`."},
    .wrong = "yes,-3",
    .right = "yes,3"};
inline constexpr ProblemEntry cell_number{
    .code = "cell.number",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"Not a number", "Không phải là số"},
    .meaning =
        {"The cell should hold a number. Missing, zero and not applicable are three things, so chiso does not guess what `-`, `n/a` or a "
         "word means.",
         "Ô này phải ghi số. Thiếu số liệu, số 0 và 'không áp dụng' là ba trường hợp khác nhau, nên chiso không tự suy đoán nghĩa của `-`, "
         "`n/a` hay chữ."},
    .remedy =
        {"Leave it blank if it was not supplied; write `not_applicable` if the unit has no such task. Where numbers have a decimal comma, "
         "read with `--decimal ,` (in C++ `.decimal = ','`); for thousands `--thousands .`; for words that mean missing `--missing-word "
         "n/a`.",
         "Để trống nếu chưa có số liệu; ghi `không áp dụng` nếu đơn vị không có nhiệm vụ đó. Nếu số viết với dấu phẩy thập phân, khi đọc "
         "thêm `--decimal ,` (trong C++: `.decimal = ','`); dấu ngăn hàng nghìn: `--thousands .`; từ có nghĩa thiếu số liệu: "
         "`--missing-word n/a`."},
    .wrong = "final,yes,n/a",
    .right = "final,yes,"};
inline constexpr ProblemEntry cell_option{
    .code = "cell.option",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"None of the options", "Không phải là một phương án của số liệu"},
    .meaning =
        {"The cell should hold the id of one of the options of the model, not its label, capital and small letters as there.",
         "Ô này phải ghi đúng mã của một phương án khai báo trong bộ tiêu chí, không ghi tên phương án; đúng cả chữ hoa, chữ thường."},
    .remedy = {"Correct it as suggested; leave it blank if it was not supplied, write `not_applicable` if the unit has no such task.",
               "Sửa theo gợi ý; để trống nếu chưa có số liệu, ghi `không áp dụng` nếu đơn vị không có nhiệm vụ đó."},
    .wrong = "9.5,on time",
    .right = "9.5,on_time"};
inline constexpr ProblemEntry cell_size{
    .code = "cell.size",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A number that is too large", "Số quá lớn"},
    .meaning = {"The number has more digits than can be counted exactly.", "Số có quá nhiều chữ số để tính chính xác."},
    .remedy = {"Check the figure; if it is right, measure it in a larger unit.",
               "Kiểm tra số liệu; đổi đơn vị tính (ví dụ triệu đồng) nếu cần."},
    .wrong = "99999999999999999999",
    .right = "99"};
inline constexpr ProblemEntry cell_two_ways{
    .code = "cell.two_ways",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A count that can be read in two ways", "Số đếm có thể hiểu theo hai cách"},
    .meaning = {"A single mark before exactly three digits may part thousands or decimals, and no other number of the table shows which: "
                "`1.000` may be one thousand or one.",
                "Một dấu đứng trước đúng ba chữ số có thể là dấu ngăn hàng nghìn hoặc dấu thập phân, và không có số nào khác trong bảng "
                "cho thấy là dấu nào: `1.000` có thể là một nghìn hoặc là một."},
    .remedy = {"Tell which it is: `--decimal , --thousands .` where the point parts thousands, `--decimal .` where it parts decimals (in "
               "C++ `.decimal = ','` and `.thousands = '.'`); or write the number without the mark.",
               "Khai báo dấu khi đọc: `--decimal , --thousands .` nếu dấu chấm ngăn hàng nghìn, `--decimal .` nếu là dấu thập phân (trong "
               "C++: `.decimal = ','` và `.thousands = '.'`); hoặc ghi số không có dấu."},
    .wrong = "yes,1.000",
    .right = "yes,1000",
    .expected = {"{1} or {2}: tell whether the mark parts thousands or decimals",
                 "{1} hoặc {2}: cần khai báo đó là dấu ngăn hàng nghìn hay dấu thập phân"}};
inline constexpr ProblemEntry cell_type{.code = "cell.type",
                                        .domain = ProblemEntry::Domain::evidence,
                                        .title = {"A value of a wrong type", "Giá trị sai kiểu"},
                                        .meaning = {"Evidence made in code has a type that the column does not take.",
                                                    "Số liệu do chương trình đưa vào có kiểu mà cột này không nhận."},
                                        .remedy = {"Give text or whole numbers as names, and measures of their own type.",
                                                   "Đưa vào đúng kiểu: tên là văn bản hoặc số nguyên, số liệu theo kiểu đã khai báo."}};
inline constexpr ProblemEntry cell_yes_no{
    .code = "cell.yes_no",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"Neither yes nor no", "Không phải là 'có' hoặc 'không'"},
    .meaning = {"The cell should hold yes or no: `yes`/`no`, `có`/`không`, `true`/`false`, `1`/`0`.",
                "Ô này phải ghi 'có' hoặc 'không': `yes`/`no`, `có`/`không`, `true`/`false`, `1`/`0`."},
    .remedy = {"Correct the cell; leave it blank if it was not supplied.", "Sửa lại ô; để trống nếu chưa có số liệu."},
    .wrong = "on_time,x",
    .right = "on_time,yes"};
inline constexpr ProblemEntry option_decimal{
    .code = "option.decimal",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"An invalid decimal mark", "Dấu thập phân không hợp lệ"},
    .meaning = {"The decimal mark is a point or a comma.", "Dấu thập phân là dấu chấm hoặc dấu phẩy."},
    .remedy = {"Take one of them.", "Chọn một trong hai."}};
inline constexpr ProblemEntry option_delimiter{
    .code = "option.delimiter",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"An invalid delimiter", "Ký tự ngăn cách ô không hợp lệ"},
    .meaning = {"This character cannot stand between cells.", "Ký tự này không dùng để ngăn cách ô được."},
    .remedy = {"Take a comma, a semicolon or a tab, or let chiso find it.",
               "Dùng dấu phẩy, dấu chấm phẩy hoặc dấu tab, hoặc để chiso tự nhận biết."},
    .found = {"a character that cannot stand between cells", "ký tự không dùng để ngăn cách ô được"},
    .expected = {"',', ';', a tab or another printable ASCII character but the quote",
                 "',', ';', dấu tab hoặc một ký tự ASCII in được, trừ dấu nháy kép"}};
inline constexpr ProblemEntry option_encoding{
    .code = "option.encoding",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"An unknown encoding", "Bảng mã không xác định"},
    .meaning = {"The system converts no text of an encoding that is called so.", "Hệ thống không chuyển đổi được bảng mã có tên này."},
    .remedy = {"Take a name such as `utf-8`, `utf-16`, `windows-1258`, `windows-1252`; `iconv -l` lists what a system knows.",
               "Dùng tên như `utf-8`, `utf-16`, `windows-1258`, `windows-1252`; lệnh `iconv -l` liệt kê các bảng mã mà hệ thống biết."},
    .expected = {"an encoding such as utf-8, utf-16 or windows-1258", "một bảng mã như utf-8, utf-16 hoặc windows-1258"}};
inline constexpr ProblemEntry option_thousands{
    .code = "option.thousands",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"An invalid thousands mark", "Dấu ngăn hàng nghìn không hợp lệ"},
    .meaning = {"The thousands mark is a point, a comma, a blank or an apostrophe, and another than the decimal mark.",
                "Dấu ngăn hàng nghìn là dấu chấm, dấu phẩy, khoảng trắng hoặc dấu nháy đơn, và khác dấu thập phân."},
    .remedy = {"Take another one.", "Chọn dấu khác."}};
inline constexpr const ProblemEntry* evidence_cell_problems[] = {
    &cell_date,     &cell_max,    &cell_min,       &cell_number,      &cell_option,     &cell_size,       &cell_type,
    &cell_two_ways, &cell_yes_no, &option_decimal, &option_delimiter, &option_encoding, &option_thousands};
}
/// What a cell of a date should contain.
namespace phrases {
inline constexpr Words a_day{"a date as 2024-03-31 or 31/3/2024 (the day first), from 1900 to 2199",
                             "ngày, viết theo dạng 31/3/2024 (ngày trước) hoặc 2024-03-31, từ năm 1900 đến 2199"};
}
}
