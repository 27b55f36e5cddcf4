#pragma once
#include <chiso/core/build.hpp>
#include <filesystem>
#include <io/text/open_file.hpp>
#include <optional>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A file that is written piece by piece, whole or not at all, as write_file does: it has its name once finish() has returned, and what was
/// there before stays until then. Without finish() nothing is left of it.
class NewFile {
 public:
  /// @throws FileError, as all of these do.
  explicit NewFile(const std::filesystem::path& path);
  void append(std::string_view bytes);
  void finish();

 private:
  std::filesystem::path path_, target_;
  std::optional<TemporaryFile> part_{};  // none of a device
  std::optional<Descriptor> file_{};
};
}
