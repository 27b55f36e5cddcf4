#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

TEST(PerItemRule, ReportsLoadErrors) {
  EXPECT_EQ((OneRule{rules::PerItem{"a", 0.5}}.problems()), Problems{});
  EXPECT_EQ((OneRule{rules::PerItem{"a", 50}}.problems()), Problems{});
  EXPECT_EQ((OneRule{rules::PerItem{"a", 0}}.problems()), Problems{"points.range /rule/each"});
  EXPECT_EQ((OneRule{rules::PerItem{"a", -0.5}}.problems()), Problems{"points.range /rule/each"});
  EXPECT_EQ((OneRule{rules::PerItem{"a", 0.0000005}}.problems()), Problems{"points.decimals /rule/each"});
}
TEST(PerItemRule, TakesOnlyPointsThatCanBeCounted) {
  EXPECT_EQ((OneRule{rules::PerItem{"a", Decimal(9'007'199'254, 0)}}.problems()), Problems{});  // below 2^53 quanta
  EXPECT_EQ((OneRule{rules::PerItem{"a", Decimal(9'007'199'255, 0)}}.problems()), Problems{"points.range /rule/each"});
  EXPECT_EQ((OneRule{rules::PerItem{"a", Decimal(999'999'999'999'999'999, 0)}}.problems()), Problems{"points.range /rule/each"});
}
TEST(PerItemRule, GivesPoints) {
  const OneRule r{rules::PerItem{"a - b", 1.5}};
  for (const auto& [a, points] :
       std::vector<std::pair<int, std::string>>{{10, "0"}, {11, "1.5"}, {12, "3"}, {13, "4"}, {99, "4"}, {9, "0"}, {0, "0"}})
    EXPECT_EQ(r.of({{"a", a}, {"b", 10}}), points) << a;
  EXPECT_EQ((OneRule{rules::PerItem{"a", 2}}.of({{"a", 2}})), "4");                    // exactly all
  EXPECT_EQ((OneRule{rules::PerItem{"a / 4", 0.000001}}.of({{"a", 2}})), "0.000001");  // half a quantum
  EXPECT_EQ((OneRule{rules::PerItem{"a / 4", 0.000001}}.of({{"a", 1}})), "0");
  EXPECT_EQ(r.of({{"a", 1}, {"b", not_applicable}}), "not_applicable");
}
}
