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
inline constexpr ProblemEntry group_cap{
    .code = "group.cap",
    .domain = ProblemEntry::Domain::model,
    .title = {"A cap that never acts", "Mức trần của nhóm không có tác dụng"},
    .meaning =
        {"`cap` is the most that the criteria of a group count together; above the sum of their points it takes nothing.",
         "`cap` là mức trần của tổng điểm các tiêu chí trong nhóm; nếu lớn hơn tổng điểm tối đa của các tiêu chí thì không có tác dụng."},
    .remedy = {"Correct the cap or the points. If the group is to count more than its criteria's points, write `scale_to`.",
               "Sửa mức trần hoặc điểm của các tiêu chí. Nếu điểm của nhóm được quy đổi lên cao hơn thì dùng `scale_to`."},
    .wrong = "\"cap\": 3",
    .right = "\"cap\": 1",
    .expected = {"at most the sum of its criteria, {1}", "không quá tổng điểm các tiêu chí trong nhóm, là {1}"}};
inline constexpr ProblemEntry group_counts{
    .code = "group.counts",
    .domain = ProblemEntry::Domain::model,
    .title = {"Two ways to count a group", "Nhóm có hai cách tính điểm"},
    .meaning =
        {"A group has its points from its criteria in one way: `points` (their sum), `scale_to`, `cap` or `one_of`. `at_least` stands "
         "with `cap`, with `points`, or alone.",
         "Điểm của nhóm chỉ tính theo một cách: `points` (tổng điểm các tiêu chí), `scale_to`, `cap` hoặc `one_of`. `at_least` đi cùng "
         "`cap`, `points` hoặc đứng riêng."},
    .remedy = {"Remove one of the two.", "Bỏ một trong hai khóa."},
    .wrong = "\"points\": 2, \"scale_to\": 5",
    .right = "\"scale_to\": 5",
    .found = {"{0} beside {1}", "cả {0} và {1}"},
    .expected = {"one of them", "chỉ ghi một trong hai khóa"}};
inline constexpr ProblemEntry group_one_of{
    .code = "group.one_of",
    .domain = ProblemEntry::Domain::model,
    .title = {"A choice that is never made", "Tiêu chí đứng sau không bao giờ được chọn"},
    .meaning =
        {"Of a group with `one_of` the first criterion that applies counts. One without `applies_when` always applies, so only the last "
         "may be without it.",
         "Trong nhóm có `one_of`, tiêu chí đầu tiên thuộc diện áp dụng được tính. Tiêu chí không có `applies_when` luôn được áp dụng, nên "
         "chỉ tiêu chí cuối cùng mới được để trống điều kiện này."},
    .remedy = {"Write when the criterion applies, or move it to the end.", "Ghi điều kiện áp dụng của tiêu chí, hoặc chuyển xuống cuối."},
    .wrong = "{\"id\": \"u\", \"points\": 2",
    .right = "{\"id\": \"u\", \"applies_when\": \"done\", \"points\": 2",
    .found = {"no applies_when", "thiếu applies_when", Words::absence},
    .expected = {"applies_when on every criterion of one_of but the last", "applies_when ở mọi tiêu chí của one_of, trừ tiêu chí cuối"}};
inline constexpr ProblemEntry group_points{
    .code = "group.points",
    .domain = ProblemEntry::Domain::model,
    .title = {"Points of a group that differ from the sum", "Điểm của nhóm khác tổng điểm các tiêu chí trong nhóm"},
    .meaning =
        {"The points of a group are the sum of its criteria's points; if they are written, they must equal that sum. Where fewer are "
         "printed, the document may mean a cap (`cap`: what is earned counts up to it) or a scale (`scale_to`: the share earned counts).",
         "Điểm tối đa của nhóm là tổng điểm tối đa của các tiêu chí trong nhóm; nếu ghi thì phải ghi đúng bằng tổng đó. Nếu văn bản in số "
         "nhỏ hơn thì có thể là mức trần (`cap`: tính số điểm đạt được, không quá mức này) hoặc quy đổi (`scale_to`: tính theo tỷ lệ "
         "đạt)."},
    .remedy = {"Correct them, remove `points`, or write `cap` or `scale_to` in their place.",
               "Sửa lại điểm, bỏ `points`, hoặc thay bằng `cap` hay `scale_to`."},
    .wrong = "\"points\": 3",
    .right = "\"points\": 2"};
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
inline constexpr ProblemEntry group_tracks{.code = "group.tracks",
                                           .domain = ProblemEntry::Domain::model,
                                           .title = {"Tracks on a group", "`tracks` đặt ở nhóm tiêu chí"},
                                           .meaning = {"Only leaves have `tracks`.", "`tracks` chỉ đặt ở tiêu chí thành phần."},
                                           .remedy = {"Move `tracks` to the leaves.", "Chuyển `tracks` xuống các tiêu chí thành phần."},
                                           .wrong = "\"tracks\": [\"final\"], ",
                                           .right = "",
                                           .found = {"tracks on a group", "tracks ở nhóm"},
                                           .expected = {"tracks on its leaves", "ghi tracks ở các tiêu chí thành phần"}};
inline constexpr ProblemEntry leaf_counts{
    .code = "leaf.counts",
    .domain = ProblemEntry::Domain::model,
    .title = {"A key of groups on a leaf", "Khóa của nhóm đặt ở tiêu chí thành phần"},
    .meaning =
        {"`scale_to`, `cap`, `at_least` and `one_of` say how a group counts its criteria; a leaf has `points` and a `rule`.",
         "`scale_to`, `cap`, `at_least` và `one_of` quy định cách tính điểm của nhóm; tiêu chí thành phần chỉ có `points` và `rule`."},
    .remedy = {"Write `points`; what a rule gives at least or at most stands in the rule.",
               "Ghi `points`; mức tối thiểu, mức trần của cách chấm ghi trong `rule`."},
    .wrong = "\"scale_to\": 2",
    .right = "\"points\": 2",
    .found = {"{0} on a leaf", "{0} ở tiêu chí thành phần"},
    .expected = {"{0} on a group", "ghi {0} ở nhóm"}};
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
inline constexpr ProblemEntry points_sum{.code = "points.sum",
                                         .domain = ProblemEntry::Domain::model,
                                         .title = {"Too many points in total", "Tổng điểm quá lớn"},
                                         .meaning = {"The points of a model, and of each group, add up to at most 1,000,000.",
                                                     "Tổng điểm của bộ tiêu chí và của mỗi nhóm không quá 1.000.000."},
                                         .remedy = {"Give fewer points; for bonus and penalty, fewer `point_decimals` help too.",
                                                    "Giảm điểm; với mục thưởng, mục trừ thì giảm `point_decimals` cũng được."}};
inline constexpr ProblemEntry least_coverage_range{
    .code = "least_coverage.range",
    .domain = ProblemEntry::Domain::model,
    .title = {"A least coverage out of range", "Độ phủ tối thiểu ngoài giới hạn"},
    .meaning = {"`least_coverage` is a percentage: of the points that are asked of a unit, how many must have evidence.",
                "`least_coverage` là tỷ lệ %: trong tổng điểm các tiêu chí áp dụng đối với đơn vị, phần có số liệu phải đạt mức này."},
    .remedy = {"Write a number from 0 to 100.", "Ghi một số từ 0 đến 100."},
    .wrong = "\"least_coverage\": 101",
    .right = "\"least_coverage\": 100",
    .expected = {"a number from 0 to 100", "một số từ 0 đến 100"}};
inline constexpr ProblemEntry points_of_leaves{
    .code = "points.leaves",
    .domain = ProblemEntry::Domain::model,
    .title = {"Too many points of leaves", "Tổng điểm các tiêu chí thành phần quá lớn"},
    .meaning = {"The coverage of a row is a fraction of the points of all leaves, before groups scale or cap them; in quanta they sum to "
                "fewer than 2^60.",
                "Độ phủ là tỷ lệ trên tổng điểm mọi tiêu chí thành phần, trước khi nhóm quy đổi hay áp mức trần; tính theo đơn vị điểm nhỏ "
                "nhất, tổng này phải nhỏ hơn 2^60."},
    .remedy = {"Write fewer `point_decimals`, or fewer points in groups that are scaled or capped.",
               "Giảm `point_decimals`, hoặc giảm điểm trong các nhóm có quy đổi hay mức trần."},
    .expected = {"fewer point_decimals, or fewer points of leaves", "point_decimals nhỏ hơn, hoặc điểm các tiêu chí thành phần ít hơn"}};
inline constexpr ProblemEntry publish_scale{
    .code = "publish.scale",
    .domain = ProblemEntry::Domain::model,
    .title = {"A scale out of range", "Thang của chỉ số ngoài giới hạn"},
    .meaning = {"`scale` is what the index is where everything is achieved: above 0, at most 1,000,000, with at most 3 decimals.",
                "`scale` là chỉ số khi đạt toàn bộ điểm áp dụng: lớn hơn 0, không quá 1.000.000, tối đa 3 chữ số thập phân."},
    .remedy = {"Write the scale that is published, such as 5 or 100.", "Ghi thang được công bố, ví dụ 5 hoặc 100."},
    .wrong = "\"scale\": 0",
    .right = "\"scale\": 5",
    .expected = {"a number above 0, at most 1000000, with at most 3 decimals",
                 "một số lớn hơn 0, không quá 1000000, tối đa 3 chữ số thập phân"}};
inline constexpr ProblemEntry publish_scale_digits{
    .code = "publish.scale_digits",
    .domain = ProblemEntry::Domain::model,
    .title = {"A scale with too many digits for the points", "Thang và điểm có quá nhiều chữ số"},
    .meaning = {"An index is computed exactly in whole numbers of 62 bits: the points in quanta times the digits of `scale`.",
                "Chỉ số được tính chính xác bằng số nguyên 62 bit: điểm theo đơn vị nhỏ nhất nhân với các chữ số của `scale`."},
    .remedy = {"Write fewer `point_decimals`, or a scale of fewer digits.", "Giảm `point_decimals`, hoặc ghi `scale` ít chữ số hơn."},
    .expected = {"fewer point_decimals, or a scale of fewer digits", "point_decimals nhỏ hơn, hoặc scale ít chữ số hơn"}};
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
        {"The rule has a division, a `clamp` or a survey, which have no result for some evidence (for example a division by 0); the model "
         "must say what counts then. Only a division by a literal or parameter that is never 0 needs no policy; conditions, `min` and "
         "`max` are not looked at.",
         "Cách chấm có phép chia, `clamp` hoặc khảo sát, có khi không cho kết quả (ví dụ chia cho 0); bộ tiêu chí phải quy định khi đó "
         "tính "
         "thế nào. Chỉ phép chia cho một số, hoặc tham số, khác 0 mới không cần; chiso không xét điều kiện, `min` và `max`."},
    .remedy = {"Add `undefined`: `missing`, `not_applicable`, `zero` or `full`, here or above.",
               "Thêm `undefined`: `missing`, `not_applicable`, `zero` hoặc `full`, ở tiêu chí này hoặc ở cấp trên của nó."},
    .wrong = "\"points\": 2, \"rule\": {\"type\": \"survey\"",
    .right = "\"points\": 2, \"undefined\": \"zero\", \"rule\": {\"type\": \"survey\"",
    .found = {"a division, clamp or survey, and no policy for results that are undefined",
              "phép chia, clamp hoặc khảo sát, mà chưa quy định cách tính khi không có kết quả"},
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
    &criteria_limit,       &criteria_none,    &group_cap,     &group_counts,         &group_one_of,        &group_points,
    &group_rule,           &group_tracks,     &leaf_counts,   &leaf_points,          &leaf_rule,           &points_sum,
    &least_coverage_range, &points_of_leaves, &publish_scale, &publish_scale_digits, &tie_break_duplicate, &undefined_policy,
    &format_unknown};
}

/// What the points of a group may be, with what the other keys would make of the points that were written.
namespace phrases {
inline constexpr Words sum_or_scale{"the sum of its criteria, {0}; or scale_to: {1} (the share earned of {0} counts of {1})",
                                    "{0}, là tổng điểm các tiêu chí trong nhóm; hoặc scale_to: {1} (tỷ lệ đạt trên {0} được nhân với {1})"};
inline constexpr Words sum_scale_or_cap{
    "the sum of its criteria, {0}; or cap: {1} (what is earned of {0} counts up to {1}) or scale_to: {1} (the share earned of {0} counts "
    "of "
    "{1})",
    "{0}, là tổng điểm các tiêu chí trong nhóm; hoặc cap: {1} (điểm đạt được trên {0} được tính, không quá {1}), hoặc scale_to: {1} (tỷ lệ "
    "đạt trên {0} được nhân với {1})"};
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
