#pragma once
#include <chiso/core/problems.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry band_gap{
    .code = "band.gap",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A gap between two bands", "Khoảng trống giữa hai mức xếp loại"},
    .meaning =
        {"Two bands nearly meet, and what lies between them falls to the last class: an index of 89.5 where one ends at 89 and the next "
         "begins at 90.",
         "Hai mức xếp loại gần liền nhau, kết quả nằm giữa hai mức bị xếp vào loại cuối cùng: ví dụ chỉ số 89,5 khi một mức đến 89 và mức "
         "kia từ 90."},
    .remedy = {"Let them meet: `below` the number that the other begins `from`.",
               "Nối liền hai mức: mức dưới ghi `below` đúng số mà mức trên ghi `from`."},
    .wrong = "{\"id\": \"fair\", \"from\": 70, \"to\": 89}",
    .right = "{\"id\": \"fair\", \"from\": 70, \"below\": 90}",
    .found = {"no band for {0}, which falls to the class '{1}'", "thiếu mức cho kết quả {0}, nên bị xếp loại '{1}'", Words::absence},
    .expected = {"bands that meet", "các mức liền nhau"}};
inline constexpr ProblemEntry band_requires{
    .code = "band.requires",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A requirement on the last band", "Điều kiện kèm theo ở mức cuối"},
    .meaning = {"The last band takes every result that no other one takes, so it cannot ask for more.",
                "Mức cuối nhận mọi kết quả không thuộc mức nào khác, nên không được kèm điều kiện."},
    .remedy = {"Remove `requires`, or add a band without it behind this one.",
               "Bỏ `requires`, hoặc thêm một mức không kèm điều kiện ở cuối."},
    .wrong = "{\"id\": \"low\", \"requires\": \"done\"}",
    .right = "{\"id\": \"low\"}",
    .found = {"requires on the last band", "requires ở mức cuối"},
    .expected = {"none on the last, which takes the rest", "không kèm điều kiện ở mức cuối, vì mức này nhận mọi kết quả còn lại"}};
inline constexpr ProblemEntry band_unreachable{
    .code = "band.unreachable",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A band that no result reaches", "Mức xếp loại không bao giờ đạt được"},
    .meaning =
        {"What is classed never falls into this band: an index is from 0 to `publish.scale` unless `may_exceed_100` says more, a rank "
         "is 1 or more, and a share of ranks is at most 1.",
         "Kết quả dùng để xếp loại không bao giờ thuộc mức này: chỉ số từ 0 đến `publish.scale`, trừ khi `may_exceed_100` cho phép "
         "vượt; thứ hạng từ 1 trở lên; tỷ lệ thứ hạng không quá 1."},
    .remedy = {"Write the ends on the scale of what is classed: of marks out of five from 4, not from 80.",
               "Ghi giới hạn theo đúng thang của kết quả xếp loại: thang 5 thì ghi từ 4, không ghi từ 80."},
    .wrong = "{\"id\": \"good\", \"from\": 80}",
    .right = "{\"id\": \"good\", \"from\": 4}",
    .found = {"a band {0}", "mức {0}"},
    .expected = {"{1} that no earlier band holds", "{1}, chưa thuộc mức nào trước đó"}};
inline constexpr ProblemEntry bands_none{.code = "bands.none",
                                         .domain = ProblemEntry::Domain::classes,
                                         .title = {"No bands", "Không có mức xếp loại"},
                                         .meaning = {"A list of bands is empty.", "Danh sách mức xếp loại trống."},
                                         .remedy = {"List the bands, the best one first; the last one has no ends.",
                                                    "Ghi lần lượt các mức, mức tốt nhất trước; mức cuối không ghi giới hạn."},
                                         .wrong = "\"offices\": []",
                                         .right = "\"offices\": [{\"id\": \"low\"}]",
                                         .found = phrases::empty_list,
                                         .expected = {"at least one band", "ít nhất một mức"}};
inline constexpr ProblemEntry by_block_undeclared{
    .code = "by_block.undeclared",
    .domain = ProblemEntry::Domain::classes,
    .title = {"Bands by block without declared blocks", "Xếp loại theo khối nhưng chưa khai báo khối"},
    .meaning = {"`by_block` gives single blocks their own bands, so the model must declare its `blocks`.",
                "`by_block` quy định mức xếp loại riêng cho từng khối, nên bộ tiêu chí phải khai báo các khối ở `blocks`."},
    .remedy = {"Add `blocks`, or remove `by_block`.", "Thêm `blocks`, hoặc bỏ `by_block`."},
    .wrong = "\"by_block\": {\"offices\": []} ",
    .right = "\"label\": \"x\" ",
    .found = {"by_block", "by_block"},
    .expected = {"blocks declared by the model", "khai báo các khối ở blocks"}};
inline constexpr ProblemEntry classes_decimals{
    .code = "classes.decimals",
    .domain = ProblemEntry::Domain::classes,
    .title = {"Decimals that are not used", "Số chữ số thập phân không có tác dụng"},
    .meaning = {"The `decimals` of classes matter only if the published index or points are classed (`\"on\": \"published\"` or "
                "`\"points\"`).",
                "`decimals` của xếp loại chỉ có tác dụng khi xếp loại theo chỉ số hoặc điểm công bố (`\"on\": \"published\"` hoặc "
                "`\"points\"`)."},
    .remedy = {"Remove `decimals`, or write `\"on\": \"published\"`.", "Bỏ `decimals`, hoặc dùng `\"on\": \"published\"`."},
    .wrong = "\"on\": \"exact\"",
    .right = "\"on\": \"published\"",
    .found = {"decimals of classes on {0}", "decimals khi xếp loại theo {0}"},
    .expected = {"decimals of classes on published or points only", "ghi decimals chỉ khi xếp loại theo published hoặc points"}};
inline constexpr ProblemEntry quota_at_most{
    .code = "quota.at_most",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A percentage of a quota outside 0 to 100", "Tỷ lệ tối đa không trong khoảng từ 0 đến 100"},
    .meaning = {"`at_most` of a quota is the percentage of units that may be in the class, from 0 to 100.",
                "`at_most` là tỷ lệ phần trăm đơn vị được xếp mức này, từ 0 đến 100."},
    .remedy = {"Write a number from 0 to 100: 20 for 20 %.", "Ghi một số từ 0 đến 100: 20% thì ghi 20."},
    .wrong = "\"at_most\": 120",
    .right = "\"at_most\": 20",
    .found = {"{0}", "{0}"},
    .expected = {"a percentage within 0 and 100", "tỷ lệ phần trăm từ 0 đến 100"}};
inline constexpr ProblemEntry quota_class{
    .code = "quota.class",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A quota of what is no class", "Tỷ lệ tối đa của mức không phải là mức xếp loại"},
    .meaning =
        {"The class of a quota, and those in its `of`, must be in every list of bands, including those of single blocks.",
         "Mức bị giới hạn tỷ lệ, và các mức trong `of`, phải có trong mọi danh sách mức xếp loại, kể cả danh sách riêng của từng khối."},
    .remedy = {"Correct its id, or add the class to the lists without it.",
               "Sửa mã của mức, hoặc thêm mức đó vào các danh sách còn thiếu."},
    .wrong = "{\"class\": \"fair\", \"at_most\": 20}",
    .right = "{\"class\": \"good\", \"at_most\": 20}",
    .found = {"'{0}'", "'{0}'"}};
inline constexpr ProblemEntry quota_last{
    .code = "quota.last",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A quota on the last class", "Tỷ lệ tối đa của mức cuối"},
    .meaning = {"Those beyond a quota take the next class, and the last class of a list has none behind it.",
                "Đơn vị vượt tỷ lệ được xếp vào mức liền sau, mà sau mức cuối của danh sách không còn mức nào."},
    .remedy = {"Set a quota on a better class, or remove it.", "Giới hạn tỷ lệ của một mức tốt hơn, hoặc bỏ quy định này."},
    .wrong = "{\"class\": \"low\", \"at_most\": 50}",
    .right = "{\"class\": \"good\", \"at_most\": 50}",
    .found = {"'{0}', the last class of a list of bands", "'{0}', là mức cuối của một danh sách mức xếp loại"},
    .expected = {"a class with another one behind it", "một mức còn có mức khác liền sau"}};
inline constexpr ProblemEntry quota_of{.code = "quota.of",
                                       .domain = ProblemEntry::Domain::classes,
                                       .title = {"A quota of no classes", "Tỷ lệ tối đa tính trên danh sách trống"},
                                       .meaning = {"The list `of` of a quota is empty, so nobody would be in the class.",
                                                   "Danh sách `of` trống, nên không đơn vị nào được xếp mức này."},
                                       .remedy = {"Name the classes that it is a part of, or remove `of` for all ranked units.",
                                                  "Nêu các mức dùng để tính tỷ lệ, hoặc bỏ `of` để tính trên mọi đơn vị được xếp hạng."},
                                       .wrong = "\"of\": []",
                                       .right = "\"of\": [\"good\"]",
                                       .found = phrases::empty_list,
                                       .expected = {"at least one class", "ít nhất một mức xếp loại"}};
inline constexpr ProblemEntry quota_share{
    .code = "quota.share",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A quota of less than 1 %", "Tỷ lệ tối đa dưới 1%"},
    .meaning =
        {"`at_most` of a quota is a percentage: 0.2 is 0.2 %, which leaves the class to nobody of 499 units. More often 20 is meant.",
         "`at_most` là tỷ lệ phần trăm: 0.2 là 0,2%, nên trong 499 đơn vị không đơn vị nào được xếp mức này. Thường ý định là 20%, "
         "tức 20."},
    .remedy = {"Write the percentage: 20 for 20 %. Where less than 1 % is meant, leave it.",
               "Ghi theo phần trăm: 20% thì ghi 20. Nếu đúng là dưới 1% thì giữ nguyên."},
    .wrong = "\"at_most\": 0.2",
    .right = "\"at_most\": 20",
    .found = {"{0}, which is {0} %", "{0}, tức là {0}%"},
    .expected = {"a percentage, as {1} for {1} %", "tỷ lệ phần trăm, như {1} nếu là {1}%"}};
inline constexpr ProblemEntry veto_at_least{
    .code = "veto.at_least",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A number of criteria that a veto does not name", "Số tiêu chí khống chế không hợp lệ"},
    .meaning = {"`at_least` says how many of the criteria of a veto must be below; it is 1 to their number.",
                "`at_least` là số tiêu chí phải dưới mức quy định thì khống chế, từ 1 đến số tiêu chí được nêu."},
    .remedy = {"Correct the number, or name the criteria in `criterion`.", "Sửa lại số này, hoặc nêu đủ tiêu chí trong `criterion`."},
    .wrong = "\"at_least\": 3",
    .right = "\"at_least\": 1"};
inline constexpr ProblemEntry veto_at_most{
    .code = "veto.at_most",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A cap that is not a class", "Mức khống chế không phải là mức xếp loại"},
    .meaning = {"`at_most` must be a class of every list of bands, including those of single blocks.",
                "`at_most` phải là một mức có trong mọi danh sách mức xếp loại, kể cả danh sách riêng của từng khối."},
    .remedy = {"Correct its id, or add the class to the lists without it.",
               "Sửa mã của mức, hoặc thêm mức đó vào các danh sách còn thiếu."},
    .wrong = "\"at_most\": \"fair\"",
    .right = "\"at_most\": \"low\"",
    .found = {"'{0}'", "'{0}'"}};
inline constexpr ProblemEntry veto_below{
    .code = "veto.below",
    .domain = ProblemEntry::Domain::classes,
    .title = {"Half of a veto's condition", "Điều kiện khống chế thiếu một khóa"},
    .meaning = {"A veto by a criterion needs both `criterion` and `below`, an index.",
                "Khống chế theo tiêu chí phải ghi cả `criterion` (tiêu chí nào) và `below` (chỉ số dưới bao nhiêu)."},
    .remedy = {"Add the missing key.", "Thêm khóa còn thiếu."},
    .wrong = "\"criterion\": [\"x\", \"xx\"]",
    .right = "\"criterion\": [\"x\"], \"below\": 50",
    .expected = {"both or neither", "cả hai khóa, hoặc không khóa nào"}};
inline constexpr ProblemEntry veto_scale{
    .code = "veto.scale",
    .domain = ProblemEntry::Domain::warnings,
    .title = {"A veto that holds always or never", "Điều kiện khống chế luôn đúng hoặc không bao giờ đúng"},
    .meaning =
        {"The index of a criterion is from 0 to `publish.scale`, 100 if that is absent. Every index is below a greater number, so the "
         "veto caps the class of every unit; none is below 0.",
         "Chỉ số của tiêu chí từ 0 đến `publish.scale` (mặc định 100). Mọi chỉ số đều thấp hơn một số lớn hơn thang, nên mọi đơn vị "
         "đều bị khống chế; không chỉ số nào thấp hơn 0."},
    .remedy = {"Write `below` on the scale of the index: of marks out of five 2.5, not 50.",
               "Ghi `below` theo đúng thang của chỉ số: thang 5 thì ghi 2.5, không ghi 50."},
    .wrong = "\"below\": 50",
    .right = "\"below\": 2.5",
    .expected = {"a number above 0, at most {1}", "số lớn hơn 0, không quá {1}"}};
inline constexpr ProblemEntry veto_criterion{
    .code = "veto.criterion",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A veto that names no criterion", "Điều kiện khống chế không nêu tiêu chí nào"},
    .meaning = {"The list `criterion` of a veto is empty.", "Danh sách `criterion` của điều kiện khống chế trống."},
    .remedy = {"Name at least one criterion.", "Nêu ít nhất một mã tiêu chí."},
    .wrong = "\"criterion\": []",
    .right = "\"criterion\": [\"x\"]",
    .found = phrases::empty_list,
    .expected = {"at least one criterion", "ít nhất một tiêu chí"}};
inline constexpr ProblemEntry veto_empty{
    .code = "veto.empty",
    .domain = ProblemEntry::Domain::classes,
    .title = {"A veto without a condition", "Quy định khống chế không có điều kiện"},
    .meaning = {"A veto needs `when`, or `criterion` with `below`; without a condition it would apply to everyone.",
                "Mỗi quy định khống chế phải có `when`, hoặc `criterion` kèm `below`; nếu không, mọi đơn vị đều bị khống chế."},
    .remedy = {"Add the condition.", "Thêm điều kiện."},
    .wrong = "{\"at_most\": \"low\"}",
    .right = "{\"when\": \"done\", \"at_most\": \"low\"}",
    .found = {"neither when nor criterion", "thiếu cả when lẫn criterion", Words::absence},
    .expected = {"at least one of them", "ít nhất một trong hai"}};
inline constexpr const ProblemEntry* model_class_problems[] = {
    &band_gap,      &band_requires, &band_unreachable, &bands_none, &by_block_undeclared, &classes_decimals,
    &quota_at_most, &quota_class,   &quota_last,       &quota_of,   &quota_share,         &veto_at_least,
    &veto_at_most,  &veto_below,    &veto_criterion,   &veto_empty, &veto_scale};
}

/// What `at_least` of a veto may be.
namespace phrases {
inline constexpr Words one_to_its_criteria{"1 to the number of its criteria, {0}", "từ 1 đến số tiêu chí được nêu, là {0}"},
    criteria_to_count{"a list of criteria in `criterion`", "danh sách tiêu chí trong `criterion`"};
}
/// The half of a veto's condition that is there.
namespace phrases {
inline constexpr Words below_alone{"below without criterion", "below nhưng không có criterion"},
    criterion_alone{"criterion without below", "criterion nhưng không có below"};
}
/// What a class must be, and what an index always or never is.
namespace phrases {
inline constexpr Words class_of_every_list{"a class of every list of bands", "một mức có trong mọi danh sách mức xếp loại"},
    class_out_of{"a class of every list of bands, by its id: {0}", "mã của một mức có trong mọi danh sách mức xếp loại: {0}"},
    every_index_is_below{"{0}, which every index is below", "{0}, mà mọi chỉ số đều thấp hơn"},
    no_index_is_below{"{0}, which no index is below", "{0}, mà không chỉ số nào thấp hơn"};
}
}
