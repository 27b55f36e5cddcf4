#include <cli/output.hpp>
#include <cli/workbooks.hpp>
#include <filesystem>
#include <fstream>

namespace chiso_cli {
Workbooks*& workbooks() {
  static Workbooks* opens = nullptr;
  return opens;
}
bool is_workbook(const std::string& file) { return workbooks() != nullptr && has_workbook(file); }
bool has_workbook(const std::string& file) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return false;  // a pipe is read once
  std::string begin(4, '\0');
  std::ifstream(file, std::ios::binary).read(begin.data(), 4);
  return begin == "PK\x03\x04" || begin == "\xD0\xCF\x11\xE0";
}
bool is_workbook_output(const std::string& file) { return extension_of(file) == "xlsx"; }
std::string where_workbooks_are_written() {
  return workbooks() != nullptr ? "" : "workbooks are written by the chiso of the Python package: pip install 'chiso[excel]'";
}
}
