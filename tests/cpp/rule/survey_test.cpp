#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

OneRule survey_rule(std::vector<std::pair<std::string, Decimal>> answers) { return {rules::Survey{.answers = std::move(answers)}}; }

TEST(SurveyRule, ReportsLoadErrors) {
  EXPECT_EQ(survey_rule({{"a", 100}, {"b", 60.5}, {"c", 0}}).problems(), Problems{});
  EXPECT_EQ(survey_rule({}).problems(), Problems{"survey.none /rule/answers"});
  EXPECT_EQ(survey_rule({{"a", 100.1}, {"b", -1}}).problems(),
            (Problems{"survey.percent /rule/answers/a", "survey.percent /rule/answers/b"}));
  EXPECT_EQ(survey_rule({{"d", 100}, {"t", 1}, {"n", 1}}).problems(),
            (Problems{"survey.measure /rule/answers/d", "survey.measure /rule/answers/t", "survey.measure /rule/answers/n"}));
  EXPECT_EQ(survey_rule({{"a", 100}, {"a", 50}}).problems(), Problems{"key.duplicate /rule/answers/a"});
}
TEST(SurveyRule, RequiresAPolicyIfNobodyAnswers) {
  auto draft = survey_rule({{"a", 100}}).draft();
  draft.undefined.reset();
  const auto problems = check(draft);
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems[0].code(), "undefined.policy");
  EXPECT_EQ(problems[0].place.pointer, "/criteria/0");
}
TEST(SurveyRule, GivesPoints) {
  const auto r = survey_rule({{"a", 100}, {"b", 60.5}, {"c", 0}});
  const auto of = [&](int a, int b, int c) { return r.of({{"a", a}, {"b", b}, {"c", c}}); };
  EXPECT_EQ(of(1, 0, 0), "4");
  EXPECT_EQ(of(0, 0, 3), "0");
  EXPECT_EQ(of(0, 2, 0), "2.42");
  EXPECT_EQ(of(1, 1, 1), "2.14");
  EXPECT_EQ(of(0, 0, 0), "undefined");  // nobody answered
  EXPECT_EQ(r.of({{"a", 1}, {"b", 1}}), "missing");
  EXPECT_EQ(r.of({{"a", 1}, {"b", 1}, {"c", not_applicable}}), "not_applicable");
}
}
