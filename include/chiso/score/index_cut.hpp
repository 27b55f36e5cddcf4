#pragma once
#include <algorithm>
#include <chiso/core/build.hpp>
#include <chiso/core/ratio.hpp>
#include <chiso/core/rounding.hpp>
#include <chiso/rule/ends.hpp>
#include <cstdint>
#include <limits>

namespace chiso::inline CHISO_BUILD {
/// An end of a band or a limit of a veto as a bound of the exact number, so that rows are compared with it and none is rounded.
class IndexCut {
 public:
  /// A bound of numbers as they are.
  CHISO_INLINE explicit IndexCut(const Cut& cut) : IndexCut(as_ratio(cut.at), cut.after) {}
  /// A bound of numbers that are rounded to `decimals` first: of those whose rounded value reaches the cut.
  CHISO_INLINE IndexCut(const Cut& cut, int decimals, Rounding rounding) : IndexCut(unrounded(cut, decimals, rounding)) {}

  /// Whether num / den, den > 0, is at the bound or beyond.
  CHISO_INLINE bool reached(std::int64_t num, std::int64_t den) const {
    if (!is_narrow_) return is_at_or_beyond(compare({num, den}, at_));
    const auto left = int128{num} * static_cast<std::int64_t>(at_.den), right = int128{static_cast<std::int64_t>(at_.num)} * den;
    return after_ ? left > right : left >= right;
  }
  /// The least whole number n of which n x step / den reaches it, for a step below 2^32 and a den, both above 0; within 64 bits.
  CHISO_INLINE std::int64_t least(std::int64_t step, std::int64_t den) const {
    constexpr auto first = (std::numeric_limits<std::int64_t>::min)(), last = (std::numeric_limits<std::int64_t>::max)();
    if (is_narrow_) {
      const auto whole = at_.num * den, of = at_.den * step, floor = floor_divide(whole, of);
      const auto out = after_ || floor * of != whole ? floor + 1 : floor;
      return static_cast<std::int64_t>((std::min)((std::max)(out, int128{first}), int128{last}));
    }
    int128 from = first, to = last;
    while (from < to) {
      const auto middle = floor_divide(from + to, 2);
      if (is_at_or_beyond(compare({middle * step, den}, at_)))
        to = middle;
      else
        from = middle + 1;
    }
    return static_cast<std::int64_t>(from);
  }

 private:
  IndexCut(const Ratio& at, bool after) : at_(at), after_(after) {
    constexpr int128 most = (std::numeric_limits<std::int64_t>::max)();
    is_narrow_ = at.num <= most && at.num >= -most && at.den <= most;
  }
  bool is_at_or_beyond(std::strong_ordering order) const { return after_ ? order > 0 : order >= 0; }
  CHISO_INLINE static IndexCut unrounded(const Cut& cut, int decimals, Rounding rounding) {
    // The least number of these decimals that reaches the cut, in its last digit.
    const auto at = as_ratio(cut.at);
    const auto scaled = at.num * Decimal::power(decimals);
    auto least = floor_divide(scaled, at.den);
    if (cut.after || least * at.den != scaled) ++least;
    const auto unit = Decimal::power(decimals);
    // Points may be below 0, where `down` is towards 0, and half_up away from it.
    if (rounding == Rounding::down) return least > 0 ? IndexCut({least, unit}, false) : IndexCut({least - 1, unit}, true);
    // Half a digit below it: half_even rounds that upwards only to an even digit.
    const bool after = rounding == Rounding::half_even ? least % 2 != 0 : least <= 0;
    return {{2 * least - 1, 2 * int128{unit}}, after};
  }
  Ratio at_;
  bool after_ = false;
  bool is_narrow_ = false;
};
}
