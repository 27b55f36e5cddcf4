#pragma once
#include <algorithm>
#include <chiso/evidence/impl/reader_rows.ipp>
#include <chiso/evidence/impl/table_below.ipp>
#include <chiso/evidence/table_below_problems.hpp>

namespace chiso::inline CHISO_BUILD {
/// Puts the rows of a table below the units under those of the evidence.
class BelowKeys {
 public:
  CHISO_INLINE BelowKeys(EvidenceReader::Data& table, RowKeys& keys)
      : table_(table), keys_(keys), above_(table.below->of.evidence), units_(above_.units()), periods_(above_.periods()) {}

  CHISO_INLINE void run() {
    auto& out = table_.rows_below;
    const auto& rows = keys_.out;
    out.rows = static_cast<std::uint32_t>(keys_.rows);
    std::vector<std::uint8_t>().swap(table_.filled);
    if (!rows.units.empty()) {
      const auto places = units_.places(rows.units);
      for (auto& unit : keys_.out.unit_of_row) unit = places[unit];
      map_periods();
      std::vector<std::uint32_t> order;
      LargeVector<std::size_t> first_of_unit;
      order_by_unit(rows.unit_of_row, units_.size(), order, first_of_unit,
                    [&](std::uint32_t row) { return std::pair(period_of(row), track_of(row)); });
      groups(order);
      const bool is_in_order = std::is_sorted(order.begin(), order.end());
      std::vector<std::uint32_t>().swap(keys_.out.unit_of_row);  // not needed any more, and columns are copied
      std::vector<std::uint32_t>().swap(keys_.out.period_of_row);
      std::vector<std::uint16_t>().swap(keys_.out.track_of_row);
      for (auto& column : table_.columns) {
        if (!column) continue;
        if (!is_in_order) put_in_order(*column, order);
        out.columns.push_back(std::move(*column));
      }
    } else {
      out.columns.resize(table_.columns.size());
    }
  }

 private:
  using Kind = EvidenceReader::Input::Kind;

  /// The places of names among those of the evidence, and after these the names that it does not have.
  class Places {
   public:
    explicit Places(std::span<const std::string> known) : known_(known) {}
    std::size_t size() const { return known_.size() + others_.size(); }
    bool knows(std::uint32_t place) const { return place < known_.size(); }
    const std::string& operator[](std::uint32_t place) const { return knows(place) ? known_[place] : others_[place - known_.size()]; }
    CHISO_INLINE std::uint32_t place(const std::string& name) {
      const auto at = std::lower_bound(known_.begin(), known_.end(), name);
      if (at != known_.end() && *at == name) return static_cast<std::uint32_t>(at - known_.begin());
      others_.push_back(name);
      return static_cast<std::uint32_t>(size() - 1);
    }
    /// The place of each of these names.
    CHISO_INLINE std::vector<std::uint32_t> places(std::span<const std::string> names) {
      std::vector<std::uint32_t> out;
      out.reserve(names.size());
      for (const auto& name : names) out.push_back(place(name));
      return out;
    }

   private:
    std::span<const std::string> known_;
    std::vector<std::string> others_{};
  };

  /// The place of a row's period, once they are mapped.
  std::uint32_t period_of(std::uint32_t row) const { return place_of_period_[written_period(row)]; }
  /// The place of a row's period among those of the table, which has one if its column is blank.
  std::uint32_t written_period(std::size_t row) const { return keys_.out.period_of_row.empty() ? 0 : keys_.out.period_of_row[row]; }
  std::uint16_t track_of(std::uint32_t row) const {
    return keys_.out.track_of_row.empty() ? UnitRows::every_track : keys_.out.track_of_row[row];
  }

  CHISO_INLINE void map_periods() {
    const auto part = table_.below->of.period;
    auto& rows = keys_.out;
    const auto written = std::move(rows.periods);
    std::vector<std::string> parts;
    std::vector<std::uint8_t> unclear(written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
      const auto found = part_of_period(written[i], part);
      unclear[i] = found ? 0 : 1;
      parts.push_back(found.value_or(""));
    }
    if (std::find(unclear.begin(), unclear.end(), 1) != unclear.end()) {
      auto list = keys_.check(table_.find(Kind::period));
      for (std::size_t row = 0; row < keys_.rows; ++row)
        if (const auto period = written_period(row); unclear[period] != 0 && !keys_.is_bad(row))
          keys_.mark(list, row, problems::period_part,
                     [&] { return Arguments{BadCells::excerpt_or_blank(written[period]), example_of(part)}; });
      keys_.done(std::move(list));
    }
    place_of_period_ = periods_.places(parts);
  }
  CHISO_INLINE static const Words& example_of(PeriodPart part) {
    return part == PeriodPart::year      ? phrases::period_with_year
           : part == PeriodPart::quarter ? phrases::period_with_quarter
                                         : phrases::period_with_month;
  }

  CHISO_INLINE void groups(const std::vector<std::uint32_t>& order) {
    auto& out = table_.rows_below.groups;
    auto list = keys_.check(table_.find(Kind::unit));
    for (std::uint32_t at = 0; at < order.size(); ++at) {
      const auto row = order[at];
      const UnitRows group{keys_.out.unit_of_row[row], period_of(row), track_of(row), at};
      const bool same_unit = !out.empty() && out.back().unit == group.unit && out.back().period == group.period;
      if (same_unit && out.back().track == group.track) continue;
      out.push_back(group);
      if (!keys_.is_bad(row) && !same_unit && !occurs(group)) absent(list, row, group);
    }
    keys_.done(std::move(list));
  }
  /// Whether any row of the evidence is of the unit and period.
  CHISO_INLINE bool occurs(const UnitRows& group) const {
    if (!units_.knows(group.unit) || !periods_.knows(group.period)) return false;
    const auto& rows = *EvidenceAssembly::data(above_).rows;
    return std::any_of(rows.in_order.begin() + static_cast<std::ptrdiff_t>(rows.first_of_unit[group.unit]),
                       rows.in_order.begin() + static_cast<std::ptrdiff_t>(rows.first_of_unit[group.unit + 1U]),
                       [&](std::uint32_t row) { return rows.period_of_row[row] == group.period; });
  }
  CHISO_INLINE void absent(RowKeys::Check& list, std::uint32_t row, const UnitRows& group) {
    const auto &unit = units_[group.unit], &period = periods_[group.period];
    constexpr Words both{"{0}, {1}", "{0}, {1}"};
    const auto known = above_.units();
    const auto hint = units_.knows(group.unit)
                          ? std::string()
                          : table_.suggestions.of(unit, [&] { return std::vector<std::string_view>(known.begin(), known.end()); });
    keys_.mark(
        list, row, problems::row_no_unit,
        [&] {
          const auto name = BadCells::excerpt_or_blank(unit);
          return Arguments{period.empty() ? Argument(name) : Argument(both, {name, BadCells::excerpt_or_blank(period)}),
                           units_.knows(group.unit) ? Argument(phrases::period_of_unit, {unit}) : Argument(phrases::unit_of_evidence)};
        },
        hint);
  }

  CHISO_INLINE static void put_in_order(EvidenceColumn& column, const std::vector<std::uint32_t>& order) {
    column.values = column.values.at(order);
    std::vector<State> states;
    states.reserve(column.states.size());
    for (std::size_t at = 0; at < column.states.size(); ++at) states.push_back(column.states[order[at]]);
    column.states = std::move(states);
  }

  EvidenceReader::Data& table_;
  RowKeys& keys_;
  const Evidence& above_;
  Places units_, periods_;
  std::vector<std::uint32_t> place_of_period_{};  // of each period of the table, among periods_
};
}
