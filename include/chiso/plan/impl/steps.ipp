#pragma once
#include <algorithm>
#include <chiso/core/error.hpp>
#include <chiso/plan/impl/range_evaluator.ipp>
#include <chiso/plan/impl/what_if_row.ipp>
#include <chiso/plan/steps.hpp>
#include <memory>

namespace chiso::inline CHISO_BUILD {
/// Finds values of one measure at which one leaf of a row achieves more.
class StepSearch {
 public:
  using Range = detail::ValueRange;
  CHISO_INLINE StepSearch(WhatIfRow& row, RangeEvaluator& ranges, std::size_t item, std::size_t measure, std::size_t scan)
      : row_(row), ranges_(ranges), item_(item), measure_(measure), scan_(scan) {}

  /// What the leaf achieves where the measure is k.
  CHISO_INLINE std::int64_t achieved(std::int64_t k) {
    const ChangedCell cell{.place = measure_, .value = k};
    row_.set(std::span(&cell, 1));
    return row_.counted_item(item_).achieved;
  }
  /// A side of the value of the row: from the nearest value to the last.
  struct Side {
    std::int64_t nearest = 0, last = 0;
    bool up = true;
    CHISO_INLINE bool is_empty() const { return up ? nearest > last : nearest < last; }
    CHISO_INLINE std::size_t size() const { return is_empty() ? 0 : static_cast<std::size_t>(up ? last - nearest : nearest - last) + 1; }
  };
  /// What a search found: a value, or none, or that it is not known whether there is one.
  struct Found {
    std::optional<std::int64_t> value{};
    bool known = true;
  };
  /// The nearest value on a side at which the leaf achieves at least so much.
  CHISO_INLINE Found nearest(const Side& side, std::int64_t least) {
    if (side.is_empty()) return {};
    left_ = most_ranges;
    auto out = side.up ? first(side.nearest, side.last, least) : last(side.last, side.nearest, least);
    return out.known ? out : scanned(side, least);
  }
  /// The most that the leaf achieves at any value of both sides, or now; empty if it is not known.
  CHISO_INLINE std::optional<std::int64_t> most(const Side& up, const Side& down, std::int64_t now) {
    most_ = now;
    left_ = most_ranges;
    bool known = true;
    for (const auto& side : {up, down})
      if (!side.is_empty()) known = raise_most((std::min)(side.nearest, side.last), (std::max)(side.nearest, side.last)) && known;
    if (known) return most_;
    if (up.size() > scan_ || down.size() > scan_) return {};
    for (const auto& side : {up, down})
      for (std::size_t i = 0; i < side.size(); ++i)
        most_ = (std::max)(most_,
                           achieved(side.up ? side.nearest + static_cast<std::int64_t>(i) : side.nearest - static_cast<std::int64_t>(i)));
    return most_;
  }

 private:
  static constexpr int most_ranges = 600;  // which a search looks at: a millisecond or so
  CHISO_INLINE static std::int64_t middle(std::int64_t from, std::int64_t to) { return from + (to - from) / 2; }
  CHISO_INLINE static bool may_reach(const Range& range, std::int64_t least) { return !range.most || *range.most >= Rational(least); }

  /// The first value of [from, to] at which it is at least so much.
  CHISO_INLINE Found first(std::int64_t from, std::int64_t to, std::int64_t least) {
    if (left_-- <= 0) return {.known = false};
    const auto range = ranges_.achieved(item_, {from, to});
    if (!may_reach(range, least)) return {};
    if (range.falls || from == to) return achieved(from) >= least ? Found{from} : Found{};
    if (range.rises) {
      if (achieved(to) < least) return {};
      while (from < to) {
        const auto at = middle(from, to);
        if (achieved(at) >= least)
          to = at;
        else
          from = at + 1;
      }
      return {from};
    }
    const auto at = middle(from, to);
    const auto found = first(from, at, least);
    return found.value || !found.known ? found : first(at + 1, to, least);
  }
  /// The last one.
  CHISO_INLINE Found last(std::int64_t from, std::int64_t to, std::int64_t least) {
    if (left_-- <= 0) return {.known = false};
    const auto range = ranges_.achieved(item_, {from, to});
    if (!may_reach(range, least)) return {};
    if (range.rises || from == to) return achieved(to) >= least ? Found{to} : Found{};
    if (range.falls) {
      if (achieved(from) < least) return {};
      while (from < to) {
        const auto at = from + (to - from) / 2 + (to - from) % 2;
        if (achieved(at) >= least)
          from = at;
        else
          to = at - 1;
      }
      return {from};
    }
    const auto at = middle(from, to);
    const auto found = last(at + 1, to, least);
    return found.value || !found.known ? found : last(from, at, least);
  }
  CHISO_INLINE Found scanned(const Side& side, std::int64_t least) {
    const auto count = (std::min)(scan_, side.size());
    for (std::size_t i = 0; i < count; ++i) {
      const auto k = side.up ? side.nearest + static_cast<std::int64_t>(i) : side.nearest - static_cast<std::int64_t>(i);
      if (achieved(k) >= least) return {k};
    }
    return {.known = count == side.size()};
  }
  /// Raises `most_` to the most of [from, to]; false if that took too long.
  CHISO_INLINE bool raise_most(std::int64_t from, std::int64_t to) {
    if (left_-- <= 0) return false;
    const auto range = ranges_.achieved(item_, {from, to});
    if (range.most && *range.most <= Rational(most_)) return true;
    most_ = (std::max)({most_, achieved(from), achieved(to)});
    if (range.rises || range.falls || from == to || (range.most && *range.most <= Rational(most_))) return true;
    const auto at = middle(from, to);
    return raise_most(from, at) && raise_most(at + 1, to);
  }

  WhatIfRow& row_;
  RangeEvaluator& ranges_;
  std::size_t item_, measure_;
  std::size_t scan_;
  int left_ = 0;
  std::int64_t most_ = 0;
};

/// The steps of one row.
class StepsOfRow {
 public:
  CHISO_INLINE StepsOfRow(const WhatIf& what_if, std::size_t row, const StepsOptions& options)
      : what_if_(what_if), model_(what_if.ranked().scores().model()), options_(options), row_(what_if, row) {
    now_ = row_.own({});
  }
  CHISO_INLINE std::vector<LeafStep> run() {
    for (std::size_t item = 0; item < model_.leaves(); ++item) {
      const auto& now = row_.items()[item];
      if (now.is_outside || row_.is_stated(item)) continue;
      for (const auto measure : measures_named(item)) steps_of(item, measure);
    }
    return std::move(out_);
  }

 private:
  /// The measures that a leaf's rule, or a condition on it or above, names on the row itself; in the order of the model.
  CHISO_INLINE std::vector<std::size_t> measures_named(std::size_t item) const {
    std::vector<std::size_t> out;
    const auto add = [&](const Program& program) {
      for (const auto& node : program.nodes)
        if (node.op == Op::measure) out.push_back(static_cast<std::size_t>(node.index));
    };
    const auto nodes = model_.nodes();
    for_each_program(nodes[model_.items()[item]].shape, add);
    for (auto at = model_.items()[item]; at != Criterion::none; at = nodes[at].parent)
      if (nodes[at].applies_when) add(*nodes[at].applies_when);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }
  CHISO_INLINE LeafStep step(std::size_t item, std::size_t measure) const { return {.node = model_.items()[item], .measure = measure}; }
  /// Adds a step to a value.
  CHISO_INLINE void add(LeafStep step, std::size_t item, std::int64_t value) {
    const ChangedCell cell{.place = step.measure, .value = value};
    step.value = value;
    auto then = options_.ranks ? row_.result(std::span(&cell, 1)) : row_.own(std::span(&cell, 1));
    row_.set(std::span(&cell, 1));
    step.points = Points{row_.counted_item(item).achieved};
    if (then.index && now_.index) step.gain = Rational(then.index->exact()) - Rational(now_.index->exact());
    step.then = std::move(then);
    out_.push_back(std::move(step));
  }
  CHISO_INLINE void steps_of(std::size_t item, std::size_t measure) {
    row_.set({});
    const auto achieved = row_.counted_item(item).achieved;
    const auto cell = [&] {
      const auto& column = row_.unchanged().batch().measures[measure];
      return std::pair(column.state(0), column.values[0]);
    }();
    const auto& of = model_.measures()[measure];
    if (cell.first == State::not_applicable) return;
    if (of.type == MeasureType::choice || of.type == MeasureType::yes_no)
      return options(item, measure, cell.first == State::missing ? std::nullopt : std::optional(cell.second), achieved);
    if (cell.first == State::missing) {
      auto unanswered = step(item, measure);
      unanswered.direction = StepDirection::other;
      unanswered.kind = StepKind::unanswered;
      out_.push_back(std::move(unanswered));
      return;
    }
    numbers(item, measure, cell.second, achieved);
  }
  CHISO_INLINE void options(std::size_t item, std::size_t measure, std::optional<std::int64_t> now, std::int64_t achieved) {
    const auto limits = what_if_.data_->limits[measure];
    std::vector<std::int64_t> points;
    for (auto option = limits.least; option <= limits.most; ++option) {
      const ChangedCell cell{.place = measure, .value = option};
      row_.set(std::span(&cell, 1));
      points.push_back(row_.counted_item(item).achieved);
    }
    const auto most = *std::max_element(points.begin(), points.end());
    for (auto option = limits.least; option <= limits.most; ++option) {
      const auto of = points[static_cast<std::size_t>(option)];
      if (now && (option == *now || of <= achieved)) continue;
      auto one = step(item, measure);
      one.direction = StepDirection::other;
      one.now = now;
      one.kind = !now ? StepKind::unanswered : of == most ? StepKind::full : StepKind::next;
      add(std::move(one), item, option);
    }
  }
  CHISO_INLINE void numbers(std::size_t item, std::size_t measure, std::int64_t now, std::int64_t achieved) {
    const auto limits = what_if_.data_->limits[measure];
    RangeEvaluator ranges(row_, measure);
    StepSearch search(row_, ranges, item, measure, options_.scan);
    const StepSearch::Side up{now + 1, limits.most, true}, down{now - 1, limits.least, false};
    const auto most = search.most(up, down, achieved);
    if (most && *most <= achieved) return;
    for (const auto& side : {up, down}) {
      if (side.is_empty()) continue;
      auto one = step(item, measure);
      one.direction = side.up ? StepDirection::up : StepDirection::down;
      one.now = now;
      const auto next = search.nearest(side, achieved + 1);
      if (!next.known || (next.value && !most)) {
        auto unknown = one;
        unknown.known = false;
        if (!next.known) out_.push_back(unknown);
        if (next.value) add(one, item, *next.value);
        unknown.kind = StepKind::full;
        out_.push_back(unknown);
        continue;
      }
      if (!next.value) continue;
      const bool is_most = search.achieved(*next.value) == *most;
      one.kind = is_most ? StepKind::full : StepKind::next;
      add(one, item, *next.value);
      if (is_most) continue;
      one.kind = StepKind::full;
      const auto full = search.nearest({*next.value + (side.up ? 1 : -1), side.last, side.up}, *most);
      if (full.value) {
        add(one, item, *full.value);
      } else if (!full.known) {
        one.known = false;
        out_.push_back(one);
      }
    }
  }

  WhatIf what_if_;
  Model model_;
  StepsOptions options_;
  WhatIfRow row_;
  WhatIfResult now_{};
  std::vector<LeafStep> out_{};
};

CHISO_INLINE std::vector<LeafStep> steps_of(const WhatIf& what_if, std::size_t row, const StepsOptions& options) {
  return StepsOfRow(what_if, row, options).run();
}
}
