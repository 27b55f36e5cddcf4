#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/report.hpp>
#include <io/json/json_document.hpp>
#include <io/text/source_text.hpp>
#include <io/text/unicode.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// `one of a, b, c`.
std::string one_of(const std::vector<std::string_view>& names);

/// Reads the values that hold no described type, at the place of the report; a problem has its line and column at once.
class JsonValues {
 public:
  JsonValues(const JsonDocument& document, SourceText& source, Report& report) : document_(document), source_(source), report_(report) {}

  /// After too many criteria or items, or where simdjson cannot go on, nothing more is read.
  bool stopped() const { return stopped_; }

 protected:
  static constexpr int most_levels_of_meta = 64;

  Problem& add(std::size_t offset, std::string_view code, std::string_view found, std::string_view expected);
  Problem& wrong_type(JsonValue& value, std::string_view expected);
  Problem& add(std::size_t offset, const ProblemEntry& entry, Arguments arguments);
  /// A required key that is not there; `about` is what is said of it.
  void absent(std::string_view key, std::size_t offset, Argument about);
  /// A name that is not among the known; the hint is the nearest of them.
  Problem& unknown(std::size_t offset, std::string_view code, std::string_view name, const std::vector<std::string_view>& known);
  bool is(JsonValue& value, char first) { return document_.token(value).starts_with(first); }
  bool is_number(JsonValue& value);

  void read(JsonValue& value, std::string& out);
  void read(JsonValue& value, bool& out);
  void read(JsonValue& value, int& out);
  void read(JsonValue& value, Decimal& out);
  void read(JsonValue& value, Text& out);
  void read(JsonValue& value, Json& out);

  /// Calls visit(key, its offset, value) for the members of an object whose keys are names, each once.
  template <class Visit>
  void named_members(JsonValue& value, Visit&& visit, std::string (*clean)(std::string_view) = clean_text) {
    JsonObject object;
    if (value.get_object().get(object)) return stop();
    std::unordered_set<std::string> seen;
    const bool whole = document_.members(object, [&](const std::string& written, std::size_t offset, JsonValue& member) {
      const auto key = clean(written);
      const auto step = report_.step(key);
      if (!seen.insert(key).second)
        add(offset, "key.duplicate", key, "each key once");
      else
        visit(key, offset, member);
      return !stopped_;
    });
    if (!whole) stop();
  }
  void stop();
  void give_up() { stopped_ = true; }

  const JsonDocument& document_;
  SourceText& source_;
  Report& report_;

 private:
  void canonical(JsonValue& value, std::string& out, int level);

  Problem surplus_{};
  bool stopped_ = false;
};
}
