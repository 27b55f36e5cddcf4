#pragma once
#include <algorithm>
#include <chiso/check/finding.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/expr/tile.hpp>
#include <chiso/model/model.hpp>
#include <deque>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// One row of a batch many times over, as a batch of its own, in which one measure differs from copy to copy. What a check reads is filled
/// in when it is judged. In columns that are compared with the previous row, that row stands behind the copies.
class RowCopies {
 public:
  CHISO_INLINE RowCopies(const Model& model, const Batch& batch) : model_(model), from_(batch) {
    own_.resize(batch.measures.size());
    is_repeated_.resize(batch.measures.size());
    before_.resize(batch.previous.size());
    copies_.measures.resize(batch.measures.size());
    copies_.previous.resize(batch.previous.size());
    copies_.absent_tables = batch.absent_tables;
    for (const auto& check : model.checks()) {
      auto& of = previous_.emplace_back();
      const auto add = [&](const Program& program) {
        for (const auto& node : program.nodes)
          if (node.op == Op::previous_measure) of.push_back(static_cast<std::size_t>(node.index));
      };
      if (check.applies_when) add(*check.applies_when);
      if (const auto* repeated = std::get_if<check_forms::Repeated>(&check.form))
        for (const auto measure : repeated->measures) is_repeated_[measure] = true;
      if (const auto* relation = std::get_if<check_forms::Relation>(&check.form)) add(relation->holds);
      if (const auto* stated = std::get_if<check_forms::Stated>(&check.form)) add(stated->holds);
      if (const auto* unusual = std::get_if<check_forms::Unusual>(&check.form)) add(unusual->value);
    }
  }
  CHISO_INLINE void start(std::size_t row) {
    row_ = row;
    for (auto* columns : {&own_, &before_})
      for (auto& column : *columns) column.filled = false;
    if (!from_.has_previous.empty()) has_previous_.assign(tile_rows, from_.has_previous[row]);
    if (!from_.row_before.empty()) {
      before_row_ = from_.row_before[row];
      row_before_.assign(tile_rows, before_row_ == Batch::no_row ? Batch::no_row : std::uint32_t{tile_rows});
    }
    const auto share = [&](const std::vector<CohortColumn>& columns, std::vector<CohortColumn>& out) {
      out.clear();
      for (const auto& column : columns) out.push_back({{}, std::span(&column.of(row_), 1)});
    };
    share(from_.cohorts, copies_.cohorts);
    share(from_.parameters, copies_.parameters);
    share(from_.previous_parameters, copies_.previous_parameters);
    share(from_.below, copies_.below);
    share(from_.previous_below, copies_.previous_below);
  }
  /// Gives a measure these numbers, in the copies from the first on.
  template <class Numbers>
  void change(std::size_t measure, const Numbers& numbers) {
    auto& column = own_[measure];
    column.values.clear();
    for (const auto& number : numbers) column.values.push_back(number.value);
    const auto [least, most] = std::minmax_element(column.values.begin(), column.values.end());
    const bool any = !column.values.empty();
    const auto lowest = any ? *least : 0, highest = any ? *most : 0;
    column.states.clear();
    add_row_before(measure, column);
    copies_.measures[measure] = {column.values, column.states, lowest, highest, model_.measures()[measure].decimals};
    column.filled = true;
  }
  /// Gives a measure what stands on the row again.
  void restore(std::size_t measure) { own_[measure].filled = false; }
  /// The first `count` copies, with what a check reads.
  CHISO_INLINE const Batch& batch_for(std::size_t check, std::size_t count) {
    copies_.rows = count;
    copies_.has_previous = from_.has_previous.empty() ? std::span<const State>{} : std::span<const State>(has_previous_).first(count);
    copies_.row_before =
        from_.row_before.empty() ? std::span<const std::uint32_t>{} : std::span<const std::uint32_t>(row_before_).first(count);
    for (const auto measure : model_.checks()[check].reads) {
      auto& column = own_[measure];
      if (column.filled) continue;
      fill(column, from_.measures[measure], copies_.measures[measure]);
      add_row_before(measure, column);
      copies_.measures[measure].values = column.values;
      copies_.measures[measure].states = column.states;
    }
    for (const auto place : previous_[check])
      if (!before_[place].filled) fill(before_[place], from_.previous[place], copies_.previous[place]);
    return copies_;
  }

 private:
  struct CopiedColumn {
    std::vector<std::int64_t> values{};
    std::vector<State> states{};
    bool filled = false;
  };
  CHISO_INLINE void fill(CopiedColumn& column, const Column& from, Column& to) const {
    column.filled = true;
    const auto value = from.values[row_];
    const auto state = from.state(row_);
    column.values.assign(tile_rows, value);
    column.states.assign(state == State::value ? 0 : tile_rows, state);
    to = {column.values, column.states, value, value, from.decimals};
  }

  CHISO_INLINE void add_row_before(std::size_t measure, CopiedColumn& column) const {
    if (!is_repeated_[measure] || before_row_ == Batch::no_row) return;
    const auto& from = from_.measures[measure];
    column.values.resize(tile_rows);
    column.values.push_back(from.values[before_row_]);
    const auto state = from.state(before_row_);
    if (state != State::value) column.states.resize(tile_rows, State::value);
    if (!column.states.empty()) column.states.push_back(state);
  }

  const Model& model_;
  const Batch& from_;
  std::size_t row_ = 0;
  std::uint32_t before_row_ = Batch::no_row;
  Batch copies_{};
  std::vector<CopiedColumn> own_{}, before_{};
  std::vector<State> has_previous_{};
  std::vector<std::uint32_t> row_before_{};
  std::vector<std::uint8_t> is_repeated_{};           // by measure
  std::vector<std::vector<std::size_t>> previous_{};  // of each check: the places of what it reads among Derived::previous
};
}
