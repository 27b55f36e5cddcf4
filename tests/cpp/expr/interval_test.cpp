#include <chiso/core/name_list.hpp>
#include <chiso/expr/interval.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/random_batch.hpp>
#include <support/random_expression.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// a is 0 or more, b 2 to 12, n -3 to 5, z only 0, w -4 to -2; truths t u, a choice p of three, a date v.
const Measures& limited() {
  using enum MeasureType;
  static const Measures out({{.name = "a"},
                             {.name = "b", .min = 2, .max = 12},
                             {.name = "n", .type = decimal, .decimals = 1, .min = -3, .max = 5},
                             {.name = "w", .type = decimal, .decimals = 1, .min = -4, .max = -2},
                             {.name = "z", .max = 0},
                             {.name = "t", .type = yes_no},
                             {.name = "v", .type = date},
                             {.name = "p", .type = choice, .options = {"x", "y", "z"}},
                             {.name = "one", .type = choice, .options = {"x"}}});
  return out;
}
/// `2 to 12`, `0 to`, `none`.
std::string interval(const std::string& text, Type type = Type::number) {
  Derived derived;
  derived.tables = {{.name = "tasks", .measures = limited()}};
  derived.table_names = NameList({"tasks"});
  Report report;
  const auto program = compile(ExpressionText{text}, type, limited(), derived, report);
  if (!program) return to_text(report.problems()[0]);
  const auto out = interval_of(*program, limited(), derived);
  if (out.empty) return "none";
  const auto end = [](const std::optional<Rational>& value) {
    if (!value) return std::string();
    const auto ratio = *value->as_ratio();
    return Decimal(ratio.num, 0).text() + (ratio.den == 1 ? "" : "/" + Decimal(ratio.den, 0).text());
  };
  return end(out.least) + " to " + end(out.most);
}
std::string truths(const std::string& text) { return interval(text, Type::truth); }

TEST(Interval, BoundsMeasures) {
  EXPECT_EQ(interval("a"), "0 to ");
  EXPECT_EQ(interval("b"), "2 to 12");
  EXPECT_EQ(interval("z"), "0 to 0");
  EXPECT_EQ(interval("previous(b)"), "2 to 12");
  EXPECT_EQ(interval("previous(b + 1)"), "3 to 13");
  EXPECT_EQ(interval("0.50"), "1/2 to 1/2");
  EXPECT_EQ(truths("t"), "0 to 1");
  EXPECT_EQ(interval("p", Type::choice), "0 to 2");
  EXPECT_EQ(interval("if_else(t, p, 'y')", Type::choice), "0 to 2");
}
TEST(Interval, BoundsDaysByTheYears) {
  EXPECT_EQ(interval("v", Type::date), "0 to 109572");
  EXPECT_EQ(interval("days(v, v)"), "-109572 to 109572");
  EXPECT_EQ(interval("days(date('2024-01-01'), date('2024-03-01'))"), "60 to 60");
  EXPECT_EQ(interval("days(date('2199-12-30'), v)"), "-109571 to 1");
  EXPECT_EQ(truths("v >= date('1900-01-01')"), "1 to 1");
}
TEST(Interval, BoundsSumsAndProducts) {
  EXPECT_EQ(interval("b + n"), "-1 to 17");
  EXPECT_EQ(interval("b - n"), "-3 to 15");
  EXPECT_EQ(interval("b - a"), " to 12");
  EXPECT_EQ(interval("a - a"), " to ");  // it is read twice, and counts as two values
  EXPECT_EQ(interval("-b"), "-12 to -2");
  EXPECT_EQ(interval("-a"), " to 0");
  EXPECT_EQ(interval("b * n"), "-36 to 60");
  EXPECT_EQ(interval("w * n"), "-20 to 12");
  EXPECT_EQ(interval("w * w"), "4 to 16");
  EXPECT_EQ(interval("a * n"), " to ");
  EXPECT_EQ(interval("a * b"), "0 to ");
  EXPECT_EQ(interval("a * w"), " to 0");
  EXPECT_EQ(interval("a * z"), "0 to 0");
}
TEST(Interval, BoundsQuotients) {
  EXPECT_EQ(interval("n / b"), "-3/2 to 5/2");
  EXPECT_EQ(interval("1 / w"), "-1/2 to -1/4");
  EXPECT_EQ(interval("b / a"), "0 to ");
  EXPECT_EQ(interval("b / -a"), " to 0");
  EXPECT_EQ(interval("1 / n"), " to ");
  EXPECT_EQ(interval("b / z"), "none");
  EXPECT_EQ(interval("z / a"), "0 to 0");
  EXPECT_EQ(interval("percent(b, b)"), "50/3 to 600");
  EXPECT_EQ(interval("b / z + a"), "none");
  EXPECT_EQ(interval("coalesce(b / z, 3)"), "3 to 3");
}
TEST(Interval, BoundsFunctions) {
  EXPECT_EQ(interval("abs(n)"), "0 to 5");
  EXPECT_EQ(interval("abs(w)"), "2 to 4");
  EXPECT_EQ(interval("abs(n - a)"), "0 to ");
  EXPECT_EQ(interval("floor(n / 2)"), "-2 to 2");
  EXPECT_EQ(interval("ceil(n / 2)"), "-1 to 3");
  EXPECT_EQ(interval("round(n / 2, 0)"), "-2 to 3");
  EXPECT_EQ(interval("min(a, b)"), "0 to 12");
  EXPECT_EQ(interval("max(a, b)"), "2 to ");
  EXPECT_EQ(interval("min(100, percent(a, b))"), "0 to 100");
  EXPECT_EQ(interval("clamp(a, 1, 9)"), "1 to 9");
  EXPECT_EQ(interval("clamp(a, b, 9)"), "2 to 9");
  EXPECT_EQ(interval("clamp(a, b, 1)"), "none");
  EXPECT_EQ(interval("clamp(w, -3, a)"), "-3 to -2");
  EXPECT_EQ(interval("coalesce(b, w)"), "-4 to 12");
  EXPECT_EQ(interval("if_else(t, b, w)"), "-4 to 12");
  EXPECT_EQ(interval("if_else(b >= 2, b, w)"), "2 to 12");
  EXPECT_EQ(interval("if_else(b < 2, b, w)"), "-4 to -2");
  EXPECT_EQ(interval("if_else(1 / z > 0, b, w)"), "none");
}
TEST(Interval, DropsEndsOfTooManyDigits) {
  const std::string huge = "123456789012345678 * 123456789012345678 * 123456789012345678";
  EXPECT_EQ(interval(huge), "0 to ");
  EXPECT_EQ(interval("-" + huge), " to 0");
  EXPECT_EQ(interval("b + 1 / (" + huge + ")"), "2 to ");
  EXPECT_EQ(interval("b * 123456789012345678"), "246913578024691356 to 1481481468148148136");
}
TEST(Interval, BoundsTruths) {
  EXPECT_EQ(truths("b < 2"), "0 to 0");
  EXPECT_EQ(truths("b < 2.5"), "0 to 1");
  EXPECT_EQ(truths("b <= 12"), "1 to 1");
  EXPECT_EQ(truths("b < 12"), "0 to 1");
  EXPECT_EQ(truths("b > 12"), "0 to 0");
  EXPECT_EQ(truths("b >= 2"), "1 to 1");
  EXPECT_EQ(truths("a >= 0"), "1 to 1");
  EXPECT_EQ(truths("w == n"), "0 to 1");
  EXPECT_EQ(truths("w == b"), "0 to 0");
  EXPECT_EQ(truths("w != b"), "1 to 1");
  EXPECT_EQ(truths("z == 0"), "1 to 1");
  EXPECT_EQ(truths("z != 0"), "0 to 0");
  EXPECT_EQ(truths("p == 'y'"), "0 to 1");
  EXPECT_EQ(truths("one == 'x'"), "1 to 1");
  EXPECT_EQ(truths("t and b < 2"), "0 to 0");
  EXPECT_EQ(truths("t or b >= 2"), "1 to 1");
  EXPECT_EQ(truths("not (b < 2)"), "1 to 1");
  EXPECT_EQ(truths("1 / z > 0"), "none");
  EXPECT_EQ(truths("1 / z > 0 and t"), "0 to 0");  // false if t is, never true
  EXPECT_EQ(truths("1 / z > 0 or t"), "1 to 1");
  EXPECT_EQ(truths("is_missing(1 / z)"), "0 to 1");
  EXPECT_EQ(truths("is_applicable(b)"), "0 to 1");
}
TEST(Interval, BoundsCohortFunctions) {
  EXPECT_EQ(interval("cohort_max(b)"), "2 to 12");
  EXPECT_EQ(interval("cohort_mean(n)"), "-3 to 5");
  EXPECT_EQ(interval("cohort_sum(b)"), "2 to ");
  EXPECT_EQ(interval("cohort_sum(n)"), " to ");
  EXPECT_EQ(interval("cohort_sum(w)"), " to -2");
  EXPECT_EQ(interval("cohort_sum(z)"), "0 to 0");
  EXPECT_EQ(interval("cohort_count(t)"), "0 to ");
}

/// A unit may have no row: a sum is 0 then, and all else is missing.
TEST(Interval, BoundsFunctionsOfRowsBelow) {
  EXPECT_EQ(interval("rows_max(tasks, b)"), "2 to 12");
  EXPECT_EQ(interval("rows_mean(tasks, n)"), "-3 to 5");
  EXPECT_EQ(interval("rows_sum(tasks, b)"), "0 to ");
  EXPECT_EQ(interval("rows_sum(tasks, n)"), " to ");
  EXPECT_EQ(interval("rows_sum(tasks, w)"), " to 0");
  EXPECT_EQ(interval("rows_sum(tasks, z)"), "0 to 0");
  EXPECT_EQ(interval("rows_sum(tasks, w - 1)"), " to 0");
  EXPECT_EQ(interval("rows_count(tasks)"), "0 to ");
  EXPECT_EQ(interval("rows_count(tasks, t)"), "0 to ");
  EXPECT_EQ(interval("previous(rows_sum(tasks, w))"), " to 0");
}

/// Checks every value of random expressions on random evidence within the limits, and counts how often it is at an end.
TEST(Interval, ContainsEveryValueOfRandomExpressions) {
  std::size_t values = 0, at_an_end = 0, with_both_ends = 0, programs = 0;
  for (std::uint64_t seed = 0; programs < 3000; ++seed) {
    Random random(seed);
    const auto text = RandomExpression{random}.number(3);
    Report report;
    const auto model = build({.id = "m",
                              .undefined = WhenUndefined::zero,
                              .measures = random_limited_measures(random),
                              .criteria = {leaf("1", 10, rules::Given{.value = Number(text), .clamp = true})}},
                             report);
    if (!model) continue;
    ++programs;
    const auto& program = std::get<shapes::AffineClamp>(static_cast<const AnyShape&>(model->nodes()[0].shape)).value;
    const auto proved = interval_of(program, model->measures(), model->derived());
    with_both_ends += proved.least && proved.most ? 1 : 0;
    const RandomBatch evidence(*model, 60, random);
    for (std::size_t row = 0; row < 60; ++row) {
      const auto outcome = evaluate(program, evidence.batch, row);
      if (outcome.state != State::value) continue;
      ++values;
      ASSERT_FALSE(proved.empty) << "seed " << seed << ": " << text;
      ASSERT_FALSE(proved.least && outcome.value < *proved.least) << "seed " << seed << " row " << row << ": " << text;
      ASSERT_FALSE(proved.most && outcome.value > *proved.most) << "seed " << seed << " row " << row << ": " << text;
      at_an_end += (proved.least && outcome.value == *proved.least) || (proved.most && outcome.value == *proved.most) ? 1 : 0;
    }
  }
  EXPECT_GT(values, 50'000U);
  EXPECT_GT(at_an_end, values / 10);
  EXPECT_GT(with_both_ends, programs / 4);
}
}
