#pragma once
#include <chiso/io/evidence.hpp>
#include <chiso/io/model.hpp>
#include <string>
#include <vector>

namespace chiso_cli {
/// Prints problems the way compilers do, `file:line:column: error: ...`, a line each.
void report(const std::string& file, const std::vector<chiso::Problem>& problems);
/// The same of an error, with how many problems there are in all.
void report(const std::string& file, const chiso::EvidenceError& error);

/// Reads a file; its problems are printed, of evidence the warnings too. @throws AlreadyReported where there are any, chiso::Error where it
/// cannot be read.
chiso::Model read_model(const std::string& file);
chiso::Evidence read_evidence(const std::string& file, const chiso::Model& model, const chiso::ReadOptions& options);
}
