#pragma once
#include <algorithm>
#include <chiso/explain/lost.hpp>
#include <chiso/explain/row_points.hpp>
#include <chiso/rank/ranks.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// Fills what the ranked rows of a cohort achieve of each leaf. A leaf that applies is applicable with all its points.
class Benchmarks {
 public:
  CHISO_INLINE Benchmarks(const Ranked& ranked, std::size_t row) : scores_(ranked.scores()) {
    const auto& cohorts = scores_.resolved().cohorts();
    for (const auto one : cohorts.list[cohorts.of_row[row]].rows)
      if (ranked.rank(one)) rows_.push_back(one);
  }
  CHISO_INLINE void run(std::vector<LeafLost>& leaves) const {
    constexpr std::size_t at_once = 8;  // columns of all rows, if they were not kept
    for (std::size_t from = 0; from < leaves.size(); from += at_once) {
      const auto end = (std::min)(from + at_once, leaves.size());
      std::vector<std::size_t> nodes;
      for (auto i = from; i < end; ++i) nodes.push_back(leaves[i].node);
      const bool kept = scores_.keep() == Keep::leaves;
      const auto columns = kept ? std::vector<NodeScores>() : columns_of(scores_, nodes);
      for (auto i = from; i < end; ++i)
        fill(leaves[i], [&](std::size_t row) { return kept ? scores_.tally(nodes[i - from], row) : columns[i - from].tally(row); });
    }
  }

 private:
  template <class TallyOf>
  void fill(LeafLost& leaf, const TallyOf& tally_of) const {
    std::vector<std::int64_t> achieved;
    int128 sum = 0;
    for (const auto row : rows_) {
      const auto tally = tally_of(row);
      if (tally.applicable == 0) continue;
      achieved.push_back(tally.achieved);
      sum += tally.achieved;
    }
    if (achieved.empty()) return;
    const int128 points = scores_.model().nodes()[leaf.node].points.quanta, count = static_cast<int128>(achieved.size());
    leaf.best = Rational(*std::max_element(achieved.begin(), achieved.end()), points);
    leaf.mean = Rational(sum) / (Rational(points) * Rational(count));
    const auto middle = achieved.begin() + static_cast<std::ptrdiff_t>(achieved.size() / 2);
    std::nth_element(achieved.begin(), middle, achieved.end());
    const auto below = achieved.size() % 2 == 1 ? *middle : *std::max_element(achieved.begin(), middle);
    leaf.median = Rational(int128{*middle} + below, 2 * points);
  }
  const Scores& scores_;
  std::vector<std::size_t> rows_{};
};
}

CHISO_INLINE std::optional<Lost> lost(const Ranked& ranked, std::size_t row) {
  const auto& scores = ranked.scores();
  const RowPoints points(scores, row);
  const auto& tally = points.tally();
  if (tally.applicable == 0) return {};
  const auto& model = scores.model();
  const Rational scale(model.publish().scale);
  const auto factor = scale / Rational(tally.applicable);
  Lost out{.row = row};
  std::vector<Rational> factors(model.criteria());
  for (std::size_t node = 0; node < model.criteria(); ++node) {
    const auto& criterion = model.nodes()[node];
    const auto& own = points[node];
    const auto above = criterion.parent == Criterion::none ? factor : factors[criterion.parent];
    factors[node] = above;  // that of its children
    if (criterion.is_leaf()) {
      out.leaves.push_back({.node = node,
                            .lost = above * Rational(own.applicable - own.achieved),
                            .worth = above * Rational(own.applicable),
                            .achieved = {own.achieved},
                            .applicable = {own.applicable}});
    } else if (criterion.grouping == Grouping::scaled) {
      const Rational scale_to(criterion.points.quanta), applicable(own.sum_applicable);
      factors[node] = own.sum_applicable == 0 ? Rational() : above * scale_to / applicable;
      if (own.sum_applicable != 0)
        out.rounding = out.rounding + above * (Rational(own.achieved) - scale_to * Rational(own.sum_achieved) / applicable);
    } else if (criterion.grouping == Grouping::limited) {
      out.limits = out.limits + above * Rational((own.sum_applicable - own.sum_achieved) - (own.applicable - own.achieved));
    }
  }
  out.total = scale - factor * Rational(tally.achieved);
  out.adjustments = factor * Rational(tally.bonus - tally.penalty);
  out.held = factor * Rational(counted_quanta(tally, model.publish()) - (tally.achieved + tally.bonus - tally.penalty));
  detail::Benchmarks(ranked, row).run(out.leaves);
  return out;
}
}
