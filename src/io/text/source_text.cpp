#include <algorithm>
#include <chiso/core/text.hpp>
#include <io/text/source_text.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::size_t stride = 256;
}
void SourceText::index() {
  lines_.push_back(0);
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (i % stride == 0) characters_.push_back(characters);
    if (text_[i] == '\n') lines_.push_back(i + 1);
    if ((text_[i] & 0xC0) != 0x80) ++characters;
  }
  characters_.push_back(characters);
}

std::size_t SourceText::characters_before(std::size_t offset) const {
  const std::size_t mark = std::min(offset / stride, characters_.size() - 1);
  const std::size_t from = std::min(mark * stride, offset);
  return characters_[mark] + code_points(text_.substr(from, offset - from));
}

void SourceText::put(Place& place, std::size_t offset) {
  if (lines_.empty()) index();
  offset = std::min(offset, text_.size());
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset) - 1;
  place.line = static_cast<std::size_t>(line - lines_.begin()) + 1;
  place.column = characters_before(offset) - characters_before(*line) + 1;
}

std::string_view without_byte_order_mark(std::string_view text) {
  while (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}
}
