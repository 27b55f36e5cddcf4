#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <cstddef>
#include <io/json/json_tree.hpp>
#include <io/text/source_text.hpp>
#include <optional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A text of JSON of at most 8 MiB whose problems go to a report, each with its line and column. The text must outlive it.
class JsonText {
 public:
  static constexpr std::size_t most_bytes = std::size_t{8} << 20;

  /// If the text cannot be read, its problems are reported at once.
  JsonText(std::string_view text, Report& report);
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;

  /// Empty if the text cannot be read.
  std::optional<JsonValue> root() const;
  const JsonTree& tree() const { return tree_; }
  SourceText& source() { return source_; }
  void add(std::size_t offset, const ProblemEntry& entry, Arguments arguments);
  /// Must be called once the values have been read: reports syntax errors of single values. Those of values that were refused have been
  /// reported already, with their pointers.
  void add_overlooked();

 private:
  void add(const SyntaxProblem& problem);

  SourceText source_;
  Report& report_;
  JsonTree tree_{};
  std::size_t reported_ = 0;  // problems before the first value
};
}
