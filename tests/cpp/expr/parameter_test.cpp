#include <chiso/expr/measure.hpp>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace {
using namespace chiso;
using Values = std::vector<std::pair<std::string, Decimal>>;

TEST(Parameter, HasTheEndsAndDecimalsOfItsValues) {
  const Parameter one("weight", Parameter::By::nothing, 0, {}, Decimal(0.25));
  EXPECT_EQ(one.decimals(), 2);
  EXPECT_EQ(one.least(), Decimal(0.25));
  EXPECT_EQ(one.most(), Decimal(0.25));
  EXPECT_FALSE(one.can_be_zero());
  const Parameter by_block("target", Parameter::By::block, 0, Values{{"A", Decimal(7)}, {"B", Decimal(-0.125)}, {"C", Decimal(2.5)}}, {});
  EXPECT_EQ(by_block.decimals(), 3);  // not those of the last value
  EXPECT_EQ(by_block.least(), Decimal(-0.125));
  EXPECT_EQ(by_block.most(), Decimal(7));
  EXPECT_FALSE(by_block.can_be_zero());
  const Parameter otherwise("target", Parameter::By::period, 0, Values{{"2024", Decimal(1)}}, Decimal(0));
  EXPECT_EQ(otherwise.decimals(), 0);
  EXPECT_EQ(otherwise.least(), Decimal(0));
  EXPECT_TRUE(otherwise.can_be_zero());
}
TEST(Parameter, HasNoEndsWithoutValues) {
  const Parameter none("target", Parameter::By::block, 0, {}, {});
  EXPECT_FALSE(none.least() || none.most() || none.of("A"));
  EXPECT_EQ(none.decimals(), 0);
  EXPECT_FALSE(none.can_be_zero());
}
TEST(Parameter, HasTheFirstValueOfAKeyAndElseTheOther) {
  const Parameter by("target", Parameter::By::block, 0, Values{{"B", Decimal(2)}, {"A", Decimal(1)}, {"B", Decimal(3)}}, Decimal(9));
  EXPECT_EQ(by.of("A"), Decimal(1));
  EXPECT_EQ(by.of("B"), Decimal(2));
  EXPECT_EQ(by.of("C"), Decimal(9));
}
}
