#pragma once
#include <algorithm>
#include <chiso/expr/tile.hpp>
#include <chiso/expr/whole_arithmetic.hpp>
#include <chiso/score/impl/effect.ipp>
#include <chiso/score/impl/veto_limits.ipp>
#include <chiso/score/scorer.hpp>
#include <memory>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Counts in the rows of a tile how many criteria of each veto are below its limit, as they are walked, if a column asks for it.
class TileVetoes {
 public:
  CHISO_INLINE TileVetoes(const Model& model, const VetoLimits& limits, const ScoreColumns& into)
      : model_(model), limits_(limits), into_(into.below), is_asked_(limits.any() && !into_.empty()), below_(into_.size()) {
    for (std::size_t i = 0; i < into_.size(); ++i)
      if (is_asked(i)) below_[i] = std::make_unique_for_overwrite<Counts>();
  }
  /// Whether the index of a node is asked for.
  CHISO_INLINE bool looks_at(std::size_t node) const {
    if (!is_asked_) return false;
    const auto& list = limits_.of(node);
    return std::any_of(list.begin(), list.end(), [&](const VetoLimits::OfVeto& of) { return is_asked(of.veto); });
  }

  CHISO_INLINE void start(std::size_t first, std::size_t count) {
    if (!is_asked_) return;
    first_ = first;
    count_ = count;
    for (const auto& counts : below_)
      if (counts) std::fill_n(counts->row, count, 0);
  }
  /// Counts a leaf that has a value in every row.
  CHISO_INLINE void add(std::size_t leaf, const std::int64_t* quanta) {
    each_veto(leaf, [&](const IndexLimit& limit, std::int64_t* below) { count_below(quanta, limit.least(), count_, below); });
  }
  /// Counts a leaf by its states; in each nothing or all of it is applicable.
  CHISO_INLINE void add(std::size_t leaf, const Effects& effects, const std::uint8_t* codes, const std::int64_t* quanta) {
    each_veto(leaf, [&](const IndexLimit& limit, std::int64_t* below) {
      count_below(quanta, limit.least(), effects.applicable, codes, count_, below);
    });
  }
  /// Counts a group by its sums.
  CHISO_INLINE void add(std::size_t group, const std::int64_t* achieved, const std::int64_t* applicable) {
    each_veto(group, [&](const IndexLimit& limit, std::int64_t* below) {
      if (all_are(limit.full(), applicable, count_)) return count_below(achieved, limit.least(), count_, below);
      for (std::size_t r = 0; r < count_; ++r) below[r] += limit.is_below(achieved[r], applicable[r]) ? 1 : 0;
    });
  }
  /// Writes for each veto where there are so many as it asks for.
  CHISO_INLINE void finish() const {
    if (!is_asked_) return;
    for (std::size_t i = 0; i < below_.size(); ++i) {
      if (!below_[i]) continue;
      const auto at_least = static_cast<std::int64_t>(model_.classes()->vetoes[i].at_least);
      for (std::size_t r = 0; r < count_; ++r) into_[i][first_ + r] = below_[i]->row[r] >= at_least ? 1 : 0;
    }
  }

 private:
  struct Counts {
    alignas(64) std::int64_t row[tile_rows];
  };
  bool is_asked(std::size_t veto) const { return !into_[veto].empty(); }
  template <class Count>
  void each_veto(std::size_t node, const Count& count) {
    for (const auto& of : limits_.of(node))
      if (below_[of.veto]) count(of.limit, below_[of.veto]->row);
  }
  CHISO_KERNEL CHISO_INLINE static void count_below(const std::int64_t* sums, std::int64_t least, std::size_t count, std::int64_t* below) {
    each_row(count, [=](std::size_t r) { below[r] += sums[r] < least ? 1 : 0; });
  }
  /// Where nothing is applicable, nothing is below.
  CHISO_KERNEL CHISO_INLINE static void count_below(const std::int64_t* sums, std::int64_t least, CodeSet applicable,
                                                    const std::uint8_t* codes, std::size_t count, std::int64_t* below) {
    const std::uint64_t in = applicable.bits;
    each_row(count, [=](std::size_t r) { below[r] -= (sums[r] < least ? -1 : 0) & mask_of(in, codes[r]); });
  }
  CHISO_KERNEL CHISO_INLINE static bool all_are(std::int64_t value, const std::int64_t* list, std::size_t count) {
    std::int64_t differing = 0;
    for (std::size_t r = 0; r < count; ++r) differing |= list[r] ^ value;
    return differing == 0;
  }
  const Model& model_;
  const VetoLimits& limits_;
  const std::vector<std::span<std::uint8_t>>& into_;
  bool is_asked_;
  std::vector<std::unique_ptr<Counts>> below_;  // by veto; null for one that is not asked for
  std::size_t first_ = 0, count_ = 0;
};
}
