#include <algorithm>
#include <chiso/explain.hpp>
#include <explain/edited_model.hpp>
#include <gtest/gtest.h>
#include <map>
#include <rank/rank_tables.hpp>
#include <support/random_models.hpp>
#include <support/random_table.hpp>

namespace chiso_test {
namespace {
/// The terms as text, such as `leaf a evidence 5/2`, in their order.
Lines text_of(const Comparison& comparison, const Model& a, const Model& b) {
  Lines out;
  for (const auto& term : comparison.terms) {
    const auto id = term.node_b() != Criterion::none   ? b.nodes()[term.node_b()].id
                    : term.node_a() != Criterion::none ? a.nodes()[term.node_a()].id
                                                       : std::string("-");
    out.push_back(std::string(names_of(term.kind)[static_cast<std::size_t>(term.kind)]) + ' ' + id + ' ' +
                  std::string(names_of(term.cause)[static_cast<std::size_t>(term.cause)]) + ' ' + term.value.exact().text());
  }
  return out;
}
Rational sum_of(const Comparison& comparison) {
  Rational out;
  for (const auto& term : comparison.terms) out = out + term.value.exact();
  return out;
}
/// One unit in two periods, of a model with a leaf x of 60 points, y of 40 and a bonus z of at most 5.
ModelDraft two_leaves() {
  auto draft = ranked_draft();
  draft.criteria = {leaf("a", 60, rules::Given{.value = "min(x, 60)", .clamp = true}),
                    leaf("b", 40, rules::Given{.value = "y", .clamp = true})};
  draft.adjustments.bonus =
      SideDraft{.cap = 5, .entries = {{.id = "more", .points = 10, .rule = rules::Given{.value = "z", .clamp = true}}}};
  return draft;
}
Table two_periods(const Lines& x, const Lines& y, const Lines& z) {
  return {{"unit", {"A", "A"}}, {"period", {"1", "2"}}, {"x", x}, {"y", y}, {"z", z}};
}
Lines compared(const ModelDraft& draft, const Table& table) {
  const auto scores = scored(draft, table);
  const auto of = compare(scores, 0, scores, 1);
  EXPECT_EQ(sum_of(of), of.difference->exact());
  return text_of(of, scores.model(), scores.model());
}

TEST(Comparison, SplitsPointsOfCriteriaThatApplyOnBothSides) {
  EXPECT_EQ(compared(two_leaves(), two_periods({"40", "50"}, {"30", "20"}, {"0", "0"})),
            (Lines{"leaf a evidence 10", "leaf b evidence -10"}));
}
// By hand: a has 40 of 60 and 20 of 40: 60. b has 50 of 60, and y does not apply: 83 1/3. u = 1 and 5/3, so M u = 4/3; A = 60 and 50, so
// w = 100 x 55 / (100 x 60) = 11/12. Leaf a: 10 x 4/3; leaf b: -20 x 4/3 + 40 x 11/12 = 10.
TEST(Comparison, TellsWhatNoLongerAppliesFromWhatWasAchieved) {
  EXPECT_EQ(compared(two_leaves(), two_periods({"40", "50"}, {"20", na}, {"0", "0"})),
            (Lines{"leaf a evidence 40/3", "leaf b applicability 10"}));
}
TEST(Comparison, TellsBonusesTheirCapAndWhatIsHeldApart) {
  EXPECT_EQ(compared(two_leaves(), two_periods({"60", "60"}, {"38", "38"}, {"1", "8"})),
            (Lines{"bonus more evidence 7", "bonus_cap - evidence -3", "held - evidence -3"}));
}
TEST(Comparison, OpensScaledGroups) {
  // 6 of 10, scaled to 30: 18; 7 of 8, for c does not apply: 26.25. Within: u* = 1/10 and 1/8, w* = 6.5 / 80.
  auto draft = ranked_draft();
  draft.criteria = {
      leaf("a", 70, rules::Given{.value = "min(x, 70)", .clamp = true}),
      group("g", {leaf("b", 8, rules::Given{.value = "y", .clamp = true}), leaf("c", 2, rules::Given{.value = "z", .clamp = true})},
            {.scale_to = 30})};
  EXPECT_EQ(compared(draft, two_periods({"0", "0"}, {"5", "7"}, {"1", na})), (Lines{"leaf b evidence 27/4", "leaf c applicability 3/2"}));
  // A third is rounded to quanta: 1 of 3 of 10 points.
  draft.point_decimals = 2;
  draft.criteria[1] = group("g", {leaf("b", 3, rules::Given{.value = "y", .clamp = true})}, {.scale_to = 10});
  EXPECT_EQ(compared(draft, two_periods({"0", "0"}, {"1", "3"}, {na, na})), (Lines{"leaf b evidence 25/3", "rounding g evidence 1/240"}));
}
TEST(Comparison, TellsWhatLimitsOfGroupsTake) {
  auto draft = ranked_draft();
  draft.criteria = {
      leaf("a", 80, rules::Given{.value = "min(x, 80)", .clamp = true}),
      group("g", {leaf("b", 20, rules::Given{.value = "y", .clamp = true}), leaf("c", 20, rules::Given{.value = "z", .clamp = true})},
            {.cap = 20})};
  EXPECT_EQ(compared(draft, two_periods({"0", "0"}, {"10", "20"}, {"5", "10"})),
            (Lines{"limit g evidence -10", "leaf b evidence 10", "leaf c evidence 5"}));
}
TEST(Comparison, TellsStatedPoints) {
  auto draft = two_leaves();
  draft.stated_points = StatedPoints::accept;
  auto table = two_periods({"40", "40"}, {"20", "20"}, {"0", "0"});
  table.push_back({"points.a", {"", "45"}});
  EXPECT_EQ(compared(draft, table), (Lines{"leaf a stated 5"}));
}
// Both have 100 applicable, A = 30 and 15: M u = 1, w = 9/40. So b, which no longer counts, is -10 + 20 w, and c is 15 - 20 w.
TEST(Comparison, OfAChoiceTellsWhichOneCounts) {
  auto draft = ranked_draft();
  draft.criteria = {leaf("a", 80, rules::Given{.value = "min(x, 80)", .clamp = true}),
                    group("g",
                          {leaf("b", 20, rules::Given{.value = "y", .clamp = true}, {.applies_when = "x > 10"}),
                           leaf("c", 20, rules::Given{.value = "z", .clamp = true})},
                          {.one_of = true})};
  EXPECT_EQ(compared(draft, two_periods({"20", "0"}, {"10", "10"}, {"15", "15"})),
            (Lines{"leaf a evidence -20", "leaf b applicability -11/2", "leaf c applicability 21/2"}));
}
TEST(Comparison, HasNoTermsWithoutAnIndex) {
  const auto scores = scored(two_leaves(), two_periods({"40", na}, {"20", na}, {"0", "0"}));
  const auto of = compare(scores, 0, scores, 1);
  EXPECT_FALSE(of.difference.has_value());
  EXPECT_TRUE(of.terms.empty());
}
TEST(Comparison, MarksIncompleteRows) {
  const auto scores = scored(two_leaves(), two_periods({"40", ""}, {"20", "20"}, {"0", "0"}));
  const auto of = compare(scores, 0, scores, 1);
  EXPECT_TRUE(of.complete_a);
  EXPECT_FALSE(of.complete_b);
  EXPECT_EQ(sum_of(of), of.difference->exact());
}

/// The same table read by two models.
Lines of_models(const ModelDraft& a, const ModelDraft& b, const Table& table) {
  const auto left = scored(a, table), right = scored(b, table);
  const auto of = compare(left, 0, right, 0);
  EXPECT_EQ(sum_of(of), of.difference->exact());
  return text_of(of, left.model(), right.model());
}
TEST(ComparisonOfModels, SaysModelWhereSomethingReadsOtherwise) {
  const Table table{{"unit", {"A"}}, {"x", {"40"}}, {"y", {"20"}}, {"z", {"0"}}};
  auto other = two_leaves();
  other.criteria[1] = leaf("b", 40, rules::Given{.value = "y / 2", .clamp = true});
  EXPECT_EQ(of_models(two_leaves(), other, table), (Lines{"leaf b model -10"}));
  other = two_leaves();
  other.criteria[0].rule = rules::Given{.value = "min( x,60.0 )", .clamp = true};  // the same, written otherwise
  EXPECT_EQ(of_models(two_leaves(), other, table), Lines());
  other.measures[0].second.max = 90;                          // a measure that it reads
  EXPECT_EQ(of_models(two_leaves(), other, table), Lines());  // and yet no term, for nothing changed
}
TEST(ComparisonOfModels, FindsNodesByFormerIds) {
  const Table table{{"unit", {"A"}}, {"x", {"40"}}, {"y", {"20"}}, {"z", {"0"}}};
  auto other = two_leaves();
  other.criteria[1].id = "new";
  EXPECT_EQ(of_models(two_leaves(), other, table), (Lines{"leaf new model -4", "leaf b model 4"}));
  other.criteria[1].was = {"b"};
  EXPECT_EQ(of_models(two_leaves(), other, table), Lines());
  other.criteria.push_back(leaf("newer", 0.5, rules::Given{.value = "0 * x", .clamp = true}));
  other.criteria.back().was = {"b"};  // two claim it, so none has it
  EXPECT_EQ(of_models(two_leaves(), other, table).size(), 3U);
}
TEST(ComparisonOfModels, TakesALeafThatBecameAGroupAsOnePart) {
  const Table table{{"unit", {"A"}}, {"x", {"40"}}, {"y", {"20"}}, {"z", {"5"}}};
  auto other = two_leaves();
  other.criteria[1] =
      group("b", {leaf("c", 30, rules::Given{.value = "y", .clamp = true}), leaf("d", 10, rules::Given{.value = "z", .clamp = true})});
  EXPECT_EQ(of_models(two_leaves(), other, table), (Lines{"group b model 5"}));
}
TEST(ComparisonOfModels, OfAnotherScaleIsRefused) {
  auto other = two_leaves();
  other.publish.scale = 5;
  EXPECT_THROW(Comparer(Model::build(two_leaves()), Model::build(other)), ShapeError);
}

TEST(Comparison, SumsByCauseAndByNode) {
  const auto scores = scored(two_leaves(), two_periods({"40", "50"}, {"20", na}, {"1", "8"}));
  const Comparer comparer(scores.model(), scores.model());
  const auto of = comparer.compare(RowPoints(scores, 0), RowPoints(scores, 1));
  Lines causes, nodes;
  for (const auto& sum : Comparer::by_cause(of)) causes.push_back(sum.key);
  for (const auto& sum : comparer.by_node(of, 1)) nodes.push_back(sum.key);
  EXPECT_EQ(causes, (Lines{"applicability", "evidence"}));
  EXPECT_EQ(nodes, (Lines{"a", "b", "bonus", "bonus_cap"}));
  Rational sum;
  for (const auto& one : comparer.by_node(of, 1)) sum = sum + one.value;
  EXPECT_EQ(sum, of.difference->exact());
}

TEST(ComparisonOfModels, TellsADroppedCriterionUnderTheNewNameOfItsGroup) {
  const Table table{{"unit", {"A"}}, {"x", {"40"}}, {"y", {"20"}}, {"z", {"10"}}};
  auto other = ranked_draft();
  other.criteria[1].id = "renamed";
  other.criteria[1].was = {"g"};
  other.criteria[1].criteria.pop_back();  // c
  const auto a = scored(ranked_draft(), table), b = scored(other, table);
  const Comparer comparer(a.model(), b.model());
  const auto of = comparer.compare(RowPoints(a, 0), RowPoints(b, 0));
  ASSERT_EQ(of.terms.size(), 1U);
  EXPECT_EQ(comparer.key(of.terms[0], 1), "renamed");
  EXPECT_EQ(comparer.key(of.terms[0], 2), "c");
  EXPECT_EQ(comparer.place(of.terms[0], 1), (Comparer::Place{true, b.model().node("renamed")}));
}

Lines sorted(Lines lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}
TEST(ComparisonProperties, TermsSumToTheDifferenceAndTurnTheirSigns) {
  std::map<TermKind, std::size_t> met;
  for_random_models(400, random_ranked_model, [&](const Model& model, Random& random) {
    const auto other = edited(model, random);
    const auto table = random_table(model, 4, random);
    const auto scores_a = score(model, read(model, table), {.keep = Keep::leaves});
    const auto scores_b = score(other, read(other, table), {.keep = random.one_in(2) ? Keep::leaves : Keep::totals});
    const Comparer forth(model, other), back(other, model);
    for (int i = 0; i < 8; ++i) {
      const RowPoints a(scores_a, random.below(scores_a.rows())), b(scores_b, random.below(scores_b.rows()));
      const auto of = forth.compare(a, b), turned = back.compare(b, a);
      if (!of.difference) continue;
      ASSERT_EQ(sum_of(of), of.difference->exact());
      for (const auto& term : of.terms) ++met[term.kind];
      Comparison negated;
      for (const auto& term : turned.terms)
        negated.terms.emplace_back(term.kind, term.cause, term.node_b(), term.node_a(), Amount(-term.value.exact()));
      ASSERT_EQ(sorted(text_of(of, model, other)), sorted(text_of(negated, model, other)));
    }
    for (int i = 0; i < 3; ++i) {
      const RowPoints row(scores_a, random.below(scores_a.rows()));
      ASSERT_TRUE(Comparer(model, model).compare(row, row).terms.empty());
    }
  });
  EXPECT_EQ(met.size(), names_of(TermKind{}).size());
}
}
}
