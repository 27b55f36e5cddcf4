#pragma once
#include <algorithm>
#include <chiso/rank/impl/level_places.ipp>
#include <chiso/rank/impl/ordered_rows.ipp>
#include <chiso/rank/impl/ranking_keys.ipp>
#include <numeric>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Ranks of the rows of a part among those of all parts.
struct PartRanks {
  const Scores& scores;
  const RankingKeys& keys;
  const NodeColumns& columns;
  /// Once they are ranked: the order of the units of all parts in each cohort, whose rows are their places in the keys; and the place there
  /// of each ranked row.
  std::vector<Order> orders{};
  UnsetVector<std::uint32_t> places{};

  CHISO_INLINE RowRanks run() {
    if (!(keys.model() == scores.model())) throw ShapeError("ranking keys by another model than that of the scores");
    RowRanks out(scores);
    const RanksBuilder builder(scores, columns);
    places.resize(scores.rows());
    for (const auto& cohort : scores.resolved().cohorts().list) add(name_of(scores.evidence(), cohort), builder.rows(cohort), out);
    return out;
  }
  /// As level_as_published, among all parts; `order` is of the rows here.
  CHISO_INLINE LargeVector<std::uint8_t> level_as_published(const OrderedRows& order) const {
    const auto& publish = scores.model().publish();
    const bool is_exact = scores.model().ranking().key == RankKey::exact;
    const LevelPlaces levels(publish);
    LargeVector<std::uint8_t> out(scores.rows());
    std::vector<std::uint8_t> marked;
    for (std::size_t cohort = 0; cohort < orders.size(); ++cohort) {
      const auto& all = orders[cohort];
      const auto index = [&](std::size_t place) {
        const auto value = *all.key(place)[0].value();
        return is_exact ? value : Ratio{value.num, Decimal::power(publish.decimals)};  // digits, if published
      };
      marked.assign(all.size(), 0);
      levels.run(all.size(), index, [&](std::size_t place) { return all.rank(place); }, [&](std::size_t place) { marked[place] = 1; });
      for (const auto row : order.ranked(cohort)) out[row] = marked[places[row]];
    }
    return out;
  }

 private:
  /// Whether two units have the same, each in a list in which every unit has `width`.
  template <class A, class B>
  static bool same(const A& a, std::size_t unit_of_a, const B& b, std::size_t unit_of_b, std::size_t width) {
    const auto first = a.begin() + static_cast<std::ptrdiff_t>(unit_of_a * width);
    return std::equal(first, first + static_cast<std::ptrdiff_t>(width), b.begin() + static_cast<std::ptrdiff_t>(unit_of_b * width));
  }
  CHISO_INLINE void add(const CohortName& name, const ComparedRows& own, RowRanks& out) {
    const auto* whole = keys.find(name);
    const auto width = keys.width();
    auto& order = orders.emplace_back();
    if (!whole && own.rows.empty()) return out.ranked_.push_back(0);
    const auto lacks = [&](std::uint32_t unit, const char* how) {
      throw ShapeError("the ranking keys do not have the unit '" + scores.evidence().units()[unit] + "' in " +
                       to_text(name, scores.model()) + how);
    };
    if (!whole) lacks(own.units.front(), "");
    order = order_of(*whole);
    std::vector<std::uint32_t> place_of(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) place_of[order.row(place)] = static_cast<std::uint32_t>(place);
    out.ranked_.push_back(order.size());
    for (std::size_t i = 0; i < own.rows.size(); ++i) {
      const auto& unit = scores.evidence().units()[own.units[i]];
      const auto at = std::lower_bound(whole->units.begin(), whole->units.end(), unit);
      if (at == whole->units.end() || *at != unit) lacks(own.units[i], "");
      const auto there = static_cast<std::size_t>(at - whole->units.begin());
      if (!same(own.indices, i, whole->indices, there, width.indices)) lacks(own.units[i], " with the indices that it has here");
      if (!same(own.values, i, whole->values, there, width.values)) lacks(own.units[i], " with the values that it has here");
      places[own.rows[i]] = place_of[there];
      out.set(own.rows[i], order, place_of[there]);
    }
  }
  CHISO_INLINE Order order_of(const RankingKeys::Entry& entry) const {
    ComparedRows all{.rows = {}, .units = {}, .indices = {entry.indices.begin(), entry.indices.end()}, .values = entry.values};
    all.rows.resize(entry.units.size());
    std::iota(all.rows.begin(), all.rows.end(), std::uint32_t{0});
    all.units = all.rows;
    const auto tie_break = scores.model().tie_break();
    return {keyed(std::move(all), tie_break), 1 + tie_break.size(), scores.model().ranking().ties};
  }
};
CHISO_INLINE RowRanks ranks(const Scores& scores, const RankingKeys& keys) {
  const auto columns = NodeColumns::of_ranks(scores);
  return PartRanks{scores, keys, columns}.run();
}
}
