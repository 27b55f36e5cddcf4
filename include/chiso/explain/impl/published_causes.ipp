#pragma once
#include <algorithm>
#include <chiso/explain/verify.hpp>
#include <chiso/expr/rational.hpp>
#include <functional>
#include <map>

// Why a published figure may differ from the computed one: each way of computing that people take by mistake is tried.
namespace chiso::inline CHISO_BUILD {
namespace detail {
/// A value rounded in one of four ways.
CHISO_INLINE Decimal rounded_as(const Rational& value, int decimals, RoundedAs how) {
  if (how == RoundedAs::half_up) return value.rounded(decimals, Rounding::half_up);
  if (how == RoundedAs::half_even) return value.rounded(decimals, Rounding::half_even);
  const auto down = value.rounded(decimals, Rounding::down);
  if (how == RoundedAs::down || Rational(down) == value) return down;
  return Decimal::fixed(down.digits() + (value.sign() < 0 ? -1 : 1), decimals);
}
constexpr RoundedAs as_rounded(Rounding rounding) {
  return rounding == Rounding::half_up ? RoundedAs::half_up : rounding == Rounding::half_even ? RoundedAs::half_even : RoundedAs::down;
}

/// Finds the cause of a published index.
class IndexCauses {
 public:
  CHISO_INLINE IndexCauses(const Model& model, const Tally& tally) : model_(model), publish_(model.publish()), tally_(tally) {}

  CHISO_INLINE void find(PublishedDifference& out) const {
    const auto index = exact_index(tally_, publish_);
    const auto own = as_rounded(publish_.rounding);
    if (index && try_rounding(Rational(*index), {publish_.decimals}, out)) return;
    const std::vector<std::pair<PublishedCause, std::optional<Rational>>> others = {
        {PublishedCause::full_points, over(sum(), model_.points().quanta)},
        {PublishedCause::full_points, over(tally_.achieved, model_.points().quanta)},
        {PublishedCause::adjustments, over(tally_.achieved, tally_.applicable)},
        {PublishedCause::held, over(sum(), tally_.applicable)},
        {PublishedCause::points, points(sum())},
        {PublishedCause::points, points(tally_.achieved)}};
    for (const auto& [cause, value] : others)
      if (value && rounded_as(*value, publish_.decimals, own) == *out.published) {
        out.cause = cause;
        return;
      }
    std::vector<int> decimals;
    for (int d = 0; d <= 9; ++d)
      if (d != publish_.decimals) decimals.push_back(d);
    if (index && try_rounding(Rational(*index), decimals, out)) return;
  }

 private:
  std::int64_t sum() const { return tally_.achieved + tally_.bonus - tally_.penalty; }
  CHISO_INLINE std::optional<Rational> over(std::int64_t achieved, std::int64_t points) const {
    if (points == 0) return {};
    return Rational(publish_.scale) * Rational(achieved) / Rational(points);
  }
  CHISO_INLINE Rational points(std::int64_t quanta) const { return {quanta, Decimal::power(model_.point_decimals())}; }
  /// Whether the value is what was published, rounded somehow to one of these numbers of decimals: the model's own way first.
  CHISO_INLINE bool try_rounding(const Rational& value, const std::vector<int>& decimals, PublishedDifference& out) const {
    const auto own = as_rounded(publish_.rounding);
    std::vector<RoundedAs> ways{own};
    for (const auto how : {RoundedAs::half_up, RoundedAs::half_even, RoundedAs::down, RoundedAs::up})
      if (how != own) ways.push_back(how);
    for (const auto how : ways)
      for (const auto d : decimals)
        if (rounded_as(value, d, how) == *out.published) {
          out.cause = PublishedCause::rounding;
          out.rounding = how;
          out.decimals = d;
          return true;
        }
    return false;
  }
  const Model& model_;
  const PublishDraft& publish_;
  const Tally& tally_;
};

/// The ways in which the rows of one cohort may have been ranked.
class RankCauses {
 public:
  CHISO_INLINE RankCauses(const Ranked& ranked, std::size_t cohort, std::vector<Decimal> own) : ranked_(ranked), own_(std::move(own)) {
    const auto& scores = ranked.scores();
    for (const auto row : scores.resolved().cohorts().list[cohort].rows)
      if (const auto index = scores.index(row)) {
        all_.push_back(index->exact());
        if (!ranked.rank(row)) continue;
        exact_.push_back(index->exact());
        published_.push_back(index->published());
      }
    for (auto* list : {&all_, &exact_}) std::sort(list->begin(), list->end(), above);
    std::sort(published_.begin(), published_.end(), std::greater<>());
    std::sort(own_.begin(), own_.end(), std::greater<>());
    const auto rows = ranked.order().ranked(cohort);
    for (const auto row : rows) ++groups_.try_emplace(*ranked.ranks().competition(row), Group{groups_.size() + 1}).first->second.level;
  }

  /// `own` is the index that the table publishes of the row, if any.
  CHISO_INLINE void find(const std::optional<Decimal>& own, PublishedDifference& out) const {
    const auto& scores = ranked_.scores();
    const auto rank = static_cast<std::size_t>(out.published->scaled(0).value_or(0));
    const auto index = scores.index(out.row);
    const auto competition = ranked_.ranks().competition(out.row);
    if (!competition || !index) {
      out.cause = PublishedCause::not_ranked;
      return;
    }
    const auto& [dense, level] = groups_.at(*competition);
    if (rank == *competition)
      out.cause = PublishedCause::ties;
    else if (rank > *competition && rank < *competition + level)
      out.cause = PublishedCause::tie_broken;
    else if (rank == place(exact_, index->exact(), above))
      out.cause = PublishedCause::exact_index;
    else if (rank == place(published_, index->published(), std::greater<>()))
      out.cause = PublishedCause::published_index;
    else if (rank == dense)
      out.cause = PublishedCause::ties;
    else if (own && rank == place(own_, *own, std::greater<>()))
      out.cause = PublishedCause::own_index;
    else if (rank == place(all_, index->exact(), above))
      out.cause = PublishedCause::unranked;
  }

 private:
  static bool above(const Ratio& a, const Ratio& b) { return compare(a, b) > 0; }
  /// 1 + the number of values above one, in a list from the highest to the lowest.
  template <class Value, class Above>
  static std::size_t place(const std::vector<Value>& list, const Value& value, const Above& is_above) {
    return 1 + static_cast<std::size_t>(std::lower_bound(list.begin(), list.end(), value, is_above) - list.begin());
  }
  const Ranked& ranked_;
  std::vector<Ratio> all_{}, exact_{};  // the indices of all rows, and of the ranked ones, from the highest to the lowest,
  std::vector<Decimal> published_{};    // the latter as published,
  std::vector<Decimal> own_;            // and those of the published table
  /// Rows that are level.
  struct Group {
    std::size_t dense = 0;  // their rank, counted without gaps
    std::size_t level = 0;  // how many they are
  };
  std::map<std::size_t, Group> groups_{};  // by competition rank
};

/// Finds the cause of a published class.
CHISO_INLINE void find_class_cause(const Ranked& ranked, const std::optional<Decimal>& own, PublishedDifference& out) {
  const auto& scores = ranked.scores();
  const auto& classes = *scores.model().classes();
  const auto& bands = classes.of_block(scores.evidence().block(out.row));
  const auto class_of = [&](const Ratio& value) { return std::string_view(bands[band_of(bands, value)].id); };
  const auto index = scores.index(out.row);
  const bool of_index = classes.on == ClassOn::published || classes.on == ClassOn::exact;
  if (of_index && own && index && *own != index->published() && class_of(as_ratio(*own)) == out.published_class) {
    out.cause = PublishedCause::own_index;
    return;
  }
  if (of_index && index) {
    const auto published = as_ratio(index->published()), exact = index->exact();
    const auto classed = classes.on == ClassOn::exact ? exact : as_ratio(index->published(classes.decimals));
    if (class_of(classed) == out.published_class)
      out.cause = scores.tally(out.row).complete ? PublishedCause::lowered : PublishedCause::not_ranked;
    else if (class_of(exact) == out.published_class)
      out.cause = PublishedCause::exact_index;
    else if (class_of(published) == out.published_class)
      out.cause = PublishedCause::published_index;
  }
  if (out.cause == PublishedCause::unknown && out.expected_class.empty() && !ranked.rank(out.row)) out.cause = PublishedCause::not_ranked;
}
}
}
