#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/cohort_figure.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/model/model.hpp>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// All that scoring reads of the other rows of a table that is held in parts: what each cohort function needs of each cohort, and which
/// periods there are. Those of the parts, merged, are those of the whole; scored with them (see Scorer), a part has the scores that it has
/// in the whole. Every row of a unit must be in one part, as fallback and `previous` look there. Immutable but for `merge`.
///
/// Each part is validated by itself: that a unit stands in two parts, or that a track or `ranked` is blank in all rows of one part but not
/// of another, which are errors of the whole table, is not found here (the first by RankingKeys).
class CohortTotals {
 public:
  struct Entry {
    CohortName name{};
    std::vector<CohortTotal> terms{};  ///< One for each of Derived::cohorts.
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  /// The totals of no rows.
  explicit CohortTotals(Model model) : model_(std::move(model)) {}
  /// From entries in any order, as they were saved. @throws ShapeError for what no evidence has.
  CHISO_INLINE CohortTotals(Model model, std::vector<Entry> entries);

  const Model& model() const { return model_; }
  /// By name.
  std::span<const Entry> entries() const { return entries_; }
  /// Null if there is none. O(log cohorts).
  CHISO_INLINE const Entry* find(const CohortName& name) const;

  /// Adds the totals of another part, which has other units. O(cohorts x cohort terms). @throws ShapeError, and changes nothing, if the
  /// other is of another model, or of a table with other periods or blocks than one table can have.
  CHISO_INLINE void merge(const CohortTotals& other);
  /// The same model and totals.
  friend bool operator==(const CohortTotals& a, const CohortTotals& b) { return a.entries_ == b.entries_ && a.model_ == b.model_; }

 private:
  Model model_;
  std::vector<Entry> entries_{};
};
/// After fallback, for a model that fits the evidence as that of `resolve` does. O(rows x cohort terms). @throws ShapeError as there.
CHISO_INLINE CohortTotals cohort_totals(const Evidence& evidence, const Model& model);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cohort_totals.ipp>
#endif
