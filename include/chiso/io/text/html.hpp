#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/text.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A text as HTML, in elements and in attributes that stand in double quotes; lines are parted by `<br>`, other control characters are
/// blanks.
CHISO_EXPORT std::string as_html(std::string_view text);
/// A body for a page of somebody else's, such as a notebook: one element of class `chiso` with a style of its own, which reaches nothing
/// outside of it; no scripts, nothing from elsewhere; colours are the page's, so that it is legible on light and dark.
CHISO_EXPORT std::string html_fragment(Text::Language language, std::string_view body);
}
