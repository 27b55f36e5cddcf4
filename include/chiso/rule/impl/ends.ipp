#pragma once
#include <algorithm>
#include <chiso/rule/ends.hpp>
#include <chiso/rule/problems.hpp>
#include <iterator>
#include <map>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Range range_of(const Ends& ends) {
  Range out;
  if (ends.above) out.lower = Cut{*ends.above, true};
  if (ends.from) out.lower = Cut{*ends.from, false};
  if (ends.below) out.upper = Cut{*ends.below, false};
  if (ends.to) out.upper = Cut{*ends.to, true};
  return out;
}

namespace detail {
/// A lower or upper end; without a cut it lies before or after every number.
struct Edge {
  int side = 0;  // -1 before every number, 1 after every number
  Cut cut{};
  friend auto operator<=>(const Edge&, const Edge&) = default;
};
CHISO_INLINE Edge lower_edge(const Range& range) { return range.lower ? Edge{0, *range.lower} : Edge{-1, {}}; }
CHISO_INLINE Edge upper_edge(const Range& range) { return range.upper ? Edge{0, *range.upper} : Edge{1, {}}; }

/// The numbers that earlier ranges cover, as ranges that neither overlap nor touch: upper ends by lower ends.
class CoveredNumbers {
 public:
  CHISO_INLINE bool all_of(const Range& range) const {
    const auto lower = lower_edge(range), upper = upper_edge(range);
    if (lower >= upper) return true;  // the range is empty
    const auto after = ends_.upper_bound(lower);
    return after != ends_.begin() && std::prev(after)->second >= upper;
  }
  /// O(log of the list) amortised: a range that is absorbed is gone.
  CHISO_INLINE void add(const Range& range) {
    auto lower = lower_edge(range), upper = upper_edge(range);
    auto at = ends_.upper_bound(lower);
    if (at != ends_.begin() && std::prev(at)->second >= lower) --at;
    while (at != ends_.end() && at->first <= upper) {
      lower = (std::min)(lower, at->first);
      upper = (std::max)(upper, at->second);
      at = ends_.erase(at);
    }
    ends_.emplace(lower, upper);
  }

 private:
  std::map<Edge, Edge> ends_;
};
}

CHISO_INLINE void check_ends(const std::vector<Ends>& list, Report& report, const std::vector<bool>& asks_more) {
  detail::CoveredNumbers earlier;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto step = report.step(i);
    const auto& ends = list[i];
    const bool last = i + 1 == list.size(), any = ends.above || ends.from || ends.below || ends.to;
    if ((ends.above && ends.from) || (ends.below && ends.to)) {
      constexpr Words lower{"above and from", "cả above và from"}, upper{"below and to", "cả below và to"};
      report.add(problems::ends_two, {ends.above && ends.from ? lower : upper});
    } else if (any == last) {
      constexpr Words on_last{"ends on the last", "giới hạn ở mức cuối"}, no_end{"no end", "thiếu giới hạn", Words::absence},
          none{"none on the last, which takes the rest", "không ghi giới hạn ở mức cuối, vì mức này nhận mọi giá trị còn lại"},
          an_end{"an end on all but the last", "ghi giới hạn ở mọi mức, trừ mức cuối"};
      report.add(problems::ends_last, any ? Arguments{on_last, none} : Arguments{no_end, an_end});
    } else if (const auto range = range_of(ends); earlier.all_of(range)) {
      constexpr Words holds_none{"a range that holds no number", "khoảng không chứa giá trị nào"},
          is_held{"a range that earlier ones hold", "khoảng đã thuộc các mức trước"};
      const bool empty = range.lower && range.upper && *range.lower >= *range.upper;
      report.add(problems::ends_unreachable, {empty ? holds_none : is_held});
    } else if (asks_more.empty() || !asks_more[i]) {
      earlier.add(range);
    }
  }
}

namespace detail {
/// The value with at most 18 decimals, rounded down; empty if it is beyond every number that a model can have.
CHISO_INLINE std::optional<Decimal> rounded_down(const Rational& value) {
  constexpr int decimals = 18;
  const Rational limit(Decimal::power(18));
  if (value >= limit || value <= -limit) return {};
  return Decimal((value * Rational(Decimal::power(decimals))).floor().as_ratio()->num, decimals);
}
}

CHISO_INLINE std::vector<bool> reachable(const std::vector<Range>& list, const Interval& values, const std::vector<bool>& asks_more) {
  std::vector<bool> out(list.size());
  if (values.empty) return out;
  detail::CoveredNumbers covered;  // numbers that cannot be a value count as covered by an earlier range
  if (const auto least = values.least ? detail::rounded_down(*values.least) : std::nullopt) covered.add({{}, Cut{*least, false}});
  if (const auto most = values.most ? detail::rounded_down(-*values.most) : std::nullopt)
    covered.add({Cut{Decimal(-most->digits(), most->scale()), true}, {}});
  for (std::size_t i = 0; i < list.size(); ++i) {
    out[i] = !covered.all_of(list[i]);
    if (out[i] && (asks_more.empty() || !asks_more[i])) covered.add(list[i]);
  }
  return out;
}

namespace detail {
/// Whether a value of these decimals, or of any, lies between two cuts that differ.
CHISO_INLINE bool has_room(const Cut& from, const Cut& to, const std::optional<int>& decimals) {
  if (!decimals) return true;
  const Rational power(Decimal::power(*decimals));
  auto least = -(-(Rational(from.at) * power)).floor();  // the first number of these decimals at the cut or beyond
  if (from.after && least == Rational(from.at) * power) least = least + Rational(1);
  const auto end = Rational(to.at) * power;
  return to.after ? least <= end : least < end;
}
CHISO_INLINE bool is_narrow(const Cut& from, const Cut& to) {
  const auto written = [](const Decimal& number) { return Decimal(number.digits(), number.scale()).scale(); };
  const auto scale = (std::max)(written(from.at), written(to.at));
  return (Rational(to.at) - Rational(from.at)) * Rational(Decimal::power(scale)) <= Rational(1);
}
}
CHISO_INLINE std::vector<Gap> narrow_gaps(const std::vector<Range>& list, const std::optional<int>& decimals) {
  using namespace detail;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i + 1 < list.size(); ++i) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lower_edge(list[a]) < lower_edge(list[b]); });
  std::vector<Gap> out;
  for (std::size_t i = 0, highest = 0; i < order.size(); ++i) {
    const auto before = upper_edge(list[order[highest]]), lower = lower_edge(list[order[i]]);
    if (before < lower && is_narrow(before.cut, lower.cut) && has_room(before.cut, lower.cut, decimals))
      out.push_back({order[highest], order[i], before.cut, lower.cut});
    if (before < upper_edge(list[order[i]])) highest = i;
  }
  return out;
}
CHISO_INLINE Argument words_of(const Gap& gap) {
  Ends ends;
  (gap.from.after ? ends.above : ends.from) = gap.from.at;
  (gap.to.after ? ends.to : ends.below) = gap.to.at;
  return words_of(ends);
}
CHISO_INLINE Argument words_of(const Ends& ends) {
  constexpr Words above{"above {0}", "trên {0}"}, from{"from {0}", "từ {0}"}, below{"below {0}", "dưới {0}"}, to{"to {0}", "đến {0}"},
      both{"{0}, {1}", "{0}, {1}"};
  const auto end = [](const Words& words, const std::optional<Decimal>& at) { return at ? Argument(words, {at->text()}) : Argument(); };
  auto lower = ends.above ? end(above, ends.above) : end(from, ends.from), upper = ends.below ? end(below, ends.below) : end(to, ends.to);
  if (lower.empty()) return upper;
  return upper.empty() ? lower : Argument(both, {std::move(lower), std::move(upper)});
}
CHISO_INLINE bool adjoin(const Range& a, const Range& b) {
  using namespace detail;
  return lower_edge(a) <= upper_edge(b) && lower_edge(b) <= upper_edge(a);
}
}
