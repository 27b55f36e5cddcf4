#include <algorithm>
#include <io/words/class_words.hpp>

namespace chiso::inline CHISO_BUILD {
std::string class_words(const Model& model, std::string_view block, std::string_view id, Language language) {
  const auto& classes = *model.draft().classes;
  const auto own = std::find_if(classes.by_block.begin(), classes.by_block.end(), [&](const auto& entry) { return entry.first == block; });
  return label_in(own == classes.by_block.end() ? classes.bands : own->second, id, language);
}
}
