#pragma once
#include <chiso/score/scores.hpp>
#include <cstddef>
#include <cstdint>
#include <io/tables/table_columns.hpp>
#include <span>

namespace chiso::inline CHISO_BUILD {
/// Which columns there are of the criteria from `first` up to `end`.
struct CriteriaColumns {
  std::size_t first = 0, end = 0;
  bool exact = false;
};
/// The columns of a table by criterion behind the names, without reasons: `depth points applicable index? coverage? state?`, and the exact
/// ones. Made column by column, not from the scorecards of the rows, which take ten times as long because they have reasons. What was not
/// kept is scored again. O(rows x leaves below each criterion).
void add_criteria(Columns& out, const Scores& scores, std::span<const std::uint32_t> rows, const CriteriaColumns& which);
}
