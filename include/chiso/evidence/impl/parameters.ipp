#pragma once
#include <chiso/evidence/evidence.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/program.hpp>
#include <cstdint>
#include <deque>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The parameters of a model as columns over the rows of evidence: of each the values that occur, and which of them a row has.
class ParameterColumns {
 public:
  /// One for each of Derived::parameters, in the order of the model. Views last as long as this object and the evidence. O(rows) for each
  /// that depends on a choice.
  CHISO_INLINE std::vector<CohortColumn> of(const Evidence& evidence, const Derived& derived) {
    std::vector<CohortColumn> out;
    for (const auto& parameter : derived.parameters) out.push_back(of(evidence, parameter));
    return out;
  }
  /// Those of the previous rows; `none` stands for no such row, where they are missing.
  CHISO_INLINE std::vector<CohortColumn> of_previous(std::span<const CohortColumn> own, const Derived& derived,
                                                     std::span<const std::uint32_t> previous_rows, std::uint32_t none) {
    std::vector<CohortColumn> out;
    for (const auto index : derived.previous_parameters) {
      auto& outcomes = outcomes_.emplace_back(own[index].of_group.begin(), own[index].of_group.end());
      outcomes.push_back({State::missing, {}});
      auto& groups = groups_.emplace_back(previous_rows.size());
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
  CHISO_INLINE static Outcome outcome(const std::optional<Decimal>& value) {
    return value ? Outcome{State::value, Rational(*value)} : Outcome{State::missing, {}};
  }
  CHISO_INLINE CohortColumn of(const Evidence& evidence, const Parameter& parameter) {
    auto& outcomes = outcomes_.emplace_back();
    const auto by_name = [&](std::span<const std::string> names, std::span<const std::uint32_t> groups) -> CohortColumn {
      for (const auto& name : names) outcomes.push_back(outcome(parameter.of(name)));
      return {groups, outcomes};
    };
    switch (parameter.by()) {
      case Parameter::By::block: return by_name(evidence.blocks(), evidence.block_of_row());
      case Parameter::By::period: return by_name(evidence.periods(), evidence.period_of_row());
      case Parameter::By::choice: return by_choice(evidence, parameter, outcomes);
      case Parameter::By::nothing: break;
    }
    outcomes.push_back(outcome(parameter.otherwise()));
    return {{}, outcomes};
  }
  /// The options in their order, then a group for each state: the choice's state is the parameter's.
  CHISO_INLINE CohortColumn by_choice(const Evidence& evidence, const Parameter& parameter, std::vector<Outcome>& outcomes) {
    const auto& options = evidence.model().measures()[parameter.measure()].options;
    for (const auto& option : options) outcomes.push_back(outcome(parameter.of(option)));
    for (const auto state : {State::undefined, State::missing, State::not_applicable}) outcomes.push_back({state, {}});
    const auto column = evidence.measure(parameter.measure());
    auto& groups = groups_.emplace_back(evidence.rows());
    for (std::size_t row = 0; row < groups.size(); ++row) {
      const auto state = column.state(row);
      groups[row] = static_cast<std::uint32_t>(state == State::value ? static_cast<std::size_t>(column.values[row])
                                                                     : options.size() + static_cast<std::size_t>(state) - 1);
    }
    return {groups, outcomes};
  }

  std::deque<std::vector<Outcome>> outcomes_{};  // they do not move: columns are views of them
  std::deque<std::vector<std::uint32_t>> groups_{};
};
}
