#pragma once
#include <algorithm>
#include <chiso/rank/ranks.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::vector<NodeScores> columns_of(const Scores& scores, std::span<const std::size_t> nodes) {
  const auto& model = scores.model();
  const auto kept = [&](std::size_t node) {
    return scores.keep() == Keep::leaves || (scores.keep() == Keep::groups && model.nodes()[node].is_group());
  };
  const auto first_of = [&](std::size_t node) {
    return static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), node) - nodes.begin());
  };
  std::vector<NodeScores> out(nodes.size());
  ScoreColumns again{.items = std::vector<ScoreColumns::Item>(model.items().size()),
                     .groups = std::vector<ScoreColumns::Group>(model.nodes().size())};
  bool any = false;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    auto& column = out[i];
    if (first_of(nodes[i]) != i) continue;
    if (kept(nodes[i])) {
      column = scores.node(nodes[i]);
      continue;
    }
    any = true;
    column.achieved.resize(scores.rows());
    column.applicable.resize(scores.rows());
    column.incomplete.resize(scores.rows());
    if (const auto& criterion = model.nodes()[nodes[i]]; criterion.is_group())
      again.groups[nodes[i]] = {column.achieved, column.applicable, column.incomplete};
    else
      again.items[criterion.item] = {.quanta = column.achieved, .applicable = column.applicable, .incomplete = column.incomplete};
  }
  if (any) scores.scorer().score(scores.resolved().batch(), again, scores.threads());
  for (std::size_t i = 0; i < nodes.size(); ++i)  // a node that is asked for twice was found where it stands first
    if (const auto first = first_of(nodes[i]); first != i) out[i] = out[first];
  return out;
}
}
