#pragma once
#include <chiso/core/error.hpp>
#include <chiso/plan/impl/action_values.ipp>
#include <chiso/plan/plan_problems.hpp>
#include <chiso/plan/what_if_row.hpp>
#include <map>
#include <set>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// What is read from a row: its values by dimension; what is not told of is 0.
using Moves = std::map<std::size_t, std::int64_t>;

/// Makes tables of what is read from some measures of a row, one row for each combination of their values.
class FactorMaker {
 public:
  CHISO_INLINE FactorMaker(WhatIfRow& row, const ActionValues& values, PlanSpace& space) : row_(row), values_(values), space_(space) {}

  /// A new dimension.
  CHISO_INLINE std::size_t dim(bool is_exact = false) {
    space_.exact.push_back(is_exact ? 1 : 0);
    return space_.exact.size() - 1;
  }
  /// Adds what is read from some measures of the row, ascending: `look` gives the values of its dimensions as the row is overlaid. `name`
  /// is told where too many combinations meet. @throws Error (plan.linked)
  template <class Look>
  void add(std::string_view name, const std::vector<std::size_t>& measures, const Look& look) {
    auto factor = with_combinations(name, measures);
    if (factor.keys.empty()) return;
    row_.set({});
    const auto base = look();
    std::vector<std::pair<std::size_t, std::int64_t>> moved;  // dimensions of all rows, one row after the other, and the differences
    std::vector<std::size_t> ends;
    std::set<std::size_t> used;
    for (const auto combination : factor.keys) {
      put(factor, combination);
      const auto now = look();
      for (const auto& [dim, value] : now)
        if (const auto known = base.find(dim); value != (known == base.end() ? 0 : known->second))
          moved.emplace_back(dim, value - (known == base.end() ? 0 : known->second));
      for (const auto& [dim, value] : base)
        if (value != 0 && !now.contains(dim)) moved.emplace_back(dim, -value);
      for (auto i = ends.empty() ? 0 : ends.back(); i < moved.size(); ++i) used.insert(moved[i].first);
      ends.push_back(moved.size());
    }
    row_.set({});
    if (used.empty()) return;
    factor.dims.assign(used.begin(), used.end());
    factor.table.assign(factor.keys.size() * factor.dims.size(), 0);
    for (std::size_t row = 0, i = 0; row < ends.size(); ++row)
      for (; i < ends[row]; ++i) {
        const auto place = std::lower_bound(factor.dims.begin(), factor.dims.end(), moved[i].first) - factor.dims.begin();
        factor.table[row * factor.dims.size() + static_cast<std::size_t>(place)] = moved[i].second;
      }
    space_.factors.push_back(std::move(factor));
  }
  /// Whether something is true of the row whatever some measures, ascending, are set to. @throws Error (plan.linked)
  template <class IsTrue>
  bool always(std::string_view name, const std::vector<std::size_t>& measures, const IsTrue& is_true) {
    const auto factor = with_combinations(name, measures);
    bool out = true;
    for (std::size_t i = 0; i < factor.keys.size() && out; ++i) {
      put(factor, factor.keys[i]);
      out = is_true();
    }
    row_.set({});
    return out;
  }

 private:
  static constexpr std::size_t most_combinations = std::size_t{1} << 20;

  /// Puts a combination on the row.
  CHISO_INLINE void put(const Factor& factor, std::uint64_t combination) {
    cells_.clear();
    for (auto i = factor.measures.size(); i-- > 0;) {
      const auto values = space_.values[factor.measures[i]] + 1;
      if (const auto value = static_cast<std::uint32_t>(combination % values); value != 0)
        cells_.push_back(values_.cell(factor.measures[i], value));
      combination /= values;
    }
    row_.set(cells_);
  }
  /// Which values of these measures can stand together; no combination if no action changes any of them.
  CHISO_INLINE Factor with_combinations(std::string_view name, const std::vector<std::size_t>& measures) const {
    Factor factor;
    std::set<std::size_t> touched;
    for (const auto measure : measures) {
      if (!values_.is_changed(measure)) continue;
      factor.measures.push_back(values_.place(measure));
      const auto& setters = space_.setters[factor.measures.back()];
      touched.insert(setters.begin(), setters.end());
    }
    factor.variables.assign(touched.begin(), touched.end());
    if (touched.empty()) return factor;
    uint128 keys = 1;
    for (const auto measure : factor.measures) {
      keys *= space_.values[measure] + 1;
      if (keys > uint128{1} << 63) refuse(name, factor.variables, measures);
    }
    std::vector<std::uint64_t> weights(factor.measures.size(), 1);
    for (auto i = weights.size(); i-- > 1;) weights[i - 1] = weights[i] * (space_.values[factor.measures[i]] + 1);
    // Variable after variable, each combination once.
    auto& together = factor.keys;
    together.assign(1, 0);
    for (const auto variable : factor.variables) {
      const auto before = together.size();
      for (const auto action : space_.variables[variable].actions) {
        std::vector<std::pair<std::size_t, std::uint32_t>> sets;
        for (const auto& setting : space_.settings[action]) {
          const auto at = std::find(factor.measures.begin(), factor.measures.end(), setting.measure);
          if (at != factor.measures.end()) sets.emplace_back(static_cast<std::size_t>(at - factor.measures.begin()), setting.value);
        }
        if (sets.empty()) continue;
        for (std::size_t one = 0; one < before; ++one) {
          auto combination = together[one];
          bool excludes = false;
          for (const auto& [at, value] : sets) {
            const auto now = static_cast<std::uint32_t>(combination / weights[at] % (space_.values[factor.measures[at]] + 1));
            excludes = excludes || (now != 0 && now != value);
            if (now == 0) combination += value * weights[at];
          }
          if (!excludes) together.push_back(combination);
        }
      }
      std::sort(together.begin(), together.end());
      together.erase(std::unique(together.begin(), together.end()), together.end());
      if (together.size() > most_combinations) refuse(name, factor.variables, measures);
    }
    return factor;
  }
  CHISO_INLINE void refuse(std::string_view name, const std::vector<std::size_t>& variables,
                           const std::vector<std::size_t>& measures) const {
    uint128 combinations = 1;
    for (const auto variable : variables) {
      combinations *= space_.variables[variable].actions.size() + 1;
      if (combinations > uint128{1} << 60) combinations = uint128{1} << 60;
    }
    throw Error(problem_at({}, Severity::error, problems::plan_linked,
                           {Argument(plan_words::linked, {Argument(name), Argument(static_cast<std::int64_t>(combinations)),
                                                          Argument(values_.ids_of(space_, variables, measures))})}));
  }

  WhatIfRow& row_;
  const ActionValues& values_;
  PlanSpace& space_;
  std::vector<ChangedCell> cells_{};
};
}
}
