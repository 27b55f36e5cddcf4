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
         "Không quy tắc hay điều kiện nào đọc số liệu này; có thể đã quên hoặc viết sai tên ở chỗ khác. Đây là cảnh báo, mô hình vẫn dùng "
         "được."},
    .remedy = {"Use it in an expression, or delete it from `measures`.", "Dùng số liệu trong biểu thức, hoặc xóa khỏi `measures`."},
    .wrong = "\"a\": {\"type\": \"count\"},",
    .right = "",
    .expected = {"something that reads it", "một quy tắc hay điều kiện dùng đến"},
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry cap_unreachable{
    .code = "cap.unreachable",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A cap that is never reached", "Mức trần không bao giờ đạt tới"},
    .meaning = {"All entries of the side together can count less than its cap.",
                "Tổng điểm cao nhất của các mục thưởng (hoặc trừ) nhỏ hơn mức trần của phần đó."},
    .remedy = {"Lower the cap, or check the points of the entries.", "Hạ mức trần, hoặc kiểm tra điểm của các mục."},
    .wrong = "\"cap\": 3",
    .right = "\"cap\": 2",
    .expected = {"at most {1}, all that its entries can count", "nhiều nhất {1}, là tổng điểm cao nhất của các mục"}};
inline constexpr ProblemEntry tie_break_undecided{
    .code = "tie_break.undecided",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A tie break that decides nothing", "Tiêu chí phụ không phân định được"},
    .meaning = {"The index of this criterion always equals one that was compared before it.",
                "Chỉ số của tiêu chí này luôn bằng chỉ số đã so sánh trước đó."},
    .remedy = {"Remove it, or choose another criterion.", "Bỏ tiêu chí này, hoặc chọn tiêu chí khác."},
    .wrong = "[\"II\", \"all\", \"I.1.1\", \"II.1\", \"I\"]",
    .right = "[\"II\"]",
    .found = {"{0}, whose index is always that of {1}", "{0}, có chỉ số luôn bằng của {1}"},
    .expected = {"a criterion with an index of its own", "tiêu chí có chỉ số riêng"}};
inline constexpr const ProblemEntry* model_warning_problems[] = {&measure_unread, &cap_unreachable, &tie_break_undecided};
}

/// What may have the same index as a criterion, apart from other criteria.
namespace phrases {
inline constexpr Words the_model{"the model", "cả mô hình"};
}
}
