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

bool is_page(const std::string& format, const std::string& output) {
  if (!format.empty()) return format == "html";
  if (output.empty()) return false;
  const auto extension = extension_of(output);
  if (extension != "txt" && extension != "html") throw UsageError("'" + output + "' must end in .txt or .html, or --format must be given");
  return extension == "html";
}
void check_not_an_input(const std::string& output, const std::vector<std::string>& inputs) {
  std::error_code none;
  for (const auto& input : inputs)
    if (std::filesystem::equivalent(input, output, none)) throw UsageError("the output '" + output + "' is a file that is read");
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
