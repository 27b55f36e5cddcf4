#pragma once
#include <chiso/evidence/evidence.hpp>
#include <chiso/io/tables/table.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The columns that say whose each row of evidence is: `unit`, `block`, `period` and `track`. They share what the evidence has.
CHISO_EXPORT std::vector<TableColumn> row_names(const Evidence& evidence);
/// The same for a table below the units that was given: `unit`, `period`, and `track` unless its rows stand for every track.
CHISO_EXPORT std::vector<TableColumn> row_names(const Evidence& evidence, std::size_t table);
}
