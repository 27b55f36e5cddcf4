#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/text.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A text escaped for HTML, in elements and in attributes in double quotes. Line breaks become `<br>`, other control characters blanks.
CHISO_EXPORT std::string as_html(std::string_view text);
/// A body as part of another page, such as a notebook: one element of class `chiso` with a style of its own that affects nothing outside
/// of it. It has no scripts and loads nothing from elsewhere; colours are the page's, so that it is legible on light and dark.
CHISO_EXPORT std::string html_fragment(Text::Language language, std::string_view body);
}
