#include <algorithm>
#include <chiso/core/problem.hpp>
#include <chiso/io/text/html.hpp>
#include <io/text/html_page.hpp>
#include <io/text/page.hpp>
#include <io/text/text_table.hpp>
#include <io/text/unicode.hpp>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
namespace {
using Kind = Page::Head::Kind;

/// The section without its column of numbers, if none stands there.
Page::Section as_shown(Page::Section section) {
  const auto is_blank = [](const Page::Row& row) { return row.cells[0].text.empty(); };
  if (section.heads.empty() || section.heads[0].kind != Kind::number || !section.heads[0].title.empty() ||
      !std::all_of(section.rows.begin(), section.rows.end(), is_blank))
    return section;
  section.heads.erase(section.heads.begin());
  for (auto& row : section.rows) row.cells.erase(row.cells.begin());
  return section;
}

std::string more_words(std::size_t more, Text::Language language) {
  constexpr Words words{"and {0} more", "và còn {0} dòng khác"};
  return to_text(words, {more}, language);
}

TextTable::Column text_column(const Page::Head& head) {
  constexpr std::size_t widest_name = 64, widest_sentence = 44;
  const bool is_long = head.kind == Kind::reason || head.kind == Kind::text;
  return {.title = head.title,
          .align = head.kind == Kind::figure ? TextTable::Align::right : TextTable::Align::left,
          .most = is_long                   ? widest_sentence
                  : head.kind == Kind::name ? widest_name
                                            : 0};
}

std::string class_of(Kind kind) {
  switch (kind) {
    case Kind::number: return " class=\"number\"";
    case Kind::name: return " class=\"name\"";
    case Kind::figure: return " class=\"figure\"";
    case Kind::state: return " class=\"state\"";
    case Kind::reason: return " class=\"reason\"";
    case Kind::text: break;
  }
  return "";
}

std::string table_of(const Page::Section& section) {
  // Two columns across the whole page would stand too far apart to be read as one line.
  const auto columns = section.heads.size();
  const auto width = std::string(columns > 8 ? " wide" : columns > 2 ? "" : " short");
  auto out = "<table class=\"scorecard" + width + "\">\n<thead><tr>";
  for (const auto& head : section.heads)
    out.append("<th scope=\"col\"").append(class_of(head.kind)).append(">").append(as_html(head.title)).append("</th>");
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : section.rows) {
    out += row.kind == Page::Row::Kind::group   ? "<tr class=\"group\">"
           : row.kind == Page::Row::Kind::total ? "<tr class=\"total\">"
                                                : "<tr>";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto& [text, marked] = row.cells[i];
      out.append("<td").append(class_of(section.heads[i].kind));
      if (section.heads[i].kind == Kind::name && row.depth > 0)
        out.append(" style=\"--depth:").append(std::to_string(row.depth)).append("\"");
      out.append(" data-label=\"").append(as_html(section.heads[i].title)).append("\">");
      if (!marked.empty()) out.append("<mark>").append(as_html(marked)).append("</mark>");
      out.append(as_html(text)).append("</td>");
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string paragraphs(const std::vector<std::string>& sentences) {
  std::string out;
  for (const auto& sentence : sentences) out.append("<p>").append(as_html(sentence)).append("</p>\n");
  return out;
}

std::string body_of(const Page& page, Text::Language language) {
  return "<p class=\"quiet\">" + as_html(page.model) + "</p>\n" + html_heading(1, page.title) + sentences_of(page) +
         sections_of(page, language, 2) + "<p class=\"quiet\">" + as_html(page.identity) + "</p>\n";
}
}

std::string text_of(const Page& page, const TextLayout& layout) {
  const auto look = layout.bold ? TextLook::terminal : TextLook::plain;
  const auto one_line = [](const std::string& text) { return without_controls(text, ' '); };
  auto out = one_line(page.model) + '\n' + bold(one_line(page.title), look) + '\n';
  for (const auto& sentence : page.sentences) out += one_line(sentence) + '\n';
  for (const auto& given : page.sections) {
    const auto section = as_shown(given);
    out += '\n' + bold(one_line(section.title), look) + '\n';
    for (const auto& sentence : section.sentences)
      for (const auto& line : wrapped(one_line(sentence), layout.width)) out += line + '\n';
    if (section.heads.empty()) continue;
    std::vector<TextTable::Column> columns;
    for (const auto& head : section.heads) columns.push_back(text_column(head));
    TextTable table(std::move(columns));
    for (const auto& row : section.rows) {
      std::vector<std::string> cells;
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto indent = section.heads[i].kind == Kind::name ? 2 * static_cast<std::size_t>(row.depth) : 0;
        cells.push_back(std::string(indent, ' ') + one_line(row.cells[i].marked + row.cells[i].text));
      }
      if (row.kind == Page::Row::Kind::total) table.rule();
      table.add(std::move(cells), row.kind == Page::Row::Kind::item ? TextTable::Weight::regular : TextTable::Weight::strong);
    }
    out += '\n' + table.text(look, layout.width);
  }
  out += '\n';
  for (std::size_t from = 0; from <= page.identity.size();) {  // one line for each model
    const auto end = std::min(page.identity.find('\n', from), page.identity.size());
    out += one_line(page.identity.substr(from, end - from)) + '\n';
    from = end + 1;
  }
  return out;
}

std::string sentences_of(const Page& page) { return paragraphs(page.sentences); }
std::string sections_of(const Page& page, Text::Language language, int level) {
  std::string out;
  for (const auto& given : page.sections) {
    const auto section = as_shown(given);
    if (!section.title.empty()) out += html_heading(level, section.title);
    out += paragraphs(section.sentences);
    if (!section.heads.empty()) out += table_of(section);
    if (section.more > 0) out.append("<p class=\"quiet\">").append(more_words(section.more, language)).append("</p>\n");
  }
  return out;
}
std::string page_of(const Page& page, Text::Language language) { return html_page(language, page.title, body_of(page, language)); }
std::string fragment_of(const Page& page, Text::Language language) { return html_fragment(language, body_of(page, language)); }
}
