#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry table_measure{
    .code = "table.measure",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A measure of a table with the name of a parameter", "Số liệu của bảng chi tiết trùng tên tham số"},
    .meaning = {"Expressions over the rows of a table read its measures and the model's parameters by name, so no name may be both.",
                "Biểu thức trên các dòng của bảng chi tiết dùng cả số liệu của bảng và tham số, nên tên không được trùng nhau."},
    .remedy = {"Give one of the two another name.", "Đổi tên một trong hai."},
    .wrong = "\"goal\": {\"type\": \"count\"}",
    .right = "\"done\": {\"type\": \"count\"}",
    .found = {"'{0}'", "'{0}'"},
    .expected = {"a name that no parameter has", "một tên không trùng tham số nào"},
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry table_name{
    .code = "table.name",
    .domain = ProblemEntry::Domain::classes,
    .title = {"Not a valid name of a table", "Tên bảng chi tiết không hợp lệ"},
    .meaning = {"A table is named as a measure is (ASCII letters, digits and `_`, no word of expressions), and no measure or parameter of "
                "the model has its name.",
                "Tên bảng đặt như tên số liệu (chữ cái không dấu, chữ số và `_`, không trùng từ khóa), và không trùng tên số liệu hay tham "
                "số nào của bộ tiêu chí."},
    .remedy = {"Give it another name.", "Đặt tên khác."},
    .wrong = "\"done\": {\"measures\"",
    .right = "\"tasks\": {\"measures\"",
    .found = {"'{0}'", "'{0}'"},
    .expected = {"a name like those of measures, and neither a measure nor a parameter",
                 "tên như tên số liệu, và không trùng số liệu hay tham số nào"},
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry table_unread{
    .code = "table.unread",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A table that is not used", "Bảng chi tiết không được dùng"},
    .meaning =
        {"No expression reads the table; perhaps it was forgotten, or is misspelt elsewhere. This is a warning: the model can be used.",
         "Không biểu thức nào dùng bảng này; có thể đã quên, hoặc ghi sai tên ở chỗ khác. Đây là cảnh báo; bộ tiêu chí vẫn dùng được."},
    .remedy = {"Use it in an expression, as in `rows_count(tasks)`, or delete it from `tables`.",
               "Dùng bảng trong biểu thức, ví dụ `rows_count(tasks)`, hoặc xóa khỏi `tables`."},
    .wrong = "\"never\": {\"measures\": {}}",
    .right = "",
    .expected = {"an expression that reads it", "một biểu thức có dùng bảng này"},
    .marks = ProblemEntry::Marks::key};
inline constexpr const ProblemEntry* model_table_problems[] = {&table_measure, &table_name, &table_unread};
}

namespace phrases {
inline constexpr Words each_table_once{"each table once", "ghi mỗi bảng chỉ một lần"};
}
}
