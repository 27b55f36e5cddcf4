#pragma once
#include <algorithm>
#include <chiso/expr/evaluate.hpp>
#include <chiso/plan/row_overlay.hpp>
#include <chiso/score/item_effect.hpp>
#include <chiso/score/shapes.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// The cell of a row of a column as a column of one row.
CHISO_INLINE Column column_of_row(const Column& column, std::size_t row) {
  if (column.values.empty()) return {};
  const auto value = column.values[row];
  return {column.values.subspan(row, 1), column.states.empty() ? column.states : column.states.subspan(row, 1), value, value,
          column.decimals};
}
}
namespace detail {
/// The cell of a column of one row.
CHISO_INLINE Outcome cell_of(const Column& column) {
  const auto state = column.state(0);
  return state == State::value ? Outcome{state, Rational(column.values[0], Decimal::power(column.decimals))} : Outcome{state, {}};
}
}
CHISO_INLINE RowOverlay::RowOverlay(const Scores& scores, std::size_t row) : scores_(scores) {
  const auto& all = scores_.resolved().batch();
  batch_.rows = 1;
  batch_.measures.resize(all.measures.size());
  batch_.previous.resize(all.previous.size());
  batch_.stated.resize(all.stated.size());
  placed_at_.resize(all.measures.size());
  cells_.resize(all.measures.size());
  if (scores_.model().draft().stated_points == StatedPoints::accept) {
    stated_.resize(scores_.model().leaves());
    batch_.stated.resize(scores_.model().leaves());
  }
  batch_.absent_tables = all.absent_tables;
  const auto lend = [](const std::vector<CohortColumn>& from, std::vector<Outcome>& own, std::vector<CohortColumn>& to) {
    own.resize(from.size());
    for (const auto& outcome : own) to.push_back({{}, std::span(&outcome, 1)});
  };
  lend(all.cohorts, cohorts_, batch_.cohorts);
  lend(all.parameters, parameters_, batch_.parameters);
  lend(all.below, below_, batch_.below);
  lend(all.previous_parameters, previous_parameters_, batch_.previous_parameters);
  lend(all.previous_below, previous_below_, batch_.previous_below);
  for (const auto node : scores_.model().items()) {
    const auto& item = scores_.model().nodes()[node];
    auto& of = effects_.emplace_back();
    for (std::size_t state = 0; state < names_of(ItemState{}).size(); ++state) of[state] = effect_of(item, static_cast<ItemState>(state));
    of.back() = effect_of(item, {});
  }
  row_ = row + 1;  // another one, so that all columns are placed
  move_to(row);
}
CHISO_INLINE void RowOverlay::move_to(std::size_t row) {
  clear();
  if (row == row_) return;
  row_ = row;
  const auto& all = scores_.resolved().batch();
  for (std::size_t i = 0; i < all.previous.size(); ++i) batch_.previous[i] = detail::column_of_row(all.previous[i], row);
  for (std::size_t i = 0; i < all.stated.size(); ++i) batch_.stated[i] = detail::column_of_row(all.stated[i], row);
  batch_.has_previous = all.has_previous.empty() ? all.has_previous : all.has_previous.subspan(row, 1);
  batch_.row_before = all.row_before.empty() ? all.row_before : all.row_before.subspan(row, 1);
  track_ = static_cast<std::uint16_t>(all.tracks.empty() ? scores_.model().tracks().size() - 1 : all.tracks[row]);
  batch_.tracks = std::span(&track_, 1);
  const auto take = [&](const std::vector<CohortColumn>& from, std::vector<Outcome>& to) {
    for (std::size_t i = 0; i < from.size(); ++i) to[i] = from[i].of(row);
  };
  take(all.cohorts, cohorts_);
  take(all.parameters, parameters_);
  take(all.below, below_);
  take(all.previous_parameters, previous_parameters_);
  take(all.previous_below, previous_below_);
}
CHISO_INLINE void RowOverlay::clear() {
  const auto& all = scores_.resolved().batch();
  for (const auto& cell : changes_) {
    if (cell.of == ChangedCell::Of::stated) {
      batch_.stated[cell.place] = cell.place < all.stated.size() ? detail::column_of_row(all.stated[cell.place], row_) : Column{};
      continue;
    }
    placed_at_[cell.place] = 0;
    const auto& parameters = scores_.model().derived().parameters;
    for (std::size_t i = 0; i < parameters.size(); ++i)
      if (parameters[i].by() == Parameter::By::choice && parameters[i].measure() == cell.place) parameters_[i] = all.parameters[i].of(row_);
  }
  changes_.clear();
  for (const auto term : other_cohorts_) cohorts_[term] = all.cohorts[term].of(row_);
  for (const auto term : other_below_) below_[term] = all.below[term].of(row_);
  other_cohorts_.clear();
  other_below_.clear();
}
CHISO_INLINE void RowOverlay::set(const ChangedCell& cell) {
  changes_.push_back(cell);
  const auto& model = scores_.model();
  auto& own = cell.of == ChangedCell::Of::measure ? cells_[cell.place] : stated_[cell.place];
  own = {cell.value, cell.state};
  auto& column = cell.of == ChangedCell::Of::measure ? batch_.measures[cell.place] : batch_.stated[cell.place];
  const auto decimals = cell.of == ChangedCell::Of::measure ? model.measures()[cell.place].decimals : model.point_decimals();
  column = {std::span(&own.value, 1), std::span(&own.state, 1), cell.value, cell.value, decimals};
  if (cell.of != ChangedCell::Of::measure) return;
  placed_at_[cell.place] = row_ + 1;
  const auto& parameters = model.derived().parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (parameters[i].by() != Parameter::By::choice || parameters[i].measure() != cell.place) continue;
    if (cell.state != State::value) {
      parameters_[i] = {cell.state, {}};
      continue;
    }
    const auto value = parameters[i].of(model.measures()[cell.place].options[static_cast<std::size_t>(cell.value)]);
    parameters_[i] = value ? Outcome{State::value, Rational(*value)} : Outcome{State::missing, {}};
  }
}
CHISO_INLINE void RowOverlay::set_cohort(std::size_t term, const Outcome& figure) {
  cohorts_[term] = figure;
  other_cohorts_.push_back(term);
}
CHISO_INLINE void RowOverlay::set_below(std::size_t term, const Outcome& figure) {
  below_[term] = figure;
  other_below_.push_back(term);
}

CHISO_INLINE void RowOverlay::place(std::size_t measure) {
  if (placed_at_[measure] == row_ + 1) return;
  batch_.measures[measure] = detail::column_of_row(scores_.resolved().batch().measures[measure], row_);
  placed_at_[measure] = row_ + 1;
}
CHISO_INLINE void RowOverlay::place(const Program& program) {
  for (const auto& node : program.nodes)
    if (node.op == Op::measure) place(static_cast<std::size_t>(node.index));
}
CHISO_INLINE const Batch& RowOverlay::batch() {
  for (std::size_t measure = 0; measure < placed_at_.size(); ++measure) place(measure);
  return batch_;
}
CHISO_INLINE Outcome RowOverlay::value(const Program& program) {
  place(program);
  return evaluate(program, batch_, 0);
}
CHISO_INLINE std::size_t RowOverlay::track() const { return track_; }
CHISO_INLINE State RowOverlay::points_stated(std::size_t leaf) const {
  return leaf >= batch_.stated.size() || batch_.stated[leaf].values.empty() ? State::missing : batch_.stated[leaf].state(0);
}
CHISO_INLINE bool RowOverlay::applies(std::size_t node) {
  const auto& criterion = scores_.model().nodes()[node];
  if (!criterion.applies_when) return true;
  const auto truth = value(*criterion.applies_when);
  const bool no = truth.state == State::value ? truth.value.sign() == 0 : truth.state == State::not_applicable;
  return !no || (criterion.is_leaf() && criterion.in_track(track()) && points_stated(criterion.item) == State::value);
}
CHISO_INLINE ItemPoints RowOverlay::item(std::size_t item) {
  const auto& model = scores_.model();
  const auto nodes = model.nodes();
  const auto& criterion = nodes[model.items()[item]];
  ItemPoints out{.is_outside = !criterion.in_track(track())};
  std::int64_t quanta = 0;
  const auto stated = criterion.is_leaf() && !out.is_outside ? points_stated(item) : State::missing;
  if (stated == State::value) {
    out.state = ItemState::stated;
    quanta = batch_.stated[item].values[0];
  } else if (stated != State::missing) {
    out.state = ItemState::not_applicable;
  } else if (out.is_outside) {
    out.state = ItemState::not_applicable;
  } else {
    for_each_program(criterion.shape, [&](const Program& program) { place(program); });
    const auto points = evaluate(criterion.shape, batch_, 0).points;
    auto state = points.state;
    for (auto at = model.items()[item]; at != Criterion::none; at = nodes[at].parent) {
      if (!nodes[at].applies_when) continue;
      const auto truth = value(*nodes[at].applies_when);
      state = strongest(state, truth.state != State::value ? truth.state : truth.value.sign() == 0 ? State::not_applicable : State::value);
    }
    out.state = item_state(state);
    if (state == State::value) quanta = points.value.nearest_whole();
  }
  const auto& of = effects_[item];
  const auto& effect = out.is_outside ? of.back() : of[static_cast<std::size_t>(out.state)];
  out.achieved = effect.computed ? quanta : effect.achieved;
  out.applicable = effect.applicable;
  out.complete = effect.complete;
  out.coverage = effect.coverage;
  return out;
}
}
