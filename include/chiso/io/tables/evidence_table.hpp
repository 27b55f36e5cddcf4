#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/io/tables/table.hpp>

namespace chiso::inline CHISO_BUILD {
/// Evidence as a table that reads back as equal evidence: a row for each of its rows, in their order. Columns, with what may be none
/// marked `?`: `unit block period track` text (the unnamed block and period are empty texts); `ranked` truth; each measure: a count whole?,
/// a decimal a figure? of its decimals, a choice categorical?, a yes_no a truth?; a missing cell and one that does not apply are none.
/// After the measure stands `<measure>.not_applicable`, a truth, where it does not apply somewhere. Then `points.<leaf id>` figure?, with
/// its companion likewise, of the leaves whose points a column states. O(cells); names and options are shared with the evidence.
///
/// As doubles figures of more than about 15 digits do not read back (see FigureType); of CSV, no text that is guarded does.
CHISO_EXPORT Table evidence_table(const Evidence& evidence);
}
