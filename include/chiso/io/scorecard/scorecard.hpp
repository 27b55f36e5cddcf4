#pragma once
#include <chiso/core/build.hpp>
#include <chiso/io/text/text_layout.hpp>
#include <chiso/rank/ranked.hpp>
#include <cstddef>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// What a scorecard shows.
struct ScorecardOptions {
  Text::Language language = Text::Language::vi;  ///< That of labels and words.
  /// How many levels of criteria are shown, at least 1. Groups at the last level are folded, and show what they contain. Bonus and penalty
  /// are a level, their entries the next one.
  int depth = 64;
};

/// The scorecard of a row for people. First come the model, the unit, its placement (index, rank and its change, class), what is
/// missing if it is incomplete, and what decided: a requirement, veto or quota the class, a limit the index, more than is published the
/// rank; then a table with a row for every criterion: number, name, points achieved, applicable and most, index, state and reason, and
/// beside stated points those by the rule; then bonus, penalty and the total. Figures are as published; `-` means that there is none.
/// Labels are as in describe. It does not matter what the scores kept. @throws ShapeError if the depth is below 1. O(nodes + log rows).
CHISO_EXPORT std::string scorecard_text(const Ranked& ranked, std::size_t row, const ScorecardOptions& options = {},
                                        const TextLayout& layout = {});
/// The same as a page of HTML, like those of describe: without scripts, loading nothing from elsewhere, for A4 portrait, a phone, light
/// and dark.
CHISO_EXPORT std::string scorecard_html(const Ranked& ranked, std::size_t row, const ScorecardOptions& options = {});
/// The same as a fragment of HTML for a notebook (see html_fragment).
CHISO_EXPORT std::string scorecard_fragment(const Ranked& ranked, std::size_t row, const ScorecardOptions& options = {});
}
