#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace problems {
inline constexpr ProblemEntry lists_limit{
    .code = "lists.limit",
    .domain = ProblemEntry::Domain::model,
    .title = {"Too many items in lists", "Các danh sách quá dài"},
    .meaning = {"Measures, options, tracks, blocks, tiers, bands and whatever else stands in lists are at most 250,000 in all.",
                "Số liệu, phương án, bước chấm, khối, mức điểm, mức xếp loại và mọi thứ khác trong các danh sách có tổng cộng tối đa "
                "250.000 phần tử."},
    .remedy = {"Delete what is not needed, or split it into several models.", "Xóa những gì không cần, hoặc tách thành nhiều bộ tiêu chí."},
    .found = {"one item more", "một phần tử danh sách vượt giới hạn"},
    .expected = {"at most {0} items in the lists of a model", "tối đa {0} phần tử trong các danh sách của bộ tiêu chí"}};
inline constexpr ProblemEntry json_size{
    .code = "json.size",
    .domain = ProblemEntry::Domain::text,
    .title = {"A JSON text that is too large", "Văn bản JSON quá lớn"},
    .meaning = {"A model file, or a text of records, has at most 8 MiB.",
                "Tệp bộ tiêu chí, hoặc văn bản của các bản ghi, có tối đa 8 MiB."},
    .remedy = {"Take what is no model out of `meta`, or check whether it is the right file. Give many records "
               "as CSV, or in parts.",
               "Bỏ dữ liệu không thuộc bộ tiêu chí khỏi `meta`, hoặc kiểm tra xem có nhầm tệp không. Nếu có "
               "nhiều bản ghi, dùng CSV hoặc chia thành nhiều phần."},
    .found = {"{0} bytes", "{0} byte"},
    .expected = {"at most 8 MiB", "tối đa 8 MiB"}};
inline constexpr ProblemEntry json_utf8{
    .code = "json.utf8",
    .domain = ProblemEntry::Domain::text,
    .title = {"A JSON text that is not UTF-8", "Văn bản JSON không ở bảng mã UTF-8"},
    .meaning = {"The text has bytes that are no UTF-8; mostly it was saved in an older code.",
                "Văn bản có byte không thuộc bảng mã UTF-8, thường do lưu ở bảng mã cũ (TCVN3, VNI, Windows-1258)."},
    .remedy = {"Open the file and save it as UTF-8.", "Mở tệp và lưu lại với bảng mã UTF-8."},
    .found = {"the byte 0x{0}", "byte 0x{0}"},
    .expected = {"UTF-8", "bảng mã UTF-8"}};
inline constexpr ProblemEntry format_newer{
    .code = "format.newer",
    .domain = ProblemEntry::Domain::values,
    .title = {"A file of a newer format", "Tệp thuộc định dạng mới hơn"},
    .meaning = {"The file was written for a newer chiso; this one does not know all that it means and so reads nothing of it.",
                "Tệp được viết cho phiên bản chiso mới hơn; phiên bản này không hiểu hết nội dung nên không đọc."},
    .remedy = {"Use a newer chiso.", "Dùng phiên bản chiso mới hơn."},
    .wrong = "\"chiso\": 2",
    .right = "\"chiso\": 1",
    .expected = {"at most {1}: a newer chiso reads it", "phiên bản không quá {1}, vì chiso mới hơn mới đọc được"}};
inline constexpr ProblemEntry json_type{
    .code = "json.type",
    .domain = ProblemEntry::Domain::values,
    .title = {"A value of a wrong kind", "Giá trị sai kiểu"},
    .meaning = {"The key takes another kind of value: a number, a text, a list or an object.",
                "Khóa này cần kiểu giá trị khác: số, văn bản, danh sách hoặc đối tượng."},
    .remedy = {"Correct it as suggested. Numbers stand without quotes, texts in double quotes, lists in `[ ]`.",
               "Sửa theo gợi ý. Số viết không có dấu nháy, văn bản trong dấu nháy kép, danh sách trong `[ ]`."},
    .wrong = "\"points\": \"2\"",
    .right = "\"points\": 2"};
inline constexpr ProblemEntry key_absent{.code = "key.absent",
                                         .domain = ProblemEntry::Domain::values,
                                         .title = {"A required key is missing", "Thiếu khóa bắt buộc"},
                                         .meaning = {"The object lacks a key that it must have.", "Đối tượng thiếu một khóa bắt buộc."},
                                         .remedy = {"Add the key that is named.", "Thêm khóa được nêu trong thông báo."},
                                         .wrong = "{",
                                         .right = "{ \"id\": \"m\", \"chiso\": 1,"};
inline constexpr ProblemEntry key_reserved{
    .code = "key.reserved",
    .domain = ProblemEntry::Domain::values,
    .title = {"A key kept for a later format", "Khóa dành cho định dạng sau"},
    .meaning = {"The key is kept for a later format and means nothing yet.", "Khóa này được dành cho định dạng sau, hiện chưa có ý nghĩa."},
    .remedy = {"Leave it out; what is your own stands in `meta`.", "Bỏ khóa này; thông tin riêng ghi ở `meta`."},
    .wrong = "\"extends\": \"other\",",
    .right = "",
    .expected = {"no such key before a later format defines it", "bỏ khóa này: nó dành cho định dạng sau"}};
inline constexpr ProblemEntry key_unknown{
    .code = "key.unknown",
    .domain = ProblemEntry::Domain::values,
    .title = {"An unknown key", "Khóa không có trong định dạng"},
    .meaning = {"The object has a key that the format does not know. It is not ignored: a misspelt key would lose a rule.",
                "Đối tượng có một khóa không thuộc định dạng. chiso không tự bỏ qua, vì nếu khóa ghi sai tên thì một quy định sẽ bị mất."},
    .remedy = {"Correct it as suggested, delete it, or put what is your own into `meta`.",
               "Sửa tên theo gợi ý, xóa khóa, hoặc ghi thông tin riêng ở `meta`."},
    .wrong = "\"point\": 2",
    .right = "\"points\": 2",
    .found = {"'{0}'", "'{0}'"},
    .expected = {"one of {1}", "một trong: {1}"},
    .marks = ProblemEntry::Marks::key};
inline constexpr ProblemEntry meta_depth{
    .code = "meta.depth",
    .domain = ProblemEntry::Domain::values,
    .title = {"`meta` nested too deep", "`meta` lồng nhau quá sâu"},
    .meaning = {"`meta` holds at most 64 levels of lists and objects.", "`meta` chứa danh sách và đối tượng lồng nhau tối đa 64 tầng."},
    .remedy = {"Make `meta` simpler.", "Đơn giản hóa `meta`."},
    .found = {"one level more", "một tầng vượt giới hạn"},
    .expected = {"at most {0} levels of lists and objects", "tối đa {0} tầng danh sách và đối tượng"}};
inline constexpr ProblemEntry number_form{
    .code = "number.form",
    .domain = ProblemEntry::Domain::values,
    .title = {"A number in a wrong form", "Số viết không đúng dạng"},
    .meaning = {"A number is a plain decimal of at most 18 digits, without an exponent, so that every digit is kept.",
                "Số phải là số thập phân thường, tối đa 18 chữ số, không có số mũ, để giữ đúng từng chữ số."},
    .remedy = {"Write it out: `1000` for `1e3`, `0.5` for `.5`.", "Viết đầy đủ các chữ số: `1000` thay cho `1e3`, `0.5` thay cho `.5`."},
    .wrong = "\"points\": +2",
    .right = "\"points\": 2",
    .expected = {"a plain decimal of at most 18 digits, without an exponent", "số thập phân thường, tối đa 18 chữ số, không có số mũ"}};
inline constexpr ProblemEntry number_whole{
    .code = "number.whole",
    .domain = ProblemEntry::Domain::values,
    .title = {"A whole number is needed", "Cần số nguyên"},
    .meaning = {"The key takes a whole number of at most 9 digits.", "Khóa này là số nguyên, tối đa 9 chữ số."},
    .remedy = {"Give a whole number.", "Ghi số nguyên."},
    .wrong = "\"chiso\": 1.5",
    .right = "\"chiso\": 1",
    .expected = {"a whole number of at most 9 digits", "số nguyên, tối đa 9 chữ số"}};
inline constexpr ProblemEntry rule_unknown{
    .code = "rule.unknown",
    .domain = ProblemEntry::Domain::values,
    .title = {"No such rule", "Không có cách chấm này"},
    .meaning = {"The `type` of a rule is none that chiso knows.", "`type` của cách chấm không phải là một trong các loại mà chiso có."},
    .remedy = {"Correct it as suggested; see the [list of rules](../guide/rules.md).",
               "Sửa theo gợi ý; xem [danh sách các cách chấm](../guide/rules.md)."},
    .wrong = "\"type\": \"proportion\"",
    .right = "\"type\": \"proportional\"",
    .found = {"'{0}'", "'{0}'"},
    .expected = {"one of {1}", "một trong: {1}"}};
inline constexpr ProblemEntry check_unknown{.code = "check.unknown",
                                            .domain = ProblemEntry::Domain::values,
                                            .title = {"No such check", "Không có phép kiểm tra này"},
                                            .meaning = {"The `type` of a check is none that chiso knows.",
                                                        "`type` của phép kiểm tra không phải là một trong các loại mà chiso có."},
                                            .remedy = {"Take one of those that are listed.", "Chọn một trong các loại được liệt kê."},
                                            .wrong = "\"type\": \"unusal\"",
                                            .right = "\"type\": \"unusual\"",
                                            .found = {"'{0}'", "'{0}'"},
                                            .expected = {"one of {1}", "một trong: {1}"}};
inline constexpr ProblemEntry value_unknown{.code = "value.unknown",
                                            .domain = ProblemEntry::Domain::values,
                                            .title = {"A word that is no choice", "Từ không thuộc các từ cho phép"},
                                            .meaning = {"The key takes one of a few words.", "Khóa này chỉ nhận một trong vài từ cố định."},
                                            .remedy = {"Take one of those that are listed.", "Chọn một trong các từ được liệt kê."},
                                            .wrong = "\"choise\"",
                                            .right = "\"choice\"",
                                            .found = {"'{0}'", "'{0}'"},
                                            .expected = {"one of {1}", "một trong: {1}"}};
inline constexpr const ProblemEntry* value_problems[] = {&lists_limit,  &json_size,    &json_utf8,     &format_newer, &json_type,
                                                         &key_absent,   &key_reserved, &key_unknown,   &meta_depth,   &number_form,
                                                         &number_whole, &rule_unknown, &check_unknown, &value_unknown};
}
}
