#pragma once
#include <initializer_list>
#include <string>

namespace chiso_cli {
/// The extension of a path in lower case, without its point.
std::string extension_of(const std::string& path);
/// An output that would take the place of what it is made of is a slip of the hand. @throws UsageError
void check_not_an_input(const std::string& output, std::initializer_list<std::string> inputs);
/// Writes the output whole or not at all; without one the text is printed.
void put_out(const std::string& text, const std::string& output);
}
