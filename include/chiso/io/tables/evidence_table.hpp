#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <chiso/io/tables/table.hpp>

namespace chiso::inline CHISO_BUILD {
/// Evidence as a table that reads back as equal evidence: a row for each of its rows, in their order. Columns (those marked `?` may have
/// none): `unit block period track` text (the unnamed block and period are empty texts); `ranked` truth; each measure: a count as whole?,
/// a decimal as figure? with its decimals, a choice as categorical?, a yes_no as truth?, a date as date?; a cell that is missing or does
/// not apply has none. After a measure comes `<measure>.not_applicable`, a truth, if the measure does not apply in some row. Then come
/// `points.<leaf id>` figure?, each with its companion likewise, for the leaves whose points a column states. O(cells); names and options
/// are shared with the evidence. Two things do not read back: figures of more than about 15 digits as doubles (see FigureType), and guarded
/// text in CSV.
CHISO_EXPORT Table evidence_table(const Evidence& evidence);
/// A table below the units, given by its place in Derived::tables, likewise: `unit period` text, `track` text if its rows do not stand for
/// every track, then its measures. Its rows are in the order of unit, period and track. @throws ShapeError if it was not given.
CHISO_EXPORT Table evidence_table(const Evidence& evidence, std::size_t table);
}
