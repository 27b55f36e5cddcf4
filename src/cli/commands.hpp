#pragma once
#include <CLI/CLI.hpp>
#include <cli/language.hpp>
#include <functional>

namespace chiso_cli {
/// What to do once the command line has been read.
struct Command {
  std::function<int()> run{};   ///< Returns the exit code.
  LanguageArgument language{};  ///< The language of its problems.
};

// Each function declares one command with its arguments; the command sets `to_run` if it is called.
void add_check(CLI::App& app, Command& to_run);
void add_score(CLI::App& app, Command& to_run);
void add_show(CLI::App& app, Command& to_run);
void add_report(CLI::App& app, Command& to_run);
void add_explain(CLI::App& app, Command& to_run);
void add_missing(CLI::App& app, Command& to_run);
void add_plan(CLI::App& app, Command& to_run);
void add_steps(CLI::App& app, Command& to_run);
void add_compare(CLI::App& app, Command& to_run);
void add_verify(CLI::App& app, Command& to_run);
void add_diff(CLI::App& app, Command& to_run);
void add_schema(CLI::App& app, Command& to_run);
void add_describe(CLI::App& app, Command& to_run);
void add_template(CLI::App& app, Command& to_run);
}
