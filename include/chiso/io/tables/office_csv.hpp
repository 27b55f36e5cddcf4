#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/text.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/io/tables/table.hpp>
#include <chiso/model/model.hpp>
#include <chiso/score/scores.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// A table of scores or averages by this model as CSV that a spreadsheet opens by a double click where people write a decimal comma, as in
/// Vietnam: UTF-8 with a byte order mark, semicolons between cells, the table in_words of the language below head_words. It is for people;
/// programs read to_csv. O(cells).
CHISO_EXPORT std::string to_csv_for_excel(const Table& table, const Model& model, Text::Language language);
/// The same of the score_table of scores, with its errors. Reasons are in the language too.
CHISO_EXPORT std::string to_csv_for_excel(const Scores& scores, const ScoreTableOptions& options, Text::Language language);
}
