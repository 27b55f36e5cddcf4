// The Provincial Competitiveness Index of 2021, computed from the printed sub-indices, with the published total beside it.
#include <functional>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>

int main() {
  const auto model = chiso::load_model("examples/models/pci_2021.json");
  const auto file = "examples/data/pci_2021.csv";
  const auto evidence = chiso::read_evidence(file, model, {.unknown_columns = chiso::UnknownColumns::ignore});
  const auto scores = chiso::score(model, evidence);

  // The published total and rank are the last two cells of each line.
  std::map<std::string, std::pair<std::string, std::string>, std::less<>> published;
  const auto text = chiso::read_file(file);
  for (std::size_t from = text.find('\n') + 1, end; (end = text.find('\n', from)) != text.npos; from = end + 1) {
    const auto line = text.substr(from, end - from);
    const auto rank = line.rfind(',') + 1, total = line.rfind(',', rank - 2) + 1;
    published[line.substr(0, line.find(','))] = {line.substr(total, rank - 1 - total), line.substr(rank)};
  }

  std::cout << "rank index published rank class      province\n";
  for (const auto& row : chiso::ranking(scores, {.period = "2021"})) {
    const auto& [total, rank] = published.find(row.unit)->second;
    std::cout << std::setw(4) << row.rank << ' ' << row.index.published() << ' ' << std::setw(9) << total << ' ' << std::setw(4) << rank
              << ' ' << std::left << std::setw(10) << row.class_id << std::right << ' ' << row.unit << '\n';
  }
}
