#pragma once
#include <string>
#include <vector>

namespace chiso_cli {
/// The extension of a path in lower case, without its point.
std::string extension_of(const std::string& path);
/// Whether a page of HTML is written in place of text: by --format, otherwise by the extension of the output, otherwise text. @throws
/// UsageError for another extension.
bool is_page(const std::string& format, const std::string& output);
/// Refuses an output that would overwrite one of its inputs, which can only be a mistake. @throws UsageError
void check_not_an_input(const std::string& output, const std::vector<std::string>& inputs);
/// Writes the text to the output, whole or not at all; without an output it is printed.
void put_out(const std::string& text, const std::string& output);
}
