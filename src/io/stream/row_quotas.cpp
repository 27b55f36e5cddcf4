#include <algorithm>
#include <chiso/core/ratio.hpp>
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
  for (const auto& quota : quotas) quotas_.push_back({code_of(ids_, quota.class_id)});
  for_each(runs, [](const ScoredRow& row, std::size_t, Edges& edges) {
    ++edges.ranked;
    if (row.class_code != RowClasses::none) ++edges.rows_of_class[row.class_code];
  });
  for (std::size_t i = 0; i < quotas_.size(); ++i) {
    for (auto& [cohort, edges] : cohorts_) edges.left = most(i, edges);
    for_each(runs, [&](const ScoredRow& row, std::size_t competition, Edges& edges) {
      if (edges.of_quota[i] != no_edge || held(row, competition, edges, i).code != quotas_[i].code) return;
      if (edges.left-- == 0) edges.of_quota[i] = competition;  // rows that are level with the first one beyond it are held back with it
    });
  }
}
RowQuotas::Edges& RowQuotas::edges_of(const ScoredRow& row) {
  auto& edges = cohorts_[{row.block, row.period, row.track}];
  if (edges.rows_of_class.empty()) {
    edges.of_quota.assign(quotas_.size(), no_edge);
    edges.rows_of_class.assign(ids_.size(), 0);
    const auto& bands = model_.classes()->of_block(blocks_[row.block]);
    for (const auto& quota : quotas_) {
      const auto at = std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.id == ids_[quota.code]; });
      edges.next.push_back(code_of(ids_, std::next(at)->id));
    }
  }
  return edges;
}
const RowQuotas::Edges& RowQuotas::edges_of(const ScoredRow& row) const { return cohorts_.at({row.block, row.period, row.track}); }
RowQuotas::Held RowQuotas::held(const ScoredRow& row, std::size_t competition, const Edges& edges, std::size_t quotas) const {
  Held out{.code = row.class_code};
  for (std::size_t i = 0; i < quotas; ++i)
    if (out.code == quotas_[i].code && competition >= edges.of_quota[i]) out = {edges.next[i], i};
  return out;
}
std::size_t RowQuotas::most(std::size_t quota, const Edges& edges) const {
  const auto& asked = model_.classes()->quotas[quota];
  std::size_t of = asked.of ? 0 : edges.ranked;
  if (asked.of) {
    auto ids = *asked.of;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const auto& id : ids) of += edges.rows_of_class[code_of(ids_, id)];
  }
  const auto percent = as_ratio(asked.at_most);
  return static_cast<std::size_t>(floor_divide(percent.num * static_cast<int128>(of), percent.den * 100));
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
