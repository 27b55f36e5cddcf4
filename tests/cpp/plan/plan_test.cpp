#include <algorithm>
#include <bit>
#include <chiso/plan/plan.hpp>
#include <gtest/gtest.h>
#include <map>
#include <plan/changes.hpp>
#include <rank/rank_tables.hpp>
#include <set>
#include <support/random_models.hpp>

namespace chiso_test {
namespace {
/// x, y, z of units A, B, C: their indices are (x + y + z) / 2.
Scores three_units(const ModelDraft& draft = ranked_draft()) {
  return scored(draft, {{"unit", {"A", "B", "C"}}, {"x", {"20", "50", "90"}}, {"y", {"0", "10", "40"}}, {"z", {"0", "10", "40"}}});
}
Action action(std::string id, std::vector<ActionChange> changes, const Decimal& cost, std::optional<std::string> group = {}) {
  return {.id = std::move(id), .changes = std::move(changes), .cost = cost, .group = std::move(group)};
}
using IdList = std::vector<std::string>;
std::vector<IdList> ids_of(const std::vector<Plan>& plans) {
  std::vector<IdList> out;
  for (const auto& plan : plans) out.push_back(plan.actions);
  return out;
}
std::vector<IdList> plans_of(const Scores& scores, std::vector<Action> actions, const Target& target, std::size_t most = 9) {
  return ids_of(Planner(Ranked(scores), 0, std::move(actions)).plans(target, most));
}
template <class Run>
std::vector<std::string> problems_of_actions(Run&& run) {
  std::vector<std::string> out;
  try {
    run();
  } catch (const Error& error) {
    for (const auto& problem : error.problems()) out.push_back(problem.code() + " " + problem.place.pointer);
  }
  return out;
}

TEST(Planner, TellsEveryProblemOfActions) {
  auto draft = ranked_draft();
  draft.criteria.push_back(leaf("d", 10, rules::Given{.value = "z - cohort_min(z)", .clamp = true}));
  const auto scores = scored(draft, {{"unit", {"A"}}, {"x", {"20"}}, {"y", {"0"}}, {"z", {"10"}}});
  const std::vector<Action> actions{
      action("a", {{"x", 101.0}, {"w", 1.0}}, -1),
      action("a", {{"y", ""}, {"x", true}, {"x", 5.0}}, 1),
      action("", {}, 1),
      action("b", {{"z", 5.0}}, Decimal(10'000'000'000'000'000, 0)),
      action("c", {{"x", std::string("1,5")}, {"y", Date{}}}, Decimal(1, 3)),
  };
  EXPECT_EQ(
      problems_of_actions([&] { Planner(Ranked(scores), 0, actions); }),
      (std::vector<std::string>{"action.value /0/x", "action.measure /0/w", "action.id /1/id", "action.value /1/y", "action.value /1/x",
                                "action.measure /1/x", "action.id /2/id", "action.measure /2", "action.relative /3/z", "action.value /4/x",
                                "action.value /4/y", "action.cost /0/cost", "action.cost /3/cost"}));
}
TEST(Planner, SuggestsTheNameOfAMeasure) {
  const auto scores = scored(table_draft(), {{"unit", {"A"}}, {"cases", {"1"}}, {"score", {"4"}}, {"plan", {"late"}}, {"funded", {"yes"}}});
  try {
    Planner(Ranked(scores), 0, {action("a", {{"casse", 3.0}}, 1)});
    FAIL();
  } catch (const Error& error) {
    ASSERT_EQ(error.problems().size(), 1U);
    EXPECT_EQ(error.problems()[0].hint, "cases");
  }
}
TEST(Planner, IsOfARowThatThereIs) {
  const auto scores = three_units();
  const Planner planner(Ranked(scores), 2, {action("b", {{"x", 1.0}}, 1), action("a", {{"y", 1.0}}, 1)});
  EXPECT_EQ(planner.row(), 2U);
  ASSERT_EQ(planner.actions().size(), 2U);
  EXPECT_EQ(planner.actions()[0].id, "a");
  EXPECT_THROW(Planner(Ranked(scores), 0, {}, {.others = -1, .progress = {}}), ShapeError);
}
TEST(Planner, TakesAtMostOneOfAGroup) {
  const std::vector<Action> apart{action("a", {{"x", 40.0}}, 1), action("b", {{"y", 20.0}}, 1)};
  auto grouped = apart;
  for (auto& one : grouped) one.group = "g";
  EXPECT_EQ(plans_of(three_units(), apart, Target::index(30)), (std::vector<IdList>{{"a", "b"}}));
  EXPECT_TRUE(plans_of(three_units(), grouped, Target::index(30)).empty());
}
TEST(Planner, TakesNoTwoThatSetAMeasureToDifferentValues) {
  // Two that set it alike may be taken together.
  const std::vector<Action> actions{action("a", {{"x", 40.0}, {"y", 20.0}}, 1), action("b", {{"x", 41.0}, {"z", 20.0}}, 1),
                                    action("c", {{"x", 40.0}, {"z", 20.0}}, 1)};
  EXPECT_EQ(plans_of(three_units(), actions, Target::index(40)), (std::vector<IdList>{{"a", "c"}}));
}
TEST(Planner, KnowsWhatMeasuresThatOneRuleReadsComeToTogether) {
  auto draft = ranked_draft();
  draft.criteria.push_back(leaf("d", 200, rules::Given{.value = "if_else(x * y >= 600, 200, 0)", .clamp = true}));
  const std::vector<Action> actions{action("a", {{"x", 30.0}}, 1), action("b", {{"y", 20.0}}, 1), action("c", {{"z", 50.0}}, 9)};
  EXPECT_EQ(plans_of(three_units(draft), actions, Target::index(30)), (std::vector<IdList>{{"a", "b"}}));
  EXPECT_EQ(plans_of(three_units(draft), actions, Target::index(17)), (std::vector<IdList>{{"a", "b"}, {"c"}}));
}
TEST(Planner, ReachesAnIndexExactlyOrAsPublished) {
  auto draft = ranked_draft();
  draft.publish.decimals = 0;
  const std::vector<Action> actions{action("a", {{"x", 79.0}}, 1), action("b", {{"x", 79.999998}}, 2), action("c", {{"x", 80.0}}, 3)};
  EXPECT_EQ(plans_of(three_units(draft), actions, Target::index(40)), (std::vector<IdList>{{"c"}}));
  EXPECT_EQ(plans_of(three_units(draft), actions, Target::published(40)), (std::vector<IdList>{{"a"}, {"b"}, {"c"}}));
  EXPECT_EQ(plans_of(three_units(draft), actions, Target::index(Decimal(39'999'999, 6))), (std::vector<IdList>{{"b"}, {"c"}}));
}
TEST(Planner, ReachesAPlace) {
  const std::vector<Action> actions{action("level", {{"x", 70.0}}, 1), action("above", {{"x", Decimal(70'000'001, 6).text()}}, 2),
                                    action("first", {{"x", 100.0}, {"y", 50.0}, {"z", 50.0}}, 5)};
  EXPECT_EQ(plans_of(three_units(), actions, Target::rank(2)), (std::vector<IdList>{{"level"}, {"above"}, {"first"}}));
  EXPECT_EQ(plans_of(three_units(), actions, Target::rank(1)), (std::vector<IdList>{{"first"}}));
  // What is level in its index counts as above where something breaks ties, though it would break this one.
  auto draft = ranked_draft();
  draft.ranking.tie_break = {"a"};
  const auto planner = Planner(Ranked(three_units(draft)), 0, actions);
  EXPECT_EQ(ids_of(planner.plans(Target::rank(2), 9)), (std::vector<IdList>{{"above"}, {"first"}}));
}
TEST(Planner, ReachesAClassByAllThatItAsks) {
  auto draft = ranked_draft();
  draft.classes =
      ClassesDraft{.bands = {{.id = "good", .from = 40}, {.id = "fair", .from = 20}, {.id = "low"}},
                   .vetoes = {{.when = Truth("z < 10"), .at_most = "fair"}, {.criterion = Ids{"b"}, .below = 20, .at_most = "low"}}};
  const std::vector<Action> actions{action("x", {{"x", 100.0}}, 1), action("y", {{"y", 10.0}}, 2), action("z", {{"z", 10.0}}, 4)};
  EXPECT_EQ(plans_of(three_units(draft), actions, Target::class_id("good")), (std::vector<IdList>{{"x", "y", "z"}}));
  EXPECT_EQ(plans_of(three_units(draft), actions, Target::class_id("fair")), (std::vector<IdList>{{"x", "y"}, {"y", "z"}}));
  EXPECT_EQ(plans_of(three_units(draft), actions, Target::class_id("low")), (std::vector<IdList>{{}}));
  try {
    plans_of(three_units(draft), actions, Target::class_id("god"));
    FAIL();
  } catch (const UnknownNameError& error) {
    EXPECT_STREQ(error.what(), "found class 'god', expected one of 'good', 'fair', 'low' (did you mean good?) [name.unknown]");
  }
  EXPECT_THROW(plans_of(three_units(), actions, Target::class_id("good")), UnknownNameError);
}
TEST(Planner, DoesNothingWhereTheTargetIsReachedAlready) {
  const std::vector<Action> actions{action("x", {{"x", 100.0}}, 0)};
  const Planner planner(Ranked(three_units()), 0, actions);
  const auto plans = planner.plans(Target::rank(3), 5);
  ASSERT_EQ(plans.size(), 1U);
  EXPECT_TRUE(plans[0].actions.empty());
  EXPECT_EQ(plans[0].cost, Decimal(0));
  EXPECT_EQ(plans[0].result.rank, 3U);
  EXPECT_TRUE(planner.plans(Target::rank(3), 0).empty());
}
TEST(Planner, OrdersPlansByCostNumberIndexAndIds) {
  const std::vector<Action> actions{action("d", {{"x", 100.0}}, 2), action("c", {{"x", 99.0}}, 2),
                                    action("b", {{"y", 25.0}}, 1),  action("a", {{"z", 25.0}}, 1),
                                    action("e", {{"z", 24.0}}, 1),  action("f", {{"x", 98.0}}, Decimal(19, 1))};
  // a, b has as much as b, e, but a higher index; a plan with a part that reaches the target is none.
  EXPECT_EQ(plans_of(three_units(), actions, Target::index(34)), (std::vector<IdList>{{"f"}, {"d"}, {"c"}, {"a", "b"}, {"b", "e"}}));
  EXPECT_EQ(plans_of(three_units(), actions, Target::index(34), 3), (std::vector<IdList>{{"f"}, {"d"}, {"c"}}));
}
TEST(Planner, TiesGoToTheIdsByBytes) {
  const std::vector<Action> actions{action("b", {{"x", 30.0}}, 1), action("Z", {{"y", 10.0}}, 1), action("é", {{"z", 10.0}}, 1)};
  EXPECT_EQ(plans_of(three_units(), actions, Target::index(15)), (std::vector<IdList>{{"Z"}, {"b"}, {"é"}}));
}
TEST(Planner, FrontierHasTheHighestIndexOfEachCost) {
  const std::vector<Action> actions{action("free", {{"z", 2.0}}, 0), action("worse", {{"y", 0.0}, {"x", 10.0}}, 0),
                                    action("x", {{"x", 40.0}}, 2), action("y", {{"y", 20.0}}, 2), action("dear", {{"x", 30.0}}, 3)};
  const Planner planner(Ranked(three_units()), 0, actions);
  const auto frontier = planner.frontier();
  EXPECT_EQ(ids_of(frontier), (std::vector<IdList>{{"free"}, {"free", "x"}, {"free", "x", "y"}}));
  ASSERT_EQ(frontier.size(), 3U);
  EXPECT_EQ(frontier[1].cost, Decimal(2));
  EXPECT_EQ(Rational(frontier[1].result.index->exact()).text(), "21");
  EXPECT_TRUE(planner.plans(Target::index(32)).empty());
  EXPECT_EQ(planner.highest()->actions, (IdList{"free", "x", "y"}));
}
TEST(Planner, NoIndexIsReachedWhereNothingIsApplicable) {
  const auto scores = scored(ranked_draft(), {{"unit", {"A"}}, {"x", {na}}, {"y", {na}}, {"z", {na}}});
  const Planner nothing(Ranked(scores), 0, {});
  EXPECT_TRUE(nothing.frontier().empty());
  EXPECT_FALSE(nothing.highest().has_value());
  EXPECT_TRUE(nothing.plans(Target::index(0)).empty());
  const Planner something(Ranked(scores), 0, {action("a", {{"x", 0.0}}, 1)});
  EXPECT_EQ(ids_of(something.plans(Target::index(0))), (std::vector<IdList>{{"a"}}));
  EXPECT_EQ(ids_of(something.frontier()), (std::vector<IdList>{{"a"}}));
}
TEST(Planner, RaisesTheOthers) {
  const std::vector<Action> actions{action("x", {{"x", 70.0}}, 1), action("y", {{"y", 50.0}}, 2), action("z", {{"z", 50.0}}, 4)};
  const auto with = [&](const Decimal& others) {
    const Planner planner(Ranked(three_units()), 0, actions, {.others = others, .progress = {}});
    const auto plans = planner.plans(Target::rank(2));
    return plans.empty() ? IdList{"none"} : plans[0].actions;
  };
  EXPECT_EQ(with(0), (IdList{"x"}));
  EXPECT_EQ(with(Decimal(1, 6)), (IdList{"x", "y"}));
  EXPECT_EQ(with(30), (IdList{"x", "y", "z"}));
  EXPECT_EQ(with(70), (IdList{"none"}));
}
TEST(Planner, AnActionMayMakeACriterionNotApplicable) {
  const std::vector<Action> actions{action("a", {{"y", NotApplicable{}}, {"z", NotApplicable{}}}, 1)};
  const auto plans = Planner(Ranked(three_units()), 0, actions).plans(Target::index(20));
  ASSERT_EQ(ids_of(plans), (std::vector<IdList>{{"a"}}));
  EXPECT_EQ(Rational(plans[0].result.index->exact()).text(), "20");
}
TEST(Planner, TellsItsProgressAndStopsByWhatIsThrown) {
  std::vector<Progress> told;
  const std::vector<Action> actions{action("x", {{"x", 70.0}}, 1), action("y", {{"y", 50.0}}, 2)};
  const Planner planner(Ranked(three_units()), 0, actions,
                        {.others = 0, .progress = [&](const Progress& progress) { told.push_back(progress); }});
  EXPECT_EQ(planner.plans(Target::index(50)).size(), 1U);
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().done, told.back().total);
  for (std::size_t i = 1; i < told.size(); ++i) EXPECT_TRUE(told[i].done > told[i - 1].done || told[i].done == 0);
  struct Stop {};
  const Planner stopped(Ranked(three_units()), 0, actions, {.others = 0, .progress = [](const Progress&) { throw Stop(); }});
  EXPECT_THROW(stopped.plans(Target::index(50)), Stop);
  EXPECT_THROW(stopped.frontier(), Stop);
}
/// A model of so many leaves, each of a measure of its own, and a leaf that reads all of them if asked for.
Scores of_measures(std::size_t count, bool is_linked) {
  ModelDraft draft{.id = "many", .measures = {}, .criteria = {}};
  std::string sum = "0";
  Table table{{"unit", {"A"}}};
  for (std::size_t i = 0; i < count; ++i) {
    const auto name = "m" + std::to_string(i);
    draft.measures.emplace_back(name, MeasureDraft{.type = MeasureType::decimal, .decimals = 2, .min = 0, .max = 43'000});
    draft.criteria.push_back(leaf("l" + std::to_string(i), 43'000, rules::Given{.value = name}));
    sum += " + " + name;
    table.push_back({name, {"0"}});
  }
  if (is_linked) draft.criteria = {leaf("all", 1000, rules::Given{.value = sum, .clamp = true})};
  return scored(draft, table);
}
TEST(Planner, RefusesActionsThatAreLinkedTooWidely) {
  std::vector<Action> actions;
  for (std::int64_t i = 0; i < 21; ++i) actions.push_back(action("a" + std::to_string(i), {{"m" + std::to_string(i), i + 1}}, 1));
  const auto plan = [&] { return Planner(Ranked(of_measures(21, true)), 0, actions).plans(Target::index(1)); };
  try {
    plan();
    FAIL();
  } catch (const Error& error) {
    const std::string what = error.what();
    EXPECT_NE(what.find("[plan.linked]"), what.npos) << what;
    EXPECT_NE(what.find("'all'"), what.npos) << what;
    for (const auto& one : actions) EXPECT_NE(what.find(one.id), what.npos) << one.id;
  }
  actions.erase(actions.begin() + 10, actions.end());
  EXPECT_EQ(ids_of(plan()), (std::vector<IdList>{{"a9"}}));
}
TEST(Planner, RefusesMoreSetsThanItKeeps) {
  // Each set has another cost and, the more it costs, another index: none can be left out.
  std::vector<Action> actions;
  for (std::int64_t i = 0; i < 23; ++i)
    actions.push_back(action("a" + std::to_string(i), {{"m" + std::to_string(i), Decimal(std::int64_t{1} << i, 2).text()}},
                             Decimal(std::int64_t{1} << i)));
  const Planner planner(Ranked(of_measures(23, false)), 0, actions);
  EXPECT_EQ(problems_of_actions([&] { planner.frontier(); }), (std::vector<std::string>{"plan.too_many_sets "}));
  EXPECT_EQ(planner.plans(Target::index(0)).size(), 1U);
  // The highest index alone asks for few.
  ASSERT_TRUE(planner.highest().has_value());
  EXPECT_EQ(planner.highest()->actions.size(), 23U);
}
TEST(Planner, TellsManyPlansApart) {
  // Any four of nine reach the target, at a cost that says which: 126 plans.
  std::vector<Action> actions;
  for (std::size_t i = 0; i < 9; ++i)
    actions.push_back(action("a" + std::to_string(i), {{"m" + std::to_string(i), 430.0}}, std::int64_t{1} << i));
  const Planner planner(Ranked(of_measures(9, false)), 0, actions);
  EXPECT_TRUE(planner.plans(Target::index(2), 1000).empty());
  std::vector<std::pair<std::int64_t, IdList>> expected;
  for (std::size_t bits = 0; bits < 512; ++bits) {
    if (std::popcount(bits) != 4) continue;
    auto& [cost, ids] = expected.emplace_back(static_cast<std::int64_t>(bits), IdList());
    for (std::size_t i = 0; i < 9; ++i)
      if ((bits >> i & 1) != 0) ids.push_back(actions[i].id);
  }
  const auto found = planner.plans(Target::index(Decimal(4444, 4)), 1000);
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].actions, expected[i].second);
    EXPECT_EQ(found[i].cost, Decimal(expected[i].first));
  }
}
TEST(Planner, AChoiceAmongChildrenIsNoTable) {
  // Which child counts, and what each of them earns, follows from 24 actions: 2^24 combinations that nothing else reads together.
  ModelDraft draft{.id = "choice", .measures = {}, .criteria = {}};
  Table table{{"unit", {"A"}}};
  CriterionDraft group{.id = "one", .one_of = true};
  std::vector<Action> actions;
  for (std::size_t child = 0; child < 3; ++child) {
    CriterionDraft of{.id = "c" + std::to_string(child)};
    if (child < 2) of.applies_when = Truth("s" + std::to_string(child));
    for (std::size_t i = 0; i < 8; ++i) {
      const auto name = "m" + std::to_string(child) + std::to_string(i);
      draft.measures.emplace_back(name, MeasureDraft{.type = MeasureType::count});
      table.push_back({name, {"0"}});
      of.criteria.push_back(leaf("l" + name, 10, rules::PerItem{.value = name, .each = 1}));
      actions.push_back(action(name, {{name, static_cast<std::int64_t>(3 + child)}}, 1));
    }
    group.criteria.push_back(of);
  }
  for (const auto* name : {"s0", "s1"}) {
    draft.measures.emplace_back(name, MeasureDraft{.type = MeasureType::yes_no});
    table.push_back({name, {"yes"}});
    actions.push_back(action(name, {{name, false}}, 2));
  }
  draft.criteria = {group};
  const Planner planner(Ranked(scored(draft, table)), 0, actions);
  EXPECT_EQ(planner.highest()->actions.size(), 10U);
  EXPECT_EQ(Rational(planner.highest()->result.index->exact()).text(), "50");
  EXPECT_EQ(ids_of(planner.plans(Target::index(40))).front(), (IdList{"m10", "m11", "m12", "m13", "m14", "m15", "m16", "m17", "s0"}));
  EXPECT_EQ(ids_of(planner.plans(Target::index(3), 2)), (std::vector<IdList>{{"m00"}, {"m01"}}));
}

/// Every set of actions, tried one by one on the whole table.
class EverySet {
 public:
  struct Set {
    std::int64_t cost = 0;
    IdList ids{};
    WhatIfResult result{};
  };
  EverySet(const WhatIf& what_if, std::size_t row, const std::vector<Action>& actions) {
    const auto& model = what_if.ranked().scores().model();
    for (std::size_t bits = 0; bits < std::size_t{1} << actions.size(); ++bits) {
      Set set;
      std::set<std::string> groups;
      std::map<std::size_t, ChangedCell> cells;
      bool fits = true;
      for (std::size_t i = 0; i < actions.size(); ++i) {
        if ((bits >> i & 1) == 0) continue;
        set.cost += static_cast<std::int64_t>(actions[i].cost.digits());
        set.ids.push_back(actions[i].id);
        fits = fits && (!actions[i].group || groups.insert(*actions[i].group).second);
        for (const auto& [name, value] : actions[i].changes) {
          const auto place = *model.measures().find(name);
          const auto* text = std::get_if<std::string>(&value);
          const auto cell = change(model, place, text != nullptr ? *text : na);
          const auto [at, is_new] = cells.emplace(place, cell);
          fits = fits && (is_new || at->second == cell);
        }
      }
      if (!fits) continue;
      std::vector<ChangedCell> list;
      for (const auto& [place, cell] : cells) list.push_back(cell);
      set.result = what_if.whole(row, list);
      std::sort(set.ids.begin(), set.ids.end());
      sets_.push_back(std::move(set));
    }
    std::sort(sets_.begin(), sets_.end(), [](const Set& a, const Set& b) {
      if (a.cost != b.cost) return a.cost < b.cost;
      if (a.ids.size() != b.ids.size()) return a.ids.size() < b.ids.size();
      const auto index = by_index(a, b);
      return index != 0 ? index > 0 : a.ids < b.ids;
    });
  }
  template <class Reaches>
  std::vector<IdList> plans(const Reaches& reaches) const {
    std::vector<IdList> all, out;
    for (const auto& set : sets_)
      if (reaches(set.result)) all.push_back(set.ids);
    for (const auto& one : all) {
      const auto is_part = [&](const IdList& other) {
        return other.size() < one.size() && std::includes(one.begin(), one.end(), other.begin(), other.end());
      };
      if (std::none_of(all.begin(), all.end(), is_part)) out.push_back(one);
    }
    return out;
  }
  std::vector<IdList> frontier() const {
    std::vector<IdList> out;
    const Set* best = nullptr;
    for (std::size_t from = 0, to = 0; from < sets_.size(); from = to) {
      const Set* of_cost = nullptr;
      for (to = from; to < sets_.size() && sets_[to].cost == sets_[from].cost; ++to)
        if (sets_[to].result.index && (of_cost == nullptr || by_index(sets_[to], *of_cost) > 0)) of_cost = &sets_[to];
      if (of_cost == nullptr || (best != nullptr && by_index(*of_cost, *best) <= 0)) continue;
      best = of_cost;
      out.push_back(best->ids);
    }
    return out;
  }
  const std::vector<Set>& sets() const { return sets_; }

 private:
  static std::strong_ordering by_index(const Set& a, const Set& b) {
    if (!a.result.index || !b.result.index) return a.result.index.has_value() <=> b.result.index.has_value();
    return compare(a.result.index->exact(), b.result.index->exact());
  }
  std::vector<Set> sets_{};
};
std::vector<Action> random_actions(const Model& model, Random& random) {
  std::vector<Action> out;
  const auto count = 1 + random.below(5);
  while (out.size() < count) {
    Action one{.id = "a" + std::to_string(random.below(90) + 10), .changes = {}, .cost = static_cast<int>(random.below(3))};
    if (random.one_in(3)) one.group = random.one_in(2) ? "g" : "h";
    for (std::size_t place = 0; place < model.measures().size(); ++place) {
      if (!random.one_in(3)) continue;
      const auto text = random_cell(model.measures()[place], random);
      if (text.empty()) continue;
      const auto cell = CellReader(model.measures()[place], {.decimal = '.'}).text(text);
      if (cell.problem != nullptr) continue;
      if (text == na)
        one.changes.push_back({model.measures()[place].name, NotApplicable{}});
      else
        one.changes.push_back({model.measures()[place].name, text});
    }
    const bool is_known = std::any_of(out.begin(), out.end(), [&](const Action& other) { return other.id == one.id; });
    if (!one.changes.empty() && !is_known) out.push_back(std::move(one));
  }
  return out;
}
TEST(PlannerProperties, FindsWhatTryingEverySetFinds) {
  std::size_t asked = 0, planned = 0;
  for_random_models(400, random_ranked_model, [&](const Model& model, Random& random) {
    const auto scores = score(model, read(model, random_table(model, 4, random)), {.keep = Keep::leaves});
    const Ranked ranked(scores);
    const std::vector<Decimal> raises{Decimal(0), Decimal(0), Decimal(5), Decimal::fixed(125, 2)};
    const auto others = random.of(raises);
    const WhatIf what_if(ranked, {.others = others});
    const auto row = random.below(scores.rows());
    const auto actions = random_actions(model, random);
    std::optional<Planner> planner;
    try {
      planner.emplace(ranked, row, actions, PlanOptions{.others = others, .progress = {}});
    } catch (const Error&) {
      return;  // a measure that cohort functions read
    }
    const EverySet every(what_if, row, actions);
    const auto& some = random.of(every.sets()).result;
    ++asked;
    if (some.index) {
      const auto published = some.index->published();
      const auto expected = every.plans([&](const WhatIfResult& one) { return one.index && one.index->published() >= published; });
      planned += expected[0].empty() ? 0 : 1;
      ASSERT_EQ(ids_of(planner->plans(Target::published(published), 1000)), expected);
      ASSERT_EQ(ids_of(planner->plans(Target::index(published), 1000)), every.plans([&](const WhatIfResult& one) {
        const Ratio least{published.digits(), Decimal::power(published.scale())};
        return one.index && compare(one.index->exact(), least) >= 0;
      }));
    }
    const auto frontier = every.frontier();
    ASSERT_EQ(ids_of(planner->frontier()), frontier);
    const auto highest = planner->highest();
    ASSERT_EQ(highest.has_value(), !frontier.empty());
    if (highest) {
      ASSERT_EQ(highest->actions, frontier.back());
    }
    if (!model.tie_break().empty()) return;  // those that are level count as above, which no what-if tells
    if (some.place) {
      ASSERT_EQ(ids_of(planner->plans(Target::rank(*some.place), 1000)),
                every.plans([&](const WhatIfResult& one) { return one.place && *one.place <= *some.place; }));
    }
    if (some.class_id.empty()) return;
    const auto& bands = model.classes()->of_block(scores.evidence().block(row));
    const auto place = [&](std::string_view id) {
      return std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.id == id; }) - bands.begin();
    };
    ASSERT_EQ(ids_of(planner->plans(Target::class_id(std::string(some.class_id)), 1000)), every.plans([&](const WhatIfResult& one) {
      return one.index && !one.class_id.empty() && place(one.class_id) <= place(some.class_id);
    }));
  });
  EXPECT_GT(asked, cases(400) / 4);
  EXPECT_GT(planned, cases(400) / 20);
}
}
}
