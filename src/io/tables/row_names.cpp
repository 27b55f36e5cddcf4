#include <io/tables/row_names.hpp>

namespace chiso::inline CHISO_BUILD {
std::vector<TableColumn> row_names(const Evidence& evidence) {
  const auto owner = std::make_shared<const Evidence>(evidence);
  const auto column = [&](const char* name, std::span<const std::string> names, CellValues<std::uint32_t> codes) {
    return TableColumn{.name = name, .cells = TextCells{.names = TableNames(owner, names), .codes = std::move(codes)}};
  };
  const auto tracks = evidence.track_of_row();
  return {column("unit", evidence.units(), {owner, evidence.unit_of_row()}),
          column("block", evidence.blocks(), {owner, evidence.block_of_row()}),
          column("period", evidence.periods(), {owner, evidence.period_of_row()}),
          column("track", evidence.model().tracks(), LargeVector<std::uint32_t>(tracks.begin(), tracks.end()))};
}
}
