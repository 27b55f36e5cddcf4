#include <pybind11/stl.h>
#include "bindings.hpp"
#include "card.hpp"
#include <chiso/model/weights.hpp>
#include <tuple>

namespace chiso_python {
namespace {
/// The node, the group that it stands in, the points, and the local and global weight.
using WeightRow = std::tuple<std::string, std::optional<std::string>, chiso::Decimal, std::optional<Fraction>, std::optional<Fraction>>;
std::optional<Fraction> fraction_of(const std::optional<chiso::Rational>& weight) {
  return weight ? std::optional(fraction(*weight)) : std::nullopt;
}
/// A node, its weight as a fraction, if it is a number of at most 65,536 characters, and what was given, as messages show it.
using WeightGiven = std::tuple<std::string, std::optional<std::string>, std::string>;
}

void bind_weights(py::module_& module) {
  module.def(
      "weights",
      [](const chiso::Model& model) {
        std::vector<WeightRow> out;
        for (const auto& one : weights(model)) {
          const auto& node = model.nodes()[one.node];
          const bool at_top = node.parent == chiso::Criterion::none;
          out.emplace_back(node.id, at_top ? std::nullopt : std::optional(model.nodes()[node.parent].id),
                           chiso::as_decimal(one.points, model.point_decimals()), fraction_of(one.local), fraction_of(one.global));
        }
        return out;
      },
      py::arg("model"));
  module.def(
      "with_weights",
      [](const chiso::Model& model, const std::vector<WeightGiven>& given, chiso::WeightOf of) {
        std::vector<chiso::GivenWeight> weights;
        for (const auto& [id, number, shown] : given)
          weights.push_back({id, number ? chiso::Rational::of_text(*number) : std::nullopt, shown});
        return with_weights(model, weights, of);
      },
      py::arg("model"), py::arg("weights"), py::arg("of"), py::call_guard<py::gil_scoped_release>());
}
}
