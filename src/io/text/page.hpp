#pragma once
#include <chiso/core/text.hpp>
#include <chiso/io/text/text_layout.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What is told about something, as text and as HTML show it: titles, sentences, and tables whose cells are texts.
struct Page {
  struct Head {
    enum class Kind : std::uint8_t {
      number,  ///< Of a line. Such a column in which nothing stands is not shown.
      name,    ///< What the line is of.
      figure,  ///< To the right.
      state,   ///< A word or two.
      reason,  ///< A sentence, or a list.
      text     ///< A text of any length.
    };
    std::string title{};
    Kind kind = Kind::state;
  };
  struct Cell {
    std::string text{};
    std::string marked{};  ///< Stands before the text, and is marked in HTML.

    Cell() = default;
    Cell(std::string shown, std::string in_front = {}) : text(std::move(shown)), marked(std::move(in_front)) {}
    Cell(const char* shown) : text(shown) {}
  };
  struct Row {
    enum class Kind : std::uint8_t { item, group, total };
    Kind kind = Kind::item;
    int depth = 0;  ///< Of the name.
    std::vector<Cell> cells{};
  };
  struct Section {
    std::string title{};  ///< May be empty: then there is no heading.
    std::vector<std::string> sentences{};
    std::vector<Head> heads{};  ///< No heads: no table.
    std::vector<Row> rows{};
    std::size_t more = 0;  ///< Rows that are left out.
  };
  std::string model{}, title{}, identity{};  ///< The model by name and id; the title; by which model, for what leaves the program.
  std::vector<std::string> sentences{};      ///< What it is about, or what it comes to.
  std::vector<Section> sections{};
};
std::string text_of(const Page& page, const TextLayout& layout);
/// A whole page of HTML, and a fragment of one.
std::string page_of(const Page& page, Text::Language language);
std::string fragment_of(const Page& page, Text::Language language);
/// Parts of these: the sentences; the sections, below headings of a level.
std::string sentences_of(const Page& page);
std::string sections_of(const Page& page, Text::Language language, int level);
}
