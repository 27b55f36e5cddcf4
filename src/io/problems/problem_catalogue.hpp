#pragma once
#include <chiso/io/problems/problems.hpp>

namespace chiso::inline CHISO_BUILD {
// The catalogue, a file for each domain: problems_<domain>.cpp.
std::span<const ProblemEntry> text_problems();
std::span<const ProblemEntry> value_problems();
std::span<const ProblemEntry> model_problems();
std::span<const ProblemEntry> class_problems();
std::span<const ProblemEntry> expression_problems();
std::span<const ProblemEntry> rule_problems();
std::span<const ProblemEntry> evidence_problems();
std::span<const ProblemEntry> fitting_problems();
std::span<const ProblemEntry> request_problems();
std::span<const ProblemEntry> warning_problems();
}
