#pragma once
#include <chiso/core/ratio.hpp>
#include <chiso/plan/impl/plan_sets.ipp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
namespace planning {
/// How little it costs to gain a sum from lists of sets, one set of each, if parts of actions could be taken: never more than what it costs
/// with whole ones. Of what a list gains at which cost the upper hull counts.
class CostBounds {
 public:
  /// The steps of a list from its cheapest set on, less and less gain for the same cost.
  struct Step {
    std::int64_t cost, gain;
  };
  struct Hull {
    std::int64_t cost = 0, gain = 0;  // of the cheapest set
    std::vector<Step> steps{};
  };
  /// The hull of a list in a dimension; `place` is that of the dimension in the list, or past its end.
  CHISO_INLINE static Hull hull_of(const SetList& list, std::size_t place) {
    std::vector<Step> points, corners;
    for (std::size_t i = 0; i < list.states.size(); ++i)
      points.push_back({list.states[i].cost, place == list.dims.size() ? 0 : list.of(i)[place]});
    std::sort(points.begin(), points.end(),
              [](const Step& a, const Step& b) { return a.cost != b.cost ? a.cost < b.cost : a.gain > b.gain; });
    for (const auto& point : points) {
      if (!corners.empty() && point.gain <= corners.back().gain) continue;
      while (corners.size() > 1) {
        const auto &a = corners[corners.size() - 2], &b = corners.back();
        if (int128{b.gain - a.gain} * (point.cost - b.cost) > int128{point.gain - b.gain} * (b.cost - a.cost)) break;
        corners.pop_back();
      }
      corners.push_back(point);
    }
    Hull out{.cost = corners[0].cost, .gain = corners[0].gain};
    for (std::size_t i = 1; i < corners.size(); ++i)
      out.steps.push_back({corners[i].cost - corners[i - 1].cost, corners[i].gain - corners[i - 1].gain});
    return out;
  }

  /// Of lists in their order.
  CHISO_INLINE explicit CostBounds(const std::vector<Hull>& hulls) : suffixes_(hulls.size() + 1) {
    std::vector<Step> steps;
    for (auto i = hulls.size(); i-- > 0;) {
      auto& suffix = suffixes_[i];
      for (const auto& step : hulls[i].steps) {
        steps.push_back(step);
        widest_ = (std::max)(widest_, step.cost);
      }
      suffix.cost = suffixes_[i + 1].cost + hulls[i].cost;
      suffix.gain = suffixes_[i + 1].gain + hulls[i].gain;
      std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return int128{a.gain} * b.cost > int128{b.gain} * a.cost; });
      suffix.sums.reserve(steps.size());
      std::pair<std::int64_t, std::int64_t> sum{0, 0};
      for (const auto& step : steps) suffix.sums.push_back(sum = {sum.first + step.cost, sum.second + step.gain});
    }
  }
  /// The least cost at which the lists from one on may gain so much; empty if they cannot. O(log sets).
  CHISO_INLINE std::optional<std::int64_t> least(std::size_t from, std::int64_t need) const { return suffixes_[from].least(need); }
  /// Whether that cost is at most `most`: the same question without a division. `near` is where the last one was answered, 0 at first;
  /// where what is needed is near to that, nothing is searched.
  CHISO_INLINE bool may_gain(std::size_t from, std::int64_t need, std::int64_t most, std::size_t& near) const {
    return suffixes_[from].may_gain(need, most, near);
  }
  /// The cost of the dearest step.
  CHISO_INLINE std::int64_t widest() const { return widest_; }

 private:
  struct Suffix {
    std::int64_t cost = 0, gain = 0;                            // of the cheapest sets
    std::vector<std::pair<std::int64_t, std::int64_t>> sums{};  // cost and gain of the best further steps, summed up
    CHISO_INLINE std::optional<std::int64_t> least(std::int64_t need) const {
      need -= gain;
      if (need <= 0) return cost;
      const auto at =
          std::lower_bound(sums.begin(), sums.end(), need, [](const auto& sum, std::int64_t value) { return sum.second < value; });
      if (at == sums.end()) return {};
      const auto before = at == sums.begin() ? std::pair<std::int64_t, std::int64_t>{0, 0} : *std::prev(at);
      const auto part = int128{need - before.second} * (at->first - before.first);
      const int128 whole = at->second - before.second;
      return cost + before.first + static_cast<std::int64_t>((part + whole - 1) / whole);
    }
    /// Whether the steps before this place gain too little, and with it enough; past the last one, whether all gain too little.
    CHISO_INLINE bool is_enough_at(std::size_t at, std::int64_t need) const {
      return (at == sums.size() || sums[at].second >= need) && (at == 0 || sums[at - 1].second < need);
    }
    CHISO_INLINE bool may_gain(std::int64_t need, std::int64_t most, std::size_t& near) const {
      need -= gain;
      most -= cost;
      if (need <= 0 || most < 0) return most >= 0;
      near = (std::min)(near, sums.size());
      if (!is_enough_at(near, need)) {
        if (near > 0 && is_enough_at(near - 1, need))
          --near;
        else
          near = static_cast<std::size_t>(
              std::lower_bound(sums.begin(), sums.end(), need, [](const auto& sum, std::int64_t value) { return sum.second < value; }) -
              sums.begin());
      }
      if (near == sums.size()) return false;
      const auto before = near == 0 ? std::pair<std::int64_t, std::int64_t>{0, 0} : sums[near - 1];
      return int128{need - before.second} * (sums[near].first - before.first) <=
             int128{most - before.first} * (sums[near].second - before.second);
    }
  };
  std::vector<Suffix> suffixes_;
  std::int64_t widest_ = 1;
};
}
}
