// Runs a case file with the compiled library, through the doors of files: the model's JSON, the table as text.
#include <chiso/io.hpp>

#include <oracle/case_program.hpp>

int main(int, char** arguments) {
  return chiso_test::run_cases(
      arguments[1], [](const chiso_test::Case& one) { return chiso::parse_model(one.model); },
      [](const chiso_test::Case& one, const chiso::Model& model) { return chiso::parse_evidence(one.table, model, {.delimiter = '\t'}); });
}
