#pragma once
#include <pybind11/pybind11.h>

#include <chiso/evidence/evidence.hpp>

namespace chiso_python {
/// The columns of evidence in Arrow's layout, as bytes: `(name, format, rows, buffers, dictionary)` of each, buffers being bytes or None, and
/// a dictionary such a column or None.
pybind11::list saved_columns(const chiso::Evidence& evidence);
/// Evidence from such columns. Bytes that do not fit their format, or no longer the model, are refused as those of any frame are.
/// @throws ValueError, EvidenceError
chiso::Evidence restored_evidence(const chiso::Model& model, const pybind11::list& columns);
}
