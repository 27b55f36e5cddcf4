#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/evidence/resolve.hpp>
#include <chiso/expr/state.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A cell of a resolved row that is to be another one, as columns hold it: what if it were so.
struct ChangedCell {
  /// What the cell holds.
  enum class Of : std::uint8_t {
    measure,  ///< A measure.
    stated    ///< The stated points of a leaf, as an appraiser types them.
  };
  Of of = Of::measure;         ///< What the cell holds.
  std::size_t place = 0;       ///< Of a measure its place in Model::measures(), of stated points the leaf's among Model::items().
  State state = State::value;  ///< `value`, `missing` or `not_applicable`.
  /// k of k / 10^decimals, the place of the option, 0 or 1 of a truth, the number of a date, quanta of points. 0 beside another state.
  std::int64_t value = 0;
  /// Whether every member is equal.
  friend bool operator==(const ChangedCell&, const ChangedCell&) = default;
};
constexpr std::array<std::string_view, 2> names_of(ChangedCell::Of) { return {"measure", "points"}; }

/// Checks that evidence could have these cells: places that are there, values within the measure's bounds and options, points of leaves
/// whose points a model with `stated_points` takes, from 0 to the leaf's; of every cell one change at most, none `undefined`.
/// @throws ShapeError naming the first that does not fit. O(cells^2).
CHISO_INLINE void check_changes(const Model& model, std::span<const ChangedCell> cells);

/// The evidence with some cells of one row changed, and what is made of them on the row itself and by the cohort functions of its cohort.
/// Nothing is filled in by fallback again, and other periods still look back at the row as it was. Columns that do not change are shared.
/// O(cells of the changed columns + rows x (cohort terms + terms below)). @throws ShapeError for cells that do not fit (check_changes), and
/// for a part of a table whose cohort figures are those of all parts.
CHISO_INLINE ResolvedEvidence with_cells(const ResolvedEvidence& of, std::size_t row, std::span<const ChangedCell> cells);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/changed_cell.ipp>
#endif
