#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <iostream>
int main() {
  const auto model    = chiso::load_model("examples/models/commune_reform_index.json");
  const auto evidence = chiso::read_evidence("examples/data/communes.csv", model, {.decimal = ','});
  const auto scores   = chiso::score(model, evidence, {.keep = chiso::Keep::leaves});
  for (const auto& row : chiso::ranking(scores, {.block = "communes", .period = "2024", .track = "final"}))
    std::cout << row.rank << ' ' << row.unit << ' ' << row.index.published() << ' ' << row.class_id << '\n';
}
