#pragma once
#include <chiso/core/build.hpp>
#include <chiso/explain/verify.hpp>
#include <chiso/io/explain/explanation.hpp>
#include <chiso/io/tables/table.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// What a verification found, as a table: a row for each figure that differs (`differs`), then for each that is computed and blank in the
/// published table (`not_published`), then for each row that it lacks (`no_row`). Columns, with what may be none marked `?`: `finding unit
/// block period track` text; `figure?` text (`index`, `rank`, `class`); `published? expected?` text, figures with their decimals and a
/// point; `cause? rounding?` text, `decimals?` whole. O(findings).
CHISO_EXPORT Table verification_table(const Ranked& ranked, const Verification& verification);
/// The same for people: how much was compared, what differs, what it should be and the likely cause; then what is not published.
CHISO_EXPORT std::string verification_text(const Ranked& ranked, const Verification& verification, const ExplanationOptions& options = {},
                                           const TextLayout& layout = {});
/// The same as a fragment of HTML for a notebook (see html_fragment).
CHISO_EXPORT std::string verification_fragment(const Ranked& ranked, const Verification& verification,
                                               const ExplanationOptions& options = {});
}
