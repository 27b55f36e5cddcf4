#pragma once
#include <chiso/evidence/impl/reader_rows.ipp>
#include <chiso/evidence/table_beside_problems.hpp>

namespace chiso::inline CHISO_BUILD {
/// Checks that the rows of a table beside evidence are rows of that evidence.
class BesideKeys {
 public:
  CHISO_INLINE BesideKeys(EvidenceReader::Data& table, RowKeys& keys)
      : table_(table), keys_(keys), beside_(*table.beside), evidence_(beside_.evidence), unreported_(evidence_.unreported()) {}

  CHISO_INLINE void run() {
    auto& rows = keys_.out;
    if (keys_.rows == 0 || rows.units.empty()) return;
    if (is_unnamed(rows.periods) && !is_unnamed(evidence_.periods())) rows.periods.assign(1, beside_.period);
    auto absent = keys_.check(table_.find(Kind::unit)), moved = keys_.check(table_.find(Kind::block));
    const bool has_blocks = !is_unnamed(rows.blocks);
    for (std::size_t row = 0; row < keys_.rows; ++row) {
      if (keys_.is_bad(row)) continue;
      const auto at = evidence_.find(rows.units[rows.unit_of_row[row]], rows.periods[rows.period_of_row[row]], rows.track_of_row[row]);
      if (!at && is_of_unreported(row)) continue;
      if (!at)
        add_absent(absent, row);
      else if (const auto& block = rows.blocks[rows.block_of_row[row]]; has_blocks && block != evidence_.block(*at))
        keys_.mark(moved, row, problems::row_other_block, [&] {
          return Arguments{BadCells::excerpt_or_blank(block), BadCells::excerpt_or_blank(evidence_.block(*at)),
                           BadCells::excerpt_or_blank(evidence_.unit(*at))};
        });
    }
    keys_.done(std::move(absent));
    keys_.done(std::move(moved));
  }

 private:
  using Kind = EvidenceReader::Input::Kind;
  template <class Names>
  static bool is_unnamed(const Names& names) {
    return names.size() == 1 && names[0].empty();
  }
  /// Whether nothing stands in the row, and it is of a unit of the roster that has no row in the period, as tables of scores show such.
  CHISO_INLINE bool is_of_unreported(std::size_t row) const {
    const auto& rows = keys_.out;
    const auto &unit = rows.units[rows.unit_of_row[row]], &period = rows.periods[rows.period_of_row[row]];
    const bool is_blank = std::all_of(table_.columns.begin(), table_.columns.end(),
                                      [&](const auto& column) { return !column || column->state(row) == State::missing; });
    return is_blank &&
           std::any_of(unreported_.begin(), unreported_.end(), [&](const auto& one) { return one.unit == unit && one.period == period; });
  }
  CHISO_INLINE void add_absent(RowKeys::Check& list, std::size_t row) {
    const auto& rows = keys_.out;
    const auto &unit = rows.units[rows.unit_of_row[row]], &period = rows.periods[rows.period_of_row[row]];
    const auto known = evidence_.units();
    const bool knows_unit = std::binary_search(known.begin(), known.end(), unit);
    const auto hint =
        knows_unit ? std::string() : table_.suggestions.of(unit, [&] { return std::vector<std::string_view>(known.begin(), known.end()); });
    keys_.mark(
        list, row, problems::row_not_scored,
        [&] {
          constexpr Words whole{"{0}, {1}, {2}", "{0}, {1}, {2}"}, without_period{"{0}, {1}", "{0}, {1}"};
          const auto name = BadCells::excerpt_or_blank(unit);
          const auto& track = table_.model.tracks()[rows.track_of_row[row]];
          return Arguments{
              period.empty() ? Argument(without_period, {name, track}) : Argument(whole, {name, BadCells::excerpt_or_blank(period), track}),
              knows_unit ? Argument(phrases::row_of_unit, {name}) : Argument(phrases::unit_of_scores)};
        },
        hint);
  }
  EvidenceReader::Data& table_;
  RowKeys& keys_;
  const TableBeside& beside_;
  const Evidence& evidence_;
  std::vector<UnreportedUnit> unreported_;
};
}
