// Runs a case file with the headers alone: the model from a draft, the table from columns.
#include <oracle/case_program.hpp>
#include <support/plain_draft.hpp>

namespace {
std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t tab; (tab = line.find('\t', from)) != line.npos; from = tab + 1) out.push_back(line.substr(from, tab - from));
  out.push_back(line.substr(from));
  return out;
}
/// `of` is a model, or a table below the units.
template <class Of>
chiso::Evidence read(const std::string& table, const Of& of, chiso::ReadingOptions options = {}) {
  std::istringstream lines(table);
  std::string line;
  std::getline(lines, line);
  const auto names = split(line);
  std::vector<std::vector<std::string>> columns(names.size());
  while (std::getline(lines, line)) {
    const auto cells = split(line);
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push_back(cells[i]);
  }
  chiso::EvidenceBuilder builder(of, std::move(options));
  for (std::size_t i = 0; i < names.size(); ++i) builder.texts(names[i], std::move(columns[i]));
  return builder.build();
}
/// Of columns unit, block, label and was, whose names are trimmed.
chiso::Roster roster_of(const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  std::vector<chiso::RosterUnit> units;
  while (std::getline(lines, line)) {
    const auto cells = split(line);
    units.push_back({.unit = cells[0], .block = cells[1], .label = cells[2]});
    for (std::size_t from = 0; from < cells[3].size();) {
      const auto end = (std::min)(cells[3].find("; ", from), cells[3].size());
      units.back().was.push_back(cells[3].substr(from, end - from));
      from = end + 2;
    }
  }
  return chiso::Roster(std::move(units));
}
chiso::Evidence evidence_of(const chiso_test::Given& one, const chiso::Model& model, std::optional<chiso::Roster> roster) {
  auto evidence = read(one.table, model, {.roster = std::move(roster)});
  for (const auto& [name, table] : one.below) evidence = read(table, chiso::TableBelow{.evidence = evidence, .table = name});
  return evidence;
}
}

int main(int, char** arguments) {
  return chiso_test::run_cases(
      arguments[1], [](const chiso_test::Given& one) { return chiso::Model::build(chiso_test::PlainDraft(one.draft).read()); }, evidence_of,
      roster_of);
}
