#pragma once
#include <algorithm>
#include <chiso/model/criteria_problems.hpp>
#include <chiso/model/impl/class_builder.ipp>
#include <chiso/model/impl/measure_builder.ipp>
#include <chiso/model/impl/model_data.ipp>
#include <chiso/model/impl/name_lists.ipp>
#include <chiso/model/impl/text_check.ipp>
#include <chiso/model/impl/warnings.ipp>
#include <chiso/model/model.hpp>
#include <unordered_set>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace limits {
inline constexpr std::size_t levels = 64;
inline constexpr std::size_t nodes = 100'000;
inline constexpr std::int64_t points = 1'000'000;
}

/// Checks a draft and makes a model of it in one walk. Parts that could not be read are not checked again.
class ModelBuilder {
 public:
  CHISO_INLINE ModelBuilder(ModelDraft draft, Report& report)
      : report_(report), data_(std::make_shared<ModelData>(ModelData{.draft = std::move(draft)})), draft_(data_->draft) {}

  CHISO_INLINE std::optional<Model> run() {
    TextCheck{report_}(draft_);
    head();
    data_->measures = build_measures(draft_, report_);
    data_->tracks = build_tracks(draft_, report_);
    data_->fallback = build_fallback(draft_, data_->tracks, report_);
    data_->blocks = build_blocks(draft_, report_);
    tree();
    side("bonus", draft_.adjustments.bonus, NodeKind::bonus, data_->bonus_cap);
    side("penalty", draft_.adjustments.penalty, NodeKind::penalty, data_->penalty_cap);
    ranking();
    if (draft_.classes) data_->classes = classes();
    if (report_.has_errors()) return {};
    ModelWarnings{draft_, *data_, report_}.run();
    for (const auto& problem : report_.problems())
      if (problem.severity == Severity::warning) data_->warnings.push_back(problem);
    return Model(std::move(data_));
  }

 private:
  CHISO_INLINE bool clean(std::string_view member) {
    const auto step = report_.step(member);
    return report_.clean_here();
  }
  CHISO_INLINE void problem(std::string_view member, const ProblemEntry& entry, Arguments arguments = {}) {
    const auto step = report_.step(member);
    report_.add(entry, std::move(arguments));
  }
  CHISO_INLINE void decimals_within_9(std::string_view member, int value) {
    if (clean(member) && (value < 0 || value > 9)) problem(member, problems::decimals_range, {value});
  }

  CHISO_INLINE void head() {
    if (clean("chiso") && draft_.chiso != 1) problem("chiso", problems::format_unknown, {draft_.chiso});
    if (clean("id") && !is_id(draft_.id)) problem("id", problems::id_name, {draft_.id, phrases::id});
    decimals_within_9("point_decimals", draft_.point_decimals);
    decimals_ = draft_.point_decimals >= 0 && draft_.point_decimals <= 9 ? draft_.point_decimals
                                                                         : 9;  // otherwise each number would be a second problem
    const auto in = report_.step("publish");
    decimals_within_9("decimals", draft_.publish.decimals);
  }

  // ---- the tree
  CHISO_INLINE void tree() {
    const auto list = report_.step("criteria");
    if (draft_.criteria.empty() && report_.clean_here()) report_.add(problems::criteria_none);
    const Policies policies{.not_applicable = draft_.not_applicable.value_or(WhenNotApplicable::exclude),
                            .missing = draft_.missing.value_or(WhenMissing::incomplete),
                            .undefined = draft_.undefined};
    data_->points = children(draft_.criteria, Criterion::none, 0, policies, false);
    data_->criteria = data_->nodes.size();
    data_->leaves = data_->items.size();
  }
  /// Adds criteria and what is below them. Returns the sum of their points.
  CHISO_INLINE Points children(const std::vector<CriterionDraft>& list, std::size_t parent, int depth, const Policies& policies,
                               bool gate_may_be_undefined) {
    int128 sum = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto step = report_.step(i);
      sum += criterion(list[i], parent, depth, policies, gate_may_be_undefined).quanta;
    }
    if (sum > int128{limits::points} * Decimal::power(decimals_) || sum > most_quanta) {
      report_.add(problems::points_sum, {Decimal(sum, decimals_).text(), phrases::most_points});
      return {};
    }
    return {static_cast<std::int64_t>(sum)};
  }
  CHISO_INLINE Points criterion(const CriterionDraft& draft, std::size_t parent, int depth, Policies policies, bool gate_may_be_undefined) {
    const auto index = data_->nodes.size();
    if (index >= limits::nodes || depth >= static_cast<int>(limits::levels)) {
      if (!std::exchange(over_the_limit_, true))
        report_.add(problems::criteria_limit,
                    {depth >= 64 ? phrases::one_level_more : phrases::one_criterion_more, phrases::most_levels_and_nodes});
      return {};
    }
    auto& node = data_->nodes.emplace_back();
    node.parent = parent;
    node.depth = depth;
    common(node, draft, index);
    node.kind = draft.criteria.empty() && (draft.rule || !clean("rule") || clean("criteria")) ? NodeKind::leaf : NodeKind::group;
    if (draft.not_applicable) policies.not_applicable = *draft.not_applicable;
    if (draft.missing) policies.missing = *draft.missing;
    if (draft.undefined) policies.undefined = draft.undefined;
    node.policies = policies;
    gate_may_be_undefined = gate_may_be_undefined || (node.applies_when && node.applies_when->may_be_undefined);
    const auto points =
        node.kind == NodeKind::group ? group(draft, index, policies, gate_may_be_undefined) : leaf(draft, index, gate_may_be_undefined);
    data_->nodes[index].points = points;
    data_->nodes[index].end = data_->nodes.size();
    return points;
  }
  /// What a criterion and an entry share: id, number, former ids, applies_when.
  template <class Draft>
  void common(Criterion& node, const Draft& draft, std::size_t index) {
    node.id = draft.id;
    node.number = draft.number.value_or("");
    node.was = draft.was;
    node.about = draft.about;
    if (clean("id")) {
      if (!is_id(draft.id))
        problem("id", problems::id_name, {draft.id, phrases::id_of_criterion});
      else if (!data_->by_id.try_emplace(draft.id, index).second)
        problem("id", problems::id_duplicate, {draft.id, phrases::own_id});
    }
    {
      const auto was = report_.step("was");
      for (std::size_t i = 0; i < draft.was.size(); ++i) {
        const auto step = report_.step(i);
        if (report_.clean_here() && !is_id(draft.was[i])) report_.add(problems::id_name, {draft.was[i], phrases::former_id});
      }
    }
    applies_when(node, draft.applies_when);
  }
  CHISO_INLINE void applies_when(Criterion& node, const std::optional<Truth>& text);

  CHISO_INLINE Points group(const CriterionDraft& draft, std::size_t index, const Policies& policies, bool gate_may_be_undefined) {
    if (draft.rule) problem("rule", problems::group_rule);
    if (draft.tracks) problem("tracks", problems::group_tracks);
    if (draft.scale_to && draft.points) problem("scale_to", problems::group_scale_to);
    Points sum;
    {
      const auto list = report_.step("criteria");
      sum = children(draft.criteria, index, data_->nodes[index].depth + 1, policies, gate_may_be_undefined);
    }
    const bool known = clean("criteria");
    if (draft.points && !draft.scale_to && known && Decimal(sum.quanta, decimals_) != *draft.points)
      problem("points", problems::group_points, {draft.points->text(), as_decimal(sum, decimals_).text()});
    if (!draft.scale_to) return sum;
    data_->nodes[index].scaled = true;
    return weight("scale_to", draft.scale_to).value_or(Points{});
  }

  CHISO_INLINE Points leaf(const CriterionDraft& draft, std::size_t index, bool gate_may_be_undefined) {
    data_->nodes[index].item = data_->items.size();
    data_->items.push_back(index);
    if (draft.scale_to) problem("scale_to", problems::leaf_scale_to);
    if (!draft.rule && clean("rule")) report_.add(problems::leaf_rule);
    if (draft.rule && !draft.points && clean("points")) report_.add(problems::leaf_points);
    const auto points = weight("points", draft.points);
    if (draft.tracks) data_->nodes[index].tracks = tracks(*draft.tracks);
    if (!draft.rule) return points.value_or(Points{});
    lowered(data_->nodes[index], *draft.rule, points);
    bool undefined = gate_may_be_undefined;
    if (clean("rule"))
      for_each_program(data_->nodes[index].shape, [&](const Program& program) { undefined = undefined || program.may_be_undefined; });
    if (undefined && !data_->nodes[index].policies.undefined && clean("rule") && clean("undefined"))
      report_.add(problems::undefined_policy);
    return points.value_or(Points{});
  }
  CHISO_INLINE std::vector<std::size_t> tracks(const std::vector<std::string>& names) {
    const auto list = report_.step("tracks");
    std::vector<std::size_t> out;
    std::unordered_set<std::size_t> seen;
    if (names.empty() && report_.clean_here()) report_.add(problems::tracks_none);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto step = report_.step(i);
      const auto at = index_or_report(names[i], data_->tracks, track_names, report_);
      if (!at) continue;
      if (!seen.insert(*at).second) report_.add(problems::track_duplicate, {names[i]});
      out.push_back(*at);
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  /// Points of a leaf, entry or scaled group: above 0, whole quanta.
  CHISO_INLINE std::optional<Points> weight(std::string_view member, const std::optional<Decimal>& written) {
    if (!written || !clean(member)) return {};
    return context(Points{most_quanta}).points_above_zero(member, *written);
  }
  CHISO_INLINE RuleContext context(Points max) { return {max, decimals_, data_->measures, data_->derived, report_}; }
  CHISO_INLINE void lowered(Criterion& node, const Rule& rule, const std::optional<Points>& points) {
    const auto in = report_.step("rule");
    const auto with = context(points.value_or(Points{most_quanta}));
    check(rule, with);
    node.rule = type_of(rule);
    if (report_.clean_here()) node.shape = lower(rule, with);
  }

  // ---- adjustments
  CHISO_INLINE void side(std::string_view name, const std::optional<SideDraft>& draft, NodeKind kind, std::optional<Points>& cap) {
    if (!draft) return;
    const auto adjustments = report_.step("adjustments");
    const auto in = report_.step(name);
    if (clean("cap")) cap = context(Points{most_quanta}).points("cap", draft->cap);
    const auto list = report_.step("entries");
    int128 sum = 0;
    for (std::size_t i = 0; i < draft->entries.size(); ++i) {
      const auto step = report_.step(i);
      const auto& entry = draft->entries[i];
      const auto index = data_->nodes.size();
      if (index >= limits::nodes) {
        if (!std::exchange(over_the_limit_, true)) report_.add(problems::criteria_limit, {phrases::one_entry_more, phrases::most_nodes});
        return;
      }
      auto& node = data_->nodes.emplace_back();
      common(node, entry, index);
      node.kind = kind;
      node.end = index + 1;
      node.item = data_->items.size();
      data_->items.push_back(index);
      const auto points = weight("points", entry.points);
      node.points = points.value_or(Points{});
      sum += node.points.quanta;
      lowered(node, entry.rule, points);
    }
    if (sum > most_quanta) report_.add(problems::points_sum, {Decimal(sum, decimals_).text(), phrases::fewer_points_in_all});
  }

  CHISO_INLINE void ranking() {
    const auto in = report_.step("ranking");
    const auto list = report_.step("tie_break");
    std::vector<bool> taken(data_->nodes.size());
    for (std::size_t i = 0; i < draft_.ranking.tie_break.size(); ++i) {
      const auto step = report_.step(i);
      if (!report_.clean_here()) continue;
      const auto node = criterion_of(draft_.ranking.tie_break[i], *data_, report_);
      if (!node) continue;
      if (taken[*node]) report_.add(problems::tie_break_duplicate, {draft_.ranking.tie_break[i]});
      taken[*node] = true;
      data_->tie_break.push_back(*node);
    }
  }
  CHISO_INLINE Classes classes() {
    const auto in = report_.step("classes");
    return ClassBuilder{*draft_.classes, draft_.publish.decimals, draft_.blocks.has_value(), *data_, report_}.run();
  }

  Report& report_;
  std::shared_ptr<ModelData> data_;
  const ModelDraft& draft_;  // the data's own
  int decimals_ = 6;
  bool over_the_limit_ = false;
};

CHISO_INLINE void ModelBuilder::applies_when(Criterion& node, const std::optional<Truth>& text) {
  const auto step = report_.step("applies_when");
  if (text && report_.clean_here()) node.applies_when = compile(*text, Type::truth, data_->measures, data_->derived, report_);
}
}
