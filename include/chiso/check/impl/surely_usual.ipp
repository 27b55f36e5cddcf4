#pragma once
#include <chiso/check/impl/quotients.ipp>
#include <chiso/expr/whole_arithmetic.hpp>
#include <cstddef>
#include <span>

// Most cohorts have no unusual value, and a few looks at doubles prove that, without a median: the exact ones are found where this fails.
namespace chiso::inline CHISO_BUILD {
namespace detail {
struct Ends {
  double least = 0, most = 0;
};
/// The least and the greatest of values, kept in four lanes, for one alone waits for itself.
class EndLanes {
 public:
  static constexpr std::size_t lanes = 4;
  explicit EndLanes(const Ends& from) {
    for (std::size_t lane = 0; lane < lanes; ++lane) least_[lane] = from.least, most_[lane] = from.most;
  }
  void take(std::size_t lane, double low, double high) {
    least_[lane] = low < least_[lane] ? low : least_[lane];
    most_[lane] = high > most_[lane] ? high : most_[lane];
  }
  Ends ends() const {
    Ends out{least_[0], most_[0]};
    for (std::size_t lane = 1; lane < lanes; ++lane) {
      out.least = least_[lane] < out.least ? least_[lane] : out.least;
      out.most = most_[lane] > out.most ? most_[lane] : out.most;
    }
    return out;
  }

 private:
  double least_[lanes], most_[lanes];
};
/// Of one value or more.
CHISO_KERNEL CHISO_INLINE Ends ends_of(const double* values, std::size_t count) {
  EndLanes found({values[0], values[0]});
  std::size_t i = 0;
  for (; i + EndLanes::lanes <= count; i += EndLanes::lanes)
    for (std::size_t lane = 0; lane < EndLanes::lanes; ++lane) found.take(lane, values[i + lane], values[i + lane]);
  for (; i < count; ++i) found.take(0, values[i], values[i]);
  return found.ends();
}
/// The greatest value up to a bound and the least one above it, both within the ends of all.
CHISO_KERNEL CHISO_INLINE Ends around(double bound, const double* values, std::size_t count, const Ends& all) {
  EndLanes found({all.most, all.least});  // the least of those above, the greatest of those up to the bound
  const auto take = [&](std::size_t lane, double value) {
    found.take(lane, value > bound ? value : all.most, value > bound ? all.least : value);
  };
  std::size_t i = 0;
  for (; i + EndLanes::lanes <= count; i += EndLanes::lanes)
    for (std::size_t lane = 0; lane < EndLanes::lanes; ++lane) take(lane, values[i + lane]);
  for (; i < count; ++i) take(0, values[i]);
  const auto ends = found.ends();
  return {ends.most, ends.least};
}
CHISO_KERNEL CHISO_INLINE std::size_t count_at_most(const double* values, std::size_t count, double most) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < count; ++i) out += values[i] <= most ? 1U : 0U;
  return out;
}
CHISO_KERNEL CHISO_INLINE std::size_t count_within(const double* values, std::size_t count, double least, double most) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < count; ++i) out += (values[i] >= least ? 1U : 0U) & (values[i] <= most ? 1U : 0U);
  return out;
}

/// Whether no value can be further from the median than `times` the median distance from it, for exact values as near to these as doubles
/// are. Halvings leave ends within which the median is, near enough beside D / times, where D is the greatest distance from it. If fewer
/// than half of the values may be within D / times of it, the median distance is above that. Says false where this is not clear.
CHISO_INLINE bool surely_usual(std::span<const double> values, double times) {
  const auto* all = values.data();
  const auto count = values.size();
  const auto whole = ends_of(all, count);
  const auto slack = clear_part * (size_of(whole.least) + size_of(whole.most));
  auto median = whole;
  const double near_enough = (whole.most - whole.least) / times / 4;
  constexpr int halvings = 16;
  for (int i = 0; i < halvings && median.most - median.least > near_enough; ++i) {
    const double half = median.least + (median.most - median.least) / 2;
    const auto below = count_at_most(all, count, half);
    if (below > count / 2)
      median.most = half;
    else if (2 * below < count)
      median.least = half;
    else {  // the middle two are on its two sides
      median = around(half, all, count, whole);
      break;
    }
  }
  const double above = whole.most - median.least, below = median.most - whole.least;
  const double nearer = (above > below ? above : below) / times * (1 + clear_part) + slack;
  return 2 * count_within(all, count, median.least - nearer, median.most + nearer) < count;
}
}
}
