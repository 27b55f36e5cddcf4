#include <chiso/io/tables/office_csv.hpp>
#include <chiso/io/tables/table_words.hpp>
#include <io/tables/cell_writer.hpp>
#include <io/text/table_writer.hpp>

namespace chiso::inline CHISO_BUILD {
std::string to_csv_for_excel(const Table& table, const Model& model, Text::Language language) {
  const auto words = in_words(table, model, language);
  CsvWriter out(';', ',');
  for (const auto& column : words.columns()) out.text(head_words(model, column.name, language));
  out.end_row();
  for (std::size_t row = 0; row < words.rows(); ++row) {
    write_cells(words.columns(), row, out);
    out.end_row();
  }
  return "\uFEFF" + out.finish();
}
std::string to_csv_for_excel(const Scores& scores, const ScoreTableOptions& options, Text::Language language) {
  auto for_people = options;
  for_people.reasons_in = language;
  return to_csv_for_excel(score_table(scores, for_people), scores.model(), language);
}
}
