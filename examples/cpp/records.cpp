// Scores a stream of records, one JSON object in each line of the standard input, each as soon as it comes:
//   example_records examples/models/pci_2021.json < examples/data/pci_2021_records.jsonl
// A record that cannot be scored is answered by all its problems, and the stream goes on.
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <iostream>
#include <string>

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: example_records model < records\n";
    return 2;
  }
  const chiso::Scorer scorer(chiso::load_model(arguments[1]));  // compiled once for all records
  std::string line;
  for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
    try {
      const auto scores = scorer.score(chiso::parse_records(line, scorer.model()));
      for (std::size_t row = 0; row < scores.rows(); ++row) {
        const auto index = scores.index(row);
        std::cout << scores.evidence().unit(row) << ' ' << (index ? index->published().text() : "-")
                  << (scores.tally(row).complete ? "" : " (incomplete)") << std::endl;
      }
    } catch (const chiso::EvidenceError& error) {
      for (auto problem : error.problems()) {
        problem.place.line = number;  // of the stream; in the record it is always the first
        std::cout << to_text(problem) << std::endl;
      }
    }
  }
}
