#include <chiso/core/problem.hpp>
#include <chiso/io/findings/findings.hpp>
#include <io/findings/findings_sheet.hpp>
#include <io/text/html_page.hpp>
#include <io/text/text_table.hpp>
#include <io/words/words.hpp>

// Writes what checks found as text and as pages of HTML.
namespace chiso::inline CHISO_BUILD {
namespace {
using Kind = FindingsSheet::Head::Kind;

std::string more_words(std::size_t more, Text::Language language) {
  constexpr Words words{"and {0} more", "và còn {0} dòng khác"};
  return to_text(words, {more}, language);
}
}

std::string finding_sections(const FindingsSheet& sheet, Text::Language language, int level) {
  auto out = "<p>" + as_html(sheet.summary) + "</p>\n";
  for (const auto& section : sheet.sections) {
    if (!section.title.empty()) out += html_heading(level, section.title);
    for (const auto& sentence : section.sentences) out.append("<p>").append(as_html(sentence)).append("</p>\n");
    if (section.heads.empty()) continue;
    const auto class_of = [&](std::size_t at) -> std::string {
      switch (section.heads[at].kind) {
        case Kind::number: return " class=\"number\"";
        case Kind::name: return " class=\"name\"";
        case Kind::figure: return " class=\"figure\"";
        case Kind::text: break;
      }
      return "";
    };
    out += "<table class=\"scorecard\">\n<thead><tr>";
    for (std::size_t i = 0; i < section.heads.size(); ++i)
      out.append("<th scope=\"col\"").append(class_of(i)).append(">").append(as_html(section.heads[i].title)).append("</th>");
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : section.rows) {
      out += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i) {
        out.append("<td").append(class_of(i)).append(" data-label=\"").append(as_html(section.heads[i].title)).append("\">");
        if (!row[i].marked.empty()) out.append("<mark>").append(as_html(row[i].marked)).append("</mark>");
        out.append(as_html(row[i].text)).append("</td>");
      }
      out += "</tr>\n";
    }
    out += "</tbody>\n</table>\n";
    if (section.more > 0) out.append("<p class=\"quiet\">").append(more_words(section.more, language)).append("</p>\n");
  }
  return out;
}

namespace {
std::string body_of(const FindingsSheet& sheet, Text::Language language) {
  return "<p class=\"quiet\">" + as_html(sheet.model) + "</p>\n" + html_heading(1, sheet.title) + finding_sections(sheet, language, 2) +
         "<p class=\"quiet\">" + as_html(sheet.identity) + "</p>\n";
}
}

std::string findings_text(const CheckReport& report, const FindingsOptions& options, const TextLayout& layout) {
  constexpr std::size_t widest_text = 44;
  const auto sheet = findings_sheet(report, options.language);
  const auto look = layout.bold ? TextLook::terminal : TextLook::plain;
  const auto one_line = [](const std::string& text) { return without_controls(text, ' '); };
  auto out = one_line(sheet.model) + '\n' + bold(one_line(sheet.title), look) + '\n' + one_line(sheet.summary) + '\n';
  for (const auto& section : sheet.sections) {
    out += '\n' + bold(one_line(section.title), look) + '\n';
    for (const auto& sentence : section.sentences)
      for (const auto& line : wrapped(one_line(sentence), layout.width)) out += line + '\n';
    std::vector<TextTable::Column> columns;
    for (const auto& head : section.heads)
      columns.push_back({.title = head.title,
                         .align = head.kind == Kind::figure ? TextTable::Align::right : TextTable::Align::left,
                         .most = head.kind == Kind::number ? 0 : widest_text});
    TextTable table(std::move(columns));
    for (const auto& row : section.rows) {
      std::vector<std::string> cells;
      for (const auto& cell : row) cells.push_back(one_line(cell.marked + cell.text));
      table.add(std::move(cells));
    }
    out += '\n' + table.text(look, layout.width);
  }
  return out + '\n' + one_line(sheet.identity) + '\n';
}
std::string findings_html(const CheckReport& report, const FindingsOptions& options) {
  const auto sheet = findings_sheet(report, options.language);
  return html_page(options.language, sheet.title, body_of(sheet, options.language));
}
std::string findings_fragment(const CheckReport& report, const FindingsOptions& options) {
  constexpr std::size_t first_findings = 20;
  return html_fragment(options.language, body_of(findings_sheet(report, options.language, first_findings), options.language));
}
}
