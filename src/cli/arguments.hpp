#pragma once
#include <CLI/CLI.hpp>
#include <chiso/io/read/evidence.hpp>
#include <cli/counted.hpp>
#include <string>
#include <vector>

namespace chiso_cli {
/// Declares the options that fill these members, which must stay where they are while the command line is parsed.
void add_reading_options(CLI::App& command, chiso::ReadingOptions& options);
/// @throws UsageError with every problem of the options, as far as these can be checked before a file is read.
void check_options(const chiso::ReadingOptions& options, Language language);

/// The arguments that name the files.
struct FileArguments {
  std::string model{};
  std::string evidence{};
};
/// Whether a command can do without evidence.
enum class EvidenceArgument : bool { may_be_left_out, required };
void add_files(CLI::App& command, FileArguments& arguments, EvidenceArgument evidence);
}
