#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <chiso/check/impl/judging.ipp>
#include <chiso/check/impl/quotients.ipp>
#include <chiso/evidence/cohort.hpp>
#include <functional>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace detail {
/// Of many whole numbers those are looked for that share their leading bits with the middle ones.
CHISO_INLINE std::pair<std::int64_t, std::int64_t> middle_of_many(std::vector<std::int64_t>& values, std::vector<std::int64_t>& room) {
  constexpr int bits = 12;
  if (values.size() < std::size_t{8} << bits) return middle_two(values, std::less<>());
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const auto low = *least;
  const auto shift = (std::max)(0, static_cast<int>(std::bit_width(static_cast<std::uint64_t>(*most - low))) - bits);
  const auto bucket = [=](std::int64_t value) { return static_cast<std::size_t>(static_cast<std::uint64_t>(value - low) >> shift); };
  std::array<std::uint32_t, (std::size_t{1} << bits)> counts{};
  for (const auto value : values) ++counts[bucket(value)];
  const auto first = (values.size() - 1) / 2, second = values.size() / 2;
  std::size_t before = 0, from = 0;
  while (before + counts[from] <= first) before += counts[from++];
  auto to = from;
  for (auto through = before + counts[from]; through <= second; through += counts[to]) ++to;
  room.clear();
  for (const auto value : values)
    if (const auto at = bucket(value); at >= from && at <= to) room.push_back(value);
  const auto place = [&](std::size_t rank) { return room.begin() + static_cast<std::ptrdiff_t>(rank - before); };
  std::nth_element(room.begin(), place(second), room.end());
  return {first == second ? *place(second) : *std::max_element(room.begin(), place(second)), *place(second)};
}
}

/// Judges each `unusual` on all rows: it finds the median and the spread of every cohort first. Its working space serves one after the
/// other.
class UnusualJudge {
 public:
  static constexpr std::size_t fewest_rows = 5;

  CHISO_INLINE UnusualJudge(const Batch& batch, const Cohorts& cohorts, TileJudge& tiles)
      : batch_(batch), cohorts_(cohorts), tiles_(tiles) {}
  CHISO_INLINE void run(const Check& check, const CheckBounds& limits) {
    times_ = std::get<check_forms::Unusual>(check.form).times;
    judgements_.resize(batch_.rows);
    ranges_.clear();
    ranges_.reserve(cohorts_.list.size());
    read(check, limits);
    for (const auto& cohort : cohorts_.list) {
      members_.clear();
      for (const auto row : cohort.rows)
        if (judgements_[row] == Judgement::holds) members_.push_back(static_cast<std::uint32_t>(row));
      auto& range = ranges_.emplace_back();
      range.too_few = members_.size() < fewest_rows;
      if (range.too_few)
        for (const auto row : members_) judgements_[row] = Judgement::too_few;
      else if (kind_ == Kind::whole)
        judge_whole(range);
      else if (kind_ == Kind::quotients)
        judge_quotients(range);
      else
        judge_exact(range);
    }
  }
  const std::vector<UnusualRange>& ranges() const { return ranges_; }
  const std::vector<Judgement>& judgements() const { return judgements_; }

 private:
  /// How the values are kept: whole numbers over one denominator, quotients of small whole numbers, or exact numbers of any size; as the
  /// columns prove.
  enum class Kind : std::uint8_t { whole, quotients, exact };
  CHISO_INLINE static Kind kind_of(const Bounds& limits) {
    if (limits.result().uniform && limits.peak >> 60 == 0) return Kind::whole;  // twice a difference of two fits too
    return width_of(limits.peak) == Width::doubles ? Kind::quotients : Kind::exact;
  }
  CHISO_INLINE void read(const Check& check, const CheckBounds& limits) {
    const auto& program = *CheckBounds::judged_program(check.form);
    kind_ = kind_of(*limits.of_form);
    if (kind_ != Kind::exact) whole_.resize(batch_.rows);
    if (kind_ == Kind::quotients) denominators_.resize(batch_.rows);
    if (kind_ == Kind::exact) exact_.resize(batch_.rows);
    for (std::size_t first = 0; first < batch_.rows; first += tile_rows) {
      const auto count = (std::min)(tile_rows, batch_.rows - first);
      tiles_.run(program, *limits.of_form, batch_, first, count, [&](const auto& values) { take(values, first, count); });
      tiles_.apply_condition(check, limits, batch_, first, count, judgements_.data() + first);
    }
  }
  template <class Number>
  void take(const Operand<Number>& values, std::size_t first, std::size_t count) {
    for (std::size_t r = 0; r < count; ++r)
      judgements_[first + r] = values.state == nullptr ? Judgement::holds : static_cast<Judgement>(values.state[r]);
    if (kind_ != Kind::exact) {
      denominator_ = static_cast<int128>(values.common);
      for (std::size_t r = 0; r < count; ++r) whole_[first + r] = static_cast<std::int64_t>(values.num[r]);
    }
    if (kind_ == Kind::quotients)
      for (std::size_t r = 0; r < count; ++r)
        denominators_[first + r] = static_cast<std::int64_t>(values.den == nullptr ? values.common : values.den[r]);
    if (kind_ == Kind::exact)
      for (std::size_t r = 0; r < count; ++r)
        if (judgements_[first + r] == Judgement::holds)
          exact_[first + r] =
              Rational(static_cast<int128>(values.num[r]), static_cast<int128>(values.den == nullptr ? values.common : values.den[r]));
  }
  CHISO_INLINE void take(const std::vector<Outcome>& values, std::size_t first, std::size_t count) {
    for (std::size_t r = 0; r < count; ++r) {
      judgements_[first + r] = static_cast<Judgement>(values[r].state);
      exact_[first + r] = values[r].value;
    }
  }

  /// In halves of a unit, so that the mean of the middle two is a whole number of them.
  CHISO_INLINE void judge_whole(UnusualRange& range) {
    numbers_.clear();
    for (const auto row : members_) numbers_.push_back(whole_[row]);
    const auto [below, above] = detail::middle_of_many(numbers_, room_);
    const auto median = below + above;
    const auto distance = [&](std::size_t row) {
      const auto from = 2 * whole_[row] - median;
      return from < 0 ? -from : from;
    };
    numbers_.clear();
    for (const auto row : members_) numbers_.push_back(distance(row));
    const auto [nearer, farther] = detail::middle_of_many(numbers_, room_);
    Rational spread(int128{nearer} + farther, 2);
    if (spread.sign() == 0) {
      int128 sum = 0;
      for (const auto one : numbers_) sum += one;
      spread = Rational(sum, static_cast<int128>(numbers_.size()));
    }
    range.all_hold = spread.sign() == 0;
    const auto away = times_ * spread;
    const Rational halves(2 * denominator_);
    range.least = (Rational(median) - away) / halves;
    range.most = (Rational(median) + away) / halves;
    if (range.all_hold) return;
    const auto limit = away.floor().as_ratio();
    if (!limit || limit->num > int128{1} << 62) return;
    for (const auto row : members_)
      if (distance(row) > static_cast<std::int64_t>(limit->num)) judgements_[row] = Judgement::fails;
  }
  CHISO_INLINE void judge_quotients(UnusualRange& range) {
    quotients_.clear();
    for (const auto row : members_) quotients_.emplace_back(whole_[row], denominators_[row]);
    const auto [below, above] = detail::middle_of_many_quotients(
        quotients_, [](const detail::Quotient& value) { return value.near; }, std::less<>(), quotient_room_);
    const auto median = (below.exact() + above.exact()) / Rational(2);
    const detail::Distances distances(median);
    const auto [nearer, farther] = detail::middle_of_many_quotients(
        quotients_, [&](const detail::Quotient& value) { return distances.near(value); }, distances, quotient_room_);
    auto spread = (distances.of(nearer) + distances.of(farther)) / Rational(2);
    if (spread.sign() == 0) spread = distances.sum(quotients_) / Rational(static_cast<std::int64_t>(quotients_.size()));
    set_range(range, median, spread);
    if (range.all_hold) return;
    const detail::NearNumber least(range.least), most(range.most);
    for (const auto row : members_) {
      const detail::Quotient value(whole_[row], denominators_[row]);
      if (least.is_above(value) || most.is_below(value)) judgements_[row] = Judgement::fails;
    }
  }
  CHISO_INLINE void set_range(UnusualRange& range, const Rational& median, const Rational& spread) const {
    range.all_hold = spread.sign() == 0;
    const auto away = times_ * spread;
    range.least = median - away;
    range.most = median + away;
  }
  CHISO_INLINE void judge_exact(UnusualRange& range) {
    std::vector<Rational> numbers;
    for (const auto row : members_) numbers.push_back(exact_[row]);
    const auto middle = detail::middle_two(numbers, std::less<>());
    const auto median = (middle.first + middle.second) / Rational(2);
    for (auto& number : numbers) {
      number = number - median;
      if (number.sign() < 0) number = -number;
    }
    const auto distances = detail::middle_two(numbers, std::less<>());
    auto spread = (distances.first + distances.second) / Rational(2);
    if (spread.sign() == 0) spread = detail::sum_of(numbers, 0, numbers.size()) / Rational(static_cast<std::int64_t>(numbers.size()));
    set_range(range, median, spread);
    if (range.all_hold) return;
    for (const auto row : members_)
      if (exact_[row] < range.least || exact_[row] > range.most) judgements_[row] = Judgement::fails;
  }

  const Batch& batch_;
  const Cohorts& cohorts_;
  TileJudge& tiles_;
  Rational times_{};
  std::vector<Judgement> judgements_{};
  std::vector<UnusualRange> ranges_{};
  Kind kind_ = Kind::exact;
  int128 denominator_ = 1;
  std::vector<std::int64_t> whole_{}, denominators_{};
  std::vector<Rational> exact_{};
  std::vector<std::uint32_t> members_{};
  std::vector<std::int64_t> numbers_{}, room_{};
  std::vector<detail::Quotient> quotients_{}, quotient_room_{};
};
}
