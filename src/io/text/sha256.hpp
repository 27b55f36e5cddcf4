#pragma once
#include <chiso/core/build.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// SHA-256 (FIPS 180-4) of bytes, in lower-case hexadecimal.
std::string sha256(std::string_view bytes);
}
