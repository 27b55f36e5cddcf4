#pragma once
#include <chiso/core/build.hpp>
#include <chiso/rank/ranked.hpp>
#include <cstddef>
#include <string>

namespace chiso::inline CHISO_BUILD {
struct ScorecardOptions {
  Text::Language language = Text::Language::vi;
  /// How many levels of criteria are shown, at least 1; groups at the last are folded, and say what is in them. Bonus and penalty are a
  /// level of their own, their entries the next.
  int depth = 64;
};
/// How a scorecard is laid out as text.
struct ScorecardLayout {
  bool bold = false;      ///< Groups and the placement in bold, by the codes of terminals.
  std::size_t width = 0;  ///< Reasons are broken into lines, so that the table is no wider, if that can be; 0: they are not.
};

/// The scorecard of a row for people: the model, the unit, where it stands (index, rank and its change, class), what is missing if it is
/// incomplete; then a table of every criterion: number, name, points achieved, applicable and most, index, state and reason, and if
/// points were stated those by the rule; after it bonus, penalty and the total. Figures as published; none is `-`. Labels as in describe.
/// Whatever the scores kept will do. @throws ShapeError if the depth is below 1. O(nodes + log rows).
CHISO_EXPORT std::string scorecard_text(const Ranked& ranked, std::size_t row, const ScorecardOptions& options = {},
                                        const ScorecardLayout& layout = {});
/// The same as a page of HTML, as those of describe are: for A4 portrait, a phone, light and dark, no scripts, nothing from elsewhere.
CHISO_EXPORT std::string scorecard_html(const Ranked& ranked, std::size_t row, const ScorecardOptions& options = {});
/// The same as a fragment of HTML for a notebook, see html_fragment.
CHISO_EXPORT std::string scorecard_fragment(const Ranked& ranked, std::size_t row, const ScorecardOptions& options = {});
}
