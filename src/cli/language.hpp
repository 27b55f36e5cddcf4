#pragma once
#include <CLI/CLI.hpp>
#include <chiso/core/text.hpp>

namespace chiso_cli {
using Language = chiso::Text::Language;

/// `--lang vi|en`: the language of what a command prints and of its problems. The value of `language` before is the default.
CLI::Option* add_language_option(CLI::App& command, Language& language);
}
