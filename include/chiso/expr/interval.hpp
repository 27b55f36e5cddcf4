#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/expr/rational.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// Numbers from `least` to `most`, both within; an absent end reaches to infinity. A truth is 0 or 1, a choice the place of its option, a
/// date its number.
struct Interval {
  std::optional<Rational> least{};  ///< The lower end; absent: no bound is known.
  std::optional<Rational> most{};   ///< The upper end, likewise.
  bool empty = false;               ///< No number at all.
};

/// An interval that contains every value of a program for any evidence within the types, options, min and max of the measures. It may be
/// wider than necessary: a measure that is read twice counts as two, and an end of more than 128 bits becomes 0 or infinite. It ignores
/// states. O(nodes), including those of cohort functions.
CHISO_INLINE Interval interval_of(const Program& program, const Measures& measures, const Derived& derived);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/interval.ipp>
#endif
