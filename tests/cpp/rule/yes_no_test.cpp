#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

TEST(YesNoRule, ReportsLoadErrors) {
  EXPECT_EQ(OneRule{rules::YesNo{"t"}}.problems(), Problems{});
  EXPECT_EQ(OneRule{rules::YesNo{"a"}}.problems(), Problems{"expr.type /rule/value"});
  EXPECT_EQ(OneRule{rules::YesNo{""}}.problems(), Problems{"expr.syntax /rule/value"});
}
TEST(YesNoRule, GivesPoints) {
  const OneRule r{rules::YesNo{"t and p != 'x'"}};
  EXPECT_EQ(r.of({{"t", 1}, {"p", 1}}), "4");
  EXPECT_EQ(r.of({{"t", 1}, {"p", 0}}), "0");
  EXPECT_EQ(r.of({{"t", 0}}), "0");  // false, whatever the other side is
  EXPECT_EQ(r.of({{"t", 1}}), "missing");
  EXPECT_EQ(OneRule{rules::YesNo{"a / b > 1"}}.of({{"a", 1}, {"b", 0}}), "undefined");
}
}
