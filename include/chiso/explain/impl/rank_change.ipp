#pragma once
#include <algorithm>
#include <chiso/core/problems.hpp>
#include <chiso/explain/impl/comparison.ipp>
#include <chiso/explain/problems.hpp>
#include <chiso/explain/rank_change.hpp>
#include <chiso/expr/evaluate.hpp>
#include <chiso/rank/row_ranks.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
struct RankChanges::Data {
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  /// One of the two rankings.
  struct Ranking {
    std::string period, track;
    std::vector<std::uint32_t> row, place;  // by unit: its ranked row, or none, and its place, or 0
  };
  Scores scores;
  Ranks ranks;
  std::string block;
  Ranking before, after;
  Comparer comparer;

  CHISO_INLINE static Ranking ranking(const Ranks& ranks, std::string_view block, const Side& side) {
    const auto& scores = ranks.scores();
    const auto& order = ranks.orders()[cohort_of(scores, {.block = std::string(block), .period = side.period, .track = side.track})];
    const auto units = scores.evidence().units().size();
    Ranking out{side.period, side.track.empty() ? scores.model().tracks().back() : side.track, std::vector<std::uint32_t>(units, none),
                std::vector<std::uint32_t>(units, 0)};
    for (std::size_t at = 0; at < order.size(); ++at) {
      const auto unit = scores.evidence().unit_of_row()[order.row(at)];
      out.row[unit] = static_cast<std::uint32_t>(order.row(at));
      out.place[unit] = static_cast<std::uint32_t>(order.competition(at));
    }
    return out;
  }
  CHISO_INLINE std::size_t unit(std::string_view name) const {
    const auto units = scores.evidence().units();
    const auto at = std::lower_bound(units.begin(), units.end(), name);
    // The names that are near are those that a row is asked for with.
    if (at == units.end() || *at != name) scores.row(name, before.period, before.track);
    const auto unit = static_cast<std::size_t>(at - units.begin());
    for (const auto* side : {&before, &after})
      if (side->row[unit] == none)
        throw UnknownNameError(
            problem_at({}, Severity::error, problems::rank_absent,
                       {Argument(absent_ranks::of_unit, {name, block, side->period, side->track}), absent_ranks::on_both_sides}));
    return unit;
  }
  /// Whether a place, or 0 for none, is above another one.
  static bool is_above(std::uint32_t place, std::uint32_t other) { return place - 1 < other - 1; }
  /// The units that are above another one on one of the two sides alone. No branch depends on them, for nobody could predict it.
  CHISO_INLINE std::vector<std::uint32_t> who_crossed(std::size_t unit) const {
    const auto own_before = before.place[unit], own_after = after.place[unit];
    const auto units = before.place.size();
    std::vector<std::uint32_t> out(units);
    std::size_t count = 0;
    for (std::size_t other = 0; other < units; ++other) {
      out[count] = static_cast<std::uint32_t>(other);
      count += is_above(before.place[other], own_before) != is_above(after.place[other], own_after) ? 1U : 0U;
    }
    out.resize(count);
    return out;
  }
  /// The place that the row of one side would have among the others of the other side.
  CHISO_INLINE std::size_t place_among(std::size_t row, std::size_t instead_of) const {
    std::vector<Tally> criteria;
    std::vector<TieValue> values;
    std::optional<Scorecard> card;
    for (const auto& tie : scores.model().tie_break()) {
      if (tie.value) {
        const auto outcome = evaluate(*tie.value, scores.resolved().batch(), row);
        values.push_back(outcome.state == State::value ? TieValue(outcome.value) : std::nullopt);
      } else if (scores.keep() == Keep::leaves) {
        criteria.push_back(scores.tally(tie.criterion, row));
      } else {
        if (!card) card = scores.scorecard(row);
        criteria.push_back(card->lines[tie.criterion].tally);
      }
    }
    return ranks.place_with(instead_of, scores.tally(row), criteria, values);
  }
};

CHISO_INLINE RankChanges::RankChanges(const Scores& scores, std::string_view block, const Side& before, const Side& after) {
  auto of = ranks(scores);
  auto first = Data::ranking(of, block, before), second = Data::ranking(of, block, after);
  data_ = std::make_shared<const Data>(
      Data{scores, std::move(of), std::string(block), std::move(first), std::move(second), Comparer(scores.model(), scores.model())});
}

CHISO_INLINE RankChange RankChanges::of(std::string_view name) const {
  const auto& data = *data_;
  const auto unit = data.unit(name);
  const auto &before = data.before.place, &after = data.after.place;
  RankChange out{.before = before[unit], .after = after[unit]};
  const auto units = data.scores.evidence().units();
  for (const auto other : data.who_crossed(unit)) {
    if (Data::is_above(before[other], before[unit]))
      (after[other] == 0 ? out.left_above : out.passed).emplace_back(units[other]);
    else
      (before[other] == 0 ? out.entered_above : out.passed_by).emplace_back(units[other]);
  }
  out.own_now_others_then = data.place_among(data.after.row[unit], data.before.row[unit]);
  out.own_then_others_now = data.place_among(data.before.row[unit], data.after.row[unit]);
  return out;
}

CHISO_INLINE RankChanges::Rows RankChanges::rows(std::string_view unit) const {
  const auto at = data_->unit(unit);
  return {data_->before.row[at], data_->after.row[at]};
}

CHISO_INLINE std::vector<RankChanges::TermAgainst> RankChanges::against(std::string_view unit, std::string_view other) const {
  const auto& scores = data_->scores;
  const auto own = rows(unit), others = rows(other);
  const auto compared = [&](const Rows& of) { return data_->comparer.compare(RowPoints(scores, of.before), RowPoints(scores, of.after)); };
  std::vector<TermAgainst> out;
  const auto add = [&](const Comparison& comparison, bool is_other) {
    for (const auto& term : comparison.terms) {
      auto value = is_other ? term.value.exact() : -term.value.exact();
      const auto at =
          std::find_if(out.begin(), out.end(), [&](const TermAgainst& one) { return one.kind == term.kind && one.node == term.node_b(); });
      if (at == out.end())
        out.push_back({term.kind, term.node_b(), std::move(value)});
      else
        at->value = at->value + value;
    }
  };
  add(compared(others), true);
  add(compared(own), false);
  std::erase_if(out, [](const TermAgainst& one) { return one.value.sign() == 0; });
  const auto place = [](const TermAgainst& one) { return std::pair(one.node, one.kind); };
  std::sort(out.begin(), out.end(), [&](const TermAgainst& a, const TermAgainst& b) {
    const auto order = b.value <=> a.value;
    return order != 0 ? order < 0 : place(a) < place(b);
  });
  return out;
}
}
