#pragma once
#include <chiso/core/build.hpp>
#include <filesystem>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// The bytes of a file of at most `limit` bytes. @throws Error naming the file and the reason.
CHISO_EXPORT std::string read_file(const std::filesystem::path& path, std::uintmax_t limit = ~std::uintmax_t{0});
/// Writes a file whole or not at all: temporary file beside it, fsync, rename, fsync of the folder. An existing file stays as it was
/// until the new one is complete. @throws Error naming the file and the reason; then nothing is left behind.
CHISO_EXPORT void write_file(const std::filesystem::path& path, std::string_view bytes);
}
