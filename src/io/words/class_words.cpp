#include <algorithm>
#include <io/words/class_words.hpp>
#include <io/words/expression_words.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// The bands of a block, which may be its own, as they were written.
const std::vector<BandDraft>& bands_of(const Model& model, std::string_view block) {
  const auto& classes = *model.draft().classes;
  const auto own = std::find_if(classes.by_block.begin(), classes.by_block.end(), [&](const auto& entry) { return entry.first == block; });
  return own == classes.by_block.end() ? classes.bands : own->second;
}
}
std::string class_words(const Model& model, std::string_view block, std::string_view id, Language language) {
  return label_in(bands_of(model, block), id, language);
}
std::string requirement_words(const Model& model, std::string_view block, std::string_view id, Language language) {
  const auto& bands = bands_of(model, block);
  const auto band = std::find_if(bands.begin(), bands.end(), [&](const auto& one) { return one.id == id; });
  if (band == bands.end() || !band->requirement) return "";
  return ExpressionWords(model, language).of(*band->requirement, Type::truth).in_sentence();
}
}
