#include <algorithm>
#include <io/words/rule_words.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Fills in the words of one rule or part; inner rules get one of their own.
class RuleWriter {
 public:
  RuleWriter(RuleInWords& all, Decimal max, ExpressionWords& expressions, Language language)
      : all_(all), max_(max), expressions_(expressions), language_(language) {}

  Phrase rule(const Rule& rule) {
    return std::visit([&](const auto& of) { return object(of); }, static_cast<const AnyRule&>(rule));
  }

 private:
  template <Described T>
  Phrase object(const T& of) {
    if constexpr (requires { of.value; }) read_value(expressions_.of(of.value, std::remove_cvref_t<decltype(of.value)>::type));
    auto out = fill(T::words.in(language_), [&](std::string_view hole) { return say(of, hole); });
    if constexpr (Annotated<T>) {
      if (const auto label = label_of(of.about, "", language_); !label.empty()) {
        if constexpr (requires { of.ends(); })
          out.text += " (" + label + ")";
        else
          out.text = label + ". " + out.text;
      }
      if (of.about.note) all_.notes.emplace_back(of.about.note->in(language_));
      if (of.about.source) all_.sources.emplace_back(of.about.source->in(language_));
    }
    return out;
  }
  /// Finds out from the value what follows its numbers, and what they count.
  void read_value(const ExpressionInWords& value) {
    value_ = value;
    percent_ = value.is_percent ? "%" : "";
    if (value.measure) one_ = expressions_.unit_of(*value.measure);
  }

  template <Described T>
  HoleText say(const T& of, std::string_view hole) {
    if (hole == "max") return text(number_words(max_, language_));
    constexpr Words a_case{"case", "trường hợp"};
    if (hole == "one") return text(one_.value_or(std::string(a_case.in(language_))));
    if constexpr (requires { of.value; })
      if (hole == "value") return text(value_.as_heading());
    if constexpr (requires { of.ends(); })
      if (hole == "ends") return text(ends_);
    HoleText out;
    for_each_field<T>([&](const auto& field) {
      if (field.name == hole) out = member(of, of.*field.member, field.role);
    });
    return out;
  }
  static HoleText text(std::string text) { return {.phrase = {std::move(text), {}}}; }

  // ---- members, by type
  template <class T>
  HoleText member(const T&, const Decimal& number, Role role) {
    auto words = number_words(number, language_);
    if (role == Role::end) words += percent_;
    if (role == Role::distance && !percent_.empty())
      words += Words{.en = words == "1" ? " percentage point" : " percentage points", .vi = " điểm phần trăm"}.in(language_);
    return text(std::move(words));
  }
  template <class T>
  HoleText member(const T& of, const std::optional<Decimal>& number, Role role) {
    return number ? member(of, *number, role) : HoleText{.given = false};
  }
  template <class T>
  HoleText member(const T&, bool truth, Role) {
    return {.given = truth};
  }
  template <class T, Type Of>
  HoleText member(const T&, const Typed<Of>& expression, Role) {
    return text(expressions_.of(expression, Of).text);
  }
  template <class T, Named E>
  HoleText member(const T& of, E value, Role) {
    const auto words = words_of(value)[static_cast<std::size_t>(value)].in(language_);
    return {.phrase = fill(words, [&](std::string_view hole) { return say(of, hole); })};
  }
  template <class T, Named E>
  HoleText member(const T& of, const std::optional<E>& value, Role role) {
    return value ? member(of, *value, role) : HoleText{.given = false};
  }
  template <class T>
  HoleText member(const T&, const std::vector<Truth>& items, Role) {
    HoleText out;
    for (const auto& item : items) out.phrase.items.push_back({expressions_.of(item, Type::truth).as_heading(), {}});
    return out;
  }
  template <class T>
  HoleText member(const T&, const std::vector<rules::Tier>& tiers, Role) {
    std::vector<Range> ranges;
    for (const auto& tier : tiers) ranges.push_back(range_of(tier.ends()));
    const auto in_force = tier_words(ranges, value_, language_);
    HoleText out;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
      ends_ = in_force[i];
      out.phrase.items.push_back(object(tiers[i]));
    }
    return out;
  }
  template <class T>
  HoleText member(const T& of, const std::vector<std::pair<std::string, Decimal>>& items, Role) {
    HoleText out;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto say_item = [&](std::string_view hole) {
        return text(hole == "name" ? name_of_item(of, items[i].first) : number_words(items[i].second, language_));
      };
      out.phrase.items.push_back(fill(T::item_words.in(language_), say_item));
    }
    return out;
  }
  template <class T>
  HoleText member(const T&, const std::vector<rules::Part>& parts, Role) {
    HoleText out;
    for (const auto& part : parts) out.phrase.items.push_back(RuleWriter(all_, part.points, expressions_, language_).object(part));
    return out;
  }
  template <class T>
  HoleText member(const T&, const Box<Rule>& inner, Role) {
    return {.phrase = rule(*inner)};
  }

  std::string name_of_item(const rules::Options&, std::string_view id) const { return expressions_.option(*value_.choice_of, id); }
  std::string name_of_item(const rules::Survey&, std::string_view name) const { return expressions_.measure(name); }

  RuleInWords& all_;
  Decimal max_;
  ExpressionWords& expressions_;
  Language language_;
  ExpressionInWords value_{};
  std::string percent_{};
  std::optional<std::string> one_{};
  std::string ends_{};
};
}

RuleInWords rule_words(const Rule& rule, const Decimal& max, ExpressionWords& expressions, Language language) {
  RuleInWords out;
  out.phrase = RuleWriter(out, max, expressions, language).rule(rule);
  return out;
}
}
