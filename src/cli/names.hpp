#pragma once
#include <CLI/CLI.hpp>
#include <chiso/score/scores.hpp>
#include <optional>
#include <string>

namespace chiso_cli {
/// An option whose value is a name in the model or the evidence; it is composed (NFC), as those are.
CLI::Option* add_name_option(CLI::App& command, const std::string& option, std::optional<std::string>& name, const std::string& about);
/// A name as readers store it.
std::string as_read(const std::string& typed);

/// A row of scores, as the command line names it.
struct RowArguments {
  std::string unit{};
  std::optional<std::string> period{}, track{};  ///< Absent: the last.
};
/// Declares UNIT.
void add_unit(CLI::App& command, RowArguments& row);
/// Declares --period and --track.
void add_period_and_track(CLI::App& command, RowArguments& row, const std::string& group);
/// Finds the row. @throws chiso::UnknownNameError as Scores::row.
std::size_t find_row(const chiso::Scores& scores, const RowArguments& row);
}
