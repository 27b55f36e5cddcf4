#include <cli/arguments.hpp>
#include <cli/explanations.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>

namespace chiso_cli {
chiso::Ranked ranked_of(const FileArguments& files, const chiso::ReadingOptions& reading, Language language) {
  const auto model = read_model(files.model, language);
  return chiso::Ranked(chiso::score(model, read_evidence(files, model, reading, language), {.keep = chiso::Keep::leaves}));
}

bool ExplanationOutput::is_page() const { return chiso_cli::is_page(format, output); }
chiso::ExplanationLayout ExplanationOutput::layout() const {
  const auto terminal = output.empty() ? terminal_columns() : std::nullopt;
  return {.bold = terminal.has_value(), .width = terminal.value_or(0)};
}
void put_lost(const chiso::RankedRowOf& of, const ExplanationOutput& output) {
  const chiso::ExplanationOptions options{.language = output.language};
  put_out(output.is_page() ? chiso::lost_html(of, options) : chiso::lost_text(of, options, output.layout()), output.output);
}
void put_comparison(const chiso::RankedRowOf& before, const chiso::RankedRowOf& now, const ExplanationOutput& output) {
  const chiso::ExplanationOptions options{.language = output.language};
  put_out(output.is_page() ? chiso::comparison_html(before, now, options) : chiso::comparison_text(before, now, options, output.layout()),
          output.output);
}
}
