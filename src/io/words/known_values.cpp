#include <chiso/expr/decimals.hpp>
#include <chiso/expr/interval.hpp>
#include <io/words/known_values.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// A number of at most 18 digits before its point and 9 behind it; nothing for any other, since no range in a model ends there.
std::optional<Decimal> plain(const std::optional<Rational>& value) {
  const Rational large(Decimal::power(18));
  if (!value || !value->as_ratio() || *value > large || *value < -large) return {};
  const auto near = value->rounded(9, Rounding::down);
  return Rational(near) == *value ? std::optional(Decimal(near.digits(), near.scale())) : std::nullopt;
}
}

KnownValues known_values(const Program& program, const Measures& measures, const Derived& derived) {
  KnownValues out;
  if (program.type != Type::number) return out;
  out.whole = decimals_of(program, measures, derived) == 0;
  const auto interval = interval_of(program, measures, derived);
  if (interval.empty) return out;
  if (const auto least = plain(interval.least)) {
    out.within.lower = Cut{*least, false};
    if (out.whole && *least >= Decimal(0)) out.least = least;
  }
  if (const auto most = plain(interval.most)) out.within.upper = Cut{*most, true};
  return out;
}
}
