#pragma once
#include <algorithm>
#include <chiso/evidence/impl/named_rows.ipp>
#include <chiso/evidence/impl/sum_rows.ipp>
#include <chiso/evidence/odd_row_problems.hpp>
#include <chiso/evidence/usual_words.hpp>
#include <limits>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// Whether a missing figure leaves every row incomplete that needs it, so that nothing is scored in silence where it is.
CHISO_INLINE bool missing_is_told(const Model& model) {
  const auto& nodes = model.nodes();
  return std::all_of(nodes.begin(), nodes.end(),
                     [](const Criterion& node) { return !node.is_leaf() || node.policies.missing == WhenMissing::incomplete; });
}
/// The rows without a value, or the word that it does not apply, in any column that is read. Of a single column, only where a missing
/// figure is counted: elsewhere a blank there is a figure that was not reported, which is told by the row. O(rows), and more only where
/// cells are missing.
CHISO_INLINE std::vector<std::size_t> rows_without_a_measure(const Evidence& evidence) {
  const auto& data = EvidenceAssembly::data(evidence);
  std::vector<const EvidenceColumn*> columns;
  for (const auto& column : data.measures) columns.push_back(column.get());
  for (const auto& column : data.stated)
    if (column) columns.push_back(column.get());
  std::vector<std::size_t> out;
  const auto full = [](const EvidenceColumn* column) { return column->statistics.of_state[static_cast<std::size_t>(State::missing)] == 0; };
  if (columns.size() == 1 && data.tables.empty() && missing_is_told(evidence.model())) return out;
  if (columns.empty() || std::any_of(columns.begin(), columns.end(), full)) return out;
  for (std::size_t row = 0; row < evidence.rows(); ++row)
    if (columns[0]->state(row) == State::missing) out.push_back(row);
  for (const auto* column : columns) std::erase_if(out, [&](std::size_t row) { return column->state(row) != State::missing; });
  for (const auto& table : data.tables) {  // a unit may have all of its evidence below it
    if (!table || out.empty()) continue;
    std::vector<std::uint8_t> has_rows(evidence.units().size());
    for (const auto& group : table->groups) has_rows[group.unit] = 1;
    std::erase_if(out, [&](std::size_t row) { return has_rows[evidence.unit_of_row()[row]] != 0; });
  }
  return out;
}

/// The first row of each unit that is called so. O(letters of the units).
CHISO_INLINE std::vector<std::size_t> rows_named_as_totals(const Evidence& evidence) {
  std::string key;
  std::vector<std::size_t> out;
  const auto of_row = evidence.unit_of_row();
  for (std::size_t unit = 0; unit < evidence.units().size(); ++unit)
    if (is_named_as_a_total(evidence.units()[unit], key))
      out.push_back(static_cast<std::size_t>(std::find(of_row.begin(), of_row.end(), unit) - of_row.begin()));
  std::sort(out.begin(), out.end());
  return out;
}

/// Whether a row, the first of a table of several, numbers the columns: the number of each cell, or its place in the alphabet, less that of
/// its column is the same.
CHISO_INLINE bool numbers_the_columns(const Evidence& evidence, std::size_t row) {
  const auto* notes = EvidenceAssembly::data(evidence).notes.get();
  if (!notes) return false;
  const auto& of_rows = *EvidenceAssembly::data(evidence).rows;
  const auto place = of_rows.unit_of_row[row];
  if (of_rows.first_of_unit[place + 1U] - of_rows.first_of_unit[place] != 1) return false;  // such a row stands there once
  const auto unit = evidence.unit(row);
  const auto digits = [](std::string_view text) { return text.find_first_not_of("0123456789") == text.npos; };
  const bool letter = unit.size() == 1 && ((unit[0] >= 'A' && unit[0] <= 'Z') || (unit[0] >= 'a' && unit[0] <= 'z'));
  if (!letter && (unit.empty() || unit.size() > 3 || !digits(unit))) return false;
  std::optional<std::int64_t> ahead;  // of the numbers before their columns
  if (!letter) ahead = std::stoll(std::string(unit)) - static_cast<std::int64_t>(notes->place_of_unit);
  std::size_t numbers = 0, letters = letter ? notes->place_of_unit + 1 : 0;
  if (letter && (unit[0] | 0x20) - 'a' != static_cast<int>(notes->place_of_unit)) return false;
  std::int64_t least = (std::numeric_limits<std::int64_t>::max)();
  const auto& measures = evidence.model().measures();
  for (std::size_t i = 0; i < measures.size() && i < notes->place_of_measure.size(); ++i) {
    const auto column = evidence.measure(i);
    if (column.state(row) == State::missing) continue;
    const auto one = Decimal::power(column.decimals);
    if (column.state(row) != State::value || type_of(measures[i].type) != Type::number || column.values[row] % one != 0) return false;
    const auto here = column.values[row] / one - static_cast<std::int64_t>(notes->place_of_measure[i]);
    if (ahead && *ahead != here) return false;
    ahead = here;
    least = (std::min)(least, column.values[row] / one);
    ++numbers;
  }
  // A, 1, 2 may be a unit; A, B, 1, 2 and 1, 2, 3 are not.
  return letter ? least == 1 && numbers >= 2 && numbers + letters >= 4 : numbers >= 2;
}

/// Adds the warnings of rows that may be no units.
CHISO_INLINE void warn_of_odd_rows(const Evidence& evidence, std::vector<Problem>& out) {
  const NamedRows rows(evidence);
  const bool numbered = evidence.rows() > 1 && numbers_the_columns(evidence, 0);
  if (numbered) rows.warn({0}, problems::row_numbers, out);
  rows.warn(rows_named_as_totals(evidence), problems::row_total, out);
  rows.warn(SumRows(evidence, numbered ? 1 : 0).rows(), problems::row_sum, out);
  rows.warn(rows_without_a_measure(evidence), problems::row_no_measure, out);
}

/// The warning that the values of a measure, of which this is the greatest, look like fractions.
CHISO_INLINE Problem fractions_of(const Measure& measure, std::int64_t most) {
  return problem_at({.pointer = "/columns/" + measure.name}, Severity::warning, problems::column_fractions,
                    {Decimal(most, measure.decimals).text()});
}
/// Adds a warning for each measure of at most 100 whose values look like percentages divided by it.
CHISO_INLINE void warn_of_fractions(const Evidence& evidence, std::vector<Problem>& out) {
  const auto& measures = evidence.model().measures();
  for (std::size_t i = 0; i < measures.size(); ++i) {
    if (measures[i].max != Decimal(100) || measures[i].type != MeasureType::decimal) continue;
    const auto column = evidence.measure(i);
    const auto one = Decimal::power(column.decimals);
    if (evidence.statistics(i).most > one || evidence.statistics(i).least < 0) continue;
    const bool any = column.values.visit([&](auto values) {
      for (std::size_t row = 0; row < values.size(); ++row)
        if (values[row] % one != 0 && column.state(row) == State::value) return true;
      return false;
    });
    if (any) out.push_back(fractions_of(measures[i], evidence.statistics(i).most));
  }
}
}
