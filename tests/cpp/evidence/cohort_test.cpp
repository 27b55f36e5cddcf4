#include "tables.hpp"
#include <chiso/evidence/cohort_state.hpp>
#include <chiso/evidence/resolve.hpp>
#include <chiso/expr/evaluate.hpp>
#include <gtest/gtest.h>
#include <random>

namespace chiso_test {
namespace {
Outcome value(int128 num, int128 den = 1) { return {State::value, Rational(num, den)}; }
std::string shown(const Outcome& outcome) {
  if (outcome.state != State::value) return std::string(name_of(outcome.state));
  const auto small = outcome.value.as_ratio();
  return std::to_string(static_cast<std::int64_t>(small->num)) + "/" + std::to_string(static_cast<std::int64_t>(small->den));
}

TEST(CohortState, ComputesTheFigureOfEachFunction) {
  const auto of = [](CohortFunction function) {
    CohortState state(function, Type::number);
    for (const auto& outcome :
         {value(3), value(-1, 2), Outcome{State::missing, {}}, value(0), Outcome{State::not_applicable, {}}, Outcome{State::undefined, {}}})
      state.add(outcome);
    return shown(state.result());
  };
  EXPECT_EQ(of(CohortFunction::max), "3/1");
  EXPECT_EQ(of(CohortFunction::min), "-1/2");
  EXPECT_EQ(of(CohortFunction::sum), "5/2");
  EXPECT_EQ(of(CohortFunction::count), "3/1");
  EXPECT_EQ(of(CohortFunction::mean), "5/6");
}
TEST(CohortState, CountsTruths) {
  CohortState truths(CohortFunction::count, Type::truth), choices(CohortFunction::count, Type::choice);
  for (const int k : {1, 0, 1}) {
    truths.add(value(k));
    choices.add(value(k));
  }
  EXPECT_EQ(shown(truths.result()), "2/1");
  EXPECT_EQ(shown(choices.result()), "3/1");
}
TEST(CohortState, IsMissingWithoutAValue) {
  for (const auto function : {CohortFunction::max, CohortFunction::min, CohortFunction::sum, CohortFunction::mean})
    EXPECT_EQ(shown(CohortState(function, Type::number).result()), "missing");
  EXPECT_EQ(shown(CohortState(CohortFunction::count, Type::number).result()), "0/1");
}
TEST(CohortState, MergesAndRemoves) {
  std::mt19937 random(11);
  const auto draw = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
  for (int round = 0; round < 2000; ++round) {
    const auto function = static_cast<CohortFunction>(draw(4));
    const auto type = function == CohortFunction::count ? static_cast<Type>(draw(2)) : Type::number;
    std::vector<Outcome> kept, gone;
    CohortState whole(function, type), left(function, type), right(function, type);
    for (int i = draw(12); i > 0; --i) {
      Outcome outcome = type == Type::number ? value(draw(6) - 3, 1 + draw(3)) : value(draw(1));
      if (draw(4) == 0) outcome = {static_cast<State>(1 + draw(2)), {}};
      (draw(1) ? left : right).add(outcome);
      (draw(2) == 0 ? gone : kept).push_back(outcome);
    }
    left.merge(right);
    for (const auto& outcome : gone) left.remove(outcome);
    for (const auto& outcome : kept) whole.add(outcome);
    ASSERT_EQ(shown(left.result()), shown(whole.result())) << round;
  }
}
TEST(CohortState, MergesWithItself) {
  CohortState state(CohortFunction::sum, Type::number);
  state.add(value(2));
  state.merge(state);
  EXPECT_EQ(shown(state.result()), "4/1");
}

TEST(Cohorts, AreOrderedByBlockPeriodAndTrack) {
  const auto evidence = read(Model::build(table_draft()), {{"unit", {"C", "A", "B", "A", "C"}},
                                                           {"block", {"y", "x", "x", "x", "y"}},
                                                           {"period", {"2", "2", "1", "1", "2"}},
                                                           {"track", {"final", "self", "self", "self", "self"}},
                                                           {"cases", {"1", "1", "1", "1", "1"}},
                                                           {"score", {"", "", "", "", ""}},
                                                           {"plan", {"", "", "", "", ""}},
                                                           {"funded", {"", "", "", "", ""}}});
  const auto groups = cohorts(evidence);
  ASSERT_EQ(groups.list.size(), 4U);
  EXPECT_EQ(groups.list[0].rows, (std::vector<std::size_t>{2, 3}));  // x, 1, self
  EXPECT_EQ(groups.list[1].rows, (std::vector<std::size_t>{1}));     // x, 2, self
  EXPECT_EQ(groups.list[2].rows, (std::vector<std::size_t>{4}));     // y, 2, self
  EXPECT_EQ(groups.list[3].rows, (std::vector<std::size_t>{0}));     // y, 2, final
  EXPECT_EQ(groups.list[3].track, 2U);
  EXPECT_EQ(groups.of_row, (std::vector<std::uint32_t>{3, 1, 0, 0, 2}));
}

/// The figures of a whole column are those of the state that rows are added to one by one.
TEST(Cohorts, HaveTheFiguresOfCohortState) {
  ModelDraft draft{};
  draft.id = "m";
  auto b = measure(MeasureType::decimal);
  auto c = measure(MeasureType::choice);
  c.options = {"p", "q"};
  draft.measures = {{"a", measure(MeasureType::count)}, {"b", b}, {"c", c}, {"d", measure(MeasureType::yes_no)}};
  draft.undefined = WhenUndefined::zero;
  int id = 0;
  for (const char* value : {"cohort_max(a)", "cohort_min(b)", "cohort_sum(b)", "cohort_mean(a)", "cohort_count(a)", "cohort_count(c)",
                            "cohort_count(d)", "cohort_max(a / b)", "cohort_min(b - a)", "cohort_sum(a + b)", "cohort_mean(b * 2)",
                            "cohort_count(a / b > 1)", "cohort_count(a / b)"})
    draft.criteria.push_back(leaf("l" + std::to_string(id++), 1, rules::PerItem{.value = value, .each = 1}));
  const auto model = Model::build(draft);
  ASSERT_EQ(model.derived().cohorts.size(), 13U);
  std::mt19937 random(5);
  const auto pick = [&](std::vector<std::string> from) { return from[random() % from.size()]; };
  for (int round = 0; round < 60; ++round) {
    Table table{{"unit", {}}, {"block", {}}, {"a", {}}, {"b", {}}, {"c", {}}, {"d", {}}};
    const auto rows = random() % 20;
    for (std::size_t i = 0; i < rows; ++i) {
      table[0].second.push_back("u" + std::to_string(i));
      table[1].second.push_back(pick({"x", "y", "z"}));
      table[2].second.push_back(pick({"", "0", "3", "7", "not_applicable"}));
      table[3].second.push_back(pick({"", "0", "-1.5", "2.25", "not_applicable"}));
      table[4].second.push_back(pick({"", "p", "q"}));
      table[5].second.push_back(pick({"", "yes", "no"}));
    }
    const auto resolved = resolve(read(model, table), model);
    const auto& batch = resolved.batch();
    for (std::size_t term = 0; term < batch.cohorts.size(); ++term) {
      const auto& wanted = model.derived().cohorts[term];
      for (std::size_t group = 0; group < resolved.cohorts().list.size(); ++group) {
        CohortState state(wanted.function, wanted.of.type);
        for (const auto row : resolved.cohorts().list[group].rows) state.add(evaluate(wanted.of, batch, row));
        ASSERT_EQ(shown(batch.cohorts[term].of_group[group]), shown(state.result())) << term;
      }
    }
  }
}
}
}
