#include <chiso/explain/rank_change.hpp>
#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>
#include <support/random_models.hpp>
#include <support/random_table.hpp>

namespace chiso_test {
namespace {
using Names = std::vector<std::string_view>;
/// Two periods of A to F; C is not ranked in the first, D is in another block in the second.
Scores two_years(const ModelDraft& draft) {
  return scored(draft, {{"unit", {"A", "B", "C", "D", "E", "A", "B", "C", "D", "E", "F"}},
                        {"period", {"1", "1", "1", "1", "1", "2", "2", "2", "2", "2", "2"}},
                        {"block", {"p", "p", "p", "p", "p", "p", "p", "p", "q", "p", "p"}},
                        {"x", {"70", "80", "", "90", "60", "70", "60", "75", "99", "71", "90"}},
                        {"y", Lines(11, na)},
                        {"z", Lines(11, na)}});
}
TEST(RankChange, NamesWhoPassed) {
  const auto scores = two_years(ranked_draft());
  const RankChanges changes(scores, "p", {.period = "1", .track = {}}, {.period = "2", .track = {}});
  const auto of = changes.of("A");
  EXPECT_EQ(of.before, 3U);  // behind D and B
  EXPECT_EQ(of.after, 4U);   // behind F, C and E
  EXPECT_EQ(of.passed, (Names{"B"}));
  EXPECT_EQ(of.left_above, (Names{"D"}));
  EXPECT_EQ(of.passed_by, (Names{"E"}));
  EXPECT_EQ(of.entered_above, (Names{"C", "F"}));
  EXPECT_EQ(of.own_now_others_then, 3U);
  EXPECT_EQ(of.own_then_others_now, 4U);
  EXPECT_EQ(changes.of("E").own_now_others_then, 3U);  // 71 among 90, 80, 70
}
TEST(RankChange, CountsUnitsStrictlyAboveWhateverTiesSay) {
  auto draft = ranked_draft();
  draft.ranking.ties = Ties::ordinal;
  const auto scores = scored(draft, {{"unit", {"A", "B", "A", "B"}},
                                     {"period", {"1", "1", "2", "2"}},
                                     {"x", {"50", "50", "60", "50"}},
                                     {"y", Lines(4, na)},
                                     {"z", Lines(4, na)}});
  const auto of = RankChanges(scores, "", {.period = "1", .track = {}}, {.period = "2", .track = {}}).of("B");
  EXPECT_EQ(of.before, 1U);  // level with A
  EXPECT_EQ(of.after, 2U);
  EXPECT_EQ(of.passed_by, (Names{"A"}));
}
TEST(RankChange, SaysOnWhichSideAUnitIsNotRanked) {
  const auto scores = two_years(ranked_draft());
  const RankChanges changes(scores, "p", {.period = "1", .track = {}}, {.period = "2", .track = {}});
  const auto message = [&](std::string_view unit) -> std::string {
    try {
      changes.of(unit);
    } catch (const UnknownNameError& error) {
      return to_text(error.problems().front());
    }
    return {};
  };
  EXPECT_NE(message("C").find("period '1'"), std::string::npos) << message("C");
  EXPECT_NE(message("D").find("period '2'"), std::string::npos) << message("D");
  EXPECT_NE(message("G").find("unit 'G'"), std::string::npos) << message("G");
}
TEST(RankChange, AgainstAnotherUnitListsWhatBroughtItNearer) {
  const auto scores = scored(ranked_draft(), {{"unit", {"A", "B", "A", "B"}},
                                              {"period", {"1", "1", "2", "2"}},
                                              {"x", {"100", "40", "80", "80"}},
                                              {"y", {"50", "50", "50", "40"}},
                                              {"z", {"50", "50", "50", "50"}}});
  const auto terms = RankChanges(scores, "", {.period = "1", .track = {}}, {.period = "2", .track = {}}).against("A", "B");
  ASSERT_EQ(terms.size(), 2U);
  EXPECT_EQ(scores.model().nodes()[terms[0].node].id, "a");
  EXPECT_EQ(terms[0].value, Rational(30));  // + 40 and - 20 of 200 points
  EXPECT_EQ(scores.model().nodes()[terms[1].node].id, "b");
  EXPECT_EQ(terms[1].value, Rational(-5));
}

/// The definition itself, on every unit of random tables: the row is put among the others.
TEST(RankChangeProperties, PlacesAreThoseOfTheDefinition) {
  std::size_t asked = 0;
  for_random_models(200, random_ranked_model, [&](const Model& model, Random& random) {
    const auto scores = score(model, read(model, random_table(model, 7, random)), {.keep = random.one_in(2) ? Keep::leaves : Keep::totals});
    for (const auto& block : scores.evidence().blocks()) {
      const RankChanges::Side before{.period = "2023", .track = "two"}, after{.period = "2024", .track = "two"};
      std::optional<RankChanges> changes;
      try {
        changes.emplace(scores, block, before, after);
      } catch (const UnknownNameError&) {
        continue;  // the block has no rows in a period
      }
      const auto all = ranks(scores);
      for (const auto& unit : scores.evidence().units()) {
        RankChange of;
        try {
          of = changes->of(unit);
        } catch (const UnknownNameError&) {
          continue;
        }
        ++asked;
        const auto rows = changes->rows(unit);
        ASSERT_EQ(of.before, all.competition(rows.before));
        ASSERT_EQ(of.after, all.competition(rows.after));
        ASSERT_EQ(of.before - 1 + of.passed_by.size() + of.entered_above.size() - of.passed.size() - of.left_above.size(), of.after - 1);
      }
    }
  });
  EXPECT_GT(asked, cases(300));
}
}
}
