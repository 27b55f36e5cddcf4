#include <chiso/io/scorecard/scorecard.hpp>
#include <io/scorecard/scorecard_sheet.hpp>
#include <io/text/html_page.hpp>
#include <io/words/labels.hpp>

// Writes a scorecard as a page of HTML.
namespace chiso::inline CHISO_BUILD {
namespace {
class ScorecardPage : InLanguage {
 public:
  ScorecardPage(const ScorecardSheet& sheet, Language language) : InLanguage(language), sheet_(sheet) {}

  std::string head() && {
    out_ = "<p class=\"quiet\">" + as_html(sheet_.model) + "</p>\n<h1>" + as_html(sheet_.unit) + "</h1>\n";
    if (!sheet_.row.empty()) out_.append("<p>").append(as_html(joined(sheet_.row, " · "))).append("</p>\n");
    write_placement();
    return std::move(out_);
  }
  std::string table() && {
    write_table();
    return std::move(out_);
  }

 private:
  void write_placement() {
    const auto& placement = sheet_.placement;
    out_ += "<dl class=\"standing\">\n";
    const auto add = [&](const Words& name, const PlacementFigure& figure) {
      out_.append("<div><dt>").append(in(name)).append("</dt><dd>").append(as_html(figure.words + figure.by)).append("</dd></div>\n");
    };
    add(labels::index, placement.index);
    if (placement.coverage) add(labels::coverage, *placement.coverage);
    add({.en = "Rank", .vi = "Xếp hạng"}, placement.rank);
    if (placement.class_of) add(labels::class_of, *placement.class_of);
    out_ += "</dl>\n";
    if (!placement.gap.empty()) out_.append("<p class=\"gap\">").append(as_html(placement.gap)).append("</p>\n");
    for (const auto& note : placement.notes) out_.append("<p class=\"quiet\">").append(as_html(note)).append("</p>\n");
  }
  void write_table() {
    out_ += "<table class=\"scorecard\">\n<thead><tr>";
    for (const auto& head : sheet_.heads)
      out_.append("<th scope=\"col\" class=\"").append(classes_of(head)).append("\">").append(as_html(head.title)).append("</th>");
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : sheet_.rows) {
      out_ += row.kind == ScorecardRow::Kind::group   ? "<tr class=\"group\">"
              : row.kind == ScorecardRow::Kind::total ? "<tr class=\"total\">"
                                                      : "<tr>";
      for (std::size_t i = 0; i < row.cells.size(); ++i) cell(row, i);
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n";
  }
  void cell(const ScorecardRow& row, std::size_t at) {
    const auto& head = sheet_.heads[at];
    out_.append("<td class=\"").append(classes_of(head)).append("\"");
    if (head.column == ScorecardColumn::name && row.depth > 0)
      out_.append(" style=\"--depth:").append(std::to_string(row.depth)).append("\"");
    out_.append(" data-label=\"").append(as_html(head.title)).append("\">").append(as_html(row.cells[at])).append("</td>");
  }
  static std::string classes_of(const ScorecardHead& head) {
    return std::string(is_figure(head.column) ? "figure " : "").append(name_of(head.column));
  }

  const ScorecardSheet& sheet_;
  std::string out_{};
};
}

std::string head_of(const ScorecardSheet& sheet, Language language) { return ScorecardPage(sheet, language).head(); }
std::string criteria_table_of(const ScorecardSheet& sheet, Language language) { return ScorecardPage(sheet, language).table(); }
std::string identity_of(const ScorecardSheet& sheet) { return "<p class=\"quiet\">" + as_html(sheet.identity) + "</p>\n"; }
std::string title_of(const ScorecardSheet& sheet) {
  auto out = sheet.unit;
  for (const auto& name : sheet.row) out += ", " + name;
  return out;
}

namespace {
std::string body_of(const ScorecardSheet& sheet, Language language) {
  return head_of(sheet, language) + criteria_table_of(sheet, language) + identity_of(sheet);
}
}
std::string scorecard_html(const Ranked& ranked, std::size_t row, const ScorecardOptions& options) {
  const auto sheet = scorecard_sheet(ranked, row, options);
  return html_page(options.language, title_of(sheet), body_of(sheet, options.language));
}
std::string scorecard_fragment(const Ranked& ranked, std::size_t row, const ScorecardOptions& options) {
  return html_fragment(options.language, body_of(scorecard_sheet(ranked, row, options), options.language));
}
}
