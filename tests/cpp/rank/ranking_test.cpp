#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>

namespace chiso_test {
namespace {
TEST(Ranking, ListsTheRankedRowsBestFirst) {
  auto draft = ranked_draft();
  draft.tracks = {{"self", "final"}};
  draft.classes = ClassesDraft{.bands = {{.id = "good", .from = 80}, {.id = "rest"}}};
  const Table table{{"unit", {"c", "b", "a", "d", "a"}},
                    {"block", {"p", "p", "p", "p", "p"}},
                    {"period", Lines(5, "2024")},
                    {"track", {"final", "final", "final", "final", "self"}},
                    {"x", {"80", "90", "80", "", "10"}},
                    {"y", Lines(5, na)},
                    {"z", Lines(5, na)}};
  const auto scores = scored(draft, table, Keep::totals);
  const auto rows = ranking(scores, {.block = "p", .period = "2024"});
  ASSERT_EQ(rows.size(), 3U);
  const std::vector<std::string_view> units{"b", "a", "c"};
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(rows[i].unit, units[i]);
  EXPECT_EQ(rows[0].rank, 1U);
  EXPECT_EQ(rows[1].rank, 2U);
  EXPECT_EQ(rows[2].rank, 2U);
  EXPECT_EQ(rows[2].row, 0U);
  EXPECT_EQ(rows[2].index.published().text(), "80.00");
  EXPECT_EQ(rows[2].index.to_double(), 80.0);
  EXPECT_EQ(rows[2].class_id, "good");
  EXPECT_EQ(ranking(scores, {.block = "p", .period = "2024", .track = "self"}).size(), 1U);
}
TEST(Ranking, ReportsNamesThatDoNotOccur) {
  auto draft = ranked_draft();
  draft.tracks = {{"self", "final"}};
  auto table = of_indices({"80", "90"});
  table.push_back({"block", {"communes", "offices"}});
  table.push_back({"period", {"2023", "2024"}});
  const auto scores = scored(draft, table);
  const auto reported = [&](const Selection& selection) -> std::string {
    try {
      ranking(scores, selection);
    } catch (const UnknownNameError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(reported({.block = "comunes", .period = "2023"}),
            "found block 'comunes', expected one of 'communes', 'offices' (did you mean communes?) [name.unknown]");
  EXPECT_EQ(reported({.block = "communes", .period = "2031"}),
            "found period '2031', expected one of '2023', '2024' (did you mean 2023?) [name.unknown]");
  EXPECT_EQ(reported({.block = "communes", .period = "2023", .track = "x"}),
            "found track 'x', expected one of 'self', 'final' [name.unknown]");
  EXPECT_EQ(reported({.block = "communes", .period = "2024"}),
            "found no row of block 'communes', period '2024', track 'final', expected a row of the evidence [row.absent]");
  EXPECT_EQ(reported({.block = "communes", .period = "2023"}), "");
}
}
}
