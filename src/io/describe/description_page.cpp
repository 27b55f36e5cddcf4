#include <array>
#include <chiso/io/describe/describe.hpp>
#include <io/describe/description_table.hpp>
#include <io/text/html_page.hpp>

// Writes a description as a page of HTML.
namespace chiso::inline CHISO_BUILD {
namespace {
void append_list(std::string& out, const std::vector<Phrase>& items) {
  if (items.empty()) return;
  out += "<ul>";
  for (const auto& item : items) {
    out.append("<li>").append(as_html(item.text));
    append_list(out, item.items);
    out += "</li>";
  }
  out += "</ul>";
}
void append_class(std::string& out, DescriptionCell::Kind kind) {
  constexpr std::array<std::string_view, 7> names{"number", "column", "name", "points", "rule", "conditions", "remarks"};
  out.append(" class=\"").append(names[static_cast<std::size_t>(kind)]).append("\"");
}
void append_cell(std::string& out, const DescriptionCell& cell, const std::string& head, int depth) {
  out += "<td";
  append_class(out, cell.kind);
  if (cell.kind == DescriptionCell::Kind::name && depth > 0) out.append(" style=\"--depth:").append(std::to_string(depth)).append("\"");
  out.append(" data-label=\"").append(as_html(head)).append("\">");
  for (const auto& paragraph : cell.paragraphs) {
    const bool alone = cell.paragraphs.size() == 1;
    out.append(alone ? "" : "<p>").append(as_html(paragraph.text)).append(alone ? "" : "</p>");
    append_list(out, paragraph.items);
  }
  out += "</td>";
}
void append_table(std::string& out, const DescriptionSection& section, Language language) {
  const auto table = table_of(section, language);
  out.append("<table class=\"").append(name_of(section.part)).append("\">\n<thead><tr>");
  for (std::size_t i = 0; i < table.heads.size(); ++i) {
    out.append("<th scope=\"col\"");
    append_class(out, table.rows[0][i].kind);
    out.append(">").append(as_html(table.heads[i])).append("</th>");
  }
  out += "</tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    out += section.rows[i].is_group ? "<tr class=\"group\">" : "<tr>";
    for (std::size_t c = 0; c < table.rows[i].size(); ++c) append_cell(out, table.rows[i][c], table.heads[c], section.rows[i].depth);
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n";
}
void append_body(std::string& out, const DescriptionSection& section, Language language) {
  for (const auto& remark : section.remarks) out.append("<p class=\"quiet\">").append(as_html(remark)).append("</p>\n");
  if (!section.rows.empty()) append_table(out, section, language);
}
std::string heading(const Description& description) {
  std::string out = "<h1>" + as_html(description.title) + "</h1>\n<p class=\"quiet\">" + as_html(description.identity) + "</p>\n";
  for (const auto& remark : description.remarks) out.append("<p>").append(as_html(remark)).append("</p>\n");
  return out;
}
}

std::string html_of(const Description& description) {
  auto body = heading(description);
  for (const auto& section : description.sections) {
    body.append("<section>\n<h2>").append(as_html(section.title)).append("</h2>\n");
    append_body(body, section, description.language);
    body += "</section>\n";
  }
  return html_page(description.language, description.title, body);
}

std::string describe_fragment(const Model& model, Text::Language language) {
  const auto description = description_of(model, language);
  auto body = heading(description);
  for (const auto& section : description.sections) {
    body.append("<details><summary>").append(as_html(section.title)).append("</summary>\n");
    append_body(body, section, language);
    body += "</details>\n";
  }
  return html_fragment(language, body);
}
}
