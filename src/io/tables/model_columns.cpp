#include <chiso/io/json/model.hpp>
#include <io/tables/model_columns.hpp>

namespace chiso::inline CHISO_BUILD {
std::vector<TableColumn> model_columns(const Model& model, std::size_t rows) {
  const auto column = [&](const char* name, const std::optional<std::string>& text) {
    TextCells cells{.names = TableNames(text ? std::vector{*text} : std::vector<std::string>()),
                    .codes = LargeVector<std::uint32_t>(rows, text ? 0 : TextCells::none)};
    return TableColumn{.name = name, .cells = std::move(cells)};
  };
  const auto& draft = model.draft();
  auto of_version = column("model_version", draft.version);
  of_version.nullable = true;
  return {column("model", draft.id), std::move(of_version), column("model_hash", content_hash(model))};
}
}
