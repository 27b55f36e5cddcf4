#pragma once
#include <algorithm>
#include <chiso/evidence/evidence.hpp>
#include <chiso/evidence/impl/evidence_data.ipp>
#include <chiso/evidence/impl/warnings.ipp>
#include <numeric>
#include <tuple>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE void EvidenceColumn::recount() {
  statistics = {};
  if (states.empty())
    statistics.of_state[0] = values.size();
  else
    for (const auto state : states) ++statistics.of_state[static_cast<std::size_t>(state)];
  if (statistics.of_state[0] == values.size()) std::vector<State>().swap(states);
  if (values.empty()) return;
  values.view().visit([&](auto all) {
    const auto [least, most] = std::minmax_element(all.begin(), all.end());
    statistics.least = *least;
    statistics.most = *most;
  });
}

CHISO_INLINE void EvidenceRows::put_in_order() {
  if (units.size() == size()) {  // each unit has one row
    first_of_unit.resize(units.size() + 1);
    std::iota(first_of_unit.begin(), first_of_unit.end(), std::size_t{0});
    in_order.resize(size());
    for (std::size_t row = 0; row < size(); ++row) in_order[unit_of_row[row]] = static_cast<std::uint32_t>(row);
    return;
  }
  order_by_unit(unit_of_row, units.size(), in_order, first_of_unit,
                [&](std::uint32_t row) { return std::pair(period_of_row[row], track_of_row[row]); });
}

CHISO_INLINE const Model& Evidence::model() const { return data_->model; }
CHISO_INLINE std::size_t Evidence::rows() const { return data_->rows->size(); }
CHISO_INLINE std::string_view Evidence::unit(std::size_t row) const { return units()[unit_of_row()[row]]; }
CHISO_INLINE std::string_view Evidence::block(std::size_t row) const { return blocks()[block_of_row()[row]]; }
CHISO_INLINE std::string_view Evidence::period(std::size_t row) const { return periods()[period_of_row()[row]]; }
CHISO_INLINE std::size_t Evidence::track(std::size_t row) const { return track_of_row()[row]; }
CHISO_INLINE bool Evidence::ranked(std::size_t row) const { return ranked_of_row()[row] != 0; }

CHISO_INLINE std::span<const std::string> Evidence::units() const { return data_->rows->units; }
CHISO_INLINE std::span<const std::string> Evidence::blocks() const { return data_->rows->blocks; }
CHISO_INLINE std::span<const std::string> Evidence::periods() const { return data_->rows->periods; }
CHISO_INLINE std::span<const std::uint32_t> Evidence::unit_of_row() const { return data_->rows->unit_of_row; }
CHISO_INLINE std::span<const std::uint32_t> Evidence::block_of_row() const { return data_->rows->block_of_row; }
CHISO_INLINE std::span<const std::uint32_t> Evidence::period_of_row() const { return data_->rows->period_of_row; }
CHISO_INLINE std::span<const std::uint16_t> Evidence::track_of_row() const { return data_->rows->track_of_row; }
CHISO_INLINE std::span<const std::uint8_t> Evidence::ranked_of_row() const { return data_->rows->ranked_of_row; }

CHISO_INLINE std::optional<std::size_t> Evidence::find(std::string_view unit, std::string_view period, std::size_t track) const {
  const auto& rows = *data_->rows;
  const auto place = [](std::span<const std::string> names, std::string_view name) -> std::optional<std::size_t> {
    const auto at = std::lower_bound(names.begin(), names.end(), name);
    if (at == names.end() || *at != name) return {};
    return static_cast<std::size_t>(at - names.begin());
  };
  const auto u = place(rows.units, unit), p = place(rows.periods, period);
  if (!u || !p) return {};
  const auto first = rows.in_order.begin() + static_cast<std::ptrdiff_t>(rows.first_of_unit[*u]);
  const auto last = rows.in_order.begin() + static_cast<std::ptrdiff_t>(rows.first_of_unit[*u + 1]);
  const std::pair<std::size_t, std::size_t> wanted{*p, track};
  const auto key = [&](std::uint32_t row) { return std::pair<std::size_t, std::size_t>{rows.period_of_row[row], rows.track_of_row[row]}; };
  const auto at = std::lower_bound(first, last, wanted, [&](std::uint32_t row, const auto& other) { return key(row) < other; });
  if (at == last || key(*at) != wanted) return {};
  return *at;
}

CHISO_INLINE Column Evidence::measure(std::size_t index) const { return data_->measures[index]->view(); }
CHISO_INLINE const ColumnStatistics& Evidence::statistics(std::size_t measure) const { return data_->measures[measure]->statistics; }
CHISO_INLINE std::optional<Column> Evidence::stated(std::size_t leaf) const {
  const auto& column = data_->stated[leaf];
  return column ? std::optional(column->view()) : std::nullopt;
}

CHISO_INLINE std::optional<std::size_t> Evidence::rows_below(std::size_t table) const {
  const auto& rows = data_->tables[table];
  return rows ? std::optional<std::size_t>(rows->rows) : std::nullopt;
}

CHISO_INLINE std::span<const UnitRows> Evidence::unit_rows(std::size_t table) const { return data_->tables[table]->groups; }
CHISO_INLINE Column Evidence::measure_below(std::size_t table, std::size_t measure) const {
  return data_->tables[table]->columns[measure].view();
}

CHISO_INLINE std::span<const Problem> Evidence::noticed() const { return data_->noticed; }
CHISO_INLINE Evidence Evidence::with_noticed(std::vector<Problem> noticed) const {
  auto out = *data_;
  out.noticed = std::move(noticed);
  return EvidenceAssembly::made_of(std::move(out));
}
CHISO_INLINE const std::optional<Roster>& Evidence::roster() const { return data_->roster; }
CHISO_INLINE std::vector<UnreportedUnit> Evidence::unreported() const {
  std::vector<UnreportedUnit> out;
  if (!roster()) return out;
  const auto listed = roster()->units();
  const auto own_units = units();
  constexpr auto none = ~std::uint32_t{0};
  const auto periods_here = periods().size();
  std::vector<std::uint8_t> has(own_units.size() * periods_here);
  std::vector<std::uint32_t> last_row(own_units.size(), none);
  for (std::uint32_t row = 0; row < rows(); ++row) {
    const auto unit = unit_of_row()[row];
    has[unit * periods_here + period_of_row()[row]] = 1;
    if (last_row[unit] == none || period_of_row()[last_row[unit]] < period_of_row()[row]) last_row[unit] = row;
  }
  std::vector<std::uint32_t> place(listed.size(), none);  // among the units of the evidence; both are sorted
  for (std::size_t i = 0, at = 0; i < listed.size(); ++i) {
    while (at < own_units.size() && own_units[at] < listed[i].unit) ++at;
    if (at < own_units.size() && own_units[at] == listed[i].unit) place[i] = static_cast<std::uint32_t>(at);
  }
  for (std::size_t period = 0; period < periods_here; ++period)
    for (std::size_t i = 0; i < listed.size(); ++i) {
      const auto at = place[i];
      if (at != none && has[at * periods_here + period] != 0) continue;
      const bool by_row = !roster()->has_blocks() && at != none && last_row[at] != none;
      out.push_back({listed[i].unit, by_row ? block(last_row[at]) : std::string_view(listed[i].block), periods()[period], i, period});
    }
  return out;
}

namespace detail {
/// Whether rows have the same names, given two lists of names and the rows' codes in them.
CHISO_INLINE bool same_names(std::span<const std::string> a, const std::vector<std::uint32_t>& of_a, std::span<const std::string> b,
                             const std::vector<std::uint32_t>& of_b) {
  if (std::equal(a.begin(), a.end(), b.begin(), b.end())) return of_a == of_b;
  return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), [&](auto x, auto y) { return a[x] == b[y]; });
}
CHISO_INLINE bool same_rows(const EvidenceRows& a, const EvidenceRows& b) {
  return same_names(a.units, a.unit_of_row, b.units, b.unit_of_row) && same_names(a.blocks, a.block_of_row, b.blocks, b.block_of_row) &&
         same_names(a.periods, a.period_of_row, b.periods, b.period_of_row) && a.track_of_row == b.track_of_row &&
         a.ranked_of_row == b.ranked_of_row;
}
CHISO_INLINE bool same_cells(const EvidenceColumn& a, const EvidenceColumn& b) {
  return a.decimals == b.decimals && a.values.view() == b.values.view() && a.states == b.states;
}
/// States are stored only if some cell is not a value, so equal columns are stored alike.
CHISO_INLINE bool same_column(const std::shared_ptr<const EvidenceColumn>& a, const std::shared_ptr<const EvidenceColumn>& b) {
  return a == b || (a && b && same_cells(*a, *b));
}
/// The names are those of evidence with the same rows.
CHISO_INLINE bool same_table(const std::shared_ptr<const RowsBelow>& a, const EvidenceRows& of_a, const std::shared_ptr<const RowsBelow>& b,
                             const EvidenceRows& of_b) {
  if (a == b || !a || !b) return a == b;
  const auto same_group = [&](const UnitRows& x, const UnitRows& y) {
    return x.first == y.first && x.track == y.track && of_a.units[x.unit] == of_b.units[y.unit] &&
           of_a.periods[x.period] == of_b.periods[y.period];
  };
  return a->rows == b->rows && std::equal(a->groups.begin(), a->groups.end(), b->groups.begin(), b->groups.end(), same_group) &&
         std::equal(a->columns.begin(), a->columns.end(), b->columns.begin(), b->columns.end(),
                    [](const auto& x, const auto& y) { return same_cells(x, y); });
}
}
CHISO_INLINE bool operator==(const Evidence& a, const Evidence& b) {
  using namespace detail;
  const auto same_tables = [](const EvidenceData& x, const EvidenceData& y) {
    return std::equal(x.tables.begin(), x.tables.end(), y.tables.begin(), y.tables.end(),
                      [&](const auto& p, const auto& q) { return same_table(p, *x.rows, q, *y.rows); });
  };
  const auto same = [](const auto& x, const auto& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const auto& p, const auto& q) { return same_column(p, q); });
  };
  const auto &x = *a.data_, &y = *b.data_;
  return &x == &y || ((x.rows == y.rows || same_rows(*x.rows, *y.rows)) && same(x.measures, y.measures) && same(x.stated, y.stated) &&
                      x.model == y.model && x.roster == y.roster && same_tables(x, y));
}

CHISO_INLINE Batch Evidence::batch() const {
  Batch out{.rows = rows()};
  for (const auto& column : data_->measures) out.measures.push_back(column->view());
  const bool any = std::any_of(data_->stated.begin(), data_->stated.end(), [](const auto& column) { return column != nullptr; });
  if (any)
    for (const auto& column : data_->stated) out.stated.push_back(column ? column->view() : Column{});
  out.tracks = track_of_row();
  return out;
}
}
