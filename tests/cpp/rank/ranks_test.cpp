#include <chiso/score/exact_numbers.hpp>
#include <gtest/gtest.h>
#include <numeric>
#include <rank/rank_tables.hpp>
#include <support/random.hpp>

namespace chiso_test {
namespace {
// SPEC 6.1, sentence by sentence.

TEST(Ranks, AreByDescendingIndexAndCountTiesAsTheModelSays) {
  const auto table = of_indices({"70", "90", "80", "90", "60", "80"});
  auto draft = ranked_draft();
  EXPECT_EQ(all_of(ranks(scored(draft, table))), (Numbers{5, 1, 3, 1, 6, 3}));
  draft.ranking.ties = Ties::dense;
  EXPECT_EQ(all_of(ranks(scored(draft, table))), (Numbers{3, 1, 2, 1, 4, 2}));
  draft.ranking.ties = Ties::ordinal;
  const auto ordinal = ranks(scored(draft, table));
  EXPECT_EQ(all_of(ordinal), (Numbers{5, 1, 3, 2, 6, 4}));
  EXPECT_EQ(ordinal.competition(3), 1U);
  EXPECT_EQ(ordinal.order(3).size(), 6U);
}
TEST(Ranks, DecideOrdinalTiesByTheBytesOfTheUnit) {
  auto draft = ranked_draft();
  draft.ranking.ties = Ties::ordinal;
  const Table table{{"unit", {"b", "Đ", "a10", "a9", "B"}}, {"x", Lines(5, "50")}, {"y", Lines(5, na)}, {"z", Lines(5, na)}};
  EXPECT_EQ(all_of(ranks(scored(draft, table))), (Numbers{4, 5, 2, 3, 1}));
}
/// Points of 50 bits beside the places of more than 2^14 rows: more than fit into 64 bits, of which no bit may be lost.
TEST(Ranks, TellManyRowsApartThatDifferByTheLeastPoints) {
  ModelDraft draft{};
  draft.id = "many";
  draft.point_decimals = 9;
  auto x = measure(MeasureType::decimal);
  x.decimals = 9;
  x.min = 0;
  x.max = 1'000'000;
  draft.measures = {{"x", x}};
  draft.criteria = {leaf("a", 1'000'000, rules::Given{.value = "x"})};
  constexpr std::size_t rows = (std::size_t{1} << 14) + 2;
  Table table{{"unit", {}}, {"x", {}}};
  for (std::size_t row = 0; row < rows; ++row) {
    const auto number = std::to_string(100'000 + row);
    table[0].second.push_back("U" + number);
    table[1].second.push_back(row + 1 == rows ? "1000000" : "0.000" + number);
  }
  const auto scores = scored(draft, table, Keep::totals);
  const auto alone = ranks(scores);
  const Ranked ranked(scores);
  for (std::size_t row = 0; row < rows; ++row) {
    ASSERT_EQ(alone.of(row), rows - row);
    ASSERT_EQ(ranked.rank(row), rows - row);
  }
}
TEST(Ranks, ExactKeysAreNeverRounded) {
  // 200/3 % of 150, and the nearest that six decimals can write: one published figure, two ranks.
  auto draft = ranked_draft();
  const Table table{{"unit", {"A", "B", "C"}}, {"x", {"66.666666", "50", "66.666667"}}, {"y", {na, "50", na}}, {"z", Lines(3, na)}};
  const auto scores = scored(draft, table);
  EXPECT_EQ(all_of(ranks(scores)), (Numbers{3, 2, 1}));
  EXPECT_EQ(scores.index(0)->published(), scores.index(1)->published());
  draft.ranking.key = RankKey::published;
  EXPECT_EQ(all_of(ranks(scored(draft, table))), (Numbers{1, 1, 1}));
  // Equal over different denominators is equal: 60 of 100, 90 of 150.
  EXPECT_EQ(all_of(ranks(scored(ranked_draft(), {{"unit", {"A", "B"}}, {"x", {"60", "40"}}, {"y", {na, "50"}}, {"z", {na, na}}}))),
            (Numbers{1, 1}));
}
TEST(Ranks, ApplyTieBreaksInTurnWithAbsentIndicesLast) {
  auto draft = ranked_draft();
  draft.ranking.tie_break = {"b", "c"};
  // All at 50 %; by the index of b, then that of c. E has no b, F has b at 0.
  const Table table{{"unit", {"A", "B", "C", "D", "E", "F"}},
                    {"x", {"50", "40", "45", "50", "50", "75"}},
                    {"y", {"25", "35", "30", "25", na, "0"}},
                    {"z", {"25", "25", "25", na, "25", "25"}}};
  const auto kept = scored(draft, table);
  EXPECT_EQ(all_of(ranks(kept)), (Numbers{3, 1, 2, 4, 6, 5}));
  for (const auto keep : {Keep::totals, Keep::groups}) EXPECT_EQ(all_of(ranks(scored(draft, table, keep))), all_of(ranks(kept)));
  draft.ranking.tie_break = {"c"};
  EXPECT_EQ(all_of(ranks(scored(draft, table))), (Numbers{1, 1, 1, 6, 1, 1}));
}
TEST(Ranks, UseThePublishedKeyForTieBreaksToo) {
  auto draft = ranked_draft();
  draft.ranking.tie_break = {"b"};
  draft.publish.decimals = 0;
  const Table table{{"unit", {"A", "B"}}, {"x", {"50.1", "50"}}, {"y", {"25", "25.1"}}, {"z", {"25", "25"}}};
  EXPECT_EQ(all_of(ranks(scored(draft, table))), (Numbers{2, 1}));
  draft.ranking.key = RankKey::published;
  EXPECT_EQ(all_of(ranks(scored(draft, table))), (Numbers{1, 1}));
}
TEST(Ranks, AreEmptyForRowsThatAreNotRankedIncompleteOrWithoutAnIndex) {
  const Table table{{"unit", {"A", "B", "C", "D"}},
                    {"ranked", {"no", "yes", "yes", "yes"}},
                    {"x", {"90", "", na, "10"}},
                    {"y", Lines(4, na)},
                    {"z", Lines(4, na)}};
  const auto scores = scored(ranked_draft(), table);
  EXPECT_EQ(all_of(ranks(scores)), (Numbers{0, 0, 0, 1}));
  EXPECT_EQ(scores.index(1)->published().text(), "0.00");  // 6.5, but it keeps its index
  EXPECT_FALSE(scores.index(2));
}
TEST(Ranks, AreWithinEachBlockPeriodAndTrack) {
  auto draft = ranked_draft();
  draft.tracks = {{"self", "final"}};
  const Table table{{"unit", {"A", "A", "A", "B", "B", "B", "C", "C", "C"}},
                    {"block", {"p", "p", "p", "p", "p", "p", "q", "q", "q"}},
                    {"period", {"1", "1", "2", "1", "1", "2", "1", "1", "2"}},
                    {"track", {"self", "final", "final", "self", "final", "final", "self", "final", "final"}},
                    {"x", {"10", "30", "50", "20", "20", "50", "5", "5", "5"}},
                    {"y", Lines(9, na)},
                    {"z", Lines(9, na)}};
  const auto all = ranks(scored(draft, table));
  EXPECT_EQ(all_of(all), (Numbers{2, 1, 1, 1, 2, 1, 1, 1, 1}));
  EXPECT_EQ(all.orders().size(), 6U);
}
TEST(Ranks, ByANodeUseItsIndexAndCompletenessWithoutTieBreaks) {
  auto draft = ranked_draft();
  draft.ranking.tie_break = {"a"};
  const Table table{{"unit", {"A", "B", "C", "D", "E"}},
                    {"ranked", {"yes", "yes", "yes", "yes", "no"}},
                    {"x", {"90", "", "80", "70", "60"}},
                    {"y", {"30", "50", "", "30", "50"}},
                    {"z", {"30", "40", "50", na, "50"}}};
  const auto scores = scored(draft, table);
  const auto& model = scores.model();
  EXPECT_EQ(all_of(ranks(scores)), (Numbers{1, 0, 0, 2, 0}));  // A 150 of 200, D 100 of 150
  EXPECT_EQ(all_of(ranks(scores, model.node("g"))), (Numbers{2, 1, 0, 2, 0}));
  EXPECT_EQ(all_of(ranks(scores, model.node("a"))), (Numbers{1, 0, 2, 3, 0}));
  EXPECT_EQ(all_of(ranks(scores, model.node("b"))), (Numbers{2, 1, 0, 2, 0}));
  EXPECT_EQ(all_of(ranks(scores, model.node("c"))), (Numbers{3, 2, 1, 0, 0}));
}

// Properties.

/// A model in which a leaf is in one track only, a group is scaled, and every policy counts; and rows of every state.
ModelDraft varied_draft() {
  auto draft = ranked_draft();
  draft.tracks = {{"one", "two"}};
  draft.stated_points = StatedPoints::accept;
  draft.undefined = WhenUndefined::full;
  draft.measures.emplace_back("n", measure(MeasureType::count));
  draft.criteria[1].scale_to = 30;
  draft.criteria[1].criteria[0].missing = WhenMissing::exclude;
  draft.criteria[1].criteria[1].not_applicable = WhenNotApplicable::full;
  draft.criteria.push_back(
      leaf("d", 5, rules::Tiers{.value = "y / n", .tiers = {{.from = 10, .points = 5}, {.points = 2}}}, {.tracks = {{"one"}}}));
  draft.criteria.back().not_applicable = WhenNotApplicable::zero;  // but outside its track it is excluded
  draft.adjustments.bonus = SideDraft{.cap = 2, .entries = {{.id = "more", .points = 2, .rule = rules::PerItem{.value = "n", .each = 1}}}};
  draft.ranking.tie_break = {"d", "g", "b"};
  return draft;
}
Table varied_table(Random& random, std::size_t units) {
  Table out{{"unit", {}}, {"block", {}}, {"track", {}}, {"ranked", {}}, {"x", {}}, {"y", {}}, {"z", {}}, {"n", {}}, {"points.b", {}}};
  for (std::size_t unit = 0; unit < units; ++unit) {
    const auto block = random.one_in(3) ? "p" : "q", ranked = random.one_in(8) ? "no" : "yes";
    for (const auto track : {"one", "two"}) {
      const auto cell = [&](const std::vector<std::string>& values) {
        return random.one_in(9) ? std::string() : random.one_in(9) ? na : random.of(values);
      };
      const Lines row{"u" + std::to_string(unit),
                      block,
                      track,
                      ranked,
                      cell({"50", "60", "60.000001", "100"}),
                      cell({"0", "25", "50"}),
                      cell({"10", "40"}),
                      cell({"0", "1", "2"}),
                      random.one_in(3) ? "12.5" : ""};
      for (std::size_t i = 0; i < row.size(); ++i) out[i].second.push_back(row[i]);
    }
  }
  return out;
}

TEST(Ranks, DoNotDependOnTheOrderOfRows) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    Random random(seed);
    auto draft = varied_draft();
    draft.ranking.ties = static_cast<Ties>(random.below(3));
    draft.ranking.key = static_cast<RankKey>(random.below(2));
    const auto table = varied_table(random, 30);
    std::vector<std::size_t> from(table[0].second.size());
    std::iota(from.begin(), from.end(), std::size_t{0});
    for (std::size_t i = from.size(); i > 1; --i) std::swap(from[i - 1], from[random.below(i)]);
    auto shuffled = table;
    for (std::size_t c = 0; c < table.size(); ++c)
      for (std::size_t i = 0; i < from.size(); ++i) shuffled[c].second[i] = table[c].second[from[i]];
    const auto a = ranks(scored(draft, table)), b = ranks(scored(draft, shuffled));
    for (std::size_t i = 0; i < from.size(); ++i) ASSERT_EQ(b.of(i), a.of(from[i])) << "seed " << seed;
  }
}
TEST(Ranks, CompetitionDenseAndOrdinalAgreeOnWhoIsBetter) {
  Random random(7);
  auto draft = varied_draft();
  const auto table = varied_table(random, 200);
  const auto competition = ranks(scored(draft, table));
  draft.ranking.ties = Ties::dense;
  const auto dense = ranks(scored(draft, table));
  draft.ranking.ties = Ties::ordinal;
  const auto ordinal = ranks(scored(draft, table));
  std::size_t ties = 0;
  for (const auto& order : competition.orders())
    for (std::size_t place = 0; place < order.size(); ++place) {
      const auto row = order.row(place);
      EXPECT_LE(*dense.of(row), *competition.of(row));
      EXPECT_LE(*competition.of(row), *ordinal.of(row));
      EXPECT_EQ(*ordinal.of(row), place + 1);
      EXPECT_EQ(competition.of(row), dense.competition(row));
      if (place == 0) continue;
      const auto before = order.row(place - 1);
      const bool tied = competition.of(row) == competition.of(before);
      ties += tied ? 1 : 0;
      EXPECT_EQ(*dense.of(row), *dense.of(before) + (tied ? 0 : 1));
      EXPECT_EQ(*competition.of(row), tied ? *competition.of(before) : place + 1);
    }
  EXPECT_GT(ties, 5U);
}
TEST(Ranks, ReadTheSameColumnsWhateverWasKept) {
  Random random(11);
  const auto table = varied_table(random, 150);
  const auto leaves = scored(varied_draft(), table);
  std::vector<std::size_t> nodes(leaves.model().nodes().size());
  std::iota(nodes.begin(), nodes.end(), std::size_t{0});
  nodes.push_back(leaves.model().node("d"));  // twice
  nodes.push_back(leaves.model().node("g"));
  for (const auto keep : {Keep::totals, Keep::groups}) {
    const auto scores = scored(varied_draft(), table, keep);
    const auto columns = columns_of(scores, nodes);
    ASSERT_EQ(columns.size(), nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
      for (std::size_t row = 0; row < scores.rows(); ++row)
        ASSERT_EQ(columns[i].tally(row), leaves.tally(nodes[i], row)) << leaves.model().nodes()[nodes[i]].id << " of row " << row;
    for (std::size_t node = 0; node < leaves.model().nodes().size(); ++node) {  // one at a time, so that nothing else is computed
      const auto alone = columns_of(scores, std::span(&node, 1))[0];
      for (std::size_t row = 0; row < scores.rows(); ++row)
        ASSERT_EQ(alone.tally(row), leaves.tally(node, row)) << leaves.model().nodes()[node].id << " of row " << row;
    }
    EXPECT_EQ(all_of(ranks(scores)), all_of(ranks(leaves)));
    for (std::size_t node = 0; node < leaves.model().nodes().size(); ++node)
      EXPECT_EQ(all_of(ranks(scores, node)), all_of(ranks(leaves, node)));
  }
}
TEST(Ranks, ByAnEntryAreEmpty) {
  Random random(3);
  const auto scores = scored(varied_draft(), varied_table(random, 5));
  EXPECT_EQ(all_of(ranks(scores, scores.model().node("more"))), Numbers(scores.rows(), 0));
}
TEST(Ranks, RankWithAnotherTallyEqualsRankingAnew) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    Random random(seed);
    auto draft = varied_draft();
    draft.ranking.ties = static_cast<Ties>(random.below(3));
    draft.ranking.key = static_cast<RankKey>(random.below(2));
    for (const auto* value : {"z", "1 / (y - 25)"})
      if (random.one_in(2))
        draft.ranking.tie_break.insert(draft.ranking.tie_break.begin() + static_cast<std::ptrdiff_t>(random.below(3)),
                                       TieBreakDraft{.value = value, .order = static_cast<ValueOrder>(random.below(2))});
    const auto table = varied_table(random, 25);
    const auto scores = scored(draft, table);
    const auto before = ranks(scores);
    for (int change = 0; change < 10; ++change) {
      const auto row = random.below(scores.rows());
      auto other = table;
      for (const std::size_t column : {4U, 5U, 6U, 7U}) other[column].second[row] = table[column].second[random.below(scores.rows())];
      const auto changed = scored(draft, other);
      std::vector<Tally> criteria;
      std::vector<TieValue> values;
      for (const auto& one : scores.model().tie_break()) {
        if (one.value)
          values.push_back(exact_numbers(*one.value, changed.resolved().batch())[row]);
        else
          criteria.push_back(changed.tally(one.criterion, row));
      }
      ASSERT_EQ(before.rank_with(row, changed.tally(row), criteria, values), ranks(changed).of(row)) << "seed " << seed << " row " << row;
      if (!values.empty()) {
        EXPECT_THROW(before.rank_with(row, changed.tally(row), criteria), ShapeError);
      }
    }
    EXPECT_THROW(before.rank_with(0, scores.tally(0)), ShapeError);
  }
  // Nothing breaks ties when rows are ranked by a criterion.
  const auto scores = scored(ranked_draft(), of_indices({"70", "90", "80"}));
  EXPECT_EQ(ranks(scores, 0).rank_with(0, {.achieved = 85, .applicable = 100}), 2U);
  EXPECT_EQ(ranks(scores, 0).rank_with(1, {.achieved = 75, .applicable = 100}), 2U);  // it is not behind itself
  EXPECT_EQ(ranks(scores, 0).rank_with(0, {.achieved = 85, .applicable = 100, .complete = false}), std::nullopt);
}
}
}
