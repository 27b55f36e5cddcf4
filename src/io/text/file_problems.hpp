#pragma once
#include <chiso/core/error.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry file_read{
    .code = "file.read",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A file that cannot be read", "Không đọc được tệp"},
    .meaning = {"The file is not there, may not be read, or is something else than a file of a reasonable size. Nothing was done.",
                "Tệp không tồn tại, không có quyền đọc, tên này không phải là tệp hoặc tệp quá lớn. Chương trình chưa làm gì."},
    .remedy = {"Check the name and the folder, and who may read the file.", "Kiểm tra tên tệp, thư mục và quyền đọc."},
    .expected = {"a file that can be read", "tệp đọc được"}};
inline constexpr ProblemEntry file_write{
    .code = "file.write",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A file that cannot be written", "Không ghi được tệp"},
    .meaning = {"The folder is not there, may not be written to, or the disk is full. A file that was there before is as it was.",
                "Thư mục không tồn tại, không có quyền ghi hoặc ổ đĩa đã đầy. Tệp có từ trước vẫn giữ nguyên."},
    .remedy = {"Check the folder and who may write there, or make room.", "Kiểm tra thư mục và quyền ghi, hoặc giải phóng ổ đĩa."},
    .expected = {"a file that can be written", "tệp ghi được"}};
inline constexpr const ProblemEntry* file_problems[] = {&file_read, &file_write};
}

/// The error of a file, with a reason in words, or with what the system said (errno).
CHISO_EXPORT FileError file_error(const ProblemEntry& entry, const std::string& name, Argument reason);
CHISO_EXPORT FileError file_error(const ProblemEntry& entry, const std::string& name, int error_number);
}
