// Views of scores, evidence from matrices, and other weights. What is computed in doubles is compared with exact scores of the same model,
// or of the model that has the other weights as its points.
#include <algorithm>
#include <chiso/eigen.hpp>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <memory>
#include <rank/rank_tables.hpp>
#include <support/random_models.hpp>
#include <support/random_table.hpp>

namespace chiso_test {
namespace {
using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
Scores kept_scores(const Model& model, const Table& table, Keep keep = Keep::leaves) {
  return score(model, read(model, table), {.keep = keep});
}
double nearest(const Ratio& exact) { return static_cast<double>(exact.num) / static_cast<double>(exact.den); }
std::string thrown(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing";
}

TEST(EigenViews, EqualTheAccessors) {
  std::size_t indices = 0;
  for_random_models(100, random_ranked_model, [&](const Model& model, Random& random) {
    const auto scores = kept_scores(model, random_table(model, 4, random));
    const auto quanta = quanta_view(scores);
    ASSERT_EQ(std::pair(quanta.rows(), quanta.cols()),
              std::pair(static_cast<Eigen::Index>(scores.rows()), static_cast<Eigen::Index>(model.items().size())));
    std::vector<std::size_t> nodes(model.nodes().size());
    for (std::size_t node = 0; node < nodes.size(); ++node) nodes[node] = node;
    const auto shares = matrix(scores, nodes, MatrixValue::share), published = matrix(scores, nodes, MatrixValue::index);
    const auto of_shares = view(shares), of_indices = view(published);
    ASSERT_EQ(of_shares.data(), shares.values.data());
    ASSERT_EQ(of_indices.outerStride(), static_cast<Eigen::Index>(scores.rows()));
    const auto columns = columns_of(scores, nodes);
    for (std::size_t row = 0; row < scores.rows(); ++row) {
      const auto at = static_cast<Eigen::Index>(row);
      for (std::size_t item = 0; item < model.items().size(); ++item)
        ASSERT_EQ(quanta(at, static_cast<Eigen::Index>(item)), scores.points(item, row).quanta);
      for (const auto node : nodes) {
        const auto column = static_cast<Eigen::Index>(node);
        const auto tally = scores.tally(node, row);
        ASSERT_EQ(view(columns[node].achieved)(at), tally.achieved);
        ASSERT_EQ(view(columns[node].applicable)(at), tally.applicable);
        if (model.nodes()[node].is_entry()) continue;
        const auto index = scores.index(node, row);
        ASSERT_EQ(std::isnan(of_indices(at, column)), !index);
        ASSERT_EQ(std::isnan(of_shares(at, column)), !index);
        if (!index) continue;
        ++indices;
        ASSERT_EQ(of_indices(at, column), nearest_double(index->published()));
        ASSERT_EQ(of_shares(at, column), static_cast<double>(tally.achieved) / static_cast<double>(tally.applicable));
      }
      ASSERT_EQ(view(scores.totals().achieved)(at), scores.tally(row).achieved);
    }
  });
  EXPECT_GT(indices, cases(10'000));
}
TEST(EigenViews, OfQuantaNeedLeaves) {
  EXPECT_THROW(quanta_view(*std::make_unique<Scores>(scored(ranked_draft(), of_indices({"1"}), Keep::groups))), ShapeError);
}

/// Cells of x, y and z, of units A and B.
const CellNames names{.units = {"A", "B"}, .columns = {"x", "y", "z"}};
TEST(EigenEvidence, IsThatOfTheSameColumnsInEveryLayout) {
  const auto model = Model::build(ranked_draft());
  const auto expected = read(model, {{"unit", {"A", "B"}}, {"x", {"90.1", ""}}, {"y", {"20", "30"}}, {"z", {"0.000001", "50"}}});
  Eigen::MatrixXd cells(2, 3);
  cells << 90.1, 20, 0.000001, nan, 30, 50;
  const RowMajor by_row = cells;
  const Eigen::MatrixXd turned = cells.transpose();
  RowMajor wide = RowMajor::Constant(5, 7, 1000);
  wide.block(2, 3, 2, 3) = cells;
  Eigen::MatrixXd large = wide;
  EXPECT_EQ(evidence_from(cells, names, model), expected);
  EXPECT_EQ(evidence_from(by_row, names, model), expected);
  EXPECT_EQ(evidence_from(turned.transpose(), names, model), expected);
  EXPECT_EQ(evidence_from(wide.block(2, 3, 2, 3), names, model), expected);
  EXPECT_EQ(evidence_from(large.block(2, 3, 2, 3), names, model), expected);
  EXPECT_EQ(evidence_from(2 * cells - cells, names, model), expected);
  EXPECT_EQ(evidence_from(NumbersRef(by_row), names, model), expected);
}
TEST(EigenEvidence, HasTheOtherColumnsOfARow) {
  auto draft = ranked_draft();
  draft.tracks = {{"self", "final"}};
  const auto model = Model::build(draft);
  Eigen::MatrixXd cells(2, 4);
  cells << 1, 2, nan, 1, 4, 5, 6, 0;
  const auto made = evidence_from(cells,
                                  {.units = {"A", "A"},
                                   .columns = {"x", "y", "z", "z.not_applicable"},
                                   .blocks = {"b", "b"},
                                   .periods = {"2024", "2024"},
                                   .tracks = {"self", "final"}},
                                  model);
  EXPECT_EQ(made, read(model, {{"unit", {"A", "A"}},
                               {"block", {"b", "b"}},
                               {"period", {"2024", "2024"}},
                               {"track", {"self", "final"}},
                               {"x", {"1", "4"}},
                               {"y", {"2", "5"}},
                               {"z", {na, "6"}}}));
}
TEST(EigenEvidence, TellsWhatIsWrong) {
  const auto model = Model::build(ranked_draft());
  Eigen::MatrixXd cells = Eigen::MatrixXd::Constant(2, 3, 1);
  cells(1, 0) = 100.5;
  EXPECT_EQ(problems_of([&] { evidence_from(RowMajor(cells), names, model); }), (Lines{"cell.max /1/x: 100.5"}));
  EXPECT_EQ(thrown([&] { evidence_from(cells, {.units = {"A"}, .columns = names.columns}, model); }), "1 units for a matrix of 2 rows");
  EXPECT_EQ(thrown([&] { evidence_from(cells, {.units = names.units, .columns = {"x"}}, model); }),
            "1 names of columns for a matrix of 3 columns");
  EXPECT_EQ(thrown([&] { evidence_from(cells, {.units = names.units, .columns = names.columns, .periods = {"2024"}}, model); }),
            "1 periods for a matrix of 2 rows");
  EXPECT_THROW(evidence_from(cells, {.units = {}, .columns = names.columns}, model), ShapeError);
  EXPECT_EQ(evidence_from(Eigen::MatrixXd(0, 3), {.units = {}, .columns = names.columns}, model).rows(), 0U);
}

TEST(EigenWeights, OfTheModelGiveItsExactIndex) {
  std::size_t compared = 0, none = 0;
  double most = 0;
  for_random_models(600, random_ranked_model, [&](const Model& model, Random& random) {
    const auto scores = kept_scores(model, random_table(model, 6, random), random_kind<Keep>(random));
    const auto weights = weights_of(model);
    ASSERT_NEAR(weights.sum(), 1, 1e-15);
    const auto indices = reweighted(scores, weights);
    for (std::size_t row = 0; row < scores.rows(); ++row) {
      const auto found = indices(static_cast<Eigen::Index>(row), 0);
      const auto index = scores.index(row);
      ASSERT_EQ(std::isnan(found), !index);
      ++(index ? compared : none);
      if (index) most = std::max(most, std::abs(found - nearest(index->exact())) / std::max(1.0, nearest(index->exact())));
    }
  });
  EXPECT_LE(most, 1e-12);
  EXPECT_GT(compared, cases(5'000));
  EXPECT_GT(none, 0U);
}
/// Points in place of the weights, in a tree of groups of which some are scaled, one in another.
ModelDraft nested(const std::vector<int>& points, int decimals) {
  auto draft = ranked_draft();
  draft.point_decimals = decimals;
  draft.not_applicable = WhenNotApplicable::exclude;
  draft.missing = WhenMissing::zero;
  const auto one = [&](std::size_t at, const char* id, const char* value, int full) {
    return leaf(id, points[at], rules::Proportional{.value = value, .full_at = full});
  };
  draft.criteria = {
      one(0, "a", "x", 100),
      group("g", {one(1, "b", "y", 50),
                  group("s", {one(2, "c", "z", 50), group("t", {one(3, "d", "x", 70), one(4, "e", "y", 30)}, {.scale_to = points[5]})},
                        {.scale_to = points[6]})})};
  draft.adjustments = {.bonus =
                           SideDraft{.cap = 1, .entries = {{.id = "more", .points = 1, .rule = rules::PerItem{.value = "x", .each = 1}}}}};
  return draft;
}
TEST(EigenWeights, AreThePointsOfAnotherModel) {
  Random random(7);
  std::size_t rows = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<int> points;
    for (int i = 0; i < 7; ++i) points.push_back(static_cast<int>(1 + random.below(30)));
    // The model and s keep their sums, so that the bonus is the same part of the model, and t is rounded to the same quantum.
    auto other = points;
    const auto move = [&](std::size_t from, std::size_t to) {
      const auto some = static_cast<int>(random.below(static_cast<std::uint64_t>(other[from])));
      other[from] -= some, other[to] += some;
    };
    move(0, 1), move(1, 6), move(6, 0), move(2, 5), move(5, 2), move(3, 4), move(4, 3);
    const auto model = Model::build(nested(points, 6)), target = Model::build(nested(other, 6));
    const auto in_whole_points = Model::build(nested(other, 0));
    Table table{{"unit", {}}, {"x", {}}, {"y", {}}, {"z", {}}};
    for (int unit = 0; unit < 12; ++unit) {
      table[0].second.push_back("U" + std::to_string(unit));
      for (std::size_t i = 1; i < 4; ++i)
        table[i].second.push_back(random.one_in(6) ? na : random.one_in(6) ? "" : std::to_string(random.below(i == 1 ? 101 : 51)));
    }
    const auto found = reweighted(kept_scores(model, table), weights_of(target));
    const auto exact = kept_scores(target, table), whole = kept_scores(in_whole_points, table);
    const auto own = reweighted(whole, weights_of(in_whole_points));
    for (std::size_t row = 0; row < exact.rows(); ++row) {
      const auto index = exact.index(row);
      const auto at = static_cast<Eigen::Index>(row);
      ASSERT_EQ(std::isnan(found(at, 0)), !index);
      ASSERT_EQ(std::isnan(own(at, 0)), !index);
      if (!index) continue;
      ++rows;
      // Leaves, and s and t, are rounded to a quantum each, which a scaled group makes up to 30.
      ASSERT_NEAR(found(at, 0), nearest(index->exact()), 100.0 * 7 * 30 / static_cast<double>(exact.tally(row).applicable)) << round;
      ASSERT_NEAR(own(at, 0), nearest(whole.index(row)->exact()), 1e-12 * 100);
    }
  }
  EXPECT_GT(rows, 500U);
}
TEST(EigenWeights, CountInSumsOfTheirOwnAndByPolicy) {
  auto draft = ranked_draft();
  draft.missing = WhenMissing::incomplete;
  const Table table{
      {"unit", {"A", "B", "C", "D"}}, {"x", {"90", na, "90", na}}, {"y", {"20", "20", "", na}}, {"z", {"10", "10", "10", na}}};
  RowMajor weights(3, 3);
  weights << 1, 1, 2, 0, 0, 7, 3, 1, 0;
  const auto scores = scored(draft, table, Keep::totals);
  const auto out = reweighted(scores, weights);
  ASSERT_EQ(std::pair(out.rows(), out.cols()), std::pair(Eigen::Index{4}, Eigen::Index{3}));
  // Shares of A: 0.9, 0.4, 0.2. What is not applicable leaves its weight to the others; what is missing keeps it.
  const std::vector<std::vector<double>> expected{{42.5, 20, 77.5}, {100 * 0.8 / 3, 20, 40}, {32.5, 20, 67.5}, {-1, -1, -1}};
  for (Eigen::Index row = 0; row < 4; ++row)
    for (Eigen::Index i = 0; i < 3; ++i) {
      const auto value = out(row, i);
      EXPECT_NEAR(std::isnan(value) ? -1 : value, expected[static_cast<std::size_t>(row)][static_cast<std::size_t>(i)], 1e-13);
    }
  EXPECT_FALSE(scores.tally(2).complete);
  draft.missing = WhenMissing::exclude;
  draft.not_applicable = WhenNotApplicable::zero;
  const auto other = reweighted(scored(draft, table), weights);
  EXPECT_NEAR(other(1, 0), 20, 1e-13);
  EXPECT_NEAR(other(2, 0), 100 * (0.9 + 0.4) / 3, 1e-13);
  EXPECT_EQ(other(3, 2), 0);
}
TEST(EigenWeights, LeaveBonusAndPenaltyAsPartsOfThePoints) {
  auto draft = ranked_draft();
  draft.measures.emplace_back("more", measure(MeasureType::count));
  draft.measures.emplace_back("less", measure(MeasureType::count));
  draft.adjustments = {
      .bonus = SideDraft{.cap = 40, .entries = {{.id = "more", .points = 40, .rule = rules::PerItem{.value = "more", .each = 1}}}},
      .penalty = SideDraft{.cap = 60, .entries = {{.id = "less", .points = 60, .rule = rules::PerItem{.value = "less", .each = 1}}}}};
  const Table table{{"unit", {"A", "B", "C"}}, {"x", {"90", "90", "10"}},  {"y", {"0", "0", "0"}},
                    {"z", {"0", "0", "0"}},    {"more", {"4", "40", "0"}}, {"less", {"0", "0", "60"}}};
  const Eigen::RowVector3d only_a(1, 0, 0);
  EXPECT_NEAR(reweighted(scored(draft, table), only_a)(0, 0), 92, 1e-13);  // 4 of 200 points
  EXPECT_EQ(reweighted(scored(draft, table), only_a)(1, 0), 100);
  EXPECT_EQ(reweighted(scored(draft, table), only_a)(2, 0), 0);
  draft.publish.may_exceed_100 = true;
  EXPECT_NEAR(reweighted(scored(draft, table), only_a)(1, 0), 110, 1e-13);
}
TEST(EigenWeights, OfManyRowsAreThoseOfEach) {
  // More rows than are computed at a time, and a last part of another length.
  std::vector<std::string> units, x, y, z;
  for (std::size_t i = 0; i < 1100; ++i) {
    units.push_back("U" + std::to_string(i));
    x.push_back(std::to_string(i % 101)), y.push_back(std::to_string(i % 51)), z.push_back(i % 7 == 0 ? na : std::to_string(i % 43));
  }
  const auto scores = scored(ranked_draft(), {{"unit", units}, {"x", x}, {"y", y}, {"z", z}});
  const auto out = reweighted(scores, Eigen::RowVector3d(2, 3, 5));
  for (std::size_t i = 0; i < 1100; ++i) {
    const auto known = i % 7 == 0 ? 0.0 : 5.0;
    const auto share = [](std::size_t value, int full) { return static_cast<double>(value) / full; };
    const auto sum = 2 * share(i % 101, 100) + 3 * share(i % 51, 50) + known * share(i % 43, 50);
    ASSERT_NEAR(out(static_cast<Eigen::Index>(i), 0), 100 * sum / (5 + known), 1e-12);
  }
  EXPECT_EQ(reweighted(scores, Eigen::MatrixXd(0, 3)).cols(), 0);
}
TEST(EigenWeights, AreRefusedUnlessTheyAreSome) {
  const auto scores = scored(ranked_draft(), of_indices({"1"}));
  const auto said = [&](const Eigen::MatrixXd& weights) { return thrown([&] { reweighted(scores, weights); }); };
  EXPECT_EQ(said(Eigen::RowVector2d(1, 1)), "2 weights in each weighting of a model of 3 weighted nodes");
  EXPECT_EQ(said(Eigen::RowVector3d(1, -1, 1)), "weighting 0 gives b a weight that is not a number of 0 or more");
  Eigen::MatrixXd two = Eigen::MatrixXd::Ones(2, 3);
  for (const auto wrong : {nan, std::numeric_limits<double>::infinity()}) {
    two(1, 2) = wrong;
    EXPECT_EQ(said(two), "weighting 1 gives c a weight that is not a number of 0 or more");
  }
  EXPECT_EQ(said(Eigen::RowVector3d::Zero()), "weighting 0 has no sum above 0 by which to divide");
  EXPECT_EQ(said(Eigen::RowVector3d::Constant(1e308)), "weighting 0 has no sum above 0 by which to divide");
}
}
}
