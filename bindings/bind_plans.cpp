#include <pybind11/stl.h>
#include "bindings.hpp"
#include "card.hpp"
#include "casters.hpp"
#include "progress.hpp"
#include "scored.hpp"
#include <chiso/plan/plan.hpp>

namespace chiso_python {
namespace {
using ChangeParts = std::pair<std::string, std::variant<bool, std::int64_t, double, std::string>>;
/// Id, changes, cost as text, group.
using ActionParts = std::tuple<std::string, std::vector<ChangeParts>, std::string, std::optional<std::string>>;
/// Ids, cost, index, rank, class, whether the row is complete.
using PlanParts = std::tuple<std::vector<std::string>, chiso::Decimal, std::optional<Figure>, std::optional<std::size_t>,
                             std::optional<std::string>, bool>;

chiso::Decimal decimal_of(const std::string& text) {
  const auto value = chiso::Decimal::parse(text);
  if (!value) throw py::value_error("'" + text + "' is not a decimal number of at most 18 digits");
  return *value;
}
std::vector<chiso::Action> actions_of(const std::vector<ActionParts>& parts) {
  std::vector<chiso::Action> out;
  for (const auto& [id, changes, cost, group] : parts) {
    auto& action = out.emplace_back(chiso::Action{.id = id, .changes = {}, .cost = decimal_of(cost), .group = group});
    for (const auto& [measure, value] : changes)
      action.changes.push_back({measure, std::visit([](const auto& one) { return decltype(chiso::ActionChange::value)(one); }, value)});
  }
  return out;
}
PlanParts parts_of(const chiso::Plan& plan) {
  const auto& result = plan.result;
  return {plan.actions,
          plan.cost,
          result.index ? std::optional(figure(result.index->published(), result.index->exact())) : std::nullopt,
          result.rank,
          result.class_id.empty() ? std::nullopt : std::optional(std::string(result.class_id)),
          result.tally.complete};
}
std::vector<PlanParts> parts_of(const std::vector<chiso::Plan>& plans) {
  std::vector<PlanParts> out;
  for (const auto& plan : plans) out.push_back(parts_of(plan));
  return out;
}
chiso::Target target_of(const std::string& kind, const std::string& value) {
  if (kind == "index") return chiso::Target::index(decimal_of(value));
  if (kind == "published") return chiso::Target::published(decimal_of(value));
  if (kind == "class") return chiso::Target::class_id(value);
  return chiso::Target::rank(std::stoull(value));
}
/// What plans are made from, and what is told while they are.
struct PlanMaker {
  std::optional<Told> told;
  std::optional<chiso::Planner> planner{};
};
}

void bind_plans(py::module_& module) {
  py::class_<PlanMaker>(module, "Planner")
      .def(py::init([](const Scored& scored, std::size_t row, const std::vector<ActionParts>& actions, const std::string& others,
                       std::optional<Told> progress) {
             auto made = std::make_unique<PlanMaker>(PlanMaker{std::move(progress)});
             auto read = actions_of(actions);
             const auto raised = decimal_of(others);
             const py::gil_scoped_release released;
             made->planner.emplace(scored.ranked(), row, std::move(read),
                                   chiso::PlanOptions{.others = raised, .progress = telling(made->told)});
             return made;
           }),
           py::arg("scores"), py::arg("row"), py::arg("actions"), py::arg("others"), py::arg("progress") = py::none())
      .def(
          "plans",
          [](const PlanMaker& self, const std::string& kind, const std::string& value, std::size_t most) {
            const auto target = target_of(kind, value);
            const auto plans = [&] {
              const py::gil_scoped_release released;
              return self.planner->plans(target, most);
            }();
            return parts_of(plans);
          },
          py::arg("kind"), py::arg("value"), py::arg("most"))
      .def("frontier",
           [](const PlanMaker& self) {
             const auto plans = [&] {
               const py::gil_scoped_release released;
               return self.planner->frontier();
             }();
             return parts_of(plans);
           })
      .def("highest", [](const PlanMaker& self) {
        const auto plan = [&] {
          const py::gil_scoped_release released;
          return self.planner->highest();
        }();
        return plan ? std::optional(parts_of(*plan)) : std::nullopt;
      });
}
}
