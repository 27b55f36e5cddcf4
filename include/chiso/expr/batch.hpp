#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/expr/column_values.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/expr/state.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A borrowed column of evidence. A cell that is not a value is 0 beside its state. `least..most` contain every entry, including these
/// zeros: with them the evaluator proves which integer width is exact.
struct Column {
  ColumnValues values{};  ///< k / 10^decimals for a number, the place of the option for a choice, 0 or 1 for a truth, the number of a date.
  std::span<const State> states{};  ///< Empty if every cell is a value.
  std::int64_t least = 0;           ///< At most the least entry.
  std::int64_t most = 0;            ///< At least the greatest entry.
  int decimals = 0;                 ///< From 0 to 9; 0 for all but numbers.

  /// The state of the cell in a row. O(1).
  State state(std::size_t row) const { return states.empty() ? State::value : states[row]; }
};

/// A result: a value or a state.
struct Outcome {
  State state = State::value;  ///< Why there is no value, or State::value.
  Rational value{};            ///< A number; a truth as 0 or 1, a choice as the place of its option, a date as its number.
};

/// One result for every row, which the rows of a group share: a cohort figure (block, period, track), a parameter (by option, block,
/// period), or what the rows of a table below the unit come to (units with equal results). If no group is given for the rows, all are of
/// the first.
struct CohortColumn {
  std::span<const std::uint32_t> group_of_row{};  ///< By row: a place in `of_group`.
  std::span<const Outcome> of_group{};            ///< At least one group, if there are rows.
  /// The result for a row. O(1).
  const Outcome& of(std::size_t row) const { return of_group[group_of_row.empty() ? 0 : group_of_row[row]]; }
};

/// The columns that scoring reads, as views that own nothing. Overlays, draws, Arrow batches and NumPy columns are batches too, without a
/// copy. Every non-empty span has `rows` entries.
struct Batch {
  std::size_t rows = 0;            ///< How many rows there are.
  std::vector<Column> measures{};  ///< One for each measure of the model, in its order.
  std::vector<Column> previous{};  ///< `previous(m)` for each of `Derived::previous`.
  std::span<const State>
      has_previous{};  ///< A value if the unit has a row of the previous period, otherwise missing. Empty if no row has one.
  static constexpr std::uint32_t no_row = ~std::uint32_t{0};  ///< In `row_before`: the unit has no row of the previous period.
  std::span<const std::uint32_t> row_before{};                ///< That row; no_row if there is none. Empty where nothing looks back.
  std::vector<CohortColumn> cohorts{};                        ///< One for each of `Derived::cohorts`.
  std::vector<CohortColumn> parameters{};                     ///< One for each of `Derived::parameters`.
  std::vector<CohortColumn> previous_parameters{};            ///< One for each of `Derived::previous_parameters`.
  std::vector<CohortColumn> below{};                          ///< One for each of `Derived::below`.
  std::vector<CohortColumn> previous_below{};                 ///< One for each of `Derived::previous_below`.
  std::vector<bool> absent_tables{};                          ///< By table below the units: it was not given. Empty if that is not known.
  std::vector<Column>
      stated{};  ///< Stated points by leaf, in model order; a column without values if none are stated for it. Empty if no leaf has any.
  std::span<const std::uint16_t> tracks{};  ///< The index of each row's track. Empty if all are of the last track of the model.
};
}
