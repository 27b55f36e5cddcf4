// Gaps between ranges, beside what tiers_test.cpp and classes_test.cpp show of ranges that overlap.
#include <chiso/rule/ends.hpp>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <vector>

namespace {
using namespace chiso;
using Gaps = std::vector<std::string>;

/// `lower-upper` of each gap, the places of the ranges beside it.
Gaps gaps(std::vector<Ends> list, std::optional<int> decimals = std::nullopt) {
  std::vector<Range> ranges;
  for (const auto& ends : list) ranges.push_back(range_of(ends));
  ranges.emplace_back();  // takes the rest
  Gaps out;
  for (const auto& gap : narrow_gaps(ranges, decimals)) out.push_back(std::to_string(gap.lower) + "-" + std::to_string(gap.upper));
  return out;
}

TEST(Ends, LeaveANarrowGapWhereAValueHasRoom) {
  EXPECT_EQ(gaps({{.to = 5}, {.from = 6}}), Gaps{"0-1"}) << "of values whose decimals are not known, any has room";
  EXPECT_EQ(gaps({{.to = 5}, {.from = 6}}, 0), Gaps{}) << "no whole number lies between";
  EXPECT_EQ(gaps({{.to = 5}, {.from = 6}}, 1), Gaps{"0-1"});
  EXPECT_EQ(gaps({{.to = 5}, {.above = 6}}, 0), Gaps{"0-1"}) << "6 lies between, and nothing else";
  EXPECT_EQ(gaps({{.below = 5}, {.above = 5}}, 0), Gaps{"0-1"}) << "5 lies between";
  EXPECT_EQ(gaps({{.to = 5}, {.from = 5.1}}, 1), Gaps{}) << "the number after 5 is 5.1";
  EXPECT_EQ(gaps({{.to = 5}, {.from = 5.1}}, 2), Gaps{"0-1"});
  EXPECT_EQ(gaps({{.to = 5}, {.from = 7}}), Gaps{}) << "wide enough to be meant";
}
TEST(Ends, LeaveAGapBesideTheRangeThatReachesHighest) {
  EXPECT_EQ(gaps({{.from = 0, .to = 10}, {.from = 2, .to = 5}, {.from = 11}}), Gaps{"0-2"}) << "the second range lies in the first";
  EXPECT_EQ(gaps({{.from = 11}, {.from = 2, .to = 5}, {.from = 0, .to = 10}}), Gaps{"2-0"}) << "in whatever order they are written";
  EXPECT_EQ(gaps({{.from = 0, .to = 10}, {.from = 2, .to = 5}, {.from = 6}}), Gaps{}) << "the first range holds what is after 5";
}
}
