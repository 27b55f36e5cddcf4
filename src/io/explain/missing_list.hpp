#pragma once
#include <chiso/io/explain/missing.hpp>
#include <io/words/value_words.hpp>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What is missing, and what waits for it, in words.
class MissingListWords : InLanguage {
 public:
  MissingListWords(const Missing& missing, Language language);
  /// What is missing, as a heading or a cell: `On time`, `a cell in the table “Tasks”`.
  std::string label(const MissingInput& input) const;
  /// The name of the measure, parameter or table in the model; empty for what is none of these.
  std::string name(const MissingInput& input) const;
  /// What waits for it: `2.1 Dossiers on time; the veto 1`. Classes are those of the row's block.
  std::string waiting(const MissingAsk& ask, std::size_t row) const;
  /// What a unit lacks that has no row.
  std::string all() const { return in({.en = "everything: no row at all", .vi = "toàn bộ số liệu: chưa có dòng nào"}); }
  std::string points(Points points) const { return number_words(published(points, model_), language_); }

 private:
  const Missing& missing_;
  const Model& model_;
  ValueWords values_;
  std::vector<std::size_t> tables_not_given_{};
  std::vector<std::string_view> class_ids_{};
};
}
