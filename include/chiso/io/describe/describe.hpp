#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// Markdown: pipe tables. CSV: as to_csv of scores is written (RFC 4180, UTF-8, CRLF, cells guarded). HTML: one page, no scripts and
/// nothing from elsewhere, for A4 portrait, a phone's width, light and dark.
enum class DescriptionFormat : std::uint8_t { markdown, csv, html };
constexpr std::array<std::string_view, 3> names_of(DescriptionFormat) { return {"md", "csv", "html"}; }

/// The criteria set as the table that people know: of each criterion its number, name and most points, the rule in words, where it departs
/// from the general provisions, notes and sources; before it those provisions, after it bonus and penalty, ranking, classes and their
/// limits, and the measures with what their cells take. Labels in the language, else in the other, else ids. Numbers in Vietnamese have a
/// decimal comma; but the column `points` of the CSV has a point in both languages, as all numbers of chiso's CSV do. Columns of the CSV:
/// `part section number id depth name points rule conditions note source`, part being provisions, criteria, bonus, penalty, ranking,
/// classes, vetoes or measures; a row without a name holds remarks on the model or its section. A list in a cell has an item on each line.
/// O(size of the model).
CHISO_EXPORT std::string describe(const Model& model, Text::Language language, DescriptionFormat format);
/// The same as a fragment of HTML for a notebook, see html_fragment; its sections are folded.
CHISO_EXPORT std::string describe_fragment(const Model& model, Text::Language language);
}
