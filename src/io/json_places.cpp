#include "json_places.hpp"
#include <algorithm>
#include <array>
#include <chiso/core/text.hpp>
#include <string>
#include <unordered_map>
#include "io/json_document.hpp"
#include "io/source_text.hpp"
#include "io/unicode.hpp"

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::size_t nowhere = ~std::size_t{0};
struct Found {
  std::size_t value = nowhere;
  std::size_t key = nowhere;  // of a member
};
using Wanted = std::unordered_map<std::string, Found>;

/// Whether a problem is about the name that its value stands under.
bool is_about_key(std::string_view code) {
  constexpr std::array<std::string_view, 8> codes{"measure.name",  "measure.unread", "options.unknown", "survey.measure",
                                                  "track.unknown", "block.unknown",  "key.duplicate",   "key.unknown"};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

class Walk {
 public:
  Walk(const JsonDocument& document, Wanted& wanted) : document_(document), wanted_(wanted) {}

  void value(JsonValue& value, std::size_t key) {
    const auto found = wanted_.find(path_);
    if (found == wanted_.end()) return;  // so nothing below it is wanted
    const auto offset = document_.offset(value);
    if (found->second.value != nowhere) return;  // a key written twice: the first counts
    found->second = {offset, key};
    const char first = document_.text()[offset];
    const auto size = path_.size();
    if (first == '{') {
      JsonObject object;
      if (value.get_object().get(object)) return;
      document_.members(object, [&](const std::string& name, std::size_t at, JsonValue& member) {
        step(clean_text(name));
        this->value(member, at);
        path_.resize(size);
        return true;
      });
    } else if (first == '[') {
      std::size_t index = 0;
      document_.elements(value, [&](JsonValue& element) {
        step(std::to_string(index++));
        this->value(element, nowhere);
        path_.resize(size);
        return true;
      });
    }
  }

 private:
  void step(std::string_view part) {  // as a Report does
    path_ += '/';
    for (const char c : part) {
      if (c == '~')
        path_ += "~0";
      else if (c == '/')
        path_ += "~1";
      else
        path_ += c;
    }
  }
  const JsonDocument& document_;
  Wanted& wanted_;
  std::string path_;
};

/// Where in the body of a string stands the character `within` of the expression that was read from it, trimmed and composed.
std::size_t offset_in_expression(std::string_view body, std::size_t within) {
  const auto text = unescaped(body);
  const auto kept = trimmed(text);
  const auto before = code_points(std::string_view(text).substr(0, static_cast<std::size_t>(kept.data() - text.data())));
  return offset_in_body(body, before + before_composing(kept, within));
}
}

void find_places(std::string_view text, std::vector<Problem>& problems) {
  Wanted wanted;
  for (const auto& problem : problems) {
    if (problem.place.line > 0) continue;
    std::string_view pointer = problem.place.pointer;
    while (wanted.try_emplace(std::string(pointer)).second && !pointer.empty()) pointer = pointer.substr(0, pointer.rfind('/'));
  }
  if (wanted.empty()) return;
  JsonDocument document(text);
  auto root = document.root();
  if (!root) return;
  Walk(document, wanted).value(*root, nowhere);
  SourceText source(text);
  for (auto& problem : problems) {
    if (problem.place.line > 0) continue;
    const std::string_view pointer = problem.place.pointer;
    auto at = pointer;
    auto found = wanted.at(std::string(at));
    while (found.value == nowhere && !at.empty()) {  // something that is not there: what it is missing in
      at = at.substr(0, at.rfind('/'));
      found = wanted.at(std::string(at));
    }
    if (found.value == nowhere) continue;
    auto offset = found.value;
    if (at == pointer) {
      if (found.key != nowhere && is_about_key(problem.code))
        offset = found.key;
      else if (text[offset] == '"' && problem.code.starts_with("expr."))
        offset += 1 + offset_in_expression(string_body(text, offset), problem.place.within);
    }
    source.put(problem.place, offset);
  }
}
}
