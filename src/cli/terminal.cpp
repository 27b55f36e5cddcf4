#include <cli/terminal.hpp>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace chiso_cli {
void print(std::string_view text) {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!written) throw std::runtime_error("cannot write to the standard output: " + std::generic_category().message(errno));
}

void complain(std::string_view line) {
  const auto text = std::string(line) + '\n';
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string counted(std::size_t count, std::string_view one, std::string_view more) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : more);
}
}
