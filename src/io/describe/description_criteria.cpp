#include <algorithm>
#include <io/describe/description.hpp>
#include <io/words/labels.hpp>
#include <io/words/policy_words.hpp>
#include <io/words/rule_words.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Makes the tables of criteria and of entries.
class Criteria : InLanguage {
 public:
  Criteria(const Model& model, Language language)
      : InLanguage(language), model_(model), draft_(model.draft()), expressions_(model, language), policies_(policies_of(draft_)) {}

  std::vector<DescriptionSection> run() {
    DescriptionSection tree{.part = DescriptionPart::criteria, .title = in({.en = "Criteria", .vi = "Các tiêu chí"})};
    for (const auto& criterion : draft_.criteria) add(tree, criterion);
    tree.rows.push_back({.is_group = true, .name = in(labels::total), .points = as_decimal(model_.points(), model_.point_decimals())});
    std::vector<DescriptionSection> out{std::move(tree)};
    side(out, draft_.adjustments.bonus, DescriptionPart::bonus, labels::bonus);
    side(out, draft_.adjustments.penalty, DescriptionPart::penalty, labels::penalty);
    if (out.size() > 1) {
      auto remarks = remarks_of(draft_.adjustments.about, language_);
      out[1].remarks.insert(out[1].remarks.begin(), remarks.begin(), remarks.end());
    }
    return out;
  }

 private:
  /// Fills in what criteria and entries have in common.
  template <class Draft>
  DescriptionRow row(const Draft& draft, const Criterion& node) {
    DescriptionRow out{.number = node.number,
                       .id = node.id,
                       .depth = node.depth,
                       .is_group = node.is_group(),
                       .name = label_of(draft.about, draft.id, language_),
                       .points = as_decimal(node.points, model_.point_decimals())};
    add_remarks(out, draft.about, language_);
    if (draft.applies_when)
      out.conditions.push_back(in({.en = "Applies only where {when}", .vi = "Chỉ áp dụng khi: {when}"},
                                  expressions_.of(*draft.applies_when, Type::truth).in_sentence()));
    return out;
  }
  void add_rule(DescriptionRow& row, const Rule& rule, const Decimal& points, const Criterion& node) {
    auto said = rule_words(rule, points, expressions_, language_);
    row.rule = std::move(said.phrase);
    row.notes.insert(row.notes.end(), said.notes.begin(), said.notes.end());
    row.sources.insert(row.sources.end(), said.sources.begin(), said.sources.end());
    if (any_program(node, [](const Program& program) { return program.relative; }))
      row.conditions.push_back(in({.en = "Compared within the block", .vi = "So sánh với các đơn vị cùng khối"}));
  }
  /// Adds the rule, and the conditions on it: its own and those of the groups above.
  template <class Is>
  bool any_program(const Criterion& node, const Is& is) const {
    bool out = false;
    for_each_program(node.shape, [&](const Program& program) { out = out || is(program); });
    for (const auto* at = &node;; at = &model_.nodes()[at->parent]) {
      out = out || (at->applies_when && is(*at->applies_when));
      if (at->parent == Criterion::none) return out;
    }
  }

  bool may_be_undefined(const Criterion& node) const {
    bool out = chiso::may_be_undefined(node.shape);
    for (const auto* at = &node; !out; at = &model_.nodes()[at->parent]) {
      out = at->applies_when && at->applies_when->may_be_undefined;
      if (at->parent == Criterion::none) break;
    }
    return out;
  }

  void add(DescriptionSection& tree, const CriterionDraft& draft) {
    const auto& node = model_.nodes()[next_++];
    auto out = row(draft, node);
    if (draft.scale_to)
      out.conditions.push_back(in(
          {.en = "Scaled to {points} points: {points} points times the share achieved of what is applicable in it",
           .vi = "Quy về {points} điểm: {points} điểm nhân với tỷ lệ điểm đạt được trên điểm tối đa áp dụng của các tiêu chí trong nhóm"},
          number_words(*draft.scale_to, language_)));
    if (draft.cap)
      out.conditions.push_back(
          in({.en = "At most {points} points in all", .vi = "Tổng cộng tối đa {points} điểm"}, number_words(*draft.cap, language_)));
    if (draft.at_least)
      out.conditions.push_back(in({.en = "At least {points} points in all, but never more than can be earned in it",
                                   .vi = "Tổng cộng tối thiểu {points} điểm, nhưng không quá điểm tối đa áp dụng của nhóm"},
                                  number_words(*draft.at_least, language_)));
    if (draft.one_of)
      out.conditions.push_back(in({.en = "Only the first of its criteria that applies counts",
                                   .vi = "Chỉ tính tiêu chí đầu tiên trong nhóm mà đơn vị thuộc diện áp dụng"}));
    if (draft.rule) {
      add_rule(out, *draft.rule, *draft.points, node);
      if (draft.tracks)
        out.conditions.push_back(in({.en = "Only in: {tracks}", .vi = "Chỉ chấm ở bước: {tracks}"}, joined(tracks_of(node), ", ")));
      policies(out, node);
    }
    tree.rows.push_back(std::move(out));
    for (const auto& child : draft.criteria) add(tree, child);
  }
  std::vector<std::string> tracks_of(const Criterion& node) const {
    std::vector<std::string> out;
    if (!draft_.tracks) return {model_.tracks()[0]};  // the model has only one track
    for (const auto track : node.tracks) out.push_back(label_of((*draft_.tracks)[track].about, (*draft_.tracks)[track].id, language_));
    return out;
  }
  /// Adds the policies in force if they are not the general ones.
  void policies(DescriptionRow& row, const Criterion& node) const {
    const auto& own = node.policies;
    if (own.not_applicable != policies_.not_applicable) row.conditions.push_back(policy_words(own.not_applicable, language_));
    if (own.missing != policies_.missing) row.conditions.push_back(policy_words(own.missing, language_));
    const bool can_be_undefined = may_be_undefined(node);
    if (own.undefined && own.undefined != policies_.undefined && can_be_undefined)
      row.conditions.push_back(policy_words(*own.undefined, language_));
  }

  void side(std::vector<DescriptionSection>& out, const std::optional<SideDraft>& draft, DescriptionPart part, const Words& title) {
    if (!draft) return;
    DescriptionSection section{.part = part, .title = draft->about.label ? std::string(draft->about.label->in(language_)) : in(title)};
    section.remarks.push_back(
        in({.en = "At most {cap} points in all. An entry without evidence, without a value, or that does not apply counts 0.",
            .vi = "Tổng cộng tối đa {cap} điểm. Mục thiếu số liệu, không tính được hoặc không áp dụng: 0 điểm."},
           number_words(draft->cap, language_)));
    for (auto& remark : remarks_of(draft->about, language_)) section.remarks.push_back(std::move(remark));
    for (const auto& entry : draft->entries) {
      const auto& node = model_.nodes()[next_++];
      auto one = row(entry, node);
      add_rule(one, entry.rule, entry.points, node);
      section.rows.push_back(std::move(one));
    }
    out.push_back(std::move(section));
  }

  const Model& model_;
  const ModelDraft& draft_;
  ExpressionWords expressions_;
  Policies policies_;
  std::size_t next_ = 0;  // the next node: drafts are walked in the order of the nodes
};
}

std::vector<DescriptionSection> criteria_of(const Model& model, Language language) { return Criteria(model, language).run(); }
}
