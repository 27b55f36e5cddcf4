#pragma once
#include <algorithm>
#include <chiso/evidence/cohort_alone.hpp>
#include <chiso/evidence/cohort_figure.hpp>
#include <chiso/expr/evaluate.hpp>
#include <chiso/plan/impl/row_overlay.ipp>
#include <chiso/plan/impl/row_sums.ipp>
#include <chiso/plan/impl/what_if_data.ipp>
#include <chiso/plan/what_if_row.hpp>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// Adds what a row comes to to the total of a cohort function.
CHISO_INLINE void add_row(const CohortTerm& term, const Outcome& outcome, CohortTotal& total) {
  if (!counts_in_cohort(term.function, term.of.type, outcome.state, outcome.value.sign() == 0)) return;
  total.merge(
      term.function,
      {.rows = 1, .sum = sums(term.function) ? outcome.value : Rational(), .best = compares(term.function) ? outcome.value : Rational()});
}
}
CHISO_INLINE WhatIfRow::WhatIfRow(const WhatIf& what_if, std::size_t row)
    : what_if_(what_if),
      base_(what_if.ranked().scores(), row),
      changed_(what_if.ranked().scores(), row),
      sums_(what_if.ranked().scores().model()),
      items_(what_if.ranked().scores().model().items().size()),
      known_(items_.size()),
      is_touched_(items_.size()),
      others_(what_if.ranked().scores().model().derived().cohorts.size()) {}
CHISO_INLINE void WhatIfRow::move_to(std::size_t row) {
  set({});
  if (row == changed_.row()) return;
  base_.move_to(row);
  changed_.move_to(row);
  for (auto& other : others_) other.reset();
}

CHISO_INLINE const ItemPoints& WhatIfRow::base(std::size_t item) {
  if (known_[item] != base_.row() + 1) {
    items_[item] = base_.item(item);
    known_[item] = base_.row() + 1;
  }
  return items_[item];
}
CHISO_INLINE std::span<const ItemPoints> WhatIfRow::items() {
  if (all_known_ != base_.row() + 1)
    for (std::size_t item = 0; item < items_.size(); ++item) base(item);
  all_known_ = base_.row() + 1;
  return items_;
}
CHISO_INLINE void WhatIfRow::touch(std::size_t item) {
  if (is_touched_[item] != 0) return;
  is_touched_[item] = 1;
  touched_.push_back(item);
}

CHISO_INLINE void WhatIfRow::set(std::span<const ChangedCell> cells) {
  const auto& data = *what_if_.data_;
  data.check(cells);
  changed_.clear();
  for (const auto item : touched_) is_touched_[item] = 0;
  touched_.clear();
  is_summed_ = is_elsewhere_ = false;
  cells_.assign(cells.begin(), cells.end());
  for (const auto& cell : cells) changed_.set(cell);
  for (const auto& cell : cells) {
    if (cell.of == ChangedCell::Of::stated) {
      touch(cell.place);
      continue;
    }
    for (const auto item : data.readers[cell.place]) touch(item);
    is_elsewhere_ = is_elsewhere_ || data.read_by_cohorts[cell.place];
    if (!data.read_below[cell.place]) continue;
    // A figure of rows below reads the choice of a parameter: those rows are read again.
    const auto again = with_cells(what_if_.ranked().scores().resolved(), row(), cells);
    for (std::size_t term = 0; term < again.batch().below.size(); ++term) changed_.set_below(term, again.batch().below[term].of(row()));
  }
  if (is_elsewhere_) set_cohorts();
  new_items_.clear();
  for (const auto item : touched_) new_items_.push_back(changed_.item(item));
}
CHISO_INLINE ItemPoints WhatIfRow::item(std::size_t item) {
  for (std::size_t i = 0; i < touched_.size(); ++i)
    if (touched_[i] == item) return new_items_[i];
  return base(item);
}
CHISO_INLINE ItemPoints WhatIfRow::counted_item(std::size_t item) {
  auto out = this->item(item);
  if (!what_if_.data_->is_in_one_of[item]) return out;
  sum_up();
  if (!sums_.is_left_out(what_if_.ranked().scores().model().items()[item])) return out;
  return {.state = ItemState::not_applicable, .is_outside = out.is_outside};
}

CHISO_INLINE bool WhatIfRow::is_stated(std::size_t leaf) { return base_.points_stated(leaf) != State::missing; }
CHISO_INLINE bool WhatIfRow::is_read_by_cohort(std::size_t term, std::size_t measure) const {
  return what_if_.data_->is_read_by(term, measure);
}
CHISO_INLINE const CohortTotal& WhatIfRow::others(std::size_t place) {
  if (others_[place]) return *others_[place];
  const auto& resolved = what_if_.ranked().scores().resolved();
  const auto& term = what_if_.ranked().scores().model().derived().cohorts[place];
  CohortTotal total;
  for (const auto other : resolved.cohorts().list[resolved.cohorts().of_row[row()]].rows)
    if (other != row()) detail::add_row(term, evaluate(term.of, resolved.batch(), other), total);
  return others_[place].emplace(std::move(total));
}
CHISO_INLINE void WhatIfRow::set_cohorts() {
  const auto& data = *what_if_.data_;
  const auto& terms = what_if_.ranked().scores().model().derived().cohorts;
  for (std::size_t place = 0; place < terms.size(); ++place) {
    const auto& term = terms[place];
    if (std::none_of(cells_.begin(), cells_.end(),
                     [&](const ChangedCell& cell) { return cell.of == ChangedCell::Of::measure && data.is_read_by(place, cell.place); }))
      continue;
    auto total = others(place);
    const auto own = changed_.value(term.of);
    detail::add_row(term, own, total);
    changed_.set_cohort(place, cohort_figure(term.function, total));
  }
}

/// Adds what the touched leaves count more to the totals of the row, where only sums are above them.
CHISO_INLINE bool WhatIfRow::sum_up_plainly(Tally& out) {
  const auto& data = *what_if_.data_;
  out = what_if_.ranked().scores().tally(row());
  if (!data.may_be_plain || !out.complete) return false;
  for (const auto item : touched_)
    if (!data.is_plain[item]) return false;
  for (std::size_t i = 0; i < touched_.size(); ++i) {
    const auto &before = base(touched_[i]), &now = new_items_[i];
    out.achieved += now.achieved - before.achieved;
    out.applicable += now.applicable - before.applicable;
    out.complete = out.complete && now.complete;
  }
  return true;
}
CHISO_INLINE void WhatIfRow::sum_up() {
  if (is_summed_) return;
  const auto all = items();
  summed_.assign(all.begin(), all.end());
  for (std::size_t i = 0; i < touched_.size(); ++i) summed_[touched_[i]] = new_items_[i];
  sums_.sum(changed_, summed_);
  is_summed_ = true;
}
CHISO_INLINE WhatIfResult WhatIfRow::own(std::span<const ChangedCell> cells) {
  set(cells);
  WhatIfResult out;
  if (!sum_up_plainly(out.tally)) {
    sum_up();
    out.tally = sums_.tally();
  }
  out.index = index_of(out.tally, what_if_.ranked().scores().model().publish());
  return out;
}
/// With all others of the cohort, which the change may move too.
CHISO_INLINE WhatIfResult WhatIfRow::by_cohort(std::span<const ChangedCell> cells) {
  const auto& resolved = what_if_.ranked().scores().resolved();
  const auto& cohorts = resolved.cohorts();
  if (cohorts.list.size() == 1) return what_if_.whole(row(), cells);
  const std::size_t cohort = cohorts.of_row[row()];
  if (!alone_ || alone_->cohort != cohort) alone_.emplace(Alone{cohort, cohort_alone(resolved, cohort)});
  const auto& rows = cohorts.list[cohort].rows;
  const auto place = std::lower_bound(rows.begin(), rows.end(), row()) - rows.begin();
  return what_if_.scored_again(alone_->evidence, static_cast<std::size_t>(place), cells);
}
CHISO_INLINE WhatIfResult WhatIfRow::result(std::span<const ChangedCell> cells) {
  auto out = own(cells);
  if (is_elsewhere_) return by_cohort(cells);
  const auto& data = *what_if_.data_;
  const auto standing = StandingReader{what_if_.ranked().scores(), data.vetoes}(
      row(), out.tally,
      [&](std::size_t node) {
        sum_up();
        return sums_.node(node);
      },
      [&](const Program& program) { return changed_.value(program); });
  out.put(data.standings.of(row(), standing));
  return out;
}
}
