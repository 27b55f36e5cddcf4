#pragma once
#include <chiso/expr/batch.hpp>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Owns columns whose results groups of rows share; views of them stay valid.
class OutcomeColumns {
 public:
  CHISO_INLINE std::vector<Outcome>& add_outcomes() { return outcomes_.emplace_back(); }
  CHISO_INLINE std::vector<std::uint32_t>& add_groups(std::size_t rows) { return groups_.emplace_back(rows); }
  /// What some of these columns say of the previous rows; `none` stands for no such row, where they are missing.
  CHISO_INLINE std::vector<CohortColumn> of_previous(std::span<const CohortColumn> own, std::span<const std::size_t> which,
                                                     std::span<const std::uint32_t> previous_rows, std::uint32_t none) {
    std::vector<CohortColumn> out;
    for (const auto index : which) {
      auto& outcomes = add_outcomes();
      outcomes.assign(own[index].of_group.begin(), own[index].of_group.end());
      outcomes.push_back({State::missing, {}});
      auto& groups = add_groups(previous_rows.size());
      for (std::size_t row = 0; row < groups.size(); ++row) {
        const auto before = previous_rows[row];
        groups[row] = before == none                    ? static_cast<std::uint32_t>(outcomes.size() - 1)
                      : own[index].group_of_row.empty() ? 0
                                                        : own[index].group_of_row[before];
      }
      out.push_back({groups, outcomes});
    }
    return out;
  }

 private:
  std::deque<std::vector<Outcome>> outcomes_{};  // they do not move: columns are views of them
  std::deque<std::vector<std::uint32_t>> groups_{};
};
}
