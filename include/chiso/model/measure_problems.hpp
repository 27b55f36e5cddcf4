#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry measure_decimals{
    .code = "measure.decimals",
    .domain = ProblemEntry::Domain::classes,
    .title = {"Decimals of a measure that is not a decimal", "`decimals` đặt ở số liệu không phải số thập phân"},
    .meaning = {"Only a measure of type `decimal` has `decimals`.", "Chỉ số liệu kiểu `decimal` có `decimals`."},
    .remedy = {"Remove `decimals`, or change the type to `decimal`.", "Bỏ `decimals`, hoặc đổi kiểu thành `decimal`."},
    .wrong = "\"type\": \"count\", \"decimals\": 2",
    .right = "\"type\": \"decimal\", \"decimals\": 2",
    .found = {"decimals of a {0}", "decimals ở số liệu kiểu {0}"},
    .expected = {"decimals of a decimal only", "ghi decimals chỉ ở số liệu kiểu decimal"}};
inline constexpr ProblemEntry measure_excess{
    .code = "measure.excess",
    .domain = ProblemEntry::Domain::classes,
    .title = {"`excess` of a measure that is not a number", "`excess` đặt ở số liệu không phải là số"},
    .meaning = {"`excess` says what to do with excess decimals, so only numbers have it.",
                "`excess` quy định cách xử lý khi số liệu thừa chữ số thập phân, nên chỉ dùng cho số liệu dạng số."},
    .remedy = {"Remove `excess`.", "Bỏ `excess`."},
    .wrong = ", \"excess\": \"round\"",
    .right = "",
    .found = {"excess of a {0}", "excess ở số liệu kiểu {0}"},
    .expected = {"excess of numbers only", "ghi excess chỉ ở số liệu dạng số"}};
inline constexpr ProblemEntry measure_name{
    .code = "measure.name",
    .domain = ProblemEntry::Domain::classes,
    .title = {"Not a valid measure name", "Tên số liệu không hợp lệ"},
    .meaning = {"A measure's name is used in expressions and as the name of a column: ASCII letters, digits and `_`, not starting with a "
                "digit, not a word of expressions or of Python, and none of `unit block period track ranked`.",
                "Tên số liệu được dùng trong biểu thức và làm tên cột: chữ cái không dấu, chữ số và `_`, không bắt đầu bằng chữ số, không "
                "trùng từ khóa của biểu thức, của Python hay các cột `unit block period track ranked`."},
    .remedy = {"Give a short name and write the full one in `label`.", "Đặt tên ngắn, không dấu; tên đầy đủ ghi ở `label`."},
    .wrong = "\"1st\"",
    .right = "\"first\"",
    .found = {"'{0}'", "'{0}'"},
    .expected = {"ASCII letters, digits and '_', not starting with a digit, and no word of expressions, Python or the columns of evidence",
                 "tên gồm chữ cái không dấu, chữ số và '_', không bắt đầu bằng chữ số, không trùng từ khóa của biểu thức, của Python hay "
                 "tên cột của bảng số liệu"},
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry measure_options{
    .code = "measure.options",
    .domain = ProblemEntry::Domain::classes,
    .title = {"Options of a measure that is not a choice", "`options` đặt ở số liệu không phải kiểu `choice`"},
    .meaning = {"Only a measure of type `choice` has `options`.", "Chỉ số liệu kiểu `choice` có `options`."},
    .remedy = {"Remove `options`, or change the type to `choice`.", "Bỏ `options`, hoặc đổi kiểu thành `choice`."},
    .wrong = "\"type\": \"count\", \"options\"",
    .right = "\"type\": \"choice\", \"options\"",
    .found = {"options of a {0}", "options ở số liệu kiểu {0}"},
    .expected = {"options of a choice only", "ghi options chỉ ở số liệu kiểu choice"}};
inline constexpr ProblemEntry measure_range{
    .code = "measure.range",
    .domain = ProblemEntry::Domain::classes,
    .title = {"An invalid range", "Giới hạn của số liệu không hợp lệ"},
    .meaning =
        {"`min` and `max` are for numbers, `min` is at most `max`, and a count is never below 0; evidence for another model must lie in "
         "that model's range.",
         "`min` và `max` chỉ dùng cho số liệu dạng số, `min` không lớn hơn `max`, số đếm không âm; khi dùng bảng số liệu cho bộ tiêu chí "
         "khác, giá trị phải nằm trong giới hạn của bộ tiêu chí đó."},
    .remedy = {"Correct `min` and `max`, or remove them.", "Sửa hoặc bỏ `min`, `max`."},
    .wrong = "\"min\": 0, ",
    .right = ""};
inline constexpr ProblemEntry options_none{
    .code = "options.none",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A choice without options", "Số liệu kiểu `choice` không có phương án nào"},
    .meaning = {"A measure of type `choice` lists its options.", "Số liệu kiểu `choice` phải liệt kê các phương án được chọn."},
    .remedy = {"Add `options`.", "Thêm `options`."},
    .wrong = "{\"type\": \"choice\"}",
    .right = "{\"type\": \"choice\", \"options\": [\"x\"]}",
    .found = {"no options", "thiếu phương án", Words::absence},
    .expected = {"at least one option of a choice", "ít nhất một phương án cho số liệu kiểu choice"}};
inline constexpr const ProblemEntry* model_measure_problems[] = {&measure_decimals, &measure_excess, &measure_name,
                                                                 &measure_options,  &measure_range,  &options_none};
}

/// What is wrong with the range of a measure.
namespace phrases {
inline constexpr Words end_of_type{"{0} of a {1}", "{0} ở số liệu kiểu {1}"},
    ends_of_numbers{"min and max of numbers only", "ghi min và max chỉ ở số liệu dạng số"},
    at_most_max{"at most max, {0}", "giá trị không lớn hơn max ({0})"},
    not_below_0{"0 or more: a count is never below 0", "từ 0 trở lên: số đếm không âm"},
    each_measure_once{"each measure once", "ghi mỗi số liệu chỉ một lần"};
}
}
