#pragma once
#include <charconv>
#include <chiso/core/overloaded.hpp>
#include <chiso/core/suggestions.hpp>
#include <chiso/evidence/cell.hpp>
#include <chiso/plan/impl/plan_goal.ipp>
#include <chiso/plan/impl/plan_search.ipp>
#include <chiso/plan/plan.hpp>
#include <mutex>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// Reads the actions; what is wrong with them goes to the report, at `/place/key`.
class ActionResolver {
 public:
  CHISO_INLINE ActionResolver(const Scores& scores, Report& report) : scores_(scores), model_(scores.model()), report_(report) {}
  CHISO_INLINE std::vector<ReadAction> read(const std::vector<Action>& actions) {
    std::set<std::string_view> ids;
    std::vector<ReadAction> out;
    for (std::size_t i = 0; i < actions.size(); ++i) {
      const auto at = report_.step(i);
      const auto& action = actions[i];
      if (action.id.empty() || !ids.insert(action.id).second) {
        const auto in = report_.step("id");
        report_.add(problems::action_id, {action.id.empty() ? Argument(plan_words::no_id) : Argument(action.id)});
      }
      out.push_back({cells(action.changes), 0});
    }
    add_costs(actions, out);
    return out;
  }
  /// The decimals that costs are counted in.
  CHISO_INLINE int decimals() const { return decimals_; }

 private:
  CHISO_INLINE std::vector<ChangedCell> cells(const std::vector<ActionChange>& changes) {
    std::vector<ChangedCell> out;
    if (changes.empty()) report_.add(problems::action_measure, {plan_words::nothing_changed});
    std::set<std::size_t> seen;
    for (const auto& change : changes) {
      const auto in = report_.step(change.measure);
      const auto& measures = model_.measures();
      const auto measure = measures.find(change.measure);
      if (!measure) {
        auto& problem =
            report_.add(problems::action_measure, {change.measure.empty() ? Argument(plan_words::blank) : Argument(change.measure)});
        problem.hint = hint(change.measure);
        continue;
      }
      if (!seen.insert(*measure).second) {
        report_.add(problems::action_measure, {Argument(change.measure)});
        continue;
      }
      if (reads_others(*measure)) report_.add(problems::action_relative, {Argument(change.measure)});
      if (const auto cell = this->cell(measures[*measure], change))
        out.push_back({ChangedCell::Of::measure, *measure, cell->state, cell->value});
    }
    std::sort(out.begin(), out.end(), [](const ChangedCell& a, const ChangedCell& b) { return a.place < b.place; });
    return out;
  }
  /// The measure that is labelled so, else the one whose name is nearest; nothing for one that is not there. Only the first are looked up.
  CHISO_INLINE std::string hint(std::string_view given) {
    const auto& measures = model_.measures();
    if (given.empty() || report_.total() > 100) return {};
    const auto typed = without_marks(given);
    for (std::size_t i = 0; i < measures.size(); ++i) {
      const auto& label = model_.draft().measures[i].second.about.label;
      for (const auto language : {Text::Language::vi, Text::Language::en})
        if (label && without_marks(label->in(language)) == typed) return std::string(measures[i].name);
    }
    return report_.suggestion(given, [&] {
      std::vector<std::string_view> names;
      for (std::size_t i = 0; i < measures.size(); ++i) names.push_back(measures[i].name);
      return names;
    });
  }
  /// Whether the points or the class of a row follow from the cells of its whole cohort.
  CHISO_INLINE bool reads_others(std::size_t measure) const {
    const auto readers = scores_.scorer().dependencies().readers(measure);
    return std::any_of(readers.begin(), readers.end(),
                       [](const Reader& reader) { return reader.source == CellSource::cohort && reader.kind != Reader::Kind::tie_break; });
  }
  CHISO_INLINE std::optional<Cell> cell(const Measure& measure, const ActionChange& change) {
    const CellReader reader(measure, {.decimal = '.'});
    std::string shown;
    const auto cell = std::visit(Overloaded{[](const NotApplicable&) { return Cell(0, State::not_applicable); },
                                            [&](const std::string& text) {
                                              shown = text;
                                              return reader.text(text);
                                            },
                                            [&](const double& number) {
                                              char digits[32];
                                              shown.assign(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
                                              return reader.number(number);
                                            },
                                            [&](const std::int64_t& number) {
                                              shown = std::to_string(number);
                                              return reader.integer(number);
                                            },
                                            [&](const bool& truth) {
                                              shown = truth ? "true" : "false";
                                              return reader.boolean(truth);
                                            },
                                            [&](const Date& date) {
                                              shown = date.text();
                                              return reader.date(date);
                                            }},
                                 change.value);
    if (cell.problem != nullptr || cell.state == State::missing) {
      const auto& expected = cell.problem != nullptr ? *cell.problem : problems::action_value;
      report_.add(problems::action_value, {shown.empty() ? Argument(plan_words::blank) : Argument(shown), reader.expected(expected)});
      return {};
    }
    return cell;
  }
  /// Costs become whole numbers of their smallest unit.
  CHISO_INLINE void add_costs(const std::vector<Action>& actions, std::vector<ReadAction>& out) {
    for (const auto& action : actions) decimals_ = (std::max)(decimals_, action.cost.scale());
    constexpr std::int64_t most = Decimal::power(18);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < actions.size(); ++i) {
      const auto at = report_.step(i);
      const auto in = report_.step("cost");
      const auto& cost = actions[i].cost;
      const auto scaled = cost.digits() >= 0 ? cost.scaled(decimals_) : std::nullopt;
      if (!scaled || *scaled > most - sum) {
        report_.add(problems::action_cost, {Argument(cost.text())});
        continue;
      }
      out[i].cost = *scaled;
      sum += *scaled;
    }
  }
  const Scores& scores_;
  const Model& model_;
  Report& report_;
  int decimals_ = 0;
};
}

struct Planner::Data {
  CHISO_INLINE Data(const Ranked& of, std::size_t of_row, std::vector<Action> given, PlanOptions with)
      : ranked(of), row(of_row), actions(std::move(given)), options(std::move(with)), what_if(of, {.others = options.others}) {}
  Ranked ranked;
  std::size_t row;
  std::vector<Action> actions;  // sorted by their ids
  PlanOptions options;
  WhatIf what_if;
  std::vector<planning::ReadAction> read{};
  int decimals = 0;  // of costs

  /// What is searched where so much is asked of the row; made when it is first asked for.
  CHISO_INLINE std::shared_ptr<const planning::SpaceBuilder> space(planning::Asked asked) const {
    const std::lock_guard lock(mutex);
    auto& known = spaces[asked];
    if (!known) known = std::make_shared<const planning::SpaceBuilder>(what_if, row, actions, read, asked);
    return known;
  }
  CHISO_INLINE Plan plan(const planning::Found& found, WhatIfRow& changed) const {
    Plan out{.actions = {}, .cost = Decimal(found.cost, decimals), .result = {}};
    std::vector<ChangedCell> cells;
    for (const auto action : found.actions) {
      out.actions.push_back(actions[action].id);
      cells.insert(cells.end(), read[action].cells.begin(), read[action].cells.end());
    }
    // What two actions set alike is one change.
    std::sort(cells.begin(), cells.end(), [](const ChangedCell& a, const ChangedCell& b) { return a.place < b.place; });
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    out.result = changed.result(cells);
    return out;
  }
  CHISO_INLINE std::vector<Plan> plans(const std::vector<planning::Found>& found) const {
    std::vector<Plan> out;
    if (found.empty()) return out;
    WhatIfRow changed(what_if, row);
    for (const auto& one : found) out.push_back(plan(one, changed));
    return out;
  }

 private:
  mutable std::mutex mutex{};
  mutable std::map<planning::Asked, std::shared_ptr<const planning::SpaceBuilder>> spaces{};
};

CHISO_INLINE Planner::Planner(const Ranked& ranked, std::size_t row, std::vector<Action> actions, PlanOptions options) {
  auto data = std::make_shared<Data>(ranked, row, std::move(actions), std::move(options));
  Report report;
  planning::ActionResolver reader(ranked.scores(), report);
  data->read = reader.read(data->actions);
  data->decimals = reader.decimals();
  if (report.has_errors()) {
    const auto total = report.errors();
    throw Error(plan_words::cannot_plan, report.take_errors(), total);
  }
  std::vector<std::size_t> order(data->actions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return data->actions[a].id < data->actions[b].id; });
  std::vector<Action> sorted;
  std::vector<planning::ReadAction> read;
  for (const auto at : order) {
    sorted.push_back(std::move(data->actions[at]));
    read.push_back(std::move(data->read[at]));
  }
  data->actions = std::move(sorted);
  data->read = std::move(read);
  data_ = std::move(data);
}
CHISO_INLINE const std::vector<Action>& Planner::actions() const { return data_->actions; }
CHISO_INLINE std::size_t Planner::row() const { return data_->row; }

CHISO_INLINE std::vector<Plan> Planner::plans(const Target& target, std::size_t most) const {
  const planning::TargetOfRow of(data_->ranked, data_->row, target, data_->options.others);
  const auto built = data_->space(of.asked());
  const auto exact = of.exact(*built);
  planning::PlanSearch search(built->space, exact, data_->options.progress);
  return data_->plans(search.best(of.goal(*built), most));
}
CHISO_INLINE std::vector<Plan> Planner::frontier() const {
  const auto built = data_->space({});
  const auto goal = planning::index_alone(*built, data_->ranked.scores().model().publish());
  planning::PlanSearch search(built->space, built->space.exact, data_->options.progress);
  auto all = search.frontier();
  std::erase_if(all, [&](const planning::Found& found) { return !goal.reached(found.values); });
  std::sort(all.begin(), all.end(), [&](const planning::Found& a, const planning::Found& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    if (const auto index = goal.compare(a.values, b.values); index != 0) return index > 0;
    return a.actions.size() != b.actions.size() ? a.actions.size() < b.actions.size() : a.actions < b.actions;
  });
  std::vector<planning::Found> out;
  for (auto& found : all)
    if (out.empty() || goal.compare(found.values, out.back().values) > 0) out.push_back(std::move(found));
  return data_->plans(out);
}
CHISO_INLINE std::optional<Plan> Planner::highest() const {
  const auto built = data_->space({});
  auto goal = planning::index_alone(*built, data_->ranked.scores().model().publish());
  planning::PlanSearch search(built->space, built->space.exact, data_->options.progress);
  const auto highest = search.highest(goal);
  if (!highest) return {};
  // The best set that reaches it.
  goal.reached = [compare = goal.compare, highest](const planning::Values& values) { return compare(values, *highest) >= 0; };
  auto plans = data_->plans(search.best(goal, 1));
  return std::move(plans.front());
}
}
