#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>

namespace chiso::inline CHISO_BUILD {
namespace wording {
CHISO_INLINE std::string summary(std::string_view what, const std::vector<Problem>& problems, std::size_t total) {
  std::string out(what);
  out += total == 1 ? ": 1 problem" : ": " + std::to_string(total) + " problems";
  constexpr std::size_t most_listed = 100;
  const auto listed = std::min(problems.size(), most_listed);
  for (std::size_t i = 0; i < listed; ++i) out += "\n  " + to_text(problems[i]);
  if (total > listed) out += "\n  and " + std::to_string(total - listed) + " more";
  return out;
}
}
CHISO_INLINE ModelError::ModelError(std::vector<Problem> problems)
    : Error(wording::summary("the model cannot be used", problems, problems.size()), problems), total_(problems.size()) {}
CHISO_INLINE ModelError::ModelError(std::vector<Problem> problems, std::size_t total)
    : Error(wording::summary("the model cannot be used", problems, total), problems), total_(total) {}
CHISO_INLINE EvidenceError::EvidenceError(std::vector<Problem> problems, std::size_t total)
    : Error(wording::summary("the evidence cannot be scored", problems, total), problems), total_(total) {}
CHISO_INLINE ShapeError unknown_name(std::string_view what, std::string_view name, std::span<const std::string> known) {
  constexpr std::size_t most_listed = 20;
  std::string text = "no " + std::string(what) + " '" + std::string(name) + "'; there ";
  text += known.size() == 1 ? "is only: " : "are: ";
  for (std::size_t i = 0; i < known.size() && i < most_listed; ++i)
    text += (i > 0 ? ", " : "") + (known[i].empty() ? "'' (the unnamed one)" : known[i]);
  if (known.size() > most_listed) text += ", and " + std::to_string(known.size() - most_listed) + " more";
  const auto near = nearest(name, {known.begin(), known.end()});
  if (near && !near->empty()) text += "; did you mean '" + std::string(*near) + "'?";
  return ShapeError(text);
}
}
