#include <algorithm>
#include <chiso/rank/classes.hpp>
#include <io/stream/row_quotas.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
std::uint32_t code_of(const std::vector<std::string_view>& ids, std::string_view id) {
  return static_cast<std::uint32_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
}
}

RowQuotas::RowQuotas(const Model& model, std::span<const std::string> blocks, const RowRuns& runs)
    : model_(model), blocks_(blocks), ids_(class_ids(model)) {
  const auto& quotas = model.classes()->quotas;
  for (const auto& quota : quotas) codes_.push_back(code_of(ids_, quota.class_id));
  for_each(runs, [](const ScoredRow& row, std::size_t, Edges& edges) {
    ++edges.ranked;
    if (row.class_code != RowClasses::none) ++edges.rows_of_class[row.class_code];
  });
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    for (auto& [cohort, edges] : cohorts_) edges.left = most_that_keep(quotas[i], ids_, edges.rows_of_class, edges.ranked);
    for_each(runs, [&](const ScoredRow& row, std::size_t competition, Edges& edges) {
      if (edges.of_quota[i] != no_edge || held(row, competition, edges, i).code != codes_[i]) return;
      if (edges.left-- == 0) edges.of_quota[i] = competition;  // rows that are level with the first one beyond it are held back with it
    });
  }
}
RowQuotas::Edges& RowQuotas::edges_of(const ScoredRow& row) {
  auto& edges = cohorts_[{row.block, row.period, row.track}];
  if (edges.rows_of_class.empty()) {
    edges.of_quota.assign(codes_.size(), no_edge);
    edges.rows_of_class.assign(ids_.size(), 0);
    const auto& bands = model_.classes()->of_block(blocks_[row.block]);
    for (const auto code : codes_) {
      const auto at = std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.id == ids_[code]; });
      edges.next.push_back(code_of(ids_, std::next(at)->id));
    }
  }
  return edges;
}
const RowQuotas::Edges& RowQuotas::edges_of(const ScoredRow& row) const { return cohorts_.at({row.block, row.period, row.track}); }
RowQuotas::Held RowQuotas::held(const ScoredRow& row, std::size_t competition, const Edges& edges, std::size_t quotas) const {
  Held out{.code = row.class_code};
  for (std::size_t i = 0; i < quotas; ++i)
    if (out.code == codes_[i] && competition >= edges.of_quota[i]) out = {edges.next[i], i};
  return out;
}
template <class Visit>
void RowQuotas::for_each(const RowRuns& runs, const Visit& visit) {
  CohortRanks ranks(runs.order());
  Edges* edges = nullptr;
  runs.for_each([&](const ScoredRow& row) {
    if (ranks.begins(row)) edges = &edges_of(row);
    if (!row.is_ranked) return;
    ranks.add(row);
    visit(row, ranks.competition(), *edges);
  });
}
}
