#pragma once
#include <algorithm>
#include <chiso/core/hash_places.hpp>
#include <chiso/evidence/cohort_figure.hpp>
#include <chiso/evidence/impl/cohort_figure.ipp>
#include <chiso/evidence/impl/evidence_data.ipp>
#include <chiso/evidence/impl/outcome_columns.ipp>
#include <chiso/expr/evaluate.hpp>
#include <chiso/expr/tile.hpp>
#include <functional>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// What the rows of a group come to. A row that does not apply is left out; on any other the strongest state counts.
template <class Number>
struct RunningRows {
  State state = State::value;
  RunningSum<Number, Number> values{};

  void add(CohortFunction function, Type type, State row, const Number& value, bool is_zero) {
    if (row == State::not_applicable) return;
    state = strongest(state, row);
    if (counts_in_cohort(function, type, row, is_zero)) values.add(function, value);
  }
  /// Adds rows that are all values.
  template <class Cell>
  void add_values(CohortFunction function, Type type, const Cell* cells, std::size_t count) {
    values.rows += static_cast<std::int64_t>(function == CohortFunction::count && type == Type::truth
                                                 ? count - static_cast<std::size_t>(std::count(cells, cells + count, Cell{0}))
                                                 : count);
    const auto whole = [](Cell cell) { return Number{static_cast<std::int64_t>(cell)}; };
    if (sums(function))
      for (std::size_t i = 0; i < count; ++i) values.sum += whole(cells[i]);
    if (!compares(function)) return;
    const auto best = function == CohortFunction::max ? *std::max_element(cells, cells + count) : *std::min_element(cells, cells + count);
    const bool is_first = values.rows == static_cast<std::int64_t>(count);
    const bool better = function == CohortFunction::max ? whole(best) > values.best : whole(best) < values.best;
    if (is_first || better) values.best = whole(best);
  }
};
CHISO_INLINE Outcome rows_figure(CohortFunction function, State state, const CohortTotal& total) {
  if (state != State::value) return {state, {}};
  if (function == CohortFunction::sum && total.rows == 0) return {State::value, {}};
  return cohort_figure(function, total);
}
}

/// Gives every different result a code.
class OutcomeCodes {
 public:
  /// `outcomes` will have the results by code.
  CHISO_INLINE explicit OutcomeCodes(std::vector<Outcome>& outcomes) : outcomes_(outcomes) {}
  CHISO_INLINE std::uint32_t code(Outcome outcome) {
    const auto ratio = outcome.value.as_ratio();
    const auto hash = ratio ? hash_of(outcome.state, *ratio) : std::hash<std::string>{}(outcome.value.text());
    const auto place =
        places_.find(hash, [&](std::uint32_t at) { return outcomes_[at].state == outcome.state && outcomes_[at].value == outcome.value; });
    if (place != HashPlaces::none) return place;
    const auto added = static_cast<std::uint32_t>(outcomes_.size());
    places_.add(hash, added);
    outcomes_.push_back(std::move(outcome));
    return added;
  }
  const Outcome& operator[](std::uint32_t code) const { return outcomes_[code]; }

 private:
  CHISO_INLINE static std::uint64_t hash_of(State state, const Ratio& value) {
    const auto mixed = [](std::uint64_t hash, std::uint64_t with) {
      hash = (hash ^ with) * 0x9E3779B97F4A7C15U;
      return hash ^ (hash >> 29);
    };
    auto hash = mixed(static_cast<std::uint64_t>(state), static_cast<std::uint64_t>(value.num));
    hash = mixed(hash, static_cast<std::uint64_t>(value.num >> 64));
    return mixed(hash, static_cast<std::uint64_t>(value.den));
  }
  std::vector<Outcome>& outcomes_;
  HashPlaces places_{};
};

/// The codes of figures of whole numbers over one denominator: each different one is divided once.
class WholeCodes {
 public:
  CHISO_INLINE WholeCodes(CohortFunction function, int128 den, OutcomeCodes& codes) : function_(function), den_(den), codes_(codes) {}
  CHISO_INLINE std::uint32_t operator()(const detail::RunningRows<int128>& of) {
    if (of.state != State::value) return codes_.code({of.state, {}});
    const auto number = compares(function_) ? of.values.best : of.values.sum;
    const bool rows_matter = function_ == CohortFunction::count || function_ == CohortFunction::mean || of.values.rows == 0;
    const Known wanted{number, rows_matter ? of.values.rows : 1, 0};
    const auto hash = (static_cast<std::uint64_t>(number) * 31 + static_cast<std::uint64_t>(wanted.rows)) * 0x9E3779B97F4A7C15U;
    const auto mixed = hash ^ (hash >> 29);
    const auto place =
        places_.find(mixed, [&](std::uint32_t at) { return known_[at].number == wanted.number && known_[at].rows == wanted.rows; });
    if (place != HashPlaces::none) return known_[place].code;
    const CohortTotal total{of.values.rows, Rational(of.values.sum, den_), Rational(of.values.best, den_)};
    places_.add(mixed, static_cast<std::uint32_t>(known_.size()));
    known_.push_back({wanted.number, wanted.rows, codes_.code(detail::rows_figure(function_, of.state, total))});
    return known_.back().code;
  }

 private:
  struct Known {
    int128 number;
    std::int64_t rows;
    std::uint32_t code;
  };
  CohortFunction function_;
  int128 den_;
  OutcomeCodes& codes_;
  std::vector<Known> known_{};
  HashPlaces places_{};
};

/// What the functions over tables below the units (docs/guide/expressions.md, "Functions of the rows below") give for every row of
/// evidence, as columns.
class BelowColumns {
 public:
  /// `parameters` are those of the rows of the evidence. `made` will own the columns.
  CHISO_INLINE BelowColumns(const Evidence& evidence, const Derived& derived, std::span<const CohortColumn> parameters,
                            OutcomeColumns& made)
      : evidence_(evidence), derived_(derived), parameters_(parameters), made_(made) {}

  /// One for each of Derived::below. O(rows of the table) each, times the tracks of the evidence for a term that reads parameters.
  CHISO_INLINE std::vector<CohortColumn> run() {
    groups_of_table_.resize(derived_.tables.size());
    std::vector<CohortColumn> out;
    for (const auto& term : derived_.below) out.push_back(column(term));
    return out;
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  CHISO_INLINE CohortColumn column(const BelowTerm& term) {
    const auto* rows = EvidenceAssembly::data(evidence_).tables[term.table].get();
    auto& codes_of_row = made_.add_groups(evidence_.rows());
    auto& outcomes = made_.add_outcomes();
    OutcomeCodes codes(outcomes);
    const auto nothing = codes.code(rows ? detail::rows_figure(term.function, State::value, {}) : Outcome{State::missing, {}});
    std::fill(codes_of_row.begin(), codes_of_row.end(), nothing);
    const auto read = parameters_read(term);
    if (rows && !rows->groups.empty()) {
      if (read.empty())
        take(codes_of_group(term, *rows, {}, codes), rows_of_track(term.table, {}), codes_of_row);
      else
        for (std::uint16_t track = 0; track < evidence_.model().tracks().size(); ++track)
          with_parameters(term, *rows, read, rows_of_track(term.table, track), codes, codes_of_row);
    }
    // The state of a parameter is that of the whole, even where no row reads it.
    for (const auto parameter : read)
      for (std::size_t row = 0; row < codes_of_row.size(); ++row) {
        const auto own = codes[codes_of_row[row]].state, state = strongest(own, parameters_[parameter].of(row).state);
        if (state != own) codes_of_row[row] = codes.code({state, {}});
      }
    return {codes_of_row, outcomes};
  }
  CHISO_INLINE std::vector<std::size_t> parameters_read(const BelowTerm& term) const {
    std::vector<std::size_t> out;
    for (const auto& node : term.of.nodes)
      if (node.op == Op::parameter) out.push_back(static_cast<std::size_t>(node.index));
    return out;
  }

  /// A row of the evidence and the group of a table that it reads.
  struct Reading {
    std::uint32_t row, group;
  };
  CHISO_INLINE static void take(const std::vector<std::uint32_t>& codes_of_group, const std::vector<Reading>& readings,
                                std::vector<std::uint32_t>& codes_of_row) {
    for (const auto& reading : readings) codes_of_row[reading.row] = codes_of_group[reading.group];
  }
  /// The rows of a track (of all tracks if none is given) that have rows in a table.
  CHISO_INLINE std::vector<Reading> rows_of_track(std::size_t table, std::optional<std::uint16_t> track) {
    auto& groups = groups_of_table_[table];
    if (groups.empty()) groups = groups_read(*EvidenceAssembly::data(evidence_).tables[table]);
    std::vector<Reading> out;
    const auto tracks = evidence_.track_of_row();
    for (std::uint32_t row = 0; row < groups.size(); ++row)
      if (groups[row] != none && (!track || tracks[row] == *track)) out.push_back({row, groups[row]});
    return out;
  }
  /// The group of each row of the evidence: those of every track, those of its own, or of the first fallback track that has any.
  CHISO_INLINE std::vector<std::uint32_t> groups_read(const RowsBelow& table) const {
    std::vector<std::uint32_t> first_of_unit(evidence_.units().size() + 1), out(evidence_.rows());
    for (const auto& group : table.groups) ++first_of_unit[group.unit + 1];
    for (std::size_t unit = 1; unit < first_of_unit.size(); ++unit) first_of_unit[unit] += first_of_unit[unit - 1];
    const auto find = [&](std::size_t row, std::uint16_t track) {
      const auto unit = evidence_.unit_of_row()[row], period = evidence_.period_of_row()[row];
      const auto at = [&](std::size_t u) { return table.groups.begin() + static_cast<std::ptrdiff_t>(first_of_unit[u]); };
      const auto found = std::lower_bound(at(unit), at(unit + 1U), std::pair(period, track), [](const auto& group, const auto& wanted) {
        return std::pair(group.period, group.track) < wanted;
      });
      const bool is_it = found != at(unit + 1U) && found->period == period && found->track == track;
      return is_it ? static_cast<std::uint32_t>(found - table.groups.begin()) : none;
    };
    const auto& fallback = evidence_.model().fallback();
    for (std::size_t row = 0; row < out.size(); ++row) {
      const auto track = evidence_.track_of_row()[row];
      out[row] = find(row, UnitRows::every_track);
      if (out[row] == none) out[row] = find(row, track);
      for (std::size_t i = 0; out[row] == none && i < fallback[track].size(); ++i)
        out[row] = find(row, static_cast<std::uint16_t>(fallback[track][i]));
    }
    return out;
  }

  /// Evaluates a term that reads parameters for the rows of a track: each group is read by one of them at most.
  CHISO_INLINE void with_parameters(const BelowTerm& term, const RowsBelow& table, std::span<const std::size_t> read,
                                    const std::vector<Reading>& readings, OutcomeCodes& codes, std::vector<std::uint32_t>& codes_of_row) {
    if (readings.empty()) return;
    std::vector<CohortColumn> columns(parameters_.size());
    std::vector<std::vector<std::uint32_t>> groups(parameters_.size());
    for (const auto parameter : read) {
      const auto& own = parameters_[parameter];
      columns[parameter] = own;
      if (own.group_of_row.empty()) continue;
      auto& of_row = groups[parameter];
      of_row.resize(table.rows);
      for (const auto& [row, group] : readings)
        std::fill(of_row.begin() + table.groups[group].first, of_row.begin() + table.end_of(group), own.group_of_row[row]);
      columns[parameter].group_of_row = of_row;
    }
    take(codes_of_group(term, table, std::move(columns), codes), readings, codes_of_row);
  }

  /// The result of each group.
  CHISO_INLINE std::vector<std::uint32_t> codes_of_group(const BelowTerm& term, const RowsBelow& table,
                                                         std::vector<CohortColumn> parameters, OutcomeCodes& codes) const {
    std::vector<std::uint32_t> out;
    out.reserve(table.groups.size());
    if (term.of.nodes.empty()) {
      for (std::size_t group = 0; group < table.groups.size(); ++group)
        out.push_back(codes.code({State::value, Rational(table.end_of(group) - table.groups[group].first)}));
      return out;
    }
    Batch batch{.rows = table.rows};
    for (const auto& column : table.columns) batch.measures.push_back(column.view());
    batch.parameters = std::move(parameters);
    const auto limits = bounds(term.of, batch);
    switch (width_of(limits.peak)) {
      case Width::doubles: by_tiles<double>(term, table, batch, limits, codes, out); break;
      case Width::bits64: by_tiles<std::int64_t>(term, table, batch, limits, codes, out); break;
      case Width::bits128: by_tiles<int128>(term, table, batch, limits, codes, out); break;
      case Width::wide: by_rows(term, table, batch, codes, out); break;
    }
    return out;
  }
  template <class Number>
  void by_tiles(const BelowTerm& term, const RowsBelow& table, const Batch& batch, const Bounds& limits, OutcomeCodes& codes,
                std::vector<std::uint32_t>& out) const {
    // Numerators over one denominator are added as they are: a sum of 2^32 numbers of 64 bits has 96.
    if constexpr (sizeof(Number) <= sizeof(std::int64_t)) {
      if (limits.result().uniform) {
        const auto whole = [](const Operand<Number>& tile, std::size_t r) { return int128{static_cast<std::int64_t>(tile.num[r])}; };
        WholeCodes of_whole(term.function, static_cast<int128>(limits.result().den), codes);
        return reduce<Number, int128>(term, table, batch, limits, whole, of_whole, out);
      }
    }
    const auto ratio = [](const Operand<Number>& tile, std::size_t r) {
      return Rational(static_cast<int128>(tile.num[r]), static_cast<int128>(tile.den == nullptr ? tile.common : tile.den[r]));
    };
    const auto code = [&](const detail::RunningRows<Rational>& of) {
      return codes.code(detail::rows_figure(term.function, of.state, {of.values.rows, of.values.sum, of.values.best}));
    };
    reduce<Number, Rational>(term, table, batch, limits, ratio, code, out);
  }
  /// value(tile, row) gives what is added of a row, and code(rows) that of what a group comes to.
  template <class Number, class Value, class ValueOf, class CodeOf>
  void reduce(const BelowTerm& term, const RowsBelow& table, const Batch& batch, const Bounds& limits, const ValueOf& value, CodeOf& code,
              std::vector<std::uint32_t>& out) const {
    TileEvaluator<Number> tiles;
    detail::RunningRows<Value> running;
    std::size_t end = table.end_of(0);
    for (std::size_t first = 0; first < batch.rows; first += tile_rows) {
      const auto count = (std::min)(tile_rows, batch.rows - first);
      const auto tile = tiles.run(term.of, limits, batch, first, count);
      for (std::size_t r = 0; r < count;) {
        const auto stop = (std::min)(count, end - first);  // of the rows of this group in the tile
        if (std::is_same_v<Value, int128> && tile.state == nullptr)
          add_whole(running, term, tile, r, stop);
        else
          for (auto i = r; i < stop; ++i)
            running.add(term.function, term.of.type, tile.state == nullptr ? State::value : tile.state[i], value(tile, i),
                        tile.num[i] == 0);
        r = stop;
        if (first + r < end) break;
        out.push_back(code(running));
        running = {};
        if (out.size() < table.groups.size()) end = table.end_of(out.size());
      }
    }
  }
  template <class Number, class Value>
  static void add_whole(detail::RunningRows<Value>& running, const BelowTerm& term, const Operand<Number>& tile, std::size_t from,
                        std::size_t to) {
    if constexpr (std::is_same_v<Value, int128>) running.add_values(term.function, term.of.type, tile.num + from, to - from);
  }
  CHISO_INLINE void by_rows(const BelowTerm& term, const RowsBelow& table, const Batch& batch, OutcomeCodes& codes,
                            std::vector<std::uint32_t>& out) const {
    for (std::size_t group = 0; group < table.groups.size(); ++group) {
      detail::RunningRows<Rational> running;
      for (std::size_t row = table.groups[group].first; row < table.end_of(group); ++row) {
        const auto outcome = evaluate(term.of, batch, row);
        running.add(term.function, term.of.type, outcome.state, outcome.value, outcome.value.sign() == 0);
      }
      const auto& [rows, sum, best] = running.values;
      out.push_back(codes.code(detail::rows_figure(term.function, running.state, {rows, sum, best})));
    }
  }

  const Evidence& evidence_;
  const Derived& derived_;
  std::span<const CohortColumn> parameters_;
  OutcomeColumns& made_;
  std::vector<std::vector<std::uint32_t>> groups_of_table_{};  // of each row of the evidence; found when first asked for
};
}
