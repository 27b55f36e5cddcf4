// Properties of every model's scores, ranks, classes and averages, tested on random ones: the order of rows, blocks and periods by
// themselves, units that are better in everything.
#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <sstream>
#include <support/random_models.hpp>
#include <support/random_table.hpp>
#include <support/results_text.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

std::string results_text(const Scores& scores) {
  std::ostringstream out;
  ResultsText(scores, out).write();
  return out.str();
}
Scores scores_of(const Model& model, const Table& table) { return score(model, read(model, table), {.keep = Keep::leaves}); }

/// The lines of each row (with its nodes sorted) and of each average, by their names.
using Results = std::map<std::string, std::vector<std::string>>;
Results results_by_name(const Scores& scores) {
  Results out;
  std::istringstream lines(results_text(scores));
  std::vector<std::string>* of_row = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("node")) {
      of_row->push_back(line);
      continue;
    }
    std::size_t end = 0;
    for (int cell = line.starts_with("row") ? 5 : 4; cell > 0 && end != line.npos; --cell) end = line.find('\t', end + 1);
    of_row = &out[line.substr(0, end)];
    of_row->push_back(line);
  }
  for (auto& [name, of] : out) std::sort(of.begin(), of.end());
  return out;
}

TEST(RankProperties, OrderOfRowsChangesNothing) {
  for_random_models(300, random_ranked_model, [](const Model& model, Random& random) {
    const auto table = random_table(model, 2 + random.below(7), random);
    std::vector<std::size_t> order(table[0].second.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    shuffle(order, random);
    ASSERT_EQ(results_text(scores_of(model, rows_of(table, order))), results_text(scores_of(model, table)));
  });
}

void shuffle_criteria(std::vector<CriterionDraft>& list, Random& random) {
  for (auto& criterion : list) {
    shuffle_criteria(criterion.criteria, random);
    if (!criterion.one_of) shuffle(criterion.criteria, random);  // which counts the first that applies
  }
}
TEST(RankProperties, OrderOfCriteriaAndEntriesChangesNothing) {
  for_random_models(300, random_ranked_model, [](const Model& model, Random& random) {
    auto draft = model.draft();
    shuffle_criteria(draft.criteria, random);
    shuffle(draft.criteria, random);
    for (auto* side : {&draft.adjustments.bonus, &draft.adjustments.penalty})
      if (*side) shuffle((*side)->entries, random);
    const auto table = random_table(model, 2 + random.below(7), random);
    ASSERT_EQ(results_by_name(scores_of(Model::build(draft), table)), results_by_name(scores_of(model, table)));
  });
}

/// The rows of a table by the text in a column.
std::map<std::string, std::vector<std::size_t>> apart(const Table& table, const std::string& column) {
  const auto& cells = std::find_if(table.begin(), table.end(), [&](const auto& one) { return one.first == column; })->second;
  std::map<std::string, std::vector<std::size_t>> out;
  for (std::size_t row = 0; row < cells.size(); ++row) out[cells[row]].push_back(row);
  return out;
}
/// The results of each part of a table, together.
Results results_of_parts(const Model& model, const Table& table, const std::string& column) {
  Results out;
  for (const auto& [name, rows] : apart(table, column)) out.merge(results_by_name(scores_of(model, rows_of(table, rows))));
  return out;
}
TEST(RankProperties, BlocksByThemselvesEqualTheWhole) {
  for_random_models(300, random_ranked_model, [](const Model& model, Random& random) {
    const auto table = random_table(model, 2 + random.below(7), random);
    ASSERT_EQ(results_of_parts(model, table, "block"), results_by_name(scores_of(model, table)));
  });
}
/// Only for models that do not read the period before.
TEST(RankProperties, PeriodsByThemselvesEqualTheWhole) {
  std::size_t compared = 0;
  for_random_models(300, random_ranked_model, [&](const Model& model, Random& random) {
    if (model.derived().looks_back || !model.derived().previous.empty()) return;
    ++compared;
    const auto table = random_table(model, 2 + random.below(7), random);
    ASSERT_EQ(results_of_parts(model, table, "period"), results_by_name(scores_of(model, table)));
  });
  EXPECT_GT(compared, cases(100));
}

/// Whether a row has at least as much as another on every leaf and the bonus, at most as much of the penalty, and the same applicable on
/// every leaf.
bool dominates(const Scores& scores, std::size_t better, std::size_t worse) {
  const auto& model = scores.model();
  const auto a = scores.tally(better), b = scores.tally(worse);
  if (a.bonus < b.bonus || a.penalty > b.penalty) return false;
  for (std::size_t leaf = 0; leaf < model.leaves(); ++leaf) {
    const auto node = model.items()[leaf];
    const auto mine = scores.tally(node, better), theirs = scores.tally(node, worse);
    if (mine.applicable != theirs.applicable || mine.achieved < theirs.achieved) return false;
  }
  return true;
}
/// Under `ordinal` equal rows are ordered too, by their names, so there only a better index counts.
TEST(RankProperties, ADominatingUnitNeverRanksLower) {
  std::size_t above = 0, tied = 0;
  for_random_models(300, random_ranked_model, [&](const Model& model, Random& random) {
    for (const auto& one : model.tie_break())
      if (one.value) return;  // it may be any among equals
    const auto scores = scores_of(model, random_table(model, 12, random));
    const auto all = ranks(scores);
    const auto& cohorts = scores.resolved().cohorts();
    for (std::size_t a = 0; a < scores.rows(); ++a)
      for (std::size_t b = 0; b < scores.rows(); ++b) {
        if (a == b || cohorts.of_row[a] != cohorts.of_row[b] || !all.of(a) || !all.of(b) || !dominates(scores, a, b)) continue;
        if (model.ranking().ties == Ties::ordinal && all.competition(a) == all.competition(b)) continue;
        EXPECT_LE(*all.of(a), *all.of(b)) << scores.evidence().unit(a) << " over " << scores.evidence().unit(b);
        ++(all.of(a) == all.of(b) ? tied : above);
      }
  });
  EXPECT_GT(above, cases(500));
  EXPECT_GT(tied, cases(500));
}
}
