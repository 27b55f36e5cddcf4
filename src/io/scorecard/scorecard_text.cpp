#include <chiso/io/scorecard/scorecard.hpp>
#include <io/scorecard/scorecard_sheet.hpp>
#include <io/text/text_table.hpp>

// Writes a scorecard as text.
namespace chiso::inline CHISO_BUILD {
std::string scorecard_text(const Ranked& ranked, std::size_t row, const ScorecardOptions& options, const TextLayout& layout) {
  constexpr std::size_t widest_name = 56;
  const auto look = layout.bold ? TextLook::terminal : TextLook::plain;
  const auto sheet = scorecard_sheet(ranked, row, options);
  std::vector<TextTable::Column> columns;
  for (const auto& head : sheet.heads)
    columns.push_back({.title = head.title,
                       .align = is_figure(head.column) ? TextTable::Align::right : TextTable::Align::left,
                       .most = head.column == ScorecardColumn::name ? widest_name : 0});
  TextTable table(std::move(columns));
  for (auto [kind, depth, cells] : sheet.rows) {
    auto& name = cells[static_cast<std::size_t>(ScorecardColumn::name)];
    name.insert(0, 2 * static_cast<std::size_t>(depth), ' ');
    if (kind == ScorecardRow::Kind::total) table.rule();
    table.add(std::move(cells), kind == ScorecardRow::Kind::item ? TextTable::Weight::regular : TextTable::Weight::strong);
  }
  const auto one_line = [](const std::string& text) { return without_controls(text, ' '); };
  auto out = one_line(sheet.version + ": " + sheet.model) + '\n' + bold(one_line(title_of(sheet)), look) + '\n' +
             bold(one_line(in_one_line(sheet.placement, options.language)), look) + '\n';
  if (!sheet.placement.gap.empty()) out += one_line(sheet.placement.gap) + '\n';
  for (const auto& note : sheet.placement.notes) out += one_line(note) + '\n';
  return out + '\n' + table.text(look, layout.width) + '\n' + one_line(sheet.identity) + '\n';
}
}
