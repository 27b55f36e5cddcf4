#include <cerrno>
#include <chiso/core/error.hpp>
#include <chrono>
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

namespace {
bool is_terminal(int file) {
  const char* kind = std::getenv("TERM");
  return isatty(file) != 0 && kind != nullptr && std::string_view(kind) != "dumb";
}
std::string grouped(std::size_t number, Language language) {
  auto out = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(out.size()) - 3; at > 0; at -= 3)
    out.insert(static_cast<std::size_t>(at), 1, language == Language::vi ? '.' : ',');
  return out;
}
}
struct ProgressLine::Shown {
  using Clock = std::chrono::steady_clock;
  static constexpr auto pause = std::chrono::milliseconds(100), silence = std::chrono::milliseconds(300);
  std::string file;
  chiso::Words work;
  Language language;
  Clock::time_point next = Clock::now() + silence;
  bool any = false;

  void tell(const chiso::Progress& progress) {
    if (progress.done >= progress.total) {  // what is said next begins a line
      take_away();
      any = false;
    }
    const auto now = Clock::now();
    if (now < next || progress.done >= progress.total) return;
    next = now + pause;
    any = true;
    constexpr chiso::Words of_all{"{0}: {1}, {2} of {3} rows", "{0}: {1}, {2} trên {3} dòng"};
    const auto line = to_text(of_all, {file, work, grouped(progress.done, language), grouped(progress.total, language)}, language);
    write("\r\x1b[K" + line);
  }
  void take_away() const {
    if (any) write("\r\x1b[K");
  }
  static void write(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
  }
};
ProgressLine::ProgressLine(const std::string& file, const chiso::Words& work, Language language) {
  if (is_terminal(STDERR_FILENO)) shown_ = std::make_unique<Shown>(Shown{file, work, language});
}
ProgressLine::~ProgressLine() {
  if (shown_) shown_->take_away();
}
chiso::ProgressCallback ProgressLine::telling() const {
  if (!shown_) return {};
  return [shown = shown_.get()](const chiso::Progress& progress) { shown->tell(progress); };
}

Uninterrupted::Uninterrupted() : before_() {
  sigset_t ending;
  sigemptyset(&ending);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ending, signal);
  pthread_sigmask(SIG_BLOCK, &ending, &before_);
}
Uninterrupted::~Uninterrupted() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

std::optional<std::size_t> terminal_columns() {
  if (!is_terminal(STDOUT_FILENO)) return {};
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : std::size_t{0};
}
}
