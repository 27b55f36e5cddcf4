#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace problems {
inline constexpr ProblemEntry json_comma{
    .code = "json.comma",
    .domain = ProblemEntry::Domain::text,
    .title = {"A comma missing or too much", "Thiếu hoặc thừa dấu phẩy"},
    .meaning = {"Members and elements are parted by one comma each; none follows the last.",
                "Các mục trong danh sách và đối tượng cách nhau bằng đúng một dấu phẩy; sau mục cuối không có dấu phẩy."},
    .remedy = {"Add the comma between the two, or take away the one before the closing bracket.",
               "Thêm dấu phẩy giữa hai mục, hoặc bỏ dấu phẩy trước ngoặc đóng."},
    .wrong = "\"chiso\": 1 \"id\": \"m\"",
    .right = "\"chiso\": 1, \"id\": \"m\""};
inline constexpr ProblemEntry json_control{
    .code = "json.control",
    .domain = ProblemEntry::Domain::text,
    .title = {"A control character in a text", "Ký tự điều khiển trong văn bản"},
    .meaning = {"A text in quotes holds a tab or another control character, mostly copied along from elsewhere.",
                "Văn bản trong dấu nháy chứa dấu tab hoặc ký tự điều khiển, thường do sao chép từ nơi khác."},
    .remedy = {"Delete it; a tab is written `\\t`, a line break `\\n`.", "Xóa ký tự đó; dấu tab viết là `\\t`, xuống dòng viết là `\\n`."},
    .wrong = "a\tb",
    .right = "a b"};
inline constexpr ProblemEntry json_depth{.code = "json.depth",
                                         .domain = ProblemEntry::Domain::text,
                                         .title = {"Brackets nested too deep", "Ngoặc lồng nhau quá sâu"},
                                         .meaning = {"A file has more than 256 brackets inside one another; no model needs as many.",
                                                     "Tệp có hơn 256 tầng ngoặc lồng nhau; không bộ tiêu chí nào cần nhiều như vậy."},
                                         .remedy = {"Look for brackets that open without need.", "Kiểm tra các ngoặc thừa."},
                                         .expected = {"at most {1} brackets inside one another", "tối đa {1} tầng ngoặc lồng nhau"}};
inline constexpr ProblemEntry json_empty{.code = "json.empty",
                                         .domain = ProblemEntry::Domain::text,
                                         .title = {"An empty file", "Tệp trống"},
                                         .meaning = {"The file of a model, or the text of a record, has nothing in it.",
                                                     "Tệp bộ tiêu chí, hoặc văn bản của bản ghi, không có nội dung."},
                                         .remedy = {"Check the path, or save the file again.", "Kiểm tra đường dẫn, hoặc lưu lại tệp."},
                                         .expected = {"an object in braces", "một đối tượng, đặt trong ngoặc nhọn"}};
inline constexpr ProblemEntry json_escape{
    .code = "json.escape",
    .domain = ProblemEntry::Domain::text,
    .title = {"An invalid escape", "Ký tự thoát không hợp lệ"},
    .meaning = {"A backslash in a text begins an escape, and JSON has only a few of them.",
                "Dấu gạch chéo ngược trong văn bản bắt đầu một ký tự thoát; JSON chỉ có một số ký tự thoát nhất định."},
    .remedy = {"A backslash itself is written twice: `\\\\`.", "Muốn viết chính dấu gạch chéo ngược thì viết hai lần: `\\\\`."},
    .wrong = "C:\\path \\u12G4 \\ud83d",
    .right = "C:\\\\path"};
inline constexpr ProblemEntry json_nul{.code = "json.nul",
                                       .domain = ProblemEntry::Domain::text,
                                       .title = {"A NUL character in a text", "Ký tự NUL trong văn bản"},
                                       .meaning = {"A text holds the character with code 0, which names and labels cannot have.",
                                                   "Văn bản chứa ký tự có mã 0, không dùng được trong tên và nhãn."},
                                       .remedy = {"Delete it.", "Xóa ký tự đó."},
                                       .wrong = "a\\u0000b",
                                       .right = "ab",
                                       .expected = {"none in a text", "bỏ ký tự này khỏi văn bản"}};
inline constexpr ProblemEntry json_syntax{
    .code = "json.syntax",
    .domain = ProblemEntry::Domain::text,
    .title = {"No JSON", "Sai cú pháp JSON"},
    .meaning = {"At the place that is named the file is no JSON, so what follows cannot be understood.",
                "Tại vị trí được chỉ ra, tệp không đúng cú pháp JSON, nên không đọc được phần sau."},
    .remedy = {"Mend it at the line and column. Comments are not allowed (there is `note`); the decimal mark is a point.",
               "Sửa tại dòng và cột được chỉ ra. Không được viết chú thích (dùng `note`); dấu thập phân là dấu chấm."},
    .wrong = "// the format",
    .right = ""};
inline constexpr ProblemEntry json_trailing{
    .code = "json.trailing",
    .domain = ProblemEntry::Domain::text,
    .title = {"Something after the model", "Còn nội dung sau bộ tiêu chí"},
    .meaning = {"After the closing bracket of the model there is more text; a file holds one model.",
                "Sau ngoặc đóng của bộ tiêu chí vẫn còn văn bản; một tệp chỉ chứa một bộ tiêu chí."},
    .remedy = {"Delete the rest, or make it a file of its own.", "Xóa phần thừa, hoặc tách thành tệp khác."},
    .wrong = "{}",
    .right = "",
    .expected = {"nothing after the model", "không ghi gì sau bộ tiêu chí"}};
inline constexpr ProblemEntry json_value{
    .code = "json.value",
    .domain = ProblemEntry::Domain::text,
    .title = {"No value of JSON", "Giá trị không hợp lệ"},
    .meaning = {"A value is a number, a text in double quotes, `true`, `false`, a list or an object.",
                "Giá trị phải là số, văn bản trong dấu nháy kép, `true`, `false`, danh sách hoặc đối tượng."},
    .remedy = {"Put a text in double quotes; write `true` and `false` in small letters; no + and no 0 before a number.",
               "Đặt văn bản trong dấu nháy kép; viết `true`, `false` bằng chữ thường; bỏ số 0 và dấu + ở đầu số."},
    .wrong = "\"odd\": NaN",
    .right = "\"odd\": 1",
    .expected = {"a number, a text in double quotes, true, false, a list or an object",
                 "số, văn bản trong dấu nháy kép, true, false, danh sách hoặc đối tượng"}};
inline constexpr const ProblemEntry* syntax_problems[] = {&json_comma, &json_control, &json_depth,    &json_empty, &json_escape,
                                                          &json_nul,   &json_syntax,  &json_trailing, &json_value};
}
}
