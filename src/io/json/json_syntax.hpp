#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A place where a text is no JSON.
struct SyntaxProblem {
  std::size_t at = 0;  ///< Offset.
  std::string code{};
  std::string found{};
  std::string expected{};
  std::string hint{};
};
/// Where a text is no JSON (RFC 8259). simdjson checks no more than it is asked for and says no column, so this looks first.
struct JsonSyntax {
  std::vector<SyntaxProblem> problems{};
  bool readable = true;  ///< Brackets, commas and quotes are in order: what the problems do not touch can be read all the same.
};
JsonSyntax check_syntax(std::string_view text);

/// The longest chain of brackets inside one another; more than 64 levels of criteria with their rules take.
inline constexpr int most_brackets = 256;

/// A piece of the text for a problem, cut short.
std::string shown(std::string_view piece);
}
