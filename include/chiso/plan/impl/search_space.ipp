#pragma once
#include <chiso/plan/impl/plan_sets.ipp>
#include <compare>
#include <functional>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// Actions of which at most one is taken: choice 0 is none of them, choice i the one at i - 1.
struct Variable {
  std::vector<std::uint32_t> actions{};
};
/// What some measures together move some dimensions by. A value of a measure is 0 as it is on the row, else one that actions set.
struct Factor {
  std::vector<std::size_t> measures{};   // places in PlanSpace::values
  std::vector<std::size_t> variables{};  // that set any of them
  std::vector<std::size_t> dims{};
  std::vector<std::uint64_t> keys{};  // the combinations of values that may stand together (PlanSpace::key_of), ascending: the table's rows
  Values table{};                     // by row, then by dimension

  /// The row of the table of a combination.
  CHISO_INLINE std::size_t row_of(std::uint64_t key) const {
    if (keys.back() + 1 == keys.size()) return static_cast<std::size_t>(key);  // all combinations can be
    return static_cast<std::size_t>(std::lower_bound(keys.begin(), keys.end(), key) - keys.begin());
  }
};
/// What becomes of the dimensions of a group, or of a side of the adjustments, once all that moves them is known.
struct Fold {
  std::vector<std::size_t> from{}, to{};
  std::function<void(std::span<const std::int64_t> from, std::span<std::int64_t> to)> run{};
};
/// What there is to choose, and what it does.
struct PlanSpace {
  /// What an action makes of a measure.
  struct Setting {
    std::size_t measure;  // a place in `values`
    std::uint32_t value;  // from 1 on
  };
  std::vector<std::int64_t> costs{};                // by action, in their common unit
  std::vector<std::vector<Setting>> settings{};     // by action
  std::vector<std::uint32_t> values{};              // by measure that is set: how many values it is set to
  std::vector<std::vector<std::size_t>> setters{};  // by measure: the variables that set it, ascending
  std::vector<Variable> variables{};
  std::vector<Factor> factors{};
  std::vector<Fold> folds{};            // what is inside another comes first
  std::vector<std::uint8_t> exact{};    // by dimension: more is not better
  std::size_t sum = 0, applicable = 1;  // the dimensions of the root: achieved + bonus - penalty, and what is applicable, negated
  bool sums_are_strict = false;         // a higher sum is always a higher index

  /// The combination of the values of a factor's measures.
  CHISO_INLINE std::uint64_t key_of(const Factor& factor, const std::vector<std::uint32_t>& of_measures) const {
    std::uint64_t out = 0;
    for (const auto measure : factor.measures) out = out * (values[measure] + 1) + of_measures[measure];
    return out;
  }
};
/// Whether a target is reached, given the differences of all dimensions to the row as it is.
struct Goal {
  std::function<bool(const Values&)> reached{};
  /// The order of the indices that they make; a greater one is better.
  std::function<std::strong_ordering(const Values&, const Values&)> compare{};
};
/// A set, as orders look at it.
struct Found {
  std::int64_t cost = 0;
  std::vector<std::uint32_t> actions{};  // ascending, which is the order of their ids
  Values values{};
};
}
}
