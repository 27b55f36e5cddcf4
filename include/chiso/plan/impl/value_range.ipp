#pragma once
#include <algorithm>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/rational.hpp>
#include <optional>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// What can come out of something while one measure goes through a range of values k: which states, and between which numbers; whether it
/// only rises or only falls with k; and the line p + q x k that it is, if it is one. All of it holds for certain, though more may be true.
struct ValueRange {
  /// p + q x k.
  struct Line {
    Rational p{}, q{};
    CHISO_INLINE Rational at(const Rational& k) const { return p + q * k; }
  };
  std::uint8_t states = 1;                  ///< A bit for each State that is possible.
  std::optional<Rational> least{}, most{};  ///< Of the values; absent: no bound is known.
  bool rises = false, falls = false;        ///< It never falls, or never rises. Only where it is always a value.
  std::optional<Line> line{};               ///< Likewise.

  static constexpr std::uint8_t bit(State state) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(state)); }
  CHISO_INLINE bool may_be(State state) const { return (states & bit(state)) != 0; }
  CHISO_INLINE bool is_value() const { return states == bit(State::value); }
  CHISO_INLINE bool has_value() const { return may_be(State::value); }
  CHISO_INLINE bool is_one() const { return is_value() && rises && falls; }

  CHISO_INLINE static ValueRange of(const Outcome& outcome) {
    if (outcome.state != State::value) return {.states = bit(outcome.state)};
    return one(outcome.value);
  }
  CHISO_INLINE static ValueRange one(const Rational& value) {
    return {.least = value, .most = value, .rises = true, .falls = true, .line = Line{value, Rational(0)}};
  }
  CHISO_INLINE static ValueRange truth(bool may_be_false, bool may_be_true) {
    ValueRange out{.least = Rational(may_be_false ? 0 : 1), .most = Rational(may_be_true ? 1 : 0)};
    out.rises = out.falls = may_be_false != may_be_true;
    return out;
  }
  CHISO_INLINE static ValueRange only(std::uint8_t states) { return {.states = states}; }
  /// Whether a truth can be false, or true.
  CHISO_INLINE bool may_be_false() const { return has_value() && (!least || least->sign() <= 0); }
  CHISO_INLINE bool may_be_true() const { return has_value() && (!most || most->sign() > 0); }
  /// Takes what is only true of values away, where there may be none.
  CHISO_INLINE void settle() {
    if (is_value()) {
      if (least && most && *least == *most) rises = falls = true;
      return;
    }
    rises = falls = false;
    line.reset();
  }
};
/// The states of what is the strongest of two.
CHISO_INLINE std::uint8_t strongest_of(std::uint8_t a, std::uint8_t b) {
  std::uint8_t out = 0;
  for (unsigned i = 0; i < 4; ++i)
    for (unsigned j = 0; j < 4; ++j)
      if ((a >> i & 1U) != 0 && (b >> j & 1U) != 0) out |= static_cast<std::uint8_t>(1U << (std::max)(i, j));
  return out;
}
CHISO_INLINE std::optional<Rational> both_of(const std::optional<Rational>& a, const std::optional<Rational>& b, bool greater) {
  if (!a || !b) return {};
  return greater ? (std::max)(*a, *b) : (std::min)(*a, *b);
}
/// What is one of two.
CHISO_INLINE ValueRange hull_of(const ValueRange& a, const ValueRange& b) {
  if (!a.has_value() || !b.has_value()) {
    auto out = a.has_value() ? a : b;
    out.states = a.states | b.states;
    out.settle();
    return out;
  }
  ValueRange out{.states = static_cast<std::uint8_t>(a.states | b.states),
                 .least = both_of(a.least, b.least, false),
                 .most = both_of(a.most, b.most, true)};
  out.settle();
  return out;
}
CHISO_INLINE ValueRange opposite_of(const ValueRange& a) {
  ValueRange out{.states = a.states, .rises = a.falls, .falls = a.rises};
  if (a.most) out.least = -*a.most;
  if (a.least) out.most = -*a.least;
  if (a.line) out.line = ValueRange::Line{-a.line->p, -a.line->q};
  return out;
}
/// The range of k, to which all ranges of values belong.
struct KRange {
  std::int64_t from = 0, to = 0;
};
/// Takes ends and directions from the line, which is exact.
CHISO_INLINE void by_line(ValueRange& out, const KRange& k) {
  if (!out.line || !out.is_value()) return;
  const auto a = out.line->at(Rational(k.from)), b = out.line->at(Rational(k.to));
  out.least = (std::min)(a, b);
  out.most = (std::max)(a, b);
  out.rises = out.line->q.sign() >= 0;
  out.falls = out.line->q.sign() <= 0;
}
CHISO_INLINE ValueRange sum_of(const ValueRange& a, const ValueRange& b, const KRange& k) {
  ValueRange out{.states = strongest_of(a.states, b.states), .rises = a.rises && b.rises, .falls = a.falls && b.falls};
  if (a.least && b.least) out.least = *a.least + *b.least;
  if (a.most && b.most) out.most = *a.most + *b.most;
  if (a.line && b.line) out.line = ValueRange::Line{a.line->p + b.line->p, a.line->q + b.line->q};
  out.settle();
  by_line(out, k);
  return out;
}
CHISO_INLINE bool is_at_least_0(const ValueRange& a) { return a.least && a.least->sign() >= 0; }
CHISO_INLINE bool is_at_most_0(const ValueRange& a) { return a.most && a.most->sign() <= 0; }
CHISO_INLINE ValueRange product_of(const ValueRange& a, const ValueRange& b, const KRange& k) {
  if (is_at_most_0(a) && !is_at_least_0(a)) return opposite_of(product_of(opposite_of(a), b, k));
  if (is_at_most_0(b) && !is_at_least_0(b)) return opposite_of(product_of(a, opposite_of(b), k));
  ValueRange out{.states = strongest_of(a.states, b.states)};
  if (a.least && a.most && b.least && b.most) {
    const std::array<Rational, 4> ends{*a.least * *b.least, *a.least * *b.most, *a.most * *b.least, *a.most * *b.most};
    out.least = *std::min_element(ends.begin(), ends.end());
    out.most = *std::max_element(ends.begin(), ends.end());
  } else if (is_at_least_0(a) && is_at_least_0(b)) {
    out.least = *a.least * *b.least;
  }
  if (is_at_least_0(a) && is_at_least_0(b)) {
    out.rises = a.rises && b.rises;
    out.falls = a.falls && b.falls;
  } else if (a.is_one() && is_at_least_0(a)) {
    out.rises = b.rises, out.falls = b.falls;
  } else if (b.is_one() && is_at_least_0(b)) {
    out.rises = a.rises, out.falls = a.falls;
  }
  if (a.line && b.line && a.line->q.sign() == 0) out.line = ValueRange::Line{a.line->p * b.line->p, a.line->p * b.line->q};
  if (a.line && b.line && b.line->q.sign() == 0) out.line = ValueRange::Line{a.line->p * b.line->p, a.line->q * b.line->p};
  out.settle();
  by_line(out, k);
  return out;
}
/// a / b, undefined where b is 0.
CHISO_INLINE ValueRange quotient_of(const ValueRange& a, const ValueRange& b, const KRange& k) {
  auto states = strongest_of(a.states, b.states);
  const bool may_be_0 = b.has_value() && (!b.least || b.least->sign() <= 0) && (!b.most || b.most->sign() >= 0);
  if (!may_be_0) {
    ValueRange inverse{.states = b.states, .rises = b.falls, .falls = b.rises};
    const bool above = b.least && b.least->sign() > 0;
    if (b.most && b.most->sign() != 0) inverse.least = Rational(1) / *b.most;
    if (b.least && b.least->sign() != 0) inverse.most = Rational(1) / *b.least;
    if (above && !inverse.least) inverse.least = Rational(0);
    if (!above && !inverse.most) inverse.most = Rational(0);
    if (b.line && b.line->q.sign() == 0) inverse.line = ValueRange::Line{Rational(1) / b.line->p, Rational(0)};
    auto out = product_of(a, inverse, k);
    if (a.line && b.line && out.is_value()) {  // (p + q k) / (r + s k): its slope has one sign
      const auto slope = (a.line->q * b.line->p - a.line->p * b.line->q).sign();
      const auto at = [&](std::int64_t of) { return a.line->at(Rational(of)) / b.line->at(Rational(of)); };
      const auto first = at(k.from), last = at(k.to);
      out.least = (std::min)(first, last);
      out.most = (std::max)(first, last);
      out.rises = slope >= 0;
      out.falls = slope <= 0;
    }
    return out;
  }
  const bool is_0 = b.least && b.most && b.least->sign() == 0 && b.most->sign() == 0;
  const auto value = ValueRange::bit(State::value), undefined = ValueRange::bit(State::undefined);
  if ((states & value) != 0) {
    states |= undefined;
    if (is_0) states &= static_cast<std::uint8_t>(~value);
  }
  ValueRange out{.states = states};
  if (is_at_least_0(a) && is_at_least_0(b)) out.least = Rational(0);
  return out;
}
CHISO_INLINE ValueRange smaller_of(const ValueRange& a, const ValueRange& b, const KRange& k) {
  const auto states = strongest_of(a.states, b.states);
  const bool only_a = a.most && b.least && *a.most <= *b.least, only_b = b.most && a.least && *b.most <= *a.least;
  if (only_a || only_b) {
    auto out = only_a ? a : b;
    out.states = states;
    out.settle();
    by_line(out, k);
    return out;
  }
  ValueRange out{.states = states, .least = both_of(a.least, b.least, false), .rises = a.rises && b.rises, .falls = a.falls && b.falls};
  out.most = a.most && b.most ? std::optional((std::min)(*a.most, *b.most)) : a.most ? a.most : b.most;
  out.settle();
  return out;
}
CHISO_INLINE ValueRange larger_of(const ValueRange& a, const ValueRange& b, const KRange& k) {
  return opposite_of(smaller_of(opposite_of(a), opposite_of(b), k));
}
/// Whether d < 0 (or <= 0), of a difference.
CHISO_INLINE ValueRange is_below_0(const ValueRange& d, bool or_0) {
  const auto reached = [&](const Rational& value) { return or_0 ? value.sign() <= 0 : value.sign() < 0; };
  auto out = ValueRange::truth(!d.most || !reached(*d.most), !d.least || reached(*d.least));
  out.states = d.states;
  out.rises = out.rises || d.falls;
  out.falls = out.falls || d.rises;
  out.settle();
  return out;
}
/// A function that never falls of a range.
template <class F>
ValueRange raised_by(const ValueRange& a, const F& f) {
  ValueRange out{.states = a.states, .rises = a.rises, .falls = a.falls};
  if (a.least) out.least = f(*a.least);
  if (a.most) out.most = f(*a.most);
  out.settle();
  return out;
}
}
}
