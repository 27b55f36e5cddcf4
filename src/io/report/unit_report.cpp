#include <chiso/check/check_report.hpp>
#include <chiso/io/report/unit_report.hpp>
#include <chiso/plan/steps.hpp>
#include <io/explain/explanation_sheet.hpp>
#include <io/findings/findings_sheet.hpp>
#include <io/scorecard/scorecard_sheet.hpp>
#include <io/text/html_page.hpp>

// Puts what the other pages say of one unit on one page.
namespace chiso::inline CHISO_BUILD {
std::optional<std::size_t> row_since(const Scores& scores, std::size_t row) {
  const auto& evidence = scores.evidence();
  for (auto period = evidence.period_of_row()[row]; period > 0; --period)
    if (const auto before = evidence.find(evidence.unit(row), evidence.periods()[period - 1], evidence.track(row))) return before;
  return {};
}

namespace {
/// The level of the headings within a section, whose own is one above.
constexpr int within = 3;

class UnitReport : InLanguage {
 public:
  UnitReport(const RankedRowOf& of, const UnitReportOptions& options)
      : InLanguage(options.language), of_(of), scores_(of.ranked.scores()), since_(options.since) {
    card_ = scorecard_sheet(of_.ranked, of_.row, {.language = language_});
    if (since_) return;
    if (const auto before = row_since(scores_, of_.row)) since_.emplace(RankedRowOf{of_.ranked, *before});
  }

  std::string title() const { return title_of(card_); }
  std::string body() const {
    auto out = head_of(card_, language_);
    for (const auto& section : sections())
      out.append("<section>\n").append(html_heading(within - 1, section.title)).append(section.body).append("</section>\n");
    return out + identity_of(card_);
  }

 private:
  struct Section {
    std::string title{};
    std::string body{};
  };
  /// In their order; what says nothing of this unit is left out.
  std::vector<Section> sections() const {
    std::vector<Section> out{{in({.en = "Scorecard", .vi = "Phiếu điểm"}), criteria_table_of(card_, language_)}};
    if (!scores_.model().checks().empty()) out.push_back(findings());
    out.push_back(lost());
    if (since_) out.push_back(change());
    if (of_.ranked.among() == RankedAmong::own_rows) out.push_back(steps());
    return out;
  }

  /// The rows whose figures these are: of a row that is there by fallback alone, those of the unit in its period.
  std::vector<std::size_t> rows_of_figures() const {
    const auto& given = scores_.resolved().given();
    if (of_.row < given.rows()) return {of_.row};
    std::vector<std::size_t> out;
    const auto& evidence = scores_.evidence();
    for (std::size_t track = 0; track < scores_.model().tracks().size(); ++track)
      if (const auto row = given.find(evidence.unit(of_.row), evidence.period(of_.row), track)) out.push_back(*row);
    return out;
  }
  Section findings() const {
    const auto report = check(scores_.resolved().given(), scores_.model());
    const auto sheet = findings_sheet_of(report, rows_of_figures(), language_);
    return {sheet.title, sentences_of(sheet) + sections_of(sheet, language_, within)};
  }
  Section lost() const {
    const auto sheet = lost_sheet(of_, language_);
    return {sheet.title, sections_of(sheet, language_, within)};  // the row that it is of is the one at the head
  }
  Section change() const {
    auto sheet = comparison_sheet(*since_, of_, language_);
    const auto &before = since_->ranked.scores(), &now = scores_;
    if (!(before.model() == now.model()) && before.index(since_->row) && now.index(of_.row))
      sheet.sections.push_back(bridge_section(*since_, of_, language_));
    return {sheet.title, sentences_of(sheet) + sections_of(sheet, language_, within)};
  }
  Section steps() const {
    const WhatIf what_if(of_.ranked);
    const auto found = steps_of(what_if, of_.row);
    const auto sheet = steps_sheet(what_if, of_.row, found, language_);
    return {sheet.title, sections_of(sheet, language_, within)};
  }

  const RankedRowOf& of_;
  const Scores& scores_;
  std::optional<RankedRowOf> since_;
  ScorecardSheet card_{};
};
}

std::string unit_report_html(const RankedRowOf& of, const UnitReportOptions& options) {
  const UnitReport report(of, options);
  return html_page(options.language, report.title(), report.body());
}
std::string unit_report_fragment(const RankedRowOf& of, const UnitReportOptions& options) {
  return html_fragment(options.language, UnitReport(of, options).body());
}
}
