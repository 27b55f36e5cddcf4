#include <algorithm>
#include <chiso/core/text.hpp>
#include <chiso/io/text/file.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <filesystem>

namespace chiso_cli {
std::string extension_of(const std::string& path) {
  const auto extension = chiso::lower_case(std::filesystem::path(path).extension().string());
  return extension.empty() ? extension : extension.substr(1);
}

std::string check_ending(const std::string& output, const std::vector<std::string_view>& extensions) {
  const auto extension = extension_of(output);
  if (std::find(extensions.begin(), extensions.end(), extension) != extensions.end()) return {};
  std::string listed;
  for (std::size_t i = 0; i < extensions.size(); ++i)
    listed.append(i == 0 ? "." : i + 1 == extensions.size() ? " or ." : ", .").append(extensions[i]);
  return "'" + output + "' must end in " + listed;
}
bool is_page(const std::string& format, const std::string& output) {
  if (!format.empty()) return format == "html";
  if (output.empty()) return false;
  if (const auto wrong = check_ending(output, {"txt", "html"}); !wrong.empty()) throw UsageError(wrong + ", or --format must be given");
  return extension_of(output) == "html";
}
void check_not_an_input(const std::string& output, const std::vector<std::string>& inputs) {
  if (output.empty()) return;
  std::error_code none;
  for (const auto& input : inputs)
    if (std::filesystem::equivalent(input, output, none)) throw UsageError("the output '" + output + "' is a file that is read");
}

chiso::TextLayout layout_of(const std::string& output) {
  const auto terminal = output.empty() ? terminal_columns() : std::nullopt;
  return {.bold = terminal.has_value(), .width = terminal.value_or(0)};
}
void put_out(const std::string& text, const std::string& output) {
  if (output.empty())
    print(text);
  else {
    const Uninterrupted writing;
    chiso::write_file(output, text);
  }
}
}
