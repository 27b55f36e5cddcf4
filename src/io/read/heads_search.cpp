#include <algorithm>
#include <chiso/core/as_seen.hpp>
#include <chiso/core/text.hpp>
#include <chiso/evidence/usual_words.hpp>
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
/// The number or letter of a column, as a row below the heads gives it, from 1; 0 if a cell is none: `3`, `(3)`, `3=1+2`, `B`.
std::size_t number_of_column(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.starts_with('(') || cell.starts_with('[')) cell = trimmed(cell.substr(1));
  if (!cell.empty() && (cell.size() == 1 || cell.find_first_not_of(")] ", 1) == cell.npos)) {
    const char letter = cell.front();
    if (letter >= 'A' && letter <= 'Z') return static_cast<std::size_t>(letter - 'A') + 1;
    if (letter >= 'a' && letter <= 'z') return static_cast<std::size_t>(letter - 'a') + 1;
  }
  const auto digits = std::min(cell.find_first_not_of("0123456789"), cell.size());
  constexpr std::size_t most_digits = 3;
  if (digits == 0 || digits > most_digits) return 0;
  const auto rest = trimmed(cell.substr(digits));
  if (!rest.empty() && rest.find_first_not_of("0123456789=+-*/:%()[] ") != rest.npos) return 0;
  if (!rest.empty() && rest.front() != '=' && rest.find_first_not_of(")] ") != rest.npos && rest.find('=') == rest.npos) return 0;
  return static_cast<std::size_t>(std::stoul(std::string(cell.substr(0, digits))));
}
}

bool numbers_the_columns(std::span<const std::string> cells) {
  std::size_t filled = 0, last = 0;
  bool is_behind_letter = false;
  for (const auto& cell : cells) {
    if (trimmed(cell).empty()) continue;
    const auto number = number_of_column(cell);
    if (number == 0 || (filled > 0 && number != last + 1 && !(is_behind_letter && number == 1))) return false;
    last = number;
    is_behind_letter = cell.find_first_of("0123456789") == cell.npos;
    ++filled;
  }
  constexpr std::size_t fewest = 3;
  return filled >= fewest;
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
  constexpr std::ptrdiff_t fewest = 3;  // a row of so many cells is no title
  const bool may_be_heads = std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !trimmed(cell).empty(); }) >= fewest;
  for (std::size_t column = 0; column < looked_at; ++column) {
    const bool is_unit = may_be_heads && usual_column(cells[column]) == "unit";
    if (columns[column] != 0 || (!is_unit && !knows(cells[column]))) continue;
    columns[column] = 1;
    count += is_unit ? 2 : 1;
    names += (names.empty() ? "" : ", ") + as_seen(cells[column]);
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
  if (rows_ > 0 && numbers_the_columns(cells)) numbering_.emplace_back(line_before_, line);
  before_ = std::move(alone);
  line_before_ = line;
  ++rows_;
}
void HeadsSearch::add_numbers(HeadsBelow& heads) const {
  for (const auto& [before, line] : numbering_)
    if (before == heads.last) heads.last = line;
}
}
