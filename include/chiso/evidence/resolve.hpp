#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/cohort.hpp>
#include <chiso/evidence/cohort_totals.hpp>
#include <chiso/evidence/evidence.hpp>
#include <memory>
#include <optional>

namespace chiso::inline CHISO_BUILD {
struct ResolvedData;
/// Evidence in which everything that reads other rows has become a column: fallback is filled in (rows included that only a listed track
/// has), previous values and cohort figures stand beside the row's own. Scoring it is row by row. Shares ownership.
class ResolvedEvidence {
 public:
  /// After fallback, of the model it was resolved for. The rows of the given evidence come first, in their order; then those that fallback
  /// adds.
  CHISO_INLINE const Evidence& evidence() const;
  /// As it was given: before fallback, and of the model that it was read for.
  CHISO_INLINE const Evidence& given() const;
  CHISO_INLINE const Cohorts& cohorts() const;
  /// Those of the whole table that this is a part of; empty: this is the whole.
  CHISO_INLINE const std::optional<CohortTotals>& totals() const;
  /// Views for scoring; valid while this lives.
  CHISO_INLINE const Batch& batch() const;

 private:
  explicit ResolvedEvidence(std::shared_ptr<const ResolvedData> data) : data_(std::move(data)) {}
  CHISO_INLINE static ResolvedEvidence made(const Evidence& evidence, const Model& model, std::optional<CohortTotals> totals);
  CHISO_INLINE friend ResolvedEvidence resolve(const Evidence& evidence, const Model& model);
  CHISO_INLINE friend ResolvedEvidence resolve(const Evidence& evidence, const Model& model, const CohortTotals& totals);
  std::shared_ptr<const ResolvedData> data_;
};
/// For the model of the evidence, or another that reads it alike: the same measures (names, types, decimals, options; every value within
/// its min and max), tracks and point decimals, the leaves that are stated, the blocks that occur. @throws ShapeError with every
/// difference. Columns that stay as they are, are shared. O(cells that change + rows x cohort terms).
CHISO_INLINE ResolvedEvidence resolve(const Evidence& evidence, const Model& model);
/// A part of a table, every row of a unit in it: cohort figures and the order of periods are those of `totals`, the merged totals of all
/// parts. @throws ShapeError too if these are of another model or lack a cohort of the evidence, naming it.
CHISO_INLINE ResolvedEvidence resolve(const Evidence& evidence, const Model& model, const CohortTotals& totals);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/resolve.ipp>
#endif
