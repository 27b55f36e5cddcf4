#pragma once
#include <chiso/rank/impl/level_places.ipp>
#include <chiso/rank/impl/ordered_rows.ipp>
#include <chiso/rank/impl/ranks.ipp>
#include <chiso/rank/published_levels.hpp>

namespace chiso::inline CHISO_BUILD {
/// The same of all rows of scores.
class PublishedLevels {
 public:
  CHISO_INLINE explicit PublishedLevels(const PublishDraft& publish) : publish_(publish) {}

  /// For each row of the scores, whose tally and rank are told.
  template <class TallyOf, class RankOf>
  LargeVector<std::uint8_t> of_rows(const OrderedRows& order, std::size_t rows, const TallyOf& tally, const RankOf& rank) const {
    // Tallies are read as they are stored: by rank only one number of a row is, which comes into the cache ahead of its turn.
    UnsetVector<std::int64_t> counted(rows), applicable;  // none if it is the same for all
    std::int64_t common = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      const auto of = tally(row);
      counted[row] = static_cast<std::int64_t>(counted_quanta(of, publish_));
      if (row == 0) common = of.applicable;
      if (applicable.empty() && of.applicable != common) applicable.assign(rows, common);
      if (!applicable.empty()) applicable[row] = of.applicable;
    }
    LargeVector<std::uint8_t> out(rows);
    for (std::size_t cohort = 0; cohort < order.cohorts(); ++cohort) {
      const auto ranked = order.ranked(cohort);
      const auto index = [&](std::size_t place) {
        constexpr std::size_t ahead = 16;
        if (place + ahead < ranked.size()) __builtin_prefetch(&counted[ranked[place + ahead]]);
        const auto row = ranked[place];
        return *exact_index({.achieved = counted[row], .applicable = applicable.empty() ? common : applicable[row]}, publish_);
      };
      LevelPlaces(publish_).run(
          ranked.size(), index, [&](std::size_t place) { return rank(ranked[place]); }, [&](std::size_t place) { out[ranked[place]] = 1; });
    }
    return out;
  }

 private:
  const PublishDraft& publish_;
};

CHISO_INLINE LargeVector<std::uint8_t> level_as_published(const Ranks& ranks) {
  const auto& scores = ranks.scores();
  const auto node = ranks.node();
  const auto column = node ? columns_of(scores, std::span(&*node, 1)) : std::vector<NodeScores>();
  const auto tally = [&](std::size_t row) { return column.empty() ? scores.tally(row) : column[0].tally(row); };
  return PublishedLevels(scores.model().publish()).of_rows(OrderedRows(ranks), scores.rows(), tally, [&](std::size_t row) {
    return ranks.of(row);
  });
}
}
