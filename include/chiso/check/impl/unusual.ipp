#pragma once
#include <algorithm>
#include <chiso/check/impl/judging.ipp>
#include <chiso/check/impl/quotients.ipp>
#include <chiso/check/impl/surely_usual.ipp>
#include <chiso/evidence/cohort.hpp>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Judges each `unusual` on all rows. What it allows in a cohort is found exactly where doubles do not prove that all is usual, and where
/// it is asked for. Its working space serves one check after the other.
class UnusualJudge {
 public:
  static constexpr std::size_t fewest_rows = 5;

  /// `limits` are those of all checks.
  CHISO_INLINE UnusualJudge(const Model& model, const Batch& batch, const Cohorts& cohorts, const std::vector<CheckBounds>& limits,
                            TileJudge& tiles)
      : model_(model), batch_(batch), cohorts_(cohorts), limits_(limits), tiles_(tiles) {}

  /// The judgements of a check on all rows, until another one is judged.
  CHISO_INLINE const std::vector<Judgement>& run(std::size_t check) {
    read(check);
    const bool is_provable = quotients_are_exact(check);
    const double times = near(form(check).times);
    for (std::size_t cohort = 0; cohort < cohorts_.list.size(); ++cohort) {
      const auto& rows = cohorts_.list[cohort].rows;
      near_of_cohort_.resize((std::max)(near_of_cohort_.size(), rows.size()));
      const auto count = collect(rows.data(), rows.size(), judgements_.data(), near_.data(), near_of_cohort_.data());
      if (count < fewest_rows) {
        for (const auto row : rows)
          if (judgements_[row] == Judgement::holds) judgements_[row] = Judgement::too_few;
      } else if (!is_provable || !detail::surely_usual(std::span(near_of_cohort_).first(count), times)) {
        read_cohort(check, cohorts_.list[cohort]);
        const auto& allowed = ranges_[{check, cohort}] = range_of_members(check);
        if (!allowed.all_hold) judge_members(allowed);
      }
    }
    return judgements_;
  }
  /// What a check allows in a cohort.
  CHISO_INLINE const UnusualRange& range(std::size_t check, std::size_t cohort) {
    const auto [at, is_new] = ranges_.try_emplace(std::pair(check, cohort));
    if (is_new) {
      read_cohort(check, cohorts_.list[cohort]);
      at->second = range_of_members(check);
    }
    return at->second;
  }

 private:
  CHISO_INLINE const check_forms::Unusual& form(std::size_t check) const {
    return std::get<check_forms::Unusual>(model_.checks()[check].form);
  }
  /// Whether the columns prove that all values are quotients of whole numbers that are not too large.
  bool quotients_are_exact(std::size_t check) const { return limits_[check].of_form->peak >> 60 == 0; }
  CHISO_INLINE static double near(const Rational& value) {
    const auto ratio = value.as_ratio();  // of a decimal
    return static_cast<double>(ratio->num) / static_cast<double>(ratio->den);
  }

  // ---- all rows
  CHISO_INLINE void read(std::size_t check) {
    judgements_.resize(batch_.rows);
    near_.resize(batch_.rows);
    for (std::size_t first = 0; first < batch_.rows; first += tile_rows) {
      const auto count = (std::min)(tile_rows, batch_.rows - first);
      read_tile(check, first, count, judgements_.data() + first,
                [&](const auto& values) { take_near(values, count, near_.data() + first); });
    }
  }
  /// Calls take(values) with those of a check, and says on which rows there are some, and the check applies.
  template <class Take>
  void read_tile(std::size_t check, std::size_t first, std::size_t count, Judgement* judgements, const Take& take) {
    tiles_.run(form(check).value, *limits_[check].of_form, batch_, first, count, [&](const auto& values) {
      take_states(values, count, judgements);
      take(values);
    });
    tiles_.apply_condition(model_.checks()[check], limits_[check], batch_, first, count, judgements);
  }
  template <class Number>
  static void take_states(const Operand<Number>& values, std::size_t count, Judgement* out) {
    for (std::size_t r = 0; r < count; ++r) out[r] = values.state == nullptr ? Judgement::holds : static_cast<Judgement>(values.state[r]);
  }
  CHISO_INLINE static void take_states(const std::vector<Outcome>& values, std::size_t count, Judgement* out) {
    for (std::size_t r = 0; r < count; ++r) out[r] = static_cast<Judgement>(values[r].state);
  }
  template <class Number>
  CHISO_KERNEL static void take_near(const Operand<Number>& values, std::size_t count, double* out) {
    const Number *num = values.num, *den = values.den;
    const auto common = static_cast<double>(values.common);
    if (den == nullptr)
      for (std::size_t r = 0; r < count; ++r) out[r] = static_cast<double>(num[r]) / common;
    else
      for (std::size_t r = 0; r < count; ++r) out[r] = static_cast<double>(num[r]) / static_cast<double>(den[r]);
  }
  /// Of numbers beyond 128 bits doubles prove nothing.
  CHISO_INLINE static void take_near(const std::vector<Outcome>&, std::size_t count, double* out) { std::fill_n(out, count, 0.0); }
  /// The values of those rows on which there are some.
  CHISO_INLINE static std::size_t collect(const std::size_t* rows, std::size_t count, const Judgement* judgements, const double* near,
                                          double* out) {
    std::size_t held = 0;
    for (std::size_t i = 0; i < count; ++i) {
      out[held] = near[rows[i]];
      held += judgements[rows[i]] == Judgement::holds ? 1U : 0U;
    }
    return held;
  }

  // ---- one cohort, exactly
  CHISO_INLINE void read_cohort(std::size_t check, const Cohort& cohort) {
    members_.clear();
    quotients_.clear();
    exact_.clear();
    const auto& rows = cohort.rows;
    for (std::size_t i = 0; i < rows.size();) {
      const auto first = rows[i] / tile_rows * tile_rows, count = (std::min)(tile_rows, batch_.rows - first);
      read_tile(check, first, count, judgements_of_tile_, [&](const auto& values) { values_of_tile(check, values, count); });
      for (; i < rows.size() && rows[i] < first + count; ++i) {
        const auto r = rows[i] - first;
        if (judgements_of_tile_[r] != Judgement::holds) continue;
        members_.push_back(rows[i]);
        if (quotients_are_exact(check))
          quotients_.push_back(quotients_of_tile_[r]);
        else
          exact_.push_back(exact_of_tile_[r]);
      }
    }
  }
  template <class Number>
  void values_of_tile(std::size_t check, const Operand<Number>& values, std::size_t count) {
    const bool are_quotients = quotients_are_exact(check);
    quotients_of_tile_.resize(are_quotients ? count : 0);
    exact_of_tile_.resize(are_quotients ? 0 : count);
    for (std::size_t r = 0; r < count; ++r) {
      const auto den = values.den == nullptr ? values.common : values.den[r];
      if (are_quotients)
        quotients_of_tile_[r] = {static_cast<std::int64_t>(values.num[r]), static_cast<std::int64_t>(den)};
      else if (judgements_of_tile_[r] == Judgement::holds)
        exact_of_tile_[r] = Rational(static_cast<int128>(values.num[r]), static_cast<int128>(den));
    }
  }
  CHISO_INLINE void values_of_tile(std::size_t, const std::vector<Outcome>& values, std::size_t count) {
    exact_of_tile_.resize(count);
    for (std::size_t r = 0; r < count; ++r) exact_of_tile_[r] = values[r].value;
  }

  CHISO_INLINE UnusualRange range_of_members(std::size_t check) {
    UnusualRange out{.too_few = members_.size() < fewest_rows};
    if (out.too_few) return out;
    const auto [median, spread] = quotients_are_exact(check) ? middle_of_quotients() : middle_of_exact();
    out.all_hold = spread.sign() == 0;
    const auto away = form(check).times * spread;
    out.least = median - away;
    out.most = median + away;
    return out;
  }
  struct Middle {
    Rational median{}, spread{};
  };
  CHISO_INLINE Middle middle_of_quotients() {
    auto values = quotients_;
    const auto [below, above] =
        detail::middle_of_many_quotients(values, [](const detail::Quotient& value) { return value.near; }, std::less<>(), quotient_room_);
    const auto median = (below.exact() + above.exact()) / Rational(2);
    const detail::Distances distances(median);
    const auto [nearer, farther] = detail::middle_of_many_quotients(
        values, [&](const detail::Quotient& value) { return distances.near(value); }, distances, quotient_room_);
    auto spread = (distances.of(nearer) + distances.of(farther)) / Rational(2);
    if (spread.sign() == 0) spread = distances.sum(values) / Rational(static_cast<std::int64_t>(values.size()));
    return {median, std::move(spread)};
  }
  CHISO_INLINE Middle middle_of_exact() const {
    auto numbers = exact_;
    const auto middle = detail::middle_two(numbers, std::less<>());
    const auto median = (middle.first + middle.second) / Rational(2);
    for (auto& number : numbers) {
      number = number - median;
      if (number.sign() < 0) number = -number;
    }
    const auto distances = detail::middle_two(numbers, std::less<>());
    auto spread = (distances.first + distances.second) / Rational(2);
    if (spread.sign() == 0) spread = detail::sum_of(numbers, 0, numbers.size()) / Rational(static_cast<std::int64_t>(numbers.size()));
    return {median, std::move(spread)};
  }
  CHISO_INLINE void judge_members(const UnusualRange& allowed) {
    const detail::NearNumber least(allowed.least), most(allowed.most);
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const bool is_outside = quotients_.empty() ? exact_[i] < allowed.least || exact_[i] > allowed.most
                                                 : least.is_above(quotients_[i]) || most.is_below(quotients_[i]);
      if (is_outside) judgements_[members_[i]] = Judgement::fails;
    }
  }

  const Model& model_;
  const Batch& batch_;
  const Cohorts& cohorts_;
  const std::vector<CheckBounds>& limits_;
  TileJudge& tiles_;
  std::map<std::pair<std::size_t, std::size_t>, UnusualRange> ranges_{};  // by check and cohort: those that are known
  std::vector<Judgement> judgements_{};
  std::vector<double> near_{}, near_of_cohort_{};
  std::vector<std::size_t> members_{};  // the rows of a cohort that have a value, with their values:
  std::vector<detail::Quotient> quotients_{}, quotient_room_{}, quotients_of_tile_{};
  std::vector<Rational> exact_{}, exact_of_tile_{};
  Judgement judgements_of_tile_[tile_rows];
};
}
