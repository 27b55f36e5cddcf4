#pragma once
#include <chiso/core/build.hpp>
#include <string>
#include <string_view>
#include <variant>

namespace chiso::inline CHISO_BUILD {
/// A text in Vietnamese and English; either may be empty.
struct Bilingual {
  std::string vi{};  ///< Vietnamese.
  std::string en{};  ///< English.
  /// Whether both are the same, byte by byte.
  CHISO_INLINE friend bool operator==(const Bilingual& a, const Bilingual& b);
};
/// Text for people: one string, whatever its language, or one in each language. Well-formed UTF-8, composed (NFC), without white space
/// around it.
struct Text : std::variant<std::string, Bilingual> {
  using variant::variant;
  CHISO_VALUE_MEMBERS(Text)
  /// One string.
  CHISO_INLINE Text(const char* text);
  /// The languages that chiso speaks.
  enum class Language : bool {
    vi,  ///< Vietnamese, which comes first wherever one has to.
    en   ///< English.
  };
  /// The text in a language; in the other one if that is empty.
  CHISO_INLINE std::string_view in(Language language) const;
};
/// Any JSON value, kept as canonical text and never interpreted: `meta`.
struct Json {
  std::string text = "null";  ///< The canonical text.
  /// Whether the texts are the same.
  friend bool operator==(const Json& a, const Json& b) { return a.text == b.text; }
};

/// True for well-formed UTF-8 (no overlong forms, surrogates, or values above U+10FFFF). O(length).
CHISO_INLINE bool is_utf8(std::string_view text);
/// The number of code points of well-formed UTF-8.
CHISO_INLINE std::size_t code_points(std::string_view text);
/// Whether a text may be an id, of a model, criterion, entry, class or check: ASCII letters, digits, full stops, underscores and hyphens;
/// not empty, and not ending in `.not_applicable`.
CHISO_INLINE bool is_id(std::string_view text);
/// Whether a text may name an option, track or block: not empty, as people see it (is_as_seen), no control character, backslash or both
/// quote marks, no word for not applicable.
CHISO_INLINE bool is_name(std::string_view text);
/// Whether a text is what a spreadsheet shows for an error, in whatever language: it starts with `#` and ends with `!`, `?` or `/A`.
CHISO_INLINE bool is_spreadsheet_error(std::string_view text);
/// Whether a cell says that a measure does not apply: `not_applicable` or `không áp dụng`, any case.
CHISO_INLINE bool means_not_applicable(std::string_view text);
/// Where the first line of a text ends: at a line feed or a carriage return; npos if there is none. O(the line).
CHISO_INLINE std::size_t end_of_line(std::string_view text);
/// The text without leading and trailing Unicode White_Space.
CHISO_INLINE std::string_view trimmed(std::string_view text);
/// The text in one line, without characters that a terminal would act on: each control character (C0, DEL, C1, line and paragraph
/// separators) and each character that changes the direction of writing is replaced by `mark`. The text must be well-formed UTF-8.
CHISO_INLINE std::string without_controls(std::string_view text, char mark);
/// The same with `?` for these, and `<U+00A0>` for each blank that is none and each character that nobody sees: what a message shows of
/// text that somebody has to look for.
CHISO_INLINE std::string with_hidden_shown(std::string_view text);
/// Lower case of ASCII and Vietnamese letters, composed (NFC); everything else as it is.
CHISO_INLINE std::string lower_case(std::string_view text);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/core/impl/text.ipp>
#endif
