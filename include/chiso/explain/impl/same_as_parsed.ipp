#pragma once
#include <algorithm>
#include <chiso/model/model.hpp>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Whether what an expression reads must be the same as well, or only have the same name.
enum class WhatIsRead : std::uint8_t { same, of_same_name };
/// Whether pieces of two models mean the same as they were parsed, whatever their places in the two files, the spelling of
/// numbers and the texts for people.
class SameAsParsed {
 public:
  CHISO_INLINE SameAsParsed(const Model& a, const Model& b, WhatIsRead read = WhatIsRead::same) : a_(a), b_(b), read_(read) {
    add(a.draft().criteria, drafts_a_);
    add(b.draft().criteria, drafts_b_);
    rules_a_ = rules_of(a, drafts_a_);
    rules_b_ = rules_of(b, drafts_b_);
  }

  /// Two leaves, or two entries: their points, rules, conditions on them and above them, policies, tracks, and all that these read.
  CHISO_INLINE bool items(std::size_t node_a, std::size_t node_b) const {
    return points(a_.nodes()[node_a].points, b_.nodes()[node_b].points) && rules(node_a, node_b) && conditions(node_a, node_b);
  }
  /// What two nodes count for: the points of items; the `scale_to`, `cap` and `at_least` of groups.
  CHISO_INLINE bool weights(std::size_t node_a, std::size_t node_b) const {
    const auto &a = a_.nodes()[node_a], &b = b_.nodes()[node_b];
    if (!a.is_group() && !b.is_group()) return points(a.points, b.points);
    return a.is_group() && b.is_group() && limits(node_a, node_b);
  }
  /// How two nodes are marked, whatever they count for and stand in: a rule, with policies and tracks, or a group with `one_of` or without;
  /// and the condition on the node itself.
  CHISO_INLINE bool marking(std::size_t node_a, std::size_t node_b) const {
    const auto &a = a_.nodes()[node_a], &b = b_.nodes()[node_b];
    const bool same_condition =
        a.applies_when && b.applies_when ? programs(*a.applies_when, *b.applies_when) : !a.applies_when && !b.applies_when;
    if (a.is_group() || b.is_group())
      return a.is_group() && b.is_group() && same_condition && (a.grouping == Grouping::one_of) == (b.grouping == Grouping::one_of);
    return same_condition && (rules(node_a, node_b) || written_alike(node_a, node_b));
  }
  /// How two groups count what is in them; not what that is.
  CHISO_INLINE bool groupings(std::size_t node_a, std::size_t node_b) const {
    return a_.nodes()[node_a].grouping == b_.nodes()[node_b].grouping && limits(node_a, node_b);
  }
  /// The conditions of two nodes, and those above them.
  CHISO_INLINE bool conditions(std::size_t node_a, std::size_t node_b) const {
    const auto of_a = conditions_of(a_, node_a), of_b = conditions_of(b_, node_b);
    return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                      [&](const Program* a, const Program* b) { return programs(*a, *b); });
  }
  CHISO_INLINE bool points(Points a, Points b) const { return as_decimal(a, a_.point_decimals()) == as_decimal(b, b_.point_decimals()); }
  CHISO_INLINE bool caps(const std::optional<Points>& a, const std::optional<Points>& b) const {
    return a && b ? points(*a, *b) : !a && !b;
  }

 private:
  CHISO_INLINE static std::vector<const Program*> conditions_of(const Model& model, std::size_t node) {
    std::vector<const Program*> out;
    for (auto at = node; at != Criterion::none; at = model.nodes()[at].parent)
      if (const auto& when = model.nodes()[at].applies_when) out.push_back(&*when);
    return out;
  }
  CHISO_INLINE static bool policies(const Policies& a, const Policies& b) {
    return a.not_applicable == b.not_applicable && a.missing == b.missing && a.undefined == b.undefined;
  }
  CHISO_INLINE bool tracks(const Criterion& a, const Criterion& b) const {
    const auto names = [](const Model& model, const Criterion& of) {
      std::vector<std::string> out;
      for (const auto track : of.tracks) out.push_back(model.tracks()[track]);
      std::sort(out.begin(), out.end());
      return out;
    };
    return names(a_, a) == names(b_, b);
  }

  CHISO_INLINE bool limits(std::size_t group_a, std::size_t group_b) const {
    const auto &a = *drafts_a_[group_a], &b = *drafts_b_[group_b];
    return a.scale_to == b.scale_to && a.cap == b.cap && a.at_least.value_or(0) == b.at_least.value_or(0);
  }

  // ---- rules
  CHISO_INLINE bool rules(std::size_t node_a, std::size_t node_b) const {
    const auto &a = a_.nodes()[node_a], &b = b_.nodes()[node_b];
    return a.rule == b.rule && shapes(a.shape, b.shape) && policies(a.policies, b.policies) && tracks(a, b);
  }
  CHISO_INLINE bool points(const std::vector<Points>& a, const std::vector<Points>& b) const {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](Points x, Points y) { return points(x, y); });
  }
  /// Numbers in quanta.
  CHISO_INLINE bool in_points(const Rational& a, const Rational& b) const {
    return a * Rational(Decimal::power(b_.point_decimals())) == b * Rational(Decimal::power(a_.point_decimals()));
  }
  static bool ranges(const Range& a, const Range& b) { return a.lower == b.lower && a.upper == b.upper; }
  CHISO_INLINE bool shapes(const Shape& a, const Shape& b) const {
    if (a.index() != b.index()) return false;
    return std::visit([&]<class S>(const S& shape) { return same(shape, std::get<S>(static_cast<const AnyShape&>(b))); },
                      static_cast<const AnyShape&>(a));
  }
  CHISO_INLINE bool same(const shapes::Lookup& a, const shapes::Lookup& b) const {
    return programs(a.value, b.value) && points(a.points, b.points);
  }
  CHISO_INLINE bool same(const shapes::Bands& a, const shapes::Bands& b) const {
    return programs(a.value, b.value) &&
           std::equal(a.bands.begin(), a.bands.end(), b.bands.begin(), b.bands.end(),
                      [&](const auto& x, const auto& y) { return ranges(x.range, y.range) && points(x.points, y.points); });
  }
  CHISO_INLINE bool same(const shapes::AffineClamp& a, const shapes::AffineClamp& b) const {
    const bool floors = a.floor && b.floor ? a.floor->at == b.floor->at && a.floor->rising == b.floor->rising : !a.floor && !b.floor;
    return floors && programs(a.value, b.value) && in_points(a.slope, b.slope) && in_points(a.offset, b.offset) &&
           points(a.least, b.least) && points(a.most, b.most);
  }
  CHISO_INLINE bool same(const shapes::Steps& a, const shapes::Steps& b) const {
    return programs(a.value, b.value) && a.slope == b.slope && a.offset == b.offset && points(a.base, b.base) && points(a.add, b.add) &&
           points(a.cap, b.cap);
  }
  CHISO_INLINE bool same(const shapes::Target& a, const shapes::Target& b) const {
    return programs(a.value, b.value) && programs(a.target, b.target) && programs(a.leader, b.leader) && points(a.most, b.most);
  }
  CHISO_INLINE bool same(const shapes::Combine& a, const shapes::Combine& b) const {
    const auto counts = [&](const auto& x, const auto& y) {
      return std::equal(x.counts.begin(), x.counts.end(), y.counts.begin(), [&](const auto& p, const auto& q) { return caps(p, q); });
    };
    return a.by == b.by && points(a.least, b.least) && points(a.most, b.most) &&
           std::equal(a.of_part.begin(), a.of_part.end(), b.of_part.begin(), b.of_part.end(), counts) &&
           std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                      [&](const Shape& x, const Shape& y) { return shapes(x, y); });
  }

  /// Whether two items have the same rule as it is written, though its shape may differ with their points.
  CHISO_INLINE bool written_alike(std::size_t node_a, std::size_t node_b) const {
    const auto &a = a_.nodes()[node_a], &b = b_.nodes()[node_b];
    std::vector<const Program*> of_a, of_b;
    for_each_program(a.shape, [&](const Program& program) { of_a.push_back(&program); });
    for_each_program(b.shape, [&](const Program& program) { of_b.push_back(&program); });
    return *rules_a_[a.item] == *rules_b_[b.item] && policies(a.policies, b.policies) && tracks(a, b) &&
           std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                      [&](const Program* x, const Program* y) { return programs(*x, *y); });
  }

  // ---- expressions, and what they read
  CHISO_INLINE bool programs(const Program& a, const Program& b) const { return programs(a, b, a_.measures(), b_.measures()); }
  CHISO_INLINE bool programs(const Program& a, const Program& b, const Measures& of_a, const Measures& of_b) const {
    return std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                      [&](const Node& x, const Node& y) { return nodes(x, y, of_a, of_b); });
  }
  CHISO_INLINE bool nodes(const Node& x, const Node& y, const Measures& of_a, const Measures& of_b) const {
    if (x.op != y.op) return false;
    const auto &a = a_.derived(), &b = b_.derived();
    const auto i = static_cast<std::size_t>(x.index), k = static_cast<std::size_t>(y.index);
    switch (x.op) {
      case Op::literal: return Decimal(x.digits, x.scale) == Decimal(y.digits, y.scale);
      case Op::measure: return measures(of_a[i], of_b[k]);
      case Op::previous_measure: return measures(a_.measures()[a.previous[i]], b_.measures()[b.previous[k]]);
      case Op::parameter: return parameters(i, k);
      case Op::previous_parameter: return parameters(a.previous_parameters[i], b.previous_parameters[k]);
      case Op::below: return terms(a.below[i], b.below[k]);
      case Op::previous_below: return terms(a.below[a.previous_below[i]], b.below[b.previous_below[k]]);
      case Op::cohort: return a.cohorts[i].function == b.cohorts[k].function && programs(a.cohorts[i].of, b.cohorts[k].of);
      default: return x.index == y.index && x.scale == y.scale;  // options are those of a measure, which is the same
    }
  }
  CHISO_INLINE bool measures(const Measure& a, const Measure& b) const {
    if (read_ == WhatIsRead::of_same_name) return a.name == b.name;
    return a.name == b.name && a.type == b.type && a.decimals == b.decimals && a.options == b.options && a.min == b.min && a.max == b.max &&
           a.excess == b.excess;
  }
  CHISO_INLINE bool terms(const BelowTerm& a, const BelowTerm& b) const {
    const auto &of_a = a_.derived().tables[a.table], &of_b = b_.derived().tables[b.table];
    return a.function == b.function && of_a.name == of_b.name &&
           (read_ == WhatIsRead::of_same_name ||
            std::equal(of_a.measures.begin(), of_a.measures.end(), of_b.measures.begin(), of_b.measures.end(),
                       [&](const Measure& x, const Measure& y) { return measures(x, y); })) &&
           programs(a.of, b.of, of_a.measures, of_b.measures);
  }
  CHISO_INLINE bool parameters(std::size_t i, std::size_t k) const {
    const auto &a = a_.derived().parameters[i], &b = b_.derived().parameters[k];
    if (read_ == WhatIsRead::of_same_name) return a.name() == b.name();
    const bool by_choice = a.by() == Parameter::By::choice;
    return a.name() == b.name() && a.by() == b.by() && a.otherwise() == b.otherwise() && values(i, a_) == values(k, b_) &&
           (!by_choice || measures(a_.measures()[a.measure()], b_.measures()[b.measure()]));
  }
  CHISO_INLINE static std::vector<std::pair<std::string, Decimal>> values(std::size_t parameter, const Model& model) {
    auto out = model.draft().parameters[parameter].second.values;
    std::sort(out.begin(), out.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
    return out;
  }

  CHISO_INLINE static void add(const std::vector<CriterionDraft>& criteria, std::vector<const CriterionDraft*>& to) {
    for (const auto& one : criteria) {
      to.push_back(&one);
      add(one.criteria, to);
    }
  }

  /// The rules of the items: leaves, then entries.
  CHISO_INLINE static std::vector<const Rule*> rules_of(const Model& model, const std::vector<const CriterionDraft*>& criteria) {
    std::vector<const Rule*> out;
    for (const auto* one : criteria)
      if (one->rule) out.push_back(&*one->rule);
    for (const auto* side : {&model.draft().adjustments.bonus, &model.draft().adjustments.penalty})
      if (*side)
        for (const auto& entry : (*side)->entries) out.push_back(&entry.rule);
    return out;
  }

  const Model &a_, &b_;
  WhatIsRead read_;
  std::vector<const CriterionDraft*> drafts_a_{}, drafts_b_{};  // of the criteria, by node
  std::vector<const Rule*> rules_a_{}, rules_b_{};              // by item
};
}
