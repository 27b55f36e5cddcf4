#pragma once
#include <chiso/core/problem.hpp>

// What is reported of any document, and of names that are asked for.
namespace chiso::inline CHISO_BUILD {
namespace phrases {
/// What is found beyond the problems of a list, if it was counted and if it was not.
inline constexpr Words counted_more{"{0} more problems", "thêm {0} lỗi"}, uncounted_more{"more problems", "thêm lỗi"};
}
namespace problems {
inline constexpr ProblemEntry limit{
    .code = "problems.limit",
    .domain = ProblemEntry::Domain::text,
    .title = {"Too many problems", "Quá nhiều lỗi"},
    .meaning =
        {"The list ends here. Where a number is said, so many more were counted; else what follows in the file was not checked.",
         "Danh sách lỗi dừng tại đây. Nếu có nêu số lượng thì còn chừng ấy lỗi đã đếm; nếu không thì phần sau của tệp chưa được kiểm tra."},
    .remedy = {"Mend what is listed and check again. Many problems of one kind mostly have one cause.",
               "Sửa các lỗi đã nêu rồi kiểm tra lại. Nhiều lỗi giống nhau thường có chung một nguyên nhân."},
    .expected = {"these mended first", "sửa các lỗi này trước"}};
inline constexpr ProblemEntry name_unknown{
    .code = "name.unknown",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A name that does not occur", "Tên không có trong dữ liệu"},
    .meaning = {"A unit, block, period, track or criterion was asked for by a name that neither the evidence nor the model has.",
                "Đơn vị, khối, kỳ, bước chấm hoặc tiêu chí được hỏi theo một tên không có trong bảng số liệu và mô hình."},
    .remedy = {"Write the name as the evidence or the model has it.", "Ghi tên đúng như trong bảng số liệu hoặc mô hình."}};
inline constexpr ProblemEntry key_duplicate{
    .code = "key.duplicate",
    .domain = ProblemEntry::Domain::values,
    .title = {"A key or name written twice", "Khóa hoặc tên viết hai lần"},
    .meaning = {"A key stands once in an object, else it is not known which value counts.",
                "Trong một đối tượng mỗi khóa chỉ xuất hiện một lần, nếu không sẽ không biết giá trị nào được dùng."},
    .remedy = {"Delete or rename one of them.", "Xóa hoặc đổi tên một trong hai."},
    .wrong = "\"a\": {\"type\": \"choice\"}",
    .right = "\"a2\": {\"type\": \"count\"}",
    .marks = ProblemEntry::Marks::key};
inline constexpr const ProblemEntry* core_problems[] = {&limit, &name_unknown, &key_duplicate};
}

/// What a name can be of.
namespace nouns {
inline constexpr Words unit{"unit '{0}'", "đơn vị '{0}'"}, block{"block '{0}'", "khối '{0}'"}, period{"period '{0}'", "kỳ '{0}'"},
    track{"track '{0}'", "bước chấm '{0}'"}, criterion{"criterion or entry '{0}'", "tiêu chí hoặc mục '{0}'"},
    column{"column '{0}'", "cột '{0}'"};
}
}
