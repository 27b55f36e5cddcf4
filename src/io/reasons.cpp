#include <chiso/io/reasons.hpp>

#include <algorithm>

namespace chiso::inline CHISO_BUILD {
namespace {
void join(std::string& all, std::string_view part, std::string_view between) {
  if (part.empty()) return;
  if (!all.empty()) all += between;
  all += part;
}

/// Words of one line of a scorecard, by the data that the evaluator left.
class ReasonWords {
 public:
  ReasonWords(const Model& model, const ScoreLine& line) : model_(model), line_(line), node_(model.nodes()[line.node]) {}

  std::string run() const {
    std::string out = node_.is_group() ? group() : item();
    if (!line_.tally.complete) join(out, "incomplete", "; ");
    return out;
  }

 private:
  std::string group() const { return line_.tally.applicable == 0 ? "nothing in it applies" : ""; }

  std::string item() const {
    if (line_.outside_its_tracks) return "outside its tracks";
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
    if (reason.option) out = option(std::get<Lookup>(static_cast<const AnyShape&>(shape)).value, *reason.option);
    if (reason.tier) out = "tier " + std::to_string(*reason.tier + 1);
    if (const auto* combined = std::get_if<Combine>(&static_cast<const AnyShape&>(shape))) out = parts(*combined, reason);
    if (reason.short_of_floor) join(out, "short of the floor", ", ");
    if (reason.at_most) join(out, "held to the most", ", ");
    if (reason.at_least) join(out, "held to the least", ", ");
    return out;
  }
  std::string option(const Program& program, std::size_t code) const {
    if (program.type == Type::truth || program.options < 0) return code == 0 ? "no" : "yes";
    return "option " + model_.measures()[static_cast<std::size_t>(program.options)].options[code];
  }
  std::string parts(const Combine& shape, const Reason& reason) const {
    std::string out;
    for (std::size_t i = 0; i < reason.parts.size(); ++i) {
      if (reason.part && i != *reason.part) continue;
      const auto words = result(shape.parts[i], reason.parts[i]);
      if (reason.part || !words.empty()) join(out, "part " + std::to_string(i + 1) + (words.empty() ? "" : " (" + words + ")"), ", ");
    }
    return out;
  }
  /// What the rule measured, where that is a number: rounded as published, and said to be so.
  std::string with_value(std::string out) const {
    const auto& value = line_.rule->value;
    const bool is_number = !std::holds_alternative<Lookup>(static_cast<const AnyShape&>(node_.shape));
    const auto exact = value && value->state == State::value && is_number ? value->value.small() : std::nullopt;
    constexpr int128 largest_shown = 1'000'000'000'000;
    if (!exact || exact->num / exact->den > largest_shown || exact->num / exact->den < -largest_shown) return out;
    const auto shown = rounded(*exact, model_.publish().decimals, Rounding::half_up);
    const bool is_exact = as_ratio(shown) == *exact;
    join(out, (is_exact ? "value " : "value about ") + (is_exact ? Decimal(shown.digits(), shown.scale()) : shown).text(), ", ");
    return out;
  }

  // ---- states
  std::string stated() const {
    if (line_.own) return "stated; the rule gives " + as_decimal(*line_.own, model_.point_decimals()).text();
    if (line_.condition) return "stated; by itself it " + not_applicable();
    switch (line_.rule->points.state) {
      case State::missing: return "stated; by itself it is " + missing();
      case State::undefined: return "stated; by itself it is " + undefined();
      case State::not_applicable: return "stated; by itself it " + not_applicable();
      case State::value: return "stated; by itself it has no value";  // for the condition has none
    }
    return {};
  }
  std::string not_applicable() const {
    if (line_.condition) return "does not apply: applies_when of " + model_.nodes()[*line_.condition].id + " is false";
    if (!line_.not_applicable.empty()) return "does not apply: " + names(line_.not_applicable);
    return "does not apply";
  }
  std::string missing() const {
    if (!line_.missing.empty()) return "missing: " + names(line_.missing);
    // Its own row lacks nothing, so another row does.
    const auto all = programs();
    const bool looks_back = std::any_of(all.begin(), all.end(), [](const Program* program) { return program->looks_back; });
    const bool relative = std::any_of(all.begin(), all.end(), [](const Program* program) { return program->relative; });
    return looks_back && relative ? "missing: in the previous period or the cohort"
           : relative             ? "missing: in the cohort"
                                  : "missing: in the previous period";
  }
  std::string undefined() const {
    const auto all = programs();
    const bool clamps = std::any_of(all.begin(), all.end(), [](const Program* program) {
      return std::any_of(program->nodes.begin(), program->nodes.end(), [](const Node& node) { return node.op == Op::clamp; });
    });
    return clamps ? "undefined: a division by zero, or a clamp whose ends cross" : "undefined: a division by zero";
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
    for (const auto measure : measures) join(out, model_.measures()[measure].name, ", ");
    return out;
  }

  const Model& model_;
  const ScoreLine& line_;
  const Criterion& node_;
};
}

std::string reason_words(const Model& model, const ScoreLine& line) { return ReasonWords(model, line).run(); }
}
