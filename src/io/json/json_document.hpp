#pragma once
#include <chiso/core/build.hpp>
#include <io/text/json_string.hpp>
#include <new>
#include <optional>
#include <simdjson.h>
#include <string_view>
#include <utility>

namespace chiso::inline CHISO_BUILD {
using JsonValue = simdjson::ondemand::value;
using JsonObject = simdjson::ondemand::object;

/// A text whose syntax is readable, walked forward by simdjson. Each value is read once; what is not read is skipped. simdjson finds the
/// values; tokens and strings are taken from the text itself, which keeps the digits and the offsets, and needs no room beside it.
class JsonDocument {
 public:
  explicit JsonDocument(std::string_view text) : text_(text), padded_(text) {
    if (padded_.data() == nullptr) throw std::bad_alloc();  // simdjson tells of it in no other way
    // simdjson refuses a text with control characters; those within strings are reported by check_syntax.
    for (char* c = padded_.data(); c != padded_.data() + text.size(); ++c)
      if (static_cast<unsigned char>(*c) < 0x20) *c = ' ';
  }
  JsonDocument(const JsonDocument&) = delete;
  JsonDocument& operator=(const JsonDocument&) = delete;

  std::string_view text() const { return text_; }
  /// The root, where it is an object or a list.
  std::optional<JsonValue> root() {
    JsonValue out;
    const auto error = parser_.iterate(padded_).get(document_);
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    if (error || document_.get_value().get(out)) return {};
    return out;
  }
  /// Where a value begins in the text.
  std::size_t offset(JsonValue& value) const { return static_cast<std::size_t>(value.raw_json_token().data() - padded_.data()); }
  /// A text, number or word as written; of a list or an object the bracket.
  std::string_view token(JsonValue& value) const {
    auto out = text_.substr(offset(value), value.raw_json_token().size());
    if (out.starts_with('{') || out.starts_with('[')) return out.substr(0, 1);
    while (!out.empty() && static_cast<unsigned char>(out.back()) <= 0x20) out.remove_suffix(1);
    return out;
  }
  std::string string(JsonValue& value) const { return unescaped(string_body(text_, offset(value))); }

  /// Calls visit(key, offset of the key, value) for every member until it returns false. False where it did, or nothing can be read.
  template <class Visit>
  bool members(JsonObject& object, Visit&& visit) const {
    for (auto entry : object) {
      simdjson::ondemand::field field;
      if (std::move(entry).get(field)) return false;
      const auto quote = static_cast<std::size_t>(field.key().raw() - padded_.data()) - 1;
      JsonValue value = field.value();
      if (!visit(unescaped(string_body(text_, quote)), quote, value)) return false;
    }
    return true;
  }
  /// Calls visit(value) for every element until it returns false.
  template <class Visit>
  bool elements(JsonValue& value, Visit&& visit) const {
    simdjson::ondemand::array array;
    if (value.get_array().get(array)) return false;
    for (auto entry : array) {
      JsonValue element;
      if (std::move(entry).get(element) || !visit(element)) return false;
    }
    return true;
  }

 private:
  std::string_view text_;
  simdjson::padded_string padded_;
  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document document_;
};
}
