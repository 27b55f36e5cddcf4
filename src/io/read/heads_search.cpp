#include <algorithm>
#include <chiso/core/as_seen.hpp>
#include <chiso/core/text.hpp>
#include <io/read/heads_search.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Whether a cell of a row is a number, which no head is.
bool has_a_number(std::span<const std::string> cells) {
  return std::any_of(cells.begin(), cells.end(), [](std::string_view cell) {
    cell = trimmed(cell);
    return !cell.empty() && cell.find_first_not_of("0123456789.,- ") == cell.npos;
  });
}
}

HeadLabels::HeadLabels(const std::vector<std::pair<std::string, MeasureDraft>>& measures) {
  for (const auto& [name, measure] : measures)
    if (measure.about.label)
      for (const auto language : {Text::Language::vi, Text::Language::en})
        labels_.insert(lower_case(as_seen(measure.about.label->in(language))));
}
bool HeadLabels::has(std::string_view head) const { return labels_.contains(lower_case(as_seen(head))); }

HeadsSearch::HeadsSearch(std::size_t known, KnowsName knows) : knows_(std::move(knows)), most_(std::max<std::size_t>(known, 1)) {}

void HeadsSearch::start() {
  rows_ = line_before_ = 0;
  before_ = {};
}

void HeadsSearch::Known::add(std::span<const std::string> cells, const KnowsName& knows) {
  constexpr std::size_t most_columns = 1000;
  const auto looked_at = std::min(cells.size(), most_columns);
  columns.resize(std::max(columns.size(), looked_at));
  for (std::size_t column = 0; column < looked_at; ++column) {
    if (columns[column] != 0 || !knows(cells[column])) continue;
    columns[column] = 1;
    ++count;
    names += (names.empty() ? "" : ", ") + cells[column];
  }
}

void HeadsSearch::add(std::size_t line, std::span<const std::string> cells, Row row) {
  if (is_over()) return;
  Known alone;
  alone.add(cells, knows_);
  const auto known_before = before_.count;
  before_.add(cells, knows_);
  if (alone.count > most_ && row == Row::below) {
    most_ = alone.count;
    best_ = {line, line, alone.names};
  }
  // A row may hold an option that is called as a measure is: the second line of heads adds more than one name, and has no figure.
  if (rows_ > 0 && before_.count > most_ && before_.count > known_before + 1 && !has_a_number(cells)) {
    most_ = before_.count;
    best_ = {line_before_, line, before_.names};
  }
  before_ = std::move(alone);
  line_before_ = line;
  ++rows_;
}
}
