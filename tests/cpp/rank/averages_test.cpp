#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>
#include <support/random.hpp>

namespace chiso_test {
namespace {
std::vector<std::string> texts(const Averages& averages) {
  const auto text = [](const std::optional<Decimal>& figure) { return figure ? figure->text() : "-"; };
  return {text(averages.mean_index), text(averages.pooled_index)};
}
Lines averages_of(const ModelDraft& draft, const Table& table) {
  const auto scores = scored(draft, table, Keep::totals);
  Lines out;
  for (const auto& one : averages(Ranked(scores)))
    for (const auto& text : texts(one)) out.push_back(text);
  return out;
}

TEST(Averages, AreRoundedOnceFromTheExactMean) {
  // SPEC 8: 81.755, which binary doubles print as 81.75.
  const auto table = of_indices({"74.85", "76.72", "84.31", "91.14"});
  EXPECT_EQ(averages_of(ranked_draft(), table), (Lines{"81.76", "81.76"}));
  auto draft = ranked_draft();
  draft.publish.rounding = Rounding::down;
  EXPECT_EQ(averages_of(draft, table), (Lines{"81.75", "81.75"}));
  draft.publish.rounding = Rounding::half_even;
  EXPECT_EQ(averages_of(draft, table), (Lines{"81.76", "81.76"}));
}
TEST(Averages, DifferIfDenominatorsDo) {
  // 90 of 100 and 60 of 200: (90 + 30) / 2, and 150 of 300.
  EXPECT_EQ(averages_of(ranked_draft(), {{"unit", {"A", "B"}}, {"x", {"90", "30"}}, {"y", {na, "20"}}, {"z", {na, "10"}}}),
            (Lines{"60.00", "50.00"}));
}
TEST(Averages, LimitEachRowAsItsIndexIsLimited) {
  auto draft = ranked_draft();
  draft.measures.emplace_back("more", measure(MeasureType::count));
  draft.measures.emplace_back("less", measure(MeasureType::count));
  draft.adjustments = {
      .bonus = SideDraft{.cap = 20, .entries = {{.id = "more", .points = 20, .rule = rules::PerItem{.value = "more", .each = 1}}}},
      .penalty = SideDraft{.cap = 20, .entries = {{.id = "less", .points = 20, .rule = rules::PerItem{.value = "less", .each = 1}}}}};
  const Table table{{"unit", {"A", "B"}}, {"x", {"95", "5"}},    {"y", {na, na}},
                    {"z", {na, na}},      {"more", {"15", "0"}}, {"less", {"0", "15"}}};
  EXPECT_EQ(averages_of(draft, table), (Lines{"50.00", "50.00"}));
  draft.publish.may_exceed_100 = true;
  EXPECT_EQ(averages_of(draft, table), (Lines{"55.00", "55.00"}));
}
TEST(Averages, CoverTheRankedRowsOfEachCohortAndAreEmptyIfThereAreNone) {
  auto table = of_indices({"90", "50", "", "10", "70"});
  table.push_back({"ranked", {"yes", "no", "yes", "yes", "no"}});
  table.push_back({"block", {"p", "p", "p", "p", "q"}});
  EXPECT_EQ(averages_of(ranked_draft(), table), (Lines{"50.00", "50.00", "-", "-"}));
}
/// With points of one quantum each nothing hides behind the decimals: 1 of 3 points known in one row, 3 of 3 in another.
TEST(Averages, HaveTheExactCoverageOfTheRankedRows) {
  ModelDraft draft{};
  draft.id = "covered";
  draft.point_decimals = 0;
  draft.missing = WhenMissing::exclude;
  draft.measures = {{"x", measure(MeasureType::count)}, {"y", measure(MeasureType::count)}};
  draft.criteria = {leaf("a", 1, rules::PerItem{.value = "x", .each = 1}), leaf("b", 2, rules::PerItem{.value = "y", .each = 1})};
  const auto coverage = [&](const Table& table) { return averages(Ranked(scored(draft, table)))[0].coverage->text(); };
  EXPECT_EQ(coverage({{"unit", {"A"}}, {"x", {"1"}}, {"y", {""}}}), "33.33");
  EXPECT_EQ(coverage({{"unit", {"A", "B"}}, {"x", {"1", "1"}}, {"y", {"", "0"}}}), "66.67");
  EXPECT_EQ(coverage({{"unit", {"A"}}, {"x", {"1"}}, {"y", {"2"}}}), "100.00");
}
TEST(Averages, ByACriterionUseItsIndicesWhateverWasKept) {
  // In the group 30 of 50 and 40 of 100; no part of it applies to the third.
  const Table table{{"unit", {"A", "B", "C"}}, {"x", {"90", "30", "50"}}, {"y", {"30", "30", na}}, {"z", {na, "10", na}}};
  for (const auto keep : {Keep::totals, Keep::groups, Keep::leaves}) {
    const auto scores = scored(ranked_draft(), table, keep);
    EXPECT_EQ(texts(averages(ranks(scores, scores.model().node("g")))[0]), (Lines{"50.00", "46.67"}));
    EXPECT_EQ(texts(averages(ranks(scores, scores.model().node("a")))[0]), (Lines{"56.67", "56.67"}));
  }
}

/// The mean by adding fractions one after the other.
Decimal long_mean(const std::vector<Ratio>& indices, const PublishDraft& publish) {
  Rational sum;
  for (const auto& index : indices) sum = sum + Rational(index);
  return (sum / Rational(static_cast<int128>(indices.size()))).rounded(publish.decimals, publish.rounding);
}
TEST(Mean, EqualsTheExactSum) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Random random(seed);
    const PublishDraft publish{.decimals = static_cast<int>(random.below(10)), .rounding = static_cast<Rounding>(random.below(3))};
    const bool few = random.one_in(2);
    std::vector<Ratio> indices;
    for (std::uint64_t count = 1 + random.below(60); count > 0; --count) {
      const auto den = few ? random.of(std::vector<std::int64_t>{1, 3, 8, 1000, 1'000'000}) : random.within(1, std::int64_t{1} << 53);
      indices.push_back({100 * int128{random.within(0, den)}, den});
    }
    ASSERT_EQ(mean(indices, publish).text(), long_mean(indices, publish).text()) << "seed " << seed;
  }
}
TEST(Mean, IsExactOnTheEdgeOfRounding) {
  // Two indices that add up to a whole, over a denominator that is not a power of two, and then a hair less.
  const std::int64_t d = (std::int64_t{1} << 53) - 111;
  for (const auto rounding : {Rounding::half_up, Rounding::half_even, Rounding::down}) {
    const PublishDraft publish{.decimals = 2, .rounding = rounding};
    const std::vector<Ratio> half{{100 * int128{d / 3}, d}, {100 * int128{d - d / 3}, d}, {3, 100}, {0, 1}},
        less{half[0], {half[1].num - 1, d}, half[2], half[3]};
    EXPECT_EQ(mean(half, publish).text(), rounding == Rounding::half_up ? "25.01" : rounding == Rounding::half_even ? "25.01" : "25.00");
    EXPECT_EQ(mean(less, publish).text(), rounding == Rounding::down ? "25.00" : "25.01");
    const std::vector<Ratio> whole{{half[0]}, {half[1]}}, below{{less[0]}, {less[1]}};
    EXPECT_EQ(mean(whole, publish).text(), "50.00");
    EXPECT_EQ(mean(below, publish).text(), rounding == Rounding::down ? "49.99" : "50.00");
  }
  EXPECT_EQ(mean(std::vector<Ratio>{{81755, 1000}}, {.decimals = 2}).text(), "81.76");
}
TEST(Mean, IsQuickForManyDenominators) {
  std::vector<Ratio> indices;
  for (std::int64_t i = 0; i < 200'000; ++i) indices.push_back({100 * int128{i}, 1'000'000'007 + 2 * i});
  EXPECT_EQ(mean(indices, {.decimals = 9}).scale(), 9);
}
TEST(Mean, DoesNotOverflowForTheLargestIndices) {
  const std::vector<Ratio> indices(1000, Ratio{100 * (int128{1} << 54), 1});
  EXPECT_EQ(mean(indices, {.decimals = 9}).text(), "1801439850948198400.000000000");
}
}
}
