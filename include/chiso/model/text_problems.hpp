#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry text_blanks{
    .code = "text.blanks",
    .domain = ProblemEntry::Domain::text,
    .title = {"White space around a text", "Khoảng trắng thừa quanh văn bản"},
    .meaning = {"A model made in code has a text that begins or ends with white space; two names that look alike would differ.",
                "Bộ tiêu chí do chương trình tạo ra có văn bản thừa khoảng trắng ở đầu hoặc cuối; hai tên trông giống nhau sẽ bị coi là "
                "khác nhau."},
    .remedy = {"Trim the text first. Readers of files do this automatically.",
               "Bỏ khoảng trắng thừa trước khi đưa vào. Khi đọc từ tệp, chiso tự bỏ."},
    .found = {"'{0}'", "'{0}'"},
    .expected = {"no white space around it", "bỏ khoảng trắng ở đầu và cuối"}};
inline constexpr ProblemEntry text_composed{
    .code = "text.composed",
    .domain = ProblemEntry::Domain::text,
    .title = {"A text that is not composed", "Văn bản ở dạng Unicode tổ hợp"},
    .meaning = {"Letters and their marks are written as separate characters (NFD); two names that look alike would differ.",
                "Chữ cái và dấu được lưu thành các ký tự riêng (Unicode tổ hợp, NFD); hai tên trông giống nhau sẽ bị coi là khác nhau."},
    .remedy = {"Convert the text to NFC first. Readers of files do this automatically.",
               "Chuyển văn bản về Unicode dựng sẵn (NFC) trước khi đưa vào. Khi đọc từ tệp, chiso tự chuyển."},
    .found = {"'{0}'", "'{0}'"},
    .expected = {"the composed form of Unicode, NFC", "dạng Unicode dựng sẵn (NFC)"}};
inline constexpr ProblemEntry text_utf8{
    .code = "text.utf8",
    .domain = ProblemEntry::Domain::text,
    .title = {"Text that is not UTF-8", "Văn bản không ở bảng mã UTF-8"},
    .meaning = {"Some bytes are not valid UTF-8; usually the table was saved as CSV in an older encoding.",
                "Có byte không thuộc bảng mã UTF-8, thường do bảng được lưu thành CSV với bảng mã cũ."},
    .remedy = {"Save it again as 'CSV UTF-8'.", "Lưu lại ở dạng 'CSV UTF-8'."}};
inline constexpr const ProblemEntry* model_text_problems[] = {&text_blanks, &text_composed, &text_utf8};
}

/// Bytes that are not text, and what is expected instead.
namespace phrases {
inline constexpr Words bytes_of_no_text{"bytes that are no text", "byte không phải văn bản"}, utf8{"UTF-8", "bảng mã UTF-8"};
}
}
