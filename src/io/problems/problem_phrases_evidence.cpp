#include <io/problems/problem_words.hpp>

namespace chiso::inline CHISO_BUILD {
std::span<const ProblemPhrase> evidence_phrases() {
  static constexpr ProblemPhrase phrases[] = {
      // ---- columns
      // ---- cells
      {"a whole number", "số nguyên"},
      {"a number with at most {} decimals", "số có nhiều nhất {0} chữ số thập phân"},
      {"a number with at most 1 decimal", "số có nhiều nhất 1 chữ số thập phân"},
      {"{t} from {} to {}", "{0}, từ {1} đến {2}"},
      {"{t} of at least {}", "{0}, từ {1} trở lên"},
      {"{t} of at most {}", "{0}, nhiều nhất {1}"},
      // ---- what was asked for
      {"a file that can be read", "tệp đọc được"},
      {"a file that can be written", "tệp ghi được"},
      {"one of {} and {} more", "một trong: {0} và {1} tên khác"},
      {"none, for there are none", "không ghi tên, vì không có tên nào"},
  };
  return phrases;
}

std::span<const FoundPhrase> found_phrases() {
  static constexpr FoundPhrase phrases[] = {
      {"file.", "a folder", "một thư mục"},
      {"file.", "more than {} bytes", "hơn {0} byte"},
      {"file.", "a disk that takes nothing more", "ổ đĩa không nhận thêm"},
      {"file.", "No such file or directory", "tệp hoặc thư mục không tồn tại"},
      {"file.", "Not a directory", "tên giữa đường dẫn không phải thư mục"},
      {"file.", "Permission denied", "không có quyền"},
      {"file.", "Read-only file system", "ổ đĩa chỉ cho đọc"},
      {"file.", "No space left on device", "ổ đĩa đã đầy"},
      {"file.", "Input/output error", "lỗi đọc, ghi của ổ đĩa"},
      {"file.", "Broken pipe", "chương trình nhận đã đóng"},
      {"name.unknown", "unit '{}'", "đơn vị '{0}'"},
      {"name.unknown", "block '{}'", "khối '{0}'"},
      {"name.unknown", "period '{}'", "kỳ '{0}'"},
      {"name.unknown", "track '{}'", "bước chấm '{0}'"},
      {"name.unknown", "criterion or entry '{}'", "tiêu chí hoặc mục '{0}'"},
      {"json.", "an object", "một đối tượng"},
      {"json.", "a list", "một danh sách"},
      {"key.absent", "no {}", "thiếu {0}"},
      {"problems.limit", "more problems", "thêm lỗi"},
      {"problems.limit", "{} more problems", "thêm {0} lỗi"},
      {"", "an empty list", "danh sách trống"},
      {"text.utf8", "bytes that are no text", "byte không phải văn bản"},
  };
  return phrases;
}
}
