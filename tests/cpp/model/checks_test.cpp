#include <chiso/evidence/builder.hpp>
#include <chiso/model/model.hpp>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <support/rule_examples.hpp>
#include <support/small_draft.hpp>
#include <vector>

namespace {
using namespace chiso;
using namespace chiso_test;
using Lines = std::vector<std::string>;

ModelDraft with(std::vector<CheckDraft> checks) {
  auto draft = small_draft();
  draft.checks = std::move(checks);
  return draft;
}
Lines warnings_of_checks(std::vector<CheckDraft> checks) {
  Lines out;
  const auto model = Model::build(with(std::move(checks)));
  for (const auto& problem : model.warnings()) out.push_back(problem.code() + " " + problem.place.pointer);
  return out;
}

TEST(CheckTypes, HaveNamesAndExamplesWithEveryField) {
  auto draft = rule_examples_model();
  std::set<std::string_view> names;
  for_each_check([&]<class C>(std::type_identity<C>) {
    EXPECT_TRUE(names.insert(C::type).second);
    const auto example = C::example();
    EXPECT_EQ(type_of(CheckDraft(example)), C::type);
    for_each_field<C>([&](const auto& field) {
      if constexpr (requires { (example.*field.member).has_value(); }) {
        EXPECT_TRUE((example.*field.member).has_value()) << field.name;
      }
    });
    draft.checks.emplace_back(example);
  });
  EXPECT_EQ(names.size(), 4U);
  for (const auto& problem : check(draft)) ADD_FAILURE() << to_text(problem);
  const auto model = Model::build(draft);
  ASSERT_EQ(model.checks().size(), 4U);
  EXPECT_EQ(model.checks()[1].id, "share_stated");
  EXPECT_EQ(model.checks()[1].type, "stated");
  EXPECT_EQ(model.checks()[1].severity, Severity::warning);
  EXPECT_EQ(model.checks()[1].measures.size(), 3U);
}
TEST(ModelChecks, ReportEveryProblemAtItsPlace) {
  EXPECT_EQ(
      errors_of(with({checks::Relation{.id = "a b", .holds = "a + b"}, checks::Relation{.id = "x", .holds = "a <= c"},
                      checks::Stated{.id = "x", .stated = "t", .of = "percent(a, b", .decimals = 10},
                      checks::Stated{.id = "s", .stated = "d", .of = "percent(a, b)", .decimals = -1},
                      checks::Repeated{.id = "few", .values = {"a", "b"}},
                      checks::Repeated{.id = "wrong", .values = {"a", "t", "nothing", "a"}, .applies_when = "a"},
                      checks::Repeated{.id = "twice", .values = {"a", "d", "p", "a"}},
                      checks::Unusual{.id = "u", .value = "a > b", .times = 0}, checks::Unusual{.id = "v", .value = "a", .times = -1}})),
      (Lines{"id.name /checks/0/id", "expr.type /checks/0/holds", "expr.measure /checks/1/holds", "id.duplicate /checks/2/id",
             "expr.type /checks/2/stated", "expr.syntax /checks/2/of", "decimals.range /checks/3/decimals", "repeated.few /checks/4/values",
             "expr.type /checks/5/applies_when", "repeated.measure /checks/6/values/2", "repeated.twice /checks/6/values/3",
             "expr.type /checks/7/value", "unusual.times /checks/8/times"}));
}
TEST(ModelChecks, LeaveAModelAsItIs) {
  const auto plain = Model::build(small_draft());
  const auto model = Model::build(
      with({checks::Relation{.id = "1", .holds = "a <= previous(b) + cohort_max(a)"},
            checks::Repeated{.id = "2", .values = {"a", "b", "d"}}, checks::Unusual{.id = "3", .value = "a / cohort_mean(b)"}}));
  EXPECT_FALSE(model.relative());
  EXPECT_FALSE(model.looks_back());
  EXPECT_TRUE(model.derived().cohorts.empty() && model.derived().previous.empty());
  EXPECT_EQ(model.check_derived().cohorts.size(), 2U);
  EXPECT_EQ(model.check_derived().previous, std::vector<std::size_t>{1});  // a `repeated` looks at the row before itself
  EXPECT_TRUE(model.check_derived().looks_back);
  EXPECT_FALSE(model == plain);
  EXPECT_EQ(model.nodes().size(), plain.nodes().size());
}
TEST(ModelChecks, AreReadersOfMeasures) {
  auto draft = small_draft();
  draft.measures.emplace_back("only_checked", MeasureDraft{.type = MeasureType::count});
  EXPECT_EQ(Model::build(draft).warnings().size(), 1U);
  for (const auto& one :
       std::vector<CheckDraft>{checks::Relation{.id = "c", .holds = "only_checked <= a"},
                               checks::Relation{.id = "c", .holds = "a <= b", .applies_when = "previous(only_checked) > 0"},
                               checks::Repeated{.id = "c", .values = {"a", "b", "only_checked"}},
                               checks::Unusual{.id = "c", .value = "cohort_sum(only_checked)"}}) {
    draft.checks = {one};
    EXPECT_TRUE(Model::build(draft).warnings().empty());
  }
}
TEST(ModelChecks, WarnWhereTheyNeverFailOrAreNeverJudged) {
  EXPECT_EQ(warnings_of_checks({checks::Relation{.id = "1", .holds = "a >= 0"}, checks::Relation{.id = "2", .holds = "a / 0 > 1"},
                                checks::Relation{.id = "3", .holds = "a > b", .applies_when = "d > 5"},
                                checks::Stated{.id = "4", .stated = "2", .of = "1.95", .decimals = 1},
                                checks::Stated{.id = "5", .stated = "2", .of = "1.95", .decimals = 2},
                                checks::Stated{.id = "6", .stated = "d", .of = "a / 0", .decimals = 2},
                                checks::Unusual{.id = "7", .value = "5"}, checks::Unusual{.id = "8", .value = "a / 0"},
                                checks::Relation{.id = "9", .holds = "d <= 4", .applies_when = "d >= 5"}}),
            (Lines{"check.never_fails /checks/0/holds", "check.never_judged /checks/1/holds", "check.never_judged /checks/2/applies_when",
                   "check.never_fails /checks/3/stated", "check.never_judged /checks/5/of", "check.never_fails /checks/6/value",
                   "check.never_judged /checks/7/value"}));
}
TEST(ModelChecks, WarnOfRepeatedZeros) {
  auto draft = small_draft();
  draft.measures[0].second.max = 0;
  draft.measures[1].second.max = 0;
  draft.measures[2].second.max = 0;
  draft.checks = {checks::Repeated{.id = "c", .values = {"a", "b", "d"}}};
  Lines out;
  const auto model = Model::build(draft);
  for (const auto& problem : model.warnings()) out.push_back(problem.code());
  EXPECT_EQ(std::count(out.begin(), out.end(), "check.never_fails"), 1);
}
}
