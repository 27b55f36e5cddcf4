#include <cerrno>
#include <chiso/core/error.hpp>
#include <cli/terminal.hpp>
#include <cstdio>
#include <cstdlib>
#include <io/text/file_problems.hpp>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>
namespace chiso_cli {
void print(std::string_view text) {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (written) return;
  throw file_error(chiso::problems::file_write, "stdout", errno);
}

void complain(std::string_view line) {
  const auto text = std::string(line) + '\n';
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::optional<std::size_t> terminal_columns() {
  const char* kind = std::getenv("TERM");
  if (isatty(STDOUT_FILENO) == 0 || kind == nullptr || std::string_view(kind) == "dumb") return {};
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : std::size_t{0};
}
}
