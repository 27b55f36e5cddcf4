#pragma once
#include <chiso/rule/context.hpp>
#include <chiso/rule/problems.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void RuleContext::problem(std::string_view name, const ProblemEntry& entry, Arguments arguments) const {
  const auto in = report.step(name);
  report.add(entry, std::move(arguments));
}
namespace detail {
/// Whether a number has decimals below a quantum; it may also be too large for quanta.
CHISO_INLINE bool too_fine(const Decimal& written, int point_decimals) {
  return Decimal(written.digits(), written.scale()).scale() > point_decimals;
}
}
CHISO_INLINE std::optional<Points> RuleContext::points(std::string_view name, const Decimal& written) const {
  const auto quanta = written.scaled(point_decimals);
  if (detail::too_fine(written, point_decimals))
    problem(name, problems::points_decimals, {written.text(), point_decimals});
  else if (!quanta || *quanta < 0 || *quanta > max.quanta) {
    constexpr Words within{"points within 0 and {0}", "điểm từ 0 đến {0}"};
    constexpr Words or_deduct{
        "points within 0 and {0}: deduct and deductions take points off, and penalties stand in adjustments",
        "điểm từ 0 đến {0}: muốn trừ điểm thì dùng cách chấm deduct hoặc deductions, còn điểm trừ ngoài thang ghi ở adjustments"};
    const auto most = as_decimal(max, point_decimals).text();
    problem(name, problems::points_range, {written.text(), Argument(written < Decimal(0) ? or_deduct : within, {most})});
  } else
    return Points{*quanta};
  return {};
}
CHISO_INLINE std::optional<Points> RuleContext::points_above_zero(std::string_view name, const Decimal& written) const {
  const auto quanta = written.scaled(point_decimals);
  if (written <= Decimal(0))
    problem(name, problems::points_range, {written.text(), written < Decimal(0) ? problems::above_0_or_deduct : problems::above_0});
  else if (detail::too_fine(written, point_decimals))
    problem(name, problems::points_decimals, {written.text(), point_decimals});
  else if (!quanta || *quanta >= most_quanta) {
    constexpr Words fewer{"fewer points, or fewer point_decimals", "điểm nhỏ hơn, hoặc point_decimals nhỏ hơn"};
    problem(name, problems::points_range, {written.text(), fewer});
  } else
    return Points{*quanta};
  return {};
}
}
