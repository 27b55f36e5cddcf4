#include <algorithm>
#include <chiso/core/text.hpp>
#include <chiso/io/findings/findings.hpp>
#include <chiso/io/text/file.hpp>
#include <cli/findings.hpp>
#include <cli/output.hpp>
#include <cli/terminal.hpp>
#include <cli/workbooks.hpp>
#include <io/words/labels.hpp>

namespace chiso_cli {
namespace {
constexpr std::size_t most_findings = 1000;  // more are too many to read

/// The places of the cells to look at: one for each finding, then of the missing counts that are implied.
std::vector<chiso::Place> places_of(const FileArguments& files, const chiso::CheckReport& report, const chiso::ReadingOptions& reading) {
  std::vector<chiso::EvidenceCell> cells;
  for (const auto& finding : report.findings) cells.push_back(cell_to_look_at(report, finding));
  for (const auto& implied : report.implied) cells.push_back({implied.row, implied.measure});
  if (cells.empty()) return {};
  if (is_workbook(files.evidence)) {
    auto sheet = workbooks()->sheet(files.evidence, report.model, reading, files.sheet);
    sheet.build();
    return sheet.places_of(cells);
  }
  return chiso::places_in(chiso::read_file(files.evidence), report.model, reading, cells);
}

/// One line of what was found.
std::string line_of(const std::string& file, const chiso::Place& place, const chiso::Words& kind, const std::string& text,
                    const std::string& check, Language language) {
  constexpr chiso::Words row{" (row {0} of the sheet)", " (dòng {0} của bảng)"};
  const auto at = place.sheet ? sheet_cell(place) : std::to_string(place.line) + ':' + std::to_string(place.column);
  auto out = file + ':' + at + ": " + std::string(kind.in(language)) + ": " + chiso::without_controls(text, '?') + " [" + check + ']';
  if (place.row != 0 && place.row != place.line && !place.sheet) out += to_text(row, {place.row}, language);
  return out + '\n';
}

void print_findings(const std::string& file, const chiso::CheckReport& report, const std::vector<chiso::Place>& places, Language language) {
  constexpr chiso::Words note{"note", "ghi chú"},
      more{": and {0} more findings of {1}", ": và còn {0} điểm không khớp khác, tổng cộng {1}"};
  const auto id = [&](std::size_t check) { return report.model.checks()[check].id; };
  std::string text;
  const auto& findings = report.findings;
  for (std::size_t i = 0; i < findings.size() && i < most_findings; ++i) {
    const auto& finding = findings[i];
    const auto words = row_words(report, finding.row, language) + ": " + finding_words(report, finding, language);
    text += line_of(file, places[i], severity_words(finding.severity), words, id(finding.check), language);
  }
  if (findings.size() > most_findings) text += file + to_text(more, {findings.size() - most_findings, findings.size()}, language) + '\n';
  for (std::size_t i = 0; i < report.implied.size() && i < most_findings; ++i) {
    const auto& implied = report.implied[i];
    const auto words = row_words(report, implied.row, language) + ": " + implied_words(report, implied, language);
    text += line_of(file, places[findings.size() + i], note, words, id(implied.check), language);
  }
  if (!text.empty()) complain(std::string_view(text).substr(0, text.size() - 1));
}

/// Over all checks.
struct Totals {
  std::size_t errors = 0, warnings = 0, held = 0;
};
Totals all_of(const chiso::CheckReport& report) {
  Totals out;
  for (const auto& check : report.judged) {
    out.errors += check.failed;
    out.warnings += check.warned;
    out.held += check.held;
  }
  return out;
}

void write_findings(const chiso::CheckReport& report, std::vector<chiso::Place> places, Language language, const std::string& output) {
  const auto extension = extension_of(output);
  places.resize(report.findings.size());  // those of implied counts are not of findings
  put_out(extension == "csv"    ? findings_csv(report, {.language = language, .places = std::move(places)})
          : extension == "html" ? findings_html(report, {.language = language})
                                : findings_text(report, {.language = language}),
          output);
}
}

bool judge(const FileArguments& files, const chiso::Evidence& evidence, const chiso::ReadingOptions& reading, Language language,
           const std::string& output) {
  const auto report = chiso::check(evidence);
  auto places = places_of(files, report, reading);
  print_findings(files.evidence, report, places, language);
  if (!output.empty()) write_findings(report, std::move(places), language, output);
  if (report.model.checks().empty()) return false;
  const auto [errors, warnings, held] = all_of(report);
  const auto not_judged = report.judged.size() * evidence.rows() - errors - warnings - held;
  constexpr chiso::Words of_checks{"{0}: {1}, {2}, {3}: {4} held, {5} not judged",
                                   "{0}: {1}, {2}, {3}: khớp {4} lượt, không kiểm tra {5} lượt"};
  const auto line = to_text(of_checks,
                            {files.evidence, counted(report.judged.size(), things::checks, language),
                             counted(errors, things::errors, language), counted(warnings, things::warnings, language), held, not_judged},
                            language);
  errors > 0 ? complain(line) : print(line + '\n');
  return errors > 0;
}

void tell_of_findings(const FileArguments& files, const chiso::Evidence& evidence, Language language) {
  if (evidence.model().checks().empty()) return;
  const auto found = all_of(chiso::check(evidence));
  if (found.errors + found.warnings == 0) return;
  constexpr chiso::Words does_not_add_up{"{0}: the evidence does not add up: {1}, {2}; chiso check says where",
                                         "{0}: số liệu chưa khớp: {1}, {2}; chạy chiso check để xem từng chỗ"};
  complain(to_text(does_not_add_up,
                   {files.evidence, counted(found.errors, things::errors, language), counted(found.warnings, things::warnings, language)},
                   language));
}
}
