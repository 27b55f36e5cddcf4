#pragma once
#include <chiso/evidence/evidence.hpp>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The criteria and entries of a model that read a previous period, and how many of its vetoes do, in words.
CHISO_INLINE std::string what_looks_back(const Model& model) {
  constexpr std::size_t most_named = 5;
  std::vector<std::string> who;
  for (const auto& node : model.nodes()) {
    bool looks_back = node.applies_when && node.applies_when->looks_back;
    if (!node.is_group()) for_each_program(node.shape, [&](const Program& program) { looks_back = looks_back || program.looks_back; });
    if (looks_back) who.push_back(node.id);
  }
  if (model.classes())
    for (const auto& veto : model.classes()->vetoes)
      if (veto.when && veto.when->looks_back) who.push_back("a veto of " + veto.at_most);
  std::string out;
  for (std::size_t i = 0; i < who.size() && i < most_named; ++i) out += (i == 0 ? "" : ", ") + who[i];
  return out + (who.size() > most_named ? ", ..." : "");
}

CHISO_INLINE std::vector<Problem> Evidence::warnings() const {
  std::vector<Problem> out;
  if (rows() == 0 || periods().size() != 1) return out;
  const auto who = what_looks_back(model());
  if (who.empty()) return out;
  const auto& period = periods()[0];
  out.push_back(problem_at({.pointer = "/period"}, Severity::warning, "previous.one_period",
                           period.empty() ? "one period without a name" : "only the period " + period,
                           "an earlier period too, for previous(...) in " + who));
  return out;
}
}
