// What bands ask for, quotas, and what decided a class (SPEC 6.2).
#include "rank_tables.hpp"
#include <algorithm>
#include <gtest/gtest.h>

namespace {
using namespace chiso;
using namespace chiso_test;

/// An index of x, and measures for what bands, vetoes and tie-breaks read.
ModelDraft classed_draft() {
  auto draft = ranked_draft();
  draft.measures.emplace_back("b", measure(MeasureType::yes_no));
  draft.measures.emplace_back("n", measure(MeasureType::count));
  draft.classes = ClassesDraft{.bands = {{.id = "a", .from = 80}, {.id = "b", .from = 60}, {.id = "c", .from = 40}, {.id = "d"}}};
  return draft;
}
Table with(Table table, const std::string& name, const Lines& cells) {
  table.push_back({name, cells});
  return table;
}
/// With blank cells of the measures that a table leaves out.
Scores classed(const ModelDraft& draft, Table table) {
  for (const auto* name : {"b", "n"})
    if (std::none_of(table.begin(), table.end(), [&](const auto& column) { return column.first == name; }))
      table.push_back({name, Lines(table[0].second.size())});
  return scored(draft, table);
}
/// The classes of the rows in their order; `+` marks those that a quota held back.
std::string held(const ModelDraft& draft, const Table& table) {
  const Ranked ranked(classed(draft, table));
  std::string out;
  for (std::size_t row = 0; row < ranked.scores().rows(); ++row) {
    const auto id = ranked.class_id(row);
    out += std::string(row == 0 ? "" : " ") + (id.empty() ? "-" : std::string(id)) + (ranked.classes().held_back(row) ? "+" : "");
  }
  return out;
}
std::string held(std::vector<QuotaDraft> quotas, const Lines& indices = {"95", "90", "85", "80", "70"}) {
  auto draft = classed_draft();
  draft.classes->quotas = std::move(quotas);
  return held(draft, of_indices(indices));
}
using List = std::vector<std::string>;

TEST(Requirements, AreReadInOrder) {
  auto draft = classed_draft();
  draft.classes->bands = {{.id = "top", .from = 90, .requirement = "b"},
                          {.id = "good", .from = 90},
                          {.id = "fair", .from = 70, .requirement = "1 / n > 0.5"},
                          {.id = "low"}};
  const auto table =
      with(with(of_indices({"95", "95", "95", "95", "75", "75", "75", "75", "60"}), "b", {"yes", "no", "", na, "", "", "", "", ""}), "n",
           {"", "", "", "", "1", "2", "0", "", ""});
  EXPECT_EQ(held(draft, table), "top good - good fair low low - low");
  const auto scores = classed(draft, table);
  const Ranked ranked(scores);
  const auto cause = [&](std::size_t row) { return ranked.classes().cause(row); };
  const auto passed = [](std::size_t place) { return ClassCause{ClassBy::requirement, place}; };
  EXPECT_EQ(cause(0), ClassCause{});
  EXPECT_EQ(cause(1), passed(0));
  EXPECT_EQ(cause(2), passed(0));  // missing
  EXPECT_EQ(cause(5), passed(2));
  EXPECT_EQ(cause(8), ClassCause{});
  // A veto comes after what a band asks.
  draft.classes->vetoes = {{.when = "n == 2", .at_most = "fair"}, {.when = "n == 1", .at_most = "low"}};
  EXPECT_EQ(held(draft, table), "- - - - low low low - -");
}
TEST(ClassCause, IsTheLastThatChangesTheClass) {
  auto draft = classed_draft();
  draft.classes->vetoes = {{.when = "n > 0", .at_most = "b"}, {.when = "n > 1", .at_most = "c"}, {.when = "n > 2", .at_most = "c"}};
  draft.classes->quotas = {{.class_id = "a", .at_most = 20}};
  const auto table = with(of_indices({"95", "90", "85", "30", "90", ""}), "n", {"0", "1", "3", "3", "", "0"});
  const Ranked ranked(classed(draft, table));
  EXPECT_EQ(held(draft, table), "a b c d - -");
  const auto cause = [&](std::size_t row) { return ranked.classes().cause(row); };
  EXPECT_EQ(cause(0), ClassCause{});
  EXPECT_EQ(cause(1), (ClassCause{ClassBy::veto, 0}));
  EXPECT_EQ(cause(2), (ClassCause{ClassBy::veto, 1}));  // the third changes nothing any more
  EXPECT_EQ(cause(3), ClassCause{});                    // nor do any of them here
  EXPECT_EQ(cause(4), (ClassCause{ClassBy::veto, 0}));  // missing
  EXPECT_EQ(cause(5), std::nullopt);                    // no index
  const Ranked without(scored(ranked_draft(), of_indices({"50"})));
  EXPECT_EQ(without.classes().cause(0), std::nullopt);
  EXPECT_FALSE(without.classes().held_back(0));
}

TEST(Quotas, LetOnlySoManyKeepAClass) {
  EXPECT_EQ(held({}), "a a a a b");
  EXPECT_EQ(held({{.class_id = "a", .at_most = 80}}), "a a a a b");
  EXPECT_EQ(held({{.class_id = "a", .at_most = 79}}), "a a a b+ b");  // 3.95 of 5
  EXPECT_EQ(held({{.class_id = "a", .at_most = 0}}), "b+ b+ b+ b+ b");
  EXPECT_EQ(held({{.class_id = "a", .at_most = 40}, {.class_id = "b", .at_most = 20}}), "a a b+ c+ c+");  // who is held back counts
  EXPECT_EQ(held({{.class_id = "b", .at_most = 20}, {.class_id = "a", .at_most = 40}}), "a a b+ b+ b");
  EXPECT_EQ(held({{.class_id = "a", .at_most = 50, .of = List{"a", "a"}}}), "a a b+ b+ b");
  EXPECT_EQ(held({{.class_id = "a", .at_most = 50, .of = List{"b"}}}), "b+ b+ b+ b+ b");  // half of one
  EXPECT_EQ(held({{.class_id = "a", .at_most = 40}, {.class_id = "b", .at_most = 50, .of = List{"a", "b"}}}), "a a b+ b+ c+");
}
TEST(Quotas, HoldBackAllThatAreLevelAcrossTheEdge) {
  const std::vector<QuotaDraft> forty{{.class_id = "a", .at_most = 40}};
  EXPECT_EQ(held(forty, {"95", "90", "90", "80", "70"}), "a b+ b+ b+ b");
  EXPECT_EQ(held({{.class_id = "a", .at_most = 60}}, {"95", "90", "90", "80", "70"}), "a a a b+ b");
  EXPECT_EQ(held(forty, {"90", "90", "90", "80", "70"}), "b+ b+ b+ b+ b");
  auto draft = classed_draft();
  draft.classes->quotas = forty;
  const auto level = [&](const Lines& indices) {
    const auto scores = classed(draft, of_indices(indices));
    const Ranked ranked(scores);
    std::string out;
    for (std::size_t row = 0; row < indices.size(); ++row) {
      const auto cause = ranked.classes().cause(row);
      out += cause && cause->level_at_edge ? '=' : '.';
      EXPECT_TRUE(!cause || cause->item == 0);
    }
    return out;
  };
  EXPECT_EQ(level({"95", "90", "90", "80", "70"}), ".==..");
  EXPECT_EQ(level({"95", "90", "85", "85", "80"}), ".....") << "the edge is between ranks";
  draft.ranking.ties = Ties::ordinal;  // which says nothing of who is level
  const auto table = with(of_indices({"95", "90", "90", "80", "70"}), "n", {"0", "1", "2", "3", "4"});
  EXPECT_EQ(held(draft, table), "a b+ b+ b+ b");
  draft.ranking.tie_break = {TieBreakDraft{.value = "n", .order = ValueOrder::descending}};
  EXPECT_EQ(held(draft, table), "a b+ a b+ b");
}
TEST(Quotas, CountRankedRowsAlone) {
  auto draft = classed_draft();
  draft.classes->quotas = {{.class_id = "a", .at_most = 50}};
  EXPECT_EQ(held(draft, with(of_indices({"95", "90", "85", "80", "70"}), "ranked", {"no", "yes", "yes", "yes", "yes"})), "a a a b+ b");
  EXPECT_EQ(held(draft, of_indices({"95", "", "85", "80", "70"})), "a - a b+ b");
  EXPECT_EQ(held(draft, of_indices({""})), "-");
}
TEST(Quotas, TakeTheNextClassOfTheBlock) {
  auto draft = classed_draft();
  draft.blocks = {{"k", "j"}};
  draft.classes->by_block = {{"k", {{.id = "a", .from = 50}, {.id = "c", .from = 20, .requirement = "b"}, {.id = "d"}}}};
  draft.classes->quotas = {{.class_id = "a", .at_most = 50}};
  const auto table = with(with(of_indices({"90", "80", "90", "80", "80"}), "block", {"k", "k", "j", "j", "j"}), "b", Lines(5, "no"));
  EXPECT_EQ(held(draft, table), "a c+ a b+ b+");  // what the next band asks for is not asked
}
TEST(Quotas, OfAPartAreNotKnownWithoutKeys) {
  auto draft = classed_draft();
  draft.classes->quotas = {{.class_id = "a", .at_most = 50}};
  const auto whole = classed(draft, of_indices({"95", "90"})), part = classed(draft, of_indices({"95"}));
  const auto keys = ranking_keys(whole);
  EXPECT_THROW(classes(ranks(part, keys)), ShapeError);
  EXPECT_EQ(Ranked(part, keys).class_id(0), "a");
  EXPECT_EQ(all_of(classes(ranks(whole, keys)), 2), (Lines{"a", "b"}));
  auto entry = keys.entries()[0];
  entry.classes[0] = 1;  // it has another class in the part
  EXPECT_THROW(Ranked(part, RankingKeys(keys.model(), {entry})), ShapeError);
  entry.classes[0] = 7;
  EXPECT_THROW(RankingKeys(keys.model(), {entry}), ShapeError);
  entry.classes.clear();
  EXPECT_THROW(RankingKeys(keys.model(), {entry}), ShapeError);
}
}
