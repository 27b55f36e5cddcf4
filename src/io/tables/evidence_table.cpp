#include <algorithm>
#include <chiso/core/date.hpp>
#include <chiso/core/error.hpp>
#include <chiso/evidence/columns.hpp>
#include <chiso/io/tables/evidence_table.hpp>
#include <io/tables/row_names.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
class EvidenceColumns {
 public:
  explicit EvidenceColumns(const Evidence& evidence) : evidence_(evidence), owner_(std::make_shared<const Evidence>(evidence)) {}

  Table run() {
    const auto& model = evidence_.model();
    out_ = row_names(evidence_);
    out_.push_back({"ranked", false, TruthCells{{owner_, evidence_.ranked_of_row()}, {}}});
    for (std::size_t i = 0; i < model.measures().size(); ++i) measure(model.measures()[i], evidence_.measure(i));
    for (std::size_t leaf = 0; leaf < model.leaves(); ++leaf)
      if (const auto stated = evidence_.stated(leaf)) measure(stated_measure(model, leaf), *stated);
    return {std::move(out_), evidence_.rows()};
  }
  Table of_table(std::size_t table) {
    const auto rows = evidence_.rows_below(table);
    const auto& [name, measures] = evidence_.model().derived().tables[table];
    if (!rows) throw ShapeError("the evidence has no table '" + name + "'");
    out_ = row_names(evidence_, table);
    for (std::size_t i = 0; i < measures.size(); ++i) measure(measures[i], evidence_.measure_below(table, i));
    return {std::move(out_), *rows};
  }

 private:
  void measure(const Measure& measure, const Column& column) {
    out_.push_back({measure.name, true, cells(measure, column)});
    const auto is_not_applicable = [](State state) { return state == State::not_applicable; };
    if (std::none_of(column.states.begin(), column.states.end(), is_not_applicable)) return;
    LargeVector<std::uint8_t> companion;
    companion.reserve(column.states.size());
    for (const auto state : column.states) companion.push_back(is_not_applicable(state) ? 1 : 0);
    out_.push_back({measure.name + std::string(companion_suffix), false, TruthCells{std::move(companion), {}}});
  }

  /// Cells without a value are 0 in evidence too.
  decltype(TableColumn::cells) cells(const Measure& measure, const Column& column) const {
    LargeVector<std::uint8_t> has;
    has.reserve(column.states.size());
    for (const auto state : column.states) has.push_back(state == State::value ? 1 : 0);
    switch (measure.type) {
      case MeasureType::count: return WholeCells{column.values.copied_as<std::int64_t, LargeVector<std::int64_t>>(), std::move(has)};
      case MeasureType::decimal:
        return FigureCells{.decimals = measure.decimals,
                           .digits = column.values.copied_as<std::int64_t, LargeVector<std::int64_t>>(),
                           .has = std::move(has)};
      case MeasureType::yes_no: return TruthCells{column.values.copied_as<std::uint8_t, LargeVector<std::uint8_t>>(), std::move(has)};
      case MeasureType::date: {
        LargeVector<std::int32_t> days;
        days.reserve(column.values.size());
        // A cell without a value is 0 in evidence, and 0 here.
        for (std::size_t row = 0; row < column.values.size(); ++row)
          days.push_back(column.state(row) == State::value ? Date::of_number(column.values[row]).unix_days() : 0);
        return DateCells{std::move(days), std::move(has)};
      }
      case MeasureType::choice: break;
    }
    LargeVector<std::uint32_t> codes;
    codes.reserve(column.values.size());
    for (std::size_t row = 0; row < column.values.size(); ++row)
      codes.push_back(column.state(row) == State::value ? static_cast<std::uint32_t>(column.values[row]) : TextCells::none);
    return TextCells{.names = TableNames(owner_, measure.options.names()), .codes = std::move(codes), .categorical = true};
  }

  const Evidence& evidence_;
  std::shared_ptr<const Evidence> owner_;  // owns the names
  std::vector<TableColumn> out_{};
};
}

Table evidence_table(const Evidence& evidence) { return EvidenceColumns(evidence).run(); }
Table evidence_table(const Evidence& evidence, std::size_t table) { return EvidenceColumns(evidence).of_table(table); }
}
