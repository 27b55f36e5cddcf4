#pragma once
#include <chiso/io/explain/explanation.hpp>
#include <chiso/plan/steps.hpp>
#include <io/words/words.hpp>
#include <span>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// An explanation as both pages show it: titles, sentences, and tables whose cells are texts.
struct ExplanationSheet {
  struct Head {
    std::string title{};
    bool is_figure = false;
    bool is_long = false;  ///< Its cells may be sentences, which are broken into lines.
  };
  struct Row {
    enum class Kind : std::uint8_t { item, group, total };
    Kind kind = Kind::item;
    int depth = 0;
    std::vector<std::string> cells{};
  };
  struct Section {
    std::string title{};
    std::vector<std::string> sentences{};
    std::vector<Head> heads{};  ///< The second column is the name of a criterion. No heads: no table.
    std::vector<Row> rows{};
  };
  std::string model{}, title{}, identity{};  ///< The model by name and id; the title; by which model, for what leaves the program.
  std::vector<std::string> rows{};           ///< What is explained: a row, or two.
  std::vector<Section> sections{};
};
/// A model by its id, version and title.
std::string name_of_model(const Model& model, Language language);
/// The unit of a row, with its period and track where the rows have several.
std::string name_of_row(const Scores& scores, std::size_t row, Language language);
/// The index and the rank of a row within a sentence, as far as it has them: `index 81.50, rank 3/28`.
std::string index_and_rank(const RankedRowOf& of, Language language);
/// The sheet as text, and as a page of HTML.
std::string text_of(const ExplanationSheet& sheet, const TextLayout& layout);
std::string page_of(const ExplanationSheet& sheet, Language language);
std::string fragment_of(const ExplanationSheet& sheet, Language language);
/// Parts of that page: what is explained; the sections, below headings of a level.
std::string rows_of(const ExplanationSheet& sheet);
std::string sections_of(const ExplanationSheet& sheet, int level);

ExplanationSheet lost_sheet(const RankedRowOf& of, Language language);
ExplanationSheet comparison_sheet(const RankedRowOf& before, const RankedRowOf& now, Language language);
/// Which values of single figures earn a row more.
ExplanationSheet steps_sheet(const WhatIf& what_if, std::size_t row, std::span<const LeafStep> steps, Language language);
/// How much of the difference of rows by two models the new model makes, and how much the new evidence; or that it cannot be told.
ExplanationSheet::Section bridge_section(const RankedRowOf& before, const RankedRowOf& now, Language language);
}
