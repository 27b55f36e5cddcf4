#include <algorithm>
#include <chiso/io/text/html.hpp>
#include <io/explain/explanation_sheet.hpp>
#include <io/text/html_page.hpp>
#include <io/text/text_table.hpp>
#include <io/text/unicode.hpp>

// Writes explanations as text and as pages of HTML.
namespace chiso::inline CHISO_BUILD {
namespace {
using Row = ExplanationSheet::Row;
}

namespace {
/// The section without its column of numbers, if it has none.
ExplanationSheet::Section as_shown(ExplanationSheet::Section section) {
  const auto is_blank = [](const Row& row) { return row.cells[0].empty(); };
  if (section.heads.empty() || !section.heads[0].title.empty() || !std::all_of(section.rows.begin(), section.rows.end(), is_blank))
    return section;
  section.heads.erase(section.heads.begin());
  for (auto& row : section.rows) row.cells.erase(row.cells.begin());
  return section;
}
/// The place of the column of names: the second one, if the first has numbers.
std::size_t name_column(const ExplanationSheet::Section& section, const ExplanationSheet::Section& given) {
  return section.heads.size() < given.heads.size() ? 0 : 1;
}
}

std::string text_of(const ExplanationSheet& sheet, const TextLayout& layout) {
  constexpr std::size_t widest_name = 64, widest_sentence = 44;
  const auto look = layout.bold ? TextLook::terminal : TextLook::plain;
  const auto one_line = [](const std::string& text) { return without_controls(text, ' '); };
  auto out = one_line(sheet.model) + '\n' + bold(one_line(sheet.title), look) + '\n';
  for (const auto& row : sheet.rows) out += one_line(row) + '\n';
  for (const auto& given : sheet.sections) {
    const auto section = as_shown(given);
    const auto name = name_column(section, given);
    out += '\n' + bold(one_line(section.title), look) + '\n';
    for (const auto& sentence : section.sentences)
      for (const auto& line : wrapped(one_line(sentence), layout.width)) out += line + '\n';
    if (section.heads.empty()) continue;
    std::vector<TextTable::Column> columns;
    for (const auto& head : section.heads)
      columns.push_back({.title = head.title,
                         .align = head.is_figure ? TextTable::Align::right : TextTable::Align::left,
                         .most = head.is_long             ? widest_sentence
                                 : columns.size() == name ? widest_name
                                                          : 0});
    TextTable table(std::move(columns));
    for (auto [kind, depth, cells] : section.rows) {
      cells[name].insert(0, 2 * static_cast<std::size_t>(depth), ' ');
      if (kind == Row::Kind::total) table.rule();
      table.add(std::move(cells), kind == Row::Kind::item ? TextTable::Weight::regular : TextTable::Weight::strong);
    }
    out += '\n' + table.text(look, layout.width);
  }
  out += '\n';
  for (std::size_t from = 0; from <= sheet.identity.size();) {  // one line for each model
    const auto end = std::min(sheet.identity.find('\n', from), sheet.identity.size());
    out += one_line(sheet.identity.substr(from, end - from)) + '\n';
    from = end + 1;
  }
  return out;
}

std::string rows_of(const ExplanationSheet& sheet) {
  std::string out;
  for (const auto& row : sheet.rows) out.append("<p>").append(as_html(row)).append("</p>\n");
  return out;
}
std::string sections_of(const ExplanationSheet& sheet, int level) {
  std::string out;
  for (const auto& given : sheet.sections) {
    const auto section = as_shown(given);
    const auto name = name_column(section, given);
    out += html_heading(level, section.title);
    for (const auto& sentence : section.sentences) out.append("<p>").append(as_html(sentence)).append("</p>\n");
    if (section.heads.empty()) continue;
    const auto class_of = [&](std::size_t at) {
      const auto& head = section.heads[at];
      return std::string(head.is_figure ? "figure" : head.is_long ? "reason" : at == name ? "name" : at == 0 ? "number" : "state");
    };
    // Two columns across the whole page would stand too far apart to be read as one line.
    const auto columns = section.heads.size();
    out.append("<table class=\"scorecard").append(columns > 8 ? " wide" : columns > 2 ? "" : " short").append("\">\n<thead><tr>");
    for (std::size_t i = 0; i < section.heads.size(); ++i)
      out.append("<th scope=\"col\" class=\"").append(class_of(i)).append("\">").append(as_html(section.heads[i].title)).append("</th>");
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : section.rows) {
      out += row.kind == Row::Kind::group ? "<tr class=\"group\">" : row.kind == Row::Kind::total ? "<tr class=\"total\">" : "<tr>";
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        out.append("<td class=\"").append(class_of(i)).append("\"");
        if (i == name && row.depth > 0) out.append(" style=\"--depth:").append(std::to_string(row.depth)).append("\"");
        out.append(" data-label=\"").append(as_html(section.heads[i].title)).append("\">").append(as_html(row.cells[i])).append("</td>");
      }
      out += "</tr>\n";
    }
    out += "</tbody>\n</table>\n";
  }
  return out;
}

namespace {
std::string body_of(const ExplanationSheet& sheet) {
  return "<p class=\"quiet\">" + as_html(sheet.model) + "</p>\n" + html_heading(1, sheet.title) + rows_of(sheet) + sections_of(sheet, 2) +
         "<p class=\"quiet\">" + as_html(sheet.identity) + "</p>\n";
}
}
std::string fragment_of(const ExplanationSheet& sheet, Language language) { return html_fragment(language, body_of(sheet)); }
std::string page_of(const ExplanationSheet& sheet, Language language) { return html_page(language, sheet.title, body_of(sheet)); }

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
