#pragma once
#include <CLI/CLI.hpp>
#include <chiso/io/read/evidence.hpp>
#include <string>
#include <vector>

namespace chiso_cli {
/// How a table is read, as it was typed: the same for every command that reads one.
struct ReadingArguments {
  std::string decimal{};
  std::string thousands{};
  std::string delimiter{};
  std::vector<std::string> rename{};
  std::vector<std::string> missing_words{};
  bool ignore_unknown = false;
  bool absent_is_missing = false;
};
/// Declares the options that fill these; they must stay where they are while the command line is parsed.
void add_reading_options(CLI::App& command, ReadingArguments& arguments);
/// @throws UsageError where they do not fit together.
chiso::ReadingOptions read_options(const ReadingArguments& arguments);

/// The arguments that name the files.
struct FileArguments {
  std::string model{};
  std::string evidence{};
};
enum class Evidence : bool { may_be_left_out, required };
void add_files(CLI::App& command, FileArguments& arguments, Evidence evidence);
}
