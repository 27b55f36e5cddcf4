#include <chiso/evidence/cohort_totals.hpp>
#include <chiso/evidence/resolve.hpp>
#include <functional>
#include <gtest/gtest.h>
#include <support/table_parts.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// Every function, of plain measures and of expressions, and reads of the period before.
Model every_function() {
  ModelDraft draft{};
  draft.id = "m";
  auto c = measure(MeasureType::choice);
  c.options = {"p", "q"};
  draft.tracks = {{"self", "final"}};
  draft.fallback = {{"final", {"self"}}};
  draft.measures = {
      {"a", measure(MeasureType::count)}, {"b", measure(MeasureType::decimal)}, {"c", c}, {"d", measure(MeasureType::yes_no)}};
  draft.undefined = WhenUndefined::zero;
  int id = 0;
  for (const char* value : {"cohort_max(a)", "cohort_min(b)", "cohort_max(-b)", "cohort_sum(b)", "cohort_mean(a)", "cohort_count(a)",
                            "cohort_count(c)", "cohort_count(d)", "cohort_max(a / b)", "cohort_min(b - a)", "cohort_sum(a + b)",
                            "cohort_mean(b * 2)", "cohort_count(a / b > 1)", "cohort_count(a / b)", "previous(a)", "previous(b) + 1"})
    draft.criteria.push_back(leaf("l" + std::to_string(id++), 1, rules::PerItem{.value = value, .each = 1}));
  return Model::build(draft);
}
/// Units come and go: many have no row in the period before.
Table some_table(Random& random) {
  Table table{{"unit", {}}, {"block", {}}, {"period", {}}, {"track", {}}, {"a", {}}, {"b", {}}, {"c", {}}, {"d", {}}};
  const std::vector<std::string> as{"", "0", "3", "7", "not_applicable"}, bs{"", "0", "-1.5", "2.25", "not_applicable"}, cs{"", "p", "q"},
      ds{"", "yes", "no"};
  for (std::uint64_t unit = random.below(12); unit > 0; --unit) {
    const std::string block = random.one_in(2) ? "x" : "y";
    for (const auto* period : {"2022", "2023", "2024"})
      for (const auto* track : {"self", "final"}) {
        if (random.one_in(3)) continue;
        const std::vector<std::string> cells{
            "u" + std::to_string(unit), block, period, track, random.of(as), random.of(bs), random.of(cs), random.of(ds)};
        for (std::size_t i = 0; i < cells.size(); ++i) table[i].second.push_back(cells[i]);
      }
  }
  return table;
}
CohortTotals merged_totals(const Model& model, const std::vector<Evidence>& parts) {
  CohortTotals out(model);
  for (const auto& part : parts) out.merge(cohort_totals(part, model));
  return out;
}

TEST(CohortTotals, MergedFromPartsEqualTheWhole) {
  const auto model = every_function();
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Random random(seed);
    const auto table = some_table(random);
    const auto whole = read(model, table);
    std::vector<Evidence> parts;
    for (const auto& part : parts_of(table, 1 + seed % 7, random)) parts.push_back(read(model, part));
    const auto totals = merged_totals(model, parts);
    ASSERT_EQ(totals, cohort_totals(whole, model)) << seed;
    std::vector<CohortTotals::Entry> saved(totals.entries().rbegin(), totals.entries().rend());
    ASSERT_EQ(CohortTotals(model, saved), totals) << seed;

    const auto resolved = resolve(whole, model);
    for (const auto& part : parts) {
      const auto in_part = resolve(part, model, totals);
      ASSERT_EQ(in_part.totals(), totals);
      for (std::size_t row = 0; row < in_part.evidence().rows(); ++row) {
        const auto at =
            *resolved.evidence().find(in_part.evidence().unit(row), in_part.evidence().period(row), in_part.evidence().track(row));
        const auto &own = in_part.batch(), &all = resolved.batch();
        ASSERT_EQ(own.has_previous[row], all.has_previous[at]) << seed;
        for (std::size_t i = 0; i < own.previous.size(); ++i) {
          ASSERT_EQ(own.previous[i].state(row), all.previous[i].state(at)) << seed;
          ASSERT_EQ(own.previous[i].values[row], all.previous[i].values[at]) << seed;
        }
        for (std::size_t i = 0; i < own.cohorts.size(); ++i) {
          const auto& mine = own.cohorts[i].of_group[own.cohorts[i].group_of_row[row]];
          const auto& theirs = all.cohorts[i].of_group[all.cohorts[i].group_of_row[at]];
          ASSERT_EQ(mine.state, theirs.state) << seed;
          ASSERT_EQ(mine.value, theirs.value) << seed;
        }
      }
    }
  }
}

Table one_row(const std::string& unit, const std::string& block, const std::string& period, const std::string& a) {
  return {{"unit", {unit}}, {"block", {block}}, {"period", {period}}, {"track", {"final"}},
          {"a", {a}},       {"b", {""}},        {"c", {""}},          {"d", {""}}};
}
CohortTotals totals_of_row(const Model& model, const Table& table) { return cohort_totals(read(model, table), model); }

/// u has no row in 2023, which only another part has: 2022 is not the period before 2024.
TEST(CohortTotals, HaveThePeriodsOfTheTable) {
  const auto model = every_function();
  auto table = one_row("u", "x", "2022", "5");
  for (auto& [name, cells] : table) cells.push_back(name == "period" ? "2024" : cells[0]);
  const auto part = read(model, table);
  auto totals = cohort_totals(part, model);
  const auto row = *part.find("u", "2024", 1);
  EXPECT_EQ(resolve(part, model, totals).batch().has_previous[row], State::value);
  totals.merge(totals_of_row(model, one_row("v", "x", "2023", "1")));
  EXPECT_EQ(resolve(part, model, totals).batch().has_previous[row], State::missing);
}

TEST(CohortTotals, CanBeEmpty) {
  const auto model = every_function();
  CohortTotals none(model);
  EXPECT_TRUE(none.entries().empty());
  auto some = totals_of_row(model, one_row("u", "x", "2024", "5"));
  none.merge(some);
  EXPECT_EQ(none, some);
  some.merge(CohortTotals(model));
  EXPECT_EQ(none, some);
}
/// Products of many numbers, beyond 128 bits.
TEST(CohortTotals, SumNumbersOfAnySize) {
  ModelDraft draft{};
  draft.id = "wide";
  draft.measures = {{"a", measure(MeasureType::decimal)}};
  draft.criteria = {leaf("l", 1, rules::PerItem{.value = "cohort_mean(a * a * a * a * a * a * a)", .each = 1})};
  const auto model = Model::build(draft);
  const auto of = [&](const std::vector<std::string>& units, const std::vector<std::string>& cells) {
    return totals_of_row(model, {{"unit", units}, {"a", cells}});
  };
  auto totals = of({"u"}, {"90000000000000.07"});
  totals.merge(of({"v"}, {"-80000000000000.03"}));
  EXPECT_EQ(totals, of({"v", "u"}, {"-80000000000000.03", "90000000000000.07"}));
  const auto& sum = totals.entries()[0].terms[0].sum;
  EXPECT_FALSE(sum.as_ratio());
  EXPECT_EQ(Rational::of_text(sum.text()), sum);
}

std::string error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const ShapeError& error) {
    return error.what();
  }
  return "";
}
TEST(CohortTotals, RefuseAnotherModelOrTable) {
  const auto model = every_function();
  auto totals = totals_of_row(model, one_row("u", "x", "2024", "5"));
  const auto before = totals;
  const auto merging = [&](const Table& table) { return error_of([&] { totals.merge(totals_of_row(model, table)); }); };
  EXPECT_EQ(merging(one_row("v", "", "2024", "5")), "cohorts of the unnamed block and of block 'x' are of no one table");
  EXPECT_EQ(merging(one_row("v", "x", "2024-1", "5")),
            "cohorts of periods '2024' and '2024-1', which have two shapes, are of no one table");
  EXPECT_EQ(totals, before);

  auto draft = model.draft();
  draft.version = "other";
  const auto other = Model::build(draft);
  EXPECT_EQ(error_of([&] { totals.merge(CohortTotals(other)); }), "cohort totals of another model");
  const auto evidence = read(model, one_row("v", "y", "2024", "5"));
  EXPECT_EQ(error_of([&] { resolve(evidence, model, CohortTotals(other)); }), "cohort totals of another model than the one that scores");
  EXPECT_EQ(error_of([&] { resolve(evidence, model, totals); }), "no cohort totals of block 'y', period '2024', track 'final'");
}
TEST(CohortTotals, RefuseEntriesThatNoEvidenceHas) {
  const auto model = every_function();
  const auto totals = totals_of_row(model, one_row("u", "x", "2024", "5"));
  const auto changed = [&](auto&& change) {
    std::vector<CohortTotals::Entry> entries(totals.entries().begin(), totals.entries().end());
    change(entries);
    return error_of([&] { CohortTotals(model, entries); });
  };
  const std::string of = "the totals of block 'x', period '2024', track 'final' have ";
  EXPECT_EQ(changed([](auto&) {}), "");
  EXPECT_EQ(changed([](auto& entries) { entries[0].terms.pop_back(); }), of + "another number of terms than the model");
  EXPECT_EQ(changed([](auto& entries) { entries[0].terms[0].rows = -1; }), of + "a number of rows that no table has");
  EXPECT_EQ(changed([](auto& entries) { entries[0].terms[0].rows = 0; }), of + "a best of nothing");
  EXPECT_EQ(changed([](auto& entries) { entries[0].terms[0].sum = Rational(1); }), of + "a sum of nothing");
  EXPECT_EQ(changed([](auto& entries) { entries[0].name.track = 2; }), "a cohort of a track that the model lacks");
  EXPECT_EQ(changed([](auto& entries) { entries.push_back(entries[0]); }), "totals of block 'x', period '2024', track 'final' twice");
}
}
