// When evidence is equal, and when scores are.
#include <algorithm>
#include <chiso/score/scores.hpp>
#include <evidence/tables.hpp>
#include <gtest/gtest.h>

namespace chiso_test {
namespace {
const Table two_rows{{"unit", {"b", "a"}},      {"block", {"p", "q"}}, {"period", {"2023", "2024"}},         {"track", {"self", "final"}},
                     {"ranked", {"yes", "no"}}, {"cases", {"1", ""}},  {"score", {"0.5", "not_applicable"}}, {"plan", {"late", "2"}},
                     {"funded", {"no", "yes"}}};
Table with(const std::string& column, const Lines& cells) {
  auto out = two_rows;
  for (auto& [name, of] : out)
    if (name == column) of = cells;
  return out;
}
ModelDraft stating() {
  auto draft = table_draft();
  draft.stated_points = StatedPoints::accept;
  return draft;
}

TEST(EvidenceEquality, ComparesModelRowsColumnsAndStates) {
  const auto model = Model::build(table_draft());
  const auto evidence = read(model, two_rows);
  EXPECT_EQ(evidence, evidence);
  EXPECT_EQ(evidence, read(model, two_rows));
  EXPECT_EQ(evidence, read(Model::build(table_draft()), two_rows)) << "an equal model of its own";
  auto reordered = two_rows;
  std::reverse(reordered.begin(), reordered.end());
  EXPECT_EQ(evidence, read(model, reordered)) << "columns are told by name";
  for (const auto& [column, cells] : Table{{"unit", {"b", "c"}},
                                           {"block", {"q", "p"}},
                                           {"period", {"2024", "2023"}},
                                           {"track", {"self", "self"}},
                                           {"ranked", {"no", "no"}},
                                           {"cases", {"1", "0"}},
                                           {"cases", {"1", "not_applicable"}},
                                           {"cases", {"2", ""}},
                                           {"plan", {"late", "late"}}})
    EXPECT_FALSE(evidence == read(model, with(column, cells))) << column << cells[0] << cells[1];
  auto draft = table_draft();
  draft.version = "2";
  EXPECT_FALSE(evidence == read(Model::build(draft), two_rows));
  auto swapped = two_rows;
  for (auto& [name, cells] : swapped) std::swap(cells[0], cells[1]);
  EXPECT_FALSE(evidence == read(model, swapped)) << "the order of rows";
  auto fewer = two_rows;
  for (auto& [name, cells] : fewer) cells.pop_back();
  EXPECT_FALSE(evidence == read(model, fewer));
}
TEST(EvidenceEquality, ComparesStatedPointsToo) {
  const auto model = Model::build(stating());
  auto table = two_rows;
  table.push_back({"points.a", {"1", ""}});
  const auto stated = read(model, table);
  EXPECT_EQ(stated, read(model, table));
  EXPECT_FALSE(stated == read(model, two_rows));
  table.back().second[0] = "2";
  EXPECT_FALSE(stated == read(model, table));
}

TEST(ScoresEquality, ComparesModelEvidenceAndKeep) {
  const auto model = Model::build(table_draft());
  const auto evidence = read(model, two_rows);
  const auto scores = score(model, evidence);
  EXPECT_EQ(scores, score(Model::build(table_draft()), read(model, two_rows)));
  EXPECT_FALSE(scores == score(model, evidence, {.keep = Keep::leaves}));
  EXPECT_FALSE(scores == score(model, read(model, with("cases", {"1", "0"}))));
  auto draft = table_draft();
  draft.criteria[0].points = 3;
  EXPECT_FALSE(scores == score(Model::build(draft), evidence)) << "another model, the same evidence";
}
TEST(ResolvedEvidence, KeepsTheOriginalEvidence) {
  const auto model = Model::build(table_draft());  // final falls back on self
  const auto evidence = read(model, two_rows);
  const auto scores = score(model, evidence);
  EXPECT_EQ(scores.rows(), 3U);
  EXPECT_EQ(scores.resolved().given().rows(), 2U);
  EXPECT_EQ(scores.resolved().given(), evidence);
  EXPECT_EQ(scores, score(model, scores.resolved().given())) << "scores are restored from it";
  auto other = table_draft();
  other.version = "2";
  EXPECT_EQ(score(Model::build(other), evidence).resolved().given(), evidence) << "of the model it was read for";
}
}
}
