#pragma once
#include <chiso/io/explain/explanation.hpp>
#include <chiso/plan/steps.hpp>
#include <io/text/page.hpp>
#include <io/words/words.hpp>
#include <span>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// A model by its id, version and title.
std::string name_of_model(const Model& model, Language language);
/// The unit of a row, with its period and track where the rows have several.
std::string name_of_row(const Scores& scores, std::size_t row, Language language);
/// The index and the rank of a row within a sentence, as far as it has them: `index 81.50, rank 3/28`.
std::string index_and_rank(const RankedRowOf& of, Language language);
Page lost_sheet(const RankedRowOf& of, Language language);
Page comparison_sheet(const RankedRowOf& before, const RankedRowOf& now, Language language);
/// Which values of single figures earn a row more.
Page steps_sheet(const WhatIf& what_if, std::size_t row, std::span<const LeafStep> steps, Language language);
/// How much of the difference of rows by two models the new model makes, and how much the new evidence; or that it cannot be told.
Page::Section bridge_section(const RankedRowOf& before, const RankedRowOf& now, Language language);
}
