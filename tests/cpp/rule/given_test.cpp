#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

TEST(GivenRule, ReportsLoadErrors) {
  EXPECT_EQ((OneRule{rules::Given{"g"}}.problems()), Problems{});
  EXPECT_EQ((OneRule{rules::Given{"(g)"}}.problems()), Problems{});
  EXPECT_EQ((OneRule{rules::Given{"d", true}}.problems()), Problems{});
  for (const char* value : {"d", "a", "g + 0", "g * 1", "previous(g)", "1", "-g", "min(g)"})
    EXPECT_EQ((OneRule{rules::Given{value}}.problems()).size(), value == std::string("min(g)") ? 0U : 1U) << value;
  EXPECT_EQ((OneRule{rules::Given{"d"}}.problems()), Problems{"given.range /rule/value"});
  EXPECT_EQ((OneRule{rules::Given{"g"}, 3.99}.problems()), Problems{"given.range /rule/value"});  // its measure may be 4
  EXPECT_EQ((OneRule{rules::Given{"g"}, 4.01}.problems()), Problems{});
  EXPECT_EQ((OneRule{rules::Given{"t"}}.problems()), Problems{"expr.type /rule/value"});
}
TEST(GivenRule, GivesPoints) {
  const OneRule plain{rules::Given{"g"}}, clamped{rules::Given{"d - 1", true}};
  EXPECT_EQ(plain.of({{"g", 0}}), "0");
  EXPECT_EQ(plain.of({{"g", 325}}), "3.25");
  EXPECT_EQ(plain.of({{"g", 400}}), "4");
  EXPECT_EQ(clamped.of({{"d", 50}}), "0");
  EXPECT_EQ(clamped.of({{"d", 350}}), "2.5");
  EXPECT_EQ(clamped.of({{"d", 501}}), "4");
  EXPECT_EQ((OneRule{rules::Given{"g"}, 4, 1}.of({{"g", 325}})), "3.3");  // half a quantum goes up
  EXPECT_EQ((OneRule{rules::Given{"g"}, 4, 0}.of({{"g", 249}})), "2");
  EXPECT_EQ(plain.of({}), "missing");
}
}
