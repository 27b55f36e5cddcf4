#pragma once
#include <algorithm>
#include <array>
#include <chiso/core/error.hpp>
#include <chiso/rank/impl/classes.ipp>
#include <chiso/rank/impl/node_columns.ipp>
#include <chiso/rank/impl/quotas.ipp>
#include <chiso/rank/impl/ranks.ipp>
#include <chiso/rank/order.hpp>
#include <chiso/rank/standings.hpp>
#include <memory>
#include <mutex>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// An index with an amount added, held as the index is.
struct Raise {
  Ratio by{0, 1};
  const PublishDraft& publish;

  CHISO_INLINE Raise(const Decimal& amount, const PublishDraft& of) : by(as_ratio(amount)), publish(of) {}
  bool is_none() const { return by.num == 0; }
  /// @throws ShapeError if the sum has too many digits to be ranked by.
  CHISO_INLINE std::optional<Ratio> operator()(const std::optional<Ratio>& index) const {
    if (!index || is_none()) return index;
    const auto own = reduced(index->num, index->den);
    constexpr auto most = int128{1} << 62;
    const auto factor = by.den / static_cast<int128>(chiso::gcd(magnitude_of(by.den), magnitude_of(own.den)));
    const auto check = [](bool fits) {
      if (!fits) throw ShapeError("indices that are raised by this amount have too many digits: give it fewer decimals");
    };
    check(own.den <= most / factor);
    const auto den = own.den * factor;
    const auto sum = reduced(own.num * factor + by.num * (den / by.den), den);
    const auto top = as_ratio(publish.scale);
    const auto out = !publish.may_exceed_100 && compare(sum, top) > 0 ? top : sum;
    check(out.num < most && out.den < most);
    return out;
  }
};
}

/// The other rows of a block, period and track as they are ranked beside a row that may change.
class CohortStandings {
 public:
  static constexpr std::uint32_t none = RowClasses::none;
  /// What all cohorts of scores share.
  struct Shared {
    CHISO_INLINE Shared(const Ranked& of, const Decimal& others)
        : ranked(of), columns(NodeColumns::of_ranks(of.scores())), raise(others, of.scores().model().publish()) {
      const auto& model = of.scores().model();
      for (const auto& one : model.tie_break())
        if (one.value) values.push_back(exact_numbers(*one.value, of.scores().resolved().batch()));
      ids = class_ids(model);
      if (model.classes() && !model.classes()->quotas.empty()) {
        classifier.emplace(Classifier{.ranks = ranked.ranks(), .of = *model.classes()});
        classifier->set_up();
        quotas.emplace(model);
      }
    }
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;
    Ranked ranked;
    NodeColumns columns;
    std::vector<std::vector<TieValue>> values{};
    detail::Raise raise;
    std::vector<std::string_view> ids{};
    std::optional<Classifier> classifier{};  // only if there are quotas
    std::optional<Quotas> quotas{};
  };

  /// O(rows of the cohort x log).
  CHISO_INLINE CohortStandings(const Shared& shared, std::size_t cohort) : shared_(shared) {
    const auto& scores = shared.ranked.scores();
    const auto& model = scores.model();
    const auto& of = scores.resolved().cohorts().list[cohort];
    block_ = scores.evidence().blocks()[of.block];
    const auto totals = scores.totals();
    const auto units = scores.evidence().unit_of_row();
    const auto ranked = scores.evidence().ranked_of_row();
    ComparedRows rows;
    for (const auto row : of.rows) {
      const auto tally = totals.tally(row);
      if (!RanksBuilder::is_ranked(ranked[row] != 0, tally)) continue;
      rows.rows.push_back(static_cast<std::uint32_t>(row));
      rows.units.push_back(units[row]);
      rows.indices.emplace_back(shared.raise(exact_index(tally, model.publish())), model.ranking().key, model.publish());
      for (const auto& one : model.tie_break())
        if (!one.value)
          rows.indices.emplace_back(exact_index(shared.columns.of(one.criterion).tally(row), model.publish()), model.ranking().key,
                                    model.publish());
      for (const auto& values : shared.values) rows.values.push_back(values[row]);
    }
    order_ = Order(keyed(std::move(rows), model.tie_break()), 1 + model.tie_break().size(), model.ranking().ties);
    for (std::size_t place = 0; place < order_.size(); ++place)
      places_.push_back({static_cast<std::uint32_t>(order_.row(place)), static_cast<std::uint32_t>(place)});
    std::sort(places_.begin(), places_.end());
    if (model.classes()) bands_ = &model.classes()->of_block(block_);
    if (shared.classifier) read_classes();
  }

  /// The place of a row in the order; empty for one that is not ranked as it is. O(log rows).
  CHISO_INLINE std::optional<std::size_t> place(std::size_t row) const {
    const auto at = std::lower_bound(places_.begin(), places_.end(), std::pair(static_cast<std::uint32_t>(row), std::uint32_t{0}));
    return at == places_.end() || at->first != row ? std::nullopt : std::optional<std::size_t>(at->second);
  }

  /// Puts a row in its rank and class; its own place in the order is left out. O(log rows), with quotas O(rows).
  CHISO_INLINE void put(std::size_t row, const Standing& own, StandingPlace& out) const {
    const auto instead_of = place(row);
    const auto& evidence = shared_.ranked.scores().evidence();
    const bool is_ranked = RanksBuilder::is_ranked(evidence.ranked(row), own.tally);
    const auto& model = shared_.ranked.scores().model();
    out.rank.reset();
    out.place.reset();
    if (is_ranked) {
      const auto& ranking = model.ranking();
      const auto& publish = model.publish();
      std::array<RankingIndex, 8> room;
      std::vector<RankingIndex> many;
      const auto width = 1 + model.tie_break().size();
      if (width > room.size()) many.resize(width);
      const std::span<RankingIndex> key(many.empty() ? room.data() : many.data(), width);
      key[0] = RankingIndex(exact_index(own.tally, publish), ranking.key, publish);
      std::size_t criterion = 0, value = 0;
      for (std::size_t i = 0; i < model.tie_break().size(); ++i) {
        key[i + 1] = model.tie_break()[i].value ? order_.values()[value].key(own.tie_values[value])
                                                : RankingIndex(exact_index(own.tie_criteria[criterion], publish), ranking.key, publish);
        ++(model.tie_break()[i].value ? value : criterion);
      }
      out.place = order_.place_of(key, instead_of);
      out.rank = ranking.ties == Ties::competition ? *out.place : order_.rank_of(key, evidence.unit_of_row()[row], instead_of);
      if (shared_.quotas) return put_among_quotas(own, key, instead_of, out);
    }
    out.held_back = false;
    const auto band = this->band(own, out.place, ranked_with(is_ranked, instead_of));
    out.class_id = band ? std::string_view((*bands_)[*band].id) : std::string_view();
  }

 private:
  /// How many rows are ranked with this one in its place.
  CHISO_INLINE std::size_t ranked_with(bool is_ranked, std::optional<std::size_t> instead_of) const {
    return order_.size() - (instead_of ? 1 : 0) + (is_ranked ? 1 : 0);
  }
  /// The place of a class before any quota among the bands.
  template <class Ask>
  std::optional<std::size_t> band_of_value(const std::optional<Ratio>& value, std::uint32_t cap, const Ask& asked) const {
    if (bands_ == nullptr || !value || cap == none) return {};
    const auto order_to = [&](const Decimal& number) { return compare(*value, as_ratio(number)); };
    for (std::size_t band = 0, asks = 0; band < bands_->size(); ++band) {
      const auto& one = (*bands_)[band];
      const bool last = band + 1 == bands_->size();
      const auto verdict = one.requirement ? asked(asks++) : Verdict::holds;
      if (!last && (!holds(one.range, order_to) || verdict == Verdict::passes)) continue;
      if (verdict == Verdict::missing) return {};
      return (std::max)(band, std::size_t{cap});
    }
    return {};
  }
  CHISO_INLINE std::optional<std::size_t> band(const Standing& own, const std::optional<std::size_t>& place, std::size_t ranked) const {
    if (bands_ == nullptr) return {};
    const auto index = exact_index(own.tally, shared_.ranked.scores().model().publish());
    return band_of_value(classed(own.tally, index, place, ranked), own.cap, [&](std::size_t i) { return own.asked[i]; });
  }
  /// What is classed.
  CHISO_INLINE std::optional<Ratio> classed(const Tally& tally, const std::optional<Ratio>& index, const std::optional<std::size_t>& rank,
                                            std::size_t ranked) const {
    const auto& model = shared_.ranked.scores().model();
    const auto& of = *model.classes();
    if (!tally.complete || !index) return {};
    switch (of.on) {
      case ClassOn::published: return as_ratio(rounded(*index, of.decimals, model.publish().rounding));
      case ClassOn::exact: return index;
      case ClassOn::points:
        return as_ratio(rounded(Ratio{int128{tally.achieved} + tally.bonus - tally.penalty, Decimal::power(model.point_decimals())},
                                of.decimals, model.publish().rounding));
      case ClassOn::rank: return rank ? std::optional(Ratio{static_cast<int128>(*rank), 1}) : std::nullopt;
      case ClassOn::rank_share: return rank ? std::optional(Ratio{static_cast<int128>(*rank), static_cast<int128>(ranked)}) : std::nullopt;
    }
    return {};
  }

  /// What decides the class of each ranked row besides its rank.
  CHISO_INLINE void read_classes() {
    const auto totals = shared_.ranked.scores().totals();
    const auto& publish = shared_.ranked.scores().model().publish();
    std::vector<std::uint32_t> numbers;
    for (std::size_t place = 0; place < order_.size(); ++place) {
      const auto row = order_.row(place);
      auto& other = others_.emplace_back();
      other.tally = totals.tally(row);
      other.index = shared_.raise(exact_index(other.tally, publish));
      numbers.clear();
      shared_.classifier->add_verdicts(row, numbers);
      other.cap = numbers.front();
      for (std::size_t i = 1; i < numbers.size(); ++i) other.asked.push_back(static_cast<Verdict>(numbers[i]));
      if (!classes_ranks(shared_.classifier->of)) other.code = code(other, {}, 0);
    }
  }
  struct Other {
    Tally tally{};
    std::optional<Ratio> index{};
    std::uint32_t cap = 0, code = none;
    std::vector<Verdict> asked{};
  };
  CHISO_INLINE std::uint32_t code(const Other& other, const std::optional<std::size_t>& rank, std::size_t ranked) const {
    const auto band =
        band_of_value(classed(other.tally, other.index, rank, ranked), other.cap, [&](std::size_t i) { return other.asked[i]; });
    return band ? shared_.quotas->code_of((*bands_)[*band].id) : none;
  }
  CHISO_INLINE void put_among_quotas(const Standing& own, std::span<const RankingIndex> key, std::optional<std::size_t> instead_of,
                                     StandingPlace& out) const {
    const auto ranked = ranked_with(true, instead_of);
    const auto better = *out.place - 1;
    const bool on_rank = classes_ranks(*shared_.ranked.scores().model().classes());
    std::vector<QuotaRow> rows;
    rows.reserve(ranked);
    const auto own_band = band(own, out.place, ranked);
    const QuotaRow mine{.code = own_band ? shared_.quotas->code_of((*bands_)[*own_band].id) : none,
                        .rank = static_cast<std::uint32_t>(*out.place)};
    std::size_t mine_at = 0;
    // Of the rows without this one, in their order: how many came, and where the row's equals began.
    std::size_t before = 0, start = 0;
    std::optional<std::size_t> last;
    const auto put_mine = [&] {
      mine_at = rows.size();
      rows.push_back(mine);
    };
    for (std::size_t place = 0; place < order_.size(); ++place) {
      if (instead_of && place == *instead_of) continue;
      if (!last || order_.competition(place) != order_.competition(*last)) start = before;
      last = place;
      if (before == better) put_mine();
      const bool below = start >= better && detail::compare_keys(order_.key(place), key) < 0;
      const auto rank = start + 1 + (below ? 1 : 0);
      const auto& other = others_[place];
      rows.push_back({.code = on_rank ? code(other, rank, ranked) : other.code, .rank = static_cast<std::uint32_t>(rank)});
      ++before;
    }
    if (before == better) put_mine();
    shared_.quotas->apply(block_, rows);
    out.class_id = rows[mine_at].code == none ? std::string_view() : shared_.ids[rows[mine_at].code];
    out.held_back = rows[mine_at].quota != QuotaRow::none;
  }

  const Shared& shared_;
  std::string block_{};
  Order order_{};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_{};  // row and place, by row
  const std::vector<Band>* bands_ = nullptr;
  std::vector<Other> others_{};  // by place, only if there are quotas
};

/// The others of all cohorts, each found when it is first asked for.
struct Standings::Data {
  CHISO_INLINE Data(const Ranked& ranked, const Decimal& others)
      : shared(ranked, others), cohorts(ranked.scores().resolved().cohorts().list.size()) {}
  struct OfCohort {
    std::once_flag once{};
    std::unique_ptr<const CohortStandings> standings{};
  };
  CohortStandings::Shared shared;
  std::vector<OfCohort> cohorts;
};
CHISO_INLINE Standings::Standings(const Ranked& ranked, const Decimal& others) : data_(std::make_shared<Data>(ranked, others)) {}
CHISO_INLINE StandingPlace Standings::of(std::size_t row, const Standing& standing) const {
  const auto cohort = data_->shared.ranked.scores().resolved().cohorts().of_row[row];
  auto& of = data_->cohorts[cohort];
  std::call_once(of.once, [&] { of.standings = std::make_unique<const CohortStandings>(data_->shared, cohort); });
  StandingPlace out;
  of.standings->put(row, standing, out);
  return out;
}
}
