#include "pages.hpp"
#include <io/json/described.hpp>
#include <io/json/json_writer.hpp>
#include <io/text/json_layout.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
// The kind of a member, in words.
template <class T>
struct Kind;
template <class T>
std::string kind() {
  return Kind<T>::words();
}
template <>
struct Kind<Decimal> {
  static std::string words() { return "number"; }
};
template <>
struct Kind<bool> {
  static std::string words() { return "true or false"; }
};
template <Type Of>
struct Kind<Typed<Of>> {
  static std::string words() { return "expression: " + std::string(name_of(Of)); }
};
template <Named T>
struct Kind<T> {
  static std::string words() {
    std::string out;
    for (const auto name : names_of(T{})) out.append(out.empty() ? "`" : ", `").append(name).append("`");
    return out;
  }
};
template <>
struct Kind<Box<Rule>> {
  static std::string words() { return "rule"; }
};
template <class T>
struct Kind<std::optional<T>> : Kind<T> {};
template <class T>
struct Kind<OptionalBox<T>> : Kind<T> {};
template <class T>
struct Kind<std::vector<T>> {
  static std::string words() { return "list, each: " + kind<T>(); }
};
template <Described T>
struct Kind<T> {
  static std::string words() { return "object, see below"; }
};
template <class T>
struct Kind<std::vector<std::pair<std::string, T>>> {
  static std::string words() { return "object: name to " + kind<T>(); }
};

/// Words with their fields as code: `{each}` becomes `each`.
std::string with_fields(std::string_view words) {
  std::string out;
  for (const char c : words) out += c == '{' || c == '}' ? "`" : c == '|' ? "\\|" : std::string(1, c);
  return out;
}
template <Described T>
void quote_words(std::string& out) {
  using enum Text::Language;
  const auto quote = [&](const Words& words) {
    out.append("> ").append(with_fields(words.in(en))).append("<br>\n> ").append(with_fields(words.in(vi))).append("\n\n");
  };
  quote(T::words);
  if constexpr (requires { T::item_words; }) quote(T::item_words);
  if constexpr (requires(T of) { of.ends(); }) quote(decltype(std::declval<T>().ends())::words);
  for_each_field<T>([&]<class F>(const F&) {
    if constexpr (Named<typename F::type>)
      for (const auto& words : words_of(typename F::type{})) quote(words);
  });
}
template <Described T>
void table(std::string& out) {
  static const T plain{};
  out += "| field | required | kind | meaning |\n|---|---|---|---|\n";
  for_each_field<T>([&]<class F>(const F& field) {
    std::string presence = field.required ? "yes" : "no";
    if constexpr (!F::required && (std::is_same_v<typename F::type, Decimal> || std::is_same_v<typename F::type, bool>)) {
      JsonWriter writer;
      writer.write(plain.*field.member);
      presence += "; " + writer.text + " if absent";
    }
    out.append("| `").append(field.name).append("` | ").append(presence).append(" | ").append(kind<typename F::type>());
    out.append(" | ").append(field.about.en).append(" |\n");
  });
  out += '\n';
}
template <class T>
struct Element {
  static void table_of(std::string&, std::string_view) {}
};
template <Described T>
struct Element<std::vector<T>> {
  static void table_of(std::string& out, std::string_view name) {
    out.append("Each of `").append(name).append("`:\n\n");
    quote_words<T>(out);
    table<T>(out);
  }
};
}

std::string rules_markdown() {
  std::string out =
      "# Rules\n\n"
      "<!-- Written by chiso from the list of fields of each rule. Do not edit. -->\n\n"
      "A rule says how a leaf or an entry earns its points, from none to all of them. It is an object with a `type` and the fields of "
      "that\n"
      "type; any rule may also have `label`, `note`, `source` and `meta`.\n\n"
      "The words for a rule, in English and Vietnamese, are those of `chiso describe`. Fields stand in them as code; `max` is the most\n"
      "points that the rule can give, `one` what its value counts, `ends` the ends of a tier, narrowed by the tiers before it, `only` an "
      "end that is both. Words\n"
      "in brackets are used only if their field is given; of several, separated by a bar, the first whose field is given.\n\n"
      "| type | in words |\n|---|---|\n";
  for_each_rule([&]<class R>(std::type_identity<R>) {
    out.append("| [`")
        .append(R::type)
        .append("`](#")
        .append(R::type)
        .append(") | ")
        .append(with_fields(R::words.in(Text::Language::en)))
        .append(" |\n");
  });
  out += '\n';
  for_each_rule([&]<class R>(std::type_identity<R>) {
    out.append("## ").append(R::type).append("\n\n");
    quote_words<R>(out);
    JsonWriter writer;
    writer.write(Rule(R::example()));
    out.append("```json\n").append(laid_out(writer.text)).append("```\n\n");
    table<R>(out);
    for_each_field<R>([&]<class F>(const F& field) { Element<typename F::type>::table_of(out, field.name); });
  });
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}
}
