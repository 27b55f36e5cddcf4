#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/expr/rational.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// Numbers from `least` to `most`, both within; an absent end reaches to infinity. A truth is 0 or 1, a choice the place of its option.
struct Interval {
  std::optional<Rational> least{};
  std::optional<Rational> most{};
  bool empty = false;  ///< No number at all.
};

/// Holds every value that a program can have, whatever evidence keeps to the types, options, min and max of the measures. What it holds may
/// be more than that: one measure read twice counts as two, an end of more than 128 bits becomes 0 or infinite. Of states it says nothing.
/// O(nodes, those of its cohort functions too).
CHISO_INLINE Interval interval_of(const Program& program, const Measures& measures, const Derived& derived);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/interval.ipp>
#endif
