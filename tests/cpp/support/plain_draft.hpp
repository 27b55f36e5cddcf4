#pragma once
#include <algorithm>
#include <charconv>
#include <chiso/model/draft.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

namespace chiso_test {
using namespace chiso;

/// Reads a draft from plain token lines (tests/oracle/README.md), so that the build without a JSON reader can run the same cases. It
/// accepts valid drafts only and throws for anything else.
class PlainDraft {
 public:
  explicit PlainDraft(std::string_view text) : text_(text) {}
  ModelDraft read() {
    ModelDraft out{};
    value(out);
    return out;
  }

 private:
  static bool is(std::string_view token, char c) { return token.size() == 1 && token[0] == c; }
  std::string_view peek() const { return text_.substr(0, text_.find('\n')); }
  std::string_view next() {
    const auto token = peek();
    text_.remove_prefix(std::min(token.size() + 1, text_.size()));
    return token;
  }
  static std::string unescaped(std::string_view token) {
    std::string out;
    for (std::size_t i = 0; i < token.size(); ++i) {
      if (token[i] != '\\') {
        out += token[i];
        continue;
      }
      const char c = token[++i];
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    }
    return out;
  }
  void expect(char c) {
    if (!is(next(), c)) throw std::runtime_error(std::string("a draft without ") + c);
  }
  /// Calls member(key) for each member of an object; the call must read the value.
  template <class Member>
  void object(Member&& member) {
    expect('{');
    while (!is(peek(), '}')) {
      auto key = next();
      if (!key.starts_with('.')) throw std::runtime_error("a draft without a key");
      member(unescaped(key.substr(1)));
    }
    next();
  }
  template <class Element>
  void list(Element&& element) {
    expect('[');
    while (!is(peek(), ']')) element();
    next();
  }

  template <Described T>
  bool member(T& out, const std::string& key) {
    bool known = false;
    for_each_field<T>([&](const auto& field) {
      if (known || field.name != key) return;
      known = true;
      value(out.*field.member);
    });
    if constexpr (Annotated<T>)
      if (!known) known = member(out.about, key);
    return known;
  }
  template <Described T>
  void value(T& out) {
    object([&](const std::string& key) {
      if (!member(out, key)) throw std::runtime_error("a draft with an unknown key " + key);
    });
  }
  void value(Rule& out) {
    kinds(out, [](auto&& visit) { for_each_rule(visit); });
  }
  void value(CheckDraft& out) {
    kinds(out, [](auto&& visit) { for_each_check(visit); });
  }
  template <class Kinds, class ForEach>
  void kinds(Kinds& out, const ForEach& for_each_kind) {
    // The type may be anywhere among the members, so it is looked for first, at this level only.
    const auto start = text_;
    std::string type;
    object([&](const std::string& key) {
      if (key == "type")
        value(type);
      else
        skip();
    });
    text_ = start;
    for_each_kind([&]<class K>(std::type_identity<K>) {
      if (K::type != type) return;
      auto& one = out.template emplace<K>();
      object([&](const std::string& key) {
        if (key == "type")
          skip();
        else if (!member(one, key))
          throw std::runtime_error("a rule or check with an unknown key " + key);
      });
      type.clear();
    });
    if (!type.empty()) throw std::runtime_error("a rule or check of unknown type " + type);
  }
  void skip() {
    const auto token = next();
    if (is(token, '{'))
      while (!is(peek(), '}')) next(), skip();
    else if (is(token, '['))
      while (!is(peek(), ']')) skip();
    else
      return;
    next();
  }
  void value(std::string& out) {
    const auto token = next();
    if (!token.starts_with('"')) throw std::runtime_error("a draft without a text");
    out = unescaped(token.substr(1));
  }
  void value(Decimal& out) { out = *Decimal::parse(next().substr(1)); }
  void value(int& out) {
    const auto token = next().substr(1);
    std::from_chars(token.data(), token.data() + token.size(), out);
  }
  void value(bool& out) { out = is(next(), 't'); }
  void value(Text& out) {
    if (peek().starts_with('"')) {
      std::string text;
      value(text);
      out = Text(text.c_str());
      return;
    }
    Bilingual both;
    object([&](const std::string& key) { value(key == "vi" ? both.vi : both.en); });
    out = Text{both};
  }
  void value(Json&) { skip(); }
  template <Named E>
  void value(E& out) {
    std::string name;
    value(name);
    out = *named<E>(name);
  }
  template <Type Of>
  void value(Typed<Of>& out) {
    const auto token = next();
    out.text = token.starts_with('"') ? unescaped(token.substr(1)) : Decimal::parse(token.substr(1))->text();
  }
  void value(Item& out) {
    if (peek().starts_with('"')) return value(out.id);
    object([&](const std::string& key) {
      if (!member(out, key)) throw std::runtime_error("an item with an unknown key " + key);
    });
  }
  void value(Ids& out) {
    if (peek().starts_with('"')) return value(out.emplace_back());
    list([&] { value(out.emplace_back()); });
  }
  void value(TieBreakerDraft& out) {
    if (peek().starts_with('"')) return value(out.emplace<std::string>());
    value(out.emplace<TieBreakDraft>());
  }
  void value(QuotaOfDraft& out) {
    if (peek().starts_with('"')) return value(out.emplace<QuotaBase>());
    value(out.emplace<std::vector<std::string>>());
  }
  template <class T>
  void value(std::optional<T>& out) {
    value(out.emplace());
  }
  template <class T>
  void value(OptionalBox<T>& out) {
    value(out.emplace());
  }
  template <class T>
  void value(Box<T>& out) {
    value(*out);
  }
  template <class T>
  void value(std::vector<T>& out) {
    list([&] { value(out.emplace_back(T{})); });
  }
  template <class T>
  void value(std::vector<std::pair<std::string, T>>& out) {
    object([&](const std::string& key) { value(out.emplace_back(key, T{}).second); });
  }

  std::string_view text_;
};
}
