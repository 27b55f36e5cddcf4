#pragma once
#include <chiso/rank/impl/columns_of.ipp>
#include <chiso/rank/matrix.hpp>
#include <limits>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace detail {
CHISO_INLINE double matrix_value(const Tally& tally, const Criterion& node, MatrixValue value, const Model& model) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  // Quanta are below 2^53, so doubles hold them, and a quotient of two is rounded once.
  const auto quotient = [](std::int64_t num, std::int64_t den) { return static_cast<double>(num) / static_cast<double>(den); };
  switch (value) {
    case MatrixValue::share: {
      const auto of = node.is_entry() ? node.points.quanta : tally.applicable;
      return of == 0 ? none : quotient(tally.achieved, of);
    }
    case MatrixValue::points: return quotient(tally.achieved, Decimal::power(model.point_decimals()));
    case MatrixValue::applicable: return quotient(tally.applicable, Decimal::power(model.point_decimals()));
    case MatrixValue::index: {
      const auto index = index_of(tally, model.publish());
      return index ? index->to_double() : none;
    }
  }
  return none;
}
}

CHISO_INLINE Matrix matrix(const Scores& scores, std::span<const std::size_t> nodes, MatrixValue value) {
  const auto& model = scores.model();
  for (const auto node : nodes)
    if (node >= model.nodes().size())
      throw ShapeError("node " + std::to_string(node) + " of a model of " + std::to_string(model.nodes().size()) + " nodes");
  const auto columns = columns_of(scores, nodes);
  Matrix out{.rows = scores.rows(), .columns = nodes.size()};
  out.values.reserve(out.rows * out.columns);
  for (std::size_t i = 0; i < nodes.size(); ++i)
    for (std::size_t row = 0; row < out.rows; ++row)
      out.values.push_back(detail::matrix_value(columns[i].tally(row), model.nodes()[nodes[i]], value, model));
  return out;
}
}
