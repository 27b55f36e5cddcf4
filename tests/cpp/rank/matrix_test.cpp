#include <chiso/rank/matrix.hpp>
#include <cmath>
#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>

namespace chiso_test {
namespace {
/// The model with an entry `more` of 4 points.
ModelDraft with_entry() {
  auto draft = ranked_draft();
  draft.measures.emplace_back("more", measure(MeasureType::count));
  draft.adjustments = {
      .bonus = SideDraft{.cap = 3, .entries = {{.id = "more", .points = 4, .rule = rules::PerItem{.value = "more", .each = 1}}}}};
  return draft;
}
const Table rows{{"unit", {"A", "B"}}, {"x", {"90", "33.337"}}, {"y", {na, "20"}}, {"z", {na, "10"}}, {"more", {"1", "9"}}};
std::vector<double> values_of(MatrixValue value, Keep keep) {
  const auto scores = scored(with_entry(), rows, keep);
  const auto& model = scores.model();
  const std::vector<std::size_t> nodes{model.node("a"), model.node("g"), model.node("b"), model.node("more"), model.node("a")};
  const auto out = matrix(scores, nodes, value);
  EXPECT_EQ(out.rows, 2U);
  EXPECT_EQ(out.columns, 5U);
  EXPECT_EQ(out.at(1, 0), out.values[1]);
  EXPECT_EQ(out.at(1, 2), out.values[5]);
  EXPECT_EQ(out.column(3).data(), out.values.data() + 6);
  auto values = out.values;
  for (auto& one : values) one = std::isnan(one) ? -1 : one;  // because NaN does not compare
  return values;
}

TEST(Matrix, HasNodesColumnByColumnWhateverWasKept) {
  for (const auto keep : {Keep::totals, Keep::groups, Keep::leaves}) {
    EXPECT_EQ(values_of(MatrixValue::share, keep), (std::vector<double>{0.9, 0.33337, -1, 0.3, -1, 0.4, 0.25, 1, 0.9, 0.33337}));
    EXPECT_EQ(values_of(MatrixValue::points, keep), (std::vector<double>{90, 33.337, 0, 30, 0, 20, 1, 4, 90, 33.337}));
    EXPECT_EQ(values_of(MatrixValue::applicable, keep), (std::vector<double>{100, 100, 0, 100, 0, 50, 0, 0, 100, 100}));
    EXPECT_EQ(values_of(MatrixValue::index, keep), (std::vector<double>{90, 33.34, -1, 30, -1, 40, -1, -1, 90, 33.34}));
  }
}
TEST(Matrix, IsEmptyWithoutNodesAndRefusesUnknownOnes) {
  const auto scores = scored(with_entry(), rows);
  EXPECT_EQ(matrix(scores, {}, MatrixValue::share).values.size(), 0U);
  const std::vector<std::size_t> beyond{scores.model().nodes().size()};
  EXPECT_THROW(matrix(scores, beyond, MatrixValue::share), ShapeError);
}
}
}
