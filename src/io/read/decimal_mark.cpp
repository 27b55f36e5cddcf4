#include <chiso/core/text.hpp>
#include <chiso/evidence/reading_options.hpp>
#include <io/read/decimal_mark.hpp>
#include <io/text/unicode.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
std::optional<char> decimal_mark_of(std::string_view as_written) {
  const auto text = composed(as_written);
  std::string_view head = text;
  for (auto end = end_of_line(head); end != head.npos; end = end_of_line(head)) {
    head.remove_prefix(end + 1);
    const auto line = trimmed(head.substr(0, end_of_line(head)));
    for (const auto words : {decimal_mark_words.en, decimal_mark_words.vi}) {
      const auto mark = line.substr(line.starts_with(words) ? words.size() : line.size());
      if (mark.size() == 1 && decimal_marks.find(mark[0]) != decimal_marks.npos) return mark[0];
    }
  }
  return {};
}
}
