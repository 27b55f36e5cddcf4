#pragma once
#include <cerrno>
#include <chiso/core/build.hpp>
#include <filesystem>
#include <unistd.h>
#include <utility>

namespace chiso::inline CHISO_BUILD {
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
  /// Holds another one in place of one that is not open.
  void take(int number) { number_ = number; }
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
}
