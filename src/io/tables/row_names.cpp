#include <io/tables/row_names.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
using Owner = std::shared_ptr<const Evidence>;

TableColumn column(const Owner& owner, const char* name, std::span<const std::string> names, CellValues<std::uint32_t> codes) {
  return {.name = name, .cells = TextCells{.names = TableNames(owner, names), .codes = std::move(codes)}};
}
}

std::vector<TableColumn> row_names(const Evidence& evidence) {
  const auto owner = std::make_shared<const Evidence>(evidence);
  const auto tracks = evidence.track_of_row();
  return {column(owner, "unit", evidence.units(), {owner, evidence.unit_of_row()}),
          column(owner, "block", evidence.blocks(), {owner, evidence.block_of_row()}),
          column(owner, "period", evidence.periods(), {owner, evidence.period_of_row()}),
          column(owner, "track", evidence.model().tracks(), LargeVector<std::uint32_t>(tracks.begin(), tracks.end()))};
}

std::vector<TableColumn> row_names(const Evidence& evidence, std::size_t table) {
  const auto owner = std::make_shared<const Evidence>(evidence);
  const auto groups = evidence.unit_rows(table);
  const auto rows = evidence.rows_below(table).value_or(0);
  LargeVector<std::uint32_t> units, periods, tracks;
  for (auto* codes : {&units, &periods, &tracks}) codes->reserve(rows);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto end = i + 1 < groups.size() ? groups[i + 1].first : rows;
    units.resize(end, groups[i].unit);
    periods.resize(end, groups[i].period);
    if (groups[i].track != UnitRows::every_track) tracks.resize(end, groups[i].track);
  }
  std::vector<TableColumn> out{column(owner, "unit", evidence.units(), std::move(units)),
                               column(owner, "period", evidence.periods(), std::move(periods))};
  if (!tracks.empty()) out.push_back(column(owner, "track", evidence.model().tracks(), std::move(tracks)));
  return out;
}
}
