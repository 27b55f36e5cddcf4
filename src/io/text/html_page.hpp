#pragma once
#include <chiso/core/text.hpp>
#include <chiso/io/text/html.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A whole page around a body. It has no scripts and loads nothing from elsewhere; it prints on A4 portrait, fits a phone, and is light or
/// dark as the reader's machine is. Tables repeat their head on each sheet and keep rows whole; on a phone a row is a block in which each
/// cell shows its `data-label`. The title is text, the body HTML.
std::string html_page(Text::Language language, std::string_view title, std::string_view body);
/// A heading of a level, 1 to 6; the title is text.
std::string html_heading(int level, std::string_view title);
}
