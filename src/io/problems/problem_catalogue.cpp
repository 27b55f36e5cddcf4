#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/evidence/cell_problems.hpp>
#include <chiso/evidence/fitting_problems.hpp>
#include <chiso/evidence/odd_row_problems.hpp>
#include <chiso/evidence/roster_problems.hpp>
#include <chiso/evidence/table_below_problems.hpp>
#include <chiso/evidence/table_beside_problems.hpp>
#include <chiso/evidence/table_problems.hpp>
#include <chiso/evidence/warning_problems.hpp>
#include <chiso/explain/problems.hpp>
#include <chiso/expr/problems.hpp>
#include <chiso/io/problems/problems.hpp>
#include <chiso/model/check_draft.hpp>
#include <chiso/model/check_warning_problems.hpp>
#include <chiso/model/class_problems.hpp>
#include <chiso/model/criteria_problems.hpp>
#include <chiso/model/measure_problems.hpp>
#include <chiso/model/name_problems.hpp>
#include <chiso/model/parameter_problems.hpp>
#include <chiso/model/table_problems.hpp>
#include <chiso/model/text_problems.hpp>
#include <chiso/model/warning_problems.hpp>
#include <chiso/model/weight_problems.hpp>
#include <chiso/plan/plan_problems.hpp>
#include <chiso/rank/warning_problems.hpp>
#include <chiso/rule/problems.hpp>
#include <chiso/rule/rule.hpp>
#include <chiso/rule/warning_problems.hpp>
#include <chiso/score/problems.hpp>
#include <io/json/syntax_problems.hpp>
#include <io/json/value_problems.hpp>
#include <io/problems/python_problems.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/frame_problems.hpp>
#include <io/read/sheet_problems.hpp>
#include <io/stream/stream_problems.hpp>
#include <io/text/file_problems.hpp>
#include <io/words/usual_language.hpp>
#include <tuple>

namespace chiso::inline CHISO_BUILD {
std::span<const ProblemEntry* const> problem_catalogue() {
  static const auto all = [] {
    std::vector<const ProblemEntry*> out;
    const auto take = [&](std::span<const ProblemEntry* const> entries) {
      for (const auto* entry : entries) out.push_back(entry);
    };
    take(problems::core_problems);
    take(problems::model_class_problems);
    take(problems::model_parameter_problems);
    take(problems::model_table_problems);
    take(problems::model_measure_problems);
    take(problems::model_warning_problems);
    take(problems::model_name_problems);
    take(problems::model_weight_problems);
    take(problems::frame_problems);
    take(problems::evidence_table_problems);
    take(problems::table_below_problems);
    take(problems::table_beside_problems);
    take(problems::roster_problems);
    take(problems::evidence_cell_problems);
    take(problems::csv_problems);
    take(problems::sheet_problems);
    take(problems::expr_problems);
    take(problems::evidence_fitting_problems);
    take(problems::model_criteria_problems);
    take(problems::value_problems);
    take(problems::file_problems);
    take(problems::stream_problems);
    take(problems::language_problems);
    take(problems::score_problems);
    take(problems::explain_problems);
    take(problems::plan_problems);
    take(problems::rule_problems);
    for_each_rule([&]<class R>(std::type_identity<R>) {
      if constexpr (requires { R::problems(); }) {
        constexpr auto entries = R::problems();
        take(entries);
      }
    });
    for_each_check([&]<class C>(std::type_identity<C>) {
      if constexpr (requires { C::problems(); }) {
        constexpr auto entries = C::problems();
        take(entries);
      }
    });
    take(problems::model_check_warning_problems);
    take(problems::syntax_problems);
    take(problems::model_text_problems);
    take(problems::python_problems);
    take(problems::rule_warning_problems);
    take(problems::evidence_warning_problems);
    take(problems::odd_row_problems);
    take(problems::rank_warning_problems);
    std::sort(out.begin(), out.end(),
              [](const auto* a, const auto* b) { return std::tie(a->domain, a->code) < std::tie(b->domain, b->code); });
    return out;
  }();
  return all;
}

const ProblemEntry* find_problem(std::string_view code) {
  const auto all = problem_catalogue();
  const auto at = std::find_if(all.begin(), all.end(), [&](const auto* entry) { return entry->code == code; });
  return at == all.end() ? nullptr : *at;
}
}
