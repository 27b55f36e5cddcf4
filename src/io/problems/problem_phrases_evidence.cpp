#include <io/problems/problem_words.hpp>

namespace chiso::inline CHISO_BUILD {
std::span<const ProblemPhrase> evidence_phrases() {
  static constexpr ProblemPhrase phrases[] = {
      // ---- columns
      {"a frame that was read with keep_default_na=False, na_values=['']", "bảng đọc với keep_default_na=False, na_values=['']"},
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
      {"one of the units, {} in all", "tên một trong {0} đơn vị"},
      {"a row of the evidence", "một dòng có trong bảng số liệu"},
      {"one of its rows: {}", "một trong các dòng của đơn vị: {0}"},
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
      {"row.absent", "no row of any unit", "thiếu dòng số liệu"},
      {"row.absent", "no row of unit '{}', period '{}', track '{}'", "thiếu dòng của đơn vị '{0}', kỳ '{1}', bước chấm '{2}'"},
      {"row.absent", "no row of block '{}', period '{}', track '{}'", "thiếu dòng của khối '{0}', kỳ '{1}', bước chấm '{2}'"},
      {"json.", "an object", "một đối tượng"},
      {"json.", "a list", "một danh sách"},
      {"json.depth", "a {} within itself", "{0} nằm trong chính nó"},
      {"json.depth", "{} within itself", "{0} nằm trong chính nó"},
      {"key.absent", "no {}", "thiếu {0}"},
      {"problems.limit", "more problems", "thêm lỗi"},
      {"problems.limit", "{} more problems", "thêm {0} lỗi"},
      {"", "an empty list", "danh sách trống"},
      {"text.utf8", "bytes that are no text", "byte không phải văn bản"},
      {"frame.lost_words", "{} missing cells, and pandas.read_csv reads its option {} as missing",
       "{0} ô thiếu số liệu, mà pandas.read_csv đọc phương án {1} thành ô thiếu"},
  };
  return phrases;
}
}
