#include <chiso/core/error.hpp>
#include <chiso/evidence/bad_cells.hpp>
#include <chiso/evidence/cell_problems.hpp>
#include <io/read/reading_options.hpp>
#include <io/text/encoding.hpp>
#include <io/text/unicode.hpp>

namespace chiso::inline CHISO_BUILD {
ReadingOptions cleaned(ReadingOptions options) {
  for (auto& word : options.missing_words) word = clean_name(word);
  for (auto& name : options.ignored_columns) name = clean_name(name);
  for (auto* pairs : {&options.rename, &options.fill})
    for (auto& [from, to] : *pairs) {
      from = clean_name(from);
      to = clean_name(to);
    }
  return options;
}

TableBelow cleaned(TableBelow below) {
  below.unit = clean_name(below.unit);
  return below;
}

ReadingOptions before_the_heads(ReadingOptions options) {
  if (!options.decimal && options.thousands == '.') options.thousands.reset();
  return options;
}

void check_of_file(const ReadingOptions& options) {
  constexpr Words unfit{"the options of the reader do not fit together", "các tùy chọn đọc bảng không khớp nhau"};
  std::vector<Problem> problems;
  try {
    check(before_the_heads(options));
  } catch (const Error& error) {
    problems.assign(error.problems().begin(), error.problems().end());
  }
  if (!options.encoding.empty() && !is_encoding(options.encoding))
    problems.push_back(
        problem_at({.pointer = "/encoding"}, Severity::error, problems::option_encoding, {BadCells::excerpt(options.encoding)}));
  if (!problems.empty()) throw Error(unfit, std::move(problems));
}
}
