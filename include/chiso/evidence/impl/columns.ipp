#pragma once
#include <chiso/core/text.hpp>
#include <chiso/evidence/columns.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Measure stated_measure(const Model& model, std::size_t leaf) {
  const auto& node = model.nodes()[model.items()[leaf]];
  return {.name = std::string(stated_prefix) + node.id,
          .type = MeasureType::decimal,
          .decimals = model.point_decimals(),
          .min = Decimal(0),
          .max = as_decimal(node.points, model.point_decimals())};
}

CHISO_INLINE std::string_view first_line(std::string_view name) {
  const auto end = end_of_line(name);
  return end == name.npos ? std::string_view{} : trimmed(name.substr(0, end));
}
}
