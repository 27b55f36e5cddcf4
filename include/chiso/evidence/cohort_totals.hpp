#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/cohort_figure.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/model/model.hpp>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Everything that scoring needs to know of the other rows when a table is split into parts: the totals of each cohort function for each
/// cohort, and which periods exist. The merged totals of all parts equal those of the whole table, and a part scored with them (see
/// Scorer) gets the same scores as in the whole. All rows of a unit must be in one part, because fallback and `previous` look there.
/// Immutable except for `merge`.
/// Each part is validated by itself. Two errors of the whole table are therefore not found here: a unit in two parts (RankingKeys find
/// it), and a track or `ranked` that is blank in all rows of one part but not of another.
class CohortTotals {
 public:
  /// The totals of one cohort.
  struct Entry {
    CohortName name{};                 ///< Whose they are.
    std::vector<CohortTotal> terms{};  ///< One total for each of Derived::cohorts.
    /// True for the same name and equal totals.
    CHISO_INLINE friend bool operator==(const Entry& a, const Entry& b);
  };
  /// The totals of a table without rows.
  CHISO_INLINE explicit CohortTotals(Model model);
  /// Restores saved totals from their entries, in any order. @throws ShapeError for entries that no evidence has.
  CHISO_INLINE CohortTotals(Model model, std::vector<Entry> entries);

  /// The model whose cohort functions these are the totals of.
  const Model& model() const { return model_; }
  /// Sorted by name.
  CHISO_INLINE std::span<const Entry> entries() const;
  /// The entry of a cohort; null if there is none. O(log cohorts).
  CHISO_INLINE const Entry* find(const CohortName& name) const;

  /// Adds the totals of another part, whose units must be others. O(cohorts x cohort terms). @throws ShapeError if the other totals
  /// are of another model, or the periods or blocks of both could not be in one table; then nothing changes.
  CHISO_INLINE void merge(const CohortTotals& other);
  /// True for the same model and totals.
  CHISO_INLINE friend bool operator==(const CohortTotals& a, const CohortTotals& b);

 private:
  Model model_;
  std::vector<Entry> entries_;
};
/// The totals of evidence after fallback. The model must fit the evidence as in `resolve`. O(rows x cohort terms). @throws ShapeError as
/// `resolve` does.
CHISO_INLINE CohortTotals cohort_totals(const Evidence& evidence, const Model& model);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cohort_totals.ipp>
#endif
