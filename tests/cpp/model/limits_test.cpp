#include <algorithm>
#include <chiso/model/model.hpp>
#include <gtest/gtest.h>
#include <string>
#include <support/small_draft.hpp>
#include <support/time_limit.hpp>
#include <vector>

namespace {
using namespace chiso;
using namespace chiso_test;

ModelDraft yes_no_model(std::vector<CriterionDraft> criteria) {
  return {.id = "m",
          .undefined = WhenUndefined::zero,
          .measures = {{"t", {.type = MeasureType::yes_no}}, {"a", {.type = MeasureType::count}}},
          .criteria = std::move(criteria)};
}
std::vector<CriterionDraft> leaves(std::size_t count, Decimal points) {
  std::vector<CriterionDraft> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.push_back(leaf("leaf" + std::to_string(i), points, rules::YesNo{"t"}));
  return out;
}
std::size_t count_of(const std::vector<Problem>& problems, std::string_view code) {
  std::size_t out = 0;
  for (const auto& problem : problems) out += problem.code() == code ? 1 : 0;
  return out;
}
/// The number of errors, listed or not.
std::size_t errors_counted(const ModelDraft& draft) {
  Report report;
  build(draft, report);
  EXPECT_EQ(check(draft).back().found(), std::to_string(report.total() - 100'000) + " more problems");
  return report.errors();
}

TEST(Limits, ReportTooManyLevels) {
  const auto nested = [](int levels) {
    auto tree = leaf("leaf", 1, rules::YesNo{"t"});
    for (int i = 1; i < levels; ++i) {
      std::vector<CriterionDraft> below;
      below.push_back(std::move(tree));
      tree = group("g" + std::to_string(i), std::move(below));
    }
    std::vector<CriterionDraft> top;
    top.push_back(std::move(tree));
    return yes_no_model(std::move(top));
  };
  EXPECT_EQ(errors_of(nested(64)), std::vector<std::string>{});
  EXPECT_EQ(Model::build(nested(64)).nodes()[63].depth, 63);
  EXPECT_EQ(count_of(check(nested(65)), "criteria.limit"), 1U);
  EXPECT_EQ(count_of(check(nested(500)), "criteria.limit"), 1U);
}

TEST(Limits, ReportTooManyNodes) {
  const TimeLimit limit(30);
  EXPECT_EQ(errors_of(yes_no_model(leaves(100'000, 1))), std::vector<std::string>{});
  const auto problems = check(yes_no_model(leaves(100'001, 1)));
  EXPECT_EQ(count_of(problems, "criteria.limit"), 1U);
}

TEST(HostileModels, ManyOptionsAreCheckedQuickly) {
  const TimeLimit limit(30);
  std::vector<Item> options;
  std::vector<std::pair<std::string, Decimal>> points;
  for (int i = 0; i < 100'000; ++i) {
    options.emplace_back("option" + std::to_string(i));
    points.emplace_back("option" + std::to_string(99'999 - i), 1);
  }
  auto draft = yes_no_model({leaf("1", 1, rules::Options{"p", points}), leaf("2", 1, rules::YesNo{"t and a > 0"})});
  draft.measures.push_back({"p", {.type = MeasureType::choice, .options = options}});
  EXPECT_EQ(errors_of(draft), std::vector<std::string>{});
  for (auto& [option, worth] : points) option += "x";
  draft.criteria[0].rule = rules::Options{"p", points};
  EXPECT_EQ(errors_counted(draft), 100'000U + 11);  // and each option is absent: ten are named, the others counted
}

TEST(HostileModels, ManyOptionsInEveryLeafAreCheckedQuickly) {
  const TimeLimit limit(30);
  std::vector<Item> options;
  for (int i = 0; i < 100'000; ++i) options.emplace_back("option" + std::to_string(i));
  std::vector<CriterionDraft> list;
  for (int i = 0; i < 20'000; ++i)
    list.push_back(leaf("leaf" + std::to_string(i), 1, rules::YesNo{("p == 'option" + std::to_string(99'999 - i) + "'").c_str()}));
  auto draft = yes_no_model(list);
  draft.measures.push_back({"p", {.type = MeasureType::choice, .options = options}});
  EXPECT_EQ(errors_of(draft), std::vector<std::string>{});
  for (auto& one : draft.criteria) one.rule = rules::Options{"p", {}};
  EXPECT_EQ(errors_counted(draft), 20'000U * 11);
}

TEST(HostileModels, ManyParametersOfManyValuesAreCheckedQuickly) {
  const TimeLimit limit(30);
  std::vector<Item> options;
  std::vector<std::pair<std::string, Decimal>> values;
  for (int i = 0; i < 100'000; ++i) {
    options.emplace_back("option" + std::to_string(i));
    values.emplace_back("option" + std::to_string(99'999 - i), i + 1);
  }
  std::vector<CriterionDraft> list;
  auto draft = yes_no_model({});
  draft.measures.push_back({"p", {.type = MeasureType::choice, .options = options}});
  draft.parameters.push_back({"all", {.by = "p", .values = values}});
  for (int i = 0; i < 20'000; ++i) {
    const auto number = std::to_string(i);
    draft.parameters.push_back({"k" + number, {.value = 1}});
    list.push_back(leaf("leaf" + number, 1, rules::YesNo{("previous(k" + number + ") / all > k" + std::to_string(19'999 - i)).c_str()}));
  }
  draft.criteria = std::move(list);
  EXPECT_EQ(errors_of(draft), std::vector<std::string>{});
}
TEST(HostileModels, ManyTracksOfEveryLeafAreCheckedQuickly) {
  const TimeLimit limit(30);
  std::vector<Item> tracks;
  std::vector<std::string> names;
  for (int i = 0; i < 50'000; ++i) {
    names.push_back("track" + std::to_string(i));
    tracks.emplace_back(names.back());
  }
  auto draft = yes_no_model(leaves(20'000, 1));
  draft.tracks = tracks;
  for (std::size_t i = 0; i < draft.criteria.size(); ++i) draft.criteria[i].tracks = std::vector<std::string>{names[names.size() - 1 - i]};
  draft.fallback = {{"track0", std::vector<std::string>(names.begin() + 1, names.end())}};
  EXPECT_EQ(errors_of(draft), std::vector<std::string>{});
}

TEST(HostileModels, ManyTieBreaksAreCheckedQuickly) {
  const TimeLimit limit(30);
  auto draft = yes_no_model(leaves(50'000, 1));
  for (int i = 0; i < 50'000; ++i) draft.ranking.tie_break.push_back("laef" + std::to_string(i));
  EXPECT_EQ(count_of(check(draft), "criterion.unknown"), 50'000U);
  for (int i = 0; i < 50'000; ++i) draft.ranking.tie_break[static_cast<std::size_t>(i)] = "leaf" + std::to_string(i);
  EXPECT_EQ(errors_of(draft), std::vector<std::string>{});
}

TEST(HostileModels, ManyCohortTermsAndMeasuresAreCheckedQuickly) {
  const TimeLimit limit(30);
  auto draft = yes_no_model({});
  for (int i = 0; i < 20'000; ++i) {
    const auto number = std::to_string(i);
    draft.criteria.push_back(
        leaf("leaf" + number, 1, rules::YesNo{("cohort_max(a + " + number + ") + previous(m" + number + ") > 0").c_str()}));
    draft.measures.push_back({"m" + number, {.type = MeasureType::count}});
  }
  EXPECT_EQ(errors_of(draft), std::vector<std::string>{});
}

TEST(HostileModels, ManyTiersAndBandsAreCheckedQuickly) {
  const TimeLimit limit(30);
  std::vector<rules::Tier> apart, same;
  for (int i = 0; i < 20'000; ++i) {
    apart.push_back({.from = 2 * i, .to = 2 * i, .points = 1});
    same.push_back({.from = 1, .points = 1});
  }
  apart.push_back({.points = 0});
  same.push_back({.points = 0});
  auto draft = yes_no_model({leaf("1", 1, rules::Tiers{"a", apart}), leaf("2", 1, rules::YesNo{"t"})});
  EXPECT_EQ(errors_of(draft), std::vector<std::string>{});
  std::reverse(apart.begin(), apart.end() - 1);
  draft.criteria[0].rule = rules::Tiers{"a", apart};
  EXPECT_EQ(errors_of(draft), std::vector<std::string>{});
  draft.criteria[0].rule = rules::Tiers{"a", same};
  EXPECT_EQ(count_of(check(draft), "ends.unreachable"), 19'999U);
}
TEST(HostileModels, ManyClassesAndBlocksAreCheckedQuickly) {
  const TimeLimit limit(30);
  auto draft = yes_no_model({leaf("1", 1, rules::YesNo{"t and a > 0"})});
  draft.blocks.emplace();
  ClassesDraft classes{.bands = {}};
  for (int i = 0; i < 20'000; ++i) {
    const auto number = std::to_string(i);
    classes.bands.push_back({.id = "class" + number, .from = 20'000 - i});
    draft.blocks->emplace_back("block" + number);
    classes.by_block.push_back({"block" + number, {{.id = "class1"}}});
    classes.vetoes.push_back({.when = "t", .at_most = "class1"});
  }
  classes.bands.push_back({.id = "last"});
  draft.classes = classes;
  EXPECT_EQ(errors_of(draft), std::vector<std::string>{});
}
}
