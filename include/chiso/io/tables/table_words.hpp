#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/text.hpp>
#include <chiso/io/tables/table.hpp>
#include <chiso/model/model.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// A table of scores or averages by this model in words of a language, for people: where the table has ids of the model, labels stand, in
/// the other language if there is none in this one, and states, causes and truths are words. The columns, their order and their names, the
/// numbers, the names of units and periods, the reasons (see ScoreTableOptions::reasons_in) and what is none stay as they are. The label of
/// a class is that of the block of the row; the place of a veto becomes its label, else what it asks. A block, track or class keeps its id
/// where its label is that of another one too, or the id of another, so that whoever reads the table, as `verify` does, knows which one it
/// is. O(cells).
CHISO_EXPORT Table in_words(const Table& table, const Model& model, Text::Language language);
/// The head of a column of such a table, for people: of a criterion or entry its label. The name itself if nothing else is known.
CHISO_EXPORT std::string head_words(const Model& model, std::string_view column, Text::Language language);
}
