#include <algorithm>
#include <chiso/io/words/reasons.hpp>
#include <io/words/expression_words.hpp>
#include <io/words/words.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
namespace {
void join(std::string& all, std::string_view part, std::string_view between) {
  if (part.empty()) return;
  if (!all.empty()) all += between;
  all += part;
}

enum class Names : bool { ids, labels };

/// Puts one line of a scorecard into words, using the data that the evaluator left.
class ReasonWords : InLanguage {
 public:
  ReasonWords(const Model& model, const ScoreLine& line, Names names, Language language)
      : InLanguage(language), model_(model), line_(line), node_(model.nodes()[line.node]), names_(names) {}

  std::string run() const {
    std::string out = node_.is_group() ? group() : item();
    if (is_left_out()) join(out, in({.en = "left out", .vi = "không tính vào điểm"}), "; ");
    if (!line_.tally.complete) join(out, in({.en = "incomplete", .vi = "chưa đủ số liệu"}), "; ");
    return out;
  }

 private:
  std::string group() const {
    if (line_.left_out && line_.instead) return counts_instead();
    if (line_.tally.applicable == 0)
      return line_.coverage.asked > 0
                 ? in({.en = "missing: all that applies in it", .vi = "thiếu số liệu: mọi tiêu chí áp dụng trong nhóm"})
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
    constexpr Words counts{.en = "does not apply: {} counts", .vi = "không áp dụng: đã tính {}"};
    const auto& node = model_.nodes()[*line_.instead];
    return in(counts, names_ == Names::ids ? node.id : quoted_name(label_of(node.about, node.id, language_)));
  }

  std::string item() const {
    if (line_.left_out && line_.instead) return counts_instead();
    if (line_.outside_its_tracks) return in({.en = "outside its tracks", .vi = "không chấm ở bước này"});
    switch (*line_.state) {
      case ItemState::scored: return with_value(result(node_.shape, line_.rule->reason));
      case ItemState::stated: return stated();
      case ItemState::not_applicable: return not_applicable();
      case ItemState::missing: return missing();
      case ItemState::undefined: return undefined();
    }
    return {};
  }

  // ---- results
  std::string result(const Shape& shape, const Reason& reason) const {
    std::string out;
    // Otherwise option, tier and floor belong to the shape, which nobody sees who reads the rule.
    const bool reads_its_value = !shape.measured;
    if (reason.option && reads_its_value) out = option(std::get<shapes::Lookup>(static_cast<const AnyShape&>(shape)).value, *reason.option);
    if (reason.tier && reads_its_value) out = in({.en = "tier {}", .vi = "mức {}"}, std::to_string(*reason.tier + 1));
    if (const auto* combined = std::get_if<shapes::Combine>(&static_cast<const AnyShape&>(shape))) out = parts(*combined, reason);
    if (reason.short_of_floor && reads_its_value) join(out, in({.en = "short of the floor", .vi = "chưa đạt ngưỡng"}), ", ");
    if (reason.at_most) join(out, in({.en = "capped at the maximum", .vi = "tính bằng mức tối đa"}), ", ");
    if (reason.at_least) join(out, in({.en = "raised to the minimum", .vi = "tính bằng mức tối thiểu"}), ", ");
    return out;
  }
  std::string option(const Program& program, std::size_t code) const {
    if (program.type == Type::truth || program.options < 0)
      return code == 0 ? in({.en = "no", .vi = "không"}) : in({.en = "yes", .vi = "có"});
    const auto& [name, measure] = model_.draft().measures[static_cast<std::size_t>(program.options)];
    const auto& item = measure.options[code];
    return names_ == Names::ids ? "option " + item.id : label_of(item.about, item.id, language_);
  }
  std::string parts(const shapes::Combine& shape, const Reason& reason) const {
    std::string out;
    for (std::size_t i = 0; i < reason.parts.size(); ++i) {
      if (reason.part && i != *reason.part) continue;
      const auto& part = reason.parts[i];
      auto words = part.reason.counted_in == State::value ? result(shape.parts[i], part.reason) : in(words_of(part.reason.counted_in));
      if (!words.empty()) words.insert(0, " (").append(")");
      const bool is_deducted = shape.by == shapes::Combine::By::deducted && part.points.value.sign() > 0;
      join(out, part_name(shape, i) + ": " + (is_deducted ? "-" : "") + points_of_part(part.points) + words, ", ");
    }
    return out;
  }
  static Words words_of(State state) {
    switch (state) {
      case State::missing: return {.en = "missing", .vi = "thiếu số liệu"};
      case State::not_applicable: return {.en = "does not apply", .vi = "không áp dụng"};
      case State::undefined: return {.en = "undefined", .vi = "không tính được"};
      case State::value: break;
    }
    return {};
  }
  /// The label of a part, or its number.
  std::string part_name(const shapes::Combine& shape, std::size_t part) const {
    const auto& label = shape.of_part[part].label;
    if (label && names_ == Names::labels) return quoted_name(label->in(language_));
    return in({.en = "part {}", .vi = "phần {}"}, std::to_string(part + 1));
  }
  /// The points that a part counts, rounded as points are published; or its state, if it is not the one that is taken.
  std::string points_of_part(const Outcome& points) const {
    if (points.state != State::value) return in(words_of(points.state));
    const auto exact = points.value / Rational(Decimal::power(model_.point_decimals()));
    const auto shown = exact.rounded(model_.publish().point_decimals(), model_.publish().rounding);
    return number_words(Decimal(shown.digits(), shown.scale()), language_);
  }
  /// Adds the value that the rule measured if it is a number: rounded as figures are published, and marked if it was rounded.
  std::string with_value(std::string out) const {
    const auto& value = line_.rule->value;
    const auto* measured = measured_by(node_.shape);
    const bool is_number = measured && measured->type == Type::number;
    const auto exact = value && value->state == State::value && is_number ? value->value.as_ratio() : std::nullopt;
    constexpr int128 largest_shown = 1'000'000'000'000;
    if (!exact || exact->num / exact->den > largest_shown || exact->num / exact->den < -largest_shown) return out;
    const auto shown = value->value.rounded(model_.publish().decimals, Rounding::half_up);  // digits of 128 bits times a power do not fit
    const bool is_exact = as_ratio(shown) == *exact;
    const auto text = number_words(is_exact ? Decimal(shown.digits(), shown.scale()) : shown, language_);
    join(out, in(is_exact ? Words{.en = "value {}", .vi = "giá trị {}"} : Words{.en = "value about {}", .vi = "giá trị khoảng {}"}, text),
         ", ");
    return out;
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
      return in({.en = "does not apply, since this is not met: {}", .vi = "không áp dụng vì không đáp ứng điều kiện: {}"},
                ExpressionWords(model_, language_).of(*node.applies_when).in_sentence());
    }
    if (!line_.not_applicable.empty()) return in(because, names(line_.not_applicable));
    return in({.en = "does not apply", .vi = "không áp dụng"});
  }
  std::string missing() const {
    if (!line_.missing.empty()) return in({.en = "missing: {}", .vi = "thiếu số liệu: {}"}, names(line_.missing));
    // The row itself lacks nothing, so another row does.
    const auto all = programs();
    const bool looks_back = std::any_of(all.begin(), all.end(), [](const Program* program) { return program->looks_back; });
    const bool relative = std::any_of(all.begin(), all.end(), [](const Program* program) { return program->relative; });
    return in(looks_back && relative
                  ? Words{.en = "missing: in the previous period or the cohort", .vi = "thiếu số liệu của kỳ trước hoặc của khối"}
              : relative ? Words{.en = "missing: in the cohort", .vi = "thiếu số liệu của khối"}
                         : Words{.en = "missing: in the previous period", .vi = "thiếu số liệu của kỳ trước"});
  }
  std::string undefined() const {
    const auto all = programs();
    const bool clamps = std::any_of(all.begin(), all.end(), [](const Program* program) {
      return std::any_of(program->nodes.begin(), program->nodes.end(), [](const Node& node) { return node.op == Op::clamp; });
    });
    return in(clamps ? Words{.en = "undefined: a division by zero, or a clamp whose ends cross",
                             .vi = "không tính được: chia cho 0, hoặc khoảng giới hạn có đầu dưới lớn hơn đầu trên"}
                     : Words{.en = "undefined: a division by zero", .vi = "không tính được: chia cho 0"});
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
};
}

std::string reason_words(const Model& model, const ScoreLine& line, Text::Language language) {
  return ReasonWords(model, line, Names::labels, language).run();
}
std::string reason_words(const Model& model, const ScoreLine& line) { return ReasonWords(model, line, Names::ids, Language::en).run(); }
}
