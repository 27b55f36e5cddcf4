#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace problems {
inline constexpr ProblemEntry criteria_limit{
    .code = "criteria.limit",
    .domain = ProblemEntry::Domain::model,
    .title = {"Too many criteria or levels", "Quá nhiều tiêu chí hoặc quá nhiều cấp"},
    .meaning = {"A model has at most 64 levels and 100,000 criteria and entries.",
                "Bộ tiêu chí có nhiều nhất 64 cấp và 100.000 tiêu chí, mục thưởng, mục trừ."},
    .remedy = {"Join levels, or split it into several models.", "Gộp các cấp, hoặc tách thành nhiều mô hình."}};
inline constexpr ProblemEntry criteria_none{
    .code = "criteria.none",
    .domain = ProblemEntry::Domain::model,
    .title = {"A model without criteria", "Mô hình không có tiêu chí"},
    .meaning = {"The list `criteria` is empty.", "Danh sách `criteria` trống."},
    .remedy = {"Add one criterion at least.", "Thêm ít nhất một tiêu chí."},
    .wrong = "\"measures\": {}, \"criteria\": []",
    .right =
        "\"measures\": {\"d\": {\"type\": \"yes_no\"}}, \"criteria\": [{\"id\": \"x\", \"points\": 1, \"rule\": {\"type\": \"yes_no\", "
        "\"value\": \"d\"}}]"};
inline constexpr ProblemEntry group_points{
    .code = "group.points",
    .domain = ProblemEntry::Domain::model,
    .title = {"Points of a group that are not the sum", "Điểm của nhóm khác tổng điểm các tiêu chí con"},
    .meaning = {"The points of a group are the sum of its criteria; where they are written they must equal it.",
                "Điểm của nhóm là tổng điểm các tiêu chí con; nếu ghi thì phải bằng tổng đó."},
    .remedy = {"Correct them, leave `points` out, or write `scale_to` where the group is scaled.",
               "Sửa điểm, bỏ `points`, hoặc dùng `scale_to` nếu nhóm được quy đổi."},
    .wrong = "\"points\": 3",
    .right = "\"points\": 2"};
inline constexpr ProblemEntry group_rule{
    .code = "group.rule",
    .domain = ProblemEntry::Domain::model,
    .title = {"A rule on a group", "Nhóm có quy tắc"},
    .meaning = {"A group has its points from its criteria, so it has no `rule`.", "Nhóm lấy điểm từ các tiêu chí con nên không có `rule`."},
    .remedy = {"Move the `rule` to a leaf.", "Chuyển `rule` vào một tiêu chí thành phần."},
    .wrong = "\"rule\": {\"type\": \"yes_no\", \"value\": \"done\"}, ",
    .right = ""};
inline constexpr ProblemEntry group_scale_to{
    .code = "group.scale_to",
    .domain = ProblemEntry::Domain::model,
    .title = {"`scale_to` beside `points`", "Nhóm vừa có điểm vừa được quy đổi"},
    .meaning = {"`scale_to` is what the points of the group are scaled to, so it does not stand beside `points`.",
                "`scale_to` là điểm của nhóm sau quy đổi, nên không đứng cạnh `points`."},
    .remedy = {"Leave out one of the two.", "Bỏ một trong hai khóa."},
    .wrong = "\"points\": 2, \"scale_to\": 5",
    .right = "\"scale_to\": 5"};
inline constexpr ProblemEntry group_tracks{.code = "group.tracks",
                                           .domain = ProblemEntry::Domain::model,
                                           .title = {"Tracks on a group", "Nhóm giới hạn bước chấm"},
                                           .meaning = {"`tracks` stands on leaves only.", "`tracks` chỉ đặt ở tiêu chí thành phần (lá)."},
                                           .remedy = {"Move `tracks` to its leaves.", "Chuyển `tracks` xuống các tiêu chí con."},
                                           .wrong = "\"tracks\": [\"final\"], ",
                                           .right = ""};
inline constexpr ProblemEntry leaf_points{
    .code = "leaf.points",
    .domain = ProblemEntry::Domain::model,
    .title = {"A leaf without points", "Tiêu chí không có điểm tối đa"},
    .meaning = {"Every leaf has `points`, above 0.", "Mỗi tiêu chí thành phần phải có `points` lớn hơn 0."},
    .remedy = {"Add `points`.", "Thêm `points`."},
    .wrong = "\"scale_to\": 2",
    .right = "\"points\": 2"};
inline constexpr ProblemEntry leaf_rule{
    .code = "leaf.rule",
    .domain = ProblemEntry::Domain::model,
    .title = {"A criterion that is neither group nor leaf", "Tiêu chí không có quy tắc chấm"},
    .meaning = {"A criterion has a `rule` (a leaf) or `criteria` (a group).", "Tiêu chí phải có `rule` (lá) hoặc `criteria` (nhóm)."},
    .remedy = {"Add `rule` or `criteria`.", "Thêm `rule` hoặc `criteria`."},
    .wrong = "{\"id\": \"l1\", \"points\": 2}",
    .right = "{\"id\": \"l1\", \"points\": 2, \"rule\": {\"type\": \"yes_no\", \"value\": \"done\"}}"};
inline constexpr ProblemEntry leaf_scale_to{
    .code = "leaf.scale_to",
    .domain = ProblemEntry::Domain::model,
    .title = {"A scale on a leaf", "Quy đổi điểm ở tiêu chí thành phần"},
    .meaning = {"`scale_to` is for groups; the points of a leaf are `points`.", "`scale_to` chỉ dùng cho nhóm; điểm của lá là `points`."},
    .remedy = {"Write `points`.", "Ghi `points`."},
    .wrong = "\"scale_to\": 2",
    .right = "\"points\": 2"};
inline constexpr ProblemEntry points_sum{.code = "points.sum",
                                         .domain = ProblemEntry::Domain::model,
                                         .title = {"Points that are too many in all", "Tổng điểm quá lớn"},
                                         .meaning = {"The points of a model, and of each group, are at most 1,000,000.",
                                                     "Tổng điểm của mô hình và của mỗi nhóm nhiều nhất là 1.000.000."},
                                         .remedy = {"Give fewer points; for bonus and penalty fewer `point_decimals` help too.",
                                                    "Giảm điểm; với mục thưởng và trừ có thể giảm `point_decimals`."}};
inline constexpr ProblemEntry tie_break_duplicate{
    .code = "tie_break.duplicate",
    .domain = ProblemEntry::Domain::model,
    .title = {"A tie break named twice", "Tiêu chí phụ lặp lại"},
    .meaning = {"A criterion breaks a tie once.", "Mỗi tiêu chí chỉ được dùng một lần để phân thứ hạng khi bằng điểm."},
    .remedy = {"Delete the second.", "Xóa tên lặp lại."},
    .wrong = "\"x\", \"x\"",
    .right = "\"x\""};
inline constexpr ProblemEntry undefined_policy{
    .code = "undefined.policy",
    .domain = ProblemEntry::Domain::model,
    .title = {"No policy for what cannot be computed", "Chưa quy định khi không tính được"},
    .meaning =
        {"The rule has a division, a `clamp` or a survey that may give nothing (a division by 0, say); the model must say what then "
         "counts.",
         "Quy tắc có phép chia, `clamp` hoặc khảo sát có thể không có kết quả (ví dụ chia cho 0); mô hình phải nói khi đó tính thế nào."},
    .remedy = {"Add `undefined`: `missing`, `not_applicable`, `zero` or `full`, here or above.",
               "Thêm `undefined`: `missing`, `not_applicable`, `zero` hoặc `full`, ở tiêu chí này hoặc ở trên nó."},
    .wrong = "\"points\": 2, \"rule\": {\"type\": \"survey\"",
    .right = "\"points\": 2, \"undefined\": \"zero\", \"rule\": {\"type\": \"survey\""};
inline constexpr ProblemEntry format_unknown{.code = "format.unknown",
                                             .domain = ProblemEntry::Domain::values,
                                             .title = {"A format that does not exist", "Phiên bản định dạng không tồn tại"},
                                             .meaning = {"`chiso` gives the format of the file; the first is 1.",
                                                         "`chiso` ghi phiên bản định dạng của tệp; phiên bản đầu tiên là 1."},
                                             .remedy = {"Write `\"chiso\": 1`.", "Ghi `\"chiso\": 1`."},
                                             .wrong = "\"chiso\": 0",
                                             .right = "\"chiso\": 1"};
inline constexpr const ProblemEntry* model_criteria_problems[] = {
    &criteria_limit, &criteria_none, &group_points, &group_rule,          &group_scale_to,   &group_tracks,  &leaf_points,
    &leaf_rule,      &leaf_scale_to, &points_sum,   &tie_break_duplicate, &undefined_policy, &format_unknown};
}
}
