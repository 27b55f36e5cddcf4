#include <bit>
#include <cstdint>
#include <cstring>
#include <io/text/plain_csv.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// The places among eight bytes, as high bits, at which one of a few characters stands.
class PlacesOf {
 public:
  explicit PlacesOf(char delimiter) : delimiter_(ones * static_cast<unsigned char>(delimiter)) {}
  std::uint64_t in(const char* eight) const {
    std::uint64_t text = 0;
    std::memcpy(&text, eight, 8);
    if constexpr (std::endian::native == std::endian::big) text = reversed(text);
    return ~((beside_zero(text ^ delimiter_) & beside_zero(text ^ (ones * '\n'))) &
             (beside_zero(text ^ (ones * '\r')) & beside_zero(text ^ (ones * '"')))) &
           high_bits;
  }

 private:
  static constexpr std::uint64_t high_bits = 0x8080808080808080U, ones = 0x0101010101010101U;
  /// A high bit for each byte that is not 0.
  static std::uint64_t beside_zero(std::uint64_t bytes) { return ((bytes & ~high_bits) + ~high_bits) | bytes; }
  static std::uint64_t reversed(std::uint64_t bytes) {
    std::uint64_t out = 0;
    for (int i = 0; i < 8; ++i, bytes >>= 8) out = (out << 8) | (bytes & 0xFF);
    return out;
  }
  std::uint64_t delimiter_;
};
}

std::size_t PlainCsv::split_row(std::string_view text, std::size_t from, std::string_view* into) const {
  const PlacesOf places(delimiter_);
  const auto* const data = text.data();
  std::size_t start = from, at = from, cells = 0;
  while (at + 8 <= text.size()) {
    auto found = places.in(data + at);
    bool is_behind_quotes = false;
    while (found != 0) {
      const auto here = at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
      found &= found - 1;
      const char c = data[here];
      if (c == '"') {
        if (here != start) return 0;
        const auto quote = text.find('"', here + 1);
        if (quote == text.npos || quote + 1 >= text.size() || cells == columns_) return 0;
        const char behind = data[quote + 1];
        if (behind != delimiter_ && behind != '\n' && behind != '\r') return 0;
        into[cells++] = text.substr(here + 1, quote - here - 1);
        start = at = quote + 2;
        if (behind != delimiter_) return cells == columns_ ? start : 0;
        is_behind_quotes = true;
        break;
      }
      if (cells == columns_) return 0;
      into[cells++] = {data + start, here - start};
      start = here + 1;
      if (c != delimiter_) return cells == columns_ ? start : 0;
    }
    if (!is_behind_quotes) at += 8;
  }
  return 0;
}

void PlainCsv::split(std::string_view text, std::size_t from, std::size_t most) {
  ends_.clear();
  from_ = from;
  by_row_.resize(most * columns_);
  while (ends_.size() < most) {
    while (from < text.size() && (text[from] == '\n' || text[from] == '\r')) ++from;
    const auto next = split_row(text, from, by_row_.data() + ends_.size() * columns_);
    if (next == 0) return;
    ends_.push_back(from = next);
  }
}

std::span<const std::string_view> PlainCsv::cells() {
  by_column_.resize(rows() * columns_);
  for (std::size_t row = 0; row < rows(); ++row)
    for (std::size_t column = 0; column < columns_; ++column) by_column_[column * rows() + row] = by_row_[row * columns_ + column];
  return by_column_;
}
}
