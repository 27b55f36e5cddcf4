#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/rank/ranked.hpp>
#include <cstddef>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a leaf loses of the index of a row, in index points: its factor x (applicable - achieved); and beside it what the ranked rows of
/// the row's block, period and track achieve of it, as shares of its applicable points, over those to which it applies; empty if there is
/// none.
struct LeafLost {
  std::size_t node = 0;              ///< Its place in Model::nodes().
  Rational lost{};                   ///< In index points; 0 where it does not apply.
  Rational worth{};                  ///< What it is worth to the row, in index points: the most that it can lose.
  Points achieved{};                 ///< What it counts in the row.
  Points applicable{};               ///< What it could count.
  std::optional<Rational> best{};    ///< The highest share that a ranked row of the cohort achieves.
  std::optional<Rational> mean{};    ///< The mean of their shares.
  std::optional<Rational> median{};  ///< The median; of an even number the mean of the middle two.
  /// What it would lose with one of these shares; empty without one.
  CHISO_INLINE std::optional<Rational> lost_with(const std::optional<Rational>& share) const {
    return share ? std::optional(worth * (Rational(1) - *share)) : std::nullopt;
  }
};
/// Where the points of a row were lost (docs/guide/explaining.md). Exactly, in index points: the leaves' lost sum to total + rounding +
/// limits, and the index is the scale of the model (100) - total + adjustments + held.
struct Lost {
  std::size_t row = 0;             ///< The row of the scores.
  std::vector<LeafLost> leaves{};  ///< Every leaf, in the order of the model.
  Rational total{};                ///< What is short of the scale before bonus and penalty.
  Rational rounding{};             ///< What the rounding of scaled groups gives; below 0 if it takes.
  Rational limits{};               ///< What the caps of groups take, less what their `at_least` gives.
  Rational adjustments{};          ///< What bonus and penalty give.
  Rational held{};                 ///< What holding the index at its ends gives.
};
/// Empty if the row has no index. O(leaves x (rows of the cohort + expressions)). Leaves that were not kept are scored again, for all rows,
/// a few at a time: for many rows keep them.
CHISO_INLINE std::optional<Lost> lost(const Ranked& ranked, std::size_t row);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/explain/impl/lost.ipp>
#endif
