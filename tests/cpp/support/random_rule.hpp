#pragma once
#include <chiso/rule/rule.hpp>
#include <support/random_expression.hpp>

namespace chiso_test {
/// A random rule of at most 4 points over RandomExpression's measures, with no load error but, now and then, a nested part's.
struct RandomRule {
  Random& random;
  int depth = 2;

  chiso::Rule rule(int nesting = 0) {
    using namespace chiso;
    RandomExpression expression{random};
    const auto number = [&] { return Number(expression.number(depth)); };
    const auto truth = [&] { return Truth(expression.truth(depth)); };
    switch (random.below(nesting < 2 ? 15 : 12)) {
      case 0: return Options{.value = Choice(expression.choice(depth)), .points = {{"x", 4}, {"y", 1.5}, {"z", 0}}};
      case 1: return YesNo{.value = truth()};
      case 2: return Checklist{.items = {truth(), truth(), truth()}, .mode = static_cast<Checklist::Mode>(random.below(3))};
      case 3: return Checklist{.items = {truth(), truth()}, .mode = Checklist::Mode::each, .each = 1.25};
      case 4:
        return Tiers{.value = number(),
                     .tiers = {{.above = 90, .points = 4},
                               {.from = 70.5, .to = 80, .points = 2},
                               {.from = 1, .below = 70.5, .points = 1},
                               {.points = 0.25}}};
      case 5: return Proportional{.value = number(), .zero_at = 10, .full_at = 90, .floor = 33.3};
      case 6: return Proportional{.value = number(), .zero_at = 100, .full_at = 7};
      case 7: return StepsRule{.value = number(), .base = 0.5, .from = 3, .every = 0.7, .add = 0.3, .cap = 3};
      case 8: return PerItem{.value = number(), .each = 0.3};
      case 9: return Deduct{.value = number(), .each = 0.7, .at_least = 1};
      case 10:
        return TargetRule{.value = Number(RandomExpression{random, false}.number(1)),
                          .target = Number(RandomExpression{random, false}.number(1))};
      case 11: return Given{.value = number(), .clamp = true};
      case 12: return Survey{.answers = {{"a", 100}, {"b", 60.5}, {"c", 0}}};
      case 13: return BestOf{.parts = {{3, rule_within(3, nesting)}, {2, rule_within(2, nesting)}}};
      default: return SumOf{.parts = {{1, rule_within(1, nesting)}, {4, rule_within(4, nesting)}}};
    }
  }
  /// A rule whose points fit a part that gives less.
  chiso::Rule rule_within(int most, int nesting) {
    using namespace chiso;
    if (most == 4) return rule(nesting + 1);
    RandomExpression expression{random};
    if (random.one_in(3)) return Proportional{.value = Number(expression.number(depth)), .full_at = 3};
    if (random.one_in(2)) return YesNo{.value = Truth(expression.truth(depth))};
    return PerItem{.value = Number(expression.number(depth)), .each = 0.1};
  }
};
}
