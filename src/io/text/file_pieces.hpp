#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// A file that is read piece by piece.
class FilePieces {
 public:
  /// Opens a file; empty unless it is a regular one of at least so many bytes: a pipe could not be read again. @throws FileError.
  static std::optional<FilePieces> of(const std::filesystem::path& path, std::uintmax_t least);
  FilePieces(FilePieces&& other) noexcept : path_(std::move(other.path_)), number_(std::exchange(other.number_, -1)), size_(other.size_) {}
  FilePieces& operator=(FilePieces&&) = delete;
  ~FilePieces();

  /// The size that it had when it was opened.
  std::uintmax_t size() const { return size_; }
  /// Reads on, and returns how many bytes came: fewer than asked for only at the end. @throws FileError.
  std::size_t read(char* into, std::size_t bytes);

 private:
  FilePieces(std::filesystem::path path, int number, std::uintmax_t size) : path_(std::move(path)), number_(number), size_(size) {}
  std::filesystem::path path_;
  int number_;
  std::uintmax_t size_;
};
}
