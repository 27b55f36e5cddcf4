#include <io/read/reading_options.hpp>
#include <io/text/unicode.hpp>

namespace chiso::inline CHISO_BUILD {
ReadingOptions cleaned(ReadingOptions options) {
  for (auto& word : options.missing_words) word = clean_name(word);
  for (auto& name : options.ignored_columns) name = clean_name(name);
  for (auto& [from, to] : options.rename) {
    from = clean_name(from);
    to = clean_name(to);
  }
  return options;
}

ReadingOptions before_the_heads(ReadingOptions options) {
  if (!options.decimal && options.thousands == '.') options.thousands.reset();
  return options;
}
}
