// Parts of a table, ranked by the keys of all parts, have the ranks and classes of the whole.
#include "rank_tables.hpp"
#include <chiso/rank/ranking_keys.hpp>
#include <functional>
#include <gtest/gtest.h>
#include <support/random_models.hpp>
#include <support/table_parts.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

std::string shape_error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const ShapeError& error) {
    return error.what();
  }
  return "";
}
/// The parts of a table, scored as parts of the whole.
std::vector<Scores> scored_parts(const Model& model, const std::vector<Table>& tables) {
  std::vector<Evidence> parts;
  CohortTotals totals(model);
  for (const auto& table : tables) {
    parts.push_back(read(model, table));
    totals.merge(cohort_totals(parts.back(), model));
  }
  std::vector<Scores> out;
  for (const auto& part : parts) out.push_back(Scorer(model).score(part, totals));
  return out;
}

TEST(RankingKeys, RankPartsAsInTheWhole) {
  std::size_t ranked = 0, tied = 0, by_rank = 0, by_value = 0, held = 0, held_by_rank = 0, level = 0;
  for_random_models(400, random_ranked_model, [&](const Model& model, Random& random) {
    by_rank += model.classes() && model.classes()->on >= ClassOn::rank ? 1 : 0;
    by_value += RankingKeys(model).width().values > 0 ? 1 : 0;
    const auto table = random_table(model, 2 + random.below(12), random);
    const auto whole = score(model, read(model, table));
    const auto of_whole = ranks(whole);
    const Ranked whole_ranked(whole);
    const auto& classes_of_whole = whole_ranked.classes();
    const auto parts = scored_parts(model, parts_of(table, 1 + random.below(7), random));
    RankingKeys all(model);
    for (const auto& part : parts) all.merge(ranking_keys(part));
    ASSERT_EQ(all, ranking_keys(whole));
    std::size_t rows = 0;
    for (const auto& part : parts) {
      const Ranked among_all(part, all);
      const auto& places = among_all.ranks();
      const auto& class_of = among_all.classes();
      for (std::size_t row = 0; row < part.rows(); ++row, ++rows) {
        const auto& evidence = part.evidence();
        const auto at = *whole.evidence().find(evidence.unit(row), evidence.period(row), evidence.track(row));
        ASSERT_EQ(places.of(row), of_whole.of(at));
        ASSERT_EQ(places.competition(row), of_whole.competition(at));
        ASSERT_EQ(places.ranked(row), of_whole.order(at).size());
        ASSERT_EQ(class_of.of(row), classes_of_whole.of(at));
        ASSERT_EQ(class_of.cause(row), classes_of_whole.cause(at));
        ASSERT_EQ(class_of.held_back(row), classes_of_whole.held_back(at));
        ASSERT_EQ(among_all.level_as_published()[row], whole_ranked.level_as_published()[at]);
        level += among_all.level_as_published()[row];
        held += class_of.held_back(row) ? 1 : 0;
        held_by_rank += class_of.held_back(row) && model.classes()->on >= ClassOn::rank ? 1 : 0;
        ranked += places.of(row) ? 1 : 0;
        tied += places.of(row) && places.of(row) != places.competition(row) ? 1 : 0;
      }
    }
    ASSERT_EQ(rows, whole.rows());
  });
  EXPECT_GT(ranked, cases(5000));
  EXPECT_GT(tied, cases(200));
  EXPECT_GE(by_rank, cases(100));
  EXPECT_GT(by_value, cases(80));
  EXPECT_GT(held, cases(400));
  EXPECT_GT(level, cases(200));
  EXPECT_GT(held_by_rank, cases(100));
}
TEST(RowRanks, EqualTheRanksOfAWholeTable) {
  for_random_models(100, random_ranked_model, [&](const Model& model, Random& random) {
    const auto scores = score(model, read(model, random_table(model, 8, random)));
    const auto all = ranks(scores);
    const RowRanks of_rows(all);
    for (std::size_t row = 0; row < scores.rows(); ++row) {
      ASSERT_EQ(of_rows.of(row), all.of(row));
      ASSERT_EQ(of_rows.competition(row), all.competition(row));
      ASSERT_EQ(of_rows.ranked(row), all.order(row).size());
    }
  });
  const auto scores = scored(ranked_draft(), of_indices({"50"}));
  EXPECT_EQ(shape_error_of([&] { RowRanks{ranks(scores, 1)}; }), "ranks by the model are needed, not by the criterion g");
}

/// The keys are saved as plain data and read again.
TEST(RankingKeys, AreRestoredFromTheirEntries) {
  for_random_models(100, random_ranked_model, [&](const Model& model, Random& random) {
    const auto all = ranking_keys(score(model, read(model, random_table(model, 8, random))));
    std::vector<RankingKeys::Entry> saved;
    for (const auto& entry : all.entries()) {
      auto& of = saved.emplace_back(RankingKeys::Entry{.name = entry.name, .units = entry.units});
      for (const auto& index : entry.indices) {
        const auto value = index.value();
        const auto text = value ? Rational(*value).text() : "";
        const auto again = RankingIndex::of_value(value ? Rational::of_text(text)->as_ratio() : std::nullopt, model.ranking().key);
        ASSERT_TRUE(again) << text;
        ASSERT_EQ(again->prefix(), index.prefix());
        of.indices.push_back(*again);
      }
      of.classes = entry.classes;
      for (const auto& value : entry.values) of.values.push_back(value ? Rational::of_text(value->text()) : std::nullopt);
    }
    ASSERT_EQ(RankingKeys(model, saved), all);
  });
}
TEST(RankingKeys, CanBeEmpty) {
  const auto scores = scored(ranked_draft(), of_indices({"50", "60"}));
  RankingKeys none(scores.model());
  none.merge(ranking_keys(scored(ranked_draft(), of_indices({}))));
  EXPECT_EQ(none, RankingKeys(scores.model()));
  EXPECT_EQ(none.entries().size(), 0U);
  none.merge(ranking_keys(scores));
  EXPECT_EQ(none, ranking_keys(scores));
}
TEST(RankingKeys, RefuseAnotherModelOrTable) {
  const auto scores = scored(ranked_draft(), of_indices({"50", "60"}));
  auto all = ranking_keys(scores);
  const auto before = all;
  const std::string where = "block '', period '', track 'final'";
  EXPECT_EQ(shape_error_of([&] { all.merge(all); }), "the unit 'A' is in two parts, in " + where);
  auto draft = ranked_draft();
  draft.ranking.tie_break = {"g"};
  EXPECT_EQ(shape_error_of([&] { all.merge(RankingKeys(Model::build(draft))); }), "ranking keys by another model");
  auto other = of_indices({"70"});
  other.push_back({"period", {"2024"}});
  EXPECT_EQ(shape_error_of([&] { all.merge(ranking_keys(scored(ranked_draft(), other))); }),
            "cohorts of periods '' and '2024', which have two shapes, are of no one table");
  EXPECT_EQ(all, before);

  EXPECT_EQ(shape_error_of([&] { ranks(scores, RankingKeys(Model::build(draft))); }),
            "ranking keys by another model than that of the scores");
  EXPECT_EQ(shape_error_of([&] { ranks(scores, RankingKeys(scores.model())); }), "the ranking keys do not have the unit 'A' in " + where);
  EXPECT_EQ(shape_error_of([&] { ranks(scores, ranking_keys(scored(ranked_draft(), of_indices({"50"})))); }),
            "the ranking keys do not have the unit 'B' in " + where);
  EXPECT_EQ(shape_error_of([&] { ranks(scores, ranking_keys(scored(ranked_draft(), of_indices({"50", "61"})))); }),
            "the ranking keys do not have the unit 'B' in " + where + " with the indices that it has here");
}
/// Values beyond every integer width, undefined and missing ones: compared exactly, and restored as they were.
TEST(RankingKeys, HaveTheValuesThatBreakTies) {
  auto draft = ranked_draft();
  draft.measures.emplace_back("n", measure(MeasureType::count));
  draft.ranking.tie_break = {TieBreakDraft{.value = "n * n * n * n / (n * n * n - 1)", .order = ValueOrder::ascending}, "g"};
  auto table = of_indices({"50", "50", "50", "50", "60"});
  table.push_back({"n", {"9007199254740992", "9007199254740991", "1", "", "3"}});
  const auto scores = scored(draft, table);
  EXPECT_EQ(all_of(ranks(scores)), (Numbers{3, 2, 4, 4, 1}));
  const auto keys = ranking_keys(scores);
  ASSERT_EQ(keys.entries().size(), 1U);
  EXPECT_EQ(keys.entries()[0].indices.size(), 10U);
  ASSERT_EQ(keys.entries()[0].values.size(), 5U);
  EXPECT_FALSE(keys.entries()[0].values[2] || keys.entries()[0].values[3]);
  EXPECT_FALSE(keys.entries()[0].values[0]->as_ratio());
  EXPECT_EQ(RankingKeys(keys.model(), {keys.entries()[0]}), keys);
  EXPECT_EQ(all_of(classes(ranks(scores, keys)), 5), all_of(classes(RowRanks(ranks(scores))), 5));
  for (std::size_t row = 0; row < 5; ++row) EXPECT_EQ(ranks(scores, keys).of(row), ranks(scores).of(row));

  auto entry = keys.entries()[0];
  entry.values.pop_back();
  EXPECT_EQ(shape_error_of([&] { RankingKeys(keys.model(), {entry}); }),
            "the ranking keys of block '', period '', track 'final' have another number of values than the model compares");
  table.back().second[4] = "4";
  EXPECT_EQ(shape_error_of([&] { ranks(scored(draft, table), keys); }),
            "the ranking keys do not have the unit 'E' in block '', period '', track 'final' with the values that it has here");
}
TEST(RankingKeys, RefuseEntriesThatNoScoresHave) {
  const auto all = ranking_keys(scored(ranked_draft(), of_indices({"50", "60"})));
  const auto changed = [&](auto&& change) {
    std::vector<RankingKeys::Entry> entries(all.entries().begin(), all.entries().end());
    change(entries);
    return shape_error_of([&] { RankingKeys(all.model(), entries); });
  };
  const std::string of = "the ranking keys of block '', period '', track 'final' have ";
  EXPECT_EQ(changed([](auto&) {}), "");
  EXPECT_EQ(changed([](auto& entries) { entries[0].indices.pop_back(); }), of + "another number of indices than the model compares");
  EXPECT_EQ(changed([](auto& entries) { std::swap(entries[0].units[0], entries[0].units[1]); }), of + "the unit 'A' out of its order");
  EXPECT_EQ(changed([](auto& entries) { entries[0].units[1] = entries[0].units[0]; }), of + "the unit 'A' out of its order");
  EXPECT_EQ(changed([](auto& entries) { entries[0].units[0] = ""; }), of + "a unit without a name");
  EXPECT_EQ(changed([](auto& entries) { entries[0].indices[0] = RankingIndex(); }), of + "the unit 'A' without an index");
  EXPECT_EQ(changed([](auto& entries) { entries[0].name.track = 1; }), "a cohort of a track that the model lacks");
  EXPECT_EQ(changed([](auto& entries) { entries.push_back(entries[0]); }), "ranking keys of block '', period '', track 'final' twice");
}
/// Where quotas count classes, a unit's class is one of the bands of its block, or none.
TEST(RankingKeys, RefuseClassesThatTheBlockLacks) {
  auto draft = ranked_draft();
  draft.blocks = std::vector<Item>{"p", "q"};
  draft.classes = ClassesDraft{.bands = {{.id = "good", .from = 80}, {.id = "fair", .from = 50}, {.id = "low"}},
                               .by_block = {{"q", {{.id = "great", .from = 90}, {.id = "fair", .from = 50}, {.id = "low"}}}},
                               .quotas = {{.class_id = "fair", .at_most = 50}}};
  auto table = of_indices({"95", "85"});
  table.push_back({"block", {"p", "q"}});
  const auto all = ranking_keys(scored(draft, table));
  const auto refused = [&](std::size_t entry, std::uint32_t code) {
    std::vector<RankingKeys::Entry> entries(all.entries().begin(), all.entries().end());
    entries.at(entry).classes.at(0) = code;
    return !shape_error_of([&] { RankingKeys(all.model(), entries); }).empty();
  };
  const auto ids = class_ids(all.model());
  ASSERT_EQ(Lines(ids.begin(), ids.end()), (Lines{"good", "fair", "low", "great"}));
  EXPECT_FALSE(refused(0, 0) || refused(0, 1) || refused(0, 2) || refused(0, RowClasses::none));
  EXPECT_TRUE(refused(0, 3)) << "great is a class of the other block";
  EXPECT_FALSE(refused(1, 1) || refused(1, 2) || refused(1, 3) || refused(1, RowClasses::none));
  EXPECT_TRUE(refused(1, 0)) << "good is a class of the other block";
  EXPECT_TRUE(refused(0, 4) && refused(1, 4)) << "there are four";
}
TEST(RankingIndex, HasPrefixesThatTellIndicesOverOneDenominatorApart) {
  const auto prefix = [](int128 num, int128 den) { return RankingIndex::of_value(Ratio{num, den}, RankKey::exact)->prefix(); };
  EXPECT_EQ(RankingIndex().prefix(), 0U);
  EXPECT_GT(prefix(0, 1), 0U) << "an index of 0 is above none";
  EXPECT_LT(prefix(0, most_quanta), prefix(1, most_quanta));
  EXPECT_LT(prefix(99 * int128{most_quanta}, most_quanta), prefix(99 * int128{most_quanta} + 1, most_quanta));
  EXPECT_LE(prefix(100, 1), prefix((int128{1} << 62) - 1, 1)) << "it never falls, however large the index";
}
TEST(RankingIndex, RefusesValuesThatNoIndexHas) {
  const auto exact = [](int128 num, int128 den) { return RankingIndex::of_value(Ratio{num, den}, RankKey::exact).has_value(); };
  const auto published = [](int128 num, int128 den) { return RankingIndex::of_value(Ratio{num, den}, RankKey::published).has_value(); };
  EXPECT_TRUE(exact(0, 1) && exact(100, 1) && exact(1, most_quanta) && exact((int128{1} << 62) - 1, 3));
  EXPECT_FALSE(exact(-1, 1) || exact(1, (int128{1} << 62) + 1) || exact((int128{1} << 62) + 1, 1) || exact(1, 0) || exact(1, -1));
  EXPECT_TRUE(published(0, 1) && published(int128{1} << 91, 1));
  EXPECT_FALSE(published(-1, 1) || published(1, 2) || published(int128{1} << 92, 1));
}
}
