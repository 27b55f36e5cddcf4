#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rank/order.hpp>
#include <chiso/score/scores.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The ranks of every row within its block, period and track, and the order of each of these cohorts. 4 bytes a row, 44 a
/// ranked row (48 if ties are not `competition`), and 32 for each tie-break.
class Ranks {
 public:
  /// The rank as the model's `ties` counts. Empty for a row that is not ranked, incomplete or without an index.
  CHISO_INLINE std::optional<std::size_t> of(std::size_t row) const;
  /// The rank counted as 1, 1, 3, whatever the model's ties. Classes by rank use it.
  CHISO_INLINE std::optional<std::size_t> competition(std::size_t row) const;
  /// The place of a row in the order of its cohort, from 0. Empty for a row without a rank.
  CHISO_INLINE std::optional<std::size_t> place(std::size_t row) const;
  /// The orders of the cohorts, in the order of ResolvedEvidence::cohorts().
  const std::vector<Order>& orders() const { return orders_; }
  /// The order of a row's own cohort; its size is how many rows are ranked in it.
  CHISO_INLINE const Order& order(std::size_t row) const { return orders_[scores_.resolved().cohorts().of_row[row]]; }

  /// The rank that a row would have with another tally, if all other rows stay as they are. `criteria` has a tally for each criterion
  /// that breaks ties, `values` a value for each tie-break by value (both none for ranks by a criterion). Empty if it would have no rank.
  /// O(log rows). @throws ShapeError for another number of either.
  CHISO_INLINE std::optional<std::size_t> rank_with(std::size_t row, const Tally& tally, std::span<const Tally> criteria = {},
                                                    std::span<const TieValue> values = {}) const;
  /// The place that a row would have likewise: 1 + the number of ranked rows strictly above, whatever the model's ties, and whether or not
  /// it is ranked itself.
  CHISO_INLINE std::size_t place_with(std::size_t row, const Tally& tally, std::span<const Tally> criteria = {},
                                      std::span<const TieValue> values = {}) const;

  /// What is ranked.
  const Scores& scores() const { return scores_; }
  /// The criterion that rows are ranked by; empty if they are ranked by the model.
  std::optional<std::size_t> node() const { return node_; }

 private:
  friend class RanksBuilder;
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  CHISO_INLINE Ranks(Scores scores, std::optional<std::size_t> node);
  CHISO_INLINE std::vector<RankingIndex> key_with(std::size_t row, const Tally& tally, std::span<const Tally> criteria,
                                                  std::span<const TieValue> values) const;
  Scores scores_;
  std::optional<std::size_t> node_;
  std::vector<Order> orders_{};
  std::vector<std::uint32_t> place_;
};

/// Ranks rows by the index of the model, with its tie-breaks. O(rows log rows), and columns_of if tie-breaks ask for criteria that were not
/// kept.
CHISO_INLINE Ranks ranks(const Scores& scores);
/// Ranks rows by the index and completeness of one criterion, without tie-breaks. An entry has no index, so nobody is ranked by it.
/// O(rows log rows), and columns_of if the criterion was not kept.
CHISO_INLINE Ranks ranks(const Scores& scores, std::size_t node);

/// The columns of some nodes, whatever was kept. Nodes that were not kept are scored again, all together, and with them only what is below
/// them: O(rows x nodes of the expressions that they read). 17 bytes a row and node.
CHISO_INLINE std::vector<NodeScores> columns_of(const Scores& scores, std::span<const std::size_t> nodes);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/ranks.ipp>
#endif
