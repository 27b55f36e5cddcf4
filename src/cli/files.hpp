#pragma once
#include <chiso/io/json/model.hpp>
#include <chiso/io/read/evidence.hpp>
#include <cli/arguments.hpp>
#include <cli/counted.hpp>
#include <string>
#include <vector>

namespace chiso_cli {
/// Prints problems the way compilers do, `file:line:column: error: ...`, one on each line. If there are too many to read, it prints the
/// first ones and how many there are in all, listed or not.
void report(const std::string& file, const std::vector<chiso::Problem>& problems, std::size_t total, Language language);
/// Prints the problems of an error, whose total counts those that it does not list too.
void report(const std::string& file, const chiso::EvidenceError& error, Language language);
/// Prints them, and with which options the columns are read that are called otherwise than the model calls them.
void tell_of_problems(const std::string& file, const chiso::EvidenceError& error, const chiso::Model& model, Language language);
/// Reads a file and prints its problems, including the warnings of evidence. @throws AlreadyReported if there are errors, chiso::Error if
/// the file cannot be read.
chiso::Model read_model(const std::string& file, Language language);
/// Reads a table of published figures, likewise.
chiso::Evidence read_published(const std::string& file, const chiso::TableBeside& table, const chiso::ReadingOptions& options,
                               const std::optional<std::string>& sheet, Language language);
/// Reads the roster, if there is one, then the evidence, then the tables below its units. `warnings`, if it is not null, gets how many
/// warnings of the evidence were printed: looking for them anew takes as long as reading a short table.
chiso::Evidence read_evidence(const FileArguments& files, const chiso::Model& model, const chiso::ReadingOptions& told, Language language,
                              std::size_t* warnings = nullptr);
/// Says in one line for each file what was not read of it, as told or as blank, and how many warnings of the evidence there were; nothing
/// if all was read. `left_out` is Evidence::left_out().
void tell_of_notes(const FileArguments& files, const std::vector<chiso::Problem>& left_out, std::size_t warnings, Language language);
}
