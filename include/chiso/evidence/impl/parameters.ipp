#pragma once
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/impl/outcome_columns.ipp>
#include <chiso/expr/program.hpp>
#include <cstdint>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The parameters of a model as columns over the rows of evidence: of each the values that occur, and which of them a row has.
class ParameterColumns {
 public:
  /// `made` will own the columns.
  CHISO_INLINE explicit ParameterColumns(OutcomeColumns& made) : made_(made) {}
  /// One for each of Derived::parameters, in the order of the model. O(rows) for each that depends on a choice.
  CHISO_INLINE std::vector<CohortColumn> of(const Evidence& evidence, const Derived& derived) {
    std::vector<CohortColumn> out;
    for (const auto& parameter : derived.parameters) out.push_back(of(evidence, parameter));
    return out;
  }

 private:
  CHISO_INLINE static Outcome outcome(const std::optional<Decimal>& value) {
    return value ? Outcome{State::value, Rational(*value)} : Outcome{State::missing, {}};
  }
  CHISO_INLINE CohortColumn of(const Evidence& evidence, const Parameter& parameter) {
    auto& outcomes = made_.add_outcomes();
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
    auto& groups = made_.add_groups(evidence.rows());
    for (std::size_t row = 0; row < groups.size(); ++row) {
      const auto state = column.state(row);
      groups[row] = static_cast<std::uint32_t>(state == State::value ? static_cast<std::size_t>(column.values[row])
                                                                     : options.size() + static_cast<std::size_t>(state) - 1);
    }
    return {groups, outcomes};
  }

  OutcomeColumns& made_;
};
}
