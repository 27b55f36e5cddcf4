#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry measure_unread{
    .code = "measure.unread",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A measure that is not used", "Số liệu không được dùng"},
    .meaning =
        {"No rule or condition reads the measure; perhaps it was forgotten, or is misspelt elsewhere. This is a warning: the model can be "
         "used.",
         "Không cách chấm hay điều kiện nào dùng số liệu này; có thể đã quên, hoặc ghi sai tên ở chỗ khác. Đây là cảnh báo; bộ tiêu chí "
         "vẫn dùng được."},
    .remedy = {"Use it in an expression, or delete it from `measures`.", "Dùng số liệu trong biểu thức, hoặc xóa khỏi `measures`."},
    .wrong = "\"a\": {\"type\": \"count\"},",
    .right = "",
    .expected = {"something that reads it", "một cách chấm hay điều kiện có dùng số liệu này"},
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry bonus_inside{
    .code = "bonus.inside",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A bonus that fills up the scale", "Điểm thưởng nằm trong thang điểm"},
    .meaning =
        {"The criteria and the bonus together have 10, 100 or 1,000 points. But a bonus stands outside the scale: the index is 100 × "
         "(points + bonus) / points of the criteria, so 88 of 90 without a bonus is 97.78, not 88.",
         "Các tiêu chí và điểm thưởng cộng lại tròn 10, 100 hoặc 1.000 điểm. Nhưng điểm thưởng nằm ngoài thang điểm: chỉ số bằng 100 × "
         "(điểm + điểm thưởng) / điểm tối đa của các tiêu chí, nên đạt 88/90 mà không có điểm thưởng thì chỉ số là 97,78, không phải 88."},
    .remedy = {"Where the bonus is a part of the scale, write it as criteria; or class by points (`\"on\": \"points\"`).",
               "Nếu điểm thưởng là một phần của thang điểm thì ghi thành tiêu chí, hoặc xếp loại theo điểm (`\"on\": \"points\"`)."},
    .wrong = "\"bonus\": {\"cap\": 10",
    .right = "\"bonus\": {\"cap\": 5",
    .found = {"criteria of {0} points, and a bonus up to {1}", "các tiêu chí {0} điểm và điểm thưởng đến {1} điểm"},
    .expected = {"a bonus outside the {0}, or criteria in its place", "điểm thưởng nằm ngoài {0} điểm, hoặc ghi thành tiêu chí"}};
inline constexpr ProblemEntry cap_unreachable{
    .code = "cap.unreachable",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A cap that is never reached", "Mức trần không bao giờ đạt tới"},
    .meaning = {"All entries of the side together can count less than its cap.",
                "Tổng điểm tối đa của các mục thưởng (hoặc mục trừ) nhỏ hơn mức trần."},
    .remedy = {"Lower the cap, or check the points of the entries.", "Hạ mức trần, hoặc kiểm tra điểm của các mục."},
    .wrong = "\"cap\": 3",
    .right = "\"cap\": 2",
    .expected = {"at most {1}, all that its entries can count", "mức trần không quá {1}, là tổng điểm tối đa của các mục"}};
inline constexpr ProblemEntry tie_break_undecided{
    .code = "tie_break.undecided",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A tie break that decides nothing", "Tiêu chí phụ không phân định được thứ hạng"},
    .meaning =
        {"It always equals what was compared before it, or is the same for all that are ranked together, so it leaves equals equal.",
         "Chỉ số hoặc giá trị này luôn bằng chỉ số, giá trị đã so sánh trước đó, hoặc giống nhau ở mọi đơn vị được xếp hạng chung, nên "
         "không phân định được các đơn vị bằng nhau."},
    .remedy = {"Remove it, or choose another criterion or value.", "Bỏ đi, hoặc chọn tiêu chí, giá trị khác."},
    .wrong = "[\"II\", \"all\", \"I.1.1\", \"II.1\", \"I\"]",
    .right = "[\"II\"]"};
inline constexpr const ProblemEntry* model_warning_problems[] = {&bonus_inside, &measure_unread, &cap_unreachable, &tie_break_undecided};
}

/// What may have the same index as a criterion, apart from other criteria.
namespace phrases {
inline constexpr Words the_model{"the model", "cả bộ tiêu chí"};
/// A tie-break that decides nothing, and what would.
inline constexpr Words index_compared_before{"{0}, whose index is always that of {1}", "{0}, có chỉ số luôn bằng chỉ số của {1}"},
    index_of_its_own{"a criterion with an index of its own", "một tiêu chí có chỉ số khác"},
    value_compared_before{"'{0}', which is compared already", "'{0}', là giá trị đã so sánh trước đó"},
    value_of_its_own{"another value", "một giá trị khác"},
    same_value_for_all{"'{0}', which is the same for all that are ranked together", "'{0}', giống nhau ở mọi đơn vị được xếp hạng chung"},
    value_of_each{"a value that differs from unit to unit", "một giá trị khác nhau giữa các đơn vị"};
}
}
