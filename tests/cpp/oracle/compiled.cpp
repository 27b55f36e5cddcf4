// Runs a case file with the compiled library, which reads files: the model as JSON, the table as CSV.
#include <chiso/io.hpp>
#include <oracle/case_program.hpp>

namespace {
/// The plain cells of the table as a spreadsheet would write them: quoted if they contain a comma or a quote.
std::string as_csv(std::string_view table) {
  std::string out, cell;
  const auto end_cell = [&](char mark) {
    if (cell.find_first_of(",\"") != cell.npos) {
      for (std::size_t i = 0; (i = cell.find('"', i)) != cell.npos; i += 2) cell.insert(i, 1, '"');
      cell = '"' + cell + '"';
    }
    out += cell + mark;
    cell.clear();
  };
  for (const char c : table) c == '\t' ? end_cell(',') : c == '\n' ? end_cell('\n') : cell.push_back(c);
  if (!cell.empty()) end_cell('\n');
  return out;
}
}

int main(int, char** arguments) {
  return chiso_test::run_cases(
      arguments[1], [](const chiso_test::Given& one) { return chiso::parse_model(one.model); },
      [](const chiso_test::Given& one, const chiso::Model& model, std::optional<chiso::Roster> roster) {
        auto evidence = chiso::parse_evidence(as_csv(one.table), model, {.delimiter = ',', .roster = std::move(roster)});
        for (const auto& [name, table] : one.below)
          evidence = chiso::parse_evidence(as_csv(table), chiso::TableBelow{.evidence = evidence, .table = name}, {.delimiter = ','});
        return evidence;
      },
      [](const std::string& roster) { return chiso::parse_roster(as_csv(roster), {.delimiter = ','}); });
}
