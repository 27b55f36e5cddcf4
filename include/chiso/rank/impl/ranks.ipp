#pragma once
#include <chiso/rank/impl/node_columns.ipp>
#include <chiso/rank/ranks.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Makes the ranks of all cohorts: by the model from the columns of what breaks ties, or by one criterion from its column.
class RanksBuilder {
 public:
  CHISO_INLINE RanksBuilder(const Scores& scores, const NodeColumns& columns) : scores_(scores) {
    for (const auto node : scores.model().tie_break()) tie_break_.push_back(&columns.of(node));
  }
  CHISO_INLINE RanksBuilder(const Scores& scores, const NodeColumns& columns, std::size_t node)
      : scores_(scores), node_(node), column_(&columns.of(node)) {}

  CHISO_INLINE static RankingIndex index(const Scores& scores, const Tally& tally) {
    const auto& model = scores.model();
    return {exact_index(tally, model.publish()), model.ranking().key, model.publish()};
  }
  /// How many indices a key has.
  std::size_t width() const { return 1 + tie_break_.size(); }
  /// The rows of a cohort that are ranked, and their keys.
  CHISO_INLINE Order::Rows rows(const Cohort& cohort) const {
    const auto units = scores_.evidence().unit_of_row();
    const auto ranked = scores_.evidence().ranked_of_row();
    const auto totals = scores_.totals();
    const auto& publish = scores_.model().publish();
    const auto key = scores_.model().ranking().key;
    Order::Rows out;
    out.rows.reserve(cohort.rows.size());
    out.units.reserve(cohort.rows.size());
    out.indices.reserve(cohort.rows.size() * width());
    for (const auto row : cohort.rows) {
      const auto tally = column_ ? column_->tally(row) : totals.tally(row);
      if (ranked[row] == 0 || !tally.complete || tally.applicable == 0) continue;
      out.rows.push_back(static_cast<std::uint32_t>(row));
      out.units.push_back(units[row]);
      out.indices.emplace_back(exact_index(tally, publish), key, publish);
      for (const auto* column : tie_break_) out.indices.emplace_back(exact_index(column->tally(row), publish), key, publish);
    }
    return out;
  }
  CHISO_INLINE Order order(const Cohort& cohort) const { return {rows(cohort), width(), scores_.model().ranking().ties}; }
  CHISO_INLINE Ranks run() const {
    Ranks out(scores_, node_);
    for (const auto& cohort : scores_.resolved().cohorts().list) {
      const auto& order = out.orders_.emplace_back(this->order(cohort));
      for (std::size_t place = 0; place < order.size(); ++place) out.place_[order.row(place)] = static_cast<std::uint32_t>(place);
    }
    return out;
  }

 private:
  const Scores& scores_;
  std::optional<std::size_t> node_{};
  const NodeScores* column_ = nullptr;  // of the criterion; null: the totals
  std::vector<const NodeScores*> tie_break_{};
};

CHISO_INLINE Ranks ranks(const Scores& scores) { return RanksBuilder(scores, NodeColumns::of_ranks(scores)).run(); }
CHISO_INLINE Ranks ranks(const Scores& scores, std::size_t node) { return RanksBuilder(scores, NodeColumns(scores, {node}), node).run(); }

CHISO_INLINE std::optional<std::size_t> Ranks::place(std::size_t row) const {
  return place_[row] == none ? std::nullopt : std::optional<std::size_t>(place_[row]);
}
CHISO_INLINE std::optional<std::size_t> Ranks::of(std::size_t row) const {
  const auto at = place(row);
  return at ? std::optional(order(row).rank(*at)) : std::nullopt;
}
CHISO_INLINE std::optional<std::size_t> Ranks::competition(std::size_t row) const {
  const auto at = place(row);
  return at ? std::optional(order(row).competition(*at)) : std::nullopt;
}
CHISO_INLINE std::optional<std::size_t> Ranks::rank_with(std::size_t row, const Tally& tally, std::span<const Tally> tie_break) const {
  const auto wanted = node_ ? 0 : scores_.model().tie_break().size();
  if (tie_break.size() != wanted)
    throw ShapeError(std::to_string(tie_break.size()) + " tallies of tie-break criteria where there are " + std::to_string(wanted) +
                     " of these");
  const auto& evidence = scores_.evidence();
  if (!evidence.ranked(row) || !tally.complete || tally.applicable == 0) return {};
  const auto unit = evidence.unit_of_row()[row];
  if (const auto index = RanksBuilder::index(scores_, tally); wanted == 0) return order(row).rank_of({&index, 1}, unit, place(row));
  std::vector<RankingIndex> key{RanksBuilder::index(scores_, tally)};
  for (const auto& one : tie_break) key.push_back(RanksBuilder::index(scores_, one));
  return order(row).rank_of(key, unit, place(row));
}
}
