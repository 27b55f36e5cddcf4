#include <algorithm>
#include <io/words/missing_words.hpp>

namespace chiso::inline CHISO_BUILD {
std::string missing_elsewhere_words(const ValueWords& values, const Model& model, const ReadValue& read,
                                    std::span<const std::size_t> tables_not_given, Language language) {
  const auto in = [&](const Words& words) { return std::string(words.in(language)); };
  const auto of = [&](const Words& words, const std::string& table) {
    return fill(words.in(language), [&](std::string_view) -> HoleText { return {.phrase = {table, {}}}; }).text;
  };
  constexpr Words no_row{.en = "a row in the previous period", .vi = "dòng số liệu của kỳ trước"};
  if (read.from == Op::previous) return in(no_row);
  const auto& derived = model.derived();
  const bool before = read.from == Op::previous_below;
  if (read.from != Op::below && !before) return values.name(read);
  const auto& term = derived.below[before ? derived.previous_below[read.place] : read.place];
  const auto table = values.expressions().quoted(values.expressions().table(term.table));
  constexpr Words not_given{.en = "the table {}, which was not given", .vi = "bảng {}, chưa được cung cấp"},
      cell{.en = "a cell in the table {}", .vi = "một ô trong bảng {}"},
      row{.en = "a cell in the table {}, or a row that counts", .vi = "một ô trong bảng {}, hoặc một dòng được tính"},
      of_before{.en = " in the previous period", .vi = " ở kỳ trước"};
  if (std::find(tables_not_given.begin(), tables_not_given.end(), term.table) != tables_not_given.end()) return of(not_given, table);
  const bool needs_a_row = term.function != CohortFunction::sum && term.function != CohortFunction::count;
  return of(needs_a_row ? row : cell, table) + (before ? in(of_before) : "");
}
}
