#pragma once
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace chiso_cli {
/// The exit codes of the program.
enum ExitCode : int { good = 0, problems = 1, usage = 2 };

/// Arguments that do not fit together, found after parsing.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
/// Problems were found and have been printed.
class AlreadyReported : public std::runtime_error {
 public:
  AlreadyReported() : std::runtime_error("problems were found") {}
};

/// Writes all of a text to the standard output. @throws chiso::Error if that fails: a full disk, a reader that has gone.
void print(std::string_view text);
/// Writes a line to the standard error and ignores failures: there is nowhere left to report them.
void complain(std::string_view line);

/// How many columns the terminal of the standard output has; empty if it is a file, a pipe, or a terminal that only prints.
std::optional<std::size_t> terminal_columns();
}
