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

/// The row of a unit in the given period and track; if one of these is absent, in the last. @throws chiso::UnknownNameError as
/// Scores::row.
std::size_t find_row(const chiso::Scores& scores, const std::string& unit, const std::optional<std::string>& period,
                     const std::optional<std::string>& track);
}
