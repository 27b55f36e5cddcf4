#pragma once
#include <chiso/rank/impl/columns_of.ipp>
#include <chiso/rank/ranks.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
/// Ranks of all cohorts, from the tally that rows are ranked by and the columns of what breaks ties.
struct RanksBuilder {
  const Scores& scores;
  std::vector<NodeScores> tie_break{};

  CHISO_INLINE Figure figure(const Tally& tally) const {
    const auto& model = scores.model();
    return {exact_index(tally, model.publish()), model.ranking().key, model.publish()};
  }
  CHISO_INLINE static RanksBuilder by_the_model(const Scores& scores) { return {scores, columns_of(scores, scores.model().tie_break())}; }
  /// The rows of a cohort that are ranked, and by what.
  template <class TallyOf>
  Order::Rows rows(const Cohort& cohort, const TallyOf& tally_of) const {
    const auto& evidence = scores.evidence();
    Order::Rows out;
    out.rows.reserve(cohort.rows.size());
    out.units.reserve(cohort.rows.size());
    out.figures.reserve(cohort.rows.size() * (1 + tie_break.size()));
    for (const auto row : cohort.rows) {
      const Tally tally = tally_of(row);
      if (!evidence.ranked(row) || !tally.complete || tally.applicable == 0) continue;
      out.rows.push_back(static_cast<std::uint32_t>(row));
      out.units.push_back(evidence.unit_of_row()[row]);
      out.figures.push_back(figure(tally));
      for (const auto& column : tie_break) out.figures.push_back(figure(column.tally(row)));
    }
    return out;
  }
  template <class TallyOf>
  Ranks run(std::optional<std::size_t> node, const TallyOf& tally_of) const {
    Ranks out(scores, node);
    for (const auto& cohort : scores.resolved().cohorts().list) {
      const auto& order = out.orders_.emplace_back(rows(cohort, tally_of), 1 + tie_break.size(), scores.model().ranking().ties);
      for (std::size_t place = 0; place < order.size(); ++place) out.place_[order.row(place)] = static_cast<std::uint32_t>(place);
    }
    return out;
  }
};

CHISO_INLINE Ranks ranks(const Scores& scores) {
  return RanksBuilder::by_the_model(scores).run({}, [&](std::size_t row) { return scores.tally(row); });
}
CHISO_INLINE Ranks ranks(const Scores& scores, std::size_t node) {
  const auto columns = columns_of(scores, std::span(&node, 1));
  return RanksBuilder{scores}.run(node, [&](std::size_t row) { return columns[0].tally(row); });
}

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
  const RanksBuilder builder{scores_};
  const auto unit = evidence.unit_of_row()[row];
  if (const auto figure = builder.figure(tally); wanted == 0) return order(row).rank_of({&figure, 1}, unit, place(row));
  std::vector<Figure> key{builder.figure(tally)};
  for (const auto& one : tie_break) key.push_back(builder.figure(one));
  return order(row).rank_of(key, unit, place(row));
}
}
