#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/core/report.hpp>
#include <compare>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The ends of a tier or of a class band, as written (SPEC 5): a lower end, an upper end, both, or, for the last, none.
struct Ends {
  std::optional<Decimal> above{};
  std::optional<Decimal> from{};
  std::optional<Decimal> below{};
  std::optional<Decimal> to{};
};

/// A cut of the number line just before or just after a number; every end of a range is one, so a range is [lower, upper) of cuts.
struct Cut {
  Decimal at{};
  bool after = false;
  friend auto operator<=>(const Cut&, const Cut&) = default;
};
/// A range of numbers; an absent end reaches to infinity.
struct Range {
  std::optional<Cut> lower{};
  std::optional<Cut> upper{};
};
Range range_of(const Ends& ends);
bool holds(const Range& range, const Ratio& value);

/// Checks a list of tiers or bands read in order, the first that holds wins; problems go to the report at each index.
void check_ends(const std::vector<Ends>& list, Report& report);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/ends.ipp>
#endif
