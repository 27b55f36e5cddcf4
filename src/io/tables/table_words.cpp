#include <algorithm>
#include <array>
#include <chiso/core/name_index.hpp>
#include <chiso/io/tables/table_words.hpp>
#include <chiso/model/labelled_ids.hpp>
#include <chiso/rank/ranked.hpp>
#include <io/words/class_words.hpp>
#include <io/words/labels.hpp>
#include <io/words/value_words.hpp>
#include <io/words/veto_words.hpp>
#include <io/words/words.hpp>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
using InWords = std::pair<std::string_view, Words>;
constexpr InWords words_of_heads[] = {
    {"unit", labels::unit},
    {"label", {"Name", "Tên gọi"}},
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

std::optional<Words> named(std::span<const InWords> list, std::string_view name) {
  const auto at = std::find_if(list.begin(), list.end(), [&](const InWords& one) { return one.first == name; });
  return at == list.end() ? std::nullopt : std::optional(at->second);
}
/// The label of a criterion or entry.
std::optional<std::string> criterion_words(const Model& model, std::string_view id, Language language) {
  const auto node = model.find(id);
  return node ? std::optional(label_of(model.nodes()[*node].about, id, language)) : std::nullopt;
}

class TableWords : InLanguage {
 public:
  TableWords(const Table& table, const Model& model, Language language)
      : InLanguage(language),
        table_(table),
        model_(model),
        expressions_(model, language),
        blocks_(texts("block")),
        causes_(texts("class_by")),
        labelled_blocks_(labelled_blocks(model)),
        labelled_tracks_(labelled_tracks(model)),
        labelled_classes_(labelled_classes(model)) {}

  Table run() {
    std::vector<TableColumn> out;
    for (const auto& column : table_.columns())
      out.push_back({column.name, column.nullable, std::visit([&](const auto& cells) { return words(column.name, cells); }, column.cells)});
    return {std::move(out), table_.rows()};
  }

 private:
  using Cells = decltype(TableColumn::cells);
  const TextCells* texts(std::string_view name) const {
    for (const auto& column : table_.columns())
      if (column.name == name) return std::get_if<TextCells>(&column.cells);
    return nullptr;
  }

  template <class Same>
  Cells words(std::string_view, const Same& cells) {
    return cells;
  }
  Cells words(std::string_view, const TruthCells& cells) {
    UnsetVector<std::uint32_t> codes(cells.values.size());
    for (std::size_t row = 0; row < codes.size(); ++row)
      codes[row] = !cells.has.empty() && cells.has[row] == 0 ? TextCells::none : cells.values[row] != 0 ? 1U : 0U;
    return TextCells{TableNames({in(labels::no), in(labels::yes)}), std::move(codes), true};
  }
  Cells words(std::string_view column, const TextCells& cells) {
    constexpr std::string_view with_words[] = {"block", "track", "class", "class_by", "class_by_item", "held", "node", "state"};
    if (std::find(std::begin(with_words), std::end(with_words), column) == std::end(with_words)) return cells;
    const bool is_class = column == "class", is_item = column == "class_by_item";
    NameIndex names;
    std::map<std::array<std::uint32_t, 3>, std::uint32_t> known;  // the words of a cell, by what it says and what its row says
    UnsetVector<std::uint32_t> codes(cells.codes.size());
    for (std::size_t row = 0; row < codes.size(); ++row) {
      const auto code = codes[row] = cells.codes[row];
      if (code == TextCells::none) continue;
      const auto [at, is_new] = known.try_emplace(
          {code, blocks_ && (is_class || is_item) ? blocks_->codes[row] : 0U, causes_ && is_item ? causes_->codes[row] : 0U}, 0U);
      if (is_new) at->second = names.code(is_item ? item_words(cells.names[code], row) : words_of(column, cells.names[code], row));
      codes[row] = at->second;
    }
    std::vector<std::string> found;
    for (std::size_t i = 0; i < names.names().size(); ++i) found.emplace_back(names.names()[i]);
    return TextCells{TableNames(std::move(found)), std::move(codes)};
  }
  static std::string_view text(const TextCells* cells, std::size_t row) {
    return cells && cells->codes[row] != TextCells::none ? std::string_view(cells->names[cells->codes[row]]) : "";
  }
  /// A label, unless nobody could tell by it which id is meant.
  static std::string told(const LabelledIds& of, const std::string& label, const std::string& id) {
    return of.id_of(label) == id ? label : id;
  }
  std::string class_of(const std::string& id, std::size_t row) const {
    return told(labelled_classes_, class_words(model_, text(blocks_, row), id, language_), id);
  }
  std::string words_of(std::string_view column, const std::string& id, std::size_t row) const {
    const auto& draft = model_.draft();
    const auto word = [&](std::span<const InWords> list) {
      const auto words = named(list, id);
      return words ? in(*words) : id;
    };
    if (column == "block") return draft.blocks ? told(labelled_blocks_, label_in(*draft.blocks, id, language_), id) : id;
    if (column == "track") return draft.tracks ? told(labelled_tracks_, label_in(*draft.tracks, id, language_), id) : id;
    if (column == "class") return class_of(id, row);
    if (column == "node") return criterion_words(model_, id, language_).value_or(id);
    if (column == "class_by") return word(words_of_causes);
    if (column == "held") return word(words_of_ends);
    const auto state = chiso::named<ItemState>(id);
    return state ? in(state_words(*state)) : id;
  }
  /// Which requirement, quota or veto decided a class.
  std::string item_words(const std::string& item, std::size_t row) {
    const auto by = chiso::named<ClassBy>(text(causes_, row));
    if (by == ClassBy::veto) {
      const auto place = static_cast<std::size_t>(std::stoul(item)) - 1;
      const auto label = label_of(model_.draft().classes->vetoes[place].about, {}, language_);
      return label.empty() ? veto_words(model_, place, expressions_, language_) : label;
    }
    return by ? class_of(item, row) : item;
  }

  const Table& table_;
  const Model& model_;
  ExpressionWords expressions_;
  const TextCells *blocks_, *causes_;
  LabelledIds labelled_blocks_, labelled_tracks_, labelled_classes_;
};
}

Table in_words(const Table& table, const Model& model, Language language) { return TableWords(table, model, language).run(); }
std::string head_words(const Model& model, std::string_view column, Language language) {
  if (const auto words = named(words_of_heads, column)) return std::string(words->in(language));
  return criterion_words(model, column, language).value_or(std::string(column));
}
}
