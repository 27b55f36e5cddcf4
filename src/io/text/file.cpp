#include <atomic>
#include <cerrno>
#include <chiso/core/error.hpp>
#include <chiso/io/text/file.hpp>
#include <cstring>
#include <fcntl.h>
#include <io/text/file_pieces.hpp>
#include <io/text/file_problems.hpp>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr Words folder{"a folder", "một thư mục"}, larger{"more than {0} bytes", "hơn {0} byte"},
    full_disk{"a disk that takes nothing more", "ổ đĩa đã đầy"};

[[noreturn]] void cannot_read(const std::filesystem::path& path, Argument why) {
  throw file_error(problems::file_read, path.string(), std::move(why));
}
[[noreturn]] void cannot_write(const std::filesystem::path& path, Argument why) {
  throw file_error(problems::file_write, path.string(), std::move(why));
}
/// Throws the error of the last system call.
[[noreturn]] void cannot_read(const std::filesystem::path& path) { throw file_error(problems::file_read, path.string(), errno); }
[[noreturn]] void cannot_write(const std::filesystem::path& path) { throw file_error(problems::file_write, path.string(), errno); }

/// Repeats a system call that a signal interrupted.
template <class Call>
auto retried(Call&& call) {
  for (;;) {
    const auto result = call();
    if (result >= 0 || errno != EINTR) return result;
  }
}

/// An open file.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  /// False if closing finds that something was not written. It is not repeated: the descriptor is free afterwards in any case.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }
  /// Leaves it open, to somebody else.
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

/// A file that is deleted unless keep() is called.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!kept_) ::unlink(path_.c_str());
  }
  const std::filesystem::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  std::filesystem::path path_;
  bool kept_ = false;
};

void write_all(int file, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const auto written = retried([&] { return ::write(file, bytes.data(), bytes.size()); });
    if (written < 0) cannot_write(path);
    if (written == 0) cannot_write(path, full_disk);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}
/// Writes into a device or pipe, which is no file to be replaced: /dev/null stays what it is.
void write_through(const std::filesystem::path& path, std::string_view bytes) {
  Descriptor file(retried([&] { return ::open(path.c_str(), O_WRONLY | O_CLOEXEC); }));
  if (!file.is_open()) cannot_write(path);
  write_all(file.number(), bytes, path);
  if (!file.close()) cannot_write(path);
}
/// A name beside the file that no other writer in any process uses.
std::filesystem::path beside(const std::filesystem::path& path) {
  static std::atomic<unsigned> count{0};
  auto name = path.filename();
  name += "." + std::to_string(::getpid()) + "." + std::to_string(count++) + ".part";
  return path.parent_path() / name;
}
}

std::string read_file(const std::filesystem::path& path, std::uintmax_t limit) {
  const Descriptor file(retried([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); }));
  if (!file.is_open()) cannot_read(path);
  struct stat about{};
  if (::fstat(file.number(), &about) != 0) cannot_read(path);
  if (S_ISDIR(about.st_mode)) cannot_read(path, folder);
  const auto too_large = [&] { cannot_read(path, {larger, {limit}}); };
  std::string out;
  if (S_ISREG(about.st_mode)) {
    if (static_cast<std::uintmax_t>(about.st_size) > limit) too_large();
    out.reserve(static_cast<std::size_t>(about.st_size));
  }
  // It is read to the end whatever its size was: a pipe has no size, and a file may grow.
  for (char buffer[1 << 16];;) {
    const auto read = retried([&] { return ::read(file.number(), buffer, sizeof buffer); });
    if (read < 0) cannot_read(path);
    if (read == 0) return out;
    if (static_cast<std::uintmax_t>(read) > limit - out.size()) too_large();
    out.append(buffer, static_cast<std::size_t>(read));
  }
}

std::optional<FilePieces> FilePieces::of(const std::filesystem::path& path, std::uintmax_t least) {
  // A pipe is not opened: what another reader of it gets would be lost.
  struct stat about{};
  if (::stat(path.c_str(), &about) != 0) cannot_read(path);
  if (!S_ISREG(about.st_mode) || static_cast<std::uintmax_t>(about.st_size) < least) return {};
  Descriptor file(retried([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); }));
  if (!file.is_open()) cannot_read(path);
  return FilePieces(path, file.release(), static_cast<std::uintmax_t>(about.st_size));
}
FilePieces::~FilePieces() {
  if (number_ >= 0) ::close(number_);
}
std::size_t FilePieces::read(char* into, std::size_t bytes) {
  std::size_t out = 0;
  while (out < bytes) {
    const auto read = retried([&] { return ::read(number_, into + out, bytes - out); });
    if (read < 0) cannot_read(path_);
    if (read == 0) break;
    out += static_cast<std::size_t>(read);
  }
  return out;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  // A link is followed: the file that it names is replaced, not the link.
  std::error_code ignored;
  const auto target = std::filesystem::is_symlink(path, ignored) ? std::filesystem::weakly_canonical(path, ignored) : path;
  struct stat old{};
  const bool replaces = ::stat(target.c_str(), &old) == 0;
  if (replaces && S_ISDIR(old.st_mode)) cannot_write(path, folder);
  if (replaces && !S_ISREG(old.st_mode)) return write_through(target, bytes);
  const auto parent = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");

  TemporaryFile part(beside(target));
  Descriptor file(retried([&] { return ::open(part.path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); }));
  if (!file.is_open()) {
    part.keep();  // it is not ours
    cannot_write(path);
  }
  if (replaces && retried([&] { return ::fchmod(file.number(), old.st_mode & 07777); }) != 0) cannot_write(path);
  write_all(file.number(), bytes, path);
  if (retried([&] { return ::fsync(file.number()); }) != 0 || !file.close()) cannot_write(path);
  if (retried([&] { return std::rename(part.path().c_str(), target.c_str()); }) != 0) cannot_write(path);
  part.keep();
  // The name is on disk only once the folder is. Some file systems cannot sync folders; the file itself is whole either way.
  const Descriptor opened(retried([&] { return ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (opened.is_open()) retried([&] { return ::fsync(opened.number()); });
}
}
