#include <array>
#include <cerrno>
#include <io/text/file_problems.hpp>
#include <system_error>

namespace chiso::inline CHISO_BUILD {
namespace {
/// What the system says in English is said in both languages where it is usual.
struct SystemReason {
  int number;
  std::string_view vi;
};
constexpr std::array<SystemReason, 7> usual{{{ENOENT, "tệp hoặc thư mục không tồn tại"},
                                             {ENOTDIR, "tên giữa đường dẫn không phải thư mục"},
                                             {EACCES, "không có quyền"},
                                             {EROFS, "ổ đĩa chỉ cho đọc"},
                                             {ENOSPC, "ổ đĩa đã đầy"},
                                             {EIO, "lỗi đọc, ghi của ổ đĩa"},
                                             {EPIPE, "chương trình nhận đã đóng"}}};
}

FileError file_error(const ProblemEntry& entry, const std::string& name, Argument reason) {
  return {problem_at({.pointer = name}, Severity::error, entry, {std::move(reason)}), 0};
}
FileError file_error(const ProblemEntry& entry, const std::string& name, int error_number) {
  constexpr Words system{"{0}", "{1}"};
  const auto english = std::generic_category().message(error_number);
  auto vietnamese = english;
  for (const auto& one : usual)
    if (one.number == error_number) vietnamese = one.vi;
  return {problem_at({.pointer = name}, Severity::error, entry, {{system, {english, vietnamese}}}), error_number};
}
}
