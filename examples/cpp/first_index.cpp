// The first index of docs/guide/first_index.md: a ranking, and a scorecard as text.
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <iostream>
int main() {
  const auto model    = chiso::load_model("docs/guide/first_index/model.json");
  const auto evidence = chiso::read_evidence("docs/guide/first_index/table.csv", model);
  const auto scores   = chiso::score(model, evidence);
  const chiso::Ranked ranked(scores);
  const auto rows = chiso::ranking(ranked);
  for (const auto& row : rows)
    std::cout << row.rank << ' ' << row.unit << ' ' << row.index.published() << ' ' << row.class_id << '\n';
  std::cout << '\n' << chiso::scorecard_text(ranked, rows[1].row, {.language = chiso::Text::Language::en});
}
