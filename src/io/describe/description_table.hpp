#pragma once
#include <io/describe/description.hpp>

namespace chiso::inline CHISO_BUILD {
/// A cell of a section: paragraphs, each with its list.
struct DescriptionCell {
  enum class Kind : std::uint8_t { number, column, name, points, rule, conditions, remarks };
  Kind kind = Kind::rule;
  std::vector<Phrase> paragraphs{};
};
/// A section as people read it: only the columns that are not empty, with notes and sources in one.
struct DescriptionTable {
  std::vector<std::string> heads{};
  std::vector<std::vector<DescriptionCell>> rows{};
};
DescriptionTable table_of(const DescriptionSection& section, Language language);

std::string markdown_of(const Description& description);
std::string csv_of(const Description& description);
std::string html_of(const Description& description);
}
