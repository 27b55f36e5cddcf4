#include <chiso/explain/verify.hpp>
#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>

#ifndef CHISO_HEADER_ONLY
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/tables/scores.hpp>
#endif

namespace chiso_test {
namespace {
/// What was published, read as columns of text.
Evidence published(const Scores& scores, const Table& table) {
  EvidenceReader reader(published_table(scores));
  for (const auto& [name, cells] : table) {
    const auto column = reader.add_column(name);
    for (const auto& cell : cells) reader.text(column, cell);
  }
  return reader.build();
}
Verification verified(const Scores& scores, const Table& table) { return verify(Ranked(scores), published(scores, table)); }
/// The cause of the only figure that differs.
std::string cause_of(const Scores& scores, const Table& table) {
  const auto found = verified(scores, table);
  if (found.differences.size() != 1) return std::to_string(found.differences.size()) + " differences";
  const auto& one = found.differences[0];
  std::string out(name_of(one.figure));
  out.append(": ").append(name_of(one.cause));
  if (one.rounding) out.append(" ").append(name_of(*one.rounding)).append(" ").append(std::to_string(*one.decimals));
  return out;
}
std::string cause_of_index(const std::string& index, const std::string& said, const ModelDraft& draft = ranked_draft()) {
  return cause_of(scored(draft, of_indices({index})), {{"unit", {"A"}}, {"index", {said}}});
}

TEST(Verify, FindsHowAnIndexWasRounded) {
  EXPECT_EQ(cause_of_index("81.755", "81.76"), "0 differences");
  EXPECT_EQ(cause_of_index("81.755", "81.75"), "index: rounding down 2");
  EXPECT_EQ(cause_of_index("81.765", "81.76"), "index: rounding half_even 2");
  EXPECT_EQ(cause_of_index("81.751", "81.76"), "index: rounding up 2");
  EXPECT_EQ(cause_of_index("81.755", "81.8"), "index: rounding half_up 1");
  EXPECT_EQ(cause_of_index("81.751", "81.751"), "index: rounding half_up 3");
  EXPECT_EQ(cause_of_index("81.755", "81.7"), "index: rounding down 1");
  EXPECT_EQ(cause_of_index("81.755", "82.75"), "index: unknown");
  auto draft = ranked_draft();
  draft.publish.rounding = Rounding::down;
  EXPECT_EQ(cause_of_index("81.755", "81.76", draft), "index: rounding half_up 2");
}
TEST(Verify, FindsWhatAnIndexWasDividedBy) {
  auto draft = ranked_draft();  // 200 points, of which 100 apply
  EXPECT_EQ(cause_of_index("68.32", "34.16", draft), "index: full_points");
  draft.criteria[0].points = 40;
  draft.criteria[0].rule = rules::Proportional{.value = "x", .full_at = 100};
  EXPECT_EQ(cause_of_index("61.5", "24.6", draft), "index: points");
  draft.adjustments.bonus = SideDraft{.cap = 5, .entries = {{.id = "e", .points = 5, .rule = rules::PerItem{.value = "x", .each = 1}}}};
  EXPECT_EQ(cause_of_index("61.5", "61.5", draft), "index: adjustments");  // 74
  EXPECT_EQ(cause_of_index("99.5", "112", draft), "index: held");
  // With the bonus of 5, over the 140 points of which 40 apply: (24.6 + 5) / 140.
  EXPECT_EQ(cause_of_index("61.5", "21.14", draft), "index: full_points");
  const auto none = scored(ranked_draft(), of_indices({na}));
  EXPECT_EQ(cause_of(none, {{"unit", {"A"}}, {"index", {"0"}}}), "index: full_points");
  EXPECT_FALSE(verified(none, {{"unit", {"A"}}, {"index", {"0"}}}).differences[0].expected.has_value());
}
TEST(Verify, FindsHowRanksWereCounted) {
  const auto of = [](const std::vector<std::string>& indices, const Lines& ranks, Ties ties = Ties::competition,
                     RankKey key = RankKey::exact) {
    auto draft = ranked_draft();
    draft.ranking.ties = ties;
    draft.ranking.key = key;
    const auto table = of_indices(indices);
    return cause_of(scored(draft, table), {{"unit", table[0].second}, {"rank", ranks}});
  };
  EXPECT_EQ(of({"90", "80", "80", "70"}, {"1", "2", "2", "4"}), "0 differences");
  EXPECT_EQ(of({"90", "80", "80", "70"}, {"1", "2", "3", "4"}), "rank: tie_broken");
  EXPECT_EQ(of({"90", "80", "80", "70"}, {"1", "2", "2", "3"}), "rank: ties");
  EXPECT_EQ(of({"90", "80", "80", "70"}, {"1", "2", "2", "4"}, Ties::dense), "rank: ties");
  EXPECT_EQ(of({"90", "80", "80", "70"}, {"1", "2", "2", "4"}, Ties::ordinal), "rank: ties");
  EXPECT_EQ(of({"90", "80", "80", "70"}, {"1", "2", "3", "4"}, Ties::dense), "2 differences");
  EXPECT_EQ(of({"80.001", "80.002"}, {"1", "1"}), "rank: published_index");
  EXPECT_EQ(of({"80.001", "80.002"}, {"2", "1"}, Ties::competition, RankKey::published), "rank: tie_broken");
  EXPECT_EQ(of({"90", "80", ""}, {"1", "2", "3"}), "rank: not_ranked");
  EXPECT_EQ(of({"90", "80", "70"}, {"1", "3", "3"}), "rank: unknown");
  auto draft = ranked_draft();
  auto table = of_indices({"90", "95", "80"});
  table.push_back({"ranked", {"yes", "no", "yes"}});
  EXPECT_EQ(cause_of(scored(draft, table), {{"unit", {"C"}}, {"rank", {"3"}}}), "rank: unranked");
  const auto scores = scored(draft, of_indices({"90", "80"}));
  const auto found = verified(scores, {{"unit", {"A", "B"}}, {"index", {"90", "95"}}, {"rank", {"2", "1"}}});
  ASSERT_EQ(found.differences.size(), 3U);
  EXPECT_EQ(found.differences[0].cause, PublishedCause::own_index);
  EXPECT_EQ(found.differences[2].cause, PublishedCause::own_index);
}
TEST(Verify, FindsHowAClassWasFound) {
  auto draft = ranked_draft();
  draft.classes = ClassesDraft{.bands = {{.id = "good", .from = 80, .about = {.label = "Tốt"}}, {.id = "fair", .from = 70}, {.id = "low"}}};
  const auto of = [&](const std::string& index, const Table& more) {
    Table table{{"unit", {"A"}}};
    table.insert(table.end(), more.begin(), more.end());
    return cause_of(scored(draft, of_indices({index})), table);
  };
  EXPECT_EQ(of("85", {{"class", {"good"}}}), "0 differences");
  EXPECT_EQ(of("85", {{"class", {"Tốt"}}}), "0 differences");
  EXPECT_EQ(of("79.996", {{"class", {"fair"}}}), "class: exact_index");
  EXPECT_EQ(of("79", {{"class", {"good"}}}), "class: unknown");
  EXPECT_EQ(of("79", {{"index", {"81"}}, {"class", {"good"}}}), "2 differences");
  draft.classes->vetoes = {{.when = "x < 90", .at_most = "fair"}};
  EXPECT_EQ(of("85", {{"class", {"good"}}}), "class: lowered");
  EXPECT_EQ(of("", {{"class", {"low"}}}), "class: not_ranked");
  draft.classes->on = ClassOn::exact;
  draft.classes->vetoes.clear();
  EXPECT_EQ(of("79.996", {{"class", {"good"}}}), "class: published_index");
}
TEST(Verify, CountsWhatIsNotPublished) {
  auto table = of_indices({"90", "80", "70", "60"});
  table.push_back({"block", {"p", "p", "p", "q"}});
  const auto scores = scored(ranked_draft(), table);
  const auto found = verified(scores, {{"unit", {"B", "A"}}, {"index", {"", "90"}}, {"rank", {"2", "1"}}, {"class", {"", ""}}});
  EXPECT_TRUE(found.differences.empty());
  EXPECT_EQ(found.rows, 2U);
  EXPECT_EQ(found.figures, 3U);
  EXPECT_EQ(found.unpublished, (std::vector<Verification::Unpublished>{{PublishedFigure::index, 1}}));
  EXPECT_EQ(found.absent_columns, (std::vector{PublishedFigure::class_}));
  EXPECT_EQ(found.absent_rows, (std::vector<std::size_t>{2}));
  EXPECT_EQ(found.other_rows, 1U);
}
TEST(Verify, IsOfThePeriodThatIsNamedOrTheLast) {
  auto table = of_indices({"90", "80"});
  table[0].second = {"A", "A"};
  table.push_back({"period", {"2023", "2024"}});
  const auto scores = scored(ranked_draft(), table);
  EXPECT_TRUE(verified(scores, {{"unit", {"A"}}, {"index", {"80"}}}).differences.empty());
  EXPECT_EQ(published_table(scores, "2023").period, "2023");
  EXPECT_THROW(published_table(scores, "2025"), UnknownNameError);
  EXPECT_TRUE(verified(scores, {{"unit", {"A", "A"}}, {"period", {"2023", "2024"}}, {"index", {"90", "80"}}}).differences.empty());
}
TEST(Verify, RefusesRowsThatWereNotScored) {
  auto table = of_indices({"90", "80"});
  table.push_back({"block", {"p", "q"}});
  const auto scores = scored(ranked_draft(), table);
  const auto problems = [&](const Table& rows) {
    Lines out;
    try {
      verified(scores, rows);
    } catch (const EvidenceError& error) {
      for (const auto& problem : error.problems()) out.push_back(std::string(problem.code()) + " " + problem.place.pointer);
    }
    return out;
  };
  EXPECT_EQ(problems({{"unit", {"A", "C", "A"}}, {"index", {"90", "1", "90"}}}),
            (Lines{"row.not_scored /1/unit", "row.duplicate /2/unit"}));
  EXPECT_EQ(problems({{"unit", {"A", "B"}}, {"block", {"p", "p"}}, {"index", {"90", "80"}}}), (Lines{"row.other_block /1/block"}));
  EXPECT_EQ(problems({{"unit", {"A"}}, {"index", {"90 %"}}}), (Lines{"cell.number /0/index"}));
  EXPECT_EQ(problems({{"unit", {"A"}}, {"rank", {"0"}}}), (Lines{"cell.min /0/rank"}));
  EXPECT_EQ(problems({{"unit", {"A"}}, {"points", {"90"}}}), (Lines{"published.nothing "}));
}
TEST(Verify, RefusesWhatWasReadForOtherScores) {
  const auto scores = scored(ranked_draft(), of_indices({"90", "80"}));
  const auto fewer = scored(ranked_draft(), of_indices({"90"}));
  EXPECT_THROW(verify(Ranked(fewer), published(scores, {{"unit", {"A", "B"}}, {"index", {"90", "80"}}})), ShapeError);
  EXPECT_THROW(verify(Ranked(scores), scores.evidence()), ShapeError);
}

#ifndef CHISO_HEADER_ONLY
TEST(Verify, FindsNoDifferenceInWhatScoreWrites) {
  auto draft = ranked_draft();
  draft.classes = ClassesDraft{.bands = {{.id = "good", .from = 80}, {.id = "low"}}};
  draft.tracks = std::vector<Item>{"self", "final"};
  auto table = of_indices({"90", "80.005", "80.004", ""});
  table.push_back({"track", {"self", "final", "final", "final"}});
  table.push_back({"period", {"1", "1", "2", "2"}});
  table.push_back({"block", {"p", "q", "p", "p"}});
  const auto scores = scored(draft, table);
  const auto read = parse_evidence(to_csv(scores), published_table(scores));
  const auto found = verify(Ranked(scores), read);
  EXPECT_TRUE(found.differences.empty());
  EXPECT_TRUE(found.unpublished.empty());
  EXPECT_TRUE(found.absent_rows.empty());
  EXPECT_TRUE(found.absent_columns.empty());
  EXPECT_EQ(found.other_rows, 0U);
}
#endif
}
}
