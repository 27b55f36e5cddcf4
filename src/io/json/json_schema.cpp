#include <chiso/io/json/schema.hpp>
#include <io/json/described.hpp>
#include <io/json/json_writer.hpp>
#include <io/text/json_layout.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Objects and lists of members that are JSON already.
class Pieces {
 public:
  void add(std::string_view key, std::string_view json) {
    if (!text_.empty()) text_ += ", ";
    quote(text_, key);
    text_.append(": ").append(json);
  }
  void add(std::string_view json) {
    if (!text_.empty()) text_ += ", ";
    text_ += json;
  }
  bool empty() const { return text_.empty(); }
  std::string object() const { return "{" + text_ + "}"; }
  std::string list() const { return "[" + text_ + "]"; }

 private:
  std::string text_;
};
std::string quoted(std::string_view text) {
  std::string out;
  quote(out, text);
  return out;
}
std::string reference(std::string_view name) { return "\"$ref\": \"#/$defs/" + std::string(name) + "\""; }
std::string either(std::string_view a, std::string_view b) { return "\"anyOf\": [{" + std::string(a) + "}, {" + std::string(b) + "}]"; }

// What a kind of member must be: the members of a schema, without braces. Types that contain themselves are definitions.
template <class T>
struct Schema;
template <class T>
std::string schema() {
  return Schema<T>::members();
}
template <class T>
std::string list_of() {
  return "\"type\": \"array\", \"items\": {" + schema<T>() + "}";
}
template <>
struct Schema<Decimal> {
  static std::string members() { return R"("type": "number")"; }
};
/// Whole numbers of a model are numbers of decimals, except the number of the format and how many criteria a veto needs.
template <>
struct Schema<int> {
  static std::string members() { return R"("type": "integer", "minimum": 0, "maximum": 9)"; }
};
template <>
struct Schema<bool> {
  static std::string members() { return R"("type": "boolean")"; }
};
template <>
struct Schema<std::string> {
  static std::string members() { return R"("type": "string")"; }
};
template <>
struct Schema<Text> {
  static std::string members() { return reference("text"); }
};
template <>
struct Schema<Json> {
  static std::string members() { return {}; }  // anything
};
template <>
struct Schema<Rule> {
  static std::string members() { return reference("rule"); }
};
template <>
struct Schema<CheckDraft> {
  static std::string members() { return reference("check"); }
};
template <>
struct Schema<CriterionDraft> {
  static std::string members() { return reference("criterion"); }
};
template <>
struct Schema<Ids> {
  static std::string members() { return either(schema<std::string>(), list_of<std::string>()); }
};
template <class A, class B>
struct Schema<std::variant<A, B>> {
  static std::string members() { return either(schema<A>(), schema<B>()); }
};
template <Expression T>
struct Schema<T> {
  static std::string members() { return reference("expression"); }
};
template <Named T>
struct Schema<T> {
  static std::string members() {
    Pieces names;
    for (const auto name : names_of(T{})) names.add(quoted(name));
    return either("\"enum\": " + names.list(), reference("untrimmed"));
  }
};
template <class T>
struct Schema<Box<T>> : Schema<T> {};
template <class T>
struct Schema<std::optional<T>> : Schema<T> {};
template <class T>
struct Schema<OptionalBox<T>> : Schema<T> {};
template <class T>
struct Schema<std::vector<T>> {
  static std::string members() { return list_of<T>(); }
};
template <class T>
struct Schema<std::vector<std::pair<std::string, T>>> {
  static std::string members() { return "\"type\": \"object\", \"additionalProperties\": {" + schema<T>() + "}"; }
};

template <Described T>
std::string object_schema() {
  Pieces properties, needed;
  if constexpr (Ruled<T>) {
    properties.add("type", "{\"const\": " + quoted(T::type) + "}");
    needed.add("\"type\"");
  }
  static const T plain{};
  for_each_key<T>(plain, [&]<class F>(const F& field, const auto& owner) {
    if (field.required) needed.add(quoted(field.name));
    auto body = schema<typename F::type>();
    if constexpr (std::is_same_v<T, ModelDraft>)
      if (field.name == "chiso") body = "\"const\": 1";
    if constexpr (std::is_same_v<T, VetoDraft>)
      if (field.name == "at_least") body = R"("type": "integer", "minimum": 1)";
    if (!body.empty()) body += ", ";
    body += "\"description\": " + quoted(field.about.en);
    if constexpr (!F::required &&
                  (std::is_arithmetic_v<typename F::type> || std::is_same_v<typename F::type, Decimal> || Named<typename F::type>)) {
      JsonWriter writer;
      writer.write(owner.*field.member);
      body += ", \"default\": " + writer.text;
    }
    properties.add(field.name, "{" + body + "}");
  });
  auto out = "\"type\": \"object\", \"properties\": " + properties.object();
  if (!needed.empty()) out += ", \"required\": " + needed.list();
  return out + ", \"additionalProperties\": false";
}
template <Described T>
struct Schema<T> {
  static std::string members() { return object_schema<T>(); }
};
template <>
struct Schema<Item> {
  static std::string members() { return either(schema<std::string>(), object_schema<Item>()); }
};
}

namespace {
/// What is of one of several kinds, or has blanks around the name of its kind.
template <OfKinds T>
std::string kinds_schema() {
  Pieces kinds;
  for_each_kind<T>([&]<class K>(std::type_identity<K>) { kinds.add("{" + object_schema<K>() + "}"); });
  kinds.add(R"({"type": "object", "properties": {"type": {)" + reference("untrimmed") + R"(}}, "required": ["type"]})");
  return "{\"oneOf\": " + kinds.list() + "}";
}
}

std::string json_schema() {
  Pieces definitions;
  // Readers trim text, which a schema cannot: names with blanks around them are left to the readers.
  const std::string bilingual =
      R"("type": "object", "properties": {"vi": {"type": "string"}, "en": {"type": "string"}}, "minProperties": 1, )"
      R"("patternProperties": {"^[\\s\\u0085]*(vi|en)[\\s\\u0085]*$": {"type": "string"}}, "additionalProperties": false)";
  definitions.add("text", "{" + either(schema<std::string>(), bilingual) + ", \"description\": \"text for people\"}");
  definitions.add("expression", R"({"type": ["string", "number"], "description": "an expression over the measures"})");
  definitions.add("criterion", "{" + object_schema<CriterionDraft>() + "}");
  definitions.add("rule", kinds_schema<Rule>());
  definitions.add("check", kinds_schema<CheckDraft>());
  definitions.add("untrimmed",
                  R"({"type": "string", "pattern": "^[\\s\\u0085]|[\\s\\u0085]$", "description": "a name with blanks around it"})");
  return laid_out(R"({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "chiso model", )" + object_schema<ModelDraft>() +
                  ", \"$defs\": " + definitions.object() + "}");
}
}
