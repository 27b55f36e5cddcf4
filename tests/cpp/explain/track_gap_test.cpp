#include <chiso/explain/track_gap.hpp>
#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>

namespace chiso_test {
namespace {
TEST(TrackGap, IsOfUnitsWithRowsOfTheirOwnInBothTracks) {
  auto draft = ranked_draft();
  draft.tracks = std::vector<Item>{"self", "final"};
  draft.fallback = {{"final", {"self"}}};
  const auto scores = scored(draft, {{"unit", {"A", "A", "B", "B", "C", "D", "D"}},
                                     {"track", {"self", "final", "self", "final", "self", "self", "final"}},
                                     {"block", {"p", "p", "q", "q", "p", "p", "p"}},
                                     {"x", {"90", "80", "60.5", "70.5", "100", "50", "50"}},
                                     {"y", {"20", na, "10", "10", "10", na, na}},
                                     {"z", Lines(7, na)}});
  const auto all = track_gap(scores, "self", "final");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].units, 3U);  // C has a row of its own in one of them
  EXPECT_EQ(all[0].mean, Rational(0));
  EXPECT_EQ(all[0].greatest, Points{10'000'000});  // of +10 and -10 the positive one
  EXPECT_EQ(all[1].units, 1U);                     // it applies to B alone in both
  EXPECT_EQ(all[2].units, 0U);
  EXPECT_FALSE(all[2].mean.has_value());
  const auto of_q = track_gap(scores, "self", "final", "", "q");
  EXPECT_EQ(of_q[0].mean, Rational(-10));
  EXPECT_EQ(of_q[0].greatest, Points{-10'000'000});
  EXPECT_THROW(track_gap(scores, "self", "finl"), UnknownNameError);
}
}
}
