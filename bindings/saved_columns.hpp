#pragma once
#include <pybind11/pybind11.h>
#include <pybind11/typing.h>
#include <chiso/evidence/evidence.hpp>
#include <optional>

namespace chiso_python {
using SavedColumns = pybind11::typing::List<pybind11::typing::Tuple<pybind11::object, pybind11::ellipsis>>;

/// The columns of evidence in Arrow's layout, as bytes: `(name, format, rows, buffers, dictionary)` for each. Buffers are bytes or None;
/// the dictionary is such a column or None.
SavedColumns saved_columns(const chiso::Evidence& evidence);
/// Those of a table below the units.
SavedColumns saved_columns(const chiso::Evidence& evidence, std::size_t table);
/// Evidence from such columns. Bytes that do not fit their format or the model are refused as those of any frame are. @throws ValueError,
/// EvidenceError
chiso::Evidence restored_evidence(const chiso::Model& model, const SavedColumns& columns, std::optional<chiso::Roster> roster);
/// The evidence with a table below the units from such columns.
chiso::Evidence restored_table(const chiso::Evidence& evidence, std::string_view table, const SavedColumns& columns);
}
