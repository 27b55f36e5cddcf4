#pragma once
#include <chiso/rank/impl/node_columns.ipp>
#include <chiso/rank/impl/order.ipp>
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
  /// Whether a row has a rank, given what its evidence says of that.
  CHISO_INLINE static bool is_ranked(bool asked, const Tally& tally) { return asked && tally.complete && tally.applicable != 0; }
  /// How many indices a key has.
  std::size_t width() const { return 1 + tie_break_.size(); }
  /// The rows of a cohort that are ranked, and their keys.
  CHISO_INLINE Order::Rows rows(const Cohort& cohort) const {
    const auto& publish = scores_.model().publish();
    const auto key = scores_.model().ranking().key;
    Order::Rows out;
    out.indices.reserve(cohort.rows.size() * width());
    add_ranked(cohort, out, [&](std::size_t row, const Tally& tally) {
      out.indices.emplace_back(exact_index(tally, publish), key, publish);
      for (const auto* column : tie_break_) out.indices.emplace_back(exact_index(column->tally(row), publish), key, publish);
      return true;
    });
    return out;
  }
  CHISO_INLINE Order order(const Cohort& cohort) const { return {rows(cohort), width(), scores_.model().ranking().ties}; }
  /// The same order, in which no other index is searched for.
  CHISO_INLINE Places places(const Cohort& cohort) const {
    auto out = places_by_quanta(cohort);
    return out ? *std::move(out) : order(cohort);
  }
  CHISO_INLINE Ranks run() const {
    Ranks out(scores_, node_);
    for (const auto& cohort : scores_.resolved().cohorts().list) {
      const auto& order = out.orders_.emplace_back(this->order(cohort));
      for (std::size_t place = 0; place < order.size(); ++place) out.place_[order.row(place)] = static_cast<std::uint32_t>(place);
    }
    return out;
  }

 private:
  /// Adds the rows that are ranked and their units, and tells `add` of the row and its tally, until that is false.
  template <class Add>
  bool add_ranked(const Cohort& cohort, Order::Rows& out, const Add& add) const {
    const auto units = scores_.evidence().unit_of_row();
    const auto ranked = scores_.evidence().ranked_of_row();
    const auto totals = scores_.totals();
    out.rows.reserve(cohort.rows.size());
    out.units.reserve(cohort.rows.size());
    for (const auto row : cohort.rows) {
      const auto tally = column_ ? column_->tally(row) : totals.tally(row);
      if (!is_ranked(ranked[row] != 0, tally)) continue;
      out.rows.push_back(static_cast<std::uint32_t>(row));
      out.units.push_back(units[row]);
      if (!add(row, tally)) return false;
    }
    return true;
  }
  /// If all indices are over one denominator, as they are where everything applies: then what counts of it is compared, and no fraction.
  CHISO_INLINE std::optional<Places> places_by_quanta(const Cohort& cohort) const {
    const auto& ranking = scores_.model().ranking();
    if (width() != 1 || ranking.key != RankKey::exact) return {};
    const auto& publish = scores_.model().publish();
    std::int64_t applicable = 0;
    Order::Rows rows;
    LargeVector<std::uint64_t> quanta;
    quanta.reserve(cohort.rows.size());
    const bool are_alike = add_ranked(cohort, rows, [&](std::size_t, const Tally& tally) {
      if (quanta.empty()) applicable = tally.applicable;
      quanta.push_back(static_cast<std::uint64_t>(counted_quanta(tally, publish)));
      return tally.applicable == applicable;
    });
    if (!are_alike) return {};
    const SortedKeys sorted(quanta, rows.units, rows.rows);
    if (!sorted.is_exact()) return {};
    return Places(sorted, ranking.ties, [&](std::size_t place) { return sorted.is_same(place - 1, place); });
  }
  const Scores& scores_;
  std::optional<std::size_t> node_{};
  const NodeScores* column_ = nullptr;  // of the criterion; null: the totals
  std::vector<const NodeScores*> tie_break_{};
};

CHISO_INLINE Ranks::Ranks(Scores scores, std::optional<std::size_t> node)
    : scores_(std::move(scores)), node_(node), place_(scores_.rows(), none) {}
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
  if (!RanksBuilder::is_ranked(evidence.ranked(row), tally)) return {};
  const auto unit = evidence.unit_of_row()[row];
  if (const auto index = RanksBuilder::index(scores_, tally); wanted == 0) return order(row).rank_of({&index, 1}, unit, place(row));
  std::vector<RankingIndex> key{RanksBuilder::index(scores_, tally)};
  for (const auto& one : tie_break) key.push_back(RanksBuilder::index(scores_, one));
  return order(row).rank_of(key, unit, place(row));
}
}
