#include <algorithm>
#include <chiso/io/words/reasons.hpp>
#include <io/words/expression_words.hpp>
#include <io/words/labels.hpp>
#include <io/words/missing_words.hpp>
#include <io/words/policy_words.hpp>
#include <io/words/rule_words.hpp>
#include <io/words/value_words.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
namespace {
void join(std::string& all, std::string_view part, std::string_view between) {
  if (part.empty()) return;
  if (!all.empty()) all += between;
  all += part;
}

/// Puts one line of a scorecard into words, using the data that the evaluator left.
class ReasonWords : InLanguage {
 public:
  ReasonWords(const Model& model, const ScoreLine& line, Names names, Language language)
      : InLanguage(language), model_(model), line_(line), node_(model.nodes()[line.node]), names_(names), values_(model, names, language) {}

  std::string run() const {
    std::string out = node_.is_group() ? group() : item();
    const auto policy = this->policy();
    if (!policy.empty()) join(out, policy, "; ");
    if (is_left_out() && (policy.empty() || line_.policy->state == State::undefined))
      join(out, in({.en = "left out", .vi = "không tính vào điểm"}), "; ");
    if (!line_.tally.complete) join(out, in(labels::incomplete), "; ");
    return out;
  }

 private:
  std::string group() const {
    if (line_.left_out && line_.instead) return counts_instead();
    if (line_.tally.applicable == 0)
      return line_.coverage.asked > 0 ? in({.en = "nothing that applies in it has a value",
                                            .vi = "mọi tiêu chí áp dụng trong nhóm đều thiếu số liệu hoặc không tính được"})
                                      : in({.en = "nothing in it applies", .vi = "không tiêu chí nào trong nhóm áp dụng"});
    const auto more = line_.sum.achieved - line_.tally.achieved;
    if (node_.grouping != Grouping::limited || more == 0) return "";
    constexpr Words capped{.en = "capped: its criteria earn {0}, {1} more than count",
                           .vi = "tính bằng mức trần: các tiêu chí trong nhóm đạt {0} điểm, {1} điểm không được tính"};
    constexpr Words raised{.en = "raised to the minimum: its criteria earn {0}, {1} less than count",
                           .vi = "tính bằng mức tối thiểu: các tiêu chí trong nhóm đạt {0} điểm, được cộng thêm {1} điểm"};
    return to_text(more > 0 ? capped : raised, {points(line_.sum.achieved), points(more > 0 ? more : -more)}, language_);
  }
  /// Whether a policy leaves it out although it applies: what is said of it then is that evidence is missing, not that it does not apply.
  bool is_left_out() const { return line_.coverage.asked > 0 && line_.tally.applicable == 0; }
  std::string points(std::int64_t quanta) const { return number_words(as_decimal(Points{quanta}, model_.point_decimals()), language_); }
  std::string counts_instead() const {
    constexpr Words counts{.en = "does not apply: {} counts", .vi = "không áp dụng: đã tính {}"},
        open{.en = "left out until it is known whether {} applies", .vi = "chưa tính: chưa có số liệu để biết {} có áp dụng hay không"};
    const auto& node = model_.nodes()[*line_.instead];
    return in(line_.instead_is_open ? open : counts,
              names_ == Names::ids ? node.id : quoted_name(label_of(node.about, node.id, language_)));
  }

  /// What counts by a policy that its criterion, or a group above it, names; the model's own is told once for all.
  std::string policy() const {
    if (!line_.policy || line_.policy->node == Criterion::none) return "";
    const auto [state, at] = *line_.policy;
    const auto& of = model_.nodes()[at];
    if (names_ == Names::ids) return "policy of " + of.id + ": " + std::string(policy_name(node_.policies, state));
    constexpr Words own{"by its own policy: {0}", "theo quy định riêng của tiêu chí: {0}"},
        of_group{"by the policy of {1}: {0}", "theo quy định của nhóm {1}: {0}"};
    return to_text(at == line_.node ? own : of_group, {policy_effect(node_.policies, state, language_), name_of_node(at)}, language_);
  }
  /// A criterion within a sentence.
  std::string name_of_node(std::size_t node) const {
    const auto& of = model_.nodes()[node];
    return quoted_name(label_of(of.about, of.id, language_));
  }

  std::string item() const {
    if (line_.left_out && line_.instead) return counts_instead();
    if (line_.outside_its_tracks) return in({.en = "outside its tracks", .vi = "không chấm ở bước này"});
    switch (*line_.state) {
      case ItemState::scored: return result(node_.shape, *line_.rule);
      case ItemState::stated: return stated();
      case ItemState::not_applicable: return not_applicable();
      case ItemState::missing: return missing();
      case ItemState::undefined: return undefined();
    }
    return {};
  }

  // ---- results
  std::string result(const Shape& shape, const RuleResult& rule) const {
    const auto& reason = rule.reason;
    std::string out;
    // Otherwise option, tier and floor belong to the shape, which nobody sees who reads the rule.
    const bool reads_its_value = !shape.measured;
    const auto* program = measured_by(shape);
    const bool counts_items = program && is_checklist(*program);
    if (counts_items)
      out = items(*program, reason);
    else if (reason.option && reads_its_value)
      out = option(*program, *reason.option);
    if (reason.tier && reads_its_value) out = tier(std::get<shapes::Bands>(static_cast<const AnyShape&>(shape)), *reason.tier);
    if (const auto* combined = std::get_if<shapes::Combine>(&static_cast<const AnyShape&>(shape))) out = parts(*combined, reason);
    if (reason.short_of_floor && reads_its_value) join(out, in({.en = "short of the floor", .vi = "chưa đạt ngưỡng"}), ", ");
    if (reason.at_most) join(out, in({.en = "capped at the maximum", .vi = "tính bằng mức tối đa"}), ", ");
    if (reason.at_least) join(out, in({.en = "raised to the minimum", .vi = "tính bằng mức tối thiểu"}), ", ");
    if (program && !counts_items) join(out, value(*program, rule.value), ", ");
    return with_operands(std::move(out), rule);
  }
  std::string option(const Program& program, std::size_t code) const {
    if (program.type == Type::truth || program.options < 0) return values_.truth(code != 0);
    const auto text = values_.option(static_cast<std::size_t>(program.options), code);
    return names_ == Names::ids ? "option " + text : text;
  }
  /// `tier 2: from 70 to below 90`.
  std::string tier(const shapes::Bands& shape, std::size_t tier) const {
    const auto number = in({.en = "tier {}", .vi = "mức {}"}, std::to_string(tier + 1));
    constexpr std::size_t most_compared = 100;  // each line would take the time of all tiers
    if (shape.bands.size() > most_compared) return number;
    std::vector<Range> ranges;
    for (const auto& band : shape.bands) ranges.push_back(band.range);
    const auto ends = tier_words(ranges, values_.expressions().of(shape.value), language_);
    return number + ": " + ends[tier];
  }
  /// `1 of 3 items hold; not: “Site” ...`: how many items of a checklist hold, and the first ones that do not, or do not apply.
  std::string items(const Program& checklist, const Reason& reason) const {
    const auto all = items_of(checklist);
    const auto applicable = all.size() - reason.not_applicable.size();
    constexpr Words held{.en = "{0} of {1} items hold", .vi = "đạt {0}/{1} nội dung"};
    auto out = to_text(held, {applicable - reason.not_true.size(), applicable}, language_);
    const auto name = [&](const Words& what, const std::vector<std::size_t>& places) {
      constexpr std::size_t most_named = 3;
      std::vector<std::string> named;
      for (const auto place : places)
        if (named.size() < most_named) named.push_back(values_.expressions().in_sentence(all[place]));
      if (places.size() > most_named)
        named.push_back(in({.en = "{} more", .vi = "{} nội dung khác"}, std::to_string(places.size() - most_named)));
      if (!named.empty()) out += "; " + in(what) + joined(named, "; ");
    };
    const bool is_met = reason.option && *reason.option == 1;  // if one is enough, what the others lack explains nothing
    if (!is_met) name({.en = "not met: ", .vi = "chưa đạt: "}, reason.not_true);
    name({.en = "does not apply: ", .vi = "không áp dụng: "}, reason.not_applicable);
    return out;
  }
  /// Adds the first operands: `value about 92.13 (on_time 4,534; resolved 4,921)`.
  std::string with_operands(std::string out, const RuleResult& rule) const {
    constexpr std::size_t most_named = 4;
    std::vector<std::string> named;
    for (const auto& operand : rule.operands)
      if (named.size() < most_named) named.push_back(values_.with_name(operand));
    if (rule.operands.size() > most_named) named.emplace_back("...");
    if (named.empty()) return out;
    const auto list = joined(named, "; ");
    return out.empty() ? list : out + " (" + list + ")";
  }
  std::string parts(const shapes::Combine& shape, const Reason& reason) const {
    std::string out;
    for (std::size_t i = 0; i < reason.parts.size(); ++i) {
      if (reason.part && i != *reason.part) continue;
      const auto& part = reason.parts[i];
      auto words = part.reason.counted_in == State::value ? result(shape.parts[i], part) : in(state_words(part.reason.counted_in));
      if (!words.empty()) words.insert(0, " (").append(")");
      const bool is_deducted = shape.by == shapes::Combine::By::deducted && part.points.value.sign() > 0;
      join(out, part_name(shape, i) + ": " + (is_deducted ? "-" : "") + points_of_part(part.points) + words, ", ");
    }
    return out;
  }
  /// The label of a part, or its number.
  std::string part_name(const shapes::Combine& shape, std::size_t part) const {
    const auto& label = shape.of_part[part].label;
    if (label && names_ == Names::labels) return quoted_name(label->in(language_));
    return in({.en = "part {}", .vi = "phần {}"}, std::to_string(part + 1));
  }
  /// The points that a part counts, rounded as points are published; or its state, if it is not the one that is taken.
  std::string points_of_part(const Outcome& points) const {
    if (points.state != State::value) return in(state_words(points.state));
    const auto exact = points.value / Rational(Decimal::power(model_.point_decimals()));
    const auto shown = exact.rounded(model_.publish().point_decimals(), model_.publish().rounding);
    return number_words(Decimal(shown.digits(), shown.scale()), language_);
  }
  /// The value that a rule measured if it is a number: rounded as figures are published, and marked if it was rounded.
  std::string value(const Program& program, const std::optional<Outcome>& value) const {
    if (!value || value->state != State::value || program.type != Type::number) return "";
    const auto number = values_.number(value->value);
    if (number.text.empty()) return "";
    return in(number.is_exact ? Words{.en = "value {}", .vi = "giá trị {}"} : Words{.en = "value about {}", .vi = "giá trị khoảng {}"},
              number.text);
  }

  // ---- states
  std::string stated() const {
    if (line_.own) {
      const auto own = number_words(as_decimal(*line_.own, model_.point_decimals()), language_);
      return in({.en = "stated; the rule gives {}", .vi = "điểm ghi trực tiếp; theo cách chấm thì được {} điểm"}, own);
    }
    const auto by_itself = [&](const std::string& state) {
      return in({.en = "stated; by itself it {}", .vi = "điểm ghi trực tiếp; theo cách chấm thì {}"}, state);
    };
    const auto is = [&](const std::string& state) { return by_itself(in({.en = "is {}", .vi = "{}"}, state)); };
    if (line_.condition) return by_itself(not_applicable());
    switch (line_.rule->points.state) {
      case State::missing: return is(missing());
      case State::undefined: return is(undefined());
      case State::not_applicable: return by_itself(not_applicable());
      case State::value: return by_itself(in({.en = "has no value", .vi = "không có giá trị"}));  // because its condition has none
    }
    return {};
  }
  std::string not_applicable() const {
    constexpr Words because{.en = "does not apply: {}", .vi = "không áp dụng: {}"};
    if (line_.condition) {
      const auto& node = model_.nodes()[*line_.condition];
      if (names_ == Names::ids) return in(because, "applies_when of " + node.id + " is false");
      constexpr Words own{"does not apply, since this is not met: {0}", "không áp dụng vì không đáp ứng điều kiện: {0}"},
          of_group{"does not apply, since this is not met, which {1} asks for: {0}",
                   "không áp dụng vì không đáp ứng điều kiện của nhóm {1}: {0}"};
      return to_text(*line_.condition == line_.node ? own : of_group,
                     {values_.expressions().in_sentence(*node.applies_when), name_of_node(*line_.condition)}, language_);
    }
    if (!line_.not_applicable.empty()) return in(because, names(line_.not_applicable));
    return in({.en = "does not apply", .vi = "không áp dụng"});
  }
  std::string missing() const {
    auto all = names(line_.missing);
    std::vector<std::string> elsewhere;
    for (const auto& read : line_.missing_elsewhere) {
      auto words = missing_elsewhere_words(values_, model_, read, line_.tables_not_given, language_);  // two functions may read one table
      if (std::find(elsewhere.begin(), elsewhere.end(), words) == elsewhere.end()) elsewhere.push_back(std::move(words));
    }
    join(all, joined(elsewhere, ", "), ", ");
    if (all.empty()) return in(state_words(State::missing));
    return in({.en = "missing: {}", .vi = "thiếu số liệu: {}"}, all);
  }
  std::string undefined() const {
    const auto all = programs();
    const bool clamps = std::any_of(all.begin(), all.end(), [](const Program* program) {
      return std::any_of(program->nodes.begin(), program->nodes.end(), [](const Node& node) { return node.op == Op::clamp; });
    });
    const auto words = in(clamps ? Words{.en = "undefined: a division by zero, or a clamp whose ends cross",
                                         .vi = "không tính được: chia cho 0, hoặc khoảng giới hạn có đầu dưới lớn hơn đầu trên"}
                                 : Words{.en = "undefined: a division by zero", .vi = "không tính được: chia cho 0"});
    return line_.rule->points.state == State::undefined ? with_operands(words, *line_.rule) : words;
  }
  std::vector<const Program*> programs() const {
    std::vector<const Program*> out;
    for_each_program(node_.shape, [&](const Program& program) { out.push_back(&program); });
    for (auto at = line_.node; at != Criterion::none; at = model_.nodes()[at].parent)
      if (const auto& when = model_.nodes()[at].applies_when) out.push_back(&*when);
    return out;
  }
  std::string names(const std::vector<std::size_t>& measures) const {
    std::string out;
    for (const auto measure : measures) {
      const auto& [name, draft] = model_.draft().measures[measure];
      join(out, names_ == Names::ids ? name : quoted_name(label_of(draft.about, name, language_)), ", ");
    }
    return out;
  }

  const Model& model_;
  const ScoreLine& line_;
  const Criterion& node_;
  Names names_;
  ValueWords values_;
};
}

std::string reason_words(const Model& model, const ScoreLine& line, Text::Language language) {
  return ReasonWords(model, line, Names::labels, language).run();
}
std::string reason_words(const Model& model, const ScoreLine& line) { return ReasonWords(model, line, Names::ids, Language::en).run(); }
std::string read_name(const Model& model, const ReadValue& read) { return ValueWords(model, Names::ids, Language::en).name(read); }
}
