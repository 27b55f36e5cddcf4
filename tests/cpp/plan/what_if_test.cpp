#include <chiso/plan/what_if.hpp>
#include <gtest/gtest.h>
#include <plan/changes.hpp>
#include <rank/rank_tables.hpp>
#include <support/random_models.hpp>

namespace chiso_test {
namespace {
TEST(WhatIf, IsThatOfTheChangedTable) {
  const auto scores =
      scored(ranked_draft(), {{"unit", {"A", "B", "C"}}, {"x", {"80", "100", "50"}}, {"y", {"25", "50", "0"}}, {"z", {"50", "50", "0"}}});
  const WhatIf what_if{Ranked(scores)};
  const auto& model = scores.model();
  const auto now = what_if.result(0, {});
  EXPECT_EQ(now.tally, scores.tally(0));
  EXPECT_EQ(now.rank, 2U);
  const auto up = what_if.result(0, std::vector{change(model, 0, "100"), change(model, 1, "50")});
  EXPECT_EQ(up.rank, 1U);
  EXPECT_EQ(up.index->exact(), what_if.whole(0, std::vector{change(model, 0, "100"), change(model, 1, "50")}).index->exact());
}
TEST(WhatIf, RaisesTheOthers) {
  const auto scores =
      scored(ranked_draft(), {{"unit", {"A", "B", "C"}}, {"x", {"80", "79", "50"}}, {"y", {"0", "0", "0"}}, {"z", {"0", "0", "0"}}});
  EXPECT_EQ((WhatIf(Ranked(scores)).result(0, {}).rank), 1U);
  EXPECT_EQ((WhatIf(Ranked(scores), {.others = Decimal(1)}).result(0, {}).rank), 2U);
  EXPECT_EQ((WhatIf(Ranked(scores), {.others = Decimal(60)}).result(0, {}).rank), 3U);
  EXPECT_THROW(WhatIf(Ranked(scores), {.others = Decimal(-1)}), ShapeError);
}
TEST(WhatIf, RanksARowThatTheChangeCompletes) {
  const auto scores = scored(ranked_draft(), {{"unit", {"A", "B"}}, {"x", {"", "79"}}, {"y", {"0", "0"}}, {"z", {"0", "0"}}});
  const WhatIf what_if{Ranked(scores)};
  EXPECT_FALSE(what_if.result(0, {}).rank.has_value());
  EXPECT_EQ(what_if.result(0, std::vector{change(scores.model(), 0, "80")}).rank, 1U);
  EXPECT_FALSE(what_if.result(1, std::vector{change(scores.model(), 0, "")}).rank.has_value());
}
TEST(WhatIf, RefusesWhatNoCellIs) {
  const auto scores = scored(ranked_draft(), {{"unit", {"A"}}, {"x", {"1"}}, {"y", {"0"}}, {"z", {"0"}}});
  const WhatIf what_if{Ranked(scores)};
  using Cells = std::vector<ChangedCell>;
  EXPECT_THROW(what_if.result(0, Cells{{.place = 99}}), ShapeError);
  EXPECT_THROW(what_if.result(0, Cells{{.place = 0, .value = (std::int64_t{1} << 53) * 1000}}), ShapeError);
  EXPECT_THROW(what_if.result(0, Cells{{.place = 0}, {.place = 0}}), ShapeError);
  EXPECT_THROW(what_if.result(0, Cells{{.place = 0, .state = State::undefined}}), ShapeError);
  EXPECT_THROW(what_if.result(0, Cells{{.place = 0, .state = State::missing, .value = 1}}), ShapeError);
  EXPECT_THROW(what_if.result(0, Cells{{.of = ChangedCell::Of::stated, .place = 0}}), ShapeError);
}
TEST(WhatIfProperties, IsWhatScoringTheChangedTableGives) {
  for_random_models(300, random_ranked_model, [](const Model& model, Random& random) {
    const auto scores = score(model, read(model, random_table(model, 8, random)), {.keep = random.one_in(2) ? Keep::leaves : Keep::totals});
    const Ranked ranked(scores);
    const std::vector<Decimal> raises{Decimal(0), Decimal(0), Decimal(5), Decimal::fixed(125, 2), Decimal(200)};
    const WhatIf what_if(ranked, {.others = random.of(raises)});
    for (std::size_t row = 0; row < scores.rows(); ++row) {
      const auto cells = random_changes(model, random);
      const auto fast = what_if.result(row, cells), whole = what_if.whole(row, cells);
      ASSERT_EQ(fast, whole) << "row " << row;
      ASSERT_EQ(fast.index.has_value(), whole.index.has_value());
      if (fast.index) {
        ASSERT_EQ(fast.index->exact(), whole.index->exact());
      }
      const auto card = what_if.scorecard(row, cells);
      ASSERT_EQ(card.tally, whole.tally);
      ASSERT_EQ(card.unit, scores.evidence().unit(row));
      if (what_if.options().others != Decimal(0)) continue;
      const Ranked again(scores.scorer().score(with_cells(scores.resolved(), row, cells)));
      ASSERT_EQ(whole.rank, again.rank(row));
      ASSERT_EQ(whole.class_id, again.class_id(row));
      ASSERT_EQ(whole.held_back, again.classes().held_back(row));
    }
  });
}
}
}
