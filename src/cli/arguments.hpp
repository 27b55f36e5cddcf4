#pragma once
#include <CLI/CLI.hpp>
#include <chiso/io/read/evidence.hpp>
#include <string>
#include <vector>

namespace chiso_cli {
/// Declares the options that fill these members, which must stay where they are while the command line is parsed.
void add_reading_options(CLI::App& command, chiso::ReadingOptions& options);
/// @throws UsageError if the options do not fit together.
void check_options(const chiso::ReadingOptions& options);

/// The arguments that name the files.
struct FileArguments {
  std::string model{};
  std::string evidence{};
};
enum class Evidence : bool { may_be_left_out, required };
void add_files(CLI::App& command, FileArguments& arguments, Evidence evidence);
}
