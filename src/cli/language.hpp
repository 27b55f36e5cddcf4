#pragma once
#include <CLI/CLI.hpp>
#include <cli/counted.hpp>

namespace chiso_cli {
/// `--lang vi|en`: the language of what a command prints and of its problems. The value of `language` before is the default.
CLI::Option* add_language_option(CLI::App& command, Language& language);
}
