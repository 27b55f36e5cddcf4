#pragma once
#include <chiso/check/check_report.hpp>
#include <cli/files.hpp>
#include <string>

namespace chiso_cli {
/// Judges the checks of a model on evidence that was read from a file. Prints the findings the way compilers do,
/// `file:line:column: error: ...`, with the place of the cell to look at, then what stated percentages imply of missing counts, and writes
/// them to the output, if there is one: .csv, .txt or .html. Says at the end how many there are: of errors on the standard error.
/// @return whether there is an error.
bool judge(const FileArguments& files, const chiso::Evidence& evidence, const chiso::ReadingOptions& reading, Language language,
           const std::string& output);
/// For commands that use the evidence: says in one line on the standard error that its checks find something, and who lists it.
void tell_of_findings(const FileArguments& files, const chiso::Evidence& evidence, Language language);
}
