#pragma once
#include <algorithm>
#include <chiso/core/report.hpp>
#include <chiso/model/name_problems.hpp>
#include <chiso/model/weight_problems.hpp>
#include <chiso/model/weights.hpp>
#include <chiso/rule/scale_points.hpp>
#include <cstdint>
#include <string_view>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::vector<Weight> weights(const Model& model) {
  const auto nodes = model.nodes().first(model.criteria());
  std::vector<std::int64_t> sums(nodes.size() + 1, 0);  // of what stands directly in each group; at the end, of the top
  const auto sum_of = [&](const Criterion& node) -> std::int64_t& {
    return sums[node.parent == Criterion::none ? nodes.size() : node.parent];
  };
  for (const auto& node : nodes) sum_of(node) += node.points.quanta;
  std::vector<Weight> out(nodes.size());
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    const auto& node = nodes[at];
    out[at].node = at;
    out[at].points = node.points;
    const bool at_top = node.parent == Criterion::none;
    if (!at_top && (weighs_as_one(nodes[node.parent]) || !out[node.parent].local)) continue;
    out[at].local = Rational(node.points.quanta, sum_of(node));
    out[at].global = at_top ? *out[at].local : *out[node.parent].global * *out[at].local;
  }
  return out;
}

namespace detail {
/// Parts of a whole number in proportion to some weights, by largest remainder; of equal remainders the first.
CHISO_INLINE std::vector<std::int64_t> parts_of(std::int64_t whole, const std::vector<Rational>& weights) {
  Rational sum;
  for (const auto& weight : weights) sum = sum + weight;
  std::vector<std::int64_t> out;
  std::vector<std::pair<Rational, std::size_t>> left_over;
  auto rest = whole;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto exact = Rational(whole) * weights[i] / sum;
    const auto below = exact.floor();
    out.push_back(static_cast<std::int64_t>(below.as_ratio()->num));
    rest -= out.back();
    left_over.emplace_back(exact - below, i);
  }
  std::stable_sort(left_over.begin(), left_over.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < static_cast<std::size_t>(rest); ++i) ++out[left_over[i].second];
  return out;
}

class Reweighting {
 public:
  CHISO_INLINE explicit Reweighting(const Model& model) : model_(model), given_(model.criteria()), draft_(model.draft()) {}

  CHISO_INLINE void take(std::span<const GivenWeight> weights) {
    for (const auto& one : weights) {
      const auto here = report_.step(one.id);
      const auto node = model_.find(one.id);
      if (!node) {
        auto hint = report_.suggestion(one.id, [&] { return names(); });
        report_.add(problems::criterion_unknown, {one.id}).hint = std::move(hint);
        continue;
      }
      const auto text = one.weight ? one.weight->text() : one.written;
      if (!one.weight || one.weight->sign() <= 0) report_.add(problems::weight_value, {text});
      if (const auto whole = outer(*node)) {
        report_.add(problems::weight_inside, {Argument(*whole)});
      } else if (given_[*node]) {
        report_.add(problems::weight_twice, {Argument(second_weight, {text})});
      } else {
        given_[*node] = one.weight.value_or(1);  // any, so that its group does not lack one
      }
    }
  }
  /// Reports the groups of which some criteria have weights and others none.
  CHISO_INLINE void complete_groups() {
    for (std::size_t group = 0; group <= model_.criteria(); ++group) {
      const auto within = children(group == model_.criteria() ? Criterion::none : group);
      std::vector<std::size_t> without;
      for (const auto node : within)
        if (!given_[node]) without.push_back(node);
      if (!without.empty() && without.size() < within.size()) absent(group == model_.criteria() ? Criterion::none : group, without);
    }
  }
  /// Turns weights of the model into weights of groups: a group without one has the sum of those in it.
  CHISO_INLINE void gather() { gather_group(Criterion::none); }

  CHISO_INLINE Model build() {
    if (!report_.has_errors()) divide(draft_.criteria, Criterion::none, model_.points().quanta);
    if (report_.has_errors()) throw ModelError(report_.take_all());
    return Model::build(std::move(draft_));
  }

 private:
  static constexpr Words second_weight{"a second weight, {0}", "trọng số thứ hai, {0}"},
      also_in{"also a weight of '{0}'", "trọng số của cả '{0}'"}, in_group{"a criterion in '{0}'", "tiêu chí trong '{0}'"},
      an_entry{"an entry of bonus or penalty", "mục thưởng hoặc mục trừ"}, and_more{"{0} and {1} more", "{0} và {1} tiêu chí khác"};

  CHISO_INLINE std::span<const Criterion> nodes() const { return model_.nodes().first(model_.criteria()); }
  CHISO_INLINE std::vector<std::string_view> names() const {
    std::vector<std::string_view> out;
    for (const auto& node : nodes()) out.push_back(node.id);
    return out;
  }
  /// What stands directly in a group, or at the top.
  CHISO_INLINE std::vector<std::size_t> children(std::size_t group) const {
    std::vector<std::size_t> out;
    const auto end = group == Criterion::none ? model_.criteria() : nodes()[group].end;
    for (auto node = group == Criterion::none ? 0 : group + 1; node < end; node = nodes()[node].end) out.push_back(node);
    return out;
  }
  /// What is found of a node that has no weight of its own; empty if it has one.
  CHISO_INLINE std::optional<Argument> outer(std::size_t node) const {
    if (node >= model_.criteria()) return Argument(an_entry);
    std::optional<Argument> out;
    for (auto at = nodes()[node].parent; at != Criterion::none; at = nodes()[at].parent)
      if (weighs_as_one(nodes()[at])) out = Argument(in_group, {nodes()[at].id});  // the outermost is the one to weigh
    return out;
  }
  CHISO_INLINE void absent(std::size_t group, const std::vector<std::size_t>& without) {
    constexpr std::size_t most_named = 10;
    std::string named;
    for (std::size_t i = 0; i < without.size() && i < most_named; ++i)
      named.append(i > 0 ? ", '" : "'").append(nodes()[without[i]].id).append("'");
    const auto more = without.size() > most_named ? without.size() - most_named : 0;
    const auto all = more > 0 ? Argument(and_more, {named, more}) : Argument(named);
    if (group == Criterion::none) {
      report_.add(problems::weight_absent, {all});
    } else {
      const auto here = report_.step(nodes()[group].id);
      report_.add(problems::weight_absent, {all});
    }
  }
  CHISO_INLINE bool any_in(std::size_t node) const {
    return std::any_of(given_.begin() + static_cast<std::ptrdiff_t>(node) + 1,
                       given_.begin() + static_cast<std::ptrdiff_t>(nodes()[node].end), [](const auto& one) { return one.has_value(); });
  }
  /// The weight of a node or of what is in it; empty if it has none.
  CHISO_INLINE std::optional<Rational> gathered(std::size_t node) {
    const bool inside = any_in(node);
    if (!given_[node]) return inside ? std::optional(gather_group(node)) : std::nullopt;
    for (auto below = node + 1; inside && below < nodes()[node].end; ++below) {
      if (!given_[below]) continue;
      const auto here = report_.step(nodes()[below].id);
      report_.add(problems::weight_twice, {Argument(also_in, {nodes()[node].id})});
    }
    return given_[node];
  }
  CHISO_INLINE Rational gather_group(std::size_t group) {
    Rational sum;
    std::vector<std::size_t> without;
    for (const auto node : children(group)) {
      given_[node] = gathered(node);
      if (given_[node])
        sum = sum + *given_[node];
      else
        without.push_back(node);
    }
    if (!without.empty()) absent(group, without);
    return sum;
  }

  CHISO_INLINE std::int64_t quanta_of(std::size_t node) const { return nodes()[node].points.quanta; }
  CHISO_INLINE Decimal points(std::int64_t quanta) const { return as_decimal(Points{quanta}, model_.point_decimals()); }
  /// What quanta become where their group goes from some points to others.
  CHISO_INLINE std::int64_t in_proportion(std::int64_t quanta, std::int64_t before, std::int64_t now) const {
    return (Rational(quanta) * Rational(now) / Rational(before)).nearest_whole();
  }
  /// Divides quanta among the criteria that stand in a group, or at the top.
  CHISO_INLINE void divide(std::vector<CriterionDraft>& drafts, std::size_t group, std::int64_t quanta) {
    const auto within = children(group);
    std::vector<Rational> parts;
    for (const auto node : within) parts.push_back(given_[node] ? *given_[node] : Rational(quanta_of(node)));
    const auto divided = parts_of(quanta, parts);
    for (std::size_t i = 0; i < within.size(); ++i) bring(drafts[i], within[i], divided[i]);
  }
  /// Brings a criterion, and what is in it, to other points.
  CHISO_INLINE void bring(CriterionDraft& draft, std::size_t at, std::int64_t quanta) {
    const auto& node = nodes()[at];
    const auto before = node.points.quanta;
    if (quanta == 0) {
      const auto here = report_.step(node.id);
      report_.add(problems::weight_small, {given_[at] ? given_[at]->text() : points(before).text(), points(1).text()});
      return;
    }
    if (draft.points) draft.points = points(quanta);
    if (node.is_leaf()) return scale_points(*draft.rule, {.before = points(before), .now = points(quanta)}, model_.point_decimals());
    std::int64_t sum = 0;
    for (const auto child : children(at)) sum += quanta_of(child);
    switch (node.grouping) {
      case Grouping::sum: return divide(draft.criteria, at, quanta);
      case Grouping::scaled: draft.scale_to = points(quanta); return divide(draft.criteria, at, sum);
      case Grouping::limited:
        if (draft.cap) draft.cap = points(quanta);
        if (draft.at_least) draft.at_least = points(in_proportion(node.at_least.quanta, before, quanta));
        return divide(draft.criteria, at, in_proportion(sum, before, quanta));
      case Grouping::one_of: break;
    }
    const auto within = children(at);
    for (std::size_t i = 0; i < within.size(); ++i)
      bring(draft.criteria[i], within[i], in_proportion(quanta_of(within[i]), before, quanta));
  }

  const Model& model_;
  std::vector<std::optional<Rational>> given_;  // of each criterion
  ModelDraft draft_;
  Report report_{};
};
}

CHISO_INLINE Model with_weights(const Model& model, std::span<const GivenWeight> weights, WeightOf of) {
  detail::Reweighting reweighting(model);
  reweighting.take(weights);
  if (of == WeightOf::local)
    reweighting.complete_groups();
  else
    reweighting.gather();
  return reweighting.build();
}
}
