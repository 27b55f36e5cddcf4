#pragma once
#include <chiso/core/progress.hpp>
#include <chiso/plan/impl/cost_bounds.ipp>
#include <chiso/plan/impl/set_maker.ipp>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// Searches a space.
class PlanSearch {
 public:
  /// `exact` tells of a dimension that more of it is not better.
  CHISO_INLINE PlanSearch(const PlanSpace& space, const std::vector<std::uint8_t>& exact, const ProgressCallback& progress)
      : space_(space), links_(space), maker_(space, links_, exact), progress_(progress), free_(links_.clusters()) {}

  /// The best sets that reach the goal and of which no part does, best first, at most so many. Each is the best of those that lack
  /// something of each set that was told before it. So no part of it reaches the goal: that would be better, and lack the same.
  CHISO_INLINE std::vector<Found> best(const Goal& goal, std::size_t most) {
    std::vector<Found> out;
    while (out.size() < most) {
      auto next = next_best(goal, out.empty() ? 0 : out.back().cost);
      if (!next) break;
      out.push_back(*std::move(next));
      // Whatever else reaches the goal has all of a set without actions.
      if (out.back().actions.empty()) break;
      if (out.size() < most) maker_.tell_apart(out.back().actions);
    }
    return out;
  }
  /// All sets that no other one makes needless for the highest index at each cost, cheapest first.
  CHISO_INLINE std::vector<Found> frontier() {
    auto sum = SetMaker::nothing_done();
    const auto lists = all_free();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      tell(i, lists.size());
      const bool are_sums = maker_.is_strict(sum) && maker_.is_strict(*lists[i]);
      sum = are_sums ? maker_.merged(sum, *lists[i]) : maker_.united(sum, *lists[i], Aim::frontier);
    }
    tell(lists.size(), lists.size());
    std::vector<Found> out;
    for (std::size_t at = 0; at < sum.states.size(); ++at) out.push_back(maker_.found(sum, at));
    return out;
  }
  /// The values of a set with the highest index, whatever it costs; empty if none reaches the goal.
  CHISO_INLINE std::optional<Values> highest(const Goal& goal) {
    auto sum = SetMaker::nothing_done();
    const auto lists = all_free();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      tell(i, lists.size());
      sum = maker_.united(sum, maker_.whatever_it_costs(*lists[i]), Aim::index);
    }
    tell(lists.size(), lists.size());
    std::optional<Values> out;
    for (std::size_t at = 0; at < sum.states.size(); ++at) {
      auto values = maker_.values_of(sum, at);
      if (goal.reached(values) && (!out || goal.compare(values, *out) > 0)) out = std::move(values);
    }
    return out;
  }

 private:
  CHISO_INLINE void tell(std::size_t done, std::size_t total) const {
    if (progress_ && total > 0) progress_({done, total});
  }
  CHISO_INLINE const SetList& free_list(std::size_t cluster) {
    if (!free_[cluster]) {
      free_[cluster] = maker_.of_cluster(cluster);
      kept_in_arena_ = maker_.arena().size();
    }
    return *free_[cluster];
  }
  CHISO_INLINE std::vector<const SetList*> all_free() {
    std::vector<const SetList*> out;
    for (std::size_t i = 0; i < links_.clusters(); ++i) out.push_back(&free_list(i));
    sort_by_size(out);
    return out;
  }
  CHISO_INLINE static void sort_by_size(std::vector<const SetList*>& lists) {
    std::stable_sort(lists.begin(), lists.end(), [](const SetList* a, const SetList* b) { return a->states.size() < b->states.size(); });
  }

  /// The best set that reaches the goal and lacks something of each that was told, none of which costs more than `before`.
  CHISO_INLINE std::optional<Found> next_best(const Goal& goal, std::int64_t before) {
    const auto mark = maker_.arena().size();
    std::vector<SetList> own(links_.clusters());
    std::vector<const SetList*> lists;
    for (std::size_t i = 0; i < own.size(); ++i) {
      const bool is_told = maker_.is_told_of(i);
      if (is_told) own[i] = maker_.of_cluster(i);
      lists.push_back(is_told ? &own[i] : &free_list(i));
    }
    sort_by_size(lists);
    auto out = best_of(goal, lists, before);
    if (kept_in_arena_ <= mark) maker_.arena().shrink_to(mark);
    kept_in_arena_ = 0;
    return out;
  }
  /// The most that the lists from one on may still add in each dimension. `has_exact` becomes true where a list moves what is compared for
  /// equality.
  CHISO_INLINE std::vector<Values> most_of(const std::vector<const SetList*>& lists, bool& has_exact) const {
    const auto& kinds = maker_.kinds();
    std::vector<Values> out(lists.size() + 1, Values(kinds.size(), 0));
    for (auto i = lists.size(); i-- > 0;) {
      out[i] = out[i + 1];
      const auto& list = *lists[i];
      for (std::size_t d = 0; d < list.dims.size(); ++d) {
        const auto kind = kinds[list.dims[d]];
        has_exact = has_exact || kind == DimKind::exact;
        auto most = list.values[d];
        for (auto at = d; at < list.values.size(); at += list.dims.size())
          most = kind == DimKind::bits ? most | list.values[at] : (std::max)(most, list.values[at]);
        auto& into = out[i][list.dims[d]];
        into = kind == DimKind::bits ? into | most : into + most;
      }
    }
    return out;
  }
  /// The least sum that may do, the other dimensions at their best.
  CHISO_INLINE std::int64_t least_sum(const Goal& goal, Values at_best) const {
    std::int64_t below = -(std::int64_t{1} << 60), need = at_best[space_.sum];
    while (need - below > 1) {
      const auto middle = below + (need - below) / 2;
      at_best[space_.sum] = middle;
      (goal.reached(at_best) ? need : below) = middle;
    }
    return need;
  }
  CHISO_INLINE std::optional<Found> best_of(const Goal& goal, const std::vector<const SetList*>& lists, std::int64_t before) {
    bool has_exact = false;
    const auto most = most_of(lists, has_exact);
    if (!maker_.is_new(most[0])) return {};
    if (has_exact) return best_without_bounds(goal, lists);
    if (!goal.reached(most[0])) return {};
    const auto need = least_sum(goal, most[0]);
    std::vector<CostBounds::Hull> hulls;
    std::int64_t all_cost = 0;
    for (const auto* list : lists) {
      hulls.push_back(CostBounds::hull_of(*list, SetMaker::place_of(*list, space_.sum)));
      all_cost += std::max_element(list->states.begin(), list->states.end(), [](const SetState& a, const SetState& b) {
                    return a.cost < b.cost;
                  })->cost;
    }
    const CostBounds bounds(hulls);
    const auto least = bounds.least(0, need);
    if (!least) return {};
    // A first limit of the cost; a wider one while nothing is found within it.
    for (std::int64_t room = bounds.widest() / 1024 + 1;; room *= 4) {
      const auto limit = (std::min)(all_cost, (std::max)(*least, before) + room);
      if (auto out = best_within(goal, lists, most, bounds, need, limit)) return out;
      if (limit == all_cost) return {};
    }
  }
  CHISO_INLINE std::optional<Found> best_within(const Goal& goal, const std::vector<const SetList*>& lists, const std::vector<Values>& most,
                                                const CostBounds& bounds, std::int64_t need, std::int64_t limit) {
    const auto is_other = [&](std::size_t dim) { return dim != space_.sum && dim < space_.exact.size(); };
    auto sum = SetMaker::nothing_done();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      tell(i, lists.size());
      const auto& next = *lists[i];
      const auto at_next = SetMaker::place_of(next, space_.sum), at_sum = SetMaker::place_of(sum, space_.sum);
      Values total = most[i + 1];
      const bool has_others =
          std::any_of(sum.dims.begin(), sum.dims.end(), is_other) || std::any_of(next.dims.begin(), next.dims.end(), is_other);
      std::size_t near = 0;
      sum = maker_.united(sum, next, Aim::plan, [&](const SetState& state, std::size_t in_sum, std::size_t in_next) {
        const auto gained =
            (at_sum == sum.dims.size() ? 0 : sum.of(in_sum)[at_sum]) + (at_next == next.dims.size() ? 0 : next.of(in_next)[at_next]);
        if (!bounds.may_gain(i + 1, need - gained, limit - state.cost, near)) return false;
        if (!has_others) return true;
        const auto add = [&](const SetList& list, std::size_t at, std::int64_t sign) {
          const auto values = list.of(at);
          for (std::size_t d = 0; d < values.size() && list.dims[d] < space_.exact.size(); ++d) total[list.dims[d]] += sign * values[d];
        };
        add(sum, in_sum, 1);
        add(next, in_next, 1);
        const bool may_reach = goal.reached(total);
        add(sum, in_sum, -1);
        add(next, in_next, -1);
        return may_reach;
      });
      if (sum.states.empty()) return {};
    }
    tell(lists.size(), lists.size());
    return best_reached(goal, sum);
  }
  CHISO_INLINE std::optional<Found> best_without_bounds(const Goal& goal, const std::vector<const SetList*>& lists) {
    auto sum = SetMaker::nothing_done();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      tell(i, lists.size());
      sum = maker_.united(sum, *lists[i]);
    }
    tell(lists.size(), lists.size());
    return best_reached(goal, sum);
  }
  CHISO_INLINE std::optional<Found> best_reached(const Goal& goal, const SetList& list) {
    std::vector<std::size_t> order(list.states.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t at) { return std::pair(list.states[at].cost, list.states[at].count); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    std::optional<Found> best;
    std::optional<std::pair<std::int64_t, std::uint32_t>> best_key;
    for (const auto at : order) {
      if (best_key && key(at) != *best_key) break;
      const auto values = maker_.values_of(list, at);
      if (!maker_.is_new(values) || !goal.reached(values)) continue;
      auto one = maker_.found(list, at);
      if (best) {
        const auto index = goal.compare(one.values, best->values);
        if (index < 0 || (index == 0 && best->actions < one.actions)) continue;
      }
      best_key = key(at);
      best = std::move(one);
    }
    return best;
  }

  const PlanSpace& space_;
  PlanLinks links_;
  SetMaker maker_;
  const ProgressCallback& progress_;
  std::vector<std::optional<SetList>> free_{};  // by cluster, as far as nothing was told
  std::size_t kept_in_arena_ = 0;
};
}
}
