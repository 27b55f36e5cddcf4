#pragma once
#include <algorithm>
#include <chiso/expr/tile.hpp>
#include <chiso/score/impl/scorer_data.ipp>
#include <memory>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Sums up the coverage of the model, or of one node, over the rows of a tile, if a column asks for it or the model has a least one. Leaves
/// are added as they are walked; it costs nothing where nobody asks.
class TileCoverage {
 public:
  CHISO_INLINE TileCoverage(const Model& model, const ScoreColumns& into)
      : into_(into.coverage),
        least_(into.incomplete.empty() ? std::nullopt : model.draft().least_coverage),
        from_(into_.node == Criterion::none ? 0 : into_.node),
        end_((std::min)(model.criteria(), into_.node == Criterion::none ? model.criteria() : model.nodes()[into_.node].end)),
        alone_(!into_.known.empty() && into.items.empty() && into.groups.empty() && into.achieved.empty() && into.applicable.empty() &&
               into.incomplete.empty() && into.bonus.empty() && into.penalty.empty() && into.below.empty()) {}
  bool is_asked() const { return is_asked_; }
  /// Whether no other column is filled.
  bool is_all_that_is_asked() const { return alone_; }
  bool covers(std::size_t node) const { return is_asked() && node >= from_ && node < end_; }

  CHISO_INLINE void start(std::size_t first, std::size_t count) {
    if (!is_asked()) return;
    count_ = count;
    known_ = into_.known.empty() ? own_.known : into_.known.data() + first;
    asked_ = into_.asked.empty() ? own_.asked : into_.asked.data() + first;
    std::fill_n(known_, count, everywhere_);
    std::fill_n(asked_, count, everywhere_);
  }
  /// Adds a leaf that has a value in every row to the tiles to come.
  void add_to_all_rows(const Criterion& leaf) { everywhere_ += leaf.points.quanta; }
  /// Adds a leaf that has a value in every row of the tile.
  CHISO_INLINE void add(const Criterion& leaf) {
    for (std::size_t r = 0; r < count_; ++r) known_[r] += leaf.points.quanta;
    for (std::size_t r = 0; r < count_; ++r) asked_[r] += leaf.points.quanta;
  }
  CHISO_INLINE void add(const Effects& effects, const std::uint8_t* codes) {
    Effects::add_where(effects.points, effects.known, codes, count_, known_);
    Effects::add_where(effects.points, effects.asked, codes, count_, asked_);
  }

  /// Remembers the sums before a child of a group with `one_of`, and takes back what the child added where nothing is applicable.
  CHISO_INLINE void remember(std::size_t depth) {
    if (!is_asked()) return;
    while (before_.size() <= depth) before_.push_back(std::make_unique_for_overwrite<Sums>());
    std::copy_n(known_, count_, before_[depth]->known);
    std::copy_n(asked_, count_, before_[depth]->asked);
  }
  CHISO_INLINE void take_back(std::size_t depth, const std::int64_t* applicable) {
    if (!is_asked()) return;
    for (std::size_t r = 0; r < count_; ++r) {
      if (applicable[r] > 0) continue;
      known_[r] = before_[depth]->known[r];
      asked_[r] = before_[depth]->asked[r];
    }
  }

  /// Marks the rows that lack the least coverage of the model.
  CHISO_INLINE void mark_short(std::uint8_t* incomplete) const {
    if (!least_) return;
    for (std::size_t r = 0; r < count_; ++r)
      if (!Coverage{known_[r], asked_[r]}.reaches(*least_)) incomplete[r] = 1;
  }

 private:
  struct Sums {
    std::int64_t known[tile_rows];
    std::int64_t asked[tile_rows];
  };
  const ScoreColumns::Covered& into_;
  std::optional<Decimal> least_;
  std::size_t from_, end_;
  bool alone_;
  bool is_asked_ = !into_.known.empty() || least_;
  std::int64_t everywhere_ = 0;  // what is known, and asked, in all rows
  std::size_t count_ = 0;
  std::int64_t *known_ = nullptr, *asked_ = nullptr;
  Sums own_;  // if the caller has no columns for it
  std::vector<std::unique_ptr<Sums>> before_{};
};
}
