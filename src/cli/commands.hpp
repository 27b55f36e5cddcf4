#pragma once
#include <CLI/CLI.hpp>
#include <functional>

namespace chiso_cli {
/// What is done once the command line has been read; returns the exit code.
using Run = std::function<int()>;

// Each declares one command, with its arguments, and sets `run` where it is called.
void add_check(CLI::App& app, Run& run);
void add_score(CLI::App& app, Run& run);
void add_show(CLI::App& app, Run& run);
void add_schema(CLI::App& app, Run& run);
void add_describe(CLI::App& app, Run& run);
void add_template(CLI::App& app, Run& run);
}
