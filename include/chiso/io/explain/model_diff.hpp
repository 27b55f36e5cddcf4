#pragma once
#include <chiso/core/build.hpp>
#include <chiso/explain/model_diff.hpp>
#include <chiso/io/explain/explanation.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// How a model differs from another one, for people: the criteria and entries that are new, dropped, moved to another group, of other
/// points, or marked otherwise, with both sides in words. O(nodes log nodes), and the length of the expressions.
CHISO_EXPORT std::string diff_text(const Model& before, const Model& now, const ExplanationOptions& options = {},
                                   const TextLayout& layout = {});
/// The same as a page of HTML, as scorecards are: for A4 portrait, a phone, light and dark.
CHISO_EXPORT std::string diff_html(const Model& before, const Model& now, const ExplanationOptions& options = {});
/// The same as a fragment of HTML for a notebook (see html_fragment).
CHISO_EXPORT std::string diff_fragment(const Model& before, const Model& now, const ExplanationOptions& options = {});
}
