#pragma once
#include <chiso/core/build.hpp>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <io/text/open_file.hpp>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Bytes on disk for the time being, in a file without a name: however the program ends, nothing is left of it.
class Spool {
 public:
  /// In this folder. @throws FileError, as all of these do.
  explicit Spool(const std::filesystem::path& folder);
  /// Adds bytes at the end, and returns where they begin.
  std::uint64_t append(std::string_view bytes);
  /// Reads bytes that were added.
  void read(std::uint64_t at, char* into, std::size_t bytes) const;
  std::uint64_t size() const { return size_; }

 private:
  std::filesystem::path folder_;
  Descriptor file_;
  std::uint64_t size_ = 0;
};
}
