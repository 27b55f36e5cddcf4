#pragma once
#include <chiso/plan/impl/search_space.ipp>
#include <chiso/plan/plan.hpp>
#include <map>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// An action as it is looked at: its cells, checked.
struct ReadAction {
  std::vector<ChangedCell> cells{};
  std::int64_t cost = 0;
};

/// What actions may set on a row: which exclude one another, and to what they set each measure.
class ActionValues {
 public:
  /// Gives the space its variables, costs and measures.
  CHISO_INLINE ActionValues(const Scores& scores, std::size_t row, const std::vector<Action>& actions, const std::vector<ReadAction>& read,
                            PlanSpace& space)
      : actions_(actions), read_(read) {
    find_variables(space);
    find_values(scores, row, space);
  }
  /// Whether any action makes a measure of the model another one than it is on the row.
  CHISO_INLINE bool is_changed(std::size_t measure) const { return is_changed_[measure]; }
  /// The place of a measure, that any action sets, in PlanSpace::values.
  CHISO_INLINE std::size_t place(std::size_t measure) const { return place_of_[measure]; }
  /// What a value, from 1 on, of the measure at that place is.
  CHISO_INLINE const ChangedCell& cell(std::size_t place, std::uint32_t value) const { return values_[place][value - 1]; }
  /// The ids of those actions of some variables that change one of some measures, which are ascending; with commas between.
  CHISO_INLINE std::string ids_of(const PlanSpace& space, const std::vector<std::size_t>& variables,
                                  const std::vector<std::size_t>& measures) const {
    std::string out;
    for (const auto variable : variables)
      for (const auto action : space.variables[variable].actions) {
        const auto& cells = effective_[action];
        const bool changes = std::any_of(cells.begin(), cells.end(), [&](const ChangedCell& cell) {
          return std::binary_search(measures.begin(), measures.end(), cell.place);
        });
        if (changes) out += (out.empty() ? "" : ", ") + actions_[action].id;
      }
    return out;
  }

 private:
  CHISO_INLINE bool exclude(std::size_t a, std::size_t b) const {
    if (actions_[a].group && actions_[a].group == actions_[b].group) return true;
    for (const auto& one : read_[a].cells)
      for (const auto& other : read_[b].cells)
        if (one.place == other.place && !(one == other)) return true;
    return false;
  }
  /// A group is a variable, and so are actions without one that all exclude one another.
  CHISO_INLINE void find_variables(PlanSpace& space) {
    std::map<std::string_view, std::size_t> of_group;
    std::map<std::size_t, std::vector<std::size_t>> by_measure;  // variables without a group, by what their actions set
    for (std::size_t a = 0; a < actions_.size(); ++a) {
      auto variable = space.variables.size();
      if (actions_[a].group) {
        variable = of_group.try_emplace(*actions_[a].group, variable).first->second;
      } else {
        for (const auto& cell : read_[a].cells)
          for (const auto one : by_measure[cell.place]) {
            const auto& others = space.variables[one].actions;
            if (std::all_of(others.begin(), others.end(), [&](std::uint32_t other) { return exclude(a, other); })) variable = one;
          }
        for (const auto& cell : read_[a].cells) {
          auto& list = by_measure[cell.place];
          if (std::find(list.begin(), list.end(), variable) == list.end()) list.push_back(variable);
        }
      }
      if (variable == space.variables.size()) space.variables.emplace_back();
      space.variables[variable].actions.push_back(static_cast<std::uint32_t>(a));
      variable_of_.push_back(variable);
      space.costs.push_back(read_[a].cost);
    }
  }
  CHISO_INLINE void find_values(const Scores& scores, std::size_t row, PlanSpace& space) {
    const auto& measures = scores.resolved().batch().measures;
    is_changed_.resize(measures.size());
    place_of_.resize(measures.size(), ~std::size_t{0});
    effective_.resize(actions_.size());
    space.settings.resize(actions_.size());
    for (std::size_t a = 0; a < actions_.size(); ++a)
      for (const auto& cell : read_[a].cells) {
        auto& place = place_of_[cell.place];
        if (place == ~std::size_t{0}) {
          place = values_.size();
          values_.emplace_back();
          space.setters.emplace_back();
        }
        auto& values = values_[place];
        const auto known = std::find(values.begin(), values.end(), cell);
        space.settings[a].push_back({place, static_cast<std::uint32_t>(known - values.begin()) + 1});
        if (known == values.end()) values.push_back(cell);
        auto& variables = space.setters[place];
        if (std::find(variables.begin(), variables.end(), variable_of_[a]) == variables.end()) variables.push_back(variable_of_[a]);
        const auto state = measures[cell.place].state(row);
        if (state == cell.state && (state != State::value || measures[cell.place].values[row] == cell.value)) continue;
        effective_[a].push_back(cell);
        is_changed_[cell.place] = true;
      }
    for (const auto& values : values_) space.values.push_back(static_cast<std::uint32_t>(values.size()));
  }

  const std::vector<Action>& actions_;
  const std::vector<ReadAction>& read_;
  std::vector<std::size_t> variable_of_{};             // by action
  std::vector<std::vector<ChangedCell>> effective_{};  // by action: the cells that differ from the row
  std::vector<bool> is_changed_{};                     // by measure of the model
  std::vector<std::size_t> place_of_{};                // likewise: its place in PlanSpace::values
  std::vector<std::vector<ChangedCell>> values_{};     // by that place: what it is set to
};
}
}
