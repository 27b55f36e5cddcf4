#pragma once
#include <algorithm>
#include <chiso/model/criteria_problems.hpp>
#include <chiso/model/impl/check_builder.ipp>
#include <chiso/model/impl/class_builder.ipp>
#include <chiso/model/impl/measure_builder.ipp>
#include <chiso/model/impl/model_data.ipp>
#include <chiso/model/impl/name_lists.ipp>
#include <chiso/model/impl/parameter_builder.ipp>
#include <chiso/model/impl/table_builder.ipp>
#include <chiso/model/impl/text_check.ipp>
#include <chiso/model/impl/warnings.ipp>
#include <chiso/model/model.hpp>
#include <unordered_set>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// Checks a draft and makes a model of it in one walk. Parts that could not be read are not checked again.
class ModelBuilder {
 public:
  CHISO_INLINE ModelBuilder(ModelDraft draft, Report& report)
      : report_(report), data_(std::make_shared<ModelData>(ModelData{.draft = std::move(draft)})), draft_(data_->draft) {}

  CHISO_INLINE std::optional<Model> run() {
    TextCheck{report_}(draft_);
    head();
    data_->measures = build_measures(draft_.measures, report_);
    data_->tracks = build_tracks(draft_, report_);
    data_->fallback = build_fallback(draft_, data_->tracks, report_);
    data_->blocks = build_blocks(draft_, report_);
    ParameterBuilder{draft_, data_->measures, data_->blocks, report_}.run(data_->derived);
    build_tables(draft_, data_->measures, data_->derived, report_);
    tree();
    side("bonus", draft_.adjustments.bonus, NodeKind::bonus, data_->bonus_cap);
    side("penalty", draft_.adjustments.penalty, NodeKind::penalty, data_->penalty_cap);
    index_fits();
    coverage();
    ranking();
    if (draft_.classes) data_->classes = classes();
    CheckBuilder{draft_, *data_, report_}.run();
    if (report_.has_errors()) return {};
    ModelWarnings{draft_, *data_, report_}.run();
    CheckWarnings{draft_, *data_, report_}.run();
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
    decimals_within_9("points", draft_.publish.points.value_or(0));
    const auto& scale = draft_.publish.scale;
    if (clean("scale") && (scale <= Decimal(0) || scale > Decimal(1'000'000) || scale.scale() > 3))
      problem("scale", problems::publish_scale, {scale.text()});
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
    one_way_to_count(draft);
    Points sum;
    const auto first = data_->nodes.size();
    {
      const auto list = report_.step("criteria");
      sum = children(draft.criteria, index, data_->nodes[index].depth + 1, policies, gate_may_be_undefined);
    }
    auto& group = data_->nodes[index];
    if (draft.scale_to) {
      group.grouping = Grouping::scaled;
      return weight("scale_to", draft.scale_to).value_or(Points{});
    }
    if (draft.one_of) {
      group.grouping = Grouping::one_of;
      return largest_of(draft, first);
    }
    const bool known = clean("criteria");
    if (draft.points && known && !draft.cap && Decimal(sum.quanta, decimals_) != *draft.points) points_differ(*draft.points, sum);
    auto points = sum;
    if (draft.cap) {
      group.grouping = Grouping::limited;
      points = weight("cap", draft.cap).value_or(Points{});
      if (known && points > sum) problem("cap", problems::group_cap, {draft.cap->text(), as_decimal(sum, decimals_).text()});
    }
    if (draft.at_least && clean("at_least")) {
      group.grouping = Grouping::limited;
      group.at_least = context(known ? points : Points{most_quanta}).points("at_least", *draft.at_least).value_or(Points{});
    }
    return points;
  }
  /// A group has its points from one of `points`, `scale_to`, `cap` and `one_of`; `at_least` stands with `cap` or without all of them.
  CHISO_INLINE void one_way_to_count(const CriterionDraft& draft) {
    std::string_view first = draft.points ? "points" : "";
    const auto one_more = [&](bool written, std::string_view member) {
      if (!written) return;
      if (!first.empty()) problem(member, problems::group_counts, {std::string(member), std::string(first)});
      if (first.empty()) first = member;
    };
    one_more(draft.scale_to.has_value(), "scale_to");
    one_more(draft.cap.has_value(), "cap");
    one_more(draft.one_of, "one_of");
    if (draft.at_least && (draft.scale_to || draft.one_of))
      problem("at_least", problems::group_counts, {"at_least", draft.scale_to ? "scale_to" : "one_of"});
  }
  CHISO_INLINE void points_differ(const Decimal& written, const Points& sum) {
    const auto all = as_decimal(sum, decimals_).text();
    const bool may_cap = written > Decimal(0) && written < as_decimal(sum, decimals_);
    problem("points", problems::group_points,
            {written.text(), Argument(may_cap ? phrases::sum_scale_or_cap : phrases::sum_or_scale, {all, written.text()})});
  }
  /// The points of a group with `one_of`: each of its children but the last has a condition, since none after it would ever count.
  CHISO_INLINE Points largest_of(const CriterionDraft& draft, std::size_t first) {
    Points out;
    const auto list = report_.step("criteria");
    for (std::size_t i = 0, node = first; i < draft.criteria.size() && node < data_->nodes.size(); ++i, node = data_->nodes[node].end) {
      const auto step = report_.step(i);
      if (i + 1 < draft.criteria.size() && !draft.criteria[i].applies_when && clean("applies_when")) report_.add(problems::group_one_of);
      out = (std::max)(out, data_->nodes[node].points);
    }
    return out;
  }

  CHISO_INLINE Points leaf(const CriterionDraft& draft, std::size_t index, bool gate_may_be_undefined) {
    data_->nodes[index].item = data_->items.size();
    data_->items.push_back(index);
    if (draft.scale_to) problem("scale_to", problems::leaf_counts, {"scale_to"});
    if (draft.cap) problem("cap", problems::leaf_counts, {"cap"});
    if (draft.at_least) problem("at_least", problems::leaf_counts, {"at_least"});
    if (draft.one_of) problem("one_of", problems::leaf_counts, {"one_of"});
    if (!draft.rule && clean("rule")) report_.add(problems::leaf_rule);
    if (draft.rule && !draft.points && clean("points")) report_.add(problems::leaf_points);
    const auto points = weight("points", draft.points);
    if (draft.tracks) data_->nodes[index].tracks = tracks(*draft.tracks);
    if (!draft.rule) return points.value_or(Points{});
    lowered(data_->nodes[index], *draft.rule, points);
    bool undefined = gate_may_be_undefined;
    if (clean("rule")) undefined = undefined || may_be_undefined(data_->nodes[index].shape);
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
  /// Points of a leaf, entry, or scaled or capped group: above 0, whole quanta.
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

  /// An index is a fraction of whole numbers of 62 bits: what is achieved, in quanta, times the scale.
  CHISO_INLINE void index_fits() {
    const auto in = report_.step("publish");
    if (!clean("scale")) return;
    constexpr int128 most = int128{1} << 62;
    const auto quanta = int128{data_->points.quanta} + data_->bonus_cap.value_or(Points{}).quanta;
    const auto& scale = draft_.publish.scale;
    if (quanta * scale.digits() > most || data_->points.quanta * int128{Decimal::power(scale.scale())} > most)
      problem("scale", problems::publish_scale_digits, {scale.text()});
  }
  /// A coverage is a fraction of whole numbers of 60 bits, which are compared with a percentage of 18 digits.
  CHISO_INLINE void coverage() {
    const auto& least = draft_.least_coverage;
    if (clean("least_coverage") && least && (*least < Decimal(0) || *least > Decimal(100)))
      problem("least_coverage", problems::least_coverage_range, {least->text()});
    int128 quanta = 0;
    for (const auto& node : data_->nodes) quanta += node.is_leaf() ? node.points.quanta : 0;
    if (quanta >> 60 != 0) problem("criteria", problems::points_of_leaves, {Decimal(quanta, decimals_).text()});
  }
  CHISO_INLINE void ranking() {
    const auto in = report_.step("ranking");
    const auto list = report_.step("tie_break");
    std::vector<bool> taken(data_->nodes.size());
    for (std::size_t i = 0; i < draft_.ranking.tie_break.size(); ++i) {
      const auto step = report_.step(i);
      if (!report_.clean_here()) continue;
      if (const auto* by_value = std::get_if<TieBreakDraft>(&draft_.ranking.tie_break[i])) {
        value_that_breaks_ties(*by_value);
        continue;
      }
      const auto& id = std::get<std::string>(draft_.ranking.tie_break[i]);
      const auto node = criterion_of(id, *data_, report_);
      if (!node) continue;
      if (taken[*node]) report_.add(problems::tie_break_duplicate, {id});
      taken[*node] = true;
      data_->tie_break.push_back({.criterion = *node});
    }
  }
  CHISO_INLINE void value_that_breaks_ties(const TieBreakDraft& draft) {
    const auto step = report_.step("value");
    if (!report_.clean_here()) return;
    data_->tie_break.push_back(
        {.value = compile(draft.value, Type::number, data_->measures, data_->derived, report_), .order = draft.order});
  }
  CHISO_INLINE Classes classes() {
    const auto in = report_.step("classes");
    return ClassBuilder{*draft_.classes, draft_.publish, draft_.blocks.has_value(), *data_, report_}.run();
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
