#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/core/problems.hpp>
#include <chiso/core/report.hpp>
#include <io/json/json_tree.hpp>
#include <io/json/value_problems.hpp>
#include <io/text/source_text.hpp>
#include <io/text/unicode.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// `a, b, c`.
std::string listed(const std::vector<std::string_view>& names);
/// `one of a, b, c`.
Argument one_of(const std::vector<std::string_view>& names);

namespace phrases {
inline constexpr Words an_object{"an object", "một đối tượng"}, a_list{"a list", "một danh sách"},
    a_text{"a text in double quotes", "văn bản trong dấu nháy kép"}, key_once{"each key once", "ghi mỗi khóa chỉ một lần"};
}

/// Reads values of simple types, at the place of the report; a problem gets its line and column at once.
class JsonValues {
 public:
  JsonValues(SourceText& source, Report& report) : source_(source), report_(report) {}

  /// True once there are too many criteria or items: nothing more is read.
  bool stopped() const { return stopped_; }

 protected:
  static constexpr int most_levels_of_meta = 64;

  Problem& add(std::size_t offset, const ProblemEntry& entry, Arguments arguments = {});
  Problem& wrong_type(JsonValue value, Argument expected);
  void absent(std::string_view key, std::size_t offset, Argument about);
  /// Reports a name that is not among the known ones; the hint is what was meant, or the nearest of them.
  Problem& unknown(std::size_t offset, const ProblemEntry& entry, std::string_view name, const std::vector<std::string_view>& known,
                   Argument meant = {});
  static bool is_number(JsonValue value);

  void read(JsonValue value, std::string& out);
  /// Reads the name of an option, a track or the like.
  void read_name(JsonValue value, std::string& out);
  void read(JsonValue value, bool& out);
  void read(JsonValue value, int& out);
  void read(JsonValue value, Decimal& out);
  void read(JsonValue value, Text& out);
  void read(JsonValue value, Json& out);

  /// Calls visit(key, its offset, value) for the members of an object whose keys are names, each once.
  template <class Visit>
  void named_members(JsonValue value, Visit&& visit, std::string (*clean)(std::string_view) = clean_name) {
    std::unordered_set<std::string> seen;
    value.members([&](const std::string& written, std::size_t offset, JsonValue member) {
      const auto key = clean(written);
      const auto step = report_.step(key);
      if (!seen.insert(key).second)
        add(offset, problems::key_duplicate, {key, phrases::key_once});
      else
        visit(key, offset, member);
      return !stopped_;
    });
  }
  void give_up() { stopped_ = true; }

  SourceText& source_;
  Report& report_;

 private:
  void canonical(JsonValue value, std::string& out, int level);

  Problem surplus_{};
  bool stopped_ = false;
};
}
