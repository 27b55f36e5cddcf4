#pragma once
#include <chiso/io/tables/table.hpp>
#include <chiso/model/model.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The columns `model`, `model_version` and `model_hash`, which have the same in every row.
std::vector<TableColumn> model_columns(const Model& model, std::size_t rows);
}
