#pragma once
#include <chiso/core/build.hpp>
#include <string>
#include <string_view>
#include <variant>

namespace chiso::inline CHISO_BUILD {
/// A text in Vietnamese and English; either may be empty.
struct Bilingual {
  std::string vi{};
  std::string en{};
  friend bool operator==(const Bilingual&, const Bilingual&) = default;
};
/// Text for people: one string, or one in each language (SPEC 7).
struct Text : std::variant<std::string, Bilingual> {
  using variant::variant;
  Text() = default;
  Text(const char* text) : variant(std::string(text)) {}
  enum class Language : bool { vi, en };
  /// The text in a language, else in the other one.
  CHISO_INLINE std::string_view in(Language language) const;
};
/// Any JSON, kept and never read: `meta`. Holds canonical text.
struct Json {
  std::string text = "null";
  friend bool operator==(const Json&, const Json&) = default;
};

/// True for well-formed UTF-8 (no overlong forms, surrogates, or values above U+10FFFF). O(length).
CHISO_INLINE bool is_utf8(std::string_view text);
/// The number of code points of well-formed UTF-8.
CHISO_INLINE std::size_t code_points(std::string_view text);
/// Adds a code point in UTF-8.
CHISO_INLINE void add_code_point(std::string& out, char32_t c);
/// An id (SPEC 7): ASCII letters, digits, `.`, `_`, `-`; not empty, not ending in `.not_applicable`.
CHISO_INLINE bool is_id(std::string_view text);
/// A name of an option, track or block (SPEC 7): not empty, no control character, backslash or both quote marks, no word for not
/// applicable, no white space around it.
CHISO_INLINE bool is_name(std::string_view text);
/// `not_applicable` or `không áp dụng`, any case.
CHISO_INLINE bool means_not_applicable(std::string_view text);
/// Is well-formed text in Normalization Form C? The compiled library knows, having the tables of Unicode; the headers take the word of
/// whoever wrote it.
#if defined(CHISO_HEADER_ONLY)
inline bool is_composed(std::string_view) { return true; }
#else
bool is_composed(std::string_view text);
#endif
/// Without Unicode White_Space around it.
CHISO_INLINE std::string_view trimmed(std::string_view text);
/// In one line that no terminal obeys: in place of each control character (C0, DEL, C1, the separators of lines and paragraphs) and of
/// those that turn the direction of writing stands `mark`. Of well-formed UTF-8.
CHISO_INLINE std::string without_controls(std::string_view text, char mark);
/// Lower case of ASCII and Vietnamese letters, composed (NFC); everything else as it is.
CHISO_INLINE std::string lower_case(std::string_view text);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/text.ipp>
#endif
