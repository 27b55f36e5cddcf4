#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <cstddef>
#include <cstdint>
#include <io/text/json_string.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A place where a text is not valid JSON.
struct SyntaxProblem {
  std::size_t at = 0;  ///< Offset.
  const ProblemEntry* entry = nullptr;
  Arguments arguments{};
  std::string hint{};
};

/// The values of a JSON text (RFC 8259) as a flat list in the order of the text: an object or a list comes before its contents, a key
/// before the value of its member. Tokens stay as they are written, which keeps their digits and places.
struct JsonTree {
  struct Node {
    std::uint32_t begin = 0;  ///< Offset of its first byte.
    std::uint32_t end = 0;    ///< Offset after its last byte.
    std::uint32_t next = 0;   ///< The node after this one and all its contents.
  };
  std::string_view text{};
  std::vector<Node> nodes{};
  std::vector<SyntaxProblem> problems{};  ///< At most 100; the hundredth says that there are more.
  bool readable = true;  ///< True if brackets, commas and quotes are in order: then there is a root, and no values are wrong but those that
                         ///< the problems name.
};
/// Parses a text of less than 4 GiB. O(length), 12 bytes a value.
JsonTree parse_json(std::string_view text);

/// The deepest allowed nesting of brackets, which is more than 64 levels of criteria with their rules need.
inline constexpr int most_brackets = 256;

/// A piece of the text for a problem, cut short.
std::string shown(std::string_view piece);

/// A value in a readable tree, which must outlive it.
class JsonValue {
 public:
  explicit JsonValue(const JsonTree& root) : tree_(&root) {}

  std::size_t offset() const { return node().begin; }
  /// The value as it is written, with its brackets or quotes.
  std::string_view written() const { return tree_->text.substr(node().begin, node().end - node().begin); }
  bool is(char first) const { return tree_->text[node().begin] == first; }
  /// The text that a string stands for.
  std::string string() const { return unescaped(written().substr(1, written().size() - 2)); }

  /// Calls visit(key, offset of the key, value) for every member of an object until it returns false.
  template <class Visit>
  void members(Visit&& visit) const {
    for (auto at = at_ + 1; at < node().next; at = tree_->nodes[at + 1].next) {
      const JsonValue key(*tree_, at), member(*tree_, at + 1);
      if (!visit(key.string(), key.offset(), member)) return;
    }
  }
  /// Calls visit(value) for every element of a list until it returns false.
  template <class Visit>
  void elements(Visit&& visit) const {
    for (auto at = at_ + 1; at < node().next; at = tree_->nodes[at].next)
      if (!visit(JsonValue(*tree_, at))) return;
  }

 private:
  JsonValue(const JsonTree& tree, std::uint32_t at) : tree_(&tree), at_(at) {}
  const JsonTree::Node& node() const { return tree_->nodes[at_]; }

  const JsonTree* tree_;
  std::uint32_t at_ = 0;
};
}
