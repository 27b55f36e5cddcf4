#pragma once
#include <chiso/core/build.hpp>
#include <chiso/io/explain/explanation.hpp>
#include <chiso/io/tables/table.hpp>
#include <chiso/plan/steps.hpp>
#include <span>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// The steps of a row as a table, with what may be none marked `?`: `node measure direction step` text, `value?` text as evidence has it,
/// `points? gain? index?` figures as they are published (a gain is the difference of two published indices), `rank?` whole, `known` yes or
/// no. O(steps).
CHISO_EXPORT Table steps_table(const WhatIf& what_if, std::size_t row, std::span<const LeafStep> steps);
/// The same for people, as text: what each step asks for beside what is reported now, and what it gains.
CHISO_EXPORT std::string steps_text(const WhatIf& what_if, std::size_t row, std::span<const LeafStep> steps,
                                    const ExplanationOptions& options = {}, const TextLayout& layout = {});
/// The same as a page of HTML for A4, a phone, light and dark.
CHISO_EXPORT std::string steps_html(const WhatIf& what_if, std::size_t row, std::span<const LeafStep> steps,
                                    const ExplanationOptions& options = {});
}
