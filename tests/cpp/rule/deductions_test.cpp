#include <gtest/gtest.h>
#include <support/one_rule.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;
using rules::PartCounts;

OneRule deductions_rule(std::vector<rules::Part> parts, Decimal at_least = 0) {
  return {rules::Deductions{.parts = std::move(parts), .at_least = at_least}};
}

TEST(DeductionsRule, ReportsLoadErrors) {
  EXPECT_EQ(deductions_rule({{3, rules::YesNo{"t"}}}).problems(), Problems{});
  EXPECT_EQ(deductions_rule({{400, rules::YesNo{"t"}}}).problems(), Problems{});  // more may be deducted than there is
  EXPECT_EQ(deductions_rule({}).problems(), Problems{"parts.none /rule/parts"});
  EXPECT_EQ(deductions_rule({{0, rules::YesNo{"t"}}}).problems(), Problems{"points.range /rule/parts/0/points"});
  EXPECT_EQ(deductions_rule({{1, rules::YesNo{"t"}}}, 4.5).problems(), Problems{"points.range /rule/at_least"});
}
TEST(DeductionsRule, GivesPoints) {
  const auto r = deductions_rule({{3, rules::YesNo{"t"}}, {2, rules::PerItem{"a", 0.5}}});
  EXPECT_EQ(r.of({{"t", 0}, {"a", 0}}), "4");
  EXPECT_EQ(r.of({{"t", 0}, {"a", 1}}), "3.5");
  EXPECT_EQ(r.of({{"t", 1}, {"a", 1}}), "0.5");
  EXPECT_EQ(r.of({{"t", 1}, {"a", 9}}), "0");  // not below 0
  const auto kept = deductions_rule({{3, rules::YesNo{"t"}}, {2, rules::PerItem{"a", 0.5}}}, 1);
  EXPECT_EQ(kept.of({{"t", 1}, {"a", 1}}), "1");
  EXPECT_EQ(deductions_rule({{400, rules::YesNo{"t"}}}).of({{"t", 1}}), "0");
}
TEST(DeductionsRule, HasTheStrongestStateOfItsParts) {
  const auto r = deductions_rule({{3, rules::YesNo{"t"}}, {2, rules::PerItem{"a / b", 0.5}}});
  EXPECT_EQ(r.of({{"t", 1}, {"a", missing}, {"b", 1}}), "missing");
  EXPECT_EQ(r.of({{"t", not_applicable}, {"a", missing}}), "not_applicable");
  EXPECT_EQ(r.of({{"t", 1}, {"a", 1}, {"b", 0}}), "undefined");
}
TEST(DeductionsRule, IsRoundedOnce) {
  const auto third = [](const char* value) { return rules::Part{1, rules::Proportional{.value = value, .full_at = 3}}; };
  const OneRule r{rules::Deductions{{third("a"), third("b"), third("c")}}, 3, 0};
  EXPECT_EQ(r.of({{"a", 1}, {"b", 1}, {"c", 1}}), "2");
  EXPECT_EQ(r.of({{"a", 1}, {"b", 1}, {"c", 0}}), "2");  // 2 1/3
}

TEST(PoliciesOfParts, StandForAStateThatIsThenNotTheLeafs) {
  const auto part = [](std::optional<PartCounts> not_applicable, std::optional<PartCounts> missing, std::optional<PartCounts> undefined) {
    return rules::Part{
        .points = 2, .rule = rules::PerItem{"a / b", 1}, .not_applicable = not_applicable, .missing = missing, .undefined = undefined};
  };
  const auto full = part(PartCounts::full, PartCounts::full, PartCounts::full),
             zero = part(PartCounts::zero, PartCounts::zero, PartCounts::zero);
  const rules::Part one{1, rules::YesNo{"t"}};
  using Row = std::vector<std::pair<std::string, TestCell>>;
  for (const auto& states :
       {Row{{"t", 1}, {"a", not_applicable}, {"b", 1}}, Row{{"t", 1}, {"a", missing}, {"b", 1}}, Row{{"t", 1}, {"a", 1}, {"b", 0}}}) {
    EXPECT_EQ((OneRule{rules::SumOf{{one, full}}}.of(states)), "3");
    EXPECT_EQ((OneRule{rules::SumOf{{one, zero}}}.of(states)), "1");
    EXPECT_EQ((OneRule{rules::BestOf{{one, full}}}.of(states)), "2");
    EXPECT_EQ((OneRule{rules::BestOf{{one, zero}}}.of(states)), "1");
    EXPECT_EQ(deductions_rule({one, full}).of(states), "1");
    EXPECT_EQ(deductions_rule({one, zero}).of(states), "3");
  }
  // A policy for one state leaves the others to the leaf.
  const auto some = deductions_rule({one, part({}, PartCounts::full, {})});
  EXPECT_EQ(some.of({{"t", 1}, {"a", missing}, {"b", 1}}), "1");
  EXPECT_EQ(some.of({{"t", 1}, {"a", not_applicable}, {"b", 1}}), "not_applicable");
  EXPECT_EQ(some.of({{"t", 1}, {"a", 1}, {"b", 0}}), "undefined");
  EXPECT_EQ(some.of({{"t", missing}, {"a", missing}, {"b", 1}}), "missing");
}
TEST(PoliciesOfParts, ReachTheWholePartWithWhatIsInIt) {
  rules::Part inner{2, rules::BestOf{{{2, rules::PerItem{"a", 1}}}}};
  inner.missing = PartCounts::full;
  EXPECT_EQ((OneRule{rules::SumOf{{inner}}}.of({{"a", missing}})), "2");
}
TEST(PoliciesOfParts, SpareTheLeafAPolicyForWhatIsUndefined) {
  const auto errors = [](std::optional<PartCounts> undefined) {
    rules::Part part{2, rules::PerItem{"a / b", 1}};
    part.undefined = undefined;
    auto draft = OneRule{rules::SumOf{{part}}}.draft();
    draft.undefined.reset();
    std::size_t count = 0;
    for (const auto& problem : check(draft)) count += problem.code() == "undefined.policy" ? 1 : 0;
    return count;
  };
  EXPECT_EQ(errors({}), 1U);
  EXPECT_EQ(errors(PartCounts::zero), 0U);
}
}
