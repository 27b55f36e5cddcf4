#pragma once
#include <chiso/core/problems.hpp>
#include <cstddef>
#include <cstdint>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry criteria_limit{
    .code = "criteria.limit",
    .domain = ProblemEntry::Domain::model,
    .title = {"Too many criteria or levels", "Quá nhiều tiêu chí hoặc quá nhiều cấp"},
    .meaning = {"A model has at most 64 levels and 100,000 criteria and entries.",
                "Bộ tiêu chí có tối đa 64 cấp và 100.000 tiêu chí, mục thưởng, mục trừ."},
    .remedy = {"Merge levels, or split the model into several models.", "Gộp bớt các cấp, hoặc tách thành nhiều bộ tiêu chí."}};
inline constexpr ProblemEntry criteria_none{
    .code = "criteria.none",
    .domain = ProblemEntry::Domain::model,
    .title = {"A model without criteria", "Bộ tiêu chí không có tiêu chí nào"},
    .meaning = {"The list `criteria` is empty.", "Danh sách `criteria` trống."},
    .remedy = {"Add at least one criterion.", "Thêm ít nhất một tiêu chí."},
    .wrong = "\"measures\": {}, \"criteria\": []",
    .right =
        "\"measures\": {\"d\": {\"type\": \"yes_no\"}}, \"criteria\": [{\"id\": \"x\", \"points\": 1, \"rule\": {\"type\": \"yes_no\", "
        "\"value\": \"d\"}}]",
    .found = phrases::empty_list,
    .expected = {"at least one criterion", "ít nhất một tiêu chí"}};
inline constexpr ProblemEntry group_points{
    .code = "group.points",
    .domain = ProblemEntry::Domain::model,
    .title = {"Points of a group that differ from the sum", "Điểm của nhóm khác tổng điểm các tiêu chí trong nhóm"},
    .meaning = {"The points of a group are the sum of its criteria's points; if they are written, they must equal that sum.",
                "Điểm tối đa của nhóm là tổng điểm tối đa của các tiêu chí trong nhóm; nếu ghi thì phải ghi đúng bằng tổng đó."},
    .remedy = {"Correct them, remove `points`, or write `scale_to` if the group is scaled.",
               "Sửa lại điểm, bỏ `points`, hoặc dùng `scale_to` nếu điểm của nhóm được quy đổi."},
    .wrong = "\"points\": 3",
    .right = "\"points\": 2",
    .expected = {"the sum of its criteria, {1}, or scale_to", "{1}, là tổng điểm các tiêu chí trong nhóm, hoặc dùng scale_to"}};
inline constexpr ProblemEntry group_rule{.code = "group.rule",
                                         .domain = ProblemEntry::Domain::model,
                                         .title = {"A rule on a group", "Nhóm tiêu chí có cách chấm riêng"},
                                         .meaning = {"A group gets its points from its criteria, so it has no `rule`.",
                                                     "Điểm của nhóm lấy từ các tiêu chí trong nhóm, nên nhóm không có `rule`."},
                                         .remedy = {"Move the `rule` to a leaf.", "Chuyển `rule` xuống tiêu chí thành phần."},
                                         .wrong = "\"rule\": {\"type\": \"yes_no\", \"value\": \"done\"}, ",
                                         .right = "",
                                         .found = {"a rule", "một cách chấm"},
                                         .expected = {"no rule beside criteria", "bỏ rule vì đã có criteria"}};
inline constexpr ProblemEntry group_scale_to{
    .code = "group.scale_to",
    .domain = ProblemEntry::Domain::model,
    .title = {"`scale_to` beside `points`", "Nhóm ghi cả `points` và `scale_to`"},
    .meaning = {"`scale_to` gives the points that the group is scaled to, so `points` may not stand beside it.",
                "`scale_to` là điểm tối đa của nhóm sau khi quy đổi, nên không ghi cùng `points`."},
    .remedy = {"Remove one of the two.", "Bỏ một trong hai khóa."},
    .wrong = "\"points\": 2, \"scale_to\": 5",
    .right = "\"scale_to\": 5",
    .found = {"scale_to beside points", "cả scale_to và points"},
    .expected = {"one of them", "chỉ ghi một trong hai khóa"}};
inline constexpr ProblemEntry group_tracks{.code = "group.tracks",
                                           .domain = ProblemEntry::Domain::model,
                                           .title = {"Tracks on a group", "`tracks` đặt ở nhóm tiêu chí"},
                                           .meaning = {"Only leaves have `tracks`.", "`tracks` chỉ đặt ở tiêu chí thành phần."},
                                           .remedy = {"Move `tracks` to the leaves.", "Chuyển `tracks` xuống các tiêu chí thành phần."},
                                           .wrong = "\"tracks\": [\"final\"], ",
                                           .right = "",
                                           .found = {"tracks on a group", "tracks ở nhóm"},
                                           .expected = {"tracks on its leaves", "ghi tracks ở các tiêu chí thành phần"}};
inline constexpr ProblemEntry leaf_points{
    .code = "leaf.points",
    .domain = ProblemEntry::Domain::model,
    .title = {"A leaf without points", "Tiêu chí thành phần không có điểm tối đa"},
    .meaning = {"Every leaf has `points` above 0.", "Mỗi tiêu chí thành phần phải có điểm tối đa (`points`) lớn hơn 0."},
    .remedy = {"Add `points`.", "Thêm `points`."},
    .wrong = "\"scale_to\": 2",
    .right = "\"points\": 2",
    .found = {"no points", "thiếu points", Words::absence},
    .expected = {"the points of a leaf", "points là điểm tối đa của tiêu chí thành phần"}};
inline constexpr ProblemEntry leaf_rule{
    .code = "leaf.rule",
    .domain = ProblemEntry::Domain::model,
    .title = {"A criterion that is neither group nor leaf", "Tiêu chí không có cách chấm"},
    .meaning = {"A criterion has a `rule` (a leaf) or `criteria` (a group).",
                "Tiêu chí phải có `rule` (nếu là tiêu chí thành phần) hoặc `criteria` (nếu là nhóm)."},
    .remedy = {"Add `rule` or `criteria`.", "Thêm `rule` hoặc `criteria`."},
    .wrong = "{\"id\": \"l1\", \"points\": 2}",
    .right = "{\"id\": \"l1\", \"points\": 2, \"rule\": {\"type\": \"yes_no\", \"value\": \"done\"}}",
    .found = {"neither criteria nor rule", "thiếu cả criteria lẫn rule", Words::absence},
    .expected = {"criteria of a group or the rule of a leaf", "criteria (nếu là nhóm) hoặc rule (nếu là tiêu chí thành phần)"}};
inline constexpr ProblemEntry leaf_scale_to{.code = "leaf.scale_to",
                                            .domain = ProblemEntry::Domain::model,
                                            .title = {"`scale_to` on a leaf", "`scale_to` đặt ở tiêu chí thành phần"},
                                            .meaning = {"`scale_to` is for groups; a leaf has `points`.",
                                                        "`scale_to` chỉ dùng cho nhóm; điểm tối đa của tiêu chí thành phần là `points`."},
                                            .remedy = {"Write `points`.", "Ghi `points`."},
                                            .wrong = "\"scale_to\": 2",
                                            .right = "\"points\": 2",
                                            .found = {"scale_to on a leaf", "scale_to ở tiêu chí thành phần"},
                                            .expected = {"scale_to on a group", "ghi scale_to ở nhóm"}};
inline constexpr ProblemEntry points_sum{.code = "points.sum",
                                         .domain = ProblemEntry::Domain::model,
                                         .title = {"Too many points in total", "Tổng điểm quá lớn"},
                                         .meaning = {"The points of a model, and of each group, add up to at most 1,000,000.",
                                                     "Tổng điểm của bộ tiêu chí và của mỗi nhóm không quá 1.000.000."},
                                         .remedy = {"Give fewer points; for bonus and penalty, fewer `point_decimals` help too.",
                                                    "Giảm điểm; với mục thưởng, mục trừ thì giảm `point_decimals` cũng được."}};
inline constexpr ProblemEntry tie_break_duplicate{
    .code = "tie_break.duplicate",
    .domain = ProblemEntry::Domain::model,
    .title = {"A tie-break listed twice", "Tiêu chí phụ ghi hai lần"},
    .meaning = {"Each criterion may break ties only once.",
                "Mỗi tiêu chí chỉ được dùng một lần để phân định thứ hạng khi chỉ số bằng nhau."},
    .remedy = {"Delete the second one.", "Xóa tên ghi thừa."},
    .wrong = "\"x\", \"x\"",
    .right = "\"x\"",
    .expected = {"each criterion once", "ghi mỗi tiêu chí chỉ một lần"}};
inline constexpr ProblemEntry undefined_policy{
    .code = "undefined.policy",
    .domain = ProblemEntry::Domain::model,
    .title = {"No policy for results that cannot be computed", "Chưa quy định cách xử lý khi không tính được"},
    .meaning =
        {"The rule has a division, a `clamp` or a survey that may have no result (for example a division by 0); the model must say what "
         "counts then.",
         "Cách chấm có phép chia, `clamp` hoặc khảo sát có thể không cho kết quả (ví dụ chia cho 0); bộ tiêu chí phải quy định khi đó tính "
         "thế nào."},
    .remedy = {"Add `undefined`: `missing`, `not_applicable`, `zero` or `full`, here or above.",
               "Thêm `undefined`: `missing`, `not_applicable`, `zero` hoặc `full`, ở tiêu chí này hoặc ở cấp trên của nó."},
    .wrong = "\"points\": 2, \"rule\": {\"type\": \"survey\"",
    .right = "\"points\": 2, \"undefined\": \"zero\", \"rule\": {\"type\": \"survey\"",
    .found = {"a division, clamp or survey that may be undefined, and no policy for it",
              "phép chia, clamp hoặc khảo sát có thể không tính được, mà chưa quy định khi đó tính thế nào"},
    .expected = {"undefined: missing, not_applicable, zero or full, here or above",
                 "undefined: missing, not_applicable, zero hoặc full, ở đây hoặc ở cấp trên"}};
inline constexpr ProblemEntry format_unknown{.code = "format.unknown",
                                             .domain = ProblemEntry::Domain::values,
                                             .title = {"A format that does not exist", "Phiên bản định dạng không tồn tại"},
                                             .meaning = {"`chiso` gives the version of the file format; the first version is 1.",
                                                         "`chiso` ghi phiên bản định dạng của tệp; phiên bản đầu tiên là 1."},
                                             .remedy = {"Write `\"chiso\": 1`.", "Ghi `\"chiso\": 1`."},
                                             .wrong = "\"chiso\": 0",
                                             .right = "\"chiso\": 1",
                                             .expected = {"the format 1", "phiên bản định dạng 1"}};
inline constexpr const ProblemEntry* model_criteria_problems[] = {
    &criteria_limit, &criteria_none, &group_points, &group_rule,          &group_scale_to,   &group_tracks,  &leaf_points,
    &leaf_rule,      &leaf_scale_to, &points_sum,   &tie_break_duplicate, &undefined_policy, &format_unknown};
}

/// The limits of a model, which the builder keeps, and the reader before it, so that no more is read than a model may have.
namespace limits {
inline constexpr std::size_t levels = 64;
inline constexpr std::size_t nodes = 100'000;
inline constexpr std::int64_t points = 1'000'000;
}
/// What exceeds them, and the limits in words.
namespace phrases {
inline constexpr Words one_level_more{"one level more", "một cấp vượt giới hạn"},
    one_criterion_more{"a criterion more", "một tiêu chí vượt giới hạn"}, one_entry_more{"an entry more", "một mục vượt giới hạn"},
    most_levels_and_nodes{"at most 64 levels and 100000 criteria and entries", "tối đa 64 cấp và 100.000 tiêu chí, mục thưởng, mục trừ"},
    most_nodes{"at most 100000 criteria and entries", "tối đa 100.000 tiêu chí, mục thưởng, mục trừ"},
    most_points{"at most 1000000 points in all", "tổng điểm không quá 1.000.000"},
    fewer_points_in_all{"fewer points in all, or fewer point_decimals", "tổng điểm nhỏ hơn, hoặc point_decimals nhỏ hơn"};
}
}
