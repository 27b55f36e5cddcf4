#include <algorithm>
#include <io/problems/problem_catalogue.hpp>
#include <map>

namespace chiso::inline CHISO_BUILD {
std::span<const ProblemEntry> problem_catalogue() {
  static const auto all = [] {
    using Domain = ProblemEntry::Domain;
    std::vector<ProblemEntry> out;
    const auto take = [&](Domain domain, std::span<const ProblemEntry> entries) {
      for (const auto& entry : entries) out.emplace_back(entry).domain = domain;
    };
    take(Domain::text, text_problems());
    take(Domain::values, value_problems());
    take(Domain::model, model_problems());
    take(Domain::classes, class_problems());
    take(Domain::expression, expression_problems());
    take(Domain::rule, rule_problems());
    take(Domain::evidence, evidence_problems());
    take(Domain::fitting, fitting_problems());
    take(Domain::requests, request_problems());
    take(Domain::warnings, warning_problems());
    return out;
  }();
  return all;
}

const ProblemEntry* find_problem(std::string_view code) {
  static const auto by_code = [] {
    std::map<std::string_view, const ProblemEntry*> out;
    for (const auto& entry : problem_catalogue()) out.try_emplace(entry.code, &entry);
    return out;
  }();
  const auto at = by_code.find(code);
  return at == by_code.end() ? nullptr : at->second;
}
}
