#include <atomic>
#include <cerrno>
#include <chiso/core/error.hpp>
#include <chiso/io/text/file.hpp>
#include <cstring>
#include <fcntl.h>
#include <io/text/file_pieces.hpp>
#include <io/text/file_problems.hpp>
#include <io/text/new_file.hpp>
#include <io/text/open_file.hpp>
#include <io/text/spool.hpp>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr Words folder{"a folder", "một thư mục"}, larger{"more than {0} bytes", "hơn {0} byte"},
    full_disk{"a disk that takes nothing more", "ổ đĩa đã đầy"}, cut_off{"less than was written", "ít hơn phần đã ghi"};

[[noreturn]] void cannot_read(const std::filesystem::path& path, Argument why) {
  throw file_error(problems::file_read, path.string(), std::move(why));
}
[[noreturn]] void cannot_write(const std::filesystem::path& path, Argument why) {
  throw file_error(problems::file_write, path.string(), std::move(why));
}
/// Throws the error of the last system call.
[[noreturn]] void cannot_read(const std::filesystem::path& path) { throw file_error(problems::file_read, path.string(), errno); }
[[noreturn]] void cannot_write(const std::filesystem::path& path) { throw file_error(problems::file_write, path.string(), errno); }

void write_all(int file, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const auto written = retried([&] { return ::write(file, bytes.data(), bytes.size()); });
    if (written < 0) cannot_write(path);
    if (written == 0) cannot_write(path, full_disk);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
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

namespace {
/// The file that a path names: a link is followed, so that what it names is replaced and not the link.
std::filesystem::path followed(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_symlink(path, ignored) ? std::filesystem::weakly_canonical(path, ignored) : path;
}
}
NewFile::NewFile(const std::filesystem::path& path) : path_(path), target_(followed(path)) {
  struct stat old{};
  const bool replaces = ::stat(target_.c_str(), &old) == 0;
  if (replaces && S_ISDIR(old.st_mode)) cannot_write(path, folder);
  if (replaces && !S_ISREG(old.st_mode)) {  // a device or pipe is no file to be replaced: /dev/null stays what it is
    file_.emplace(retried([&] { return ::open(target_.c_str(), O_WRONLY | O_CLOEXEC); }));
    if (!file_->is_open()) cannot_write(path);
    return;
  }
  part_.emplace(beside(target_));
  file_.emplace(retried([&] { return ::open(part_->path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); }));
  if (!file_->is_open()) {
    part_->keep();  // it is not ours
    cannot_write(path);
  }
  if (replaces && retried([&] { return ::fchmod(file_->number(), old.st_mode & 07777); }) != 0) cannot_write(path);
}
void NewFile::append(std::string_view bytes) { write_all(file_->number(), bytes, path_); }
void NewFile::finish() {
  if (!part_) {
    if (!file_->close()) cannot_write(path_);
    return;
  }
  if (retried([&] { return ::fsync(file_->number()); }) != 0 || !file_->close()) cannot_write(path_);
  if (retried([&] { return std::rename(part_->path().c_str(), target_.c_str()); }) != 0) cannot_write(path_);
  part_->keep();
  // The name is on disk only once the folder is. Some file systems cannot sync folders; the file itself is whole either way.
  const auto parent = target_.has_parent_path() ? target_.parent_path() : std::filesystem::path(".");
  const Descriptor opened(retried([&] { return ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (opened.is_open()) retried([&] { return ::fsync(opened.number()); });
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  NewFile file(path);
  file.append(bytes);
  file.finish();
}

Spool::Spool(const std::filesystem::path& folder)
    : folder_(folder), file_(retried([&] { return ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600); })) {
  if (file_.is_open()) return;
  if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL) cannot_write(folder);
  auto name = beside(folder / "chiso").string();  // a file system without files that have no name
  file_.take(retried([&] { return ::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600); }));
  if (!file_.is_open()) cannot_write(folder);
  ::unlink(name.c_str());
}
std::uint64_t Spool::append(std::string_view bytes) {
  write_all(file_.number(), bytes, folder_);
  const auto at = size_;
  size_ += bytes.size();
  return at;
}
void Spool::read(std::uint64_t at, char* into, std::size_t bytes) const {
  while (bytes > 0) {
    const auto read = retried([&] { return ::pread(file_.number(), into, bytes, static_cast<off_t>(at)); });
    if (read < 0) cannot_read(folder_);
    if (read == 0) cannot_read(folder_, cut_off);
    into += read;
    at += static_cast<std::uint64_t>(read);
    bytes -= static_cast<std::size_t>(read);
  }
}
}
