#pragma once
#include <chiso/evidence/evidence.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// A column that evidence owns. Where every cell is a value, there are no states.
struct EvidenceColumn {
  std::vector<std::int64_t> values{};
  std::vector<State> states{};
  ColumnStatistics statistics{};
  int decimals = 0;

  CHISO_INLINE State state(std::size_t row) const { return states.empty() ? State::value : states[row]; }
  CHISO_INLINE Column view() const { return {values, states, statistics.least, statistics.most, decimals}; }
  CHISO_INLINE void reserve(std::size_t rows) {
    values.reserve(rows);
    states.reserve(rows);
  }
  CHISO_INLINE void add(std::int64_t value, State state) {
    values.push_back(value);
    states.push_back(state);
  }
  /// Counts it, and drops states that say nothing.
  CHISO_INLINE void settle();
};

/// The rows of evidence: whose they are.
struct EvidenceRows {
  std::vector<std::string> units{}, blocks{}, periods{};
  std::vector<std::uint32_t> unit_of_row{}, block_of_row{}, period_of_row{};
  std::vector<std::uint16_t> track_of_row{};
  std::vector<std::uint8_t> ranked_of_row{};
  std::vector<std::uint32_t> in_order{};     ///< The rows by unit, period, track.
  std::vector<std::size_t> first_of_unit{};  ///< Where the rows of a unit start in it; one more at the end.

  CHISO_INLINE std::size_t size() const { return unit_of_row.size(); }
  /// Fills in_order and first_of_unit. O(rows).
  CHISO_INLINE void put_in_order();
};

/// What the copies of evidence share; rows and columns may be shared with other evidence too.
struct EvidenceData {
  Model model;
  std::shared_ptr<const EvidenceRows> rows{};
  std::vector<std::shared_ptr<const EvidenceColumn>> measures{};
  std::vector<std::shared_ptr<const EvidenceColumn>> stated{};  ///< By leaf; null: no column states its points.
};

/// The one door to making evidence.
class EvidenceAssembly {
 public:
  CHISO_INLINE static Evidence made_of(EvidenceData data) { return Evidence(std::make_shared<const EvidenceData>(std::move(data))); }
  CHISO_INLINE static const EvidenceData& data(const Evidence& evidence) { return *evidence.data_; }
};
}
