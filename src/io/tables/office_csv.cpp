#include <algorithm>
#include <chiso/core/date.hpp>
#include <chiso/io/tables/office_csv.hpp>
#include <io/text/table_writer.hpp>
#include <io/words/class_words.hpp>
#include <io/words/labels.hpp>
#include <io/words/value_words.hpp>
#include <io/words/words.hpp>
#include <optional>
#include <span>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
using InWords = std::pair<std::string_view, Words>;
constexpr InWords words_of_heads[] = {
    {"unit", labels::unit},
    {"block", labels::block},
    {"period", labels::period},
    {"track", labels::track},
    {"points", {"Points", "Điểm đạt được"}},
    {"applicable", {"Points applicable", "Điểm tối đa áp dụng"}},
    {"bonus", labels::bonus},
    {"penalty", labels::penalty},
    {"index", labels::index},
    {"coverage", labels::coverage},
    {"rank", {"Rank", "Thứ hạng"}},
    {"class", labels::class_of},
    {"complete", {"Complete", "Đủ số liệu"}},
    {"ranked", {"Ranked", "Được xếp hạng"}},
    {"class_by", {"Class decided by", "Căn cứ xếp loại"}},
    {"class_by_item", {"Which one", "Cụ thể"}},
    {"held_back", {"Held back by a quota", "Xếp xuống mức liền sau do tỷ lệ tối đa"}},
    {"level_as_published", {"Same published index, another rank", "Cùng chỉ số công bố, khác thứ hạng"}},
    {"held", {"Index held", "Chỉ số bị giới hạn"}},
    {"points_quanta", {"Points in quanta", "Điểm đạt được (phần điểm nhỏ nhất)"}},
    {"applicable_quanta", {"Points applicable in quanta", "Điểm tối đa áp dụng (phần điểm nhỏ nhất)"}},
    {"bonus_quanta", {"Bonus in quanta", "Điểm thưởng (phần điểm nhỏ nhất)"}},
    {"penalty_quanta", {"Penalty in quanta", "Điểm trừ (phần điểm nhỏ nhất)"}},
    {"index_numerator", {"Index, numerator", "Chỉ số, tử số"}},
    {"index_denominator", {"Index, denominator", "Chỉ số, mẫu số"}},
    {"model", {"Model", "Bộ tiêu chí"}},
    {"node", labels::criterion},
    {"number", labels::number},
    {"depth", {"Level", "Cấp"}},
    {"state", labels::state},
    {"reason", labels::reason},
    {"rows", {"Rows", "Số dòng"}},
    {"mean_index", {"Mean index", "Chỉ số bình quân"}},
    {"pooled_index", {"Index of all together", "Chỉ số tính chung"}},
    {"lowest", {"Lowest", "Thấp nhất"}},
    {"highest", {"Highest", "Cao nhất"}},
    {"leaders", {"First", "Đơn vị dẫn đầu"}},
};
/// Words of programs in cells, by column.
constexpr InWords words_of_causes[] = {{"band", {"the index", "chỉ số"}},
                                       {"requires", {"a requirement", "điều kiện kèm theo"}},
                                       {"veto", {"a veto", "điều kiện khống chế"}},
                                       {"quota", {"a quota", "tỷ lệ tối đa"}}};
constexpr InWords words_of_ends[] = {{"most", {"at the most", "mức tối đa"}}, {"least", {"at 0", "mức 0"}}};

class OfficeCsv : InLanguage {
 public:
  OfficeCsv(const Table& table, const Model& model, Language language)
      : InLanguage(language), table_(table), model_(model), out_(';', ',') {
    for (const auto& column : table.columns())
      if (column.name == "block") blocks_ = std::get_if<TextCells>(&column.cells);
  }

  std::string run() {
    for (const auto& column : table_.columns()) out_.text(head(column.name));
    out_.end_row();
    for (row_ = 0; row_ < table_.rows(); ++row_) {
      for (const auto& column : table_.columns())
        column.has(row_) ? std::visit([&](const auto& cells) { cell(column.name, cells); }, column.cells) : out_.none();
      out_.end_row();
    }
    return "\uFEFF" + out_.finish();
  }

 private:
  std::optional<std::string> named(std::span<const InWords> list, std::string_view name) const {
    const auto at = std::find_if(list.begin(), list.end(), [&](const InWords& one) { return one.first == name; });
    return at == list.end() ? std::nullopt : std::optional(in(at->second));
  }
  /// The label of a criterion or entry.
  std::optional<std::string> criterion(std::string_view id) const {
    const auto node = model_.find(id);
    return node ? std::optional(label_of(model_.nodes()[*node].about, id, language_)) : std::nullopt;
  }
  std::string head(std::string_view name) const {
    if (auto words = named(words_of_heads, name)) return *words;
    return criterion(name).value_or(std::string(name));  // a column of a criterion
  }
  std::string words_of(std::string_view column, const std::string& text) const {
    const auto& draft = model_.draft();
    if (column == "block" && draft.blocks) return label_in(*draft.blocks, text, language_);
    if (column == "track" && draft.tracks) return label_in(*draft.tracks, text, language_);
    if (column == "class") return class_words(model_, block(), text, language_);
    if (column == "node") return criterion(text).value_or(text);
    if (column == "class_by") return named(words_of_causes, text).value_or(text);
    if (column == "held") return named(words_of_ends, text).value_or(text);
    if (column == "state") {
      const auto state = chiso::named<ItemState>(text);
      return state ? in(state_words(*state)) : text;
    }
    return text;
  }
  std::string_view block() const {
    return blocks_ && blocks_->codes[row_] != TextCells::none ? std::string_view(blocks_->names[blocks_->codes[row_]]) : "";
  }

  void cell(std::string_view column, const TextCells& cells) { out_.text(words_of(column, cells.names[cells.codes[row_]])); }
  void cell(std::string_view, const FigureCells& cells) { out_.number(cells.at(row_)); }
  void cell(std::string_view, const WholeCells& cells) { out_.number(cells.values[row_]); }
  void cell(std::string_view, const TruthCells& cells) { out_.text(in(cells.values[row_] != 0 ? labels::yes : labels::no)); }
  void cell(std::string_view, const DateCells& cells) { out_.text(Date::of_unix_days(cells.days[row_])->text()); }

  const Table& table_;
  const Model& model_;
  CsvWriter out_;
  const TextCells* blocks_ = nullptr;
  std::size_t row_ = 0;
};
}

std::string to_csv_for_excel(const Table& table, const Model& model, Language language) { return OfficeCsv(table, model, language).run(); }
std::string to_csv_for_excel(const Scores& scores, const ScoreTableOptions& options, Language language) {
  return to_csv_for_excel(score_table(scores, options), scores.model(), language);
}
}
