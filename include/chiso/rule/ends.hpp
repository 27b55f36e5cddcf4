#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/report.hpp>
#include <chiso/core/words.hpp>
#include <chiso/expr/interval.hpp>
#include <compare>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The ends of a tier or of a class band, as written: a lower end, an upper end or both; only the last of a list may have none.
struct Ends {
  static constexpr Words words{
      .en =
          "[exactly {only}|from {from} to below {below}|from {from} to {to}|above {above} to below {below}|above {above} to {to}|"
          "{from} or more|above {above}|below {below}|at most {to}|otherwise]",
      .vi =
          "[bằng {only}|từ {from} đến dưới {below}|từ {from} đến {to}|trên {above} đến dưới {below}|trên {above} đến {to}|"
          "từ {from} trở lên|trên {above}|dưới {below}|không quá {to}|còn lại]"};
  std::optional<Decimal> above{};  ///< Lower end, itself outside.
  std::optional<Decimal> from{};   ///< Lower end, itself inside; given in place of `above`.
  std::optional<Decimal> below{};  ///< Upper end, itself outside.
  std::optional<Decimal> to{};     ///< Upper end, itself inside; given in place of `below`.
  template <class T = Ends>
  static constexpr auto fields() {
    return std::tuple{optional("above", &T::above, {"lower end, itself outside", "giới hạn dưới, không tính giá trị giới hạn"}, Role::end),
                      optional("from", &T::from, {"lower end, itself inside", "giới hạn dưới, tính cả giá trị giới hạn"}, Role::end),
                      optional("below", &T::below, {"upper end, itself outside", "giới hạn trên, không tính giá trị giới hạn"}, Role::end),
                      optional("to", &T::to, {"upper end, itself inside", "giới hạn trên, tính cả giá trị giới hạn"}, Role::end)};
  }
};

/// A cut of the number line just before or just after a number. Every end of a range is a cut, so a range is [lower, upper) in cuts.
struct Cut {
  Decimal at{};        ///< The number.
  bool after = false;  ///< Just after it; otherwise just before it.
  /// The order on the number line.
  friend auto operator<=>(const Cut&, const Cut&) = default;
};
/// A range of numbers; an absent end means infinity.
struct Range {
  std::optional<Cut> lower{};  ///< Where it begins; absent: below every number.
  std::optional<Cut> upper{};  ///< Where it ends; absent: above every number.
};
/// The range between the ends; of two on one side `from` and `to` count.
CHISO_INLINE Range range_of(const Ends& ends);

/// Whether a range contains a value; order_to(number) gives the order of the value relative to a number.
template <class OrderTo>
bool holds(const Range& range, const OrderTo& order_to) {
  const auto reached = [&](const Cut& cut) {
    const auto order = order_to(cut.at);
    return cut.after ? order > 0 : order >= 0;
  };
  return (!range.lower || reached(*range.lower)) && (!range.upper || !reached(*range.upper));
}

/// Checks a list of tiers or bands that is read in order until one contains the value. Problems go to the report at each index. Those that
/// ask for more than their numbers (by place; none if the list is empty) hold none of them for the ones behind.
CHISO_INLINE void check_ends(const std::vector<Ends>& list, Report& report, const std::vector<bool>& asks_more = {});
/// Which of a list of ranges can be the first that contains one of these values. In doubt the answer is yes. `asks_more` as for
/// check_ends. O(size log size).
CHISO_INLINE std::vector<bool> reachable(const std::vector<Range>& list, const Interval& values, const std::vector<bool>& asks_more = {});
/// Numbers between two ranges of a list, which none but the last holds: from the upper end of one to the lower end of the other.
struct Gap {
  std::size_t lower = 0;  ///< The place of the range below it.
  std::size_t upper = 0;  ///< The place of the range above it.
  Cut from{};             ///< Where it begins: the upper end of the range below.
  Cut to{};               ///< Where it ends.
};
/// The gaps that look like a slip: no wider than one unit of the last digit that their ends are written with (to 89, from 90), and with
/// room for a value, whose decimals are given if they are known. The last range, which takes the rest, is left out. O(size log size).
CHISO_INLINE std::vector<Gap> narrow_gaps(const std::vector<Range>& list, const std::optional<int>& decimals);
/// `above 89, below 90`.
CHISO_INLINE Argument words_of(const Gap& gap);
/// The ends of a tier or band: `from 70, below 90`; empty if there are none.
CHISO_INLINE Argument words_of(const Ends& ends);
/// Whether two ranges overlap or touch, so that a single range could replace both.
CHISO_INLINE bool adjoin(const Range& a, const Range& b);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rule/impl/ends.ipp>
#endif
