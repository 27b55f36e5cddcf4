#pragma once
#include <chiso/rank/impl/node_columns.ipp>
#include <chiso/rank/impl/ordered_rows.ipp>
#include <chiso/rank/impl/quotas.ipp>
#include <chiso/rank/impl/ranking_keys.ipp>
#include <chiso/rank/ranked.hpp>

namespace chiso::inline CHISO_BUILD {
CHISO_INLINE Ranked::Ranked(const Scores& scores) {
  const auto columns = NodeColumns::of_ranks_and_classes(scores);
  const RanksBuilder builder(scores, columns);
  RowRanks ranks(scores);
  OrderedRows order(scores);
  for (const auto& cohort : scores.resolved().cohorts().list) {  // the places of one at a time, for they are large
    const auto of = builder.places(cohort);
    ranks.add(of);
    order.add(scores, of);
  }
  auto classes = classes_of(ranks, columns);
  QuotaClasses{classes}.run(ranks, order);
  data_ = std::make_shared<const Data>(Data{std::move(ranks), std::move(classes), std::move(order), RankedAmong::own_rows});
}
CHISO_INLINE Ranked::Ranked(const Scores& scores, const RankingKeys& keys) {
  const auto columns = NodeColumns::of_ranks_and_classes(scores);
  auto ranks = PartRanks{scores, keys, columns}.run();
  auto classes = classes_of(ranks, columns);
  OrderedRows order(ranks);
  QuotaClasses{classes}.run(ranks, order, keys);
  data_ = std::make_shared<const Data>(Data{std::move(ranks), std::move(classes), std::move(order), RankedAmong::all_parts});
}
}
