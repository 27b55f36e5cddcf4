#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/text.hpp>
#include <chiso/io/explain/explanation.hpp>
#include <chiso/rank/ranked.hpp>
#include <cstddef>
#include <optional>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// What a report of a unit shows.
struct UnitReportOptions {
  Text::Language language = Text::Language::vi;  ///< That of labels and words.
  /// The row that it is compared with, of the same scores or of others. Empty: that of `row_since`, if there is one.
  std::optional<RankedRowOf> since{};
};

/// The row of the same unit and track in the last period before that of a row in which there is one; empty if there is none. O(periods x
/// log units).
CHISO_EXPORT std::optional<std::size_t> row_since(const Scores& scores, std::size_t row);

/// All about one unit on one page of HTML, to hand out: the unit, the model, index, rank and class; the scorecard; what the checks of the
/// model find on its figures (left out if the model has no checks); where points were lost; why the index has changed since the last
/// period, who passed whom, and, by another model, what that makes of it (left out if there is nothing to compare with); which values of
/// single figures earn more (left out of a part of a table). Each section is what scorecard_html, findings_html, lost_html, comparison_html
/// and steps_html write of it; of a row that is there by fallback alone the findings are those of the rows of the unit in its period.
/// It has no scripts, loads nothing from elsewhere, and is for A4 portrait, a phone, light and dark. O(nodes x rows of the cohort + rows x
/// checks), the time of steps_of, and that of two scorings if it is compared by another model. @throws ShapeError if the models publish on
/// different scales.
CHISO_EXPORT std::string unit_report_html(const RankedRowOf& of, const UnitReportOptions& options = {});
/// The same as a fragment of HTML for a notebook (see html_fragment).
CHISO_EXPORT std::string unit_report_fragment(const RankedRowOf& of, const UnitReportOptions& options = {});
}
