#pragma once
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace chiso_cli {
/// What the program returns to the shell.
enum ExitCode : int { good = 0, problems = 1, usage = 2 };

/// Arguments that do not fit together, found after parsing.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
/// Problems were found, and printed already.
class AlreadyReported : public std::runtime_error {
 public:
  AlreadyReported() : std::runtime_error("problems were found") {}
};

/// Writes text to the standard output, all of it. @throws chiso::Error where that fails: a full disk, a reader that has gone.
void print(std::string_view text);
/// Writes a line to the standard error, whatever becomes of it: there is nowhere left to complain.
void complain(std::string_view line);

/// How many columns the terminal has that the standard output is; none where it is a file, a pipe, or a terminal that only prints.
std::optional<std::size_t> terminal_columns();

/// `1 row`, `2 rows`.
std::string counted(std::size_t count, std::string_view one, std::string_view more);
}
