#pragma once
#include <CLI/CLI.hpp>
#include <chiso/core/text.hpp>

namespace chiso_cli {
using Language = chiso::Text::Language;

/// The languages that a command speaks: problems are told in English unless a language is chosen.
struct Languages {
  Language of_output = Language::en;
  Language of_problems = Language::en;
};
/// `--lang vi|en`, which sets both. What `languages` holds before is the default.
CLI::Option* add_language_option(CLI::App& command, Languages& languages);
}
