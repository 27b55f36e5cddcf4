#pragma once
#include <CLI/CLI.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/evidence/table_below.hpp>
#include <chiso/io/read/evidence.hpp>
#include <cli/counted.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso_cli {
/// Declares the options that fill these members, which must stay where they are while the command line is parsed.
void add_reading_options(CLI::App& command, chiso::ReadingOptions& options);
/// Declares those of a second table: `--<table>-decimal`, `--<table>-rename` and so on; of it unknown columns are always ignored.
void add_reading_options_of(CLI::App& command, chiso::ReadingOptions& options, const std::string& table, const std::string& group);
/// @throws UsageError with every problem of the options, as far as these can be checked before a file is read.
void check_options(const chiso::ReadingOptions& options, Language language);

/// Declares --output of a command, whose file ends in one of these extensions.
CLI::Option* add_output(CLI::App& command, std::string& output, const std::vector<std::string_view>& extensions, const std::string& about);
/// Declares --output of a command that writes a list (put_list).
void add_list_output(CLI::App& command, std::string& output, const std::string& group);
/// Declares --format and --output of a command that writes text or a page.
void add_page_options(CLI::App& command, std::string& format, std::string& output, const std::string& group);
/// Declares --others: what is added to the indices of the other units.
void add_others(CLI::App& command, chiso::Decimal& others, const std::string& group);

/// A table below the units, as the command line gives it.
struct TableArgument {
  std::string file{};
  std::string unit = "unit";
  std::optional<std::string> sheet{};
  chiso::PeriodPart period = chiso::PeriodPart::whole;
  std::vector<std::pair<std::string, std::string>> rename{};
};
/// The arguments that name the files.
struct FileArguments {
  std::string model{};
  std::string evidence{};
  std::string roster{};                           ///< Empty: none.
  std::optional<std::string> sheet{};             ///< The worksheet of the evidence, if that is a workbook.
  std::map<std::string, TableArgument> tables{};  ///< By the name that the model has for them.
  /// All of them, which an output must not overwrite.
  std::vector<std::string> inputs() const;
};
/// Checks what can be checked before a file is read. @throws UsageError for options that do not fit together, for a table of which an
/// option is given but not its file, and for an output that is one of the files.
void check_arguments(const FileArguments& files, const chiso::ReadingOptions& reading, const std::string& output, Language language);
/// Whether a command can do without evidence.
enum class EvidenceArgument : bool { may_be_left_out, required };
void add_files(CLI::App& command, FileArguments& arguments, EvidenceArgument evidence);
}
