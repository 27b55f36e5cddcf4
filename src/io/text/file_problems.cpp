#include <array>
#include <cerrno>
#include <io/text/file_problems.hpp>
#include <system_error>

namespace chiso::inline CHISO_BUILD {
namespace {
/// The usual reasons why files fail, in the words of the system and in Vietnamese.
struct SystemReason {
  int number;
  Words words;
};
constexpr std::array<SystemReason, 7> usual{{{ENOENT, {"No such file or directory", "tệp hoặc thư mục không tồn tại"}},
                                             {ENOTDIR, {"Not a directory", "tên giữa đường dẫn không phải thư mục"}},
                                             {EACCES, {"Permission denied", "không có quyền"}},
                                             {EROFS, {"Read-only file system", "ổ đĩa chỉ cho đọc"}},
                                             {ENOSPC, {"No space left on device", "ổ đĩa đã đầy"}},
                                             {EIO, {"Input/output error", "lỗi đọc, ghi của ổ đĩa"}},
                                             {EPIPE, {"Broken pipe", "chương trình nhận đã đóng"}}}};
Argument reason_of(int error_number) {
  for (const auto& [number, words] : usual)
    if (number == error_number) return words;
  return std::generic_category().message(error_number);
}
}

FileError file_error(const ProblemEntry& entry, const std::string& name, Argument reason) {
  return {problem_at({.pointer = name}, Severity::error, entry, {std::move(reason)}), 0};
}
FileError file_error(const ProblemEntry& entry, const std::string& name, int error_number) {
  return {problem_at({.pointer = name}, Severity::error, entry, {reason_of(error_number)}), error_number};
}
}
