#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry points_unreachable{
    .code = "points.unreachable",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"Points that no evidence can reach", "Điểm tối đa không bao giờ đạt được"},
    .meaning = {"Within the limits of the measures the rule cannot give all of its points.",
                "Trong giới hạn của các số liệu, cách chấm không thể cho đến điểm tối đa."},
    .remedy = {"Check the points, the numbers of the rule, and `min` and `max` of the measures.",
               "Kiểm tra điểm tối đa, các mức của cách chấm, và `min`, `max` của số liệu."},
    .wrong = "\"each\": 0.1",
    .right = "\"each\": 0.25",
    .found = {"points up to {0}", "điểm cao nhất có thể đạt là {0}"},
    .expected = {"a rule that can give all {1}", "cách chấm có thể cho đến {1} điểm"}};
inline constexpr ProblemEntry ratio_above_100{
    .code = "ratio.above_100",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A ratio above 100 % that gets fewer points", "Tỷ lệ trên 100% bị ít điểm hơn"},
    .meaning = {"One measure out of another may exceed 100 %, and then gets fewer points than 100 % does: the rule has an end there.",
                "Tỷ lệ giữa hai số liệu có thể vượt 100%, và khi đó được ít điểm hơn mức 100%, vì cách chấm có giới hạn ở đó."},
    .remedy = {"Where more than all is good, leave out the upper end, or write `min(100, ...)`; where it cannot be, check that the first "
               "measure is at most the second.",
               "Nếu vượt 100% là tốt, bỏ giới hạn trên, hoặc viết `min(100, ...)`; nếu không thể vượt 100%, kiểm tra để số liệu thứ nhất "
               "không lớn hơn số liệu thứ hai."},
    .wrong = "\"value\": \"resolved / received\"",
    .right = "\"value\": \"min(1, resolved / received)\"",
    .found = {"{0}, which gets fewer points above 100 % than at 100 %", "{0}, trên 100% được ít điểm hơn mức 100%"},
    .expected = {"min({1}, {0}) where more than all is good, otherwise evidence in which {2} is at most {3}",
                 "min({1}, {0}) nếu vượt 100% là tốt, nếu không thì số liệu {2} không được lớn hơn {3}"}};
inline constexpr ProblemEntry tier_gap{
    .code = "tier.gap",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A gap between two tiers", "Khoảng trống giữa hai mức điểm"},
    .meaning =
        {"Two tiers nearly meet, and a value between them falls to the last tier, with its points: 89.5 where one ends at 89 and the "
         "next begins at 90.",
         "Hai mức điểm gần liền nhau, giá trị nằm giữa hai mức bị tính vào mức cuối cùng: ví dụ 89,5 khi một mức đến 89 và mức kia từ 90."},
    .remedy = {"Let them meet: `below` the number that the other begins `from`.",
               "Nối liền hai mức: mức dưới ghi `below` đúng số mà mức trên ghi `from`."},
    .wrong = "{\"from\": 70, \"to\": 89, \"points\": 1}",
    .right = "{\"from\": 70, \"below\": 90, \"points\": 1}",
    .found = {"no tier for a value {0}, which gets {1} as the last", "thiếu mức cho giá trị {0}, nên được {1} điểm như mức cuối",
              Words::absence},
    .expected = {"tiers that meet", "các mức liền nhau"}};
inline constexpr ProblemEntry tier_same_points{.code = "tier.same_points",
                                               .domain = ProblemEntry::Domain::warnings,
                                               .title = {"Two tiers of the same points", "Hai mức điểm liền nhau bằng nhau"},
                                               .meaning = {"The tier gives the points of the next, so one tier could stand for both.",
                                                           "Mức điểm này bằng mức tiếp theo, nên chỉ cần một mức."},
                                               .remedy = {"Correct the points, or make them one tier.", "Sửa điểm, hoặc gộp hai mức."},
                                               .wrong = "{\"from\": 90, \"points\": 2}, {\"from\": 70, \"points\": 2}",
                                               .right = "{\"from\": 90, \"points\": 2}, {\"from\": 70, \"points\": 1.5}",
                                               .found = {"{0}, as the next tier gives", "{0}, bằng điểm của mức tiếp theo"},
                                               .expected = {"other points, or one tier for both", "điểm khác, hoặc gộp hai mức"}};
inline constexpr ProblemEntry tier_unreachable{.code = "tier.unreachable",
                                               .domain = ProblemEntry::Domain::warnings,
                                               .title = {"A tier that no value reaches", "Mức điểm không bao giờ đạt được"},
                                               .meaning = {"Within the limits of the measures no value falls into this tier.",
                                                           "Trong giới hạn của các số liệu, không giá trị nào thuộc mức này."},
                                               .remedy = {"Correct its ends, or check `min` and `max` of the measures.",
                                                          "Sửa giới hạn của mức, hoặc kiểm tra `min`, `max` của số liệu."},
                                               .wrong = "{\"above\": 12, \"points\": 0}, {\"from\": 12, \"points\": 2}",
                                               .right = "{\"from\": 12, \"points\": 2}",
                                               .found = {"a tier {0}", "mức {0}"},
                                               .expected = {"{1} that no earlier tier holds", "{1}, chưa thuộc mức nào trước đó"}};
inline constexpr const ProblemEntry* rule_warning_problems[] = {&points_unreachable, &ratio_above_100, &tier_gap, &tier_same_points,
                                                                &tier_unreachable};
}
}
