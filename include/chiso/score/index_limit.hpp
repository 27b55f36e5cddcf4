#pragma once
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <chiso/score/index_cut.hpp>
#include <chiso/score/tally.hpp>
#include <cstdint>
#include <limits>

namespace chiso::inline CHISO_BUILD {
/// A bound of the index of what is usually `full` applicable, in quanta: for it the least sum that reaches the bound is found once, so that
/// rows are compared and nothing is multiplied. `publish` must outlive it.
class IndexLimit {
 public:
  /// Where `full`, 0 or more, is usually applicable.
  CHISO_INLINE IndexLimit(const IndexCut& cut, const PublishDraft& publish, std::int64_t full)
      : cut_(cut), publish_(&publish), full_(full) {
    if (full == 0) return;
    const auto reached = cut.least(static_cast<std::int64_t>(publish.scale.digits()), Decimal::power(publish.scale.scale()) * full);
    // A sum below 0 counts as 0, and one above what is applicable as that.
    least_ = reached <= 0 ? none_is_below : reached > full && !publish.may_exceed_100 ? all_are_below : reached;
  }
  /// A cut of indices as classes compare them: as published if that is classed, otherwise exact.
  CHISO_INLINE static IndexCut cut(const Cut& at, const Classes& classes, const PublishDraft& publish) {
    return classes.on == ClassOn::published ? IndexCut(at, classes.decimals, publish.rounding) : IndexCut(at);
  }
  /// What is usually applicable.
  std::int64_t full() const { return full_; }
  /// The least sum of quanta (achieved, and bonus less penalty) whose index is not below, where `full` is applicable.
  std::int64_t least() const { return least_; }

  /// Whether the index of a sum of quanta is below the bound; one of nothing applicable is not.
  CHISO_INLINE bool is_below(std::int64_t sum, std::int64_t applicable) const {
    return applicable == full_ ? sum < least_ : is_below_exactly(sum, applicable);
  }
  /// The least sum where every index reaches the bound.
  static constexpr std::int64_t none_is_below = (std::numeric_limits<std::int64_t>::min)();

 private:
  CHISO_INLINE bool is_below_exactly(std::int64_t sum, std::int64_t applicable) const {
    const auto index = exact_index({.achieved = sum, .applicable = applicable}, *publish_);  // of at most 62 bits
    return index && !cut_.reached(static_cast<std::int64_t>(index->num), static_cast<std::int64_t>(index->den));
  }
  static constexpr std::int64_t all_are_below = (std::numeric_limits<std::int64_t>::max)();
  IndexCut cut_;
  const PublishDraft* publish_;
  std::int64_t full_;
  std::int64_t least_ = none_is_below;  // as it is if nothing is applicable
};
}
