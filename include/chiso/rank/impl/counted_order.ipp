#pragma once
#include <algorithm>
#include <bit>
#include <chiso/rank/impl/level_places.ipp>
#include <chiso/rank/impl/order.ipp>
#include <chiso/score/scores.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The ranked rows of all cohorts, best first, sorted at once by what counts of their indices: a whole number, and no fraction. It has
/// those cohorts whose indices are over one denominator, as they are where everything applies, and those of each criterion that breaks ties
/// likewise.
class CountedOrder {
 public:
  /// It has no cohort.
  CountedOrder() = default;
  /// Of the rows for which `is_ranked(row, tally)`, ties broken by the columns of criteria. O(rows), and O(ties log ties) where criteria
  /// break them.
  template <class IsRanked>
  CountedOrder(const Scores& scores, std::span<const NodeScores* const> tie_break, const IsRanked& is_ranked) : model_(&scores.model()) {
    const auto& cohorts = scores.resolved().cohorts();
    if (std::bit_width(cohorts.list.size()) > most_cohort_bits) return;
    Rows rows(scores);
    denominators_.assign(cohorts.list.size(), no_row);
    add(rows, scores, is_ranked);
    std::vector<LargeVector<std::int64_t>> of_criteria;
    for (const auto* column : tie_break) add_criterion(of_criteria.emplace_back(scores.rows()), rows, *column, cohorts);
    leave_out_others(rows, cohorts);
    count(rows, cohorts);
    const bool have_room = pack_cohorts(rows, cohorts);
    if (have_room) sorted_.emplace(std::move(rows.counted), rows.units(scores), rows.rows);
    if (!have_room || !sorted_->is_exact()) denominators_.clear();
    if (denominators_.empty() || tie_break.empty()) return;
    as_before_ = detail::told_apart(*sorted_, [&](std::size_t a, std::size_t b) {
      for (const auto& of : of_criteria)
        if (const auto order = of[a] <=> of[b]; order != 0) return order;
      return std::strong_ordering::equal;
    });
  }

  /// Whether the rows of a cohort are among those that were sorted.
  CHISO_INLINE bool has(std::size_t cohort) const { return cohort < denominators_.size() && denominators_[cohort] != several; }
  /// The places of the rows of such a cohort.
  CHISO_INLINE Places places(std::size_t cohort) const {
    if (denominators_[cohort] == no_row) return {};
    const auto is_as_before = [&](std::size_t place) {
      return as_before_.empty() ? sorted_->is_same(place - 1, place) : as_before_[place] != 0;
    };
    return {*sorted_, {first_[cohort], first_[cohort + 1]}, model_->ranking().ties, is_as_before};
  }
  /// Marks by row those of such a cohort whose published index stands at another rank too.
  CHISO_INLINE void mark_level(std::size_t cohort, const Places& places, std::span<std::uint8_t> level) const {
    const auto index = [&](std::size_t place) {
      const auto counted = sorted_->key(first_[cohort] + place) & ((std::uint64_t{1} << counted_bits_) - 1);
      return *exact_index({.achieved = static_cast<std::int64_t>(counted), .applicable = denominators_[cohort]}, model_->publish());
    };
    LevelPlaces(model_->publish())
        .run(
            places.size(), index, [&](std::size_t place) { return places.rank(place); },
            [&](std::size_t place) { level[places.row(place)] = 1; });
  }

 private:
  static constexpr int most_cohort_bits = 32;
  static constexpr std::int64_t no_row = 0, several = -1;
  /// What is sorted, in the order of the rows.
  struct Rows {
    CHISO_INLINE explicit Rows(const Scores& scores) : counted(scores.rows()) {}
    UnsetVector<std::uint64_t> counted;
    LargeVector<std::uint32_t> rows{};  // empty: all of them
    bool are_by_unit = true;            // those of each cohort
    LargeVector<std::uint32_t> units_of_rows{};

    CHISO_INLINE std::size_t row(std::size_t at) const { return rows.empty() ? at : rows[at]; }
    /// By which equals are ordered: none where they are in that order already.
    CHISO_INLINE std::span<const std::uint32_t> units(const Scores& scores) {
      const auto of_row = scores.evidence().unit_of_row();
      if (are_by_unit) return {};
      if (rows.empty()) return of_row;
      for (const auto row : rows) units_of_rows.push_back(of_row[row]);
      return units_of_rows;
    }
    /// From here on not all rows are listed.
    CHISO_INLINE void list_those_before(std::size_t row) {
      rows.reserve(counted.size());
      for (std::uint32_t before = 0; before < row; ++before) rows.push_back(before);
    }
  };
  /// Adds the ranked rows, and finds the denominators.
  template <class IsRanked>
  void add(Rows& out, const Scores& scores, const IsRanked& is_ranked) {
    const auto totals = scores.totals();
    const auto units = scores.evidence().unit_of_row();
    const auto& publish = model_->publish();
    const auto& cohort_of = scores.resolved().cohorts().of_row;
    std::vector<std::uint32_t> last_unit(denominators_.size());
    std::size_t count = 0;
    bool are_all = true;
    for (std::size_t row = 0; row < scores.rows(); ++row) {
      const auto tally = totals.tally(row);
      if (!is_ranked(row, tally)) {
        if (are_all) out.list_those_before(row);
        are_all = false;
        continue;
      }
      const auto cohort = cohort_of[row];
      auto& denominator = denominators_[cohort];
      if (denominator != tally.applicable) denominator = denominator == no_row ? tally.applicable : several;
      out.are_by_unit = out.are_by_unit && units[row] >= last_unit[cohort];
      last_unit[cohort] = units[row];
      out.counted[count++] = static_cast<std::uint64_t>(counted_quanta(tally, publish));
      if (!are_all) out.rows.push_back(static_cast<std::uint32_t>(row));
    }
    out.counted.resize(count);
  }
  /// What counts of a criterion that breaks ties. A cohort in which that is over several denominators is left out.
  CHISO_INLINE void add_criterion(LargeVector<std::int64_t>& out, const Rows& rows, const NodeScores& column, const Cohorts& cohorts) {
    constexpr std::int64_t unknown = -1;
    std::vector<std::int64_t> denominators(denominators_.size(), unknown);
    for (std::size_t at = 0; at < rows.counted.size(); ++at) {
      const auto row = rows.row(at);
      const auto tally = column.tally(row);
      auto& denominator = denominators[cohorts.of_row[row]];
      if (denominator == unknown) denominator = tally.applicable;
      if (denominator != tally.applicable) denominators_[cohorts.of_row[row]] = several;
      out[row] = static_cast<std::int64_t>(counted_quanta(tally, model_->publish()));
    }
  }
  /// Leaves out the rows of cohorts with several denominators.
  CHISO_INLINE void leave_out_others(Rows& rows, const Cohorts& cohorts) {
    if (std::find(denominators_.begin(), denominators_.end(), several) == denominators_.end()) return;
    if (rows.rows.empty()) rows.list_those_before(rows.counted.size());
    std::size_t count = 0;
    for (std::size_t at = 0; at < rows.counted.size(); ++at) {
      if (denominators_[cohorts.of_row[rows.rows[at]]] == several) continue;
      rows.counted[count] = rows.counted[at];
      rows.rows[count++] = rows.rows[at];
    }
    rows.counted.resize(count);
    rows.rows.resize(count);
  }
  /// Where the rows of each cohort begin when they are sorted.
  CHISO_INLINE void count(const Rows& rows, const Cohorts& cohorts) {
    first_.assign(denominators_.size() + 1, 0);
    if (denominators_.size() == 1) {
      first_.back() = rows.counted.size();
      return;
    }
    for (std::size_t at = 0; at < rows.counted.size(); ++at) ++first_[cohorts.of_row[rows.row(at)] + 1];
    for (std::size_t cohort = 1; cohort < first_.size(); ++cohort) first_[cohort] += first_[cohort - 1];
  }
  /// Puts the cohort above what counts, the first above the others; false where that has no room.
  CHISO_INLINE bool pack_cohorts(Rows& rows, const Cohorts& cohorts) {
    std::uint64_t all = 0;
    for (const auto counted : rows.counted) all |= counted;
    counted_bits_ = static_cast<int>(std::bit_width(all));
    const auto last = static_cast<std::uint64_t>(cohorts.list.size() - 1);
    if (last == 0) return true;
    if (static_cast<int>(std::bit_width(last)) + counted_bits_ > 63) return false;
    for (std::size_t at = 0; at < rows.counted.size(); ++at) rows.counted[at] |= (last - cohorts.of_row[rows.row(at)]) << counted_bits_;
    return true;
  }

  const Model* model_ = nullptr;
  std::vector<std::int64_t> denominators_{};  // by cohort
  std::vector<std::size_t> first_{};          // sorted row of each cohort, and how many there are
  std::optional<SortedKeys> sorted_{};
  LargeVector<std::uint8_t> as_before_{};  // empty: where what counts is equal
  int counted_bits_ = 0;
};
}
