#include <algorithm>
#include <chiso/evidence/columns.hpp>
#include <chiso/io/tables/evidence_table.hpp>
#include <io/tables/table_columns.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
class EvidenceColumns {
 public:
  explicit EvidenceColumns(const Evidence& evidence) : evidence_(evidence), owner_(std::make_shared<const Evidence>(evidence)) {}

  Table run() {
    const auto& model = evidence_.model();
    names("unit", evidence_.units(), evidence_.unit_of_row());
    names("block", evidence_.blocks(), evidence_.block_of_row());
    names("period", evidence_.periods(), evidence_.period_of_row());
    names("track", model.tracks(), evidence_.track_of_row());
    const auto ranked = evidence_.ranked_of_row();
    out_.push_back({"ranked", false, TruthCells{{ranked.begin(), ranked.end()}, {}}});
    for (std::size_t i = 0; i < model.measures().size(); ++i) measure(model.measures()[i], evidence_.measure(i));
    for (std::size_t leaf = 0; leaf < model.leaves(); ++leaf)
      if (const auto stated = evidence_.stated(leaf)) measure(stated_measure(model, leaf), *stated);
    return {std::move(out_), evidence_.rows()};
  }

 private:
  template <class Codes>
  void names(const char* name, std::span<const std::string> names, const Codes& codes) {
    out_.push_back({name, false, TextCells{.names = TableNames(owner_, names), .codes = {codes.begin(), codes.end()}}});
  }

  void measure(const Measure& measure, const Column& column) {
    out_.push_back({measure.name, true, cells(measure, column)});
    const auto is_not_applicable = [](State state) { return state == State::not_applicable; };
    if (std::none_of(column.states.begin(), column.states.end(), is_not_applicable)) return;
    TruthCells companion;
    companion.values.reserve(column.states.size());
    for (const auto state : column.states) companion.values.push_back(is_not_applicable(state) ? 1 : 0);
    out_.push_back({measure.name + std::string(companion_suffix), false, std::move(companion)});
  }

  /// Cells without a value are 0 in evidence too.
  decltype(TableColumn::cells) cells(const Measure& measure, const Column& column) const {
    std::vector<std::uint8_t> has;
    has.reserve(column.states.size());
    for (const auto state : column.states) has.push_back(state == State::value ? 1 : 0);
    switch (measure.type) {
      case MeasureType::count: return WholeCells{column.values.copied_as<std::int64_t>(), std::move(has)};
      case MeasureType::decimal:
        return FigureCells{.decimals = measure.decimals, .digits = column.values.copied_as<std::int64_t>(), .has = std::move(has)};
      case MeasureType::yes_no: return TruthCells{column.values.copied_as<std::uint8_t>(), std::move(has)};
      case MeasureType::choice: break;
    }
    TextCells out{.names = TableNames(owner_, measure.options.names()), .categorical = true};
    out.codes.reserve(column.values.size());
    for (std::size_t row = 0; row < column.values.size(); ++row)
      out.codes.push_back(column.state(row) == State::value ? static_cast<std::uint32_t>(column.values[row]) : TextCells::none);
    return out;
  }

  const Evidence& evidence_;
  std::shared_ptr<const Evidence> owner_;  // owns the names
  std::vector<TableColumn> out_{};
};
}

Table evidence_table(const Evidence& evidence) { return EvidenceColumns(evidence).run(); }
}
