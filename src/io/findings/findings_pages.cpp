#include <chiso/io/findings/findings.hpp>
#include <io/findings/findings_sheet.hpp>

// Writes what checks found as text and as pages of HTML.
namespace chiso::inline CHISO_BUILD {
std::string findings_text(const CheckReport& report, const FindingsOptions& options, const TextLayout& layout) {
  return text_of(findings_sheet(report, options.language), layout);
}
std::string findings_html(const CheckReport& report, const FindingsOptions& options) {
  return page_of(findings_sheet(report, options.language), options.language);
}
std::string findings_fragment(const CheckReport& report, const FindingsOptions& options) {
  constexpr std::size_t first_findings = 20;
  return fragment_of(findings_sheet(report, options.language, first_findings), options.language);
}
}
