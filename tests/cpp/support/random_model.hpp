#pragma once
#include <chiso/model/model.hpp>
#include <string>
#include <support/random_batch.hpp>
#include <support/random_rule.hpp>
#include <utility>
#include <vector>

namespace chiso_test {
/// A random draft over the measures of RandomExpression: groups, of which one is scaled and others may be capped, raised or a choice;
/// gates, tracks, policies, a bonus.
inline chiso::ModelDraft random_model(Random& random) {
  using namespace chiso;
  RandomRule rules{random, 2};
  RandomExpression expressions{random};
  const auto leaf_of = [&](const std::string& id) {
    auto out = leaf(id, 4, rules.rule());
    if (random.one_in(4)) out.applies_when = Truth(expressions.truth(2));
    if (random.one_in(5)) out.tracks = std::vector<std::string>{"one"};
    out.not_applicable = static_cast<WhenNotApplicable>(random.below(3));
    out.missing = static_cast<WhenMissing>(random.below(3));
    out.undefined = static_cast<WhenUndefined>(random.below(4));
    return out;
  };
  std::vector<CriterionDraft> inner{leaf_of("1"), leaf_of("2")}, scaled{leaf_of("3"), leaf_of("4")};
  CriterionOptions gate{};
  if (random.one_in(2)) gate.applies_when = Truth(expressions.truth(2));
  gate.undefined = WhenUndefined::zero;
  gate.one_of = random.one_in(3);
  if (gate.one_of && !inner[0].applies_when) inner[0].applies_when = Truth(expressions.truth(2));
  CriterionOptions limits{};
  if (random.one_in(3)) limits.cap = Decimal(static_cast<int>(1 + random.below(8)));
  if (random.one_in(4)) limits.at_least = limits.cap && random.one_in(2) ? *limits.cap : Decimal(static_cast<int>(random.below(2)));
  return {.id = "random",
          .tracks = std::vector<Item>{"one", "two"},
          .measures = random_measures(),
          .criteria = {group("a", {leaf_of("0"), group("b", std::move(inner), gate)}, limits),
                       group("c", std::move(scaled), {.scale_to = 7}), leaf_of("5")},
          .adjustments = {.bonus = SideDraft{.cap = 2, .entries = {{.id = "more", .points = 4, .rule = rules.rule()}}}}};
}

/// A random value of an enumeration.
template <class E>
E random_kind(Random& random) {
  return static_cast<E>(random.below(names_of(E{}).size()));
}

/// Such a draft with everything that ranks, classes and averages read: blocks, fallback, publishing, ranking, classes and vetoes, a
/// penalty. Leaves have a policy of their own or the model's.
inline chiso::ModelDraft random_ranked_model(Random& random) {
  using namespace chiso;
  auto out = random_model(random);
  RandomRule rules{random, 1};
  RandomExpression expressions{random};
  for (auto& criterion : out.criteria) {
    if (random.one_in(2)) criterion.not_applicable.reset();
    if (random.one_in(2)) criterion.missing.reset();
    if (random.one_in(2)) criterion.undefined.reset();
  }
  if (random.one_in(2)) out.not_applicable = random_kind<WhenNotApplicable>(random);
  if (random.one_in(2)) out.missing = random_kind<WhenMissing>(random);
  out.undefined = random_kind<WhenUndefined>(random);
  if (random.one_in(2)) out.fallback = {{"two", {"one"}}};
  if (random.one_in(2)) out.blocks = std::vector<Item>{"communes", "offices"};
  out.publish = {.decimals = static_cast<int>(random.below(3)),
                 .points = {},
                 .scale = 100,
                 .rounding = random_kind<Rounding>(random),
                 .may_exceed_100 = random.one_in(2)};
  if (random.one_in(3)) out.stated_points = StatedPoints::accept;
  if (random.one_in(2))
    out.adjustments.bonus->entries.push_back({.id = "still-more", .points = 4, .applies_when = Truth("t"), .rule = rules.rule()});
  if (random.one_in(2))
    out.adjustments.penalty = SideDraft{
        .cap = 3, .entries = {{.id = "less", .points = 4, .rule = rules.rule()}, {.id = "least", .points = 4, .rule = rules.rule()}}};
  out.ranking = {.key = random_kind<RankKey>(random), .ties = random_kind<Ties>(random)};
  for (const auto* id : {"c", "1", "5"})
    if (random.one_in(3)) out.ranking.tie_break.emplace_back(id);
  auto more = random;  // a copy, so that what is drawn behind it stays as it was before models had this
  RandomExpression values{more};
  while (more.one_in(3)) {
    const auto place = static_cast<std::ptrdiff_t>(more.below(out.ranking.tie_break.size() + 1));
    out.ranking.tie_break.insert(out.ranking.tie_break.begin() + place,
                                 TieBreakDraft{.value = Number(values.number(2)), .order = random_kind<ValueOrder>(more)});
  }
  if (random.one_in(4)) return out;
  const auto on = random_kind<ClassOn>(random);
  static const std::vector<std::pair<Decimal, Decimal>> ends{{60, 30}, {60, 30}, {12, 6}, {2, 5}, {0.25, 0.5}};  // indexed by ClassOn
  const auto band = [&](const char* id, const Decimal& end) {
    BandDraft made{.id = id};
    (on == ClassOn::rank || on == ClassOn::rank_share ? made.to : made.from) = end;
    return made;
  };
  const auto& [good, fair] = ends[static_cast<std::size_t>(on)];
  out.classes = ClassesDraft{.on = on, .bands = {band("good", good), band("fair", fair), {.id = "low"}}};
  if ((on == ClassOn::published || on == ClassOn::points) && random.one_in(2)) out.classes->decimals = static_cast<int>(random.below(3));
  if (out.blocks && random.one_in(2)) out.classes->by_block = {{"offices", {{.id = "good", .from = 1}, {.id = "low"}}}};
  if (random.one_in(2)) out.classes->vetoes.push_back({.when = Truth(expressions.truth(1)), .at_most = "low"});
  if (random.one_in(2))
    out.classes->vetoes.push_back({.criterion = random.one_in(2) ? Ids{"b"} : Ids{"3", "5"}, .below = 40, .at_most = "low"});
  if (random.one_in(3)) out.classes->vetoes.push_back({.criterion = Ids{"1", "3", "5"}, .below = 40, .at_least = 2, .at_most = "low"});
  for (auto& one : out.classes->bands)
    if (one.id != "low" && more.one_in(4)) one.requirement = Truth(values.truth(1));
  if (!out.classes->by_block.empty() && more.one_in(2)) out.classes->by_block[0].second[0].requirement = Truth(values.truth(1));
  for (const auto* id : {"good", "fair"}) {
    if (more.one_in(2) || (id[0] == 'f' && !out.classes->by_block.empty())) continue;
    QuotaDraft quota{.class_id = id, .at_most = more.of(std::vector<Decimal>{0, 25, 33.4, 50, 50, 80})};
    if (more.one_in(2)) quota.of = std::vector<std::string>{"good", "low"};
    out.classes->quotas.push_back(std::move(quota));
  }
  if (random.one_in(3)) out.publish.points = static_cast<int>(random.below(4));
  if (random.one_in(4)) out.publish.scale = random.one_in(2) ? Decimal(5) : Decimal(12.5);
  return out;
}
}
