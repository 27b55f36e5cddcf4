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
      units_.map(rows.units, keys_.out.unit_of_row);
      map_periods();
      std::vector<std::uint32_t> order;
      LargeVector<std::size_t> first_of_unit;
      order_by_unit(rows.unit_of_row, units_.size(), order, first_of_unit,
                    [&](std::uint32_t row) { return std::pair(rows.period_of_row[row], rows.track_of_row[row]); });
      groups(order);
      std::vector<std::uint32_t>().swap(keys_.out.unit_of_row);  // not needed any more, and columns are copied
      std::vector<std::uint32_t>().swap(keys_.out.period_of_row);
      for (auto& column : table_.columns)
        if (column) out.columns.push_back(in_order(*std::exchange(column, {}), order));
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
    /// Turns places among `names` into those among all.
    CHISO_INLINE void map(std::span<const std::string> names, std::vector<std::uint32_t>& of_row) {
      std::vector<std::uint32_t> places;
      places.reserve(names.size());
      for (const auto& name : names) places.push_back(place(name));
      for (auto& code : of_row) code = places[code];
    }

   private:
    std::span<const std::string> known_;
    std::vector<std::string> others_{};
  };

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
        if (const auto period = rows.period_of_row[row]; unclear[period] != 0 && keys_.bad[row] == 0)
          keys_.mark(list, row, problems::period_part,
                     [&] { return Arguments{BadCells::excerpt_or_blank(written[period]), example_of(part)}; });
      keys_.done(std::move(list));
    }
    periods_.map(parts, rows.period_of_row);
  }
  CHISO_INLINE static const Words& example_of(PeriodPart part) {
    return part == PeriodPart::year      ? phrases::period_with_year
           : part == PeriodPart::quarter ? phrases::period_with_quarter
                                         : phrases::period_with_month;
  }

  CHISO_INLINE void groups(const std::vector<std::uint32_t>& order) {
    const auto& rows = keys_.out;
    auto& out = table_.rows_below.groups;
    auto list = keys_.check(table_.find(Kind::unit));
    for (std::uint32_t at = 0; at < order.size(); ++at) {
      const auto row = order[at];
      const UnitRows group{rows.unit_of_row[row], rows.period_of_row[row], rows.track_of_row[row], at};
      const bool same_unit = !out.empty() && out.back().unit == group.unit && out.back().period == group.period;
      if (same_unit && out.back().track == group.track) continue;
      out.push_back(group);
      if (keys_.bad[row] == 0 && !same_unit && !occurs(group)) absent(list, row, group);
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

  CHISO_INLINE static EvidenceColumn in_order(EvidenceColumn column, const std::vector<std::uint32_t>& order) {
    if (std::is_sorted(order.begin(), order.end())) return column;
    EvidenceColumn out{.values = column.values.at(order), .statistics = column.statistics, .decimals = column.decimals};
    out.states.reserve(column.states.size());
    for (std::size_t at = 0; at < column.states.size(); ++at) out.states.push_back(column.states[order[at]]);
    return out;
  }

  EvidenceReader::Data& table_;
  RowKeys& keys_;
  const Evidence& above_;
  Places units_, periods_;
};
}
