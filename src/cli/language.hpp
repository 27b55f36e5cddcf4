#pragma once
#include <CLI/CLI.hpp>
#include <cli/counted.hpp>
#include <optional>

namespace chiso_cli {
/// The language of what a command prints and of its problems: what `--lang` says, else the usual one of the process.
class LanguageArgument {
 public:
  LanguageArgument() = default;
  explicit LanguageArgument(Language told) : told_(told) {}
  /// @throws UsageError if nothing is told and CHISO_LANG is no language.
  operator Language() const;

 private:
  std::optional<Language> told_{};
};
/// Declares `--lang vi|en`.
CLI::Option* add_language_option(CLI::App& command, LanguageArgument& language);
}
