#include <algorithm>
#include <chiso/core/text.hpp>
#include <io/json/json_places.hpp>
#include <io/text/unicode.hpp>
#include <span>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::size_t nowhere = ~std::size_t{0};

/// A problem that has only a pointer, and the value found for it so far: the one that it points to, or, if that is absent, the nearest
/// around it.
struct Wanted {
  Problem* problem = nullptr;
  std::size_t path = nowhere;  // how much of the pointer leads to the value
  std::size_t value = 0;       // offset
  std::size_t key = nowhere;   // offset, of a member
  std::string_view pointer() const { return problem->place.pointer; }
};

/// Orders pointers part by part, so that whatever is below a pointer follows it directly.
bool comes_before(const Wanted& a, const Wanted& b) {
  const auto below = [](char x, char y) {
    return x != y && (x == '/' || (y != '/' && static_cast<unsigned char>(x) < static_cast<unsigned char>(y)));
  };
  return std::lexicographical_compare(a.pointer().begin(), a.pointer().end(), b.pointer().begin(), b.pointer().end(), below);
}

/// Walks once over a text, entering only what contains a wanted value.
class Walk {
 public:
  /// Finds the values of `wanted`, which are all at or below this one.
  void value(JsonValue value, std::size_t key, std::span<Wanted> wanted) {
    const auto size = path_.size();
    for (auto& each : wanted)
      if (each.path == nowhere || each.path < size)
        each.path = size, each.value = value.offset(), each.key = key;  // if a key is written twice, the first one counts
    if (wanted.back().pointer().size() == size) return;                 // the last one is the deepest
    if (value.is('{')) {
      value.members([&](const std::string& name, std::size_t at, JsonValue member) {
        part(clean_name(name), member, at, wanted);
        return true;
      });
    } else if (value.is('[')) {
      std::size_t index = 0;
      value.elements([&](JsonValue element) {
        part(std::to_string(index++), element, nowhere, wanted);
        return true;
      });
    }
  }

 private:
  void part(std::string_view name, JsonValue value, std::size_t key, std::span<Wanted> wanted) {
    const auto size = path_.size();
    add_pointer_part(path_, name);
    // Pointers through this member are adjacent; those to the whole value come before them, with an empty part here.
    const auto here = std::string_view(path_).substr(size + 1);
    const auto part_of = [&](const Wanted& each) {
      const auto rest = each.pointer().substr(std::min(size + 1, each.pointer().size()));
      return rest.substr(0, rest.find('/'));
    };
    auto first = std::lower_bound(wanted.begin(), wanted.end(), here,
                                  [&](const Wanted& each, std::string_view wanted_part) { return part_of(each) < wanted_part; });
    const auto last = std::upper_bound(first, wanted.end(), here,
                                       [&](std::string_view wanted_part, const Wanted& each) { return wanted_part < part_of(each); });
    while (first != last && first->pointer().size() <= size) ++first;
    if (first != last) this->value(value, key, {first, last});
    path_.resize(size);
  }

  std::string path_;
};

/// Finds, in the body of a string, the character `within` of the expression that was read from it, trimmed and composed.
std::size_t offset_in_expression(std::string_view body, std::size_t within) {
  const auto text = unescaped(body);
  const auto kept = trimmed(text);
  const auto before = code_points(std::string_view(text).substr(0, static_cast<std::size_t>(kept.data() - text.data())));
  return offset_in_body(body, before + before_composing(kept, within));
}
}

void find_places(const JsonTree& tree, SourceText& source, std::vector<Problem>& problems) {
  std::vector<Wanted> wanted;
  for (auto& problem : problems)
    if (problem.place.line == 0) wanted.push_back({&problem});
  if (wanted.empty()) return;
  std::sort(wanted.begin(), wanted.end(), comes_before);
  Walk().value(JsonValue(tree), nowhere, wanted);
  for (const auto& [problem, path, value, key] : wanted) {
    auto offset = value;
    if (path == problem->place.pointer.size()) {
      if (key != nowhere && problem->entry->marks == ProblemEntry::Marks::key)
        offset = key;
      else if (tree.text[offset] == '"' && problem->entry->domain == ProblemEntry::Domain::expression)
        offset += 1 + offset_in_expression(string_body(tree.text, offset), problem->place.within);
    }
    source.put(problem->place, offset);
  }
}
}
