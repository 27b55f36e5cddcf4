#include <cli/files.hpp>

#include <cli/terminal.hpp>

namespace chiso_cli {
void report(const std::string& file, const std::vector<chiso::Problem>& problems) {
  for (const auto& problem : problems) complain(file + (problem.place.line > 0 ? ":" : ": ") + to_text(problem));
}

void report(const std::string& file, const chiso::EvidenceError& error) {
  report(file, error.problems());
  const auto more = error.total() - error.problems().size();
  complain(file + ": " + counted(error.total(), "error", "errors") + (more > 0 ? ", " + std::to_string(more) + " of them not listed" : "") +
           "; nothing of it is scored");
}

chiso::Model read_model(const std::string& file) try { return chiso::load_model(file); } catch (const chiso::ModelError& error) {
  report(file, error.problems());
  throw AlreadyReported();
}

chiso::Evidence read_evidence(const std::string& file, const chiso::Model& model, const chiso::ReadOptions& options) try {
  auto evidence = chiso::read_evidence(file, model, options);
  report(file, evidence.warnings());
  return evidence;
} catch (const chiso::EvidenceError& error) {
  report(file, error);
  throw AlreadyReported();
}
}
