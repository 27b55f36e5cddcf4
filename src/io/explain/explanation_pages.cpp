#include <io/explain/explanation_sheet.hpp>

// Writes explanations as text and as pages of HTML.
namespace chiso::inline CHISO_BUILD {
std::string lost_text(const RankedRowOf& of, const ExplanationOptions& options, const TextLayout& layout) {
  return text_of(lost_sheet(of, options.language), layout);
}
std::string lost_html(const RankedRowOf& of, const ExplanationOptions& options) {
  return page_of(lost_sheet(of, options.language), options.language);
}
std::string lost_fragment(const RankedRowOf& of, const ExplanationOptions& options) {
  return fragment_of(lost_sheet(of, options.language), options.language);
}
std::string comparison_text(const RankedRowOf& before, const RankedRowOf& now, const ExplanationOptions& options,
                            const TextLayout& layout) {
  return text_of(comparison_sheet(before, now, options.language), layout);
}
std::string comparison_html(const RankedRowOf& before, const RankedRowOf& now, const ExplanationOptions& options) {
  return page_of(comparison_sheet(before, now, options.language), options.language);
}
std::string comparison_fragment(const RankedRowOf& before, const RankedRowOf& now, const ExplanationOptions& options) {
  return fragment_of(comparison_sheet(before, now, options.language), options.language);
}
}
