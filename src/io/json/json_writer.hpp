#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/model/draft.hpp>
#include <io/json/described.hpp>
#include <io/text/json_string.hpp>
#include <string>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// Writes JSON on one line, one overload for each kind of member: the canonical form, before it is laid out.
class JsonWriter {
 public:
  std::string text{};

  void write(const Decimal& value) { text += Decimal(value.digits(), value.scale()).text(); }
  void write(int value) { text += std::to_string(value); }
  void write(bool value) { text += value ? "true" : "false"; }
  void write(const std::string& value) { quote(text, value); }
  void write(const Json& value) { text += value.text; }
  template <Named E>
  void write(E value) {
    quote(text, name_of(value));
  }
  void write(const Text& value) {
    if (const auto* one = std::get_if<std::string>(&value)) return write(*one);
    const auto& both = std::get<Bilingual>(value);
    Members members(*this);
    if (!both.vi.empty() || both.en.empty()) members.key("vi"), write(both.vi);
    if (!both.en.empty()) members.key("en"), write(both.en);
    members.end();
  }
  /// An expression that is only a number is written as a number.
  void write(const ExpressionText& value) {
    if (const auto number = Decimal::parse(value.text); number && number->text() == value.text)
      text += value.text;
    else
      write(value.text);
  }
  void write(const Item& value) {
    if (value.about == About{})
      write(value.id);
    else
      object(value);
  }
  void write(const Ids& value) {
    if (value.size() == 1)
      write(value.front());
    else
      write(static_cast<const std::vector<std::string>&>(value));
  }
  template <class... Either>
  void write(const std::variant<Either...>& value) {
    std::visit([&](const auto& either) { write(either); }, value);
  }
  void write(const Rule& value) {
    std::visit([&](const auto& rule) { object(rule); }, static_cast<const AnyRule&>(value));
  }
  void write(const CheckDraft& value) {
    std::visit([&](const auto& check) { object(check); }, static_cast<const AnyCheck&>(value));
  }
  template <Described T>
  void write(const T& value) {
    object(value);
  }
  template <class T>
  void write(const Box<T>& value) {
    write(*value);
  }
  template <class T>
  void write(const std::optional<T>& value) {
    write(*value);
  }
  template <class T>
  void write(const OptionalBox<T>& value) {
    write(*value);
  }
  template <class T>
  void write(const std::vector<T>& list) {
    text += '[';
    for (bool first = true; const auto& element : list) {
      if (!std::exchange(first, false)) text += ", ";
      write(element);
    }
    text += ']';
  }
  template <class T>
  void write(const std::vector<std::pair<std::string, T>>& pairs) {
    Members members(*this);
    for (const auto& [name, value] : pairs) members.key(name), write(value);
    members.end();
  }

 private:
  class Members {
   public:
    explicit Members(JsonWriter& writer) : writer_(writer) { writer_.text += '{'; }
    Members(const Members&) = delete;
    Members& operator=(const Members&) = delete;
    void end() { writer_.text += '}'; }  // not a destructor, because it may run out of memory
    void key(std::string_view name) {
      if (!std::exchange(first_, false)) writer_.text += ", ";
      quote(writer_.text, name);
      writer_.text += ": ";
    }

   private:
    JsonWriter& writer_;
    bool first_ = true;
  };

  template <Described T>
  void object(const T& value) {
    static const T plain{};
    Members members(*this);
    if constexpr (Ruled<T>) members.key("type"), quote(text, T::type);
    const auto member = [&](const auto& field, const auto& of, const auto& defaults) {
      if (!field.required && of.*field.member == defaults.*field.member) return;
      members.key(field.name);
      write(of.*field.member);
    };
    bool about_is_due = Annotated<T>;
    const auto about = [&] {
      if constexpr (Annotated<T>)
        if (std::exchange(about_is_due, false)) for_each_field<About>([&](const auto& field) { member(field, value.about, plain.about); });
    };
    for_each_field<T>([&](const auto& field) {
      if (!heads_an_object<member_of<decltype(field)>>) about();
      member(field, value, plain);
    });
    about();
    members.end();
  }
};
}
