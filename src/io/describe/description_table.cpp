#include <algorithm>
#include <chiso/io/describe/describe.hpp>
#include <io/describe/description_table.hpp>
#include <io/words/labels.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
std::vector<Phrase> paragraphs(const std::vector<std::string>& texts, std::string_view before = {}) {
  std::vector<Phrase> out;
  for (const auto& text : texts) out.push_back({std::string(before) + text, {}});
  return out;
}

/// The heads of the columns of names and rules in a section.
struct Heads {
  Words name;
  Words rule;
};
Heads heads_of(DescriptionPart part) {
  constexpr Words meaning{.en = "Meaning", .vi = "Nội dung"};
  switch (part) {
    case DescriptionPart::criteria: return {labels::criterion, {.en = "Rule", .vi = "Cách chấm điểm"}};
    case DescriptionPart::bonus:
    case DescriptionPart::penalty: return {{.en = "Entry", .vi = "Mục"}, {.en = "Rule", .vi = "Cách chấm điểm"}};
    case DescriptionPart::classes: return {{.en = "Class", .vi = "Loại"}, {.en = "Band", .vi = "Ngưỡng"}};
    case DescriptionPart::vetoes: return {{.en = "Limit", .vi = "Trường hợp"}, meaning};
    case DescriptionPart::quotas: return {{.en = "Class", .vi = "Loại"}, {.en = "At most", .vi = "Tỷ lệ tối đa"}};
    case DescriptionPart::checks: return {labels::check, meaning};
    case DescriptionPart::parameters: return {{.en = "Parameter", .vi = "Tham số"}, {.en = "Value", .vi = "Giá trị"}};
    case DescriptionPart::measures: return {labels::measure, {.en = "Cells take", .vi = "Cách ghi"}};
    case DescriptionPart::provisions:
    case DescriptionPart::ranking: break;
  }
  return {{.en = "Provision", .vi = "Quy định"}, meaning};
}
}

DescriptionTable table_of(const DescriptionSection& section, Language language) {
  using Kind = DescriptionCell::Kind;
  const auto heads = heads_of(section.part);
  const bool of_measures = section.part == DescriptionPart::measures;  // offices look for the names of these columns
  const std::vector<Words> all{of_measures ? Words{.en = "Column", .vi = "Cột"} : labels::number,
                               heads.name,
                               {.en = "Max. points", .vi = "Điểm tối đa"},
                               heads.rule,
                               {.en = "Conditions", .vi = "Quy định riêng"},
                               {.en = "Note, source", .vi = "Ghi chú, nguồn"}};
  DescriptionTable out;
  for (const auto& row : section.rows) {
    auto remarks = paragraphs(row.notes);
    for (auto& source : paragraphs(row.sources, source_words.in(language))) remarks.push_back(std::move(source));
    const auto text = [](const std::string& one) { return one.empty() ? std::vector<Phrase>{} : std::vector<Phrase>{{one, {}}}; };
    out.rows.push_back({{of_measures ? Kind::column : Kind::number, text(of_measures ? row.id : row.number)},
                        {Kind::name, text(row.name)},
                        {Kind::points, text(row.points ? number_words(*row.points, language) : "")},
                        {Kind::rule, row.rule.empty() ? std::vector<Phrase>{} : std::vector{row.rule}},
                        {Kind::conditions, paragraphs(row.conditions)},
                        {Kind::remarks, std::move(remarks)}});
  }
  for (std::size_t i = all.size(); i-- > 0;) {
    const bool says_something = std::any_of(out.rows.begin(), out.rows.end(), [&](const auto& row) { return !row[i].paragraphs.empty(); });
    if (says_something)
      out.heads.insert(out.heads.begin(), std::string(all[i].in(language)));
    else
      for (auto& row : out.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return out;
}

std::string describe(const Model& model, Text::Language language, DescriptionFormat format) {
  const auto description = description_of(model, language);
  switch (format) {
    case DescriptionFormat::markdown: return markdown_of(description);
    case DescriptionFormat::csv: return csv_of(description);
    case DescriptionFormat::html: return html_of(description);
  }
  return {};
}
}
