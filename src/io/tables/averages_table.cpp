#include <chiso/io/tables/score_table.hpp>
#include <chiso/rank/summary.hpp>
#include <io/tables/table_columns.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
Table table_of(const Scores& scores, const std::vector<Summary>& all) {
  const auto& evidence = scores.evidence();
  const auto& cohorts = scores.resolved().cohorts().list;
  const auto count = cohorts.size();
  const auto owner = std::make_shared<const Scores>(scores);
  LargeVector<std::uint32_t> blocks, periods, tracks, leaders;
  WholeColumn rows(count), ranked(count);
  const auto figures = [&] { return FigureColumn(scores.model().publish().decimals, count); };
  auto mean_index = figures(), pooled_index = figures(), coverage = figures(), lowest = figures(), highest = figures();
  const auto add = [](FigureColumn& into, const std::optional<Decimal>& figure) { figure ? into.add(figure->digits()) : into.none(); };
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& of = all[i];
    blocks.push_back(cohorts[i].block);
    periods.push_back(cohorts[i].period);
    tracks.push_back(cohorts[i].track);
    rows.add(static_cast<std::int64_t>(of.rows));
    ranked.add(static_cast<std::int64_t>(of.ranked));
    add(mean_index, of.averages.mean_index);
    add(pooled_index, of.averages.pooled_index);
    add(coverage, of.averages.coverage);
    add(lowest, of.lowest);
    add(highest, of.highest);
    leaders.push_back(of.leaders.empty() ? TextCells::none : static_cast<std::uint32_t>(names.size()));
    if (of.leaders.empty()) continue;
    auto& joined = names.emplace_back();
    for (const auto row : of.leaders) (joined += joined.empty() ? "" : "; ") += evidence.unit(row);
  }
  std::vector<TableColumn> out;
  out.push_back({"block", false, TextCells{TableNames(owner, evidence.blocks()), std::move(blocks)}});
  out.push_back({"period", false, TextCells{TableNames(owner, evidence.periods()), std::move(periods)}});
  out.push_back({"track", false, TextCells{TableNames(owner, scores.model().tracks()), std::move(tracks)}});
  out.push_back({"rows", false, rows.take()});
  out.push_back({"ranked", false, ranked.take()});
  out.push_back({"mean_index", true, mean_index.take()});
  out.push_back({"pooled_index", true, pooled_index.take()});
  out.push_back({"coverage", true, coverage.take()});
  out.push_back({"lowest", true, lowest.take()});
  out.push_back({"highest", true, highest.take()});
  out.push_back({"leaders", true, TextCells{TableNames(std::move(names)), std::move(leaders)}});
  return {std::move(out), count};
}
}

Table averages_table(const Scores& scores, const std::optional<std::string>& node) {
  return node ? table_of(scores, summaries(ranks(scores, scores.model().node(*node)))) : table_of(scores, summaries(ranks(scores)));
}
Table averages_table(const Ranked& ranked) { return table_of(ranked.scores(), summaries(ranked)); }
}
