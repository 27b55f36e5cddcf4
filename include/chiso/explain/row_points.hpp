#pragma once
#include <chiso/core/build.hpp>
#include <chiso/score/scores.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a node earns in one row, in quanta.
struct NodePoints {
  std::int64_t achieved = 0;        ///< As the group above counts it.
  std::int64_t applicable = 0;      ///< Likewise; 0 for an entry.
  std::int64_t sum_achieved = 0;    ///< Of a group: what its children achieve together.
  std::int64_t sum_applicable = 0;  ///< Of a group: what is applicable with its children together.
};
/// What one row earns at every node of its model: all that explanations are computed from. It shares ownership of nothing but the model.
class RowPoints {
 public:
  /// O(nodes) if the leaves of the scores were kept, else as long as a scorecard takes. For many rows one object can read one after the
  /// other.
  CHISO_INLINE RowPoints(const Scores& scores, std::size_t row);
  /// Another row in the place of this one. @throws ShapeError if the scores are of another model.
  CHISO_INLINE void read(const Scores& scores, std::size_t row);
  /// `card` must be of the model.
  CHISO_INLINE RowPoints(Model model, const Scorecard& card);

  /// The model whose nodes these are.
  const Model& model() const { return model_; }
  /// What a node earns, by its place in Model::nodes(), which is not checked.
  const NodePoints& operator[](std::size_t node) const { return nodes_[node]; }
  /// The state of a leaf or entry, by its place among the items.
  ItemState state(std::size_t item) const { return items_[item].state; }
  /// What the row earned in all.
  const Tally& tally() const { return tally_; }
  /// What the entries of bonus sum to in quanta, before the cap.
  std::int64_t bonus_sum() const { return bonus_sum_; }
  /// What those of penalty sum to, before the cap.
  std::int64_t penalty_sum() const { return penalty_sum_; }
  /// Whether no group with `one_of` above a criterion counts another child than the one that it is in.
  CHISO_INLINE bool is_counted(std::size_t node) const;

 private:
  /// What the sums of a node need: a Criterion is larger than a row's figures.
  struct Step {
    std::uint32_t parent, item;  ///< `none` where there is none.
    NodeKind kind;
    bool counts_its_sums;  ///< A group of which neither scale nor limit is to be computed.
  };
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  CHISO_INLINE explicit RowPoints(Model model);
  CHISO_INLINE void take(const Scorecard& card);
  CHISO_INLINE void sum_up();
  Model model_;
  std::vector<Step> steps_;
  std::vector<NodePoints> nodes_;
  std::vector<Scores::Item> items_;
  Tally tally_;
  std::int64_t bonus_sum_ = 0, penalty_sum_ = 0;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/explain/impl/row_points.ipp>
#endif
