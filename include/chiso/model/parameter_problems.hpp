#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry parameter_by{
    .code = "parameter.by",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A parameter that depends on nothing known", "Tham số thay đổi theo một tên không hợp lệ"},
    .meaning = {"A parameter may depend on a measure of type `choice`, on `block` or on `period`.",
                "Tham số có thể thay đổi theo một số liệu kiểu `choice`, theo `block` (khối) hoặc `period` (kỳ)."},
    .remedy = {"Name one of them in `by`.", "Ghi một trong các tên đó vào `by`."},
    .wrong = "\"by\": \"a\"",
    .right = "\"by\": \"plan\"",
    .found = {"'{0}'", "'{0}'"},
    .expected = {"a choice measure, block or period", "một số liệu kiểu choice, block hoặc period"}};
inline constexpr ProblemEntry parameter_else{
    .code = "parameter.else",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A parameter without a value for all", "Tham số chưa đủ giá trị"},
    .meaning =
        {"A parameter needs a value for every option or declared block, or `else`. By period, and by block where the model declares "
         "none, nobody knows all names beforehand, so `else` is required.",
         "Tham số phải có giá trị cho mọi phương án hoặc mọi khối đã khai báo, nếu không thì phải có `else`. Theo kỳ, hoặc theo khối khi "
         "bộ tiêu chí không khai báo khối, thì bắt buộc có `else`."},
    .remedy = {"Add what is missing to `values`, or an `else`.", "Bổ sung vào `values`, hoặc thêm `else`."},
    .wrong = "\"values\": {\"on_time\": 1}}",
    .right = "\"values\": {\"on_time\": 1}, \"else\": 0}",
    .expected = {"a value for each, or else", "giá trị cho từng trường hợp, hoặc else"}};
inline constexpr ProblemEntry parameter_key{.code = "parameter.key",
                                            .domain = ProblemEntry::Domain::classes,
                                            .title = {"A value for something that does not occur", "Giá trị cho một tên không có"},
                                            .meaning = {"The keys of `values` are options of the choice, or declared blocks.",
                                                        "Khóa của `values` phải là phương án của số liệu, hoặc khối đã khai báo."},
                                            .remedy = {"Correct the key.", "Sửa lại tên."},
                                            .wrong = "\"in_time\": 1",
                                            .right = "\"on_time\": 1",
                                            .found = {"'{0}'", "'{0}'"},
                                            .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry parameter_name{
    .code = "parameter.name",
    .domain = ProblemEntry::Domain::classes,
    .title = {"Not a valid parameter name", "Tên tham số không hợp lệ"},
    .meaning =
        {"A parameter is named as a measure is (ASCII letters, digits and `_`, no word of expressions), and no measure has its name.",
         "Tên tham số đặt như tên số liệu (chữ cái không dấu, chữ số và `_`, không trùng từ khóa), và không trùng tên số liệu nào."},
    .remedy = {"Give it another name.", "Đặt tên khác."},
    .wrong = "\"done\": {\"value\"",
    .right = "\"goal\": {\"value\"",
    .found = {"'{0}'", "'{0}'"},
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry parameter_unread{
    .code = "parameter.unread",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A parameter that is not used", "Tham số không được dùng"},
    .meaning =
        {"No expression reads the parameter; perhaps it was forgotten, or is misspelt elsewhere. This is a warning: the model can be "
         "used.",
         "Không biểu thức nào dùng tham số này; có thể đã quên, hoặc ghi sai tên ở chỗ khác. Đây là cảnh báo; bộ tiêu chí vẫn dùng "
         "được."},
    .remedy = {"Use it in an expression, or delete it from `parameters`.", "Dùng tham số trong biểu thức, hoặc xóa khỏi `parameters`."},
    .wrong = "\"never\": {\"value\": 1},",
    .right = "",
    .expected = {"an expression that reads it", "một biểu thức có dùng tham số này"},
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry parameter_value{
    .code = "parameter.value",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A parameter with a value and what it depends on, or neither", "Tham số ghi cả hai, hoặc thiếu cả `value` lẫn `by`"},
    .meaning = {"A parameter has one `value`, or `by` with `values`.", "Tham số có một giá trị `value`, hoặc có `by` kèm `values`."},
    .remedy = {"Write one of the two.", "Chỉ ghi một trong hai."},
    .wrong = "\"value\": 1, \"by\": \"plan\"",
    .right = "\"value\": 1",
    .expected = {"value, or by and values", "value, hoặc by và values"}};
inline constexpr const ProblemEntry* model_parameter_problems[] = {&parameter_by,   &parameter_else,   &parameter_key,
                                                                   &parameter_name, &parameter_unread, &parameter_value};
}

/// What a parameter has, and what its keys must be.
namespace phrases {
inline constexpr Words each_parameter_once{"each parameter once", "ghi mỗi tham số chỉ một lần"},
    each_value_once{"each option, block or period once", "ghi mỗi phương án, khối, kỳ chỉ một lần"};
inline constexpr Words value_and_by{"both value and by", "cả value và by"},
    no_value_nor_by{"neither value nor by", "thiếu cả value lẫn by", Words::absence},
    values_without_by{"values without by", "values nhưng không có by"}, an_option_of{"an option of {0}", "một phương án của {0}"},
    name_of_measure{"a name like those of measures, and none of them", "tên như tên số liệu, và không trùng tên số liệu nào"},
    no_value_for{"no value for '{0}'", "thiếu giá trị cho '{0}'", Words::absence}, no_else{"no else", "thiếu else", Words::absence};
}
}
