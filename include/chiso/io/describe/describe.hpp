#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/model/model.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// How a description is written.
enum class DescriptionFormat : std::uint8_t {
  markdown,  ///< With pipe tables.
  csv,       ///< As to_csv writes scores: RFC 4180, UTF-8, CRLF, guarded cells.
  html       ///< One page without scripts that loads nothing from elsewhere, for A4 portrait, a phone's width, light and dark.
};
constexpr std::array<std::string_view, 3> names_of(DescriptionFormat) { return {"md", "csv", "html"}; }

/// The criteria set as the table that people know: for each criterion its number, name, most points, the rule in words, where it departs
/// from the general provisions, notes and sources. The provisions come before it; bonus and penalty, ranking, classes and their limits,
/// and the measures with what their cells take come after it. Labels are in the language, otherwise in the other one, otherwise the id is
/// shown. Numbers in Vietnamese have a decimal comma, except in the column `points` of the CSV, which has a point in both languages like
/// all numbers of chiso's CSV. Columns of the CSV: `part section number id depth name points rule conditions note source`; part is one of
/// provisions, criteria, bonus, penalty, ranking, classes, vetoes and measures, and a row without a name has remarks on the model or its
/// section. A list in a cell has one item on each line. O(size of the model).
CHISO_EXPORT std::string describe(const Model& model, Text::Language language, DescriptionFormat format);
/// The same as a fragment of HTML for a notebook (see html_fragment), with folded sections.
CHISO_EXPORT std::string describe_fragment(const Model& model, Text::Language language);
}
