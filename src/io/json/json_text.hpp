#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <cstddef>
#include <io/json/json_tree.hpp>
#include <io/text/source_text.hpp>
#include <optional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A text of JSON of at most 8 MiB whose problems go to a report, each with its line and column. The text outlives it.
class JsonText {
 public:
  static constexpr std::size_t most_bytes = std::size_t{8} << 20;

  /// Of a text that cannot be read the problems are reported at once.
  JsonText(std::string_view text, Report& report);
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;

  /// Nothing where the text cannot be read.
  std::optional<JsonValue> root() const;
  const JsonTree& tree() const { return tree_; }
  SourceText& source() { return source_; }
  void add(std::size_t offset, const ProblemEntry& entry, Arguments arguments);
  /// To be called when the values are read: reports what is wrong with the syntax of single ones. What was refused as a value is reported
  /// already, with its pointer.
  void add_overlooked();

 private:
  void add(const SyntaxProblem& problem);

  SourceText source_;
  Report& report_;
  JsonTree tree_{};
  std::size_t reported_ = 0;  // problems before the first of a value
};
}
