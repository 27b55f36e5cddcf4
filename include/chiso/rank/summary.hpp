#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rank/averages.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/rank/ranks.hpp>
#include <cstddef>
#include <optional>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A cohort at a glance: how many rows it has, and what there is to say of those that are ranked.
struct Summary {
  std::size_t rows = 0;              ///< Ranked or not.
  std::size_t ranked = 0;            ///< How many have a rank: of ranked units, complete and with an index.
  Averages averages{};               ///< Those of the ranked rows.
  std::optional<Decimal> lowest{};   ///< The lowest of the published indices of the ranked rows; empty if nobody is ranked.
  std::optional<Decimal> highest{};  ///< The highest, likewise.
  std::vector<std::size_t>
      leaders{};  ///< The rows of rank 1 as competition counts, whatever the model's ties; in the order of their units.
};
/// One for each cohort, in the order of ResolvedEvidence::cohorts(). O(rows).
CHISO_INLINE std::vector<Summary> summaries(const Ranked& ranked);
/// The same of what the ranks are by: if by a criterion, of its indices. O(rows), and columns_of if the criterion was not kept.
CHISO_INLINE std::vector<Summary> summaries(const Ranks& ranks);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/summary.ipp>
#endif
