#pragma once
#include <algorithm>
#include <chiso/score/scorer.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/cells.hpp>
#include <utility>
#include <vector>

namespace chiso_test {
/// One row through both evaluators of a scorer; cells that are not given are missing.
struct ScoredRow {
  chiso::Tally tally{};
  std::vector<std::string> items{};    ///< `state counted` of each item, in quanta.
  std::vector<chiso::Tally> groups{};  ///< By node; only groups have one.
  chiso::Scorecard card{};
};
struct RowOptions {
  std::size_t track = ~std::size_t{0};                     ///< The last track if none is given.
  std::vector<std::pair<std::string, TestCell>> stated{};  ///< Points in quanta, by leaf.
};
inline ScoredRow score_row(const chiso::Model& model, const std::vector<std::pair<std::string, TestCell>>& given,
                           const RowOptions& options = {}) {
  using namespace chiso;
  Cells owned;
  Batch batch{.rows = 1};
  const auto cell_of = [](const auto& list, const std::string& name) {
    for (const auto& [key, cell] : list)
      if (key == name) return cell;
    return TestCell(missing);
  };
  for (const auto& measure : model.measures())
    batch.measures.push_back(owned.column(std::vector<TestCell>{cell_of(given, measure.name)}, measure.decimals));
  if (!options.stated.empty())
    for (std::size_t i = 0; i < model.leaves(); ++i) {
      const auto& id = model.nodes()[model.items()[i]].id;
      const bool is_stated =
          std::any_of(options.stated.begin(), options.stated.end(), [&](const auto& entry) { return entry.first == id; });
      batch.stated.push_back(is_stated ? owned.column(std::vector<TestCell>{cell_of(options.stated, id)}, model.point_decimals())
                                       : Column{});
    }
  if (options.track != ~std::size_t{0}) batch.tracks = owned.tracks({static_cast<std::uint16_t>(options.track)});
  const Scorer scorer(model);
  ScoredRow out{.card = scorer.scorecard(batch, 0)};
  std::uint8_t incomplete = 0;
  const auto items = model.items().size(), nodes = model.nodes().size();
  std::vector<std::int64_t> quanta(items), achieved(nodes), applicable(nodes);
  std::vector<ItemState> states(items);
  std::vector<std::uint8_t> incomplete_groups(nodes);
  ScoreColumns into{
      {&out.tally.achieved, 1}, {&out.tally.applicable, 1}, {&out.tally.bonus, 1}, {&out.tally.penalty, 1}, {&incomplete, 1}, {}, {}};
  for (std::size_t i = 0; i < items; ++i) into.items.push_back({.quanta = {&quanta[i], 1}, .states = {&states[i], 1}});
  for (std::size_t i = 0; i < nodes; ++i)
    into.groups.push_back(model.nodes()[i].is_group()
                              ? ScoreColumns::Group{{&achieved[i], 1}, {&applicable[i], 1}, {&incomplete_groups[i], 1}}
                              : ScoreColumns::Group{});
  scorer.score(batch, into);
  out.tally.complete = incomplete == 0;
  EXPECT_EQ(out.card.tally, out.tally);
  for (std::size_t i = 0; i < items; ++i) {
    const auto& line = out.card.lines[model.items()[i]];
    EXPECT_EQ(*line.state, states[i]);
    EXPECT_EQ(line.tally.achieved, quanta[i]);
    out.items.push_back(std::string(names_of(states[i])[static_cast<std::size_t>(states[i])]) + " " + std::to_string(quanta[i]));
  }
  for (std::size_t i = 0; i < nodes; ++i) {
    out.groups.push_back({.achieved = achieved[i], .applicable = applicable[i], .complete = incomplete_groups[i] == 0});
    if (model.nodes()[i].is_group()) {
      EXPECT_EQ(out.card.lines[i].tally, out.groups[i]);
    }
  }
  return out;
}
}
