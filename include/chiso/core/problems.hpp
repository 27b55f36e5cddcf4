#pragma once
#include <chiso/core/problem.hpp>

// Problems of any document, and of requested names.
namespace chiso::inline CHISO_BUILD {
/// Phrases that messages of several kinds share.
namespace phrases {
inline constexpr Words empty_list{"an empty list", "danh sách trống"}, one_of{"one of {0}", "một trong: {0}"};
/// What is found beyond the problems of a list, if it was counted and if it was not.
inline constexpr Words counted_more{"{0} more problems", "{0} lỗi khác"}, uncounted_more{"more problems", "còn lỗi khác"};
}
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry limit{
    .code = "problems.limit",
    .domain = ProblemEntry::Domain::text,
    .title = {"Too many problems", "Quá nhiều lỗi"},
    .meaning =
        {"The list ends here. If a number is given, that many more problems were found; otherwise the rest of the file was not checked.",
         "Danh sách lỗi dừng tại đây. Nếu có nêu số lượng thì còn chừng ấy lỗi đã đếm; nếu không thì phần sau của tệp chưa được kiểm tra."},
    .remedy = {"Fix the listed problems and check again. Many problems of one kind usually have one cause.",
               "Sửa các lỗi đã nêu rồi kiểm tra lại. Nhiều lỗi giống nhau thường có chung một nguyên nhân."},
    .expected = {"these problems corrected first", "sửa các lỗi đã nêu trước"}};
inline constexpr ProblemEntry name_unknown{
    .code = "name.unknown",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A name that does not exist", "Không tìm thấy tên"},
    .meaning =
        {"A unit, block, period, track, criterion or class was requested by a name that occurs neither in the evidence nor in the model.",
         "Tên đơn vị, khối, kỳ, bước chấm, tiêu chí hoặc mức xếp loại cần tra cứu không có trong bảng số liệu và bộ tiêu chí."},
    .remedy = {"Write the name exactly as it stands in the evidence or the model.",
               "Ghi tên đúng như trong bảng số liệu hoặc bộ tiêu chí."}};
inline constexpr ProblemEntry key_duplicate{
    .code = "key.duplicate",
    .domain = ProblemEntry::Domain::values,
    .title = {"A key or name written twice", "Khóa hoặc tên ghi hai lần"},
    .meaning = {"Each key may occur only once in an object; otherwise it is unclear which value counts.",
                "Trong một đối tượng mỗi khóa chỉ được ghi một lần, nếu không sẽ không biết lấy giá trị nào."},
    .remedy = {"Delete or rename one of them.", "Xóa hoặc đổi tên một trong hai."},
    .wrong = "\"a\": {\"type\": \"choice\"}",
    .right = "\"a2\": {\"type\": \"count\"}",
    .marks = ProblemEntry::Marks::key};
inline constexpr const ProblemEntry* core_problems[] = {&limit, &name_unknown, &key_duplicate};
}

/// The kinds of things that are looked up by name.
namespace nouns {
inline constexpr Words unit{"unit '{0}'", "đơn vị '{0}'"}, block{"block '{0}'", "khối '{0}'"}, period{"period '{0}'", "kỳ '{0}'"},
    track{"track '{0}'", "bước chấm '{0}'"}, criterion{"criterion or entry '{0}'", "tiêu chí, mục thưởng hoặc mục trừ '{0}'"},
    column{"column '{0}'", "cột '{0}'"}, table{"table '{0}'", "bảng '{0}'"};
}
}
