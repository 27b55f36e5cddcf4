#pragma once
#include <chiso/core/error.hpp>

namespace chiso::inline CHISO_BUILD {
namespace wording {
CHISO_INLINE std::string summary(std::string_view what, const std::vector<Problem>& problems, std::size_t total) {
  std::string out(what);
  out += total == 1 ? ": 1 problem" : ": " + std::to_string(total) + " problems";
  for (const auto& problem : problems) out += "\n  " + to_text(problem);
  if (total > problems.size()) out += "\n  and " + std::to_string(total - problems.size()) + " more";
  return out;
}
}
CHISO_INLINE ModelError::ModelError(std::vector<Problem> problems)
    : Error(wording::summary("the model cannot be used", problems, problems.size()), problems) {}
CHISO_INLINE EvidenceError::EvidenceError(std::vector<Problem> problems, std::size_t total)
    : Error(wording::summary("the evidence cannot be scored", problems, total), problems), total_(total) {}
}
