#pragma once
#include <chiso/core/progress.hpp>
#include <cli/counted.hpp>
#include <csignal>
#include <cstddef>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
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

/// Work that may take long.
namespace works {
inline constexpr chiso::Words reading{"reading", "đang đọc"}, scoring{"scoring", "đang chấm điểm"};
}
/// A line on the terminal of the standard error that says how far long work has come; it is taken away when the work is done. Nothing is
/// written where the standard error is no terminal, nor about work of a moment. Made, and told, by one thread.
class ProgressLine {
 public:
  ProgressLine(const std::string& file, const chiso::Words& work, Language language);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine();
  /// What is told how far the work has come, as long as the line lives; empty if nobody sees it.
  chiso::ProgressCallback telling() const;

 private:
  struct Shown;
  std::unique_ptr<Shown> shown_;  // null without a terminal
};
/// Holds back signals that end the program as long as it lives: what is being written is then whole, and no part of it is left behind.
class Uninterrupted {
 public:
  Uninterrupted();
  Uninterrupted(const Uninterrupted&) = delete;
  Uninterrupted& operator=(const Uninterrupted&) = delete;
  ~Uninterrupted();

 private:
  sigset_t before_;
};

/// How many columns the terminal of the standard output has; empty if it is a file, a pipe, or a terminal that only prints.
std::optional<std::size_t> terminal_columns();
}
