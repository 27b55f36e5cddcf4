#pragma once
#include <chiso/check/check_report.hpp>
#include <chiso/core/text.hpp>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What checks found, as text and pages show it: titles, sentences, and tables whose cells are texts.
struct FindingsSheet {
  struct Head {
    enum class Kind : std::uint8_t { number, name, text, figure };
    std::string title{};
    Kind kind = Kind::text;
  };
  struct Cell {
    std::string text{};
    std::string marked{};  ///< Stands before the text, and is marked on pages.
  };
  struct Section {
    std::string title{};  ///< May be empty: then there is no heading.
    std::vector<std::string> sentences{};
    std::vector<Head> heads{};  ///< No heads: no table.
    std::vector<std::vector<Cell>> rows{};
    std::size_t more = 0;  ///< Rows that are left out.
  };
  std::string model{}, title{}, identity{}, summary{};
  std::vector<Section> sections{};
};
inline constexpr std::size_t every_finding = std::numeric_limits<std::size_t>::max();
/// At most so many findings of each check, and implied counts, are shown.
FindingsSheet findings_sheet(const CheckReport& report, Text::Language language, std::size_t most = every_finding);
/// What they found on some rows of one unit: one table, and the counts that are implied there.
FindingsSheet findings_sheet_of(const CheckReport& report, std::span<const std::size_t> rows, Text::Language language);
/// The summary and the sections of a sheet in HTML, below headings of a level.
std::string finding_sections(const FindingsSheet& sheet, Text::Language language, int level);
}
