#pragma once
#include <chiso/io/tables/score_table.hpp>

namespace chiso::inline CHISO_BUILD {
/// A table of scores with a row for each unit of the roster that has no row in a period, as far as the table has such rows: behind those of
/// its block, period and track, or in the order of the evidence at the end. And with the labels of units, if the roster has some.
Table with_roster(Table table, const Evidence& evidence, const ScoreTableOptions& options);
}
