#pragma once
#include <chiso/rank/impl/counted_order.ipp>
#include <chiso/rank/impl/node_columns.ipp>
#include <chiso/rank/impl/order.ipp>
#include <chiso/rank/ranks.hpp>
#include <chiso/score/exact_numbers.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Ranked rows and what they are compared by, one row after the other: the index and those of the criteria that break ties, and the values
/// that do.
struct ComparedRows {
  LargeVector<std::uint32_t> rows{}, units{};
  LargeVector<RankingIndex> indices{};
  std::vector<TieValue> values{};
};
/// How many of what breaks ties are values.
CHISO_INLINE std::size_t values_in(std::span<const TieBreak> tie_break) {
  return static_cast<std::size_t>(
      std::count_if(tie_break.begin(), tie_break.end(), [](const TieBreak& one) { return one.value.has_value(); }));
}
/// The keys of such rows, in which values have become places.
CHISO_INLINE Order::Rows keyed(ComparedRows from, std::span<const TieBreak> tie_break) {
  Order::Rows out{.rows = std::move(from.rows), .units = std::move(from.units), .indices = {}, .values = {}};
  const auto values = values_in(tie_break), indices = 1 + tie_break.size() - values;
  if (values == 0) {
    out.indices = std::move(from.indices);
    return out;
  }
  for (const auto& one : tie_break) {
    if (!one.value) continue;
    std::vector<Rational> known;
    for (auto at = out.values.size(); at < from.values.size(); at += values)
      if (from.values[at]) known.push_back(*from.values[at]);
    out.values.emplace_back(std::move(known), one.order);
  }
  out.indices.reserve(out.rows.size() * (1 + tie_break.size()));
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    auto index = from.indices.begin() + static_cast<std::ptrdiff_t>(i * indices);
    auto value = from.values.begin() + static_cast<std::ptrdiff_t>(i * values);
    auto among = out.values.begin();
    out.indices.push_back(*index++);
    for (const auto& one : tie_break) out.indices.push_back(one.value ? (among++)->key(*value++) : *index++);
  }
  return out;
}

/// Makes the ranks of all cohorts: by the model from the columns of what breaks ties, or by one criterion from its column.
class RanksBuilder {
 public:
  CHISO_INLINE RanksBuilder(const Scores& scores, const NodeColumns& columns) : scores_(scores) {
    for (const auto& one : scores.model().tie_break()) {
      if (one.value)
        values_.push_back(exact_numbers(*one.value, scores.resolved().batch()));
      else
        tie_break_.push_back(&columns.of(one.criterion));
    }
  }
  CHISO_INLINE RanksBuilder(const Scores& scores, const NodeColumns& columns, std::size_t node)
      : scores_(scores), node_(node), column_(&columns.of(node)) {}

  CHISO_INLINE static RankingIndex index(const Scores& scores, const Tally& tally) {
    const auto& model = scores.model();
    return {exact_index(tally, model.publish()), model.ranking().key, model.publish()};
  }
  /// Whether a row has a rank, given what its evidence says of that.
  CHISO_INLINE static bool is_ranked(bool asked, const Tally& tally) { return asked && tally.complete && tally.applicable != 0; }
  /// The rows of a cohort that are ranked.
  CHISO_INLINE ComparedRows rows(const Cohort& cohort) const {
    const auto& publish = scores_.model().publish();
    const auto key = scores_.model().ranking().key;
    const auto units = scores_.evidence().unit_of_row();
    const auto ranked = scores_.evidence().ranked_of_row();
    const auto totals = scores_.totals();
    ComparedRows out;
    out.rows.reserve(cohort.rows.size());
    out.units.reserve(cohort.rows.size());
    out.indices.reserve(cohort.rows.size() * (1 + tie_break_.size()));
    for (const auto row : cohort.rows) {
      const auto tally = column_ ? column_->tally(row) : totals.tally(row);
      if (!is_ranked(ranked[row] != 0, tally)) continue;
      out.rows.push_back(static_cast<std::uint32_t>(row));
      out.units.push_back(units[row]);
      out.indices.emplace_back(exact_index(tally, publish), key, publish);
      for (const auto* column : tie_break_) out.indices.emplace_back(exact_index(column->tally(row), publish), key, publish);
      for (const auto& values : values_) out.values.push_back(values[row]);
    }
    return out;
  }
  CHISO_INLINE Order order(const Cohort& cohort) const {
    const auto tie_break = node_ ? std::span<const TieBreak>() : scores_.model().tie_break();
    return {keyed(rows(cohort), tie_break), 1 + tie_break.size(), scores_.model().ranking().ties};
  }
  /// The order of all cohorts whose indices, and what breaks ties, are compared as whole numbers.
  CHISO_INLINE CountedOrder counted_order() const {
    if (!values_.empty() || scores_.model().ranking().key != RankKey::exact) return {};
    const auto ranked = scores_.evidence().ranked_of_row();
    return {scores_, tie_break_, [&](std::size_t row, const Tally& tally) { return is_ranked(ranked[row] != 0, tally); }};
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
  const Scores& scores_;
  std::optional<std::size_t> node_{};
  const NodeScores* column_ = nullptr;           // of the criterion; null: the totals
  std::vector<const NodeScores*> tie_break_{};   // of the criteria that break ties,
  std::vector<std::vector<TieValue>> values_{};  // and the values that do, by row
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
CHISO_INLINE std::vector<RankingIndex> Ranks::key_with(std::size_t row, const Tally& tally, std::span<const Tally> criteria,
                                                       std::span<const TieValue> values) const {
  const auto tie_break = node_ ? std::span<const TieBreak>() : scores_.model().tie_break();
  const auto of_values = values_in(tie_break), of_criteria = tie_break.size() - of_values;
  const auto check = [](std::size_t given, std::size_t wanted, const char* what) {
    if (given != wanted) throw ShapeError(std::to_string(given) + " " + what + " where there are " + std::to_string(wanted) + " of these");
  };
  check(criteria.size(), of_criteria, "tallies of tie-break criteria");
  check(values.size(), of_values, "values that break ties");
  std::vector<RankingIndex> key{RanksBuilder::index(scores_, tally)};
  auto criterion = criteria.begin();
  for (std::size_t i = 0, value = 0; i < tie_break.size(); ++i) {
    key.push_back(tie_break[i].value ? order(row).values()[value].key(values[value]) : RanksBuilder::index(scores_, *criterion++));
    value += tie_break[i].value ? 1 : 0;
  }
  return key;
}
CHISO_INLINE std::optional<std::size_t> Ranks::rank_with(std::size_t row, const Tally& tally, std::span<const Tally> criteria,
                                                         std::span<const TieValue> values) const {
  const auto key = key_with(row, tally, criteria, values);
  const auto& evidence = scores_.evidence();
  if (!RanksBuilder::is_ranked(evidence.ranked(row), tally)) return {};
  return order(row).rank_of(key, evidence.unit_of_row()[row], place(row));
}
CHISO_INLINE std::size_t Ranks::place_with(std::size_t row, const Tally& tally, std::span<const Tally> criteria,
                                           std::span<const TieValue> values) const {
  return order(row).place_of(key_with(row, tally, criteria, values), place(row));
}
}
