#pragma once
#include <chiso/core/problems.hpp>
#include <chiso/explain/track_gap.hpp>
#include <chiso/rank/ranks.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE std::vector<TrackGap> track_gap(const Scores& scores, std::string_view first, std::string_view second,
                                             std::optional<std::string_view> period, std::optional<std::string_view> block) {
  const auto& evidence = scores.evidence();
  const auto& model = scores.model();
  const auto track_a = index_of_name(nouns::track, first, model.tracks()), track_b = index_of_name(nouns::track, second, model.tracks());
  const auto in_period = period ? std::optional(index_of_name(nouns::period, *period, evidence.periods())) : std::nullopt;
  const auto in_block = block ? std::optional(index_of_name(nouns::block, *block, evidence.blocks())) : std::nullopt;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  const auto own_rows = scores.resolved().given().rows();  // behind these are the rows that are there by fallback alone
  for (std::size_t row = 0; row < own_rows; ++row) {
    const bool is_asked = (!in_period || evidence.period_of_row()[row] == *in_period) && (!in_block || evidence.block_of_row()[row] == *in_block);
    if (!is_asked || evidence.track(row) != track_a) continue;
    const auto other = evidence.find(evidence.unit(row), evidence.period(row), track_b);
    if (other && *other < own_rows) pairs.emplace_back(row, *other);
  }
  std::vector<TrackGap> out;
  for (std::size_t leaf = 0; leaf < model.leaves(); ++leaf) {
    TrackGap gap{.node = model.items()[leaf]};
    const auto column = columns_of(scores, {&gap.node, 1});
    int128 sum = 0;
    for (const auto& [a, b] : pairs) {
      const auto of_a = column[0].tally(a), of_b = column[0].tally(b);
      if (of_a.applicable == 0 || of_b.applicable == 0) continue;
      const auto more = of_a.achieved - of_b.achieved;
      const auto size = [](std::int64_t value) { return value < 0 ? -value : value; };
      if (gap.units++ == 0 || size(more) > size(gap.greatest.quanta) || (size(more) == size(gap.greatest.quanta) && more > 0))
        gap.greatest = {more};
      sum += more;
    }
    if (gap.units > 0)
      gap.mean = Rational(sum) / (Rational(static_cast<int128>(gap.units)) * Rational(Decimal::power(model.point_decimals())));
    out.push_back(std::move(gap));
  }
  return out;
}
}
