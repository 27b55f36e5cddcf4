#pragma once
#include <algorithm>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/impl/adaptive_integers.ipp>
#include <chiso/evidence/roster.hpp>
#include <memory>
#include <numeric>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// A column that evidence owns. It has no states if every cell is a value. Cells that are added are counted as they come; code that
/// changes cells afterwards must call count() to count them anew.
struct EvidenceColumn {
  AdaptiveIntegers values{};
  std::vector<State> states{};
  ColumnStatistics statistics{};
  int decimals = 0;

  CHISO_INLINE State state(std::size_t row) const { return states.empty() ? State::value : states[row]; }
  CHISO_INLINE Column view() const { return {values.view(), states, statistics.least, statistics.most, decimals}; }
  CHISO_INLINE void add(std::int64_t value, State state) {
    count(value, value);
    ++statistics.of_state[static_cast<std::size_t>(state)];
    if (state != State::value) make_states();
    values.push_back(value);
    if (!states.empty() || state != State::value) states.push_back(state);
  }
  /// Adds cells that are all values, with the least and greatest of them.
  CHISO_INLINE void add(std::span<const std::int64_t> cells, std::int64_t least, std::int64_t most) {
    if (cells.empty()) return;
    count(least, most);
    statistics.of_state[0] += cells.size();
    values.append(cells, least, most);
    if (!states.empty()) states.resize(values.size(), State::value);
  }
  /// Adds cells of which `gaps` are missing; `missing` has a 1 for each of these and a 0 for the others.
  CHISO_INLINE void add(std::span<const std::int64_t> cells, std::span<const std::uint8_t> missing, std::size_t gaps, std::int64_t least,
                        std::int64_t most) {
    count(least, most);
    statistics.of_state[static_cast<std::size_t>(State::value)] += cells.size() - gaps;
    statistics.of_state[static_cast<std::size_t>(State::missing)] += gaps;
    make_states();
    const auto first = values.size();
    values.append(cells, least, most);
    states.resize(values.size());
    for (std::size_t i = 0; i < missing.size(); ++i)
      states[first + i] = static_cast<State>(missing[i] * static_cast<unsigned>(State::missing));
  }
  /// Stores a state for each cell from here on; cells so far are values.
  CHISO_INLINE void make_states() {
    if (!states.empty()) return;
    states.reserve(values.capacity());
    states.assign(values.size(), State::value);
  }
  /// Counts the cells, and drops the states if all are values.
  CHISO_INLINE void recount();

 private:
  CHISO_INLINE void count(std::int64_t least, std::int64_t most) {
    statistics.least = values.empty() ? least : (std::min)(statistics.least, least);
    statistics.most = values.empty() ? most : (std::max)(statistics.most, most);
  }
};

/// The rows of evidence: their units, blocks, periods and tracks.
struct EvidenceRows {
  LargeVector<std::string> units{}, blocks{}, periods{};
  std::vector<std::uint32_t> unit_of_row{}, block_of_row{}, period_of_row{};
  std::vector<std::uint16_t> track_of_row{};
  std::vector<std::uint8_t> ranked_of_row{};
  std::vector<std::uint32_t> in_order{};     ///< The rows sorted by unit, period, track.
  LargeVector<std::size_t> first_of_unit{};  ///< Where the rows of each unit start in `in_order`; one more at the end.

  CHISO_INLINE std::size_t size() const { return unit_of_row.size(); }
  /// Fills in_order and first_of_unit. O(rows).
  CHISO_INLINE void put_in_order();
};

/// Sorts rows by unit, then by key(row), then as they stand, and finds where those of each unit begin. O(rows) if few rows are of one unit.
template <class Key>
void order_by_unit(const std::vector<std::uint32_t>& unit_of_row, std::size_t units, std::vector<std::uint32_t>& in_order,
                   LargeVector<std::size_t>& first_of_unit, const Key& key) {
  first_of_unit.assign(units + 1, 0);
  for (const auto unit : unit_of_row) ++first_of_unit[unit + 1];
  std::partial_sum(first_of_unit.begin(), first_of_unit.end(), first_of_unit.begin());
  in_order.resize(unit_of_row.size());
  auto next = first_of_unit;
  for (std::size_t row = 0; row < unit_of_row.size(); ++row) in_order[next[unit_of_row[row]]++] = static_cast<std::uint32_t>(row);
  for (std::size_t unit = 0; unit < units; ++unit) {
    const auto at = [&](std::size_t place) { return in_order.begin() + static_cast<std::ptrdiff_t>(place); };
    const auto is_before = [&](std::uint32_t a, std::uint32_t b) { return std::pair(key(a), a) < std::pair(key(b), b); };
    const auto first = at(first_of_unit[unit]), last = at(first_of_unit[unit + 1]);
    if (!std::is_sorted(first, last, is_before)) std::sort(first, last, is_before);
  }
}

/// What reading a table left out, and where it read the rest.
struct ReadingNotes {
  std::vector<std::string> ignored{};           ///< The columns that were not read, as the table names them.
  std::vector<std::uint32_t> blank_rows{};      ///< The rows that were not, because no cell of a known column is filled; ascending.
  std::size_t place_of_unit = 0;                ///< Among the columns of the table.
  std::vector<std::size_t> place_of_measure{};  ///< Likewise, by measure.

  /// The row of the table that a row of the evidence was read from. O(log rows).
  std::size_t original_row(std::size_t row) const {
    std::size_t before = 0, end = blank_rows.size();  // the number of blank rows before it
    while (before < end) {
      const auto middle = before + (end - before) / 2;
      if (blank_rows[middle] - middle <= row)
        before = middle + 1;
      else
        end = middle;
    }
    return row + before;
  }
};

/// A table below the units: its rows in the order of unit, period and track, so that those of a unit stand together.
struct RowsBelow {
  std::vector<UnitRows> groups{};
  std::vector<EvidenceColumn> columns{};  ///< By measure of the table.
  std::uint32_t rows = 0;
  std::shared_ptr<const ReadingNotes> notes{};  ///< Null if it was not read from a table.

  std::uint32_t end_of(std::size_t group) const { return group + 1 < groups.size() ? groups[group + 1].first : rows; }
};

/// What the copies of evidence share. Rows and columns may be shared with other evidence too.
struct EvidenceData {
  Model model;
  std::shared_ptr<const EvidenceRows> rows{};
  std::vector<std::shared_ptr<const EvidenceColumn>> measures{};
  std::vector<std::shared_ptr<const EvidenceColumn>> stated{};  ///< By leaf; null if no column states its points.
  std::optional<Roster> roster{};                               ///< By which the rows were read.
  std::shared_ptr<const ReadingNotes> notes{};                  ///< Null if it was not read from a table, but restored.
  std::vector<std::shared_ptr<const RowsBelow>> tables{};       ///< By table of the model; null if it was not given.
  std::vector<Problem> noticed{};  ///< Warnings about cells as they were written, which the columns no longer show.
};

/// The only way to make evidence.
class EvidenceAssembly {
 public:
  CHISO_INLINE static Evidence made_of(EvidenceData data) { return Evidence(std::make_shared<const EvidenceData>(std::move(data))); }
  CHISO_INLINE static const EvidenceData& data(const Evidence& evidence) { return *evidence.data_; }
};
}
