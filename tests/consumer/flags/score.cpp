// Scores a table of a model and prints the exact results, which no flag of a program may change. Where a measure is named as well, reads a
// cell that is none of its numbers, and says whether the problem is one of those in the headers.
#include "score.hpp"
#include <chiso/core/error.hpp>
#include <chiso/evidence/cell_problems.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/problems/problems.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/tables/scores.hpp>
#include <iostream>

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const auto model = chiso::load_model(arguments[1]);
  if (count == 3) {
    std::cout << exact_scores(model, chiso::read_evidence(arguments[2], model, {.decimal = ','}));
    return 0;
  }
  try {
    const auto wrong = std::string("unit,") + arguments[3] + "\nA,?\n";
    chiso::parse_evidence(wrong, model, {.absent_measures = chiso::AbsentMeasures::missing});
    return 1;
  } catch (const chiso::Error& error) {
    // A problem is known by the address of its entry, which a program and a shared library have in common.
    const auto* entry = error.problems().front().entry;
    const bool one = entry == chiso::find_problem(entry->code) && entry == &chiso::problems::cell_number;
    std::cout << entry->code << (one ? " is one entry\n" : " is two entries\n");
  }
}
