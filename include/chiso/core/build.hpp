#pragma once
/// @file
/// One source, two builds. `chiso::chiso` compiles the definitions once; `chiso::headers` sets CHISO_HEADER_ONLY and includes them
/// inline. Each has an inline namespace of its own, and the marker below makes a program that mixes the two fail to link.
///
/// What a compiler must bring is asked for here, which every header includes first: C++20, exceptions, 128-bit integers and a
/// standard library that is not too old.
#if defined(__cplusplus) && __cplusplus < 202002L
#error "chiso needs C++20: compile with -std=c++20 or newer"
#define CHISO_CANNOT_COMPILE
#elif !defined(__cpp_exceptions)
#error "chiso needs exceptions, by which it reports what is wrong with a model or a table: compile without -fno-exceptions"
#define CHISO_CANNOT_COMPILE
#elif !defined(__SIZEOF_INT128__)
#error "chiso needs 128-bit integers (__int128), in which it compares indices exactly: this compiler has none for this processor"
#define CHISO_CANNOT_COMPILE
#endif
#if defined(CHISO_CANNOT_COMPILE)
// An #error alone goes on, to hundreds of others. A header that is not found ends the compilation.
#include <chiso_cannot_be_compiled_here>
#endif
#include <version>
#if defined(_LIBCPP_VERSION) && _LIBCPP_VERSION < 200000
#error "chiso needs libc++ 20 or newer: older ones read no double from text (std::from_chars) and have no std::jthread"
#include <chiso_cannot_be_compiled_here>
#endif

/// What a shared library keeps visible, where all else is hidden. In the headers too: errors are caught, and problems compared, across
/// the libraries of a program.
#define CHISO_EXPORT [[gnu::visibility("default")]]
#if defined(CHISO_HEADER_ONLY)
/// The inline namespace of this build: `headers` or `compiled`.
#define CHISO_BUILD headers
/// Precedes the declaration and the definition of each function that is defined in an .ipp. In the headers it makes the function a
/// template, so that a program compiles only what it calls (docs/design/builds.md); in the library it makes it a part of the shared one.
#define CHISO_INLINE template <int...>
/// The special members of a class that are costly to compile. Here they are the implicit ones, which are compiled where they are used.
#define CHISO_VALUE_MEMBERS(Type) Type() = default;
/// Defines those members in an .ipp; nothing here.
#define CHISO_DEFINE_VALUE_MEMBERS(Type)
/// With it a rule's header brings its definitions along. src/rule.cpp sets it too, so that the list of rules is all that names a rule.
#define CHISO_DEFINES_RULES
extern "C" {
/// The symbol is thread-local in one build and ordinary in the other, and the linker refuses to merge the two.
[[gnu::used]] inline thread_local char chiso_compiled_or_headers_not_both_in_one_program = 0;
}
#else
#define CHISO_BUILD compiled  ///< The inline namespace of this build.
/// Makes the function a part of the shared library. (An attribute in brackets may not precede `friend`.)
#define CHISO_INLINE __attribute__((visibility("default")))
// NOLINTBEGIN(bugprone-macro-parentheses): a type in parentheses is none
/// The special members are compiled once in the library, where an .ipp has CHISO_DEFINE_VALUE_MEMBERS, and not by each unit that includes
/// the class.
#define CHISO_VALUE_MEMBERS(Type)                \
  CHISO_INLINE Type();                           \
  CHISO_INLINE Type(const Type&);                \
  CHISO_INLINE Type(Type&&) noexcept;            \
  CHISO_INLINE Type& operator=(const Type&);     \
  CHISO_INLINE Type& operator=(Type&&) noexcept; \
  CHISO_INLINE ~Type();
/// Defines those members in an .ipp.
#define CHISO_DEFINE_VALUE_MEMBERS(Type)            \
  Type::Type() = default;                           \
  Type::Type(const Type&) = default;                \
  Type::Type(Type&&) noexcept = default;            \
  Type& Type::operator=(const Type&) = default;     \
  Type& Type::operator=(Type&&) noexcept = default; \
  Type::~Type() = default;
// NOLINTEND(bugprone-macro-parentheses)
extern "C" {
/// The same symbol, as an ordinary one.
CHISO_EXPORT extern char chiso_compiled_or_headers_not_both_in_one_program;
}
namespace {
[[gnu::used]] char* const chiso_build_marker = &chiso_compiled_or_headers_not_both_in_one_program;
}
#endif

/// The version of the library as text, for the preprocessor.
#define CHISO_VERSION "0.1.0"

/// Everything that the library declares. A header belongs to a layer, named by its folder, and uses only the layers below it.
namespace chiso::inline CHISO_BUILD {
__extension__ typedef __int128 int128;            ///< A whole number of 128 bits with a sign.
__extension__ typedef unsigned __int128 uint128;  ///< One without a sign.

/// The version of the library, as `major.minor.patch`.
inline constexpr const char* version = CHISO_VERSION;
}
