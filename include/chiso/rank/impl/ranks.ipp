#pragma once
#include <chiso/rank/impl/level_places.ipp>
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
    ComparedRows out;
    out.indices.reserve(cohort.rows.size() * (1 + tie_break_.size()));
    add_ranked(cohort, out, [&](std::size_t row, const Tally& tally) {
      out.indices.emplace_back(exact_index(tally, publish), key, publish);
      for (const auto* column : tie_break_) out.indices.emplace_back(exact_index(column->tally(row), publish), key, publish);
      for (const auto& values : values_) out.values.push_back(values[row]);
      return true;
    });
    return out;
  }
  CHISO_INLINE Order order(const Cohort& cohort) const {
    const auto tie_break = node_ ? std::span<const TieBreak>() : scores_.model().tie_break();
    return {keyed(rows(cohort), tie_break), 1 + tie_break.size(), scores_.model().ranking().ties};
  }
  /// The same order, in which no other index is searched for. `are_level` says that `level`, which has a number for each row, is 1 now for
  /// those of this cohort whose published index stands at another rank too; it is not touched otherwise.
  struct CohortPlaces {
    Places places{};
    bool are_level = false;
  };
  CHISO_INLINE CohortPlaces places(const Cohort& cohort, std::span<std::uint8_t> level) const {
    auto out = places_by_quanta(cohort, level);
    return out ? CohortPlaces{*std::move(out), true} : CohortPlaces{order(cohort), false};
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
  bool add_ranked(const Cohort& cohort, ComparedRows& out, const Add& add) const {
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
  /// What counts of the indices of ranked rows that are over one denominator.
  struct Counted {
    LargeVector<std::uint32_t> rows{}, units{};  // empty: all rows of the scores, in their order
    UnsetVector<std::uint64_t> quanta{};
    std::int64_t applicable = 0;
  };
  CHISO_INLINE std::optional<Counted> counted_of_all() const {
    const auto ranked = scores_.evidence().ranked_of_row();
    const auto totals = scores_.totals();
    const auto& publish = scores_.model().publish();
    Counted out{.quanta = UnsetVector<std::uint64_t>(scores_.rows()), .applicable = totals.tally(0).applicable};
    for (std::size_t row = 0; row < out.quanta.size(); ++row) {
      const auto tally = totals.tally(row);
      if (tally.applicable != out.applicable || !is_ranked(ranked[row] != 0, tally)) return {};
      out.quanta[row] = static_cast<std::uint64_t>(counted_quanta(tally, publish));
    }
    return out;
  }
  /// Empty if they are over more than one.
  CHISO_INLINE std::optional<Counted> counted(const Cohort& cohort) const {
    if (!cohort.rows.empty() && cohort.rows.size() == scores_.rows())
      if (auto all = counted_of_all()) return all;
    Counted out;
    out.quanta.reserve(cohort.rows.size());
    ComparedRows rows;
    const bool are_alike = add_ranked(cohort, rows, [&](std::size_t, const Tally& tally) {
      if (out.quanta.empty()) out.applicable = tally.applicable;
      out.quanta.push_back(static_cast<std::uint64_t>(counted_quanta(tally, scores_.model().publish())));
      return tally.applicable == out.applicable;
    });
    if (!are_alike) return {};
    out.rows = std::move(rows.rows);
    out.units = std::move(rows.units);
    return out;
  }
  /// If all indices are over one denominator, as they are where everything applies, and those of each criterion that breaks ties likewise:
  /// then what counts of them is compared, and no fraction.
  CHISO_INLINE std::optional<Places> places_by_quanta(const Cohort& cohort, std::span<std::uint8_t> level) const {
    const auto& ranking = scores_.model().ranking();
    if (!values_.empty() || ranking.key != RankKey::exact) return {};
    auto all = counted(cohort);
    if (!all) return {};
    const auto units = all->rows.empty() ? scores_.evidence().unit_of_row() : std::span<const std::uint32_t>(all->units);
    SortedKeys sorted(std::move(all->quanta), units, all->rows);
    if (!sorted.is_exact()) return {};
    auto out = places_of(cohort, sorted);
    if (!out) return {};
    const auto index = [&](std::size_t place) {
      const Tally tally{.achieved = static_cast<std::int64_t>(sorted.key(place)), .applicable = all->applicable};
      return *exact_index(tally, scores_.model().publish());
    };
    LevelPlaces(scores_.model().publish())
        .run(
            out->size(), index, [&](std::size_t place) { return out->rank(place); },
            [&](std::size_t place) { level[out->row(place)] = 1; });
    return out;
  }
  /// The places of sorted rows, in which criteria break ties where there are some.
  CHISO_INLINE std::optional<Places> places_of(const Cohort& cohort, SortedKeys& sorted) const {
    const auto ties = scores_.model().ranking().ties;
    if (tie_break_.empty()) return Places(sorted, ties, [&](std::size_t place) { return sorted.is_same(place - 1, place); });
    std::vector<LargeVector<std::int64_t>> by_column;
    for (const auto* column : tie_break_)
      if (!add_counted(*column, cohort, by_column.emplace_back(scores_.rows()))) return {};
    const auto as_before = detail::told_apart(sorted, [&](std::size_t a, std::size_t b) {
      for (const auto& of : by_column)
        if (const auto order = of[a] <=> of[b]; order != 0) return order;
      return std::strong_ordering::equal;
    });
    return Places(sorted, ties, [&](std::size_t place) { return as_before[place] != 0; });
  }
  /// What counts of a criterion in each row of a cohort; false if it is not over one denominator.
  CHISO_INLINE bool add_counted(const NodeScores& column, const Cohort& cohort, LargeVector<std::int64_t>& out) const {
    const auto applicable = cohort.rows.empty() ? 0 : column.tally(cohort.rows.front()).applicable;
    for (const auto row : cohort.rows) {
      const auto tally = column.tally(row);
      if (tally.applicable != applicable) return false;
      out[row] = static_cast<std::int64_t>(counted_quanta(tally, scores_.model().publish()));
    }
    return true;
  }
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
