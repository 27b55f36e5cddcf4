#pragma once
#include <chiso/check/check_report.hpp>
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/core/text.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/text/text_layout.hpp>
#include <cstddef>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// How findings are written.
struct FindingsOptions {
  Text::Language language = Text::Language::vi;  ///< That of labels and words.
};

/// What checks say of evidence, for people: the findings of each check with their figures and what was likely meant, the counts that stated
/// percentages imply, and on how many rows each check held or could not be judged. O(findings).
CHISO_EXPORT std::string findings_text(const CheckReport& report, const FindingsOptions& options = {}, const TextLayout& layout = {});
/// The same as a page of HTML, as scorecards are: for A4 portrait, a phone, light and dark. What was likely meant is marked.
CHISO_EXPORT std::string findings_html(const CheckReport& report, const FindingsOptions& options = {});
/// The same as a part of another page, such as a notebook; only the first findings of each check are shown.
CHISO_EXPORT std::string findings_fragment(const CheckReport& report, const FindingsOptions& options = {.language = Text::Language::en});

/// What a table of findings has.
struct FindingsTableOptions {
  Text::Language language = Text::Language::en;  ///< That of the messages.
  /// Where the cell to look at of each finding stands in a file, if that is known (places_in); otherwise empty. @throws ShapeError if there
  /// are places, but not one for each finding.
  std::vector<Place> places{};
};
/// The findings as CSV, a row for each: `line column` (empty without places; of a workbook the row and the column), `unit block period
/// track check severity rounded`, `measure value` (of the cell to look at), `found sign expected least most` (numbers exactly if they have
/// at most 9 decimals, else rounded to these), `meant slip repairs` (of what was likely meant: the value, the kind, how many checks it
/// repairs; empty for none and for several slips), `slips` (how many there are), `message` (in words). O(findings).
CHISO_EXPORT std::string findings_csv(const CheckReport& report, const FindingsTableOptions& options = {});

/// A finding in one line, without the row that it is of: `Resolved in time: found 4,534, expected at most 4,356 (“On time” 4,534;
/// “Resolved” 4,356); likely meant: “Resolved” 4,356 → 4,536: two neighbouring digits exchanged`. Labels are in the language, otherwise in
/// the other one. O(length).
CHISO_EXPORT std::string finding_words(const CheckReport& report, const Finding& finding, Text::Language language);
/// A slip that a finding of the report tells: `“Resolved” 4,356 → 4,536: two neighbouring digits exchanged`.
CHISO_EXPORT std::string slip_words(const CheckReport& report, const Finding& finding, const Slip& slip, Text::Language language);
/// A count that a stated percentage implies: `“Dossiers” is missing; the stated percentage implies a number from 4,849 to 4,858`.
CHISO_EXPORT std::string implied_words(const CheckReport& report, const ImpliedCount& implied, Text::Language language);
/// The row of a finding: its unit, period and track, as far as these have names.
CHISO_EXPORT std::string row_words(const CheckReport& report, std::size_t row, Text::Language language);

/// The cell to look at first: of what was likely meant; without that, what is stated, or the first figure that the check names. If the
/// value comes by fallback, that of the row which it comes from.
CHISO_EXPORT EvidenceCell cell_to_look_at(const CheckReport& report, const Finding& finding);
}
