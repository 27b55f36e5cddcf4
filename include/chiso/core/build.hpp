#pragma once
/// @file
/// One source, two builds. `chiso::chiso` compiles the definitions once; `chiso::headers` sets CHISO_HEADER_ONLY and includes them
/// inline. Each has an inline namespace of its own, and the marker below makes a program that mixes the two fail to link.
#if defined(CHISO_HEADER_ONLY)
#define CHISO_BUILD headers
// Precedes the declaration and the definition of each function that is defined in an .ipp. In the headers it makes the function a template,
// so that a program compiles only what it calls (docs/design/builds.md).
#define CHISO_INLINE template <int...>
// With it a rule's header brings its definitions along. src/rule.cpp sets it too, so that the list of rules is all that names a rule.
#define CHISO_DEFINES_RULES
// The symbol is thread-local in one build and ordinary in the other, and the linker refuses to merge the two.
extern "C" {
[[gnu::used]] inline thread_local char chiso_has_one_build_per_program = 0;
}
#else
#define CHISO_BUILD compiled
#define CHISO_INLINE
extern "C" {
extern char chiso_has_one_build_per_program;
}
namespace {
[[gnu::used]] char* const chiso_build_marker = &chiso_has_one_build_per_program;
}
#endif

#define CHISO_VERSION "0.1.0"

namespace chiso::inline CHISO_BUILD {
__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

/// The version of the library, as `major.minor.patch`.
inline constexpr const char* version = CHISO_VERSION;
}
