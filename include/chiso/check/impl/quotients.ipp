#pragma once
#include <algorithm>
#include <chiso/expr/rational.hpp>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

// The median of quotients, and of their distances from it, exactly. Doubles decide where they are clear by far, and exact numbers where
// two are close, so that no rounding of theirs can change an order, under a consumer's -ffast-math neither.
namespace chiso::inline CHISO_BUILD {
namespace detail {
/// A part of a sum or difference of doubles that is far above all of their errors.
inline constexpr double clear_part = 1e-9;
constexpr double size_of(double value) { return value < 0 ? -value : value; }

/// num / den of whole numbers below 2^60 in size, den above 0.
struct Quotient {
  double near = 0;
  std::int64_t num = 0, den = 1;
  Quotient() = default;
  Quotient(std::int64_t above, std::int64_t below)
      : near(static_cast<double>(above) / static_cast<double>(below)), num(above), den(below) {}
  CHISO_INLINE Rational exact() const { return {num, den}; }
  CHISO_INLINE friend bool operator<(const Quotient& a, const Quotient& b) {
    const auto difference = b.near - a.near;
    if (size_of(difference) > clear_part * (size_of(a.near) + size_of(b.near))) return difference > 0;
    return int128{a.num} * b.den < int128{b.num} * a.den;
  }
};

/// The middle two of the values in an order, which are one value if their number is odd. Reorders them.
template <class Value, class Less>
std::pair<Value, Value> middle_two(std::vector<Value>& values, const Less& less) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end(), less);
  return {values.size() % 2 == 1 ? *middle : *std::max_element(values.begin(), middle, less), *middle};
}
/// The same of many quotients, ordered by `less`: looked for among those alone whose key, nearly the number that orders them, shares its
/// part of the range of keys with the middle ones.
template <class Key, class Less>
std::pair<Quotient, Quotient> middle_of_many_quotients(std::vector<Quotient>& values, const Key& key, const Less& less,
                                                       std::vector<Quotient>& room) {
  constexpr std::size_t parts = 4096;
  if (values.size() < 8 * parts) return middle_two(values, less);
  double low = key(values[0]), high = low;
  for (const auto& value : values) {
    const auto at = key(value);
    low = at < low ? at : low;
    high = at > high ? at : high;
  }
  const auto range = high - low;
  if (!(range > clear_part * double{parts} * (size_of(low) + size_of(high)))) return middle_two(values, less);
  const auto scale = (double{parts} - 1) / range;
  const auto part = [&](const Quotient& value) { return static_cast<std::size_t>((key(value) - low) * scale); };
  std::vector<std::uint32_t> counts(parts + 1);
  for (const auto& value : values) ++counts[part(value)];
  const auto first = (values.size() - 1) / 2, second = values.size() / 2;
  std::size_t before = 0, from = 0;
  while (before + counts[from] <= first) before += counts[from++];
  auto to = from;
  for (auto through = before + counts[from]; through <= second; through += counts[to]) ++to;
  // A key that is not exact may stand in the part beside its own.
  if (from > 0) before -= counts[--from];
  ++to;
  room.clear();
  for (const auto& value : values)
    if (const auto at = part(value); at >= from && at <= to) room.push_back(value);
  const auto place = [&](std::size_t rank) { return room.begin() + static_cast<std::ptrdiff_t>(rank - before); };
  std::nth_element(room.begin(), place(second), room.end(), less);
  return {first == second ? *place(second) : *std::max_element(room.begin(), place(second), less), *place(second)};
}
/// Added two by two, so that few sums have large denominators.
CHISO_INLINE Rational sum_of(const std::vector<Rational>& values, std::size_t first, std::size_t count) {
  if (count == 0) return {};
  if (count == 1) return values[first];
  return sum_of(values, first, count / 2) + sum_of(values, first + count / 2, count - count / 2);
}

/// An exact number that quotients are compared with.
class NearNumber {
 public:
  CHISO_INLINE explicit NearNumber(Rational exact) : exact_(std::move(exact)) {
    constexpr std::int64_t unit = std::int64_t{1} << 40;
    auto ratio = exact_.as_ratio();
    double divisor = 1;
    if (!ratio) {
      ratio = (exact_ * Rational(unit)).floor().as_ratio();
      divisor = static_cast<double>(unit);
    }
    is_near_ = ratio.has_value();
    if (!is_near_) return;
    near_ = static_cast<double>(ratio->num) / static_cast<double>(ratio->den) / divisor;
    error_ = clear_part * size_of(near_) + (divisor > 1 ? 1 / divisor : 0);
  }
  const Rational& exact() const { return exact_; }
  CHISO_INLINE bool is_above(const Quotient& value) const { return is_clear(value) ? near_ > value.near : exact_ > value.exact(); }
  CHISO_INLINE bool is_below(const Quotient& value) const { return is_clear(value) ? near_ < value.near : exact_ < value.exact(); }

 private:
  bool is_clear(const Quotient& value) const { return is_near_ && size_of(near_ - value.near) > error_ + clear_part * size_of(value.near); }
  Rational exact_;
  bool is_near_ = false;
  double near_ = 0, error_ = 0;
};

/// Orders quotients by their distance from a median.
class Distances {
 public:
  CHISO_INLINE explicit Distances(const Rational& median) : median_(median), twice_(median + median) {
    const auto ratio = twice_.as_ratio();
    near_twice_ = static_cast<double>(ratio->num) / static_cast<double>(ratio->den);  // of two quotients, which are small
  }
  CHISO_INLINE bool operator()(const Quotient& a, const Quotient& b) const {
    const bool a_is_above = median_.is_below(a), b_is_above = median_.is_below(b);
    if (a_is_above != b_is_above) return a_is_above ? sum_is(a, b, -1) : sum_is(a, b, 1);
    return a_is_above ? a < b : b < a;
  }
  /// Nearly the distance.
  double near(const Quotient& value) const { return size_of(value.near - near_twice_ / 2); }
  CHISO_INLINE Rational of(const Quotient& value) const {
    const auto out = value.exact() - median_.exact();
    return out.sign() < 0 ? -out : out;
  }
  /// Those of one denominator are added as whole numbers first.
  CHISO_INLINE Rational sum(const std::vector<Quotient>& values) const {
    std::unordered_map<std::int64_t, std::pair<int128, std::int64_t>> of_denominator;  // sum of signed numerators, and of signs
    for (const auto& value : values) {
      auto& [numerators, signs] = of_denominator[value.den];
      const int sign = median_.is_below(value) ? 1 : -1;
      numerators += sign * int128{value.num};
      signs += sign;
    }
    std::vector<std::pair<std::int64_t, std::pair<int128, std::int64_t>>> in_order(of_denominator.begin(), of_denominator.end());
    std::sort(in_order.begin(), in_order.end());
    std::vector<Rational> sums;
    std::int64_t signs = 0;
    for (const auto& [denominator, of] : in_order) {
      sums.emplace_back(of.first, int128{denominator});
      signs += of.second;
    }
    return sum_of(sums, 0, sums.size()) - Rational(signs) * median_.exact();
  }

 private:
  /// Whether the sum of two values is above twice the median (1) or below it (-1).
  CHISO_INLINE bool sum_is(const Quotient& a, const Quotient& b, int side) const {
    const auto over = a.near + b.near - near_twice_;
    if (size_of(over) > clear_part * (size_of(a.near) + size_of(b.near) + size_of(near_twice_))) return (over > 0) == (side > 0);
    return (a.exact() + b.exact() - twice_).sign() == side;
  }
  NearNumber median_;
  Rational twice_;
  double near_twice_ = 0;
};
}
}
