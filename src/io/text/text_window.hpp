#pragma once
#include <algorithm>
#include <chiso/core/utf8.hpp>
#include <cstddef>
#include <cstdint>
#include <io/text/file_pieces.hpp>
#include <io/text/unicode.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// A file of which a part is in memory: whole lines from some place on.
class TextWindow {
 public:
  explicit TextWindow(FilePieces file) : file_(std::move(file)) { read_on(0); }

  /// Lines of the file; of its end all that is left.
  std::string_view text() const { return std::string_view(room_).substr(0, shown_); }
  std::uintmax_t size_of_file() const { return file_.size(); }
  /// Shows more of the file from a place of the text on, which is then its beginning; false at the end of the file.
  bool read_on(std::size_t from) {
    if (is_whole_) return false;
    room_.erase(0, from);
    shown_ -= from;
    const auto whole_lines = shown_;
    do {
      const auto before = room_.size();
      room_.resize(std::max(2 * before, piece));
      room_.resize(before + file_.read(room_.data() + before, room_.size() - before));
      is_whole_ = room_.size() < std::max(2 * before, piece);
      shown_ = is_whole_ ? room_.size() : room_.rfind('\n') + 1;  // 0 if there is none
    } while (!is_whole_ && shown_ <= whole_lines);
    const auto added = text().substr(whole_lines);
    is_text_ = is_text_ && unicode::first_bad_byte(added) == added.size() && added.find('\0') == added.npos;
    return true;
  }
  /// Whether all that was shown is UTF-8 without NUL.
  bool is_text() const { return is_text_; }
  /// Whether the file ends with the text.
  bool is_whole() const { return is_whole_; }

 private:
  static constexpr std::size_t piece = std::size_t{2} << 20;
  FilePieces file_;
  std::string room_{};
  std::size_t shown_ = 0;
  bool is_text_ = true, is_whole_ = false;
};
}
