#pragma once
#include <chiso/rule/context.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void RuleContext::problem(std::string_view name, std::string_view code, std::string_view found,
                                       std::string_view expected) const {
  const auto in = report.step(name);
  report.add(code, found, expected);
}
namespace checking {
/// Whether it has decimals below a quantum; a number may also be too large for quanta.
CHISO_INLINE bool too_fine(const Decimal& written, int point_decimals) {
  return Decimal(written.digits(), written.scale()).scale() > point_decimals;
}
}
CHISO_INLINE std::optional<Points> RuleContext::points(std::string_view name, const Decimal& written) const {
  const auto quanta = written.scaled(point_decimals);
  if (checking::too_fine(written, point_decimals))
    problem(name, "points.decimals", written.text(), "at most " + std::to_string(point_decimals) + " decimals, as point_decimals says");
  else if (!quanta || *quanta < 0 || *quanta > max.quanta)
    problem(name, "points.range", written.text(), "points within 0 and " + as_decimal(max, point_decimals).text());
  else
    return Points{*quanta};
  return {};
}
CHISO_INLINE std::optional<Points> RuleContext::points_above_zero(std::string_view name, const Decimal& written) const {
  const auto quanta = written.scaled(point_decimals);
  if (written <= Decimal(0))
    problem(name, "points.range", written.text(), "points above 0");
  else if (checking::too_fine(written, point_decimals))
    problem(name, "points.decimals", written.text(), "at most " + std::to_string(point_decimals) + " decimals, as point_decimals says");
  else if (!quanta || *quanta >= most_quanta)
    problem(name, "points.range", written.text(), "fewer points, or fewer point_decimals");
  else
    return Points{*quanta};
  return {};
}
}
