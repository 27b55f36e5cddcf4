#include "checked_table.hpp"
#include <chiso/check/check_report.hpp>
#include <chiso/check/implied_counts.hpp>
#include <gtest/gtest.h>

namespace {
using namespace chiso;
using namespace chiso_test;

std::string text(const std::optional<CountRange>& range) { return range ? range->least.text() + ".." + range->most.text() : "none"; }

TEST(ImpliedCounts, AreWhatAPercentageAllows) {
  EXPECT_EQ(text(implied_counts(48.5, {.numerator = 2354})), "4849..4858");  // as published
  EXPECT_EQ(text(implied_counts(48.5, {.denominator = 4853})), "2352..2356");
  EXPECT_EQ(text(implied_counts(Decimal::fixed(4850, 2), {.numerator = 2354})), "4854..4854") << "48.50 says more than 48.5";
  EXPECT_EQ(text(implied_counts(0, {.denominator = 1000})), "0..4");
  EXPECT_EQ(text(implied_counts(100, {.denominator = 3})), "3..3");
  EXPECT_EQ(text(implied_counts(48.5, {.denominator = 3})), "none");
  EXPECT_EQ(text(implied_counts(0, {.numerator = 5})), "none");
  EXPECT_EQ(text(implied_counts(50, {.numerator = 0})), "none");
  EXPECT_EQ(text(implied_counts(50, {.denominator = 0})), "none");
  EXPECT_EQ(text(implied_counts(-1, {.denominator = 10})), "none");
  EXPECT_THROW(implied_counts(50, {}), ShapeError);
  EXPECT_THROW(implied_counts(50, {.numerator = 1, .denominator = 2}), ShapeError);
}
/// Every count by itself, against the definition.
TEST(ImpliedCounts, AreThoseThatRoundToIt) {
  for (const int decimals : {0, 1})
    for (std::int64_t digits = 0; digits <= 130; digits += 13)
      for (std::int64_t known = 1; known < 20; known += 6) {
        const auto percent = Decimal::fixed(digits, decimals);
        const auto range_of = [&](auto&& percentage, std::int64_t end) {
          std::optional<CountRange> out;
          for (std::int64_t count = 0; count <= end; ++count) {
            const auto of = percentage(count);
            if (!of || of->nearest(decimals) != Rational(percent)) continue;
            if (!out) out = CountRange{Rational(count), {}};
            out->most = Rational(count);
          }
          return text(out);
        };
        EXPECT_EQ(text(implied_counts(percent, {.denominator = known})),
                  range_of([&](std::int64_t count) { return std::optional(Rational(100 * count, known)); }, 2 * known));
        if (digits > 0 && Rational(percent) >= Rational(1)) {
          EXPECT_EQ(text(implied_counts(percent, {.numerator = known})),
                    range_of([&](std::int64_t count) { return count > 0 ? std::optional(Rational(100 * known, count)) : std::nullopt; },
                             210 * known));
        }
      }
}
TEST(ImpliedCounts, AreToldWhereOneCountIsMissing) {
  const auto report = check(rows_of(office_model({checks::Stated{.id = "s",
                                                                 .stated = "resolved_rate",
                                                                 .of = "percent(resolved, received)",
                                                                 .decimals = 1,
                                                                 .applies_when = "coalesce(paper, true)"}}),
                                    {{{"resolved", "2354"}, {"resolved_rate", "48.5"}},
                                     {{"received", "4853"}, {"resolved_rate", "48.5"}},
                                     {{"resolved_rate", "48.5"}},
                                     {{"resolved", "2354"}},
                                     {{"resolved", "2354"}, {"resolved_rate", "48.55"}},
                                     {{"resolved", "2354"}, {"received", "not_applicable"}, {"resolved_rate", "48.5"}},
                                     {{"resolved", "2354"}, {"resolved_rate", "48.5"}, {"paper", "no"}}}));
  std::vector<std::string> lines;
  for (const auto& one : report.implied)
    lines.push_back(std::to_string(one.row) + " " + report.model.measures()[one.measure].name + " " + one.least.text() + ".." +
                    one.most.text());
  EXPECT_EQ(lines, (std::vector<std::string>{"0 received 4849..4858", "1 resolved 2352..2356"}));
  EXPECT_TRUE(report.findings.empty());
}
}
