#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/cohort.hpp>
#include <chiso/evidence/cohort_totals.hpp>
#include <chiso/evidence/evidence.hpp>
#include <memory>
#include <optional>
#include <span>

namespace chiso::inline CHISO_BUILD {
struct ChangedCell;
struct ResolvedData;
/// Evidence in which everything that is read from other rows has become a column: fallback is filled in (including rows that only a listed
/// track has), and previous values and cohort figures stand beside the row's own values. It can be scored row by row. Copies share the
/// data.
class ResolvedEvidence {
 public:
  /// The evidence after fallback, bound to the model that it was resolved for. The rows of the original evidence come first, in their
  /// order, then those that fallback adds.
  CHISO_INLINE const Evidence& evidence() const;
  /// The original evidence: before fallback, and bound to the model that it was read for.
  CHISO_INLINE const Evidence& given() const;
  /// The blocks, periods and tracks after fallback, with their rows: whom cohort functions and ranks compare.
  CHISO_INLINE const Cohorts& cohorts() const;
  /// The totals of the whole table that this is a part of; empty if this is the whole table.
  CHISO_INLINE const std::optional<CohortTotals>& totals() const;
  /// Views for scoring; valid as long as this object.
  CHISO_INLINE const Batch& batch() const;

 private:
  explicit ResolvedEvidence(std::shared_ptr<const ResolvedData> data) : data_(std::move(data)) {}
  CHISO_INLINE static ResolvedEvidence made(const Evidence& evidence, const Model& model, const Derived& derived,
                                            std::optional<CohortTotals> totals);
  CHISO_INLINE friend ResolvedEvidence with_cells(const ResolvedEvidence& of, std::size_t row, std::span<const ChangedCell> cells);
  CHISO_INLINE friend ResolvedEvidence cohort_alone(const ResolvedEvidence& of, std::size_t cohort);
  CHISO_INLINE friend ResolvedEvidence resolve_for_checks(const Evidence& evidence, const Model& model);
  CHISO_INLINE friend ResolvedEvidence resolve(const Evidence& evidence, const Model& model);
  CHISO_INLINE friend ResolvedEvidence resolve(const Evidence& evidence, const Model& model, const CohortTotals& totals);
  std::shared_ptr<const ResolvedData> data_;
};
/// Resolves evidence for its own model, or for another that reads it alike: the same measures (names, types, decimals, options; every
/// value within its min and max), tracks, point decimals, leaves with stated points, and blocks that occur. @throws ShapeError with every
/// difference. Columns that do not change are shared. O(cells that change + rows x cohort terms).
CHISO_INLINE ResolvedEvidence resolve(const Evidence& evidence, const Model& model);
/// Resolves a part of a table that has all rows of its units: cohort figures and the order of periods come from `totals`, the merged
/// totals of all parts. @throws ShapeError also if the totals are of another model, or lack a cohort of the evidence; the error names it.
CHISO_INLINE ResolvedEvidence resolve(const Evidence& evidence, const Model& model, const CohortTotals& totals);
/// Resolves evidence for the checks of a model: beside the rows' own values stands what the checks read from other rows
/// (Model::check_derived), in place of what scores read. @throws ShapeError as resolve() does.
CHISO_INLINE ResolvedEvidence resolve_for_checks(const Evidence& evidence, const Model& model);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/resolve.ipp>
#endif
