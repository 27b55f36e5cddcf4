#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry check_never_fails{
    .code = "check.never_fails",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A check that can never fail", "Phép kiểm tra không bao giờ phát hiện được gì"},
    .meaning = {"Within the limits of the measures the check holds on every row, so it finds nothing.",
                "Trong giới hạn của các số liệu, phép kiểm tra luôn đúng với mọi dòng, nên không phát hiện được sai sót nào."},
    .remedy = {"Check its expressions, and `min` and `max` of the measures; or delete it.",
               "Kiểm tra lại biểu thức và `min`, `max` của số liệu; hoặc xóa phép kiểm tra."},
    .wrong = "\"holds\": \"a >= 0\"",
    .right = "\"holds\": \"a >= b\"",
    .found = {"{0}, which holds for all values that the measures can have", "{0}, luôn đúng với mọi giá trị mà các số liệu có thể có"},
    .expected = {"a check that may fail", "phép kiểm tra có thể sai"}};
inline constexpr ProblemEntry check_never_judged{
    .code = "check.never_judged",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A check that is never judged", "Phép kiểm tra không bao giờ được thực hiện"},
    .meaning = {"Within the limits of the measures its `applies_when` is never true, or what it compares never has a value, so it is "
                "judged on no row.",
                "Trong giới hạn của các số liệu, `applies_when` không bao giờ đúng hoặc giá trị cần so sánh không bao giờ tính được, nên "
                "không dòng nào được kiểm tra."},
    .remedy = {"Check its expressions, and `min` and `max` of the measures.", "Kiểm tra lại biểu thức và `min`, `max` của số liệu."},
    .wrong = "\"applies_when\": \"a < 0\"",
    .right = "\"applies_when\": \"a > 0\"",
    .found = {"{0}, on no row", "{0}, không có ở dòng nào"},
    .expected = {"something that can be true or have a value", "biểu thức có thể đúng hoặc có giá trị"}};
inline constexpr const ProblemEntry* model_check_warning_problems[] = {&check_never_fails, &check_never_judged};
}
}
