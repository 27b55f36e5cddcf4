#pragma once
#include <chiso/core/build.hpp>
#include <chiso/io/explain/explanation.hpp>
#include <chiso/io/tables/table.hpp>
#include <chiso/plan/plan.hpp>
#include <optional>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What was asked of a planner, and what it answered.
struct PlansFound {
  Ranked ranked;              ///< The scores.
  std::size_t row = 0;        ///< The row that is planned for.
  Target target;              ///< What is to be reached.
  std::vector<Plan> plans{};  ///< Planner::plans.
  /// Planner::frontier; empty if too many sets would have to be compared for it (plan.too_many_sets).
  std::optional<std::vector<Plan>> frontier{};
  std::optional<Plan> highest{};  ///< Planner::highest; asked for only if there is no plan.
};
/// Asks a planner for its best plans, at most so many, and for what can be reached. Same errors as Planner::plans and
/// Planner::highest; that there is no frontier is none.
CHISO_EXPORT PlansFound find_plans(const Planner& planner, const Ranked& ranked, const Target& target, std::size_t most);
/// Plans as a table: a row for each plan (`plan`), best first, then for each set of the frontier (`frontier`), cheapest first; if there is
/// none of either, one for the set with the highest index (`highest`). Columns, with what may be none marked `?`: `found` text, `cost` text
/// (the decimal), `actions` text (ids with `; ` between), `index?` text (as published), `rank?` whole, `class?` text. O(plans).
CHISO_EXPORT Table plans_table(const PlansFound& found);
/// The same for people: the plans with what the unit comes to by each, or how high it can come; and what can be reached at which cost.
CHISO_EXPORT std::string plans_text(const PlansFound& found, const ExplanationOptions& options = {}, const TextLayout& layout = {});
/// The same as a page of HTML.
CHISO_EXPORT std::string plans_html(const PlansFound& found, const ExplanationOptions& options = {});
}
