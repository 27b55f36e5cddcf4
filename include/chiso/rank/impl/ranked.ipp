#pragma once
#include <chiso/rank/impl/node_columns.ipp>
#include <chiso/rank/impl/ordered_rows.ipp>
#include <chiso/rank/impl/published_levels.ipp>
#include <chiso/rank/impl/quotas.ipp>
#include <chiso/rank/impl/ranking_keys.ipp>
#include <chiso/rank/ranked.hpp>
#include <mutex>

namespace chiso::inline CHISO_BUILD {
struct Ranked::LevelRows {
  std::once_flag once{};
  LargeVector<std::uint8_t> rows{};
};
CHISO_INLINE std::span<const std::uint8_t> Ranked::level_as_published() const {
  auto& levels = *data_->levels;
  std::call_once(levels.once, [&] {
    if (data_->among == RankedAmong::all_parts) return;
    const auto totals = scores().totals();
    levels.rows = PublishedLevels(scores().model().publish())
                      .of_rows(
                          data_->order, scores().rows(), [&](std::size_t row) { return totals.tally(row); },
                          [&](std::size_t row) { return data_->ranks.by_row()[row]; });
  });
  return {levels.rows.data(), levels.rows.size()};
}
CHISO_INLINE Ranked::Ranked(const Scores& scores) {
  const auto columns = NodeColumns::of_ranks(scores);
  const RanksBuilder builder(scores, columns);
  RowRanks ranks(scores);
  OrderedRows order(scores);
  auto levels = std::make_shared<LevelRows>();
  levels->rows.resize(scores.rows());
  bool are_level = true;
  const auto counted = builder.counted_order();
  const auto& cohorts = scores.resolved().cohorts().list;
  for (std::size_t i = 0; i < cohorts.size(); ++i) {  // the places of one at a time, for they are large
    const bool is_counted = counted.has(i);
    const Places places = is_counted ? counted.places(i) : builder.order(cohorts[i]);
    ranks.add(places);
    order.add(scores, places);
    if (is_counted) counted.mark_level(i, places, levels->rows);
    are_level = are_level && is_counted;
  }
  if (are_level) std::call_once(levels->once, [] {});  // else they are found when they are asked for
  auto classes = classes_of(ranks);
  QuotaClasses{classes}.run(ranks, order);
  data_ =
      std::make_shared<const Data>(Data{std::move(ranks), std::move(classes), std::move(order), RankedAmong::own_rows, std::move(levels)});
}
CHISO_INLINE Ranked::Ranked(const Scores& scores, const RankingKeys& keys) {
  const auto columns = NodeColumns::of_ranks(scores);
  PartRanks part{scores, keys, columns};
  auto ranks = part.run();
  auto classes = classes_of(ranks);
  OrderedRows order(ranks);
  QuotaClasses{classes}.run(ranks, order, part);
  auto levels = std::make_shared<LevelRows>();
  levels->rows = part.level_as_published(order);
  data_ =
      std::make_shared<const Data>(Data{std::move(ranks), std::move(classes), std::move(order), RankedAmong::all_parts, std::move(levels)});
}
}
