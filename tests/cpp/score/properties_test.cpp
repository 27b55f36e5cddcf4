// Properties of every model, tested on random ones: batches, the size of points, better evidence.
#include <algorithm>
#include <chiso/score/scorer.hpp>
#include <gtest/gtest.h>
#include <map>
#include <support/cells.hpp>
#include <support/random_batch.hpp>
#include <support/random_models.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// The columns that scoring fills, owned.
struct ScoredColumns {
  std::vector<std::int64_t> achieved, applicable, bonus, penalty;
  std::vector<std::uint8_t> incomplete;
  std::vector<std::vector<std::int64_t>> quanta;
  std::vector<std::vector<ItemState>> states;

  ScoredColumns(const Model& model, std::size_t rows)
      : achieved(rows),
        applicable(rows),
        bonus(rows),
        penalty(rows),
        incomplete(rows),
        quanta(model.items().size(), std::vector<std::int64_t>(rows)),
        states(model.items().size(), std::vector<ItemState>(rows)) {}
  /// The columns for some of the rows.
  ScoreColumns part(std::size_t first, std::size_t count) {
    const auto some = [&](auto& column) { return std::span(column).subspan(first, count); };
    ScoreColumns out{some(achieved), some(applicable), some(bonus), some(penalty), some(incomplete), {}, {}};
    for (std::size_t i = 0; i < quanta.size(); ++i) out.items.push_back({.quanta = some(quanta[i]), .states = some(states[i])});
    return out;
  }
  friend bool operator==(const ScoredColumns&, const ScoredColumns&) = default;
};
ScoredColumns scored_columns(const Model& model, const Batch& batch) {
  ScoredColumns out(model, batch.rows);
  Scorer(model).score(batch, out.part(0, batch.rows));
  return out;
}

Column part_of(Column column, std::size_t first, std::size_t count) {
  if (column.values.empty()) return column;
  column.values = column.values.subspan(first, count);
  if (!column.states.empty()) column.states = column.states.subspan(first, count);
  column.least = column.most = 0;
  for (const auto value : column.values.copied_as<std::int64_t>()) {
    column.least = std::min(column.least, value);
    column.most = std::max(column.most, value);
  }
  return column;
}
/// Some rows of a batch as a batch of their own, which knows the least and most of its own cells only.
Batch part_of(const Batch& batch, std::size_t first, std::size_t count) {
  Batch out{.rows = count};
  for (const auto& column : batch.measures) out.measures.push_back(part_of(column, first, count));
  for (const auto& column : batch.previous) out.previous.push_back(part_of(column, first, count));
  out.has_previous = batch.has_previous.subspan(first, count);
  for (const auto& column : batch.cohorts) out.cohorts.push_back({column.group_of_row.subspan(first, count), column.of_group});
  for (const auto& column : batch.stated) out.stated.push_back(part_of(column, first, count));
  out.tracks = batch.tracks.subspan(first, count);
  return out;
}

TEST(ScoreProperties, BatchesMergedEqualTheWholeInAnyOrder) {
  std::size_t in_another_arithmetic = 0;
  for_random_models(400, random_model, [&](const Model& model, Random& random) {
    const auto rows = random.one_in(20) ? 600 + random.below(600) : 2 + random.below(60);
    const RandomBatch evidence(model, rows, random);
    const Scorer scorer(model);
    const auto whole = scored_columns(model, evidence.batch);
    std::vector<std::pair<std::size_t, std::size_t>> parts;
    for (std::size_t first = 0; first < rows;) {
      const auto count = std::min<std::size_t>(1 + random.below(rows), rows - first);
      parts.emplace_back(first, count);
      first += count;
    }
    for (std::size_t i = parts.size(); i > 1; --i) std::swap(parts[i - 1], parts[random.below(i)]);
    ScoredColumns merged(model, rows);
    for (const auto& [first, count] : parts) {
      const auto batch = part_of(evidence.batch, first, count);
      scorer.score(batch, merged.part(first, count));
      in_another_arithmetic += scorer.widths(batch) != scorer.widths(evidence.batch) ? 1 : 0;
    }
    ASSERT_TRUE(merged == whole);
  });
  EXPECT_GT(in_another_arithmetic, cases(20));
}

/// A draft with all points multiplied by a power of ten. What a rule measures does not change; only `given` measures points, so its value
/// is multiplied too.
class PointsScaled {
 public:
  explicit PointsScaled(int exponent) : exponent_(exponent) {}

  ModelDraft operator()(ModelDraft draft) const {
    for (auto& criterion : draft.criteria) scale(criterion);
    for (auto* side : {&draft.adjustments.bonus, &draft.adjustments.penalty}) {
      if (!*side) continue;
      scale((*side)->cap);
      for (auto& entry : (*side)->entries) scale(entry.points), scale(entry.rule);
    }
    return draft;
  }

 private:
  void scale(Decimal& points) const { points = Decimal::fixed(points.digits() * Decimal::power(exponent_), points.scale()); }
  void scale(std::optional<Decimal>& points) const {
    if (points) scale(*points);
  }
  void scale(CriterionDraft& criterion) const {
    scale(criterion.points);
    scale(criterion.scale_to);
    scale(criterion.cap);
    scale(criterion.at_least);
    if (criterion.rule) scale(*criterion.rule);
    for (auto& child : criterion.criteria) scale(child);
  }
  void scale(Rule& rule) const {
    std::visit([&](auto& one) { fields(one); }, static_cast<AnyRule&>(rule));
  }
  /// The roles of the fields say which of them are points.
  template <Described T>
  void fields(T& of) const {
    for_each_field<T>([&](const auto& field) { member(of.*field.member, field.role); });
  }
  static bool in_points(Role role) { return role == Role::points || role == Role::base || role == Role::cap || role == Role::rate; }
  void member(Decimal& number, Role role) const {
    if (in_points(role)) scale(number);
  }
  void member(std::optional<Decimal>& number, Role role) const {
    if (in_points(role)) scale(number);
  }
  void member(std::vector<std::pair<std::string, Decimal>>& list, Role role) const {
    for (auto& [name, number] : list) member(number, role);
  }
  void member(Number& value, Role role) const {
    if (in_points(role)) value = Number(Decimal::fixed(Decimal::power(exponent_), 0).text() + " * (" + value.text + ")");
  }
  void member(Box<Rule>& rule, Role) const { scale(*rule); }
  template <Described T>
  void member(std::vector<T>& list, Role) const {
    for (auto& element : list) fields(element);
  }
  template <class T>
  void member(T&, Role) const {}
  int exponent_;
};

/// With as many decimals less, a quantum grows as the points do, so every quantum stays the same, including the rounded ones.
TEST(ScoreProperties, ScalingPointsAndQuantumTogetherChangesNoQuanta) {
  for_random_models(400, random_model, [](const Model& model, Random& random) {
    const auto exponent = 1 + static_cast<int>(random.below(4));
    auto draft = PointsScaled(exponent)(model.draft());
    draft.point_decimals -= exponent;
    Report report;
    const auto scaled = build(draft, report);
    if (!scaled) {  // `given` has grown over the limit of nodes
      for (const auto& problem : report.problems()) EXPECT_TRUE(problem.code().starts_with("expr.")) << to_text(problem);
      return;
    }
    const RandomBatch evidence(model, 1 + random.below(40), random);
    ASSERT_TRUE(scored_columns(*scaled, evidence.batch) == scored_columns(model, evidence.batch));
  });
}

/// Rules that give points only as they are written and never divide them: their results are whole quanta before rounding.
ModelDraft random_unshared_model(Random& random) {
  auto draft = random_model(random);
  RandomExpression expressions{random};
  const auto number = [&] { return Number(expressions.number(2)); };
  const auto truth = [&] { return Truth(expressions.truth(2)); };
  const auto rule = [&]() -> Rule {
    switch (random.below(6)) {
      case 0: return rules::Options{.value = Choice(expressions.choice(2)), .points = {{"x", 4}, {"y", 1.5}, {"z", 0}}};
      case 1: return rules::YesNo{.value = truth()};
      case 2: return rules::Checklist{.items = {truth(), truth(), truth()}, .mode = rules::Checklist::Mode::each, .each = 1.25};
      case 3:
        return rules::Tiers{.value = number(),
                            .tiers = {{.above = 90, .points = 4}, {.from = 1, .below = 70.5, .points = 0.000001}, {.points = 1}}};
      case 4: return rules::Steps{.value = number(), .base = 0.5, .from = 3, .every = 0.7, .add = 0.3, .cap = 3};
      default:
        return rules::SumOf{.parts = {{1, rules::YesNo{.value = truth()}},
                                      {4, rules::Steps{.value = number(), .base = 0, .from = 0, .every = 1, .add = 0.7}}}};
    }
  };
  for (auto* list : {&draft.criteria, &draft.criteria[0].criteria, &draft.criteria[0].criteria[1].criteria, &draft.criteria[1].criteria})
    for (auto& criterion : *list) {
      if (criterion.rule) criterion.rule = rule();
      criterion.scale_to.reset();  // a scaled group divides its points
    }
  draft.adjustments.bonus->entries[0].rule = rule();
  return draft;
}
TEST(ScoreProperties, PointsTimesTenGiveTenTimesTheQuanta) {
  for_random_models(400, random_unshared_model, [](const Model& model, Random& random) {
    const auto exponent = 1 + static_cast<int>(random.below(3));
    const auto scaled = Model::build(PointsScaled(exponent)(model.draft()));
    const RandomBatch evidence(model, 1 + random.below(40), random);
    auto expected = scored_columns(model, evidence.batch);
    for (auto* column : {&expected.achieved, &expected.applicable, &expected.bonus, &expected.penalty})
      for (auto& quanta : *column) quanta *= Decimal::power(exponent);
    for (auto& column : expected.quanta)
      for (auto& quanta : column) quanta *= Decimal::power(exponent);
    ASSERT_TRUE(scored_columns(scaled, evidence.batch) == expected);
  });
}

/// Rules of at most 4 points that never earn less for a greater x.
struct RandomMonotoneRule {
  Random& random;

  std::string rising() {
    static const std::vector<std::string> some{"x",
                                               "x / 3",
                                               "percent(x, 70)",
                                               "2.5 * x - 7",
                                               "floor(x / 2)",
                                               "min(x, 50)",
                                               "max(x, -3, y)",
                                               "x + y",
                                               "if_else(x > 10, x, 10)",
                                               "abs(max(x, 0))",
                                               "-(7 - x)",
                                               "clamp(x, 1, 20)"};
    return random.of(some);
  }
  Number falling() { return Number("-(" + rising() + ")"); }
  Truth truth() { return Truth(rising() + (random.one_in(2) ? " > " : " >= ") + decimal(0, 900).text()); }
  /// With one decimal.
  Decimal decimal(std::int64_t least, std::int64_t most) { return Decimal::fixed(random.within(least, most), 1); }

  Rule rule(int nesting = 0) {
    const auto value = Number(rising());
    const auto low = decimal(-50, 400), high = Decimal::fixed(low.scaled(1).value() + random.within(1, 600), 1);
    const auto floor = random.one_in(2) ? std::optional(Decimal::fixed(random.within(*low.scaled(1), *high.scaled(1)), 1)) : std::nullopt;
    const std::vector<Truth> items{truth(), truth(), truth()};
    switch (random.below(nesting < 2 ? 14 : 12)) {
      case 0: return rules::YesNo{.value = truth()};
      case 1: return rules::Checklist{.items = items, .mode = static_cast<rules::Checklist::Mode>(random.below(3))};
      case 2: return rules::Checklist{.items = items, .mode = rules::Checklist::Mode::each, .each = decimal(1, 20)};
      case 3:
        return rules::Tiers{
            .value = value,
            .tiers = {{.above = high, .points = decimal(21, 40)}, {.from = low, .points = decimal(9, 21)}, {.points = decimal(0, 9)}}};
      case 4: return rules::Proportional{.value = value, .zero_at = low, .full_at = high, .floor = floor};
      case 5: return rules::Proportional{.value = falling(), .zero_at = high, .full_at = low, .floor = floor};
      case 6:
        return rules::Steps{
            .value = value, .base = decimal(0, 10), .from = low, .every = decimal(1, 90), .add = decimal(1, 9), .cap = decimal(10, 40)};
      case 7: return rules::PerItem{.value = value, .each = decimal(1, 20)};
      case 8: return rules::Deduct{.value = falling(), .each = decimal(1, 20), .at_least = decimal(0, 40)};
      case 9: return rules::Target{.value = value, .target = Number(high.text())};
      case 10: return rules::Given{.value = value, .clamp = true};
      case 11: return rules::Survey{.answers = {{"many", decimal(500, 1000)}, {"few", decimal(0, 500)}}};
      case 12: return rules::BestOf{.parts = {{4, rule(nesting + 1)}, {4, rule(nesting + 1)}}};
      default: return rules::SumOf{.parts = {{4, rule(nesting + 1)}, {4, rule(nesting + 1)}}};
    }
  }
};
ModelDraft random_monotone_model(Random& random) {
  using enum MeasureType;
  RandomMonotoneRule rules{random};
  ModelDraft out{.id = "monotone",
                 .undefined = WhenUndefined::zero,
                 .measures = {{"x", {.type = decimal, .decimals = 1}},
                              {"y", {.type = decimal, .decimals = 1}},
                              {"many", {.type = count}},
                              {"few", {.type = count}}},
                 .criteria = {}};
  for (const auto* id : {"1", "2", "3"}) out.criteria.push_back(leaf(id, 4, rules.rule()));
  return out;
}

/// The answers to a survey are better if more of the same number have a greater percentage.
TEST(ScoreProperties, AGreaterValueNeverEarnsLess) {
  std::map<std::string_view, std::size_t> rose;
  for_random_models(500, random_monotone_model, [&](const Model& model, Random& random) {
    std::vector<std::int64_t> values(30);
    for (auto& value : values) value = random.one_in(3) ? 10 * random.within(-20, 90) : random.within(-200, 900);
    std::sort(values.begin(), values.end());
    const auto y = random.within(-100, 300);
    std::vector<TestCell> x_cells, y_cells, many, few;
    for (std::size_t row = 0; row < values.size(); ++row) {
      x_cells.emplace_back(values[row]);
      y_cells.emplace_back(y);
      many.emplace_back(static_cast<std::int64_t>(row));
      few.emplace_back(static_cast<std::int64_t>(values.size() - row));
    }
    Cells owned;
    Batch batch{.rows = values.size(),
                .measures = {owned.column(x_cells, 1), owned.column(y_cells, 1), owned.column(many), owned.column(few)}};
    for (const auto& term : model.derived().cohorts)  // the leader is the last row
      batch.cohorts.push_back(owned.cohort(std::vector<std::uint32_t>(values.size()), {evaluate(term.of, batch, values.size() - 1)}));
    const auto scored = scored_columns(model, batch);
    for (std::size_t item = 0; item < model.items().size(); ++item)
      for (std::size_t row = 1; row < values.size(); ++row) {
        const auto less = scored.quanta[item][row - 1], more = scored.quanta[item][row];
        EXPECT_LE(less, more) << model.nodes()[model.items()[item]].rule << " from x = " << values[row - 1] << " to " << values[row];
        rose[model.nodes()[model.items()[item]].rule] += less < more ? 1 : 0;
      }
  });
  EXPECT_EQ(rose.size(), 12U);  // those that RandomMonotoneRule makes
  for (const auto& [rule, times] : rose) EXPECT_GT(times, 20U) << rule;
}
}
