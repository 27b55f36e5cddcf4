#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/period_part.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// The part of a period, such as `2024-Q1` of `2024-03`; empty if the period does not say it.
CHISO_INLINE std::optional<std::string> part_of_period(std::string_view period, PeriodPart part);

/// A table below the units (docs/guide/levels.md), to be read for evidence: any number of rows for a unit, in any order. Readers take it in
/// place of a model, and give the evidence with the table, which replaces one that it had under that name.
///
/// Its columns are `unit`, `period`, `track` as in evidence (no `track`, or one that is blank in every row: the rows stand for every
/// track), `row`, which names a row for people and is not read, then the measures of the table and their companions. A unit and period
/// that no row of the evidence has is an error (row.no_unit).
struct TableBelow {
  Evidence evidence;  ///< To whose units its rows belong.
  std::string table;  ///< Its name in the model.
  /// The column that names the unit. If it is another one than `unit`, that column is the name of the row: subordinates stand under their
  /// leader.
  std::string unit = "unit";
  PeriodPart period = PeriodPart::whole;  ///< Which part of the period of a row is a period of the evidence.
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/table_below.ipp>
#endif
