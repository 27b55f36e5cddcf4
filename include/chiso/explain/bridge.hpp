#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/score/scores.hpp>
#include <memory>
#include <optional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// How much of the difference of two indices, by two models on two tables, the new model makes, and how much the new evidence, in index
/// points. The model's effect is the mean of what it changes on the old table and on the new one.
struct Bridge {
  Rational difference{};  ///< The new index less the old one; the sum of the two parts.
  Rational model{};       ///< What the new model makes of it.
  Rational evidence{};    ///< What the new evidence makes of it.
};
/// Two scores, each of whose tables the other model has scored too. Immutable, cheap to copy.
class Bridges {
 public:
  /// Columns that the other model does not know are left out, those that it lacks are missing (see reread). O(cells), and the time of two
  /// scorings. @throws EvidenceError with every cell that the other model does not take; ShapeError if the models publish on different
  /// scales.
  CHISO_INLINE Bridges(const Scores& before, const Scores& now);
  /// The bridge from a row of the first scores to one of the second. Empty if one of the four has no index, or is not there: the same unit,
  /// period and track by the other model.
  CHISO_INLINE std::optional<Bridge> of(std::size_t row_before, std::size_t row_now) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/explain/impl/bridge.ipp>
#endif
