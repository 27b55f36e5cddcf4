#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/text.hpp>
#include <chiso/io/text/text_layout.hpp>
#include <chiso/rank/ranked.hpp>
#include <cstddef>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// How an explanation is written.
struct ExplanationOptions {
  Text::Language language = Text::Language::vi;  ///< That of labels and words.
};
/// A row of scores that are ranked.
struct RankedRowOf {
  const Ranked& ranked;  ///< The scores; they must outlive this.
  std::size_t row;       ///< The row of the scores, from 0.
};

/// Where a row lost points, for people: the criteria that lost any, most first, beside the mean and the best of the row's block, and how
/// they come to the index. Figures are index points with the model's decimals, rounded once each. Without an index it says so. O(nodes x
/// rows of the cohort).
CHISO_EXPORT std::string lost_text(const RankedRowOf& of, const ExplanationOptions& options = {}, const TextLayout& layout = {});
/// The same as a page of HTML, as scorecards are: for A4 portrait, a phone, light and dark.
CHISO_EXPORT std::string lost_html(const RankedRowOf& of, const ExplanationOptions& options = {});
/// The same as a fragment of HTML for a notebook (see html_fragment).
CHISO_EXPORT std::string lost_fragment(const RankedRowOf& of, const ExplanationOptions& options = {});

/// Why the index of a row differs from that of another one, for people: the difference, its terms by criterion with the points of both rows
/// (under what tells them apart: their units, periods or tracks) and their causes, the sums
/// by cause; and, for rows of the same scores, unit and block in two periods or tracks in which it is ranked, who passed whom. @throws
/// ShapeError if the models publish on different scales.
CHISO_EXPORT std::string comparison_text(const RankedRowOf& before, const RankedRowOf& now, const ExplanationOptions& options = {},
                                         const TextLayout& layout = {});
/// The same as a page of HTML, as scorecards are: for A4 portrait, a phone, light and dark.
CHISO_EXPORT std::string comparison_html(const RankedRowOf& before, const RankedRowOf& now, const ExplanationOptions& options = {});
/// The same as a fragment of HTML for a notebook (see html_fragment).
CHISO_EXPORT std::string comparison_fragment(const RankedRowOf& before, const RankedRowOf& now, const ExplanationOptions& options = {});
}
