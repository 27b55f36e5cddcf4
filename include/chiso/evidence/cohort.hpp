#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The rows that are compared with one another: those of one block, period and track.
struct Cohort {
  std::uint32_t block = 0;          ///< Its index in the blocks of the evidence.
  std::uint32_t period = 0;         ///< Its index in the periods of the evidence.
  std::uint16_t track = 0;          ///< Its index in the tracks of the model.
  std::vector<std::size_t> rows{};  ///< In the order of the evidence.
};
/// The cohorts of the evidence, ordered by (block, period, track), and the cohort of each row.
struct Cohorts {
  std::vector<Cohort> list{};           ///< Ordered by block, period and track, by their indices.
  std::vector<std::uint32_t> of_row{};  ///< For each row of the evidence the place of its cohort in the list.
};
/// Finds the cohorts of evidence as it is, without fallback (ResolvedEvidence::cohorts() has those after it). O(rows + names).
CHISO_INLINE Cohorts cohorts(const Evidence& evidence);

/// The names that identify a cohort in every part of a table. Ordered by the bytes of block and period, then by the model's order of
/// tracks.
struct CohortName {
  std::string block{};      ///< Empty: the unnamed block.
  std::string period{};     ///< Empty: the unnamed period.
  std::uint16_t track = 0;  ///< Its index in the tracks of the model.
  /// Compares the members in their order.
  friend auto operator<=>(const CohortName&, const CohortName&) = default;
};
/// The names of a cohort of this evidence. O(1).
CHISO_INLINE CohortName name_of(const Evidence& evidence, const Cohort& cohort);
/// `block 'communes', period '2024', track 'final'`.
CHISO_INLINE std::string to_text(const CohortName& name, const Model& model);
/// Checks that these names can belong to one table: the model has their tracks and blocks, blocks are all named or all unnamed, and
/// periods have one shape (see shape_of_period). @throws ShapeError naming the first two that do not fit, or what the model lacks.
/// O(names).
CHISO_INLINE void check_one_table(std::span<const CohortName> names, const Model& model);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/cohort.ipp>
#endif
