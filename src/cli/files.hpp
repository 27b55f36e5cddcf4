#pragma once
#include <chiso/io/json/model.hpp>
#include <chiso/io/read/evidence.hpp>
#include <cli/language.hpp>
#include <string>
#include <vector>

namespace chiso_cli {
/// Prints problems the way compilers do, `file:line:column: error: ...`, a line each: the first of them, and where they are too many to be
/// read, how many there are in all, listed or not.
void report(const std::string& file, const std::vector<chiso::Problem>& problems, std::size_t total, Language language);
/// The same of an error, with how many problems there are in all.
void report(const std::string& file, const chiso::EvidenceError& error, Language language);
/// `2 errors`, `1 warning`.
std::string counted_errors(std::size_t count, Language language);
std::string counted_warnings(std::size_t count, Language language);

/// Reads a file; its problems are printed, of evidence the warnings too. @throws AlreadyReported where there are any, chiso::Error where it
/// cannot be read.
chiso::Model read_model(const std::string& file, Language language);
chiso::Evidence read_evidence(const std::string& file, const chiso::Model& model, const chiso::ReadingOptions& options, Language language);
}
