#pragma once
#include <algorithm>
#include <array>
#include <chiso/rank/ranks.hpp>

namespace chiso::inline CHISO_BUILD {
namespace scoring_again {
/// Fills in what a leaf or entry makes applicable, and whether it is complete, from its states. What it counts in a state is the same in
/// every row, so it is read from the scorecard of the first row in that state.
CHISO_INLINE void complete(const Scores& scores, std::size_t node, const std::vector<ItemState>& states, NodeScores& out) {
  constexpr std::size_t outside_its_tracks = names_of(ItemState{}).size();
  std::array<std::optional<Tally>, outside_its_tracks + 1> of_state{};
  const auto& criterion = scores.model().nodes()[node];
  for (std::size_t row = 0; row < states.size(); ++row) {
    auto& of = of_state[criterion.in_track(scores.evidence().track(row)) ? static_cast<std::size_t>(states[row]) : outside_its_tracks];
    if (!of) of = scores.scorer().scorecard(scores.resolved().batch(), row).lines[node].tally;
    out.applicable[row] = of->applicable;
    out.incomplete[row] = of->complete ? 0 : 1;
  }
}
}

CHISO_INLINE std::vector<NodeScores> columns_of(const Scores& scores, std::span<const std::size_t> nodes) {
  const auto& model = scores.model();
  const auto kept = [&](std::size_t node) {
    return scores.keep() == Keep::leaves || (scores.keep() == Keep::groups && model.nodes()[node].is_group());
  };
  std::vector<NodeScores> out(nodes.size());
  std::vector<std::vector<ItemState>> states(nodes.size());
  ScoreColumns into{.items = std::vector<ScoreColumns::Item>(model.items().size())};
  std::vector<std::size_t> again;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (kept(nodes[i])) {
      out[i] = scores.node(nodes[i]);
      continue;
    }
    if (std::find(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(i), nodes[i]) !=
        nodes.begin() + static_cast<std::ptrdiff_t>(i))
      continue;
    again.push_back(i);
    out[i].achieved.resize(scores.rows());
    out[i].applicable.resize(scores.rows());
    out[i].incomplete.resize(scores.rows());
    const auto& criterion = model.nodes()[nodes[i]];
    if (criterion.is_group()) {
      into.groups.resize(model.nodes().size());
      into.groups[nodes[i]] = {out[i].achieved, out[i].applicable, out[i].incomplete};
    } else {
      states[i].resize(scores.rows());
      into.items[criterion.item] = {.quanta = out[i].achieved, .states = states[i]};
    }
  }
  if (again.empty()) return out;
  scores.scorer().score(scores.resolved().batch(), into);
  for (const auto i : again)
    if (!states[i].empty()) scoring_again::complete(scores, nodes[i], states[i], out[i]);
  // A node that is asked for twice was scored where it stands first.
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (out[i].achieved.size() != scores.rows())
      out[i] = out[static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), nodes[i]) - nodes.begin())];
  return out;
}
}
