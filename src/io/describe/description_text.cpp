#include <io/describe/description_table.hpp>
#include <io/text/table_writer.hpp>

// Writes descriptions as Markdown and as CSV.
namespace chiso::inline CHISO_BUILD {
namespace {
// ---- Markdown
/// A text escaped so that GitHub's Markdown shows it as it is, on one line, inside or outside a table.
std::string as_markdown(std::string_view text) {
  constexpr std::string_view with_meaning = "\\`*_[]<>|~#";
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "<br>";
    else if (c == '&')
      out += "&amp;";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += ' ';
    else
      out.append(with_meaning.find(c) == with_meaning.npos ? "" : "\\") += c;
  }
  return out;
}
/// The same at the start of a line, where list marks have a meaning too.
std::string as_paragraph(std::string_view text) {
  auto out = as_markdown(text);
  const auto digits = out.find_first_not_of("0123456789");
  const bool may_be_list = digits != out.npos && (out[digits] == '.' || out[digits] == ')' ||
                                                  (digits == 0 && std::string_view("-+=").find(out[0]) != std::string_view::npos));
  return may_be_list ? out.insert(digits, "\\") : out;
}
void append_cell(std::string& out, const Phrase& phrase, int level) {
  if (level > 0) {
    out += "<br>";
    for (int i = 1; i < level; ++i) out += "&emsp;";
    out += "– ";
  }
  out += as_markdown(phrase.text);
  for (const auto& item : phrase.items) append_cell(out, item, level + 1);
}
void append_row(std::string& out, const std::vector<DescriptionCell>& cells, bool is_group) {
  out += '|';
  for (const auto& cell : cells) {
    std::string text;
    for (const auto& paragraph : cell.paragraphs) {
      if (&paragraph != cell.paragraphs.data()) text += "<br>";
      append_cell(text, paragraph, 0);
    }
    const bool strong = is_group && !text.empty() && cell.kind <= DescriptionCell::Kind::points;
    out.append(strong ? " **" : " ").append(text).append(strong ? "** |" : " |");
  }
  out += '\n';
}

// ---- CSV
void append_lines(std::string& out, const Phrase& phrase, std::size_t level) {
  if (level > 0) out.append("\n").append(2 * (level - 1), ' ').append("- ");
  out += phrase.text;
  for (const auto& item : phrase.items) append_lines(out, item, level + 1);
}
}

std::string markdown_of(const Description& description) {
  auto out = "# " + as_markdown(description.title) + "\n\n" + as_paragraph(description.identity) + '\n';
  const auto paragraphs = [&](const std::vector<std::string>& texts) {
    for (const auto& text : texts) out += '\n' + as_paragraph(text) + '\n';
  };
  paragraphs(description.remarks);
  for (const auto& section : description.sections) {
    out += "\n## " + as_markdown(section.title) + '\n';
    paragraphs(section.remarks);
    if (section.rows.empty()) continue;
    const auto table = table_of(section, description.language);
    out += "\n|";
    for (const auto& head : table.heads) out += ' ' + head + " |";
    out += "\n|";
    for (const auto& cell : table.rows.front()) out += cell.kind == DescriptionCell::Kind::points ? "---:|" : "---|";
    out += '\n';
    for (std::size_t i = 0; i < table.rows.size(); ++i) append_row(out, table.rows[i], section.rows[i].is_group);
  }
  return out;
}

std::string csv_of(const Description& description) {
  CsvWriter out({"part", "section", "number", "id", "depth", "name", "points", "rule", "conditions", "note", "source"});
  const auto remarks = [&](std::string_view part, const std::string& title, const std::string& id, const std::vector<std::string>& texts) {
    out.text(part);
    out.text(title);
    out.none();
    text_or_none(out, id);
    for (int i = 0; i < 5; ++i) out.none();
    text_or_none(out, joined(texts, "\n"));
    out.none();
    out.end_row();
  };
  remarks("model", description.title, description.identity, description.remarks);
  for (const auto& section : description.sections) {
    if (!section.remarks.empty()) remarks(name_of(section.part), section.title, "", section.remarks);
    for (const auto& row : section.rows) {
      std::string rule;
      append_lines(rule, row.rule, 0);
      out.text(name_of(section.part));
      out.text(section.title);
      text_or_none(out, row.number);
      text_or_none(out, row.id);
      out.number(row.depth);
      out.text(row.name);
      number_or_none(out, row.points);
      text_or_none(out, rule);
      text_or_none(out, joined(row.conditions, "\n"));
      text_or_none(out, joined(row.notes, "\n"));
      text_or_none(out, joined(row.sources, "\n"));
      out.end_row();
    }
  }
  return out.finish();
}
}
