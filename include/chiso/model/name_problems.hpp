#pragma once
#include <chiso/core/problems.hpp>

namespace chiso::inline CHISO_BUILD {
/// What is expected of names, for several kinds of problems.
namespace phrases {
inline constexpr Words plain_name{
    "text without control characters, backslash or both quote marks, and no word for not applicable",
    "văn bản không chứa ký tự điều khiển, dấu gạch chéo ngược hay cả hai loại dấu nháy, và không phải từ có nghĩa 'không áp dụng'"};
inline constexpr Words declared_block{"a declared block", "một khối đã khai báo"},
    declared_track{"a declared track", "một bước chấm đã khai báo"}, each_block_once{"each block once", "ghi mỗi khối chỉ một lần"},
    each_track_once{"each track once", "ghi mỗi bước chấm chỉ một lần"}, at_least_one_track{"at least one track", "ít nhất một bước chấm"};
inline constexpr Words id{"an id: ASCII letters, digits, '.', '_' and '-'", "một mã gồm chữ cái không dấu, chữ số, '.', '_' và '-'"},
    id_of_criterion{"an id: ASCII letters, digits, '.', '_' and '-', not ending in .not_applicable",
                    "một mã gồm chữ cái không dấu, chữ số, '.', '_' và '-', không kết thúc bằng .not_applicable"},
    former_id{"a former id: ASCII letters, digits, '.', '_' and '-'", "một mã cũ gồm chữ cái không dấu, chữ số, '.', '_' và '-'"},
    own_id{"an id of its own among criteria and entries", "mã riêng, không trùng với tiêu chí, mục thưởng, mục trừ khác"},
    own_id_in_list{"an id of its own in the list", "mã không trùng trong danh sách"};
}

namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry option_duplicate{
    .code = "option.duplicate",
    .domain = ProblemEntry::Domain::classes,
    .title = {"An option listed twice", "Phương án ghi hai lần"},
    .meaning = {"Each option may occur only once in `options`.", "Mỗi phương án chỉ được ghi một lần trong `options`."},
    .remedy = {"Delete one of them.", "Xóa một trong hai."},
    .wrong = "\"one\", \"one\"",
    .right = "\"one\"",
    .expected = {"each option once", "ghi mỗi phương án chỉ một lần"}};
inline constexpr ProblemEntry option_name{
    .code = "option.name",
    .domain = ProblemEntry::Domain::classes,
    .title = {"Not a valid option name", "Tên phương án không hợp lệ"},
    .meaning =
        {"An option's name is not empty, contains no control character, no backslash and not both kinds of quote marks, and does not mean "
         "'not applicable'.",
         "Tên phương án không được trống, không chứa ký tự điều khiển, dấu gạch chéo ngược hay cả hai loại dấu nháy, và không được là từ "
         "có nghĩa 'không áp dụng'."},
    .remedy = {"Choose another name. Not applicable is not an option: write `not_applicable` into the cell.",
               "Đặt tên khác. 'Không áp dụng' không phải là phương án: ghi thẳng `không áp dụng` vào ô số liệu."},
    .wrong = "\"Không áp dụng\", ",
    .right = "",
    .expected = phrases::plain_name};
inline constexpr ProblemEntry block_duplicate{
    .code = "block.duplicate",
    .domain = ProblemEntry::Domain::model,
    .title = {"A block declared twice", "Khối khai báo hai lần"},
    .meaning = {"Each block may occur only once in `blocks`.", "Mỗi khối chỉ được khai báo một lần trong `blocks`."},
    .remedy = {"Delete one of them.", "Xóa một trong hai."},
    .wrong = ", {\"id\": \"communes\"}",
    .right = "",
    .expected = phrases::each_block_once};
inline constexpr ProblemEntry block_name{
    .code = "block.name",
    .domain = ProblemEntry::Domain::model,
    .title = {"Not a valid block name", "Tên khối không hợp lệ"},
    .meaning =
        {"A block's name is not empty, contains no control character, no backslash and not both kinds of quote marks, and does not mean "
         "'not applicable'.",
         "Tên khối không được trống, không chứa ký tự điều khiển, dấu gạch chéo ngược hay cả hai loại dấu nháy, và không được là từ có "
         "nghĩa 'không áp dụng'."},
    .remedy = {"Choose another name.", "Đặt tên khác."},
    .wrong = ", \"not_applicable\"",
    .right = "",
    .expected = phrases::plain_name};
inline constexpr ProblemEntry block_unknown{
    .code = "block.unknown",
    .domain = ProblemEntry::Domain::model,
    .title = {"A block that is not declared", "Khối chưa khai báo"},
    .meaning = {"The name is not one of the model's `blocks`.", "Tên khối không có trong `blocks` của bộ tiêu chí."},
    .remedy = {"Correct the name as suggested, or add the block to `blocks`.", "Sửa tên theo gợi ý, hoặc thêm khối vào `blocks`."},
    .wrong = "\"office\"",
    .right = "\"offices\"",
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry criterion_unknown{.code = "criterion.unknown",
                                                .domain = ProblemEntry::Domain::model,
                                                .title = {"No such criterion", "Không có tiêu chí này"},
                                                .meaning = {"No criterion has this id. Entries of bonus and penalty cannot be used here.",
                                                            "Không tiêu chí nào có mã này. Mục thưởng và mục trừ không dùng được ở đây."},
                                                .remedy = {"Correct the id as suggested.", "Sửa mã theo gợi ý."},
                                                .wrong = "\"xx\", \"e\"",
                                                .right = "\"y\"",
                                                .found = {"'{0}'", "'{0}'"},
                                                .expected = {"the id of a criterion", "mã của một tiêu chí"}};
inline constexpr ProblemEntry fallback_none{
    .code = "fallback.none",
    .domain = ProblemEntry::Domain::model,
    .title = {"An empty fallback", "Danh sách bước chấm thay thế trống"},
    .meaning = {"The `fallback` of a track names at least one other track.",
                "`fallback` của một bước chấm phải nêu ít nhất một bước chấm khác."},
    .remedy = {"Name the other track, or remove the key.", "Ghi bước chấm thay thế, hoặc bỏ khóa này."},
    .wrong = "\"self\": []",
    .right = "\"self\": [\"final\"]",
    .found = phrases::empty_list,
    .expected = phrases::at_least_one_track};
inline constexpr ProblemEntry fallback_self{
    .code = "fallback.self",
    .domain = ProblemEntry::Domain::model,
    .title = {"A track that falls back to itself", "Bước chấm lấy chính nó làm bước thay thế"},
    .meaning = {"What is missing in a track is taken from another track, not from itself.",
                "Số liệu còn thiếu ở một bước chấm được lấy từ bước chấm khác, không lấy từ chính nó."},
    .remedy = {"Remove its name from the list.", "Bỏ tên bước chấm đó khỏi danh sách."},
    .wrong = "\"selv\", \"final\"",
    .right = "\"self\"",
    .expected = {"other tracks than itself", "một bước chấm khác"}};
inline constexpr ProblemEntry track_duplicate{
    .code = "track.duplicate",
    .domain = ProblemEntry::Domain::model,
    .title = {"A track listed twice", "Bước chấm ghi hai lần"},
    .meaning = {"Each track may occur only once in a list.", "Mỗi bước chấm chỉ được ghi một lần trong danh sách."},
    .remedy = {"Delete the second one.", "Xóa tên ghi thừa."},
    .wrong = "\"self\", \"self\"",
    .right = "\"self\"",
    .expected = phrases::each_track_once};
inline constexpr ProblemEntry track_name{
    .code = "track.name",
    .domain = ProblemEntry::Domain::model,
    .title = {"Not a valid track name", "Tên bước chấm không hợp lệ"},
    .meaning = {"A track's name is not empty, contains no control character, no backslash and not both kinds of quote marks, and does not "
                "mean 'not applicable'.",
                "Tên bước chấm không được trống, không chứa ký tự điều khiển, dấu gạch chéo ngược hay cả hai loại dấu nháy, và không được "
                "là từ có nghĩa 'không áp dụng'."},
    .remedy = {"Choose another name, such as `self`, `appraised`, `final`.", "Đặt tên khác, ví dụ `self`, `appraised`, `final`."},
    .wrong = "a\\u0007b",
    .right = "ab",
    .expected = phrases::plain_name};
inline constexpr ProblemEntry track_unknown{
    .code = "track.unknown",
    .domain = ProblemEntry::Domain::model,
    .title = {"A track that is not declared", "Bước chấm chưa khai báo"},
    .meaning = {"The name is not one of the model's `tracks` (by default only `final`).",
                "Tên bước chấm không có trong `tracks` của bộ tiêu chí (mặc định chỉ có `final`)."},
    .remedy = {"Correct the name as suggested, or add it to `tracks`.", "Sửa tên theo gợi ý, hoặc thêm vào `tracks`."},
    .wrong = "\"finale\", ",
    .right = "",
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry tracks_none{
    .code = "tracks.none",
    .domain = ProblemEntry::Domain::model,
    .title = {"No tracks", "Không có bước chấm nào"},
    .meaning = {"The list of tracks is empty.", "Danh sách bước chấm trống."},
    .remedy = {"Name at least one track, or remove `tracks`.", "Ghi ít nhất một bước chấm, hoặc bỏ `tracks`."},
    .wrong = "\"tracks\": [], ",
    .right = "",
    .found = phrases::empty_list,
    .expected = phrases::at_least_one_track};
inline constexpr ProblemEntry decimals_range{
    .code = "decimals.range",
    .domain = ProblemEntry::Domain::values,
    .title = {"Decimals outside 0 to 9", "Số chữ số thập phân không trong khoảng từ 0 đến 9"},
    .meaning = {"The decimals of points, measures, stated figures and published results are a whole number from 0 to 9.",
                "Số chữ số thập phân của điểm, số liệu, con số được báo cáo và kết quả công bố là số nguyên từ 0 đến 9."},
    .remedy = {"Give a whole number from 0 to 9.", "Ghi một số nguyên từ 0 đến 9."},
    .wrong = "\"decimals\": 10",
    .right = "\"decimals\": 2",
    .expected = {"a whole number from 0 to 9", "số nguyên từ 0 đến 9"}};
inline constexpr ProblemEntry id_name{
    .code = "id.name",
    .domain = ProblemEntry::Domain::values,
    .title = {"Not a valid id", "Mã không hợp lệ"},
    .meaning = {"An id consists of ASCII letters, digits, `.`, `_` and `-` only, because it also names columns of tables.",
                "Mã chỉ gồm chữ cái không dấu, chữ số và `.` `_` `-`, vì mã còn là tên cột trong bảng số liệu và bảng kết quả."},
    .remedy = {"Give a short id and write the full name in `label`.", "Đặt mã ngắn, không dấu; tên đầy đủ ghi ở `label`."},
    .wrong = "\"id\": \"a b\"",
    .right = "\"id\": \"a_b\"",
    .found = {"'{0}'", "'{0}'"}};
inline constexpr ProblemEntry id_duplicate{
    .code = "id.duplicate",
    .domain = ProblemEntry::Domain::values,
    .title = {"An id used twice", "Mã bị trùng"},
    .meaning =
        {"Every criterion and entry has its own id, and so does every class within its list, and every check among the checks.",
         "Mỗi tiêu chí, mục thưởng và mục trừ có mã riêng; mỗi mức xếp loại, mỗi phép kiểm tra có mã không trùng trong danh sách của nó."},
    .remedy = {"Change one of them.", "Đổi một trong hai mã."},
    .wrong = "{\"id\": \"good\", \"above\": 60",
    .right = "{\"id\": \"better\", \"above\": 60"};
inline constexpr const ProblemEntry* model_name_problems[] = {
    &option_duplicate, &option_name, &block_duplicate, &block_name,  &block_unknown,  &criterion_unknown, &fallback_none, &fallback_self,
    &track_duplicate,  &track_name,  &track_unknown,   &tracks_none, &decimals_range, &id_name,           &id_duplicate};
}
}
